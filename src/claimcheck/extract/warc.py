"""A page out of a web archive (WARC), as its server had sent it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
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
from claimcheck.extract.sniff import HTML
from claimcheck.model import Reason

WARC = "application/warc"

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
            return Unreadable(Reason.EMPTY, _what_is_there(records, url))
        # a stream of records is gone once it is passed: a second look costs less than keeping every page of the first
        stream = next(stream for record, stream in read_records(file) if record.number == chosen.number)
        payload = read_payload(chosen, stream)
    except MissingExtraError:
        return Unreadable(
            Reason.UNSUPPORTED_TYPE,
            'This is a web archive, and the extra that reads these is missing: pip install "claimcheck-cli[archive]".',
        )
    except LargeArchiveError as error:
        return Unreadable(Reason.TOO_LARGE, f"The web archive has {error}.")
    except BrokenArchiveError as error:
        return Unreadable(Reason.DAMAGED, f"The web archive is damaged: {error}.")
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
    originals = _Originals(records)
    key, passed = _key(url), set[str]()
    while key not in passed:
        passed.add(key)
        found = by_key.get(key, [])
        pages = [page for record in found if (page := originals.of(record)).is_page]
        if pages:
            return pages[-1]
        onward = [record for record in found if 300 <= record.status < 400 and "location" in record.headers]
        if onward:
            key = _key(_target(onward[-1]))
    only = {
        _key(record.url): record
        for record in records
        if record.is_page and record.media.get_content_type() in HTML
    }
    return next(iter(only.values())) if len(only) == 1 and len(passed) == 1 and not by_key.get(key) else None


def _target(record: Record) -> str:
    try:
        return urljoin(record.url, record.headers["location"])
    except ValueError:
        return record.headers["location"]


class _Originals:
    """The pages of a file, by all that a record that only points to one may name it by; the first of each."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._by_name: dict[tuple[str, ...], Record] = {}
        for record in records if any(one.kind == "revisit" for one in records) else ():
            for name in _names_of(record, "record-id", "target-uri", "date") if record.is_page else ():
                self._by_name.setdefault(name, record)

    def of(self, record: Record) -> Record:
        """Give the record whose body another one only points to, where the file has it; else the record itself."""
        if record.kind != "revisit":
            return record
        names = _names_of(record, "refers-to", "refers-to-target-uri", "refers-to-date")
        return next((self._by_name[name] for name in names if name in self._by_name), record)


def _names_of(record: Record, own: str, uri: str, date: str) -> Iterator[tuple[str, ...]]:
    """Yield what names a record, the surest first: its id, its address and time, the digest of its body."""
    about = record.about
    for kind, parts in (("id", (own,)), ("place", (uri, date)), ("body", ("payload-digest",))):
        values = [about.get(f"warc-{part}") for part in parts]
        if all(values):
            yield (kind, *map(str, values))


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
