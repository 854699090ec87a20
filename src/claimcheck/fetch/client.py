"""Fetching the URLs of one run: many hosts at once, each of them gently, every failure a value."""

import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from claimcheck.fetch.exchange import Exchange
from claimcheck.fetch.guard import Guard, Lookup, look_up
from claimcheck.fetch.hosts import Hosts, Turn
from claimcheck.fetch.options import FetchOptions
from claimcheck.fetch.response import Fetched, Known, Snapshot
from claimcheck.fetch.retry import RETRIED, backoff_s, retry_after_s
from claimcheck.fetch.trouble import FetchError
from claimcheck.urls import host_of


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Fetcher:
    """Fetches URLs until its `async with` block ends; made for one run, used inside its event loop."""

    def __init__(
        self,
        options: FetchOptions | None = None,
        *,
        now: Callable[[], datetime] = _utc_now,
        chance: Callable[[], float] = random.random,
        lookup: Lookup = look_up,
    ) -> None:
        """Take the options, and what tests replace: clock, chance (0 to 1) and resolver; a broken CA bundle is a `UsageError`."""
        self._options = FetchOptions() if options is None else options
        self._now = now
        self._chance = chance
        control_host = self._options.control_host
        self._guard = Guard(
            allow_private=self._options.allow_private, control_host=control_host, lookup=lookup
        )
        # a proxy was named by the user, wherever it stands, and says nothing of the hosts behind it
        proxy_guard = Guard(allow_private=True, control_host=control_host, lookup=lookup)
        self._hosts = Hosts(self._options, self._guard, proxy_guard)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._hosts.close()

    @asynccontextmanager
    async def fetch(self, url: str, known: Known | None = None) -> AsyncIterator[Fetched]:
        """Yield the final answer for a URL, or why there is none; a 304 where it confirms what is known.

        One of the `jobs` places is held until the caller's block ends: bodies in memory are bounded by it. The host
        is free for its next URL before the block begins.
        """
        turn = Turn(self._hosts)
        try:
            fetched = await self._fetch(url, turn, known)
            await turn.leave_host()
            yield fetched
        finally:
            await turn.end()

    async def is_offline(self) -> bool:
        """Say, after a run, whether no host name resolved and the control host does not either; takes seconds at most."""
        return await self._guard.is_offline()

    def is_private(self, url: str) -> bool:
        """Say whether a URL is one of an intranet, as far as is known by now."""
        return self._guard.is_private(host_of(url))

    async def _fetch(self, url: str, turn: Turn, known: Known | None) -> Fetched:
        """Attempt a URL until it answers for good or the attempts are used up."""
        attempt = 1
        while True:
            exchange = Exchange(url, options=self._options, hosts=self._hosts, turn=turn, known=known)
            fetched: Fetched
            try:
                fetched = await exchange.run(self._now)
                is_transient = fetched.status in RETRIED
            except FetchError as error:
                fetched = exchange.failure(error.trouble, self._now)
                is_transient = error.trouble.transient
            if not is_transient or attempt >= self._options.attempts:
                return fetched
            wait_s = self._wait_s(fetched, attempt)
            if wait_s > self._options.longest_wait_s or not await turn.pause(wait_s):
                return fetched
            attempt += 1

    def _wait_s(self, fetched: Fetched, attempt: int) -> float:
        asked = fetched.header("retry-after") if isinstance(fetched, Snapshot) else None
        wait_s = retry_after_s(asked, now=self._now())
        if wait_s is not None:
            return wait_s
        return backoff_s(attempt, first_s=self._options.backoff_s, random=self._chance)
