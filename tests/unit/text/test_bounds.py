"""Claims that leave out the bound of what they tell."""

import time

import pytest

from claimcheck.text.bounds import find_exaggerations, part_before


@pytest.mark.parametrize(
    ("claim", "source", "found"),
    [
        ("It is the largest ever.", "It is the largest so far this year.", [("largest", "largest so far")]),
        (
            "It is the first in its history.",
            "It was the first since 2009 here.",
            [("first", "first since")],
        ),
        ("She is the oldest member.", "She is one of the oldest members.", [("oldest", "one of the oldest")]),
        ("It is the first since 2009.", "It was the first since 2009.", []),
        ("It is the first in half a century.", "It was the first in nearly 50 years.", []),
        ("The first in almost a quarter of a century.", "It was the first in nearly 25 years.", []),
        ("It is the first in a quarter century.", "It was the first in nearly 25 years.", []),
        ("It is one of the oldest.", "It is one of the oldest.", []),
        ("The largest sank.", "The largest, built since 1990, sank.", []),
        ("The first ship sank.", "The first ship, one of the first of two, sank.", []),
        ("All five schools closed.", "Four of the five schools closed.", [("All five", "Four of the five")]),
        ("Both of the two sank.", "One of the two sank.", [("Both of the two", "One of the two")]),
        ("All of the 12 boats sank.", "Most of its 12 boats sank.", [("All of the 12", "Most of its 12")]),
        ("All five schools closed.", "All five schools closed.", []),
        (
            "All 900 job cuts are done.",
            "Of the 900 job cuts announced, 640 are done.",
            [("All 900", "Of the 900 job cuts announced, 640")],
        ),
        ("All 900 job cuts are done.", "Of the 900 job cuts announced, all are done.", []),
        ("All five schools closed.", "One of the schools closed.", []),
        ("All five schools closed.", "See note ² of the five schools.", []),  # no digit to count with
        ("All members agreed.", "Most members of the union agreed.", [("All", "Most")]),
        ("Every school has closed.", "Nearly all schools in Osk have closed.", [("Every", "Nearly all")]),
        ("All patients recovered.", "92% of the patients recovered.", [("All", "92% of")]),
        ("All patients recovered.", "Only 92.5% of the patients recovered.", [("All", "92.5% of")]),
        ("Most residents complained.", "Some residents complained.", [("Most", "Some")]),
        ("The buses are always late.", "The buses are often late.", [("always", "often")]),
        ("The buses are usually late.", "The buses are always late.", []),
        ("Most members agreed.", "All members agreed.", []),
        ("All members agreed.", "All members agreed, most of the members of the board too.", []),
        ("All stops have lifts.", "Only three of the stops have lifts.", [("All", "three of the")]),
        (
            "All complaints were rejected.",
            "They rejected 300 of the 1,200 complaints.",
            [("All", "300 of the")],
        ),
        ("Most pilots are members.", "It stands for 2,250 of the airline's 2,600 pilots.", []),
        ("All members agreed.", "The members agreed on the most important points.", []),
        ("All schools have closed.", "Most shops and some banks stay open.", []),
        ("All 300 guests left.", "Some 300 guests left.", []),
        ("She lost on all 17 counts.", "She lost on 14 of 17 counts.", [("all 17", "14 of 17")]),
        (
            "All four wrecks have been raised.",
            "Four wrecks are known, of which only one has been raised.",
            [("All", "of which only one")],
        ),
        ("All four wrecks are known.", "Four wrecks are known, of which all have been raised.", []),
    ],
)
def test_a_bound_of_the_source_that_the_claim_lacks_is_found(
    claim: str, source: str, found: list[tuple[str, str]]
) -> None:
    """A source that says it without a bound too is no doubt."""
    spans = find_exaggerations(claim, source)
    assert [(claim[slice(*mine)], source[slice(*theirs)]) for mine, theirs in spans] == found


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("It is tried on four of its 57 trams.", "four"),
        ("They found faults at 43 of the 57 stations.", "43"),
        ("It is tried on four out of about 57 trams.", "four"),
        ("He is one of 57 smiths.", None),
        ("It is tried on 57 trams.", None),
        ("The cost of the 57 trams rose.", None),
    ],
)
def test_a_number_may_be_a_whole_of_which_a_part_is_told(text: str, part: str | None) -> None:
    """Who is one of fifty-seven is a member, and says how many there are."""
    found = part_before(text, text.index("57"))
    assert (text[slice(*found)] if found else None) == part


@pytest.mark.parametrize("fragment", ["most of ", "1,500", "not all ", "of which ", "four of the 5 "])
def test_long_texts_take_no_longer_than_their_length(fragment: str) -> None:
    """Each was quadratic, or might be: 60 kB would take minutes."""
    text = fragment * (60_000 // len(fragment))
    start = time.process_time()
    list(find_exaggerations("All members of the board agreed.", text))
    part_before(text, len(text))
    assert time.process_time() - start < 20
