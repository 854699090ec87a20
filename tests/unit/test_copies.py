"""Saved copies of pages: read like an answer of a server, or unreadable for a reason."""

import hashlib
from pathlib import Path

import pytest

from claimcheck.copies import LARGEST, Copy, read_copy
from claimcheck.extract.body import Unreadable
from claimcheck.extract.document import read_document
from claimcheck.model import Document, Reason

URL = "https://a.example/story"
HTML = b"<!doctype html><p>The ferries were bought in June."


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.html", "text/html"),
        ("a.htm", "text/html"),
        ("A.HTML", "text/html"),
        ("a.xhtml", "application/xhtml+xml"),
        ("a.txt", "text/plain"),
        ("a.text", "text/plain"),
        ("a.md", "text/markdown"),
        ("a.markdown", "text/markdown"),
        ("a.pdf", "application/pdf"),
        ("a.mhtml", "multipart/related"),
        ("a.warc.gz", "application/gzip"),
        ("2026.06.story.html", "text/html"),
        ("a", None),
        ("a.php", None),
        (".html", None),
    ],
)
def test_the_ending_says_what_a_copy_is(tmp_path: Path, name: str, content_type: str | None) -> None:
    """Case aside; a copy with another ending is recognised by its content."""
    path = tmp_path / name
    path.write_bytes(HTML)
    copy = read_copy(str(path), URL)
    assert isinstance(copy, Copy)
    assert copy.body.content_type == content_type
    assert (copy.body.content, copy.body.charset, copy.body.url) == (HTML, None, URL)
    assert copy.sha256 == hashlib.sha256(HTML).hexdigest()


@pytest.mark.parametrize("name", ["a.html", "a.xhtml", "a", "a.php"])
def test_a_saved_page_is_read_like_a_live_one(tmp_path: Path, name: str) -> None:
    """With or without an ending that tells."""
    path = tmp_path / name
    path.write_bytes(HTML)
    copy = read_copy(str(path), URL)
    assert isinstance(copy, Copy)
    document = read_document(copy.body)
    assert isinstance(document, Document)
    assert document.text == "The ferries were bought in June."


def test_a_missing_copy_is_damaged(tmp_path: Path) -> None:
    """It was there when the claims file was read; the reason names the path and what the system says."""
    path = str(tmp_path / "gone.html")
    copy = read_copy(path, URL)
    assert copy == Unreadable(Reason.DAMAGED, f"The copy {path} cannot be read: No such file or directory.")


def test_a_folder_is_no_copy(tmp_path: Path) -> None:
    """A result, not an exception."""
    copy = read_copy(str(tmp_path), URL)
    assert isinstance(copy, Unreadable)
    assert copy.reason is Reason.DAMAGED


def test_a_copy_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """The size is looked at first: this one has a terabyte of nothing."""
    path = tmp_path / "huge.html"
    with path.open("wb") as stream:
        stream.truncate(10**12)
    copy = read_copy(str(path), URL)
    assert isinstance(copy, Unreadable)
    assert copy.reason is Reason.TOO_LARGE
    assert "20 MB" in copy.detail


def test_the_largest_copy_is_read(tmp_path: Path) -> None:
    """The limit itself is allowed, as for a page from the web."""
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(LARGEST)
    assert isinstance(read_copy(str(path), URL), Copy)


def test_an_empty_copy_is_read_and_found_empty(tmp_path: Path) -> None:
    """Reading a file and making something of it are two steps."""
    path = tmp_path / "empty.html"
    path.touch()
    copy = read_copy(str(path), URL)
    assert isinstance(copy, Copy)
    document = read_document(copy.body)
    assert isinstance(document, Unreadable)
    assert document.reason is Reason.EMPTY
