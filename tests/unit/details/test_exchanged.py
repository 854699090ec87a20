"""Two phrases of a claim in one another's places."""

import pytest
from tests.plain import found_by

from claimcheck.details.exchanged import find_exchanged

NEWS = (
    "The court ordered the mayor of Osk to repay 12,000 crowns to the ferry company. "
    "Prosecutors dropped the charge of fraud against Olav Brekke but kept the one of forgery. "
    "Rents rose faster in Pell than in Osk last year, the statistics office said. "
    "Investigators believe that the pilot, not the engine, caused the crash near Tarn. "
    "Mona Strand met Ida Lund at the harbour in Halm on Sunday. "
    "The museum lent four of its paintings to the gallery for the summer. "
    "Kestrel Air cut its flights to Vell from 14 to 9 a week. "
    "Trains and buses stopped for two hours in Lower Fenn. "
    "The chapel in Osk was built after the mill in Tarn. "
    "Peat bogs drained in Corm gave off less gas last year. "
    "Anna Moe was acquitted of theft and convicted of perjury on Friday. "
    "The fund bought and sold shares in Aster on Monday. "
    "The museum is handing back a bell to the town of Sorn, from which soldiers took it in 1894. "
    "A 14-year-old girl pulled her grandfather from the river at Hay."
)


def exchanged(claim: str) -> list[tuple[str, str]]:
    """List the phrases that differ, as claim and page have them."""
    return found_by(find_exchanged, claim, NEWS)


@pytest.mark.parametrize(
    ("claim", "mine", "theirs"),
    [
        (
            "The court ordered the ferry company to repay 12,000 crowns to the mayor of Osk.",
            "ferry company",
            "mayor of Osk",
        ),
        ("Prosecutors dropped the charge of forgery against Olav Brekke but kept the one of fraud.", "forgery", "fraud"),
        ("Rents rose faster in Osk than in Pell last year.", "Osk", "Pell"),
        ("A grandfather pulled a 14-year-old girl from the river at Hay.", "grandfather", "14-year-old girl"),
        ("The engine, not the pilot, caused the crash near Tarn, investigators believe.", "", ""),  # turned round as well
        ("Investigators believe that the engine, not the pilot, caused the crash near Tarn.", "engine", "pilot"),
        ("The gallery lent four of its paintings to the museum for the summer.", "gallery", "museum"),
        ("Kestrel Air cut its flights to Vell from 9 to 14 a week.", "9", "14"),
        ("Anna Moe was convicted of theft and acquitted of perjury on Friday.", "convicted", "acquitted"),
    ],
)  # fmt: skip
def test_phrases_that_have_changed_places_differ(claim: str, mine: str, theirs: str) -> None:
    """All words of the claim are on the page, and the order tells what is wrong."""
    assert exchanged(claim) == ([(mine, theirs)] if mine else [])


@pytest.mark.parametrize(
    "claim",
    [
        "The mayor of Osk was ordered by the court to repay 12,000 crowns to the ferry company.",
        "Ida Lund met Mona Strand at the harbour in Halm on Sunday.",
        "Rents in Osk did not rise faster than in Pell last year.",
        "Rents rose more slowly in Osk than in Pell last year, the statistics office said.",
        "The mill in Tarn was built before the chapel in Osk.",
        "Buses and trains stopped for two hours in Lower Fenn.",
        "Last year rents rose faster in Pell than in Osk.",
        "Corm's drained peat bogs gave off less gas last year.",
        "The fund sold and bought shares in Aster on Monday.",
        "The museum is handing back a bell that soldiers took from the town of Sorn in 1894.",
        "For the summer the museum lent four of its paintings to the gallery.",
        "The museum lent the gallery four of its paintings for the summer.",
    ],
)
def test_the_same_in_another_order_does_not(claim: str) -> None:
    """A passive, a list, what goes both ways, and what is put first say the same."""
    assert exchanged(claim) == []
