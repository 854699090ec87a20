"""Dates in running text, at the precision that they are written with.

Reads `Aug. 7, 2022`, `7 August 2022`, `2022-08-07`, `August 2022`, `March 3`, `2022`, `2010s`, `'98` and `2019-20`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from itertools import groupby
from operator import itemgetter

_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, "
        "september sep sept, october oct, november nov, december dec".split(", "),
        1,
    )
    for name in names.split()
}
_MONTHS |= {
    name: number
    for names in (
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
    )
    for number, name in enumerate(names.split(), 1)
}


def starts_of(words: Iterable[str]) -> str:
    """Write a pattern for the first two letters of some words: where none of them stands, nothing longer need be tried."""
    starts = sorted({word[:2] for word in words})
    return "|".join(
        f"{first}[{''.join(re.escape(start[1]) for start in group)}]"
        for first, group in groupby(starts, key=itemgetter(0))
    )


_IN_FULL = frozenset(
    "january february march april may june july august september october november december".split()
)
_month = r"(?P<{0}>" + "|".join(sorted(_MONTHS, key=len)[::-1]) + r")\b\.?"
_day = r"(?P<{0}>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|er|º)?(?![\w])"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATE = re.compile(
    rf"""
    (?<!\w)(?=[\d’']|{starts_of(_MONTHS)})(?:  # most positions are not worth a look
    (?P<iso_year>{_YEAR})-(?P<iso_month>0[1-9]|1[0-2])-(?P<iso_day>0[1-9]|[12]\d|3[01])\b
  | (?<![\d.])(?P<dot_day>0?[1-9]|[12]\d|3[01])\.(?P<dot_month>0?[1-9]|1[0-2])\.(?P<dot_year>{_YEAR})\b
  | \b{_month.format("us_month")}\ {_day.format("us_day")}(?:,?\ (?P<us_year>{_YEAR})\b)?(?![\d%])
  | \b{_day.format("eu_day")}\.?\ (?:of\ |de\ )?{_month.format("eu_month")}(?:,?\ (?:de\ |del\ )?(?P<eu_year>{_YEAR})\b)?
  | \b{_month.format("my_month")},?\ (?:of\ |de\ |del\ )?(?P<my_year>{_YEAR})\b
  | (?:(?<![\d$€£.,-])|(?<=mid-)|(?<=pre-)|(?<=late-)|(?<=post-)|(?<=early-))(?P<decade>{_YEAR})s\b
  | (?:(?<![\w$€£.,#-])|(?<=mid-)|(?<=pre-)|(?<=late-)|(?<=post-)|(?<=early-))(?P<year>{_YEAR})(?:[-–/](?P<to>\d{{2}}|{_YEAR}))?(?![\w%]|[.,]\d)
    (?!\ (?:{"|".join("people points votes percent million billion thousand men women miles km metres meters dollars euros pounds feet tons tonnes jobs homes cases deaths employees workers seats students patients square".split())})\b)
  | (?<!\w)[’'](?P<short>\d\d)\b(?!\s?%)
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)


_COUNTED = re.compile(r" (?!as\b|has\b|his\b|is\b|its\b|plus\b|this\b|was\b)[a-z]+s\b")
_QUANTIFIED = re.compile(
    r"\b(?:some|nearly|almost|roughly|approximately|(?:more|fewer|less) than|at least|up to|another|only) \Z",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 20
"""Characters that any of them has at most."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RELATIVE = re.compile(
    rf"""\b(?:(?:(?P<way>next)\s)?(?P<weekday>{"|".join(_WEEKDAYS)})|(?P<day>today|yesterday)
    |(?P<which>last|this|next)\s(?P<unit>year|month))\b""",
    re.IGNORECASE | re.VERBOSE,
)


TELLING_DAYS = (*_WEEKDAYS, "today", "yesterday", "year", "month")
"""Words, one of which stands in every date that is told by the day of publication."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date as it stands in a text; what it does not say is `None`."""

    text: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    decade: bool = False
    """`year` is the first of ten."""
    until: int | None = None
    """The last year of a range, as in 2019-20."""

    @property
    def span(self) -> tuple[int, int]:
        """Its stretch of the text."""
        return self.start, self.end

    @property
    def meaning(self) -> tuple[object, ...]:
        """What dates are compared by, whatever their wording and place."""
        return self.year, self.month, self.day, self.decade, self.until


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[Date]:
    """List the dates of `text[start:end]` in order; offsets count in the whole text."""
    matches = _DATE.finditer(text, start, len(text) if end is None else end)
    return [found for match in matches if not _is_count(match) and (found := _read(match)) is not None]


_AHEAD = re.compile(r"\b(?:will|shall|due|scheduled|expected|(?:plans?|is|are)\sto)\b")
"""Before a weekday that is still to come."""


def find_relative_dates(text: str, today: date, start: int = 0, end: int | None = None) -> list[Date]:
    """List the days, months and years that `text[start:end]` tells by the day on which it was published, in order.

    A weekday is the last one up to that day, since news tell what has happened; the next one after "will" or "due". English alone.
    """
    if not MINYEAR + 1 < today.year < MAXYEAR - 1:
        return []  # no page is as old as that, whatever it says
    matches = _RELATIVE.finditer(text, start, len(text) if end is None else end)
    return [
        _resolved(match, today, is_ahead=_AHEAD.search(text, start, match.start()) is not None)
        for match in matches
    ]


def _resolved(match: re.Match[str], today: date, *, is_ahead: bool) -> Date:
    span = match[0], match.start(), match.end()
    if match["weekday"]:
        back = (today.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7
        day = today + timedelta(days=7 - back if match["way"] or (is_ahead and back) else -back)
        return Date(*span, day.year, day.month, day.day)
    if match["day"]:
        day = today - timedelta(days=match["day"].lower() == "yesterday")
        return Date(*span, day.year, day.month, day.day)
    ahead = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    if match["unit"].lower() == "year":
        return Date(*span, today.year + ahead)
    months = today.year * 12 + today.month - 1 + ahead
    return Date(*span, months // 12, months % 12 + 1)


def dates_agree(claim: Date, source: Date) -> bool | None:
    """Say whether two dates agree where both speak; `None` where they share no part, or the source is vaguer."""
    if claim.decade != source.decade:
        years = (claim.year or 0) // 10, (source.year or 0) // 10
        return None if years[0] == years[1] else False
    if claim.until and source.until and claim.until != source.until:
        return False
    pairs = [(claim.year, source.year), (claim.month, source.month), (claim.day, source.day)]
    shared = [(mine, theirs) for mine, theirs in pairs if mine is not None and theirs is not None]
    if not shared:
        return None
    if any(mine != theirs for mine, theirs in shared):
        return False
    return True if len(shared) == sum(mine is not None for mine, _ in pairs) else None


def _read(match: re.Match[str]) -> Date | None:
    group = match.groupdict()
    # the point belongs to "Aug.", and to the sentence after "August"
    stop = match[0].endswith(".") and match[0][:-1].rpartition(" ")[2].lower() in _IN_FULL
    span = match[0].removesuffix(".") if stop else match[0], match.start(), match.end() - stop
    for order in ("iso", "dot"):
        if group[f"{order}_year"]:
            return Date(
                *span, int(group[f"{order}_year"]), int(group[f"{order}_month"]), int(group[f"{order}_day"])
            )
    for order in ("us", "eu", "my"):
        if name := group[f"{order}_month"]:
            year, day = group[f"{order}_year"], group.get(f"{order}_day")
            if name == "Mars" or (name in {"may", "mar", "march"} and not year):
                return None  # a planet, whose month is written small; "may 5" is a modal verb, "march 20 miles" a walk
            return Date(*span, int(year) if year else None, _MONTHS[name.lower()], int(day) if day else None)
    if group["decade"]:
        return Date(*span, int(group["decade"]), decade=True)
    if group["short"]:
        two = int(group["short"])
        return Date(*span, (1900 if two > 40 else 2000) + two)
    year, until = group["year"], group["to"]
    if until and "/" in match[0] and int(year[2:]) >= int(until[-2:]):
        until = None  # 2022/06 is a month
    return Date(*span, int(year), until=int(year[: 4 - len(until)] + until) if until else None)


def _is_count(match: re.Match[str]) -> bool:
    """Say whether four digits count what follows: "some 1500 soldiers"; but "the 2024 elections", "circa 1850 as"."""
    if not match["year"] or match["to"] or not _COUNTED.match(match.string, match.end()):
        return False
    before = match.string[max(0, match.start() - _LONGEST_BEFORE) : match.start()]
    return bool(_QUANTIFIED.search(before))
