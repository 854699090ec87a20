"""A document made ready for matching: its sentences, and where words, values and names stand in them."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from claimcheck.model import Document
from claimcheck.text.amounts import SPELT
from claimcheck.text.dates import TELLING_DAYS, find_relative_dates
from claimcheck.text.names import find_names
from claimcheck.text.negation import is_denial
from claimcheck.text.normal import Normalised, normalise
from claimcheck.text.sentences import split_sentences
from claimcheck.text.values import Value, find_values
from claimcheck.text.words import Word, index_keys, key_of, split_words

_NO_TEXT = "\uffff"
"""A character that no text has."""
CELL = "|"
"""What the extraction writes before, between and behind the cells of a row."""
PREFIX = 6
"""Letters that two words must share where their stems differ: fewer join strangers."""
BETWEEN = 2
"""Words that may stand between the two of a verb like "turn down"."""
MOST_VALUES, MOST_VALUED = 40, 800
"""Numbers and dates of one sentence, and sentences with any, that are looked at: what has more is data, no article."""
_DIGIT = re.compile(r"\d")
_PRONOUN = re.compile(
    r"(?:[\"“‘'(]?(?:But|And|Yet|So|Then|While|When|As|After|Before|Instead|However|Still)?,?\s?)"
    r"(?:He|She|They|It|His|Her|Their|Its|This|That|These|Those|The\s(?:company|firm|group|ministry|agency|court|club|team|bank|"
    r"government|two|pair|union|couple|man|woman|city|country|university|study|report|film|book|deal|law|bill|plan|project))\b",
    re.IGNORECASE,
)
"""How a sentence begins that speaks of what the one before it names."""


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

    @cached_property
    def language(self) -> str:
        """The language of the document, without its country; English where it is not known."""
        return _language(self.document)

    def places(self, key: str) -> Sequence[int]:
        """List the sentences in which a key stands, in order."""
        if key not in self._places and "+" in key:
            self._places[key] = tuple(
                at for at in self.places(key.partition("+")[0]) if self._has_phrase(at, key)
            )
        if key not in self._places:
            inside = self._article.places(key) if self._article else ()
            self._places[key] = (*inside, *dict.fromkeys(self._vocabulary.get(key, ())))
        return self._places[key]

    def _has_phrase(self, sentence: int, key: str) -> bool:
        """Say whether a sentence has a verb of two words, give or take two between them: "turned the offer down"."""
        verb, _, particle = key.partition("+")
        words = self.words_of(sentence)
        return any(
            word.key == verb
            and any(other.text.lower() == particle for other in words[at + 1 : at + BETWEEN + 2])
            for at, word in enumerate(words)
        )

    def places_near(self, key: str) -> Sequence[int]:
        """List the sentences with a word that begins as a long key does: regulator and regulation are not far apart."""
        if len(key) < PREFIX or not key.isalpha():
            return ()
        near = (other for part in self._parts for other in part._prefixes.get(key[:PREFIX], ()))  # noqa: SLF001 - its own kind
        return sorted({at for other in near for at in self.places(other)})

    def places_of_name(self, initials: str) -> Sequence[int]:
        """List the sentences in which a name with these initials is written out."""
        starts = (start for part in self._parts for start in part._names.get(initials, ()))  # noqa: SLF001 - its own kind
        return sorted({self.sentence_at(start) for start in starts})

    def sentence_at(self, offset: int) -> int:
        """Give the sentence that an offset of the text lies in, or the last before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def text_of(self, sentence: int) -> str:
        """Give a sentence verbatim."""
        start, end = self.sentences[sentence]
        return self.document.text[start:end]

    def words_of(self, sentence: int) -> Sequence[Word]:
        """List the words of a sentence; offsets count in the page's text."""
        return split_words(self.document.text, *self.sentences[sentence], self.language)

    def content_of(self, sentence: int) -> Sequence[Word]:
        """List the words of a sentence that carry content."""
        return [word for word in self.words_of(sentence) if word.key]

    def values_of(self, sentence: int) -> Sequence[Value]:
        """List the numbers and dates of a sentence; offsets count in the page's text."""
        return self._values.get(sentence, ())

    def border_of(self, sentence: int) -> tuple[int, int]:
        """Give the first sentence, and the one after the last, on a sentence's side of the article's border."""
        return (0, self.in_article) if sentence < self.in_article else (self.in_article, len(self.sentences))

    def denies(self, sentence: int) -> bool:
        """Say whether a sentence denies anything."""
        return any(is_denial(word.text, self.language) for word in self.words_of(sentence))

    def has_small(self, word: str) -> bool:
        """Say whether the text has a word without a capital, too: one that begins a sentence with it need be no name."""
        return re.search(rf"\b{re.escape(word.lower())}\b", self.document.text) is not None

    def goes_on(self, sentence: int) -> bool:
        """Say whether a sentence begins with a word for what the one before it names: "She said", "The company"."""
        return sentence not in {0, self.in_article} and bool(
            _PRONOUN.match(self.document.text, self.sentences[sentence][0])
        )

    @cached_property
    def places_by_meaning(self) -> Mapping[object, Sequence[tuple[int, Value]]]:
        """What values mean -> each that means it, with its sentence: a table of figures repeats itself."""
        found: dict[object, list[tuple[int, Value]]] = {}
        for at in sorted(self._values):
            for value in self._values[at]:
                found.setdefault(value.meaning, []).append((at, value))
        return found

    @cached_property
    def relative_dates(self) -> Sequence[tuple[int, Value]]:
        """The dates that the page tells by the day of its publication ("on Tuesday"), each with its sentence."""
        if self.document.published is None or self.language != "en":
            return ()
        having = {at for key in _telling_days() for at in self._vocabulary.get(key, ())}
        text, published = self.document.text, self.document.published
        return (
            *(self._article.relative_dates if self._article else ()),
            *(
                (at, one)
                for at in sorted(having)
                for one in find_relative_dates(text, published, *self.sentences[at])
            ),
        )

    @cached_property
    def rows(self) -> frozenset[int]:
        """The sentences that are rows of a table, as the extraction writes them."""
        starts = self.document.text.startswith
        return frozenset(at for at, (start, _) in enumerate(self.sentences) if starts(CELL, start))

    @cached_property
    def lengths(self) -> Sequence[int]:
        """The words of each sentence."""
        count = self.document.text.count
        return [count(" ", start, end) + 1 for start, end in self.sentences]

    @cached_property
    def folded(self) -> Normalised:
        """The document's text as verbatim words are looked up in it; our own line between article and rest is none of them."""
        text, border = self.document.text, self.document.article_chars
        marked_end = max(text.find("\n", border), border)
        return normalise(text[:border] + _NO_TEXT * (marked_end - border) + text[marked_end:])

    @cached_property
    def whole(self) -> "Page":
        """The page with the text outside its article, the marked line between them left out; the same where there is none."""
        text, border = self.document.text, self.document.article_chars
        marked_end = text.find("\n", border)
        if marked_end < 0:
            return self
        rest = split_sentences(text, marked_end + 1, len(text), self.language)
        return Page(self.document, (*self.sentences, *rest), self.in_article, self)

    @property
    def _parts(self) -> "tuple[Page, ...]":
        return (self,) if self._article is None else (self._article, self)

    @cached_property
    def _own(self) -> Sequence[tuple[int, int]]:
        """The sentences that are searched here, and not by the article already."""
        return self.sentences[self._first :]

    @property
    def _stretch(self) -> tuple[int, int]:
        return (self._own[0][0], self._own[-1][1]) if self._own else (0, 0)

    @property
    def _first(self) -> int:
        return self.in_article if self._article else 0

    @cached_property
    def _vocabulary(self) -> Mapping[str, Sequence[int]]:
        """Key -> the sentences with it, in order, once for each time that it stands there."""
        return index_keys(self.document.text, self._own, self._first, self.language)

    @cached_property
    def _prefixes(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for key in self._vocabulary:
            if len(key) > PREFIX and key.isalpha():
                found.setdefault(key[:PREFIX], []).append(key)
        return found

    @cached_property
    def _names(self) -> Mapping[str, Sequence[int]]:
        start, end = self._stretch
        names = find_names(self.document.text[start:end])
        return {initials: [start + at for at in places] for initials, places in names.items()}

    @cached_property
    def _values(self) -> Mapping[int, Sequence[Value]]:
        known = dict(self._article._values) if self._article else {}  # noqa: SLF001 - its own kind
        for at in sorted(self._numbered())[:MOST_VALUED]:
            if values := find_values(self.document.text, *self.sentences[at], self.language):
                known[at] = values[:MOST_VALUES]
        return known

    def _numbered(self) -> set[int]:
        """Find the sentences that may hold a number: with one search from each to the next."""
        found = {at for key in _spelt_keys() for at in self._vocabulary.get(key, ())}
        text, (start, end) = self.document.text, self._stretch
        while digit := _DIGIT.search(text, start, end):
            at = self.sentence_at(digit.start())
            found.add(at)
            start = max(self.sentences[at][1], digit.end())
        return found

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [start for start, _ in self.sentences]


def index_page(document: Document) -> Page:
    """Make a document's article ready for matching, once for all its claims; `Page.whole` has the rest too."""
    sentences = split_sentences(document.text, 0, document.article_chars, _language(document))
    return Page(document, tuple(sentences), len(sentences))


def _language(document: Document) -> str:
    return (document.language or "en").partition("-")[0].lower()


@cache
def _spelt_keys() -> frozenset[str]:
    """The keys of the words that write a number without a digit."""
    return frozenset(filter(None, map(key_of, SPELT)))


@cache
def _telling_days() -> frozenset[str]:
    """The keys of the words that tell a date by the day of publication."""
    return frozenset(map(key_of, TELLING_DAYS))
