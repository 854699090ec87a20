"""The words of a page in the order in which a reader takes them: column by column, a table row by row."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from claimcheck.extract.printed import Column, Line, Strip, Word, line_of, rows, strips

_GUTTER = 0.75
"""Width of the white between columns, in heights of a word: more than most blanks of a justified line."""
_WIDEST_BLANK = 2.0
"""Heights of a word between the words of a justified line, at most."""
_EVENLY = 1.25
"""Of their median, the widest blank of a justified line, at most."""
_TABLE_FROM = 3
"""Rows with white at the same place from which they are a table and no justified text."""
_NEAR = 1.5
"""Heights of a word between lines, edge to edge, that still belong together."""
_HANGING = 3.0
"""Heights of a word between the mark of a list's item and its text, at most."""
_DEEPEST = 4
"""Columns within columns that are looked for."""
_PROSE_CHARS = 12
"""Characters in an average line of a column of text; cells of a table are shorter."""
_PROSE_SHARE = 0.25
"""Share of a column's lines that go on with a small letter: prose does, the cells of a table do not."""
_NUMBERED_FROM = 5
"""Lines from which counting up in the margin is the numbering of lines."""
_ITEM = re.compile(r"[•‣▪●◦■□*–—-]|\(?\w{1,3}[.)]")
_UNCASED = re.compile(
    "[\u0590-\u08ff\u0900-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)

_Span = tuple[float, float]


@dataclass(slots=True)
class _Band:
    """A stretch of a page with the same columns; without gutters it is one column."""

    strips: list[Strip]
    covered: list[_Span]
    gutters: list[_Span]
    parts: list[list[Word]] = field(default_factory=list)
    """The words of its columns; none where it is one column, or a table."""


def read_columns(words: Sequence[Word]) -> list[Column]:
    """Give the lines of a page in reading order."""
    return _columns(words, 0)


def _columns(words: Sequence[Word], depth: int) -> list[Column]:
    if not words:
        return []
    found: list[Column] = []
    for band in _bands(strips(words), _GUTTER * median([word.height for word in words])):
        if band.parts and depth < _DEEPEST:
            found += (column for part in band.parts for column in _columns(part, depth + 1))
        else:
            lines = tuple(line_of(row) for strip in band.strips for row in rows(strip))
            found.append(Column(lines, tabular=bool(band.gutters)))
    return found


# --- bands: where columns begin and end ------------------------------------------------------------------------------


def _bands(found: Sequence[Strip], width: float) -> list[_Band]:
    """Cut a page where its columns change."""
    bands: list[_Band] = []
    for strip in found:
        spans = _union(_spans(strip))
        if bands and bands[-1].gutters:
            covered = _union([*bands[-1].covered, *spans])
            if gutters := _gaps(covered, width):
                bands[-1].strips.append(strip)
                bands[-1].covered, bands[-1].gutters = covered, gutters
                continue
        bands.append(_Band([strip], spans, [] if _is_justified(strip) else _gaps(spans, width)))
    bands = list(_without_holes(bands))
    for band in bands:
        band.parts = _parts(band)
    for before, band in pairwise(bands):
        if band.parts and not before.gutters:
            _take_up(before, band)
        elif before.parts and not band.gutters:
            _hand_down(before, band)
    return [band for band in bands if band.strips]


def _without_holes(bands: Sequence[_Band]) -> Iterator[_Band]:
    """Put lines with a hole back to the lines around them: justified text has wide blanks in narrow columns."""
    before: _Band | None = None
    for index, band in enumerate(bands):
        near = [bands[other] for other in (index - 1, index + 1) if 0 <= other < len(bands)]
        if band.gutters and _line_count(band) < _TABLE_FROM and any(_is_flush(band, one) for one in near):
            band.gutters = []
        if before is not None and not before.gutters and not band.gutters:
            before.strips += band.strips
        else:
            before = band
            yield band


def _line_count(band: _Band) -> int:
    """Count the lines of a band; columns that are out of step are one strip."""
    return sum(len(rows(strip)) for strip in band.strips)


def _is_flush(band: _Band, other: _Band) -> bool:
    """Say whether lines are as wide as those next to them, and close by."""
    if other.gutters and _line_count(other) >= _TABLE_FROM:
        return False
    above, below = sorted((band, other), key=lambda one: -one.strips[0][0].base)
    height = _height(band.strips[0])
    return (
        _distance(above.strips[-1], below.strips[0]) <= height
        and abs(band.covered[0][0] - other.covered[0][0]) <= height / 4
        and abs(band.covered[-1][1] - other.covered[-1][1]) <= height / 4
    )


def _take_up(above: _Band, band: _Band) -> None:
    """Let columns begin where the first of them does: the other may begin below a picture."""
    taken: list[Strip] = []
    for strip in reversed(above.strips):
        if _distance(strip, taken[-1] if taken else band.strips[0]) > _NEAR * _height(strip):
            break
        if _crosses(strip, band.gutters):
            # one line below text across the page is the end of its paragraph
            taken = taken if len(taken) > 1 else []
            break
        taken.append(strip)
    if taken:
        del above.strips[-len(taken) :]
        band.strips[:0] = reversed(taken)
        band.parts = _parts(band)


def _hand_down(band: _Band, below: _Band) -> None:
    """Let a heading that stands below columns belong to the text across the page that follows."""
    last = band.strips[-1]
    if len(band.strips) < 2 or _distance(band.strips[-2], last) <= _NEAR * _height(last):
        return
    if not _crosses(last, band.gutters):
        below.strips.insert(0, band.strips.pop())
        band.parts = _parts(band)


# --- columns: whether white between words parts them -----------------------------------------------------------------


def _parts(band: _Band) -> list[list[Word]]:
    """Give the words of each column of a band; none where it is one column or a table."""
    if not band.gutters:
        return []
    edges = [left for left, _ in band.gutters]
    parts: list[list[Word]] = [[] for _ in range(len(edges) + 1)]
    for strip in band.strips:
        for word in strip:
            parts[bisect_right(edges, word.left)].append(word)
    parts = [part for part in parts if part]
    lines = [[line_of(strip) for strip in strips(part)] for part in parts]
    wide = list(map(_is_wide, parts, lines))
    prose = [is_wide and _goes_on(set_out) for is_wide, set_out in zip(wide, lines, strict=True)]
    if all(is_prose or _is_numbering(part) for is_prose, part in zip(prose, parts, strict=True)):
        return [part for is_prose, part in zip(prose, parts, strict=True) if is_prose]
    return parts if sum(prose) > 1 or (any(prose) and len(parts) == 2 and all(wide)) else []


def _is_wide(words: Sequence[Word], lines: Sequence[Line]) -> bool:
    """Say whether lines are as long as those of text."""
    characters = sum(
        len(word.text) + 1 if word.text.isascii() else len(word.text) + len(_UNCASED.findall(word.text)) + 1
        for word in words
    )
    return characters >= _PROSE_CHARS * len(lines)


def _goes_on(lines: Sequence[Line]) -> bool:
    """Say whether lines go on with the sentences of those above them."""
    further = [line.text[0] for line in lines[1:]]
    going_on = sum(letter.islower() or bool(_UNCASED.match(letter)) for letter in further)
    return bool(further) and going_on >= _PROSE_SHARE * len(further)


def _is_numbering(words: list[Word]) -> bool:
    """Say whether words are the numbers of lines in the margin."""
    numbers = [int(word.text) for word in words if word.text.isdecimal() and len(word.text) <= 5]
    return (
        len(numbers) == len(words) >= _NUMBERED_FROM
        and len({after - before for before, after in pairwise(numbers)}) == 1
        and numbers[1] > numbers[0]
    )


def _spans(strip: Strip) -> Iterator[_Span]:
    """Give what the words of a strip cover; the white after the mark of a list's item is part of the item."""
    ordered = sorted(strip, key=lambda word: word.left)
    reach = float("-inf")
    for word, after in pairwise([*ordered, ordered[-1]]):
        begins = word.left - reach > _GUTTER * word.height
        hangs = begins and 0 < after.left - word.right < _HANGING * word.height and _ITEM.fullmatch(word.text)
        yield word.left, after.left if hangs else word.right
        reach = max(reach, word.right)


def _is_justified(strip: Strip) -> bool:
    """Say whether the words of a line stand apart evenly, as no cells of a table do."""
    ordered = sorted(strip, key=lambda word: word.left)
    gaps = [after.left - word.right for word, after in pairwise(ordered)]
    return len(gaps) > 2 and max(gaps) <= min(_EVENLY * median(gaps), _WIDEST_BLANK * ordered[0].height)


def _union(spans: Iterable[_Span]) -> list[_Span]:
    joined: list[_Span] = []
    for left, right in sorted(spans):
        if joined and left <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined


def _gaps(covered: Sequence[_Span], width: float) -> list[_Span]:
    return [(before[1], after[0]) for before, after in pairwise(covered) if after[0] - before[1] >= width]


def _crosses(strip: Strip, gutters: Sequence[_Span]) -> bool:
    return any(word.left < end and word.right > start for word in strip for start, end in gutters)


def _distance(above: Strip, below: Strip) -> float:
    return min(word.base for word in above) - max(word.crest for word in below)


def _height(strip: Strip) -> float:
    return max(word.height for word in strip)
