"""Values that the page tells in two ways."""

import pytest
from tests.plain import found_by

from claimcheck.details.conflicts import find_conflicts

TWO = "The union says 400 workers walked out on Monday. The company says 90 workers walked out on Monday."
ONE = "According to the union, 400 workers walked out on Monday; the company put the number at 90."


@pytest.mark.parametrize("page", [TWO, ONE])
@pytest.mark.parametrize(("mine", "theirs"), [("400", "90"), ("90", "400")])
def test_a_number_beside_another_of_the_same_is_doubted(page: str, mine: str, theirs: str) -> None:
    """Neither of them is supported, and neither contradicts the other."""
    assert found_by(find_conflicts, f"{mine} workers walked out on Monday.", page) == [(mine, theirs)]


@pytest.mark.parametrize(
    "page",
    [
        "On Monday 400 workers walked out. The company employs 900 workers.",
        "On Monday 400 workers walked out, of 900 whom the company has.",
        "On Monday 400 workers walked out for 90 minutes. On Monday workers walked out for 90 minutes.",
    ],
)
def test_a_number_of_something_else_is_none_beside_it(page: str) -> None:
    """The other sentence must tell as much of the claim, and have a number of the same unit."""
    assert found_by(find_conflicts, "400 workers walked out on Monday.", page) == []
