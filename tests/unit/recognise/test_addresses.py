"""What the way to a page tells."""

import pytest

from claimcheck.recognise.addresses import (
    is_above,
    is_elsewhere,
    is_front,
    promises_story,
    share_of_address,
    was_led_to,
    was_moved,
)
from claimcheck.recognise.cues import Kind
from claimcheck.recognise.sight import Visit


def visit(cited: str, found: str) -> Visit:
    return Visit(f"https://a.example{cited}", f"https://a.example{found}", 200)


@pytest.mark.parametrize(
    ("cited", "found", "moved", "above", "elsewhere"),
    [
        ("/news/ferry-stops", "/news/ferry-stops", False, False, False),
        ("/news/ferry-stops", "/news/ferry-stops?a=1", False, False, False),
        ("/news/ferry-stops", "/news/", True, True, True),
        ("/news/2022/03/ferry-stops", "/en/newsroom/", True, False, True),
        ("/p/8841-cargo-trailer", "/c/trailers", True, False, True),
        ("/news/ferry-stops", "/2026/news/ferry-stops-again", True, False, False),
        ("/news/articleView.html", "/news/articleList.html", True, False, True),
    ],
)
def test_redirects_lead_up_or_elsewhere(
    cited: str, found: str, *, moved: bool, above: bool, elsewhere: bool
) -> None:
    """A new address of the same article is deeper, or keeps words of the old one."""
    way = visit(cited, found)
    assert was_moved(way) is moved
    assert is_above(way) is above
    if moved:
        assert is_elsewhere(way) is elsewhere


def test_addresses_speak_of_walls_where_only_redirects_lead_there() -> None:
    """A page about logging in that was cited as such is no wall."""
    assert was_led_to(Kind.LOGIN, visit("/news/a", "/login?next=a"))
    assert not was_led_to(Kind.LOGIN, visit("/help/login", "/help/login"))


@pytest.mark.parametrize(
    "found",
    [
        "https://www.theregister.example/2026/06/ferry/",
        "https://connexionfrance.example/ferry",
        "https://a.example/tech/robot-passes-captcha-test-again",
    ],
)
def test_the_name_of_an_outlet_and_a_headline_speak_of_no_wall(found: str) -> None:
    """A short link leads to them as it leads to any story."""
    way = Visit("https://t.example/abc", found, 200)
    assert not any(was_led_to(kind, way) for kind in (Kind.LOGIN, Kind.CHALLENGE))


@pytest.mark.parametrize(
    ("url", "front"),
    [
        ("https://a.example", True),
        ("https://a.example/en/", True),
        ("https://a.example/index.html?utm_source=x", True),
        ("https://a.example/?p=12", False),
        ("https://a.example/news", False),
        ("https://[", False),  # a canonical link may hold anything
    ],
)
def test_a_front_page_has_no_path(url: str, *, front: bool) -> None:
    """But for its language and the name of its file."""
    assert is_front(url) is front


@pytest.mark.parametrize(
    ("path", "said", "promised", "share"),
    [
        ("/2024/03/old-ferry-leaves-harbour", "how would you like to read us?", True, 0),
        ("/2024/03/old-ferry-leaves-harbour.html", "the ferry has left", False, 1 / 4),
        ("/2024/03/old-ferry", "how would you like to read us?", False, 0),  # two words promise little
        ("/2024/03/old-ferry-leaves-harbour", "паром уходит из порта", False, 1 / 2),  # in other letters
        ("/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8-%D0%B3%D0%BE%D1%80%D0%BE%D0%B4%D0%B0-%D0%BF%D0%B0%D1%80%D0%BE%D0%BC", "паром уходит", False, 1 / 3),
        ("/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8-%D0%B3%D0%BE%D1%80%D0%BE%D0%B4%D0%B0-%D0%BF%D0%B0%D1%80%D0%BE%D0%BC", "вход для своих", True, 0),
        ("/articles/88213", "no ferry", False, 0),
        ("/sample-news-article-text", "no ferry", False, 0),  # words of any address
    ],
)  # fmt: skip
def test_an_address_promises_a_story_by_its_words(
    path: str, said: str, share: float, *, promised: bool
) -> None:
    """None of which the page says, where it is written in their letters."""
    assert promises_story(f"https://a.example{path}", said) is promised
    assert share_of_address(f"https://a.example{path}", said) == share
