"""Sentences word for word, their values and negations set aside."""

import pytest

from claimcheck.text.frames import Token, align_tokens, span_phrase, split_tokens
from claimcheck.text.numbers import find_numbers


def read(text: str) -> list[Token]:
    """Split a whole text, with its numbers."""
    return split_tokens(text, (0, len(text)), find_numbers(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry sails to Osk.", "The ferry does not sail to Osk."),
        ("The ferry sails to Osk.", "The ferry doesn’t sail to Osk."),
        ("The ferry will sail to Osk.", "The ferry won't sail to Osk."),
        ("The ferry can sail to Osk.", "The ferry cannot sail to Osk."),
        ("The ferry can sail to Osk.", "The ferry can't sail to Osk."),
        ("The ferry is open.", "The ferry is no longer open."),
        ("The ferry was repaired.", "The ferry was never repaired."),
        ("The ferry carries 320 people.", "The ferry carries 45 people."),
        ("It cost $46 million in all.", "It cost two dozen in all."),
    ],
)
def test_values_and_negations_leave_the_frame_as_it_is(one: str, other: str) -> None:
    """Two sentences that differ in a number or a negation alone have one frame."""
    assert len(align_tokens(read(one), read(other))) == len(read(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry sails to Osk.", "The ferry sails to Pell."),
        ("The ferry sails to Osk.", "To Osk the ferry sails."),
        ("The ferry sails to Osk every day.", "The ferry sails to Osk."),
        ("The ferry carries 320 people.", "The ferry carries people."),
        ("Not only the ferry sails.", "The ferry sails."),
        ("Ask whether or not it sails.", "Ask whether it sails."),
    ],
)
def test_other_words_are_another_frame(one: str, other: str) -> None:
    """A word more, another word, another order or a phrase that denies nothing is another frame."""
    assert not align_tokens(read(one), read(other))


def test_a_frame_is_found_within_a_longer_sentence() -> None:
    """A claim may be a clause of the page's sentence."""
    found = align_tokens(read("the ferry sails"), read("Brandvik promised that the ferry sails on Monday."))
    assert [token.key for token in found] == [token.key for token in read("the ferry sails")]


@pytest.mark.parametrize(
    ("text", "at", "phrase"),
    [
        ("The ferry is not open.", 3, "not open"),
        ("The ferry is open.", 3, "open"),
        ("It is not the largest ship.", 2, "not the largest"),
        ("It isn't the largest ship.", 2, "isn't the largest"),
        ("It was in the yard.", 2, "in the yard"),
        ("It has no 45 seats.", 2, "no 45"),
        ("Look at it.", 1, "at it"),
    ],
)
def test_a_phrase_runs_from_its_negation_to_a_word_that_says_something(
    text: str, at: int, phrase: str
) -> None:
    """What is shown of a negated or unnegated place is never a bare function word, if a telling one follows."""
    start, end = span_phrase(read(text), at)
    assert text[start:end] == phrase
