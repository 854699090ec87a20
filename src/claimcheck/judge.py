"""Evidence and details to the verdict of one claim on one page, with the reasons. The shape is: measure, decide, explain."""

import re
from collections.abc import Iterable, Sequence

from claimcheck.details import Details, Difference, compare_details, credit_values
from claimcheck.match import Page, Query, lay_claim, reach_outside, select_evidence
from claimcheck.model import Evidence, Finding, Mismatch, MismatchKind, Span, Verdict
from claimcheck.questions import Judgement, Question, unchecked, unjudgeable, why_unjudgeable
from claimcheck.quotes import QuoteMatch, find_quote
from claimcheck.score import support_probability
from claimcheck.selectors import context_of, link_to_passage
from claimcheck.signals import measure
from claimcheck.text.language import detect_language

SUPPORTED = 0.65
"""Least probability for `supported`: a wrong one costs more than a true claim left at `partially_supported`."""
STATED = 0.25
"""Share of one part of the claim that must be covered for anything of the claim to be on the page."""

ENOUGH = 0.6
"""Share of the claim that the article must cover for the rest of the page not to be looked at."""

_UNSPACED = frozenset(["zh", "ja", "th"])
"""Languages that write no blanks between words: what is compared here word by word would be whole sentences."""


def judge(question: Question, page: Page, live_url: str | None) -> Judgement:
    """Judge a claim on a page; `live_url` is where the passages can be linked to, if they can."""
    quote = find_quote(question.quote, page) if question.quote else None
    has_quote = quote is not None and quote.verbatim
    if why := _why_not(question, page):
        return Judgement(unchecked(question.source, why), has_quote)
    page, query, passages = look_up(question, page)
    sentences = tuple(sentence for passage in passages for sentence in passage)
    covered = query.covered_by(sentences)
    if max((query.share(part, covered) for part in query.parts), default=0.0) < STATED:
        passages = sentences = ()
    details = compare_details(query, page, sentences)
    score = support_probability(measure(query, page, sentences, details))
    query = credit_values(query, details)
    runs = _with_differences(passages, details)
    evidence = tuple(_evidence(run, query, page, live_url) for run in runs)
    outside = bool(evidence) and evidence[0].outside_article
    verdict = _decide(score, details, stated=bool(runs), outside=outside)
    mismatches = tuple(_mismatch(one, question.text, page, evidence) for one in details.differences)
    if quote is not None and not quote.verbatim and evidence:
        evidence, mismatch = _quoted(quote, question, page, evidence, live_url)
        mismatches = (*mismatches, mismatch)
    shown = query.covered_by(sentence for run in runs for sentence in run)
    missing = _missing(query, shown, details) if runs else _whole(question)
    explanation = _explain(verdict, mismatches, missing, details, outside=outside)
    return Judgement(
        Finding(question.source, verdict, score, explanation, evidence, mismatches, missing), has_quote
    )


def look_up(question: Question, page: Page) -> tuple[Page, Query, tuple[tuple[int, ...], ...]]:
    """Lay a claim against the article, or the whole page where that can cover more, and pick the passages for it."""
    query, passages = _pick(question, page)
    share = query.weigh(query.covered_by(sentence for passage in passages for sentence in passage))
    if share < ENOUGH and reach_outside(query, page) > share:
        page = page.whole
        query, passages = _pick(question, page)
    return page, query, passages


def _pick(question: Question, page: Page) -> tuple[Query, tuple[tuple[int, ...], ...]]:
    query = lay_claim(question.text, page, question.left_out)
    return query, select_evidence(query, page)


def _why_not(question: Question, page: Page) -> str | None:
    if warning := unjudgeable(question):
        return why_unjudgeable(warning)
    mine, theirs = detect_language(question.text), page.document.language
    if mine in _UNSPACED:
        return f"the claim is written in “{mine}”, whose words cannot be told apart yet."
    if mine and theirs and mine != theirs.partition("-")[0].lower():
        return f"the claim is written in “{mine}”, the page in “{theirs}”."
    return None


def _decide(score: float, details: Details, *, stated: bool, outside: bool) -> Verdict:
    if not stated:
        return Verdict.NOT_FOUND
    if details.differences:
        return Verdict.CONTRADICTED
    if score >= SUPPORTED and not (details.absent or details.doubts or details.voice or outside):
        return Verdict.SUPPORTED
    return Verdict.PARTIALLY_SUPPORTED


# --- evidence -------------------------------------------------------------------------------------------------------


def _with_differences(passages: Sequence[tuple[int, ...]], details: Details) -> list[tuple[int, ...]]:
    """Add the sentences of differing details: both values must be seen."""
    runs = list(passages)
    for difference in details.differences:
        if not any(difference.sentence in run for run in runs):
            runs.append((difference.sentence,))
    return runs


def _evidence(run: tuple[int, ...], query: Query, page: Page, live_url: str | None) -> Evidence:
    start, end = page.sentences[run[0]][0], page.sentences[run[-1]][1]
    return _passage(start, end, round(query.weigh(query.covered_by(run)), 4), page, live_url)


def _passage(start: int, end: int, share: float, page: Page, live_url: str | None) -> Evidence:
    document = page.document
    prefix, suffix = context_of(document.text, start, end)
    return Evidence(
        quote=document.text[start:end],
        prefix=prefix,
        suffix=suffix,
        start=start,
        end=end,
        outside_article=start >= document.article_chars,
        score=min(share, 1.0),
        link=link_to_passage(live_url, document.text, start, end) if live_url else None,
    )


def _mismatch(difference: Difference, claim: str, page: Page, evidence: Sequence[Evidence]) -> Mismatch:
    mine, theirs = claim[slice(*difference.claim)], page.document.text[slice(*difference.source)]
    at = next(i for i, one in enumerate(evidence) if one.start <= difference.source[0] < one.end)
    return Mismatch(
        difference.kind, mine, *difference.claim, theirs, *difference.source, at, f"claim says {mine}, source says {theirs}"
    )  # fmt: skip


def _quoted(
    quote: QuoteMatch, question: Question, page: Page, evidence: tuple[Evidence, ...], live_url: str | None
) -> tuple[tuple[Evidence, ...], Mismatch]:
    wanted = question.quote or ""
    at = next(
        (i for i, one in enumerate(evidence) if one.start <= quote.start and quote.end <= one.end),
        len(evidence),
    )
    if at == len(evidence):
        evidence = (*evidence, _passage(quote.start, quote.end, 0.0, page, live_url))
    start = max(question.text.find(wanted), 0)
    end = start + len(wanted) if question.text.startswith(wanted, start) else start
    theirs = page.document.text[quote.start : quote.end]
    message = f"quoted as “{wanted}”, the source has “{theirs}”"
    return evidence, Mismatch(
        MismatchKind.QUOTE, wanted, start, end, theirs, quote.start, quote.end, at, message
    )  # fmt: skip


# --- what is missing ------------------------------------------------------------------------------------------------


def _whole(question: Question) -> tuple[Span, ...]:
    """Give the claim without its analysis: nothing of it was found."""
    start, end = question.left_out
    pieces = ((0, start), (end, len(question.text))) if question.analysis else ((0, len(question.text)),)
    return tuple(
        Span(question.text[first:last], first, last)
        for a, b in pieces
        for first, last in _stripped(question.text, a, b)
    )


def _stripped(text: str, start: int, end: int) -> list[tuple[int, int]]:
    inner = re.search(r"\w(?:.*\w)?", text[start:end], re.DOTALL)
    return [(start + inner.start(), start + inner.end())] if inner else []


def _missing(query: Query, covered: int, details: Details) -> tuple[Span, ...]:
    """List the runs of the claim's words that the evidence lacks; what differs is a mismatch, not missing."""
    gone_values = set(details.absent)
    differing = _offsets(one.claim for one in details.differences)
    absent = _offsets((value.start, value.end) for value in gone_values)
    agreed = _offsets(
        (one.value.start, one.value.end) for one in details.compared if one.value not in gone_values
    )
    keys = dict(zip(query.keys, range(len(query.keys)), strict=True))
    spans: list[tuple[int, int]] = []
    joined = False
    for word in query.words:
        known = covered >> keys[word.key] & 1 or word.start in agreed
        gone = word.start in absent or not (known or word.start in differing)
        if gone and joined:
            spans[-1] = spans[-1][0], word.end
        elif gone:
            spans.append((word.start, word.end))
        joined = gone
    taken = _offsets([*spans, *(one.claim for one in details.differences)])
    spans = sorted([*spans, *(doubt for doubt in dict.fromkeys(details.doubts) if doubt[0] not in taken)])
    return tuple(Span(query.claim[start:end], start, end) for start, end in spans)


def _offsets(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {offset for start, end in spans for offset in range(start, end)}


# --- words ----------------------------------------------------------------------------------------------------------


def _explain(
    verdict: Verdict,
    mismatches: Sequence[Mismatch],
    missing: Sequence[Span],
    details: Details,
    *,
    outside: bool,
) -> str:
    lacking = _listed([span.text for span in missing])
    match verdict:
        case Verdict.NOT_FOUND:
            return "Nothing of the claim was found on the page, which was read in full."
        case Verdict.CONTRADICTED:
            first = mismatches[0]
            return f"The page has “{first.source}” where the claim says “{first.claim}”."
        case Verdict.SUPPORTED:
            return (
                f"The page states it; in other words: {lacking}." if lacking else "The page states all of it."
            )
        case _:
            return _explain_part(lacking, details, outside=outside)


def _explain_part(lacking: str, details: Details, *, outside: bool) -> str:
    if details.absent:
        values = _listed([value.text for value in details.absent])
        return f"A part of it is there; the passages do not give {values}."
    if details.voice and not lacking:
        return f"It is there, but not as a plain statement: the passage says “{details.voice}”."
    if outside:
        return "It stands on the page, but outside the article's own text."
    return (
        f"A part of it is there; not found: {lacking}." if lacking else "Its words are there, but far apart."
    )


def _listed(texts: Sequence[str]) -> str:
    shown = [f"“{text}”" for text in texts[:4]]
    if len(texts) > 4:
        shown.append(f"{len(texts) - 4} more")
    return ", ".join(shown)
