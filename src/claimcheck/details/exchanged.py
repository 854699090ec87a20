"""Two phrases that have changed places: a claim in the words of its page, but for who does it to whom, or which of two it is told of."""

import re
from collections.abc import Iterator, Sequence

from claimcheck.details.difference import Difference
from claimcheck.details.directions import tells_opposite
from claimcheck.details.slots import TITLES
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.words import Word, span_of

ALIKE = 0.8
"""Share of the claim that must stand in a sentence, word for word, for the order of its words to tell."""
LEAST = 4
"""Words of the claim that must stand there."""
LONGEST = 4
"""Words with content of a phrase."""
_TURNS = re.compile(r"\b(?:than|not|to|from|against|after|before|for|over|instead)\b", re.IGNORECASE)
"""Between two phrases that do not stand for the same: "Pell and Osk" are "Osk and Pell"."""
_BOTH_WAYS = re.compile(
    r"\b(?:with|me(?:e)?ts?|met|meeting|marr(?:y|ied|ies)|wed|merg\w+|twinn\w+|border\w*|resembl\w+|s(?:ay|ays|aid))\b",
    re.IGNORECASE,
)
"""Between two of whom what is told of the one is told of the other, and between who speaks and what is said."""
_RELATIVE = re.compile(r"\b(?:which|whom|whose)\b", re.IGNORECASE)
"""Between two phrases the first of which goes on in the clause of the second: "the town from which soldiers took it"."""
_OF_AGE = frozenset(["year", "old"])
_THAN = re.compile(r"\bthan\b", re.IGNORECASE)
_BY = re.compile(r"\bby\b", re.IGNORECASE)

_Exchange = tuple[int, int, int, int]


def find_exchanged(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield the phrases of a claim that stand in one another's places in a sentence that has its words."""
    own = {word.key for word in query.words}
    for sentence in evidence if query.language == "en" else ():
        theirs = [word for word in page.content_of(sentence) if word.key in own]
        keys = {word.key for word in theirs}
        mine = [word for word in query.words if word.key in keys]
        if len(mine) < LEAST or query.share(query.everything, query.mask_of(keys)) < ALIKE:
            continue
        missing = [word for word in query.words if word.key not in keys]
        if any(word.start in query.verb_starts for word in missing) or (
            missing and _THAN.search(query.claim)
        ):
            continue  # another verb, or another measure, may tell the same from the other side
        found = _exchange([word.key for word in mine], [word.key for word in theirs])
        if found is None:
            continue
        first, end, second, last = found
        one, between, other = mine[first:end], mine[end:second], mine[second:last]
        there, here = theirs[first : first + len(other)], theirs[last - len(one) : last]
        texts = [
            text[before[-1].end : after[0].start]
            for text, before, after in ((query.claim, one, other), (page.document.text, there, here))
        ]
        is_turned = (
            any(word.start in query.verb_starts for word in between)
            or (between and {one[0].start, other[0].start} <= query.verb_starts)
            or all(map(_TURNS.search, texts))
        )
        says_by = _BY.search(query.claim, one[0].start, other[-1].end)
        has_by = _BY.search(page.document.text, there[0].start, here[-1].end)
        if (
            is_turned
            and query.denies is page.denies(sentence)
            and not tells_opposite(query, page, sentence)
            and bool(says_by) is bool(has_by)
            and _are_alike(one, other)
            and not any(map(_BOTH_WAYS.search, texts))
            and not any(map(_RELATIVE.search, texts))
            and not any(
                word.is_owner for word in (*one, *other, *there, *here)
            )  # "the bogs of Osk" are Osk's
            and not (between and all(word.key in TITLES for word in between))
        ):
            spans = span_of(one), span_of(there)
            yield Difference(MismatchKind.ROLE, *spans, sentence, 1.0)


def _exchange(mine: Sequence[str], theirs: Sequence[str]) -> _Exchange | None:
    """Find the two stretches of one sequence whose exchange makes it the other: where each begins and ends."""
    if len(set(mine)) != len(mine) or sorted(mine) != sorted(theirs):
        return None
    apart = [at for at, (one, other) in enumerate(zip(mine, theirs, strict=True)) if one != other]
    if not apart:
        return None
    first, last = apart[0], apart[-1] + 1
    for end in range(first + 1, first + 1 + LONGEST):
        for second in range(max(last - LONGEST, end), last):
            if theirs[first:last] == [*mine[second:last], *mine[end:second], *mine[first:end]]:
                return first, end, second, last
    return None


def _are_alike(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Say whether two phrases are both numbers, or both none: a 14-year-old is somebody."""
    kinds = {word.key[0].isdigit() for words in (one, other) if not _is_aged(words) for word in words}
    return len(kinds) < 2


def _is_aged(words: Sequence[Word]) -> bool:
    return {word.key for word in words} >= _OF_AGE
