"""What the page tells in two ways: "the union says 400 workers walked out; the company says 90" supports neither number."""

import re
from collections.abc import Iterator, Sequence

from claimcheck.details.difference import kind_of
from claimcheck.details.doubt import Doubt
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.text.values import Value, reach_of, unit_of_value

ALL_BUT_VALUE = 0.85
"""Share of the rest of the claim that each of two sentences must tell for their values to be of the same."""

_RESTATED = re.compile(
    r"\b(?:numbers?|figures?|toll|count|total|sum|it|that)\s(?:\w+\s)?(?:at|as|was|were|to\sbe)\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)
"""Before a number that is another's count of the same: "the company put the number at 90"."""
_BEFORE = 40
"""Characters before a number in which that stands."""


def find_conflicts(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield the values of a claim beside others that the page tells of the same, in as many of the claim's words."""
    for value in query.values if evidence else ():
        rest = query.everything & ~query.mask_within(value.start, reach_of(value))
        rivals = query.rivals_of(value)
        same = {sentence: own for sentence, own in rivals.same if _tells(query, rest, sentence)}
        for sentence, other in rivals.different if same else ():
            is_beside = sentence not in same or any(
                _is_restated(one, page) for one in (same[sentence], other)
            )
            if is_beside and _is_alike(value, other) and _tells(query, rest, sentence):
                yield Doubt(value.span, other.span, sentence)
                break


def _is_restated(value: Value, page: Page) -> bool:
    return _RESTATED.search(page.document.text, max(value.start - _BEFORE, 0), value.start) is not None


def _tells(query: Query, rest: int, sentence: int) -> bool:
    return rest != 0 and query.share(rest, query.told(sentence)) >= ALL_BUT_VALUE


def _is_alike(value: Value, other: Value) -> bool:
    """Say whether two values are numbers of the same unit, or both dates."""
    return (kind_of(value), unit_of_value(value)) == (kind_of(other), unit_of_value(other))
