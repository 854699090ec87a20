"""Claim x page -> evidence: the passages that cover most of the claim's weight.

Words are compared by their keys (`claimcheck.text.words`). A word weighs what it tells apart on this page: the rarer
among the page's own sentences, the heavier (inverse document frequency, the page's sentences being the documents).
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claimcheck.model import Document
from claimcheck.text.normal import Normalised, normalise
from claimcheck.text.parts import split_parts
from claimcheck.text.sentences import split_sentences
from claimcheck.text.words import Word, split_keys, split_vocabulary, split_words

WINDOW = 5
"""Sentences in a row that the first passage may hold: what they are about is often named two sentences earlier."""
WINDOW_WORDS = 110
"""Words in it: what is longer is no quote."""
NAMES_FIRST = 0.15
"""Weight of the claim's names in the choice among windows: of two that cover as much, the one about its people."""
EDGE = 0.03
"""A sentence at the edge of a window that adds less of the claim's weight is left out."""
OUTSIDE = 0.15
"""So much more must a passage outside the article cover to be preferred: there stand captions, teasers and menus."""
LEAST_GAIN = 0.12
"""A further sentence must add so much of the claim's weight: below it, it shares a common word by chance."""
MOST_FURTHER = 2
"""Further sentences, elsewhere on the page, in one evidence."""
TELLING = 1.5
"""Names and numbers weigh so much more than other words: they are what an event is told apart by. Fitted."""


@dataclass(frozen=True)
class Page:
    """A document made ready for matching: its sentences, and where the keys of claims stand in them."""

    document: Document
    sentences: tuple[tuple[int, int], ...]
    in_article: int
    """How many of the sentences belong to the article; the rest of the page's follow."""
    _article: "Page | None" = field(default=None, repr=False)
    """The page's article, where this is the whole page: what is known of it is not gathered twice."""
    _places: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def places(self, key: str) -> Sequence[int]:
        """List the sentences in which a key stands, in order."""
        if key not in self._places:
            tokens = self._vocabulary.get(key, ())
            found = {at for token in tokens for at in self._sentences_with(token, key)}
            self._places[key] = (*(self._article.places(key) if self._article else ()), *sorted(found))
        return self._places[key]

    def places_near(self, key: str) -> Sequence[int]:
        """List the sentences with a word that begins as a long key does: regulator and regulation are not far apart."""
        if len(key) < PREFIX or not key.isalpha():
            return ()
        near = (other for part in self._parts for other in part._prefixes.get(key[:PREFIX], ()))  # noqa: SLF001 - its own kind
        return sorted({at for other in near for at in self.places(other)})

    def weight(self, key: str) -> float:
        """Weigh a key by how few of the page's sentences hold it."""
        return math.log((len(self.sentences) + 1.0) / (len(self.places(key)) + 0.5))

    def text_of(self, sentence: int) -> str:
        """Give a sentence verbatim."""
        start, end = self.sentences[sentence]
        return self.document.text[start:end]

    @cached_property
    def lengths(self) -> Sequence[int]:
        """The words of each sentence."""
        count = self.document.text.count
        return [count(" ", start, end) + 1 for start, end in self.sentences]

    @cached_property
    def folded(self) -> Normalised:
        """The document's text as verbatim words are looked up in it."""
        return normalise(self.document.text)

    @cached_property
    def whole(self) -> "Page":
        """The page with the text outside its article, the marked line between them left out; the same where there is none."""
        text, border = self.document.text, self.document.article_chars
        marked_end = text.find("\n", border)
        if marked_end < 0:
            return self
        rest = split_sentences(text, marked_end + 1, len(text), _language(self.document))
        return Page(self.document, (*self.sentences, *rest), self.in_article, self)

    @property
    def _parts(self) -> "tuple[Page, ...]":
        return (self,) if self._article is None else (self._article, self)

    @cached_property
    def _own(self) -> tuple[int, int]:
        """What of the text is searched here, and not by the article already."""
        own = self.sentences[self.in_article if self._article else 0 :]
        return (own[0][0], own[-1][1]) if own else (0, 0)

    @cached_property
    def _vocabulary(self) -> Mapping[str, Sequence[str]]:
        return split_vocabulary(self.document.text[slice(*self._own)])

    @cached_property
    def _prefixes(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for key in self._vocabulary:
            if len(key) > PREFIX and key.isalpha():
                found.setdefault(key[:PREFIX], []).append(key)
        return found

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [start for start, _ in self.sentences]

    def _sentences_with(self, token: str, key: str) -> Iterator[int]:
        """Yield the sentences with what stands between two blanks; one that reaches over a sentence's end is looked at closely."""
        text, (start, end) = self.document.text, self._own
        at = text.find(token, start, end)
        while at >= 0:
            after = at + len(token)
            if text[at - 1 : at] in _BLANKS and text[after : after + 1] in _BLANKS:
                sentence = bisect_right(self._starts, at) - 1
                if after <= self.sentences[sentence][1]:
                    yield sentence
                else:
                    last = bisect_left(self._starts, after)
                    yield from (one for one in range(sentence, last) if key in split_keys(self.text_of(one)))
            at = text.find(token, after, end)


_BLANKS = frozenset(["", " ", "\n"])
PREFIX = 6
"""Letters that two words must share where their stems differ: fewer join strangers."""


def index_page(document: Document) -> Page:
    """Make a document's article ready for matching, once for all its claims; `Page.whole` has the rest too."""
    sentences = split_sentences(document.text, 0, document.article_chars, _language(document))
    return Page(document, tuple(sentences), len(sentences))


def _language(document: Document) -> str:
    return (document.language or "en").partition("-")[0].lower()


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
    """Sentence -> the bits of the claim's keys that stand in it; sentences without any are left out."""
    parts: tuple[int, ...]
    """For each part of the claim, the bits of its keys."""
    unchecked: tuple[int, int]
    """The author's own analysis; empty where there is none."""

    def is_checked(self, offset: int) -> bool:
        """Say whether a place in the claim is not part of the author's own analysis."""
        return not self.unchecked[0] <= offset < self.unchecked[1]

    names: int
    """The bits of the keys that look like names."""
    _sums: dict[int, float] = field(default_factory=dict, repr=False, compare=False)

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

    def covered_by(self, sentences: Iterable[int]) -> int:
        """Join the bits that some sentences cover."""
        mask = 0
        for sentence in sentences:
            mask |= self.masks.get(sentence, 0)
        return mask

    def mask_of(self, keys: Iterable[str]) -> int:
        """Give the bits of some keys; foreign ones have none."""
        mask = 0
        for key in keys:
            if key in self._bits:
                mask |= 1 << self._bits[key]
        return mask

    @cached_property
    def _bits(self) -> dict[str, int]:
        return {key: bit for bit, key in enumerate(self.keys)}


def lay_claim(claim: str, page: Page, unchecked: tuple[int, int] | None = None) -> Query:
    """Lay a claim against a page; words within `unchecked` (the author's own analysis) are left out."""
    outside = unchecked or (0, 0)
    checked = [word for word in split_words(claim) if not outside[0] <= word.start < outside[1]]
    words = tuple(word for word in checked if word.key)
    keys = tuple(dict.fromkeys(word.key for word in words))
    telling = {word.key for word in words if word.is_name or word.key[0].isdigit()}
    raw = [page.weight(key) * (TELLING if key in telling else 1.0) for key in keys]
    total = sum(raw) or 1.0
    masks: dict[int, int] = {}
    for bit, key in enumerate(keys):
        for sentence in page.places(key) or page.places_near(key):
            masks[sentence] = masks.get(sentence, 0) | 1 << bit
    bits = {key: bit for bit, key in enumerate(keys)}
    parts = []
    for start, end in split_parts(claim):
        mask = 0
        for word in words:
            if start <= word.start < end:
                mask |= 1 << bits[word.key]
        if mask:
            parts.append(mask)
    weights = tuple(weight / total for weight in raw)
    names = sum(1 << bits[key] for key in {word.key for word in words if word.is_name})
    return Query(claim, words, keys, weights, masks, tuple(parts), outside, names)


def select_evidence(query: Query, page: Page) -> tuple[tuple[int, ...], ...]:
    """Pick the passages that cover most of a claim, each a run of sentences, the best first; none without any overlap.

    The first is the best window, without what adds nothing at its edges. Then, greedily, the sentences elsewhere on
    the page that add most to what is covered so far.
    """
    first = _trimmed(_best_run(query, page), query)
    if not first:
        return ()
    further: list[int] = []
    covered = query.covered_by(first)
    while len(further) < MOST_FURTHER:
        gains = [
            # of equals the one that covers more alone, then the one nearer the page's top
            (query.weigh(mask & ~covered), query.weigh(mask), -sentence)
            for sentence, mask in query.masks.items()
            if mask & ~covered and sentence < page.in_article
        ]
        gain, _, negative = max(gains, default=(0.0, 0.0, 0))
        if gain < LEAST_GAIN:
            break
        further.append(-negative)
        covered |= query.masks[-negative]
    return (first, *_runs(further))


def _best_run(query: Query, page: Page) -> tuple[int, ...]:
    best: tuple[float, int, int] = (-1.0, 0, 0)
    values: dict[tuple[int, bool], float] = {}  # a page that repeats itself has few different ones
    for start in {sentence - step for sentence in query.masks for step in range(WINDOW) if sentence >= step}:
        end, mask = _end_of_run(start, page), 0
        for sentence in range(start, end):
            mask |= query.masks.get(sentence, 0)
        kind = mask, start >= page.in_article
        if kind not in values:
            value = query.weigh(mask) + NAMES_FIRST * query.share(query.names, mask)
            values[kind] = round(value - OUTSIDE * kind[1], 9)
        best = max(best, (values[kind], -start, end))
    return tuple(range(-best[1], best[2]))


def _end_of_run(start: int, page: Page) -> int:
    """Extend a run to `WINDOW` sentences or `WINDOW_WORDS` words, but never to none."""
    end = min(start + WINDOW, page.in_article if start < page.in_article else len(page.sentences))
    words = 0
    for sentence in range(start, end):
        words += page.lengths[sentence]
        if words > WINDOW_WORDS and sentence > start:
            return sentence
    return end


def _trimmed(run: tuple[int, ...], query: Query) -> tuple[int, ...]:
    while len(run) > 1:
        whole = query.weigh(query.covered_by(run))
        shorter = max(run[1:], run[:-1], key=lambda one: query.weigh(query.covered_by(one)))
        if whole - query.weigh(query.covered_by(shorter)) >= EDGE:
            break
        run = shorter
    return run


def _runs(sentences: Iterable[int]) -> list[tuple[int, ...]]:
    """Join neighbours; the order in which their first ones were picked stays."""
    picked = list(sentences)
    joined: list[tuple[int, ...]] = []
    for sentence in picked:
        if joined and abs(joined[-1][-1] - sentence) == 1:
            joined[-1] = tuple(sorted((*joined[-1], sentence)))
        else:
            joined.append((sentence,))
    return joined


def reach_outside(query: Query, page: Page) -> float:
    """Bound from above what a passage outside the article can cover of a claim, without cutting that text up."""
    text = page.document.text[page.document.article_chars :].casefold()
    found = {word.key for word in query.words if word.text[:PREFIX].casefold() in text}
    return query.weigh(query.mask_of(found))


def best_window(query: Query, page: Page, width: int) -> float:
    """Give the share of the claim's weight that the best run of `width` sentences covers, on one side of the border."""
    starts = {sentence - step for sentence in query.masks for step in range(width)}
    runs = (range(at, at + width) for at in starts if not at < page.in_article < at + width)
    return max((query.weigh(query.covered_by(run)) for run in runs), default=0.0)
