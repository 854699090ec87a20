from dataclasses import replace

from claimcheck.model import CheckedClaim, ClaimVerdict, Evidence, Finding, MismatchKind, Span, Verdict
from claimcheck.report.comparisons import Comparison, compare_details
from claimcheck.text.agreement import Agreement

from .sample import mismatch, passage


def _claim(text: str) -> CheckedClaim:
    return CheckedClaim("c", text, 1, ClaimVerdict.SUPPORTED, "", 1, None, (), ())


def _finding(*evidence: Evidence) -> Finding:
    return Finding("a", Verdict.SUPPORTED, 0.9, "", evidence)


def test_each_number_stands_beside_the_nearest_of_its_unit() -> None:
    """A number is compared with the one that agrees, else with the closest of the same unit; with none, with nothing."""
    claim = _claim("It bought 15 ferries for 70 million euros, 40% of them used.")
    found = (passage("It bought 50 ferries, not 500."), passage("They cost 70 million euros."))
    assert compare_details(claim, _finding(*found)) == (
        Comparison("15", "50", Agreement.DIFFERENT),
        Comparison("70 million euros", "70 million euros", Agreement.SAME),
        Comparison("40%", None, Agreement.UNSURE),
    )


def test_dates_are_compared_as_dates() -> None:
    """A date agrees with a vaguer or fuller one of the same day, and differs from another day."""
    found = (passage("On June 12, 2026 the council met, and again on 3 July."),)
    assert compare_details(_claim("On 12 June the council met."), _finding(*found)) == (
        Comparison("12 June", "June 12, 2026", Agreement.SAME),
    )
    assert (
        compare_details(_claim("On 13 June the council met."), _finding(*found))[0].agreement
        is Agreement.DIFFERENT
    )
    assert compare_details(_claim("On 13 June the council met."), _finding()) == (
        Comparison("13 June", None, Agreement.UNSURE),
    )


def test_the_authors_own_conclusion_is_left_out() -> None:
    """Numbers and dates of the analysis are not compared."""
    claim = _claim("It bought 15 ferries, enough for 2030.")
    conclusion = replace(claim, analysis=Span("enough for 2030", 22, 37))
    assert [found.claim for found in compare_details(conclusion, _finding())] == ["15"]


def test_measures_are_shown_with_their_units() -> None:
    """Twelve miles beside twelve kilometres would else be 12 beside 12."""
    found = (passage("The trail is 12 kilometres long, and the tower 40 metres high."),)
    assert compare_details(_claim("The trail is 12 miles long."), _finding(*found)) == (
        Comparison("12 miles", "12 kilometres", Agreement.DIFFERENT),
    )
    assert compare_details(_claim("The tower is 131 feet high."), _finding(*found)) == (
        Comparison("131 feet", "40 metres", Agreement.SAME),
    )


def test_what_is_told_as_differing_is_not_compared_again() -> None:
    """The same number elsewhere in the passages would look as if it agreed."""
    text = "It bought 15 ferries and 4 buses."
    found = passage("It bought 50 ferries and 4 buses, the last 15 of which are old.")
    finding = replace(_finding(found), mismatches=(mismatch(MismatchKind.NUMBER, text, "15", found, "50"),))
    assert [one.claim for one in compare_details(_claim(text), finding)] == ["4"]
