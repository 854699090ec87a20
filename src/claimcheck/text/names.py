"""Runs of capitalised words, and the letters that stand for them: "National Security Council" and NSC."""

import re
from collections.abc import Sequence

from claimcheck.text.words import Word

LEAST_WORDS = 5
"""Content words from which a text that has a capital nearly everywhere is a headline."""
_JOINS = frozenset(["of", "the", "and", "for", "de", "du", "der", "von", "van"])
"""Words within a name that its initials leave out."""
_FULL = re.compile(
    r"[A-Z][\w’'&-]*(?:\s(?:(?:of|the|and|for|on|in|to|de|du|der|von|van)\s){0,2}[A-Z][\w’'&-]*){1,6}"
)
_NO_NAMES = frozenset("AG AI AM CD DA DJ DR GP HR ID IP IQ IT MD MP MR MS PC PM PR TV UV VP".split())
"""Two letters that stand for something else before they stand for a name: VP is a vice-president, then Victor Parker."""
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}s?$")


def name_runs(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """List the names of two words and more in a text's words; what begins a sentence counts where a name goes on."""
    runs: list[tuple[Word, ...]] = []
    run: list[Word] = []
    for word in words:
        apart = bool(run) and word.start - run[-1].end > 5
        if word.text[0].isupper() and word.key and not apart:
            run.append(word)
        elif word.text.lower() not in _JOINS or not run or apart:
            runs.append(tuple(run))
            run = [word] if word.text[0].isupper() and word.key else []
    runs.append(tuple(run))
    return [run for run in runs if len(run) > 1]


def tells_names(text: str, words: Sequence[Word]) -> bool:
    """Say whether a capital tells a name here: not in headlines, where most words have one, nor in shouting."""
    letters = [letter for letter in text if letter.isalpha()]
    if 2 * sum(letter.isupper() for letter in letters) > len(letters):
        return False
    content = [word for word in words if word.key]
    return len(content) < LEAST_WORDS or 5 * sum(word.text[0].isupper() for word in content) < 4 * len(
        content
    )


def initials_of(run: Sequence[Word]) -> str:
    """Write a name's initials, where they may stand for it; empty where they do not."""
    letters = "".join(word.text[0] for word in run)
    return letters if _may_stand(letters) else ""


def is_acronym(text: str) -> bool:
    """Say whether a word is written as an acronym: NSC, U.S."""
    return _ACRONYM.match(text) is not None


def find_names(text: str) -> dict[str, list[int]]:
    """Map initials to where names with them begin in a text."""
    found: dict[str, list[int]] = {}
    for match in _FULL.finditer(text):
        capitals = "".join(piece[0] for piece in match[0].split() if piece[0].isupper())
        for size in range(2, len(capitals) + 1):
            for first in range(len(capitals) - size + 1):
                if _may_stand(letters := capitals[first : first + size]):
                    found.setdefault(letters, []).append(match.start())
    return found


def _may_stand(letters: str) -> bool:
    """Say whether initials may stand for a name."""
    return letters not in _NO_NAMES
