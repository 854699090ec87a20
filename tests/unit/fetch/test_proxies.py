"""Which proxy is meant: by a URL, by the environment, and for which hosts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.fetch.proxies import Proxies, Proxy, proxies_from, read_proxy

HERE = Proxy("http", "proxy.test", 3128)


@pytest.mark.parametrize(
    ("text", "proxy"),
    [
        ("http://proxy.test:3128", HERE),
        ("http://PROXY.test:3128/", HERE),
        ("proxy.test:3128", HERE),
        ("http://proxy.test", Proxy("http", "proxy.test", 80)),
        ("https://proxy.test", Proxy("https", "proxy.test", 443)),
        ("http://[::1]:8080", Proxy("http", "::1", 8080)),
        ("http://desk:p%40ss@proxy.test:3128", Proxy("http", "proxy.test", 3128, ("desk", "p@ss"))),
        ("http://desk@proxy.test:3128", Proxy("http", "proxy.test", 3128, ("desk", ""))),
    ],
)
def test_the_url_of_a_proxy(text: str, proxy: Proxy) -> None:
    """The scheme may be left out, as in curl; the port is the scheme's usual one."""
    assert read_proxy(text) == proxy


@pytest.mark.parametrize(
    "text",
    ["", "enf", "http://", "socks5://proxy.test:1080", "http://proxy.test:0", "http://proxy.test:99999", "http://proxy.test/p",
     "http://a b", "http://desk:secret@", "http://[::g]:80", "http://[::1", "file:///proxy"],
)  # fmt: skip
def test_what_is_no_proxy(text: str) -> None:
    """The message never repeats the text: a password may stand in it."""
    with pytest.raises(ValueError, match="not the URL of an http or https proxy") as caught:
        read_proxy(text)
    assert "secret" not in str(caught.value)


@given(st.text())
def test_any_text_is_a_proxy_or_a_value_error(text: str) -> None:
    """Nothing else comes out."""
    try:
        assert read_proxy(text).host
    except ValueError:
        return


def test_a_password_stays_out_of_the_representation() -> None:
    """Whatever logs a proxy, logs no password."""
    assert "secret" not in repr(Proxies(http=read_proxy("http://desk:secret@proxy.test")))


def test_the_environment_has_a_proxy_for_each_scheme() -> None:
    """In small letters first; an empty variable is none."""
    assert proxies_from({}) == Proxies()
    assert proxies_from(
        {
            "http_proxy": "proxy.test:3128",
            "HTTP_PROXY": "http://other.test",
            "https_proxy": "",
            "HTTPS_PROXY": "https://safe.test",
            "NO_PROXY": "localhost, .Example.org,10.0.0.0/8",
        }
    ) == Proxies(HERE, Proxy("https", "safe.test", 443), ("localhost", ".example.org", "10.0.0.0/8"))


def test_a_wrong_variable_is_named() -> None:
    """And not quoted."""
    with pytest.raises(ValueError, match=r"^HTTPS_PROXY: this is not the URL of an http or https proxy"):
        proxies_from({"HTTPS_PROXY": "socks5://desk:secret@proxy.test"})


@pytest.mark.parametrize(
    ("rule", "host", "port", "straight"),
    [
        ("*", "any.test", 80, True),
        ("example.org", "example.org", 80, True),
        ("example.org", "www.example.org", 443, True),
        ("example.org", "www.example.org.", 443, True),
        ("example.org", "myexample.org", 80, False),
        (".example.org", "example.org", 80, True),
        ("*.example.org", "a.b.example.org", 80, True),
        ("example.org:8443", "example.org", 8443, True),
        ("example.org:8443", "example.org", 443, False),
        ("10.0.0.0/8", "10.1.2.3", 80, True),
        ("10.0.0.0/8", "11.1.2.3", 80, False),
        ("10.1.2.3", "10.1.2.3", 80, True),
        ("10.1.2.3:81", "10.1.2.3", 80, False),
        ("10.0.0.0/8", "ten.test", 80, False),
        ("::1", "::1", 80, True),
        ("[::1]", "::1", 80, True),
        ("[::1]:81", "::1", 80, False),
        ("fd00::/8", "fd00::7", 80, True),
        ("fd00::/8", "10.1.2.3", 80, False),
        (".", "any.test", 80, False),
        ("::", "any.test", 80, False),
    ],
)
def test_hosts_that_are_asked_without(rule: str, host: str, port: int, straight: bool) -> None:
    """A name stands for all below it; an address may be a network; a port narrows it."""
    proxies = Proxies(HERE, HERE, (rule,))
    assert [proxies.through(scheme, host, port) for scheme in ("http", "https")] == (
        [None, None] if straight else [HERE, HERE]
    )


def test_a_scheme_without_a_proxy_goes_straight() -> None:
    """One variable for one scheme."""
    proxies = Proxies(https=HERE)
    assert (proxies.through("http", "a.test", 80), proxies.through("https", "a.test", 443)) == (None, HERE)
