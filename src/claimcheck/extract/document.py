"""A body of any type that can be read to one `Document`."""

import hashlib
import re
from dataclasses import replace

from claimcheck.extract.body import Body, Unreadable
from claimcheck.extract.charset import decode_text
from claimcheck.extract.html import read_page
from claimcheck.extract.markdown import read_markdown
from claimcheck.model import Document, Reason
from claimcheck.text.language import detect_language

REST_OF_PAGE = "--- rest of the page, outside the article ---"
"""The marked line between the article and the rest of a page's text, in all that `claimcheck text` prints."""

_HTML = frozenset(["text/html", "application/xhtml+xml"])
_MARKDOWN = frozenset(["text/markdown", "text/x-markdown"])
_UNTOLD = frozenset(["", "application/octet-stream", "binary/octet-stream", "text/xml", "application/xml"])
_MAGIC = {b"%PDF-": "application/pdf", b"\x89PNG": "image/png", b"GIF8": "image/gif", b"\xff\xd8\xff": "image/jpeg", b"PK\x03\x04": "application/zip", b"\x1f\x8b": "application/gzip"}  # fmt: skip
_MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)  # fmt: skip
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def read_document(body: Body) -> Document | Unreadable:
    """Read a page, a Markdown file or a plain text; offsets everywhere count in the document's text."""
    content_type = _type_of(body)
    if not body.content.strip():
        return Unreadable(Reason.EMPTY, "There is no text in it.", content_type)
    if content_type in _HTML:
        return _from_html(body, content_type)
    if content_type not in _MARKDOWN and content_type != "text/plain":
        return Unreadable(
            Reason.UNSUPPORTED_TYPE,
            f"The page is of type {content_type}, which cannot be read yet; save its text and name the file as `snapshot:`.",
            content_type,
        )
    decoded = decode_text(body.content, body.charset)
    source = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    title, text = read_markdown(source) if content_type in _MARKDOWN else (None, source)
    text = _CONTROLS.sub("", text).strip()
    document = Document(
        text, len(text), content_type, len(body.content), title, charset_guessed=decoded.guessed
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
    )
    if not article and not rest:
        document = replace(document, text="")
    return _checked(document, scripted=page.scripted)


def _checked(document: Document, *, scripted: bool) -> Document | Unreadable:
    if any(character.isalnum() for character in document.text):
        return replace(
            document,
            language=detect_language(document.article) or document.language,
            words=len(document.article.split()),
            text_sha256=hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        )
    if scripted:
        return Unreadable(
            Reason.SCRIPT_ONLY,
            "The page shows its text only where scripts run; save it from a browser and name the file as `snapshot:`.",
            document.content_type,
        )
    return Unreadable(Reason.EMPTY, "The page has no text.", document.content_type)


def _type_of(body: Body) -> str:
    """Name the type: by the first bytes where they are certain, else as declared, else by what the bytes look like."""
    start = body.content[:1024]
    for magic, content_type in _MAGIC.items():
        if start.startswith(magic):
            return content_type
    declared = (body.content_type or "").strip().lower()
    if declared not in _UNTOLD:
        return declared
    if _MARKUP.match(start):
        return "text/html"
    if b"\x00" in start or declared.endswith("xml"):
        return declared or "application/octet-stream"
    return "text/plain"
