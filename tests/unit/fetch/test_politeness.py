"""Many URLs at once: gates, places, waits, hosts that are given up, and interruptions."""

import asyncio
import socket
from collections import Counter
from contextlib import suppress
from typing import Any

import pytest

from claimcheck.model import Reason


async def status_of(made: Any, url: str) -> int | None:
    async with made.fetch(url) as fetched:
        return fetched.status


async def all_statuses(made: Any, urls: list[str]) -> list[int | None]:
    return await asyncio.gather(*(status_of(made, url) for url in urls))


async def test_a_host_is_asked_by_few_and_the_run_by_many(serve: Any, page: Any, fetcher: Any) -> None:
    """At most `per_host` at a host and `jobs` in all; the limits are reached, too."""
    now, most = Counter[str](), Counter[str]()

    async def count(reader: Any, writer: Any) -> None:
        host = server.heads[-1].split("Host: ")[1].split(":")[0]
        for key in (host, "all"):
            now[key] += 1
            most[key] = max(most[key], now[key])
        await asyncio.sleep(0.04)
        now[host] -= 1
        now["all"] -= 1
        writer.write(page())

    async with serve({"/": count}) as server, fetcher(jobs=5, per_host=2) as made:
        urls = [server.url(host=f"h{number % 4}.test") for number in range(32)]
        assert await all_statuses(made, urls) == [200] * 32
    assert most.pop("all") == 5
    assert max(most.values()) == 2


async def test_a_slow_host_with_many_urls_starves_nobody(serve: Any, page: Any, fetcher: Any) -> None:
    """Its URLs queue at its own gate and hold no place."""
    done: list[str] = []

    async def slow(reader: Any, writer: Any) -> None:
        await asyncio.sleep(0.1)
        writer.write(page())

    async def note(url: str) -> None:
        await status_of(made, url)
        done.append(url)

    async with serve({"/slow": slow, "/": page()}) as server, fetcher(jobs=3, per_host=2) as made:
        slow_urls = [server.url("/slow", host="slow.test")] * 6
        quick_urls = [server.url(host=f"h{number}.test") for number in range(5)]
        await asyncio.gather(*map(note, slow_urls + quick_urls))
    assert set(done[:5]) == set(quick_urls)


async def test_a_place_is_held_while_the_page_is_used_and_the_host_is_not(
    serve: Any, page: Any, fetcher: Any
) -> None:
    """Bodies in memory are bounded by `jobs`; politeness ends with the transfer."""
    async with serve({"/": page()}) as server, fetcher(jobs=2, per_host=1) as made:
        async with made.fetch(server.url()), asyncio.timeout(1), made.fetch(server.url()):
            waiting = asyncio.create_task(status_of(made, server.url()))
            await asyncio.sleep(0.05)
            assert len(server.heads) == 2
            assert not waiting.done()
        assert await waiting == 200


async def test_connections_are_used_again(serve: Any, fetcher: Any) -> None:
    """URLs that queue for a host share its connections; they are closed with the last of them."""
    body = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

    async def again(reader: Any, writer: Any) -> None:
        writer.write(body)
        with suppress(asyncio.IncompleteReadError, OSError):
            while True:
                server.heads.append((await reader.readuntil(b"\r\n\r\n")).decode())
                writer.write(body)

    async with serve({"/": again}) as server, fetcher(per_host=2) as made:
        assert await all_statuses(made, [server.url()] * 10) == [200] * 10
        assert (len(server.heads), len(server.writers)) == (10, 2)
        await asyncio.sleep(0.02)
        assert all(writer.is_closing() for writer in server.writers)


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504, 522, 529])
async def test_a_passing_trouble_is_asked_again(serve: Any, page: Any, fetch: Any, status: int) -> None:
    """The second answer counts."""
    async with serve({"/": [page(b"", status), page(b"words")]}) as server:
        fetched = await fetch(server.url())
    assert (fetched.status, fetched.body) == (200, b"words")


async def test_a_lasting_trouble_stays(serve: Any, page: Any, fetch: Any) -> None:
    """After the attempts the last answer is the answer, with its body."""
    async with serve({"/": page(b"sorry", 503)}) as server:
        fetched = await fetch(server.url(), attempts=3)
    assert (fetched.status, fetched.body, len(server.heads)) == (503, b"sorry", 3)


async def test_retry_after_is_heeded(serve: Any, page: Any, fetch: Any) -> None:
    """Here it asks for less than the backoff would."""
    async with serve({"/": [page(b"", 429, Retry_After="0"), page(b"words")]}) as server:
        fetched = await fetch(server.url(), backoff_s=0.9)
    assert fetched.status == 200


async def test_a_wait_that_is_too_long_is_not_waited(serve: Any, page: Any, fetch: Any) -> None:
    """Nor is the server asked again before the time that it named."""
    async with serve({"/": page(b"", 429, Retry_After="3600")}) as server:
        fetched = await fetch(server.url())
    assert (fetched.status, len(server.heads)) == (429, 1)


@pytest.mark.parametrize(
    ("asked", "requests"),
    [
        ("-1", 3),
        ("1e9", 3),
        ("soon", 3),
        ("Fri, 32 Jun 2026 12:00:10 GMT", 3),
        ("Fri, 19 Jun 99999 12:00:10 GMT", 3),
        ("Fri, 19 Jun 2026 12:00:10 +99999999999", 3),
        ("9" * 400, 3),
        ("999999999", 1),
        ("Fri, 31 Dec 9999 23:59:59 -2359", 1),
        ("Mon, 01 Jan 0001 00:00:00 +2359", 3),
    ],
)
async def test_nonsense_in_retry_after_neither_stops_nor_holds_a_run(
    serve: Any, page: Any, fetch: Any, asked: str, requests: int
) -> None:
    """What is no wait is as if it were not there; what would never end is not waited for."""
    async with serve({"/": page(b"", 429, Retry_After=asked)}) as server:
        fetched = await fetch(server.url())
    assert (fetched.status, len(server.heads)) == (429, requests)


async def test_a_host_gets_its_breath_between_two_exchanges(serve: Any, page: Any, fetcher: Any) -> None:
    """The next URL in a place waits a moment; a single one waits for nothing, and nor does another host's."""
    async with serve({"/": page()}) as server, fetcher(per_host=1, spacing_s=60.0) as made:
        assert await status_of(made, server.url()) == 200
        waiting = asyncio.create_task(status_of(made, server.url()))
        same = asyncio.create_task(status_of(made, server.url(host="SITE.test.")))
        for number in range(5):
            assert await status_of(made, server.url(host=f"h{number}.test")) == 200
        assert ["Host: site.test" in head for head in server.heads] == [True, *[False] * 5]
        waiting.cancel()
        same.cancel()
    async with serve({"/": page()}) as server, fetcher(per_host=1, spacing_s=0.01) as made:
        assert await all_statuses(made, [server.url()] * 3) == [200] * 3


async def test_a_waiting_url_holds_no_place(serve: Any, page: Any, fetcher: Any) -> None:
    """With a single place others are fetched while one waits."""
    async with (
        serve({"/busy": [page(b"", 503), page()], "/": page()}) as server,
        fetcher(jobs=1, backoff_s=0.2, chance=lambda: 0.5) as made,
    ):
        busy = asyncio.create_task(status_of(made, server.url("/busy", host="busy.test")))
        await asyncio.sleep(0.05)
        assert (
            await all_statuses(made, [server.url(host=f"h{number}.test") for number in range(5)]) == [200] * 5
        )
        assert not busy.done()
        assert await busy == 200


async def test_a_busy_host_wears_out_our_patience(serve: Any, page: Any, fetcher: Any) -> None:
    """Three longest waits for a host together: after that its answers stand at once."""
    async with serve({"/": page(b"", 503)}) as server:
        limits = {"longest_wait_s": 0.02, "backoff_s": 0.01, "chance": lambda: 0.5}
        async with fetcher(per_host=1, **limits) as made:
            assert await all_statuses(made, [server.url()] * 20) == [503] * 20
    assert 20 < len(server.heads) <= 20 + 6


async def test_a_mute_host_is_given_up(serve: Any, fetcher: Any) -> None:
    """After two exchanges without a word its other URLs fail at once: twenty cost what two cost."""

    async def silence(reader: Any, writer: Any) -> None:
        await reader.read()

    async with serve({"/": silence}) as server, fetcher(timeout_s=0.1, per_host=1) as made:

        async def reason() -> Reason:
            async with made.fetch(server.url()) as fetched:
                return fetched.reason

        assert set(await asyncio.gather(*(reason() for _ in range(20)))) == {Reason.TIMEOUT}
    assert len(server.heads) == 2


async def test_a_host_is_not_given_up_for_the_time_that_another_took(serve: Any, fetcher: Any) -> None:
    """A slow redirect leaves it no time to answer in: its own URLs are still asked for."""

    async def slowly(reader: Any, writer: Any) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await asyncio.sleep(0.4)
        writer.write(
            f"HTTP/1.1 302 Found\r\nLocation: {later.url(host='late.test')}\r\nContent-Length: 0\r\n\r\n".encode()
        )
        await writer.drain()

    async def late(reader: Any, writer: Any) -> None:
        await asyncio.sleep(0.2)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()

    async with (
        serve({"/": late}) as later,
        serve({"/1": slowly, "/2": slowly}) as server,
        fetcher(timeout_s=0.5, per_host=1) as made,
    ):
        for path in ("/1", "/2"):
            async with made.fetch(server.url(path)) as fetched:
                assert fetched.reason is Reason.TIMEOUT
        assert await status_of(made, later.url(host="late.test")) == 200


async def test_a_host_that_has_answered_is_not_given_up(serve: Any, page: Any, fetcher: Any) -> None:
    """Slow pages of a living host get their time, each of them."""

    async def silence(reader: Any, writer: Any) -> None:
        await reader.read()

    async with serve({"/": page(), "/slow": silence}) as server, fetcher(timeout_s=1.0, per_host=4) as made:
        await status_of(made, server.url())
        await all_statuses(made, [server.url("/slow")] * 4)
        assert await status_of(made, server.url()) == 200
    assert len(server.heads) == 6


async def test_a_host_that_does_not_exist_is_asked_for_once(fetcher: Any) -> None:
    """Its other URLs fail alike."""
    asked: list[str] = []

    async def lookup(host: str, port: int) -> list[str]:
        asked.append(host)
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    async with fetcher(lookup=lookup, per_host=1) as made:
        for path in "abc":
            async with made.fetch(f"http://nowhere.test/{path}") as fetched:
                assert (fetched.reason, fetched.unresolved) == (Reason.DNS, True)
        assert asked == ["nowhere.test"]
        assert await made.is_offline()


async def test_an_interruption_closes_every_connection(serve: Any, fetcher: Any) -> None:
    """Cancelling goes through at once, whatever the exchanges were at: talking, or waiting for a place."""
    talking = asyncio.Event()

    async def silence(reader: Any, writer: Any) -> None:
        if len(server.heads) == 3:
            talking.set()
        await reader.read()

    async with serve({"/": silence}) as server, fetcher(jobs=3) as made, asyncio.timeout(1):
        tasks = [asyncio.create_task(status_of(made, server.url(host=f"h{n}.test"))) for n in range(8)]
        await talking.wait()
        for task in tasks:
            task.cancel()
        endings = await asyncio.gather(*tasks, return_exceptions=True)
        assert {type(ending) for ending in endings} == {asyncio.CancelledError}
        await asyncio.sleep(0.02)
        assert all(writer.is_closing() for writer in server.writers)


async def test_an_error_in_the_callers_block_gives_everything_back(
    serve: Any, page: Any, fetcher: Any
) -> None:
    """The place is free again for the next URL."""
    async with serve({"/": page()}) as server, fetcher(jobs=1, per_host=1) as made:
        with pytest.raises(ZeroDivisionError):
            async with made.fetch(server.url()):
                raise ZeroDivisionError
        async with asyncio.timeout(1):
            assert await status_of(made, server.url()) == 200


async def test_turns_across_hosts_never_wait_for_each_other(serve: Any, page: Any, fetcher: Any) -> None:
    """Pages that redirect to each other's hosts, with a single place and a single gate."""
    routes: dict[str, bytes] = {"/end": page()}
    async with serve(routes) as server:
        for here, there in (("a", "b"), ("b", "a")):
            routes[f"/{here}"] = page(status=302, Location=server.url("/end", host=f"{there}.test"))
        async with fetcher(jobs=1, per_host=1) as made, asyncio.timeout(5):
            urls = [server.url(f"/{host}", host=f"{host}.test") for host in "ab" * 6]
            assert await all_statuses(made, urls) == [200] * 12
