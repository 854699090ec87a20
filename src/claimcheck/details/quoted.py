"""The words that a claim puts in quotation marks: the page must have just these."""

import re
from collections.abc import Iterator

from claimcheck.details.doubt import Doubt
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.match.quotes import find_nearly, find_verbatim
from claimcheck.text.normal import normalise

_MARKED = re.compile(r"“([^”“]+)”|\"([^\"]+)\"|„([^“”„]+)[“”]|«([^»«]+)»|(?<!\w)[‘']([^‘’']+)[’'](?!\w)")
_STOP = re.compile(r"[;.]|,\s(?:and|but|while)\s")
"""Where what somebody says ends."""
_LEFT_OUT = re.compile(r"\[[^\]]*\]|…|\.{3}")
"""What stands for words that were left out, or replaced."""
_EDGES = " \t\n.,;:!?-–—'\"‘’“”„«»"


BESIDE = 4
"""Characters between what is quoted and who says it: a mark, a comma and a blank."""
LEAST_QUOTED, LEAST_TELLING = 4, 2
"""Words in quotation marks, or those with content, from which they are what somebody said, and no name or term."""


def find_misquoted(query: Query, page: Page) -> Iterator[Doubt]:
    """Yield what a claim quotes and the page does not have verbatim, with the place of what comes near it, if anything does."""
    for span in _quoted(query):
        if not find_verbatim(query.claim[slice(*span)], page):
            yield _misquoted(span, query, page)


def find_quoting(query: Query, page: Page, statement: tuple[int, int]) -> Iterator[int]:
    """Yield the sentences in which what a claim quotes beside a "he said", or in what he said, ends on the page: there its speaker is named."""
    for start, end in _quoted(query):
        is_beside = min(abs(start - statement[1]), abs(statement[0] - end)) <= BESIDE or (
            start - statement[1] > 0 and not _STOP.search(query.claim, statement[1], start)
        )
        words = query.claim[start:end]
        telling = sum(start <= word.start < end for word in query.words)
        is_said = len(words.split()) >= LEAST_QUOTED or telling >= LEAST_TELLING
        found = is_beside and is_said and find_verbatim(words, page)
        if found:
            yield page.sentence_at(found.end - 1)


def _quoted(query: Query) -> Iterator[tuple[int, int]]:
    """Yield the checked stretches of a claim that it puts in quotation marks."""
    for marked in _MARKED.finditer(query.claim):
        for span in _pieces(query.claim, *marked.span(marked.lastindex or 0)):
            if query.is_checked(span[0]):
                yield span


def _misquoted(span: tuple[int, int], query: Query, page: Page) -> Doubt:
    """Look for what comes near in the sentence that tells most of the quoted words: the whole page would take too long."""
    quoted = query.mask_within(*span)
    best = query.most_telling(query.masks, quoted) if query.masks else 0
    near = find_nearly(query.claim[slice(*span)], normalise(page.text_of(best))) if query.masks else None
    offset = page.sentences[best][0] if near else 0
    source = _inner(page.document.text, offset + near.start, offset + near.end) if near else None
    return Doubt(span, source, best)


def _pieces(claim: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of quoted words between what was left out of them."""
    borders = [
        start,
        *(at for left_out in _LEFT_OUT.finditer(claim, start, end) for at in left_out.span()),
        end,
    ]
    for first, last in zip(borders[::2], borders[1::2], strict=True):
        inner = _inner(claim, first, last)
        if inner[0] < inner[1]:
            yield inner


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip(_EDGES)), start + len(piece.rstrip(_EDGES))
