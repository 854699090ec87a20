"""Numbers that follow from others: sums, differences and ratios, shares of a whole, levels before a change."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.text.numbers import Bound, Number

ROUGHLY = 0.1
"""Share by which two numbers may miss the ratio that a claim gives in words: "a third", "twice"."""
NEARLY = 0.03
"""Share by which a number that is worked out may miss one that is told as "about"."""
_NOTHING = 1e-9
"""What is no larger divides nothing."""
POINTS = frozenset(["pp", "%"])
"""Units in which small differences are told."""


def is_sum(value: Number, terms: Sequence[Number]) -> bool:
    """Say whether a number is the sum of three or more of its unit in a row."""
    alike = [one.value for one in terms if one.unit == value.unit]
    return any(
        sum(alike[first:last]) == value.value
        for first in range(len(alike))
        for last in range(first + 3, len(alike) + 1)
    )


def makes(value: Number, one: Number, other: Number) -> bool:
    """Say whether two numbers of one unit make a third: by adding or taking away, or as a rough share or multiple of each other."""
    if {one.unit, other.unit, value.unit} == POINTS:  # "by half a point to 4.5%"
        return any(abs(result - value.value) <= value.step / 2 for result in _joined(one, other))
    if one.unit != other.unit and one.unit and other.unit:
        return False  # "to 97 million euros from 118 million" names the unit once
    if value.unit in {one.unit, other.unit} or (value.unit, one.unit) == ("pp", "%"):
        return any(abs(result - value.value) <= value.step / 2 for result in _joined(one, other))
    smaller, larger = sorted((abs(one.value), abs(other.value)))
    is_rough = value.unit == "x" or (value.unit == "%" and value.bound is not Bound.EXACT)
    if not (is_rough and smaller and value.value):
        return False
    wanted = value.value if value.unit == "x" else 100 / value.value
    if value.unit == "x" and value.bound is Bound.AT_LEAST:
        return wanted < larger / smaller < wanted + 1
    return abs(larger / smaller - wanted) <= ROUGHLY * wanted


def may_make(value: Number, terms: Sequence[Number]) -> bool:
    """Say whether a number may be worked out from two others: a whole from its share, a level before a change, a rate.

    So many results are possible that one may fit by chance: it is no support, but it rules out a sure difference.
    """
    slack = max(value.step / 2, NEARLY * abs(value.value) if value.bound is not Bound.EXACT else 0.0)
    return any(
        abs(result - value.value) <= slack
        for pair in combinations(filter(_is_not_zero, terms), 2)
        for result in _worked_out(value.unit, *sorted(pair, key=_is_share))
    )


def _worked_out(unit: str, one: Number, other: Number) -> Iterator[float]:
    """Yield what two numbers, the second a share if one of them is, make in a unit."""
    if unit == one.unit == other.unit:
        yield from _joined(one, other)
    if _is_share(other) and not _is_share(one) and unit == one.unit:
        share = other.value if other.unit == "x" else other.value / 100
        yield from (one.value * share, one.value / share)
        for change in (1 + share, 1 - share) if other.unit == "%" else ():
            yield one.value * change
            if change:
                yield from (one.value / change, one.value * share / abs(change))
    elif unit == "%" and one.unit == other.unit:
        yield from (100 * one.value / other.value, 100 * other.value / one.value)
        change = 100 * abs(one.value - other.value)
        yield from (change / abs(one.value), change / abs(other.value))
    elif one.unit != other.unit and unit in {one.unit, other.unit}:
        base, per = (one, other) if unit == one.unit else (other, one)
        yield base.value / per.value


def _is_not_zero(number: Number) -> bool:
    return abs(number.value) > _NOTHING


def _is_share(number: Number) -> bool:
    return number.unit in {"%", "x"}


def _joined(one: Number, other: Number) -> tuple[float, float]:
    return abs(one.value - other.value), one.value + other.value
