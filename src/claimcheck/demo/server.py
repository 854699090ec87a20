"""A real HTTP server on loopback that answers as the demo's outlets do."""

import gzip
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from claimcheck.demo import pages

HOST = "127.0.0.1"
_IDLE_S = 5.0  # a client that connects and says nothing must not hold up the end of the demo
_POLL_S = 0.02  # how soon the server notices that it is to stop; the default of half a second is felt


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says on one path."""

    status: HTTPStatus
    content_type: str = "text/html; charset=utf-8"
    body: bytes = b""
    location: str | None = None
    gzipped: bool = False
    """Whether the body is compressed for clients that accept it."""


def answers(port: int) -> Mapping[str, Answer]:
    """List what stands on each path; every other path is not found."""
    origin = f"http://{HOST}:{port}"
    articles = {
        page.path: Answer(
            HTTPStatus.OK,
            # The windows-1252 page leaves its encoding to the meta element, as such sites do.
            content_type="text/html; charset=utf-8" if page.charset == "utf-8" else "text/html",
            body=pages.render(page, origin=origin),
            gzipped=page is pages.KESTREL_TIMES,
        )
        for page in pages.READABLE
    }
    moved = Answer(HTTPStatus.MOVED_PERMANENTLY, location=f"{origin}{pages.LANTERNSIDE.path}")
    wall = Answer(HTTPStatus.FORBIDDEN, body=pages.render_bot_wall())
    return articles | {
        "/lanternside/p/48213": moved,
        "/quayward-daily/2026/09/13/what-the-pumping-station-knew": wall,
    }


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # closing waits for the exchanges under way, so that no socket is left open

    def __init__(self) -> None:
        super().__init__((HOST, 0), _Exchange)
        self.answers = answers(self.server_port)
        self.not_found = Answer(
            HTTPStatus.NOT_FOUND, body=pages.render_not_found(origin=f"http://{HOST}:{self.server_port}")
        )

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent: a client that hangs up in the middle is no news."""


class _Exchange(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _IDLE_S
    server: _Server

    def do_GET(self) -> None:
        answer = self.server.answers.get(self.path, self.server.not_found)
        gzipped = answer.gzipped and "gzip" in self.headers.get("Accept-Encoding", "")
        body = gzip.compress(answer.body, mtime=0) if gzipped else answer.body
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        if gzipped:
            self.send_header("Content-Encoding", "gzip")
        if answer.location:
            self.send_header("Location", answer.location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
        """Stay silent: standard error belongs to the command."""


@contextmanager
def serve() -> Iterator[int]:
    """Serve the demo's pages on a free port of 127.0.0.1 for as long as the block runs; yield the port."""
    with _Server() as server:
        thread = Thread(target=server.serve_forever, args=(_POLL_S,), name="demo-server")
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()
