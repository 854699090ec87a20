"""Text from the web made safe to show: nothing that moves the cursor, or hides or reorders what an editor reads."""

import re
import unicodedata
from functools import lru_cache

_LINE_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_JOINERS = "\u200c\u200d"
_STRAY_JOINER = re.compile(
    f"(?<![^\x00-\x7f{_JOINERS}])[{_JOINERS}]+|[{_JOINERS}]+(?![^\x00-\x7f])|[{_JOINERS}]{{2,}}"
)
"""Persian words and emoji families need one joiner between two characters beyond ASCII; no other does anything."""

_DROPPED = frozenset("\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u2060\u3164\ufeff\uffa0")
"""Invisible, and ordinary on honest pages: hyphenation and break hints, direction marks, byte order marks, fillers."""

_NEWER_EMOJI = range(0x1F000, 0x1FB00)
"""Pictographs that the Unicode tables of this Python may not have yet."""

_MAX_MARKS = 4
"""Marks on one letter: pointed Hebrew and stacked Vietnamese need three, a flood has dozens."""


def sanitise(text: str, *, keep_newlines: bool = False) -> str:
    r"""Make a text safe to show: what is dangerous becomes visible (`\x1b`, `\u202e`), what is only invisible is dropped.

    Blanks and line breaks become plain spaces (line breaks plain newlines with `keep_newlines`). Joiners stay between
    letters and emoji; marks beyond the fourth on one letter become one U+FFFD. Twice gives the same as once.
    """
    if text.isascii() and text.isprintable():
        return text
    lines = _LINE_BREAK.split(text)
    return ("\n" if keep_newlines else " ").join(map(_sanitise_line, lines))


def _sanitise_line(line: str) -> str:
    visible = "".join(map(_shown, line))
    return visible if visible.isascii() else _bound_marks(_STRAY_JOINER.sub("", visible))


@lru_cache(maxsize=4096)
def _shown(character: str) -> str:
    if character in _DROPPED:
        return ""
    if character.isprintable() or character in _JOINERS or ord(character) in _NEWER_EMOJI:
        return character
    if character == "\t" or unicodedata.category(character) == "Zs":
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _bound_marks(line: str) -> str:
    bounded: list[str] = []
    marks = 0
    for character in line:
        if unicodedata.category(character) in {"Mn", "Me"}:
            marks += 1
        elif character not in _JOINERS:
            marks = 0
        if marks <= _MAX_MARKS:
            bounded.append(character)
        elif bounded[-1] != "\ufffd":
            bounded.append("\ufffd")
    return "".join(bounded)
