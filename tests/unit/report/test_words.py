from collections.abc import Mapping
from enum import StrEnum

import pytest

from claimcheck.model import ClaimVerdict, ClaimWarning, Reason, SourceWarning, State
from claimcheck.report.words import CLAIM_WARNINGS, REASONS, SOURCE_WARNINGS, plural, spell, tally


@pytest.mark.parametrize(
    ("words", "sentences"),
    [(Reason, REASONS), (SourceWarning, SOURCE_WARNINGS), (ClaimWarning, CLAIM_WARNINGS)],
    ids=["reasons", "source warnings", "claim warnings"],
)
def test_every_word_has_its_sentence(words: type[StrEnum], sentences: Mapping[StrEnum, str]) -> None:
    """An editor gets a sentence for each reason and each warning, and no two are the same."""
    assert list(sentences) == list(words)
    assert len(set(sentences.values())) == len(words)


def test_redirects_that_lead_nowhere_are_not_said_to_go_on_for_ever() -> None:
    """The reason is that of both, also where the address is a file's."""
    assert REASONS[Reason.REDIRECT_LOOP] == "The redirects lead to no page."


def test_words_are_spelled_out() -> None:
    """What programs read as one word, an editor reads as several."""
    assert spell(ClaimVerdict.TOO_FEW_SOURCES) == "too few sources"
    assert spell(Reason.CONSENT_WALL) == "consent wall"


def test_counts_agree_with_their_noun() -> None:
    """One is singular, all else plural, and thousands are set apart."""
    assert [plural(count, "claim") for count in (0, 1, 2, 1200)] == [
        "0 claims",
        "1 claim",
        "2 claims",
        "1,200 claims",
    ]


def test_a_tally_leaves_out_what_does_not_occur() -> None:
    """Only words that occur are listed, in their order."""
    assert (
        tally({State.OK: 3, State.DEAD: 0, State.BLOCKED: 1}, {State.BLOCKED: 1})
        == "3 ok, 1 blocked (1 accepted)"
    )
