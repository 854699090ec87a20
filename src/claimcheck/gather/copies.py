"""Saved copies of pages on disk, read as if a server had sent them."""

import hashlib
import re
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from claimcheck.extract.body import Body, Unreadable
from claimcheck.extract.records import is_warc
from claimcheck.extract.warc import Recorded, find_page
from claimcheck.fetch.decode import BodyDecoder, DecodeError, TooLargeError
from claimcheck.model import Reason
from claimcheck.urls import is_http_url

_OFFICE = "application/vnd"
_TYPES = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".txt": "text/plain",
    ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown", ".pdf": "application/pdf",
    ".mhtml": "multipart/related", ".mht": "multipart/related",
    ".docx": f"{_OFFICE}.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": f"{_OFFICE}.openxmlformats-officedocument.presentationml.presentation",
    ".odt": f"{_OFFICE}.oasis.opendocument.text", ".ods": f"{_OFFICE}.oasis.opendocument.spreadsheet",
    ".odp": f"{_OFFICE}.oasis.opendocument.presentation",
}  # fmt: skip
LARGEST = 20_000_000
"""Bytes; as for a page from the web."""
LARGEST_ARCHIVE = 200_000_000
"""Bytes of a file with a page and all its pictures and films."""
_LOOKED_AT = 4096
"""Bytes that tell what a file is."""
_SAVED_FROM = re.compile(
    rb"<!-- saved from url=\(\d+\)(\S+) -->|(?m:^Snapshot-Content-Location:)\s*(\S+)", re.IGNORECASE
)
"""How browsers tell it: in a page of its own, and in one with its pictures."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A saved copy and its fingerprint."""

    body: Body
    sha256: str
    saved_from: str | None = None
    """The address that its program saved it from, where it says so."""


def read_copy(path: str, url: str) -> Copy | Unreadable:
    """Read a saved copy of the page at `url`; the file's ending says what it is, unless its content does."""
    try:
        with Path(path).open("rb") as file:
            size = file.seek(0, 2)
            file.seek(0)
            is_archive = is_warc(file.read(_LOOKED_AT))
            largest = LARGEST_ARCHIVE if is_archive else LARGEST
            if size > largest:
                return Unreadable(
                    Reason.TOO_LARGE, f"The file {path} is larger than {largest // 1_000_000} MB."
                )
            file.seek(0)
            return _from_archive(file, url) if is_archive else _from_file(file, Path(path).suffix, url)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        return Unreadable(Reason.DAMAGED, f"The file {path} cannot be read ({why}).")


def _from_file(file: BufferedReader, suffix: str, url: str) -> Copy:
    content = file.read()
    body = Body(content, _TYPES.get(suffix.lower()), None, url)
    saved = _SAVED_FROM.search(content[:_LOOKED_AT])
    place = (saved[1] or saved[2]).decode("latin-1") if saved else ""
    return Copy(body, hashlib.sha256(content).hexdigest(), place if is_http_url(place) else None)


def _from_archive(file: BufferedReader, url: str) -> Copy | Unreadable:
    recorded = find_page(file, url)
    if isinstance(recorded, Unreadable):
        return recorded
    try:
        content = _decoded(recorded)
    except TooLargeError as error:
        return Unreadable(Reason.TOO_LARGE, f"The page in the web archive {error}.")
    except DecodeError as error:
        return Unreadable(Reason.DAMAGED, f"The page in the web archive {error}.")
    file.seek(0)
    fingerprint = hashlib.file_digest(file, "sha256").hexdigest()
    body = Body(content, recorded.content_type, recorded.charset, recorded.url)
    return Copy(body, fingerprint, recorded.url)


def _decoded(recorded: Recorded) -> bytes:
    """Undo the content coding, unless the program that recorded the page has done so and left the header."""
    try:
        decoder = BodyDecoder(recorded.content_encoding, max_bytes=LARGEST)
        decoder.feed(recorded.payload)
        return decoder.finish()
    except TooLargeError:
        raise
    except DecodeError:
        if recorded.payload.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"<", b"%"}:
            return recorded.payload
        raise
