"""The records of a web archive (WARC), one by one; the only place that knows warcio, which comes with an extra."""

import io
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from importlib import import_module
from itertools import count
from typing import Any, BinaryIO

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
_MAGIC = b"WARC/1."
_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS


class MissingExtraError(Exception):
    """The library that reads archives is not installed."""


class BrokenArchiveError(Exception):
    """A file is no sound archive; the message says what is wrong."""


class LargeArchiveError(Exception):
    """A limit is passed; the message says what there is too much of."""


@dataclass(frozen=True, slots=True)
class Record:
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


def is_warc(start: bytes) -> bool:
    """Say by its first bytes whether a file is a web archive, packed or not."""
    if not start.startswith(_GZIP):
        return start.startswith(_MAGIC)
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(start, len(_MAGIC)) == _MAGIC
    except zlib.error:
        return False


def read_records(file: BinaryIO) -> Iterator[tuple[Record, Any]]:
    """Yield the answers in a file with the stream of each one's payload, which holds until the next one."""
    try:
        warcio = import_module("warcio.recordloader")
    except ImportError:
        raise MissingExtraError from None
    loader = warcio.ArcWarcRecordLoader(verify_http=False)
    file.seek(0)
    lines = _Lines(file)
    first_line: bytes | None = None
    for number in count():
        if number >= MOST_RECORDS:
            raise LargeArchiveError(f"more than {MOST_RECORDS:,} records")
        found = _next_record(loader, lines, first_line)
        if found is None:
            return
        if found.rec_type in {"response", "resource", "revisit"}:
            yield _record(number, found), found.raw_stream
        while found.raw_stream.read(_STEP):
            pass
        first_line = lines.next_line()
        if not first_line:
            return


def _next_record(loader: Any, lines: "_Lines", first_line: bytes | None) -> Any:
    """Read the headers of the next record; nothing where the file ends, in the middle of them too."""
    lines.begin_record()
    try:
        found = loader.parse_record_stream(lines, first_line, "warc")
    except EOFError:
        return None
    except (BrokenArchiveError, LargeArchiveError):
        raise
    except Exception as error:  # whatever a file does to the library
        raise BrokenArchiveError("it holds a record that cannot be read") from error
    if found.length is None:
        raise BrokenArchiveError("it holds a record without a length")
    return found


def _record(number: int, found: Any) -> Record:
    about = _headers(found.rec_headers)
    answer = _headers(found.http_headers) if found.http_headers else {}
    if found.rec_type == "resource":
        status, answer = 200, {"content-type": about.get("content-type", "")}
    else:
        told = str(found.http_headers.get_statuscode()) if found.http_headers else ""
        status = int(told) if told.isascii() and told.isdigit() and len(told) == 3 else 0
    return Record(number, found.rec_type, about.get("warc-target-uri", ""), status, about, answer)


def _headers(told: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in told.headers:
        found.setdefault(name.lower(), value.strip()[:_LONGEST_VALUE])
    return found


def read_payload(record: Record, stream: Any) -> bytes:
    """Read the body of an answer from its record's stream, the transfer coding undone, the content coding not."""
    payload = bytearray()
    while piece := stream.read(_STEP):
        payload += piece
        if len(payload) > LARGEST_PAYLOAD:
            raise LargeArchiveError(f"a page of more than {LARGEST_PAYLOAD // 1_000_000} MB")
    if stream.limit:
        raise BrokenArchiveError("it breaks off in the middle of the page")
    is_chunked = "chunked" in record.headers.get("transfer-encoding", "").lower()
    return _without_chunks(bytes(payload)) if is_chunked else bytes(payload)


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
        raise BrokenArchiveError("it breaks off in the middle of the page") from error


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
            raise BrokenArchiveError("it holds a record with a header without an end")
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
            raise LargeArchiveError(f"more than {MOST_INSIDE // 1_000_000} MB when it is unpacked")
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
                    raise LargeArchiveError(f"more than {_MOST_MEMBERS:,} packed members")
                self._inflate = zlib.decompressobj(_GZIP_WINDOW)
            try:
                piece = bytes(self._inflate.decompress(self._packed, size))
            except zlib.error as error:
                raise BrokenArchiveError("it is no valid gzip") from error
            self._is_full = len(piece) == size and not self._inflate.eof
            if self._inflate.eof:
                self._packed, self._inflate = self._inflate.unused_data, None
            else:
                self._packed = self._inflate.unconsumed_tail
            if piece:
                return piece
