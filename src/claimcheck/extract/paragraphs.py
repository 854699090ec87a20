"""Lines of a printed text to paragraphs, over the ends of columns and pages and over what stands between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from claimcheck.extract.hyphens import is_parted, is_tied, join_lines, whole_words
from claimcheck.extract.printed import Column, Line

_SAME_SIZE = 0.15
"""Share by which two lines of one paragraph may differ in size: bold and plain fonts do by a little."""
_FONTS = 0.35
"""As far as two lines of one sentence may: one may be in another font."""
_SMALL = 0.9
"""Share of the usual size below which lines are notes, which may stand in the middle of a paragraph."""
_LOOSE = 0.3
"""Heights of a line beyond the usual distance, from which a new paragraph begins."""
_LOOSEST = 2.1
"""The widest usual distance, in heights of a line: double spacing. Beyond it stand lines that are apart."""
_INDENT = 0.6
"""Heights of a line by which a first line is moved in."""
_BLANK = 0.3
"""Heights of a line: a blank between words."""
_AROUND = 3
"""Lines before and after that show how wide the column is there: text runs around pictures."""
_BACK = 50
"""Paragraphs that are looked back over for one that is not finished."""
_FULL = 30
"""Characters of a line that may end a column in the middle of a sentence; headings are shorter."""
_LONGEST = 60
"""Characters at the end of a line that are looked at."""

_ENDED = re.compile(r"""[.!?:;…。！？؟।]["'”’»“)\]}*†‡ ]*(?:\[?\d{1,3}\]?)?$""")
_BULLET = re.compile(r"[•‣▪●◦■□➢✓❖]")
_NUMBERED = re.compile(r"(?:[-–—*]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])\s")


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    tabular: bool
    reach: float
    """The width of the column that it ends in."""

    @property
    def last(self) -> Line:
        return self.lines[-1]


def read_paragraphs(columns: Sequence[Column]) -> list[str]:
    """Give the paragraphs of a text that is set in columns, whatever pages these stand on."""
    usual, spacing = _usual_size(columns), _usual_spacing(columns)
    found: list[_Paragraph] = []
    for column in columns:
        reach = max(line.right - line.left for line in column.lines)
        current: _Paragraph | None = None
        for index, line in enumerate(column.lines):
            if column.tabular:
                current = None
            elif current is None or not _goes_on(column.lines, index, spacing):
                current = _unfinished(found, line, usual, is_first=current is None)
            if current is None:
                current = _Paragraph([], column.tabular, reach)
                found.append(current)
            current.lines.append(line)
            current.reach = reach
    words = whole_words(line.text for column in columns for line in column.lines)
    return [join_lines([line.text for line in one.lines], words) for one in found]


def _goes_on(lines: Sequence[Line], index: int, spacing: float) -> bool:
    """Say whether a line belongs to the paragraph of the line above it."""
    above, line = lines[index - 1], lines[index]
    begun = _is_small(line) and not _has_ended(above.text)
    is_near = -line.size <= above.base - line.base <= (spacing + _LOOSE) * line.size
    if not (is_near and _is_alike(above, line, _FONTS if begun else _SAME_SIZE)):
        return False
    if begun and is_parted(above.text):
        return True
    if _BULLET.match(line.text):
        return False
    around = lines[max(0, index - 1 - _AROUND) : index + _AROUND]
    has_room = max(one.right for one in around) - above.right > line.first + _BLANK * line.size
    numbered = bool(_NUMBERED.match(line.text))
    if _is_small(line) and not numbered:
        return True
    if has_room or (numbered and _has_ended(above.text)):
        return False
    return not _is_moved_in(lines, index, min(one.left for one in around))


def _is_moved_in(lines: Sequence[Line], index: int, left: float) -> bool:
    """Say whether a line is moved in as first lines are: neither the line above nor the next is."""
    line, after = lines[index], lines[index + 1 : index + 2]
    if _BULLET.match(lines[index - 1].text) or _NUMBERED.match(lines[index - 1].text):
        return False  # below the text of a list's item, beside its mark
    edge = left + _INDENT * line.size
    below_is_in = bool(after) and after[0].left > edge and _is_alike(line, after[0], _SAME_SIZE)
    return line.left > edge >= lines[index - 1].left and not below_is_in


def _unfinished(
    found: Sequence[_Paragraph], line: Line, usual: float, *, is_first: bool
) -> _Paragraph | None:
    """Find the paragraph that a line goes on with, over the end of a column and the tables and notes there."""
    skipped = False
    for paragraph in found[: -_BACK - 1 : -1]:
        last = paragraph.last
        begun = _is_small(line) and not _has_ended(last.text)
        is_note = last.size < _SMALL * usual <= line.size
        if (paragraph.tabular or is_note) and not (begun and is_parted(last.text)):
            skipped = True
            continue
        if not (is_first or skipped) or not _is_alike(last, line, _FONTS if begun else _SAME_SIZE):
            return None
        fills = (
            len(last.text) > _FULL
            and last.right - last.left > paragraph.reach - line.first - _BLANK * line.size
        )
        goes_on = begun or is_tied(last.text) or (is_first and fills and not _BULLET.match(line.text))
        return paragraph if goes_on and not _has_ended(last.text) else None
    return None


def _is_alike(one: Line, other: Line, tolerance: float) -> bool:
    return abs(one.size - other.size) <= tolerance * max(one.size, other.size)


def _is_small(line: Line) -> bool:
    """Say whether the first letter of a line is a small one."""
    return line.text.lstrip("‘“\"'([«‹„")[:1].islower()


def _has_ended(text: str) -> bool:
    """Say whether a line may be the last one of its paragraph, by its last mark."""
    return _ENDED.search(text, max(0, len(text) - _LONGEST)) is not None


def _usual_size(columns: Sequence[Column]) -> float:
    """Give the size that most of the text is set in."""
    sizes = sorted((line.size, len(line.text)) for column in columns for line in column.lines)
    half = sum(length for _, length in sizes) / 2
    for size, length in sizes:
        half -= length
        if half <= 0:
            return size
    return 0.0


def _usual_spacing(columns: Sequence[Column]) -> float:
    """Give the usual distance of lines in heights of a line."""
    found = [
        (above.base - line.base) / line.size
        for column in columns
        for above, line in pairwise(column.lines)
        if _is_alike(above, line, _SAME_SIZE) and above.base > line.base
    ]
    return min(median(found), _LOOSEST) if found else 1.0
