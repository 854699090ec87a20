"""Numbers that follow from others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text.numbers import Bound, Number, find_numbers
from claimcheck.text.reckoning import is_sum, makes, may_make


def read(text: str) -> Number:
    return find_numbers(text)[0]


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("$28 million", "$46 million, of which $18 million", True),
        ("$27 million", "$46 million, of which $18 million", False),
        ("10.5%", "by 450 basis points to 15%", True),
        ("15.5%", "by 0.5 percentage points to 15%", True),
        ("a third of them", "12 of 36", True),
        ("a quarter of them", "12 of 36", False),
    ],
)
def test_sums_differences_and_rough_shares_are_made_by_two(claim: str, source: str, expected: bool) -> None:
    assert makes(read(claim), *find_numbers(source)) is expected


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("about 14,000", "1,150, or 8%", True),  # the whole of a share
        ("about 17,000", "1,150, or 8%", False),
        ("92", "8% of 1,150", True),
        ("about 200,000", "340,000, then 40 percent fewer", True),
        ("about 260,000", "340,000, then 40 percent fewer", False),
        ("13%", "to $310 million from $355 million", True),
        ("13%", "to $310 million from 355 boats", False),
        ("about 45 million euros", "520 million euros for 11.6 kilometres", True),
        ("105 millimetres", "210 millimetres, twice as much", True),
    ],
)
def test_wholes_levels_and_rates_may_be_worked_out(claim: str, source: str, expected: bool) -> None:
    assert may_make(read(claim), find_numbers(source)) is expected


def test_a_sum_is_of_three_or_more_in_a_row() -> None:
    terms = find_numbers("14 in Osk, nine in Pell, six in Orr and two at sea")
    assert is_sum(read("29 people"), terms)
    assert is_sum(read("31 people"), terms)
    assert not is_sum(read("20 people"), terms)


NUMBERS = st.builds(
    Number,
    text=st.just("0"),
    start=st.just(0),
    end=st.just(1),
    value=st.sampled_from([0.0, 0.5, -0.5, 1.0, 100.0, -100.0, 1e300]) | st.floats(-1e12, 1e12),
    unit=st.sampled_from(["", "%", "pp", "x", "$", "kilometre"]),
    bound=st.sampled_from(Bound),
    step=st.sampled_from([0.1, 1.0, 1e6]),
    reach=st.just(1),
)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_no_numbers_break_it(value: Number, one: Number, other: Number) -> None:
    """Nothing is divided by zero: a claim of "0 percent" or a change of -100 % is a claim like any other."""
    assert makes(value, one, other) in {True, False}
    assert may_make(value, [one, other]) in {True, False}
