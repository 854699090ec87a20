"""What a body is: where a header lies, where it says nothing, and what is not read at all."""

import json
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.body import Body
from claimcheck.extract.sniff import refuse_type, type_of

PAGE = (
    "<!doctype html>\n<html><head><title>Ferries</title></head><body><p>The ferries came.</p></body></html>\n"
)
XHTML = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n'
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>y</p></body></html>'
)
RSS = '<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0"><channel><title>News</title></channel></rss>'
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>'
SITEMAP = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>'
JSON = '{"title": "Ferries", "pages": [1, 2]}'
SAVED = 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n--x--\r\n'


def told(content: str | bytes, declared: str | None = None) -> str:
    return type_of(Body(content.encode() if isinstance(content, str) else content, declared, None, ""))


def advice(content: str | bytes, declared: str | None = None) -> str:
    body = Body(content.encode() if isinstance(content, str) else content, declared, None, "")
    found = refuse_type(body, type_of(body))
    assert found.detail.endswith(".")
    return found.detail


@pytest.mark.parametrize(
    "declared",
    [
        None,
        "",
        "application/octet-stream",
        "binary/octet-stream",
        "application/xml",
        "text/xml",
        "text/plain",
        "text/markdown",
        "application/pdf",
        "multipart/related",
    ],
)
@pytest.mark.parametrize(
    "content",
    [
        PAGE,
        f"\ufeff \n{PAGE}",
        XHTML,
        f"<!-- saved from url=(0033)https://harbour-post.example/a -->\n{PAGE}",
        "<html><head><title>x</title></head><body>y",
        "<!DOCTYPE html><title>x</title><p>y",
        PAGE.encode("utf-16"),
        PAGE.encode("utf-16-le"),
        "<!---->" * 500 + PAGE,
        f"{PAGE}<!-- served in 3 ms --><script>1</script>",
    ],
)  # fmt: skip
def test_a_page_is_one_whatever_it_is_called(content: str | bytes, declared: str | None) -> None:
    """Servers call it plain text, a stream of bytes or XML; copies lose their ending."""
    assert told(content, declared) == "text/html"


@pytest.mark.parametrize("declared", [None, "application/octet-stream", "application/xml"])
@pytest.mark.parametrize(
    "junk",
    ["Warning: undefined index in /srv/a.php on line 3\n", "x", "\x00\x00", "<br />\n<b>Notice</b>: none\n"],
)
def test_junk_before_a_page_does_no_harm(junk: str, declared: str | None) -> None:
    """Programs write their warnings there."""
    assert told(junk + PAGE, declared) == "text/html"


@pytest.mark.parametrize(
    "content",
    ["<p>One</p>", "<div class=a>One</div>", "<h1>One</h1>", "<!-- a --> One", "<script>1</script>"],
)
def test_a_piece_of_a_page_is_one_where_nobody_says_what_it_is(content: str) -> None:
    """As browsers see it; a declared text stays one."""
    assert told(content) == "text/html"
    assert told(content, "text/plain") == "text/plain"
    assert told(content, "application/xml") == "application/xml"


@pytest.mark.parametrize(
    "content",
    [
        "The ferries came.",
        "<html> is the first tag of every page; <head> and <body> stand in it, and </html> ends it.",
        "<!doctype html> must stand at the top, said the teacher.",
        f"{PAGE}\nThat was a whole page, which every beginner should try to write.",
        f"Write this:\n\n{PAGE}",
        "<p>a &amp; b</p>",
        JSON,
        "[1] See the note.",
        "MIME-Version: 1.0\nis a line that every mail has.",
        "From: Ida\nTo: Ole\nMIME-Version: 1.0\nContent-Type: text/plain\n\nThe ferries came.",
        "%PDF is how such a file begins.",
        "Fähren für den Sund".encode("utf-16"),
        "Two\x07 bells\x1b[0m",
        RSS.replace("<?xml", "This: <?xml"),
    ],
)
def test_a_plain_text_stays_one_even_if_it_quotes_a_page(content: str | bytes) -> None:
    """A text about web pages is no web page."""
    assert told(content, "text/plain") == "text/plain"


@pytest.mark.parametrize("content", ["The ferries came.", "[1] See the note.", "<3", "a < b", "{not json}"])
def test_what_looks_like_nothing_else_is_plain_text(content: str) -> None:
    """Where nobody says more."""
    assert told(content) == told(content, "application/octet-stream") == "text/plain"


@pytest.mark.parametrize(
    "declared", [None, "text/html", "text/xml", "application/xml", "application/octet-stream"]
)
@pytest.mark.parametrize(
    ("content", "content_type"), [(RSS, "application/rss+xml"), (ATOM, "application/atom+xml")]
)
def test_a_feed_is_no_page(content: str, content_type: str, declared: str | None) -> None:
    """Whatever it is called; the hint names what to cite."""
    assert told(content, declared) == content_type
    assert advice(content, declared) == "This is a feed, not a page; cite the article that it lists."


def test_a_declared_feed_is_one() -> None:
    """Nobody looks into it."""
    for declared in ("application/rss+xml", "application/atom+xml", "application/feed+json"):
        assert "feed" in advice("x", declared)


@pytest.mark.parametrize("declared", [None, "text/html", "text/xml", "application/xml"])
def test_a_sitemap_is_no_page(declared: str | None) -> None:
    """It lists pages."""
    assert "sitemap" in advice(SITEMAP, declared)


@pytest.mark.parametrize("declared", [None, "text/html", "application/json", "application/octet-stream"])
@pytest.mark.parametrize("content", [JSON, f" \n{JSON}", "[]", "[1, 2]", json.dumps(["ä"] * 1000)])
def test_data_are_no_page(content: str, declared: str | None) -> None:
    """An interface answers in place of the page that it feeds."""
    assert told(content, declared) == "application/json"
    assert "data (application/json)" in advice(content, declared)


@pytest.mark.parametrize("content", ["{" * 100_000, '{"a": ' * 5000, "[" * 100_000, '{"a"'])
def test_what_only_begins_like_data_is_text(content: str) -> None:
    """However deep it seems to go."""
    assert told(content) == "text/plain"


def zipped(*names: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 3000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "kind", "word"),
    [
        (b"\x89PNG\r\n\x1a\n", "image/png", "picture"),
        (b"GIF89a..", "image/gif", "picture"),
        (b"\xff\xd8\xff\xe0..", "image/jpeg", "picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp", "picture"),
        (b"\x00\x00\x00 ftypavif", "image/avif", "picture"),
        (b"\x00\x00\x00 ftypisom", "video/mp4", "recording"),
        (b"\x1a\x45\xdf\xa3...", "video/webm", "recording"),
        (b"ID3\x03...", "audio/mpeg", "recording"),
        (b"OggS\x00...", "application/ogg", "recording"),
        (b"PK\x03\x04....", "application/zip", "archive"),
        (zipped("pages/a.html"), "application/zip", "archive"),
        (zipped("[Content_Types].xml", "_rels/.rels", "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "office"),
        (zipped("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage", "office"),
        (b"{\\rtf1 The ferries came.}", "application/rtf", "office"),
        (b"\x1f\x8b\x08..", "application/gzip", "archive"),
        (b"Rar!\x1a\x07\x00", "application/vnd.rar", "archive"),
        (b"WARC/1.0\r\n", "application/warc", "archive"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("declared", ["text/html", "text/plain", "application/octet-stream", None])
def test_the_first_bytes_tell_what_is_not_read(
    content: bytes, kind: str, word: str, declared: str | None
) -> None:
    """Each with what to do about it."""
    assert told(content, declared) == kind
    assert word in advice(content, declared)
    assert kind in advice(content, declared)


@pytest.mark.parametrize(
    ("declared", "word"),
    [
        ("image/svg+xml", "picture"),
        ("video/x-flv", "recording"),
        ("application/msword", "office"),
        ("application/vnd.ms-excel", "office"),
        ("application/ld+json", "data"),
        ("application/x-tar", "archive"),
        ("text/css", "type text/css"),
        ("nonsense", "type nonsense"),
    ],
)
def test_other_types_are_believed(declared: str, word: str) -> None:
    """It is not known how a reader would see them."""
    assert told("x", declared) == declared
    assert word in advice("x", declared)


def test_a_named_office_file_keeps_its_name() -> None:
    """The first bytes say no more than that it is packed."""
    named = "application/vnd.oasis.opendocument.text"
    assert told(zipped("content.xml"), named) == named
    assert "office" in advice(zipped("content.xml"), named)


@pytest.mark.parametrize(
    "declared",
    [None, "text/html", "text/plain", "message/rfc822", "application/x-mimearchive", "multipart/related"],
)
def test_a_saved_page_is_known_by_its_header(declared: str | None) -> None:
    """Whatever its ending says."""
    assert told(SAVED, declared) == "multipart/related"


@pytest.mark.parametrize("content", [bytes(range(256)) * 8, b"\x7fELF\x02\x01\x01\x00\x00\x00\x03" * 100])
def test_bytes_of_no_text_are_not_read_as_one(content: bytes) -> None:
    """Servers call plain text what they do not know."""
    assert told(content, "text/plain") == told(content) == "application/octet-stream"


def test_comments_without_an_end_take_no_time() -> None:
    """A pattern that looks for the end of each in every way would never come back."""
    for content in (
        "<!---->" * 3_000_000,
        "<!-- " * 3_000_000,
        f"{PAGE}{'<!---->' * 3_000_000}",
        "<?" * 3_000_000,
    ):
        for declared in (None, "text/plain", "text/html", "text/xml"):
            assert told(content, declared)


@given(
    st.binary(max_size=200),
    st.sampled_from(
        [None, "text/html", "text/plain", "text/xml", "application/pdf", "multipart/related", ""]
    ),
)
def test_anything_has_a_type(content: bytes, declared: str | None) -> None:
    """And a sentence, should it not be read."""
    assert told(content, declared) or declared == ""
    assert advice(content, declared)
