from dataclasses import replace

import pytest

from claimcheck.model import (
    Acceptance,
    CheckedClaim,
    CheckedFile,
    ClaimVerdict,
    ClaimWarning,
    ExitCode,
    FailOn,
    Finding,
    Policy,
    Reason,
    Report,
    Source,
    State,
    Verdict,
    Via,
)
from claimcheck.report.problems import Effect, explain_exit, find_looks, find_problems

from .sample import FAIL_ON, sample_report

CLAIM = CheckedClaim("c", "A claim.", 3, ClaimVerdict.NOT_FOUND, "Nowhere.", 1, None, (), ())
SOURCE = Source("s", "https://a.example/", 2, State.BLOCKED, Reason.HTTP_403)


def _report(
    *claims: CheckedClaim,
    sources: tuple[Source, ...] = (),
    fail_on: tuple[FailOn, ...] = FAIL_ON,
    command: str = "verify",
    exit_code: ExitCode = ExitCode.FINDINGS,
) -> Report:
    file = CheckedFile("claims/a.yaml", None, sources, claims)
    return replace(
        sample_report(),
        files=(file,),
        policy=Policy(fail_on),
        command=command,
        exit_code=exit_code,
        interrupted=False,
    )


def test_problems_come_with_the_gravest_first() -> None:
    """What is wrong comes before what is missing, then dead sources, then what is open."""
    assert [problem.subject.id for problem in find_problems(sample_report())] == [
        "fifteen-ferries",
        "numbers-fell",
        "defibrillators",
        "welders-hired",
        "gazette",
        "on-time",
    ]


@pytest.mark.parametrize(
    ("claim", "fail_on", "expected"),
    [
        (CLAIM, FAIL_ON, (Effect.FAILS, (FailOn.NOT_FOUND,))),
        (CLAIM, (), None),
        (replace(CLAIM, known=True), FAIL_ON, None),
        (replace(CLAIM, accepted=Acceptance(ClaimVerdict.NOT_FOUND)), FAIL_ON, None),
        (replace(CLAIM, verdict=ClaimVerdict.SUPPORTED), FAIL_ON, None),
        (
            replace(CLAIM, verdict=ClaimVerdict.PARTIALLY_SUPPORTED, warnings=(ClaimWarning.MISSING_QUOTE,)),
            FAIL_ON,
            (Effect.FAILS, (FailOn.MISSING_QUOTE,)),
        ),
        (
            replace(CLAIM, warnings=(ClaimWarning.BAD_CITATION,)),
            (FailOn.BAD_CITATION, FailOn.NOT_FOUND),
            (Effect.FAILS, (FailOn.NOT_FOUND, FailOn.BAD_CITATION)),
        ),
        (
            replace(CLAIM, verdict=ClaimVerdict.UNCHECKED),
            FAIL_ON,
            (Effect.LEAVES_INCOMPLETE, (FailOn.UNCHECKED,)),
        ),
        (
            replace(CLAIM, verdict=ClaimVerdict.UNCHECKED),
            (FailOn.UNCHECKED,),
            (Effect.FAILS, (FailOn.UNCHECKED,)),
        ),
        (
            replace(CLAIM, verdict=ClaimVerdict.PARTIALLY_SUPPORTED),
            (FailOn.PARTIALLY_SUPPORTED,),
            (Effect.FAILS, (FailOn.PARTIALLY_SUPPORTED,)),
        ),
        (
            replace(
                CLAIM,
                verdict=ClaimVerdict.PARTIALLY_SUPPORTED,
                findings=(Finding("s", Verdict.UNCHECKED, None, "No text."),),
            ),
            (FailOn.PARTIALLY_SUPPORTED,),
            (Effect.LEAVES_INCOMPLETE, (FailOn.PARTIALLY_SUPPORTED,)),
        ),
    ],
)
def test_a_claim_is_a_problem_where_it_fails_the_run_or_leaves_it_open(
    claim: CheckedClaim, fail_on: tuple[FailOn, ...], expected: tuple[Effect, tuple[FailOn, ...]] | None
) -> None:
    """A verdict or warning of --fail-on fails the run, an unchecked claim leaves it open; sign-offs and known ones do neither."""
    found = [(problem.effect, problem.words) for problem in find_problems(_report(claim, fail_on=fail_on))]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("source", "command", "expected"),
    [
        (SOURCE, "verify", None),
        (SOURCE, "links", Effect.LEAVES_INCOMPLETE),
        (replace(SOURCE, via=Via.SNAPSHOT), "links", None),
        (replace(SOURCE, accepted=Acceptance(State.BLOCKED)), "links", None),
        (replace(SOURCE, state=State.DEAD, reason=Reason.DNS), "verify", Effect.FAILS),
        (replace(SOURCE, state=State.DEAD, reason=Reason.DNS, known=True), "verify", None),
        (replace(SOURCE, state=State.DEAD, reason=Reason.DNS, via=Via.SNAPSHOT), "links", Effect.FAILS),
        (replace(SOURCE, state=State.OK, reason=None), "links", None),
    ],
)
def test_a_source_is_a_problem_where_it_meets_the_policy(
    source: Source, command: str, expected: Effect | None
) -> None:
    """A state of --fail-on fails the run; a `links` run is open where a source was read neither live nor from a copy."""
    found = [problem.effect for problem in find_problems(_report(sources=(source,), command=command))]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("report", "why"),
    [
        (_report(exit_code=ExitCode.OK), "nothing failed"),
        (_report(CLAIM, exit_code=ExitCode.OK), "1 claim not found, but --exit-zero was given"),
        (_report(CLAIM, replace(CLAIM, id="d")), "2 claims not found"),
        (
            _report(
                replace(CLAIM, verdict=ClaimVerdict.TOO_FEW_SOURCES),
                sources=(replace(SOURCE, state=State.DEAD),),
            ),
            "1 claim with too few sources, 1 source dead",
        ),
        (_report(), "--fail-on was met"),
        (
            _report(replace(CLAIM, verdict=ClaimVerdict.UNCHECKED), exit_code=ExitCode.INCOMPLETE),
            "1 claim unchecked",
        ),
        (_report(exit_code=ExitCode.INCOMPLETE), "not everything could be checked"),
        (_report(exit_code=ExitCode.INTERRUPTED), "interrupted; so far nothing failed"),
        (_report(exit_code=ExitCode.INTERNAL), "internal error"),
    ],
)
def test_the_exit_code_is_explained(report: Report, why: str) -> None:
    """Each exit code comes with the problems that led to it."""
    assert explain_exit(report, find_problems(report)) == why


@pytest.mark.parametrize(
    ("verdict", "accepted", "listed"),
    [
        (ClaimVerdict.PARTIALLY_SUPPORTED, None, True),
        (ClaimVerdict.SUPPORTED, None, True),  # by another source
        (ClaimVerdict.PARTIALLY_SUPPORTED, Acceptance(ClaimVerdict.PARTIALLY_SUPPORTED), False),
        (ClaimVerdict.TOO_FEW_SOURCES, None, False),  # a problem already
    ],
)
def test_what_the_page_may_deny_is_to_be_looked_at(
    verdict: ClaimVerdict, accepted: Acceptance[ClaimVerdict] | None, *, listed: bool
) -> None:
    """It fails no run, and an editor must not overlook it."""
    plain = Finding("a", Verdict.PARTIALLY_SUPPORTED, 0.5, "A part of it is there; not found: “ferry”.")
    doubtful = replace(
        plain, source="b", explanation="Look closely: the page may deny it; the passage says “no”."
    )
    claim = replace(CLAIM, verdict=verdict, accepted=accepted, findings=(plain, doubtful))
    report = _report(claim, replace(claim, id="plain", findings=(plain,)))
    looks = find_looks(report, find_problems(report))
    assert [(one.claim.id, one.finding.source) for one in looks] == [("c", "b")] * listed
