"""Finds the words of a claim that are its author's own conclusion."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from claimcheck.model import Span

_RUN = re.compile(r"\S+")
_WORD = re.compile(r"\w")


def locate_analysis(analysis: str, text: str) -> Span | None:
    """Find where the words stand in the text, blanks and line breaks aside; whole words are preferred."""
    wanted = " ".join(analysis.split())
    runs = list(_RUN.finditer(text))
    joined = " ".join(run[0] for run in runs)
    joined_starts = [0, *accumulate(len(run[0]) + 1 for run in runs)]

    def offset(at: int) -> int:
        run = bisect_right(joined_starts, at) - 1
        return runs[run].start() + at - joined_starts[run]

    first: Span | None = None
    for at in _occurrences(wanted, joined):
        start, end = offset(at), offset(at + len(wanted) - 1) + 1
        found = Span(text[start:end], start, end)
        if _stands_alone(found, text):
            return found
        first = first or found
    return first


def leaves_something(analysis: Span, text: str) -> bool:
    """Say whether any word of the text remains to be checked."""
    return bool(_WORD.search(text[: analysis.start] + text[analysis.end :]))


def _occurrences(wanted: str, joined: str) -> Iterator[int]:
    at = joined.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = joined.find(wanted, at + len(wanted))


def _stands_alone(span: Span, text: str) -> bool:
    before, after = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
    return not (_WORD.match(before) or _WORD.match(after))
