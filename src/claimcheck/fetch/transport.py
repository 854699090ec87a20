"""Connections that go to checked addresses only, while Host, SNI and certificate stay by name."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from typing import Any

import httpcore
import httpx

from claimcheck.fetch import trouble
from claimcheck.fetch.guard import Guard
from claimcheck.fetch.proxies import Proxy
from claimcheck.fetch.trouble import FetchError, Trouble

_MOST_DIALS = 4  # addresses of one host that are tried; each gets its share of the time
_READ_LIMIT = 128 * 1024  # asyncio stops reading at twice this; a page in one go saves wake-ups
_KEEP_ALIVE_S = 5.0
_FAILURES = 2  # dials that a proxy may leave without a connection before it is given up


class GuardedTransport(httpx.AsyncBaseTransport):
    """The connections to one origin; every failure to connect is a `FetchError`."""

    def __init__(self, way: "Way", *, ssl_context: ssl.SSLContext | None, connections: int) -> None:
        """Keep at most `connections` open, all of them by one way; an http origin needs no context."""
        self._proxy = way.proxy if isinstance(way, ProxyWay) else None
        self._pool = _pool(
            self._proxy,
            ssl_context=ssl_context,
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=_KEEP_ALIVE_S,
            network_backend=way,
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the response's body is still to be read, by `response.stream`."""
        host = request.url.raw_host
        if self._proxy is not None and b":" in host:
            host = b"[%b]" % host  # httpcore writes it into the proxy's request as it is
        try:
            response = await self._pool.handle_async_request(
                httpcore.Request(
                    request.method,
                    httpcore.URL(
                        scheme=request.url.raw_scheme,
                        host=host,
                        port=request.url.port,
                        target=request.url.raw_path,
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions=request.extensions,
                )
            )
        except (
            httpcore.ProxyError
        ) as error:  # "407 Proxy Authentication Required": it has the status nowhere else
            raise FetchError(self._refusal(host, int(str(error)[:3]))) from error
        if self._proxy is not None and response.status == 407:
            await response.aclose()
            raise FetchError(self._refusal(host, response.status))
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    def _refusal(self, host: bytes, status: int) -> Trouble:
        address = self._proxy.address if self._proxy is not None else ""
        if status == 407:
            return trouble.no_credentials(address)
        return trouble.no_tunnel(host.decode("ascii"), address, status)

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


def _pool(proxy: Proxy | None, **options: Any) -> httpcore.AsyncConnectionPool:
    if proxy is None:
        return httpcore.AsyncConnectionPool(**options)
    # TLS with the proxy is up to its way: httpcore sees a connection that is safe already
    return httpcore.AsyncHTTPProxy(
        httpcore.URL(scheme="http", host=proxy.host, port=proxy.port, target="/"),
        proxy_auth=proxy.credentials and (proxy.credentials[0].encode(), proxy.credentials[1].encode()),
        **options,
    )


class Way(httpcore.AsyncNetworkBackend):
    """httpcore's way to the network: names go through the guard, literals go to the socket."""

    def __init__(self, guard: Guard, connect_s: float) -> None:
        """Take what bounds look-up, dialling and TLS, each."""
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
        """Dial the checked addresses of a host until one answers; raise `FetchError` where none does."""
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


class ProxyWay(Way):
    """The way to a proxy, for all that goes through it: one that is out of reach is not dialled for every URL."""

    def __init__(
        self, proxy: Proxy, guard: Guard, connect_s: float, ssl_context: ssl.SSLContext | None
    ) -> None:
        """Take the proxy, and the TLS context of one that is spoken to by https."""
        super().__init__(guard, connect_s)
        self.proxy = proxy
        self._ssl_context = ssl_context
        self._failures = 0
        self._has_connected = False
        self._out_of_reach: Trouble | None = None

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is httpcore's
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Dial the proxy, over TLS where its URL says so; every failure is the proxy's and no host's."""
        if self._out_of_reach is not None:
            raise FetchError(self._out_of_reach)
        try:
            stream = await super().connect_tcp(host, port, timeout, local_address, socket_options)
            if self._ssl_context is not None:
                stream = await stream.start_tls(self._ssl_context, host)
        except FetchError as error:
            seen = trouble.no_proxy(self.proxy.address, error.trouble)
            self._failures += 1
            if self._failures >= _FAILURES and not self._has_connected:
                self._out_of_reach = replace(seen, transient=False)
            raise FetchError(seen) from error
        self._has_connected = True
        return stream


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
        name = server_hostname or self._host
        name = name.strip("[]").rstrip(".")  # certificates are without brackets and the root's dot
        try:
            async with asyncio.timeout(self._connect_s):
                await self._writer.start_tls(ssl_context, server_hostname=name)
        except BaseException as error:
            self._writer.transport.abort()
            match error:
                case ssl.SSLError():
                    raise FetchError(trouble.tls_failed(name, error)) from error
                case TimeoutError():
                    raise FetchError(trouble.connect_too_slow(name, self._connect_s)) from error
                case OSError():
                    raise FetchError(trouble.connection_lost(name)) from error
                case UnicodeError():  # behind a proxy nobody has looked the name up
                    raise FetchError(trouble.unresolved(name, error)) from error
                case _:
                    raise
        return self

    async def aclose(self) -> None:
        self._writer.transport.abort()  # a farewell could take as long as the other side likes

    def get_extra_info(self, info: str) -> Any:
        # httpcore asks before it takes an idle connection again: one that the server closed is of no use
        return (self._reader.at_eof() or self._writer.is_closing()) if info == "is_readable" else None
