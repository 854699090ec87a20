"""The words that a claim quotes, found verbatim, nearly so, or not at all."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.match.page import Page, index_page
from claimcheck.match.quotes import QuoteMatch, find_quote
from claimcheck.model import Document
from claimcheck.text.normal import fold

TEXT = """Mayor Brandvik said: “We are operating at the frontier — and we don’t apologise.”
Critics called the  cooperating
yards “a half‑baked club”. The café’s owner agreed…
市议会决定购买三艘电动渡轮。"""


def page(text: str) -> Page:
    """Make a page of a text."""
    return index_page(Document(text=text, article_chars=len(text), content_type="text/plain", size=len(text)))


def found(quote: str, text: str = TEXT) -> tuple[str, bool] | None:
    """Find a quote, as the words of the page and whether they are verbatim."""
    match = find_quote(quote, page(text))
    return match and (text[match.start : match.end], match.verbatim)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("operating at the frontier", "operating at the frontier"),
        ("OPERATING at the Frontier", "operating at the frontier"),
        ("“operating at the frontier”", "operating at the frontier"),
        ("'operating at the frontier'", "operating at the frontier"),
        ("frontier - and we don't apologise", "frontier — and we don’t apologise"),
        ("operating  at\nthe frontier", "operating at the frontier"),
        ("called the cooperating yards", "called the  cooperating\nyards"),
        ("half-baked club", "half‑baked club"),
        ("cafe\u0301’s owner", "café’s owner"),
        ("agreed...", "agreed…"),
        ("Mayor", "Mayor"),
        ("三艘电动渡轮", "三艘电动渡轮"),
    ],
)
def test_a_quote_is_verbatim_but_for_what_no_reader_sees(quote: str, words: str) -> None:
    """Case, blanks, line ends, quotes and dashes are no difference; the offsets give the page's own words."""
    assert found(quote) == (words, True)


@pytest.mark.parametrize(
    "quote", ["erating at the frontier", "operating at the front", "operatin", "ayor", "pologise"]
)
def test_a_quote_stands_on_whole_words(quote: str) -> None:
    """What begins or ends within a word of the page is not quoted by it."""
    match = found(quote)
    assert match is None or not match[1]


def test_a_later_occurrence_on_whole_words_counts() -> None:
    """The first hit, inside another word, does not hide the right one."""
    text = "They are cooperating now. The yard is operating again."
    match = find_quote("operating", page(text))
    assert match == QuoteMatch(text.rindex("operating"), text.rindex("operating") + 9, verbatim=True)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("we were operating at the frontier", "We are operating at the frontier"),
        (
            "operating at the frontiers — and we don't apologise",
            "operating at the frontier — and we don’t apologise",
        ),
        (
            "called the cooperative yards a half-baked club",
            "called the  cooperating\nyards “a half‑baked club”",
        ),
    ],
)
def test_a_near_miss_gives_the_passage_but_is_not_verbatim(quote: str, words: str) -> None:
    """A word changed is found where it stands, as the page has it, on whole words."""
    match = found(quote)
    assert match is not None
    assert match[1] is False
    assert words.strip("“”.") in match[0]
    assert len(match[0]) < len(words) + 15


@pytest.mark.parametrize(
    "quote", ["penguins steer the submarine blindfolded", "", " ", "“”", "''", "🐧🐧🐧🐧"]
)
def test_words_that_stand_nowhere_are_not_found(quote: str) -> None:
    """Other words, and no words, are found nowhere."""
    assert found(quote) is None


@pytest.mark.parametrize("text", ["", " \n ", "…"])
def test_nothing_is_quoted_by_an_empty_page(text: str) -> None:
    """A page without words holds no quote."""
    assert found("operating at the frontier", text) is None


def test_a_quote_longer_than_the_page_is_not_found() -> None:
    """A page that is a part of the quote does not hold it."""
    assert found("The ferry sails to Osk on Monday at nine.", "The ferry sails to Osk on Monday.") is None


@given(
    st.text(alphabet="abé 'L“’-–\n三", max_size=30),
    st.text(alphabet="abé '“-\n三", max_size=30),
    st.text(alphabet="ab c-’", min_size=1),
)
def test_what_stands_on_the_page_is_found_verbatim(before: str, after: str, quote: str) -> None:
    """Any words between blanks are found, and what is found folds to what was looked for."""
    text = f"{before} {quote} {after}"
    wanted = fold(quote).strip("\"' ")
    match = find_quote(quote, page(text))
    if wanted:
        assert match is not None
        assert match.verbatim
        assert fold(text[match.start : match.end]) == wanted


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The boats will cost much, officials said. " * 25_000, id="1 MB"),
        pytest.param("a" * 1_000_000, id="1 MB of one word"),
    ],
)
def test_a_misquoted_sentence_is_looked_for_in_bounded_time(text: str) -> None:
    """A quote that stands nowhere verbatim costs no more than a few seconds on a large page."""
    began = time.perf_counter()
    find_quote("The boots will cost too much, the officials claimed on the pier", page(text))
    assert time.perf_counter() - began < 3
