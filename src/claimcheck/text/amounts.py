"""How numbers are written: the pattern that finds them, and what it found as value, unit and step.

`claimcheck.text.numbers` says what stands around them.
"""

import math
import re
from collections.abc import Callable, Mapping

from claimcheck.text.dates import starts_of
from claimcheck.text.units import CURRENCIES, MEASURE, unit_of

ARTICLES = frozenset(["a", "an", "the"])
"""What may stand before a number."""
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "millions": 1e6, "mn": 1e6, "m": 1e6, "mio": 1e6,
    "mln": 1e6, "billion": 1e9, "billions": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "trillions": 1e12,
    "tn": 1e12, "dozen": 12.0, "lakh": 1e5, "crore": 1e7,
    "tausend": 1e3, "mil": 1e3, "millionen": 1e6, "millones": 1e6, "millón": 1e6, "milhões": 1e6, "milhão": 1e6, "milioni": 1e6,
    "milione": 1e6, "miljoen": 1e6, "mrd": 1e9, "milliarde": 1e9, "milliarden": 1e9, "milliard": 1e9, "milliards": 1e9,
    "miliardo": 1e9, "miliardi": 1e9, "miljard": 1e9, "bilhões": 1e9, "bilhão": 1e9,
}  # fmt: skip
"""Words that multiply the number before them, in seven languages."""
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {word: float(value) for value, word in enumerate(_ONES)} | {
    word: value * 10.0 for value, word in enumerate(_TENS, 2)
}
"""Numbers from zero to ninety that are one word."""
_ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_MULTIPLES = {"twice": 2.0, "double": 2.0, "doubled": 2.0, "triple": 3.0, "tripled": 3.0, "quadrupled": 4.0}
_VAGUE = {"dozens": 24.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9}
_VAGUE_OF = {"tens": 10.0, "dozens": 12.0, "hundreds": 100.0, "thousands": 1e3}
_BIG = "hundred thousand million billion trillion".split()
_number_word = "|".join(sorted([*WORDS, *_BIG], key=len)[::-1])
_unit_word = r"%|per\ ?cent\b|percentage\ points?\b|dollars?\b|euros?\b|pounds?\b"
_scale_word = "|".join(sorted(SCALES, key=len)[::-1])
_SHARES = {"half": 1 / 2, "quarter": 1 / 4}
_measure = rf"(?=[\ \u00a0-]?(?P<{{0}}>{MEASURE})(?!\w)(?![\ -]old\b|\ (?:per|to\ the|an?)\ (?:gallon|lit[er]{{{{2}}}})\b))"  # an age is told by its number alone
_spelt = ["halved", "halving", *WORDS, *_ORDINALS, *_VAGUE, *_MULTIPLES, *_FRACTIONS, *_BIG, "dozen"]  # fmt: skip
SPELT = frozenset(_spelt)
"""Words that write a number without a digit, alone or within a compound."""
AMOUNT = re.compile(
    rf"""
    (?<!\w)(?=[\d$€£¥₹+\-−]|{starts_of([*_spelt, "us$", "a$", "au$", "c$", "ca$", "nz$", "hk$", "s$", "r$", "a ", "a-", "an"])})(?:  # most positions are not worth a look
    (?<![\w'’-])(?P<whole>an?|{"|".join(WORDS)}|\d+)[\ -]and[\ -]a[\ -]half(?:[\ -](?P<half_scale>{"|".join(_BIG)})\b)?
    (?:\ (?P<half_unit>{_unit_word})|{_measure.format("half_measure")})?
  | (?:(?P<currency>(?:US|NZ|HK|AU?|CA?|R|S)?\$|[€£¥₹])\ ?)?
    (?P<digits>(?<![\w.,])(?:(?<![^\W\d][-‑])|(?<=\d-to-))(?<!\d:)(?:(?<![%°\d$€£¥₹])[-+−])?\d[\d.,]*(?:[\u00a0\u202f\ ]\d{{3}}(?!\d))*(?<![.,]))
    (?:
        (?P<ordinal>st|nd|rd|th)\b
      | (?:[\ \u00a0\u202f-]?(?P<scale>{_scale_word})\b)?
        (?:[\ \u00a0\u202f-]?(?P<unit>%|per\ ?cento?\b|pct\b|prozent\b|pour\ ?cent\b|por\ ?cien?to\b|por\ ?cento\b|procent\b|(?:d['’]|de\ |di\ )euros?\b|(?:percentage|basis)[\ -]points?\b|dollars?\b|euros?\b|pounds?\b|yen\b|yuan\b)|{_measure.format("measure")})?
        (?P<points>[\ -]points?\b)?
    )
  | (?<![\w'’-])(?:an?[\ -])?(?P<share>half|quarter)(?:[\ -]of)?(?:[\ -]an?)?[\ -](?P<share_of>hour|year|decade|century|mile|kilometer|kilometre|meter|metre|tonne|ton|acre|litre|liter)\b
  | (?<![\w'’-])a\ (?P<era>decade|century|mile|kilometre|kilometer)\b
  | (?<![\w'’-])(?P<fraction>(?:(?P<count>an?|one|two|three|four|five|six|seven|nine)[\ -])?(?P<part>half|third|quarter|fifth|tenth)s?)\b(?![\ -]quarter|-(?:finals?|finalists?|time)\b|\ as\ (?:much|many)\b)(?:\ (?:of\ )?an?\ (?P<part_of>(?:percentage\ )?point|per\ ?cent|{_scale_word}|dozen)\b(?:\ (?P<part_unit>{_unit_word}))?)?
  | (?<![\w'’-])(?P<words>(?:{_number_word})(?:[\ -](?:and[\ ])?(?:{_number_word}|dozen))*)(?![\w’'])
    (?:\ (?P<word_unit>{_unit_word})|{_measure.format("word_measure")})?
  | (?<![\w'’-])(?P<dozen>a\ dozen)\b
  | (?<![\w'’-])(?P<vague>(?:(?P<of>tens|dozens|hundreds|thousands)\ of\ )?(?:dozens|hundreds|thousands|millions|billions))\b
  | (?<![\w'’-])(?P<multiple>twice|doubled?|tripled?|quadrupled)\b
  | (?<![\w'’-])(?P<halved>halv(?:ed|ing))\b
  | (?<![\w'’-])(?<!\bper\ )(?P<ordinal_word>{"|".join(_ORDINALS)})\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LONG = re.compile(r" (?:deep|high|tall|long|wide|above|below|away|freestyle|hurdles|race|sprint)\b")
_SCORE = re.compile(r"\b(?:\d|two|three|four|five|six|seven|eight|nine)[\ -]to[\ -]\Z", re.IGNORECASE)
"""Before a "one" that counts; elsewhere it is a pronoun more often."""
_FEW = re.compile(r"\b(?:few|several|some|many|couple\sof)[\ ]\Z", re.IGNORECASE)
"""Before a scale of which there are several: "a few hundred" is two hundred at the least."""
_RANKED = re.compile(
    r"[\ -](?:\d|(?:(?:straight|consecutive|successive|annual|possible|separate|major|different)\ )?(?:term|time|appearance|part(?:y|ies)|day|week|"
    r"month|year|season|title|goal|child|son|daughter|wave|dose|round|place|attempt|bid|trial|defeat|win|victory|loss|death|arrest|extension|"
    r"offen[cs]e|stage|film|album|book|novel|store|plant|phase|report|game|set|match|country|man|woman|person|suspect|candidate|option|"
    r"way|reason|try|vote|referendum|hearing|delay|medal|lockdown|runway|bridge|lawsuit)s?\b"
    r"|(?:straight|consecutive|successive|annual)\b)",
    re.IGNORECASE,
)
"""After "a third", "a fifth" that tell a rank and no share: no share is taken of these without "of"."""
_LEAD_CHARS = 12
"""Characters that either of them has at most."""
MEASURED = ("measure", "half_measure", "word_measure")
"""Groups of the pattern that have a unit of measure."""
_BASIS = re.compile(r"basis", re.IGNORECASE)
"""Points of which a hundred are a percentage point."""
_PERCENT = re.compile(r"%|(?:per|pour|por) ?cent[oi]?|por ?ciento|pct|prozent|procent", re.IGNORECASE)


def read_amount(match: re.Match[str]) -> tuple[float | None, str, float]:
    """Read value, unit and step of a number, by how it is written; no value where it counts nothing."""
    for way, read in _WAYS.items():
        if match[way]:
            return read(match)
    return _ORDINALS[match["ordinal_word"].lower()], "th", 1.0


def _from_share(match: re.Match[str]) -> tuple[float | None, str, float]:
    return _SHARES[match["share"].lower()], unit_of(match["share_of"]), 1.0


def _from_half(match: re.Match[str]) -> tuple[float | None, str, float]:
    """Read "two and a half million"."""
    scale = SCALES[match["half_scale"].lower()] if match["half_scale"] else 1.0
    whole = match["whole"].lower()
    value = 1.0 if whole in ARTICLES else WORDS.get(whole) or float(whole)
    return (
        (value + 0.5) * scale,
        unit_of(match["half_measure"] or "") or _unit(match["half_unit"]),
        scale * 0.1,
    )


def _from_run(match: re.Match[str]) -> tuple[float | None, str, float]:
    """Read a run of words that write a number."""
    words = match["words"].lower()
    value = None if words == "one" and not _follows(match, _SCORE) else _from_words(words)
    if is_of_several(match):
        value = 2 * SCALES[words]
    # "two million" is as round as "2 million"
    scale = SCALES.get(re.split(r"[ -]", words)[-1], 1.0)
    unit = unit_of(match["word_measure"] or "") or _unit(match["word_unit"])
    return value, unit, scale if scale >= 1e3 else 1.0


def is_of_several(match: re.Match[str]) -> bool:
    """Say whether several hundreds or thousands are meant: "a few hundred"; "some thirty" are about as many."""
    return (match["words"] or "").lower() in SCALES and _follows(match, _FEW)


def _follows(match: re.Match[str], lead: re.Pattern[str]) -> bool:
    """Say whether the words before a number end in a lead."""
    return lead.search(match.string[max(0, match.start() - _LEAD_CHARS) : match.start()]) is not None


def _from_vague(match: re.Match[str]) -> tuple[float | None, str, float]:
    """Read "hundreds", and "hundreds of thousands"."""
    return (
        _VAGUE[match["vague"].lower().split()[-1]] * _VAGUE_OF.get((match["of"] or "").lower(), 1.0),
        "",
        1.0,
    )


def _from_fraction(match: re.Match[str]) -> tuple[float | None, str, float]:
    part, whole = match["part"].lower(), (match["part_of"] or "").lower()
    if match["count"] is None and part != "half":
        # "the third" and "last quarter" say no share
        return (_ORDINALS.get(match["fraction"].lower()), "th", 1.0) if not whole else (None, "", 1.0)
    is_one = (match["count"] or "").lower() in ARTICLES and match["fraction"].lower().endswith(part)
    if is_one and part in _ORDINALS and _RANKED.match(match.string, match.end()):
        return _ORDINALS[part], "th", 1.0
    share = _FRACTIONS[part] * WORDS.get((match["count"] or "one").lower(), 1.0)
    if whole in SCALES:
        return share * SCALES[whole], _unit(match["part_unit"]), share * SCALES[whole] * 0.1
    return (share, _unit(whole), 1.0) if whole else (share * 100, "%", 1.0)


def _from_digits(match: re.Match[str]) -> tuple[float | None, str, float]:
    plain, decimals = _plain_digits(match["digits"])
    try:
        value = float(plain)
    except ValueError:
        value = math.inf
    if math.isinf(value):  # or no number at all
        return None, "", 1.0
    if match["ordinal"]:
        return value, "th", 1.0
    if match["scale"] == "m" and not match["currency"] and _LONG.match(match.string, match.end()):
        return value, "metre", 10.0**-decimals  # 30m deep
    if match["scale"] == "K" and not match["currency"]:
        return None, "", 1.0  # 4K is a kind of screen
    apart = match["scale"] and match.start("scale") > match.end("digits")
    if apart and match["scale"] in {"m", "b", "k"} and not match["currency"]:
        return value, "metre" if match["scale"] == "m" else "", 10.0**-decimals  # 100m are millions
    scale = SCALES[match["scale"].lower()] if match["scale"] else 1.0
    if _BASIS.match(match["unit"] or ""):
        scale *= 0.01
    unit = unit_of(match["measure"] or "") or _unit(match["unit"]) or _unit(match["currency"])
    if unit == "%" and match["points"]:
        unit = "pp"
    return value * scale, unit, scale * 10.0**-decimals


def _plain_digits(digits: str) -> tuple[str, int]:
    """Write digits as Python reads them, and count their decimals: 1,234.5 and 1.234,5 are both 1234.5."""
    if digits.isdigit():
        return digits, 0
    bare = re.sub(r"[\u00a0\u202f ]", "", digits).replace("−", "-")
    point, comma = bare.rfind("."), bare.rfind(",")
    if point >= 0 and comma >= 0:
        thousands = "," if point > comma else "."
        bare = bare.replace(thousands, "").replace(",", ".")
    elif bare.count(",") > 1 or re.search(r"^[-+]?\d{1,3},\d{3}$", bare):
        bare = bare.replace(",", "")
    elif bare.count(".") > 1:
        bare = bare.replace(".", "")
    else:
        bare = bare.replace(",", ".")
    return bare, len(bare.partition(".")[2])


def _from_words(words: str) -> float:
    total = current = 0.0
    for word in re.split(r"[ -]", words):
        if word == "and":
            continue
        if word in WORDS:
            current += WORDS[word]
        elif word in {"hundred", "dozen"}:
            current = max(current, 1.0) * SCALES[word]
        else:
            total += max(current, 1.0) * SCALES[word]
            current = 0.0
    return total + current


def _unit(word: str | None) -> str:
    if not word:
        return ""
    folded = (
        word.lower().split()[-1].split("’")[-1].split("'")[-1] if "euro" in word.lower() else word.lower()
    )
    if "point" in folded:
        return "pp"
    return "%" if _PERCENT.fullmatch(folded) else CURRENCIES.get(folded, "")


_WAYS: Mapping[str, Callable[[re.Match[str]], tuple[float | None, str, float]]] = {
    "digits": _from_digits,
    "whole": _from_half,
    "share": _from_share,
    "era": lambda match: (1.0, unit_of(match["era"]), 1.0),
    "fraction": _from_fraction,
    "words": _from_run,
    "dozen": lambda _: (12.0, "", 1.0),
    "vague": _from_vague,
    "halved": lambda _: (50.0, "%", 1.0),
    "multiple": lambda match: (_MULTIPLES[match["multiple"].lower()], "x", 1.0),
}
"""The group of the pattern that has a number -> what reads it."""
