"""A page to read and judge, and what comes back: what the run and its workers say to each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from claimcheck.extract.body import Body, Unreadable
from claimcheck.judge.questions import Judgement, Question
from claimcheck.model import Document, SourceWarning
from claimcheck.origins import Trace
from claimcheck.recognise.sight import Visit

SAVE_TEXT = "save its text and name the file as `snapshot:`."
"""What to do about a page that costs too much to be read."""
QUESTION_S = 0.1
"""Seconds granted for one claim: ten times what one takes on the longest real pages."""


@dataclass(frozen=True, slots=True)
class Job:
    """A page to read and what to ask of it."""

    body: Body
    questions: tuple[Question, ...] = ()
    live_url: str | None = None
    """Where a reader finds the passages; absent where the text was read from no page."""
    wants_text: bool = False
    """Send the text back too; else it stays where it was read, and its fingerprint comes."""
    visit: Visit | None = None
    """How the page was reached; absent for what is no answer of a server."""
    fragments: tuple[str, ...] = ()
    """Of the addresses under which the page is cited."""
    reading: Document | None = None
    """What was read from the body in an earlier run; there is no body then."""
    keeps_reading: bool = False
    """Send the document whole, if a later run may do with it."""

    @property
    def extra_s(self) -> float:
        """Seconds that the page may take on top of its deadline, for its many claims."""
        return QUESTION_S * len(self.questions)


@dataclass(frozen=True, slots=True)
class Examination:
    """What was read, and a judgement for each question, in order; none where there was no text."""

    document: Document | Unreadable
    judgements: tuple[Judgement, ...] = ()
    warnings: frozenset[SourceWarning] = frozenset()
    fragments: Mapping[str, frozenset[SourceWarning]] = field(default_factory=dict)
    """For each fragment, what it names that is not there."""
    onward: str | None = None
    """Where the page sends its readers on to, at once."""
    is_plain: bool = False
    """An article that needed no closer look: its reading is all that a later run needs."""
    trace: Trace = field(default_factory=Trace)
    """Where the text comes from."""
    outline: frozenset[int] | None = None
    """Of a page that nothing shows to be an article: fingerprints of its lines, to compare with a page that cannot exist."""


def without_text(document: Document) -> Document:
    """Let go of what a report does not need: a thousand pages' would fill the memory."""
    return replace(document, text="", anchors=frozenset())
