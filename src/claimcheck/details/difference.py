"""A detail on which a claim and its page surely differ."""

from dataclasses import dataclass

from claimcheck.model import MismatchKind
from claimcheck.text.dates import Date
from claimcheck.text.values import Value


@dataclass(frozen=True, slots=True)
class Difference:
    """A detail that the claim gives one way and the page another; offsets in the claim and in the page's text."""

    kind: MismatchKind
    claim: tuple[int, int]
    source: tuple[int, int]
    sentence: int
    certainty: float
    """How much of the slot and of the claim around it is the same, 0 to 1."""


def differing_values(mine: Value, theirs: Value, sentence: int, certainty: float = 1.0) -> Difference:
    """Build the difference of two values: of numbers, or of dates."""
    return Difference(kind_of(mine), mine.span, theirs.span, sentence, certainty)


def kind_of(value: Value) -> MismatchKind:
    """Give the kind of what differs in a value."""
    return MismatchKind.DATE if isinstance(value, Date) else MismatchKind.NUMBER
