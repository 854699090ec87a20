"""What lets another value, or the opposite of a word, be true as well: a difference that it explains away is no sure one.

Another value may be that of a whole, of a change, of a date that follows from an interval, or of what is denied.
"""

import re
from collections.abc import Iterable

from claimcheck.details.company import Companies
from claimcheck.details.slots import Filling
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.text.agreement import Agreement
from claimcheck.text.bounds import part_before
from claimcheck.text.negation import is_denial
from claimcheck.text.numbers import Number
from claimcheck.text.values import Value, compare_values, value_at

_INTERVAL = re.compile(
    r"\b(?:(?:years?|decades?|months?|weeks?|days?)\s(?:later|earlier|before|after)|at\sthe\sage\sof|aged"
    r"|(?:the\s)?(?:next|following|previous)\s(?:year|month|week|day)|year\sbefore|every\sday|other\sdays|was\sdue|overnight)\b",
    re.IGNORECASE,
)
"""By what another date follows from the one that a sentence tells: "a year after it lost"."""
_YEAR_BEFORE = re.compile(
    r"(?:the|a)\s(?:(?:previous|following|next)\s(?:year|month|week|day)|(?:year|month|week|day)\s(?:before|earlier|later|after))\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on with another date."""
_COMPARED = re.compile(
    r"\b(?:(?:up|down)\sfrom|compared\s(?:with|to)|against|versus)\s(?:about\s|some\s|nearly\s)?\Z",
    re.IGNORECASE,
)
"""Before the number of an earlier date."""
_SPANNING = re.compile(
    r"\b(?P<word>until|till|before|by|from|after|since)\s(?:at\s(?:least|the\s(?:latest|earliest))\s|about\s|around\s|midnight\son\s|the\send\sof\s|late\s|early\s)?\Z",
    re.IGNORECASE,
)
"""Before a date up to which, or from which on, something is so: on others too."""
_UP_TO = frozenset(["until", "till", "before"])
_LONGEST_LEAD = 40
"""Characters of what stands before a value that are looked at."""
_MORE = re.compile(r"\s(?:\w+\s)?(?:more|less|fewer|higher|lower|above|below)\b", re.IGNORECASE)
_SPAN = re.compile(
    r"\s(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)\s(?:(?P<since>ago)|older|younger|earlier|later|before|after|apart"
    r"|ahead|behind|longer|shorter|more|less)\b",
    re.IGNORECASE,
)
"""Behind a number of which a length of time is told from today, or from something else."""


def may_also_be(value: Value, other: Filling, companies: Companies, around: Iterable[int]) -> bool:
    """Say whether a value of the claim may be true beside another that keeps its company on the page.

    `around` are the sentences from which it may be worked out.
    """
    query, page = companies.query, companies.page
    if denies_alone(query, page, other.sentence, value.start):
        return True
    if isinstance(value, Number):
        return _is_told_beside(value, other, companies) or companies.may_follow(value, other.sentence, around)
    dates = value.start, other.start
    return may_follow(query, page, other.sentence) or spans_otherwise(query, page, other.sentence, dates)


def denies_alone(query: Query, page: Page, sentence: int, value: int) -> bool:
    """Say whether the claim denies something of a value, by its offset, and a sentence nothing: what is not so on Saturday is so on Monday."""
    start, _ = query.part_span_at(value)
    is_denied = any(
        start <= word.start < value and is_denial(word.text, query.language) for word in query.text_words
    )
    return is_denied and not page.denies(sentence)


def may_follow(query: Query, page: Page, sentence: int) -> bool:
    """Say whether another date may follow from a sentence: by an interval in it or after it, or as that of a number it compares with."""
    after = page.text_of(sentence + 1) if sentence + 1 < len(page.sentences) else ""
    is_apart = _INTERVAL.search(page.text_of(sentence)) or _YEAR_BEFORE.match(after)
    if is_apart and not _INTERVAL.search(query.claim):
        return True
    text, (start, _) = page.document.text, page.sentences[sentence]
    same = (other for value in query.values for at, other in query.rivals_of(value).same if at == sentence)
    return any(isinstance(one, Number) and _COMPARED.search(text, start, one.start) for one in same)


def is_of_another_kind(claim: tuple[int, int], source: tuple[int, int], query: Query, page: Page) -> bool:
    """Say whether one of two values alone tells a change ("$40 more") or a whole ("four of its 57"), or a length of time from now."""
    mine, theirs = query.claim, page.document.text
    changes = bool(_MORE.match(mine, claim[1])), bool(_MORE.match(theirs, source[1]))
    wholes = part_before(mine, claim[0]), part_before(theirs, source[0])
    is_apart = tell_other_spans(claim, source, query, page)
    return changes[0] != changes[1] or (wholes[0] is None) != (wholes[1] is None) or is_apart


def tell_other_spans(claim: tuple[int, int], source: tuple[int, int], query: Query, page: Page) -> bool:
    """Say whether one of two lengths of time counts from now, and one from something else: "eight years ago", "six years older"."""
    mine, theirs = _SPAN.match(query.claim, claim[1]), _SPAN.match(page.document.text, source[1])
    return mine is not None and theirs is not None and (mine["since"] is None) != (theirs["since"] is None)


def spans_otherwise(query: Query, page: Page, sentence: int, dates: tuple[int, int]) -> bool:
    """Say whether one of two dates, by their offsets in claim and page, stands for a span: "until May" and "in April".

    What is not so until May is so in May: there it stands for itself, unless the claim denies as well.
    """
    mine, theirs = _span_word(query.claim, dates[0]), _span_word(page.document.text, dates[1])
    if theirs in _UP_TO and not query.denies and page.denies(sentence):
        theirs = ""
    return mine != theirs


def _is_told_beside(value: Number, other: Filling, companies: Companies) -> bool:
    """Say whether the claim has the other number as well: "the second sold worse than the first", "74 percent, up from 61"."""
    theirs = value_at(other.start, companies.page.values_of(other.sentence))
    return theirs is not None and any(
        compare_values(one, theirs) is Agreement.SAME for one in companies.query.values if one is not value
    )


def _span_word(text: str, at: int) -> str:
    """Give the word before a date that has it stand for a span; empty where none does."""
    found = _SPANNING.search(text, max(0, at - _LONGEST_LEAD), at)
    return found["word"].lower() if found else ""
