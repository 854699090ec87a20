"""From host names to addresses that may be dialled.

Every answer for a name is checked, and the checked address itself is what the dialler gets: a name that resolves
differently the next moment gains nothing.
"""

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from ipaddress import ip_address
from itertools import chain, zip_longest

from claimcheck.fetch import trouble
from claimcheck.fetch.addresses import is_public
from claimcheck.fetch.names import ipv4_of
from claimcheck.fetch.trouble import FetchError

Lookup = Callable[[str, int], Awaitable[Sequence[str]]]
"""Host and port to address literals; raises `OSError` (`socket.gaierror`) where there are none."""

_PRIVATE_NAMES = (".local", ".internal", ".home.arpa", ".intranet", ".lan", ".corp")
"""How names end that no public name server knows: RFC 6762, RFC 8375, and habit."""
_LOOPBACK = ("127.0.0.1", "::1")


async def look_up(host: str, port: int) -> tuple[str, ...]:
    """Ask the system's resolver.

    Each question has a daemon thread of its own: the loop's pool has six on two cores, so that a few slow name
    servers would hold up every other host, and its threads would hold up the end of the process.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[tuple[str, ...]] = loop.create_future()

    def settle(addresses: tuple[str, ...], error: Exception | None) -> None:
        if answer.done():
            return
        if error is None:
            answer.set_result(addresses)
        else:
            answer.set_exception(error)

    def ask() -> None:
        addresses: tuple[str, ...] = ()
        failure: Exception | None = None
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            addresses = tuple(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))
        except (OSError, UnicodeError) as error:
            failure = error
        with suppress(RuntimeError):  # the loop was closed while the resolver was waiting
            loop.call_soon_threadsafe(settle, addresses, failure)

    threading.Thread(target=ask, name=f"look up {host}", daemon=True).start()
    return await answer


class Guard:
    """Resolves the hosts of one run, and refuses those that are not on the public internet."""

    def __init__(self, *, allow_private: bool, control_host: str, lookup: Lookup = look_up) -> None:
        """Take the run's policy; `lookup` asks the resolver."""
        self._allow_private = allow_private
        self._control_host = control_host
        self._lookup = lookup
        self._asked = False
        self._known: dict[str, tuple[str, ...]] = {}

    async def addresses(self, host: str, port: int, *, timeout_s: float) -> tuple[str, ...]:
        """Return the addresses of a host, IPv6 and IPv4 by turns; raise `FetchError` if there are none or one is private."""
        found = _spelled_out(host) or self._known.get(host) or await self._ask(host, port, timeout_s)
        self._require_public(host, found)
        return found

    def check_spelling(self, host: str) -> None:
        """Raise `FetchError` for what can be seen to be private without a look-up: all there is where a proxy resolves."""
        self._require_public(host, _spelled_out(host))

    def _require_public(self, host: str, addresses: Sequence[str]) -> None:
        for address in addresses:
            if not self._allow_private and not is_public(address):
                raise FetchError(trouble.private_address(host, address))

    async def _ask(self, host: str, port: int, timeout_s: float) -> tuple[str, ...]:
        self._asked = True
        try:
            async with asyncio.timeout(timeout_s):
                found = await self._lookup(host, port)
                if not found:
                    raise socket.gaierror(socket.EAI_NONAME, "no address")
        except TimeoutError as error:
            raise FetchError(trouble.lookup_too_slow(host, timeout_s)) from error
        except (OSError, UnicodeError) as error:
            raise FetchError(trouble.unresolved(host, error)) from error
        self._known[host] = _by_turns(found)
        return self._known[host]

    def is_private(self, host: str) -> bool:
        """Say whether a host is not one of the public internet, by its spelling or by what its name was found to be."""
        name, literals = host.rstrip(".").lower(), _spelled_out(host)
        if not literals and ("." not in name or name.endswith(_PRIVATE_NAMES)):
            return True
        return any(not is_public(one) for one in literals or self._known.get(host, ()))

    async def is_offline(self, *, within_s: float = 3.0) -> bool:
        """Say whether this machine is offline: names were looked up, none resolved, and the control name does not either.

        Where private addresses are refused, a name that leads to one, as of this machine itself, proves no network.
        """
        reached = (one for found in self._known.values() for one in found)
        if not self._asked or any(self._allow_private or is_public(one) for one in reached):
            return False
        try:
            async with asyncio.timeout(within_s):
                await self._lookup(self._control_host, 443)
        except (OSError, UnicodeError):  # a time-out is an OSError
            return True
        return False


def is_this_machine(host: str) -> bool:
    """Say whether a host is loopback by its spelling alone."""
    found = _spelled_out(host)
    return bool(found) and all(ip_address(address).is_loopback for address in found)


def _spelled_out(host: str) -> tuple[str, ...]:
    """Return the addresses of a host that no resolver has to be asked for; empty for an ordinary name."""
    with suppress(ValueError):
        ip_address(host)
        return (host,)
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return _LOOPBACK  # RFC 6761: never ask a name server
    number = ipv4_of(name)
    return () if number is None else (number,)


def _by_turns(addresses: Sequence[str]) -> tuple[str, ...]:
    """Order addresses so that the two families alternate: where one is broken, the second dial succeeds."""
    first = [address for address in addresses if (":" in address) == (":" in addresses[0])]
    second = [address for address in addresses if address not in first]
    return tuple(
        address for address in chain.from_iterable(zip_longest(first, second)) if address is not None
    )
