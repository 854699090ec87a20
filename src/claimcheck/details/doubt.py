"""What is too little for a difference, and enough for no support."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words of the claim that the page may tell otherwise: too little for a difference, but enough for no support."""

    claim: tuple[int, int]
    source: tuple[int, int] | None = None
    """What stands in their place; absent where nothing does."""
    sentence: int = 0
