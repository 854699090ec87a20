"""The exit code of a run: the table that scripts and CI jobs rely on."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from claimcheck.exit_codes import claim_words, exit_code, words
from claimcheck.model import (
    SHORT,
    Acceptance,
    CheckedClaim,
    CheckedFile,
    ClaimVerdict,
    ClaimWarning,
    ExitCode,
    FailOn,
    Finding,
    Source,
    SourceWarning,
    State,
    Verdict,
    Via,
)

DEFAULT = tuple(
    map(FailOn, "dead contradicted disputed not_found too_few_sources missing_quote changed lost".split())
)


def claim(verdict: ClaimVerdict, *findings: Verdict, **changes: object) -> CheckedClaim:
    found = tuple(Finding(f"s{index}", word, None, "because") for index, word in enumerate(findings))
    checked = CheckedClaim("c", "A claim.", 3, verdict, "because", 1, None, (), found)
    return replace(checked, **changes)  # type: ignore[arg-type]  # by name


def source(state: State, **changes: object) -> Source:
    return replace(Source("s", "https://a.example/", 2, state), **changes)  # type: ignore[arg-type]  # by name


def run(
    *things: CheckedClaim | Source, fail_on: Iterable[FailOn] = DEFAULT, command: str = "verify"
) -> ExitCode:
    claims = tuple(one for one in things if isinstance(one, CheckedClaim))
    sources = tuple(one for one in things if isinstance(one, Source))
    return exit_code([CheckedFile("claims/a.yaml", None, sources, claims)], fail_on, command=command)


SUPPORTED = claim(ClaimVerdict.SUPPORTED, Verdict.SUPPORTED)
NOT_FOUND = claim(ClaimVerdict.NOT_FOUND, Verdict.NOT_FOUND)
UNCHECKED = claim(ClaimVerdict.UNCHECKED, Verdict.UNCHECKED)
PARTLY = claim(ClaimVerdict.PARTIALLY_SUPPORTED, Verdict.PARTIALLY_SUPPORTED)
PARTLY_OPEN = claim(ClaimVerdict.PARTIALLY_SUPPORTED, Verdict.PARTIALLY_SUPPORTED, Verdict.UNCHECKED)


def test_the_numbers_are_public() -> None:
    """Nothing else is ever returned, and none of these is given another meaning."""
    assert {code.name: code.value for code in ExitCode} == {
        "OK": 0,
        "FINDINGS": 1,
        "USAGE": 2,
        "INTERNAL": 3,
        "INCOMPLETE": 4,
        "INTERRUPTED": 130,
    }


@pytest.mark.parametrize(
    ("verdict", "code"),
    [
        (ClaimVerdict.SUPPORTED, ExitCode.OK),
        (ClaimVerdict.PARTIALLY_SUPPORTED, ExitCode.OK),
        (ClaimVerdict.DISPUTED, ExitCode.FINDINGS),
        (ClaimVerdict.CONTRADICTED, ExitCode.FINDINGS),
        (ClaimVerdict.NOT_FOUND, ExitCode.FINDINGS),
        (ClaimVerdict.TOO_FEW_SOURCES, ExitCode.FINDINGS),
        (ClaimVerdict.UNCHECKED, ExitCode.INCOMPLETE),
    ],
)
def test_each_verdict_has_its_exit_code_by_default(verdict: ClaimVerdict, code: ExitCode) -> None:
    """Support in part passes by default; what could not be checked leaves the run incomplete."""
    assert run(SUPPORTED, claim(verdict)) is code


@pytest.mark.parametrize("changes", [{"known": True}, {"accepted": Acceptance(ClaimVerdict.NOT_FOUND)}])
@pytest.mark.parametrize("verdict", [one for one in ClaimVerdict if one is not ClaimVerdict.SUPPORTED])
def test_an_accepted_or_known_claim_neither_fails_a_run_nor_leaves_it_open(
    verdict: ClaimVerdict, changes: dict[str, object]
) -> None:
    """Whatever its verdict, its warnings and the words that fail."""
    warned = (ClaimWarning.MISSING_QUOTE, ClaimWarning.BAD_CITATION)
    settled = claim(verdict, Verdict.UNCHECKED, warnings=warned, **changes)
    assert run(settled, fail_on=FailOn) is ExitCode.OK
    assert list(claim_words(settled)) == []


@pytest.mark.parametrize(
    ("state", "verify", "links"),
    [
        (State.OK, ExitCode.OK, ExitCode.OK),
        (State.DEAD, ExitCode.FINDINGS, ExitCode.FINDINGS),
        (State.BLOCKED, ExitCode.OK, ExitCode.INCOMPLETE),
        (State.UNREACHABLE, ExitCode.OK, ExitCode.INCOMPLETE),
        (State.UNREADABLE, ExitCode.OK, ExitCode.INCOMPLETE),
    ],
)
def test_a_sources_state_matters_most_to_links(state: State, verify: ExitCode, links: ExitCode) -> None:
    """A blocked source whose claims others decide changes nothing; for `links` it was not looked at."""
    assert run(SUPPORTED, source(state)) is verify
    assert run(source(state), command="links") is links


@pytest.mark.parametrize("changes", [{"known": True}, {"accepted": Acceptance(State.BLOCKED)}])
@pytest.mark.parametrize("state", State)
def test_an_accepted_or_known_source_changes_no_exit_code(state: State, changes: dict[str, object]) -> None:
    """For `verify` and for `links`, and whatever words fail."""
    assert run(source(state, **changes), fail_on=FailOn) is ExitCode.OK
    assert run(source(state, **changes), fail_on=FailOn, command="links") is ExitCode.OK


def test_a_saved_copy_stands_in_for_what_links_could_not_read() -> None:
    """A dead page is dead all the same."""
    for state in (State.BLOCKED, State.UNREACHABLE, State.UNREADABLE):
        assert run(source(state, via=Via.SNAPSHOT), command="links") is ExitCode.OK
    assert run(source(State.DEAD, via=Via.SNAPSHOT), command="links") is ExitCode.FINDINGS


def test_a_dead_source_that_may_be_dead_leaves_links_complete() -> None:
    """It was looked at: without the word `dead` there is nothing more to know."""
    assert run(source(State.DEAD), command="links", fail_on=()) is ExitCode.OK


@pytest.mark.parametrize(
    ("thing", "word"),
    [
        (source(State.DEAD), FailOn.DEAD),
        (source(State.BLOCKED), FailOn.BLOCKED),
        (source(State.UNREACHABLE), FailOn.UNREACHABLE),
        (source(State.UNREADABLE), FailOn.UNREADABLE),
        (SUPPORTED, FailOn.SUPPORTED),
        (PARTLY, FailOn.PARTIALLY_SUPPORTED),
        (claim(ClaimVerdict.DISPUTED), FailOn.DISPUTED),
        (claim(ClaimVerdict.CONTRADICTED), FailOn.CONTRADICTED),
        (NOT_FOUND, FailOn.NOT_FOUND),
        (claim(ClaimVerdict.TOO_FEW_SOURCES), FailOn.TOO_FEW_SOURCES),
        (UNCHECKED, FailOn.UNCHECKED),
        (claim(ClaimVerdict.SUPPORTED, warnings=(ClaimWarning.MISSING_QUOTE,)), FailOn.MISSING_QUOTE),
        (claim(ClaimVerdict.SUPPORTED, warnings=(ClaimWarning.BAD_CITATION,)), FailOn.BAD_CITATION),
    ],
)
def test_a_run_fails_for_the_words_that_were_asked_for_alone(
    thing: CheckedClaim | Source, word: FailOn
) -> None:
    """Each word is met by what it names, and by nothing else."""
    assert run(thing, fail_on=[word]) is ExitCode.FINDINGS
    met = set(words([CheckedFile("a", None, (thing,), ()) if isinstance(thing, Source) else _file(thing)]))
    others = set(FailOn) - met
    assert run(thing, fail_on=others) is not ExitCode.FINDINGS


def _file(checked: CheckedClaim) -> CheckedFile:
    return CheckedFile("a", None, (), (checked,))


@pytest.mark.parametrize(
    "warning", [ClaimWarning.QUESTION, ClaimWarning.NO_CONTENT_WORDS, ClaimWarning.ACCEPT_EXPIRED]
)
def test_other_warnings_fail_no_run(warning: ClaimWarning) -> None:
    """They tell an editor something, and that is all."""
    assert list(claim_words(replace(SUPPORTED, warnings=(warning,)))) == [FailOn.SUPPORTED]


@pytest.mark.parametrize(
    ("checked", "fail_on", "code"),
    [
        (PARTLY, [FailOn.PARTIALLY_SUPPORTED], ExitCode.FINDINGS),
        (PARTLY_OPEN, [FailOn.PARTIALLY_SUPPORTED], ExitCode.INCOMPLETE),
        (PARTLY_OPEN, DEFAULT, ExitCode.OK),
        (
            replace(PARTLY_OPEN, warnings=(ClaimWarning.MISSING_QUOTE,)),
            [FailOn.PARTIALLY_SUPPORTED, FailOn.MISSING_QUOTE],
            ExitCode.FINDINGS,
        ),
        (replace(PARTLY_OPEN, known=True), [FailOn.PARTIALLY_SUPPORTED], ExitCode.OK),
    ],
)
def test_support_in_part_is_open_while_a_source_could_not_be_judged(
    checked: CheckedClaim, fail_on: Iterable[FailOn], code: ExitCode
) -> None:
    """That source may support the rest: the run is incomplete, not failed, and neither where nobody asked."""
    assert run(checked, fail_on=fail_on) is code


def test_an_accepted_unchecked_finding_does_not_turn_an_open_claim_into_a_failing_one() -> None:
    """No sign-off makes a run worse."""
    accepted = replace(PARTLY_OPEN.findings[1], accepted=Acceptance(Verdict.UNCHECKED))
    signed = replace(PARTLY_OPEN, findings=(PARTLY_OPEN.findings[0], accepted))
    assert run(signed, fail_on=[FailOn.PARTIALLY_SUPPORTED]) is not ExitCode.FINDINGS


def test_failing_outranks_incomplete() -> None:
    """A finding is certain, whatever else could not be checked."""
    assert run(UNCHECKED, NOT_FOUND) is ExitCode.FINDINGS
    assert run(source(State.BLOCKED), source(State.DEAD), command="links") is ExitCode.FINDINGS


def test_one_file_decides_for_all() -> None:
    """A failure in any file fails the run."""
    assert exit_code([_file(SUPPORTED), _file(NOT_FOUND)], DEFAULT) is ExitCode.FINDINGS
    assert exit_code([_file(UNCHECKED), _file(SUPPORTED)], DEFAULT) is ExitCode.INCOMPLETE


@pytest.mark.parametrize("checked", [SUPPORTED, NOT_FOUND, UNCHECKED])
def test_exit_zero_forgives_findings_and_gaps(checked: CheckedClaim) -> None:
    """The report still says what was found."""
    assert exit_code([_file(checked)], DEFAULT, exit_zero=True) is ExitCode.OK


@pytest.mark.parametrize("exit_zero", [True, False])
@pytest.mark.parametrize("checked", [SUPPORTED, NOT_FOUND, UNCHECKED])
def test_an_interrupted_run_says_so_above_all(checked: CheckedClaim, exit_zero: bool) -> None:
    """It is no pass, not even with --exit-zero: most of it may not have been looked at."""
    code = exit_code([_file(checked)], DEFAULT, interrupted=True, exit_zero=exit_zero)
    assert code is ExitCode.INTERRUPTED


def test_the_words_may_come_in_any_form() -> None:
    """A generator is read once and serves the whole decision."""
    open_claim = [_file(PARTLY_OPEN)]
    assert exit_code(open_claim, iter([FailOn.PARTIALLY_SUPPORTED])) is ExitCode.INCOMPLETE


@pytest.mark.parametrize("via", [Via.SNAPSHOT, Via.ARCHIVE])
@pytest.mark.parametrize(("warnings", "expected"), [((), ExitCode.OK), (tuple(SHORT), ExitCode.INCOMPLETE)])
def test_a_copy_stands_for_a_page_where_it_is_whole(
    via: Via, warnings: tuple[SourceWarning, ...], expected: ExitCode
) -> None:
    """A saved paywall is no better than the paywall."""
    assert run(source(State.BLOCKED, via=via, warnings=warnings), command="links") is expected
