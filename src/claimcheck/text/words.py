"""Words of a text with offsets, each with the key under which claim and page are compared."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

_WORD = re.compile(
    r"[a-z]{2,}+(?![\w'’ʼ.])"  # most words: what follows finds them too, more slowly
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"  # U.S., a.m., and U.S without its last point
    r"|\d+(?:[.,\u00a0\u202f]\d+)+"  # 1,234.5
    r"|[^\W_]+(?:['’ʼ][^\W_]+)*"  # don't, France's, 5G
)
_POSSESSIVE = re.compile(r"['’ʼ]s?$", re.IGNORECASE)

STOP_WORDS = frozenset(
    """a about above after again all also although am an and any are as at be because been before being below
    between both but by can could did do does doing down during each either few for from further get had has have
    having he her here hers herself him himself his how however i if in into is it its itself just let may me might
    more most must my myself neither never no nor not now of off on once only onto or other our ours ourselves out over own per
    said same say says she should since so some such than that the their theirs them themselves then there these
    they this those though through to too toward towards under until up upon us very was we were what when where
    whether which while who whom whose why will with within without would yet you your yours
    according accordingly i'm it's that's there's they're we're don't doesn't didn't isn't aren't wasn't weren't
    won't can't couldn't wouldn't hasn't haven't hadn't s t re ve ll d""".split()
)
_IRREGULAR = {
    form: stem
    for stem, forms in {
        "rise": "rose risen",
        "fall": "fell fallen",
        "grow": "grew grown",
        "buy": "bought",
        "sell": "sold",
        "make": "made",
        "take": "took taken",
        "give": "gave given",
        "win": "won",
        "lose": "lost",
        "hold": "held",
        "leave": "left",
        "lead": "led",
        "begin": "began begun",
        "build": "built",
        "bring": "brought",
        "find": "found",
        "send": "sent",
        "spend": "spent",
        "pay": "paid",
        "kill": "slain",
        "shrink": "shrank shrunk",
        "seek": "sought",
        "strike": "struck stricken",
        "write": "wrote written",
        "drive": "drove driven",
        "choose": "chose chosen",
        "become": "became",
        "know": "knew known",
        "keep": "kept",
        "tell": "told",
        "think": "thought",
        "speak": "spoke spoken",
        "teach": "taught",
        "run": "ran",
        "meet": "met",
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people",
        "die": "dead death",
        "good": "better best",
        "bad": "worse worst",
    }.items()
    for form in forms.split()
}
_NUMERALS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        map(str, range(20, 100, 10)),
        strict=True,
    )
)
_SYMBOLS = {"us": "usa", "usa": "usa", "uk": "unitedkingdom", "eu": "europeanunion", "un": "unitednations"}
_stem = snowballstemmer.stemmer("english").stemWord


class Word(NamedTuple):  # made by the thousand: a tuple takes a third of a dataclass's time
    """A word with its offsets; `key` is empty for words that carry no content."""

    text: str
    start: int
    end: int
    key: str

    @property
    def is_name(self) -> bool:
        """Say whether the word looks like (part of) a name: a capital, and not only because the text begins with it."""
        return self.start > 1 and self.text[0].isupper() and bool(self.key)


@lru_cache(maxsize=512)  # each step that compares a claim with its evidence asks for both
def split_words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """List the words of a text, or of `text[start:end]`; offsets count in the whole text."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return tuple([Word(match[0], match.start(), match.end(), _keys[match[0]]) for match in found])


def split_keys(text: str) -> list[str]:
    """List the keys of the words that carry content: those of `split_words`, several times as fast."""
    return [key for token in text.split(" ") for key in _tokens[token]]


def split_vocabulary(text: str) -> dict[str, list[str]]:
    """Map each key of a text to what it stands in between two blanks or line ends: `hull` to `hull` and `“hulls,`."""
    found: dict[str, list[str]] = {}
    for token in set(text.replace("\n", " ").split(" ")):
        for key in _tokens[token]:
            found.setdefault(key, []).append(token)
    return found


def key_of(word: str) -> str:
    """Give the key of one word: stem, numeral or abbreviation; empty for a stop word."""
    return _keys[word]


_REMEMBERED = 100_000
"""Entries in each of the two memories below; pages and claims share most of their words, and stemming costs."""


class _Keys(dict[str, str]):
    """Word -> key."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = key = _make_key(word)
        return key


class _Tokens(dict[str, tuple[str, ...]]):
    """What stands between two blanks, punctuation and all -> the keys in it."""

    def __missing__(self, token: str) -> tuple[str, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[token] = keys = tuple(key for word in _WORD.findall(token) if (key := _keys[word]))
        return keys


_keys = _Keys()
_tokens = _Tokens()


def _make_key(word: str) -> str:
    """Make a key.

    Upper-case `US` is the country and lower-case `us` the stop word, so the case is looked at before it is folded.
    """
    if word[0].isdigit():
        return re.sub(r"[,\u00a0\u202f](?=\d{3})", "", word).casefold()
    bare = _POSSESSIVE.sub("", word) or word
    if "." in bare:
        bare = bare.replace(".", "")
        upper = bare.isupper()
    else:
        upper = bare.isupper() and len(bare) > 1
    folded = unicodedata.normalize("NFKC", bare).casefold().replace("’", "'")
    if upper and folded in _SYMBOLS:
        return _SYMBOLS[folded]
    if folded in STOP_WORDS:
        return ""
    if folded in _NUMERALS:
        return _NUMERALS[folded]
    return _without_accents(_stem(_IRREGULAR.get(folded, folded)))


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)) or word
