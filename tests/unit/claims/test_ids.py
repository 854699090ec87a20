"""Ids derived from hosts and from words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.ids import derive_claim_id, derive_source_id, number_clashes


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.nypost.com/2026/06/18/x", "nypost"),
        ("https://nypost.com", "nypost"),
        ("https://news.bbc.co.uk/1", "bbc"),
        ("https://www.abc.net.au/news", "abc"),
        ("https://www.tomshardware.com/x?y=1", "tomshardware"),
        ("https://AXIOS.com:443/", "axios"),
        ("https://abcnews.go.com/x", "abcnews"),
        ("https://www.medium.com/x", "medium"),
        ("https://t.co/x", "t"),
        ("https://co.uk/x", "co"),
        ("http://localhost:8000/x", "localhost"),
        ("http://127.0.0.1:8000/x", "127-0-0-1"),
        ("http://[::1]:8000/x", "1"),
        ("https://example.org./x", "example"),
        ("https://a..b/", "source"),
        ("no address", "source"),
    ],
)
def test_a_source_is_named_after_its_site(url: str, expected: str) -> None:
    """The registered name counts, without `www` and without the country's second level."""
    assert derive_source_id(url) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Trump administration treated it as a threat.", "trump-administration-treated-threat"),
        ("It’s Anthropic's model that was disabled", "anthropics-model-disabled"),
        ("Emissions fell 4.5 percent.", "emissions-fell-4-5-percent"),
        ("Élysée rejette l'accord", "elysee-rejette-laccord"),
        ("Правительство отключило модели", "правительство-отключило-модели"),
        ("It is what it is", "it-is-what-it-is"),
        ("…!", "claim"),
        ("a" * 200, "a" * 60),
    ],
)
def test_a_claim_is_named_after_its_first_telling_words(text: str, expected: str) -> None:
    """Small words, case and accents do not count; a text of small words alone keeps them."""
    assert derive_claim_id(text) == expected


def test_clashing_ids_are_numbered_in_their_order() -> None:
    """The first keeps its name, and a number that is taken is skipped."""
    assert number_clashes(["a", "b", "a", "a-2", "a"]) == ("a", "b", "a-2", "a-2-2", "a-3")


def test_ids_that_the_file_gives_are_left_alone() -> None:
    """A derived id never takes the name of a given one."""
    assert number_clashes(["a", "a"], taken={"a", "a-3"}) == ("a-2", "a-4")


@given(st.lists(st.sampled_from(["a", "a-2", "a-2-2", "b"])), st.sets(st.sampled_from(["a", "a-3"])))
def test_numbered_ids_are_unique(ids: list[str], taken: set[str]) -> None:
    """Whatever clashes, every id is new, and as many come out as went in."""
    unique = number_clashes(ids, taken)
    assert len(set(unique)) == len(ids)
    assert not taken & set(unique)
