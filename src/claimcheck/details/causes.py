"""What is told to come of what: a claim may give another cause than its page, or the cause for the effect."""

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

_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being) (?:\w+ly )?\Z", re.IGNORECASE)
"""Before such a verb: what stands there is what it was done to, and no cause."""
_BORDER = re.compile(r"[;,]|\b(?:after|as|because|before|since|that|when|while)\b", re.IGNORECASE)
"""Where the clause of a cause begins: "the loss came after late deliveries forced it to hire ships"."""


class _Told(NamedTuple):
    """A cause and an effect as one sentence tells them: its words with content on either side."""

    effect: Sequence[Word]
    cause: Sequence[Word]
    is_reason: bool
    """It is given as why, not as what led there."""


def find_other_causes(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield the cause of a claim, where its page has the effect for it, or gives another cause for the effect.

    That two have changed places is as certain as the sentence tells much of the claim; that there is another cause is a doubt, since
    there may be two.
    """
    mine = _read(query.claim, (0, len(query.claim)), query.words) if query.language == "en" else None
    if mine is None:
        return
    effect, cause = _apart(mine, query)
    for sentence in evidence:
        theirs = _read(page.document.text, page.sentences[sentence], page.content_of(sentence))
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


def _read(text: str, span: tuple[int, int], words: Sequence[Word]) -> _Told | None:
    """Read what a stretch of text tells to come of what; nothing where it tells no such thing."""
    because, therefore = _BECAUSE.search(text, *span), _THEREFORE.search(text, *span)
    mark = min(filter(None, (because, therefore)), key=re.Match.start, default=None)
    if mark is None or (mark is therefore and _PASSIVE.search(text, span[0], mark.start())):
        return None  # "was forced to shut by the flood"
    before = [word for word in words if word.end <= mark.start()]
    behind = [word for word in words if word.start >= mark.end()]
    if mark is because and not before:  # "Because the servers overheated, the office put it back"
        comma = text.find(",", mark.end(), span[1])
        before = [word for word in behind if word.start > comma]
        behind = [word for word in behind if word.start < comma]
    if mark is therefore:
        first = max(
            (border.end() for border in _BORDER.finditer(text, span[0], mark.start())), default=span[0]
        )
        before = [word for word in before if word.start >= first] or before
    effect, cause = (before, behind) if mark is because else (behind, before)
    return _Told(effect, cause, mark is because) if effect and cause else None


def _apart(told: _Told, query: Query) -> tuple[int, int]:
    """Give the bits of the claim that an effect tells alone, and those of its cause."""
    effect, cause = query.told_by_words(told.effect), query.told_by_words(told.cause)
    return effect & ~cause, cause & ~effect
