"""How often each word occurs in a report."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimcheck.model import CheckedClaim, ClaimVerdict, Finding, Report, Source, State, Verdict, Word


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of a whole report; every word is there, zeros too, in the order of its enum."""

    files: int
    sources: Mapping[State, int]
    claims: Mapping[ClaimVerdict, int]
    findings: Mapping[Verdict, int]


def summarise(report: Report) -> Summary:
    """Count the words of a report."""
    return Summary(
        files=len(report.files),
        sources=_count(State, (source.state for source in all_sources(report))),
        claims=_count(ClaimVerdict, (claim.verdict for claim in all_claims(report))),
        findings=_count(Verdict, (finding.verdict for finding in _all_findings(report))),
    )


def accepted_sources(report: Report) -> Mapping[State, int]:
    """Count the sources that a human accepted."""
    return _count(State, (source.state for source in all_sources(report) if source.accepted))


def accepted_claims(report: Report) -> Mapping[ClaimVerdict, int]:
    """Count the claims that a human accepted."""
    return _count(ClaimVerdict, (claim.verdict for claim in all_claims(report) if claim.accepted))


def all_sources(report: Report) -> Iterator[Source]:
    """Yield the sources of every file, in order."""
    return (source for file in report.files for source in file.sources)


def all_claims(report: Report) -> Iterator[CheckedClaim]:
    """Yield the claims of every file, in order."""
    return (claim for file in report.files for claim in file.claims)


def _all_findings(report: Report) -> Iterator[Finding]:
    return (finding for claim in all_claims(report) for finding in claim.findings)


def _count(words: type[Word], found: Iterable[Word]) -> Mapping[Word, int]:
    counts = Counter(found)
    return {word: counts[word] for word in words}
