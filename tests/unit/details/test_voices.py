"""In whose voice a page tells what a claim states."""

import pytest
from tests.plain import page_of

from claimcheck.details.voices import find_voice
from claimcheck.match.query import lay_claim


def voice(source: str, claim: str) -> str | None:
    """Give the word by which the first sentence of a source does not state a claim."""
    page = page_of(source)
    return find_voice(lay_claim(claim, page), page, range(len(page.sentences)))


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        # reported, and not stated
        ("The claim that the cable harms seals spread in Osk.", "The cable harms seals in Osk."),
        ("The rebels claimed 40 soldiers fell near Osk.", "40 soldiers fell near Osk."),
        ("He was not telling anybody that the dam in Pell would burst.", "The dam in Pell burst."),
        # asked for, and refused
        ("A request to exempt the night staff in Osk was refused.", "The night staff in Osk will be exempt."),
        (
            "Volta had asked for permission to raise the fares of Osk but was turned down.",
            "Volta has permission to raise the fares of Osk.",
        ),
        (
            "The council dropped a plan to ban cars from the harbour.",
            "The council will ban cars from the harbour.",
        ),
        # denied in the next sentence
        (
            "The mayor knew of the leak in Osk. Whitlow denied that on Friday.",
            "The mayor knew of the leak in Osk.",
        ),
        ("Marrow wrote her book in Osk. Historians doubt it.", "Marrow wrote her book in Osk."),
        # taken back
        (
            "Three people died in Osk. An earlier version of this article said that four had died.",
            "Four people died in Osk.",
        ),
        # one side's account
        (
            "Opponents of the mayor say that the pool would cost 20 million.",
            "The pool would cost 20 million.",
        ),
        (
            "The tunnel would flood in May, residents say, but engineers disagree.",
            "The tunnel would flood in May.",
        ),
        ("According to the dockers' union, the crane killed two.", "The crane killed two."),
        # on a condition
        ("If the crane is mended, the ferry can stop in May.", "The ferry will stop in May."),
        ("Lawyers debate whether the mayor can sell the harbour.", "The mayor can sell the harbour."),
        (
            "The region will pay three crowns a litre if Osk, which has to agree, does.",
            "The region pays three crowns a litre.",
        ),
        ("Banks must repay customers in Osk, unless they were warned.", "Banks must repay customers in Osk."),
        (
            "Hunters shoot bears near Osk lawfully only where all else was tried.",
            "Hunters shoot bears near Osk lawfully.",
        ),
        # tried in vain
        (
            "An attempt by traders to have the bridge in Osk opened failed.",
            "Traders had the bridge in Osk opened.",
        ),
        # not done
        ("The tunnel failed to create 300 jobs in Osk.", "The tunnel would create 300 jobs in Osk."),
        (
            "The firm that will build the pier in Osk is small.",
            "The firm that built the pier in Osk is small.",
        ),
        ("The pilots agreed to strike in May but called it off.", "The pilots will strike in May."),
        ("The council voted to close the school in Osk.", "The council will close the school in Osk."),
        (
            "The ministry has not said whether it will pay aid to Osk.",
            "The ministry agreed to pay aid to Osk.",
        ),
        ("The firm tried to shred the files of Osk.", "The firm shredded the files of Osk."),
        (
            "The minister, who has yet to speak, promised to sign the bill.",
            "The minister, who has yet to speak, signed the bill.",
        ),
    ],
)
def test_what_a_page_does_not_state_is_told_by_a_word(source: str, claim: str) -> None:
    """The word is shown to the editor."""
    told = voice(source, claim)
    assert told is not None
    assert told in source.lower() or told in source


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (
            "The families were bringing a claim for the flood in Osk.",
            "The families sued over the flood in Osk.",
        ),
        ("A group claimed responsibility for the raid on Osk.", "A group admitted the raid on Osk."),
        (
            "The growers of Osk claim at least 38 million crowns.",
            "The growers of Osk sue for at least 38 million crowns.",
        ),
        # advice to all who are, and what does not matter
        ("If you fish in Osk, you should carry a permit.", "Anglers should carry a permit in Osk."),
        ("Even if the talks in Osk succeed, fares will rise in May.", "Fares will rise in May in Osk."),
        # what is asked, and a condition of what else is told
        ("The council asked the yard if it would close in May.", "The council asked the yard."),
        ("The yard closed in May, and the crane will go if a buyer is found.", "The yard closed in May."),
        ("Osk has a harbour, which can freeze if winds turn.", "Osk has a harbour."),
        # a motion against it is another thing
        (
            "The plan to build the pier was approved in May after a motion against it was rejected.",
            "The plan to build the pier was approved in May.",
        ),
        (
            "After members rejected an amendment, the senate passed the budget on Friday.",
            "The senate passed the budget on Friday.",
        ),
        # the claim supposes, wants or plans as well
        ("If Osk walks away, it will owe a fee of $60 million.", "Walking away would cost Osk $60 million."),
        ("The findings back her plan to make the ban law in Osk.", "She wants the ban to be law in Osk."),
        ("Haldane has agreed to buy the yard in Pell.", "Haldane is buying the yard in Pell."),
        # denied is another thing, or one side's account as the claim says
        ("The mayor knew of the leak. Whitlow denied that fish had died.", "The mayor knew of the leak."),
        ("The mayor knew of the leak. Whitlow denied it.", "The mayor knew of the leak, Poe said."),
        # who acts, and whom the claim names, is no mere side
        ("The dockers' union said it would strike in May.", "The dockers' union will strike in May."),
        ("The club, residents say, is loud, but it closed in May.", "The club closed in May."),
        ("The firm said repairs in Osk will take until May.", "Repairs in Osk will take until May."),
        # no event of its own, or one that has yet to be
        ("About $640,000 of it was found after he was convicted of stealing.", "The stolen money was found."),
        ("The results have not been reviewed.", "The results have yet to be reviewed."),
        ("The rise was due to regulated prices in Osk.", "Osk blamed regulated prices for the rise."),
    ],
)
def test_what_a_page_states_has_no_such_word(source: str, claim: str) -> None:
    """A true claim is not lost for a word that speaks of something else."""
    assert voice(source, claim) is None
