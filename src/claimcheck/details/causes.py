"""What is told to come of what, or after what: a claim may give another cause than its page, or turn the two round."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.details.difference import Difference
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.words import Word, span_of

SAME_EFFECT = 0.6
"""Share of an effect that a sentence must tell for the cause that it gives to be that of the same."""
LEAST = 0.07
"""Share of the claim that must stand on the other side, of its cause and of its effect, for the two to have changed places."""
STRAIGHT = 0.1
"""Share of what stands on the other side that may stand on its own."""

_BECAUSE = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|thanks to|as a result of|result of|blam\w+(?: it)? on|(?:caused|triggered|prompted) by"
    r"|attribut\w+ to|put (?:it )?down to|stem\w* from)\b",
    re.IGNORECASE,
)
"""Between an effect and its cause."""
_THEREFORE = re.compile(
    r"\b(?:caused?(?! by)|(?:prompted|triggered)(?! by)|led to|leads to|leading to|forced|forcing|made it possible|resulted in|brought about"
    r"|sent|allowed|enabled|meant that|and so)\b|, so\b",
    re.IGNORECASE,
)
"""Between a cause and its effect."""

_AFTER = re.compile(
    r"\b(?:after|once|following)\b(?! (?:all|again|more|a (?:year|decade|week|month))\b)", re.IGNORECASE
)
"""Between what came later and what came first."""
_EARLIER = re.compile(r"\b(?:before|until|prior to|ahead of)\b", re.IGNORECASE)
"""Between what came first and what came later."""
_INVERTED = re.compile(r"\bdid\b")
"""Where what came later begins, behind "only after"."""
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being) (?:\w+ly )?\Z", re.IGNORECASE)
"""Before such a verb: what stands there is what it was done to, and no cause."""
_BORDER = re.compile(r"[;,]|\b(?:after|as|because|before|since|that|when|while)\b", re.IGNORECASE)
"""Where the clause of a cause begins: "the loss came after late deliveries forced it to hire ships"."""


class _Told(NamedTuple):
    """A cause and an effect, or what came first and what came then, as one sentence tells them: its words with content on either side."""

    effect: Sequence[Word]
    cause: Sequence[Word]
    is_reason: bool
    """It is given as why, not as what led there."""


class _Marks(NamedTuple):
    """What stands between the two."""

    effect_first: re.Pattern[str]
    cause_first: re.Pattern[str]


_OF_CAUSE, _OF_TIME = _Marks(_BECAUSE, _THEREFORE), _Marks(_AFTER, _EARLIER)


def find_other_causes(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield the cause of a claim, or what came first, where its page has the other for it, or gives another cause for the effect.

    That two have changed places is as certain as the sentence tells much of the claim; that there is another cause is a doubt, since
    there may be two.
    """
    for marks in (_OF_CAUSE, _OF_TIME) if query.language == "en" else ():
        if mine := _read(query.claim, (0, len(query.claim)), query.words, marks):
            yield from _turned(mine, marks, query, page, evidence)


def _turned(
    mine: _Told, marks: _Marks, query: Query, page: Page, evidence: Sequence[int]
) -> Iterator[Difference]:
    effect, cause = _apart(mine, query)
    for sentence in evidence:
        theirs = _read(page.document.text, page.sentences[sentence], page.content_of(sentence), marks)
        if theirs is None:
            continue
        their_effect, their_cause = _apart(theirs, query)
        straight = query.weigh(effect & their_effect) + query.weigh(cause & their_cause)
        turned = query.weigh(effect & their_cause), query.weigh(cause & their_effect)
        spans = span_of(mine.cause), span_of(theirs.cause)
        if min(turned) >= LEAST and straight <= STRAIGHT * sum(turned):
            yield Difference(MismatchKind.ROLE, *spans, sentence, sum(turned))
        elif (
            mine.is_reason
            and theirs.is_reason
            and not cause & their_cause
            and query.share(effect, their_effect) >= SAME_EFFECT
        ):
            yield Difference(MismatchKind.ROLE, *spans, sentence, 0.0)


def _read(text: str, span: tuple[int, int], words: Sequence[Word], marks: _Marks) -> _Told | None:
    """Read what a stretch of text tells to come of what, or after what; nothing where it tells no such thing, or several times."""
    found = sorted((one for mark in marks for one in mark.finditer(text, *span)), key=re.Match.start)
    if not found or (marks is _OF_TIME and len(found) > 1):
        return None
    mark = found[0]
    if mark.re is _THEREFORE and _PASSIVE.search(text, span[0], mark.start()):
        return None  # "was forced to shut by the flood"
    before = [word for word in words if word.end <= mark.start()]
    behind = [word for word in words if word.start >= mark.end()]
    if not before and mark.re is not _THEREFORE:  # "Because the servers overheated, the office put it back"
        comma, inverted = text.find(",", mark.end(), span[1]), _INVERTED.search(text, mark.end(), span[1])
        cut = inverted.start() if inverted and comma < 0 else comma
        before = [word for word in behind if word.start > cut]
        behind = [word for word in behind if word.start < cut]
    is_effect_first = mark.re is marks.effect_first
    if not is_effect_first:
        first = max(
            (border.end() for border in _BORDER.finditer(text, span[0], mark.start())), default=span[0]
        )
        before = [word for word in before if word.start >= first] or before
    effect, cause = (before, behind) if is_effect_first else (behind, before)
    return _Told(effect, cause, mark.re is _BECAUSE) if effect and cause else None


def _apart(told: _Told, query: Query) -> tuple[int, int]:
    """Give the bits of the claim that an effect tells alone, and those of its cause."""
    effect, cause = query.told_by_words(told.effect), query.told_by_words(told.cause)
    return effect & ~cause, cause & ~effect
