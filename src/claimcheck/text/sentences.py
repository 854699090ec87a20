"""Sentences of a text, with offsets: `text[start:end]` is always the verbatim sentence."""

import re

from sentencex import get_sentence_boundaries

_STRETCH = 20_000
"""Characters of a line that are cut at a time: unclosed quotation marks cost the square of what is looked at."""

_SHORT = 30
"""Characters of a line that is one sentence, whatever it holds."""
_OPEN_END = re.compile(
    r"\b(?:M[sx]|Mmes?|Messrs|Atty|Supt|Det|Cmdr|Adm|Hon|Insp|Spc|Pvt|Mt|Ft|Ste?|approx|est|vs|cf|pp|figs?)\.\s*$"
)
"""Abbreviations that something follows, and that the splitter takes for an end: "Ms. Okafor"."""
_END = 20
"""Characters of a sentence's end that hold one, and the blanks behind it."""
LONGEST = 1200
"""Characters after which a sentence is cut at a blank: a run-on list or a page of one word is no sentence."""


def split_sentences(
    text: str, start: int = 0, end: int | None = None, language: str = "en"
) -> list[tuple[int, int]]:
    """List the sentences of every line of `text[start:end]` as (start, end) in `text`, without the blanks around them.

    A line is a paragraph, a heading, a list item or a table row, as the extraction writes them: no sentence
    reaches over its end.
    """
    sentences: list[tuple[int, int]] = []
    offset = start
    for line in text[start:end].split("\n"):
        if line:
            for first, last in _bounds(line, language):
                _add(sentences, line, offset, first, last)
        offset += len(line) + 1
    return sentences


def _bounds(line: str, language: str) -> list[tuple[int, int]]:
    if len(line) <= _SHORT:
        return [(0, len(line))]
    if len(line) <= _STRETCH:
        return _cut(line, language)
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(line):
        stretch = line[start : start + _STRETCH]
        bounds = _cut(stretch, language)
        if len(bounds) > 1 and start + len(stretch) < len(line):
            del bounds[-1]  # it goes on beyond the stretch, so the next one begins with it
        found.extend((start + first, start + last) for first, last in bounds)
        start += (bounds[-1][1] if bounds else 0) or len(stretch)
    return found


def _cut(line: str, language: str) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    for one in get_sentence_boundaries(language, line):
        first, last = one["start_index"], one["end_index"]
        begin, end = bounds[-1] if bounds else (0, 0)
        if _OPEN_END.search(line, max(begin, end - _END), end):
            first = bounds.pop()[0]
        bounds.append((first, last))
    return bounds


def _add(sentences: list[tuple[int, int]], line: str, offset: int, first: int, last: int) -> None:
    """Add what stands between the blanks of `line[first:last]`, cut where it is too long for a sentence."""
    while last - first > LONGEST:
        cut = line.rfind(" ", first + 1, first + LONGEST)
        cut = cut if cut > first else first + LONGEST
        _add(sentences, line, offset, first, cut)
        first = cut
    piece = line[first:last].rstrip()
    bare = piece.lstrip()
    if bare:
        begin = offset + first + len(piece) - len(bare)
        sentences.append((begin, begin + len(bare)))
