"""The hosts of one run: who may talk to each of them, over which connections, and for how long we bear with it."""

import asyncio
import ssl
from pathlib import Path

import httpx

from claimcheck.errors import UsageError
from claimcheck.fetch.guard import Guard, is_this_machine
from claimcheck.fetch.headers import OwnHeader, headers_for
from claimcheck.fetch.options import FetchOptions
from claimcheck.fetch.proxies import Proxy
from claimcheck.fetch.targets import port_of
from claimcheck.fetch.transport import GuardedTransport, ProxyWay, Way
from claimcheck.fetch.trouble import FetchError, Trouble
from claimcheck.model import Reason

_SILENCES = 2  # exchanges that a host may leave unanswered before its other URLs are given up
_PATIENCE = 3.0  # all waits for one host together, in longest single waits


class Host:
    """What a run knows of one host."""

    def __init__(self, name: str, *, per_host: int, spacing_s: float, patience_s: float) -> None:
        """Start with an open gate, no connections and all patience."""
        self.name = name
        self.gate = asyncio.Semaphore(per_host)
        self._spacing_s = spacing_s
        self.users = 0
        self.transports: dict[tuple[str, int | None], GuardedTransport] = {}
        self._patience_s = patience_s
        self._silences = 0
        self._has_answered = False
        self._out_of_reach: Trouble | None = None

    def open_gate(self) -> None:
        """Let the next URL in, a moment later: who has only one for this host waits for nothing."""
        asyncio.get_running_loop().call_later(self._spacing_s, self.gate.release)

    def require_reachable(self) -> None:
        """Raise at once what earlier exchanges found out: asking again would take as long and give the same."""
        if self._out_of_reach is not None:
            raise FetchError(self._out_of_reach)

    def note_answer(self) -> None:
        """Remember that this host is alive: from now on every URL gets its full time."""
        self._has_answered = True

    def note_trouble(self, trouble: Trouble) -> None:
        """Remember a failed exchange; a host that does not exist or never speaks is given up."""
        self._silences += trouble.silent
        is_mute = trouble.silent and not self._has_answered and self._silences >= _SILENCES
        if trouble.reason is Reason.DNS or is_mute:
            self._out_of_reach = trouble

    def grants(self, wait_s: float) -> bool:
        """Say whether there is patience for a wait, and take it off: a busy host does not hold up its run."""
        if wait_s > self._patience_s:
            return False
        self._patience_s -= wait_s
        return True


class Hosts:
    """Every host that a run meets, and the places that all of them share."""

    def __init__(self, options: FetchOptions, guard: Guard, proxy_guard: Guard) -> None:
        """Start without hosts; `proxy_guard` looks up proxies; a broken CA bundle is a `UsageError`."""
        self._options = options
        self._guard = guard
        self._proxy_guard = proxy_guard
        self._proxy_ways: dict[Proxy, ProxyWay] = {}
        self.places = asyncio.Semaphore(options.jobs)
        self._hosts: dict[str, Host] = {}
        self._ssl_lock = asyncio.Lock()
        self._ssl_context = None if options.ca_bundle is None else _trusting(options.ca_bundle)

    def host(self, name: str) -> Host:
        """Return the one host of that name."""
        if name not in self._hosts:
            self._hosts[name] = Host(
                name,
                per_host=self._options.per_host,
                spacing_s=self._options.spacing_s,
                patience_s=self._options.longest_wait_s * _PATIENCE,
            )
        return self._hosts[name]

    async def transport(self, host: Host, url: httpx.URL) -> GuardedTransport:
        """Return the connections to a URL's origin: one pool a host, since one for all hosts searches all of it."""
        proxy = self._proxy(url)
        if proxy is not None:
            self._guard.check_spelling(host.name)
        origin = url.scheme, url.port
        if origin not in host.transports:
            context = await self._tls() if url.scheme == "https" else None
            transport = GuardedTransport(
                Way(self._guard, self._connect_s) if proxy is None else await self._proxy_way(proxy),
                ssl_context=context,
                connections=self._options.per_host,
            )
            return host.transports.setdefault(origin, transport)
        return host.transports[origin]

    def own_headers(self, url: httpx.URL) -> tuple[OwnHeader, ...]:
        """Return the user's own headers for a URL; over a line that others can read, only within this machine."""
        host = url.raw_host.decode("ascii")
        is_private_line = url.scheme == "https" or (self._proxy(url) is None and is_this_machine(host))
        return headers_for(self._options.headers, host, port_of(url)) if is_private_line else ()

    def _proxy(self, url: httpx.URL) -> Proxy | None:
        return self._options.proxies.through(url.scheme, url.raw_host.decode("ascii"), port_of(url))

    async def _proxy_way(self, proxy: Proxy) -> ProxyWay:
        if proxy not in self._proxy_ways:
            context = await self._tls() if proxy.scheme == "https" else None
            self._proxy_ways.setdefault(proxy, ProxyWay(proxy, self._proxy_guard, self._connect_s, context))
        return self._proxy_ways[proxy]

    @property
    def _connect_s(self) -> float:
        return self._options.timeout_s / 2

    async def _tls(self) -> ssl.SSLContext:
        """Return the context of all https hosts, made when the first one comes: reading the certificates takes a while."""
        async with self._ssl_lock:
            if self._ssl_context is None:
                self._ssl_context = await asyncio.to_thread(httpx.create_ssl_context, trust_env=False)
            return self._ssl_context

    async def close(self) -> None:
        """Close the connections that are still open."""
        for host in self._hosts.values():
            await close_connections(host)


class Turn:
    """One URL's turn: a host's gate, and one of the run's places.

    The gate comes first, so that URLs that queue for a slow host take no place from the others; and both are given
    back before another host's gate is waited for, so that no two turns wait for each other.
    """

    def __init__(self, hosts: Hosts) -> None:
        """Hold nothing yet."""
        self._hosts = hosts
        self._host: Host | None = None
        self._has_gate = False
        self._has_place = False

    async def at(self, name: str) -> Host:
        """Wait for the turn at a host, leaving the one before."""
        host = self._host
        if host is None or host.name != name:
            await self.end()
            host = self._host = self._hosts.host(name)
            host.users += 1
            await host.gate.acquire()
            self._has_gate = True
        if not self._has_place:
            await self._hosts.places.acquire()
            self._has_place = True
        return host

    async def pause(self, wait_s: float) -> bool:
        """Wait without a place but at the gate, so that the host alone is spared; `False` at once where it has no patience left."""
        if self._host is None or not self._host.grants(wait_s):
            return False
        self._leave_place()
        await asyncio.sleep(wait_s)
        return True

    async def leave_host(self) -> None:
        """Open the gate for the next URL; the last one closes the connections."""
        host, self._host = self._host, None
        if host is None:
            return
        if self._has_gate:
            self._has_gate = False
            host.open_gate()
        host.users -= 1
        if not host.users:
            await close_connections(host)

    async def end(self) -> None:
        """Give everything back; ending twice is harmless."""
        self._leave_place()
        await self.leave_host()

    def _leave_place(self) -> None:
        if self._has_place:
            self._has_place = False
            self._hosts.places.release()


async def close_connections(host: Host) -> None:
    """Close what is open to a host; it may be used again afterwards."""
    while host.transports:
        _, transport = host.transports.popitem()
        await transport.aclose()


def _trusting(ca_bundle: Path) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=ca_bundle)
    except OSError as error:  # an ssl.SSLError too
        hint = "--ca-bundle takes a file of PEM certificates"
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"cannot read the CA bundle {ca_bundle}: {reason}", hint=hint) from error
