"""Cues in the wording of a page: a thing and what is said of it near each other ("this page" … "has been removed").

Or a phrase that is enough by itself. The words stand in `claimcheck.recognise.cues`.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from claimcheck.recognise.cues import ACCEPT, ENOUGH, EXCUSE, GONE, PAIRS, RESULTS, Kind

LONGEST = 1_000
"""Characters of a block that are looked at: what a notice has to say, it says at once."""
SENTENCE = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？।])")
"""Where a sentence ends, in any script."""
_UNMARKED = str.maketrans({"’": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae"})


def fold_words(text: str) -> str:
    """Fold a text as the patterns are: lower case, without accents, quotes straight, blanks single."""
    if text.isascii():  # most is, and there is nothing to look for in it
        return " ".join(text.lower().split())
    marked = unicodedata.normalize("NFD", text.casefold().translate(_UNMARKED))
    bare = "".join(character for character in marked if not "\u0300" <= character <= "\u036f")
    return " ".join(unicodedata.normalize("NFC", bare).split())


_NEAR = 90
"""Characters between a thing and what is said of it: a sentence of moderate length."""


@cache
def _patterns(kind: Kind) -> tuple[re.Pattern[str], ...]:
    """Compile a kind's patterns when the first page needs them: most pages are articles and need none."""
    pairs = (
        rf"(?:{thing})[^\n]{{0,{_NEAR}}}?(?:{said})|(?:{said})[^\n]{{0,{_NEAR}}}?(?:{thing})"
        for thing, said in PAIRS[kind]
    )
    return tuple(re.compile(pattern) for pattern in (ENOUGH[kind], *pairs))


@cache
def _things(kind: Kind) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{thing})" for thing, _ in PAIRS[kind]))


def names_thing(kind: Kind, folded: str) -> bool:
    """Say whether a folded text names a thing of a kind, whatever it says of it."""
    return _things(kind).search(folded) is not None


@lru_cache(maxsize=4096)  # each kind asks about the same blocks
def is_cue(kind: Kind, folded: str) -> bool:
    """Say whether a folded text speaks of a kind."""
    return any(pattern.search(folded) for pattern in _patterns(kind))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def heads(kind: Kind, folded: str) -> bool:
    """Say whether a folded title or heading speaks of a kind: of what is gone, it may name any thing."""
    return is_cue(kind, folded) or (kind is Kind.MISSING and _compiled(GONE).search(folded) is not None)


def excuses(folded: str) -> bool:
    """Say whether a folded heading begins a notice: "Oops!", "We are sorry"."""
    return _compiled(EXCUSE).search(folded) is not None


def lists_results(folded: str) -> bool:
    """Say whether a folded title or heading is that of a site's search: "Search results for: harbour"."""
    return _compiled(RESULTS).search(folded) is not None


def accepts(folded: str) -> bool:
    """Say whether a folded button agrees to cookies."""
    return _compiled(ACCEPT).search(folded) is not None


def count_cues(kind: Kind, texts: Iterable[str]) -> int:
    """Count the folded texts that speak of a kind."""
    return sum(is_cue(kind, text) for text in texts)
