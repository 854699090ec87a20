"""Tables are read row by row."""

import pytest

from claimcheck.judge.finding import judge
from claimcheck.judge.questions import Question
from claimcheck.match.page import index_page
from claimcheck.model import Document, Finding, Verdict

TEXT = """Boats run every day of the summer. Lines K7 and K9 run every 60 minutes until further notice.
| Line | From | To | Starts again | Interval |
|---|---|---|---|---|
| K1 | Tarn Pier | Osk | 11 May | 30 minutes |
| K3 | Tarn Pier | Pell Sluice | 11 May | 20 minutes |
| K4 | Osk | Pell Sluice | 19 May | 20 minutes |
The loss of passengers since 2019 stands beside it.
| County | Passengers |
|---|---|
| Glaston | -50.0% |
Exports are given in million crowns.
| Country | Exports 2024 | Exports 2025 |
|---|---|---|
| Norland | 412 million | 398 million |
| Sudland | 287 million | 301 million |
The catch is that of all boats.
| Harbour | Summer | Winter |
|---|---|---|
| Hay | 30,100 | 8,350 |
| Lund | 12,700 | 9,120 |"""


def find(claim: str) -> Finding:
    document = Document(TEXT, len(TEXT), "text/plain", len(TEXT), language="en")
    return judge(Question("board", "c", claim), index_page(document), None).finding


@pytest.mark.parametrize(
    ("claim", "theirs"),
    [
        ("Line K3 runs every 60 minutes from Tarn Pier to Pell Sluice.", "20"),
        ("Line K4 starts again on 11 May.", "19 May"),
        ("Sudland's exports in 2025 were 398 million.", "301 million"),  # another row
        ("Norland's exports in 2025 were 412 million.", "398 million"),  # another column
        ("The catch in the harbour of Hay was 12,700 in the summer.", "30,100"),
        ("The catch in the harbour of Lund was 12,700 in the winter.", "9,120"),
    ],
)
def test_another_value_in_the_row_that_a_claim_is_about_differs(claim: str, theirs: str) -> None:
    """Though the claim's own stands in other rows, and in sentences about other lines."""
    finding = find(claim)
    assert finding.verdict is Verdict.CONTRADICTED
    assert [one.source for one in finding.mismatches] == [theirs]


@pytest.mark.parametrize(
    "claim",
    [
        "Line K3 runs every 20 minutes from Tarn Pier to Pell Sluice.",
        "Line K4 starts again on 19 May.",
        "Lines K1 and K3 start again on 11 May.",  # two rows
        "Half of the passengers of Glaston are gone.",  # minus 50 percent
        "Norland's exports in 2025 were 398 million.",
        "Sudland's exports were 287 million in 2024 and 301 million in 2025.",
        "The catch in the harbour of Hay was 8,350 in the winter.",
    ],
)
def test_what_the_row_has_is_contradicted_by_no_other(claim: str) -> None:
    """Nor is what several rows are about."""
    assert find(claim).verdict is not Verdict.CONTRADICTED


def test_a_table_compares_nothing() -> None:
    """Its words are all there, whatever its numbers are."""
    claim = "Exports of Sudland were more than those of Norland in 2025."
    assert find(claim).verdict is Verdict.PARTIALLY_SUPPORTED


def test_titles_over_several_columns_tell_of_none() -> None:
    """Which they stand over is not known; the row is."""
    text = TEXT.replace("| Harbour | Summer | Winter |", "| Harbour | Summer and winter |")
    document = Document(text, len(text), "text/plain", len(text), language="en")
    claims = ["The catch in the harbour of Hay was 8,350.", "The catch in the harbour of Hay was 9,120."]
    found = [judge(Question("b", "c", one), index_page(document), None).finding for one in claims]
    assert [one.verdict for one in found] == [Verdict.SUPPORTED, Verdict.CONTRADICTED]


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The Hay line had 30,100 passengers in summer.", Verdict.SUPPORTED),
        ("The Hay line had 12,700 passengers in summer.", Verdict.PARTIALLY_SUPPORTED),
    ],
)
def test_a_number_on_a_line_of_its_own_is_that_of_its_neighbours(claim: str, verdict: Verdict) -> None:
    """Rows that are no table come apart so."""
    text = (
        "Lines of the ferries\nThe numbers are passengers of each line of the ferries in the summer of this year.\n"
        "Hay\n30,100\nLund\n12,700\nTarn\n9,120\n"
        "The office said that it was the best summer for ten years, and that it would add boats."
    )
    document = Document(text, len(text), "text/plain", len(text), language="en")
    assert judge(Question("b", "c", claim), index_page(document), None).finding.verdict is verdict
