"""A sentence word for word, with its values and negations taken out of it: what stays is the frame.

Two sentences of one frame can be compared slot by slot: "It opened in 2019" and "It never opened in 2021".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.text.dates import Date
from claimcheck.text.negation import is_negation, negated_verb
from claimcheck.text.numbers import Number
from claimcheck.text.words import Word, split_words

_VERBS = {"ca": "can", "wo": "will", "sha": "shall"}
_DO = frozenset(["do", "does", "did"])
NO_DENIAL_BEFORE = frozenset(["only", "just", "merely", "least"])
NO_DENIAL_AFTER = frozenset(["or", "if", "whether"])
"""Words after which "not" denies nothing: "whether or not", "many, if not all"."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence or one of its values; a negation is none, it marks the token after it."""

    key: str
    """What tokens are compared by; empty for a value, whatever it is."""
    start: int
    """Where it begins, the negation before it included."""
    end: int
    negated: bool = False
    has_content: bool = False
    value: Number | Date | None = None


def split_tokens(
    text: str, span: tuple[int, int], values: Sequence[Number | Date], language: str = "en"
) -> list[Token]:
    """List the tokens of a stretch of a text, given its values in order; all offsets count in the whole text."""
    tokens: list[Token] = []
    denied_at: int | None = None
    passed = 0
    for key, word, is_denial in _without_denials(split_words(text, *span, language), language):
        while passed < len(values) and values[passed].end <= word.start:
            passed += 1
        value = values[passed] if passed < len(values) and values[passed].start < word.end else None
        if value and tokens and tokens[-1].value is value:
            continue
        if is_denial and value is None:
            denied_at = word.start if denied_at is None else denied_at
            continue
        first = word.start if denied_at is None else denied_at
        if value:
            token = Token("", first, value.end, denied_at is not None, value=value)
        else:
            token = Token(key, first, word.end, denied_at is not None, bool(word.key))
        tokens.append(token)
        denied_at = None
    return tokens


def _without_denials(words: Sequence[Word], language: str) -> Iterator[tuple[str, Word, bool]]:
    """Yield words by their keys, and where they deny what follows: `didn't reply` is a denial and `reply`."""
    lower = ["", *(word.text.casefold() for word in words), ""]
    for at, word in enumerate(words, 1):
        before, own, after = lower[at - 1 : at + 2]
        if (own in _DO and after == "not") or (own == "longer" and before == "no"):
            continue
        if not is_negation(own, language) or after in NO_DENIAL_BEFORE or before in NO_DENIAL_AFTER:
            yield word.key or own, word, False
            continue
        verb = "can" if own == "cannot" else negated_verb(own)
        if verb and verb not in _DO:
            yield _VERBS.get(verb, verb), word, False
        yield "", word, True


def align_tokens(wanted: Sequence[Token], tokens: Sequence[Token]) -> Sequence[Token]:
    """Give the first run of `tokens` that has the wanted frame; empty where none has."""
    keys, frame = [token.key for token in tokens], [token.key for token in wanted]
    for at in range(len(keys) - len(frame) + 1):
        if keys[at : at + len(frame)] == frame:
            return tokens[at : at + len(frame)]
    return ()


def span_phrase(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Span a token with the negation before it, on to the first that says something."""
    end = next((token.end for token in tokens[at:] if token.has_content or token.value), tokens[-1].end)
    return tokens[at].start, end
