"""What of a report an editor must look at: all that fails the run or leaves it incomplete, the worst first."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from claimcheck.exit_codes import claim_words, is_undecided, is_unread, source_words
from claimcheck.model import CheckedClaim, ExitCode, FailOn, Finding, Report, Source, Verdict
from claimcheck.report.words import plural, spell

_GRAVITY = (
    FailOn.CONTRADICTED,
    FailOn.DISPUTED,
    FailOn.NOT_FOUND,
    FailOn.MISSING_QUOTE,
    FailOn.BAD_CITATION,
    FailOn.TOO_FEW_SOURCES,
    FailOn.PARTIALLY_SUPPORTED,
    FailOn.DEAD,
    FailOn.BLOCKED,
    FailOn.UNREACHABLE,
    FailOn.UNREADABLE,
    FailOn.UNCHECKED,
    FailOn.SUPPORTED,
)
"""From what is wrong on the page to what could not be looked at."""

_GRAVE = frozenset(_GRAVITY[:6]) - {FailOn.BAD_CITATION} | {FailOn.DEAD}
"""What is wrong, and not only open."""
_AFTER_A_COUNT = {
    FailOn.MISSING_QUOTE: "without the quote",
    FailOn.BAD_CITATION: "with a bad citation",
    FailOn.TOO_FEW_SOURCES: "with too few sources",
}


class Effect(IntEnum):
    """What a problem does to the run, the graver first."""

    FAILS = 0
    LEAVES_INCOMPLETE = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """A claim or a source that fails the run or leaves it incomplete, and the words for which it does."""

    effect: Effect
    words: tuple[FailOn, ...]
    path: str
    subject: CheckedClaim | Source


def find_problems(report: Report) -> tuple[Problem, ...]:
    """List the problems of a report, the gravest first, those of one gravity in the order of the files."""
    return tuple(
        sorted(_problems(report), key=lambda problem: (problem.effect, _GRAVITY.index(problem.words[0])))
    )


@dataclass(frozen=True, slots=True)
class Look:
    """A claim that fails no run, and a finding of it that wants a look: the page may deny it, or tell it otherwise."""

    path: str
    claim: CheckedClaim
    finding: Finding


def find_looks(report: Report, problems: Iterable[Problem]) -> tuple[Look, ...]:
    """List the claims to look at that are no problems already, in the order of the files, each with its first such finding."""
    told = {(problem.path, problem.subject) for problem in problems}
    return tuple(
        Look(file.path, claim, finding)
        for file in report.files
        for claim in file.claims
        if not claim.accepted and (file.path, claim) not in told
        for finding in [one for one in claim.findings if one.is_doubtful and not one.accepted][:1]
    )


def find_unread(report: Report, problems: Iterable[Problem]) -> tuple[tuple[str, Source], ...]:
    """List the sources, each with its file, that were not read and by that leave a claim among the problems undecided."""
    told = {(problem.path, problem.subject) for problem in problems}
    waiting = {
        (problem.path, finding.source)
        for problem in problems
        if isinstance(problem.subject, CheckedClaim)
        and (problem.effect is Effect.LEAVES_INCOMPLETE or FailOn.UNCHECKED in problem.words)
        for finding in problem.subject.findings
        if finding.verdict is Verdict.UNCHECKED
    }
    return tuple(
        (file.path, source)
        for file in report.files
        for source in file.sources
        if source.via is None and (file.path, source.id) in waiting and (file.path, source) not in told
    )


def _problems(report: Report) -> Iterator[Problem]:
    for file in report.files:
        for claim in file.claims:
            if found := _judge_claim(claim, report.policy.fail_on):
                yield Problem(*found, file.path, claim)
        for source in file.sources:
            if found := _judge_source(source, report):
                yield Problem(*found, file.path, source)


def _judge_claim(
    claim: CheckedClaim, fail_on: tuple[FailOn, ...]
) -> tuple[Effect, tuple[FailOn, ...]] | None:
    if met := tuple(word for word in claim_words(claim) if word in fail_on):
        return Effect.FAILS, met
    return (Effect.LEAVES_INCOMPLETE, (FailOn(claim.verdict),)) if is_undecided(claim, fail_on) else None


def _judge_source(source: Source, report: Report) -> tuple[Effect, tuple[FailOn, ...]] | None:
    if met := tuple(word for word in source_words(source) if word in report.policy.fail_on):
        return Effect.FAILS, met
    is_open = report.command == "links" and is_unread(source)
    return (Effect.LEAVES_INCOMPLETE, (FailOn(source.state),)) if is_open else None


def explain_exit(report: Report, problems: tuple[Problem, ...]) -> str:
    """Say in words why the run ends with its exit code; `problems` are those of the report."""
    match report.exit_code:
        case ExitCode.OK:
            nothing = "nothing that --fail-on lists" if _is_lenient(report) else "nothing failed"
            why = f"{_count(problems)}, but --exit-zero was given" if problems else nothing
        case ExitCode.FINDINGS:
            why = (
                _count(problem for problem in problems if problem.effect is Effect.FAILS)
                or "--fail-on was met"
            )
        case ExitCode.INCOMPLETE:
            why = _count(problems) or "not everything could be checked"
        case ExitCode.INTERRUPTED:
            why = f"interrupted; so far {_count(problems) or 'nothing failed'}"
        case _:
            why = "internal error"
    return why


def _is_lenient(report: Report) -> bool:
    """Say whether what fails runs by default was met, and is no word that fails this one."""
    met = {word for file in report.files for claim in file.claims for word in claim_words(claim)}
    met |= {word for file in report.files for source in file.sources for word in source_words(source)}
    return not met.isdisjoint(_GRAVE)


def _count(problems: Iterable[Problem]) -> str:
    counts = Counter((type(problem.subject), problem.words[0]) for problem in problems)
    return ", ".join(
        f"{plural(count, 'claim' if kind is CheckedClaim else 'source')} {_AFTER_A_COUNT.get(word) or spell(word)}"
        for (kind, word), count in counts.items()
    )
