"""What came of one page, laid out as the source that each claims file cites."""

import re
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.extract.body import Unreadable
from claimcheck.fetch.response import Fetched, FetchFailure, Snapshot
from claimcheck.gather.archive import Capture
from claimcheck.gather.copies import Copy
from claimcheck.model import (
    SHORT,
    Acceptance,
    CitedSource,
    Document,
    Reason,
    Source,
    SourceWarning,
    State,
    Via,
)
from claimcheck.recognise.fragments import fragment_of
from claimcheck.signoffs import describe_lapse
from claimcheck.urls import is_same_place
from claimcheck.workers.jobs import Examination

NOT_FETCHED = "Not fetched: --offline was given, and there is no saved copy; name one as `snapshot:`."
RUN_ENDED = "Not checked: the run ended before."
NO_CAPTURE = "The archive has no copy of it that can be read."
NO_ARCHIVE = "The archive gave no answer."
OFFLINE = "No host name resolves: this machine seems to be offline."
_SAVE_ANEW = "save the page anew from a browser that shows it."
_NAMING = re.compile(r" and name the [\w ]+ as `snapshot:`")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one page: the live exchange, if there was one, and the text that was read."""

    fetched: Fetched | None
    """`None` where nothing was asked for: offline, or the run ended first."""
    live: Examination | None = None
    """Of the live page; `None` where no server answered."""
    copy: Copy | Unreadable | None = None
    copied: Examination | None = None
    """Of the saved copy, where it was read in the live page's place."""
    capture: Capture | None = None
    """The archived capture that `copied` was read from."""
    sought: str | None = None
    """What came of asking the archive, where no capture did."""
    from_cache: bool = False
    """The live page was not sent again: it had not changed, or was promised not to."""
    ended: bool = False
    """The run ended before this page was done."""

    @property
    def examination(self) -> Examination | None:
        """Give the reading that claims were judged on: a copy is read only where the live page falls short."""
        for one in (self.copied, self.live):
            if one is not None and isinstance(one.document, Document):
                return one
        return None

    @property
    def is_whole(self) -> bool:
        """Say whether all of what was cited was read, live or from a copy."""
        return self.examination is not None and not self.examination.warnings & SHORT

    @property
    def document(self) -> Document | None:
        """Give the text that claims were judged on."""
        read = self.examination
        return read.document if read is not None and isinstance(read.document, Document) else None


def describe_source(cited: CitedSource, outcome: Outcome, *, today: date, offline: bool) -> Source:
    """Lay out a source for the report; `offline` says that this machine has no network."""
    reason, detail = _state(outcome, offline=offline)
    state = reason.state if reason else State.OK
    fetched = outcome.fetched
    beside = outcome.sought or (_useless_copy(outcome) if fetched is not None else None)
    detail = " ".join(filter(None, (detail, beside))) or None
    source = Source(id=cited.id, url=cited.url, line=cited.line, state=state, reason=reason, detail=detail)
    if fetched is not None and (isinstance(fetched, Snapshot) or fetched.final_url is not None):
        source = replace(
            source,
            http_status=fetched.status,
            final_url=fetched.final_url,
            redirects=fetched.redirects,
            retrieved_at=fetched.retrieved_at,
        )
    document = outcome.document
    if document is not None:
        source = _with_text(source, document, outcome)
    accepted, expired = _acceptance(cited, state, today)
    moved = isinstance(fetched, Snapshot) and fetched.moved_permanently and state is State.OK
    seen = outcome.live or outcome.copied
    warnings = set(seen.fragments.get(fragment_of(cited.url), frozenset())) if seen else set()
    for read in (outcome.live, outcome.examination):
        warnings |= read.warnings if read else frozenset()
    for word, given in (
        (SourceWarning.MOVED_PERMANENTLY, moved),
        (SourceWarning.CHARSET_GUESSED, document is not None and document.charset_guessed),
        (SourceWarning.ACCEPT_EXPIRED, expired),
    ):
        warnings |= {word} if given else set()
    was_seen = reason not in {Reason.NOT_FETCHED, Reason.NETWORK}
    if cited.accept is not None and accepted is None and was_seen:
        lapse = describe_lapse(cited.accept, state, today)
        source = replace(source, detail=" ".join(filter(None, (source.detail, lapse))))
    return replace(
        source, accepted=accepted, warnings=tuple(word for word in SourceWarning if word in warnings)
    )


def _state(outcome: Outcome, *, offline: bool) -> tuple[Reason | None, str | None]:
    match outcome.fetched:
        case None:
            return _state_of_copy(outcome)
        case FetchFailure(unresolved=True) if offline:
            return Reason.NETWORK, OFFLINE
        case FetchFailure() as failure:
            return failure.reason, failure.detail
        case Snapshot():
            return _state_of_text(outcome.live)


def _state_of_copy(outcome: Outcome) -> tuple[Reason | None, str | None]:
    """Give the state where no page was asked for: the copy then stands for the page."""
    if outcome.ended or outcome.copy is None:
        return Reason.NOT_FETCHED, RUN_ENDED if outcome.ended else NOT_FETCHED
    unread = unread_copy(outcome)
    return unread.reason if unread else None, _useless_copy(outcome)


def unread_copy(outcome: Outcome) -> Unreadable | None:
    """Say what was found in place of a saved copy's text, where one is named and has none."""
    read = outcome.copied.document if outcome.copied and not outcome.capture else outcome.copy
    return read if isinstance(read, Unreadable) else None


def describe_file(unread: Unreadable) -> str:
    """Say why a file is not read, and what to do, where nothing but the file was asked for."""
    if _shows_no_article(unread):
        return f"The file shows no article; {_SAVE_ANEW}"
    return _NAMING.sub("", unread.detail)


def _useless_copy(outcome: Outcome) -> str | None:
    """Say why a saved copy does not stand in for its page, where one is named."""
    unread = unread_copy(outcome)
    if unread is None:
        return None
    if _shows_no_article(unread):
        return f"The saved copy shows no article ({unread.reason}); {_SAVE_ANEW}"
    return f"The saved copy cannot be used: {unread.detail[0].lower()}{unread.detail[1:]}"


def _shows_no_article(unread: Unreadable) -> bool:
    """Say whether a page was saved as it should be, but not the one that was meant: to save it is no advice then."""
    return unread.reason.state is not State.UNREADABLE or unread.reason is Reason.SCRIPT_ONLY


def _state_of_text(examination: Examination | None) -> tuple[Reason | None, str | None]:
    if examination is not None and isinstance(examination.document, Unreadable):
        return examination.document.reason, examination.document.detail
    return None, None


def _with_text(source: Source, document: Document, outcome: Outcome) -> Source:
    copied = outcome.examination is outcome.copied
    capture = outcome.capture if copied else None
    live = Via.CACHE if outcome.from_cache else Via.NETWORK
    copy = outcome.copy if copied and isinstance(outcome.copy, Copy) else None
    return replace(
        source,
        detail=_with_replacement(source.detail, capture) if capture else _with_place(source, copy),
        via=(Via.ARCHIVE if capture else Via.SNAPSHOT) if copied else live,
        archived_url=capture.url if capture else None,
        captured_at=capture.captured_at if capture else None,
        copy_sha256=copy.sha256 if copy else None,
        content_type=document.content_type,
        bytes=document.size,
        title=document.title,
        byline=document.byline,
        published=document.published,
        language=document.language,
        words=document.words,
        article_chars=document.article_chars,
        text_sha256=document.text_sha256,
    )


def _with_place(source: Source, copy: Copy | None) -> str | None:
    """Say where a copy was saved from, where that is not what is cited: it may be another page's."""
    if copy is None or copy.saved_from is None or is_same_place(copy.saved_from, source.url):
        return source.detail
    told = f"The copy was saved from {copy.saved_from[:200]}, not from the cited address; make sure that it is the page."
    return " ".join(filter(None, (source.detail, told)))


def _with_replacement(detail: str | None, capture: Capture) -> str:
    """Offer the archived copy beside what is wrong with the live page."""
    offered = f"Archived on {capture.captured_at:%Y-%m-%d}: {capture.url}"
    return f"{detail} {offered}" if detail else offered


def _acceptance(cited: CitedSource, state: State, today: date) -> tuple[Acceptance[State] | None, bool]:
    accept = cited.accept
    if accept is None or accept.word is not state:
        return None, False
    return (None, True) if accept.expired(today) else (accept, False)
