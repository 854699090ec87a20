"""British and American spellings."""

import pytest

from claimcheck.text.spellings import americanise
from claimcheck.text.words import key_of


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("colour", "color"),
        ("neighbouring", "neighboring"),
        ("organisation", "organization"),
        ("criticised", "criticized"),
        ("kilometres", "kilometers"),
        ("centred", "centered"),
        ("theatres", "theaters"),
        ("defences", "defenses"),
        ("tonnes", "tons"),
        ("programmes", "programs"),
        ("analysing", "analyzing"),
        ("anaemia", "anemia"),
        ("paediatric", "pediatric"),
        ("foetus", "fetus"),
        ("aluminium", "aluminum"),
        ("travelling", "traveling"),
        ("labelled", "labeled"),
        ("practised", "practiced"),
        ("cheques", "checks"),
    ],
)
def test_both_spellings_are_one_word(british: str, american: str) -> None:
    """An editor's claim and the page that it cites need not be from one side of the ocean."""
    assert americanise(british) == american == americanise(american)
    assert key_of(british) == key_of(american)
    assert key_of(british.capitalize()) == key_of(american)


@pytest.mark.parametrize(
    "word", ["hour", "four", "tour", "rise", "promise", "exercise", "surprise", "analyses", "more", "here", "acre", "poems", "devices", "called", "selling"]
)  # fmt: skip
def test_other_words_keep_their_spelling(word: str) -> None:
    """They only end alike."""
    assert americanise(word) == word
