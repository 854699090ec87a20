"""A claim laid against a page: which of its words each sentence tells, and what they weigh.

Words are compared by their keys (`claimcheck.text.words`), by what news use for them (`claimcheck.text.paraphrase`),
by the values that they spell, and by the names that they are part of. A word weighs what it tells apart on this page:
the rarer among the page's own sentences, the heavier (inverse document frequency, the sentences being the documents).
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from claimcheck.match.page import Page
from claimcheck.text.agreement import Agreement
from claimcheck.text.dates import Date
from claimcheck.text.factuality import find_verbs
from claimcheck.text.names import initials_of, is_acronym, name_runs, tells_names
from claimcheck.text.negation import is_denial
from claimcheck.text.numbers import Number
from claimcheck.text.paraphrase import meanings_of, phrase_key
from claimcheck.text.parts import split_parts
from claimcheck.text.values import Value, compare_values, find_values
from claimcheck.text.words import Word, key_of, split_words

TELLING = 1.5
"""Names and numbers weigh so much more than other words: they are what an event is told apart by. Fitted."""
MOST_VALUES = 40
"""Numbers and dates of a claim that are compared: what has more is a table, no claim."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """The values of a page beside one of the claim, each with its sentence, in order; vaguer ones are in neither list."""

    same: Sequence[tuple[int, Value]]
    different: Sequence[tuple[int, Value]]


@dataclass(frozen=True)
class Query:
    """A claim laid against one page: a bit for each of its keys, and for each sentence the bits that it covers."""

    claim: str
    words: tuple[Word, ...]
    """The checked words that carry content, in order."""
    keys: tuple[str, ...]
    weights: tuple[float, ...]
    """Weight of each key; they sum to 1."""
    masks: dict[int, int]
    """Sentence -> the bits of the claim's keys that it tells, in whatever words; sentences without any are left out."""
    literal: dict[int, int]
    """Sentence -> the bits of the keys that stand in it themselves."""
    values: tuple[Value, ...]
    """The checked numbers and dates, in order."""
    rivals: tuple["Rivals", ...]
    """For each of them, the page's values that are the same, and those that are others."""
    names: int
    """The bits of the keys that look like names."""
    unchecked: tuple[int, int]
    """The author's own analysis; empty where there is none."""
    language: str = "en"
    """Of the page, as which the claim was read too."""
    _sums: dict[int, float] = field(default_factory=dict, repr=False, compare=False)

    def is_checked(self, offset: int) -> bool:
        """Say whether a place in the claim is not part of the author's own analysis."""
        return not self.unchecked[0] <= offset < self.unchecked[1]

    def weigh(self, mask: int) -> float:
        """Add up the weight of the keys in a mask."""
        found = self._sums.get(mask)
        if found is None:
            total, rest = 0.0, mask
            while rest:
                lowest = rest & -rest
                total += self.weights[lowest.bit_length() - 1]
                rest ^= lowest
            self._sums[mask] = found = round(total, 9)
        return found

    def share(self, wanted: int, covered: int) -> float:
        """Give the share of the weight of some keys that a mask covers."""
        return self.weigh(wanted & covered) / (self.weigh(wanted) or 1.0)

    def told(self, sentence: int) -> int:
        """Give the bits of the keys that a sentence tells."""
        return self.masks.get(sentence, 0)

    def covered_by(self, sentences: Iterable[int]) -> int:
        """Join the bits that some sentences cover."""
        return _join(self.masks, sentences)

    def untold_by(self, sentences: Iterable[int]) -> int:
        """Give the bits of the keys that none of some sentences tells."""
        return self.everything & ~self.covered_by(sentences)

    def literally(self, sentences: Iterable[int]) -> int:
        """Join the bits of the keys that stand in some sentences themselves."""
        return _join(self.literal, sentences)

    def firmly(self, sentences: Iterable[int]) -> int:
        """Join the bits that some sentences cover, without synonyms that stand alone in theirs: they speak of something else."""
        joined = 0
        for sentence in sentences:
            mask = self.told(sentence)
            joined |= mask if mask.bit_count() > 1 else mask & self.literal.get(sentence, 0)
        return joined

    def most_telling(self, sentences: Iterable[int], wanted: int | None = None) -> int:
        """Give the first of some sentences that tells most of the claim, or of some of its keys."""
        keys = self.everything if wanted is None else wanted
        return max(sentences, key=lambda one: self.weigh(keys & self.told(one)))

    def mask_of(self, keys: Iterable[str]) -> int:
        """Give the bits of some keys; foreign ones have none."""
        mask = 0
        for key in keys:
            if key in self._bits:
                mask |= 1 << self._bits[key]
        return mask

    def mask_within(self, start: int, end: int) -> int:
        """Give the bits of the words that begin within a stretch of the claim."""
        return self.mask_of(word.key for word in self.words if start <= word.start < end)

    def beside(self, offset: int) -> int:
        """Give the bits of the words with content on either side of the one at an offset."""
        at = next(at for at, word in enumerate(self.words) if word.start == offset)
        return self.mask_of(word.key for word in self.words[max(at - 2, 0) : at + 3] if word.start != offset)

    @cached_property
    def told_by(self) -> Mapping[str, str]:
        """Key of a word -> the claim's own that it tells, in whatever words news use for it."""
        own = {key: key for key in self.keys}
        return {alike: key for key in self.keys for alike in meanings_of(key).alike} | own

    def told_by_words(self, words: Iterable[Word]) -> int:
        """Give the bits of the keys that some words of a page or of the claim tell."""
        return self.mask_of(self.told_by[word.key] for word in words if word.key in self.told_by)

    @cached_property
    def text_words(self) -> Sequence[Word]:
        """All words of the claim, in order; those without content too."""
        return split_words(self.claim, language=self.language)

    @cached_property
    def denies(self) -> bool:
        """Whether the claim denies anything."""
        return any(is_denial(word.text, self.language) for word in self.text_words)

    @cached_property
    def verbs(self) -> Sequence[int]:
        """Places of the checked ones among them that are surely verbs, which is told of English alone."""
        words = self.text_words
        return (
            [at for at in find_verbs(words) if self.is_checked(words[at].start)]
            if self.language == "en"
            else ()
        )

    @cached_property
    def verb_starts(self) -> frozenset[int]:
        """Where these verbs begin in the claim."""
        return frozenset(self.text_words[at].start for at in self.verbs)

    @cached_property
    def numbers(self) -> int:
        """The bits of the words that write numbers and dates."""
        return self.mask_of(
            word.key for word in self.words for value in self.values if value.start <= word.start < value.end
        )

    @cached_property
    def part_spans(self) -> Sequence[tuple[int, int]]:
        """The parts of the claim that can be true one without the other, as stretches of it."""
        return split_parts(self.claim, self.language)

    def part_span_at(self, offset: int) -> tuple[int, int]:
        """Give the stretch of the part that an offset of the claim lies in; together they are the whole claim."""
        return next(span for span in self.part_spans if span[0] <= offset < span[1])

    @cached_property
    def parts(self) -> Sequence[int]:
        """For each part of the claim, the bits of its keys; parts without any are left out."""
        return [mask for span in self.part_spans if (mask := self.mask_within(*span))]

    def part_at(self, bit: int) -> int:
        """Give the bits of the first part that a bit belongs to, or all."""
        return next((part for part in self.parts if part & bit), self.everything)

    def rivals_of(self, value: Value) -> "Rivals":
        """Give the page's values that are the same as one of the claim's, and those that are others."""
        return self.rivals[self.values.index(value)]

    @cached_property
    def everything(self) -> int:
        """The bits of all keys."""
        return (1 << len(self.keys)) - 1

    @cached_property
    def _bits(self) -> dict[str, int]:
        return {key: bit for bit, key in enumerate(self.keys)}


def lay_claim(claim: str, page: Page, unchecked: tuple[int, int] | None = None) -> Query:
    """Lay a claim against a page; words within `unchecked` (the author's own analysis) are left out."""
    outside = unchecked or (0, 0)
    every = split_words(claim, language=page.language)
    if page.language == "en":
        every = _join_verbs(_without_no_one(every))
    checked = [word for word in every if not outside[0] <= word.start < outside[1]]
    words = tuple(word for word in checked if word.key)
    checked_values = [
        value
        for value in find_values(claim, language=page.language)
        if not outside[0] <= value.start < outside[1]
    ]
    values = tuple(checked_values[:MOST_VALUES])
    keys = tuple(dict.fromkeys(word.key for word in words))
    bits = {key: 1 << bit for bit, key in enumerate(keys)}
    literal = _collect((bits[key], page.places(key)) for key in keys)
    has_names = tells_names(claim, words)
    telling = {word.key for word in words if word.key[0].isdigit() or (has_names and _is_name(word, page))}
    named = {key for key in telling if not key[0].isdigit()}
    told = {key: {*page.places(key), *_places_alike(key, page)} for key in keys}
    for key, places in _places_of_names(checked, page):
        told[key] |= places
    rivals = tuple(_rivals(value, page) for value in values)
    told.update(_places_of_values(words, values, rivals, page))
    for key, places in _places_of_units(words, values, rivals):
        told[key] |= places
    size = len(page.sentences) + 1.0
    raw = [math.log(size / (len(told[key]) + 0.5)) * (TELLING if key in telling else 1.0) for key in keys]
    total = sum(raw) or 1.0
    names = sum(bits[key] for key in named)
    masks = _collect((bits[key], told[key]) for key in keys)
    _carry_names(masks, names, page)
    weights = tuple(weight / total for weight in raw)
    return Query(
        claim,
        words,
        keys,
        weights,
        masks,
        literal,
        values,
        rivals,
        names,
        outside,
        page.language,
    )


def _without_no_one(words: Sequence[Word]) -> Sequence[Word]:
    """Take its content from the "one" of "no one", which is "nobody"."""
    before = ("", *(word.text.lower() for word in words))
    return [
        word._replace(key="") if (last, word.text.lower()) == ("no", "one") else word
        for last, word in zip(before, words, strict=False)
    ]


def _join_verbs(words: Sequence[Word]) -> tuple[Word, ...]:
    """Give verbs of two words a key of their own, where the second follows at once."""
    return tuple(
        one._replace(key=phrase_key(one.key, other.text)) if one.key else one
        for one, other in pairwise((*words, Word("", 0, 0, "")))
    )


def _join(masks: Mapping[int, int], sentences: Iterable[int]) -> int:
    joined = 0
    for sentence in sentences:
        joined |= masks.get(sentence, 0)
    return joined


def _collect(places: Iterable[tuple[int, Iterable[int]]]) -> dict[int, int]:
    masks: dict[int, int] = {}
    for bit, sentences in places:
        for sentence in sentences:
            masks[sentence] = masks.get(sentence, 0) | bit
    return masks


def _is_name(word: Word, page: Page) -> bool:
    """Say whether a word is (part of) a name; the first of a claim is where the page has it with a capital alone."""
    if word.start > 1:
        return word.is_name
    text = page.document.text
    return word.text[0].isupper() and word.text in text and word.text.lower() not in text


def _places_alike(key: str, page: Page) -> Iterator[int]:
    """Yield where words stand that news use for a key, or, where it stands nowhere, words that begin as it does."""
    for other in meanings_of(key).alike if page.language == "en" else ():
        yield from page.places(other)
    if not page.places(key):
        yield from page.places_near(key)


def _places_of_names(words: Sequence[Word], page: Page) -> Iterator[tuple[str, set[int]]]:
    """Yield where a name is told by its last part alone, by its initials, or written out for its initials."""
    for run in name_runs(words):
        keys = [word.key for word in run]
        in_full = set(page.places(keys[0])).intersection(*(page.places(key) for key in keys[1:]))
        short = key_of(initials_of(run))
        places = {at for key in (short, *meanings_of(short).alike) if short for at in page.places(key)}
        if in_full:
            places.update(at for at in page.places(keys[-1]) if _stands_as_name(page, at, keys[-1]))
        for key in keys if places else ():
            yield key, places
    for word in words:
        if word.key and is_acronym(word.text) and not page.places(word.key):
            yield word.key, set(page.places_of_name(word.text.replace(".", "").rstrip("s")))


def _stands_as_name(page: Page, sentence: int, key: str) -> bool:
    """Say whether a sentence has a word with a capital, or behind "the": "many midwives" are not the College of Midwives."""
    words = page.words_of(sentence)
    return any(
        word.key == key and (not word.text.islower() or before.text.lower() == "the")
        for before, word in pairwise((Word("", 0, 0, ""), *words))
    )


def _rivals(value: Value, page: Page) -> Rivals:
    found: dict[Agreement, list[tuple[int, Value]]] = {agreement: [] for agreement in Agreement}
    for places in page.places_by_meaning.values():
        found[compare_values(value, places[0][1])].extend(places)
    if isinstance(
        value, Date
    ):  # what is told by the day of publication may agree, but surely differs from nothing
        told = [place for place in page.relative_dates if compare_values(value, place[1]) is Agreement.SAME]
        found[Agreement.SAME].extend(told)
    same, different = (
        sorted(found[agreement], key=lambda place: place[1].start)
        for agreement in (Agreement.SAME, Agreement.DIFFERENT)
    )
    return Rivals(same, different)


def _places_of_values(
    words: Sequence[Word], values: Sequence[Value], rivals: Sequence[Rivals], page: Page
) -> Iterator[tuple[str, set[int]]]:
    """Yield for the words of a number or date where the same is stated, however it is written; else where all of them are."""
    for value, others in zip(values, rivals, strict=True):
        keys = [word.key for word in words if value.start <= word.start < value.end]
        if not keys:
            continue
        places = {at for at, _ in others.same}
        if not places and isinstance(value, Date):
            continue  # the page may be less exact: it has the year alone
        if not places:
            places = set(page.places(keys[0])).intersection(*(page.places(key) for key in keys[1:]))
        for key in keys:
            yield key, places


def _places_of_units(
    words: Sequence[Word], values: Sequence[Value], rivals: Sequence[Rivals]
) -> Iterator[tuple[str, set[int]]]:
    """Yield where the same is measured in whatever unit for the words of a unit: 7 miles are told by 11 kilometres."""
    for value, others in zip(values, rivals, strict=True):
        measured = {at for at, other in others.same if isinstance(other, Number) and other.unit}
        reach = value.reach if isinstance(value, Number) else 0
        for word in words:
            if value.end <= word.start < reach:
                yield word.key, measured


def _carry_names(masks: dict[int, int], names: int, page: Page) -> None:
    """Let a sentence that goes on with "She said" or "The company" tell the names of the one before it."""
    for sentence in range(1, len(page.sentences)):
        carried = masks.get(sentence - 1, 0) & names
        if carried and page.goes_on(sentence):
            masks[sentence] = masks.get(sentence, 0) | carried
