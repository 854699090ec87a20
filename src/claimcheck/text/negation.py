"""The words that deny what follows them, in each language that is told apart."""

import re
from functools import cache, lru_cache

_NEGATIONS = {
    "en": "not no never cannot neither",
    "de": "nicht kein keine keinen keinem keiner keines niemals nie",
    "fr": "pas jamais aucun aucune",
    "es": "no nunca jamás",
    "pt": "não nem nunca jamais",  # "no" is "em o" there
    "it": "non mai",
    "nl": "niet geen nooit",
}
_FURTHER = {
    "en": "without nor none nobody nothing",
    "de": "ohne weder",
    "fr": "sans",
    "es": "sin",
    "pt": "sem",
    "it": "senza",
    "nl": "zonder",
}
_REMEMBERED = 8192
"""Words whose answer is kept: each sentence of the evidence is asked a dozen times."""
_CONTRACTION = re.compile(r"(?P<verb>\w+)n['’ʼ]t", re.IGNORECASE)


@lru_cache(_REMEMBERED)
def is_negation(word: str, language: str = "en") -> bool:
    """Say whether a word turns the very next one: "not", "didn't", "keine"."""
    return word.casefold() in _words(language)[0] or negated_verb(word) is not None


@lru_cache(_REMEMBERED)
def is_denial(word: str, language: str = "en") -> bool:
    """Say whether a word denies anything: a negation, or "without" and "nobody"."""
    return word.casefold() in _words(language)[1] or is_negation(word, language)


def negated_verb(word: str) -> str | None:
    """Give the verb that a negation is joined to, as it is written there: `wo` of "won't"."""
    found = _CONTRACTION.fullmatch(word)
    return found["verb"] if found else None


def denials_of(language: str) -> frozenset[str]:
    """List the words of a language that deny anything."""
    return frozenset().union(*_words(language))


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    known = language if language in _NEGATIONS else "en"
    return frozenset(_NEGATIONS[known].split()), frozenset(_FURTHER[known].split())
