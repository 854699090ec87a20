"""Numbers in running text: value, unit and how exactly they are meant.

Reads `1,234.5`, `1.234,5`, `1 234`, `$12.9bn`, `30`, `thirty`, `two dozen`, `3.5 percent`, `percentage points`,
`two-fifths`, `more than 70`, `nearly half`, `51–50`, `first`. Years, clock times and dates are left to
`claimcheck.text.dates`, which is asked first.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, auto
from itertools import pairwise

from claimcheck.text.dates import Date, find_dates, starts_of
from claimcheck.text.units import CURRENCIES, MEASURE, UNITS, unit_of


class Bound(StrEnum):
    """How the words beside a number bend it."""

    EXACT = auto()
    ABOUT = auto()
    AT_LEAST = auto()
    AT_MOST = auto()


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text. `value` is in units of `unit`, scale words multiplied in."""

    text: str
    start: int
    end: int
    value: float
    unit: str
    """`%`, `pp` (percentage points), a currency sign, a unit of `claimcheck.text.units` (`day`, `mile`), `th` (an ordinal), `x` (times as much) or empty."""
    bound: Bound
    step: float
    """The smallest difference that the digits can show: 0.1 for 4.5, 100,000 for 1.2 million."""
    reach: int = 0
    """Where the word for its unit ends, which is no part of the number itself; 0 where there is none."""

    @property
    def is_counted(self) -> bool:
        """Say whether the word behind it says what it counts: people, hours, kilometres."""
        return not self.unit or self.unit in UNITS

    @property
    def meaning(self) -> tuple[object, ...]:
        """What numbers are compared by, whatever their wording and place."""
        return self.value, self.unit, self.bound, self.step


_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "millions": 1e6, "mn": 1e6, "m": 1e6, "mio": 1e6,
    "mln": 1e6, "billion": 1e9, "billions": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "trillions": 1e12,
    "tn": 1e12, "dozen": 12.0, "lakh": 1e5, "crore": 1e7,
    "tausend": 1e3, "mil": 1e3, "millionen": 1e6, "millones": 1e6, "millón": 1e6, "milhões": 1e6, "milhão": 1e6, "milioni": 1e6,
    "milione": 1e6, "miljoen": 1e6, "mrd": 1e9, "milliarde": 1e9, "milliarden": 1e9, "milliard": 1e9, "milliards": 1e9,
    "miliardo": 1e9, "miliardi": 1e9, "miljard": 1e9, "bilhões": 1e9, "bilhão": 1e9,
}  # fmt: skip
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: float(value) for value, word in enumerate(_ONES)} | {
    word: value * 10.0 for value, word in enumerate(_TENS, 2)
}
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
_MEASURES = frozenset(["%", "pp", *CURRENCIES.values(), *UNITS])

_number_word = "|".join(
    sorted([*_WORDS, "hundred", "thousand", "million", "billion", "trillion"], key=len)[::-1]
)
_scale_word = "|".join(sorted(_SCALES, key=len)[::-1])
_SHARES = {"half": 1 / 2, "quarter": 1 / 4}
_measure = rf"(?=[\ \u00a0-]?(?P<{{0}}>{MEASURE})(?!\w)(?![\ -]old\b|\ (?:per|to\ the|an?)\ (?:gallon|lit[er]{{{{2}}}})\b))"  # an age is told by its number alone
_spelt = [*_WORDS, *_ORDINALS, *_VAGUE, *_MULTIPLES, *_FRACTIONS, "hundred", "thousand", "million", "billion", "trillion", "dozen"]  # fmt: skip
SPELT = frozenset(_spelt)
"""Words that write a number without a digit, alone or within a compound."""
_NUMBER = re.compile(
    rf"""
    (?<!\w)(?=[\d$€£¥₹+\-−]|{starts_of([*_spelt, "us$", "a ", "a-", "an"])})(?:  # most positions are not worth a look
    (?<![\w'’-])(?P<whole>an?|{"|".join(_WORDS)}|\d+)\ and\ a\ half(?:[\ -](?P<half_scale>hundred|thousand|million|billion|trillion)\b)?
    (?:\ (?P<half_unit>%|per\ ?cent\b|percentage\ points?\b|dollars?\b|euros?\b|pounds?\b)|{_measure.format("half_measure")})?
  | (?:(?P<currency>US\$|[$€£¥₹])\ ?)?
    (?P<digits>(?<![\w.,])(?:(?<![^\W\d][-‑])|(?<=\d-to-))(?<!\d:)(?:(?<![%°\d$€£¥₹])[-+−])?\d[\d.,]*(?:[\u00a0\u202f\ ]\d{{3}}(?!\d))*(?<![.,]))
    (?:
        (?P<ordinal>st|nd|rd|th)\b
      | (?:[\ \u00a0\u202f-]?(?P<scale>{_scale_word})\b)?
        (?:[\ \u00a0\u202f-]?(?P<unit>%|per\ ?cento?\b|pct\b|prozent\b|pour\ ?cent\b|por\ ?cien?to\b|por\ ?cento\b|procent\b|(?:d['’]|de\ |di\ )euros?\b|percentage[\ -]points?\b|dollars?\b|euros?\b|pounds?\b|yen\b|yuan\b)|{_measure.format("measure")})?
        (?P<points>[\ -]points?\b)?
    )
  | (?<![\w'’-])(?:an?[\ -])?(?P<share>half|quarter)(?:[\ -]of)?(?:[\ -]an?)?[\ -](?P<share_of>hour|year|decade|century|mile|kilometer|kilometre|meter|metre|tonne|ton|acre|litre|liter)\b
  | (?<![\w'’-])a\ (?P<era>decade|century|mile|kilometre|kilometer)\b
  | (?<![\w'’-])(?P<fraction>(?:(?P<count>an?|one|two|three|four|five|six|seven|nine)[\ -])?(?P<part>half|third|quarter|fifth|tenth)s?)\b(?:\ (?:of\ )?an?\ (?P<part_of>percentage\ point|per\ ?cent|{_scale_word}|dozen)\b)?
  | (?<![\w'’-])(?P<words>(?:{_number_word})(?:[\ -](?:and[\ ])?(?:{_number_word}|dozen))*)(?![\w’'])
    (?:\ (?P<word_unit>%|per\ ?cent\b|percentage\ points?\b|dollars?\b|euros?\b|pounds?\b)|{_measure.format("word_measure")})?
  | (?<![\w'’-])(?P<dozen>a\ dozen)\b
  | (?<![\w'’-])(?P<vague>(?:(?P<of>tens|dozens|hundreds|thousands)\ of\ )?(?:dozens|hundreds|thousands|millions|billions))\b
  | (?<![\w'’-])(?P<multiple>twice|doubled?|tripled?|quadrupled)\b
  | (?<![\w'’-])(?<!\bper\ )(?P<ordinal_word>{"|".join(_ORDINALS)})\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BENT = {
    phrase: bound
    for bound, phrases in {
        Bound.ABOUT: "about, around, roughly, approximately, some, circa, estimated, close to, near, nearly, almost, or so, ~, etwa, rund, "
        "knapp, beinahe, ungefähr, environ, près de, quelque, cerca de, casi, unos, unas, quase, quasi, ongeveer, bijna, zo’n",
        Bound.AT_LEAST: "more than, over, at least, above, exceed, exceeds, exceeded, exceeding, upward of, upwards of, no fewer than, "
        "mehr als, über, mindestens, plus de, au moins, más de, al menos, mais de, pelo menos, più di, oltre, almeno, meer dan, ruim, minstens, "
        "no less than, not less than, not fewer than, as few as, as little as, topped, surpass, surpassed, surpassing, beyond, past, north of",
        Bound.AT_MOST: "weniger als, bis zu, höchstens, moins de, jusqu’à, menos de, hasta, até, meno di, fino a, minder dan, hooguit, less than, fewer than, under, below, up to, at most, no more than, not more than, not exceeding, within, just short of, as many as, as much as",
    }.items()
    for phrase in phrases.split(", ")
}
"""What stands before a number -> how it bends it."""
_ARTICLES = frozenset(["a", "an", "the"])
"""What may stand between them and the number."""
_LONGEST_BENT = 3
"""Words in the longest of them."""
_BEFORE = 40
"""Characters before a number in which they stand."""
_AFTER = re.compile(r"\s?(?:(?P<at_least>\+|or\ more\b|plus\b)|(?P<about>or\ so\b|-ish\b)|(?P<at_most>or\ (?:less|fewer)\b))", re.VERBOSE)  # fmt: skip
_THOUSANDS = re.compile(r"[-+−]?\d{1,3}\.\d{3}")
_NO_COUNT = re.compile(r"[A-Z]|:\d\d|(?i:\s?[ap]\.?m\b)")  # 5G is a name, 10 a.m. and 10:30 are times
_WITHIN_MEASURE = frozenset([" ", ", ", " and "])
_MINUS = ("minus ", "minus\u00a0")
_LONG = re.compile(r" (?:deep|high|tall|long|wide|above|below|away|freestyle|hurdles|race|sprint)\b")
_IN_NAME = re.compile(r"(?<=[a-z])-[A-Z][a-z]")  # Half-Life, Three-Card
_SHARE = re.compile(
    r"(?<![\w.,-])(?P<part>one|two|three|four|five|six|seven|eight|nine|[1-9]\d?)\s(?:in|out\sof|of\severy)\s"
    r"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|twenty|a\shundred|a\sthousand|10|20|50|100|1000)\b"
    r"(?!\s(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|games?|matches|cities|countries|places))",
    re.IGNORECASE,
)
_RANGE = re.compile(r"-?\s?(?:to|and|or|[-–—])\s?")
_SCORE = re.compile(r"\b(?:\d|two|three|four|five|six|seven|eight|nine)[\ -]to[\ -]\Z", re.IGNORECASE)
"""Before a "one" that counts; elsewhere it is a pronoun more often."""
_FEW = re.compile(r"\b(?:few|several|some|many|couple\sof)[\ ]\Z", re.IGNORECASE)
"""Before a scale of which there are several: "a few hundred" is two hundred at the least."""
_LEAD_CHARS = 12
"""Characters that either of them has at most."""
_NO_NOUN = re.compile(
    r"\s?[.,;:)–—]|\Z|\s(?:an?|the|this|last|next|from|to|for|at|on|in|by|and|or|than|earlier|before)\b",
    re.IGNORECASE,
)
"""After millions of which it is not said what they are."""
_MEASURED = ("measure", "half_measure", "word_measure")
"""Groups of the pattern that have a unit of measure."""
_PERCENT = re.compile(r"%|(?:per|pour|por) ?cent[oi]?|por ?ciento|pct|prozent|procent", re.IGNORECASE)


def find_numbers(
    text: str,
    dates: Iterable[Date] | None = None,
    start: int = 0,
    end: int | None = None,
    language: str = "en",
) -> list[Number]:
    """List the numbers of `text[start:end]` in order, without those that are part of a date; offsets count in the whole text."""
    last = len(text) if end is None else end
    shares = [_read_share(match) for match in _SHARE.finditer(text, start, last)]
    others: list[Date | Number] = [*(find_dates(text, start, last) if dates is None else dates), *shares]
    taken = sorted((one.start, one.end) for one in others)
    passed = 0
    numbers: list[Number] = []
    scales: list[float] = []
    for match in _NUMBER.finditer(text, start, last):
        while passed < len(taken) and taken[passed][1] <= match.start():
            passed += 1
        if passed < len(taken) and taken[passed][0] < match.end():
            continue
        if (number := _read(match, text, start, last, language)) is not None:
            numbers.append(number)
            scales.append(_SCALES[match["scale"].lower()] if match["scale"] else 1.0)
    _share_units(numbers, scales, text)
    numbers = _joined(numbers, text)
    return sorted([*numbers, *shares], key=lambda one: one.start) if shares else numbers


def _read_share(match: re.Match[str]) -> Number:
    """Read "one in five" as the percentage that it is."""
    count, whole = (_from_word(match[name]) for name in ("part", "whole"))
    return Number(match[0], *match.span(), 100 * count / whole, "%", Bound.ABOUT, 1.0)


def _from_word(word: str) -> float:
    folded = word.lower()
    return {"a hundred": 100.0, "a thousand": 1000.0}.get(folded) or _WORDS.get(folded) or float(folded)


def _share_units(numbers: list[Number], scales: Sequence[float], text: str) -> None:
    """Give the ends of a range one unit, and millions the currency named before: "$3-4 million", "$3 million, from 2 million"."""
    for at, (one, other) in enumerate(pairwise(numbers)):
        if not _RANGE.fullmatch(text, one.end, other.start):
            continue
        if not one.unit and other.unit in _MEASURES:
            one = replace(one, unit=other.unit)  # noqa: PLW2901 - what was read, completed
        elif not other.unit and one.unit in CURRENCIES.values():
            other = replace(other, unit=one.unit)  # noqa: PLW2901 - what was read, completed
        if one.unit == other.unit and scales[at] == 1.0 < scales[at + 1] and one.value < 1000:
            one = replace(one, value=one.value * scales[at + 1], step=one.step * scales[at + 1])  # noqa: PLW2901
        numbers[at : at + 2] = one, other
    currency = ""
    for at, number in enumerate(numbers):
        if number.unit in CURRENCIES.values():
            currency = number.unit
        elif currency and not number.unit and scales[at] >= 1e6 and _NO_NOUN.match(text, number.end):
            numbers[at] = replace(number, unit=currency)


def _joined(numbers: Sequence[Number], text: str) -> list[Number]:
    """Read "2 hours 30 minutes" and "6 feet 2 inches" as one measure."""
    joined: list[Number] = []
    for number in numbers:
        before = joined[-1] if joined else None
        larger, smaller = UNITS.get(before.unit) if before else None, UNITS.get(number.unit)
        if (
            before
            and larger
            and smaller
            and larger.dimension == smaller.dimension
            and larger.factor > smaller.factor
            and number.bound is Bound.EXACT
            and text[before.reach : number.start] in _WITHIN_MEASURE
        ):
            share = smaller.factor / larger.factor
            joined[-1] = replace(
                before,
                text=text[before.start : number.end],
                end=number.end,
                value=before.value + number.value * share,
                step=number.step * share,
                reach=number.reach,
            )
        else:
            joined.append(number)
    return joined


def _read(match: re.Match[str], text: str, first: int, last: int, language: str) -> Number | None:
    if match["digits"] and not match["measure"] and _NO_COUNT.match(text, match.end(), last):
        return None
    value, unit, step = _value(match)
    if value is None or _IN_NAME.match(text, match.end(), last):
        return None
    if language != "en" and _THOUSANDS.fullmatch(match["digits"] or ""):
        value, step = value * 1000, step * 1000  # "1.200" is more than a thousand everywhere else
    bound = _bound_before(text, first, match.start()) or _bound_after(text, match.end(), last)
    if match["vague"] or _is_of_several(match):
        bound = Bound.AT_LEAST
    elif match["fraction"] and unit != "th" and bound is Bound.EXACT:
        bound = Bound.ABOUT
    start = match.start() + (len(match[0]) - len(match[0].lstrip()))
    if match["digits"] and text.endswith(_MINUS, first, start):
        value, start = -value, start - len(_MINUS[0])
    reach = max(match.end(measure) for measure in _MEASURED)
    return Number(text[start : match.end()], start, match.end(), value, unit, bound, step, max(reach, 0))


def _bound_before(text: str, first: int, at: int) -> Bound | None:
    """Read the words before a number, the longest phrase first: "no more than" is no "more than"."""
    if at == first or not text[at - 1].isspace():
        return None
    words = text[max(first, at - _BEFORE) : at].lower().split()
    if words and words[-1] in _ARTICLES:
        del words[-1]
    phrases = (" ".join(words[-size:]) for size in range(_LONGEST_BENT, 0, -1))
    return next((_BENT[phrase] for phrase in phrases if phrase in _BENT), None)


def _bound_after(text: str, at: int, last: int) -> Bound:
    after = _AFTER.match(text, at, last)
    return Bound(after.lastgroup) if after and after.lastgroup else Bound.EXACT


def _value(match: re.Match[str]) -> tuple[float | None, str, float]:
    """Read value, unit and step of a number, by how it is written."""
    for way, read in _WAYS.items():
        if match[way]:
            return read(match)
    return _ORDINALS[match["ordinal_word"].lower()], "th", 1.0


def _from_share(match: re.Match[str]) -> tuple[float | None, str, float]:
    return _SHARES[match["share"].lower()], unit_of(match["share_of"]), 1.0


def _from_half(match: re.Match[str]) -> tuple[float | None, str, float]:
    """Read "two and a half million"."""
    scale = _SCALES[match["half_scale"].lower()] if match["half_scale"] else 1.0
    whole = match["whole"].lower()
    value = 1.0 if whole in _ARTICLES else _WORDS.get(whole) or float(whole)
    return (
        (value + 0.5) * scale,
        unit_of(match["half_measure"] or "") or _unit(match["half_unit"]),
        scale * 0.1,
    )


def _from_run(match: re.Match[str]) -> tuple[float | None, str, float]:
    """Read a run of words that write a number."""
    words = match["words"].lower()
    value = None if words == "one" and not _follows(match, _SCORE) else _from_words(words)
    if _is_of_several(match):
        value = 2 * _SCALES[words]
    # "two million" is as round as "2 million"
    scale = _SCALES.get(re.split(r"[ -]", words)[-1], 1.0)
    unit = unit_of(match["word_measure"] or "") or _unit(match["word_unit"])
    return value, unit, scale if scale >= 1e3 else 1.0


def _is_of_several(match: re.Match[str]) -> bool:
    """Say whether several hundreds or thousands are meant: "a few hundred"; "some thirty" are about as many."""
    return (match["words"] or "").lower() in _SCALES and _follows(match, _FEW)


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
    share = _FRACTIONS[part] * _WORDS.get((match["count"] or "one").lower(), 1.0)
    if whole in _SCALES:
        return share * _SCALES[whole], "", 1.0
    return (share, _unit(whole), 1.0) if whole else (share * 100, "%", 1.0)


def _from_digits(match: re.Match[str]) -> tuple[float | None, str, float]:
    plain, decimals = _plain_digits(match["digits"])
    try:
        value = float(plain)
    except ValueError:
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
    scale = _SCALES[match["scale"].lower()] if match["scale"] else 1.0
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
        if word in _WORDS:
            current += _WORDS[word]
        elif word in {"hundred", "dozen"}:
            current = max(current, 1.0) * _SCALES[word]
        else:
            total += max(current, 1.0) * _SCALES[word]
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
    "multiple": lambda match: (_MULTIPLES[match["multiple"].lower()], "x", 1.0),
}
"""The group of the pattern that has a number -> what reads it."""
