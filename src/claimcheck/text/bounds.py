"""Words that bound how much is said: "the largest so far this year", "one of the first", "four of the five", "most of them"."""

import re
from collections.abc import Iterator
from itertools import islice

from claimcheck.text.words import split_words

_EXTREMES = "first|last|highest|lowest|largest|biggest|smallest|best|worst|longest|shortest|fastest|oldest|youngest|deadliest|strongest|only"
_LIMIT = (
    r"since|so far|(?:of |in )?this (?:year|season|century|decade|month)|in (?:more than |nearly |over |about |almost |at least )?"
    r"(?:half a|(?:a )?quarter(?: of a)?|\w+) (?:years?|decades?|months?|weeks?|century|centuries)\b(?! ago)"
    r"|outside|apart from|among"
)
_BOUND = re.compile(
    rf"\b(?P<one>one of (?:the|its|their|his|her) |(?:second|third|fourth|fifth|sixth|\d+(?:nd|rd|th))[-‐‑–— ]+)?(?P<extreme>{_EXTREMES})\b(?:[^.,;:—–]{{0,60}}?\b(?P<limit>{_LIMIT})\b)?",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:all|both|each of|every one of)(?: of)? (?:the |its |their |his |her )?(?P<whole>\w+)\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\bof (?:(?:the|its|their|his|her) )?(?P<whole>\w+)\b[^.;:]{0,60}?, (?P<part>\d[\d,.]*|\w+)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?P<part>\w+) (?:out )?of (?:the |its |their |his |her )?(?P<whole>\w+)\b", re.IGNORECASE
)
_SOME_OF = re.compile(
    r"(?P<part>[\w.]+%?) (?:out )?of (?:(?:the|its|their|his|her|these|those) )?(?:(?:[\w.-]+ )?[\w.-]+['’]s? )?"
    r"(?:(?:other|first|last|more than|about|nearly|over|some|around) )*\Z",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\bboth\b(?! sides\b)", re.IGNORECASE)
_ONE_OF = re.compile(r"\b(?:one|neither) of (?:them|the two|the pair)\b|\bonly one\b", re.IGNORECASE)
_LONGEST_PART = 80
"""Characters that it has at most."""
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_OBLIGATION = re.compile(
    r"(?<!not )(?<!never )\b(?:must|need(?:s|ed)?|requir\w+|oblig\w+|mandatory|compulsory|forc(?:e|es|ed|ing)|ha(?:s|ve|d) to|bound to|order\w*)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"\b(?:would|could|may|might)(?: \w+ly)?(?: be| also| then| have)? \Z", re.IGNORECASE)
_LONGEST_LEAD = 24
DUTY = re.compile(
    r"(?<!not )(?<!n't )(?<!n’t )(?<!never )(?<!no )\b(?:must|(?<!to )requir(?:e|es|ed)|obliged?|mandatory|compulsory|(?:will )?ha(?:ve|s) to|needs? to|forced to)\b(?! not)",
    re.IGNORECASE,
)
"""How a claim does beyond doubt."""
FOR_EVER = re.compile(
    r"\b(?:for good(?! (?:reason|measure|cause|or))|for ?ever|permanent(?:ly)?|indefinite(?:ly)?|irrevocabl[ey])\b",
    re.IGNORECASE,
)
"""How a text tells that something does not come back."""
ONLY = re.compile(
    r"(?<!not )(?<!the )(?<!an )\bonly (?:(?:at|in|on|for|to|from|by|with|during|after|when|if) )?(?:the |its |their )?(?!(?:days|weeks|months|years|hours|minutes|late|recently|once)\b)(?P<what>[a-z]\w+)\b",
    re.IGNORECASE,
)
"""How a claim tells that nothing else is meant, and the next word."""
ALONE = re.compile(
    r"(?<!not )(?<!the )(?<!an )\bonly\b(?! (?:days|weeks|months|years|hours|minutes|late|recently|once)\b)",
    re.IGNORECASE,
)
"""How a claim tells that nothing else is meant."""
_EXCEPTION = r"except(?:ing)?|(?<![^,]\s)apart from|excluding|with the exception of|barring"
EXCEPT = re.compile(rf"\b(?:{_EXCEPTION}|not (?:only|just))\b", re.IGNORECASE)
"""How a text excepts something, or tells that there is more."""
EXCEPTED = re.compile(
    rf"\b(?:{_EXCEPTION}|exclud\w*|exempt\w*|exception\w*|other than|but|save for|aside|spar(?:ed?|ing)|besides|beyond|not|unless|only|alone|other|others)\b",
    re.IGNORECASE,
)
"""How a page may tell an exception, or that it goes for some alone."""
SOLE = re.compile(
    r"\b(?:the|its|their|his|her|an) (?:only|sole|lone) (?!one\b)\w+|\b(?:alone|exclusively|solely)\b",
    re.IGNORECASE,
)
"""How a claim tells that there is no other."""
NO_OTHER = frozenset("only sole solely lone alone exclusive exclusively unique single just nobody".split())
"""Words one of which tells that there is no other."""
RATE = re.compile(
    r"\b(?:(?:each|every|per) |an? (?!\w+ (?:ago|later|earlier|before|after|in|of|old|long)\b))(?P<per>day|night|week|month|year|hour|minute)\b",
    re.IGNORECASE,
)
"""How often something is: "each week"."""
SHARPENING = frozenset(
    "already clearly entirely ever mainly unanimously still wholly completely totally fully".split()
)
"""What makes more of a statement than it is without."""
_QUANTITY = re.compile(
    rf"""\b(?:
    (?P<most>(?:(?<![\d.,])\d[\d,]*+|{"|".join(_NUMBERS)})\s(?:out\s)?of\s(?:the|its|their|his|her)
    |(?:nearly|almost|virtually|practically|not)\s(?:all|every(?:one|body)?|each|always)|all\sbut|(?<!the\s)most|majority|bulk
    |usually|generally|typically|mostly|largely|normally|(?<![\d.,])\d[\d.,]*+(?:%|\sper\s?cent)\sof)
    |(?P<all>all|every(?:one|body)?|each|entire|whole|always|invariably|the\sfull(?=\s[€$£\d])|in\sfull|in\s(?:its|their)\sentirety)
    |(?P<some>some(?!\s\d)|several|many|(?:a\s)?few|certain|a\shandful\sof|part|parts|half|a\s(?:third|quarter|fifth)|sometimes|occasionally|often
    |frequently|at\stimes)
    )\b(?!-|\s(?:the\ssame|over\b))""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_WHICH = re.compile(
    r"\bof (?:which|whom|these|those|them),? (?:(?:only|just|about|nearly|at least|so far) )*(?!all\b|each\b|every\b)\w+"
    r"|\b(?:half|third|quarter|fifth|part|much|most|some) of it\b",
    re.IGNORECASE,
)
_BUT_FOR = re.compile(rf"\b(?:{_EXCEPTION}|but not)\b", re.IGNORECASE)
_RANKS = {"some": 1, "most": 2, "all": 3}
_AHEAD = 60
"""Characters behind it in which they stand."""
_NOUNS = 2
"""Words with content behind a quantity that say of what it is."""
_TIMES = re.compile(r"always|usually|generally|typically|sometimes|occasionally|often|frequently|at times|normally|invariably", re.IGNORECASE)  # fmt: skip
_PARTS = frozenset(
    [
        "one",
        *_NUMBERS,
        *"most some half third quarter fifth tenth thirds quarters fifths tenths many several few cent percent majority".split(),
    ]
)


def find_exaggerations(claim: str, source: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield what a claim says without a bound that a sentence of its source has: spans in the claim and in the sentence.

    "The largest ever" for "the largest this year" or "one of the largest"; "all five" for "four of the five"; "all members" for
    "most members".
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
    counted: set[int] = set()
    for match in _ALL.finditer(claim):
        whole = match["whole"].lower()
        told = (*_PART.finditer(source), *_REST.finditer(source))
        part = next((one for one in told if _is_part(one, whole)), None)
        if part:
            counted.add(match.start())
            yield match.span(), part.span()
    both, one_of = _BOTH.search(claim), _ONE_OF.search(source)
    if both and one_of and both.start() not in counted and not _BOTH.search(source):
        yield both.span(), one_of.span()
    for match, other in _larger_quantities(claim, source):
        if match.start() not in counted:
            yield match.span(), other.span()


def is_obliged(text: str) -> bool | None:
    """Say whether a text tells that something has to be done; `False` where it would have to, and nothing where neither is told."""
    found = [
        _SUPPOSED.search(text, max(0, one.start() - _LONGEST_LEAD), one.start())
        for one in _OBLIGATION.finditer(text)
    ]
    return None if not found else not all(found)


def part_before(text: str, at: int) -> tuple[int, int] | None:
    """Find the part of which a number is the whole: the "four" before the 57 of "four of its 57 trams"; "one of" tells a member."""
    found = _SOME_OF.search(text, max(0, at - _LONGEST_PART), at)
    part = found["part"].lower() if found else ""
    is_part = part.endswith("%") or (part != "one" and (part in _PARTS or _is_number(part)))
    return found.span("part") if found and is_part else None


def _larger_quantities(claim: str, source: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield the quantities of a claim for which its source has none as large of the same, each with the smaller one there."""
    mine = [one for one in _QUANTITY.finditer(claim) if _rank(one) > 1]
    theirs = [(one, _rank(one), _nouns(one)) for one in _QUANTITY.finditer(source)] if mine else []
    of_which = _OF_WHICH.search(source) if mine else None
    but = _BUT_FOR.search(source) if mine and not _BUT_FOR.search(claim) else None
    for match in mine:
        rank, nouns = _rank(match), _nouns(match)
        same = [(other, above) for other, above, what in theirs if what & nouns]
        if same and all(above < rank for _, above in same):
            yield match, same[0][0]
        elif not same and of_which and match["all"]:
            yield match, of_which
        elif but and match["all"]:
            yield match, but


def _rank(match: re.Match[str]) -> int:
    return _RANKS[match.lastgroup or "some"]


def _nouns(match: re.Match[str]) -> frozenset[str]:
    """Give the keys of what a quantity is of; those of time have one of their own."""
    if _TIMES.fullmatch(match[0]):
        return frozenset(["always"])
    start = match.end()
    after = (word.key for word in split_words(match.string[start : start + _AHEAD]) if word.key)
    return frozenset(key for key in islice(after, _NOUNS) if not key[0].isdigit())


def _is_bounded(match: re.Match[str]) -> bool:
    return bool(match["one"] or match["limit"])


def _is_part(match: re.Match[str], whole: str) -> bool:
    part = match["part"].lower()
    is_one = part in _PARTS or _is_number(part)
    return match["whole"].lower() == whole and is_one and part != whole and _is_number(whole)


def _is_number(word: str) -> bool:
    return word.lower() in _NUMBERS or (word.isdecimal() and int(word) < 1000)
