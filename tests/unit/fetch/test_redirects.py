"""Redirects: where they lead, where they stop, and what is carried along."""

import socket
from typing import Any

import pytest

from claimcheck.model import Reason


def to(location: str | None, status: int = 302, **headers: str) -> bytes:
    fields = headers | ({"Location": location} if location is not None else {})
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status} Moved\r\nConnection: close\r\nContent-Length: 0\r\n{lines}\r\n".encode()


@pytest.mark.parametrize(
    ("statuses", "permanent"),
    [((301,), True), ((308, 301), True), ((301, 302), False), ((303,), False), ((307, 308), False)],
)
async def test_redirects_are_followed(
    serve: Any, page: Any, fetch: Any, statuses: tuple[int, ...], permanent: bool
) -> None:
    """Every URL after the first is kept; moved permanently is a page all of whose redirects say so."""
    hops = {f"/{hop}": to(f"{hop + 1}", status) for hop, status in enumerate(statuses)}
    async with serve(hops | {f"/{len(statuses)}": page(b"end")}) as server:
        fetched = await fetch(server.url("/0"))
    assert fetched.body == b"end"
    assert fetched.redirects == tuple(server.url(f"/{hop + 1}") for hop in range(len(statuses)))
    assert fetched.final_url == fetched.redirects[-1]
    assert fetched.moved_permanently is permanent


async def test_a_page_that_never_moved(serve: Any, page: Any, fetch: Any) -> None:
    """It has no redirects and has not moved permanently."""
    async with serve({"/": page()}) as server:
        fetched = await fetch(server.url())
    assert (fetched.redirects, fetched.moved_permanently) == ((), False)


async def test_a_redirect_to_another_host(serve: Any, page: Any, fetch: Any) -> None:
    """The other host is asked by its own name, without the credentials that the redirect brings."""
    async with (
        serve({"/": page()}) as other,
        serve({"/": to(f"http://user:secret@other.test:{other.port}/#top")}) as server,
    ):
        fetched = await fetch(server.url())
    assert fetched.redirects == (f"http://other.test:{other.port}/#top",)
    assert f"Host: other.test:{other.port}\r\n" in other.heads[0]
    assert "Authorization" not in other.heads[0]


@pytest.mark.parametrize(
    ("location", "words"),
    [
        (None, "without saying where to"),
        ("", "without saying where to"),
        ("mailto:desk@site.test", "to 'mailto:desk@site.test', which is no web page"),
        ("app://open", "which is no web page"),
        ("file:///etc/passwd", "to 'file:///etc/passwd', which is no web page"),
        ("http://site.test:99999/", "which is no web page"),
        ("http://[::1/", "which is no web page"),
    ],
)
async def test_a_redirect_that_leads_to_no_page(
    serve: Any, fetch: Any, location: str | None, words: str
) -> None:
    """The status and the target are named."""
    async with serve({"/": to(location)}) as server:
        fetched = await fetch(server.url())
    assert (fetched.reason, fetched.status, fetched.final_url) == (Reason.REDIRECT_LOOP, 302, server.url())
    assert words in fetched.detail


async def test_redirects_in_circles(serve: Any, fetch: Any) -> None:
    """The loop is seen at its first turn."""
    async with serve({"/a": to("/b"), "/b": to("/a#again")}) as server:
        fetched = await fetch(server.url("/a"))
    assert fetched.reason is Reason.REDIRECT_LOOP
    assert f"lead back to {server.url('/a')};" in fetched.detail
    assert len(server.heads) == 2


async def test_redirects_without_end(serve: Any, fetch: Any) -> None:
    """A chain that never repeats itself has a limit."""
    async with serve({f"/{hop}": to(f"/{hop + 1}") for hop in range(9)}) as server:
        fetched = await fetch(server.url("/0"), max_redirects=4)
    assert fetched.reason is Reason.REDIRECT_LOOP
    assert "more than 4 redirects" in fetched.detail
    assert len(fetched.redirects) == 5


async def test_cookies_live_as_long_as_one_attempt(serve: Any, page: Any, fetcher: Any) -> None:
    """A site that sets a cookie and redirects to itself gets it back; the next URL starts without."""
    async with (
        serve({"/": [to("/", Set_Cookie="seen=yes; Path=/"), page(b"in")]}) as server,
        fetcher() as made,
    ):
        for _ in range(2):
            async with made.fetch(server.url()) as fetched:
                assert fetched.body == b"in"
    assert ["Cookie: seen=yes" in head for head in server.heads] == [False, True, False]


async def test_cookies_stay_with_their_host(serve: Any, page: Any, fetch: Any) -> None:
    """Another host learns nothing of them."""
    async with (
        serve({"/": page()}) as other,
        serve({"/": to(other.url(host="other.test"), Set_Cookie="seen=yes")}) as server,
    ):
        await fetch(server.url())
    assert "Cookie" not in other.heads[0]


async def test_a_cookie_that_is_no_ascii_is_carried(serve: Any, page: Any, fetch: Any) -> None:
    """Servers set them, and redirect loops are the price of refusing."""
    async with serve({"/": [to("/", Set_Cookie="name=käse"), page(b"in")]}) as server:
        fetched = await fetch(server.url())
    assert fetched.body == b"in"


@pytest.mark.parametrize(
    ("location", "seen"),
    [
        ("http://127.0.0.1:{port}/admin", "The address 127.0.0.1 is not on the public internet"),
        ("http://2130706433:{port}/admin", "The address 127.0.0.1 is not on the public internet"),
        ("http://169.254.169.254/latest/meta-data", "The address 169.254.169.254 is not on"),
        ("http://inside.test/admin", "The host inside.test resolves to 10.0.0.5"),
    ],
)
async def test_a_redirect_to_a_private_address_is_refused(  # noqa: PLR0917 - fixtures and a table's columns
    serve: Any, page: Any, fetch: Any, monkeypatch: pytest.MonkeyPatch, location: str, seen: str
) -> None:
    """Every hop is checked, not the first alone; the failure keeps the way that led there."""
    public = "93.184.216.34"
    connect = socket.socket.connect

    def to_loopback(self: socket.socket, address: tuple[str, int]) -> None:
        assert address[0] == public, "a private address was dialled"
        connect(self, ("127.0.0.1", address[1]))

    async def lookup(host: str, port: int) -> list[str]:
        return [public] if host == "site.test" else ["10.0.0.5"]

    routes = {"/admin": page(b"secret")}
    async with serve(routes) as server:
        target = location.format(port=server.port)
        routes["/"] = to(target)
        monkeypatch.setattr(socket.socket, "connect", to_loopback)
        fetched = await fetch(server.url(), lookup=lookup, allow_private=False)
    passed = target.replace("2130706433", "127.0.0.1")
    assert (fetched.reason, fetched.redirects, fetched.status) == (Reason.PRIVATE_ADDRESS, (passed,), None)
    assert seen in fetched.detail
    assert len(server.heads) == 1
