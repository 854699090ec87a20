"""The company of a claim's numbers and dates: the share of the claim's words around a value that stand around it on the page.

Another value of the kind that keeps much more of it there than the claim's own does may stand in its place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from claimcheck.details.slots import SLACK, Filling, Slot, Slots
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.text.bounds import part_before
from claimcheck.text.dates import Date
from claimcheck.text.numbers import Number
from claimcheck.text.paraphrase import meanings_of
from claimcheck.text.reckoning import POINTS, is_sum, makes, may_make
from claimcheck.text.values import Value

BESIDE = 0.35
"""What a word in the sentence before or after counts in a value's company."""
FAR = 6
"""Content words over which a word's part in the company falls to half."""
CLOSER = 0.15
"""So much more of the claim's weight does a sentence tell that is clearly more about it than another."""
MOST_TERMS = 12
"""Numbers in a row that sums and differences are made of."""
TELLING = 100
"""Numbers below it come out of other sums by chance."""
WITHIN = 12
"""Content words on either side of a value that its company may come from."""
LIKE_CLAIM = 0.4
"""Share of its company that another value must keep to fill the slot of the claim's."""
_DASHES = frozenset("-‐‑–—")
_LONG_AGO = re.compile(r"1[0-7]\d\d")
"""A number that is a year more often, though no date is read from it."""
_ORIGIN = re.compile(r"\bfrom\s(?:about\s|some\s|nearly\s)?$", re.IGNORECASE)
_REST = re.compile(r"\b(?:rest|remain(?:s|ing|der)?|others?)\b", re.IGNORECASE)
_RANGE = re.compile(r"\d[-‐‑–/]\d")


@dataclass(frozen=True)
class Companies:
    """The values of one claim, and the company that they and others keep on one page."""

    slots: Slots

    @property
    def query(self) -> Query:
        """The claim."""
        return self.slots.query

    @property
    def page(self) -> Page:
        """The page."""
        return self.slots.page

    def rivalled(self, value: Value) -> tuple[float | None, Filling | None]:
        """Give the company that a value of the claim keeps on the page, if it stands there, and the other that keeps most."""
        slot = next((one for one in self.slots.own if one.value is value), None)
        if slot is None:
            return None, None
        company, others = self._company(slot), self.query.rivals_of(value)
        kept_by_own = (company.around(own, at, self.page, self.query) for at, own in others.same)
        stated = max(kept_by_own, default=None)
        near = {at: company.most(at, self.query) >= LIKE_CLAIM for at in dict(others.different)}
        rival: tuple[float, int, Value] | None = None
        for at, other in others.different:
            if near[at] and other.start not in self._agreed:
                kept = company.around(other, at, self.page, self.query)
                if rival is None or kept > rival[0]:
                    rival = kept, at, other
        if rival is None or rival[0] < LIKE_CLAIM:
            return stated, None
        kept, at, other = rival
        return stated, Filling(slot, other.start, other.end, at, kept)

    def is_stated(self, value: Value, sentences: frozenset[int]) -> bool:
        """Say whether one of some sentences gives the same value; "the 24th" will do for a date."""
        if any(at in sentences for at, _ in self.query.rivals_of(value).same):
            return True
        day = value.day if isinstance(value, Date) else None
        near = (other for at in sentences for other in self.page.values_of(at)) if day else ()
        return any(isinstance(other, Number) and (other.unit, other.value) == ("th", day) for other in near)

    def is_stated_closer(self, value: Value, sentence: int) -> bool:
        """Say whether a value stands in a sentence, or in one that tells clearly more of the claim than that does."""
        share = self.query.weigh(self.query.told(sentence)) + CLOSER
        closer = {at for at, mask in self.query.masks.items() if self.query.weigh(mask) >= share}
        return self.is_stated(value, frozenset([sentence, *closer]))

    def is_told_with_another(self, value: Value, sentence: int) -> bool:
        """Say whether a value stands on the page beside another of the claim's, and a sentence does not: that tells another event."""
        own = {at for at, _ in self.query.rivals_of(value).same}
        for other in self.query.values:
            places = {near for at, _ in self.query.rivals_of(other).same for near in (at - 1, at, at + 1)}
            if other is not value and own & places and sentence not in places:
                return True
        return False

    def is_told_as_well(self, value: Value, sentence: int) -> bool:
        """Say whether a value stands in another sentence that tells all that a sentence does of the rest of the claim."""
        rest = self.query.everything & ~self.query.mask_within(*value.span)
        theirs = self.query.told(sentence) & rest
        own = {at: self.query.told(at) & rest for at, _ in self.query.rivals_of(value).same}
        return any(at != sentence and not theirs & ~mask for at, mask in own.items())

    def is_told(self, value: Value) -> bool:
        """Say whether a value stands for itself, as in "12-inch": it is no part of a score, a range or a name, as in "3-2" and "Aster 9"."""
        text, before, after = self.query.claim, value.start - 1, value.end
        if (
            _RANGE.search(value.text)
            or text[before : before + 1] in _DASHES
            or (text[after : after + 1] in _DASHES and not text[after + 1 : after + 2].islower())
        ):
            return False
        if _ORIGIN.search(text, 0, value.start):
            return False  # "from 10 to 18": what was, and is told of the past
        if isinstance(value, Date) or value.unit:
            return True
        return not any(word.end == before and word.is_name for word in self.query.words)

    def follows(self, value: Value, sentences: frozenset[int]) -> bool:
        """Say whether a number follows from two in one of some sentences, or in two in a row: as their sum, difference or ratio.

        A share is the rest of another too, where one of the two is denied: where 65 percent did, 35 percent did not.
        """
        if (
            not isinstance(value, Number)
            or value.unit == "th"
            or (value.value < 2 and value.unit not in POINTS)
        ):
            return False
        whole = self._whole_of(value)
        return any(self.is_sum(value, at) for at in sentences) or any(
            makes(value, one, other)
            for at in sentences
            for one, other in combinations(self._terms(value, at), 2)
            if whole not in {one.value, other.value}  # what is left of it is told of the rest
        )

    def _whole_of(self, value: Number) -> float | None:
        """Give the number of which the claim tells a part: the 63 of "41 of its 63 plants"."""
        whole = next((one for one in self.query.values if one.start > value.start), None)
        is_part = isinstance(whole, Number) and part_before(self.query.claim, whole.start) == (
            value.start,
            value.end,
        )
        return whole.value if isinstance(whole, Number) and is_part and whole.unit == value.unit else None

    def is_sum(self, value: Number, sentence: int) -> bool:
        """Say whether a number is the sum of three or more in a row of a sentence."""
        return is_sum(value, self._terms(value, sentence))

    def may_follow(self, value: Number, sentence: int, around: Iterable[int]) -> bool:
        """Say whether a number may be worked out from two in a sentence, or, if large, around it; or lies between two years there."""
        if value.unit == "th":
            return False
        near = sorted({sentence, *around})
        if value.unit == "%":
            shares = [one.value for one in self._numbers(sentence) if one.unit == "%"]
            is_rest = any(abs(100 - share - value.value) <= value.step / 2 for share in shares)
            return is_rest or any(may_make(value, self._numbers(at)) for at in near)
        pool = near if abs(value.value) >= TELLING else [sentence]
        if may_make(value, [one for at in pool for one in self._numbers(at)]):
            return True
        if value.unit != "year":
            return False
        told = [one for at in near for one in self.page.values_of(at)]
        years = {one.year for one in told if isinstance(one, Date) and one.year}
        years |= {int(one.text) for one in told if isinstance(one, Number) and _LONG_AGO.fullmatch(one.text)}
        return any(abs(one - other) == value.value for one, other in combinations(years, 2))

    def _terms(self, value: Number, sentence: int) -> Sequence[Number]:
        """List the numbers of a sentence and the next that one of the claim may be made of."""
        near = [*self._numbers(sentence), *self._numbers(sentence + 1)]
        numbers = {(one.value, one.unit): one for one in near}
        if (
            value.unit == "%"
            and any(unit == "%" for _, unit in numbers)
            and self._tells_the_rest(value, sentence)
        ):
            numbers[100.0, "%"] = replace(value, value=100.0)
        return list(numbers.values())[:MOST_TERMS]

    def _tells_the_rest(self, value: Number, sentence: int) -> bool:
        """Say whether claim and sentence tell the two sides of a whole: one of them denies, or speaks of the rest."""
        part = self.query.part_span_at(value.start)
        return (
            self.query.denies != self.page.denies(sentence)
            or _REST.search(self.query.claim, *part) is not None
            or _REST.search(self.page.text_of(sentence)) is not None
        )

    def _numbers(self, sentence: int) -> Sequence[Number]:
        values = self.page.values_of(sentence)
        return [one for one in values if isinstance(one, Number) and one.unit != "th"][:MOST_TERMS]

    def _company(self, slot: Slot) -> "_Company":
        own = self.query.mask_within(*slot.span)
        part = self.query.part_span_at(slot.start)
        near = self.query.words[max(slot.first - WITHIN, 0) : slot.last + WITHIN + 1]
        mask = self.query.mask_of(word.key for word in near if part[0] <= word.start < part[1]) & ~own
        if sum(not self.query.keys[bit][0].isdigit() for bit in _bits(mask)) < 2:
            mask = self.query.mask_of(word.key for word in near) & ~own
        keys = {bit: self.query.keys[bit] for bit in _bits(mask)}
        return _Company(mask, {bit: frozenset((key, *meanings_of(key).alike)) for bit, key in keys.items()})

    @cached_property
    def _agreed(self) -> frozenset[int]:
        """Where values begin that state one of the claim's: they rival none."""
        return frozenset(value.start for others in self.query.rivals for _, value in others.same)


@dataclass(frozen=True, slots=True)
class _Company:
    """The words of a claim that a value is told by."""

    mask: int
    keys: Mapping[int, frozenset[str]]
    """Bit -> the key and what news use for it."""

    def most(self, sentence: int, query: Query) -> float:
        """Bound from above the share of their weight that stands around any value of a sentence."""
        present = query.told(sentence) & self.mask
        beside = (query.told(sentence - 1) | query.told(sentence + 1)) & self.mask & ~present
        return (query.weigh(present) + BESIDE * query.weigh(beside)) / (query.weigh(self.mask) or 1.0)

    def around(self, value: Value, sentence: int, page: Page, query: Query) -> float:
        """Give the share of their weight that stands around a value of the page, the nearer the more."""
        present = query.told(sentence) & self.mask
        if not present:
            return 0.0
        beside = query.told(sentence - 1) | query.told(sentence + 1)
        words = page.content_of(sentence)
        place = next((at for at, word in enumerate(words) if word.start >= value.start), len(words))
        found = 0.0
        for bit, keys in self.keys.items():
            if present >> bit & 1:
                apart = min(
                    (abs(at - place) for at, word in enumerate(words) if word.key in keys), default=FAR
                )
                found += query.weights[bit] / (1 + max(0, apart - SLACK) / FAR)
            elif beside >> bit & 1:
                found += query.weights[bit] * BESIDE
        return found / (query.weigh(self.mask) or 1.0)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
