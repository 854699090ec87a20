"""Which of two clauses tells what: a claim may give one side of a "but" what its page gives the other, or put last what came first."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from claimcheck.details.difference import Difference
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.words import Word

TOLD = 0.35
"""Share of the claim that a sentence must tell on its two sides for it to be about the same."""
MIXED = 0.3
"""Share of it that must stand on the claim's own side, and on the other: "while B did" may come first, with all that B did."""
TURNED = 0.1
"""Share of it that may stay on its own side where the order is turned."""

MOST_BORDERS = 12
"""Borders of a claim, and of a sentence, that are looked at: what has more is a list."""

_CONTRAST = r"\b(?:while|whereas|but|though|although)\b|;"
_BORDERS = (
    (MismatchKind.ROLE, re.compile(_CONTRAST, re.IGNORECASE), re.compile(rf"{_CONTRAST}|,\sand\b", re.IGNORECASE)),
    *(
        (MismatchKind.DIRECTION, order, order)
        for order in (re.compile(r"\bafter\b", re.IGNORECASE), re.compile(r"\bbefore\b", re.IGNORECASE))
    ),
)  # fmt: skip
"""What stands between two clauses of a claim, and between the two that tell them on a page."""

_Side = dict[str, Word]
"""A clause: the claim's keys that it tells, each with the first word that does."""


class _Crossing(NamedTuple):
    """How a claim and a sentence share out what they have in common between their two clauses."""

    sentence: int
    theirs: tuple[_Side, _Side]
    shares: tuple[tuple[float, float], tuple[float, float]]
    """For each clause of the claim, the shares of the claim that the sentence tells in its first and in its second."""

    @property
    def straight(self) -> float:
        """Share of the claim that stands in the same clause of both."""
        return self.shares[0][0] + self.shares[1][1]

    @property
    def crossed(self) -> float:
        """Share of the claim that stands in the other clause."""
        return self.shares[0][1] + self.shares[1][0]

    @property
    def told(self) -> float:
        """Share of the claim that the sentence tells."""
        return self.straight + self.crossed


def find_crossed_clauses(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield what a claim has in one clause, and all evidence that tells both its clauses has in the other.

    It is as certain as the sentence tells much of the claim.
    """
    if query.language != "en":
        return
    text = page.document.text
    for kind, border, told_border in _BORDERS:
        marks = list(islice(border.finditer(query.claim), MOST_BORDERS))
        told = [
            (sentence, _clauses(text, page.sentences[sentence][1], mark, query, page.content_of(sentence)))
            for sentence in (evidence if marks else ())
            for mark in islice(told_border.finditer(text, *page.sentences[sentence]), MOST_BORDERS)
        ]
        for mark in marks:
            mine = _clauses(query.claim, len(query.claim), mark, query, query.words)
            found = (_lay_beside(query, mine, sentence, theirs) for sentence, theirs in told)
            telling = [one for one in found if one.told >= TOLD]
            if telling and all(_is_crossed(one, kind) for one in telling):
                first = telling[0]
                claim = _run_of(mine[0].keys() & first.theirs[1].keys(), mine[0])
                source = _run_of(mine[1].keys() & first.theirs[0].keys(), first.theirs[0])
                yield Difference(kind, claim, source, first.sentence, first.told)


def _is_crossed(one: _Crossing, kind: MismatchKind) -> bool:
    if not (one.shares[0][1] and one.shares[1][0]):
        return False
    if kind is MismatchKind.DIRECTION:
        return one.straight <= TURNED * one.told
    is_mixed = one.shares[0][0] and one.shares[1][1]
    return bool(is_mixed) and min(one.straight, one.crossed) >= MIXED * one.told


def _lay_beside(
    query: Query, mine: tuple[_Side, _Side], sentence: int, theirs: tuple[_Side, _Side]
) -> _Crossing:
    first, second = ((_share(query, side, theirs[0]), _share(query, side, theirs[1])) for side in mine)
    return _Crossing(sentence, theirs, (first, second))


def _share(query: Query, one: _Side, other: _Side) -> float:
    """Give the share of the claim that two clauses have in common."""
    return query.weigh(query.mask_of(one.keys() & other.keys()))


def _clauses(
    text: str, end: int, mark: re.Match[str], query: Query, words: Sequence[Word]
) -> tuple[_Side, _Side]:
    """Give what is told before and behind a border, and not on both sides; of "While B did, A did" what A did comes first."""
    first = [word for word in words if word.end <= mark.start()]
    second = [word for word in words if word.start >= mark.end()]
    comma = text.find(",", mark.end(), end)
    if not first and comma >= 0:
        first = [word for word in second if word.start > comma]
        second = [word for word in second if word.start < comma]
    sides = [
        {query.told_by[word.key]: word for word in reversed(side) if word.key in query.told_by}
        for side in (first, second)
    ]
    both = sides[0].keys() & sides[1].keys()
    one, other = ({key: word for key, word in side.items() if key not in both} for side in sides)
    return one, other


def _run_of(keys: Collection[str], side: _Side) -> tuple[int, int]:
    """Give the longest stretch of a clause in which some keys follow one another."""
    ordered = sorted(side, key=lambda key: side[key].start)
    runs: list[list[str]] = [[]]
    for key in ordered:
        if key in keys:
            runs[-1].append(key)
        elif runs[-1]:
            runs.append([])
    longest = max(runs, key=len)
    return side[longest[0]].start, side[longest[-1]].end
