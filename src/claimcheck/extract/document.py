"""A body of any type that can be read to one `Document`."""

import hashlib
import re
import unicodedata
from dataclasses import replace

from claimcheck.extract.body import Body, Unreadable
from claimcheck.extract.charset import decode_text
from claimcheck.extract.html import look_at_page, read_page
from claimcheck.extract.markdown import read_markdown
from claimcheck.extract.mhtml import read_mhtml
from claimcheck.extract.pdf import read_pdf
from claimcheck.extract.sniff import HTML, MARKDOWN, MHTML, PDF, PLAIN, refuse_type, type_of
from claimcheck.model import Document, Reason
from claimcheck.recognise.sight import Sight
from claimcheck.text.language import detect_language
from claimcheck.text.words import count_words

REST_OF_PAGE = "--- rest of the page, outside the article ---"
"""The marked line between the article and the rest of a page's text, in all that `claimcheck text` prints."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def read_document(body: Body) -> Document | Unreadable:
    """Read a page, a PDF, a Markdown file or a plain text; offsets everywhere count in the document's text."""
    page = _unpacked(body)
    if isinstance(page, Unreadable):
        return page
    content_type = type_of(page)
    if not page.content.strip():
        return Unreadable(Reason.EMPTY, "The page has no text.")
    if content_type in HTML:
        return _from_html(page, content_type)
    if content_type == PDF:
        return _from_pdf(page)
    if content_type in MARKDOWN or content_type == PLAIN:
        return _from_text(page, content_type)
    return refuse_type(page, content_type)


def look_at(body: Body) -> Sight:
    """Show a body to a recogniser; one that is no HTML page shows nothing."""
    page = _unpacked(body)
    if isinstance(page, Unreadable) or type_of(page) not in HTML:
        return Sight()
    return look_at_page(decode_text(page.content, page.charset).text, page.url)


def _unpacked(body: Body) -> Body | Unreadable:
    """Take a page out of the file in which a browser saved it with its pictures."""
    return read_mhtml(body) if type_of(body) == MHTML else body


def _from_text(body: Body, content_type: str) -> Document | Unreadable:
    decoded = decode_text(body.content, body.charset)
    source = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    title, text = read_markdown(source) if content_type in MARKDOWN else (None, source)
    text = unicodedata.normalize("NFC", _CONTROLS.sub("", text).replace("\u00ad", "")).strip()
    document = Document(
        text, len(text), content_type, len(body.content), title, charset_guessed=decoded.guessed
    )
    return _checked(document, scripted=False)


def _from_pdf(body: Body) -> Document | Unreadable:
    read = read_pdf(body.content)
    if isinstance(read, Unreadable):
        return read
    rest = "\n".join([f"\n{REST_OF_PAGE}", *read.rest]) if read.rest else ""
    document = Document(
        text=read.article + rest,
        article_chars=len(read.article) + bool(rest),
        content_type=PDF,
        size=len(body.content),
        title=read.metadata.title,
        byline=read.metadata.byline,
        published=read.metadata.published,
    )
    return _checked(document, scripted=False)


def _from_html(body: Body, content_type: str) -> Document | Unreadable:
    decoded = decode_text(body.content, body.charset)
    page = read_page(decoded.text, body.url)
    article, rest = page.article, "\n".join(page.rest)
    text = f"{article}\n{REST_OF_PAGE}\n{rest}" if rest else article
    about = page.metadata
    document = Document(
        text=text,
        article_chars=len(article) + 1 if rest else len(article),
        content_type=content_type,
        size=len(body.content),
        title=about.title,
        byline=about.byline,
        published=about.published,
        language=about.language,
        canonical_url=about.canonical_url,
        charset_guessed=decoded.guessed,
        anchors=page.anchors,
        is_article=about.is_article,
        is_free=about.is_free,
    )
    if not article and not rest:
        document = replace(document, text="")
    return _checked(document, scripted=page.scripted)


def _checked(document: Document, *, scripted: bool) -> Document | Unreadable:
    if any(character.isalnum() for character in document.text):
        return replace(
            document,
            language=detect_language(document.article) or document.language,
            words=count_words(document.article),
            text_sha256=hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        )
    if scripted:
        return Unreadable(
            Reason.SCRIPT_ONLY,
            "The page shows its text only where scripts run; save it from a browser and name the file as `snapshot:`.",
        )
    return Unreadable(Reason.EMPTY, "The page has no text.")
