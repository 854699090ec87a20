"""Units of measure: how they are written, and what one is in another."""

import pytest

from claimcheck.text.agreement import Agreement, compare_numbers
from claimcheck.text.numbers import Number, find_numbers
from claimcheck.text.units import UNITS
from claimcheck.text.values import find_values

SAME, DIFFERENT, UNSURE = Agreement.SAME, Agreement.DIFFERENT, Agreement.UNSURE


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12 miles", 12, "mile"),
        ("a 12-mile path", 12, "mile"),
        ("12km", 12, "kilometre"),
        ("12\u00a0km", 12, "kilometre"),
        ("12 square kilometers", 12, "kilometre2"),
        ("12 km²", 12, "kilometre2"),
        ("5GW of wind", 5, "gigawatt"),
        ("5 megawatt-hours", 5, "mwh"),
        ("35°C", 35, "celsius"),
        ("95 degrees Fahrenheit", 95, "fahrenheit"),
        ("60 miles per hour", 60, "mph"),
        ("100 m", 100, "metre"),
        ("3.5 million tonnes", 3.5e6, "tonne"),
        ("two and a half kilos", 2.5, "kilogram"),
        ("2 hours 30 minutes", 2.5, "hour"),
        ("6 feet and 6 inches", 6.5, "foot"),
        ("half a mile", 0.5, "mile"),
        ("a mile away", 1, "mile"),
        ("12 nautical miles", 12, "nautical"),
        ("7lb", 7, "pound"),
        ("50 km an hour", 50, "kmh"),
        ("minus 40°C", -40, "celsius"),
        ("30m deep", 30, "metre"),
        ("30 miles per gallon", 30, ""),
        ("seven acres", 7, "acre"),
        ("12 metros", 12, "metre"),
        ("a 40-year-old man", 40, ""),
        ("100m people", 100e6, ""),
        ("12 hats", 12, ""),
    ],
)
def test_a_unit_of_measure_is_read_with_its_number(text: str, value: float, unit: str) -> None:
    """The unit's word stays a word of its own: it is no part of the number."""
    (number,) = find_numbers(text)
    assert (number.value, number.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("claim", "source", "agreement"),
    [
        ("5 miles", "8 kilometres", SAME),
        ("100 miles", "160 km", SAME),
        ("40 hectares", "100 acres", SAME),
        ("35°C", "95 degrees Fahrenheit", SAME),
        ("24 hours", "one day", UNSURE),  # the "one" of "one day" is a pronoun more often
        ("48 hours", "two days", SAME),
        ("30 tons", "30 tonnes", SAME),
        ("40 km", "40", SAME),
        ("12 miles", "12 kilometres", DIFFERENT),
        ("12 days", "12 hours", DIFFERENT),
        ("40 hectares", "40 acres", DIFFERENT),
        ("12 miles", "40 kilometres", UNSURE),
        ("12 miles", "12 square miles", UNSURE),
        ("5 MW", "5 MWh", UNSURE),
        ("200 pounds", "200 kilograms", UNSURE),
    ],
)
def test_measures_are_compared_in_one_unit(claim: str, source: str, agreement: Agreement) -> None:
    """The same number of another unit is a slip; other numbers of other units may speak of other things."""
    mine, theirs = find_numbers(claim), find_numbers(source)
    found = compare_numbers(mine[0], theirs[0]) if theirs else UNSURE
    assert found is agreement


def test_units_of_one_dimension_have_one_measure_and_factors_above_zero() -> None:
    """A mile is 1.609344 km, and a foot a third of a yard."""
    assert all(unit.factor > 0 for unit in UNITS.values())
    assert UNITS["mile"].factor == pytest.approx(1760 * UNITS["yard"].factor)
    assert UNITS["foot"].factor * 3 == pytest.approx(UNITS["yard"].factor)
    assert UNITS["acre"].factor * 640 == pytest.approx(UNITS["mile2"].factor, rel=1e-4)


def test_a_unit_reaches_as_far_as_its_word_over_any_blanks() -> None:
    """Well-set pages have blanks that do not break."""
    text = "Head. The  long\u00a0thing is 12\u00a0kilometres  long."
    (number,) = find_values(text, 6)
    assert isinstance(number, Number)
    assert text[number.start : number.end] == number.text == "12"
    assert text[number.start : number.reach] == "12\u00a0kilometres"
