"""The characters of one page of a PDF to words with their places, turned the way that the text runs."""

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from claimcheck.extract.printed import Word, place_word

UNMAPPED = "\ufffd"
"""Stands for a character that the PDF's font gives no letter."""

_LEVEL, _UP, _OVER, _DOWN = range(4)
"""Quarter turns to the left."""
_HYPHENS = "\x02\ufffe"
"""What PDFium writes for a hyphen at a line's end; it leaves the line's end out."""
_RUN = re.compile(rf"[^\s{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]")
_SHAPES = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st",
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff"),
        **dict.fromkeys("\uf0b7\uf0a7", "•"),
    }
)  # fmt: skip
_NO_LETTER = re.compile("[\x00-\x08\x0e-\x1f\x7f\ue000-\uf8ff\ufff0-\ufffc\ufffe\uffff\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARK = re.compile(r"[\d*†‡§]")
_RAISED_UNITS = frozenset(["m", "km", "cm", "mm", "ft"])
"""What a small raised number belongs to: anywhere else it points to a note."""
_SMALL = 0.8
"""Share of the height of its neighbours below which a raised digit is a mark."""
_STEP = 0.5
"""Heights of a character by which the next stands higher or lower in another line."""
_TILT = 0.1
"""Radians by which a level line may be turned: scans are."""


class _Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float


class _Glyphs:
    """The characters of a page as PDFium numbers them."""

    def __init__(self, raw: Any, glyphs: Any) -> None:
        self._raw = raw
        self._handle = glyphs.raw
        self._loose = raw.FS_RECTF()
        self._find_loose = raw.FPDFText_GetLooseCharBox
        self._tight = [ctypes.c_double() for _ in range(4)]
        count = glyphs.count_chars()
        text = glyphs.get_text_range(0, count) if count else ""
        if len(text) != count:  # it leaves out some characters, and writes others as two
            text = "".join(chr(raw.FPDFText_GetUnicode(self._handle, index)) for index in range(count))
        self.text = text

    def box(self, index: int) -> _Box:
        """Give the place of a character with the height of its font."""
        loose = self._loose
        if self._find_loose(self._handle, index, loose) and loose.top > loose.bottom:
            return _Box(loose.left, loose.bottom, loose.right, loose.top)
        left, right, bottom, top = self._tight
        self._raw.FPDFText_GetCharBox(self._handle, index, left, right, bottom, top)
        return _Box(left.value, bottom.value, right.value, max(top.value, bottom.value + 1.0))

    def is_level(self, index: int) -> bool:
        """Say whether a character stands upright."""
        angle = self._raw.FPDFText_GetCharAngle(self._handle, index)
        return abs(math.remainder(angle, math.tau)) < _TILT


def read_words(raw: Any, page: Any, glyphs: Any) -> tuple[list[Word], list[str]]:
    """Give the words of a page that run the way of most, and those that run another way, put together to lines."""
    chars = _Glyphs(raw, glyphs)
    left, bottom, right, top = page.get_bbox()
    by_turn: dict[int, list[tuple[str, _Box]]] = {_LEVEL: [], _UP: [], _DOWN: []}
    for turn, text, box in _all_words(chars):
        if left <= (box.left + box.right) / 2 <= right and bottom <= (box.bottom + box.top) / 2 <= top:
            by_turn[turn].append((text, box))
    turn = max(by_turn, key=lambda one: sum(len(text) for text, _ in by_turn[one]))
    words = by_turn.pop(turn)
    if turn == _LEVEL and raw.FPDFPage_GetRotation(page.raw) == _OVER:
        turn = _OVER
    aside = [" ".join(text for text, _ in found) for found in by_turn.values() if found]
    return [place_word(text, *_turned(box, turn)) for text, box in words], aside


def _turned(box: _Box, turn: int) -> _Box:
    """Turn a box the way that its text runs."""
    left, bottom, right, top = box
    match turn:
        case 1:  # _UP
            return _Box(bottom, -right, top, -left)
        case 2:  # _OVER
            return _Box(-right, -top, -left, -bottom)
        case 3:  # _DOWN
            return _Box(-top, left, -bottom, right)
        case _:
            return box


def _all_words(chars: _Glyphs) -> Iterator[tuple[int, str, _Box]]:
    """Yield every word with its direction."""
    for run in _RUN.finditer(chars.text):
        text, (start, end) = run[0], run.span()
        first = chars.box(start)
        last = chars.box(end - 1) if end - start > 1 else first
        if abs(last.bottom - first.bottom) <= _STEP * (first.top - first.bottom):
            if end - start > 1 and _MARK.search(text):
                yield from _word(_LEVEL, *_unmarked(chars, start, end))
            else:
                yield from _word(_LEVEL, text, (first, last))
        elif chars.is_level(start):
            yield from _lines(chars, start, end)
        else:
            yield from _word(_UP if last.bottom > first.bottom else _DOWN, text, (first, last))


def _lines(chars: _Glyphs, start: int, end: int) -> Iterator[tuple[int, str, _Box]]:
    """Part a run that goes on in the next line without a blank, as in scripts that write none."""
    boxes = [chars.box(index) for index in range(start, end)]
    begin = 0
    for index, box in enumerate(boxes[1:], 1):
        if abs(box.bottom - boxes[index - 1].bottom) > _STEP * (box.top - box.bottom):
            yield from _word(_LEVEL, chars.text[start + begin : start + index], boxes[begin:index])
            begin = index
    yield from _word(_LEVEL, chars.text[start + begin : end], boxes[begin:])


def _unmarked(chars: _Glyphs, start: int, end: int) -> tuple[str, list[_Box]]:
    """Leave out raised numbers, which point to notes: they would make other numbers of those before them."""
    text, boxes = chars.text[start:end], [chars.box(index) for index in range(start, end)]
    plain = max(boxes, key=lambda box: box.top - box.bottom)
    height = plain.top - plain.bottom
    raised = [
        _MARK.match(character) is not None
        and box.top - box.bottom < _SMALL * height
        and box.bottom > plain.bottom + height / 10
        for character, box in zip(text, boxes, strict=True)
    ]
    base = "".join(character for character, mark in zip(text, raised, strict=True) if not mark)
    if not any(raised) or base.strip("(),.;:") in _RAISED_UNITS:
        return text, boxes
    return (f"10^{text[2:]}" if base == "10" else base), boxes


def _word(turn: int, text: str, boxes: Sequence[_Box]) -> Iterator[tuple[int, str, _Box]]:
    """Yield a word, unless nothing of it can be seen."""
    if not (text.isascii() and text.isprintable()):
        text = _cleaned(text)
    if text:
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        yield turn, text, _Box(min(lefts), min(bottoms), max(rights), max(tops))


def _cleaned(text: str) -> str:
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return unicodedata.normalize("NFC", _NO_LETTER.sub(UNMAPPED, text.translate(_SHAPES)))
