"""What a claim says more widely, more strictly or for longer than its page: without the bounds that the evidence has."""

from collections.abc import Iterator, Sequence

from claimcheck.details.doubt import Doubt
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.text.bounds import (
    ALONE,
    DUTY,
    EXCEPT,
    EXCEPTED,
    FOR_EVER,
    NO_OTHER,
    ONLY,
    RATE,
    SHARPENING,
    SOLE,
    find_exaggerations,
    is_obliged,
    part_before,
)
from claimcheck.text.dates import Date
from claimcheck.text.factuality import Factuality, factuality_of

SAME_RATE = 0.6
"""Share of a part of the claim that a sentence must tell for another rate in it to be that of the same: "each week", "each day"."""


def find_unbounded(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield what sharpens the claim alone, and what it says without the bounds that the sentence that tells most of it has."""
    if not evidence or query.language != "en":
        return
    covered = query.covered_by(evidence)
    stated = {word.text.lower() for sentence in evidence for word in page.words_of(sentence)}
    goes_on = any(form.startswith(("continu", "remain")) for form in stated)
    for word in query.text_words:
        bare = word.text.lower()
        is_told = bare in stated or covered & query.mask_of([word.key]) or (bare == "still" and goes_on)
        if bare in SHARPENING and query.is_checked(word.start) and not is_told:
            yield Doubt(word.span)
    yield from _duties(query, page, evidence)
    for lasting in FOR_EVER.finditer(query.claim):
        is_told = any(FOR_EVER.search(page.text_of(sentence)) for sentence in evidence)
        if query.is_checked(lasting.start()) and not is_told:
            yield Doubt(lasting.span())
    yield from _only(query, covered)
    yield from _exceptions(query, page, evidence)
    yield from _sole(query, page, evidence)
    yield from _rates(query, page, evidence)
    yield from _wholes(query, page, evidence)
    best = query.most_telling(evidence)
    offset = page.sentences[best][0]
    for mine, theirs in find_exaggerations(query.claim, page.text_of(best)):
        if query.is_checked(mine[0]):
            yield Doubt(mine, (offset + theirs[0], offset + theirs[1]), best)


def _wholes(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield the numbers of a claim that the page tells as wholes alone, of which it speaks of a part: "four of its 57 trams"."""
    text, told = page.document.text, {word.text.lower() for word in query.text_words}
    for value in query.values if query.verbs else ():  # "there were 57 trams" speaks of the whole
        if isinstance(value, Date) or value.unit or part_before(query.claim, value.start):
            continue
        same = [(at, other) for at, other in query.rivals_of(value).same if at in evidence]
        parts = [(at, part_before(text, other.start)) for at, other in same]
        if parts and all(part and text[slice(*part)].lower() not in told for _, part in parts):
            yield Doubt(value.span, parts[0][1], parts[0][0])


def _duties(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield what a claim says to be a duty, and the evidence to be none, or one that would be."""
    duties = [duty for duty in DUTY.finditer(query.claim) if query.is_checked(duty.start())]
    if duties:  # most claims have none
        told = {is_obliged(page.text_of(sentence)) for sentence in evidence}
        yield from (Doubt(duty.span()) for duty in duties if not told & {True, is_obliged(query.claim)})


def _only(query: Query, covered: int) -> Iterator[Doubt]:
    """Yield what the claim says to be the only one, where the evidence does not tell it at all: "but only at weekends"."""
    for only in ONLY.finditer(query.claim):
        word = query.mask_within(*only.span("what"))
        if word and not word & covered and query.is_checked(only.start()):
            yield Doubt(only.span())


def _exceptions(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield an exception of the claim of which no evidence tells any, and an "only" where the sentence that tells most tells an exception."""
    for one in EXCEPT.finditer(query.claim):
        told = any(EXCEPTED.search(page.text_of(sentence)) for sentence in evidence)
        if query.is_checked(one.start()) and not told:
            yield Doubt(one.span())
    only = ALONE.search(query.claim)
    best = query.most_telling(evidence)
    but = EXCEPT.search(page.document.text, *page.sentences[best]) if only else None
    if only and but and query.is_checked(only.start()) and not EXCEPT.search(query.claim):
        yield Doubt(only.span(), but.span(), best)


def _sole(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield what the claim says to be the only one, where no evidence tells that there is no other: "the only cause"."""
    for sole in SOLE.finditer(query.claim):
        if query.is_checked(sole.start()) and not any(
            _tells_no_other(page, sentence) for sentence in evidence
        ):
            yield Doubt(sole.span())


def _tells_no_other(page: Page, sentence: int) -> bool:
    words, text = page.words_of(sentence), page.document.text
    return any(
        word.text.lower() in NO_OTHER and factuality_of(text, words, at)[0] is Factuality.FACT
        for at, word in enumerate(words)
    )


def _rates(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield a rate of the claim where the sentence that tells most of its part has another: "each week" for "each day"."""
    for rate in RATE.finditer(query.claim):
        own = query.mask_within(*rate.span())
        part = query.part_at(own) & ~own
        best = query.most_telling(evidence, part)
        if query.share(part, query.told(best)) < SAME_RATE:
            continue
        offset = page.sentences[best][0]
        theirs = {other["per"].lower(): other for other in RATE.finditer(page.text_of(best))}
        if theirs and rate["per"].lower() not in theirs and query.is_checked(rate.start()):
            start, end = next(iter(theirs.values())).span()
            yield Doubt(rate.span(), (offset + start, offset + end), best)
