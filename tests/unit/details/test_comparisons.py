"""Which side of a comparison something stands on."""

import pytest
from tests.plain import found_by

from claimcheck.details.comparisons import find_turned_comparisons

NEWS = (
    "Hives with a net lost only half as many bees over the winter as open ones. "
    "A flat in Halm costs 350 crowns a month more than in Pell. "
    "Of all valleys Osk suffered most, with more than 25 floods."
)


def turned(claim: str) -> list[tuple[str, str]]:
    """List what has changed sides, as claim and page have it."""
    return found_by(find_turned_comparisons, claim, NEWS)


@pytest.mark.parametrize(
    ("claim", "mine", "theirs"),
    [
        ("Over the winter open hives lost half as many bees as those with a net.", "open", "net"),
        ("Renting a flat in Pell costs some 350 crowns a month more than it does in Halm.", "Pell", "Halm"),
    ],
)
def test_what_is_compared_has_its_side(claim: str, mine: str, theirs: str) -> None:
    """All words are on the page, on the other side of "than" or "as"."""
    assert turned(claim) == [(mine, theirs)]


@pytest.mark.parametrize(
    "claim",
    [
        "Hives with a net lost half as many bees as open hives.",
        "A flat in Pell costs 350 crowns a month less than in Halm.",
        "Flats in Halm cost 350 crowns more than those in Pell.",
        "Osk had more than 25 floods, which is more than any other valley.",
    ],
)
def test_the_same_from_either_side_is_the_same(claim: str) -> None:
    """Straight, or turned with the opposite word; and "more than" before a number compares nothing."""
    assert turned(claim) == []
