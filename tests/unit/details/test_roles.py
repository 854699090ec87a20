"""Who did it to whom."""

import pytest

from claimcheck.details.roles import find_swaps
from claimcheck.match.page import index_page
from claimcheck.match.query import lay_claim
from claimcheck.model import Document

ARTICLE = """On Sunday the rowers of Pell Town came from behind to beat Osk Rovers by a length.
The magazine Tidewater was bought by Harbour Press for two million crowns.
Anna Bell praised Piet Orr, and Piet Orr praised Anna Bell.
Nordal Group sued Brisk Ferries in the port of Osk."""
PAGE = index_page(Document(ARTICLE, len(ARTICLE), "text/plain", len(ARTICLE), language="en"))


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
    ],
)
def test_names_on_the_wrong_sides_of_a_verb_are_found(claim: str, swapped: list[tuple[str, str]]) -> None:
    """In the active and the passive voice; a page that tells it both ways, or not between two names, shows nothing."""
    query = lay_claim(claim, PAGE)
    found = find_swaps(query, PAGE, range(len(PAGE.sentences)))
    assert [(claim[slice(*mine)], ARTICLE[slice(*theirs)]) for mine, theirs, _ in found] == swapped
