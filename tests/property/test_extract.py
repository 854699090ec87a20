"""Whatever a server sends, reading it gives a document or a reason, never an exception."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.extract.body import Body, Unreadable
from claimcheck.extract.charset import decode_text
from claimcheck.extract.document import REST_OF_PAGE, read_document
from claimcheck.model import Document, State

URL = "https://a.example/story"
TYPES = (
    "text/html", "text/html", "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/xml",
    "application/octet-stream", "application/pdf", "", "nonsense", "text/html; charset=utf-8",
)  # fmt: skip
CHARSETS = (
    "utf-8", "utf-7", "utf-16", "utf-16-le", "utf-32", "iso-8859-1", "shift_jis", "gb2312", "iso-2022-jp", "hz", "rot13",
    "base64", "unicode_escape", "idna", "undefined", "x", "\x00", "é", " UTF8 ", "koi8-r", "big5", "euc-kr",
)  # fmt: skip
_NAMES = (
    "p div span article main section table tr td th ul li b a h1 br hr pre script style noscript template textarea select "
    "option svg title meta link head body html iframe frameset blockquote q details math custom-x !doctype ?xml !--"
).split()
_ATTRIBUTES = (
    "", " hidden", ' style="display:none"', ' style="DISPLAY :\nnone"', ' class="a b"', ' rel=canonical href="//["',
    ' rel=canonical href="/b"', " charset=utf-8", " charset=utf-16", ' property="og:title" content="&#0;t"', " lang=de",
    ' type="application/ld+json"', ' name=author content="\x1b[0m"', " =", ' "', " hidden hidden", ' lang="' + "x" * 99 + '"',
)  # fmt: skip
_TEXTS = (
    "The council bought fifty ferries in June, after a long night of talks. ", "Größe ", "市議会は", "\x00", "\x1b[31m",
    "\u202e", "\ufeff", "\ufffe", "\x0c", "&#0;", "&#27;", "&#xd800;", "&#99999999999;", "&amp", "&nbsp;", "<", ">", "]]>",
    '{"@type": "NewsArticle", "headline": "h", "author": [{"name": 1}], "datePublished": "2026-02-31"}', "-->", "<!--",
    "# Title\n\n", "- item\n", "| a | b |\n|---|---|\n", "```\n", "> ", "[x](y)", "\r\n", "\r", "\n\n", f"\n{REST_OF_PAGE}\n",
)  # fmt: skip

tags = st.builds(
    "<{}{}{}>".format, st.sampled_from(["", "", "/"]), st.sampled_from(_NAMES), st.sampled_from(_ATTRIBUTES)
)
markup = st.lists(st.one_of(tags, tags, st.sampled_from(_TEXTS), st.text(max_size=10)), max_size=40).map(
    "".join
)
encodings = st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-16", "cp1252", "shift_jis"])
pages = st.builds(lambda text, encoding: text.encode(encoding, "replace"), markup, encodings)
bodies = st.builds(
    Body,
    content=st.one_of(pages, pages, st.binary(max_size=300)),
    content_type=st.none() | st.sampled_from(TYPES),
    charset=st.none() | st.sampled_from(CHARSETS) | st.text(max_size=12),
    url=st.sampled_from([URL, "http://[", "", "https://a.example/?q=\x00"]),
)


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(bodies)
def test_any_body_gives_a_document_or_a_reason(body: Body) -> None:
    """A document has something to judge, and offsets that hold; a reason is one of an unreadable source."""
    found = read_document(body)
    if isinstance(found, Unreadable):
        assert found.reason.state is State.UNREADABLE
        assert found.detail
        return
    assert isinstance(found, Document)
    assert any(character.isalnum() for character in found.text)
    assert 0 <= found.article_chars <= len(found.text)
    rest = found.text[found.article_chars :]
    assert not rest or rest.startswith(f"{REST_OF_PAGE}\n")
    assert not {"\x00", "\x07", "\x1b", "\x7f"} & set(found.text)
    assert found.size == len(body.content)


@given(bodies)
def test_reading_twice_gives_the_same(body: Body) -> None:
    """Nothing is left behind in the libraries that would change the next page."""
    assert read_document(body) == read_document(body)


@given(st.binary(max_size=400), st.none() | st.sampled_from(CHARSETS) | st.text(max_size=12))
def test_any_bytes_are_decoded_whatever_is_declared(content: bytes, charset: str | None) -> None:
    """Into text that can be encoded again: no half characters."""
    decode_text(content, charset).text.encode()


@given(st.text().filter(lambda text: not text.startswith("\ufeff")), st.none() | st.just("utf-8"))
def test_utf_8_survives_decoding(text: str, charset: str | None) -> None:
    """Character by character, unless the text itself declares another encoding."""
    assert "charset" in text or "encoding" in text or decode_text(text.encode(), charset).text == text
