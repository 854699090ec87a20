"""Who or what a verb is told of: the word before it and what helps it, and whether that denies it."""

from collections.abc import Sequence

from claimcheck.text.negation import is_negation
from claimcheck.text.words import Word

BEFORE = 3
"""Words that may stand between a name and its verb: "has since been", "also later"."""
BE = frozenset("is are was were be been being gets got get".split())
_HELPING = BE | frozenset(
    """has have had having do does did also later first then now will would can could may might must should shall not never just
    still already since again reportedly only even""".split()
)


def before_helping(words: Sequence[Word], at: int) -> int:
    """Give the place of the word before a verb and what helps it: "has since been"; -1 where there is none."""
    last = at - 1
    while last >= 0 and at - last <= BEFORE and _helps(words[last]):
        last -= 1
    return last


def denied_subject(words: Sequence[Word], at: int) -> Word | None:
    """Give the word with content before a verb that is denied of it: "the agency has not confirmed"; nothing where none is."""
    before = before_helping(words, at)
    helping = [word.text.lower() for word in words[before + 1 : at]]
    is_denied = "only" not in helping and any(map(is_negation, helping))
    return words[before] if is_denied and before >= 0 and words[before].key else None


def _helps(word: Word) -> bool:
    return word.text.lower() in _HELPING or word.text.endswith("ly") or is_negation(word.text)
