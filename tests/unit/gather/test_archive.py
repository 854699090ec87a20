"""Captures of a web archive: which are found and in which order, what is asked and told, and how long is waited."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.fetch.client import Fetcher
from claimcheck.fetch.options import FetchOptions
from claimcheck.gather.archive import Archive, Capture, read_available, read_index, read_place

PAGE = "https://harbour.example/ferry"
NEAR = date(2026, 6, 13)
BASE = "https://archive.example"


@dataclass(frozen=True)
class Held:
    """A line of the stand-in's index, as a crawler wrote it."""

    timestamp: str
    original: str = PAGE
    status: str = "200"
    digest: str = ""
    body: bytes = b"<p>The ferry sails again."


Answer = bytes | Callable[[], Awaitable[bytes]]


@dataclass
class Machine:
    """A stand-in for the Wayback Machine: its index, its Availability interface, and playback; `says` speaks in their place."""

    held: Sequence[Held] = ()
    says: Mapping[str, Answer] = field(default_factory=dict)
    """By path: a whole HTTP answer."""
    asked: list[str] = field(default_factory=list)
    """Every target, in order."""
    writers: list[asyncio.StreamWriter] = field(default_factory=list)
    port: int = 0

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [urlsplit(target).path for target in self.asked]

    def query(self, index: int = 0) -> dict[str, str]:
        """What a request asked, decoded once, as servers do."""
        return {
            name: "|".join(values) for name, values in parse_qs(urlsplit(self.asked[index]).query).items()
        }

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writers.append(writer)
        try:
            target = (await reader.readuntil(b"\r\n\r\n")).decode().split(" ")[1]
            self.asked.append(target)
            path = urlsplit(target).path
            answer = self.says[path] if path in self.says else self._answer(target)
            writer.write(answer if isinstance(answer, bytes) else await answer())
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass  # the client hung up
        finally:
            writer.close()

    def _answer(self, target: str) -> bytes:
        path, query = urlsplit(target).path, parse_qs(urlsplit(target).query)
        if path == "/cdx/search/cdx":
            return http(self._index({name: values[0] for name, values in query.items()}, query["filter"]))
        if path == "/wayback/available":
            return http(self._available(query["url"][0], query.get("timestamp", ["9"])[0]))
        for one in self.held:
            if target == f"/web/{one.timestamp}id_/{one.original}":
                return http(one.body)
        return http(b"not here", status=404)

    def _index(self, query: dict[str, str], filters: list[str]) -> bytes:
        """Match, filter, then order and cut: in that sequence, filters against the whole field, newest last."""
        assert (query["output"], query["matchType"]) == ("json", "exact")
        rows = [
            one
            for one in sorted(self.held, key=lambda one: one.timestamp)
            if key(one.original) == key(query["url"])
        ]
        for one in filters:
            name, _, pattern = one.partition(":")
            rows = [row for row in rows if re.fullmatch(pattern, cell(row, name))]
        limit = int(query["limit"])
        if query.get("sort") == "closest":
            rows = sorted(rows, key=lambda row: distance(row.timestamp, query["closest"]))[:limit]
        else:
            rows = rows[limit:] if limit < 0 else rows[:limit]
        columns = query["fl"].split(",")
        return json.dumps(
            [columns, *([cell(row, name) for name in columns] for row in rows)] if rows else []
        ).encode()

    def _available(self, url: str, timestamp: str) -> bytes:
        rows = [one for one in self.held if key(one.original) == key(url) and one.status == "200"]
        if not rows:
            return json.dumps({"url": url, "archived_snapshots": {}}).encode()
        best = min(rows, key=lambda row: distance(row.timestamp, timestamp.ljust(14, "0")))
        place = f"{self.base}/web/{best.timestamp}/{best.original}"
        return available(place, best.timestamp)


def key(url: str) -> str:
    return re.sub(r"^(https?://)?(www\d*\.)?|:80(?=/)", "", url).lower()


def cell(row: Held, name: str) -> str:
    return {
        "timestamp": row.timestamp,
        "original": row.original,
        "statuscode": row.status,
        "digest": row.digest,
    }[name]


def distance(one: str, other: str) -> float:
    return abs(float(one) - float(other))


def http(body: bytes, status: int = 200, **headers: str) -> bytes:
    fields = {"Content-Length": str(len(body)), "Connection": "close"}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status} Said\r\n{lines}\r\n".encode() + body


def available(url: str, timestamp: str, **more: Any) -> bytes:
    closest = {"status": "200", "available": True, "url": url, "timestamp": timestamp} | more
    return json.dumps({"archived_snapshots": {"closest": closest}}).encode()


def table(*rows: Sequence[Any]) -> bytes:
    return http(json.dumps([["timestamp", "original", "statuscode", "digest"], *rows]).encode())


@asynccontextmanager
async def reading(machine: Machine, budget_s: float = 60.0, **options: Any) -> AsyncIterator[Archive]:
    listener = await asyncio.start_server(machine.talk, "127.0.0.1", 0)
    machine.port = listener.sockets[0].getsockname()[1]
    limits = {"allow_private": True, "timeout_s": 1000.0, "spacing_s": 0.0, "backoff_s": 0.001} | options
    try:
        async with Fetcher(FetchOptions(**limits)) as fetcher:
            yield Archive(fetcher, f"{machine.base}/", budget_s=budget_s)
    finally:
        listener.close()
        await asyncio.sleep(0.005)
        for writer in machine.writers:
            writer.transport.abort()
        await asyncio.sleep(0.005)


def captures(
    machine: Machine, url: str = PAGE, near: date | None = NEAR, **options: Any
) -> tuple[Capture, ...] | None:
    async def ask() -> tuple[Capture, ...] | None:
        async with reading(machine, **options) as archive:
            return await archive.captures(url, near)

    return asyncio.run(ask())


def days(found: Sequence[Capture]) -> list[str]:
    return [f"{one.captured_at:%m-%d}" for one in found]


def held(*timestamps: str) -> tuple[Held, ...]:
    return tuple(Held(one, digest=f"SHA{one}") for one in timestamps)


def test_a_capture() -> None:
    """It has the address for readers, that of the captured bytes, its moment, and the URL that was captured."""
    machine = Machine([Held("20260613081530", "http://www.harbour.example:80/ferry")])
    assert captures(machine) == (
        Capture(
            url=f"{machine.base}/web/20260613081530/http://www.harbour.example:80/ferry",
            raw_url=f"{machine.base}/web/20260613081530id_/http://www.harbour.example:80/ferry",
            captured_at=datetime(2026, 6, 13, 8, 15, 30, tzinfo=UTC),
            original="http://www.harbour.example:80/ferry",
        ),
    )


def test_the_nearest_come_first() -> None:
    """At most five, by their distance to the day's noon; of two as near, the earlier one."""
    machine = Machine(
        held(
            "20190101000000", "20260612120000", "20260614120000", "20260613230000", "20260620000000",
            "20260605000000", "20260901000000",
        )
    )  # fmt: skip
    assert days(captures(machine)) == ["06-13", "06-12", "06-14", "06-20", "06-05"]


def test_the_newest_come_first_where_there_is_no_date() -> None:
    machine = Machine(held(*(f"202601{day:02}000000" for day in range(1, 29))))
    assert days(captures(machine, near=None)) == ["01-28", "01-27", "01-26", "01-25", "01-24"]


def test_equal_content_is_one_candidate() -> None:
    """The nearest of its captures stands for it, though the archive had it years earlier."""
    machine = Machine(
        [
            Held("20190101000000", digest="SAME"),
            Held("20260610000000", digest="SAME"),
            Held("20260614000000", status="-", digest="SAME"),
            Held("20260616000000", digest="OTHER"),
            Held("20260617000000", digest="-"),
            Held("20260618000000", digest="-"),
        ]
    )
    assert days(captures(machine)) == ["06-14", "06-16", "06-17", "06-18"]


def test_no_capture_of_an_error() -> None:
    """Neither one that says so nor one that equals something that is no page."""
    machine = Machine(
        [
            Held("20260613000000", status="404", digest="GONE"),
            Held("20260614000000", status="-", digest="GONE"),
            Held("20260615000000", status="-"),
            Held("20260616000000", status="301"),
            Held("20260617000000", digest="PAGE"),
        ]
    )
    assert days(captures(machine)) == ["06-17"]


def test_what_the_index_is_asked() -> None:
    machine = Machine(held("20260613000000"))
    captures(machine)
    captures(machine, near=None)
    shared = {
        "url": PAGE, "matchType": "exact", "output": "json", "fl": "timestamp,original,statuscode,digest",
        "filter": "statuscode:200|-",
    }  # fmt: skip
    assert machine.paths == ["/cdx/search/cdx"] * 2
    assert machine.query(0) == shared | {"sort": "closest", "closest": "20260613120000", "limit": "100"}
    assert machine.query(1) == shared | {"limit": "-100"}


@pytest.mark.parametrize(
    ("cited", "asked"),
    [
        ("https://harbour.example/a?b=c&d=e%26f#part", "https://harbour.example/a?b=c&d=e%26f"),
        ("https://me:secret@harbour.example:8443/a", "https://harbour.example:8443/a"),
        ("HTTPS://Harbour.Example", "https://harbour.example/"),
        ("https://häfen.example/fähre?q=ü", "https://xn--hfen-loa.example/f%C3%A4hre?q=%C3%BC"),
        ("https://harbour.example/a+b%20c/*", "https://harbour.example/a+b%20c/*"),
        ("http://[2001:db8::1]:81/a", "http://[2001:db8::1]:81/a"),
    ],
)
def test_what_the_archive_gets_to_know(cited: str, asked: str) -> None:
    """The URL as crawlers write it, whole, and the date: no credentials, no fragment."""
    machine = Machine()
    assert captures(machine, cited) == ()
    assert [machine.query(0)["url"], machine.query(1)["url"]] == [asked, asked.partition("://")[2]]
    assert machine.query(1)["timestamp"] == "20260613120000"
    assert not any("secret" in target or "part" in target for target in machine.asked)


@pytest.mark.parametrize(
    "url", ["ftp://harbour.example/", "https://", "https://a b/", "https://a,b/", "\ud800", "https://x:y/"]
)
def test_what_is_no_page_is_not_asked_for(url: str) -> None:
    machine = Machine()
    assert captures(machine, url) == ()
    assert machine.asked == []


def test_the_archives_own_pages_are_not_asked_for() -> None:
    async def ask() -> tuple[Capture, ...]:
        async with reading(machine) as archive:
            return await archive.captures(f"{machine.base}/web/20260613000000/{PAGE}", NEAR)

    machine = Machine()
    assert asyncio.run(ask()) == ()
    assert machine.asked == []


async def hang() -> bytes:
    await asyncio.Event().wait()
    return b""


@pytest.mark.parametrize(
    "said",
    [
        http(b"<html>Sorry", status=503),
        http(b"<html>Sorry", status=503, Retry_After="3600"),
        http(b"slow down", status=429, Retry_After="3600"),
        http(b"slow down", status=429, Retry_After="nonsense"),
        http(b"Blocked Site Error", status=403),
        http(b"", status=302, Location="/cdx/search/cdx"),
        http(b"", status=302, Location="mailto:archive"),
        http(b"<html>All is well"),
        http(b""),
        http(b"[]"),
        http(b"null"),
        http(b"\xff\xfe"),
        http(b"[" * 200_000),
        http(b"1" * 10_000),
        http(b'"' + b"x" * 2_000_000 + b'"'),
        http(b'{"timestamp": "20260613000000"}'),
        http(b'[["timestamp", "original"], ["20260613000000", "https://harbour.example/ferry"]]'),
        http(b'[[["timestamp"], {}], ["20260613000000", "https://harbour.example/ferry"]]'),
        http(b"[]", Content_Length="99"),
        b"garbage\r\n\r\n",
        b"",
        hang,
    ],
)  # fmt: skip
def test_where_the_index_fails_the_other_interface_is_asked(said: Answer) -> None:
    """Whatever the index answers: the Availability interface has one capture."""
    timeout = {"timeout_s": 0.2} if said is hang else {}
    machine = Machine(held("20260614000000", "20260601000000"), {"/cdx/search/cdx": said})
    assert days(captures(machine, longest_wait_s=0.05, attempts=2, **timeout)) == ["06-14"]
    assert machine.paths[-1] == "/wayback/available"


GOOD = ["20260614000000", PAGE, "200", "SHA"]


@pytest.mark.parametrize(
    "row",
    [
        None,
        7,
        {},
        [],
        ["20260613000000"],
        [20260613000000, PAGE, "200", "A"],
        ["20260613000000", None, "200", "A"],
        ["20260613000000", PAGE, 200, "A"],
        ["20260613", PAGE, "200", "A"],
        ["20261313000000", PAGE, "200", "A"],
        ["00000000000000", PAGE, "200", "A"],
        ["2026061300000٠", PAGE, "200", "A"],
        ["../../20260613", PAGE, "200", "A"],
        ["20260613000000", "ftp://harbour.example/ferry", "200", "A"],
        ["20260613000000", "javascript:alert(1)", "200", "A"],
        ["20260613000000", "/ferry", "200", "A"],
        ["20260613000000", "https://other.example/ferry", "200", "A"],
        ["20260613000000", "https://harbour.example.other.example/ferry", "200", "A"],
        ["20260613000000", "https://harbour.example@other.example/ferry", "200", "A"],
        ["20260613000000", "https://me:secret@harbour.example/ferry", "200", "A"],
        ["20260613000000", "https://harbour.example/fe\u202erry", "200", "A"],
        ["20260613000000", "https://harbour.example/fe\nrry", "200", "A"],
        ["20260613000000", "https://[harbour.example/", "200", "A"],
        ["20260613000000", PAGE, "404", "A"],
        ["20260613000000", PAGE, "-", "A"],
    ],
)
def test_rows_that_cannot_be_are_passed_over(row: Any) -> None:
    assert days(captures(Machine(says={"/cdx/search/cdx": table(row, GOOD, row)}))) == ["06-14"]


def test_columns_are_found_by_their_names() -> None:
    body = json.dumps(
        [["statuscode", "digest", "original", "length", "timestamp"], ["200", "A", PAGE, "9", GOOD[0]]]
    )
    assert days(captures(Machine(says={"/cdx/search/cdx": http(body.encode())}))) == ["06-14"]


def test_an_original_loses_its_fragment() -> None:
    found = captures(Machine(says={"/cdx/search/cdx": table([GOOD[0], f"{PAGE}#top", "200", "A"])}))
    assert [one.original for one in found] == [PAGE]


@pytest.mark.parametrize(
    ("place", "more"),
    [
        ("https://other.example/web/20260614000000/" + PAGE, {}),
        ("{base}.other.example/web/20260614000000/" + PAGE, {}),
        ("{base}/save/20260614000000/" + PAGE, {}),
        ("{base}/web/2026/" + PAGE, {}),
        ("{base}/web/20260614000000/https://other.example/ferry", {}),
        ("{base}/web/20260614000000/", {}),
        ("{base}/web/20260614000000/" + PAGE, {"status": "404"}),
        ("{base}/web/20260614000000/" + PAGE, {"status": 200}),
        ("{base}/web/20260614000000/" + PAGE, {"available": False}),
        ("", {"url": None}),
        ("", {"url": ["x"]}),
    ],
)
def test_an_available_capture_that_cannot_be(place: str, more: dict[str, Any]) -> None:
    """Only a page of the cited host, under the archive's own address."""

    async def answer() -> bytes:
        return http(available(place.format(base=machine.base), "20260614000000", **more))

    machine = Machine(says={"/wayback/available": answer})
    assert captures(machine) == ()


def test_an_available_capture_over_http_is_given_at_the_archives_address() -> None:
    """The Availability interface writes http, whatever the archive speaks."""
    body = available(f"http://archive.example/web/20260614000000/{PAGE}", "20260614000000")
    assert [(row.timestamp, row.original) for row in read_available(body, BASE)] == [("20260614000000", PAGE)]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from([*GOOD, "closest", BASE]),
    lambda inner: st.lists(inner) | st.dictionaries(
        st.sampled_from(["archived_snapshots", "closest", "available", "url", "status"]) | st.text(), inner
    ),
    max_leaves=20,
)  # fmt: skip


@given(json_values | st.lists(st.lists(st.text() | st.sampled_from(["timestamp", "original", "statuscode"]))))
def test_any_json_is_read(value: Any) -> None:
    body = json.dumps(value).encode()
    assert all(isinstance(row.timestamp, str) for row in (*read_index(body), *read_available(body, BASE)))


@given(st.binary())
def test_any_bytes_are_read(body: bytes) -> None:
    assert (read_index(body), read_available(body, BASE)) == ((), ())


@given(st.text(), st.text())
def test_a_place_is_told_from_its_address(before: str, after: str) -> None:
    """And nothing else is one."""
    assert read_place(f"{BASE}/web/20260614000000/{PAGE}", BASE) is not None
    assert read_place(before + after, BASE) is None


# --- reading captures ------------------------------------------------------------------------------------------------


def fetched(machine: Machine, **options: Any) -> tuple[str, bytes] | None:
    """Fetch the stand-in's first capture: the timestamp that was played, and its bytes."""

    async def ask() -> tuple[str, bytes] | None:
        async with reading(machine, **options) as archive:
            capture, *_ = await archive.captures(PAGE, NEAR)
            async with archive.fetch(capture) as played:
                return played and (f"{played[0].captured_at:%Y%m%d}", played[1].body)

    return asyncio.run(ask())


PLAYED = f"/web/20260613000000id_/{PAGE}"


def test_the_captured_bytes() -> None:
    assert fetched(Machine([Held("20260613000000", body=b"<p>words")])) == ("20260613", b"<p>words")


def test_a_neighbour_that_the_archive_plays_instead() -> None:
    """It counts with its own date."""
    machine = Machine(
        held("20260613000000", "20260618000000"),
        {PLAYED: http(b"", status=302, Location=f"/web/20260618000000id_/{PAGE}")},
    )
    assert fetched(machine) == ("20260618", b"<p>The ferry sails again.")


@pytest.mark.parametrize(
    "said",
    [
        http(b"<html>Sorry", status=503),
        http(b"gone", status=404),
        http(b"slow down", status=429, Retry_After="3600"),
        http(b"", status=302, Location="/live"),
        http(b"", status=302, Location="/web/20260618000000id_/https://other.example/"),
        b"garbage\r\n\r\n",
    ],
)
def test_a_capture_that_is_not_played(said: bytes) -> None:
    """What comes from elsewhere is no capture, however well it reads."""
    other = Held("20260618000000", "https://other.example/")
    machine = Machine([*held("20260613000000"), other], {PLAYED: said, "/live": http(b"<p>today's page")})
    assert fetched(machine, longest_wait_s=0.05, attempts=2) is None


# --- patience --------------------------------------------------------------------------------------------------------


def test_an_interface_that_wants_no_more_is_left_alone() -> None:
    """Refused for too many requests, the index is not asked again in this run; the others are."""

    async def ask() -> list[list[str]]:
        async with reading(machine) as archive:
            return [days(await archive.captures(PAGE, NEAR)) for _ in range(2)]

    machine = Machine(held("20260613000000"), {"/cdx/search/cdx": http(b"", status=429, Retry_After="3600")})
    assert asyncio.run(ask()) == [["06-13"], ["06-13"]]
    assert machine.paths == ["/cdx/search/cdx", "/wayback/available", "/wayback/available"]


@pytest.mark.parametrize("budget_s", [0.0, -1.0])
def test_without_a_budget_nothing_is_asked(budget_s: float) -> None:
    machine = Machine(held("20260613000000"))
    assert captures(machine, budget_s=budget_s) is None
    assert machine.asked == []


def test_an_archive_that_fails_has_not_said_that_it_has_nothing() -> None:
    """It has said so where it knows of no capture, by either interface."""

    async def nothing() -> bytes:
        return http(b"[]")

    async def failure() -> bytes:
        return http(b"", status=503)

    index, available = "/cdx/search/cdx", "/wayback/available"
    assert captures(Machine(says={index: nothing, available: failure})) == ()
    assert captures(Machine(says={index: failure, available: nothing})) == ()
    assert captures(Machine(says={index: failure, available: failure})) is None


def test_a_used_up_budget_ends_the_asking() -> None:
    """An archive that never answers is given up, for every URL that waits and every later one."""

    async def ask() -> list[Any]:
        async with reading(machine, budget_s=0.2) as archive:
            found = await asyncio.gather(*(archive.captures(f"{PAGE}/{one}", NEAR) for one in range(5)))
            asked = len(machine.asked)
            found.append(await archive.captures(PAGE, None))
            assert len(machine.asked) == asked == 2
            capture = Capture(
                BASE, f"{machine.base}/web/1id_/{PAGE}", datetime(2026, 6, 13, tzinfo=UTC), PAGE
            )
            async with archive.fetch(capture) as played:
                return [*found, played]

    machine = Machine(says={"/cdx/search/cdx": hang})
    assert asyncio.run(ask()) == [None] * 7


class SkewedLoop(asyncio.SelectorEventLoop):
    """A loop whose clock is also set forward by hand."""

    skew_s = 0.0

    def time(self) -> float:
        return super().time() + self.skew_s


def run_skewed(main: Callable[[SkewedLoop], Coroutine[Any, Any, None]]) -> None:
    loop = SkewedLoop()
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(main(loop))


def test_time_counts_over_all_urls() -> None:
    """Three answers that take ten seconds each are too much for twenty-five, one after the other."""

    async def main(loop: SkewedLoop) -> None:
        async def late() -> bytes:
            loop.skew_s += 10
            return table(GOOD)

        machine = Machine(says={"/cdx/search/cdx": late})
        async with reading(machine, budget_s=25.0) as archive:
            found = [await archive.captures(PAGE, NEAR) for _ in range(4)]
        assert [len(one or ()) for one in found] == [1, 1, 0, 0]
        assert machine.paths == ["/cdx/search/cdx"] * 3

    run_skewed(main)


def test_waiting_at_once_counts_once_and_other_work_does_not_count() -> None:
    """Four URLs that wait the same ten seconds use ten; a minute between two questions uses nothing."""

    async def main(loop: SkewedLoop) -> None:
        all_wait = asyncio.Barrier(4)

        async def late() -> bytes:
            if await all_wait.wait() == 0:
                loop.skew_s += 10
            return table(GOOD)

        machine = Machine(says={"/cdx/search/cdx": late})
        async with reading(machine, budget_s=25.0, per_host=4) as archive:
            for left in (1, 1, 0):
                found = await asyncio.gather(*(archive.captures(PAGE, NEAR) for _ in range(4)))
                assert [len(one or ()) for one in found] == [left] * 4
                loop.skew_s += 60

    run_skewed(main)


def test_a_captures_reader_is_not_counted() -> None:
    """What is done with a capture while it is held is no waiting for the archive."""

    async def main(loop: SkewedLoop) -> None:
        machine = Machine(held("20260613000000"))
        async with reading(machine, budget_s=25.0) as archive:
            capture, *_ = await archive.captures(PAGE, NEAR)
            async with archive.fetch(capture) as played:
                assert played is not None
                loop.skew_s += 60
            assert await archive.captures(PAGE, NEAR) == (capture,)

    run_skewed(main)


def test_a_cancelled_run_is_cancelled() -> None:
    """Ctrl-C is no failure of the archive."""

    async def main() -> None:
        async with reading(Machine(says={"/cdx/search/cdx": hang})) as archive:
            async with asyncio.timeout(0.1):
                await archive.captures(PAGE, NEAR)

    with pytest.raises(TimeoutError):
        asyncio.run(main())
