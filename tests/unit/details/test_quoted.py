"""What a claim puts in quotation marks stands on the page word for word, or supports nothing."""

import pytest
from tests.plain import page_of

from claimcheck.details.quoted import find_misquoted
from claimcheck.judge.finding import judge
from claimcheck.judge.questions import Question
from claimcheck.match.page import index_page
from claimcheck.match.query import lay_claim
from claimcheck.model import Document, Finding, Verdict

PAGE = (
    "Mayor Odile Brandt called the harbour plan “a gift to the ferry owners, and nothing else”, and left the hall in Pell.\n"
    "Her film “Leading with Patience” was made by an all-female crew."
)


def misquoted(claim: str) -> list[tuple[str, str]]:
    """Give what a claim misquotes, and what the page has near it."""
    page = page_of(PAGE)
    return [
        (claim[slice(*one.claim)], PAGE[slice(*one.source)] if one.source else "")
        for one in find_misquoted(lay_claim(claim, page), page)
    ]


@pytest.mark.parametrize(
    "claim",
    [
        'Brandt called the harbour plan "a gift to the ferry owners".',
        "Brandt called the harbour plan ‘a gift to the Ferry Owners,’ no less.",
        "Brandt spoke of „a gift […] and nothing else“.",
        "Brandt spoke of «a gift … and nothing else».",
        "The owners' boats and the hall's doors: Brandt's 'gift to the ferry owners' isn't one.",
        "Brandt called the plan a present.",
    ],
)
def test_what_is_quoted_verbatim_is_no_matter(claim: str) -> None:
    """Whatever the marks, and whatever was left out."""
    assert misquoted(claim) == []


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("Brandt called the plan “a scandal”.", [("a scandal", "")]),
        ("She made “Leading with Women”.", [("Leading with Women", "")]),
        (
            "It is “a gift to the ferry owner, and nothing else”.",
            [("a gift to the ferry owner, and nothing else", "a gift to the ferry owners, and nothing else")],
        ),
        ("It is “a gift [...] and a scandal”.", [("and a scandal", "")]),
    ],
)
def test_what_is_not_there_is_shown(claim: str, found: list[tuple[str, str]]) -> None:
    """With what comes near it."""
    assert misquoted(claim) == found


def finding(claim: str) -> Finding:
    """Judge a claim on the page."""
    document = Document(PAGE, len(PAGE), "text/plain", len(PAGE), language="en")
    return judge(Question("page", "claim", claim), index_page(document), None).finding


def test_a_misquotation_supports_nothing() -> None:
    """The words are missing as a whole, once."""
    right = finding("Her film “Leading with Patience” was made by an all-female crew.")
    wrong = finding("Her film “Leading with Women” was made by an all-female crew.")
    assert right.verdict is Verdict.SUPPORTED
    assert wrong.verdict is Verdict.PARTIALLY_SUPPORTED
    assert [span.text for span in wrong.missing] == ["Leading with Women"]
    assert "“Leading with Women”" in wrong.explanation
