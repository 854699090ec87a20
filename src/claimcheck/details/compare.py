"""The details of a claim beside those of the page: numbers and dates that agree, differ or are absent; what is denied.

A difference is claimed only where it is sure: the page must fill the slot of the claim's value (`claimcheck.details.slots`) with
another. Being absent is no difference.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from claimcheck.details.acts import find_denied_acts
from claimcheck.details.bounds import find_unbounded
from claimcheck.details.company import LIKE_CLAIM, Companies
from claimcheck.details.compatible import (
    denies_alone,
    is_of_another_kind,
    may_also_be,
    may_follow,
    spans_otherwise,
    tell_other_spans,
)
from claimcheck.details.crossed import find_crossed_clauses
from claimcheck.details.denials import Denials, compare_denials
from claimcheck.details.difference import Difference
from claimcheck.details.directions import Turn, find_turns, untold_directions
from claimcheck.details.doers import find_other_doers
from claimcheck.details.doubt import Doubt
from claimcheck.details.owners import find_other_owners
from claimcheck.details.quoted import find_misquoted
from claimcheck.details.retold import find_retold
from claimcheck.details.roles import find_crossed, find_reversed, find_swaps
from claimcheck.details.rows import find_other_cells, is_in_its_row
from claimcheck.details.slots import DAYS, MONTHS, Filling, Slots, alike, neighbours
from claimcheck.details.speakers import find_other_speakers
from claimcheck.details.voices import find_voice
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.dates import Date
from claimcheck.text.numbers import Number
from claimcheck.text.values import Value, unit_of_value, value_at

NEARBY = 2
"""Sentences on either side of the evidence in which a detail still belongs to it."""
LEAD = 0.3
"""So much more company must another value keep than the claim's own does anywhere on the page."""
DATE_LEAD = 0.1
"""So much more, and the claim's own date may well be that of something else."""
SAME_EVENT = 0.6
"""Share of a part of the claim that a sentence must tell for another day of the week in it to be that event's."""
SAME_CLAUSE = 0.5
"""Share of the claim that a sentence must tell for what it has in another clause to differ, and of the clause for who does it there."""
SAID_THERE = 0.6
"""Share of what a claim has somebody say that a sentence must tell for another who says it there to differ."""
ABOUT_CLAIM = 0.25
"""Share of the rest of the claim that a sentence must tell for what differs in it to be told of the same thing."""
ALONE = 0.55
"""Share of its company that another value must keep where no neighbour of the claim's stands beside it."""
SMALL = 12
"""Counts up to here are said of so much that another is no rival but for the same noun."""

_AND = re.compile(r"[,\s]*(?:and|or|&)?\s*(?:the\s)?", re.IGNORECASE)
"""What stands between two names of a list."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A number or date of the claim, and what became of it."""

    value: Value
    is_near: bool
    """The same value stands in or beside the evidence, or follows from two that do."""
    instead: Value | None = None
    """Of a value that is not near, another of its kind in the evidence."""


@dataclass(frozen=True, slots=True)
class Details:
    """All details of one claim against one page."""

    compared: tuple[Detail, ...]
    differences: tuple[Difference, ...]
    doubts: tuple[Doubt, ...] = ()
    voice: str | None = None
    """A word of the evidence that takes it out of the page's own voice, or out of what has happened."""
    is_misfilled: bool = False
    """Something else stands on the page in the place of a name, a value or a word of the claim, or its opposite."""

    @property
    def instead(self) -> tuple[Value, ...]:
        """List what the evidence has of the same kind as the values that are absent."""
        gone = set(self.absent)
        return tuple(one.instead for one in self.compared if one.instead and one.value in gone)

    @property
    def absent(self) -> tuple[Value, ...]:
        """List the values that the evidence neither states nor contradicts."""
        different = {difference.claim for difference in self.differences}
        return tuple(
            one.value
            for one in self.compared
            if not (one.is_near or _says_when(one.value))
            and (one.value.start, one.value.end) not in different
        )


def _says_when(value: Value) -> bool:
    """Say whether a number may be the adverb "first", which no page need repeat."""
    return isinstance(value, Number) and (value.unit, value.text.lower()) == ("th", "first")


def compare_details(query: Query, page: Page, evidence: Sequence[int]) -> Details:
    """Compare the claim's numbers, dates, names and negations with what the page says of the same."""
    around = frozenset(beside(evidence, page))
    slots = Slots(query, page)
    companies = Companies(slots)
    found = [_detail(value, companies, around) for value in query.values]
    fillings = [rival for _, rival, is_sure in found if rival and is_sure]
    surely = {id(one.slot) for one in fillings}
    misfilled = [one for one in slots.misfilled if not tell_other_spans(*_spans_of(one), query, page)]
    doubts = [
        Doubt(*_spans_of(one), one.sentence)
        for one in (*misfilled, *(rival for _, rival, is_sure in found if rival and not is_sure))
        if id(one.slot) not in surely
    ]
    doubts += map(Doubt, _parted(slots))
    differences = list(map(_difference, fillings))
    differences = [one for one in differences if _differ_alone(one, differences)]
    framed = [*find_other_cells(query, page)]
    framed += (one for one in find_retold(query, page) if not _is_also_told(one, companies))
    framed += [
        Difference(MismatchKind.NUMBER, (mine.start, mine.end), (theirs.start, theirs.end), sentence, 1.0)
        for mine, theirs, sentence in islice(find_crossed(query, page, evidence), 1)
    ]
    turned = (Difference(*place, 1.0) for place in find_reversed(query, page, evidence))
    framed += islice(
        # two numbers that have changed places are those of the claim, whatever else is told of them
        (one for one in turned if one.kind is MismatchKind.DIRECTION or _is_about_claim(one, query)),
        1,
    )
    told = {difference.claim for difference in framed}
    differences = [one for one in differences if one.claim not in told]
    turns = list(find_turns(query, page, query.most_telling(evidence) if evidence else None))
    differences += find_other_owners(query, page, evidence)
    differences += [
        Difference(MismatchKind.DIRECTION, one.claim, one.source, one.sentence, one.certainty)
        for one in turns
        if one.is_sure
    ]
    doubts += [_doubted(one) for one in turns if not one.is_sure]
    doubts += map(Doubt, untold_directions(query, page, evidence))
    doubts += find_unbounded(query, page, evidence)
    for find, least in (
        (_other_days, SAME_EVENT),
        (find_crossed_clauses, SAME_CLAUSE),
        (find_other_doers, SAME_CLAUSE),
        (find_swaps, SAME_CLAUSE),
        (find_other_speakers, SAID_THERE),
    ):
        sure, unsure = _settled(find(query, page, evidence), least)
        differences += sure
        doubts += unsure
    misquoted = list(find_misquoted(query, page))
    doubts = [one for one in doubts if not any(_is_within(one, quoted) for quoted in misquoted)] + misquoted
    denials = compare_denials(query, page, evidence)
    if not any(one.kind is MismatchKind.NEGATION for one in framed):  # told again word for word, but for that
        sure, unsure = _settled(_denied(denials, query, page, evidence), LIKE_CLAIM)
        differences += sure
        doubts += unsure
    doubts += [Doubt(*spans, denials.sentence) for spans in denials.otherwise]
    apart = [one for one in differences if not _is_about_claim(one, query)]
    differences = [one for one in differences if one not in apart]
    doubts += map(_doubted, apart)
    compared = tuple(detail for detail, _, _ in found)
    return Details(
        compared,
        tuple(_with_units(one, query, page) for one in (*framed, *differences)),
        (*doubts, *map(Doubt, denials.doubts)),
        find_voice(query, page, evidence),
        is_misfilled=bool(misfilled or any(turn.certainty for turn in turns)),
    )


def _denied(denials: Denials, query: Query, page: Page, evidence: Sequence[int]) -> Sequence[Difference]:
    """List what one side denies: the words that it negates, else what some evidence denies of the one of whom the claim tells it."""
    certainty = denials.certainty if denials.certainty >= LIKE_CLAIM else 0.0
    negated = [
        Difference(MismatchKind.NEGATION, *spans, denials.sentence, certainty) for spans in denials.sure
    ]
    return negated or list(find_denied_acts(query, page, evidence))


def _settled(found: Iterable[Difference], least: float) -> tuple[list[Difference], list[Doubt]]:
    """Part what differs as certainly as it takes from what is doubted."""
    every = list(found)
    return [one for one in every if one.certainty >= least], [
        _doubted(one) for one in every if one.certainty < least
    ]


def _doubted(one: Difference | Turn) -> Doubt:
    """Make a doubt of what differs, but not surely."""
    return Doubt(one.claim, one.source, one.sentence)


def _is_within(doubt: Doubt, other: Doubt) -> bool:
    return other.claim[0] <= doubt.claim[0] and doubt.claim[1] <= other.claim[1]


def _is_about_claim(difference: Difference, query: Query) -> bool:
    """Say whether the sentence of a difference tells enough of the rest of the claim to be about it."""
    rest = query.everything & ~query.mask_within(*difference.claim)
    return query.share(rest, query.masks.get(difference.sentence, 0)) >= ABOUT_CLAIM


def _differ_alone(difference: Difference, differences: Sequence[Difference]) -> bool:
    """Say whether a difference is the only one in its sentence: one that differs in two values tells another event."""
    return sum(one.sentence == difference.sentence for one in differences) == 1


def beside(evidence: Sequence[int], page: Page) -> list[int]:
    """List the sentences in and around the evidence, without crossing the border of the article."""
    return sorted({at for sentence in evidence for at in _neighbours(sentence, page)})


def _neighbours(sentence: int, page: Page) -> range:
    first, last = page.border_of(sentence)
    return range(max(sentence - NEARBY, first), min(sentence + NEARBY + 1, last))


# --- numbers, dates and names in their slots ------------------------------------------------------------------------


def _detail(
    value: Value, companies: Companies, around: frozenset[int]
) -> tuple[Detail, Filling | None, bool]:
    """Compare a value: with what may stand on the page in its place, if anything does, and whether that is sure."""
    follows = companies.follows(value, around)
    is_near = follows or companies.is_stated(value, around)
    detail = Detail(value, is_near, None if is_near else _other_in(around, value, companies.query))
    if follows or not companies.is_told(value) or is_in_its_row(value, companies.query, companies.page):
        return detail, None, False
    framed = next((one for one in companies.slots.misfilled if one.slot.value is value), None)
    stated, other = companies.rivalled(value)
    lead = other.certainty - (stated or 0.0) if other else 0.0
    rival = other if other and lead >= LEAD and _fits(other, companies, is_nowhere=stated is None) else None
    found = framed or rival
    if found and is_of_another_kind(*_spans_of(found), companies.query, companies.page):
        found = None
    if found and not companies.follows(value, frozenset([found.sentence])):
        is_told_apart = (stated or 0.0) >= LIKE_CLAIM or companies.is_stated_closer(value, found.sentence)
        if not is_told_apart or (framed and rival):
            is_open = (
                may_also_be(value, found, companies, around)
                or companies.is_told_with_another(value, found.sentence)
                or companies.is_told_as_well(value, found.sentence)
            )
            return detail, found, not is_open
    return detail, other if isinstance(value, Date) and lead >= DATE_LEAD else None, False


def _other_in(sentences: frozenset[int], value: Value, query: Query) -> Value | None:
    """Find another value of a kind in the sentence that tells most of the claim, of some."""
    unit = unit_of_value(value)
    found = [
        (query.weigh(query.masks.get(at, 0)), -other.start, other)
        for at, other in query.rivals_of(value).different
        if at in sentences and unit != "" and unit_of_value(other) == unit  # bare numbers count anything
    ]
    return max(found)[2] if found else None


def _is_also_told(difference: Difference, companies: Companies) -> bool:
    """Say whether a value that differs is told as well: by another sentence, or as the sum of several numbers in this one."""
    value = value_at(difference.claim[0], companies.query.values)
    if value is None:
        return False
    is_sum = isinstance(value, Number) and companies.is_sum(value, difference.sentence)
    return is_sum or companies.is_told_as_well(value, difference.sentence)


def _fits(rival: Filling, companies: Companies, *, is_nowhere: bool) -> bool:
    """Say whether a value that keeps the company of the claim's surely stands for the same thing."""
    query, page, value = companies.query, companies.page, rival.slot.value
    mine = neighbours(query.words, rival.slot.start, rival.slot.end)
    theirs = neighbours(page.content_of(rival.sentence), rival.start, rival.end)
    same_before, same_after = (alike(*pair) for pair in zip(mine, theirs, strict=True))
    if isinstance(value, Number) and value.is_counted:
        return same_after and value.value > SMALL  # a count is told by the noun that follows
    return same_before or same_after or (is_nowhere and rival.certainty >= ALONE)


def _difference(filling: Filling) -> Difference:
    kind = MismatchKind.DATE if isinstance(filling.slot.value, Date) else MismatchKind.NUMBER
    return Difference(kind, *_spans_of(filling), filling.sentence, filling.certainty)


def _spans_of(filling: Filling) -> tuple[tuple[int, int], tuple[int, int]]:
    return (filling.slot.start, filling.slot.end), (filling.start, filling.end)


def _with_units(difference: Difference, query: Query, page: Page) -> Difference:
    """Show two numbers with the units that tell them apart, where these do: "12 miles" and "12 kilometres"."""
    mine = value_at(difference.claim[0], query.values)
    theirs = value_at(difference.source[0], page.values_of(difference.sentence))
    if not (isinstance(mine, Number) and isinstance(theirs, Number)) or mine.unit == theirs.unit:
        return difference
    return replace(
        difference,
        claim=(mine.start, mine.reach),
        source=(theirs.start, theirs.reach),
    )


def _other_days(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield what stands for a day of the week or a bare month in the sentence that tells the most of its part, where it does not."""
    dated = [(value.start, value.end) for value in query.values]
    for word in query.text_words if evidence else ():
        part = query.part_at(query.mask_of([word.key])) & ~query.mask_of([word.key])
        kind = next((kind for kind in (DAYS, MONTHS) if word.key in kind and word.text[0].isupper()), None)
        is_dated = any(start <= word.start < end for start, end in dated)
        if kind is None or is_dated or not query.is_checked(word.start):
            continue
        best = query.most_telling(evidence, part)
        days = {
            other.key: other for other in page.words_of(best) if other.key in kind and other.text[0].isupper()
        }
        certainty = query.share(part, query.masks.get(best, 0))
        if days and word.key not in days and certainty >= LIKE_CLAIM:
            other = next(iter(days.values()))
            spans = (word.start, word.end), (other.start, other.end)
            own = [mask for mask in query.masks.values() if mask & query.mask_of([word.key])]
            is_open = (
                any(query.share(part, mask) >= LIKE_CLAIM for mask in own)
                or other.key in query.keys  # of two days, the page may tell one with its hour alone
                or denies_alone(query, page, best, word.start)
                or spans_otherwise(query, page, best, (word.start, other.start))
                or may_follow(query, page, best)
            )
            yield Difference(MismatchKind.DATE, *spans, best, LIKE_CLAIM if is_open else certainty)


def _parted(slots: Slots) -> Iterator[tuple[int, int]]:
    """Yield the names that a claim lists with the name before, and that the page tells in other sentences than that."""
    query = slots.query
    for one, other in pairwise(slots.own):
        if one.value or other.value or not _AND.fullmatch(query.claim, one.end, other.start):
            continue
        both = [query.mask_within(name.start, name.end) for name in (one, other)]
        told = [{at for at, mask in query.masks.items() if mask & bits == bits} for bits in both]
        if all(told) and not told[0] & told[1]:
            yield other.start, other.end
