"""Headers of the user's own: how they are written, filled in, and for which host they are."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import UsageError
from claimcheck.fetch.headers import (
    HeaderMistake,
    HostHeaders,
    OwnHeader,
    headers_for,
    join_cookies,
    read_header,
    read_headers,
    read_host,
    with_values,
)

SECRET = "s3cr3t"
COOKIE = OwnHeader("Cookie", SECRET)


@pytest.mark.parametrize(
    ("written", "host", "port"),
    [
        ("www.ft.example", "www.ft.example", None),
        ("WWW.FT.example:8443", "www.ft.example", 8443),
        ("zürich.example", "xn--zrich-kva.example", None),
        ("127.0.0.1:80", "127.0.0.1", 80),
        ("[::1]:80", "::1", 80),
        ("[::1]", "::1", None),
    ],
)
def test_a_host_is_written_as_in_a_url(written: str, host: str, port: int | None) -> None:
    """With a port or for any."""
    assert read_host(written) == (host, port)


@pytest.mark.parametrize(
    "written", ["", "https://a.test", "a.test/", "a.test:", "a.test:0", "a.test:99999", "a b", "u@a.test", "*.a.test"]
)  # fmt: skip
def test_what_is_no_host(written: str) -> None:
    """A whole URL and a pattern are no host."""
    with pytest.raises(ValueError, match="not the name of a host"):
        read_host(written)


def test_a_header_has_its_value_or_the_variable_that_has_it() -> None:
    """Blanks at the ends are no part of a value."""
    assert read_header("Cookie", f" {SECRET} ") == COOKIE
    assert read_header("Cookie", "env:FT_COOKIE") == OwnHeader("Cookie", "", "FT_COOKIE")
    assert read_header("X-Key", "a: b; c=d").value == "a: b; c=d"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("Coo kie", SECRET, "no name of a header"),
        ("", SECRET, "no name of a header"),
        ("X\r\nY", SECRET, "no name of a header"),
        ("Käse", SECRET, "no name of a header"),
        ("Host", SECRET, "claimcheck's own to set"),
        ("accept-encoding", SECRET, "claimcheck's own to set"),
        ("Content-Length", SECRET, "claimcheck's own to set"),
        ("CONNECTION", SECRET, "claimcheck's own to set"),
        ("Transfer-Encoding", SECRET, "claimcheck's own to set"),
        ("If-None-Match", SECRET, "claimcheck's own to set"),
        ("Range", SECRET, "claimcheck's own to set"),
        ("Proxy-Authorization", SECRET, "claimcheck's own to set"),
        ("Cookie", [SECRET], "no text"),
        ("Cookie", 5, "no text"),
        ("Cookie", f"{SECRET}\r\nX: y", "not a line of printable ASCII"),
        ("Cookie", f"{SECRET}\0", "not a line of printable ASCII"),
        ("Cookie", f"{SECRET}ü", "not a line of printable ASCII"),
        ("Cookie", " ", "not a line of printable ASCII"),
        ("Cookie", "env:", "the name of an environment variable"),
        ("Cookie", f"env:A={SECRET}", "the name of an environment variable"),
    ],
)
def test_a_header_that_is_refused(name: str, value: object, expected: str) -> None:
    """The message says what is allowed, and never repeats the value."""
    with pytest.raises(ValueError, match=re.escape(expected)) as caught:
        read_header(name, value)
    assert SECRET not in str(caught.value)


def test_a_table_of_headers_is_read_whole() -> None:
    """What is right of it comes with every mistake, each at its key and without any value."""
    table = {
        "a.test": {"Cookie": "env:A_COOKIE", "Host": SECRET},
        "https://b.test": {"X-Key": SECRET},
        "c.test:81": {},
        "d.test": SECRET,
        "www": {"e": {"test": {"Cookie": SECRET}}},
    }
    hosts, mistakes = read_headers(table)
    assert hosts == (
        HostHeaders("a.test", None, (OwnHeader("Cookie", "", "A_COOKIE"),)),
        HostHeaders("c.test", 81, ()),
        HostHeaders("www", None, ()),
    )
    assert [(one.key, one.message.partition(",")[0]) for one in mistakes] == [
        (("a.test", "Host"), "this header is claimcheck's own to set"),
        (("https://b.test",), "this is not the name of a host"),
        (("d.test",), "this is no table of headers"),
        (("www", "e"), "the whole host stands in quotes"),
    ]
    assert SECRET not in repr(mistakes)
    assert read_headers(SECRET) == (
        (),
        (HeaderMistake((), 'this is no table of hosts, such as headers."www.example.org"'),),
    )


def test_values_come_from_the_environment() -> None:
    """Those that the configuration has itself stay."""
    asked = (HostHeaders("a.test", None, (OwnHeader("Cookie", "", "A_COOKIE"), OwnHeader("X-Key", "k"))),)
    (filled,) = with_values(asked, {"A_COOKIE": f"{SECRET}\n"})
    assert [header.value for header in filled.headers] == [SECRET, "k"]


def test_every_variable_that_is_wrong_is_named() -> None:
    """Without its value."""
    headers = tuple(OwnHeader("Cookie", "", name) for name in ("UNSET", "EMPTY", "ODD", "FINE"))
    environment = {"EMPTY": " ", "ODD": f"{SECRET}\nX: y", "FINE": SECRET}
    with pytest.raises(UsageError) as caught:
        with_values([HostHeaders("a.test", None, headers)], environment)
    assert str(caught.value) == (
        "the environment variable UNSET is not set, or empty; the environment variable EMPTY is not set, or empty; "
        "the environment variable ODD is not a line of printable ASCII characters"
    )
    assert "take the header out" in str(caught.value.hint)


def test_a_value_stays_out_of_the_representation() -> None:
    """Whatever logs options or settings, logs no cookie."""
    assert SECRET not in repr(HostHeaders("a.test", None, (COOKIE,)))


def test_headers_go_to_their_host_alone() -> None:
    """Not to its parent, its children or its neighbours; a port that is written must be the port."""
    hosts = [
        HostHeaders("a.test", 8443, (OwnHeader("X-Key", "for the port"),)),
        HostHeaders("a.test", None, (COOKIE,)),
    ]
    assert headers_for(hosts, "a.test", 443) == (COOKIE,)
    assert headers_for(hosts, "a.test", 8443) == (COOKIE, OwnHeader("X-Key", "for the port"))
    for other in ("test", "www.a.test", "a.test.", "ba.test", "a.test.evil"):
        assert headers_for(hosts, other, 443) == ()


@pytest.mark.parametrize(
    ("own", "given", "joined"),
    [
        ("a=1; b=2", "c=3", "a=1; b=2; c=3"),
        ("a=1; b=2", "b=9; c=3", "a=1; b=9; c=3"),
        ("a=1", "a=2", "a=2"),
        ("a=1;", "b=2", "a=1; b=2"),
    ],
)
def test_cookies_that_the_site_renews(own: str, given: str, joined: str) -> None:
    """A site that sets a cookie and redirects to itself wants that one back, beside the user's others."""
    assert join_cookies(own, given) == joined


@given(st.text(), st.text())
def test_any_name_and_value_is_a_header_or_a_value_error(name: str, value: str) -> None:
    """What comes out can be sent as it is."""
    try:
        header = read_header(name, value)
    except ValueError:
        return
    assert f"{header.name}{header.value}".isprintable()
    assert f"{header.name}{header.value}".isascii()
