"""A report and the words that fail a run to the process's exit code."""

from collections.abc import Collection, Iterable, Iterator

from claimcheck.model import (
    SHORT,
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
    checked, wanted = tuple(files), frozenset(fail_on)
    if interrupted:
        return ExitCode.INTERRUPTED
    if exit_zero:
        return ExitCode.OK
    if wanted & frozenset(words(checked)):
        return ExitCode.FINDINGS
    if any(_is_incomplete(file, command, wanted) for file in checked):
        return ExitCode.INCOMPLETE
    return ExitCode.OK


def words(files: Iterable[CheckedFile]) -> Iterator[FailOn]:
    """Yield every word of `--fail-on` that a run meets."""
    for file in files:
        for source in file.sources:
            yield from source_words(source)
        for claim in file.claims:
            yield from claim_words(claim)


def source_words(source: Source) -> Iterator[FailOn]:
    """Yield the words that one source meets: none where a human accepted it."""
    if source.state is not State.OK and not (source.accepted or source.known):
        yield FailOn(source.state)


def claim_words(claim: CheckedClaim) -> Iterator[FailOn]:
    """Yield the words that one claim meets: none where a human accepted it."""
    if claim.accepted or claim.known:
        return
    if not _may_yet_be_supported(claim):
        yield FailOn(claim.verdict)
    for warning in claim.warnings:
        if warning in _WARNING_WORDS:
            yield _WARNING_WORDS[warning]


def is_unread(source: Source) -> bool:
    """Say whether a source leaves a `links` run incomplete: read neither live nor in full from a copy."""
    has_copy = source.via in {Via.SNAPSHOT, Via.ARCHIVE} and not SHORT.intersection(source.warnings)
    settled = source.state in {State.OK, State.DEAD} or has_copy
    return not (settled or source.accepted or source.known)


def is_undecided(claim: CheckedClaim, fail_on: Collection[FailOn]) -> bool:
    """Say whether a claim leaves a run incomplete, where it does not fail it."""
    if claim.accepted or claim.known:
        return False
    if _may_yet_be_supported(claim):
        return FailOn.PARTIALLY_SUPPORTED in fail_on
    return claim.verdict is ClaimVerdict.UNCHECKED


def _is_incomplete(file: CheckedFile, command: str, fail_on: Collection[FailOn]) -> bool:
    if command == "links":
        return any(map(is_unread, file.sources))
    return any(is_undecided(claim, fail_on) for claim in file.claims)


def _may_yet_be_supported(claim: CheckedClaim) -> bool:
    """Say whether a source that could not be judged may support the rest of a claim."""
    return claim.verdict is ClaimVerdict.PARTIALLY_SUPPORTED and any(
        finding.verdict is Verdict.UNCHECKED for finding in claim.findings
    )
