"""Names of several words, their initials, and texts in which a capital tells no name."""

import pytest

from claimcheck.text.names import find_names, initials_of, is_acronym, name_runs, tells_names
from claimcheck.text.words import split_words


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Mayor Ilse Brandvik spoke.", ["Mayor Ilse Brandvik"]),
        ("The National Council of Shipping met in Osk.", ["National Council Shipping"]),
        ("Velmoor and Osk", ["Velmoor Osk"]),
        ("Police arrested Elena Urban in Oslo on Monday.", ["Elena Urban"]),
        ("Brandvik spoke to Thune.", []),
        ("nothing here", []),
        ("", []),
    ],
)
def test_runs_of_capitalised_words_are_names(text: str, runs: list[str]) -> None:
    """Small words within a name join it and are left out of it; a single word is no run."""
    assert [" ".join(word.text for word in run) for run in name_runs(split_words(text))] == runs


def test_initials_leave_small_words_out() -> None:
    """As an acronym does."""
    (run,) = name_runs(split_words("The National Council of Shipping"))
    assert initials_of(run) == "NCS"


def test_initials_that_mean_something_else_stand_for_no_name() -> None:
    """VP is a vice-president before it is Victor Parker."""
    (person,) = name_runs(split_words("the lawyer Victor Parker"))
    (union,) = name_runs(split_words("the European Union"))
    assert (initials_of(person), initials_of(union)) == ("", "EU")
    assert find_names("It was Victor Parker of the European Union.").keys() >= {"EU"}
    assert "VP" not in find_names("It was Victor Parker of the European Union.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("NSC", True), ("U.S.", True), ("NGOs", True), ("Nsc", False), ("A", False), ("5G", False)],
)
def test_acronyms_are_told_by_their_letters(text: str, expected: bool) -> None:
    """Two capitals and more, with points or an s."""
    assert is_acronym(text) is expected


def test_names_are_found_by_their_initials() -> None:
    """A name within a longer one counts too."""
    text = "It went to the Harbour Safety Board. The Coast and Harbour Safety Board agreed."
    found = find_names(text)
    assert [text[at:].split(maxsplit=1)[0] for at in found["HSB"]] == ["Harbour", "The"]
    assert "CHSB" in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council buys three ferries from Pell.", True),
        ("HARBOUR COUNCIL BUYS THREE FERRIES", False),
        ("hARBOUR COUNCIL BUYS", False),
        ("Harbour Council Buys Three Electric Ferries From Pell", False),
        ("Brandvik Thune", True),
        ("", True),
    ],
)
def test_headlines_and_shouting_tell_no_names(text: str, expected: bool) -> None:
    """Where nearly every word has a capital, none says anything."""
    assert tells_names(text, split_words(text)) is expected
