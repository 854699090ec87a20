"""Numbers and dates of a text together: what a claim and its page can be held against each other by."""

import re
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from claimcheck.text.agreement import Agreement, compare_numbers
from claimcheck.text.dates import Date, dates_agree, find_dates
from claimcheck.text.numbers import Number, find_numbers

_BLANKS = re.compile(r"\s{2,}|[^\S ]")
_PIECE = re.compile(r"\s+|\S+")

Value = Number | Date


def find_values(text: str, start: int = 0, end: int | None = None, language: str = "en") -> list[Value]:
    """List the dates and numbers of `text[start:end]` in order; offsets count in the whole text.

    Several blanks, and line ends, within a value are as good as one blank.
    """
    last = len(text) if end is None else end
    if not _BLANKS.search(text, start, last):
        return _find(text, start, last, language)
    plain, places = _with_single_blanks(text[start:last])
    return [_moved(value, text, places, start) for value in _find(plain, 0, len(plain), language)]


def _moved(value: Value, text: str, places: Sequence[int], start: int) -> Value:
    """Give a value of a text with single blanks its places in the text itself."""
    first, after = start + places[value.start], start + places[value.end - 1] + 1
    moved = replace(value, text=text[first:after], start=first, end=after)
    if isinstance(moved, Date):
        return moved
    return replace(moved, reach=start + places[moved.reach - 1] + 1)


def _find(text: str, start: int, end: int, language: str) -> list[Value]:
    dates = find_dates(text, start, end)
    values: list[Value] = [*dates, *find_numbers(text, dates, start, end, language)]
    return sorted(values, key=attrgetter("start"))


def _with_single_blanks(text: str) -> tuple[str, Sequence[int]]:
    """Write runs of blanks and line ends as one blank each, and give each character's place in the text."""
    kept = [(match.start(), " " if match[0].isspace() else match[0]) for match in _PIECE.finditer(text)]
    return "".join(piece for _, piece in kept), [
        start + at for start, piece in kept for at in range(len(piece))
    ]


def compare_values(claim: Value, source: Value) -> Agreement:
    """Compare two values; a number and a date are never the same thing."""
    if isinstance(claim, Date) and isinstance(source, Date):
        agree = dates_agree(claim, source)
        return Agreement.UNSURE if agree is None else Agreement.SAME if agree else Agreement.DIFFERENT
    if isinstance(claim, Number) and isinstance(source, Number):
        return compare_numbers(claim, source)
    return Agreement.UNSURE


def unit_of_value(value: Value) -> str | None:
    """Give a number's unit; dates have none, and are alike."""
    return value.unit if isinstance(value, Number) else None


def reach_of(value: Value) -> int:
    """Give where a value ends, with the word for what it is measured in."""
    return value.reach if isinstance(value, Number) else value.end


def value_at(offset: int, values: Sequence[Value]) -> Value | None:
    """Give the one of some values that begins at an offset."""
    return next((value for value in values if value.start == offset), None)
