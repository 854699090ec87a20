"""One page, from its bytes to the findings of every claim that cites it: the work of one worker."""

import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from claimcheck.extract.body import Body, Unreadable
from claimcheck.extract.document import look_at, read_document
from claimcheck.extract.sniff import HTML
from claimcheck.fetch.retry import retry_after_s
from claimcheck.judge.finding import judge
from claimcheck.judge.questions import LONGEST_CLAIM, Judgement, Question, unchecked
from claimcheck.match.page import Page, index_page
from claimcheck.match.query import lay_claim
from claimcheck.model import Document, Finding, Reason, SourceWarning, Verdict
from claimcheck.origins import trace_of
from claimcheck.recognise.corrections import find_correction
from claimcheck.recognise.fragments import missing_fragments
from claimcheck.recognise.rules import Recognition, recognise_answer, recognise_page
from claimcheck.recognise.sight import Visit
from claimcheck.recognise.status import detail_of, reason_of_status
from claimcheck.workers.jobs import Examination, Job, without_text

LONG_WORDS = 600
"""Words from which a page that calls itself an article, and does not say that it is not free, is one without a closer look."""
CLAIMS_OF_ANOTHER = 3
"""Claims with names or numbers, none of which may stand on a page for it to be another article's."""


def examine(job: Job) -> Examination:
    """Recognise a page, read it and judge its claims."""
    if job.visit is not None and (told := reason_of_status(job.visit.status)):
        reason = _looked_at(job.visit, job.body, 0).reason or recognise_answer(job.visit) or told
        return Examination(_walled(reason, job.visit))
    document = job.reading or _read(job.body)
    seen = Recognition() if job.reading else _recognise(job, document)
    says_more = not (isinstance(document, Unreadable) and document.reason is seen.reason)
    if seen.reason is not None and job.visit is not None and says_more:
        shown = document.text if job.wants_text and isinstance(document, Document) else None
        return Examination(replace(_walled(seen.reason, job.visit), shown=shown), onward=seen.onward)
    if isinstance(document, Unreadable):
        return Examination(document, onward=seen.onward)
    return _judged(job, document, seen)


def _judged(job: Job, document: Document, seen: Recognition) -> Examination:
    warnings = set(seen.warnings)
    if find_correction(document.text, document.title):
        warnings.add(SourceWarning.CORRECTED)
    judgements: tuple[Judgement, ...] = ()
    page = index_page(document)
    if job.questions:
        linked = job.live_url if document.content_type in HTML else None
        if is_other_article(job.questions, page):
            warnings.add(SourceWarning.OTHER_ARTICLE)
        judgements = tuple(_within(judge(question, page, linked), warnings) for question in job.questions)
    is_plain = job.reading is None and _is_plain(document)
    is_sent = job.wants_text or (job.keeps_reading and is_plain)
    return Examination(
        document if is_sent else without_text(document),
        judgements,
        frozenset(warnings),
        {
            one: missing_fragments(one, document, page.folded, has_anchors=document.content_type in HTML)
            for one in job.fragments
        },
        seen.onward,
        is_plain,
        trace_of(document.text, page.sentences[: page.in_article]),
        frozenset(zlib.crc32(line.encode()) for line in document.text.split("\n")) if seen.doubtful else None,
    )


def _read(body: Body) -> Document | Unreadable:
    try:
        return read_document(body)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a page does to the libraries that read it, it costs that page
        return Unreadable(
            Reason.DAMAGED, f"The page cannot be read: {type(error).__name__} while it was parsed."
        )


def _walled(reason: Reason, visit: Visit) -> Unreadable:
    return Unreadable(
        reason,
        detail_of(reason, visit.status, retry_after_s(visit.header("retry-after"), now=datetime.now(UTC))),
    )


def _recognise(job: Job, document: Document | Unreadable) -> Recognition:
    """Look closely at all that is not plainly an article."""
    if job.visit is None:
        return Recognition()
    if isinstance(document, Unreadable):
        if document.reason not in {Reason.EMPTY, Reason.SCRIPT_ONLY}:
            return Recognition()
        return _looked_at(job.visit, job.body, 0)
    if document.content_type not in HTML or _is_plain(document):
        return Recognition()
    return _looked_at(job.visit, job.body, document.words)


def _looked_at(visit: Visit, body: Body, words: int) -> Recognition:
    try:
        return recognise_page(visit, look_at(body), words)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - what cannot be looked at closely has shown nothing; the run goes on
        return Recognition()


def _is_plain(document: Document) -> bool:
    return document.words >= LONG_WORDS and document.is_article and document.is_free is not False


def _within(judgement: Judgement, warnings: set[SourceWarning]) -> Judgement:
    """Take back what a page read in part, or another article, cannot say."""
    finding = judgement.finding
    if SourceWarning.OTHER_ARTICLE in warnings:
        return replace(
            judgement, finding=unchecked(finding.source, "another article stands at this address.")
        )
    if SourceWarning.PARTIAL in warnings and finding.verdict is Verdict.NOT_FOUND:
        return replace(judgement, finding=_not_in_this_part(finding))
    return judgement


def _not_in_this_part(finding: Finding) -> Finding:
    return unchecked(finding.source, "nothing of it is in the part of the article that the publisher shows.")


def is_other_article(questions: Sequence[Question], page: Page) -> bool:
    """Say whether three or more claims of one file have names or numbers, and the page has none of any file's."""
    different = {(one.file, one.text): one for one in questions if len(one.text) <= LONGEST_CLAIM}.values()
    if max(Counter(one.file for one in different).values(), default=0) < CLAIMS_OF_ANOTHER:
        return False
    telling = Counter[int]()
    for question in different:
        query = lay_claim(question.text, page, question.left_out)
        keys = {word.key for word in query.words if word.is_name or word.key[0].isdigit()}
        if any(page.whole.places(key) for key in keys):
            return False
        telling[question.file] += bool(keys)
    return max(telling.values()) >= CLAIMS_OF_ANOTHER
