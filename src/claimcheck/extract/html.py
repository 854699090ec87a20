"""An HTML page to its article, the rest of its text and its metadata: parsed once."""

from dataclasses import dataclass

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.settings import Document as Extracted

from claimcheck.extract.metadata import Metadata, read_metadata
from claimcheck.extract.visible import visible_lines


@dataclass(frozen=True, slots=True)
class Page:
    """A page's texts: the article, and every visible line that is not part of it."""

    article: str
    rest: tuple[str, ...]
    metadata: Metadata
    scripted: bool
    """The page carries scripts: where it shows no text, a browser might."""


def read_page(markup: str, url: str) -> Page:
    """Read an HTML page."""
    tree = _parse(markup)
    if tree is None:
        return Page("", (), Metadata(), scripted=False)
    metadata = read_metadata(tree, url)
    scripted = next(tree.iter("script"), None) is not None
    lines = visible_lines(tree)  # before the extraction, which takes the tree apart
    extracted = trafilatura.bare_extraction(
        tree, url=url, include_comments=False, fast=True, with_metadata=False
    )
    article = (extracted.text or "").strip() if isinstance(extracted, Extracted) else ""
    seen = " ".join(article.split())
    rest = tuple(line for line in dict.fromkeys(lines) if line not in seen)
    return Page(article, rest, metadata, scripted)


def _parse(markup: str) -> HtmlElement | None:
    # NUL ends a C string: libxml2 would drop the rest of the page
    source = markup.replace("\x00", "").encode("utf-8", "replace")
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(source, parser=parser)
    except etree.ParserError:
        return None  # nothing but blanks
