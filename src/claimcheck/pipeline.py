"""The whole way, in order: claims files -> pages -> findings -> report. The only module that joins I/O to the core."""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import islice

from claimcheck import __version__
from claimcheck.copies import Copy, read_copy
from claimcheck.exit_codes import exit_code
from claimcheck.extract.body import Body, Unreadable
from claimcheck.fetch.client import Fetcher
from claimcheck.fetch.options import FetchOptions
from claimcheck.fetch.response import Fetched, FetchFailure, Snapshot
from claimcheck.fragments import fragment_of
from claimcheck.jobs import Examination, Job
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
    SourceWarning,
)
from claimcheck.origins import origins_of
from claimcheck.plan import Citation, PagePlan, plan_pages
from claimcheck.questions import (
    Judgement,
    Question,
    unchecked,
    unjudgeable,
    why_unjudgeable,
)
from claimcheck.recognise.likeness import is_alike
from claimcheck.recognise.sight import Visit
from claimcheck.recognise.status import detail_of
from claimcheck.settings import Settings, min_sources_for
from claimcheck.sources import Outcome, describe_source
from claimcheck.urls import beside_url, host_of, origin_of, without_fragment
from claimcheck.verdicts import Cited, check_claim
from claimcheck.workers.pool import Pool

MOST_ONWARD = 3
"""Pages in a row that send their readers on."""
SHOWN_HOSTS = 3
"""Hosts that progress names: all of a thousand, a thousand times over, would take longer than the pages."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: pages done, pages in all, and the hosts that are waited for."""

    done: int
    total: int
    waiting_for: tuple[str, ...]
    """The first few of them."""
    hosts: int
    """How many there are."""


@dataclass(frozen=True, slots=True)
class Run:
    """A report, and the error of our own that ended the run early, if one did."""

    report: Report
    crash: Exception | None = None


Observe = Callable[[Progress], None]


def run(
    files: Sequence[ClaimsFile],
    settings: Settings,
    *,
    command: str = "verify",
    observe: Observe = lambda _: None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Run:
    """Check claims files, selected already; Ctrl-C ends it with a report of what was checked so far."""
    started = now()
    pages = plan_pages(files, with_claims=command == "verify")
    gathering = _Gathering(pages, settings, observe, now)
    asyncio.run(gathering.run())
    outcomes: list[dict[str, Outcome]] = [{} for _ in files]
    for page, outcome in zip(pages, gathering.outcomes, strict=True):
        for citation in page.citations:
            outcomes[citation.file][citation.source.id] = outcome
    judgements = _judgements(pages, gathering.outcomes)
    if command != "verify":
        files = [replace(file, claims=()) for file in files]
    today = started.astimezone(UTC).date()
    checked = tuple(
        _check_file(index, file, own, judgements, settings, offline=gathering.offline, today=today)
        for index, (file, own) in enumerate(zip(files, outcomes, strict=True))
    )
    code = exit_code(
        checked,
        settings.fail_on,
        command=command,
        interrupted=gathering.interrupted,
        exit_zero=settings.exit_zero,
    )
    report = Report(
        version=__version__,
        command=command,
        started_at=started,
        finished_at=now(),
        exit_code=ExitCode.INTERNAL if gathering.crash else code,
        interrupted=gathering.interrupted,
        policy=Policy(fail_on=settings.fail_on, offline=settings.offline),
        files=checked,
    )
    return Run(report, gathering.crash)


# --- gathering: pages, over the network and through the workers -----------------------------------------------------


class _Gathering:
    """The part of a run that waits: an outcome for each page, whatever happens."""

    def __init__(
        self, pages: Sequence[PagePlan], settings: Settings, observe: Observe, now: Callable[[], datetime]
    ) -> None:
        self.outcomes = [Outcome(fetched=None, ended=True) for _ in pages]
        self.interrupted = False
        self.offline = False
        self.crash: Exception | None = None
        self._pages = pages
        self._settings = settings
        self._observe = observe
        self._now = now
        self._done = 0
        self._probes: dict[str, asyncio.Task[frozenset[int] | None]] = {}
        self._waiting: dict[str, int] = {}

    async def run(self) -> None:
        """Fill in the outcomes; a cancelled run (Ctrl-C) keeps those that it has."""
        options = FetchOptions(
            timeout_s=self._settings.timeout_s,
            jobs=self._settings.jobs,
            per_host=self._settings.per_host,
            allow_private=self._settings.allow_private,
            control_host=self._settings.control_host,
            ca_bundle=self._settings.ca_bundle,
            proxies=self._settings.proxies,
            headers=self._settings.headers,
        )
        if self._settings.user_agent is not None:
            options = replace(options, user_agent=self._settings.user_agent)
        try:
            async with Pool(len(self._pages)) as pool, Fetcher(options, now=self._now) as fetcher:
                async with asyncio.TaskGroup() as group:
                    for index, page in enumerate(self._pages):
                        group.create_task(self._settle(index, page, fetcher, pool))
                if any(_is_unresolved(one) for one in self.outcomes):
                    self.offline = await fetcher.is_offline()
        except asyncio.CancelledError:
            self.interrupted = True
            # whether this machine is offline was not asked any more, so no host is called dead for it
            ended = Outcome(fetched=None, ended=True)
            self.outcomes = [ended if _is_unresolved(one) else one for one in self.outcomes]
        except ExceptionGroup as errors:
            self.crash = errors.exceptions[0]

    async def _settle(self, index: int, page: PagePlan, fetcher: Fetcher, pool: Pool) -> None:
        host = host_of(page.url)
        self._waiting[host] = self._waiting.get(host, 0) + 1
        try:
            self.outcomes[index] = await self._look_at(page, fetcher, pool)
        finally:
            self._waiting[host] -= 1
            if not self._waiting[host]:
                del self._waiting[host]
        self._done += 1
        self._report()

    async def _look_at(self, page: PagePlan, fetcher: Fetcher, pool: Pool) -> Outcome:
        if self._settings.offline:
            return await self._fall_back(page, Outcome(fetched=None), pool)
        outcome = await self._look_at_live(page, fetcher, pool)
        if outcome.live is not None and await self._is_error_page(outcome, fetcher, pool):
            outcome = replace(outcome, live=_NOT_THERE)
        return outcome if _is_whole(outcome) else await self._fall_back(page, outcome, pool)

    async def _look_at_live(self, page: PagePlan, fetcher: Fetcher, pool: Pool) -> Outcome:
        """Fetch and read a page, and those to which it sends its readers on."""
        url, passed = page.url, list[str]()
        while True:
            async with fetcher.fetch(url) as fetched:
                live = await self._read_live(page, fetched, pool)
            if passed:
                fetched = replace(fetched, url=page.url, redirects=(*passed, *fetched.redirects))
                fetched = (
                    replace(fetched, moved_permanently=False) if isinstance(fetched, Snapshot) else fetched
                )
            if live is None or live.onward is None or len(passed) >= MOST_ONWARD:
                return Outcome(_without_body(fetched), live)
            passed = [*fetched.redirects, live.onward]
            url = live.onward

    async def _read_live(self, page: PagePlan, fetched: Fetched, pool: Pool) -> Examination | None:
        if isinstance(fetched, FetchFailure):
            return None
        visit = Visit(page.url, fetched.final_url, fetched.status, fetched.redirects, fetched.headers)
        body = Body(fetched.body, fetched.content_type, fetched.charset, fetched.final_url)
        return await pool.examine(_job(page, body, without_fragment(fetched.final_url), visit))

    async def _is_error_page(self, outcome: Outcome, fetcher: Fetcher, pool: Pool) -> bool:
        """Compare a doubtful page with what the host answers for an address that cannot exist, asked for once a run."""
        outline = outcome.live.outline if outcome.live else None
        if outline is None or not isinstance(outcome.fetched, Snapshot) or not self._settings.probe:
            return False
        origin = origin_of(outcome.fetched.final_url)
        if origin not in self._probes:
            self._probes[origin] = asyncio.create_task(self._probe(outcome.fetched.final_url, fetcher, pool))
        other = await self._probes[origin]
        return other is not None and is_alike(outline, other)

    async def _probe(self, url: str, fetcher: Fetcher, pool: Pool) -> frozenset[int] | None:
        async with fetcher.fetch(beside_url(url, secrets.token_hex(8))) as fetched:
            if not isinstance(fetched, Snapshot) or fetched.status >= 400:
                return None
            page = PagePlan(fetched.url, None, ())
            # where every address is answered alike, the answer says so by itself: it is compared, not believed
            examination = await self._read_live(page, fetched, pool)
        return examination.outline if examination else None

    async def _fall_back(self, page: PagePlan, outcome: Outcome, pool: Pool) -> Outcome:
        """Read the saved copy in the live page's place, where there is one."""
        if page.snapshot is None:
            return outcome
        copy = await asyncio.to_thread(read_copy, page.snapshot, page.url)
        if not isinstance(copy, Copy):
            return replace(outcome, copy=copy)
        copied = await pool.examine(_job(page, copy.body, page.url, Visit(page.url, page.url, 200)))
        return replace(outcome, copy=copy, copied=copied)

    def _report(self) -> None:
        first = tuple(islice(self._waiting, SHOWN_HOSTS))
        self._observe(Progress(self._done, len(self._pages), first, len(self._waiting)))


def _questions(page: PagePlan) -> tuple[Question, ...]:
    return tuple(question for citation in page.citations for question in citation.questions)


def _job(page: PagePlan, body: Body, live_url: str, visit: Visit) -> Job:
    fragments = {fragment_of(citation.source.url) for citation in page.citations} - {""}
    return Job(body, _questions(page), live_url, page.wants_text, visit, tuple(sorted(fragments)))


def _is_whole(outcome: Outcome) -> bool:
    """Say whether a live page was read, and as the article that was cited: else a copy is better."""
    short = {SourceWarning.PARTIAL, SourceWarning.OTHER_ARTICLE}
    return outcome.document is not None and outcome.live is not None and not outcome.live.warnings & short


_NOT_THERE = Examination(Unreadable(Reason.SOFT_404, detail_of(Reason.SOFT_404, 200)))


def _without_body(fetched: Fetched) -> Fetched:
    """Let go of the bytes: a report needs none, and a thousand pages' would fill the memory."""
    return replace(fetched, body=b"") if isinstance(fetched, Snapshot) else fetched


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
            Cited(
                self.origins, frozenset(one for one in cites if self.sources[one].via is not None), quoting
            ),
            min_sources=min_sources_for(self.settings, self.file, claim),
            today=self.today,
            warning=warning,
        )

    def _finding(self, source_id: str, judgement: Judgement | None, warning: ClaimWarning | None) -> Finding:
        if judgement is not None:
            return judgement.finding
        if warning is not None:
            return unchecked(source_id, why_unjudgeable(warning))
        source = self.sources[source_id]
        if source.reason is Reason.NOT_FETCHED:
            return unchecked(source_id, "the page was not fetched, and there is no saved copy.")
        return unchecked(source_id, f"the source is {source.state} ({source.reason}).")


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
    origins = origins_of(sources, documents)
    groups: dict[int, list[str]] = {}
    for one, number in origins.items():
        groups.setdefault(number, []).append(one)
    sources = [
        replace(source, same_origin_as=tuple(one for one in groups[origins[source.id]] if one != source.id))
        for source in sources
    ]
    by_id = {source.id: source for source in sources}
    checks = _FileCheck(index, file, by_id, origins, judgements, settings, today)
    return CheckedFile(file.path, file.title, tuple(sources), tuple(map(checks.check, file.claims)))


def _is_unresolved(outcome: Outcome) -> bool:
    return isinstance(outcome.fetched, FetchFailure) and outcome.fetched.unresolved


def read_page(url: str, copy: str | None, settings: Settings) -> tuple[Source, str | None]:
    """Read one page, or a saved copy of it when offline: what became of it, and all of its text."""
    cited = CitedSource("page", url, None, copy)
    page = PagePlan(url, copy, (Citation(0, cited, ()),), wants_text=True)
    now = datetime.now(UTC)
    gathering = _Gathering([page], settings, lambda _: None, lambda: datetime.now(UTC))
    asyncio.run(gathering.run())
    if gathering.interrupted:
        raise KeyboardInterrupt
    if gathering.crash is not None:
        raise gathering.crash
    outcome = gathering.outcomes[0]
    source = describe_source(cited, outcome, today=now.date(), offline=gathering.offline)
    return source, outcome.document.text if outcome.document else None
