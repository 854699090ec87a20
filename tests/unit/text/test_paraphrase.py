"""Words that news use for one another, and opposites."""

import pytest

from claimcheck.text.paraphrase import _TABLE, meanings_of, phrase_key
from claimcheck.text.words import key_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fell", "dropped"),
        ("bought", "acquired"),
        ("condemned", "denounced"),
        ("shares", "stock"),
        ("French", "France"),
    ],
)
def test_words_that_news_exchange_are_alike_both_ways(one: str, other: str) -> None:
    """In any form, and whichever comes first."""
    mine, theirs = key_of(one), key_of(other)
    assert theirs in meanings_of(mine).alike
    assert mine in meanings_of(theirs).alike


@pytest.mark.parametrize(
    ("one", "other"), [("rose", "fell"), ("praised", "criticised"), ("won", "lost"), ("allowed", "banned")]
)
def test_opposites_are_opposite_both_ways_and_not_alike(one: str, other: str) -> None:
    """What says the opposite is no other word for it."""
    mine, theirs = key_of(one), key_of(other)
    assert theirs in meanings_of(mine).opposite
    assert mine in meanings_of(theirs).opposite
    assert theirs not in meanings_of(mine).alike


def test_no_line_of_the_table_stands_in_another() -> None:
    """It would say nothing new."""
    lines = [
        [frozenset(map(key_of, side.split())) for side in line.split("|")]
        for line in _TABLE.strip().splitlines()
        if not line.startswith("#")
    ]
    said_again = [
        sorted(line[0])
        for at, line in enumerate(lines)
        if len(line) == 1
        and any(line[0] <= side for other in (*lines[:at], *lines[at + 1 :]) for side in other)
    ]
    assert said_again == []


def test_most_words_have_neither() -> None:
    """The table is small, and knows no names."""
    assert not meanings_of("brandvik").alike
    assert not meanings_of("").opposite


def test_a_verb_of_two_words_has_a_key_of_its_own() -> None:
    """It means what neither of them does."""
    assert key_of("rejected") in meanings_of(phrase_key(key_of("turned"), "Down")).alike
    assert phrase_key(key_of("turned"), "north") == key_of("turned")
