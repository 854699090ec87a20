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
_ENGLISH = re.compile(
    r"""\b(?:yet\sto|not|no|never|neither|nor|without|cannot|none|nobody|nothing|zero|hardly|barely|unless|unlikely|instead|rather
    |un(?!i(?![dmn])|anim|cle|cover|der|earth|fold|ion|leash|load|lock|pack|ravel|til|veil|wind)\w{4,}|non-?\w+|in(?:eligible|capable|ability|sufficient)|fail\w*|lack\w*|den(?:y|ied|ies|ying)|reject\w*|refus\w*|declin\w*
    |rul(?:ed|es|ing)\sout|stop\w*|(?<!the\s)end(?:ed|s|ing)?|ban(?:s|ned|ning)?|bar(?:s|red|ring)?|block\w*|prevent\w*|avoid\w*|escap\w*|waiv\w*|exempt\w*|exclud\w*|free|few|little|only
    |ke(?:ep|eps|pt|eping)\s(?:[\w'’]+\s){1,5}from)\b
    |n['’]t\b""",
    re.IGNORECASE | re.VERBOSE,
)
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


@cache
def denials_in(language: str) -> re.Pattern[str]:
    """Compile what denies anything in a language, in whatever way; for English, verbs and prefixes too."""
    if language == "en":
        return _ENGLISH
    return re.compile(rf"\b(?:{'|'.join(frozenset().union(*_words(language)))})\b", re.IGNORECASE)


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    known = language if language in _NEGATIONS else "en"
    return frozenset(_NEGATIONS[known].split()), frozenset(_FURTHER[known].split())
