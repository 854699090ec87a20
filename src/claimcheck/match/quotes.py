"""The words that a claim quotes, found verbatim or nearly so. Fuzzy likeness finds the place; it decides nothing."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from claimcheck.match.page import Page
from claimcheck.text.normal import Normalised, fold

NEARLY = 85.0
"""Likeness (0 to 100) from which a passage counts as the misquoted words: one word in eight changed."""


_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts that write no blanks between words: Thai, Lao, Burmese, Khmer, Japanese and Chinese."""


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """Where quoted words stand in a document's text; `verbatim` but for case, blanks, quotes and dashes."""

    start: int
    end: int
    verbatim: bool


def find_quote(quote: str, page: Page) -> QuoteMatch | None:
    """Find quoted words on a page; nothing where no passage comes near them."""
    return find_verbatim(quote, page) or find_nearly(quote, page.folded)


def find_verbatim(quote: str, page: Page) -> QuoteMatch | None:
    """Find quoted words where they stand as they are."""
    wanted, text = _wanted(quote), page.folded
    at = _on_words(wanted, text.text) if wanted else -1
    return QuoteMatch(*text.original_span(at, at + len(wanted)), verbatim=True) if at >= 0 else None


def find_nearly(quote: str, text: Normalised) -> QuoteMatch | None:
    """Find what comes near quoted words in a text, if anything does; the time grows with the length of both."""
    wanted = _wanted(quote)
    if not wanted or len(wanted) > len(text.text):
        return None
    near = fuzz.partial_ratio_alignment(wanted, text.text, score_cutoff=NEARLY)
    if near is None or near.dest_start == near.dest_end:
        return None
    start, end = _whole_words(text.text, near.dest_start, near.dest_end)
    return QuoteMatch(*text.original_span(start, end), verbatim=False)


def _wanted(quote: str) -> str:
    return fold(quote).strip("\"' ")


def _on_words(wanted: str, text: str) -> int:
    """Find an occurrence that begins and ends with a word: “operating” is not quoted by “cooperating”."""
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not _within_word(before + wanted[0]) and not _within_word(wanted[-1] + after):
            return at
        at = text.find(wanted, at + 1)
    return -1


def _within_word(pair: str) -> bool:
    return len(pair) == 2 and pair.isalnum() and not _UNSPACED.search(pair)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1] != " ":
        start -= 1
    while end < len(text) and text[end] != " ":
        end += 1
    while start < end - 1 and not text[start].isalnum():
        start += 1
    while end > start + 1 and not text[end - 1].isalnum():
        end -= 1
    return start, end
