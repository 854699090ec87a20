"""Pages that a browser saved in one file: the page comes out as its server had sent it."""

import base64
import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract.body import Body, Unreadable
from claimcheck.extract.document import look_at, read_document
from claimcheck.extract.mhtml import read_mhtml
from claimcheck.model import Document, Reason

URL = "https://cited.example/story"
SAVED_FROM = "https://harbour-post.example/2026/06/ferries"
STORY = (
    "The harbour council bought fifty electric ferries on 12 June – “for good”, said the mayor of Sjøhavn."
)
PAGE = f'<!doctype html><html><head><meta charset="utf-8"><title>Ferries</title><link rel="canonical" href="/f"></head><body><article><p>{STORY}</p></article></body></html>'


def part(content: bytes, *header: str) -> bytes:
    return "\r\n".join((*header, "", "")).encode() + content


def html_part(content: str | bytes = PAGE, *header: str) -> bytes:
    body = content.encode() if isinstance(content, str) else content
    return part(
        quopri.encodestring(body),
        "Content-Type: text/html", "Content-Transfer-Encoding: quoted-printable", f"Content-Location: {SAVED_FROM}", *header,
    )  # fmt: skip


PICTURE = part(
    base64.encodebytes(b"\x89PNG" * 100), "Content-Type: image/png", "Content-Transfer-Encoding: base64"
)
FRAME = part(
    b"<p>An advertisement.</p>", "Content-Type: text/html", "Content-Location: https://ads.example/f"
)


def saved(
    *parts: bytes, header: str = f"Snapshot-Content-Location: {SAVED_FROM}", about: str = "", end: bool = True
) -> bytes:
    """Write a file as Chromium does."""
    head = (
        f"From: <Saved by Blink>\r\n{header}\r\nSubject: =?utf-8?Q?Ferries=20=E2=80=93=20Harbour=20Post?=\r\n"
        "Date: Fri, 19 Jun 2026 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";{about}\r\n\tboundary="----MultipartBoundary--abc----"\r\n\r\n\r\n'
    )
    mark = b"------MultipartBoundary--abc----"
    body = b"".join(mark + b"\r\n" + one + b"\r\n" for one in parts)
    return head.encode() + body + (mark + b"--\r\n" if end else b"")


def document(content: bytes, content_type: str | None = "multipart/related") -> Document:
    found = read_document(Body(content, content_type, None, URL))
    assert isinstance(found, Document)
    return found


def broken(content: bytes) -> Unreadable:
    found = read_mhtml(Body(content, "multipart/related", None, URL))
    assert isinstance(found, Unreadable)
    assert found.reason is Reason.DAMAGED
    assert "MHTML" in found.detail
    assert found.detail.endswith(".")
    assert read_document(Body(content, "multipart/related", None, URL)) == found
    return found


@pytest.mark.parametrize(
    "declared", ["multipart/related", "text/html", "message/rfc822", "application/octet-stream", None]
)
def test_a_saved_page_is_read_like_the_page_itself(declared: str | None) -> None:
    """Its type, size and addresses are those of the page, wherever the file was named."""
    found = document(saved(html_part(), PICTURE, FRAME), declared)
    assert found.text == STORY
    assert (found.content_type, found.size, found.title) == ("text/html", len(PAGE.encode()), "Ferries")
    assert found.canonical_url == "https://harbour-post.example/f"
    assert not found.charset_guessed


def test_a_recogniser_sees_the_page_in_the_file() -> None:
    """A wall that was saved is one."""
    assert look_at(Body(saved(html_part()), None, None, URL)).title == "Ferries"
    assert look_at(Body(saved(PICTURE), None, None, URL)).title == ""


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        ("quoted-printable", quopri.encodestring(PAGE.encode())),
        ("base64", base64.encodebytes(PAGE.encode())),
        ("Base64", base64.b64encode(PAGE.encode())),
        ("8bit", PAGE.encode()),
        ("binary", PAGE.encode()),
    ],
)
def test_any_transfer_encoding_is_undone(encoding: str, content: bytes) -> None:
    """Chromium writes quoted-printable or binary, others base64."""
    one = part(content, "Content-Type: text/html; charset=utf-8", f"Content-Transfer-Encoding: {encoding}")
    assert document(saved(one)).text == STORY


@pytest.mark.parametrize("charset", ["windows-1252", "utf-16", "iso-8859-1"])
def test_the_part_names_its_charset(charset: str) -> None:
    """As a server's header does."""
    text = "<p>The mayor of Sjøhavn paid for fifty ferries.</p>"
    one = part(
        base64.encodebytes(text.encode(charset)),
        f'Content-Type: text/html; charset="{charset}"',
        "Content-Transfer-Encoding: base64",
    )
    assert document(saved(one)).text == "The mayor of Sjøhavn paid for fifty ferries."


def test_the_page_is_found_among_frames() -> None:
    """By the address that the file was saved from; the frames may come first."""
    assert document(saved(FRAME, html_part())).text == STORY


def test_the_page_is_found_by_its_id() -> None:
    """As the RFC has it."""
    content = saved(
        FRAME, html_part(PAGE, "Content-ID: <page@x>"), header="X: y", about='\r\n\tstart="<page@x>";'
    )
    assert document(content).text == STORY


def test_without_a_hint_the_first_page_is_the_page() -> None:
    """Pictures may stand before it."""
    assert document(saved(PICTURE, html_part(), FRAME, header="X: y")).text == STORY


def test_a_page_in_two_forms_is_read_as_html() -> None:
    """The forms are a message within the message."""
    forms = b"--in\r\nContent-Type: text/plain\r\n\r\nplain\r\n--in\r\n" + html_part() + b"\r\n--in--\r\n"
    assert (
        document(saved(part(forms, 'Content-Type: multipart/alternative; boundary="in"'), PICTURE)).text
        == STORY
    )


def test_a_file_with_nothing_but_a_page_is_read() -> None:
    """Some browsers leave the parts out where there are no pictures."""
    head = "From: <Saved by a browser>\nSubject: x\nMIME-Version: 1.0\n"
    assert document(head.encode() + html_part()).text == STORY


def test_a_part_without_a_header_is_passed_over() -> None:
    """It is plain text, by the RFC."""
    assert document(saved(b"\r\n<p>nothing</p>", html_part())).text == STORY


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_line_ends_may_be_of_either_kind(line_end: bytes) -> None:
    """Files are copied between systems."""
    assert document(saved(html_part(), PICTURE).replace(b"\r\n", line_end)).text == STORY


def test_pictures_that_break_off_cost_nothing() -> None:
    """The page is whole."""
    assert document(saved(html_part(), PICTURE, end=False)[:-50]).text == STORY


def test_the_page_has_no_address_but_that_of_the_source_where_the_file_tells_none() -> None:
    """Nor where it tells one that is none."""
    one = part(PAGE.encode(), "Content-Type: text/html", "Content-Location: file:///home/ida/a.html")
    page = read_mhtml(Body(saved(one, header="Snapshot-Content-Location: cid:x"), None, None, URL))
    assert isinstance(page, Body)
    assert page.url == URL


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (saved(PICTURE), "no HTML"),
        (saved(), "no HTML"),
        (saved(html_part(), end=False), "breaks off"),
        (saved(html_part(), end=False)[:800], "breaks off"),
        (saved(end=False), "no parts"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx", "where its parts begin"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--y", "no parts"),
        (saved(part(b"QUJDR", "Content-Type: text/html", "Content-Transfer-Encoding: base64")), "base64"),
        (saved(part(b"x", "Content-Type: text/html", "Content-Transfer-Encoding: x-uuencode")), "x-uuencode"),
        (saved(html_part(saved(html_part()))), "another saved page"),
        (saved(*[b"\r\n"] * 6000), "parts"),
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\nX: " + b"x" * 100_000,
            "without an end",
        ),
        (b"", "no HTML"),
        (b"MIME-Version: 1.0", "no HTML"),
    ],
)
def test_what_is_no_saved_page_is_damaged(content: bytes, word: str) -> None:
    """Each says what is wrong with it."""
    assert word in broken(content).detail


def test_messages_within_messages_come_to_an_end() -> None:
    """No page lies a thousand deep."""
    content = html_part()
    for depth in range(1000):
        content = part(
            b"--b%d\r\n%s\r\n--b%d--\r\n" % (depth, content, depth),
            f"Content-Type: multipart/related; boundary=b{depth}",
        )
    assert "no HTML" in broken(b"MIME-Version: 1.0\r\n" + content).detail


pieces = st.sampled_from(
    [b"\r\n", b"\n", b"--x", b"--x--", b"--", b"Content-Type: text/html\r\n", b"Content-Type: multipart/related; boundary=x\r\n", b"Content-Type: \xff\r\n",
     b"Content-Transfer-Encoding: base64\r\n", b"Content-Location: \r\n", b"<p>A ferry.</p>", b"QUJD", b"=41", b": ", b" \t", b"\x00"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(pieces | st.binary(max_size=8), max_size=30).map(b"".join))
def test_anything_is_a_page_or_damaged(content: bytes) -> None:
    """With the header of a saved page before it, or without one."""
    for start in (b"", b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"):
        found = read_mhtml(Body(start + content, "multipart/related", None, URL))
        assert isinstance(found, Body) or found.reason is Reason.DAMAGED
        read_document(Body(start + content, "multipart/related", None, URL))
