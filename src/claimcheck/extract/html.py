"""An HTML page to its article, the rest of its text and its metadata: parsed once."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, document_fromstring
from trafilatura.settings import Document as Extracted
from trafilatura.settings import Extractor

from claimcheck.extract.look import look
from claimcheck.extract.metadata import Metadata, read_metadata
from claimcheck.extract.visible import drop_unseen, join_definitions, visible_lines
from claimcheck.recognise.sight import Sight
from claimcheck.recognise.wording import SENTENCE

_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\r")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN_REFERENCE = re.compile(
    rb"&#(?:0*(?:\d|[12]\d|3[01]|127|5[5-7]\d{3}|6553[45])(?!\d)|x0*(?:[01]?[\da-f]|7f|d[89a-f][\da-f]{2}|fff[ef])(?![\da-f]))",
    re.IGNORECASE,
)
"""A character that XML forbids, written as its number."""

_NO_LETTER = re.compile(r"\W+")
_ENDS = re.compile(r"</(?:body|html)(?:[\s/][^<>]*)?>", re.IGNORECASE)
"""What stands after them is shown by browsers; the parser would put it into a second tree that nobody reads."""
_ANCHORS = etree.XPath("//@id | //a/@name", smart_strings=False)
_ELEMENTS = etree.ElementDefaultClassLookup(element=HtmlElement)
"""The parser of `lxml.html` asks a function for the class of each element, once for each of its proxies: a twentieth of reading."""
_OPTIONS = Extractor(output_format="python", fast=True, comments=False)
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
    anchors: frozenset[str] = frozenset()
    """What fragments of its address may name."""


def look_at_page(markup: str, url: str) -> Sight:
    """Show an HTML page to a recogniser: what it says in which place, walls and all."""
    source = _source_of(markup)
    tree = _parse(source)
    return Sight() if tree is None else look(tree, source, read_metadata(tree, url))


def read_page(markup: str, url: str) -> Page:
    """Read an HTML page."""
    source = _source_of(markup)
    tree = _parse(source)
    if tree is None:
        return Page("", (), Metadata(), scripted=False)
    metadata = read_metadata(tree, url)
    scripted = next(tree.iter("script"), None) is not None
    anchors = frozenset(cast("list[str]", _ANCHORS(tree)))
    if _FORBIDDEN_REFERENCE.search(source) or _holds_forbidden(source):
        _drop_controls(tree)  # first: no text that holds one can be moved
    drop_unseen(tree)
    join_definitions(tree)
    lines = visible_lines(tree)  # before the extraction, which takes the tree apart
    etree.strip_elements(tree, *_FURNITURE, with_tail=False)
    extracted = trafilatura.bare_extraction(tree, options=_OPTIONS)
    article = (extracted.text or "").strip() if isinstance(extracted, Extracted) else ""
    body = _untold(metadata.body, article, lines)
    if not any(map(str.isalnum, article)) and body:
        article, body = "\n".join(body), []  # a script would have shown it
    rest = tuple(_left_over(dict.fromkeys([*lines, *body]), article))
    return Page(article, rest, metadata, scripted, anchors)


def _untold(body: Sequence[str], article: str, lines: Sequence[str]) -> list[str]:
    """List the sentences of what a page's metadata give as its article, a line each, that the page does not show."""
    # most stand there word for word, and comparing letters takes as long as reading the page
    apart = [one for line in body for one in SENTENCE.split(line) if one not in article]
    known = "".join(map(_letters, (article, *lines))) if apart else ""
    return [one for one in apart if _letters(one) not in known]


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text).casefold()


def _left_over(lines: Iterable[str], article: str) -> Iterator[str]:
    """Yield the lines that are no line of the article, which writes a list's items with a dash, and a row's cells between bars."""
    own = frozenset(
        " ".join(line.replace("|", " ").removeprefix("- ").split()) for line in article.split("\n")
    )
    return (
        line for line in lines if line not in own and (line.isprintable() or _without_marks(line) not in own)
    )


def _without_marks(line: str) -> str:
    """Leave out soft hyphens and other characters without a shape, as the extraction does."""
    return " ".join("".join(one for one in line if one.isprintable() or one.isspace()).split())


def _holds_forbidden(text: bytes) -> bool:
    """Say whether UTF-8 text holds a character that XML forbids."""
    return (
        len(text) != len(text.translate(None, _CONTROLS))
        or b"\xef\xbf\xbe" in text
        or b"\xef\xbf\xbf" in text
    )


def _drop_controls(tree: HtmlElement) -> None:
    """Take out characters that XML forbids: the extraction would give up the whole article for one of them."""
    if not _holds_forbidden(etree.tostring(tree, method="text", encoding="utf-8")):
        return
    for element in tree.iter():
        for place in ("text", "tail"):
            words = getattr(element, place)
            if words and _FORBIDDEN.search(words):
                setattr(element, place, _FORBIDDEN.sub("", words.replace("\f", " ")))


def _source_of(markup: str) -> bytes:
    # NUL ends a C string: libxml2 would drop the rest of the page
    composed = unicodedata.normalize("NFC", markup.replace("\x00", ""))  # "é" is one letter to a claim
    return _ENDS.sub("", composed).encode("utf-8", "replace")


def _parse(source: bytes) -> HtmlElement | None:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ELEMENTS)
    try:
        return document_fromstring(source, parser=parser)
    except etree.ParserError:
        return None  # nothing but blanks
    except etree.XMLSyntaxError as error:  # the parser mends all else
        raise MemoryError from error
