"""Words that bound how much is said: "the largest so far this year", "one of the first", "four of the five"."""

import re
from collections.abc import Iterator

_EXTREMES = "first|last|highest|lowest|largest|biggest|smallest|best|worst|longest|shortest|fastest|oldest|youngest|deadliest|strongest|only"
_LIMIT = (
    r"since|so far|(?:of |in )?this (?:year|season|century|decade|month)|in (?:more than |nearly |over |about |almost |at least )?"
    r"(?:a|\w+) (?:years?|decades?|months?|weeks?|century|centuries)\b(?! ago)|outside|apart from|among"
)
_BOUND = re.compile(
    rf"\b(?P<one>one of (?:the|its|their|his|her) )?(?P<extreme>{_EXTREMES})\b(?:[^.,;:—–]{{0,60}}?\b(?P<limit>{_LIMIT})\b)?",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:all|both|each of|every one of)(?: of)? (?:the |its |their |his |her )?(?P<whole>\w+)\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\bof (?:the|its|their|his|her) (?P<whole>\w+)\b[^.;:]{0,60}?, (?P<part>\d[\d,.]*|\w+)\b", re.IGNORECASE
)
_PART = re.compile(r"\b(?P<part>\w+) of (?:the |its |their |his |her )?(?P<whole>\w+)\b", re.IGNORECASE)
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
SHARPENING = frozenset(
    "already alone clearly entirely ever exclusively mainly unanimously still wholly completely totally fully solely".split()
)
"""What makes more of a statement than it is without."""
_PARTS = frozenset(["one", *_NUMBERS, "most", "some", "half", "many", "several", "few"])


def find_exaggerations(claim: str, source: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield what a claim says without a bound that a sentence of its source has: spans in the claim and in the sentence.

    "The largest ever" for "the largest this year" or "one of the largest"; "all five" for "four of the five".
    """
    free = [match for match in _BOUND.finditer(claim) if not _is_bounded(match)]
    if free:  # most claims have none, and a source is long
        theirs = list(_BOUND.finditer(source))
        unbounded = {match["extreme"].lower() for match in theirs if not _is_bounded(match)}
        bounded = {match["extreme"].lower(): match for match in theirs if _is_bounded(match)}
        for match in free:
            word = match["extreme"].lower()
            if word in bounded and word not in unbounded:
                yield match.span("extreme"), bounded[word].span()
    for match in _ALL.finditer(claim):
        whole = match["whole"].lower()
        told = (*_PART.finditer(source), *_REST.finditer(source))
        part = next((one for one in told if _is_part(one, whole)), None)
        if part:
            yield match.span(), part.span()


def _is_bounded(match: re.Match[str]) -> bool:
    return bool(match["one"] or match["limit"])


def _is_part(match: re.Match[str], whole: str) -> bool:
    part = match["part"].lower()
    is_one = part in _PARTS or (match.re is _REST and _is_number(part))
    return match["whole"].lower() == whole and is_one and part != whole and _is_number(whole)


def _is_number(word: str) -> bool:
    return word.lower() in _NUMBERS or (word.isdigit() and int(word) < 1000)
