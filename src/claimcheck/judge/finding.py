"""Evidence and details to the verdict of one claim on one page, with the reasons. The shape is: measure, decide, explain."""

import re
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.details.compare import Details, compare_details
from claimcheck.details.difference import Difference
from claimcheck.details.slots import TITLES
from claimcheck.judge.explain import NOTHING, Missing, explain
from claimcheck.judge.questions import (
    LONGEST_CLAIM,
    Judgement,
    Question,
    unchecked,
    unjudgeable,
    why_unjudgeable,
)
from claimcheck.judge.score import support_probability
from claimcheck.judge.signals import measure
from claimcheck.match.evidence import ALIKE, may_be_outside, select_evidence, widen_evidence
from claimcheck.match.page import Page
from claimcheck.match.query import Query, lay_claim
from claimcheck.match.quotes import QuoteMatch, find_quote
from claimcheck.match.selectors import context_of, link_to_passage
from claimcheck.model import Evidence, Finding, Mismatch, MismatchKind, Span, Verdict
from claimcheck.text.language import detect_language
from claimcheck.text.words import LANGUAGES

SUPPORTED = 0.55
"""Least probability for `supported`: a wrong one costs more than a true claim left at `partially_supported`."""
STOPPED, DIFFERING = 0.5, 0.05
"""Probability at most where something speaks against support, and where the page differs: how often such claims are supported
on the labelled sets, whatever the signals say."""
STATED = 0.3
"""Share of one part of the claim that must be covered for anything of the claim to be on the page."""
TOLD, TOLD_OF_PART = 0.15, 0.35
"""Shares of the claim, or of one part of it, that a single sentence must tell for that: what many share with it is common words."""
TOLD_ALONE = 0.22
"""Share of the claim that a common word must be that tells of it alone."""
HALF = 0.5
"""Share of each part of the claim that must be told for all of it to be supported, and of the whole for it to be found by its numbers."""
WORDED = 0.4
"""Share of the claim's words, names and numbers apart, that must be told for support: those alone tell no event."""
ENOUGH = 0.6
"""Share of the claim that the article must cover for the rest of the page not to be looked at."""

_MARKS = frozenset("“\"„«‘'")
"""How a quotation begins."""
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
    details = compare_details(query, page, sentences)
    score = support_probability(measure(query, page, passages, details))
    if page.language not in LANGUAGES and not (_is_verbatim(question, page) or _is_retold(details)):
        why = f"of texts in “{page.language}”, only verbatim quotes and their numbers are judged."
        return Judgement(unchecked(question.source, why), has_quote)
    if not (details.differences or _is_stated(query, sentences)):
        return Judgement(
            Finding(
                question.source, Verdict.NOT_FOUND, min(score, STOPPED), NOTHING, missing=_whole(question)
            ),
            has_quote,
        )
    outside = passages[0][0] >= page.in_article
    is_allowed = not outside and allows_support(query, sentences, details)
    verdict, score = _decide(score, details, is_allowed=is_allowed)
    if verdict is not Verdict.SUPPORTED:
        passages = widen_evidence(query, page, passages)
    runs = _with_differences(passages, details)
    evidence = tuple(_evidence(run, query, page, live_url) for run in runs)
    mismatches = tuple(_mismatch(one, question.text, page, evidence) for one in details.differences)
    if quote is not None and not quote.verbatim:
        evidence, mismatch = _quoted(quote, question, page, evidence, live_url)
        mismatches = (*mismatches, mismatch)
    shown = query.covered_by(sentence for run in runs for sentence in run)
    missing = _missing(query, shown, details)
    explanation = explain(
        verdict, mismatches, missing, details, (question.text, page.document.text), outside=outside
    )
    return Judgement(
        Finding(question.source, verdict, score, explanation, evidence, mismatches, missing.spans), has_quote
    )


def look_up(question: Question, page: Page) -> tuple[Page, Query, tuple[tuple[int, ...], ...]]:
    """Lay a claim against the article, or the whole page where that can cover more, and pick the passages for it."""
    query, passages = _pick(question, page)
    share = query.weigh(query.literally(sentence for passage in passages for sentence in passage))
    if share < ENOUGH and may_be_outside(query, page, passages[0] if passages else ()):
        page = page.whole
        query, passages = _pick(question, page)
    return page, query, passages


def _pick(question: Question, page: Page) -> tuple[Query, tuple[tuple[int, ...], ...]]:
    query = lay_claim(question.text, page, question.left_out)
    return query, select_evidence(query, page)


def _why_not(question: Question, page: Page) -> str | None:
    if len(question.text) > LONGEST_CLAIM:
        return f"the claim has more than {LONGEST_CLAIM:,} characters; cut it into claims."
    if warning := unjudgeable(question):
        return why_unjudgeable(warning)
    mine, theirs = detect_language(question.text) or question.language, page.document.language
    if mine in _UNSPACED:
        return f"the claim is written in “{mine}”, whose words cannot be told apart yet."
    if mine and theirs and mine != theirs.partition("-")[0].lower():
        return f"the claim is written in “{mine}”, the page in “{theirs}”."
    return None


def _is_retold(details: Details) -> bool:
    """Say whether the page has the claim word for word, but for a value or a negation."""
    return any(difference.certainty >= 1.0 for difference in details.differences)


def _is_verbatim(question: Question, page: Page) -> bool:
    found = find_quote(question.text.rstrip(" .!"), page)
    return found is not None and found.verbatim


def _is_stated(query: Query, sentences: Sequence[int]) -> bool:
    """Say whether anything of a claim is there: enough of the words of one of its parts, or half of it, in one sentence in any words."""
    told = query.share(query.everything, query.literally(sentences))
    best = max((query.weigh(query.told(one)) for one in sentences), default=0.0)
    return max(told, best) >= HALF or (
        _tells_words(query, sentences) and any(_tells_some(query, sentence) for sentence in sentences)
    )


def _tells_some(query: Query, sentence: int) -> bool:
    """Say whether one sentence tells enough of the claim, or of a part of it, to be about it."""
    told = query.told(sentence)
    whole = query.weigh(told)
    if told.bit_count() == 1 and whole < TOLD_ALONE and not told & (query.names | query.numbers):
        return False  # "the building was insured" tells nothing of "the ferry was built in 1987"
    return whole >= TOLD or _most_of_a_part(query, [sentence]) >= TOLD_OF_PART


def _tells_words(query: Query, sentences: Sequence[int]) -> bool:
    """Say whether of one of a claim's parts, numbers apart, enough is told."""
    return _most_of_a_part(query, sentences) >= STATED


def _most_of_a_part(query: Query, sentences: Sequence[int]) -> float:
    """Give the largest share that some sentences tell of a part, numbers apart; what they tell in other words counts less."""
    literal = query.literally(sentences)
    told = query.covered_by(sentences) & ~literal
    parts = [part & ~query.numbers or part for part in query.parts]
    shares = (query.share(part, literal) + ALIKE * query.share(part, told) for part in parts)
    return max(shares, default=0.0)


def allows_support(query: Query, sentences: Sequence[int], details: Details) -> bool:
    """Say whether a claim may be supported at all, whatever its score: each part is told, and nothing speaks against it."""
    covered = query.covered_by(sentences)
    if details.differences or details.absent or details.doubts or details.voice:
        return False
    if query.names & ~covered:
        return False
    others = query.everything & ~(query.names | query.numbers)
    if others and query.share(others, covered) < WORDED:
        return False
    if any(event and not event & query.firmly(sentences) for event in _bare_events(query)):
        return False
    return _tells_words(query, sentences) and all(query.share(part, covered) >= HALF for part in query.parts)


def _bare_events(query: Query) -> Iterator[int]:
    """Yield the verbs of the parts that are a name and its verb, and nothing else: "Mayor Okafor resigned"."""
    verbs = query.mask_of(word.key for word in query.words if word.start in query.verb_starts)
    named = query.names | query.numbers | query.mask_of(TITLES)
    for part in query.parts:
        if not part & ~named & ~verbs:
            yield part & verbs


def _decide(score: float, details: Details, *, is_allowed: bool) -> tuple[Verdict, float]:
    """Give the verdict and the probability of support, in keeping with each other."""
    if details.differences:
        return Verdict.CONTRADICTED, min(score, DIFFERING)
    if not is_allowed:
        return Verdict.PARTIALLY_SUPPORTED, min(score, STOPPED)
    return Verdict.SUPPORTED if score >= SUPPORTED else Verdict.PARTIALLY_SUPPORTED, score


# --- evidence -------------------------------------------------------------------------------------------------------


def _with_differences(passages: Sequence[tuple[int, ...]], details: Details) -> list[tuple[int, ...]]:
    """Add the sentences of differing details, and of the first doubt: both values must be seen."""
    runs = list(passages)
    doubted = [doubt.sentence for doubt in details.doubts if doubt.source][:1]
    for sentence in (*(difference.sentence for difference in details.differences), *doubted):
        if not any(sentence in run for run in runs):
            runs.append((sentence,))
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


def _missing(query: Query, covered: int, details: Details) -> Missing:
    """List the runs of the claim's words that the evidence lacks; what differs is a mismatch, not missing."""
    gone_values = set(details.absent)
    differing = _offsets(one.claim for one in details.differences)
    absent = _offsets(value.span for value in gone_values)
    agreed = _offsets(
        (one.value.start, one.value.end) for one in details.compared if one.value not in gone_values
    )
    keys = dict(zip(query.keys, range(len(query.keys)), strict=True))
    spans: list[tuple[int, int]] = []
    joined = False
    for before, word in zip((None, *query.words), query.words, strict=False):
        known = covered >> keys[word.key] & 1 or word.start in agreed
        gone = word.start in absent or not (known or word.start in differing)
        is_cut = before is not None and before.end <= query.unchecked[0] < word.start
        if gone and joined and not is_cut:
            spans[-1] = spans[-1][0], word.end
        elif gone:
            spans.append(word.span)
        joined = gone
    taken = _offsets([*spans, *(one.claim for one in details.differences)])
    doubts = {doubt.claim for doubt in details.doubts}
    for start, end in sorted(
        doubts, key=lambda span: (span[0] - span[1], span)
    ):  # the longest has the others in it
        if start not in taken:
            spans = [one for one in spans if not start <= one[0] < end]  # words that it has in it
            spans.append((start, end))
            taken.update(range(start, end))
    told = [
        span
        for span in spans
        if span in doubts
        and not query.mask_within(*span) & ~covered
        and query.claim[span[0] - 1 : span[0]] not in _MARKS  # what is quoted is not told by its words
    ]
    return Missing(_cut(query.claim, spans), _cut(query.claim, told))


def _cut(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(text[start:end], start, end) for start, end in sorted(spans))


def _offsets(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {offset for start, end in spans for offset in range(start, end)}
