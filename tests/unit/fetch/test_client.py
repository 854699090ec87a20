"""One URL at a time: answers, broken answers, and what is sent."""

import asyncio
import gzip
import socket
import sys
import time
from datetime import UTC, datetime
from typing import Any

import pytest

from claimcheck.fetch.response import FetchFailure, Snapshot
from claimcheck.model import Reason

NOON = datetime(2026, 6, 19, 12, tzinfo=UTC)


async def silence(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()


async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    while not writer.is_closing():
        writer.write(b"x")
        await asyncio.sleep(0.01)


async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


async def test_a_page_is_a_snapshot(serve: Any, page: Any, fetch: Any) -> None:
    """URL, status, headers, decoded body and the clock's time; the fragment stays with the URL."""
    packed = gzip.compress(b"<p>words", mtime=0)
    async with serve(
        {"/a?b=c": page(packed, Content_Type="text/html; charset=UTF-8", Content_Encoding="gzip")}
    ) as server:
        fetched = await fetch(server.url("/a?b=c#part"), now=lambda: NOON)
    assert fetched == Snapshot(
        url=server.url("/a?b=c#part"),
        final_url=server.url("/a?b=c#part"),
        status=200,
        body=b"<p>words",
        retrieved_at=NOON,
        headers=(
            ("content-length", str(len(packed))),
            ("connection", "close"),
            ("content-type", "text/html; charset=UTF-8"),
            ("content-encoding", "gzip"),
        ),
    )


async def test_what_is_sent(serve: Any, page: Any, fetch: Any) -> None:
    """An honest user agent, the types that can be read, our own encodings, the name in Host; never credentials."""
    async with serve({"/": page()}) as server:
        await fetch(server.url(host="user:secret@site.test"), user_agent="claimcheck/test")
    assert server.heads[0].splitlines()[:-1] == [
        "GET / HTTP/1.1",
        f"Host: site.test:{server.port}",
        "User-Agent: claimcheck/test",
        "Accept: text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5",
        "Accept-Encoding: gzip, deflate, br, zstd",
    ]


@pytest.mark.parametrize("status", [204, 304, 401, 403, 404, 410, 451, 501, 999])
async def test_any_status_is_an_answer(serve: Any, page: Any, fetch: Any, status: int) -> None:
    """What a status means is decided elsewhere; none of these is asked for twice."""
    body = b"" if status in {204, 304} else b"what it says"
    async with serve({"/": page(body, status)}) as server:
        fetched = await fetch(server.url())
    assert (fetched.status, fetched.body, len(server.heads)) == (status, body, 1)


@pytest.mark.parametrize(
    ("answer", "reason", "words", "status"),
    [
        (b"", Reason.RESET, "closed the connection without an answer", None),
        (b"220 mail.test ESMTP\r\n\r\n", Reason.DAMAGED, "is not valid HTTP", None),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000, Reason.DAMAGED, "is not valid HTTP", None),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nContent-Length: 8\r\n\r\n", Reason.DAMAGED, "is not valid HTTP", None),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour", Reason.DAMAGED, "broke off, or went wrong, after 4 bytes", 200),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n", Reason.DAMAGED, "broke off", 200),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", Reason.DAMAGED, "broke off", 200),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-4\r\nfour\r\n", Reason.DAMAGED, "broke off", 200),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour4\r\n", Reason.DAMAGED, "broke off", 200),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"f" * 40 + b"\r\nx", Reason.DAMAGED, "broke off", 200),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\nx", Reason.DAMAGED, "after 1 bytes", 200),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;" + b"x" * 3_000_000, Reason.DAMAGED, "broke off", 200),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n0\r\n" + b"X: y\r\n" * 500_000, Reason.DAMAGED, "broke off", 200),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500_000, Reason.DAMAGED, "is not valid HTTP", None),
        (b"HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n", Reason.DAMAGED, "is not valid HTTP", None),
        (b"HTTP/1.1 200 OK\r\nX\0Y: a\r\n\r\n", Reason.DAMAGED, "is not valid HTTP", None),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -9\r\n\r\nfour", Reason.DAMAGED, "is not valid HTTP", None),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 6000000\r\n\r\n", Reason.TOO_LARGE, "5,000,000 bytes on the wire", 200),
        (b"HTTP/1.0 200 OK\r\n\r\n" + bytes(5_000_001), Reason.TOO_LARGE, "5,000,000 bytes on the wire", 200),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(30_000_000), mtime=0),
            Reason.TOO_LARGE,
            "has more than 20,000,000 bytes after decoding",
            200,
        ),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nplain", Reason.DAMAGED, "is not valid gzip", 200),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"words", mtime=0)[:-9],
            Reason.DAMAGED,
            "breaks off in the middle of its gzip stream",
            200,
        ),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: sdch\r\n\r\nx",
            Reason.DAMAGED,
            "has the unsupported Content-Encoding 'sdch'",
            200,
        ),
    ],
)  # fmt: skip
async def test_a_broken_answer(  # noqa: PLR0917 - a table has many columns
    serve: Any, fetch: Any, answer: bytes, reason: Reason, words: str, status: int | None
) -> None:
    """It is a failure that says what was seen; what was answered before the break is kept."""
    async with serve({"/": answer}) as server:
        fetched = await fetch(server.url(), now=lambda: NOON)
    assert isinstance(fetched, FetchFailure)
    assert (fetched.reason, fetched.status) == (reason, status)
    assert words in fetched.detail
    assert fetched.detail.endswith(".")
    assert (fetched.final_url, fetched.retrieved_at) == ((server.url(), NOON) if status else (None, None))


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nX: ",
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
    ],
)
@pytest.mark.parametrize("piece", [b"y" * 1000, b"X: " + b"y" * 1000 + b"\r\n"])
async def test_a_flood_of_headers_is_cut_off(serve: Any, fetch: Any, head: bytes, piece: bytes) -> None:
    """Long before it fills a memory: the server cannot get rid of a small part of it."""
    sent = 0

    async def flood(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(head)
        while sent < 100_000_000:
            writer.write(piece)
            await writer.drain()
            sent += len(piece)

    async with serve({"/": flood}) as server:
        fetched = await fetch(server.url(), attempts=1)
    assert fetched.reason is Reason.DAMAGED
    assert sent < 20_000_000  # most of it in the buffers of the two sockets


async def test_interim_answers_without_end(serve: Any, fetch: Any) -> None:
    """They are no answer, and the exchange's time ends."""

    async def stall(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while not writer.is_closing():
            writer.write(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
            await writer.drain()
            await asyncio.sleep(0.001)

    async with serve({"/": stall}) as server:
        fetched = await fetch(server.url(), timeout_s=0.3)
    assert fetched.reason is Reason.TIMEOUT
    assert "gave no answer" in fetched.detail


async def test_a_body_without_a_length_ends_with_the_connection(serve: Any, fetch: Any) -> None:
    """As HTTP/1.0 has it."""
    async with serve({"/": b"HTTP/1.0 200 OK\r\n\r\nold words"}) as server:
        fetched = await fetch(server.url())
    assert fetched.body == b"old words"


@pytest.mark.parametrize(
    ("handler", "words"),
    [(silence, "gave no answer within 0.3 s"), (drip, "was still sending after 0.3 s")],
)
async def test_the_whole_exchange_has_one_time_limit(
    serve: Any, fetch: Any, handler: Any, words: str
) -> None:
    """A server that drips a byte at a time gains nothing, and nobody asks it again."""
    async with serve({"/": handler}) as server:
        fetched = await fetch(server.url(), timeout_s=0.3)
    assert fetched.reason is Reason.TIMEOUT
    assert words in fetched.detail
    assert len(server.heads) == 1


async def test_a_reset_is_tried_again(serve: Any, page: Any, fetch: Any) -> None:
    """Three times in all, then it stays."""
    async with serve({"/": reset}) as server:
        fetched = await fetch(server.url())
    assert fetched.reason is Reason.RESET
    assert len(server.heads) == 3


async def test_a_cut_transfer_is_tried_again(serve: Any, page: Any, fetch: Any) -> None:
    """The second transfer may come whole."""
    async with serve({"/": [page(b"words")[:-2], page(b"words")]}) as server:
        fetched = await fetch(server.url())
    assert fetched.body == b"words"


async def test_a_refused_connection(fetch: Any) -> None:
    """The port is named; nobody answered, so there is no time and no final URL."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    fetched = await fetch(f"http://site.test:{port}/")
    assert fetched == FetchFailure(
        f"http://site.test:{port}/",
        Reason.REFUSED,
        f"The host site.test refused the connection on port {port}; no server runs there at the moment.",
    )


async def test_the_next_address_is_dialled_where_one_refuses(serve: Any, page: Any, fetch: Any) -> None:
    """A host may have an address that nobody serves."""

    async def lookup(host: str, port: int) -> list[str]:
        return ["127.0.0.99", "::1", "127.0.0.1"]

    async with serve({"/": page()}) as server:
        fetched = await fetch(server.url(), lookup=lookup)
    assert fetched.status == 200


@pytest.mark.parametrize(
    "url",
    ["http://", "ftp://site.test/", "http://site.test:99999/", "http://1.2.3.999/", "mailto:a@b"],
)
async def test_a_url_that_names_no_host(fetch: Any, url: str) -> None:
    """It is a dead source, not an error of the run."""
    fetched = await fetch(url)
    assert fetched.reason is Reason.DNS
    assert "has no valid host name or port" in fetched.detail


async def test_an_emoji_domain_is_asked_for(serve: Any, page: Any, fetch: Any) -> None:
    """Registries sell names that the IDNA library refuses to decode."""
    async with serve({"/": page()}) as server:
        fetched = await fetch(server.url(host="xn--i-7iq.test"))
    assert fetched.status == 200
    assert f"Host: xn--i-7iq.test:{server.port}" in server.heads[0]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a backlog that overflows the way Linux lets it")
async def test_a_host_that_accepts_no_connection(fetch: Any) -> None:
    """Dialling has half of the time, and a second try has the other half; then the host is given up."""
    with socket.socket() as full, socket.socket() as first, socket.socket() as second:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for client in (first, second):
            client.setblocking(False)
            client.connect_ex(full.getsockname())
        await asyncio.sleep(0.01)
        started = time.monotonic()
        fetched = await fetch(f"http://site.test:{full.getsockname()[1]}/", timeout_s=0.2)
    assert fetched.reason is Reason.TIMEOUT
    assert "came about within 0.1 s" in fetched.detail
    assert time.monotonic() - started < 2
