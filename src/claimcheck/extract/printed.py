"""What is printed on a page: words with their places, and the lines that they stand on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_BELOW, _ABOVE = 0.2, 0.25
"""Shares of a font's height below and above its small letters."""
_GLUED = 0.1
"""Heights of a word between two pieces of one word."""
_INITIAL = 1.8
"""Heights of a usual word from which a single letter is an ornament at the beginning of a text."""
_MOST_INITIALS = 10
"""On a page: more large letters are something else."""
_WORD_GAP = 0.3
"""Heights of a word from which the white after a large letter is a blank."""
_WHOLE_WORDS = frozenset("AIOYÀÉÓ")
"""Letters that are words by themselves."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


class Word(NamedTuple):
    """A run of characters without a blank, and its place in points. A tuple: a long report has a million of them."""

    text: str
    left: float
    right: float
    base: float
    """The lower edge of its small letters, roughly: lines that are set close overlap below it."""
    crest: float
    """The upper edge of its small letters, roughly."""
    height: float
    """The height of its font."""


def place_word(text: str, left: float, bottom: float, right: float, top: float) -> Word:
    """Give a word in a box; `bottom` and `top` are those of its font."""
    height = top - bottom
    return Word(text, left, right, bottom + _BELOW * height, top - _ABOVE * height, height)


Strip = list[Word]
"""Words that no white line across the page parts: a line, or the lines of columns that are set out of step."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as it is set."""

    text: str
    left: float
    right: float
    base: float
    size: float
    """The median height of its words."""
    first: float
    """The width of its first word: what would have had to fit on the line before."""


@dataclass(frozen=True, slots=True)
class Column:
    """Lines below each other."""

    lines: tuple[Line, ...]
    tabular: bool = False
    """Each line is the row of a table."""


def strips(words: Iterable[Word]) -> list[Strip]:
    """Cut a page along the white lines across it, from the top down."""
    found: list[Strip] = []
    floor = float("inf")
    for word in sorted(words, key=lambda one: -one.crest):
        if word.crest < floor:
            found.append([])
            floor = word.base
        found[-1].append(word)
        floor = min(floor, word.base)
    return found


def rows(strip: Strip) -> list[Strip]:
    """Part the lines of a strip that are out of step but stand in no columns."""
    height = median([word.height for word in strip])
    if max(word.crest for word in strip) - min(word.base for word in strip) < 1.2 * height:
        return [strip]
    found: list[Strip] = []
    for word in sorted(strip, key=lambda one: -one.base):
        if not found or found[-1][0].base - word.base > height / 2:
            found.append([])
        found[-1].append(word)
    return found


def line_of(words: Strip) -> Line:
    """Set words that stand on one line."""
    backwards = sum(
        not word.text.isascii() and bool(_RIGHT_TO_LEFT.search(word.text)) for word in words
    ) * 2 > len(words)
    ordered = sorted(words, key=(lambda one: -one.right) if backwards else (lambda one: one.left))
    size = median([word.height for word in words])
    least = _GLUED * size
    pieces = [ordered[0].text]
    for before, word in pairwise(ordered):
        gap = before.left - word.right if backwards else word.left - before.right
        pieces.append(word.text if gap < least else f" {word.text}")
    return Line(
        text="".join(pieces),
        left=min([word.left for word in words]),
        right=max([word.right for word in words]),
        base=median([word.base for word in words]),
        size=size,
        first=ordered[0].right - ordered[0].left,
    )


def join_initials(words: Sequence[Word]) -> list[Word]:
    """Put the large first letter of a text to the word that it begins."""
    usual = median([word.height for word in words]) if words else 0.0
    initials = [
        word
        for word in words
        if word.height > _INITIAL * usual and word.text.isalpha() and len(word.text) == 1
    ]
    joined = list(words)
    for initial in initials if len(initials) <= _MOST_INITIALS else ():
        near = [word for word in joined if word is not initial and _follows(initial, word, usual)]
        if near:
            begun = max(near, key=lambda word: (round(word.crest), -word.left))
            apart = begun.left - initial.right > _WORD_GAP * usual and initial.text in _WHOLE_WORDS
            text = f"{initial.text}{' ' if apart else ''}{begun.text}"
            joined[joined.index(begun)] = begun._replace(text=text, left=initial.left)
            joined.remove(initial)
    return joined


def _follows(initial: Word, word: Word, usual: float) -> bool:
    return (
        initial.right - usual / 2 <= word.left <= initial.right + 2 * usual
        and word.height < initial.height
        and initial.base - usual / 2 < word.base < initial.crest + usual / 2
    )
