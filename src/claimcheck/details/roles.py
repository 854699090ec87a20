"""What has changed places: the names on either side of a verb, the numbers before two nouns, and those before and after a change."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from claimcheck.details.difference import Difference, differing_values
from claimcheck.details.slots import alike
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.agreement import Agreement
from claimcheck.text.numbers import Number
from claimcheck.text.values import Value, compare_values
from claimcheck.text.words import Word

NEAR = 4
"""Words from a verb to the names that it joins: what stands further off has another part in the sentence."""
_BE = frozenset("is are was were be been being".split())
_APART = re.compile(
    r"[,;:]|\b(?:in|at|on|from|with|to|for|after|before|during|and|but|that)\b", re.IGNORECASE
)
"""Between a verb and a name that it does not act on, and between a number and a noun that it does not count."""


_ACTS_ON = frozenset("after to from for against over past".split())
"""Words at once behind a verb by which it acts on a name: "went after", "handed to"."""

Span = tuple[int, int]
_ABOUT = r"(?:(?:about|some|nearly|roughly|around|almost|just\sover|just\sunder)\s)?"
_FROM = re.compile(rf"\bfrom\s{_ABOUT}", re.IGNORECASE)
_TO = re.compile(rf"(?<!\bup\s)\bto\s{_ABOUT}", re.IGNORECASE)
_AGAINST = re.compile(rf"\b(?:against|versus|compared\s(?:with|to))\s{_ABOUT}", re.IGNORECASE)
_EARLIER = re.compile(
    r"\s(?:[\w-]+\s){0,3}?(?:(?:the|an?)\s(?:year|month|quarter|week|day|season)\s(?:before|earlier|ago)|the\sprevious|last\s(?:year|month|week|season))\b",
    re.IGNORECASE,
)
"""Behind the number before a change: "23 in 2021, against nine the year before"."""
_LONGEST_LEAD = 24
"""Characters that either of them has at most."""
_UP = re.compile(r"\b(?:up|down|higher|lower)\b", re.IGNORECASE)
"""Between the number after a change and the one before it: "5.7 percent in October, down from 6.2"."""


class _Act(NamedTuple):
    """A verb of the claim between two names, by the keys of their words."""

    verb: Word
    particle: str
    """What stands between it and the name that it acts on, if it is one of them."""
    doer: Sequence[Word]
    other: Sequence[Word]


def find_swaps(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield the names that a claim has one do to the other, and a sentence of the evidence the other way round.

    A claim that some sentence tells as it stands yields nothing.
    """
    for act in _acts(query):
        ways = [(sentence, *way) for sentence in evidence for way in _ways(act, page.words_of(sentence))]
        if ways and not any(is_same for _, is_same, _ in ways):
            sentence, _, doer = ways[0]
            spans = (act.doer[0].start, act.doer[-1].end), doer.span
            yield Difference(MismatchKind.ROLE, *spans, sentence, 1.0)


def _acts(query: Query) -> Iterator[_Act]:
    words = query.text_words
    for at in query.verbs:
        before = _names(query, words[max(at - NEAR, 0) : at])
        after = _names(query, words[at + 1 : at + 1 + NEAR])
        if not (before and after) or _is_passive(words, at):
            continue
        owns = after[-1].is_owner  # it is done to what is theirs
        particle = _particle_after(at, words)
        behind = words[at + 1 if particle else at].end
        if not owns and not _APART.search(query.claim, behind, after[0].start):
            yield _Act(words[at], particle, before, after)


def _particle_after(at: int, words: Sequence[Word]) -> str:
    behind = words[at + 1].text.lower() if at + 1 < len(words) else ""
    return behind if behind in _ACTS_ON else ""


def _names(query: Query, words: Sequence[Word]) -> list[Word]:
    return [word for word in words if query.mask_of([word.key]) & query.names]


def _is_passive(words: Sequence[Word], at: int) -> bool:
    is_done = any(word.text.lower() in _BE for word in words[max(at - 2, 0) : at])
    return is_done and any(word.text.lower() == "by" for word in words[at + 1 : at + 1 + NEAR])


def _ways(act: _Act, words: Sequence[Word]) -> Iterator[tuple[bool, Word]]:
    """Yield for each time that the verb stands between the two names whether they have the claim's parts, and who does it."""
    doers, others = ({word.key for word in part} for part in (act.doer, act.other))
    for at, word in enumerate(words):
        before, after = (
            [one for one in part if one.key in doers ^ others] for part in (words[:at], words[at + 1 :])
        )
        if word.key != act.verb.key or _particle_after(at, words) != act.particle or not (before and after):
            continue
        first, second = ({one.key in doers for one in part} for part in (before, after))
        is_passive = _is_passive(words, at)
        if len(first) == len(second) == 1 and first != second:
            yield (True in first) is not is_passive, (after if is_passive else before)[0]


def find_crossed(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield the numbers of the claim in whose place a sentence of the evidence has the claim's other.

    "88 percent of the limescale and 71 percent of the lead" where the page has 88 of the lead and 71 of the limescale: each
    number stands before the other's noun, and before its own in no sentence.
    """
    mine = _counted(query.claim, query.values, query.words)
    if len(mine) < 2:
        return
    text = page.document.text
    told = {at: _counted(text, page.values_of(at), page.content_of(at)) for at in evidence}
    for (one, noun), (other, second) in combinations(mine, 2):
        if compare_values(one, other) is not Agreement.DIFFERENT or alike(noun, second):
            continue
        for sentence, theirs in told.items():
            ways = {
                (is_first, is_own): value
                for value, key in theirs
                for is_first, is_own in _ways_of((one, noun), (other, second), value, key)
            }
            if ways.keys() == {(True, False), (False, False)}:
                yield differing_values(one, ways[False, False], sentence)


def find_reversed(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield where a claim takes the number after a change for the one before it, or has one change into the other."""
    if not query.values:
        return
    mine = list(_changes(query.claim, query.values))
    alone = query.values if not mine else ()
    for sentence in evidence:
        for earlier, later in _changes(page.document.text, page.values_of(sentence)):
            if compare_values(earlier, later) is not Agreement.DIFFERENT:
                continue
            for before, after in mine:
                is_told = _are_same((before, earlier), (after, later))
                is_turned = not is_told and _are_same((before, later), (after, earlier))
                if is_turned and _tells_most(query, sentence, (before, after)):
                    spans = _span(before, after), _span(earlier, later)
                    yield Difference(MismatchKind.DIRECTION, *spans, sentence, 1.0)
            for value, (lead, here, there) in product(
                alone, ((_TO, earlier, later), (_FROM, later, earlier))
            ):
                is_here = _follows(lead, query.claim, value.start) and _are_same((value, here))
                is_there = compare_values(value, there) is not Agreement.DIFFERENT or any(
                    _are_same((value, one)) and _follows(lead, page.document.text, one.start)
                    for one in page.values_of(sentence)
                )
                if is_here and not is_there and _tells_most(query, sentence, (value,)):
                    yield differing_values(value, there, sentence)


def _tells_most(query: Query, sentence: int, values: Sequence[Value]) -> bool:
    """Say whether no other sentence with one of some values tells more of the claim: it may be about another thing."""
    places = {at for value in values for at, _ in query.rivals_of(value).same}
    return query.most_telling([sentence, *sorted(places)]) == sentence


def _are_same(*pairs: tuple[Value, Value]) -> bool:
    return all(compare_values(*pair) is Agreement.SAME for pair in pairs)


def _follows(lead: re.Pattern[str], text: str, at: int) -> bool:
    return any(found.end() == at for found in lead.finditer(text, max(at - _LONGEST_LEAD, 0), at))


def _changes(text: str, values: Sequence[Value]) -> Iterator[tuple[Number, Number]]:
    """Yield the numbers of one kind that a text has before and after a change, with none of their kind between them."""
    numbers = [one for one in values if isinstance(one, Number) and one.unit != "th"]
    for at, one in enumerate(numbers):
        other = next(
            (other for other in numbers[at + 1 :] if not (one.unit and other.unit) or one.unit == other.unit),
            None,
        )
        if other is None:
            continue
        if _follows(_FROM, text, one.start) and _follows(_TO, text, other.start):
            yield one, other
        elif _follows(_FROM, text, other.start):
            if _follows(_TO, text, one.start) or _UP.search(text, one.end, other.start):
                yield other, one
        elif _follows(_AGAINST, text, other.start) and _EARLIER.match(text, other.reach):
            yield other, one


def _span(one: Value, other: Value) -> Span:
    return min(one.start, other.start), max(one.end, other.end)


def _counted(text: str, values: Sequence[Value], words: Sequence[Word]) -> list[tuple[Number, str]]:
    """List the numbers of a text, each with the key of the word with content that it counts."""
    found = []
    for value in values:
        if not isinstance(value, Number) or value.unit == "th":
            continue
        after = next((word for word in words if word.start >= value.end), None)
        if after and not _APART.search(text, value.end, after.start):
            found.append((value, after.key))
    return found


def _ways_of(
    first: tuple[Number, str], second: tuple[Number, str], value: Number, key: str
) -> Iterator[tuple[bool, bool]]:
    """Yield which of two numbers a number of the page is, and whether it stands before its own noun or the other's."""
    for is_first, mine, other in ((True, first, second), (False, second, first)):
        if compare_values(mine[0], value) is Agreement.SAME:
            if alike(mine[1], key):
                yield is_first, True
            elif alike(other[1], key):
                yield is_first, False
