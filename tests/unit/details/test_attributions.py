"""Two sides in one sentence."""

import pytest
from tests.plain import found_by

from claimcheck.details.attributions import find_other_sides

NEWS = (
    "The council says it advertised three times for a head teacher; the parents insist that two people applied. "
    "Moe says she was ill and sent a note; according to the federation, none arrived. "
    "The union called the cut reckless, while the ministry judged it overdue."
)


def sides(claim: str) -> list[tuple[str, str]]:
    """List who is given the words of another, as claim and page have them."""
    return found_by(find_other_sides, claim, NEWS)


@pytest.mark.parametrize(
    ("claim", "mine", "theirs"),
    [
        ("The council says that two people applied to be head teacher.", "council", "parents"),
        ("According to the federation, Moe was ill and sent a note.", "federation", "Moe"),
        ("The ministry called the cut reckless.", "ministry", "union"),
    ],
)
def test_a_side_does_not_say_what_the_other_says(claim: str, mine: str, theirs: str) -> None:
    """Both are in the sentence, each with what it says."""
    assert sides(claim) == [(mine, theirs)]


@pytest.mark.parametrize(
    "claim",
    [
        "The parents say that two people applied.",
        "Moe says she was ill.",
        "According to the federation, no note arrived.",
        "A reader called the cut reckless.",
        "Two people applied.",
    ],
)
def test_each_may_say_what_it_says(claim: str) -> None:
    """Who is not named on the other side may be anybody."""
    assert sides(claim) == []
