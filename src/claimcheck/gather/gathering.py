"""The part of a run that waits: pages, over the network and from disk, through the workers; an outcome for each."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from claimcheck.errors import UsageError
from claimcheck.fetch.client import Fetcher
from claimcheck.fetch.response import FetchFailure
from claimcheck.gather.archive import Archive
from claimcheck.gather.plan import PagePlan
from claimcheck.gather.reading import Reader
from claimcheck.gather.recall import Recall
from claimcheck.gather.sources import Outcome
from claimcheck.settings import Settings
from claimcheck.urls import host_of
from claimcheck.workers.pool import Pool

AHEAD = 6
"""Pages of a host that may be read, or wait to be, while its next ones are fetched."""
SHOWN_HOSTS = 3
"""Hosts that progress names: all of a thousand, a thousand times over, would take longer than the pages."""
_ENDED = Outcome(fetched=None, ended=True)


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
class Gathered:
    """What became of the pages of a run, in their order."""

    outcomes: Sequence[Outcome]
    offline: bool = False
    """No host of the run has an address, and neither has one that is always there."""
    interrupted: bool = False
    crash: Exception | None = None
    """The error of our own that ended it early, if one did."""
    trouble: str | None = None
    """Why there is no cache, where there should be one."""


async def gather(
    pages: Sequence[PagePlan], settings: Settings, observe: Observe, now: Callable[[], datetime]
) -> Gathered:
    """Read pages; where it is cancelled (Ctrl-C), or crashes, those that are left count as ended before they were read."""
    outcomes = [_ENDED] * len(pages)
    offline, interrupted, crash = False, False, None
    recall = Recall(settings, now)
    try:
        with recall:
            async with (
                Pool(len(pages)) as pool,
                Fetcher(settings.fetch, now=now) as fetcher,
                Fetcher(settings.fetch, now=now) as for_archive,
            ):
                archive = Archive(for_archive, settings.archive_url)
                reader = Reader(settings, now, recall, pool, fetcher, archive)
                await _Round(pages, reader, observe, outcomes).read_all()
                if any(map(_is_unresolved, outcomes)):
                    offline = await fetcher.is_offline()
    except asyncio.CancelledError:
        interrupted = True
    except UsageError:
        raise  # the settings cannot be followed: nothing was read yet
    except Exception as error:  # noqa: BLE001 - what was read must not be lost
        crash = error.exceptions[0] if isinstance(error, ExceptionGroup) else error
    if interrupted or crash:
        # whether this machine is offline was not asked any more, so no host is called dead for it
        outcomes = [_ENDED if _is_unresolved(one) else one for one in outcomes]
    return Gathered(outcomes, offline, interrupted, crash, recall.trouble)


@dataclass(slots=True)
class _Round:
    """Goes through the pages, those of each host in their order, and says how far it is."""

    pages: Sequence[PagePlan]
    reader: Reader
    observe: Observe
    outcomes: list[Outcome]
    """Filled in as pages are read."""
    _done: int = 0
    _waiting: dict[str, int] = field(default_factory=dict)
    """Host -> its pages that are being read."""

    async def read_all(self) -> None:
        async with asyncio.TaskGroup() as group:
            for queue in self._queues():
                for _ in range(min(len(queue), self.reader.settings.fetch.per_host + AHEAD)):
                    group.create_task(self._read_each(queue))
            await asyncio.sleep(0)  # the tasks begin
            self._tell()

    def _queues(self) -> Iterable[deque[int]]:
        """Queue the pages of each host: ten thousand waiting at one gate would fill the memory."""
        queues: dict[str, deque[int]] = {}
        for index, page in enumerate(self.pages):
            queues.setdefault(host_of(page.url), deque()).append(index)
        return queues.values()

    async def _read_each(self, queue: deque[int]) -> None:
        while queue:
            await self._read(queue.popleft())

    async def _read(self, index: int) -> None:
        page = self.pages[index]
        host = host_of(page.url)
        self._waiting[host] = self._waiting.get(host, 0) + 1
        try:
            self.outcomes[index] = await self.reader.read(page)
        finally:
            self._waiting[host] -= 1
            if not self._waiting[host]:
                del self._waiting[host]
        self._done += 1
        self._tell()

    def _tell(self) -> None:
        first = tuple(islice(self._waiting, SHOWN_HOSTS))
        self.observe(Progress(self._done, len(self.pages), first, len(self._waiting)))


def _is_unresolved(outcome: Outcome) -> bool:
    """Say whether a page's host got no address."""
    return isinstance(outcome.fetched, FetchFailure) and outcome.fetched.unresolved
