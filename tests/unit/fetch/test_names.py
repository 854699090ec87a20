"""Host names as they go over the wire."""

import ipaddress

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.fetch.names import ipv4_of, plain_host

LETTERS = st.text("abzßäöüéñλжの漢-09", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("127.1", "127.0.0.1"),
        ("0177.0.0.1", "127.0.0.1"),
        ("0X7F.0.0.1.", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("93.184.216.34", "93.184.216.34"),
        ("1.2.3.999", None),
        ("0xyz", None),
        ("1.2.3.4.5", None),
        ("7.example", None),
        ("", None),
    ],
)
def test_numbers_are_an_address(name: str, address: str | None) -> None:
    """As the C library reads them, which would dial it; a name that ends in a word is a name."""
    assert ipv4_of(name) == address


@given(st.lists(LETTERS, min_size=1, max_size=3))
def test_a_name_goes_out_as_the_idna_library_writes_it(labels: list[str]) -> None:
    """Wherever that library knows the name at all."""
    name = ".".join([*labels, "test"])
    try:
        expected = httpx.URL(f"http://{name}/").raw_host.decode()
    except httpx.InvalidURL:
        return
    assert plain_host(name) == expected


@given(st.ip_addresses(v=4))
def test_an_address_stays(address: ipaddress.IPv4Address) -> None:
    """In its usual spelling, in numbers of another base and as one number."""
    for spelling in (str(address), str(int(address)), hex(int(address)), f"0{int(address):o}"):
        assert plain_host(spelling) == str(address)


@given(st.text(max_size=20))
def test_what_comes_out_stays_as_it_is(written: str) -> None:
    """It can stand in a URL, and is no other host when it is read again."""
    plain = plain_host(written)
    if plain is not None:
        assert plain_host(plain) == plain
        assert not set(plain) & set("/?#@:[]% \\")
