"""A page out of a web archive (WARC); the only place that knows warcio, which comes with the extra `[archive]`."""

import io
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email.message import Message
from importlib import import_module
from itertools import count
from typing import Any, BinaryIO
from urllib.parse import unquote, urljoin, urlsplit

from claimcheck.extract.body import Unreadable
from claimcheck.extract.sniff import HTML
from claimcheck.model import Reason

WARC = "application/warc"
MOST_INSIDE = 400_000_000
"""Bytes of all records of a file, unpacked."""
MOST_RECORDS = 20_000
"""Of one file; a page has some hundred."""
LARGEST_PAYLOAD = 20_000_000
"""Bytes of a page as it came over the wire."""

_STEP = 32_768
_MOST_MEMBERS = 2 * MOST_RECORDS
_LONGEST_LINE = 65_536
_MOST_LINES = 1000
"""Of the headers of one record."""
_LONGEST_VALUE = 2000
"""Characters kept of an address or a header."""
_TOLD = 3
"""Addresses that are named where the page is not among them."""
_MAGIC = b"WARC/1."
_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Recorded:
    """A page as a server sent it once; its content coding is still to be undone."""

    url: str
    payload: bytes = field(repr=False)
    content_type: str | None
    charset: str | None
    content_encoding: str


def is_warc(start: bytes) -> bool:
    """Say by its first bytes whether a file is a web archive, packed or not."""
    if not start.startswith(_GZIP):
        return start.startswith(_MAGIC)
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(start, len(_MAGIC)) == _MAGIC
    except zlib.error:
        return False


def find_page(file: BinaryIO, url: str) -> Recorded | Unreadable:
    """Find the last record of a page in an archive, over recorded redirects; else the only page that is in it."""
    try:
        warcio = import_module("warcio.recordloader")
    except ImportError:
        return Unreadable(
            Reason.UNSUPPORTED_TYPE,
            'This is a web archive, and the extra that reads these is missing: pip install "claimcheck-cli[archive]".',
            WARC,
        )
    try:
        records = [record for record, _ in _records(file, warcio)]
        chosen = _choose(records, url)
        if chosen is None:
            return Unreadable(Reason.EMPTY, _what_is_there(records, url), WARC)
        stream = next(stream for record, stream in _records(file, warcio) if record.number == chosen.number)
        return _recorded(chosen, stream)
    except _TooLargeError as error:
        return Unreadable(Reason.TOO_LARGE, f"The web archive has {error}.", WARC)
    except _BrokenError as error:
        return Unreadable(Reason.DAMAGED, f"The web archive is damaged: {error}.", WARC)


class _BrokenError(Exception):
    """The file is no sound archive; the message says what is wrong."""


class _TooLargeError(Exception):
    """A limit is passed; the message says what there is too much of."""


# --- which record is the page ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Record:
    """What the headers of a record say."""

    number: int
    kind: str
    url: str
    status: int
    about: Mapping[str, str]
    """The archive's own header, names in lower case."""
    headers: Mapping[str, str]
    """The header of the recorded answer, names in lower case."""

    @property
    def is_page(self) -> bool:
        """Say whether it holds a page that was there; a part of one (206) is none."""
        return self.kind in {"response", "resource"} and self.status in {200, 203}

    @property
    def media(self) -> Message:
        """Give the type of its payload with its parameters."""
        told = Message()
        told["content-type"] = self.headers.get("content-type", "")
        return told


def _choose(records: Sequence[_Record], url: str) -> _Record | None:
    by_key: dict[str, list[_Record]] = defaultdict(list)
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
            key = _key(urljoin(onward[-1].url, onward[-1].headers["location"]))
    only = {
        _key(record.url): record
        for record in records
        if record.is_page and record.media.get_content_type() in HTML
    }
    return next(iter(only.values())) if len(only) == 1 and len(passed) == 1 and not by_key.get(key) else None


def _original(record: _Record, records: Sequence[_Record]) -> _Record:
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


def _what_is_there(records: Sequence[_Record], url: str) -> str:
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


# --- reading records -------------------------------------------------------------------------------------------------


def _records(file: BinaryIO, warcio: Any) -> Iterator[tuple[_Record, Any]]:
    """Yield the answers in a file with the stream of each one's payload, which holds until the next one."""
    file.seek(0)
    lines = _Lines(file)
    loader = warcio.ArcWarcRecordLoader(verify_http=False)
    first_line: bytes | None = None
    for number in count():
        if number >= MOST_RECORDS:
            raise _TooLargeError(f"more than {MOST_RECORDS:,} records")
        lines.begin_record()
        try:
            found = loader.parse_record_stream(lines, first_line, "warc")
        except EOFError:
            return
        except (_BrokenError, _TooLargeError):
            raise
        except Exception as error:  # whatever a file does to the library
            raise _BrokenError("it holds a record that cannot be read") from error
        if found.length is None:
            raise _BrokenError("it holds a record without a length")
        if found.rec_type in {"response", "resource", "revisit"}:
            yield _record(number, found), found.raw_stream
        while found.raw_stream.read(_STEP):
            pass
        first_line = lines.next_line()
        if not first_line:
            return


def _record(number: int, found: Any) -> _Record:
    about = _headers(found.rec_headers)
    answer = _headers(found.http_headers) if found.http_headers else {}
    if found.rec_type == "resource":
        status, answer = 200, {"content-type": about.get("content-type", "")}
    else:
        told = str(found.http_headers.get_statuscode()) if found.http_headers else ""
        status = int(told) if told.isascii() and told.isdigit() and len(told) == 3 else 0
    return _Record(number, found.rec_type, about.get("warc-target-uri", ""), status, about, answer)


def _headers(told: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in told.headers:
        found.setdefault(name.lower(), value.strip()[:_LONGEST_VALUE])
    return found


def _recorded(record: _Record, stream: Any) -> Recorded:
    pieces = bytearray()
    while piece := stream.read(_STEP):
        pieces += piece
        if len(pieces) > LARGEST_PAYLOAD:
            raise _TooLargeError(f"a page of more than {LARGEST_PAYLOAD // 1_000_000} MB")
    if stream.limit:
        raise _BrokenError("it breaks off in the middle of the page")
    payload = bytes(pieces)
    if "chunked" in record.headers.get("transfer-encoding", "").lower():
        payload = _without_chunks(payload)
    media = record.media
    return Recorded(
        record.url,
        payload,
        media.get_content_type() if record.headers.get("content-type") else None,
        media.get_content_charset(),
        record.headers.get("content-encoding", ""),
    )


def _without_chunks(payload: bytes) -> bytes:
    """Undo the transfer coding, where the program that recorded it has not done so."""
    size = payload[:20].partition(b"\r\n")[0].partition(b";")[0].strip()
    try:
        int(size, 16)
    except ValueError:
        return payload
    readers = import_module("warcio.bufferedreaders")
    try:
        return bytes(readers.ChunkedDataReader(io.BytesIO(payload), raise_exceptions=True).read())
    except Exception as error:
        raise _BrokenError("it breaks off in the middle of the page") from error


class _Lines:
    """An archive as a stream of lines and bytes, with an end to its headers."""

    def __init__(self, file: BinaryIO) -> None:
        self._stream = io.BufferedReader(_Unpacked(file), _STEP)
        self._lines = 0

    def begin_record(self) -> None:
        self._lines = 0

    def read(self, size: int) -> bytes:
        return self._stream.read(size)

    def readline(self, size: int = _LONGEST_LINE) -> bytes:
        self._lines += 1
        line = self._stream.readline(min(size, _LONGEST_LINE))
        if self._lines > _MOST_LINES or len(line) == _LONGEST_LINE:
            raise _BrokenError("it holds a record with a header without an end")
        return line

    def next_line(self) -> bytes:
        """Give the first line that is not blank; nothing at the end."""
        while (line := self._stream.readline(_LONGEST_LINE)) and not line.strip():
            pass
        return line


class _Unpacked(io.RawIOBase):
    """The bytes of a file, unpacked if they are packed, up to a limit."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._packed = file.read(_STEP)
        self._inflate: Any = None
        self._is_gzip = self._packed.startswith(_GZIP)
        self._is_full = False
        self._members = 0
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        piece = self._unpack(len(view)) if self._is_gzip else self._take(len(view))
        self._size += len(piece)
        if self._size > MOST_INSIDE:
            raise _TooLargeError(f"more than {MOST_INSIDE // 1_000_000} MB when it is unpacked")
        view[: len(piece)] = piece
        return len(piece)

    def _take(self, size: int) -> bytes:
        piece, self._packed = (self._packed or self._file.read(size)), b""
        self._packed = piece[size:]
        return piece[:size]

    def _unpack(self, size: int) -> bytes:
        while True:
            if not self._packed and not self._is_full:
                self._packed = self._file.read(_STEP)
                if not self._packed:
                    return b""
            if self._inflate is None:
                if not _GZIP.startswith(self._packed[:2]):
                    return b""  # padding after the last member
                self._members += 1
                if self._members > _MOST_MEMBERS:
                    raise _TooLargeError(f"more than {_MOST_MEMBERS:,} packed members")
                self._inflate = zlib.decompressobj(_GZIP_WINDOW)
            try:
                piece = bytes(self._inflate.decompress(self._packed, size))
            except zlib.error as error:
                raise _BrokenError("it is no valid gzip") from error
            self._is_full = len(piece) == size and not self._inflate.eof
            if self._inflate.eof:
                self._packed, self._inflate = self._inflate.unused_data, None
            else:
                self._packed = self._inflate.unconsumed_tail
            if piece:
                return piece
