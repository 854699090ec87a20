"""No sign-off and no further source makes a run worse, over every combination of findings of up to three sources."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import combinations_with_replacement, product
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.exit_codes import exit_code, words
from claimcheck.judge.verdicts import Cited, check_claim
from claimcheck.model import (
    Acceptance,
    CheckedClaim,
    CheckedFile,
    Claim,
    ClaimVerdict,
    ClaimWarning,
    ExitCode,
    FailOn,
    Finding,
    FindingAcceptance,
    Policy,
    Report,
    Source,
    State,
    Verdict,
)
from claimcheck.report.problems import Effect, find_problems

TODAY = date(2026, 6, 19)
FAIL_ON = tuple(
    map(FailOn, "dead contradicted disputed not_found too_few_sources missing_quote changed lost".split())
)
SEVERITY = {ExitCode.OK: 0, ExitCode.INCOMPLETE: 1, ExitCode.FINDINGS: 2}
BY_STRENGTH = (Verdict.CONTRADICTED, Verdict.NOT_FOUND, Verdict.PARTIALLY_SUPPORTED, Verdict.SUPPORTED)


class Cite(NamedTuple):
    """One cited source: what it says, and what is known of it."""

    verdict: Verdict
    accepted: bool
    read: bool
    quoting: bool
    shared: bool
    """Of one origin with all others that are shared."""


class Case(NamedTuple):
    """A claim over its sources; their order plays no part, which a property below says."""

    cites: tuple[Cite, ...]
    min_sources: int
    has_quote: bool

    def of(self, *cites: Cite) -> "Case":
        return self._replace(cites=tuple(sorted(cites)))


def is_possible(cite: Cite, *, has_quote: bool) -> bool:
    """Say whether a source can be like this: `supported` is not accepted, and what was not read is not judged."""
    if cite.verdict is Verdict.SUPPORTED and cite.accepted:
        return False
    if not cite.read and cite.verdict is not Verdict.UNCHECKED:
        return False
    return (has_quote and cite.read) or not cite.quoting


@cache
def options(has_quote: bool) -> tuple[Cite, ...]:
    flags = (False, True)
    every = (Cite(*one) for one in product(Verdict, flags, flags, flags, flags))
    return tuple(sorted(one for one in every if is_possible(one, has_quote=has_quote)))


def cases(most: int = 3) -> Iterator[Case]:
    for has_quote, min_sources, count in product((False, True), (1, 2, 3), range(1, most + 1)):
        for cites in combinations_with_replacement(options(has_quote), count):
            quoting, shared = sum(cite.quoting for cite in cites), sum(cite.shared for cite in cites)
            # one source with the quote is as good as three, and one alone shares its origin with none
            if quoting <= 1 and shared != 1:
                yield Case(cites, min_sources, has_quote)


def check(case: Case, accept: tuple[Acceptance[ClaimVerdict], ...] = ()) -> CheckedClaim:
    ids = [f"s{index}" for index in range(len(case.cites))]
    given = list(zip(ids, case.cites, strict=True))
    claim = Claim(
        "c",
        "A claim.",
        1,
        quote="quoted words" if case.has_quote else None,
        accept=accept,
        accept_findings=tuple(
            FindingAcceptance(one, Acceptance(cite.verdict, "why", "who"))
            for one, cite in given
            if cite.accepted
        ),
    )
    cited = Cited(
        {one: 0 if cite.shared else index + 1 for index, (one, cite) in enumerate(given)},
        frozenset(one for one, cite in given if cite.read),
        frozenset(one for one, cite in given if cite.quoting),
    )
    findings = [Finding(one, cite.verdict, None, "because") for one, cite in given]
    return check_claim(claim, findings, cited, min_sources=case.min_sources, today=TODAY)


def code_of(claim: CheckedClaim) -> ExitCode:
    return exit_code([CheckedFile("claims/a.yaml", None, (), (claim,))], FAIL_ON)


@cache
def outcome(case: Case) -> tuple[int, ClaimVerdict]:
    """Give how bad the run is, and the verdict."""
    claim = check(case)
    return SEVERITY[code_of(claim)], claim.verdict


def worse(case: Case, changed: Case) -> bool:
    return outcome(changed)[0] > outcome(case)[0]


def with_one_more_sign_off(case: Case) -> Iterator[Case]:
    for index, cite in enumerate(case.cites):
        if not cite.accepted and cite.verdict is not Verdict.SUPPORTED:
            others = case.cites[:index] + case.cites[index + 1 :]
            yield case.of(*others, cite._replace(accepted=True))


def with_one_stronger(case: Case) -> Iterator[Case]:
    for index, cite in enumerate(case.cites):
        if not cite.accepted and cite.verdict in BY_STRENGTH:
            others = case.cites[:index] + case.cites[index + 1 :]
            for verdict in BY_STRENGTH[BY_STRENGTH.index(cite.verdict) + 1 :]:
                yield case.of(*others, cite._replace(verdict=verdict))


def with_one_more(case: Case, verdict: Verdict) -> Iterator[Case]:
    for cite in options(case.has_quote):
        if cite.verdict is verdict:
            yield case.of(*case.cites, cite)


def test_no_sign_off_of_a_finding_makes_a_run_worse() -> None:
    """Whichever finding a human accepts, the exit code stays as it is or improves."""
    assert not [
        (case, changed)
        for case in cases()
        for changed in with_one_more_sign_off(case)
        if worse(case, changed)
    ]


def test_no_sign_off_of_a_claim_makes_a_run_worse() -> None:
    """An accepted claim never fails a run, and never leaves it incomplete."""
    failing = []
    for case in cases():
        _, verdict = outcome(case)
        if verdict is ClaimVerdict.SUPPORTED:
            continue
        claim = check(case, accept=(Acceptance(verdict, "why"),))
        if claim.verdict is not verdict or code_of(claim) is not ExitCode.OK:
            failing.append(case)
    assert not failing


def test_a_stronger_finding_makes_no_run_worse() -> None:
    """Contradicted, not found, supported in part, supported: a finding that rises takes the exit code with it."""
    assert not [
        (case, changed) for case in cases() for changed in with_one_stronger(case) if worse(case, changed)
    ]


def test_a_further_source_that_supports_makes_no_run_worse() -> None:
    """Not even one that shares its origin with others, or lacks the claim's quote."""
    assert not [
        (case, changed)
        for case in cases(2)
        for changed in with_one_more(case, Verdict.SUPPORTED)
        if worse(case, changed)
    ]


def test_a_further_source_that_cannot_be_checked_fails_no_run() -> None:
    """What could not be looked at may leave a run incomplete, but is nothing found against the claim."""
    assert not [
        (case, changed)
        for case in cases(2)
        for changed in with_one_more(case, Verdict.UNCHECKED)
        if worse(case, changed) and outcome(changed)[0] == SEVERITY[ExitCode.FINDINGS]
    ]


def test_the_combinations_reach_every_verdict_and_every_exit_code() -> None:
    """The properties above would hold for nothing at all, too."""
    seen = {outcome(case) for case in cases(2)}
    assert {verdict for _, verdict in seen} == set(ClaimVerdict)
    assert {severity for severity, _ in seen} == set(SEVERITY.values())


def _cites(has_quote: bool) -> st.SearchStrategy[list[Cite]]:
    return st.lists(st.sampled_from(options(has_quote)), min_size=1, max_size=7)


any_cases = st.booleans().flatmap(
    lambda has_quote: st.builds(
        Case, _cites(has_quote).map(tuple), min_sources=st.integers(1, 5), has_quote=st.just(has_quote)
    )
)


@given(any_cases, st.data())
def test_the_order_of_the_sources_changes_no_verdict(case: Case, data: st.DataObject) -> None:
    """Findings come in the file's order, and the verdict is about all of them."""
    shuffled = case._replace(cites=tuple(data.draw(st.permutations(case.cites))))
    first, second = check(case), check(shuffled)
    assert (first.verdict, bool(first.accepted)) == (second.verdict, bool(second.accepted))
    assert code_of(first) is code_of(second)


@given(any_cases, st.data())
def test_the_properties_hold_for_many_sources(case: Case, data: st.DataObject) -> None:
    """Up to seven sources: signing off, strengthening and adding support make no run worse."""
    changed = [
        *with_one_more_sign_off(case),
        *with_one_stronger(case),
        *with_one_more(case, Verdict.SUPPORTED),
    ]
    assert not worse(case, data.draw(st.sampled_from(changed)))


# --- the exit code and the list of problems -------------------------------------------------------------------------

NOON = datetime(2026, 6, 19, 12, tzinfo=UTC)
fail_ons = st.lists(st.sampled_from(FailOn), unique=True).map(tuple)
findings = st.builds(
    Finding, st.just("s"), st.sampled_from(Verdict), st.none(), st.just("because"), known=st.booleans()
)
claims = st.builds(
    CheckedClaim,
    id=st.just("c"),
    text=st.just("A claim."),
    line=st.none(),
    verdict=st.sampled_from(ClaimVerdict),
    explanation=st.just("because"),
    min_sources=st.just(1),
    cites=st.none(),
    supported_by=st.just(()),
    findings=st.lists(findings, max_size=3).map(tuple),
    warnings=st.lists(st.sampled_from(ClaimWarning), unique=True).map(tuple),
    accepted=st.none() | st.just(Acceptance(ClaimVerdict.NOT_FOUND)),
    known=st.booleans(),
)
sources = st.builds(
    Source,
    id=st.just("s"),
    url=st.just("https://a.example/"),
    line=st.none(),
    state=st.sampled_from(State),
    accepted=st.none() | st.just(Acceptance(State.BLOCKED)),
    known=st.booleans(),
    via=...,
)
files = st.builds(
    CheckedFile,
    st.just("claims/a.yaml"),
    st.none(),
    st.lists(sources, max_size=3).map(tuple),
    st.lists(claims, max_size=3).map(tuple),
)


def report_of(checked: Sequence[CheckedFile], fail_on: tuple[FailOn, ...], command: str) -> Report:
    return Report(
        "0", command, NOON, NOON, 0, interrupted=False, policy=Policy(fail_on), files=tuple(checked)
    )


@settings(max_examples=150, deadline=None)
@pytest.mark.parametrize("command", ["verify", "links"])
@given(st.lists(files, max_size=2), fail_ons)
def test_the_problems_of_a_report_are_those_of_its_exit_code(
    command: str, checked: list[CheckedFile], fail_on: tuple[FailOn, ...]
) -> None:
    """What is shown as failing is what fails, word for word, and nothing is shown where the run passes."""
    if command == "links":
        checked = [replace(file, claims=()) for file in checked]
    problems = find_problems(report_of(checked, fail_on, command))
    shown = {word for problem in problems if problem.effect is Effect.FAILS for word in problem.words}
    assert shown == frozenset(words(checked)) & frozenset(fail_on)

    effects = {problem.effect for problem in problems}
    code = exit_code(checked, fail_on, command=command)
    assert (code is ExitCode.FINDINGS) == (Effect.FAILS in effects)
    assert (code is ExitCode.INCOMPLETE) == (effects == {Effect.LEAVES_INCOMPLETE})
    assert (code is ExitCode.OK) == (not effects)
