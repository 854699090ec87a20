"""A real loopback server that writes its answers byte by byte, and coroutine tests."""

import asyncio
import inspect
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import trustme

from claimcheck.fetch.client import Fetcher
from claimcheck.fetch.options import FetchOptions
from claimcheck.fetch.response import Fetched

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
Routes = Mapping[str, bytes | Sequence[bytes] | Handler]


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    asyncio.run(asyncio.wait_for(pyfuncitem.obj(**arguments), 10))
    return True


@dataclass
class Server:
    """Answers each path with its bytes and closes; a sequence is used up to its last answer; a coroutine does as it likes."""

    routes: Routes
    scheme: str = "http"
    port: int = 0
    heads: list[str] = field(default_factory=list)
    """The head of every request, in order."""
    writers: list[asyncio.StreamWriter] = field(default_factory=list)
    asked: dict[str, int] = field(default_factory=dict)

    def url(self, path: str = "/", host: str = "site.test") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writers.append(writer)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.heads.append(head)
            path = head.split(" ")[1]
            answer = self.routes[path]
            if callable(answer):
                await answer(reader, writer)
                return
            if not isinstance(answer, bytes):
                turn = self.asked.get(path, 0)
                self.asked[path] = turn + 1
                answer = answer[min(turn, len(answer) - 1)]
            writer.write(answer)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass  # the client hung up
        finally:
            writer.close()


@asynccontextmanager
async def serving(routes: Routes, context: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    server = Server(routes, "https" if context else "http")
    listener = await asyncio.start_server(server.talk, "127.0.0.1", 0, ssl=context)
    server.port = listener.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listener.close()
        await asyncio.sleep(0.005)
        for writer in server.writers:
            writer.transport.abort()
        await asyncio.sleep(0.005)


@pytest.fixture
def serve() -> Callable[..., AbstractAsyncContextManager[Server]]:
    return serving


@dataclass
class ForwardProxy:
    """A proxy that passes everything on to loopback, whatever the name; `answer` is what it says instead."""

    answer: bytes | None = None
    port: int = 0
    heads: list[str] = field(default_factory=list)
    writers: list[asyncio.StreamWriter] = field(default_factory=list)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writers.append(writer)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.heads.append(head)
            if self.answer is not None:
                writer.write(self.answer)
                await writer.drain()
                return
            await self._pass_on(head, reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass  # one of the two hung up
        finally:
            writer.close()

    async def _pass_on(self, head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        method, target, rest = head.split(" ", 2)
        port = int(target.removeprefix("http://").partition("/")[0].rpartition(":")[2])
        there, onward = await asyncio.open_connection("127.0.0.1", port)
        self.writers.append(onward)
        if method == "CONNECT":
            writer.write(b"HTTP/1.1 200 Established\r\n\r\n")
        else:
            path = "/" + target.removeprefix("http://").partition("/")[2]
            kept = "\r\n".join(line for line in rest.split("\r\n") if not line.startswith("Proxy-"))
            onward.write(f"{method} {path} {kept}".encode())
        await asyncio.gather(_pump(reader, onward), _pump(there, writer))


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while received := await reader.read(65536):
        writer.write(received)
        await writer.drain()
    writer.close()


@asynccontextmanager
async def forwarding(
    answer: bytes | None = None, context: ssl.SSLContext | None = None
) -> AsyncIterator[ForwardProxy]:
    proxy = ForwardProxy(answer)
    listener = await asyncio.start_server(proxy.talk, "127.0.0.1", 0, ssl=context)
    proxy.port = listener.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        listener.close()
        for writer in proxy.writers:
            writer.transport.abort()
        await asyncio.sleep(0.01)


@pytest.fixture
def forward_proxy() -> Callable[..., AbstractAsyncContextManager[ForwardProxy]]:
    return forwarding


def page_of(body: bytes = b"page", status: int = 200, **headers: str) -> bytes:
    """Write a whole answer; underscores in header names stand for hyphens."""
    fields = {"Content-Length": str(len(body)), "Connection": "close"}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status} Said\r\n{lines}\r\n".encode() + body


@pytest.fixture
def page() -> Callable[..., bytes]:
    return page_of


async def loopback(host: str, port: int) -> Sequence[str]:
    return ["127.0.0.1"]


@pytest.fixture
def fetcher() -> Callable[..., Fetcher]:
    """Make a fetcher for which every name is on loopback, patient for moments only."""

    def make(**options: Any) -> Fetcher:
        seams = {name: options.pop(name) for name in ("now", "chance", "lookup") if name in options}
        limits = {
            "allow_private": True,
            "timeout_s": 5.0,
            "spacing_s": 0.0,
            "backoff_s": 0.001,
            "longest_wait_s": 1.0,
        } | options
        return Fetcher(FetchOptions(**limits), **{"lookup": loopback} | seams)

    return make


@pytest.fixture
def fetch(fetcher: Callable[..., Fetcher]) -> Callable[..., Awaitable[Fetched]]:
    """Fetch one URL with a fetcher of its own."""

    async def once(url: str, **options: Any) -> Fetched:
        async with fetcher(**options) as made, made.fetch(url) as fetched:
            return fetched

    return once


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def ca_bundle(authority: trustme.CA, tmp_path: Path) -> Path:
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture
def tls(authority: trustme.CA) -> Callable[[str], ssl.SSLContext]:
    """Make a server's TLS context for a name."""

    def context(name: str) -> ssl.SSLContext:
        made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(made)
        return made

    return context
