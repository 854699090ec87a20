"""The whole way, in order: claims files -> pages -> findings -> report. With `gather`, it alone joins I/O to the core."""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from claimcheck import __version__
from claimcheck.exit_codes import exit_code
from claimcheck.extract.body import Unreadable
from claimcheck.gather.gathering import Gathered, Observe, gather
from claimcheck.gather.plan import Citation, PagePlan, plan_pages
from claimcheck.gather.sources import Outcome, describe_file, describe_source, unread_copy
from claimcheck.judge.questions import (
    Judgement,
    Question,
    unchecked,
    unjudgeable,
    why_unjudgeable,
)
from claimcheck.judge.verdicts import Cited, check_claim
from claimcheck.model import (
    CheckedClaim,
    CheckedFile,
    CitedSource,
    Claim,
    ClaimsFile,
    ClaimWarning,
    ExitCode,
    Finding,
    Policy,
    Reason,
    Report,
    Source,
    State,
    Via,
)
from claimcheck.origins import origins_of
from claimcheck.settings import Settings, min_sources_for


@dataclass(frozen=True, slots=True)
class Run:
    """A report, and the error of our own that ended the run early, if one did."""

    report: Report
    crash: Exception | None = None
    trouble: str | None = None
    """Why the cache could not be used, where it could not."""


def run(
    files: Sequence[ClaimsFile],
    settings: Settings,
    *,
    command: str = "verify",
    observe: Observe = lambda _: None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ended_by: Sequence[signal.Signals] = (signal.SIGINT,),
) -> Run:
    """Check claims files, selected already; Ctrl-C, or what `ended_by` lists, ends it with a report of what was checked so far."""
    started = now()
    pages = plan_pages(files)
    gathered = asyncio.run(_until_signalled(gather(pages, settings, observe, now), ended_by))
    outcomes: list[dict[str, Outcome]] = [{} for _ in files]
    for page, outcome in zip(pages, gathered.outcomes, strict=True):
        for citation in page.citations:
            outcomes[citation.file][citation.source.id] = outcome
    judgements = _judgements(pages, gathered.outcomes)
    today = started.astimezone(UTC).date()
    checked = tuple(
        _check_file(index, file, own, judgements, settings, offline=gathered.offline, today=today)
        for index, (file, own) in enumerate(zip(files, outcomes, strict=True))
    )
    code = exit_code(
        checked,
        settings.fail_on,
        command=command,
        interrupted=gathered.interrupted,
        exit_zero=settings.exit_zero,
    )
    report = Report(
        version=__version__,
        command=command,
        started_at=started,
        finished_at=now(),
        exit_code=ExitCode.INTERNAL if gathered.crash else code,
        interrupted=gathered.interrupted,
        policy=Policy(fail_on=settings.fail_on, offline=settings.offline, archive=settings.archive),
        files=checked,
    )
    return Run(report, gathered.crash, gathered.trouble)


async def _until_signalled(
    gathering: Coroutine[Any, Any, Gathered], ended_by: Sequence[signal.Signals]
) -> Gathered:
    """Gather, until a signal ends it; from then on, and from the last page on, it is ignored: it must not cost the report.

    Who goes on after the report calls `heed_interrupts`.
    """
    loop = asyncio.get_running_loop()
    reading = loop.create_task(gathering)

    def ignore() -> None:
        for one in ended_by:
            if loop.remove_signal_handler(one):
                signal.signal(one, signal.SIG_IGN)

    def interrupt() -> None:
        ignore()
        reading.cancel()

    # elsewhere than in the main thread of a POSIX system, Python's own handler has to do
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
        for one in ended_by:
            loop.add_signal_handler(one, interrupt)
    gathered = await reading
    with contextlib.suppress(NotImplementedError):
        ignore()
    return gathered


def heed_interrupts() -> None:
    """Have Ctrl-C raise `KeyboardInterrupt` again, once what was kept of a run is safe."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


# --- deciding: outcomes to verdicts, without any waiting ------------------------------------------------------------


def _judgements(
    pages: Sequence[PagePlan], outcomes: Sequence[Outcome]
) -> dict[tuple[int, str, str], Judgement]:
    """Give each judgement by file, source and claim; there is none where no text was read."""
    found: dict[tuple[int, str, str], Judgement] = {}
    for page, outcome in zip(pages, outcomes, strict=True):
        if outcome.examination is None:
            continue
        asked = [(citation.file, question) for citation in page.citations for question in citation.questions]
        for (file, question), judgement in zip(asked, outcome.examination.judgements, strict=True):
            found[file, question.source, question.claim] = judgement
    return found


@dataclass(frozen=True, slots=True)
class _FileCheck:
    """What one file's claims are decided on."""

    index: int
    file: ClaimsFile
    sources: dict[str, Source]
    read: frozenset[str]
    """The sources that were read in full."""
    ended: frozenset[str]
    """The sources that the run ended before."""
    origins: dict[str, int]
    judgements: dict[tuple[int, str, str], Judgement]
    settings: Settings
    today: date

    def check(self, claim: Claim) -> CheckedClaim:
        cites = self.file.cited_by(claim)
        judged = {one: self.judgements.get((self.index, one, claim.id)) for one in cites}
        quoting = frozenset(one for one, judgement in judged.items() if judgement and judgement.has_quote)
        warning = unjudgeable(Question("", claim.id, claim.text, claim.analysis))
        return check_claim(
            claim,
            [self._finding(one, judgement, warning) for one, judgement in judged.items()],
            Cited(self.origins, self.read, quoting),
            min_sources=min_sources_for(self.settings, self.file, claim),
            today=self.today,
            warning=warning,
        )

    def _finding(self, source_id: str, judgement: Judgement | None, warning: ClaimWarning | None) -> Finding:
        source = self.sources[source_id]
        if judgement is not None:
            # a saved copy's passages are linked to on the live page, where there is one
            is_gone = source.state is State.DEAD and source.via is Via.SNAPSHOT
            return _unlinked(judgement.finding) if is_gone else judgement.finding
        if warning is not None:
            return unchecked(source_id, why_unjudgeable(warning))
        if source_id in self.ended:
            return unchecked(source_id, "the run ended before the page was checked.")
        if source.reason is Reason.NOT_FETCHED:
            return unchecked(source_id, "the page was not fetched, and there is no saved copy.")
        return unchecked(source_id, f"the source is {source.state} ({source.reason}).")


def _unlinked(finding: Finding) -> Finding:
    return replace(finding, evidence=tuple(replace(one, link=None) for one in finding.evidence))


def _check_file(
    index: int,
    file: ClaimsFile,
    outcomes: dict[str, Outcome],
    judgements: dict[tuple[int, str, str], Judgement],
    settings: Settings,
    *,
    offline: bool,
    today: date,
) -> CheckedFile:
    sources = [describe_source(one, outcomes[one.id], today=today, offline=offline) for one in file.sources]
    documents = {one: outcome.document for one, outcome in outcomes.items() if outcome.document}
    traces = {one: outcome.examination.trace for one, outcome in outcomes.items() if outcome.examination}
    origins = origins_of(sources, documents, traces)
    groups: dict[int, list[str]] = {}
    for one, number in origins.items():
        groups.setdefault(number, []).append(one)
    sources = [
        replace(source, same_origin_as=tuple(one for one in groups[origins[source.id]] if one != source.id))
        for source in sources
    ]
    by_id = {source.id: source for source in sources}
    read = frozenset(one for one, outcome in outcomes.items() if outcome.is_whole)
    ended = frozenset(one for one, outcome in outcomes.items() if outcome.ended)
    checks = _FileCheck(index, file, by_id, read, ended, origins, judgements, settings, today)
    return CheckedFile(file.path, file.title, tuple(sources), tuple(map(checks.check, file.claims)))


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page, as `claimcheck text` shows it."""

    source: Source
    text: str | None
    shown: str | None
    """What the page shows, where it is no article."""
    trouble: str | None


def read_page(url: str, copy: str | None, settings: Settings) -> ReadPage:
    """Read one page, or a saved copy of it when offline."""
    cited = CitedSource("page", url, None, copy)
    page = PagePlan(url, copy, (Citation(0, cited, ()),), wants_text=True)
    now = datetime.now(UTC)
    reading = gather([page], settings, lambda _: None, lambda: datetime.now(UTC))
    gathered = asyncio.run(_until_signalled(reading, [signal.SIGINT]))
    heed_interrupts()
    if gathered.interrupted:
        raise KeyboardInterrupt
    if gathered.crash is not None:
        raise gathered.crash
    outcome = gathered.outcomes[0]
    source = describe_source(cited, outcome, today=now.date(), offline=gathered.offline)
    unread = unread_copy(outcome)
    if unread is not None:
        source = replace(source, detail=describe_file(unread))
    looked_at = outcome.live or outcome.copied
    shown = looked_at.document.shown if looked_at and isinstance(looked_at.document, Unreadable) else None
    text = outcome.document.text if outcome.document else None
    return ReadPage(source, text, shown, gathered.trouble)
