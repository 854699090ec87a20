"""Who did it to whom."""

import pytest
from tests.plain import page_of

from claimcheck.details.roles import find_reversed, find_swaps
from claimcheck.match.query import lay_claim

ARTICLE = """On Sunday the rowers of Pell Town came from behind to beat Osk Rovers by a length.
The magazine Tidewater was bought by Harbour Press for two million crowns.
Anna Bell praised Piet Orr, and Piet Orr praised Anna Bell.
Nordal Group sued Brisk Ferries in the port of Osk.
Captain Vera Lund went after Piet Orr in the second race."""
PAGE = page_of(ARTICLE)


@pytest.mark.parametrize(
    ("claim", "swapped"),
    [
        ("On Sunday the rowers of Osk Rovers beat those of Pell Town by a length.", [("Osk Rovers", "Pell")]),
        ("The rowers of Pell Town beat Osk Rovers by a length on Sunday.", []),
        ("Harbour Press bought Tidewater.", []),
        ("Tidewater bought Harbour Press.", [("Tidewater", "Harbour")]),
        ("Anna Bell praised Piet Orr.", []),
        ("In the port of Osk the lawyers of Brisk Ferries sued Nordal Group.", [("Brisk Ferries", "Nordal")]),
        ("In the port of Osk the yard of Brisk Ferries was sued by Nordal Group.", []),
        ("Nordal Group sued in Osk.", []),
        ("Osk Rovers beat Pell Town's record.", []),
        ("In the second race Piet Orr went after Captain Vera Lund.", [("Piet Orr", "Captain")]),
        ("In the second race Vera Lund went after Piet Orr.", []),
        ("In the second race Piet Orr went before Vera Lund.", []),
    ],
)
def test_names_on_the_wrong_sides_of_a_verb_are_found(claim: str, swapped: list[tuple[str, str]]) -> None:
    """In the active and the passive voice; a page that tells it both ways, or not between two names, shows nothing."""
    query = lay_claim(claim, PAGE)
    found = find_swaps(query, PAGE, range(len(PAGE.sentences)))
    assert [(claim[slice(*one.claim)], ARTICLE[slice(*one.source)]) for one in found] == swapped


LEVELS = """Sales rose to 12 million crowns from 10 million.
The rate averaged 5.7 percent in October, down from 6.2 percent a year earlier.
Prices in Osk fell from 9 euros in May to 8 euros.
The mine dug 312,000 tonnes in 2021, about 1.5 percent of all, down from 334,000 tonnes in 2020.
Police took 23 boats in 2021, against nine the year before."""
ON_LEVELS = page_of(LEVELS)


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("Sales fell from 12 million to 10 million crowns.", "12 million crowns from 10 million"),
        (
            "The rate climbed from 5.7 percent to 6.2 percent.",
            "5.7 percent in October, down from 6.2 percent",
        ),
        ("Prices in Osk rose to 9 euros from 8 euros.", "9 euros in May to 8 euros"),
        ("The rate rose to 6.2 percent.", "5.7 percent"),
        (
            "Output grew to 334,000 tonnes in 2021 from 312,000 a year earlier.",
            "312,000 tonnes in 2021, about 1.5 percent of all, down from 334,000",
        ),
        ("Police took nine boats in 2021, against 23 the year before.", "23 boats in 2021, against nine"),
        ("Police took 23 boats in 2021, up from nine.", ""),
        ("The rate fell from 5.7 percent.", "6.2 percent"),
        ("The rate fell to 5.7 percent.", ""),
        ("The rate fell to about 6 percent from roughly 6 percent.", ""),
        ("Sales rose from 10 million to 12 million crowns.", ""),
        ("The rate was down to 5.7 percent from 6.2 percent.", ""),
        ("Prices rose from 8 euros to 10 euros.", ""),
    ],
)
def test_a_change_told_the_other_way_round_is_found(claim: str, found: str) -> None:
    """From the later number to the earlier one."""
    query = lay_claim(claim, ON_LEVELS)
    places = list(find_reversed(query, ON_LEVELS, range(len(ON_LEVELS.sentences))))
    assert [LEVELS[slice(*one.source)] for one in places] == ([found] if found else [])


def test_a_change_of_something_else_is_none_of_the_claims() -> None:
    """What tells more of the claim has its number too."""
    text = "Unemployment in Osk fell to 5 percent in May. Inflation rose from 5 percent to 8 percent."
    on = page_of(text)
    query = lay_claim("Unemployment in Osk fell to 5 percent.", on)
    assert not list(find_reversed(query, on, range(len(on.sentences))))
