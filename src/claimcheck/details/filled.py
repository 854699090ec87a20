"""The numbers and dates of a claim beside what the page has in their places: stated, absent, or another.

Another value is sure to stand for the claim's where it fills its frame (`claimcheck.details.slots`) or keeps much more of its
company (`claimcheck.details.company`), and nothing lets both be true (`claimcheck.details.compatible`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.details.company import LIKE_CLAIM, Companies
from claimcheck.details.compatible import is_of_another_kind, may_also_be
from claimcheck.details.difference import Difference, kind_of
from claimcheck.details.rows import is_in_its_row
from claimcheck.details.slots import Filling, alike, neighbours
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.text.dates import Date
from claimcheck.text.numbers import Number
from claimcheck.text.values import Value, unit_of_value

NEARBY = 2
"""Sentences on either side of the evidence in which a detail still belongs to it."""
LEAD = 0.3
"""So much more company must another value keep than the claim's own does anywhere on the page."""
DATE_LEAD = 0.1
"""So much more, and the claim's own date may well be that of something else."""
ALONE = 0.55
"""Share of its company that another value must keep where no neighbour of the claim's stands beside it."""
SMALL = 12
"""Counts up to here are said of so much that another is no rival but for the same noun."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A number or date of the claim, and what became of it."""

    value: Value
    is_near: bool
    """The same value stands in or beside the evidence, or follows from two that do."""
    instead: Value | None = None
    """Of a value that is not near, another of its kind in the evidence."""
    rival: Filling | None = None
    """What may stand on the page in its place."""
    is_sure: bool = False
    """Nothing is known by which both could be true."""

    @property
    def difference(self) -> Difference | None:
        """What surely stands in its place."""
        if self.rival is None or not self.is_sure:
            return None
        return Difference(kind_of(self.value), *self.rival.spans, self.rival.sentence, self.rival.certainty)


def compare_numbers(companies: Companies, evidence: Sequence[int]) -> Sequence[Detail]:
    """Compare each number and date of a claim with what the page has in its place."""
    around = frozenset(beside(evidence, companies.page))
    return [_compare(value, companies, around) for value in companies.query.values]


def beside(evidence: Sequence[int], page: Page) -> list[int]:
    """List the sentences in and around the evidence, without crossing the border of the article."""
    return sorted({at for sentence in evidence for at in _neighbours(sentence, page)})


def _neighbours(sentence: int, page: Page) -> range:
    first, last = page.border_of(sentence)
    return range(max(sentence - NEARBY, first), min(sentence + NEARBY + 1, last))


def _compare(value: Value, companies: Companies, around: frozenset[int]) -> Detail:
    follows = companies.follows(value, around)
    is_near = follows or companies.is_stated(value, around)
    detail = Detail(value, is_near, None if is_near else _other_in(around, value, companies.query))
    if follows or not companies.is_told(value) or is_in_its_row(value, companies.query, companies.page):
        return detail
    framed = next((one for one in companies.slots.misfilled if one.slot.value is value), None)
    stated, other = companies.rivalled(value)
    lead = other.certainty - (stated or 0.0) if other else 0.0
    rival = other if other and lead >= LEAD and _fits(other, companies, is_nowhere=stated is None) else None
    found = framed or rival
    if found and is_of_another_kind(*found.spans, companies.query, companies.page):
        found = None
    if found and not companies.follows(value, frozenset([found.sentence])):
        is_told_apart = (stated or 0.0) >= LIKE_CLAIM or companies.is_stated_closer(value, found.sentence)
        if not is_told_apart or (framed and rival):
            is_open = (
                may_also_be(value, found, companies, around)
                or companies.is_told_with_another(value, found.sentence)
                or companies.is_told_as_well(value, found.sentence)
            )
            return replace(detail, rival=found, is_sure=not is_open)
    return replace(detail, rival=other if isinstance(value, Date) and lead >= DATE_LEAD else None)


def _other_in(sentences: frozenset[int], value: Value, query: Query) -> Value | None:
    """Find another value of a kind in the sentence that tells most of the claim, of some."""
    unit = unit_of_value(value)
    found = [
        (query.weigh(query.told(at)), -other.start, other)
        for at, other in query.rivals_of(value).different
        if at in sentences and unit != "" and unit_of_value(other) == unit  # bare numbers count anything
    ]
    return max(found)[2] if found else None


def _fits(rival: Filling, companies: Companies, *, is_nowhere: bool) -> bool:
    """Say whether a value that keeps the company of the claim's surely stands for the same thing."""
    query, page, value = companies.query, companies.page, rival.slot.value
    mine = neighbours(query.words, rival.slot.start, rival.slot.end)
    theirs = neighbours(page.content_of(rival.sentence), rival.start, rival.end)
    same_before, same_after = (alike(*pair) for pair in zip(mine, theirs, strict=True))
    if isinstance(value, Number) and value.is_counted:
        return same_after and value.value > SMALL  # a count is told by the noun that follows
    return same_before or same_after or (is_nowhere and rival.certainty >= ALONE)
