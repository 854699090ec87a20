"""The manner of a page, in words that no list has: the languages here are made up."""

import pytest

from claimcheck.recognise.manner import (
    LEAST_ODDS,
    MOST_ODDS_OF_ARTICLE,
    has_telling_manner,
    manner_of,
    odds_of,
)
from claimcheck.recognise.said import Said
from claimcheck.recognise.sight import Block, Role, Sight, Visit

STORY = "https://a.example/2024/03/lenku-pari-vostul-menda/"


def page(*told: tuple[Role, str]) -> Sight:
    return Sight(blocks=tuple(Block(text, role, len(text.split())) for role, text in told))


def odds(sight: Sight, url: str = STORY) -> float:
    return odds_of(manner_of(Visit(url, url, 200), sight, Said(sight)))


def test_a_page_that_says_no_word_of_its_address_and_little_else_stands_in_a_storys_place() -> None:
    """In whatever words."""
    told = page((Role.HEADING, "Sorul nabek"), (Role.PROSE, "Pallum dor vessi karan."), (Role.LABEL, "Tuvo"))
    assert odds(told) >= LEAST_ODDS


def test_a_page_that_tells_its_address_at_length_reads_like_an_article() -> None:
    """With a date and somebody's words."""
    told = page(
        (Role.HEADING, "Lenku pari vostul menda"),
        (Role.LINE, "12. Terun 2024"),
        (Role.PROSE, "Lenku pari vostul menda korimar tas bellun erat. " * 8),
        (Role.PROSE, "“Menda vostul tarrim, es korimar nellu,” terrat Pavo Lenn."),
    )
    assert odds(told) <= MOST_ODDS_OF_ARTICLE


@pytest.mark.parametrize(
    ("told", "url", "status"),
    [
        ([(Role.PROSE, "Lenku pari.")], STORY, 200),  # nothing to press or to follow
        ([(Role.LABEL, "Tuvo"), (Role.PROSE, "Lenku pari.")], "https://a.example/", 200),  # a front page
        ([(Role.LABEL, "Tuvo"), (Role.PROSE, "Lenku pari.")], STORY, 404),
        ([(Role.TEASER, "Pallum dor vessi")] * 4 + [(Role.LABEL, "Tuvo")], STORY, 200),  # an index
    ],
)
def test_the_manner_of_some_pages_tells_nothing(told: list[tuple[Role, str]], url: str, status: int) -> None:
    """Other rules decide what they are."""
    sight = page(*told)
    assert not has_telling_manner(Visit(url, url, status), sight, Said(sight))
