"""Notes by which publishers correct, clarify or retract their articles."""

import re

from claimcheck.recognise.wording import fold_words

_VERSIONS = ("ersi", "assung", "ersj")
"""The same for the other languages."""
_LABELS = (
    *"corrig korrig correg gecorr clarif editor retract amend richtig berichtig anmerkung rectif fe corre erramos rettif ratt rett korre oikais sprost".split(),
    *"kore oprav helyreig klarif err erat duzelt исправ уточн виправ διορθ 訂正 更正 정정 تصحيح تصويب תיקון ralat dinh".split(),
)
"""How the label of a note begins, folded, in the languages of the web."""
_NOTE = re.compile(
    r"(?:correction|clarification|erratum|errata|editor's note|retraction(?: notice)?|retracted|corrected|amendment|korrektur\w*|richtigstellung|berichtigung|"
    r"anmerkung der redaktion|rectificati\w+|correctif|correccion|rectificacion|fe de err\w+|erramos|correzione|errata corrige|rettifica|corr?ecc?ao|correctie|rattelse|"
    r"rettelse|korreksjon|oikaisu|sprostowanie|korekta|oprava|helyreigazitas|erata|duzeltme|исправление|уточнение|виправлення|διορθωση|訂正|更正|정정|تصحيح|تصويب|תיקון|"
    r"corrigid\w+|corrigee?|corregid\w+|gecorrigeerd|korrigiert|koreksi|klarifikasi|ralat|dinh chinh)s?(?![a-z])(?:\s*\([^)\n]*\))?(?:\s*[.。】\]]|(?:[^:：.\n]|(?<=\d)[.:](?=[\d\s])|(?<!\d)\.(?=\s?\d)){0,50}[:：])"
)
_MARKS = " \t*【[(–—-•>_#†‡"
_TELLING = (
    "corrected",
    "amended",
    "misstated",
    "incorrectly",
    "retracted",
    "wrongly",
    "in error",
    "misidentified",
    "clarif",
)
_SIGNS = (*_TELLING, "withdrawn", "CORRECTING")
"""What most texts lack, at a tenth of the cost of the pattern."""
_SENTENCE = re.compile(
    r"(?:^|\n)[^\n]{0,40}\b(?:this|an earlier|a previous) (?:article|story|version|report|page|post|piece)\b[^\n]{0,120}\b(?:"
    + "|".join(_TELLING)
    + r")|\bCORRECTING and REPLACING\b|\bthis (?:article|paper|preprint|version|manuscript) (?:has been |was |is )?withdrawn\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?:(?:première|ancienne) version|version (?:précédente|antérieure|initiale|originale)) de (?:cet|ce|cette) (?:article|texte|dépêche|page)|"
    r"(?:früheren?|ursprünglichen?|ersten) (?:fassung|version) (?:dieses|des) (?:artikels|textes|beitrags)|(?:versión|versione|versão|primera|prima|primeira) (?:anterior|precedente|inicial|iniziale|original|originale|versión|versione|versão) "
    r"(?:de (?:este|esta) (?:artículo|texto|noticia|nota)|di questo (?:articolo|testo)|dest[ea] (?:texto|artigo|notícia|reportagem))|"
    r"(?:eerdere|eerste|oorspronkelijke) versie van dit (?:artikel|bericht)|tidigare version av (?:artikeln|texten)|tidligere versj?on a[vf] (?:artikl?en|saken|teksten)|wcześniejszej wersji (?:artykułu|tekstu)",
    re.IGNORECASE,
)
"""What only a correction speaks of."""
_STARTS = frozenset({label[:2] for label in _LABELS} | {"rä", "dü", "đí"})
_HEAD = 80
"""Characters of a line in which a label and its colon stand."""


def find_correction(text: str, title: str | None) -> bool:
    """Say whether a text carries a note that corrects it; its title may speak of another correction."""
    if any(word in text for word in _SIGNS) and _SENTENCE.search(text):
        return True
    if any(word in text for word in _VERSIONS) and _EARLIER.search(text):
        return True
    named = fold_words(title or "")
    # most lines are told apart by two letters, at a tenth of the cost of a pattern
    likely = [line for line in text.split("\n") if line[:2].lower() in _STARTS or line[:1] in _MARKS]
    for line in likely:
        folded = fold_words(line[:_HEAD].lstrip(_MARKS))
        if folded.startswith(_LABELS) and _NOTE.match(folded) and folded[:40] not in named:
            return True
    return False
