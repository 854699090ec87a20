"""Whether a claim's number agrees with a source's, within what the words of both allow."""

import re
from dataclasses import replace
from enum import StrEnum, auto

from claimcheck.text.numbers import Bound, Number
from claimcheck.text.units import CURRENCIES, UNITS, Unit


class Agreement(StrEnum):
    """What comparing two details says."""

    SAME = auto()
    DIFFERENT = auto()
    UNSURE = auto()
    """Neither: one is vaguer than the other, or they are of different kinds."""


_OPPOSED = frozenset(
    {
        (Bound.AT_LEAST, Bound.AT_MOST),
        (Bound.AT_MOST, Bound.AT_LEAST),
        (Bound.AT_LEAST, Bound.ABOUT),
    }
)
"""Bounds of a claim and of a source that do not agree on one number: "more than 70" is not "nearly 70"."""
_CURRENCIES = frozenset(CURRENCIES.values())
_NOISE = 1e-15
"""Share of a number that floating point may add to a difference: 1.85 is 1.8 or 1.9."""
_VAGUE = re.compile(r"(?:hundred|thousand|million|billion)s?", re.IGNORECASE)
"""How a number is written that is only said to be of a size: "a few hundred", "hundreds", of which two are read."""
_MOST_OF_VAGUE = 5
"""Times as many as that, from which another word would be used."""
_POINTED = re.compile(r"(?<!\d)[1-9]\d{0,2}\.\d{3}(?!\d)")
_SMALL = 12
"""Numbers up to it count other things more often than they measure the same: three villages are no three metres; ages are told without their years."""
_NEAR = 0.1
"""Share by which a number may miss one that is "about" as large."""
_CONVERTED = 0.03
"""Share by which a number may miss one that it was converted from: 100 miles are 160 kilometres."""
_CLOSE = 0.02
"""The same for one that is not round: "about 300" may be 287, "about 299" is not."""
_SURELY = 3
"""Times as far apart as rounding explains, from which "about 8,900" is not "about 8,300"."""
_FAR = 0.4
"""Share from which numbers differ, however vague the words beside them."""


def compare_numbers(claim: Number, source: Number) -> Agreement:
    """Compare a claim's number with a source's, within what the words of both allow."""
    if claim.unit != source.unit:
        return _compare_units(claim, source)
    bounds = {claim.bound, source.bound}
    if claim.value == source.value:
        # "more than 70" and "up to 70" name one number and say different things of it
        return Agreement.UNSURE if (claim.bound, source.bound) in _OPPOSED else Agreement.SAME
    coarse = max(claim.step, source.step)
    noise = _NOISE * abs(source.value)
    if abs(claim.value - source.value) <= coarse / 2 + noise and claim.bound is not Bound.AT_LEAST:
        # 1.8 for 1.786 is rounding; 1.786 for 1.8 says more than the source does
        return Agreement.SAME if claim.step >= source.step else Agreement.UNSURE
    if any(_reads_as_thousands(one, other) for one, other in ((claim, source), (source, claim))):
        return Agreement.SAME
    if bounds == {Bound.EXACT}:
        return Agreement.DIFFERENT
    return _compare_bent(claim, source)


def _reads_as_thousands(one: Number, other: Number) -> bool:
    """Say whether a number with a point before three digits is the other: who writes "1.000" may mean a thousand."""
    return _POINTED.search(one.text) is not None and one.value * 1000 == other.value


def _compare_units(claim: Number, source: Number) -> Agreement:
    """Compare numbers of different units: 24 hours are a day, and what is measured may stand alone, but little else is sure."""
    if {claim.unit, source.unit} == {"", "pp"}:  # "0.9 points", of percent
        return Agreement.SAME if claim.value == source.value else Agreement.UNSURE
    if {claim.unit, source.unit} <= _CURRENCIES:
        return Agreement.DIFFERENT if claim.value == source.value else Agreement.UNSURE
    mine, theirs = UNITS.get(claim.unit), UNITS.get(source.unit)
    if mine is None or theirs is None:
        measure = mine or theirs
        is_telling = measure and (claim.value > _SMALL or measure.dimension == "time")
        stands_alone = is_telling and "" in {claim.unit, source.unit}
        return Agreement.SAME if stands_alone and claim.value == source.value else Agreement.UNSURE
    if mine.dimension != theirs.dimension:
        return Agreement.UNSURE
    one, other = _converted(claim, mine), _converted(source, theirs)
    is_near = abs(one.value - other.value) <= _CONVERTED * abs(other.value)
    if is_near or compare_numbers(one, other) is Agreement.SAME:
        return Agreement.SAME
    return Agreement.DIFFERENT if claim.value == source.value else Agreement.UNSURE


def _converted(number: Number, unit: Unit) -> Number:
    value = number.value * unit.factor + unit.offset
    return replace(number, value=value, step=number.step * unit.factor, unit=unit.dimension)


def _compare_bent(claim: Number, source: Number) -> Agreement:
    if _VAGUE.fullmatch(claim.text) and claim.value <= source.value < _MOST_OF_VAGUE * claim.value:
        return Agreement.SAME  # 412 are hundreds
    if (
        source.bound is Bound.AT_LEAST
        and source.value < claim.value
        and not any(map(str.isdigit, source.text))
    ):
        return Agreement.UNSURE  # whoever says "hundreds" may mean 900
    larger = max(abs(claim.value), abs(source.value), 1e-9)
    apart = abs(claim.value - source.value) / larger
    above = source.value > claim.value
    if claim.bound in {Bound.AT_LEAST, Bound.AT_MOST}:
        if above is (claim.bound is Bound.AT_LEAST):
            # 76 is "more than 70", and so is 500, but who means 500 says more
            opposite = {claim.bound, source.bound} == {Bound.AT_LEAST, Bound.AT_MOST}
            return Agreement.SAME if apart <= 1 / 3 and not opposite else Agreement.UNSURE
        return Agreement.UNSURE if source.bound is claim.bound and apart <= _FAR else Agreement.DIFFERENT
    if claim.bound is Bound.ABOUT and apart <= max(_CLOSE, min(_NEAR, _roundness(claim))):
        return Agreement.SAME
    return Agreement.DIFFERENT if apart > min(_FAR, _explained(claim, source)) else Agreement.UNSURE


def _explained(claim: Number, source: Number) -> float:
    """Give the share by which two numbers may differ where the claim's is rounded, and the source's may be; all for others."""
    if claim.bound is not Bound.ABOUT or source.bound not in {Bound.ABOUT, Bound.EXACT}:
        return 1.0
    own = _roundness(source) if source.bound is Bound.ABOUT else 0.0
    return _SURELY * max(_CLOSE, _roundness(claim), own)


def _roundness(number: Number) -> float:
    """Give the share of a number by which its writer may have rounded it: a third of 300, little of 299, and all of what is a word."""
    if not any(character.isdigit() for character in number.text):
        return 1.0
    steps = round(abs(number.value) / number.step) if number.step else 0
    unit = 1
    while steps and steps % (unit * 10) == 0:
        unit *= 10
    if steps and steps % (unit * 5) == 0:
        unit *= 5
    return unit / steps if steps else 0.0
