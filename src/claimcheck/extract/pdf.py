"""A PDF to its text, through PDFium; the only place that knows pypdfium2, which comes with the extra `[pdf]`."""

import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from itertools import islice
from typing import Any

from claimcheck.extract.body import Unreadable
from claimcheck.extract.columns import read_columns
from claimcheck.extract.glyphs import UNMAPPED, read_words
from claimcheck.extract.metadata import Metadata
from claimcheck.extract.paragraphs import read_paragraphs
from claimcheck.extract.printed import Word, join_initials
from claimcheck.extract.running import split_running
from claimcheck.model import Reason

PDF = "application/pdf"
MOST_PAGES = 1000
"""As many as are read in the time that a source may take."""
MOST_CHARACTERS = 2_000_000
"""Of all pages: as many as so many full pages hold."""

_PASSWORD, _SECURITY = 4, 5
"""FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY: the file is encrypted."""
_IMAGE = 3
"""FPDF_PAGEOBJ_IMAGE."""
_PICTURES_ON = 20
"""Pages without text that are looked through for pictures of text."""
_OBJECTS = 1000
"""Of a page, that are looked through for them."""
_LONGEST = 300
"""Characters kept of a title or byline: what is longer is no title."""
_NO_TITLE = re.compile(
    r"\W*|untitled.*|\W*(?:anonymous|unspecified)\W*|(?:microsoft )?(?:word|powerpoint|excel)? ?-.*|.*\.(?:docx?|pdf|indd|qxd|rtf|odt|pptx?|xlsx?|tex|dvi|html?)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\W*(?:anonymous|unspecified)?\W*|(?:admin(?:istrator)?|user|owner|root|unknown|author|default|guest|microsoft office user|pc|hp|dell)\W*\d*",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"skia|chrom|firefox|mozilla|quartz|webkit|wkhtml|print to pdf|scan", re.IGNORECASE)
"""Makers of PDFs of what stood elsewhere before: their date is no date of publication."""
_DATE = re.compile(r"D?:?(\d{4})-?(\d\d)-?(\d\d)")
_FIRST_YEAR = 1993
"""In which the format appeared: an earlier date is that of a clock that was never set."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """A PDF's texts: the article, and the lines that stand on most pages or sideways."""

    article: str
    rest: tuple[str, ...]
    metadata: Metadata


def read_pdf(content: bytes) -> PdfText | Unreadable:
    """Read a PDF; columns are read one after the other, and words parted at a line's end are whole again."""
    try:
        pdfium = import_module("pypdfium2")
    except ImportError:
        return Unreadable(
            Reason.UNSUPPORTED_TYPE,
            'This is a PDF, and the extra that reads PDFs is missing: pip install "claimcheck-cli[pdf]".',
        )
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        return _refuse(pdfium.raw.FPDF_GetLastError())
    with closing(document):
        try:
            return _read(pdfium, document)
        except pdfium.PdfiumError:
            return Unreadable(Reason.DAMAGED, "The PDF is damaged: a part of it cannot be read.")


def _refuse(error: int) -> Unreadable:
    if error in {_PASSWORD, _SECURITY}:
        return Unreadable(
            Reason.UNSUPPORTED_TYPE,
            "The PDF is encrypted and opens with a password alone; save its text and name the file as `snapshot:`.",
        )
    return Unreadable(
        Reason.DAMAGED,
        "The PDF is damaged: it cannot be opened; save it anew and name the file as `snapshot:`.",
    )


def _read(pdfium: Any, document: Any) -> PdfText | Unreadable:
    if len(document) > MOST_PAGES:
        return _too_large(f"{len(document):,} pages, and {MOST_PAGES:,} are the most that are read")
    pages: list[list[Word]] = []
    sideways: list[str] = []
    characters = 0
    for number in range(len(document)):
        page = document[number]
        glyphs = page.get_textpage()
        characters += glyphs.count_chars()
        if characters > MOST_CHARACTERS:
            return _too_large(f"more than {MOST_CHARACTERS:,} characters")
        words, aside = read_words(pdfium.raw, page, glyphs)
        pages.append(words)
        sideways += aside
        page.close()  # its text with it: a thousand open ones would fill the memory
    if _is_garbled(pages):
        return Unreadable(
            Reason.EMPTY, "The PDF's fonts do not say which letters they show: its text cannot be read."
        )
    pages, running = split_running([join_initials(words) for words in pages])
    columns = [column for words in pages for column in read_columns(words)]
    article = "\n".join(_readable(read_paragraphs(columns)))
    if not any(map(str.isalnum, article)):
        return Unreadable(Reason.EMPTY, _why_empty(document))
    return PdfText(article, tuple(_readable((*running, *sideways))), _metadata(document))


def _readable(lines: Iterable[str]) -> Iterator[str]:
    """Leave out characters that mean nothing, and lines of nothing else."""
    return (kept for line in lines if (kept := " ".join(line.replace(UNMAPPED, "").split())))


def _too_large(what: str) -> Unreadable:
    return Unreadable(Reason.TOO_LARGE, f"The PDF has {what}.")


def _is_garbled(pages: list[list[Word]]) -> bool:
    text = "".join(word.text for page in pages for word in page)
    return 2 * text.count(UNMAPPED) > len(text)


def _why_empty(document: Any) -> str:
    for number in range(min(len(document), _PICTURES_ON)):
        if any(one.type == _IMAGE for one in islice(document[number].get_objects(), _OBJECTS)):
            return "The PDF is a scanned document: it holds pictures of pages and no text; run a text recognition over it."
    return "The PDF has no text; save what it shows as a text file and name the file as `snapshot:`."


# --- what it says about itself --------------------------------------------------------------------------------------


def _metadata(document: Any) -> Metadata:
    about = {key: _told(document, key) for key in ("Title", "Author", "CreationDate", "Creator", "Producer")}
    title, author = about["Title"][:_LONGEST], about["Author"][:_LONGEST]
    printed = _PRINTED.search(f"{about['Creator']} {about['Producer']}")
    return Metadata(
        title=None if _NO_TITLE.fullmatch(title) else title,
        byline=None if _NO_NAME.fullmatch(author) or "@" in author else author,
        published=None if printed else _day(about["CreationDate"]),
    )


def _told(document: Any, key: str) -> str:
    try:
        return " ".join(document.get_metadata_value(key).split())
    except UnicodeDecodeError:
        return ""


def _day(value: str) -> date | None:
    found = _DATE.match(value)
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    return day if day is not None and day.year >= _FIRST_YEAR else None
