"""Words that exclude one another."""

import pytest
from tests.plain import found_by, page_of

from claimcheck.details.kinds import find_other_acts, find_other_members
from claimcheck.match.query import lay_claim

NEWS = "The novel tells the story of her grandmother, a salt-seller in the south of Halm, and of a former pupil of hers."


def others(claim: str) -> list[tuple[str, str]]:
    """List the words of which the page has others, as claim and page have them."""
    return found_by(find_other_members, claim, NEWS)


@pytest.mark.parametrize(
    ("claim", "mine", "theirs"),
    [
        ("The novel tells of her mother, who sold salt in Halm.", "mother", "grandmother"),
        ("Her grandmother sold salt in the north of Halm.", "north", "south"),
        ("The novel tells of her former teacher.", "teacher", "pupil"),
    ],
)
def test_another_of_the_kind_is_doubted(claim: str, mine: str, theirs: str) -> None:
    """Somebody's mother is not the grandmother."""
    assert others(claim) == [(mine, theirs)]


@pytest.mark.parametrize(
    "claim",
    [
        "Her grandfather and her grandmother sold salt.",
        "The novel tells of a student of hers.",
        "Southern Halm is where her grandmother sold salt.",
        "The novel tells of salt.",
    ],
)
def test_the_same_in_another_word_is_not(claim: str) -> None:
    """A member has several words, and what the page has as well is told."""
    assert others(claim) == []


def test_parents_are_told_by_their_children() -> None:
    """Whose mother she is, is her son or daughter."""
    text = "The queen was said to have disapproved of the interview that her son gave."
    page = page_of(text)
    claim = "His mother, the queen, is said to have disapproved of the interview."
    assert list(find_other_members(lay_claim(claim, page), page, [0])) == []


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The council announced a new ferry.", []),
        ("The council launched a ferry for Halm.", [("launched", "announced")]),
        ("The council of Halm paid for a ferry.", []),
    ],
)
def test_an_act_that_is_apart_from_the_pages_is_doubted(claim: str, expected: list[tuple[str, str]]) -> None:
    """Where no evidence has the claim's own."""
    assert found_by(find_other_acts, claim, "The council of Halm announced a ferry to Osk.") == expected
