"""What a claim tells one way and the page the other."""

import pytest
from tests.plain import page_of

from claimcheck.details.directions import find_turns, untold_directions
from claimcheck.match.query import lay_claim

ARTICLE = """Exports of the yard in Pell fell to $9 million last year.
The council praised the purchase of the ferries on Tuesday.
Fares did not rise in the harbour this summer, the board said.
A heron nested on the pier.
The islanders spend less money on fuel than the average household.
The board closed the old slip after it had opened the new one.
More than 40 boats sailed.
Some of the boats sailed to Osk in spring.
Turnout in the islands is put at 71 percent, up from 66. Some 112,000 tickets were sold, slightly fewer than before.
The surveyors count 46 wells, 19 more than in 2015.
Cowell left the bank in May, three weeks after the police had searched his desk.
After the mast fell in June, the crew lit the lamp.
The boats of Osk carry more eels than those of Tarn.
Two of the crew died in the storm off Tarn.
The yard hired 17 welders this spring, compared with nine the year before.
Tarn Line agreed to buy its smaller rival Pell Boats for $7 million.
The pay of the sailors in Osk will drop out of the sum.
The harbour office hopes to lift the ban on nets before June."""


def turns(claim: str, language: str = "en") -> list[tuple[str, str, bool]]:
    """List the words that are turned, what the page has, and whether that is sure."""
    page = page_of(ARTICLE, language)
    return [
        (claim[slice(*one.claim)], ARTICLE[slice(*one.source)], one.is_sure)
        for one in find_turns(lay_claim(claim, page), page)
    ]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Exports of the yard in Pell climbed to $9 million.", [("climbed", "fell", True)]),
        ("The council condemned the purchase of the ferries.", [("condemned", "praised", True)]),
        ("Exports of the yard in Pell dropped to $9 million.", []),
        ("Exports of the yard rose before they fell.", []),
        ("Fares in the harbour fell this summer.", [("fell", "rise", False)]),  # "did not rise" is no rise
        ("Penguins rose early.", []),
        ("The islanders spend more money on fuel than the average household.", [("more", "less", True)]),
        ("The islanders spend less money on fuel than others.", []),
        ("The board closed the old slip before it opened the new one.", [("before", "after", True)]),
        ("All islanders spend their money on fuel.", []),
        ("All of the boats sailed to Osk in spring.", [("All", "Some", True)]),
        ("The surveyors count 46 wells, 19 fewer than in 2015.", [("fewer", "more", True)]),
        # told from the other side
        ("The police had searched the desk three weeks before Cowell left the bank in May.", []),
        (
            "Cowell left the bank three weeks before the police searched his desk.",
            [("before", "after", True)],
        ),
        ("The mast fell before the crew lit the lamp in June.", []),
        ("The crew lit the lamp before the mast fell in June.", [("before", "After", False)]),
        ("The boats of Tarn carry fewer eels than those of Osk.", []),
        ("The boats of Osk carry fewer eels than those of Tarn.", [("fewer", "more", True)]),
        ("The yard hired 17 welders this spring after nine last year.", []),  # "before" has no object there
        (
            "The harbour office imposed the ban on nets in May.",
            [("imposed", "lift", False)],
        ),  # it only hopes to
        ("The pay of the sailors in Osk will rise.", []),
        (
            "Pell Boats is bought by its larger rival Tarn Line for $7 million.",
            [("larger", "smaller", False)],
        ),
        ("Fewer than 40 boats sailed.", []),  # bends a number, which is compared by itself
    ],
)
def test_opposites_between_the_same_words_are_turned(
    claim: str, expected: list[tuple[str, str, bool]]
) -> None:
    """Other words for the same are not, nor is what the claim tells both ways; beside a "not" nothing is sure."""
    assert turns(claim) == expected


def test_the_table_is_english() -> None:
    """A page in another language has other opposites."""
    assert turns("Exports of the yard in Pell climbed to $9 million.", "de") == []


@pytest.mark.parametrize(
    ("claim", "untold"),
    [
        ("The council vetoed the purchase of the ferries.", ["vetoed"]),
        ("The council applauded the purchase of the ferries.", []),
        ("Fares in the harbour fell this summer.", ["fell"]),  # exports did, and fares did not rise
        ("Turnout in the islands rose to 71 percent.", []),  # it is up
        ("Turnout in the islands fell to 71 percent.", ["fell"]),
        ("Turnout in the islands widened to 71 percent.", []),
        ("Two of the crew survived the storm off Tarn.", ["survived"]),
        ("Sales of tickets fell slightly to 112,000.", []),  # they are fewer
        ("The council wants to raise the ferries.", []),  # no verb that has happened
        ("The board announced fares in the harbour this summer.", []),  # it said so
        ("The board expected fares to rise in the harbour.", []),  # who does not need not be surprised
    ],
)
def test_a_verb_with_an_opposite_must_be_told_beside_its_neighbours(claim: str, untold: list[str]) -> None:
    """It may have gone either way: that another thing fell tells nothing."""
    page = page_of(ARTICLE)
    found = untold_directions(lay_claim(claim, page), page, range(len(page.sentences)))
    assert [claim[slice(*one.claim)] for one in found] == untold


def test_what_is_the_authors_own_conclusion_need_not_be_told() -> None:
    """Neither there nor where the same verb stands in the rest."""
    claim = "Exports fell last year, and hopes fell with them."
    page = page_of(ARTICLE)
    query = lay_claim(claim, page, (claim.index(", and"), len(claim)))
    assert list(untold_directions(query, page, range(len(page.sentences)))) == []
