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
_PART = re.compile(r"\b(?P<part>\w+) of (?:the |its |their |his |her )?(?P<whole>\w+)\b", re.IGNORECASE)
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_PARTS = frozenset(["one", *_NUMBERS, "most", "some", "half", "many", "several", "few"])


def find_exaggerations(claim: str, source: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield what a claim says without a bound that a sentence of its source has: spans in the claim and in the sentence.

    "The largest ever" for "the largest this year" or "one of the largest"; "all five" for "four of the five".
    """
    bounded = {
        match["extreme"].lower(): match for match in _BOUND.finditer(source) if match["one"] or match["limit"]
    }
    free = {
        match["extreme"].lower() for match in _BOUND.finditer(source) if not (match["one"] or match["limit"])
    }
    for match in _BOUND.finditer(claim):
        word = match["extreme"].lower()
        if word in bounded and word not in free and not (match["one"] or match["limit"]):
            yield match.span("extreme"), bounded[word].span()
    parts = {
        match["whole"].lower(): match
        for match in _PART.finditer(source)
        if match["part"].lower() in _PARTS
        and _is_number(match["whole"])
        and match["part"].lower() != match["whole"].lower()
    }
    for match in _ALL.finditer(claim):
        if match["whole"].lower() in parts:
            yield match.span(), parts[match["whole"].lower()].span()


def _is_number(word: str) -> bool:
    return word.lower() in _NUMBERS or (word.isdigit() and int(word) < 1000)
