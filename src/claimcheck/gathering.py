"""The part of a run that waits: pages, over the network and from disk, through the workers; an outcome for each."""

import asyncio
import hashlib
import os
import secrets
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import version
from itertools import islice

from claimcheck import __version__
from claimcheck.archive import Archive
from claimcheck.copies import Copy, read_copy
from claimcheck.extract.body import Body, Unreadable
from claimcheck.fetch.client import Fetcher
from claimcheck.fetch.options import FetchOptions
from claimcheck.fetch.response import Fetched, FetchFailure, Known, Snapshot
from claimcheck.fragments import fragment_of
from claimcheck.jobs import Examination, Job, without_text
from claimcheck.model import Document, Reason, SourceWarning
from claimcheck.plan import PagePlan
from claimcheck.questions import Question
from claimcheck.recognise.likeness import is_alike
from claimcheck.recognise.sight import Visit
from claimcheck.recognise.status import detail_of
from claimcheck.settings import Settings
from claimcheck.sources import Outcome
from claimcheck.store.cache import Cache, CachedAnswer, reading_key
from claimcheck.urls import beside_url, host_of, origin_of, without_fragment
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


@dataclass(frozen=True, slots=True)
class _Received:
    """What a server answered, now or in an earlier run."""

    fetched: Fetched
    reading: Document | None = None
    """What was read from the same body in an earlier run."""
    from_cache: bool = False


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
        self._extractor = f"{__version__} {version('trafilatura')}"

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
            with self._open_cache() as self._cache:
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
                self.trouble = self._cache.trouble if self._cache else None
        except asyncio.CancelledError:
            self.interrupted = True
            # whether this machine is offline was not asked any more, so no host is called dead for it
            ended = Outcome(fetched=None, ended=True)
            self.outcomes = [ended if is_unresolved(one) else one for one in self.outcomes]
        except ExceptionGroup as errors:
            self.crash = errors.exceptions[0]

    def _open_cache(self) -> "Cache | nullcontext[None]":
        if self._settings.offline:
            return nullcontext()
        return Cache.open(self._settings.cache_dir, environ=os.environ, now=self._now)

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
        url, passed = page.url, list[str]()
        while True:
            async with self._ask(url) as received:
                live = await self._read_live(page, received)
            fetched = received.fetched
            if passed:
                fetched = replace(fetched, url=page.url, redirects=(*passed, *fetched.redirects))
                fetched = (
                    replace(fetched, moved_permanently=False) if isinstance(fetched, Snapshot) else fetched
                )
            if live is None or live.onward is None or len(passed) >= MOST_ONWARD:
                return Outcome(_without_body(fetched), live, from_cache=received.from_cache)
            passed = [*fetched.redirects, live.onward]
            url = live.onward

    @asynccontextmanager
    async def _ask(self, url: str) -> AsyncIterator[_Received]:
        """Yield what a server answers, or an earlier answer that it confirms or promised to be good."""
        answer, reading = self._known(url)
        if answer is not None and answer.is_fresh(self._now()):
            yield _Received(answer.head, reading, from_cache=True)
            return
        known = Known(answer.head.final_url, answer.validators) if answer and answer.validators else None
        async with self._fetcher.fetch(url, known) as fetched:
            is_confirmed = (
                answer is not None and isinstance(fetched, Snapshot) and fetched.status == _NOT_MODIFIED
            )
            if not is_confirmed:
                yield _Received(fetched)
                return
            confirmed = self._confirmed(answer, fetched)
            if confirmed is not None:
                yield _Received(confirmed, reading, from_cache=True)
                return
        async with self._fetcher.fetch(url) as fetched:  # the server confirmed another answer than ours
            yield _Received(fetched)

    def _known(self, url: str) -> tuple[CachedAnswer | None, Document | None]:
        """Find an earlier answer with its reading, else with its body."""
        if self._cache is None or self._settings.refresh or self._settings.headers:
            return None, None
        answer = self._cache.look_up(url)
        if answer is None:
            return None, None
        reading = self._cache.reading(self._key(answer.head, answer.body_sha256))
        if reading is not None:
            return answer, reading
        whole = self._cache.complete(answer)
        return (replace(answer, head=whole), None) if whole else (None, None)

    def _confirmed(self, answer: CachedAnswer | None, fetched: Fetched) -> Snapshot | None:
        if answer is None or self._cache is None or not isinstance(fetched, Snapshot):
            return None
        confirmed = self._cache.revalidated(answer, fetched)
        return replace(confirmed.head, body=answer.head.body) if confirmed else None

    def _keep(self, received: _Received, live: Examination) -> None:
        """Keep an answer for later runs: with its reading where that is all they need, else with its body."""
        fetched = received.fetched
        if (
            self._cache is None
            or self._settings.headers
            or received.from_cache
            or not isinstance(fetched, Snapshot)
        ):
            return
        is_read = live.is_plain and isinstance(live.document, Document)
        sha256 = self._cache.keep(fetched, with_body=not is_read)
        if sha256 is not None and is_read and isinstance(live.document, Document):
            self._cache.keep_reading(self._key(fetched, sha256), live.document)

    def _key(self, answer: Snapshot, body_sha256: str) -> str:
        return reading_key(
            body_sha256=body_sha256,
            content_type=answer.content_type,
            charset=answer.charset,
            url=answer.final_url,
            extractor_version=self._extractor,
        )

    async def _read_live(self, page: PagePlan, received: _Received) -> Examination | None:
        fetched = received.fetched
        if isinstance(fetched, FetchFailure):
            return None
        visit = Visit(page.url, fetched.final_url, fetched.status, fetched.redirects, fetched.headers)
        body = _body_of(fetched, fetched.final_url)
        job = _job(page, body, without_fragment(fetched.final_url), visit)
        job = replace(job, reading=received.reading, keeps_reading=self._cache is not None)
        live = await self._pool.examine(job)
        self._keep(received, live)
        if isinstance(live.document, Document) and not page.wants_text:
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
            copied = await self._pool.examine(_job(page, copy.body, page.url, Visit(page.url, page.url, 200)))
            return replace(outcome, copy=copy, copied=copied)
        if self._settings.archive and not self._settings.offline and not _is_not_public(outcome):
            return await self._look_into_archive(page, outcome)
        return outcome

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
            if isinstance(copied.document, Document) and not copied.warnings & _SHORT:
                sha256 = hashlib.sha256(body.content).hexdigest()
                return replace(
                    outcome, copy=Copy(replace(body, content=b""), sha256), copied=copied, capture=capture
                )
        return outcome


_NOT_MODIFIED = 304
_SHORT = frozenset({SourceWarning.PARTIAL, SourceWarning.OTHER_ARTICLE})
"""Warnings of a page that a copy is better than."""
_NOT_THERE = Examination(Unreadable(Reason.SOFT_404, detail_of(Reason.SOFT_404, 200)))


def is_unresolved(outcome: Outcome) -> bool:
    """Say whether a page's host got no address."""
    return isinstance(outcome.fetched, FetchFailure) and outcome.fetched.unresolved


def _is_not_public(outcome: Outcome) -> bool:
    return isinstance(outcome.fetched, FetchFailure) and outcome.fetched.reason in NOT_PUBLIC


def _is_whole(outcome: Outcome) -> bool:
    """Say whether a live page was read, and as the article that was cited: else a copy is better."""
    return outcome.document is not None and outcome.live is not None and not outcome.live.warnings & _SHORT


def _questions(page: PagePlan) -> tuple[Question, ...]:
    return tuple(question for citation in page.citations for question in citation.questions)


def _job(page: PagePlan, body: Body, live_url: str, visit: Visit) -> Job:
    fragments = {fragment_of(citation.source.url) for citation in page.citations} - {""}
    return Job(body, _questions(page), live_url, page.wants_text, visit, tuple(sorted(fragments)))


def _body_of(answer: Snapshot, url: str) -> Body:
    return Body(answer.body, answer.content_type, answer.charset, url)


def _without_body(fetched: Fetched) -> Fetched:
    """Let go of body and headers: a report needs none, and ten thousand pages' would fill the memory."""
    return replace(fetched, body=b"", headers=()) if isinstance(fetched, Snapshot) else fetched
