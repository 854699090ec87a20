"""What a takeaway ends in, where that reads like its author's own conclusion."""

import pytest

from claimcheck.text.conclusions import find_conclusion


@pytest.mark.parametrize(
    ("text", "conclusion"),
    [
        (
            "The harbour council bought three ferries, signalling that the age of diesel is over.",
            "signalling that the age of diesel is over",
        ),
        (
            "Fares rise by 4 percent — a sign that the council is short of money",
            "a sign that the council is short of money",
        ),
        (
            "The court halted the mine, raising fresh questions about every permit in the valley.",
            "raising fresh questions about every permit in the valley",
        ),
        (
            "The mine was halted, which shows how much the springs matter.",
            "which shows how much the springs matter",
        ),
    ],
)
def test_a_conclusion_is_found_without_the_punctuation_around_it(text: str, conclusion: str) -> None:
    """From its first word to its last."""
    found = find_conclusion(text)
    assert found
    assert text[slice(*found)] == conclusion


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The harbour council bought three ferries.",
        "The signal failed, showing red.",  # too short to conclude anything
        "The map, showing that the reef lies north, was printed. It sold well.",  # something else follows
        "A study suggesting that boats are loud was withdrawn.",
    ],
)
def test_facts_are_no_conclusion(text: str) -> None:
    """A participle within a statement, or at the end of a sentence that is not the last, is none."""
    assert find_conclusion(text) is None
