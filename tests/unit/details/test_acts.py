"""What a page denies, and a claim tells."""

import pytest
from tests.plain import found_by, page_of

from claimcheck.details.acts import find_denied_words, find_untold_steps
from claimcheck.match.query import lay_claim

NEWS = (
    "Staff at the unit in Osk will be consulted until 28 November. No redundancies are planned. "
    "The tool writes minutes. It is not for writing headlines. "
    "The council cannot be sued for it. A lawyer sued the mill. "
    "It was not entirely new. They had no kind of contract. "
    "The mayor named no successor. The importer is treated as a witness and not as a suspect."
)


def denied(claim: str) -> list[tuple[str, str]]:
    """List what the claim tells and the page only denies."""
    return found_by(find_denied_words, claim, NEWS)


@pytest.mark.parametrize(
    ("claim", "mine", "theirs"),
    [
        (
            "Staff at the unit in Osk will be made redundant on 28 November.",
            "redundant",
            "No redundancies",
        ),
        ("A tool of that kind is sold for use.", "kind", "no kind"),
        ("The mayor will not stand, and he named a successor.", "successor", "no successor"),
        ("The importer is being treated as a suspect.", "suspect", "not as a suspect"),
    ],
)
def test_a_word_that_the_page_has_in_denials_alone_is_doubted(claim: str, mine: str, theirs: str) -> None:
    """However much else of the claim is there."""
    assert (mine, theirs) in denied(claim)


def test_a_denied_word_differs_surely_where_the_rest_is_told() -> None:
    """In its own word, and of a claim that denies nothing itself."""
    news = "The works in Osk was fined in May. The regulator there has not opened a formal case against it."
    page = page_of(news)

    def certainty(claim: str) -> float:
        return max(
            (one.certainty for one in find_denied_words(lay_claim(claim, page), page, range(2))), default=0.0
        )

    assert certainty("The regulator there has opened a formal case against the works.") > 0.6
    assert certainty("The regulator opened a case, but no works in Osk was fined in May.") == 0.0
    assert certainty("In Pell a museum of glass opened its doors to all visitors.") < 0.6


@pytest.mark.parametrize(
    "claim",
    [
        "No staff at the unit in Osk will be made redundant.",
        "Staff in Osk are consulted rather than made redundant.",
        "A lawyer sued the council.",
        "It was entirely new.",
    ],
)
def test_what_is_told_as_well_or_denied_by_the_claim_is_not(claim: str) -> None:
    """The word stands on the page without a denial, or the claim denies it too."""
    assert denied(claim) == []


@pytest.mark.parametrize(
    ("claim", "mine"),
    [
        ("The council refused to close the pool.", "refused to close"),
        ("The council opposed closing the pool.", "opposed closing"),
        ("The council considered closing the pool.", "considered closing"),
        ("The council threatened to close the pool.", "threatened to close"),
    ],
)
def test_what_a_claim_has_somebody_refuse_or_consider_must_be_told_so(claim: str, mine: str) -> None:
    """Who votes to do it does neither."""
    page = "The council of Halm voted on Tuesday to close the pool."
    assert found_by(find_untold_steps, claim, page) == [(mine, "voted on Tuesday to close")]


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("The council refused to close the pool.", "The council refused to close the pool."),
        ("The council declined to close the pool.", "The council did not close the pool."),
        ("The council voted to close the pool.", "The council closed the pool."),
        ("The pool is due to close in May.", "The pool closes in May."),
        ("The council will close the pool unless it rains.", "The council will close the pool."),
    ],
)
def test_a_step_that_is_told_or_is_nobodys_act_is_none(claim: str, page: str) -> None:
    """What is denied in other words is denied, too; and nobody refuses or considers where something is due."""
    assert found_by(find_untold_steps, claim, page) == []
