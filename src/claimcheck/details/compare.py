"""The details of a claim beside those of the page: what agrees, what differs or may, what is absent.

A difference is claimed only where it is sure; the rest are doubts, which support nothing. Being absent is no difference.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from claimcheck.details.acts import find_denied_acts, find_denied_words, find_untold_steps
from claimcheck.details.attributions import find_other_sides
from claimcheck.details.bounds import find_unbounded
from claimcheck.details.causes import find_other_causes
from claimcheck.details.company import LIKE_CLAIM, Companies
from claimcheck.details.comparisons import find_turned_comparisons
from claimcheck.details.compatible import tell_other_spans
from claimcheck.details.conflicts import find_conflicts
from claimcheck.details.copied import find_altered
from claimcheck.details.counterparts import find_counterparts
from claimcheck.details.crossed import find_crossed_clauses
from claimcheck.details.days import find_other_days
from claimcheck.details.denials import compare_denials
from claimcheck.details.difference import Difference
from claimcheck.details.directions import Turn, find_turns, untold_directions
from claimcheck.details.doers import find_other_doers
from claimcheck.details.doubt import Doubt
from claimcheck.details.exchanged import find_exchanged
from claimcheck.details.filled import Detail, compare_numbers
from claimcheck.details.kinds import find_other_acts, find_other_members
from claimcheck.details.owners import find_other_owners
from claimcheck.details.quoted import find_misquoted
from claimcheck.details.retold import find_retold
from claimcheck.details.roles import find_crossed, find_reversed, find_swaps
from claimcheck.details.rows import find_misplaced, find_other_cells
from claimcheck.details.slots import Filling, Slots
from claimcheck.details.speakers import find_other_speakers
from claimcheck.details.tenses import find_other_tenses
from claimcheck.details.voices import find_voice
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.numbers import Number
from claimcheck.text.values import Value, value_at

SAME_EVENT = 0.6
"""Share of a part of the claim that a sentence must tell for another day of the week in it to be that event's."""
SAME_CLAUSE = 0.5
"""Share of the claim that a sentence must tell for what it has in another clause to differ, and of the clause for who does it there."""
SAID_THERE = 0.6
"""Share of what a claim has somebody say that a sentence must tell for another who says it there to differ."""
DENIED_WORD = 0.6
"""Share of the rest of the claim that a sentence must tell for a word that it denies to differ."""
ABOUT_CLAIM = 0.25
"""Share of the rest of the claim that a sentence must tell for what differs in it to be told of the same thing."""

_FINDERS = (
    (find_other_days, SAME_EVENT),
    (find_crossed_clauses, SAME_CLAUSE),
    (find_other_doers, SAME_CLAUSE),
    (find_other_owners, SAME_CLAUSE),
    (find_exchanged, SAME_CLAUSE),
    (find_counterparts, SAME_CLAUSE),
    (find_other_causes, SAME_CLAUSE),
    (find_turned_comparisons, SAME_CLAUSE),
    (find_swaps, SAME_CLAUSE),
    (find_other_speakers, SAID_THERE),
    (find_other_sides, SAID_THERE),
)
"""What finds differences in the words of a claim, and the certainty below which they are doubts."""
_AND = re.compile(r"[,\s]*(?:and|or|&)?\s*(?:the\s)?", re.IGNORECASE)
"""What stands between two names of a list."""


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
            if not (one.is_near or _says_when(one.value) or one.value.span in different)
        )


def _says_when(value: Value) -> bool:
    """Say whether a number may be the adverb "first", which no page need repeat."""
    return isinstance(value, Number) and (value.unit, value.text.lower()) == ("th", "first")


def compare_details(query: Query, page: Page, evidence: Sequence[int]) -> Details:
    """Compare the claim's numbers, dates, names and negations with what the page says of the same."""
    slots = Slots(query, page)
    companies = Companies(slots)
    numbers = compare_numbers(companies, evidence)
    misfilled = [one for one in slots.misfilled if not tell_other_spans(*one.spans, query, page)]
    turns = list(find_turns(query, page, query.most_telling(evidence) if evidence else None))
    conflicts = list(find_conflicts(query, page, evidence))
    both = {one.claim for one in conflicts}  # told in two ways, and no difference
    framed = [one for one in _framed(companies, evidence) if one.claim not in both]
    denied, unsaid = compare_denials(query, page, evidence)
    is_negated = any(one.kind is MismatchKind.NEGATION for one in framed)  # word for word, but for that
    denied = () if is_negated else denied or list(find_denied_acts(query, page, evidence))
    worded = [
        *((list(find(query, page, evidence)), least) for find, least in _FINDERS),
        (denied, LIKE_CLAIM),
        # what is denied otherwise already is not told twice
        (list(find_denied_words(query, page, evidence)), math.inf if denied or is_negated else DENIED_WORD),
    ]
    differences = [
        *(one for one in _alone(numbers, framed) if one.claim not in both),
        *(
            Difference(MismatchKind.DIRECTION, one.claim, one.source, one.sentence, one.certainty)
            for one in turns
            if one.is_sure
        ),
        *(one for found, least in worded for one in found if one.certainty >= least),
    ]
    about = [one for one in differences if _is_about_claim(one, query)]
    doubts = [
        *_doubted_slots(numbers, misfilled),
        *find_misplaced(query, page, evidence),
        *_parted(slots),
        *(_doubted(one) for one in turns if not one.is_sure),
        *untold_directions(query, page, evidence),
        *find_unbounded(query, page, evidence),
        *conflicts,
        *find_altered(query, page, evidence),
        *find_untold_steps(query, page, evidence),
        *find_other_members(query, page, evidence),
        *find_other_acts(query, page, evidence),
        *find_other_tenses(query, page, evidence),
        *(_doubted(one) for found, least in worded for one in found if one.certainty < least),
        *(_doubted(one) for one in differences if one not in about),
        *unsaid,
    ]
    misquoted = list(find_misquoted(query, page))
    apart = [one for one in doubts if not any(_is_within(one, quoted) for quoted in misquoted)]
    return Details(
        tuple(numbers),
        tuple(_with_units(one, query, page) for one in (*framed, *about)),
        (*apart, *misquoted),
        find_voice(query, page, evidence),
        is_misfilled=bool(misfilled or any(turn.certainty for turn in turns)),
    )


def _framed(companies: Companies, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield what differs where the page has the claim's own frame: a row, the same words, the same two numbers."""
    query, page = companies.query, companies.page
    yield from find_other_cells(query, page)
    yield from (one for one in find_retold(query, page) if not _is_also_told(one, companies))
    yield from islice(find_crossed(query, page, evidence), 1)
    # two numbers that have changed places are those of the claim, whatever else is told of them
    turned = (
        one
        for one in find_reversed(query, page, evidence)
        if one.kind is MismatchKind.DIRECTION or _is_about_claim(one, query)
    )
    yield from islice(turned, 1)


def _is_also_told(difference: Difference, companies: Companies) -> bool:
    """Say whether a value that differs is told as well: by another sentence, or as the sum of several numbers in this one."""
    value = value_at(difference.claim[0], companies.query.values)
    if value is None:
        return False
    is_sum = isinstance(value, Number) and companies.is_sum(value, difference.sentence)
    return is_sum or companies.is_told_as_well(value, difference.sentence)


def _alone(numbers: Sequence[Detail], framed: Sequence[Difference]) -> Iterator[Difference]:
    """Yield the numbers and dates that differ, each alone in its sentence: one that differs in two tells another event."""
    found = [difference for one in numbers if (difference := one.difference)]
    told = {one.claim for one in framed}
    for one in found:
        if one.claim not in told and sum(other.sentence == one.sentence for other in found) == 1:
            yield one


def _doubted_slots(numbers: Sequence[Detail], misfilled: Sequence[Filling]) -> Iterator[Doubt]:
    """Yield what may stand in the place of a name, number or date, where nothing surely does."""
    rivals = [(one.rival, one.is_sure) for one in numbers if one.rival]
    surely = {id(rival.slot) for rival, is_sure in rivals if is_sure}
    for one in (*misfilled, *(rival for rival, is_sure in rivals if not is_sure)):
        if id(one.slot) not in surely:
            yield Doubt(*one.spans, one.sentence)


def _doubted(one: Difference | Turn) -> Doubt:
    """Make a doubt of what differs, but not surely."""
    return Doubt(one.claim, one.source, one.sentence)


def _is_within(doubt: Doubt, other: Doubt) -> bool:
    return other.claim[0] <= doubt.claim[0] and doubt.claim[1] <= other.claim[1]


def _is_about_claim(difference: Difference, query: Query) -> bool:
    """Say whether the sentence of a difference tells enough of the rest of the claim to be about it."""
    rest = query.everything & ~query.mask_within(*difference.claim)
    return query.share(rest, query.told(difference.sentence)) >= ABOUT_CLAIM


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


def _parted(slots: Slots) -> Iterator[Doubt]:
    """Yield the names that a claim lists with the name before, and that the page tells in other sentences than that."""
    query = slots.query
    for one, other in pairwise(slots.own):
        if one.value or other.value or not _AND.fullmatch(query.claim, one.end, other.start):
            continue
        both = [query.mask_within(*name.span) for name in (one, other)]
        told = [{at for at, mask in query.masks.items() if mask & bits == bits} for bits in both]
        if all(told) and not told[0] & told[1]:
            yield Doubt(other.span)
