"""The language that a text is written in, by its script and its commonest words."""

import re
import unicodedata
from collections import Counter

_COMMON = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that is was for with as his at by from it has have not are were but which this said who be on an their a no had been she her he will would they its than or after before about do did there we you your when into over during",
        "de": "der die und den das von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus hat dass sie wird bei",
        "fr": "le la les des et en un une du est que dans pour qui sur par au avec il ne pas plus se ce sont a aux été cette mais",
        "es": "el la de que y en los del las un por con una su para es al lo como más se no sus fue este ha entre pero sobre",
        "it": "di che il la e un in del una della con non sono le da al i dei nel ha alla gli è più anche si come dal",
        "pt": "de que e o a do da em um para com não uma os no se na por mais as dos como mas ao das foi seu pela são",
        "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als bij door maar naar uit worden was heeft nog",
        "sv": "och att det i en som på är av för med den till inte om ett har de från var så men han kan nu sig vid",
        "da": "og at det i en som på er af for med den til ikke om et har de fra var så men han kan nu sig ved",
        "pl": "w i na z nie do się że to jest o po jak od za przez co dla oraz ale został był są ich tym jego który",
        "tr": "ve bir bu da de için ile olarak olan çok daha gibi sonra kadar ise en ama olduğu göre her ne var yeni",
        "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena tersebut bisa ada mereka oleh",
    }.items()
}
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _words in _COMMON.items():
    for _word in _words:
        _LANGUAGES_OF.setdefault(_word, []).append(_language)
_SCRIPTS = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "CYRILLIC": "ru", "GREEK": "el", "ARABIC": "ar",
    "HEBREW": "he", "THAI": "th", "DEVANAGARI": "hi",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_FEW = 8
"""Words of a short text, of which this many must be a language's commonest, and hardly any another's."""
_FEW_COMMON = 3
_SAMPLE = 2_000
"""Characters looked at; more says nothing new."""


def detect_language(text: str) -> str | None:
    """Name the language of a text (BCP 47), or nothing where it is too short or mixed to tell."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    if not words:
        return None
    if not sample.isascii() and (script := _foreign_script(words)):
        return script
    if len(words) < 4:
        return None
    counts = Counter(language for word in words for language in _LANGUAGES_OF.get(word, ()))
    (language, best), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    if len(words) < _FEW:  # a name has a word or two of another language
        return language if best >= _FEW_COMMON and second < 2 else None
    # prose has a third of such words; a list of names or a table has hardly any
    return language if best >= 0.1 * len(words) and best >= 1.15 * second and best else None


def _foreign_script(words: list[str]) -> str | None:
    scripts = Counter(
        _SCRIPTS.get(unicodedata.name(character, "").split(" ")[0], "")
        for word in words[:400]
        for character in word[:4]
        if not character.isascii()
    )
    letters = sum(min(len(word), 4) for word in words[:400])
    language, count = max(scripts.items(), key=lambda item: item[1] * bool(item[0]), default=("", 0))
    if language == "zh" and scripts["ja"]:
        language = "ja"
    return language if language and count >= letters / 2 else None
