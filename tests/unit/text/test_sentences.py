"""Sentences of a page, with offsets that slice them out verbatim."""

import time

import pytest

from claimcheck.text.sentences import LONGEST, split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        (" \n\n ", []),
        ("Short line", ["Short line"]),
        (
            "The first boat sails in March. The other two follow later.",
            ["The first boat sails in March.", "The other two follow later."],
        ),
        ("  The mayor of Osk smiled at everyone.  ", ["The mayor of Osk smiled at everyone."]),
        (
            "A heading without a stop\nA paragraph beneath it",
            ["A heading without a stop", "A paragraph beneath it"],
        ),
        (
            "In October it rose, and Ms. Solheim said so. Nobody else did.",
            ["In October it rose, and Ms. Solheim said so.", "Nobody else did."],
        ),
        (
            "Mr. Thune of the U.S. yard paid $1.5 million. He was glad of it.",
            ["Mr. Thune of the U.S. yard paid $1.5 million.", "He was glad of it."],
        ),
        (
            "“Why was nobody asked about the ferry?” she said. The council did not answer.",
            ["“Why was nobody asked about the ferry?” she said.", "The council did not answer."],
        ),
        (
            "渡轮在早上九点从港口出发，前往对面的小岛。市长没有出席这次首航仪式。",
            ["渡轮在早上九点从港口出发，前往对面的小岛。", "市长没有出席这次首航仪式。"],
        ),
    ],
)
def test_a_page_is_cut_into_sentences(text: str, sentences: list[str]) -> None:
    """Sentences end at their stop or with their line; blanks around them are no part of them."""
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


def test_offsets_of_a_stretch_count_in_the_whole_text() -> None:
    """Sentences of a part of a text begin and end in that part, and are sliced from the whole."""
    text = "The heading\nThe first sentence is here. The second one is too.\nThe end"
    spans = split_sentences(text, 12, 62)
    assert [text[start:end] for start, end in spans] == [
        "The first sentence is here.",
        "The second one is too.",
    ]


def test_a_sentence_without_an_end_is_cut_at_a_blank() -> None:
    """A run-on list is cut between words, into pieces that can be quoted."""
    text = "word " * 2_000
    pieces = [text[start:end] for start, end in split_sentences(text)]
    assert max(map(len, pieces)) <= LONGEST
    assert " ".join(pieces) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 5_000_000, id="5 MB of one word"),
        pytest.param(" " * 5_000_000, id="5 MB of blanks"),
        pytest.param("A short line of the page here.\n" * 100_000, id="100,000 lines"),
        pytest.param("He left for Osk. " * 60_000, id="60,000 sentences in one line"),
        pytest.param("“He said. " * 60_000, id="quotation marks that nothing closes"),
        pytest.param("(He said. " * 60_000, id="brackets that nothing closes"),
        pytest.param("e.g. " * 200_000, id="abbreviations alone"),
    ],
)
def test_odd_pages_are_cut_quickly_and_whole(text: str) -> None:
    """Size and shape of a page cost no more than its length, and no word is lost."""
    began = time.perf_counter()
    spans = split_sentences(text)
    assert time.perf_counter() - began < 2
    assert sum(len("".join(text[start:end].split())) for start, end in spans) == len("".join(text.split()))
