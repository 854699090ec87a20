"""An HTML page to its article, the rest of its text and its metadata: parsed once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.settings import Document as Extracted

from claimcheck.extract.metadata import Metadata, read_metadata
from claimcheck.extract.visible import drop_unseen, visible_lines

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_FURNITURE = ("nav", "footer", "aside")
"""The extraction drops these itself, but only after it has copied them three times: a quarter of its work."""


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
    _drop_controls(tree)  # first: no text that holds one can be moved
    drop_unseen(tree)
    lines = visible_lines(tree)  # before the extraction, which takes the tree apart
    etree.strip_elements(tree, *_FURNITURE, with_tail=False)
    extracted = trafilatura.bare_extraction(
        tree, url=url, include_comments=False, fast=True, with_metadata=False
    )
    article = (extracted.text or "").strip() if isinstance(extracted, Extracted) else ""
    rest = tuple(_left_over(dict.fromkeys(lines), article))
    return Page(article, rest, metadata, scripted)


def _left_over(lines: Iterable[str], article: str) -> Iterator[str]:
    """Yield the lines that are no line of the article, which writes a list's items with a dash."""
    own = frozenset(" ".join(line.removeprefix("- ").split()) for line in article.split("\n"))
    return (line for line in lines if line not in own and _without_marks(line) not in own)


def _without_marks(line: str) -> str:
    """Leave out soft hyphens and other characters without a shape, as the extraction does."""
    if line.isprintable():
        return line
    return " ".join("".join(one for one in line if one.isprintable() or one.isspace()).split())


def _drop_controls(tree: HtmlElement) -> None:
    """Take out characters that XML forbids: the extraction would give up the whole article for one of them."""
    if not _FORBIDDEN.search(etree.tostring(tree, method="text", encoding="unicode")):
        return
    for element in tree.iter():
        for place in ("text", "tail"):
            text = getattr(element, place)
            if text and _FORBIDDEN.search(text):
                setattr(element, place, _FORBIDDEN.sub("", text.replace("\f", " ")))


def _parse(markup: str) -> HtmlElement | None:
    # NUL ends a C string: libxml2 would drop the rest of the page
    source = markup.replace("\x00", "").encode("utf-8", "replace")
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(source, parser=parser)
    except etree.ParserError:
        return None  # nothing but blanks
    except etree.XMLSyntaxError as error:  # the parser mends all else
        raise MemoryError from error
