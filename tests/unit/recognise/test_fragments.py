"""Fragments of cited addresses that lead nowhere."""

import pytest

from claimcheck.model import Document, SourceWarning
from claimcheck.recognise.fragments import fragment_of, missing_fragments
from claimcheck.text.normal import normalise

TEXT = "The ferry stops on 3 November.\nNobody can promise “that the crack” will wait, the captain said."
PAGE = Document(TEXT, len(TEXT), "text/html", len(TEXT), anchors=frozenset({"part-2", "über"}))
FOLDED = normalise(TEXT)


@pytest.mark.parametrize(
    "fragment",
    ["", "top", "part-2", "%C3%BCber", "/route/of/a/script", "!page", "tab=2", ":~:text=ferry%20stops",
     ":~:text=the-,ferry", ":~:text=ferry,November", ":~:text=will%20wait,-the%20captain", "part-2:~:text=ferry&text=captain",
     ":~:text=%22that%20the%20crack%22"],
)  # fmt: skip
def test_what_stands_on_the_page_is_not_missing(fragment: str) -> None:
    """Anchors, text directives with their context, and what names no place at all."""
    assert missing_fragments(fragment, PAGE, FOLDED, has_anchors=True) == frozenset()


def test_what_does_not_stand_there_is_named() -> None:
    """An anchor and a text are two warnings."""
    assert missing_fragments("part-3", PAGE, FOLDED, has_anchors=True) == {SourceWarning.FRAGMENT_MISSING}
    assert missing_fragments(":~:text=penguins", PAGE, FOLDED, has_anchors=True) == {
        SourceWarning.TEXT_FRAGMENT_MISSING
    }
    assert missing_fragments(":~:text=captain,ferry", PAGE, FOLDED, has_anchors=True) == {
        SourceWarning.TEXT_FRAGMENT_MISSING
    }
    assert len(missing_fragments("part-3:~:text=penguins", PAGE, FOLDED, has_anchors=True)) == 2


def test_a_fragment_is_what_follows_the_hash() -> None:
    """Undecoded, as it was written."""
    assert fragment_of("https://a.example/b#c%20d") == "c%20d"
    assert fragment_of("https://a.example/b") == ""


def test_what_can_have_no_anchor_lacks_none() -> None:
    """A saved text of a page, or a PDF; the words of a text directive are looked for in any."""
    assert missing_fragments("part-3", PAGE, FOLDED, has_anchors=False) == frozenset()
    missing = missing_fragments("part-3:~:text=penguins", PAGE, FOLDED, has_anchors=False)
    assert missing == {SourceWarning.TEXT_FRAGMENT_MISSING}
