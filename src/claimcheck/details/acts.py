"""What a claim tells of somebody, and its page denies of the same."""

from collections.abc import Iterator, Sequence

from claimcheck.details.difference import Difference
from claimcheck.details.slots import DAYS, MONTHS
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.subjects import before_helping, denied_subject

MOST = 0.6
"""Share of the claim that a sentence must tell for what it denies of somebody to differ surely."""


def find_denied_acts(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield what a claim tells of somebody, and some evidence denies of the same: "the agency has not confirmed that".

    It is certain where its sentence tells most of the claim.
    """
    if query.language != "en" or query.denies:
        return
    told, words = query.told_by, query.text_words
    acts = {
        (words[before].key, word.key): word
        for at, word in enumerate(words)
        if word.key and query.is_checked(word.start)
        if (before := before_helping(words, at)) >= 0 and words[before].key not in DAYS | MONTHS | {""}
    }
    for sentence in evidence:
        theirs = page.words_of(sentence)
        share = query.weigh(query.told(sentence))
        for at, word in enumerate(theirs):
            denied = denied_subject(theirs, at) if word.key in told else None
            act = acts.get((told[denied.key], told[word.key])) if denied and denied.key in told else None
            if denied and act:
                spans = act.span, (denied.start, word.end)
                yield Difference(MismatchKind.NEGATION, *spans, sentence, share if share >= MOST else 0.0)
