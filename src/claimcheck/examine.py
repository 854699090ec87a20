"""One page, from its bytes to the findings of every claim that cites it: the work of one worker."""

from dataclasses import dataclass

from claimcheck.extract.document import Body, Unreadable, read_document
from claimcheck.judge import Judgement, Question, judge
from claimcheck.match import index_page
from claimcheck.model import Document


@dataclass(frozen=True, slots=True)
class Job:
    """A page to read and what to ask of it."""

    body: Body
    questions: tuple[Question, ...] = ()
    live_url: str | None = None
    """Where a reader finds the passages; absent where the text was read from no page."""


@dataclass(frozen=True, slots=True)
class Examination:
    """What was read, and a judgement for each question, in order; none where there was no text."""

    document: Document | Unreadable
    judgements: tuple[Judgement, ...] = ()


def examine(job: Job) -> Examination:
    """Read a page and judge its claims."""
    document = read_document(job.body)
    if isinstance(document, Unreadable) or not job.questions:
        return Examination(document)
    page = index_page(document)
    linked = job.live_url if document.content_type in {"text/html", "application/xhtml+xml"} else None
    return Examination(document, tuple(judge(question, page, linked) for question in job.questions))
