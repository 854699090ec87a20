"""Two sides in one sentence."""

import pytest
from tests.plain import found_by

from claimcheck.details.attributions import find_other_sides

NEWS = (
    "The council says it advertised three times for a head teacher; the parents insist that two people applied. "
    "Moe says she was ill and sent a note; according to the federation, none arrived. "
    "The union called the cut reckless, while the ministry judged it overdue. "
    "Teachers welcomed the change, but the school board warned that pupils could fall behind. "
    "The deputy mayor, Ann Poe, said 2,000 flats would return, while the landlords reckoned with 500. "
    "The cleaners say pay is the trouble. The owners point to a lack of housing."
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
        ("Teachers warned that pupils could fall behind.", "Teachers", "school board"),
        ("The landlords said 2,000 flats would return.", "landlords", "deputy mayor, Ann Poe"),
        ("The cleaners point to a lack of housing.", "cleaners", "owners"),  # in the sentence before
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
        "The school board warned that pupils could fall behind.",
        "The deputy mayor said 2,000 flats would return.",
        "The owners point to a lack of housing.",
    ],
)
def test_each_may_say_what_it_says(claim: str) -> None:
    """Who is not named on the other side may be anybody."""
    assert sides(claim) == []
