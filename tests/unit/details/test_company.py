"""The company that the values of a claim keep on a page."""

import pytest
from tests.plain import page_of

from claimcheck.details.company import Companies
from claimcheck.details.slots import Slots
from claimcheck.match.query import lay_claim

ARTICLE = """The Velmoor council voted on Tuesday to buy three electric ferries from the yard in Pell.
The boats will cost $46 million, and the coastal fund pays $18 million.
Mayor Ilse Brandvik said the first ferry should sail in March 2027.
Councillor Radek Thune called the purchase hasty.
The share of electric boats in the harbour rose from 10 to 18 percent in 2025."""


def companies(claim: str) -> Companies:
    """Lay a claim against the article."""
    page = page_of(ARTICLE)
    return Companies(Slots(lay_claim(claim, page), page))


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("It won 3-2.", False),
        ("The Aster 9 is out.", False),
        ("The share rose from 10 percent.", False),
        ("The boats cost $46 million.", True),
        ("Some 240 people work there.", True),
        ("It opened in 2019.", True),
    ],
)
def test_scores_names_and_origins_are_no_values_to_compare(claim: str, expected: bool) -> None:
    """Their neighbours say nothing of what they stand for."""
    own = companies(claim)
    assert own.is_told(own.query.values[0]) is expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The council itself pays $28 million.", True),  # 46 less 18
        ("Together they come to $64 million.", True),
        ("The share rose by 8 percentage points.", True),
        ("The council itself pays $27 million.", False),
        ("The rest, 82 percent, came later.", True),  # 18 percent did before
        ("The fund pays nearly two-fifths of it.", True),  # 18 of 46
        ("The price of the boats tripled.", False),
        ("It pays more than twice as much.", True),  # 46 for 18
    ],
)
def test_sums_and_differences_of_neighbours_follow(claim: str, expected: bool) -> None:
    """What a reader works out from one sentence is stated, in a way."""
    own = companies(claim)
    assert own.follows(own.query.values[0], frozenset([1, 4])) is expected
