import gzip
import socket
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPMessage

import pytest
import yaml

from claimcheck.demo.pages import GULLWIRE, KESTREL_TIMES, LANTERNSIDE, READABLE, SARNEL_POST, Page, render
from claimcheck.demo.server import HOST, serve
from claimcheck.demo.story import claims_text


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with serve() as port:
        yield port


def ask(
    port: int, path: str, *, method: str = "GET", accept_encoding: str = "identity"
) -> tuple[int, HTTPMessage, bytes]:
    connection = HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request(method, path, headers={"Accept-Encoding": accept_encoding})
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


@pytest.mark.parametrize("page", READABLE, ids=lambda page: page.template)
def test_an_article_is_served_whole_at_the_length_of_a_real_page(port: int, page: Page) -> None:
    """Each readable page answers 200 with the HTML that was rendered for this server."""
    status, headers, body = ask(port, page.path)

    assert (status, headers.get_content_type()) == (200, "text/html")
    assert body == render(page, origin=f"http://{HOST}:{port}")
    assert 30_000 < len(body) < 110_000


@pytest.mark.parametrize(
    ("source", "status"),
    [
        ("kestrel-times", 200),
        ("kestrel-times-april", 404),
        ("ellavane-ledger", 200),
        ("sarnel-post", 200),
        ("gullwire", 200),
        ("lanternside", 301),
        ("quayward-daily", 403),
    ],
)
def test_every_cited_address_answers_as_the_story_needs(port: int, source: str, status: int) -> None:
    """The URLs of the claims file are those of the server: five articles, one gone, one that turns programs away."""
    url = yaml.safe_load(claims_text(port))["sources"][source]

    assert ask(port, url.removeprefix(f"http://{HOST}:{port}"))[0] == status


def test_one_outlet_compresses_for_clients_that_accept_it(port: int) -> None:
    """The body comes as gzip where the client says so, and is the same page."""
    _, headers, body = ask(port, KESTREL_TIMES.path, accept_encoding="br, gzip")

    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == ask(port, KESTREL_TIMES.path)[2]


def test_the_others_never_compress(port: int) -> None:
    """A page that is served plain is plain whatever the client accepts."""
    assert "Content-Encoding" not in ask(port, GULLWIRE.path, accept_encoding="gzip")[1]


def test_a_short_address_leads_to_the_article(port: int) -> None:
    """The redirect is absolute, permanent, and its target answers 200."""
    status, headers, body = ask(port, "/lanternside/p/48213")

    assert (status, headers["Location"], body) == (301, f"http://{HOST}:{port}{LANTERNSIDE.path}", b"")
    assert ask(port, LANTERNSIDE.path)[0] == 200


def test_one_outlet_names_its_encoding_in_the_page_alone(port: int) -> None:
    """The windows-1252 page has no charset in its header, and real windows-1252 bytes."""
    _, headers, body = ask(port, SARNEL_POST.path)

    assert headers.get_content_charset() is None
    assert b"charset=windows-1252" in body
    assert "Amélie Tressock".encode("windows-1252") in body


def test_a_gone_article_is_told_in_a_friendly_page(port: int) -> None:
    """Every unknown path answers 404 with HTML for people."""
    status, headers, body = ask(port, "/nowhere")

    assert (status, headers.get_content_type()) == (404, "text/html")
    assert b"no longer here" in body


def test_the_blocked_outlet_asks_for_a_captcha(port: int) -> None:
    """The wall is a page of its own, with nothing of the article."""
    status, _, body = ask(port, "/quayward-daily/2026/09/13/what-the-pumping-station-knew")

    assert status == 403
    assert b"captcha" in body
    assert b"April" not in body


def test_the_server_says_nothing_and_leaves_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """After the block the port is closed and no thread is left; nothing was printed."""
    before = set(threading.enumerate())
    with serve() as port:
        ask(port, "/nowhere")
        with socket.create_connection((HOST, port)) as hasty:
            hasty.sendall(b"nonsense\r\n\r\n")

    assert set(threading.enumerate()) <= before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((HOST, port), timeout=1)
    assert capfd.readouterr() == ("", "")


def test_an_error_in_the_block_stops_the_server_too() -> None:
    """The server never outlives its block."""
    before = set(threading.enumerate())

    with pytest.raises(KeyError), serve():
        raise KeyError

    assert set(threading.enumerate()) <= before


def test_two_servers_stand_side_by_side() -> None:
    """Each server has a port of its own, and its pages name it."""
    with serve() as first, serve() as second:
        assert first != second
        assert f":{second}/".encode() in ask(second, GULLWIRE.path)[2]
        assert f":{first}/".encode() not in ask(second, GULLWIRE.path)[2]
