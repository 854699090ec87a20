"""Words that deny."""

import pytest

from claimcheck.text.negation import is_denial, is_negation, negated_verb


@pytest.mark.parametrize(
    ("word", "language", "negates"),
    [
        ("not", "en", True),
        ("Never", "en", True),
        ("didn’t", "en", True),
        ("without", "en", False),
        ("non", "en", False),
        ("no", "es", True),
        ("no", "pt", False),  # "em o"
        ("não", "pt", True),
        ("keine", "de", True),
        ("not", "sv", True),  # a language that is not told apart is read as English
    ],
)
def test_each_language_has_its_own_negations(word: str, language: str, negates: bool) -> None:
    """What denies in one language may be an article or a prefix in another."""
    assert is_negation(word, language) is negates


def test_some_words_deny_what_is_not_next_to_them() -> None:
    """They deny, and turn no single word."""
    assert is_denial("without")
    assert is_denial("ohne", "de")
    assert not is_denial("with")


@pytest.mark.parametrize(("word", "verb"), [("won't", "wo"), ("DIDN’T", "DID"), ("not", None), ("ant", None)])
def test_a_contraction_gives_back_its_verb(word: str, verb: str | None) -> None:
    """As it is written there."""
    assert negated_verb(word) == verb
