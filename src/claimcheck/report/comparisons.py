"""The numbers and dates of a claim beside those of the passages, for readers who ask why."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.model import CheckedClaim, Finding
from claimcheck.text.agreement import Agreement
from claimcheck.text.numbers import Number
from claimcheck.text.values import Value, compare_values, find_values, reach_of, unit_of_value

_TELLING = (Agreement.SAME, Agreement.DIFFERENT, Agreement.UNSURE)
"""From what says most to what says least."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A number or date of the claim, and the one in the passages that comes nearest to it."""

    claim: str
    source: str | None
    """`None` where the passages hold nothing of this kind and unit."""
    agreement: Agreement


def compare_details(claim: CheckedClaim, finding: Finding) -> tuple[Comparison, ...]:
    """Compare each number and date of a claim with the passages of one source; its analysis, and what is told as differing, aside."""
    found = [(value, passage.quote) for passage in finding.evidence for value in find_values(passage.quote)]
    left_out = [(one.claim_start, one.claim_end) for one in finding.mismatches]
    left_out += [(claim.analysis.start, claim.analysis.end)] if claim.analysis else []
    return tuple(
        _compare(value, claim.text, found)
        for value in find_values(claim.text)
        if not any(start < value.end and value.start < end for start, end in left_out)
    )


def _compare(value: Value, text: str, found: Sequence[tuple[Value, str]]) -> Comparison:
    rated = [
        (agreement, other, passage)
        for other, passage in found
        for agreement in [compare_values(value, other)]
        if unit_of_value(other) == unit_of_value(value) or agreement is not Agreement.UNSURE
    ]
    if not rated:
        return Comparison(_written(value, text), None, Agreement.UNSURE)
    agreement, nearest, passage = min(
        rated,
        key=lambda one: (one[0] is not Agreement.SAME, _distance(value, one[1]), _TELLING.index(one[0])),
    )
    return Comparison(_written(value, text), _written(nearest, passage), agreement)


def _written(value: Value, text: str) -> str:
    """Give a value as it is written, a number with its unit of measure."""
    return text[value.start : reach_of(value)]


def _distance(value: Value, other: Value) -> float:
    if isinstance(value, Number) and isinstance(other, Number):
        return abs(value.value - other.value)
    return 0.0
