"""What came of a page, laid out as the source that a claims file cites."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from claimcheck.extract.body import Body, Unreadable
from claimcheck.fetch.response import FetchFailure, Snapshot
from claimcheck.gather.copies import Copy
from claimcheck.gather.sources import Outcome, describe_source
from claimcheck.model import Acceptance, CitedSource, Document, Reason, Source, SourceWarning, State, Via
from claimcheck.workers.jobs import Examination

NOON = datetime(2026, 6, 19, 12, tzinfo=UTC)
TODAY = NOON.date()
URL = "https://a.example/story"
CITED = CitedSource("a", URL, 7)
SNAPSHOT = Snapshot(URL, URL, 200, b"", NOON)
DOCUMENT = Document(
    text="Four words are here.\n--- rest ---\nImprint",
    article_chars=21,
    content_type="text/html",
    size=1234,
    title="A title",
    byline="Ida Lund",
    published=date(2026, 6, 1),
    language="en",
    words=4,
    text_sha256="fe" * 32,
)
READ = Examination(DOCUMENT)
EMPTY = Examination(Unreadable(Reason.EMPTY, "The page has no text."))
COPY = Copy(Body(b"<p>", "text/html", None, URL), "c0ffee")
REFUSED = FetchFailure(URL, Reason.REFUSED, "The server refuses the connection.")
NO_PAGES = {
    404: Examination(Unreadable(Reason.HTTP_404, "There is no such page.")),
    403: Examination(Unreadable(Reason.HTTP_403, "The server refuses.")),
    410: Examination(Unreadable(Reason.HTTP_410, "The page is gone.")),
}
"""What is made of answers that are no page."""


def describe(outcome: Outcome, cited: CitedSource = CITED, *, offline: bool = False) -> Source:
    return describe_source(cited, outcome, today=TODAY, offline=offline)


def test_a_page_that_was_read_is_ok() -> None:
    """The exchange, the text and what is known of it come into the report."""
    assert describe(Outcome(SNAPSHOT, READ)) == Source(
        id="a",
        url=URL,
        line=7,
        state=State.OK,
        http_status=200,
        final_url=URL,
        retrieved_at=NOON,
        via=Via.NETWORK,
        content_type="text/html",
        bytes=1234,
        title="A title",
        byline="Ida Lund",
        published=date(2026, 6, 1),
        language="en",
        words=4,
        article_chars=21,
        text_sha256="fe" * 32,
    )


@pytest.mark.parametrize(
    ("outcome", "state", "reason"),
    [
        (Outcome(REFUSED), State.UNREACHABLE, Reason.REFUSED),
        (Outcome(replace(REFUSED, reason=Reason.DNS, unresolved=True)), State.DEAD, Reason.DNS),
        (Outcome(replace(SNAPSHOT, status=404), NO_PAGES[404]), State.DEAD, Reason.HTTP_404),
        (Outcome(replace(SNAPSHOT, status=403), NO_PAGES[403]), State.BLOCKED, Reason.HTTP_403),
        (Outcome(SNAPSHOT, EMPTY), State.UNREADABLE, Reason.EMPTY),
        (Outcome(None), State.UNREACHABLE, Reason.NOT_FETCHED),
        (Outcome(None, ended=True), State.UNREACHABLE, Reason.NOT_FETCHED),
    ],
)
def test_a_page_without_text_says_why(outcome: Outcome, state: State, reason: Reason) -> None:
    """The reason comes with a sentence, and all that is said of a text stays empty."""
    source = describe(outcome)
    assert (source.state, source.reason) == (state, reason)
    assert source.detail
    assert source.detail.endswith(".")
    of_text = (source.via, source.content_type, source.bytes, source.title, source.words, source.text_sha256)
    assert of_text == (None,) * 6


def test_what_was_not_fetched_says_whether_the_run_ended_or_nobody_asked() -> None:
    """Two causes of one reason: the sentence tells them apart."""
    assert "the run ended" in (describe(Outcome(None, ended=True)).detail or "")
    assert "--offline" in (describe(Outcome(None)).detail or "")


def test_no_source_is_dead_for_a_machine_that_is_offline() -> None:
    """Only a host without an address is taken back: what else failed had a network to fail on."""
    unresolved = replace(REFUSED, reason=Reason.DNS, unresolved=True)
    assert describe(Outcome(unresolved), offline=True).reason is Reason.NETWORK
    assert describe(Outcome(unresolved), offline=True).state is State.UNREACHABLE
    assert describe(Outcome(REFUSED), offline=True).reason is Reason.REFUSED
    assert describe(Outcome(SNAPSHOT, READ), offline=True).state is State.OK


def test_a_failure_tells_of_the_exchange_only_where_a_server_answered() -> None:
    """Nothing is known of a server that was never reached."""
    assert describe(Outcome(REFUSED)).retrieved_at is None
    answered = replace(REFUSED, final_url="https://b.example/", redirects=("https://b.example/",), status=200)
    source = describe(Outcome(replace(answered, retrieved_at=NOON, reason=Reason.DAMAGED)))
    assert (source.http_status, source.final_url) == (200, "https://b.example/")
    assert (source.redirects, source.retrieved_at) == (("https://b.example/",), NOON)


# --- copies ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Outcome(replace(SNAPSHOT, status=403), NO_PAGES[403], COPY, READ), State.BLOCKED),
        (Outcome(replace(SNAPSHOT, status=404), NO_PAGES[404], COPY, READ), State.DEAD),
        (Outcome(REFUSED, None, COPY, READ), State.UNREACHABLE),
        (Outcome(SNAPSHOT, EMPTY, COPY, READ), State.UNREADABLE),
        (Outcome(None, None, COPY, READ), State.OK),
    ],
)
def test_a_copy_gives_the_text_and_the_live_page_the_state(outcome: Outcome, state: State) -> None:
    """Only where no page was asked for does the copy stand for it."""
    source = describe(outcome)
    assert (source.state, source.via, source.copy_sha256) == (state, Via.SNAPSHOT, "c0ffee")
    assert (source.title, source.words) == ("A title", 4)
    assert outcome.document == DOCUMENT


@pytest.mark.parametrize(
    ("place", "is_told"),
    [
        ("https://a.example/another", True),
        ("https://b.example/story", True),
        (f"{URL}?page=2", True),
        (f"{URL}/?utm_source=mail#top", False),
        (URL.replace("https://", "http://www."), False),
        (None, False),
    ],
)
def test_a_copy_of_another_address_is_told(place: str | None, is_told: bool) -> None:
    """Its text counts as evidence: whoever saved it should look again."""
    detail = describe(Outcome(None, None, replace(COPY, saved_from=place), READ)).detail
    assert bool(detail and place and f"saved from {place}" in detail) is is_told


def test_a_live_page_that_was_read_needs_no_copy() -> None:
    """The text is the live one, and there is no fingerprint of a file."""
    source = describe(Outcome(SNAPSHOT, READ))
    assert (source.via, source.copy_sha256) == (Via.NETWORK, None)


def test_a_copy_that_cannot_be_read_is_told_where_it_stands_for_the_page() -> None:
    """Offline it gives the state; beside a live page it changes nothing."""
    missing = Unreadable(Reason.DAMAGED, "The file a.html cannot be read (permission denied).")
    source = describe(Outcome(None, copy=missing))
    assert (source.state, source.reason) == (State.UNREADABLE, Reason.DAMAGED)
    assert (
        source.detail == "The saved copy cannot be used: the file a.html cannot be read (permission denied)."
    )
    assert describe(Outcome(REFUSED, copy=missing)).reason is Reason.REFUSED

    source = describe(Outcome(None, copy=COPY, copied=EMPTY))
    assert (source.state, source.reason, source.via) == (State.UNREADABLE, Reason.EMPTY, None)


# --- warnings and sign-offs -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("status", "warned"), [(200, True), (403, False), (404, False), (410, False)])
def test_a_page_that_moved_for_good_is_mentioned_where_it_is_read(status: int, warned: bool) -> None:
    """The new address is worth citing only where a page is: a login that refuses us is none."""
    moved = replace(SNAPSHOT, status=status, moved_permanently=True)
    warnings = describe(Outcome(moved, NO_PAGES.get(status, READ))).warnings
    assert (SourceWarning.MOVED_PERMANENTLY in warnings) is warned


def test_a_guessed_charset_is_mentioned() -> None:
    """Of the text that was read, copy included."""
    guessed = Examination(replace(DOCUMENT, charset_guessed=True))
    assert describe(Outcome(SNAPSHOT, guessed)).warnings == (SourceWarning.CHARSET_GUESSED,)
    assert describe(Outcome(REFUSED, None, COPY, guessed)).warnings == (SourceWarning.CHARSET_GUESSED,)
    assert describe(Outcome(SNAPSHOT, READ)).warnings == ()


@pytest.mark.parametrize(
    ("word", "until", "holds", "expired"),
    [
        (State.UNREACHABLE, None, True, False),
        (State.UNREACHABLE, TODAY, True, False),
        (State.UNREACHABLE, date(2026, 6, 18), False, True),
        (State.DEAD, None, False, False),
        (State.DEAD, date(2026, 6, 18), False, False),
    ],
)
def test_a_sign_off_holds_for_the_named_state_through_its_last_day(
    word: State, until: date | None, holds: bool, expired: bool
) -> None:
    """An expired one is mentioned; one of another state says nothing about this one."""
    sign_off = Acceptance(word, "subscribers only", "desk", until)
    source = describe(Outcome(REFUSED), replace(CITED, accept=sign_off))
    assert source.accepted == (sign_off if holds else None)
    assert (SourceWarning.ACCEPT_EXPIRED in source.warnings) is expired


def test_the_warnings_of_the_copy_that_was_judged_are_told() -> None:
    """The live page, which nobody could read, has none."""
    corrected = replace(READ, warnings=frozenset({SourceWarning.CORRECTED}))
    blocked = Outcome(replace(SNAPSHOT, status=403), NO_PAGES[403], COPY, corrected)
    walled = replace(blocked, live=Examination(Unreadable(Reason.PAYWALL, "It is for subscribers.")))
    assert [describe(one).warnings for one in (blocked, walled)] == [(SourceWarning.CORRECTED,)] * 2


def test_what_came_of_asking_the_archive_is_told() -> None:
    """Beside what is wrong with the live page."""
    detail = describe(Outcome(REFUSED, sought="The archive gave no answer.")).detail
    assert detail == "The server refuses the connection. The archive gave no answer."


def test_what_was_cut_short_was_not_read_in_full() -> None:
    """Of a page, or of the copy in its place."""
    cut = replace(READ, warnings=frozenset({SourceWarning.PARTIAL}))
    assert [Outcome(SNAPSHOT, one).is_whole for one in (READ, cut, EMPTY)] == [True, False, False]
    assert Outcome(SNAPSHOT, cut, copied=READ).is_whole


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(REFUSED, copy=COPY, copied=EMPTY),
        Outcome(REFUSED, copy=Unreadable(Reason.EMPTY, "The page has no text.")),
    ],
)
def test_a_saved_copy_that_does_not_help_is_told(outcome: Outcome) -> None:
    """Whoever named it would save it once more."""
    detail = describe(outcome).detail
    assert detail == f"{REFUSED.detail} The saved copy cannot be used: the page has no text."


def test_a_copy_that_does_not_help_a_page_read_in_part_is_told_too() -> None:
    """Such a page has nothing else to be told."""
    cut = replace(READ, warnings=frozenset({SourceWarning.PARTIAL}))
    assert describe(Outcome(SNAPSHOT, cut, copy=COPY, copied=EMPTY)).detail == (
        "The saved copy cannot be used: the page has no text."
    )


def test_a_sign_off_of_a_source_that_is_ok_again_is_told() -> None:
    """It may be taken out of the file."""
    cited = replace(CITED, accept=Acceptance(State.BLOCKED, reason="subscribers only", by="desk"))
    detail = describe(Outcome(SNAPSHOT, READ), cited).detail
    assert detail == "Its sign-off for “blocked” (desk: subscribers only) is no longer needed: it is ok."


def test_a_saved_copy_that_is_a_wall_is_told_as_one() -> None:
    """Whoever is told to save the page has done so already."""
    told = "The saved copy shows no article (login-wall); save the page anew from a browser that shows it."
    walled = Examination(
        Unreadable(Reason.LOGIN_WALL, "The page asks for a login; save it and name it as `snapshot:`.")
    )
    source = describe(Outcome(None, copy=COPY, copied=walled))
    assert source.reason is Reason.LOGIN_WALL
    assert source.detail == told
    assert describe(Outcome(REFUSED, copy=COPY, copied=walled)).detail == f"{REFUSED.detail} {told}"
