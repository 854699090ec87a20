"""The part of a run that waits: pages, over the network and from disk, through the workers; an outcome for each."""

import asyncio
import hashlib
import secrets
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from http import HTTPStatus
from itertools import islice
from typing import TypeGuard

from claimcheck.extract.body import Body, Unreadable
from claimcheck.fetch.client import Fetcher
from claimcheck.fetch.options import USER_AGENT, FetchOptions
from claimcheck.fetch.response import Fetched, FetchFailure, Known, Snapshot
from claimcheck.gather.archive import Archive
from claimcheck.gather.copies import Copy, read_copy
from claimcheck.gather.plan import PagePlan
from claimcheck.gather.recall import Recall, Received
from claimcheck.gather.sources import NO_ARCHIVE, NO_CAPTURE, Outcome
from claimcheck.judge.questions import Question
from claimcheck.model import SHORT, Document, Reason, State
from claimcheck.recognise.fragments import fragment_of
from claimcheck.recognise.likeness import is_alike
from claimcheck.recognise.sight import Visit
from claimcheck.recognise.status import detail_of
from claimcheck.settings import Settings
from claimcheck.urls import beside_url, host_of, origin_of, without_credentials, without_fragment
from claimcheck.workers.jobs import Examination, Job, without_text
from claimcheck.workers.pool import Pool

AHEAD = 6
"""Pages of a host that may be read, or wait to be, while its next ones are fetched."""
MOST_ONWARD = 3
"""Pages in a row that send their readers on."""
SHOWN_HOSTS = 3
"""Hosts that progress names: all of a thousand, a thousand times over, would take longer than the pages."""
NOT_PUBLIC = frozenset({Reason.PRIVATE_ADDRESS, Reason.NETWORK})
"""Sources that no archive is asked about: addresses of an intranet do not leave the machine."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: pages done, pages in all, and the hosts that are waited for."""

    done: int
    total: int
    waiting_for: tuple[str, ...]
    """The first few of them."""
    hosts: int
    """How many there are."""


Observe = Callable[[Progress], None]


class Gathering:
    """Gathers the pages of one run; made for it, used once."""

    def __init__(
        self, pages: Sequence[PagePlan], settings: Settings, observe: Observe, now: Callable[[], datetime]
    ) -> None:
        """Plan for pages; nothing is asked for yet."""
        self.outcomes = [Outcome(fetched=None, ended=True) for _ in pages]
        self.interrupted = False
        self.offline = False
        self.crash: Exception | None = None
        self.trouble: str | None = None
        """Why there is no cache, where there should be one."""
        self._pages = pages
        self._settings = settings
        self._observe = observe
        self._now = now
        self._done = 0
        self._probes: dict[str, asyncio.Task[frozenset[int] | None]] = {}
        self._waiting: dict[str, int] = {}

    async def run(self) -> None:
        """Fill in the outcomes; a cancelled run (Ctrl-C) keeps those that it has."""
        options = fetch_options(self._settings)
        try:
            with Recall(self._settings, self._now) as self._recall:
                async with (
                    Pool(len(self._pages)) as self._pool,
                    Fetcher(options, now=self._now) as self._fetcher,
                    Fetcher(options, now=self._now) as for_archive,
                ):
                    self._archive = Archive(for_archive, self._settings.archive_url)
                    async with asyncio.TaskGroup() as group:
                        for queue in self._queues():
                            for _ in range(min(len(queue), self._settings.per_host + AHEAD)):
                                group.create_task(self._settle_all(queue))
                    if any(is_unresolved(one) for one in self.outcomes):
                        self.offline = await self._fetcher.is_offline()
        except asyncio.CancelledError:
            self.interrupted = True
        except ExceptionGroup as errors:
            self.crash = errors.exceptions[0]
        self.trouble = self._recall.trouble
        if self.interrupted or self.crash:
            # whether this machine is offline was not asked any more, so no host is called dead for it
            ended = Outcome(fetched=None, ended=True)
            self.outcomes = [ended if is_unresolved(one) else one for one in self.outcomes]

    def _queues(self) -> Iterable[deque[int]]:
        """Queue the pages of each host: ten thousand waiting at one gate would fill the memory."""
        queues: dict[str, deque[int]] = {}
        for index, page in enumerate(self._pages):
            queues.setdefault(host_of(page.url), deque()).append(index)
        return queues.values()

    async def _settle_all(self, queue: deque[int]) -> None:
        while queue:
            index = queue.popleft()
            await self._settle(index, self._pages[index])

    async def _settle(self, index: int, page: PagePlan) -> None:
        host = host_of(page.url)
        self._waiting[host] = self._waiting.get(host, 0) + 1
        try:
            self.outcomes[index] = await self._look_at(page)
        finally:
            self._waiting[host] -= 1
            if not self._waiting[host]:
                del self._waiting[host]
        self._done += 1
        first = tuple(islice(self._waiting, SHOWN_HOSTS))
        self._observe(Progress(self._done, len(self._pages), first, len(self._waiting)))

    async def _look_at(self, page: PagePlan) -> Outcome:
        if self._settings.offline:
            return await self._fall_back(page, Outcome(fetched=None))
        outcome = await self._look_at_live(page)
        if outcome.live is not None and await self._is_error_page(outcome):
            outcome = replace(outcome, live=_NOT_THERE)
        return outcome if _is_whole(outcome) else await self._fall_back(page, outcome)

    # --- the live page ---

    async def _look_at_live(self, page: PagePlan) -> Outcome:
        """Fetch and read a page, and those to which it sends its readers on."""
        url, passed, led_on = page.url, list[str](), 0
        while True:
            async with self._ask(url, partial(_live_job, page)) as received:
                live = await self._read_live(received)
            fetched = received.fetched
            if passed:
                fetched = replace(fetched, url=page.url, redirects=(*passed, *fetched.redirects))
                fetched = (
                    replace(fetched, moved_permanently=False) if isinstance(fetched, Snapshot) else fetched
                )
            if live is not None and live.onward is not None and led_on >= MOST_ONWARD:
                live = _ENDLESS
            if live is None or live.onward is None:
                return Outcome(_without_body(fetched), live, from_cache=received.from_cache)
            passed = [*fetched.redirects, live.onward]
            url, led_on = live.onward, led_on + 1

    @asynccontextmanager
    async def _ask(self, url: str, job_of: Callable[[Snapshot], Job]) -> AsyncIterator[Received]:
        """Yield what a server answers, or an earlier answer that it confirms or promised to be good."""
        answer = self._recall.answer(url)
        if answer is None:
            self._pool.start()
        elif answer.is_fresh(self._now()):
            taken_up = self._recall.taken_up(answer, job_of)
            if taken_up is not None:
                yield taken_up
                return
            answer = None
        known = Known(answer.head.final_url, answer.validators) if answer and answer.validators else None
        async with self._fetcher.fetch(url, known) as fetched:
            if known is None or answer is None or not _is_not_modified(fetched):
                yield self._recall.new(fetched, job_of)
                return
            confirmed = self._recall.confirmed(answer, fetched, job_of)
            if confirmed is not None:
                yield confirmed
                return
        async with self._fetcher.fetch(url) as fetched:  # the server confirmed another answer than ours
            yield self._recall.new(fetched, job_of)

    async def _read_live(self, received: Received) -> Examination | None:
        if received.job is None:
            return None
        live = received.examination or await self._pool.examine(received.job)
        self._recall.keep(received, live)
        if isinstance(live.document, Document) and not received.job.wants_text:
            live = replace(live, document=without_text(live.document))
        return live

    # --- error pages that answer 200 ---

    async def _is_error_page(self, outcome: Outcome) -> bool:
        """Compare a doubtful page with what the host answers for an address that cannot exist, asked for once a run."""
        outline = outcome.live.outline if outcome.live else None
        if outline is None or not isinstance(outcome.fetched, Snapshot) or not self._settings.probe:
            return False
        origin = origin_of(outcome.fetched.final_url)
        if origin not in self._probes:
            self._probes[origin] = asyncio.create_task(self._probe(outcome.fetched.final_url))
        other = await self._probes[origin]
        return other is not None and is_alike(outline, other)

    async def _probe(self, url: str) -> frozenset[int] | None:
        async with self._fetcher.fetch(beside_url(url, secrets.token_hex(8))) as fetched:
            if not isinstance(fetched, Snapshot) or fetched.status >= 400:
                return None
            body = _body_of(fetched, fetched.final_url)
            visit = Visit(fetched.url, fetched.final_url, fetched.status, fetched.redirects, fetched.headers)
            examination = await self._pool.examine(Job(body, visit=visit))
        return examination.outline

    # --- copies ---

    async def _fall_back(self, page: PagePlan, outcome: Outcome) -> Outcome:
        """Read a saved copy in the live page's place, or an archived one, where there is any."""
        if page.snapshot is not None:
            copy = await asyncio.to_thread(read_copy, page.snapshot, page.url)
            if not isinstance(copy, Copy):
                return replace(outcome, copy=copy)
            # where a reader finds the passages
            live_url = None if _is_dead(outcome) else without_credentials(page.url)
            copied = await self._pool.examine(_job(page, copy.body, live_url, Visit(page.url, page.url, 200)))
            return replace(outcome, copy=copy, copied=copied)
        is_sought = self._settings.archive and not self._settings.offline
        if is_sought and not (_is_not_public(outcome) or self._would_give_away(page.url)):
            return await self._look_into_archive(page, outcome)
        return outcome

    def _would_give_away(self, url: str) -> bool:
        """Say whether an address of an intranet would be told to an archive that is not in it."""
        return self._fetcher.is_private(url) and not self._fetcher.is_private(self._settings.archive_url)

    async def _look_into_archive(self, page: PagePlan, outcome: Outcome) -> Outcome:
        """Read the archived capture nearest to the explainer's day that is the article: walls are archived too."""
        for capture in await self._archive.captures(page.url, page.published):
            async with self._archive.fetch(capture) as played:
                if played is None:
                    continue
                capture, answer = played  # noqa: PLW2901 - the archive may play its neighbour
                body = _body_of(answer, capture.original)
                copied = await self._pool.examine(
                    _job(page, body, capture.url, Visit(page.url, capture.original, 200))
                )
            if isinstance(copied.document, Document) and not copied.warnings & SHORT:
                sha256 = hashlib.sha256(body.content).hexdigest()
                return replace(
                    outcome, copy=Copy(replace(body, content=b""), sha256), copied=copied, capture=capture
                )
        return replace(outcome, sought=NO_CAPTURE if self._archive.has_answered else NO_ARCHIVE)


def fetch_options(settings: Settings) -> FetchOptions:
    """Give the options of a run's fetching."""
    return FetchOptions(
        timeout_s=settings.timeout_s,
        jobs=settings.jobs,
        per_host=settings.per_host,
        allow_private=settings.allow_private,
        user_agent=USER_AGENT if settings.user_agent is None else settings.user_agent,
        control_host=settings.control_host,
        ca_bundle=None if settings.offline else settings.ca_bundle,
        proxies=settings.proxies,
        headers=settings.headers,
    )


_ENDLESS = Examination(
    Unreadable(Reason.REDIRECT_LOOP, f"The page leads on to another, and that to others, {MOST_ONWARD} times and more; open it by hand.")
)  # fmt: skip
_NOT_THERE = Examination(Unreadable(Reason.SOFT_404, detail_of(Reason.SOFT_404, 200)))


def is_unresolved(outcome: Outcome) -> bool:
    """Say whether a page's host got no address."""
    return isinstance(outcome.fetched, FetchFailure) and outcome.fetched.unresolved


def _is_not_public(outcome: Outcome) -> bool:
    return isinstance(outcome.fetched, FetchFailure) and outcome.fetched.reason in NOT_PUBLIC


def _is_dead(outcome: Outcome) -> bool:
    """Say whether a page is gone, by what its host or its server says, or the page itself."""
    document = outcome.live.document if outcome.live is not None else None
    seen = (outcome.fetched, document)
    return any(one.reason.state is State.DEAD for one in seen if isinstance(one, FetchFailure | Unreadable))


def _is_whole(outcome: Outcome) -> bool:
    """Say whether a live page was read, and as the article that was cited: else a copy is better."""
    return outcome.document is not None and outcome.live is not None and not outcome.live.warnings & SHORT


def _questions(page: PagePlan) -> tuple[Question, ...]:
    return tuple(question for citation in page.citations for question in citation.questions)


def _job(page: PagePlan, body: Body, live_url: str | None, visit: Visit) -> Job:
    fragments = {fragment_of(citation.source.url) for citation in page.citations} - {""}
    return Job(body, _questions(page), live_url, page.wants_text, visit, tuple(sorted(fragments)))


def _body_of(answer: Snapshot, url: str) -> Body:
    return Body(answer.body, answer.content_type, answer.charset, url)


def _live_job(page: PagePlan, answer: Snapshot) -> Job:
    visit = Visit(page.url, answer.final_url, answer.status, answer.redirects, answer.headers)
    return _job(page, _body_of(answer, answer.final_url), without_fragment(answer.final_url), visit)


def _is_not_modified(fetched: Fetched) -> TypeGuard[Snapshot]:
    return isinstance(fetched, Snapshot) and fetched.status == HTTPStatus.NOT_MODIFIED


def _without_body(fetched: Fetched) -> Fetched:
    """Let go of body and headers: a report needs none, and ten thousand pages' would fill the memory."""
    return replace(fetched, body=b"", headers=()) if isinstance(fetched, Snapshot) else fetched
