"""Numbers and dates of a text together: what a claim and its page can be held against each other by."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from claimcheck.text.dates import Date, dates_agree, find_dates
from claimcheck.text.numbers import Agreement, Number, compare_numbers, find_numbers, may_hold_values

_BLANKS = re.compile(r"\s{2,}|[^\S ]")
_PIECE = re.compile(r"\s+|\S+")

Value = Number | Date


def find_values(text: str, start: int = 0, end: int | None = None) -> list[Value]:
    """List the dates and numbers of `text[start:end]` in order; offsets count in the whole text.

    Several blanks, and line ends, within a value are as good as one blank.
    """
    last = len(text) if end is None else end
    if not may_hold_values(text, start, last):
        return []
    found = _find(text[start:last])
    if not start:
        return list(found)
    return [replace(value, start=value.start + start, end=value.end + start) for value in found]


@lru_cache(maxsize=4096)  # the claims of a page are held against the same sentences
def _find(text: str) -> tuple[Value, ...]:
    plain, places = _with_single_blanks(text)
    dates = find_dates(plain)
    values: list[Value] = sorted([*dates, *find_numbers(plain, dates)], key=lambda value: value.start)
    if plain is text:
        return tuple(values)
    spans = [(places[value.start], places[value.end - 1] + 1) for value in values]
    return tuple(
        replace(value, text=text[first:after], start=first, end=after)
        for value, (first, after) in zip(values, spans, strict=True)
    )


def _with_single_blanks(text: str) -> tuple[str, Sequence[int]]:
    """Write runs of blanks and line ends as one blank each, and give each character's place in the text."""
    if not _BLANKS.search(text):
        return text, range(len(text))
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
