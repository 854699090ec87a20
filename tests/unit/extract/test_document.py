"""A body of any type to the text that claims are judged on, or to the reason why there is none."""

import hashlib
import json
import unicodedata

import pytest

from claimcheck.extract.body import Body, Unreadable
from claimcheck.extract.document import REST_OF_PAGE, read_document
from claimcheck.model import Document, Reason

URL = "https://harbour-post.example/2026/06/ferries"
FIRST = "The harbour council bought fifty electric ferries from two shipyards on 12 June, after a long night of talks."
SECOND = (
    "Fares will not rise before spring, the mayor told reporters, and pensioners will travel free of charge."
)
THIRD = (
    "The first of the new ferries is to leave the yard in Sundhaven next March, two years later than planned."
)
STORY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
PAGE = f"""<!doctype html><html lang="en"><head><title>Council buys ferries | Harbour Post</title>
<link rel="canonical" href="/2026/06/ferries"><meta name="author" content="Ida Lund"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Council buys ferries</h1>{STORY}</article>
<footer><p>Imprint and terms of use</p></footer></body></html>"""


def read(
    content: str | bytes, content_type: str | None = "text/html", charset: str | None = None
) -> Document | Unreadable:
    body = content.encode() if isinstance(content, str) else content
    return read_document(Body(body, content_type, charset, URL))


def document(
    content: str | bytes, content_type: str | None = "text/html", charset: str | None = None
) -> Document:
    found = read(content, content_type, charset)
    assert isinstance(found, Document)
    return found


def reason(content: str | bytes, content_type: str | None = "text/html") -> Reason:
    found = read(content, content_type)
    assert isinstance(found, Unreadable)
    assert found.detail.endswith(".")
    return found.reason


# --- HTML -----------------------------------------------------------------------------------------------------------


def test_a_page_is_its_article_then_the_rest_after_a_marked_line() -> None:
    """Offsets count in all of it, and `article_chars` is where the marked line begins."""
    page = document(PAGE)
    assert page.article.split("\n")[-4:] == [FIRST, SECOND, THIRD, ""]
    assert page.text[page.article_chars :].startswith(f"{REST_OF_PAGE}\n")
    rest = page.text[page.article_chars :].split("\n")[1:]
    assert "Imprint and terms of use" in rest
    assert "Home Sport" in rest
    assert FIRST not in rest


def test_a_page_tells_about_itself() -> None:
    """Title, byline, canonical address, type and size in bytes come along."""
    page = document(PAGE)
    assert (page.title, page.byline) == ("Council buys ferries | Harbour Post", "Ida Lund")
    assert page.canonical_url == URL
    assert (page.content_type, page.size) == ("text/html", len(PAGE.encode()))
    assert (page.language, page.charset_guessed) == ("en", False)


@pytest.mark.parametrize(
    ("content", "content_type"),
    [(PAGE, "text/html"), (f"# Title\n\n{FIRST}", "text/markdown"), (f"{FIRST}\n{SECOND}", "text/plain")],
)
def test_the_words_of_the_article_are_counted_and_the_whole_text_has_a_fingerprint(
    content: str, content_type: str
) -> None:
    """What stands beside the article makes it no longer; a change anywhere changes the fingerprint."""
    page = document(content, content_type)
    assert page.words == len(page.article.split()) > 10
    assert page.text_sha256 == hashlib.sha256(page.text.encode()).hexdigest()


def test_a_page_that_is_all_article_has_no_marked_line() -> None:
    """Then `article_chars` is the length of the text."""
    page = document(f"<html><body><article>{STORY}</article></body></html>")
    assert REST_OF_PAGE not in page.text
    assert page.article_chars == len(page.text)
    assert page.article == f"{FIRST}\n{SECOND}\n{THIRD}"


def test_the_detected_language_wins_over_the_declared_one() -> None:
    """Templates declare what they were made for."""
    german = "Der Rat der Stadt hat in der Nacht fünfzig Fähren gekauft, und die Preise werden nicht vor dem Frühling steigen. "
    assert document(f'<html lang="en"><body><p>{german * 3}</p></body></html>').language == "de"


def test_a_declared_language_stands_where_none_is_detected() -> None:
    """A few words are too little to tell."""
    assert document('<html lang="nn"><body><p>Ferje 12</p></body></html>').language == "nn"


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>{}</p>",
        '<p style="display: none">{}</p>',
        '<div style="display:none"><p>{}</p></div>',
        "<noscript><p>{}</p></noscript>",
        "<template><p>{}</p></template>",
        "<textarea>{}</textarea>",
        "<script>var x = '{}'</script>",
        "<!-- {} -->",
    ],
)
@pytest.mark.parametrize("story", [STORY, STORY * 12, "<p>Short.</p>"])
def test_hidden_text_is_no_evidence(hidden: str, story: str) -> None:
    """A source says what a reader sees on it, however long the page is."""
    secret = (
        "The ferries were a gift of the queen, and nobody in the council ever paid a single coin for them."
    )
    page = document(f"<html><body><article>{story}{hidden.format(secret)}{story}</article></body></html>")
    assert "queen" not in page.text


@pytest.mark.parametrize("code", [*range(1, 9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
@pytest.mark.parametrize("written", [chr, "&#{};".format, "&#x{:x};".format])
def test_one_forbidden_character_does_not_cost_the_article(code: int, written: object) -> None:
    """As a byte or as a reference: text after it is still the article's, and no control is left in it."""
    assert callable(written)
    page = document(
        f"<html><body><article>{STORY}<p>One odd {written(code)} mark in a line.</p></article></body></html>"
    )
    assert FIRST in page.article
    assert "mark in a line." in page.article
    assert chr(code) not in page.text


def test_a_nul_byte_does_not_end_the_page() -> None:
    """The parser is written in C, where it would."""
    page = document(f"<html><body><p>{FIRST}\0</p><p>{SECOND}</p></body></html>")
    assert SECOND in page.text
    assert "\0" not in page.text


def test_terminal_escapes_lose_their_control() -> None:
    """What is left of them is harmless text, and offsets count in it."""
    page = document(f"<article>{STORY}<p>\x1b[31mRed\x1b[0m and \x1b]8;;x\x07blue end.</p></article>")
    assert "[31mRed[0m and ]8;;xblue end." in page.article
    assert not {"\x1b", "\x07"} & set(page.text)


def test_direction_marks_do_no_harm_to_the_text() -> None:
    """With them or without, each sentence is there once, and the article's end is where it was."""
    odd = "Read \u202egnp.exe\u202c and \u2066more\u2069 in a line with words enough to be a paragraph."
    page = document(f"<article>{STORY}<p>{odd}</p></article><footer>Im\u00adprint \u202eof us</footer>")
    assert page.text.count("in a line with words enough") == 1
    assert page.article.count("in a line with words enough") == 1
    assert page.text[page.article_chars :].startswith(REST_OF_PAGE)
    assert "us" in page.text[page.article_chars + len(REST_OF_PAGE) :]


def test_soft_hyphens_do_not_repeat_the_article() -> None:
    """A paragraph with them is part of the article, not of the rest of the page."""
    soft = STORY.replace("council", "coun\u00adcil").replace("spring", "spring\u200b")
    page = document(f"<article>{soft}</article><footer>Imprint</footer>")
    assert page.text[page.article_chars :] == f"{REST_OF_PAGE}\nImprint"


def test_a_term_stands_on_one_line_with_what_it_is() -> None:
    """Else nothing tells which of two figures is whose; a whole article may stand in such a list, too."""
    listed = "<dl><dt>Osk:</dt><dd>4,400 <b>boats</b></dd><dt>Vell</dt><dd>7,700 boats</dd></dl>"
    assert (
        "- Osk: 4,400 boats\n- Vell: 7,700 boats" in document(f"<article>{STORY}{listed}</article>").article
    )
    story = document(f"<article><dl><dt>News</dt><dd>{STORY}</dd></dl></article>")
    assert f"News: {FIRST}" not in story.text
    assert FIRST in story.text


def test_the_text_that_metadata_give_is_the_rest_of_a_page_that_shows_less() -> None:
    """Where a script makes all of the text, it is the article."""
    told = json.dumps(
        {"@type": "NewsArticle", "articleBody": f"<p>{FIRST}</p><p>Te\u0301 &amp; rum.\x1b</p>"}
    )
    script = f'<script type="application/ld+json">{told}</script>'
    shown = document(f"{script}<article><p>{FIRST}</p></article>")
    assert (shown.article.strip(), shown.text.split("\n")[-2:]) == (FIRST, [REST_OF_PAGE, "Té & rum."])
    assert document(f"{script}<div id=root></div><script>go()</script>").text == f"{FIRST}\nTé & rum."


def test_table_cells_do_not_run_together() -> None:
    """A row is a line, and its cells are words of their own."""
    page = document(
        f"<article>{STORY}<table><tr><td>Alma</td><td>120</td></tr><tr><td>Berta</td><td>95</td></tr></table>{STORY}</article>"
    )
    assert "Alma120" not in page.text
    rows = [line for line in page.text.split("\n") if "Alma" in line]
    assert len(rows) == 1  # and not outside the article once more
    assert "120" in rows[0]
    assert "Berta" not in rows[0]


@pytest.mark.parametrize(
    "markup",
    [
        f"<main><article>{STORY}</article></main>",
        f"<title>T</title><style>p {{}}</style><main>{STORY}</main>",
        f"<script>1</script><article>{STORY}</article>",
        f"<html><head><title>T</title><body>{STORY}",
        f"<body>{STORY}</html>",
        STORY,
        STORY.replace("</p>", ""),
        f"<body style='display:none'><article>{STORY}</article></body>",
        f"<article>{STORY}</article></body></html><p>After the end.",
        "<div>" * 1500 + STORY,
    ],
)
def test_untidy_pages_are_read(markup: str) -> None:
    """Tags that may be left out, tags that must not be, and a body that a script is to show."""
    page = document(markup)
    for sentence in (FIRST, SECOND, THIRD):
        assert sentence in page.text


@pytest.mark.parametrize("end", ["</html>", "</body></html>", "</BODY ></HTML\n>", "<head></html>"])
def test_text_after_a_page_ends_too_early_is_read(end: str) -> None:
    """Browsers show it: a template that closes twice must not hide the story."""
    page = document(f"<html><body><p>A kicker.</p>{end}<article>{STORY}</article></body></html>")
    assert FIRST in page.article
    assert "A kicker." in page.text


def test_hidden_text_after_a_page_ends_too_early_does_no_harm() -> None:
    """It holds a control that no text may be moved with."""
    assert reason("<head></html><br hidden>\x1b...") is Reason.EMPTY


def test_a_windows_1252_page_is_read_and_marked_as_a_guess() -> None:
    """Quotes and dashes come out right."""
    body = "<p>“No”, said the mayor – twice – to the café’s owner, and left.</p>"
    page = document(body.encode("windows-1252"))
    assert "“No”, said the mayor – twice – to the café’s owner" in page.text
    assert page.charset_guessed
    assert not document(body.encode("windows-1252"), charset="windows-1252").charset_guessed


# --- no text --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content_type", ["text/html", "text/plain", "text/markdown", None])
@pytest.mark.parametrize("content", ["", " \r\n\t ", "\n"])
def test_nothing_is_empty(content: str, content_type: str | None) -> None:
    """Whatever its type."""
    assert reason(content, content_type) is Reason.EMPTY


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<html><body><p> </p><img src=a.png></body></html>",
        "<title>Only a title</title>",
        "<p>… — !</p>",
        "<!-- a comment -->",
        "<style>a {}</style>",
        "\0",
        "<",
        "<html><body hidden></body></html>",
    ],
)
def test_a_page_without_a_letter_is_empty(markup: str) -> None:
    """Marks and pictures state nothing."""
    assert reason(markup) is Reason.EMPTY


@pytest.mark.parametrize(
    "markup",
    [
        "<div id=root></div><script src=app.js></script>",
        "<body><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div><script>go()</script>",
        f'<script type="application/ld+json">{{"articleBody": "{FIRST}"}}</script>',
    ],
)
def test_a_page_that_shows_its_text_by_script_alone_says_so(markup: str) -> None:
    """The request to switch scripts on is not the article."""
    assert reason(markup) is Reason.SCRIPT_ONLY


# --- types ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"GIF89a..", "image/gif"),
        (b"\xff\xd8\xff\xe0..", "image/jpeg"),
        (b"PK\x03\x04....", "application/zip"),
        (b"\x1f\x8b\x08..", "application/gzip"),
    ],
)
@pytest.mark.parametrize("declared", ["text/html", "text/plain", "application/octet-stream", None])
def test_the_first_bytes_tell_what_a_declaration_hides(
    content: bytes, content_type: str, declared: str | None
) -> None:
    """A PDF that is sent as HTML must not be read as one; the type is named."""
    found = read(content, declared)
    assert isinstance(found, Unreadable)
    assert found.reason is Reason.UNSUPPORTED_TYPE
    assert content_type in found.detail


@pytest.mark.parametrize("declared", ["text/html", "text/plain", "application/octet-stream", None])
def test_a_pdf_is_one_whatever_is_declared(declared: str | None) -> None:
    """This one breaks off after its first line."""
    found = read(b"%PDF-1.7\n...", declared)
    assert isinstance(found, Unreadable)
    assert found.reason is Reason.DAMAGED
    assert "PDF" in found.detail


@pytest.mark.parametrize(
    "content_type", ["application/json", "video/mp4", "application/rss+xml", "text/css", "nonsense"]
)
def test_other_types_are_not_read(content_type: str) -> None:
    """Whatever they hold: it is not known how a reader would see it."""
    assert reason(PAGE, content_type) is Reason.UNSUPPORTED_TYPE


@pytest.mark.parametrize(
    ("content", "declared", "content_type"),
    [
        (PAGE, None, "text/html"),
        (PAGE, "", "text/html"),
        (PAGE, "application/octet-stream", "text/html"),
        (PAGE, " Text/HTML ", "text/html"),
        (PAGE, "application/xhtml+xml", "application/xhtml+xml"),
        (f"<?xml version='1.0'?>\n<!-- x -->\n{PAGE}", "text/xml", "text/html"),
        (f"<HTML>{STORY}</HTML>", None, "text/html"),
        (FIRST, None, "text/plain"),
        (FIRST, "application/octet-stream", "text/plain"),
        (FIRST, "TEXT/PLAIN", "text/plain"),
        (FIRST, "text/markdown", "text/markdown"),
        (FIRST, "text/x-markdown", "text/x-markdown"),
    ],
)
def test_an_untold_type_is_seen_from_the_content(
    content: str, declared: str | None, content_type: str
) -> None:
    """A declared one holds."""
    assert document(content, declared).content_type == content_type


@pytest.mark.parametrize(
    ("content", "declared"),
    [
        (b"a\0b", None),
        (b"a\0b", "application/octet-stream"),
        (b"<rss/>", "text/xml"),
        (b"<a/>", "application/xml"),
        (bytes(range(256)) * 9, "text/html"),
    ],
)
def test_binary_and_other_xml_are_not_read_as_text(content: bytes, declared: str | None) -> None:
    """Neither is what a reader would see."""
    assert reason(content, declared) is Reason.UNSUPPORTED_TYPE


# --- other texts ----------------------------------------------------------------------------------------------------


def test_plain_text_is_taken_as_it_is() -> None:
    """Line ends become one kind, controls and the mark at the front go, and all of it is the article."""
    page = document(f"\ufeff\r\n{FIRST}\r\n\r\nTwo\x07 words,\rthree\x1b[0m.\n", "text/plain")
    assert page.text == f"{FIRST}\n\nTwo words,\nthree[0m."
    assert page.article_chars == len(page.text)
    assert page.title is None


def test_markup_in_a_plain_text_is_text() -> None:
    """Nobody renders it."""
    assert document("<p>a &amp; b</p>", "text/plain").text == "<p>a &amp; b</p>"


def test_markdown_is_read_without_its_markup() -> None:
    """Its first heading is its title."""
    page = document(f"# Ferries\r\n\r\n**{FIRST}**\r\n\r\n<!-- secret -->", "text/markdown")
    assert (page.title, page.text) == ("Ferries", f"Ferries\n{FIRST}")
    assert page.article_chars == len(page.text)


@pytest.mark.parametrize("content", ["***", "> > >", "<!-- only a comment -->", "---\na: b\n---\n"])
def test_markdown_without_text_is_empty(content: str) -> None:
    """Markup alone states nothing."""
    assert reason(content, "text/markdown") is Reason.EMPTY


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("1", "4,200¹"),
        ('<a href="#n1">1</a>', "4,200¹"),
        ("<b>1</b>, <i>2</i>", "4,200¹, ²"),
        ('<a href="#n1">[1]</a>', "4,200[¹]"),
    ],
)
def test_what_is_raised_or_struck_out_is_no_part_of_a_number(mark: str, expected: str) -> None:
    """A note's mark stands beside the figure, not in it; what was withdrawn is not stated."""
    marked = FIRST.replace("fifty electric", f"4,200<sup>{mark}</sup> electric <del>steam</del>")
    text = document(PAGE.replace(FIRST, marked)).text
    assert expected in text
    assert "steam" not in text


@pytest.mark.parametrize("content_type", ["text/html", "text/plain"])
def test_letters_with_their_accents_apart_are_put_together(content_type: str) -> None:
    """So that a claim finds them, however it was typed."""
    apart = FIRST.replace("council", unicodedata.normalize("NFD", "préfet"))
    content = PAGE.replace(FIRST, apart) if content_type == "text/html" else apart
    assert unicodedata.normalize("NFC", "préfet") in document(content, content_type).text
