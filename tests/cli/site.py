"""A real web server on loopback: pages, refusals, redirects, and pages that never come."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HOST = "127.0.0.1"
POLL_S = 0.02
"""How soon the server notices that it is to stop."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says on one path."""

    body: bytes = b""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    location: str | None = None
    is_held: bool = False
    """The head is sent, the body is not, until the server stops."""
    etag: str | None = None
    """Who has this version of the page is told that it has not changed."""
    more: tuple[tuple[str, str], ...] = ()
    """Further headers."""


class Site(ThreadingHTTPServer):
    """Answers each path as it was told, query or not; every other path as `*` was told, or it is not found."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        super().__init__((HOST, 0), _Exchange)
        self.answers = dict(answers)
        self.requests: list[str] = []
        """The path of every request, in order."""
        self.stopped = threading.Event()

    def url(self, path: str, host: str = HOST) -> str:
        return f"http://{host}:{self.server_port}{path}"

    def put(self, path: str, content: str | bytes = "", **changes: Any) -> str:
        """Set what stands on a path, and return its URL."""
        body = content.encode() if isinstance(content, str) else content
        self.answers[path] = Answer(body, **changes)
        return self.url(path)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent: a client that is killed in the middle is no news here."""


class _Exchange(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20.0
    server: Site

    def do_GET(self) -> None:
        self.server.requests.append(self.path)
        told = self.server.answers
        missing = told.get("*", Answer(b"<p>There is no such page.</p>", 404))
        answer = told.get(self.path) or told.get(self.path.partition("?")[0], missing)
        if answer.etag and self.headers.get("If-None-Match") == answer.etag:
            answer = replace(answer, status=304, body=b"")
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(max(len(answer.body), int(answer.is_held))))
        self.send_header("Connection", "close")
        if answer.etag:
            self.send_header("ETag", answer.etag)
        if answer.location:
            self.send_header("Location", answer.location)
        for name, value in answer.more:
            self.send_header(name, value)
        self.end_headers()
        if answer.is_held:
            self.wfile.flush()
            self.server.stopped.wait(self.timeout)
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
        """Stay silent: standard error belongs to the command."""


@contextmanager
def serving(answers: Mapping[str, Answer] | None = None) -> Iterator[Site]:
    """Serve for as long as the block runs, on a free port."""
    with Site(answers or {}) as site:
        thread = threading.Thread(target=site.serve_forever, args=(POLL_S,), name="site")
        thread.start()
        try:
            yield site
        finally:
            site.stopped.set()
            site.shutdown()
            thread.join()
