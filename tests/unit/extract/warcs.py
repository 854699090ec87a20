"""A writer of small web archives."""

import gzip
from collections.abc import Iterable

DATE = "2026-06-19T08:00:00Z"


def record(kind: str, url: str, block: bytes, *about: str, length: int | None = None) -> bytes:
    """Write a record with further lines of its header."""
    lines = (
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        *(() if any(line.startswith("WARC-Date") for line in about) else (f"WARC-Date: {DATE}",)),
        *about,
        f"Content-Length: {len(block) if length is None else length}",
    )
    return "\r\n".join((*lines, "", "")).encode() + block + b"\r\n\r\n"


def answer(
    url: str,
    body: bytes = b"",
    *headers: str,
    status: str = "200 OK",
    about: Iterable[str] = (),
    kind: str = "response",
) -> bytes:
    """Write the record of an answer; without headers it is an HTML page."""
    given = headers or ("Content-Type: text/html; charset=utf-8",)
    head = "\r\n".join((f"HTTP/1.1 {status}", *given, "", "")).encode()
    return record(kind, url, head + body, "Content-Type: application/http; msgtype=response", *about)


def archive(*records: bytes, packed: bool = True, whole: bool = False) -> bytes:
    """Write an archive: packed record by record, as the format asks, or as a whole."""
    begin = record("warcinfo", "urn:x", b"software: a test\r\n", "Content-Type: application/warc-fields")
    found = [begin, *records]
    if not packed:
        return b"".join(found)
    return (
        gzip.compress(b"".join(found), mtime=0)
        if whole
        else b"".join(gzip.compress(one, mtime=0) for one in found)
    )
