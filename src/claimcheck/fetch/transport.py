"""Connections that go to checked addresses only, while Host, SNI and certificate stay by name."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterable
from typing import Any

import httpcore
import httpx

from claimcheck.fetch import trouble
from claimcheck.fetch.guard import Guard
from claimcheck.fetch.trouble import FetchError

_MOST_DIALS = 4  # addresses of one host that are tried; each gets its share of the time
_READ_LIMIT = 128 * 1024  # asyncio stops reading at twice this; a page in one go saves wake-ups
_KEEP_ALIVE_S = 5.0


class GuardedTransport(httpx.AsyncBaseTransport):
    """The connections to one origin; every failure to connect is a `FetchError`."""

    def __init__(
        self, guard: Guard, *, ssl_context: ssl.SSLContext | None, connections: int, connect_s: float
    ) -> None:
        """Keep at most `connections` open; `connect_s` bounds look-up, dialling and TLS, each; http needs no context."""
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=ssl_context,
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=_KEEP_ALIVE_S,
            network_backend=_Dialler(guard, connect_s),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the response's body is still to be read, by `response.stream`."""
        response = await self._pool.handle_async_request(
            httpcore.Request(
                request.method,
                httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    async def aclose(self) -> None:
        """Close every connection."""
        await self._pool.aclose()


class _Body(httpx.AsyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._response.aiter_stream()

    async def aclose(self) -> None:
        await self._response.aclose()


class _Dialler(httpcore.AsyncNetworkBackend):
    """httpcore's way to the network: names go through the guard, literals go to the socket."""

    def __init__(self, guard: Guard, connect_s: float) -> None:
        self._guard = guard
        self._connect_s = connect_s

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - the signature is httpcore's
        local_address: str | None = None,  # noqa: ARG002 - the signature is httpcore's
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - the signature is httpcore's
    ) -> httpcore.AsyncNetworkStream:
        found = await self._guard.addresses(host, port, timeout_s=self._connect_s)
        addresses = found[:_MOST_DIALS]
        refusals: list[OSError] = []
        for address in addresses:
            try:
                async with asyncio.timeout(self._connect_s / len(addresses)):
                    reader, writer = await asyncio.open_connection(address, port, limit=_READ_LIMIT)
            except TimeoutError:
                continue
            except OSError as error:
                refusals.append(error)
            else:
                return _Stream(host, reader, writer, self._connect_s)
        if refusals:
            raise FetchError(trouble.not_connected(host, port, refusals[0])) from refusals[0]
        raise FetchError(trouble.connect_too_slow(host, self._connect_s))


class _Stream(httpcore.AsyncNetworkStream):
    """One connection. Reads and writes have no limit of their own: the whole exchange has one."""

    def __init__(
        self, host: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, connect_s: float
    ) -> None:
        self._host = host
        self._reader = reader
        self._writer = writer
        self._connect_s = connect_s
        self._heard_nothing = True

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002, ASYNC109 - the signature is httpcore's
        try:
            received = await self._reader.read(max_bytes)
        except OSError as error:
            raise httpcore.ReadError(str(error)) from error
        if not received and self._heard_nothing:  # httpcore would call it a protocol error
            raise httpcore.ReadError("closed before an answer")
        self._heard_nothing = False
        return received

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002, ASYNC109 - the signature is httpcore's
        self._heard_nothing = True
        try:
            self._writer.write(buffer)
            await self._writer.drain()
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - the signature is httpcore's
    ) -> httpcore.AsyncNetworkStream:
        name = (server_hostname or self._host).rstrip(".")  # certificates are without the root's dot
        try:
            async with asyncio.timeout(self._connect_s):
                await self._writer.start_tls(ssl_context, server_hostname=name)
        except BaseException as error:
            self._writer.transport.abort()
            match error:
                case ssl.SSLError():
                    raise FetchError(trouble.tls_failed(self._host, error)) from error
                case TimeoutError():
                    raise FetchError(trouble.connect_too_slow(self._host, self._connect_s)) from error
                case OSError():
                    raise FetchError(trouble.connection_lost(self._host)) from error
                case _:
                    raise
        return self

    async def aclose(self) -> None:
        self._writer.transport.abort()  # a farewell could take as long as the other side likes

    def get_extra_info(self, info: str) -> Any:
        # httpcore asks before it takes an idle connection again: one that the server closed is of no use
        return (self._reader.at_eof() or self._writer.is_closing()) if info == "is_readable" else None
