"""Which of two clauses tells what."""

import pytest
from tests.plain import page_of

from claimcheck.details.crossed import find_crossed_clauses
from claimcheck.match.query import lay_claim

ARTICLE = """The merger was favoured by the diocese but rejected by the governors of Pell College.
Invoices for dredging rose by 70 percent, while the mud taken out of the channel fell.
The film centre withdrew its money in 2024, after Oda Lind had criticised the minister.
A shelter has opened at the school in Tarn; the one at the fairground was cleared because of smoke.
It rained on the college, on the channel and on the fairground."""


def crossed(claim: str, language: str = "en") -> list[tuple[str, str, str]]:
    """List what has changed places: its kind, the claim's words, and the page's in their place."""
    page = page_of(ARTICLE, language)
    return [
        (one.kind.value, claim[slice(*one.claim)], ARTICLE[slice(*one.source)])
        for one in find_crossed_clauses(lay_claim(claim, page), page, range(len(page.sentences)))
    ]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (
            "A merger was favoured by the governors of Pell College but rejected by the diocese.",
            ("role", "governors of Pell College", "diocese"),
        ),
        (
            "Invoices for dredging fell, while the mud taken out of the channel rose by 70 percent.",
            ("role", "fell", "rose by 70 percent"),
        ),
        (
            "A shelter has opened at the fairground; the one at the school in Tarn was cleared because of smoke.",
            ("role", "fairground", "school in Tarn"),
        ),
        (
            "Oda Lind criticised the minister after the film centre had withdrawn its money in 2024.",
            ("direction", "Oda Lind criticised the minister", "film centre withdrew its money in 2024"),
        ),
        (
            "After the film centre withdrew its money in 2024, Oda Lind criticised the minister.",
            ("direction", "Oda Lind criticised the minister", "film centre withdrew its money in 2024"),
        ),
    ],
)
def test_what_stands_in_the_other_clause_has_changed_places(
    claim: str, expected: tuple[str, str, str]
) -> None:
    """Told of another side, or in another order; what is put first does not matter."""
    assert crossed(claim) == [expected]


@pytest.mark.parametrize(
    "claim",
    [
        "The governors of Pell College rejected the merger, but the diocese favoured it.",  # the sides, the other way round
        "While the mud taken out of the channel fell, invoices for dredging rose by 70 percent.",
        "After Oda Lind had criticised the minister, the film centre withdrew its money in 2024.",
        "The film centre withdrew its money, but in 2024 Oda Lind had criticised the minister.",
        "The diocese favoured the merger, but it rained.",
        "The merger was rejected while it rained.",
    ],
)
def test_other_orders_of_the_same_cross_nothing(claim: str) -> None:
    """Nor do clauses that the page does not have."""
    assert crossed(claim) == []


def test_the_words_between_clauses_are_english() -> None:
    """Other languages have others."""
    assert (
        crossed("A merger was favoured by the governors of Pell College but rejected by the diocese.", "de")
        == []
    )
