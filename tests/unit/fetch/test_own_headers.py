"""Headers of the user's own on the wire: to their host over a private line, and nowhere else."""

import logging
from pathlib import Path
from typing import Any

import pytest

from claimcheck.fetch.headers import HostHeaders, OwnHeader
from claimcheck.fetch.options import FetchOptions
from claimcheck.fetch.proxies import Proxies, Proxy

SECRET = "s3cr3t"


def own(host: str, *headers: tuple[str, str], port: int | None = None) -> HostHeaders:
    given = headers or (("Cookie", f"session={SECRET}"),)
    return HostHeaders(host, port, tuple(OwnHeader(name, value) for name, value in given))


def carried(heads: list[str]) -> list[bool]:
    return [f"Cookie: session={SECRET}\r\n" in head for head in heads]


async def test_a_header_goes_to_its_host_over_tls(
    serve: Any, page: Any, fetch: Any, tls: Any, ca_bundle: Path
) -> None:
    """A reader's own subscription; what claimcheck says of itself can be replaced."""
    headers = (
        own("site.test", ("Cookie", f"session={SECRET}"), ("user-agent", "reader/1"), ("X-Key", "k: 1")),
    )
    async with serve({"/": page(b"for readers")}, tls("site.test")) as server:
        fetched = await fetch(server.url(), headers=headers, ca_bundle=ca_bundle)
    assert fetched.body == b"for readers"
    (head,) = server.heads
    assert carried([head]) == [True]
    assert "\r\nX-Key: k: 1\r\n" in head
    assert head.lower().count("user-agent") == 1
    assert "reader/1" in head
    assert SECRET not in repr(fetched)


@pytest.mark.parametrize(
    ("host", "sent"),
    [("site.test", False), ("127.0.0.1", True), ("localhost", True)],
)
async def test_over_http_it_goes_to_this_machine_alone(
    serve: Any, page: Any, fetch: Any, host: str, sent: bool
) -> None:
    """A name that resolves to loopback now may resolve to another place tomorrow."""
    async with serve({"/": page()}) as server:
        await fetch(server.url(host=host), headers=(own(host.strip("[]")),))
    assert carried(server.heads) == [sent]


async def test_over_http_a_proxy_does_not_see_it(
    serve: Any, page: Any, forward_proxy: Any, fetch: Any
) -> None:
    """What is loopback there is another machine."""
    async with serve({"/": page()}) as server, forward_proxy() as proxy:
        proxies = Proxies(Proxy("http", "127.0.0.1", proxy.port))
        await fetch(server.url(host="localhost"), headers=(own("localhost"),), proxies=proxies)
    assert SECRET not in proxy.heads[0]


async def test_over_a_tunnel_the_host_alone_sees_it(  # noqa: PLR0917 - fixtures
    serve: Any, page: Any, forward_proxy: Any, fetch: Any, tls: Any, ca_bundle: Path
) -> None:
    """The proxy is asked for the tunnel without it."""
    async with serve({"/": page()}, tls("site.test")) as server, forward_proxy() as proxy:
        proxies = Proxies(https=Proxy("http", "127.0.0.1", proxy.port))
        await fetch(server.url(), headers=(own("site.test"),), proxies=proxies, ca_bundle=ca_bundle)
    assert carried(server.heads) == [True]
    assert SECRET not in proxy.heads[0]


async def test_it_does_not_follow_a_redirect_to_another_host(
    serve: Any, page: Any, fetch: Any, tls: Any, ca_bundle: Path
) -> None:
    """Nor to the same host over http; the way back gets it again."""
    routes: dict[str, bytes] = {"/end": page()}
    plain: dict[str, bytes] = {}
    async with (
        serve(routes, tls("site.test")) as server,
        serve(plain) as other,
        serve({"/": page(status=302, Location="/end"), "/end": page()}, tls("www.site.test")) as sibling,
    ):
        routes["/http"] = page(status=302, Location=other.url())
        plain["/"] = page(status=302, Location=server.url("/end"))
        routes["/sibling"] = page(status=302, Location=sibling.url(host="www.site.test"))
        for path in ("/http", "/sibling"):
            fetched = await fetch(server.url(path), headers=(own("site.test"),), ca_bundle=ca_bundle)
            assert fetched.status == 200
    assert carried(server.heads) == [True, True, True]
    assert carried(other.heads) == [False]
    assert carried(sibling.heads) == [False, False]


async def test_a_port_that_is_written_must_be_the_port(serve: Any, page: Any, fetch: Any) -> None:
    """The neighbour on another port is somebody else's."""
    async with serve({"/": page()}) as server, serve({"/": page()}) as neighbour:
        headers = (own("127.0.0.1", port=server.port),)
        for one in (server, neighbour):
            await fetch(one.url(host="127.0.0.1"), headers=headers)
    assert (carried(server.heads), carried(neighbour.heads)) == ([True], [False])


async def test_the_sites_own_cookies_join_it(serve: Any, page: Any, fetch: Any) -> None:
    """A site that sets one and redirects to itself gets both; the next URL starts with the user's alone."""
    async with serve({"/": [page(status=302, Location="/", Set_Cookie="seen=yes"), page(b"in")]}) as server:
        fetched = await fetch(server.url(host="127.0.0.1"), headers=(own("127.0.0.1"),))
        await fetch(server.url(host="127.0.0.1"), headers=(own("127.0.0.1"),))
    assert fetched.body == b"in"
    cookies = [head.partition("Cookie: ")[2].partition("\r\n")[0] for head in server.heads]
    assert cookies == [f"session={SECRET}", f"session={SECRET}; seen=yes", f"session={SECRET}"]


async def test_nothing_logs_it(serve: Any, page: Any, fetch: Any, caplog: pytest.LogCaptureFixture) -> None:
    """Not the libraries at their most talkative, and no representation of the options."""
    caplog.set_level(logging.DEBUG)
    headers = (own("127.0.0.1"),)
    async with serve({"/": page(status=302, Location="/gone"), "/gone": b""}) as server:
        fetched = await fetch(server.url(host="127.0.0.1"), headers=headers)
    assert carried(server.heads) == [True] * 6
    assert SECRET not in caplog.text + repr(fetched) + repr(FetchOptions(headers=headers))
