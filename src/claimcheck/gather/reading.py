"""What is read of one page: as it is now, or as the cache keeps it, else in a saved or an archived copy."""

import asyncio
import hashlib
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from http import HTTPStatus
from typing import TypeGuard

from claimcheck.extract.body import Body, Unreadable
from claimcheck.fetch.client import Fetcher
from claimcheck.fetch.response import Fetched, FetchFailure, Known, Snapshot
from claimcheck.gather.archive import Archive
from claimcheck.gather.copies import Copy, read_copy
from claimcheck.gather.plan import PagePlan
from claimcheck.gather.recall import Recall, Received
from claimcheck.gather.sources import NO_ARCHIVE, NO_CAPTURE, Outcome
from claimcheck.judge.questions import Question
from claimcheck.model import SHORT, Document, Reason
from claimcheck.recognise.fragments import fragment_of
from claimcheck.recognise.likeness import is_alike
from claimcheck.recognise.sight import Visit
from claimcheck.recognise.status import detail_of
from claimcheck.settings import Settings
from claimcheck.urls import beside_url, origin_of, without_credentials, without_fragment
from claimcheck.workers.jobs import Examination, Job, without_text
from claimcheck.workers.pool import Pool

MOST_ONWARD = 3
"""Pages in a row that send their readers on."""
NOT_PUBLIC = frozenset({Reason.PRIVATE_ADDRESS, Reason.NETWORK})
"""Sources that no archive is asked about: addresses of an intranet do not leave the machine."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the pages of one run, with all that the run has for it."""

    settings: Settings
    now: Callable[[], datetime]
    recall: Recall
    pool: Pool
    fetcher: Fetcher
    archive: Archive
    _probes: dict[str, asyncio.Task[frozenset[int] | None]] = field(default_factory=dict)
    """Origin -> the outline of what it answers for a page that cannot exist."""

    async def read(self, page: PagePlan) -> Outcome:
        """Read a page, and a copy of it where it is not whole."""
        if self.settings.offline:
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
        answer = self.recall.answer(url)
        if answer is None:
            self.pool.start()
        elif answer.is_fresh(self.now()):
            read_before = self.recall.read_before(answer, job_of)
            if read_before is not None:
                yield read_before
                return
        known = Known(answer.head.final_url, answer.validators) if answer and answer.validators else None
        async with self.fetcher.fetch(url, known) as fetched:
            if known is None or answer is None or not _is_not_modified(fetched):
                yield self.recall.new(fetched, job_of)
                return
            confirmed = self.recall.confirmed(answer, fetched, job_of)
            if confirmed is not None:
                yield confirmed
                return
        async with self.fetcher.fetch(url) as fetched:  # the server confirmed another answer than ours
            yield self.recall.new(fetched, job_of)

    async def _read_live(self, received: Received) -> Examination | None:
        if received.job is None:
            return None
        live = received.examination or await self.pool.examine(received.job)
        self.recall.keep(received, live)
        if isinstance(live.document, Document) and not received.job.wants_text:
            live = replace(live, document=without_text(live.document))
        return live

    # --- error pages that answer 200 ---

    async def _is_error_page(self, outcome: Outcome) -> bool:
        """Compare a doubtful page with what the host answers for an address that cannot exist, asked for once a run."""
        outline = outcome.live.outline if outcome.live else None
        if outline is None or not isinstance(outcome.fetched, Snapshot) or not self.settings.probe:
            return False
        origin = origin_of(outcome.fetched.final_url)
        if origin not in self._probes:
            self._probes[origin] = asyncio.create_task(self._probe(outcome.fetched.final_url))
        other = await self._probes[origin]
        return other is not None and is_alike(outline, other)

    async def _probe(self, url: str) -> frozenset[int] | None:
        async with self.fetcher.fetch(beside_url(url, secrets.token_hex(8))) as fetched:
            if not isinstance(fetched, Snapshot) or fetched.status >= 400:
                return None
            body = _body_of(fetched, fetched.final_url)
            visit = Visit(fetched.url, fetched.final_url, fetched.status, fetched.redirects, fetched.headers)
            examination = await self.pool.examine(Job(body, visit=visit))
        return examination.outline

    # --- copies ---

    async def _fall_back(self, page: PagePlan, outcome: Outcome) -> Outcome:
        """Read a saved copy in the live page's place, or an archived one, where there is any."""
        if page.snapshot is not None:
            copy = await asyncio.to_thread(read_copy, page.snapshot, page.url)
            if not isinstance(copy, Copy):
                return replace(outcome, copy=copy)
            job = _job(page, copy.body, without_credentials(page.url), Visit(page.url, page.url, 200))
            copied = await self.pool.examine(job)
            return replace(outcome, copy=copy, copied=copied)
        is_sought = self.settings.archive and not self.settings.offline
        if is_sought and not (_is_not_public(outcome) or self._would_give_away(page.url)):
            return await self._look_into_archive(page, outcome)
        return outcome

    def _would_give_away(self, url: str) -> bool:
        """Say whether an address of an intranet would be told to an archive that is not in it."""
        return self.fetcher.is_private(url) and not self.fetcher.is_private(self.settings.archive_url)

    async def _look_into_archive(self, page: PagePlan, outcome: Outcome) -> Outcome:
        """Read the archived capture nearest to the explainer's day that is the article: walls are archived too."""
        captures = await self.archive.captures(page.url, page.published)
        for capture in captures or ():
            async with self.archive.fetch(capture) as played:
                if played is None:
                    continue
                capture, answer = played  # noqa: PLW2901 - the archive may play its neighbour
                body = _body_of(answer, capture.original)
                copied = await self.pool.examine(
                    _job(page, body, capture.url, Visit(page.url, capture.original, 200))
                )
            if isinstance(copied.document, Document) and not copied.warnings & SHORT:
                sha256 = hashlib.sha256(body.content).hexdigest()
                return replace(
                    outcome, copy=Copy(replace(body, content=b""), sha256), copied=copied, capture=capture
                )
        return replace(outcome, sought=NO_ARCHIVE if captures is None else NO_CAPTURE)


_ENDLESS = Examination(
    Unreadable(Reason.REDIRECT_LOOP, f"The page leads on to another, and that to others, {MOST_ONWARD} times and more; open it by hand.")
)  # fmt: skip
_NOT_THERE = Examination(Unreadable(Reason.SOFT_404, detail_of(Reason.SOFT_404, 200)))


def _is_not_public(outcome: Outcome) -> bool:
    return isinstance(outcome.fetched, FetchFailure) and outcome.fetched.reason in NOT_PUBLIC


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
