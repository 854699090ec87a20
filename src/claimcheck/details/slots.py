"""The slots of a claim, and what fills them on the page: a name, a number or a date, told by its frame.

The frame is the two content words next to it, in the same order, give or take one. Something else of the same kind in the
same frame, while the claim's own never stands in it, fills the slot otherwise. `claimcheck.details.company` tells values by more.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.text.agreement import Agreement
from claimcheck.text.names import initials_of, tells_names
from claimcheck.text.paraphrase import meanings_of
from claimcheck.text.values import Value, compare_values
from claimcheck.text.words import Word, key_of

FRAMED = 0.25
"""Share of the claim's weight in a sentence from which a frame in it is the claim's."""
FRAMED_NAME = 0.5
"""The same for names, which stand in many frames."""
SLACK = 2
"""Content words from one of a frame to the next: one more may stand between them."""
MOST_SENTENCES = 60
"""Sentences in which frames are looked for, those that tell most of the claim: a page that repeats itself has thousands."""
MOST_SLOTS = 60
"""Slots of a claim that are compared: what has more is a list, no claim."""
TITLES = frozenset(
    map(
        key_of,
        "president vice minister prime secretary senator governor mayor judge justice king queen prince princess pope sir dr mr "
        "mrs ms professor general captain coach chief executive member chairman director officer detective sergeant lawyer analyst "
        "spokesman spokeswoman spokesperson boss head founder manager owner".split(),
    )
)
"""Keys of what stands before names and is no part of them."""
DAYS = frozenset(map(key_of, "monday tuesday wednesday thursday friday saturday sunday".split()))
"""Keys of the days of the week."""
MONTHS = frozenset(
    map(key_of, "january february march april june july august september october november december".split())
)
"""Keys of the months but for May, which is another word more often."""

_SCORE = re.compile(r"(?<!\d)\d{1,2}[-‐‑–]\d{1,2}(?!\d)")
"""What one side of a score says, both say."""
_ACCORDING = re.compile(r"\baccording\sto\s(?:the\s|an?\s|its\s)?\Z", re.IGNORECASE)
"""Before a name that is only heard, and does nothing."""
_LONGEST_LEAD = 20
"""Characters that it has at most."""
_TITLED = re.compile(r"(?:,?\s[a-z][a-z-]*){1,5}\s?,?\s?")
"""Between two names, where no verb of more than a title stands."""
_CHANGED = re.compile(r"[\s,]*(?:(?:up|down)\s)?(?:to|from)\s(?:about\s|some\s|nearly\s)?", re.IGNORECASE)
"""Between the numbers before and after a change."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A run of content words that a name or a value is written in."""

    first: int
    """Index of its first word among the content words, and of its last."""
    last: int
    start: int
    end: int
    value: Value | None
    """Absent for a name."""

    @property
    def span(self) -> tuple[int, int]:
        """Its stretch of the text."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands on the page in a claim's slot; offsets count in the page's text."""

    slot: Slot
    start: int
    end: int
    sentence: int
    certainty: float

    @property
    def spans(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Its stretches of the claim and of the page's text."""
        return self.slot.span, (self.start, self.end)


def slots_of(words: Sequence[Word], values: Sequence[Value], is_name: Callable[[Word], bool]) -> list[Slot]:
    """Cut the content words of a text into its slots, in order; other words are in none."""
    slots: list[Slot] = []
    passed = 0
    for at, word in enumerate(words):
        while passed < len(values) and values[passed].end <= word.start:
            passed += 1
        value = values[passed] if passed < len(values) and values[passed].start <= word.start else None
        if value is None and (word.key in TITLES or word.key in DAYS | MONTHS or not is_name(word)):
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
                if slot.value and _SCORE.search(
                    self.page.document.text, max(other.start - 4, 0), other.end + 4
                ):
                    continue
                if self._is_same(slot, other, words):
                    return []
                if slot.value and any(
                    self._is_same(slot, one, words) for one in self._changed(other, theirs)
                ):
                    continue
                if self._stands_in_order(slot, other, theirs, words) or self._is_heard(other):
                    continue
                if _is_other(slot, other) and share >= (FRAMED if slot.value else FRAMED_NAME):
                    found.append(Filling(slot, other.start, other.end, sentence, share))
        return found

    def _stands_in_order(
        self, slot: Slot, other: Slot, theirs: Sequence[Slot], words: Sequence[Word]
    ) -> bool:
        """Say whether a sentence has a value and another of the claim's, as the claim does: "1.7, against 2.9"."""
        behind = [
            mine.start > slot.start
            for mine in self.own
            if _are_one_kind(mine, other) and self._is_same(mine, other, words)
        ]
        return any(
            _are_one_kind(slot, one)
            and self._is_same(slot, one, words)
            and (other.start > one.start) in behind
            for one in theirs
        )

    def _is_heard(self, other: Slot) -> bool:
        """Say whether a name is that of a speaker alone: "the mayor, according to the Herald, resigned"."""
        at = other.start
        return bool(_ACCORDING.search(self.page.document.text, max(at - _LONGEST_LEAD, 0), at))

    def _changed(self, value: Slot, slots: Sequence[Slot]) -> Iterator[Slot]:
        """Yield the values that another is changed to or from: "from 5 million to 10 million" has both in one frame."""
        for other in slots:
            first, second = sorted((value, other), key=lambda one: one.start)
            between = self.page.document.text[first.end : second.start]
            if other.value and first is not second and _CHANGED.fullmatch(between):
                yield other

    @cached_property
    def _sentences(self) -> Mapping[int, tuple[Sequence[Word], Sequence[str], Sequence[Slot]]]:
        found = {}
        shares = {at: self.query.weigh(mask) for at, mask in self.query.masks.items()}
        likely = sorted(shares, key=lambda at: (-shares[at], at))[:MOST_SENTENCES]
        for sentence in sorted(likely):
            if shares[sentence] >= FRAMED:
                words = self.page.content_of(sentence)
                slots = slots_of(words, self.page.values_of(sentence), self._tells_name(sentence, words))
                found[sentence] = words, [word.key for word in words], slots
        return found

    def _tells_name(self, sentence: int, words: Sequence[Word]) -> Callable[[Word], bool]:
        """Give what tells names in a sentence; the capital of a first word that the page has without one too tells nothing."""
        page = self.page
        if not tells_names(page.text_of(sentence), words):
            return lambda _: False
        begun = page.sentences[sentence][0] + 1  # behind a quotation mark, too
        return lambda word: word.text[0].isupper() and (word.start > begun or not page.has_small(word.text))

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
        known = known_as(mine) | short | self._known_beside.get(slot.first, frozenset())
        return any(word.key in known for word in theirs) or any(word.key in short for word in mine)

    @cached_property
    def _known_beside(self) -> Mapping[int, frozenset[str]]:
        """First word of a slot -> the keys of the names with a title between: "Osk chief executive Ann Poe"."""
        known: dict[int, frozenset[str]] = {}
        for pair in pairwise(self.own):
            if self._is_title(pair[0].end, pair[1].start):
                for one, other in (pair, pair[::-1]):
                    if other.value is None:
                        name = known_as(self.query.words[other.first : other.last + 1])
                        known[one.first] = known.get(one.first, frozenset()) | name
        return known

    def _is_title(self, start: int, end: int) -> bool:
        """Say whether a stretch of the claim between two names is what the one is to the other: ", the chief executive of"."""
        return _TITLED.fullmatch(self.query.claim, start, end) is not None and not TITLES.isdisjoint(
            word.key for word in self.query.words if start <= word.start < end
        )


def known_as(name: Sequence[Word]) -> frozenset[str]:
    """List the keys by which a name may be told: its parts, their other forms, its initials."""
    own = {word.key for word in name}
    alike = {other for key in own for other in meanings_of(key).alike}
    initials = key_of(initials_of(name)) if len(name) > 1 else ""
    return frozenset(own | alike | {initials} - {""})


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


def step(key: str, keys: Sequence[str], start: int, way: int) -> int | None:
    """Find a key, or what news use for it, within a few words of a place."""
    for at in range(start + way, start + way * (SLACK + 1), way):
        if 0 <= at < len(keys) and alike(key, keys[at]):
            return at
    return None
