"""What a claim says more widely, more strictly or for longer than its page."""

import pytest
from tests.plain import page_of

from claimcheck.details.bounds import find_unbounded
from claimcheck.match.query import lay_claim


def unbounded(source: str, claim: str) -> list[str]:
    """List the words of a claim that go beyond a source."""
    page = page_of(source)
    found = find_unbounded(lay_claim(claim, page), page, range(len(page.sentences)))
    return [claim[slice(*doubt.claim)] for doubt in found]


@pytest.mark.parametrize(
    ("source", "claim", "found"),
    [
        # for ever
        ("The ferry will stop running on 3 November.", "The ferry will stop running for good.", ["for good"]),
        ("The ferry will stop permanently in May.", "The ferry will stop for good in May.", []),
        ("He left the room for good reason.", "He left the room for good reason.", []),
        # no other
        (
            "Boats carry guests three times a day.",
            "Boats carry guests, but only at weekends.",
            ["only at weekends"],
        ),
        ("Boats carry guests at weekends alone.", "Boats carry guests only at weekends.", []),
        ("Only fog was to blame for the delay.", "Fog alone was to blame for the delay.", []),
        ("Fog was to blame for the delay.", "Fog was solely to blame for the delay.", ["solely"]),
        # what is excepted, and what goes for some alone
        (
            "Fares in Osk stay as they are, except in private compartments.",
            "Fares in Osk rise, and only private compartments stay as they are.",
            ["only"],
        ),
        (
            "The clinic will offer the vaccine to all women, and not only to those with asthma.",
            "The clinic will offer the vaccine only to women with asthma.",
            ["only"],
        ),
        (
            "Vans may use the centre of Osk between 4am and 7am.",
            "Vans may use the centre of Osk except at 4am.",
            ["except"],
        ),
        ("All shops but one in Osk are open.", "The shops in Osk are open, excluding one.", []),
        ("The sensor sits apart from the bar.", "Its sensor sits apart from the bar.", []),
        # all, of which a part
        (
            "All schools in Osk will stay shut on Monday except St Mary's.",
            "All schools in Osk will be shut on Monday.",
            ["All"],
        ),
        ("All schools in Osk will stay shut on Monday.", "All schools in Osk will be shut on Monday.", []),
        ("Of 318 cases, 201 are in Osk.", "All of the 318 cases are in Osk.", ["All of the 318"]),
        (
            "The bonus costs $910m, about a third of it paid by the tax on tobacco.",
            "The tax on tobacco pays the entire bonus, which costs $910m.",
            ["entire"],
        ),
        ("He resigned days after the vote.", "He resigned only days after the vote.", []),
        (
            "Fog was the likely cause of the wreck.",
            "Fog was the only cause of the wreck.",
            ["the only cause"],
        ),
        (
            "Fog may not be the only cause of the wreck.",
            "Fog was the sole cause of the wreck.",
            ["the sole cause"],
        ),
        ("Fog alone was the cause of the wreck.", "Fog was the sole cause of the wreck.", []),
        # both
        ("They held two men and released one of them.", "They held two men and released both.", ["both"]),
        ("They held two men and released both.", "They held two men and released both.", []),
        ("One of the two ferries sank.", "Both ferries sank.", ["Both"]),
        # how often
        (
            "Each week of closure costs the growers a crown.",
            "Each day of closure costs the growers a crown.",
            ["Each day"],
        ),
        ("A day of closure costs a crown, a week of it nine.", "Each week of closure costs nine crowns.", []),
        ("The growers lost a crown a year ago.", "The growers lost a crown each day.", []),
        # a duty
        ("A draft would require firms to report leaks.", "Firms must now report leaks.", ["must"]),
        ("Firms would also have to report leaks.", "Firms would have to report leaks.", []),
        ("Firms are required to report leaks.", "Firms must report leaks.", []),
        ("Firms report leaks.", "Firms must report leaks.", ["must"]),
    ],
)
def test_what_goes_beyond_the_page_is_found(source: str, claim: str, found: list[str]) -> None:
    """And what the page says in other words is not."""
    assert unbounded(source, claim) == found
