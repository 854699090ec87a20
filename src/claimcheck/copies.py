"""Saved copies of pages on disk, read as if a server had sent them."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from claimcheck.extract.body import Body, Unreadable
from claimcheck.model import Reason

_TYPES = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".txt": "text/plain",
    ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown", ".pdf": "application/pdf",
    ".mhtml": "multipart/related", ".gz": "application/gzip",
}  # fmt: skip
LARGEST = 20_000_000
"""Bytes; as for a page from the web."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A saved copy and its fingerprint."""

    body: Body
    sha256: str


def read_copy(path: str, url: str) -> Copy | Unreadable:
    """Read a saved copy of the page at `url`; the file's ending says what it is."""
    file = Path(path)
    try:
        if file.stat().st_size > LARGEST:
            return Unreadable(Reason.TOO_LARGE, f"The copy {path} is larger than {LARGEST // 1_000_000} MB.")
        content = file.read_bytes()
    except OSError as error:
        return Unreadable(Reason.DAMAGED, f"The copy {path} cannot be read: {error.strerror}.")
    body = Body(content, _TYPES.get(file.suffix.lower()), None, url)
    return Copy(body, hashlib.sha256(content).hexdigest())
