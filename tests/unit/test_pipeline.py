"""The whole way from claims files to a report, against a real server on loopback."""

import signal
import socket
import time
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.cli.site import Site, serving

from claimcheck.fetch.client import Fetcher
from claimcheck.fetch.options import FetchOptions
from claimcheck.gather.gathering import Progress
from claimcheck.gather.plan import select_sources
from claimcheck.model import (
    Acceptance,
    CitedSource,
    Claim,
    ClaimsFile,
    ClaimVerdict,
    ClaimWarning,
    ExitCode,
    FailOn,
    Reason,
    Report,
    Source,
    SourceWarning,
    State,
    Verdict,
    Via,
)
from claimcheck.pipeline import Run, read_page, run
from claimcheck.settings import Settings

NOON = datetime(2026, 6, 19, 12, 0, tzinfo=UTC)
PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Geese on the runway</title></head>
<body><article><h1>Geese on the runway</h1>
<p>The airfield at Lower Fenn was closed for two hours on Tuesday because 60 geese were standing on the runway.</p>
<p>The fire brigade played them a recording of a fox, which they listened to with interest.</p></article></body></html>
"""
GEESE = "The airfield at Lower Fenn was closed for two hours because 60 geese were standing on the runway."
OWLS = "A choir of owls has won the national prize for chamber music."
HERE = Settings(fetch=FetchOptions(allow_private=True))


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """Serve one article, an address that leads to it, and a page that never comes."""
    with serving() as made:
        made.put("/geese.html", PAGE)
        made.put("/moved.html", status=308, location="/geese.html")
        made.put("/never.html", PAGE, is_held=True)
        yield made


def file_of(*sources: CitedSource, claims: tuple[Claim, ...] = (), path: str = "fenn.yaml") -> ClaimsFile:
    return ClaimsFile(path, "Fenn", sources, claims or (Claim("geese", GEESE, 9),))


def source_of(url: str, name: str = "herald", **more: object) -> CitedSource:
    return CitedSource(name, url, 3, **more)  # type: ignore[arg-type]  # by name


def clock() -> Callable[[], datetime]:
    """Give a clock that is a second later each time it is read."""
    ticks = iter(range(1000))
    return lambda: NOON + timedelta(seconds=next(ticks))


def only(report: Report) -> Source:
    """Give the one source of a report's one file."""
    ((source,),) = ((file.sources) for file in report.files)
    return source


# --- what a report says ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def checked(site: Site) -> tuple[Run, list[Progress], list[str]]:
    """Check two files that cite one page under two fragments, and one that moved; keep the progress and the requests."""
    files = (
        file_of(
            source_of(site.url("/geese.html#one")),
            source_of(site.url("/moved.html", host="localhost"), "post"),
            claims=(Claim("geese", GEESE, 9), Claim("owls", OWLS, 12, cites=("post",))),
        ),
        file_of(source_of(site.url("/geese.html#two")), claims=(Claim("owls", OWLS, 5),), path="owls.yaml"),
    )
    seen: list[Progress] = []
    before = len(site.requests)
    outcome = run(files, HERE, observe=seen.append, now=clock())
    return outcome, seen, site.requests[before:]


def test_a_page_that_two_files_cite_is_fetched_once(checked: tuple[Run, list[Progress], list[str]]) -> None:
    """A fragment makes no other page; a redirect is followed by itself."""
    assert sorted(path for path in checked[2] if path.startswith(("/geese", "/moved"))) == [
        "/geese.html",
        "/geese.html",
        "/moved.html",
    ]


def test_each_host_is_asked_once_for_a_page_that_cannot_exist(
    checked: tuple[Run, list[Progress], list[str]],
) -> None:
    """Nothing shows that the short page about geese is an article."""
    others = [path for path in checked[2] if not path.startswith(("/geese", "/moved"))]
    assert len(others) == 2
    assert all(path.endswith(".html") for path in others)


def test_files_sources_and_claims_keep_their_order(checked: tuple[Run, list[Progress], list[str]]) -> None:
    """Whatever answers first."""
    report = checked[0].report

    assert [(file.path, [one.id for one in file.sources]) for file in report.files] == [
        ("fenn.yaml", ["herald", "post"]),
        ("owls.yaml", ["herald"]),
    ]
    assert [[claim.id for claim in file.claims] for file in report.files] == [["geese", "owls"], ["owls"]]


def test_each_cited_pair_has_a_finding(checked: tuple[Run, list[Progress], list[str]]) -> None:
    """A claim that names no source is asked of all, the others of those that they name."""
    first, second = checked[0].report.files

    assert [[(one.source, one.verdict) for one in claim.findings] for claim in first.claims] == [
        [("herald", Verdict.SUPPORTED), ("post", Verdict.SUPPORTED)],
        [("post", Verdict.NOT_FOUND)],
    ]
    assert [claim.verdict for claim in (*first.claims, *second.claims)] == [
        ClaimVerdict.SUPPORTED,
        ClaimVerdict.NOT_FOUND,
        ClaimVerdict.NOT_FOUND,
    ]
    assert checked[0].report.exit_code == ExitCode.FINDINGS


def test_a_redirect_is_told(checked: tuple[Run, list[Progress], list[str]], site: Site) -> None:
    """The addresses on the way, the last one, the warning; and that it is the page that another source cites."""
    herald, post = checked[0].report.files[0].sources

    assert post.final_url == site.url("/geese.html", host="localhost")
    assert len(post.redirects) == 1
    assert post.warnings == (SourceWarning.MOVED_PERMANENTLY,)
    assert (herald.same_origin_as, post.same_origin_as) == (("post",), ("herald",))


def test_passages_link_to_the_page(checked: tuple[Run, list[Progress], list[str]], site: Site) -> None:
    """The link leads to the passage on the live page, where the redirect ended."""
    links = [
        one.link for finding in checked[0].report.files[0].claims[0].findings for one in finding.evidence
    ]

    assert [link.partition("#:~:text=")[0] for link in links if link] == [
        site.url("/geese.html"),
        site.url("/geese.html", host="localhost"),
    ]


def test_times_come_from_the_clock(checked: tuple[Run, list[Progress], list[str]]) -> None:
    """A run begins before its pages are received, and ends after."""
    report = checked[0].report
    received = [one.retrieved_at for file in report.files for one in file.sources]

    assert report.started_at == NOON
    assert all(one is not None and report.started_at < one < report.finished_at for one in received)


def test_progress_counts_pages_and_names_hosts(checked: tuple[Run, list[Progress], list[str]]) -> None:
    """Two pages, though three sources; both hosts are waited for at first, nobody at the end."""
    seen = checked[1]

    assert [(one.done, one.total) for one in seen] == [(0, 2), (1, 2), (2, 2)]
    assert seen[0].waiting_for == ("127.0.0.1", "localhost")
    assert seen[1].waiting_for in {("localhost",), ("127.0.0.1",)}
    assert seen[-1].waiting_for == ()


def test_links_checks_no_claim(site: Site) -> None:
    """The pages are read; the report has no claims, and a dead page fails it."""
    files = select_sources([file_of(source_of(site.url("/gone.html")))])
    report = run(files, HERE, command="links").report

    assert (report.command, report.files[0].claims) == ("links", ())
    assert only(report).reason is Reason.HTTP_404
    assert report.exit_code == ExitCode.FINDINGS


def test_nothing_to_check_is_a_report_too() -> None:
    """Choosing what to check, and refusing an empty choice, is the caller's."""
    outcome = run([], HERE)

    assert (outcome.report.files, outcome.report.exit_code, outcome.crash) == ((), ExitCode.OK, None)


# --- sources that fail ----------------------------------------------------------------------------------------------


def test_a_page_that_never_comes_costs_its_own_time_alone(site: Site) -> None:
    """It is unreachable after the time-out; the others are judged."""
    sources = (
        source_of(site.url("/never.html", host="localhost"), "slow"),
        source_of(site.url("/geese.html")),
    )
    settings = Settings(fetch=FetchOptions(allow_private=True, timeout_s=0.3))
    began = time.monotonic()
    report = run([file_of(*sources)], settings).report

    assert time.monotonic() - began < 10
    assert [(one.state, one.reason) for one in report.files[0].sources] == [
        (State.UNREACHABLE, Reason.TIMEOUT),
        (State.OK, None),
    ]
    assert report.files[0].claims[0].verdict is ClaimVerdict.SUPPORTED
    assert report.exit_code == ExitCode.OK


@pytest.mark.parametrize(
    ("name", "content", "via", "verdict"),
    [
        ("copy.html", PAGE.encode(), Via.SNAPSHOT, Verdict.SUPPORTED),
        ("copy.txt", GEESE.encode(), Via.SNAPSHOT, Verdict.SUPPORTED),
        ("copy.pdf", b"%PDF-1.7 nothing that can be read", None, Verdict.UNCHECKED),
        (None, b"", None, Verdict.UNCHECKED),
    ],
)
def test_a_copy_is_read_in_place_of_a_dead_page(  # noqa: PLR0917 - fixtures and the columns of the table
    site: Site, tmp_path: Path, name: str | None, content: bytes, via: Via | None, verdict: Verdict
) -> None:
    """The source stays dead; the finding is made on the copy, and is unchecked where that cannot be read either."""
    snapshot = None if name is None else str(tmp_path / name)
    if snapshot is not None:
        Path(snapshot).write_bytes(content)
    report = run([file_of(source_of(site.url("/gone.html"), snapshot=snapshot))], HERE).report
    source, finding = only(report), report.files[0].claims[0].findings[0]

    assert (source.state, source.reason, source.via) == (State.DEAD, Reason.HTTP_404, via)
    assert (source.copy_sha256 is not None) is (via is not None)
    assert finding.verdict is verdict
    assert report.exit_code == ExitCode.FINDINGS


@pytest.mark.parametrize(
    ("resolves", "state", "is_linked"),
    [({"control.example"}, State.DEAD, False), (frozenset(), State.UNREACHABLE, True)],
    ids=["the host is gone", "this machine is offline"],
)
def test_a_copys_passages_are_linked_to_unless_the_live_page_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, resolves: Collection[str], state: State, is_linked: bool
) -> None:
    """Others may well reach what this machine cannot; which of the two it is shows at the end of a run."""

    def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        if host not in resolves:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    (tmp_path / "copy.html").write_text(PAGE, "utf-8")
    source = source_of("https://herald.example/geese", snapshot=str(tmp_path / "copy.html"))
    report = run([file_of(source)], Settings(fetch=FetchOptions(control_host="control.example"))).report
    found, (passage,) = only(report), report.files[0].claims[0].findings[0].evidence

    assert (found.state, found.via) == (state, Via.SNAPSHOT)
    assert (passage.link is not None) is is_linked


def test_a_live_page_is_read_before_its_copy(site: Site, tmp_path: Path) -> None:
    """A copy is for bad days."""
    (tmp_path / "old.txt").write_text(OWLS, "utf-8")
    source = source_of(site.url("/geese.html"), snapshot=str(tmp_path / "old.txt"))
    report = run([file_of(source)], HERE).report

    assert only(report).via is Via.NETWORK
    assert report.files[0].claims[0].verdict is ClaimVerdict.SUPPORTED


@pytest.mark.parametrize(("until", "holds"), [(NOON.date(), True), (NOON.date() - timedelta(days=1), False)])
def test_a_sign_off_holds_through_its_last_day(tmp_path: Path, until: date, holds: bool) -> None:
    """Today is the day on which the run began, UTC, even where the clock stands in another zone."""
    claim = Claim("owls", OWLS, 9, accept=(Acceptance(ClaimVerdict.NOT_FOUND, "a joke", "desk", until),))
    (tmp_path / "page.txt").write_text(GEESE, "utf-8")
    source = source_of("https://site.example/x", snapshot=str(tmp_path / "page.txt"))
    late = (NOON + timedelta(hours=11)).astimezone().replace(microsecond=0)
    report = run([file_of(source, claims=(claim,))], Settings(offline=True), now=lambda: late).report

    assert report.exit_code == (ExitCode.OK if holds else ExitCode.FINDINGS)
    assert (ClaimWarning.ACCEPT_EXPIRED in report.files[0].claims[0].warnings) is not holds


# --- runs that end early --------------------------------------------------------------------------------------------


def test_an_interrupted_run_keeps_what_it_has(site: Site) -> None:
    """Ctrl-C ends the waiting, not the report; it outranks what failed, and --exit-zero."""
    sources = (
        source_of(site.url("/geese.html")),
        source_of(site.url("/never.html", host="localhost"), "slow"),
    )
    settings = Settings(fetch=FetchOptions(allow_private=True), exit_zero=True, fail_on=(FailOn.SUPPORTED,))

    def interrupt(progress: Progress) -> None:
        if progress.done:
            signal.raise_signal(signal.SIGINT)

    outcome = run([file_of(*sources)], settings, observe=interrupt)
    report = outcome.report

    assert (report.interrupted, report.exit_code, outcome.crash) == (True, ExitCode.INTERRUPTED, None)
    assert [(one.state, one.reason) for one in report.files[0].sources] == [
        (State.OK, None),
        (State.UNREACHABLE, Reason.NOT_FETCHED),
    ]
    assert [one.verdict for one in report.files[0].claims[0].findings] == [
        Verdict.SUPPORTED,
        Verdict.UNCHECKED,
    ]


def test_an_error_of_ours_keeps_what_the_run_has(site: Site) -> None:
    """The error is handed over with the report, whose code is 3 whatever was found and allowed."""
    mishap = ValueError("a bug")

    def stumble(progress: Progress) -> None:
        if progress.done:
            raise mishap

    sources = (
        source_of(site.url("/geese.html")),
        source_of(site.url("/never.html", host="localhost"), "slow"),
    )
    outcome = run(
        [file_of(*sources)], Settings(fetch=FetchOptions(allow_private=True), exit_zero=True), observe=stumble
    )

    assert outcome.crash is mishap
    assert (outcome.report.exit_code, outcome.report.interrupted) == (ExitCode.INTERNAL, False)
    assert [one.reason for one in outcome.report.files[0].sources] == [None, Reason.NOT_FETCHED]
    assert outcome.report.files[0].claims[0].verdict is ClaimVerdict.SUPPORTED


def test_an_error_after_the_last_page_keeps_what_the_run_has_too(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where it cannot be told whether this machine is offline."""
    mishap = OSError("no resolver")

    async def stumble(_: Fetcher) -> bool:
        raise mishap

    monkeypatch.setattr(Fetcher, "is_offline", stumble)
    sources = (source_of(site.url("/geese.html")), source_of("https://nowhere.invalid/", "gone"))
    outcome = run([file_of(*sources)], HERE)

    assert outcome.crash is mishap
    assert [one.reason for one in outcome.report.files[0].sources] == [None, Reason.NOT_FETCHED]


# --- one page -------------------------------------------------------------------------------------------------------


def test_one_page_is_read(site: Site) -> None:
    """The source as a report would have it, and all of the text."""
    read = read_page(site.url("/moved.html"), None, HERE)
    source, text = read.source, read.text

    assert text is not None
    assert "60 geese" in text
    assert (source.state, source.via, source.title) == (State.OK, Via.NETWORK, "Geese on the runway")
    assert source.final_url == site.url("/geese.html")


def test_one_page_that_is_gone_has_no_text(site: Site) -> None:
    """What stands on an error page is not the page's text."""
    read = read_page(site.url("/gone.html"), None, HERE)

    assert (read.source.reason, read.text) == (Reason.HTTP_404, None)


def test_a_quote_is_missing_only_where_every_page_was_read_in_full(site: Site) -> None:
    """Another article at a source's address tells nothing of the quote that stood in the right one."""
    others = ("Maria Olsen won 14 races.", "Pedro Braga sold 300 boats.", "Ingrid Holm built 9 towers.")
    claims = tuple(Claim(f"c{at}", text, at, quote=text) for at, text in enumerate(others))
    page = source_of(site.url("/geese.html"))
    for cited, expected in ((claims, False), (claims[:1], True)):
        report = run([file_of(page, claims=cited)], HERE).report
        found = [ClaimWarning.MISSING_QUOTE in claim.warnings for claim in report.files[0].claims]
        assert found == [expected] * len(cited)


def test_no_host_is_dead_for_a_run_that_an_error_of_ours_ended(site: Site) -> None:
    """Whether the machine is offline was not asked any more."""

    def stumble(progress: Progress) -> None:
        if progress.done:
            raise ValueError("a bug")

    sources = (source_of("https://no-such-host.invalid/story"), source_of(site.url("/never.html"), "slow"))
    outcome = run([file_of(*sources)], HERE, observe=stumble)
    assert [one.reason for one in outcome.report.files[0].sources] == [Reason.NOT_FETCHED] * 2
