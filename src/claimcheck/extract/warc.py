"""A page out of a web archive (WARC), as its server had sent it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO
from urllib.parse import unquote, urljoin, urlsplit

from claimcheck.extract.body import Unreadable
from claimcheck.extract.records import (
    BrokenArchiveError,
    LargeArchiveError,
    MissingExtraError,
    Record,
    read_payload,
    read_records,
)
from claimcheck.model import Reason

WARC = "application/warc"

_HTML = frozenset(["text/html", "application/xhtml+xml"])
_TOLD = 3
"""Addresses that are named where the page is not among them."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A page as a server sent it once; its content coding is still to be undone."""

    url: str
    payload: bytes = field(repr=False)
    content_type: str | None
    charset: str | None
    content_encoding: str


def find_page(file: BinaryIO, url: str) -> Recorded | Unreadable:
    """Find the last record of a page in an archive, over recorded redirects; else the only page that is in it."""
    try:
        records = [record for record, _ in read_records(file)]
        chosen = _choose(records, url)
        if chosen is None:
            return Unreadable(Reason.EMPTY, _what_is_there(records, url), WARC)
        # a stream of records is gone once it is passed: a second look costs less than keeping every page of the first
        stream = next(stream for record, stream in read_records(file) if record.number == chosen.number)
        payload = read_payload(chosen, stream)
    except MissingExtraError:
        return Unreadable(
            Reason.UNSUPPORTED_TYPE,
            'This is a web archive, and the extra that reads these is missing: pip install "claimcheck-cli[archive]".',
            WARC,
        )
    except LargeArchiveError as error:
        return Unreadable(Reason.TOO_LARGE, f"The web archive has {error}.", WARC)
    except BrokenArchiveError as error:
        return Unreadable(Reason.DAMAGED, f"The web archive is damaged: {error}.", WARC)
    media = chosen.media
    return Recorded(
        chosen.url,
        payload,
        media.get_content_type() if chosen.headers.get("content-type") else None,
        media.get_content_charset(),
        chosen.headers.get("content-encoding", ""),
    )


def _choose(records: Sequence[Record], url: str) -> Record | None:
    by_key: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_key[_key(record.url)].append(record)
    key, passed = _key(url), set[str]()
    while key not in passed:
        passed.add(key)
        found = by_key.get(key, [])
        pages = [page for record in found if (page := _original(record, records)).is_page]
        if pages:
            return pages[-1]
        onward = [record for record in found if 300 <= record.status < 400 and "location" in record.headers]
        if onward:
            key = _key(_target(onward[-1]))
    only = {
        _key(record.url): record
        for record in records
        if record.is_page and record.media.get_content_type() in _HTML
    }
    return next(iter(only.values())) if len(only) == 1 and len(passed) == 1 and not by_key.get(key) else None


def _target(record: Record) -> str:
    try:
        return urljoin(record.url, record.headers["location"])
    except ValueError:
        return record.headers["location"]


def _original(record: Record, records: Sequence[Record]) -> Record:
    """Give the record whose body another one only points to, where the file has it."""
    if record.kind != "revisit":
        return record
    about = record.about
    named = (
        about.get("warc-refers-to"),
        about.get("warc-refers-to-target-uri"),
        about.get("warc-refers-to-date"),
    )
    digest = about.get("warc-payload-digest")
    for one in records:
        own = one.about.get("warc-record-id"), one.about.get("warc-target-uri"), one.about.get("warc-date")
        if one.is_page and ((named[0] and own[0] == named[0]) or (named[1] and own[1:] == named[1:])):
            return one
    alike = (
        one for one in records if one.is_page and digest and one.about.get("warc-payload-digest") == digest
    )
    return next(alike, record)


def _what_is_there(records: Sequence[Record], url: str) -> str:
    told = [record for record in records if _key(record.url) == _key(url)]
    if told:
        return f"The web archive holds no page of this address, only an answer with status {told[-1].status}."
    urls = list(dict.fromkeys(record.url for record in records if record.is_page))
    if not urls:
        return "The web archive holds no page."
    more = f" and {len(urls) - _TOLD:,} more" if len(urls) > _TOLD else ""
    return f"The web archive does not hold this address; it holds {', '.join(urls[:_TOLD])}{more}."


def _key(url: str) -> str:
    """Give what two spellings of an address have in common: not the scheme, `www.`, a last slash or the fragment."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = "" if parts.port in {None, 80, 443} else f":{parts.port}"
    except ValueError:  # UnicodeError is one
        return url
    path = unquote(parts.path).rstrip("/")
    return f"{host.removeprefix('www.')}{port}{path}?{unquote(parts.query)}"
