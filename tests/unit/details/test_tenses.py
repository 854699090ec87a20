"""When something is."""

import pytest
from tests.plain import found_by

from claimcheck.details.tenses import find_other_tenses

NEWS = (
    "Police in Halm have withdrawn a statement about the boy. "
    "Ida Lund, who once ran the bakery in Pell, is chief executive of Aster. "
    "The museum plans to open a hall in May. "
    "Thirty former customers of the ferry complained."
)


def tenses(claim: str) -> list[tuple[str, str]]:
    """List what is told of another time, as claim and page have it."""
    return found_by(find_other_tenses, claim, NEWS)


@pytest.mark.parametrize(
    ("claim", "mine", "theirs"),
    [
        (
            "Police in Halm are going to withdraw a statement about the boy.",
            "are going to withdraw",
            "have withdrawn",
        ),
        ("Ida Lund runs the bakery in Pell and is chief executive of Aster.", "runs", "once ran"),
        ("Thirty customers of the ferry complained.", "customers", "former customers"),
    ],
)
def test_another_time_is_doubted(claim: str, mine: str, theirs: str) -> None:
    """What is done is not to come, and what once was is not."""
    assert tenses(claim) == [(mine, theirs)]


@pytest.mark.parametrize(
    "claim",
    [
        "Police in Halm have withdrawn a statement about the boy.",
        "Ida Lund, who used to run the bakery in Pell, is chief executive of Aster.",
        "The museum will open a hall in May.",
        "Ida Lund ran the bakery in Pell before.",
        "Previous customers of the ferry complained.",
    ],
)
def test_the_same_time_is_not(claim: str) -> None:
    """A plan stays a plan, and a claim may speak of what was."""
    assert tenses(claim) == []
