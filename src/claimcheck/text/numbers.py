"""Numbers in running text: value, unit and how exactly they are meant.

Reads `1,234.5`, `1.234,5`, `1 234`, `$12.9bn`, `30`, `thirty`, `two dozen`, `3.5 percent`, `percentage points`,
`two-fifths`, `more than 70`, `nearly half`, `51–50`, `first`. Years, clock times and dates are left to
`claimcheck.text.dates`, which is asked first.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, auto
from itertools import pairwise

from claimcheck.text.amounts import AMOUNT, ARTICLES, MEASURED, SCALES, WORDS, is_of_several, read_amount
from claimcheck.text.dates import Date, find_dates
from claimcheck.text.units import CURRENCIES, UNITS


class Bound(StrEnum):
    """How the words beside a number bend it."""

    EXACT = auto()
    ABOUT = auto()
    AT_LEAST = auto()
    AT_MOST = auto()


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text. `value` is in units of `unit`, scale words multiplied in."""

    text: str
    start: int
    end: int
    value: float
    unit: str
    """`%`, `pp` (percentage points), a currency sign, a unit of `claimcheck.text.units` (`day`, `mile`), `th` (an ordinal), `x` (times as much) or empty."""
    bound: Bound
    step: float
    """The smallest difference that the digits can show: 0.1 for 4.5, 100,000 for 1.2 million."""
    reach: int
    """Where the word for its unit ends, which is no part of the number itself; its own end where there is none."""

    @property
    def is_counted(self) -> bool:
        """Say whether the word behind it says what it counts: people, hours, kilometres."""
        return not self.unit or self.unit in UNITS

    @property
    def span(self) -> tuple[int, int]:
        """Its stretch of the text."""
        return self.start, self.end

    @property
    def meaning(self) -> tuple[object, ...]:
        """What numbers are compared by, whatever their wording and place."""
        return self.value, self.unit, self.bound, self.step


_MEASURES = frozenset(["%", "pp", *CURRENCIES.values(), *UNITS])

_BENT = {
    phrase: bound
    for bound, phrases in {
        Bound.ABOUT: "about, around, roughly, approximately, some, circa, estimated, close to, near, nearly, almost, or so, ~, etwa, rund, "
        "knapp, beinahe, ungefähr, environ, près de, quelque, cerca de, casi, unos, unas, quase, quasi, ongeveer, bijna, zo’n",
        Bound.AT_LEAST: "more than, over, at least, above, exceed, exceeds, exceeded, exceeding, upward of, upwards of, no fewer than, "
        "mehr als, über, mindestens, plus de, au moins, más de, al menos, mais de, pelo menos, più di, oltre, almeno, meer dan, ruim, minstens, "
        "no less than, not less than, not fewer than, as few as, as little as, topped, surpass, surpassed, surpassing, beyond, past, north of",
        Bound.AT_MOST: "weniger als, bis zu, höchstens, moins de, jusqu’à, menos de, hasta, até, meno di, fino a, minder dan, hooguit, less than, fewer than, under, below, up to, at most, no more than, not more than, not exceeding, within, just short of, as many as, as much as",
    }.items()
    for phrase in phrases.split(", ")
}
"""What stands before a number -> how it bends it."""
_LONGEST_BENT = 3
"""Words in the longest of them."""
_BEFORE = 40
"""Characters before a number in which they stand."""
_AFTER = re.compile(r"\s?(?:(?P<at_least>\+|or\ more\b|plus\b)|(?P<about>or\ so\b|-ish\b)|(?P<at_most>or\ (?:less|fewer)\b))", re.VERBOSE)  # fmt: skip
_THOUSANDS = re.compile(r"[-+−]?\d{1,3}\.\d{3}")
_NO_COUNT = re.compile(r"[A-Z]|:\d\d|(?i:\s?[ap]\.?m\b)")  # 5G is a name, 10 a.m. and 10:30 are times
_WITHIN_MEASURE = frozenset([" ", ", ", " and "])
_MINUS = ("minus ", "minus\u00a0")
_IN_NAME = re.compile(r"(?<=[a-z])-[A-Z][a-z]")  # Half-Life, Three-Card
_SHARE = re.compile(
    r"(?<![\w.,-])(?P<part>one|two|three|four|five|six|seven|eight|nine|[1-9]\d?)\s(?:(?:in|out\sof)(?:\severy)?|of\severy)\s"
    r"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|twenty|a\shundred|a\sthousand|10|20|50|100|1000)\b"
    r"(?!\s(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|games?|matches|cities|countries|places))",
    re.IGNORECASE,
)
_RANGE = re.compile(r"-?\s?(?:to|and|or|[-–—])\s?")
_NO_NOUN = re.compile(
    r"\s?[.,;:)–—]|\Z|\s(?:an?|the|this|last|next|from|to|for|at|on|in|by|and|or|than|earlier|before)\b",
    re.IGNORECASE,
)
"""After millions of which it is not said what they are."""
_COMPARED_WITH = re.compile(
    r"\b(?:(?:up|down)\sfrom|instead\sof|against|versus|compared\s(?:with|to))\s(?:about\s|some\s|nearly\s|just\s)?\Z",
    re.IGNORECASE,
)
"""Before a number that a percentage is compared with, and that is one too: "71 percent, up from 66"."""
_LONGEST_LEAD = 30
"""Characters that what leads to it has at most."""
_WHOLE = 100.0
"""Percent, of which none that is compared so has more."""


def find_numbers(
    text: str,
    dates: Iterable[Date] | None = None,
    start: int = 0,
    end: int | None = None,
    language: str = "en",
) -> list[Number]:
    """List the numbers of `text[start:end]` in order, without those that are part of a date; offsets count in the whole text."""
    last = len(text) if end is None else end
    shares = [_read_share(match) for match in _SHARE.finditer(text, start, last)]
    others: list[Date | Number] = [*(find_dates(text, start, last) if dates is None else dates), *shares]
    taken = sorted(one.span for one in others)
    passed = 0
    numbers: list[Number] = []
    scales: list[float] = []
    for match in AMOUNT.finditer(text, start, last):
        while passed < len(taken) and taken[passed][1] <= match.start():
            passed += 1
        if passed < len(taken) and taken[passed][0] < match.end():
            continue
        if (number := _read(match, text, start, last, language)) is not None:
            numbers.append(number)
            scales.append(SCALES[match["scale"].lower()] if match["scale"] else 1.0)
    _share_units(numbers, scales, text)
    numbers = _joined(numbers, text)
    return sorted([*numbers, *shares], key=lambda one: one.start) if shares else numbers


def _read_share(match: re.Match[str]) -> Number:
    """Read "one in five" as the percentage that it is."""
    count, whole = (_from_word(match[name]) for name in ("part", "whole"))
    return Number(match[0], *match.span(), 100 * count / whole, "%", Bound.ABOUT, 1.0, match.end())


def _from_word(word: str) -> float:
    folded = word.lower()
    return {"a hundred": 100.0, "a thousand": 1000.0}.get(folded) or WORDS.get(folded) or float(folded)


def _share_units(numbers: list[Number], scales: Sequence[float], text: str) -> None:
    """Give the ends of a range one unit, and millions the currency named before: "$3-4 million", "$3 million, from 2 million"."""
    for at, (one, other) in enumerate(pairwise(numbers)):
        if one.text.endswith("points") or not _RANGE.fullmatch(text, one.end, other.start):
            continue  # "by 0.5 points to 2.4%"
        if not one.unit and other.unit in _MEASURES:
            one = replace(one, unit=other.unit)  # noqa: PLW2901 - what was read, completed
        elif not other.unit and one.unit in CURRENCIES.values():
            other = replace(other, unit=one.unit)  # noqa: PLW2901 - what was read, completed
        if one.unit == other.unit and scales[at] == 1.0 < scales[at + 1] and one.value < 1000:
            one = replace(one, value=one.value * scales[at + 1], step=one.step * scales[at + 1])  # noqa: PLW2901
        numbers[at : at + 2] = one, other
    currency = ""
    for at, number in enumerate(numbers):
        if number.unit in CURRENCIES.values():
            currency = number.unit
        elif currency and not number.unit and scales[at] >= 1e6 and _NO_NOUN.match(text, number.end):
            numbers[at] = replace(number, unit=currency)
    _share_percents(numbers, text)


def _share_percents(numbers: list[Number], text: str) -> None:
    """Read what a percentage is compared with as one too: "71 percent, up from 66", "1 to 2 percent instead of 4 to 5"."""
    is_told = is_shared = False
    for at, number in enumerate(numbers):
        before = numbers[at - 1]
        is_bare = not number.unit and number.value <= _WHOLE and _NO_NOUN.match(text, number.end)
        is_second = is_shared and _RANGE.fullmatch(text, before.end, number.start)
        led = is_told and _COMPARED_WITH.search(
            text, max(number.start - _LONGEST_LEAD, before.end), number.start
        )
        is_shared = bool(is_bare and (is_second or led))
        if is_shared:
            numbers[at] = replace(number, unit="%")
        is_told = is_told or number.unit == "%"


def _joined(numbers: Sequence[Number], text: str) -> list[Number]:
    """Read "2 hours 30 minutes" and "6 feet 2 inches" as one measure."""
    joined: list[Number] = []
    for number in numbers:
        before = joined[-1] if joined else None
        larger, smaller = UNITS.get(before.unit) if before else None, UNITS.get(number.unit)
        if (
            before
            and larger
            and smaller
            and larger.dimension == smaller.dimension
            and larger.factor > smaller.factor
            and number.bound is Bound.EXACT
            and text[before.reach : number.start] in _WITHIN_MEASURE
        ):
            share = smaller.factor / larger.factor
            joined[-1] = replace(
                before,
                text=text[before.start : number.end],
                end=number.end,
                value=before.value + number.value * share,
                step=number.step * share,
                reach=number.reach,
            )
        else:
            joined.append(number)
    return joined


def _read(match: re.Match[str], text: str, first: int, last: int, language: str) -> Number | None:
    if match["digits"] and not match["measure"] and _NO_COUNT.match(text, match.end(), last):
        return None
    value, unit, step = read_amount(match)
    if value is None or _IN_NAME.match(text, match.end(), last):
        return None
    if language != "en" and _THOUSANDS.fullmatch(match["digits"] or ""):
        value, step = value * 1000, step * 1000  # "1.200" is more than a thousand everywhere else
    bound = _bound_before(text, first, match.start()) or _bound_after(text, match.end(), last)
    if match["vague"] or is_of_several(match):
        bound = Bound.AT_LEAST
    elif (match["fraction"] or match["halved"]) and unit != "th" and bound is Bound.EXACT:
        bound = Bound.ABOUT
    start = match.start() + (len(match[0]) - len(match[0].lstrip()))
    if match["digits"] and text.endswith(_MINUS, first, start):
        value, start = -value, start - len(_MINUS[0])
    reach = max(match.end(), *(match.end(measure) for measure in MEASURED))
    return Number(text[start : match.end()], start, match.end(), value, unit, bound, step, reach)


def _bound_before(text: str, first: int, at: int) -> Bound | None:
    """Read the words before a number, the longest phrase first: "no more than" is no "more than"."""
    if at == first or not text[at - 1].isspace():
        return None
    words = text[max(first, at - _BEFORE) : at].lower().replace("'", "’").split()
    if words and words[-1] in ARTICLES:
        del words[-1]
    phrases = (" ".join(words[-size:]) for size in range(_LONGEST_BENT, 0, -1))
    return next((_BENT[phrase] for phrase in phrases if phrase in _BENT), None)


def _bound_after(text: str, at: int, last: int) -> Bound:
    after = _AFTER.match(text, at, last)
    return Bound(after.lastgroup) if after and after.lastgroup else Bound.EXACT
