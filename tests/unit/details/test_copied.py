"""A claim that copies a sentence but for a few words."""

import pytest
from tests.plain import page_of

from claimcheck.details.copied import find_altered
from claimcheck.match.query import lay_claim

NEWS = (
    "Doctors advise against giving the medicine to children under 12. "
    "Fenwick Foods withdrew 4,000 jars of honey after glass was found in one of them. "
    "The clinic will stop treating new patients from January because it cannot find doctors. "
    "Without the subsidy the ferry would have closed in 2024, the board said. "
    "The chart is sorted from the highest frequency to the lowest frequency. "
    "Nordlys made a loss of 84 million crowns in the second quarter, it reported on Thursday, against a profit of 32 million a year before."
)


def altered(claim: str) -> list[tuple[str, str]]:
    """List what the claim changes, as claim and page have it."""
    page = page_of(NEWS)
    query = lay_claim(claim, page)
    best = query.most_telling(range(len(page.sentences)))
    return [
        (claim[slice(*one.claim)], NEWS[slice(*one.source)])
        for one in find_altered(query, page, [best])
        if one.source
    ]


@pytest.mark.parametrize(
    ("claim", "mine", "theirs"),
    [
        ("Doctors advise giving the medicine to children under 12.", "giving", "against"),
        ("Fenwick Foods withdrew 4,000 jars of honey after glass was found in all of them.", "all", "one"),
        ("The clinic will stop treating all patients from January because it cannot find doctors.", "all", "new"),
        ("Without the subsidy the ferry closed in 2024, the board said.", "closed", "would have"),
        ("The chart is sorted from the highest frequency to the highest frequency.", "highest", "lowest"),
    ],
)  # fmt: skip
def test_what_a_copy_changes_is_doubted(claim: str, mine: str, theirs: str) -> None:
    """All but one or two small words of the claim stand in one sentence, in its order."""
    assert altered(claim) == [(mine, theirs)]


@pytest.mark.parametrize(
    "claim",
    [
        "Doctors advise against giving the medicine to children under 12.",
        "Doctors warn that the medicine should not be given to any children below the age of 12.",
        "Glass was found in one of the 4,000 jars of honey that Fenwick Foods withdrew.",
        "From January the clinic will stop treating new patients because it cannot find doctors.",
        "The ferry would have closed in 2024 without the subsidy, the board said.",
        "The chart is sorted by frequency, from the highest to the lowest.",
        "Nordlys made a loss of 84 million crowns in the second quarter after a profit of 32 million a year before.",
    ],
)
def test_what_is_reworded_or_cut_is_not(claim: str) -> None:
    """Another order, other words, and what is dropped with all that it belongs to change nothing."""
    assert altered(claim) == []
