"""Saved copies of pages: read like an answer of a server, or unreadable for a reason."""

import gzip
import hashlib
import sys
import zipfile
import zlib
from pathlib import Path

import brotli
import pytest
from tests.unit.extract.pdfs import column, pdf
from tests.unit.extract.warcs import answer, archive

from claimcheck.extract.body import Unreadable
from claimcheck.extract.document import read_document
from claimcheck.gather.copies import LARGEST, LARGEST_ARCHIVE, Copy, read_copy
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
        ("a.mht", "multipart/related"),
        ("a.gz", None),
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


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (
            b"<!DOCTYPE html>\n<!-- saved from url=(0023)https://b.example/story -->\n<html>",
            "https://b.example/story",
        ),
        (
            b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://b.example/story\r\nMIME-Version: 1.0\r\n",
            "https://b.example/story",
        ),
        (b"<!-- saved from url=(0014)about:internet -->", None),
        (HTML, None),
    ],
)
def test_a_copy_may_tell_where_it_was_saved(tmp_path: Path, content: bytes, place: str | None) -> None:
    """Browsers write it down."""
    path = tmp_path / "a.html"
    path.write_bytes(content)
    copy = read_copy(str(path), URL)
    assert isinstance(copy, Copy)
    assert copy.saved_from == place


def test_a_missing_copy_is_damaged(tmp_path: Path) -> None:
    """It was there when the claims file was read; the reason names the path and what the system says."""
    path = str(tmp_path / "gone.html")
    copy = read_copy(path, URL)
    assert copy == Unreadable(Reason.DAMAGED, f"The file {path} cannot be read (no such file or directory).")


@pytest.mark.parametrize("ending", ["docx", "xlsx", "pptx", "odt", "ods", "odp"])
def test_an_office_document_is_told_as_one(tmp_path: Path, ending: str) -> None:
    """Nobody is to unpack it, though it is packed, and its first members may tell nothing."""
    path = tmp_path / f"story.{ending}"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("docProps/thumbnail.jpeg", "x")
    copy = read_copy(str(path), URL)
    assert isinstance(copy, Copy)
    document = read_document(copy.body)
    assert isinstance(document, Unreadable)
    assert document.detail.startswith("This is an office document (application/vnd.")


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


# --- what the ending does not say -----------------------------------------------------------------------------------

STORY = "The ferries were bought in June."
MHTML = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/story\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n'
    + HTML
    + b"\r\n--x--\r\n"
)


@pytest.mark.parametrize("name", ["a.html", "a.mhtml", "a.txt", "a.pdf", "a"])
@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (MHTML, "text/html"),
        (pdf(column([STORY])), "application/pdf"),
        (b"<!-- saved from url=(0023)https://a.example/story -->\n" + HTML, "text/html"),
        (HTML.decode().encode("utf-16"), "text/html"),
    ],
)
def test_a_copy_whose_ending_lies_is_known_by_its_content(
    tmp_path: Path, name: str, content: bytes, content_type: str
) -> None:
    """Files are renamed, and browsers save a page in one file under the ending of a page."""
    path = tmp_path / name
    path.write_bytes(content)
    copy = read_copy(str(path), URL)
    assert isinstance(copy, Copy)
    document = read_document(copy.body)
    assert isinstance(document, Document)
    assert (document.text, document.content_type) == (STORY, content_type)
    assert copy.sha256 == hashlib.sha256(content).hexdigest()


def test_the_folder_beside_a_saved_page_is_not_needed(tmp_path: Path) -> None:
    """Its pictures and styles say nothing."""
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "style.css").write_text("p {}")
    (tmp_path / "a.html").write_bytes(
        b"<!doctype html><link rel=stylesheet href=a_files/style.css><p>" + STORY.encode()
    )
    copy = read_copy(str(tmp_path / "a.html"), URL)
    assert isinstance(copy, Copy)
    document = read_document(copy.body)
    assert isinstance(document, Document)
    assert document.text == STORY


# --- web archives ---------------------------------------------------------------------------------------------------


def copied(tmp_path: Path, content: bytes, name: str = "a.warc.gz") -> Copy | Unreadable:
    path = tmp_path / name
    path.write_bytes(content)
    return read_copy(str(path), URL)


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc", "a.gz", "a.html", "a"])
@pytest.mark.parametrize("packed", [True, False])
def test_a_page_is_taken_out_of_a_web_archive(tmp_path: Path, name: str, *, packed: bool) -> None:
    """As it was recorded; the fingerprint is that of the file."""
    content = archive(
        answer(URL, HTML, "Content-Type: text/html; charset=windows-1252"),
        answer("https://b.example/", b"<p>x"),
        packed=packed,
    )
    copy = copied(tmp_path, content, name)
    assert isinstance(copy, Copy)
    assert (copy.body.content, copy.body.content_type, copy.body.charset, copy.body.url) == (
        HTML, "text/html", "windows-1252", URL
    )  # fmt: skip
    assert copy.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(HTML, mtime=0)),
        ("deflate", zlib.compress(HTML)),
        ("br", brotli.compress(HTML)),
        ("gzip, br", brotli.compress(gzip.compress(HTML, mtime=0))),
        ("identity", HTML),
        ("gzip", HTML),
        ("br", b"\xef\xbb\xbf " + HTML),
    ],
)
def test_the_content_coding_of_a_recorded_page_is_undone(tmp_path: Path, coding: str, body: bytes) -> None:
    """Unless the recorder has done so and left the header."""
    copy = copied(
        tmp_path, archive(answer(URL, body, "Content-Type: text/html", f"Content-Encoding: {coding}"))
    )
    assert isinstance(copy, Copy)
    assert copy.body.content.removeprefix(b"\xef\xbb\xbf ") == HTML


@pytest.mark.parametrize(
    ("coding", "body", "reason"),
    [
        ("gzip", gzip.compress(HTML, mtime=0)[:-8], Reason.DAMAGED),
        ("br", b"\xff" * 50, Reason.DAMAGED),
        ("x-own", b"\xff" * 50, Reason.DAMAGED),
        ("gzip", gzip.compress(b"<" * (LARGEST + 1), mtime=0), Reason.TOO_LARGE),
        (
            "gzip, gzip",
            gzip.compress(gzip.compress(b"<" * (LARGEST + 1), mtime=0), mtime=0),
            Reason.TOO_LARGE,
        ),
    ],
)
def test_a_recorded_page_that_cannot_be_decoded_is_not_read(
    tmp_path: Path, coding: str, body: bytes, reason: Reason
) -> None:
    """A bomb costs no more than its limit."""
    copy = copied(
        tmp_path, archive(answer(URL, body, "Content-Type: text/html", f"Content-Encoding: {coding}"))
    )
    assert isinstance(copy, Unreadable)
    assert copy.reason is reason


def test_an_archive_may_be_larger_than_a_page(tmp_path: Path) -> None:
    """It holds the films of the page too."""
    film = answer("https://a.example/film", b"\x00" * (LARGEST + 1000), "Content-Type: video/mp4")
    copy = copied(tmp_path, archive(film, answer(URL, HTML), packed=False))
    assert isinstance(copy, Copy)
    assert copy.body.content == HTML


def test_an_archive_beyond_all_measure_is_not_read(tmp_path: Path) -> None:
    """The size is looked at first."""
    path = tmp_path / "a.warc"
    path.write_bytes(b"WARC/1.1\r\n")
    with path.open("r+b") as stream:
        stream.truncate(LARGEST_ARCHIVE + 1)
    copy = read_copy(str(path), URL)
    assert isinstance(copy, Unreadable)
    assert copy.reason is Reason.TOO_LARGE
    assert "200 MB" in copy.detail


def test_an_archive_without_the_page_says_what_it_has(tmp_path: Path) -> None:
    """So that the right file is named next time."""
    copy = copied(
        tmp_path, archive(answer("https://b.example/1", b"<p>x"), answer("https://b.example/2", b"<p>x"))
    )
    assert isinstance(copy, Unreadable)
    assert copy.reason is Reason.EMPTY
    assert "https://b.example/1, https://b.example/2" in copy.detail


def test_a_copy_in_the_format_of_an_extra_that_is_missing_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the line that installs it."""
    monkeypatch.setitem(sys.modules, "warcio.recordloader", None)
    copy = copied(tmp_path, archive(answer(URL, HTML)))
    assert isinstance(copy, Unreadable)
    assert copy.reason is Reason.UNSUPPORTED_TYPE
    assert "claimcheck-cli[archive]" in copy.detail
