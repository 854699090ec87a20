"""What a page tells beside what counts."""

import pytest
from tests.plain import found_by

from claimcheck.details.counterparts import find_counterparts

NEWS = (
    "The stove maker Torvik will list its shares in Halm rather than Pell next spring. "
    "Growers in Osk expect to press 520 tonnes of oil this season, nearly double last year's 270. "
    "The ferry now sails eleven times a week, up from eight. "
    "It is the thickness of a layer in the shell, not any pigment, that makes the beetle blue. "
    "The ferry to Tarn leaves at 19.22 instead of 20.05. "
    "Turnout in Halm was 61 percent, down from 68 percent in 2019. "
    "All but three of the nine boats have come back from the bay."
)


def counterparts(claim: str) -> list[tuple[str, str]]:
    """List what differs, as claim and page have it."""
    return found_by(find_counterparts, claim, NEWS)


@pytest.mark.parametrize(
    ("claim", "mine", "theirs"),
    [
        ("Torvik will list its shares in Pell next spring.", "Pell", "Halm"),
        ("Growers in Osk will press some 270 tonnes of oil this season.", "270", "520"),
        ("The ferry sails eight times a week now.", "eight", "eleven"),
        ("The beetle gets its blue from a pigment in its shell.", "pigment", "shell"),
        ("The ferry to Tarn leaves at 20.05 instead of 19.22.", "20.05", "19.22"),
        ("Only three of the nine boats have come back from the bay.", "three", "All but three"),
    ],
)
def test_what_is_told_beside_another_is_not_what_counts(claim: str, mine: str, theirs: str) -> None:
    """The page has the claim's value or name, but for what was, or for what it is not."""
    assert counterparts(claim) == [(mine, theirs)]


@pytest.mark.parametrize(
    "claim",
    [
        "Torvik prefers Halm over Pell for the listing of its shares.",
        "Torvik will not list its shares in Pell.",
        "Last year growers in Osk pressed 270 tonnes of oil.",
        "Oil from Osk nearly doubles to 520 tonnes from 270.",
        "The ferry sails eleven times a week after eight before.",
        "The ferry had sailed eight times a week.",
        "In 2019 turnout in Halm was 68 percent.",
        "Three of the nine boats have yet to come back from the bay.",
        "The ferry to Tarn leaves at 19.22 instead of 20.05.",
    ],
)
def test_a_claim_may_tell_both_or_what_was(claim: str) -> None:
    """By its own words it does not tell the second as the first."""
    assert counterparts(claim) == []
