"""One page, from its bytes to the findings of every claim that cites it: the work of one worker."""

from dataclasses import replace

from claimcheck.extract.body import Body, Unreadable
from claimcheck.extract.document import read_document
from claimcheck.jobs import Examination, Job
from claimcheck.judge import judge
from claimcheck.match import index_page
from claimcheck.model import Document, Reason
from claimcheck.questions import Judgement


def _read(body: Body) -> Document | Unreadable:
    try:
        return read_document(body)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a page does to the libraries that read it, it costs that page
        return Unreadable(
            Reason.DAMAGED, f"The page cannot be read: {type(error).__name__} while it was parsed."
        )


def examine(job: Job) -> Examination:
    """Read a page and judge its claims."""
    document = _read(job.body)
    if isinstance(document, Unreadable):
        return Examination(document)
    judgements: tuple[Judgement, ...] = ()
    if job.questions:
        page = index_page(document)
        linked = job.live_url if document.content_type in {"text/html", "application/xhtml+xml"} else None
        judgements = tuple(judge(question, page, linked) for question in job.questions)
    return Examination(document if job.wants_text else replace(document, text=""), judgements)
