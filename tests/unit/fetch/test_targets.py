"""What is asked for where a URL or a `Location` is written in an odd way: hosts, spaces, bytes that are no ASCII."""

import socket
from typing import Any

import pytest

from claimcheck.model import Reason

PATH = "/a%20b/%C3%A4?q=%C3%BC%20x"


def to(location: bytes, *more: bytes) -> bytes:
    lines = b"".join(line + b"\r\n" for line in (b"Location: " + location, *more))
    return b"HTTP/1.1 302 Moved\r\nConnection: close\r\nContent-Length: 0\r\n" + lines + b"\r\n"


def host_of(head: str) -> str:
    return head.split("Host: ")[1].partition("\r\n")[0].rpartition(":")[0]


@pytest.mark.parametrize("written", ["/a b/ä?q=ü x", PATH, "/a%20b/%C3%A4?q=ü%20x#ä ö"])
async def test_a_path_is_encoded_once(serve: Any, page: Any, fetch: Any, written: str) -> None:
    """Blanks and letters go out as UTF-8 in percents; what is encoded already stays; the report keeps the spelling."""
    async with serve({PATH: page()}) as server:
        fetched = await fetch(server.url(written))
    assert (fetched.status, fetched.final_url) == (200, server.url(written))


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("Site.TEST", "site.test"),
        ("site.test.", "site.test."),
        ("zürich.test", "xn--zrich-kva.test"),
        ("ZÜRICH.Test", "xn--zrich-kva.test"),
        ("zu\u0308rich.test", "xn--zrich-kva.test"),
        ("straße.test", "xn--strae-oqa.test"),
        ("ニュース。テスト", "xn--zck9awe6d.xn--zckzah"),
        ("ｓｉｔｅ．ｔｅｓｔ", "site.test"),
        ("si\u00adte.test", "site.test"),
        ("⛴️.test", "xn--jbi.test"),
        ("%73ite.test", "site.test"),
        ("my_site.test", "my_site.test"),
    ],
)  # fmt: skip
async def test_a_host_is_asked_for_as_browsers_do(
    serve: Any, page: Any, fetch: Any, written: str, sent: str
) -> None:
    """In lower case and punycode, full-width letters and invisible ones made plain; cited or redirected to."""
    routes = {"/": page()}
    async with serve(routes) as server:
        routes["/to"] = to(server.url(host=written).encode())
        assert (await fetch(server.url(host=written))).status == 200
        assert (await fetch(server.url("/to"))).status == 200
    assert [host_of(head) for head in server.heads] == [sent, "site.test", sent]


async def test_a_scheme_in_capitals_has_its_usual_port(serve: Any, page: Any, fetch: Any) -> None:
    """The redirect's own port is left out where it is the usual one."""
    async with serve({"/": to(b"HTTP://site.test:80/"), "/up": to(b"HTTPS://site.test:443/x")}) as server:
        assert (await fetch(server.url())).redirects == ("http://site.test/",)
        assert (await fetch(server.url("/up"))).redirects == ("https://site.test/x",)


@pytest.mark.parametrize(
    "host",
    ["0177.0.0.1", "①②⑦.0.0.1", "127。0。0。1", "１２７.0.0.1", "%31%32%37.0.0.1", "0x7f.0.0.0x1", "017700000001",
     "127.0.0.1.", "ⓛocalhost", "localhost.", "[fe80::1%25eth0]", "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]"],
)  # fmt: skip
async def test_every_spelling_of_this_machine_is_refused(
    serve: Any, page: Any, fetch: Any, host: str
) -> None:
    """As a private address, not as a host that does not exist, and no visitor comes."""
    async with serve({"/": page()}) as server:
        fetched = await fetch(server.url(host=host), allow_private=False)
    assert fetched.reason is Reason.PRIVATE_ADDRESS
    assert server.heads == []


@pytest.mark.parametrize(
    ("location", "more"),
    [
        (b"/a b/\xc3\xa4?q=\xc3\xbc x", ()),
        (b" /a%20b/%C3%A4?q=%C3%BC%20x\t", ()),
        (b"/a b/\xc3\xa4?q=\xc3\xbc x", (b"X-Town: Z\xfcrich",)),
        (b"/a b/\xc3\xa4?q=\xc3\xbc x", (b"Location: /elsewhere",)),
        (b"/a b/\t\xc3\xa4?q=\xc3\xbc x", ()),
    ],
)
async def test_a_location_in_utf_8(
    serve: Any, page: Any, fetch: Any, location: bytes, more: tuple[bytes, ...]
) -> None:
    """Its bytes come back in percents, whatever the other headers are written in; the first of several counts."""
    async with serve({"/": to(location, *more), PATH: page()}) as server:
        fetched = await fetch(server.url())
    assert (fetched.status, fetched.redirects) == (200, (server.url(PATH),))


async def test_a_location_in_latin_1(serve: Any, page: Any, fetch: Any) -> None:
    """An old server gets the very bytes back that it sent."""
    async with serve({"/": to(b"/Z\xfcrich?q=\xe4 b"), "/Z%FCrich?q=%E4%20b": page()}) as server:
        fetched = await fetch(server.url())
    assert fetched.status == 200


@pytest.mark.parametrize("host", ["a b.test", "a%2Fb.test", "℀.test", "1.2.3.999"])
async def test_what_is_no_host_name_is_a_dead_source(fetch: Any, host: str) -> None:
    """No way of writing smuggles a path into a name."""

    async def lookup(name: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    fetched = await fetch(f"http://{host}/", lookup=lookup)
    assert fetched.reason is Reason.DNS
