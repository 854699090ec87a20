"""Names: what they resolve to, what is refused, and whether this machine is offline."""

import asyncio
import socket
from collections.abc import Sequence
from typing import Any

import pytest

from claimcheck.fetch.guard import Guard, look_up
from claimcheck.fetch.trouble import FetchError
from claimcheck.model import Reason

PUBLIC = "93.184.216.34"
NAMES: dict[str, Sequence[str]] = {
    "public.test": [PUBLIC],
    "private.test": ["10.0.0.5"],
    "mixed.test": [PUBLIC, "10.0.0.5"],
    "dual.test": ["2606:4700::1", "2606:4700::2", "2606:4700::3", PUBLIC, "1.1.1.1"],
    "empty.test": [],
    "control.test": [PUBLIC],
}


async def lookup(host: str, port: int) -> Sequence[str]:
    if host == "busy.test":
        raise socket.gaierror(socket.EAI_AGAIN, "try again")
    if host == "slow.test":
        await asyncio.sleep(60)
    if host not in NAMES:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")
    return NAMES[host]


def guard(*, allow_private: bool = False, control_host: str = "control.test", ask: Any = lookup) -> Guard:
    return Guard(allow_private=allow_private, control_host=control_host, lookup=ask)


async def trouble(made: Guard, host: str) -> Any:
    with pytest.raises(FetchError) as caught:
        await made.addresses(host, 80, timeout_s=0.05)
    return caught.value.trouble


async def test_the_families_alternate() -> None:
    """Where IPv6 is broken the second dial succeeds, however many IPv6 addresses a host has."""
    found = await guard().addresses("dual.test", 443, timeout_s=1)
    assert found == ("2606:4700::1", PUBLIC, "2606:4700::2", "1.1.1.1", "2606:4700::3")


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("private.test", "10.0.0.5"),
        ("mixed.test", "10.0.0.5"),
        ("127.1", "127.0.0.1"),
        ("127.0.0.1.", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("0x7f000001", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("0177.0.0.1", "127.0.0.1"),
        ("0", "0.0.0.0"),
        ("localhost", "127.0.0.1"),
        ("LOCALHOST.", "127.0.0.1"),
        ("db.localhost", "127.0.0.1"),
    ],
)
async def test_a_private_answer_is_refused(host: str, address: str) -> None:
    """One private answer among public ones is enough, and no spelling of loopback passes."""
    seen = await trouble(guard(), host)
    assert seen.reason is Reason.PRIVATE_ADDRESS
    assert f"The host {host} resolves to {address}, which is not on the public internet" in seen.detail
    assert address in await guard(allow_private=True).addresses(host, 80, timeout_s=1)


@pytest.mark.parametrize(
    "literal", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "64:ff9b::a00:5", "169.254.169.254"]
)
async def test_a_private_literal_is_refused(literal: str) -> None:
    """A literal is judged without asking anybody."""
    seen = await trouble(guard(), literal)
    assert (
        seen.detail == f"The address {literal} is not on the public internet; --allow-private would fetch it."
    )


@pytest.mark.parametrize(
    ("host", "reason", "words"),
    [
        ("nowhere.test", Reason.DNS, "The host nowhere.test does not exist"),
        ("empty.test", Reason.DNS, "The host empty.test does not exist"),
        ("busy.test", Reason.TIMEOUT, "The name server gave no answer for busy.test"),
        ("slow.test", Reason.TIMEOUT, "Looking up slow.test took more than 0.05 s"),
    ],
)
async def test_a_name_without_an_address(host: str, reason: Reason, words: str) -> None:
    """No such name is another thing than no answer; both may mean that this machine is offline."""
    seen = await trouble(guard(), host)
    assert (seen.reason, seen.unresolved) == (reason, True)
    assert words in seen.detail


async def test_a_name_is_asked_for_once() -> None:
    """Two connections to a host need one answer, and a resolver that changes its mind changes nothing."""
    answers = [[PUBLIC], ["10.0.0.5"]]

    async def rebinding(host: str, port: int) -> Sequence[str]:
        return answers.pop(0)

    made = guard(ask=rebinding)
    assert await made.addresses("public.test", 80, timeout_s=1) == (PUBLIC,)
    assert await made.addresses("public.test", 80, timeout_s=1) == (PUBLIC,)


@pytest.mark.parametrize(
    ("hosts", "control_host", "offline"),
    [
        (["nowhere.test", "busy.test", "slow.test"], "nowhere.test", True),
        (["busy.test"], "busy.test", True),
        (["nowhere.test"], "control.test", False),
        (["nowhere.test", "public.test"], "nowhere.test", False),
        (["nowhere.test", "private.test"], "nowhere.test", True),  # a name of this machine proves no network
        (["127.0.0.1", "localhost"], "nowhere.test", False),
        ([], "nowhere.test", False),
    ],
)
async def test_offline_is_when_no_name_resolves(hosts: list[str], control_host: str, offline: bool) -> None:
    """Nor does the control name; a run that never asked for a name is not offline."""
    made = guard(control_host=control_host)
    for host in hosts:
        try:
            await made.addresses(host, 80, timeout_s=0.01)
        except FetchError:
            continue
    assert await made.is_offline() is offline


async def test_an_intranet_is_a_network_for_who_may_reach_it() -> None:
    """Its names resolve, whatever the internet does."""
    made = guard(control_host="nowhere.test", allow_private=True)
    await made.addresses("private.test", 80, timeout_s=1)
    assert not await made.is_offline()


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("site.example", False),
        (PUBLIC, False),
        ("2606:4700::1", False),
        ("::1", True),
        ("10.0.0.5", True),
        ("wiki", True),
        ("board.internal", True),
        ("db.localhost", True),
    ],
)
def test_what_is_private_by_its_spelling(host: str, private: bool) -> None:
    """An address is judged as one: that of IPv6 has no dot, and is no name of a local network for that."""
    assert guard().is_private(host) is private


async def test_a_silent_resolver_does_not_hold_up_the_verdict() -> None:
    """A machine without a network may wait for its resolver for a minute; the question has a limit."""
    made = guard(control_host="slow.test")
    await trouble(made, "nowhere.test")
    async with asyncio.timeout(1):
        assert await made.is_offline(within_s=0.05)


async def test_the_system_resolver() -> None:
    """It gives literals, raises what `getaddrinfo` raises, and survives a caller that went away."""
    assert set(await look_up("localhost", 80)) <= {"127.0.0.1", "::1"}
    with pytest.raises(UnicodeError):  # a label of 64 characters; refused before anybody is asked
        await look_up(f"{'a' * 64}.test", 80)
    waiting = asyncio.create_task(look_up("localhost", 80))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await asyncio.sleep(0.01)
