"""Where the author's own conclusion stands in a claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.analysis import leaves_something, locate_analysis
from claimcheck.model import Span


@pytest.mark.parametrize(
    ("analysis", "text", "expected"),
    [
        ("a sign", "It fell, a sign of things.", Span("a sign", 9, 15)),
        ("a sign  of", "It fell, a\n  sign of things.", Span("a\n  sign of", 9, 20)),
        ("art", "The party is art.", Span("art", 13, 16)),
        ("art", "The party is on.", Span("art", 5, 8)),
        ("征兆", "这是征兆。", Span("征兆", 2, 4)),
        ("A sign", "It fell, a sign.", None),
        ("", "It fell.", None),
        ("fell", "", None),
    ],
)
def test_words_are_found_blanks_aside(analysis: str, text: str, expected: Span | None) -> None:
    """Line breaks count as blanks, whole words are preferred, letters must be the same."""
    assert locate_analysis(analysis, text) == expected


@given(st.text(alphabet="ab é\n\t."), st.text(alphabet="ab é\n\t."), st.text(alphabet="ab é\n\t."))
def test_the_offsets_slice_the_words_out_of_the_text(before: str, words: str, after: str) -> None:
    """What stands in a text is found there, and its offsets give the same words."""
    text = before + words + after
    span = locate_analysis(words, text)
    if not words.split():
        assert span is None
    else:
        assert span is not None
        assert text[span.start : span.end] == span.text
        assert span.text.split() == words.split()


def test_a_text_without_other_words_leaves_nothing() -> None:
    """Punctuation alone is nothing to check."""
    assert not leaves_something(Span("A sign", 0, 6), "A sign.")
    assert leaves_something(Span("sign", 2, 6), "A sign.")
