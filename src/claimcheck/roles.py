"""Who did it to whom: the names on either side of a verb, in the claim and in a sentence of the page."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.match import Query
from claimcheck.page import Page
from claimcheck.text.words import Word

NEAR = 4
"""Words from a verb to the names that it joins: what stands further off has another part in the sentence."""
_BE = frozenset("is are was were be been being".split())
_NO_OBJECT = re.compile(
    r"[,;:]|\b(?:in|at|on|from|with|to|for|after|before|during|and|but|that)\b", re.IGNORECASE
)
"""Between a verb and a name that it does not act on."""


class _Act(NamedTuple):
    """A verb of the claim between two names, by the keys of their words."""

    verb: Word
    doer: Sequence[Word]
    other: Sequence[Word]


def find_swaps(
    query: Query, page: Page, evidence: Sequence[int]
) -> Iterator[tuple[tuple[int, int], tuple[int, int], int]]:
    """Yield the names that a claim has one do to the other, and a sentence of the evidence the other way round.

    For each the span of the doer in the claim, the span of who does it on the page, and the sentence. A claim that some
    sentence tells as it stands yields nothing.
    """
    for act in _acts(query):
        ways = [(sentence, *way) for sentence in evidence for way in _ways(act, page.words_of(sentence))]
        if ways and not any(is_same for _, is_same, _ in ways):
            sentence, _, doer = ways[0]
            yield (act.doer[0].start, act.doer[-1].end), (doer.start, doer.end), sentence


def _acts(query: Query) -> Iterator[_Act]:
    words = query.text_words
    for at in query.verbs:
        before = _names(query, words[max(at - NEAR, 0) : at])
        after = _names(query, words[at + 1 : at + 1 + NEAR])
        if not (before and after) or _is_passive(words, at):
            continue
        owns = after[-1].text.endswith(("'s", "’s", "s'", "s’"))  # it is done to what is theirs
        if not owns and not _NO_OBJECT.search(query.claim, words[at].end, after[0].start):
            yield _Act(words[at], before, after)


def _names(query: Query, words: Sequence[Word]) -> list[Word]:
    return [word for word in words if query.mask_of([word.key]) & query.names]


def _is_passive(words: Sequence[Word], at: int) -> bool:
    is_done = any(word.text.lower() in _BE for word in words[max(at - 2, 0) : at])
    return is_done and any(word.text.lower() == "by" for word in words[at + 1 : at + 1 + NEAR])


def _ways(act: _Act, words: Sequence[Word]) -> Iterator[tuple[bool, Word]]:
    """Yield for each time that the verb stands between the two names whether they have the claim's parts, and who does it."""
    doers, others = ({word.key for word in part} for part in (act.doer, act.other))
    for at, word in enumerate(words):
        before, after = (
            [one for one in part if one.key in doers ^ others] for part in (words[:at], words[at + 1 :])
        )
        if word.key != act.verb.key or not (before and after):
            continue
        first, second = ({one.key in doers for one in part} for part in (before, after))
        is_passive = _is_passive(words, at)
        if len(first) == len(second) == 1 and first != second:
            yield (True in first) is not is_passive, (after if is_passive else before)[0]
