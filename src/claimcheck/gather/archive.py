"""What a web archive holds of a cited page: its captures, asked for and read within a time budget of their own."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import Any
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from claimcheck.fetch.client import Fetcher
from claimcheck.fetch.names import plain_host
from claimcheck.fetch.response import Fetched, Snapshot
from claimcheck.urls import host_of, is_http_url, without_fragment

MOST_CAPTURES = 5
"""Candidates for a page: captures of walls come in rows, and each one costs a download."""
_INDEX = "cdx/search/cdx"
_AVAILABILITY = "wayback/available"
_PLAYBACK = "web"
_ROWS = 100  # asked of the index: a page that is captured daily and never changes leaves some other content among them
_LARGEST = 1_000_000  # bytes of an answer about captures; a hundred rows have a tenth of it
_RESERVED = "!$%&'()*+,/:;=?@[]~"  # what stands in a URL as it is
_TIMESTAMP = re.compile(r"\d{14}", re.ASCII)
_WWW = re.compile(r"^www\d*\.", re.ASCII)


@dataclass(frozen=True, slots=True)
class Capture:
    """One capture of a page."""

    url: str
    """As readers open it, in the archive's frame."""
    raw_url: str
    """The bytes that were captured."""
    captured_at: datetime
    original: str
    """The URL that was captured: that of the cited page, but for scheme and `www.`."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line about a capture as the archive wrote it: nothing of it is believed yet."""

    timestamp: str
    original: str
    status: str
    digest: str = ""
    """Of the content; empty where the archive does not say."""


class Archive:
    """The Wayback Machine, or one that speaks like it, for one run inside its event loop.

    It gets to know the cited URL, without credentials and fragment, and a date.
    """

    def __init__(self, fetcher: Fetcher, base_url: str, *, budget_s: float = 60.0) -> None:
        """Take the archive's address, and how long the run may wait for it over all URLs; waiting at once counts once.

        The fetcher best serves the archive alone: what is waited for a place behind other pages counts too.
        """
        self._fetcher = fetcher
        self._base = without_fragment(base_url).rstrip("/")
        self._budget = _Budget(budget_s)
        self._closed: set[str] = set()

    async def captures(self, url: str, near: date | None) -> tuple[Capture, ...] | None:
        """Return at most five captures of different content: nearest to noon of `near` first, the earlier of two as near; else newest first.

        `None` where it gives no good answer, or the budget is used up.
        """
        asked = _asked(url)
        if asked is None or read_place(asked, self._base) is not None:
            return ()
        indexed = await self._from_index(asked, near)
        available = indexed or await self._from_availability(asked, near)
        return indexed if available is None else available

    @asynccontextmanager
    async def fetch(self, capture: Capture) -> AsyncIterator[tuple[Capture, Snapshot] | None]:
        """Yield what was captured, within the budget, and the capture that it is: the archive may send on to a neighbour.

        `None` where there is no answer, it is no 200, or it comes from elsewhere than the archive. Like
        `Fetcher.fetch`, this holds a place until the block ends.
        """
        async with self._ask(_PLAYBACK, capture.raw_url) as answer:
            played = None if answer is None else self._played(capture, answer)
            yield None if answer is None or played is None else (played, answer)

    def _played(self, capture: Capture, answer: Snapshot) -> Capture | None:
        if not answer.redirects:
            return capture
        place = read_place(answer.final_url, self._base)
        return None if place is None else self._capture(place, capture.original)

    async def _from_index(self, asked: str, near: date | None) -> tuple[Capture, ...] | None:
        # No `collapse`: it keeps the first of equal captures, which may be years older than the nearest one. "-" is
        # the status of a capture that equals an earlier one. Without a date `sort=closest` is no order at all, while
        # a negative limit gives the newest; `matchType` keeps a final "*" from asking for the whole site.
        order = {"limit": f"-{_ROWS}"} if near is None else {
            "sort": "closest", "closest": _timestamp(near), "limit": f"{_ROWS}",
        }  # fmt: skip
        parameters = {
            "url": asked, "matchType": "exact", "output": "json", "fl": "timestamp,original,statuscode,digest",
            "filter": "statuscode:200|-", **order,
        }  # fmt: skip
        async with self._ask(_INDEX, self._query(_INDEX, parameters)) as answer:
            return None if answer is None else self._chosen(read_index(answer.body), asked, near)

    async def _from_availability(self, asked: str, near: date | None) -> tuple[Capture, ...] | None:
        # without the scheme, as its manual has it: it has been seen to find nothing for https
        parameters = {"url": asked.partition("://")[2]}
        if near is not None:
            parameters["timestamp"] = _timestamp(near)
        async with self._ask(_AVAILABILITY, self._query(_AVAILABILITY, parameters)) as answer:
            return (
                None if answer is None else self._chosen(read_available(answer.body, self._base), asked, near)
            )

    def _query(self, interface: str, parameters: dict[str, str]) -> str:
        return f"{self._base}/{interface}?{urlencode(parameters, safe='', quote_via=quote)}"

    @asynccontextmanager
    async def _ask(self, interface: str, url: str) -> AsyncIterator[Snapshot | None]:
        """Yield a good answer of the archive, if it gives one while the budget lasts."""
        async with AsyncExitStack() as stack:
            fetched: Fetched | None = None
            if interface not in self._closed:
                with suppress(TimeoutError):
                    async with self._budget.waiting():
                        fetched = await stack.enter_async_context(self._fetcher.fetch(url))
            if isinstance(fetched, Snapshot) and fetched.status == 429:
                # the fetcher asked again after the wait that was wished for, if it could: who goes on is shut out
                self._closed.add(interface)
            yield fetched if isinstance(fetched, Snapshot) and fetched.status == 200 else None

    def _chosen(self, rows: Sequence[Row], asked: str, near: date | None) -> tuple[Capture, ...]:
        # what equals a capture of an error page has no status either
        pages = {row.digest for row in rows if row.status == "200"}
        found: dict[Capture, str] = {}
        for row in rows:
            if row.status == "200" or (row.status == "-" and row.digest and row.digest in pages):
                capture = self._capture(row, asked)
                if capture is not None:
                    found[capture] = row.digest
        seen: set[str] = set()
        return tuple(
            islice((one for one in _ordered(found, near) if _is_new(found[one], seen)), MOST_CAPTURES)
        )

    def _capture(self, row: Row, asked: str) -> Capture | None:
        """Believe a row: a date, and a page of the host that was asked for."""
        captured_at = _moment(row.timestamp)
        original = row.original.partition("#")[0]
        if captured_at is None or not is_http_url(original) or "@" in urlsplit(original).netloc:
            return None
        if _site(original) != _site(asked):
            return None
        place = f"{self._base}/{_PLAYBACK}/{row.timestamp}"
        return Capture(f"{place}/{original}", f"{place}id_/{original}", captured_at, original)


class _Budget:
    """Seconds that a run may wait for the archive; those in which several URLs wait count once, as the run feels them."""

    def __init__(self, seconds: float) -> None:
        self._left_s = seconds
        self._waiting = 0
        self._since = 0.0

    @asynccontextmanager
    async def waiting(self) -> AsyncIterator[None]:
        """Count the block as waiting, and end it by a `TimeoutError` when nothing is left, before it begins too."""
        clock = asyncio.get_running_loop().time
        if not self._waiting:
            self._since = clock()
        deadline = self._since + self._left_s
        if clock() >= deadline:
            raise TimeoutError
        self._waiting += 1
        try:
            async with asyncio.timeout_at(deadline):
                yield
        finally:
            self._waiting -= 1
            if not self._waiting:
                self._left_s -= clock() - self._since


def read_index(body: bytes) -> tuple[Row, ...]:
    """Read an answer of the CDX interface: a list of lists, the first with the columns' names; passes over what is no row."""
    table = _json(body)
    if not isinstance(table, list) or not table or not _is_text(table[0]):
        return ()
    rows = [dict(zip(table[0], cells, strict=False)) for cells in table[1:] if _is_text(cells)]
    return tuple(
        Row(row["timestamp"], row["original"], row["statuscode"], row.get("digest", ""))
        for row in rows
        if row.keys() >= {"timestamp", "original", "statuscode"}
    )


def read_available(body: bytes, base: str) -> tuple[Row, ...]:
    """Read an answer of the Availability interface: one capture under `base`, or none."""
    closest = _json(body)
    for name in ("archived_snapshots", "closest"):
        closest = closest.get(name) if isinstance(closest, dict) else None
    if not isinstance(closest, dict) or closest.get("available") is not True:
        return ()
    url, status = closest.get("url"), closest.get("status")
    place = read_place(url, base) if isinstance(url, str) and status == "200" else None
    return () if place is None else (place,)


def read_place(url: str, base: str) -> Row | None:
    """Tell which capture stands at a URL of the archive, over http too; `None` where none does."""
    start = rf"https?://{re.escape(base.partition('://')[2])}/{_PLAYBACK}/(\d{{14}})(?:[a-z]{{2}}_)?/(.+)"
    found = re.fullmatch(start, url, re.ASCII | re.IGNORECASE)
    return None if found is None else Row(found[1], found[2], "200")


def _json(body: bytes) -> Any:
    """Parse JSON; `None` for what is none, or more than was asked for."""
    try:
        return json.loads(body) if len(body) <= _LARGEST else None
    except (ValueError, RecursionError):
        return None


def _is_text(cells: Any) -> bool:
    return isinstance(cells, list) and all(isinstance(cell, str) for cell in cells)


def _asked(url: str) -> str | None:
    """Write a URL as crawlers do, without credentials and fragment; `None` for what no archive can hold."""
    if not is_http_url(url):
        return None
    parts = urlsplit(without_fragment(url))
    address = parts.netloc.rpartition("@")[2]
    host, colon, port = address.partition(":")
    if not address.startswith("["):
        plain = plain_host(host)
        if plain is None:
            return None
        address = f"{plain}{colon}{port}"
    path, query = quote(parts.path, safe=_RESERVED), quote(parts.query, safe=_RESERVED)
    return urlunsplit((parts.scheme, address, path, query, ""))


def _site(url: str) -> str:
    """Name the host as archives' indexes do: without `www.`, and whatever the port."""
    host = host_of(url)
    return _WWW.sub("", plain_host(host) or host)


def _timestamp(day: date) -> str:
    return f"{day.isoformat().replace('-', '')}120000"


def _moment(timestamp: str) -> datetime | None:
    if not _TIMESTAMP.fullmatch(timestamp):
        return None
    try:
        return datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _ordered(captures: dict[Capture, str], near: date | None) -> list[Capture]:
    by_url = sorted(captures, key=lambda one: one.url)
    if near is None:
        return sorted(by_url, key=lambda one: one.captured_at, reverse=True)
    noon = datetime.combine(near, time(12), UTC)
    return sorted(by_url, key=lambda one: (abs(one.captured_at - noon), one.captured_at))


def _is_new(digest: str, seen: set[str]) -> bool:
    """Say whether content is met for the first time, and remember it; what has no digest is new."""
    if digest in seen:
        return False
    if digest.strip("-"):
        seen.add(digest)
    return True
