"""What a page names only beside what counts there: "Stockholm rather than Oslo", "seven, down from eleven"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from claimcheck.details.difference import Difference, differing_values, kind_of
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.agreement import Agreement
from claimcheck.text.values import Value, compare_values, reach_of, unit_of_value

_INSTEAD = r"rather\sthan|instead\sof|as\sopposed\sto"
_BESIDE = rf"{_INSTEAD}|(?:up|down)\sfrom|compared\s(?:with|to)|against|double|twice|half|triple"
_SMALL = r"(?:(?:the|an?|its|his|her|their|any|in|at|on|to|by|of|for|just|some|about|only|nearly|those|record|previous|earlier|[\w’']+\s\w+['’]s)\s){0,4}"
_COUNTERPART = re.compile(rf"\b(?:{_BESIDE})\s{_SMALL}[$€£]?\Z", re.IGNORECASE)
"""Before a value that another is told beside: "nearly double last year's 270,000"."""
_ALL_BUT = re.compile(
    r"\b(?:all|everyone|everybody|every \w+|none|nobody)\s(?:but|except|bar)\s(?:for\s)?(?:the\s)?\Z",
    re.IGNORECASE,
)
"""Before a value that is excepted."""
_STILL = re.compile(r"\b(?:not|never|no|none|yet|still|remain\w*)\b", re.IGNORECASE)
"""By which a claim tells the other side of it."""
_ASIDE = re.compile(rf"\s(?:{_INSTEAD})|,\s(?:and\s)?not\s", re.IGNORECASE)
"""Without which there is none of these: far sooner found."""
_DENIED = re.compile(
    rf"(?P<main>[\w’'-]+)(?:,?\s(?:{_INSTEAD})|,\s(?:and\s)?(?P<not>not))\s{_SMALL}(?P<other>\w[\w’'-]*)",
    re.IGNORECASE,
)
"""What does not count, behind what does: "Stockholm rather than Oslo"."""
_TURNS = re.compile(rf"\b(?:after|from|than|{_BESIDE})\s{_SMALL}[$€£]?\Z", re.IGNORECASE)
"""Before a value in a claim that tells it as what another is beside."""
_EARLIER = re.compile(
    rf"\b(?:earlier|previous\w*|last|before|ago|had|so\sfar|originally|{_BESIDE})\b", re.IGNORECASE
)
"""By which a claim tells what was, or what something is beside."""
_STOP = re.compile(r"[,;]|\b(?:and|but|while|when)\b", re.IGNORECASE)
"""Where what belongs to a value ends."""
_OVER = re.compile(r"\b(?:over|than|but|unlike)\b", re.IGNORECASE)
"""By which a claim names both: "prefers tea over coffee"."""


def find_counterparts(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield the values and names of a claim that all evidence has in second place alone, beside those that count.

    It is as certain as the sentence tells much of the rest of the claim.
    """
    if query.language != "en":
        return
    for value in query.values:
        told = [(at, other) for at, other in query.rivals_of(value).same if at in evidence]
        yield from _excepted(query, page, value, told)
        mains = [_main(page, at, other) for at, other in told]
        if not (mains and (main := mains[0]) and all(mains)):
            continue
        at, other = told[0]
        if not _tells_which(query, page, at, other) and _is_told_as_main(query, value, main):
            rest = query.everything & ~query.mask_within(*value.span)
            yield differing_values(value, main, at, query.share(rest, query.told(at)))
    yield from _names(query, page, evidence)


def _excepted(
    query: Query, page: Page, value: Value, told: Sequence[tuple[int, Value]]
) -> Iterator[Difference]:
    """Yield a value that all evidence has for what is excepted: "all but two"."""
    text = page.document.text
    marks = [_ALL_BUT.search(text, page.sentences[at][0], other.start) for at, other in told]
    # "all but four are free", and "four have yet to be freed"
    is_other_side = _ALL_BUT.search(query.claim, 0, value.start) or _STILL.search(
        query.claim, *query.part_span_at(value.start)
    )
    if marks and (mark := marks[0]) and all(marks) and not is_other_side:
        at, other = told[0]
        yield Difference(kind_of(value), value.span, (mark.start(), other.end), at, 0.0)


def _main(page: Page, sentence: int, value: Value) -> Value | None:
    """Give the value beside which another one is told in its sentence; nothing where it stands for itself."""
    mark = _COUNTERPART.search(page.document.text, page.sentences[sentence][0], value.start)
    unit = unit_of_value(value)
    before = (
        other
        for other in reversed(page.values_of(sentence))
        if mark and other.end <= mark.start() and type(other) is type(value)
    )
    return next((other for other in before if unit in (unit_of_value(other), "")), None)


def _tells_which(query: Query, page: Page, sentence: int, value: Value) -> bool:
    """Say whether a claim has what follows a value in its clause: it may tell just that, "68 percent in 2019", though that was before."""
    text = page.document.text
    after = reach_of(value)
    stop = _STOP.search(text, after, page.sentences[sentence][1])
    last = stop.start() if stop else page.sentences[sentence][1]
    behind = (word for word in page.content_of(sentence) if after <= word.start < last)
    return bool(query.told_by_words(behind))


def _is_told_as_main(query: Query, value: Value, main: Value) -> bool:
    """Say whether a claim tells for itself a value that its page tells beside a main one."""
    if _TURNS.search(query.claim, 0, value.start):
        return False
    also = next((one for one in query.values if compare_values(one, main) is Agreement.SAME), None)
    if also:
        return bool(_TURNS.search(query.claim, 0, also.start))
    return not _EARLIER.search(query.claim, *query.part_span_at(value.start))


def _names(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    if query.denies or _EARLIER.search(query.claim) or _OVER.search(query.claim):
        return
    if not any(_ASIDE.search(page.text_of(sentence)) for sentence in evidence):
        return
    told = Counter(word.key for sentence in evidence for word in page.words_of(sentence))
    own = {word.key: word for word in query.words if told[word.key] == 1 and not word.key[0].isdigit()}
    for sentence in evidence:
        words = {word.start: word for word in page.words_of(sentence)}
        for beside in _DENIED.finditer(page.document.text, *page.sentences[sentence]):
            main, other = words.get(beside.start("main")), words.get(beside.start("other"))
            mine = own.get(other.key) if other else None
            if main and mine and main.key and (beside["not"] or not query.mask_of([main.key])):
                are_names = main.is_name and mine.is_name and not query.mask_of([main.key])
                certainty = query.weigh(query.told(sentence)) if are_names else 0.0
                yield Difference(MismatchKind.NAME, mine.span, main.span, sentence, certainty)
