"""A report and the words that fail a run to the process's exit code."""

from collections.abc import Iterable, Iterator

from claimcheck.model import (
    CheckedClaim,
    CheckedFile,
    ClaimVerdict,
    ClaimWarning,
    ExitCode,
    FailOn,
    Source,
    State,
    Verdict,
    Via,
)

_WARNING_WORDS = {
    ClaimWarning.MISSING_QUOTE: FailOn.MISSING_QUOTE,
    ClaimWarning.BAD_CITATION: FailOn.BAD_CITATION,
}


def exit_code(
    files: Iterable[CheckedFile],
    fail_on: Iterable[FailOn],
    *,
    command: str = "verify",
    interrupted: bool = False,
    exit_zero: bool = False,
) -> ExitCode:
    """Give the exit code of a run; what is accepted or known neither fails it nor leaves it incomplete."""
    checked = tuple(files)
    if interrupted:
        return ExitCode.INTERRUPTED
    if exit_zero:
        return ExitCode.OK
    if frozenset(fail_on) & frozenset(words(checked)):
        return ExitCode.FINDINGS
    if any(_is_incomplete(file, command) for file in checked):
        return ExitCode.INCOMPLETE
    return ExitCode.OK


def words(files: Iterable[CheckedFile]) -> Iterator[FailOn]:
    """Yield every word of `--fail-on` that a run meets."""
    for file in files:
        for source in file.sources:
            if not (source.accepted or source.known) and source.state is not State.OK:
                yield FailOn(source.state)
        for claim in file.claims:
            yield from claim_words(claim)


def claim_words(claim: CheckedClaim) -> Iterator[FailOn]:
    """Yield the words that one claim meets: none where a human accepted it."""
    if claim.accepted or claim.known:
        return
    yield FailOn(claim.verdict)
    for warning in claim.warnings:
        if warning in _WARNING_WORDS:
            yield _WARNING_WORDS[warning]


def _is_incomplete(file: CheckedFile, command: str) -> bool:
    if command == "links":
        return any(map(_is_unread, file.sources))
    return any(map(_is_undecided, file.claims))


def _is_unread(source: Source) -> bool:
    settled = source.state in {State.OK, State.DEAD} or source.via is Via.SNAPSHOT
    return not (settled or source.accepted or source.known)


def _is_undecided(claim: CheckedClaim) -> bool:
    if claim.accepted or claim.known:
        return False
    if claim.verdict is ClaimVerdict.PARTIALLY_SUPPORTED:
        return any(
            one.verdict is Verdict.UNCHECKED and not (one.accepted or one.known) for one in claim.findings
        )
    return claim.verdict is ClaimVerdict.UNCHECKED
