"""A detail on which a claim and its page surely differ."""

from dataclasses import dataclass

from claimcheck.model import MismatchKind


@dataclass(frozen=True, slots=True)
class Difference:
    """A detail that the claim gives one way and the page another; offsets in the claim and in the page's text."""

    kind: MismatchKind
    claim: tuple[int, int]
    source: tuple[int, int]
    sentence: int
    certainty: float
    """How much of the slot and of the claim around it is the same, 0 to 1."""
