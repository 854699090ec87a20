"""Lines set after each other to one: a word that a line's end parted is whole again, a hyphen of its own stays."""

import re
from collections.abc import Iterable, Sequence

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
)
"""Letters and marks of scripts that write no blanks between words."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD = re.compile(r"([^\W\d_]+)[-‐]$")
_TAIL = re.compile(r"[^\W\d_]+")
_TIED = re.compile(r"\S[-‐–—/]$")
_LONGEST = 60
"""Characters at the end of a line that are looked at: a line may be one word of a million letters."""

_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_UNITS = frozenset("one two three four five six seven eight nine ten".split())
_SPANS = frozenset("long short high low mid full part small large pre post".split())
_AND = frozenset("and und oder bzw och og".split())
"""Words after a hyphen that stands for what follows: two- and three-year."""
_OR = frozenset("or to".split())
"""Such words that are the ends of others too: may-or, pota-to."""
_COMPOUND = frozenset("self well half quasi".split()) | _TENS
"""First halves that keep their hyphen."""
_SECONDS = frozenset("based backed owned related linked funded controlled style".split())
"""Second halves that keep the hyphen before them."""
_MEASURES = frozenset("term time level range standing lived speed scale year old day".split())
"""Second halves that keep it after a number or a size."""
_JOINTS = frozenset("the of and by in to up on off out".split())
"""Words in the middle of long compounds: state-of-the-art."""
_LINKS = frozenset("the of and to a".split())
"""Those of them that are the first halves of no words."""


def is_parted(line: str) -> bool:
    """Say whether a line ends with the first half of a word."""
    return _HEAD.search(line, max(0, len(line) - _LONGEST)) is not None


def is_tied(line: str) -> bool:
    """Say whether a line ends with a mark that ties it to the next one: a hyphen, a dash without a blank, a slash."""
    return _TIED.search(line, max(0, len(line) - 2)) is not None


def whole_words(lines: Iterable[str]) -> frozenset[str]:
    """List the words of a text, without the first halves of those that a line's end parts."""
    found: set[str] = set()
    for line in lines:
        head = _HEAD.search(line, max(0, len(line) - _LONGEST))
        found.update(word.lower() for word in _WORD.findall(line, 0, head.start() if head else len(line)))
    return frozenset(found)


def join_lines(lines: Sequence[str], words: frozenset[str]) -> str:
    """Set the lines of a paragraph after each other; `words` are those of the whole text."""
    pieces = [lines[0]]
    for line in lines[1:]:
        pieces[-1], gap = _before(line, pieces[-1], words)
        pieces += [gap, line]
    return "".join(pieces)


def _before(line: str, text: str, words: frozenset[str]) -> tuple[str, str]:
    """Give a text as it ends where a line follows, and the blank between them, if one is due."""
    head, tail = _HEAD.search(text, max(0, len(text) - _LONGEST)), _TAIL.match(line)
    if head is None or tail is None:
        together = is_tied(text) or (_UNSPACED.match(text[-1]) and _UNSPACED.match(line[0]))
        return text, "" if together else " "
    if f"{head[1]}{tail[0]}".lower() in words:
        return text[:-1], ""
    if tail[0] in _AND or (tail[0] in _OR and head[1].lower() in _UNITS | _TENS | _SPANS):
        return text, " "
    chained = (tail[0] in _JOINTS and line[tail.end() : tail.end() + 1] == "-") or (
        head[1] in _LINKS and text[: head.start()].endswith("-")
    )
    return text if chained or _keeps_hyphen(head[1], tail[0], words) else text[:-1], ""


def _keeps_hyphen(head: str, tail: str, words: frozenset[str]) -> bool:
    """Decide by how the text writes the word elsewhere, then by what the halves are."""
    if f"{head}-{tail}".lower() in words:
        return True
    if not tail[0].islower():
        return not (head.isupper() and tail.isupper() and len(head) > 1)
    head = head.lower()
    return (
        tail in _SECONDS
        or (head in {"re", "pre"} and tail[0] == "e")
        or (head in _COMPOUND and len(tail) > 3)
        or (head in _SPANS | _UNITS | {"year"} and tail in _MEASURES)
    )
