"""Web archives: the page that a source names, as it was recorded."""

import gzip
import io
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.extract.body import Unreadable
from claimcheck.extract.records import LARGEST_PAYLOAD, MOST_INSIDE, MOST_RECORDS, is_warc
from claimcheck.extract.warc import Recorded, find_page
from claimcheck.model import Reason

from .warcs import answer, archive, record

URL = "https://harbour-post.example/2026/06/ferries"
OTHER = "https://harbour-post.example/sport"
PAGE = b"<!doctype html><p>The ferries were bought in June."


def page(content: bytes, url: str = URL) -> Recorded:
    found = find_page(io.BytesIO(content), url)
    assert isinstance(found, Recorded), found
    return found


def refused(content: bytes, url: str = URL) -> Unreadable:
    found = find_page(io.BytesIO(content), url)
    assert isinstance(found, Unreadable)
    assert found.detail.endswith(".")
    return found


# --- which record ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("packed", "whole"), [(True, False), (True, True), (False, False)])
def test_the_page_is_found_among_all_that_was_recorded(*, packed: bool, whole: bool) -> None:
    """With its type and charset; requests, pictures and notes are passed over."""
    content = archive(
        record("request", URL, b"GET / HTTP/1.1\r\n\r\n", "Content-Type: application/http; msgtype=request"),
        answer(OTHER, b"<p>Sport"),
        answer(URL, PAGE, "Content-Type: text/html; charset=ISO-8859-1"),
        answer("https://harbour-post.example/a.png", b"\x89PNG", "Content-Type: image/png"),
        record("metadata", URL, b"x: y\r\n", "Content-Type: application/warc-fields"),
        packed=packed,
        whole=whole,
    )
    assert is_warc(content)
    assert page(content) == Recorded(URL, PAGE, "text/html", "iso-8859-1", "")


@pytest.mark.parametrize(
    "cited",
    [
        URL,
        f"{URL}/",
        f"{URL}#text",
        "http://harbour-post.example/2026/06/ferries",
        "https://www.harbour-post.example/2026/06/ferries",
        "https://HARBOUR-post.example:443/2026/06/ferries",
        "https://harbour-post.example/2026/06/%66erries",
    ],
)
def test_spellings_of_an_address_are_one(cited: str) -> None:
    """Scheme, `www.`, the last slash, the fragment and needless escapes aside; on both sides."""
    others = answer(OTHER, b"<p>Sport"), answer(f"{URL}?page=2", b"<p>Page two")
    assert page(archive(answer(URL, PAGE), *others), cited).payload == PAGE
    assert page(archive(answer(cited, PAGE), *others), URL).payload == PAGE


def test_names_in_other_scripts_are_one_with_their_escapes() -> None:
    """As browsers write them."""
    content = archive(answer("https://xn--hfen-loa.example/f%C3%A4hren", PAGE), answer(OTHER, b"<p>Sport"))
    assert page(content, "https://häfen.example/fähren").payload == PAGE


def test_the_last_of_several_records_counts() -> None:
    """It is the latest."""
    assert page(archive(answer(URL, b"<p>old"), answer(OTHER, b"<p>x"), answer(URL, PAGE))).payload == PAGE


def test_a_page_outranks_a_redirect_and_an_error_of_the_same_address() -> None:
    """`http` leads to `https`, and a second visit may have failed."""
    content = archive(
        answer(URL.replace("https", "http"), b"", f"Location: {URL}", status="301 Moved"),
        answer(URL, PAGE),
        answer(URL, b"<p>Error", status="503 Busy"),
        answer(URL, b"", status="304 Not Modified"),
        answer(URL, b"<p>part", status="206 Partial Content"),
    )
    assert page(content).payload == PAGE


@pytest.mark.parametrize("location", ["https://new.example/f?a=1", "//new.example/f?a=1"])
def test_recorded_redirects_are_followed(location: str) -> None:
    """Over several hops, in whatever order they stand."""
    content = archive(
        answer("https://new.example/f?a=1", b"", "Location: /final/", status="302 Found"),
        answer("https://new.example/final/", PAGE),
        answer(URL, b"", f"Location: {location}", status="301 Moved"),
        answer(OTHER, b"<p>Sport"),
    )
    assert page(content) == Recorded("https://new.example/final/", PAGE, "text/html", "utf-8", "")


def test_redirects_in_a_circle_lead_nowhere() -> None:
    """The other page of the file is not what they lead to."""
    content = archive(
        answer(URL, b"", f"Location: {URL}/2", status="302 Found"),
        answer(f"{URL}/2", b"", f"Location: {URL}", status="302 Found"),
        answer(OTHER, b"<p>Sport"),
    )
    assert refused(content).reason is Reason.EMPTY


@pytest.mark.parametrize("location", ["http://[", "mailto:a@b.example", "", "http://x.example:99999/"])
def test_redirects_to_what_is_no_address_lead_nowhere(location: str) -> None:
    """Servers write anything there."""
    content = archive(
        answer(URL, b"", f"Location: {location}", status="302 Found"), answer(OTHER, b"<p>Sport")
    )
    assert "status 302" in refused(content).detail


def test_the_only_page_of_an_archive_is_meant() -> None:
    """Its address may be any; pictures beside it are no pages, and it may have been recorded twice."""
    content = archive(
        answer(OTHER, b"<p>x"),
        answer("https://a.example/x.png", b"x", "Content-Type: image/png"),
        answer(f"{OTHER}/", PAGE),
    )
    assert page(content, "https://example.invalid/") == Recorded(f"{OTHER}/", PAGE, "text/html", "utf-8", "")


def test_a_resource_is_a_page_too() -> None:
    """Of a recorder that keeps no header of the server."""
    content = archive(record("resource", URL, PAGE, "Content-Type: text/html"), answer(OTHER, b"<p>Sport"))
    assert page(content) == Recorded(URL, PAGE, "text/html", None, "")


@pytest.mark.parametrize(
    "pointer",
    [
        ["WARC-Refers-To: <urn:uuid:1>"],
        [f"WARC-Refers-To-Target-URI: {OTHER}", "WARC-Refers-To-Date: 2026-06-01T00:00:00Z"],
        ["WARC-Payload-Digest: sha1:ABC"],
    ],
)
def test_a_page_that_has_not_changed_is_read_where_it_was_recorded_first(pointer: list[str]) -> None:
    """By the record's name, by its address and date, or by its fingerprint."""
    content = archive(
        answer("https://x.example/", b"<p>another"),
        answer(
            OTHER,
            PAGE,
            about=[
                "WARC-Record-ID: <urn:uuid:1>",
                "WARC-Date: 2026-06-01T00:00:00Z",
                "WARC-Payload-Digest: sha1:ABC",
            ],
        ),
        answer(URL, b"", about=pointer, kind="revisit"),
    )
    assert page(content).payload == PAGE


def test_a_page_that_has_not_changed_since_another_archive_is_not_there() -> None:
    """There is nothing to read."""
    content = archive(
        answer(URL, b"", about=["WARC-Refers-To: <urn:uuid:9>"], kind="revisit"), answer(OTHER, PAGE)
    )
    assert refused(content).reason is Reason.EMPTY


# --- no page --------------------------------------------------------------------------------------------------------


def test_what_an_archive_holds_is_told_where_the_page_is_not_in_it() -> None:
    """A few of the addresses."""
    found = refused(archive(*(answer(f"https://a.example/{number}", PAGE) for number in range(9))))
    assert found.reason is Reason.EMPTY
    assert "it holds https://a.example/0, https://a.example/1, https://a.example/2 and 6 more" in found.detail


def test_an_error_that_was_recorded_is_no_page() -> None:
    """Nor does another page stand in for it."""
    found = refused(archive(answer(URL, b"<p>Gone", status="404 Not Found"), answer(OTHER, PAGE)))
    assert found.reason is Reason.EMPTY
    assert "status 404" in found.detail


@pytest.mark.parametrize(
    "content", [archive(), archive(answer(URL, b"x", "Content-Type: image/png", status="204 None"))]
)
def test_an_archive_without_a_page_says_so(content: bytes) -> None:
    """There may be nothing but pictures in it."""
    assert refused(content, OTHER).detail == "The web archive holds no page."


# --- bodies ---------------------------------------------------------------------------------------------------------


def chunked(body: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    return (
        b"".join(
            b"%x;a=b\r\n%s\r\n" % (len(body[at : at + 7]), body[at : at + 7]) for at in range(0, len(body), 7)
        )
        + end
    )


def test_chunks_are_put_together() -> None:
    """Where the recorder has not done so, and left the header."""
    headers = "Content-Type: text/html", "Transfer-Encoding: chunked", "Content-Encoding: gzip"
    packed = gzip.compress(PAGE, mtime=0)
    for body in (chunked(packed), packed):
        assert page(archive(answer(URL, body, *headers))) == Recorded(URL, packed, "text/html", None, "gzip")


@pytest.mark.parametrize("body", [chunked(PAGE, b""), chunked(PAGE)[:-15]])
def test_chunks_that_break_off_are_damaged(body: bytes) -> None:
    """A part of a page is none."""
    headers = "Content-Type: text/html", "Transfer-Encoding: chunked"
    assert refused(archive(answer(URL, body, *headers))).reason is Reason.DAMAGED


@pytest.mark.parametrize("status", ["HTTP/2 200", "HTTP/1.0 200 OK", "HTTP/2.0 200 ", "h2 200 OK"])
def test_any_version_of_the_protocol_is_read(status: str) -> None:
    """Browsers record more than the library expects."""
    block = f"{status}\r\nContent-Type: text/html\r\n\r\n".encode() + PAGE
    content = archive(
        record("response", URL, block, "Content-Type: application/http"), answer(OTHER, b"<p>x")
    )
    assert page(content).payload == PAGE


# --- damage, and harm -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"WARC/1.0\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: metadata\r\n\r\n",
        archive(answer(OTHER, PAGE)) + b"\x1f\x8b" + b"\xff" * 50,
        archive(answer(URL, PAGE), packed=False) + b"junk\r\n\r\n",
        archive(answer(URL, PAGE), packed=False)[:-40],
        archive(answer(URL, PAGE))[:-30],
        archive(record("response", URL, PAGE, length=10_000), packed=False),
        archive(record("response", URL, PAGE, length=-1), packed=False),
        archive(packed=False) + b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nHTTP/1",
        archive(packed=False) + b"WARC/1.0\r\n" + b"X: " + b"y" * 100_000,
        archive(packed=False) + b"WARC/1.0\r\n" + b"X: y\r\n" * 5000 + b"\r\n",
        gzip.compress(archive(packed=False), mtime=0)[:-20] + b"\xff" * 40,
    ],
)
def test_what_is_no_whole_archive_is_damaged(content: bytes) -> None:
    """Each part of the header may be wrong."""
    assert refused(content).reason in {Reason.DAMAGED, Reason.EMPTY}


@pytest.mark.parametrize(
    "content",
    [
        archive(answer(URL, PAGE * 10_000), packed=False)[:-200_000],
        archive(answer(URL, PAGE * 10_000))[:-500],
    ],
)
def test_a_page_that_breaks_off_is_damaged(content: bytes) -> None:
    """Half of it would say half the truth."""
    assert refused(content).reason is Reason.DAMAGED


def test_padding_after_the_last_record_does_no_harm() -> None:
    """Tapes and disks leave some."""
    assert page(archive(answer(URL, PAGE)) + b"\x00" * 100).payload == PAGE


def test_a_file_that_unpacks_without_an_end_is_too_large() -> None:
    """A few hundred KB may hold gigabytes."""
    step = gzip.compress(b"\x00" * 50_000_000, mtime=0)
    content = gzip.compress(record("metadata", OTHER, b"", length=10**12)[:-4], mtime=0) + step * (
        MOST_INSIDE // 50_000_000 + 1
    )
    assert refused(content).reason is Reason.TOO_LARGE


def test_a_page_beyond_all_measure_is_too_large() -> None:
    """As one from the web would be."""
    assert refused(archive(answer(URL, b"x" * (LARGEST_PAYLOAD + 1)))).reason is Reason.TOO_LARGE


def test_too_many_records_are_not_counted_to_the_end() -> None:
    """No page has so many parts."""
    content = archive(packed=False) + record("metadata", OTHER, b"") * MOST_RECORDS
    assert refused(content).reason is Reason.TOO_LARGE


def test_too_many_packed_pieces_are_not_unpacked_to_the_end() -> None:
    """Empty ones cost time and hold nothing."""
    content = archive() + gzip.compress(b"", mtime=0) * (2 * MOST_RECORDS)
    assert refused(content).reason is Reason.TOO_LARGE


def test_without_the_extra_an_archive_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only when one comes is it asked for."""
    monkeypatch.setitem(sys.modules, "warcio.recordloader", None)
    found = refused(archive(answer(URL, PAGE)))
    assert found.reason is Reason.UNSUPPORTED_TYPE
    assert 'pip install "claimcheck-cli[archive]"' in found.detail


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"WARC",
        b"WARC/2",
        b"<p>WARC/1.0",
        b"\x1f\x8b",
        gzip.compress(b"<p>WARC/1.0", mtime=0),
        b"\x1f\x8b" + b"\xff" * 50,
    ],
)
def test_other_files_are_no_archives(content: bytes) -> None:
    """A packed page is one that is packed."""
    assert not is_warc(content)


pieces = st.sampled_from(
    [b"WARC/1.0\r\n", b"WARC-Type: response\r\n", b"WARC-Type: revisit\r\n", b"Content-Length: 12\r\n", b"Content-Length: x\r\n", b"Content-Length: -3\r\n",
     b"WARC-Target-URI: <http://a/ b>\r\n", b"WARC-Target-URI: http://[\r\n", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302\r\nLocation: http://[\r\n",
     b"Transfer-Encoding: chunked\r\n", b"\r\n", b"\n", b" x\r\n", b"\xff: \xff\r\n", b"<p>x", b"5\r\n", b":\r\n"]
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(pieces | st.binary(max_size=8), max_size=40).map(b"".join), st.booleans())
def test_anything_is_a_page_or_is_not_read(content: bytes, packed: bool) -> None:
    """After a sound beginning or none."""
    for start in (b"WARC/1.0\r\n", archive(answer(OTHER, b"<p>x"), packed=False)):
        whole = start + content
        found = find_page(io.BytesIO(gzip.compress(whole, mtime=0) if packed else whole), URL)
        assert isinstance(found, Recorded) or found.reason in {Reason.DAMAGED, Reason.EMPTY}
