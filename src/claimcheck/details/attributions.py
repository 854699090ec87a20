"""Two sides in one sentence: "the council says that A; the parents insist that B". A claim may give one what the other says."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck.details.difference import Difference
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.words import Word, span_of

TOLD = 0.5
"""Share of what a claim has somebody say that one side must say for it to be that side's."""

_SAYING = re.compile(
    r"\baccording to\b|\b(?:sa(?:ys?|id|ying)|thinks?|thought|writes?|wrote|puts?|den(?:y|ies|ied)"
    r"|(?:insist|call|dismiss|warn|stress|claim|maintain|admit|report|counter)(?:s|es|ed|ted|ing)?"
    r"|points? to|pointed to|(?:argu|judg|reckon|describ|believ|estimat|blam|acknowledg|not|complain|repl)(?:es?|s|ed|ied|ing))\b",
    re.IGNORECASE,
)
_CUT = re.compile(r";|\b(?:while|whereas|but|although|though)\b", re.IGNORECASE)
"""Between two sides."""
_SUBJECT = re.compile(r"(?s:.*,)?\s*(?P<who>[^,\s][^,]*(?:,[^,]+,)?)\s*\Z")
"""Who stands before a verb of saying, behind the last comma but that of an addition: "On Friday the mayor, Ann Poe, said"."""


class _Said(NamedTuple):
    """Who says something, and what: words with content."""

    who: Sequence[Word]
    what: Sequence[Word]


def find_other_sides(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield who a claim has say what the other of two sides of a sentence says.

    It is as certain as that side tells much of what is said.
    """
    if query.language != "en" or _CUT.search(query.claim):
        return  # a claim that has two sides itself is none of either
    mine = _read(query.claim, (0, len(query.claim)), query.words)
    if mine is None:
        return
    who = query.told_by_words(mine.who)
    said = query.told_by_words(mine.what) & ~who
    for sentence in evidence if who and said else ():
        text, (start, end) = page.document.text, page.sentences[sentence]
        cuts = [start, *(cut.end() for cut in _CUT.finditer(text, start, end)), end]
        words = page.content_of(sentence)
        told = {side: query.told_by_words(_within(words, side)) for side in pairwise(cuts)}
        best = max(told, key=lambda side: query.weigh(told[side] & said))
        theirs = _read(text, best, words)
        share = query.share(said, told[best])
        if theirs is None or share < TOLD or told[best] & who:
            continue
        if any(mask & who for side, mask in told.items() if side != best) or (
            not _is_named((*mine.who, *theirs.who)) and _speaks_next_to(query, page, sentence, who)
        ):
            yield Difference(MismatchKind.NAME, span_of(mine.who), span_of(theirs.who), sentence, share)


def _speaks_next_to(query: Query, page: Page, sentence: int, who: int) -> bool:
    """Say whether a sentence before or after another has somebody say something."""
    beside = (one for one in (sentence - 1, sentence + 1) if 0 <= one < len(page.sentences))
    return any(_SAYING.search(page.text_of(one)) and query.told(one) & who == who for one in beside)


def _is_named(words: Sequence[Word]) -> bool:
    """Say whether any of some words is a name: one of whom it is told twice may be called by it once."""
    return any(word.text[0].isupper() for word in words)


def _within(words: Sequence[Word], side: tuple[int, int]) -> Iterator[Word]:
    return (word for word in words if side[0] <= word.start < side[1])


def _read(text: str, span: tuple[int, int], words: Sequence[Word]) -> _Said | None:
    """Read who says what in a stretch of a text; nothing where nobody does."""
    start, end = span
    saying = _SAYING.search(text, start, end)
    if saying is None:
        return None
    inside = [word for word in words if start <= word.start < end]
    if saying[0].lower() == "according to":
        comma = text.find(",", saying.end(), end)
        first, last = saying.end(), comma if comma >= 0 else end
    else:
        before = _SUBJECT.match(text, start, saying.start())
        first, last = before.span("who") if before else (start, saying.start())
    who = [word for word in inside if first <= word.start < last]
    what = [word for word in inside if word not in who and not saying.start() <= word.start < saying.end()]
    return _Said(who, what) if who else None
