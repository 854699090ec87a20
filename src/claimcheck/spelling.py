"""What was probably meant by a word that is not known."""

from collections.abc import Iterable
from itertools import islice

_SIMILAR_ENOUGH = 65
"""Of 100: `souces` and `sources` have 92, `verdict` and `version` 57."""
_MAX_CHOICES = 500
"""More sources than any file has; keeps a huge file of mistakes quick."""


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Suggest the known word that was probably meant."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - no run without a mistake needs it

    choices = tuple(islice(known, _MAX_CHOICES))
    found = process.extractOne(word.lower(), choices, scorer=fuzz.ratio, score_cutoff=_SIMILAR_ENOUGH)
    return f"did you mean `{found[0]}`?" if found else None
