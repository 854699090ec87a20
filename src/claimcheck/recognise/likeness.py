"""Whether two pages are one but for their story: an error page is the same for every address that does not exist."""

ALIKE = 0.8
"""Share of the lines of both that stand on both: lists of the latest stories differ from one minute to the next."""


def is_alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Compare the fingerprints of two pages' lines."""
    return bool(one) and len(one & other) >= ALIKE * len(one | other)
