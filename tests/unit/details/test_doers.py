"""Who does what."""

import pytest
from tests.plain import page_of

from claimcheck.details.doers import find_other_doers
from claimcheck.match.query import lay_claim


def others(source: str, claim: str) -> list[tuple[str, str]]:
    """List the names that a claim has do something, each with who does it in a source."""
    source = f"{source}\nIt rained on Pell Yard and on Osk Ferries."
    page = page_of(source)
    found = find_other_doers(lay_claim(claim, page), page, range(len(page.sentences)))
    return [(claim[slice(*one.claim)], source[slice(*(one.source or (0, 0)))]) for one in found]


def certainties(source: str, claim: str) -> list[float]:
    """List how sure it is of each name that another does it."""
    page = page_of(source)
    return [
        one.certainty for one in find_other_doers(lay_claim(claim, page), page, range(len(page.sentences)))
    ]


@pytest.mark.parametrize(
    ("source", "claim", "doer"),
    [
        ("Osk Ferries bought the old crane in May.", "In May Pell Yard bought the old crane.", "Osk Ferries"),
        (
            "The old crane was bought in May by Osk Ferries.",
            "In May Pell Yard bought the old crane.",
            "Osk Ferries",
        ),
        (
            "The crane, bought by Osk Ferries, stood idle.",
            "The idle crane was bought by Pell Yard.",
            "Osk Ferries",
        ),
        (
            "Osk Ferries has since then sold 40 boats.",
            "Since then Pell Yard has sold 40 boats.",
            "Osk Ferries",
        ),
        # what is added to a name stands between it and its verb
        ("The buyer, Osk Ferries, has sold 40 boats.", "Since then Pell Yard has sold 40 boats.", "Osk Ferries"),
        ("The buyer, Dr. Ann Poe, has sold 40 boats.", "Since then Pell Yard has sold 40 boats.", "Dr. Ann Poe"),
        ("Osk Ferries, a firm from Tarn, sold 40 boats.", "Since then Pell Yard sold 40 boats.", "Osk Ferries"),
        ("A rival of Osk Ferries, which sold 40 boats, gave up.", "Pell Yard, a rival, sold 40 boats.", "Osk Ferries"),
        ("Ann Poe runs Osk Ferries. She sold 40 boats.", "Pell Yard sold 40 boats.", "Ann Poe"),
        ("Ann Poe of Osk Ferries, who sold 40 boats, gave up.", "The skipper, Pell Yard, sold 40 boats.", "Ann Poe of Osk Ferries"),
    ],
)  # fmt: skip
def test_what_another_does_is_not_what_the_claims_name_does(source: str, claim: str, doer: str) -> None:
    """Before the verb, or behind it and "by"."""
    assert others(source, claim) == [("Pell Yard", doer)]


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("Pell Yard bought the old crane in May.", "In May the old crane was bought by Pell Yard."),
        ("The yard bought the old crane in May.", "In May Pell Yard bought the old crane."),
        ("PY bought the old crane in May.", "In May Pell Yard bought the old crane."),
        ("On Monday bought cranes came.", "On Monday Pell Yard bought cranes."),
        ("Osk Ferries bought a lamp.", "In May Pell Yard bought the old crane of the harbour."),  # another purchase
        ("Osk Ferries said the crane was old.", "Pell Yard said the crane was old."),  # who says what is another question
        ("Osk Ferries bought the old crane.", "Nobody bought the old crane."),
        ("Osk Ferries and Pell Yard bought the old crane.", "In May Pell Yard bought the old crane."),
        ("Ann Poe met Pell Yard. She bought the old crane.", "In May Pell Yard bought the old crane."),
        ("The OFC bought the old crane.", "In May Pell Yard bought the old crane."),  # an acronym may be anybody's
        ("Besides Osk Ferries, the yard bought the old crane.", "In May Pell Yard bought the old crane."),
        # the name belongs to who does it, or to what it is done with
        ("Workers at Osk Ferries in Pell have moved the old crane.", "Workers of Anstrand have moved the old crane."),
        ("Divers using the Very Old Tug of Osk have moved the old crane.", "Divers from Anstrand have moved the old crane."),
        ("Workers for Osk Ferries voted against joining the Dockers by 640 to 511.",
         "Workers for Osk Ferries voted by 640 to 511 against joining the Dockers."),
    ],
)  # fmt: skip
def test_nothing_is_said_where_it_may_be_the_same(source: str, claim: str) -> None:
    """Nor where no name does it, on either side."""
    assert others(source, claim) == []


def test_who_does_it_differs_surely_where_the_same_is_done() -> None:
    """A verb with something of the claim beside it; another purchase is none of it, nor is "Repairs" a firm."""
    claim = "In May Pell Yard bought the old crane."
    assert certainties("Osk Ferries bought the old crane in May.", claim) == [1.0]
    assert certainties("In May Osk Ferries bought lamps and ropes for the crane, an old one.", claim) == [0.0]
    assert certainties("Repairs bought the old crane time in May. The repairs cost little.", claim) == [0.0]
    told_too = "In May Pell Yard acquired the old crane. Osk Ferries bought the old crane a roof in May."
    assert certainties(told_too, claim) == [0.0]
