"""The slots of a claim, and what fills them on the page: a name, a number or a date, told by the words around it.

Two things tell a slot. Its company: the share of the claim's words around a value that stand around it on the page too.
And its frame: the two content words next to it, in the same order, give or take one. Something else of the same kind in
the same frame, while the claim's own never stands in it, fills the slot otherwise.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations

from claimcheck.match import Query
from claimcheck.page import Page
from claimcheck.text.dates import Date
from claimcheck.text.names import initials_of, tells_names
from claimcheck.text.numbers import Agreement, Number
from claimcheck.text.paraphrase import meanings_of
from claimcheck.text.parts import split_parts
from claimcheck.text.values import Value, compare_values
from claimcheck.text.words import Word, key_of

LIKE_CLAIM = 0.4
"""Share of its company that another value must keep to fill the slot of the claim's."""
FRAMED = 0.25
"""Share of the claim's weight in a sentence from which a frame in it is the claim's."""
FRAMED_NAME = 0.5
"""The same for names, which stand in many frames."""
SLACK = 2
"""Content words from one of a frame to the next: one more may stand between them."""
BESIDE = 0.35
"""What a word in the sentence before or after counts in a value's company."""
FAR = 6
"""Content words over which a word's part in the company falls to half."""
CLOSER = 0.15
"""So much more of the claim's weight does a sentence tell that is clearly more about it than another."""
MOST_SENTENCES = 60
"""Sentences in which frames are looked for, those that tell most of the claim: a page that repeats itself has thousands."""
MOST_SLOTS = 60
"""Slots of a claim that are compared: what has more is a list, no claim."""
MOST_TERMS = 12
"""Numbers in a row that sums and differences are made of."""
WITHIN = 12
"""Content words on either side of a value that its company may come from."""
TITLES = frozenset(
    map(
        key_of,
        "president minister prime secretary senator governor mayor judge justice king queen prince princess pope sir dr mr "
        "mrs ms professor general captain coach chief chairman director officer detective sergeant lawyer analyst".split(),
    )
)
"""Keys of what stands before names and is no part of them."""
_DASHES = frozenset("-‐‑–—")
_ORIGIN = re.compile(r"\bfrom\s(?:about\s|some\s|nearly\s)?$", re.IGNORECASE)
_RANGE = re.compile(r"\d[-‐‑–/]\d")


@dataclass(frozen=True, slots=True)
class Slot:
    """A run of the claim's content words that a name or a value is written in."""

    first: int
    """Index of its first word among the content words, and of its last."""
    last: int
    start: int
    end: int
    value: Value | None
    """Absent for a name."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands on the page in a claim's slot; offsets count in the page's text."""

    slot: Slot
    start: int
    end: int
    sentence: int
    certainty: float


def slots_of(words: Sequence[Word], values: Sequence[Value], is_name: Callable[[Word], bool]) -> list[Slot]:
    """Cut the content words of a text into its slots, in order; other words are in none."""
    slots: list[Slot] = []
    passed = 0
    for at, word in enumerate(words):
        while passed < len(values) and values[passed].end <= word.start:
            passed += 1
        value = values[passed] if passed < len(values) and values[passed].start <= word.start else None
        if value is None and (word.key in TITLES or not is_name(word)):
            continue
        before = slots[-1] if slots and slots[-1].last == at - 1 else None
        if before and before.value is value and (value or word.start - before.end <= 4):
            slots[-1] = Slot(before.first, at, before.start, value.end if value else word.end, value)
        else:
            slots.append(
                Slot(at, at, value.start if value else word.start, value.end if value else word.end, value)
            )
    return slots


@dataclass(frozen=True)
class Slots:
    """The slots of one claim beside one page."""

    query: Query
    page: Page

    @cached_property
    def own(self) -> Sequence[Slot]:
        """The claim's slots, in order."""
        named = {key for bit, key in enumerate(self.query.keys) if self.query.names >> bit & 1}
        return slots_of(self.query.words, self.query.values, lambda word: word.key in named)[:MOST_SLOTS]

    # --- by the frame -----------------------------------------------------------------------------------------------

    @cached_property
    def misfilled(self) -> Sequence[Filling]:
        """What else stands in the frames of the claim's slots, where the claim's own never does."""
        best = (
            max(self._fillings(slot), key=lambda one: (one.certainty, -one.sentence), default=None)
            for slot in self.own
        )
        return [filling for filling in best if filling]

    def _fillings(self, slot: Slot) -> Sequence[Filling]:
        """List what else stands in the frame of a slot; nothing where the claim's own stands in it too."""
        found: list[Filling] = []
        for sentence, (words, keys, theirs) in self._sentences.items():
            share = self.query.weigh(self.query.masks[sentence])
            for other in theirs:
                if not _are_one_kind(slot, other) or not self._frames(slot, other, keys):
                    continue
                if self._is_same(slot, other, words):
                    return []
                if _is_other(slot, other) and share >= (FRAMED if slot.value else FRAMED_NAME):
                    found.append(Filling(slot, other.start, other.end, sentence, share))
        return found

    @cached_property
    def _sentences(self) -> Mapping[int, tuple[Sequence[Word], Sequence[str], Sequence[Slot]]]:
        found = {}
        shares = {at: self.query.weigh(mask) for at, mask in self.query.masks.items()}
        likely = sorted(shares, key=lambda at: (-shares[at], at))[:MOST_SENTENCES]
        for sentence in sorted(likely):
            if shares[sentence] >= FRAMED:
                words = self.page.content_of(sentence)
                is_name = _has_capital if tells_names(self.page.text_of(sentence), words) else _is_none
                slots = slots_of(words, self.page.values_of(sentence), is_name)
                found[sentence] = words, [word.key for word in words], slots
        return found

    def _frames(self, slot: Slot, other: Slot, theirs: Sequence[str]) -> bool:
        """Say whether two content words next to a slot of the claim stand next to one of the page, in their order."""
        mine = self._keys
        if slot.first > 0 and slot.last + 1 < len(mine):
            before = step(mine[slot.first - 1], theirs, other.first, -1)
            after = step(mine[slot.last + 1], theirs, other.last, 1)
            if before is not None and after is not None:
                return True
        for edge, start, way in ((slot.last, other.last, 1), (slot.first, other.first, -1)):
            if 0 <= edge + 2 * way < len(mine):
                near = step(mine[edge + way], theirs, start, way)
                if near is not None and step(mine[edge + 2 * way], theirs, near, way) is not None:
                    return True
        return False

    @cached_property
    def _keys(self) -> Sequence[str]:
        return [word.key for word in self.query.words]

    def _is_same(self, slot: Slot, other: Slot, words: Sequence[Word]) -> bool:
        if slot.value is not None and other.value is not None:
            return compare_values(slot.value, other.value) is Agreement.SAME
        mine, theirs = self.query.words[slot.first : slot.last + 1], words[other.first : other.last + 1]
        short = {key_of(initials_of(run)) for run in (mine, theirs) if len(run) > 1}
        known = {alike for word in mine for alike in (word.key, *meanings_of(word.key).alike)} | short
        return any(word.key in known for word in theirs) or any(word.key in short for word in mine)

    # --- by the company ---------------------------------------------------------------------------------------------

    def rivalled(self, value: Value) -> tuple[float | None, Filling | None]:
        """Give the company that a value of the claim keeps on the page, if it stands there, and the other that keeps most."""
        slot = next((one for one in self.own if one.value is value), None)
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
        share = self.query.weigh(self.query.masks.get(sentence, 0)) + CLOSER
        closer = {at for at, mask in self.query.masks.items() if self.query.weigh(mask) >= share}
        return self.is_stated(value, frozenset([sentence, *closer]))

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
        """Say whether a number is the sum or the difference of two in one of some sentences, or in two in a row.

        A share is the rest of another too: where 65 percent did, 35 percent did not.
        """
        if not isinstance(value, Number) or value.unit in {"th", "x"} or value.value < 2:
            return False
        wanted = {value.unit, "%" if value.unit == "pp" else value.unit}
        for at in sentences:
            near = dict.fromkeys(
                other.value
                for other in chain(self.page.values_of(at), self.page.values_of(at + 1))
                if isinstance(other, Number) and other.unit in wanted
            )
            if near and value.unit == "%":
                near[100.0] = None
            for one, other in combinations(list(near)[:MOST_TERMS], 2):
                if any(abs(abs(made) - value.value) <= value.step / 2 for made in (one - other, one + other)):
                    return True
        return False

    def _company(self, slot: Slot) -> "_Company":
        own = self.query.mask_within(slot.start, slot.end)
        part = next((one for one in self._parts if one[0] <= slot.start < one[1]), (0, len(self.query.claim)))
        near = self.query.words[max(slot.first - WITHIN, 0) : slot.last + WITHIN + 1]
        mask = self.query.mask_of(word.key for word in near if part[0] <= word.start < part[1]) & ~own
        if sum(not self.query.keys[bit][0].isdigit() for bit in _bits(mask)) < 2:
            mask = self.query.mask_of(word.key for word in near) & ~own
        keys = {bit: self.query.keys[bit] for bit in _bits(mask)}
        return _Company(mask, {bit: frozenset((key, *meanings_of(key).alike)) for bit, key in keys.items()})

    @cached_property
    def _parts(self) -> Sequence[tuple[int, int]]:
        return split_parts(self.query.claim, self.query.language)

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
        present = query.masks.get(sentence, 0) & self.mask
        beside = (query.masks.get(sentence - 1, 0) | query.masks.get(sentence + 1, 0)) & self.mask & ~present
        return (query.weigh(present) + BESIDE * query.weigh(beside)) / (query.weigh(self.mask) or 1.0)

    def around(self, value: Value, sentence: int, page: Page, query: Query) -> float:
        """Give the share of their weight that stands around a value of the page, the nearer the more."""
        present = query.masks.get(sentence, 0) & self.mask
        if not present:
            return 0.0
        beside = query.masks.get(sentence - 1, 0) | query.masks.get(sentence + 1, 0)
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


def _are_one_kind(slot: Slot, other: Slot) -> bool:
    return (slot.value is None) is (other.value is None)


def _is_other(slot: Slot, other: Slot) -> bool:
    """Say whether what stands in a frame is surely not the slot's own: a vaguer value may be."""
    if slot.value is None or other.value is None:
        return True
    return compare_values(slot.value, other.value) is Agreement.DIFFERENT


def neighbours(words: Sequence[Word], start: int, end: int) -> tuple[str, str]:
    """Give the keys of the content words next to a stretch of a text."""
    before = [word.key for word in words if word.end <= start]
    after = [word.key for word in words if word.start >= end]
    return before[-1] if before else "", after[0] if after else ""


def alike(mine: str, theirs: str) -> bool:
    """Say whether two keys are one, or words that news use for one another."""
    return bool(mine) and (mine == theirs or theirs in meanings_of(mine).alike)


def _has_capital(word: Word) -> bool:
    return word.text[0].isupper()


def _is_none(_: Word) -> bool:
    return False


def step(key: str, keys: Sequence[str], start: int, way: int) -> int | None:
    """Find a key, or what news use for it, within a few words of a place."""
    for at in range(start + way, start + way * (SLACK + 1), way):
        if 0 <= at < len(keys) and alike(key, keys[at]):
            return at
    return None


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
