"""Whose something is, in a claim and on its page."""

import pytest
from tests.plain import page_of

from claimcheck.details.owners import find_other_owners
from claimcheck.match.query import lay_claim

RACE = (
    "The space agency chose Ida Bekker’s Blue Kite and Tom Marsh’s Skylark to carry its probes to the moon in 2031. "
    "Marsh, who sold a bank first, wants the launch pad of Bekker for himself."
)


def owners(claim: str, text: str = RACE, language: str = "en") -> list[tuple[str, str]]:
    """List the owners that differ, as claim and page have them."""
    page = page_of(text, language)
    query = lay_claim(claim, page)
    return [
        (claim[slice(*one.claim)], text[slice(*one.source)])
        for one in find_other_owners(query, page, range(len(page.sentences)))
    ]


def test_two_whose_things_are_exchanged_differ() -> None:
    """Each has what the page gives to the other."""
    claim = (
        "The space agency chose Tom Marsh's Blue Kite and Ida Bekker's Skylark for its moon probes in 2031."
    )
    assert owners(claim) == [("Marsh's", "Bekker’s"), ("Bekker's", "Marsh’s")]


@pytest.mark.parametrize(
    "claim",
    [
        "Ida Bekker's Blue Kite and Tom Marsh's Skylark will carry the space agency's probes to the moon in 2031.",
        "Marsh wants Bekker's launch pad for himself, having sold a bank first.",  # told the other way round
        "Bekker's Skylark flew.",  # too little of it is told there
    ],
)
def test_what_is_told_as_it_stands_or_of_nobody_else_does_not(claim: str) -> None:
    """A name that the page gives nothing, and a sentence about something else, decide nothing."""
    assert owners(claim) == []


def test_a_part_of_the_same_name_is_no_other_owner() -> None:
    """The page may shorten a name."""
    text = "French’s brother Zack revealed the name of the album, Coke Road, in an interview on Monday."
    assert (
        owners("Ansel French's brother Zack revealed the name of the album, Coke Road, on Monday.", text)
        == []
    )
    assert owners("French Ansel's brother Zack revealed the album's name, Coke Road, on Monday.", text) == []
