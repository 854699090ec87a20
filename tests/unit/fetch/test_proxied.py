"""Through a proxy that the user named: what it is asked, what is refused before, and what its troubles are."""

import os
import socket
from pathlib import Path
from typing import Any

import pytest

from claimcheck.fetch.proxies import Proxies, Proxy, proxies_from
from claimcheck.model import Reason, State


def both(port: int, *, host: str = "proxy.test", scheme: str = "http", **more: Any) -> Proxies:
    proxy = Proxy(scheme, host, port, more.pop("credentials", None))
    return Proxies(proxy, proxy, **more)


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def lookup(asked: list[str]) -> Any:
    """A resolver that knows the proxy alone, and notes what it was asked."""

    async def ask(host: str, port: int) -> list[str]:
        asked.append(host)
        if host != "proxy.test":
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return ["127.0.0.1"]

    return ask


async def test_a_page_through_a_proxy(  # noqa: PLR0917 - fixtures
    serve: Any, page: Any, forward_proxy: Any, fetch: Any, lookup: Any, asked: list[str]
) -> None:
    """The proxy gets the whole URL and looks the host up; it may be on a private address, for it was named."""
    async with serve({"/a?b=c": page(b"words")}) as server, forward_proxy() as proxy:
        fetched = await fetch(
            server.url("/a?b=c#d"), proxies=both(proxy.port), lookup=lookup, allow_private=False
        )
    assert fetched.body == b"words"
    assert proxy.heads[0].startswith(
        f"GET {server.url('/a?b=c')} HTTP/1.1\r\nHost: site.test:{server.port}\r\n"
    )
    assert (len(server.heads), asked) == (1, ["proxy.test"])


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_page_over_tls_through_a_proxy(  # noqa: PLR0917 - fixtures
    serve: Any, page: Any, forward_proxy: Any, fetch: Any, lookup: Any, tls: Any, ca_bundle: Path, scheme: str
) -> None:
    """The proxy opens a tunnel and sees no more than the host's name; it may be spoken to over TLS itself."""
    of_proxy = tls("proxy.test") if scheme == "https" else None
    async with (
        serve({"/a": page(b"safe")}, tls("site.test")) as server,
        forward_proxy(context=of_proxy) as proxy,
    ):
        fetched = await fetch(
            server.url("/a"),
            proxies=both(proxy.port, scheme=scheme),
            lookup=lookup,
            ca_bundle=ca_bundle,
            allow_private=False,
        )
    assert fetched.body == b"safe"
    name = f"site.test:{server.port}"
    assert proxy.heads == [f"CONNECT {name} HTTP/1.1\r\nHost: {name}\r\nAccept: */*\r\n\r\n"]
    assert server.heads[0].startswith("GET /a HTTP/1.1")


async def test_a_certificate_is_checked_through_a_proxy(  # noqa: PLR0917 - fixtures
    serve: Any, page: Any, forward_proxy: Any, fetch: Any, lookup: Any, tls: Any, ca_bundle: Path
) -> None:
    """It is the host's, by the host's name, and so is the blame."""
    async with serve({"/": page()}, tls("other.test")) as server, forward_proxy() as proxy:
        fetched = await fetch(server.url(), proxies=both(proxy.port), lookup=lookup, ca_bundle=ca_bundle)
    assert fetched.reason is Reason.TLS
    assert fetched.detail == "The certificate of site.test is for another host; check the URL."


async def test_the_environment_is_read_when_it_is_asked_for_alone(  # noqa: PLR0917 - fixtures
    serve: Any,
    page: Any,
    forward_proxy: Any,
    fetch: Any,
    tls: Any,
    ca_bundle: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A proxy that happens to be set learns nothing of the sources of an unpublished story."""
    async with (
        serve({"/": page()}) as server,
        serve({"/": page()}, tls("site.test")) as safe,
        forward_proxy() as proxy,
    ):
        for scheme in ("http", "https", "all"):
            monkeypatch.setenv(f"{scheme}_proxy", f"http://127.0.0.1:{proxy.port}")
            monkeypatch.setenv(f"{scheme.upper()}_PROXY", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("NO_PROXY", "exempt.test")
        for url in (server.url(), safe.url()):
            assert (await fetch(url, ca_bundle=ca_bundle)).status == 200
        assert proxy.heads == []
        proxies = proxies_from(os.environ)
        for url in (server.url(), safe.url(), server.url(host="exempt.test")):
            assert (await fetch(url, ca_bundle=ca_bundle, proxies=proxies)).status == 200
        assert [head.split(" ")[0] for head in proxy.heads] == ["GET", "CONNECT"]


async def test_the_name_and_password_are_for_the_proxy(  # noqa: PLR0917 - fixtures
    serve: Any, page: Any, forward_proxy: Any, fetch: Any, tls: Any, ca_bundle: Path
) -> None:
    """No server behind it sees them."""
    async with (
        serve({"/": page()}) as server,
        serve({"/": page()}, tls("site.test")) as safe,
        forward_proxy() as proxy,
    ):
        for url in (server.url(), safe.url()):
            proxies = both(proxy.port, credentials=("desk", "söcret"))
            assert (await fetch(url, proxies=proxies, ca_bundle=ca_bundle)).status == 200
    assert ["Proxy-Authorization: Basic ZGVzazpzw7ZjcmV0\r\n" in head for head in proxy.heads] == [True, True]
    assert "Authorization" not in server.heads[0] + safe.heads[0]


async def test_every_hop_of_a_redirect_goes_through_the_proxy(
    serve: Any, page: Any, forward_proxy: Any, fetch: Any, lookup: Any
) -> None:
    """The first one's choice is not for all."""
    routes = {"/": page()}
    async with serve(routes) as server, forward_proxy() as proxy:
        routes["/to"] = page(status=302, Location=server.url(host="other.test"))
        fetched = await fetch(server.url("/to"), proxies=both(proxy.port), lookup=lookup)
    assert fetched.redirects == (server.url(host="other.test"),)
    assert [head.split(" ")[1] for head in proxy.heads] == [server.url("/to"), server.url(host="other.test")]


async def test_an_ipv6_address_goes_in_brackets(  # noqa: PLR0917 - fixtures
    serve: Any, page: Any, forward_proxy: Any, fetch: Any, tls: Any, ca_bundle: Path
) -> None:
    """To the proxy in either way; the certificate is for the address itself."""
    async with (
        serve({"/": page()}) as server,
        serve({"/": page()}, tls("::1")) as safe,
        forward_proxy() as proxy,
    ):
        for url in (server.url(host="[::1]"), safe.url(host="[::1]")):
            fetched = await fetch(url, proxies=both(proxy.port), ca_bundle=ca_bundle)
            assert fetched.status == 200, fetched
    assert [head.split(" ")[1] for head in proxy.heads] == [server.url(host="[::1]"), f"[::1]:{safe.port}"]


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "10.0.0.5", "2130706433", "0177.0.0.1", "localhost", "db.localhost.", "[::1]", "[fd00::1]"],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_private_address_is_refused_before_the_proxy_hears_of_it(
    forward_proxy: Any, fetch: Any, lookup: Any, host: str, scheme: str
) -> None:
    """What can be seen from the spelling; a name is looked up by the proxy alone."""
    async with forward_proxy() as proxy:
        fetched = await fetch(
            f"{scheme}://{host}/", proxies=both(proxy.port), lookup=lookup, allow_private=False
        )
    assert (fetched.reason, proxy.heads) == (Reason.PRIVATE_ADDRESS, [])


async def test_a_host_that_goes_without_the_proxy_is_looked_up(
    forward_proxy: Any, fetch: Any, lookup: Any, asked: list[str]
) -> None:
    """And may then prove not to exist."""
    async with forward_proxy() as proxy:
        proxies = both(proxy.port, exempt=("test",))
        fetched = await fetch("http://nowhere.test/", proxies=proxies, lookup=lookup)
    assert (fetched.reason, fetched.unresolved) == (Reason.DNS, True)
    assert (asked, proxy.heads) == (["nowhere.test"], [])


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize(
    ("host", "words"),
    [("proxy.test", "refused the connection on port {port}"), ("nowhere.test", "does not exist")],
)
async def test_a_proxy_that_is_out_of_reach(  # noqa: PLR0917 - fixtures and a table's columns
    fetcher: Any, lookup: Any, asked: list[str], scheme: str, host: str, words: str
) -> None:
    """No source is dead for it, and no host is called offline; after two dials nobody tries again."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    proxies = both(port, host=host)
    async with fetcher(proxies=proxies, lookup=lookup, per_host=1) as made:
        for number in range(6):
            async with made.fetch(f"{scheme}://h{number}.test/") as fetched:
                assert (fetched.reason, fetched.unresolved) == (Reason.NETWORK, False)
                assert fetched.detail.startswith(
                    f"The proxy {host}:{port} cannot be used; check --proxy. The host {host}"
                )
                assert words.format(port=port) in fetched.detail
        assert not await made.is_offline()
    assert set(asked) == {host}
    assert len(asked) <= 2


async def test_a_proxy_with_another_certificate(
    forward_proxy: Any, fetch: Any, lookup: Any, tls: Any, ca_bundle: Path
) -> None:
    """It is not spoken to, and the host behind it is not to blame."""
    async with forward_proxy(context=tls("other.test")) as proxy:
        fetched = await fetch(
            "http://site.test/", proxies=both(proxy.port, scheme="https"), lookup=lookup, ca_bundle=ca_bundle
        )
    assert fetched.reason is Reason.NETWORK
    assert "The certificate of proxy.test is for another host" in fetched.detail
    assert proxy.heads == []


@pytest.mark.parametrize(
    ("answer", "reason", "words", "requests"),
    [
        (
            "407 Who are you",
            Reason.NETWORK,
            "asks for a name and password; write them as --proxy http://name:",
            1,
        ),
        ("403 No", Reason.REFUSED, "opened no way to site.test (HTTP 403); ask who runs the proxy", 1),
        ("502 Sorry", Reason.HTTP_5XX, "opened no way to site.test (HTTP 502); the host may be down", 3),
        (None, Reason.RESET, "closed the connection without an answer", 3),
    ],
)
async def test_a_proxy_that_opens_no_tunnel(  # noqa: PLR0917 - fixtures and a table's columns
    forward_proxy: Any, fetch: Any, answer: str | None, reason: Reason, words: str, requests: int
) -> None:
    """The source is out of reach, never dead."""
    said = f"HTTP/1.1 {answer}\r\nContent-Length: 0\r\n\r\n" if answer else ""
    async with forward_proxy(said.encode()) as proxy:
        proxies = both(proxy.port, credentials=("desk", "secret"))
        fetched = await fetch("https://site.test/", proxies=proxies)
    assert fetched.reason is reason
    assert fetched.reason.state is State.UNREACHABLE
    assert words in fetched.detail
    assert "secret" not in repr(fetched)
    assert len(proxy.heads) == requests


async def test_a_proxy_that_asks_who_we_are(forward_proxy: Any, page: Any, fetch: Any) -> None:
    """Its page is no page of the site."""
    async with forward_proxy(page(b"who are you", 407)) as proxy:
        fetched = await fetch("http://site.test/", proxies=both(proxy.port))
    assert fetched.reason is Reason.NETWORK
    assert "asks for a name and password" in fetched.detail


@pytest.mark.parametrize("host", ["a..b.test", f"{'x' * 70}.test"])
async def test_a_name_that_no_certificate_can_hold_is_a_dead_source(
    forward_proxy: Any, fetch: Any, lookup: Any, host: str
) -> None:
    """The proxy looks names up, so that a page's redirect may bring such a one as far as TLS."""
    async with forward_proxy() as proxy:
        fetched = await fetch(f"https://{host}/", proxies=both(proxy.port), lookup=lookup)
    assert fetched.reason.state in {State.DEAD, State.UNREACHABLE}
