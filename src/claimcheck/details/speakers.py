"""Who says what: a claim may have one speaker say what its page has another say."""

from collections.abc import Iterator, Sequence
from itertools import islice

from claimcheck.details.difference import Difference
from claimcheck.details.quoted import find_quoting
from claimcheck.details.slots import DAYS, MONTHS, known_as
from claimcheck.details.statements import Named, find_statements, meant_by, name_span, named_speakers
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.words import span_of

SAID = 0.35
"""Share of what the claim has somebody say that a sentence must tell for its speaker to be the one who says it."""
AS_MUCH = 0.8
"""Share of what the sentence that tells most of it tells: others that tell as much may have the speaker."""
MOST_NAMING = 60
"""Sentences with a speaker's name that are looked at for what else is said."""


def find_other_speakers(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield the speakers of a claim, where every sentence that tells what they say there is another's.

    It is as certain as these tell much of it, where the claim's speaker says something else on the page: who does not may
    speak there by somebody else.
    """
    if query.language != "en":
        return
    for statement in find_statements(query.claim, 0, len(query.claim)):
        start, end = name_span(statement)
        speaker = [
            word
            for word in query.words
            if start <= word.start < end
            and query.mask_of([word.key]) & query.names
            and word.key not in DAYS | MONTHS
        ]
        if not speaker or not query.is_checked(start):
            continue
        said = query.everything & ~query.mask_within(*statement.span())
        quoting = find_quoting(query, page, statement.span())
        shares = dict.fromkeys(quoting, 1.0) or {at: query.share(said, query.told(at)) for at in evidence}
        most = max(shares.values(), default=0.0)
        others = [_speakers_of(page, at) for at in shares if shares[at] >= AS_MUCH * most >= AS_MUCH * SAID]
        known = known_as(speaker)
        if others and all(named and all(known.isdisjoint(one.keys) for one in named) for named in others):
            other = others[0][0]
            spans = span_of(speaker), other.span
            is_heard = _speaks(query, page, query.mask_of(word.key for word in speaker))
            yield Difference(MismatchKind.NAME, *spans, other.sentence, most if is_heard else 0.0)


def _speaks(query: Query, page: Page, names: int) -> bool:
    """Say whether somebody of some names says anything on the page."""
    naming = (at for at, mask in query.masks.items() if mask & names)
    return any(
        query.mask_of(named.keys) & names
        for at in islice(naming, MOST_NAMING)
        for named in named_speakers(page, at, find_statements(page.document.text, *page.sentences[at]))
    )


def _speakers_of(page: Page, sentence: int) -> Sequence[Named]:
    """List who speaks in a sentence, by name: that of a "he said" stands before it. Empty where that is not told."""
    statements = list(find_statements(page.document.text, *page.sentences[sentence]))
    named = named_speakers(page, sentence, statements)
    if named or not statements:
        return named
    meant = meant_by(page, sentence, statements[0].start(), within=True)
    return [meant] if meant else ()
