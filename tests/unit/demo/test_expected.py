from dataclasses import replace

from claimcheck.demo import expected
from claimcheck.demo.expected import deviations
from claimcheck.model import CheckedClaim, CheckedFile, ClaimVerdict, Finding, Reason, Source, State, Verdict


def as_expected() -> CheckedFile:
    return CheckedFile(
        path="claims.yaml",
        title=None,
        sources=tuple(
            Source(id=name, url="http://127.0.0.1/", line=None, state=state, reason=reason)
            for name, (state, reason) in expected.SOURCES.items()
        ),
        claims=tuple(
            CheckedClaim(
                id=name,
                text="",
                line=None,
                verdict=verdict,
                explanation="",
                min_sources=1,
                cites=None,
                supported_by=(),
                findings=tuple(
                    Finding(source=source, verdict=finding, score=None, explanation="")
                    for (claim, source), finding in expected.FINDINGS.items()
                    if claim == name
                ),
            )
            for name, verdict in expected.CLAIMS.items()
        ),
    )


def test_a_run_that_came_out_as_expected_has_no_deviations() -> None:
    """Nothing is listed where every state and verdict is the expected one."""
    assert deviations(as_expected()) == ()


def test_another_state_verdict_or_finding_is_named_with_both_values() -> None:
    """Sources, claims and findings are compared, each in a sentence of its own."""
    checked = as_expected()
    source, *sources = checked.sources
    claim, *claims = checked.claims
    finding, *findings = claim.findings
    blocked = replace(source, state=State.BLOCKED, reason=Reason.BOT_CHALLENGE)
    weaker = replace(finding, verdict=Verdict.NOT_FOUND)
    lost = replace(claim, verdict=ClaimVerdict.NOT_FOUND, findings=(weaker, *findings))

    assert deviations(replace(checked, sources=(blocked, *sources), claims=(lost, *claims))) == (
        "source kestrel-times: expected ok, found blocked (bot-challenge)",
        "claim air-counted-as-water: expected supported, found not_found",
        "finding air-counted-as-water (kestrel-times): expected supported, found not_found",
    )


def test_what_is_missing_and_what_is_too_much_are_deviations() -> None:
    """A source that was never reported and one that nobody cited are both listed."""
    checked = as_expected()
    *sources, last = checked.sources
    stranger = replace(last, id="stranger", state=State.OK, reason=None)

    assert deviations(replace(checked, sources=(*sources, stranger))) == (
        "source quayward-daily: expected blocked (bot-challenge), found none",
        "source stranger: expected none, found ok",
    )


def test_every_kind_of_outcome_is_shown() -> None:
    """The demo shows each verdict that a first run of one's own may bring, and each kind of page that fails."""
    assert set(expected.CLAIMS.values()) == {
        ClaimVerdict.SUPPORTED,
        ClaimVerdict.PARTIALLY_SUPPORTED,
        ClaimVerdict.CONTRADICTED,
        ClaimVerdict.NOT_FOUND,
        ClaimVerdict.UNCHECKED,
    }
    assert {state for state, _ in expected.SOURCES.values()} == {State.OK, State.DEAD, State.BLOCKED}
