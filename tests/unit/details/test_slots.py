"""What fills the slots of a claim on a page."""

import pytest

from claimcheck.details.slots import Slots
from claimcheck.match.page import index_page
from claimcheck.match.query import lay_claim
from claimcheck.model import Document

ARTICLE = """The Velmoor council voted on Tuesday to buy three electric ferries from the yard in Pell.
The boats will cost $46 million, and the coastal fund pays $18 million.
Mayor Ilse Brandvik said the first ferry should sail in March 2027.
Councillor Radek Thune called the purchase hasty.
The share of electric boats in the harbour rose from 10 to 18 percent in 2025.
Nordlys has bought the cable maker Halden, which was once a part of Brightwell.
Repairs of the cable took two weeks. The repairs were late.
Thune dismissed charges against Vice President Oda Lind as thin.
Sailors on the drug had 17 attacks a year on average, those on water 29.
On Little Osk, where it rains, the mayor said that rivals had brought fares down by a third since Nordlys arrived in 2016.
The price was fair, said Nils Aker, the chief executive of Nordlys, on Friday."""


def slots(claim: str) -> Slots:
    """Lay a claim against the article."""
    document = Document(ARTICLE, len(ARTICLE), "text/plain", len(ARTICLE), language="en")
    page = index_page(document)
    return Slots(lay_claim(claim, page), page)


def misfilled(claim: str) -> list[tuple[str, str]]:
    """List what of the claim is filled otherwise, and with what."""
    return [
        (claim[one.slot.start : one.slot.end], ARTICLE[one.start : one.end]) for one in slots(claim).misfilled
    ]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The boats will cost $64 million.", [("$64 million", "$46 million")]),
        (
            "Mayor Joan Castell said the first ferry should sail in March 2027.",
            [("Joan Castell", "Ilse Brandvik")],
        ),
        ("Brightwell has acquired the cable maker Halden.", [("Brightwell", "Nordlys")]),
        ("The boats will cost $46 million.", []),
        ("Brandvik said the first ferry should sail in March 2027.", []),
        ("Nordlys acquired the cable maker Halden.", []),
        ("The Tarn cable took two weeks.", []),  # "Repairs" is no name
        ("Thune dismissed charges against Oda Lind as thin.", []),  # nor is "Vice"
        ("Sailors had a yearly average of 17 versus 29 with water.", []),  # as the page has them
        (
            "Fares on Little Osk have come down by a third since Nordlys arrived in 2016.",
            [],
        ),  # both, as the page has them
        ("The price was fair, said Nordlys chief executive Nils Aker.", []),  # whose he is
        ("Herons nest on the pier of Osk.", []),
    ],
)
def test_something_else_in_the_same_frame_is_found(claim: str, expected: list[tuple[str, str]]) -> None:
    """Names and values between the same words, in their order; the claim's own ends the search."""
    assert misfilled(claim) == expected


def test_a_title_is_no_part_of_a_name() -> None:
    """Two mayors are two people."""
    own = slots("Mayor Ilse Brandvik spoke.").own
    assert [(one.start, one.end) for one in own] == [(6, 19)]
