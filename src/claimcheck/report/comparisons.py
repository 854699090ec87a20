"""The numbers and dates of a claim beside those of the passages, for readers who ask why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from claimcheck.model import CheckedClaim, Evidence
from claimcheck.text.dates import Date, dates_agree, find_dates
from claimcheck.text.numbers import Agreement, Number, compare_numbers, find_numbers

_Detail = TypeVar("_Detail", Number, Date)

_AGREEMENTS = {True: Agreement.SAME, False: Agreement.DIFFERENT, None: Agreement.UNSURE}
"""What `dates_agree` answers, from what says most to what says least."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A number or date of the claim, and the one in the passages that comes nearest to it."""

    claim: str
    source: str | None
    """`None` where the passages hold nothing of this kind and unit."""
    agreement: Agreement


def compare_details(claim: CheckedClaim, evidence: Iterable[Evidence]) -> tuple[Comparison, ...]:
    """Compare each number and date of a claim, its analysis aside, with the passages of one source."""
    quotes = [passage.quote for passage in evidence]
    own_dates = find_dates(claim.text)
    own_numbers = find_numbers(claim.text, own_dates)
    dates = [find_dates(quote) for quote in quotes]
    numbers = [
        number for quote, taken in zip(quotes, dates, strict=True) for number in find_numbers(quote, taken)
    ]
    compared = [
        *_compare_numbers(_checked(own_numbers, claim), numbers),
        *_compare_dates(_checked(own_dates, claim), [date for found in dates for date in found]),
    ]
    return tuple(comparison for _, comparison in sorted(compared, key=lambda pair: pair[0]))


def _checked(details: Iterable[_Detail], claim: CheckedClaim) -> Iterator[_Detail]:
    analysis = claim.analysis
    return (
        detail
        for detail in details
        if analysis is None or detail.end <= analysis.start or analysis.end <= detail.start
    )


def _compare_numbers(own: Iterable[Number], found: Sequence[Number]) -> Iterator[tuple[int, Comparison]]:
    for number in own:
        alike = [
            (compare_numbers(number, other), abs(number.value - other.value), other)
            for other in found
            if other.unit == number.unit
        ]
        if not alike:
            yield number.start, Comparison(number.text, None, Agreement.UNSURE)
            continue
        agreement, _, nearest = min(alike, key=lambda rated: (rated[0] is not Agreement.SAME, rated[1]))
        yield number.start, Comparison(number.text, nearest.text, agreement)


def _compare_dates(own: Iterable[Date], found: Sequence[Date]) -> Iterator[tuple[int, Comparison]]:
    order = list(_AGREEMENTS)
    for date in own:
        rated = [(dates_agree(date, other), other) for other in found]
        if not rated:
            yield date.start, Comparison(date.text, None, Agreement.UNSURE)
            continue
        agrees, nearest = min(rated, key=lambda pair: order.index(pair[0]))
        yield date.start, Comparison(date.text, nearest.text, _AGREEMENTS[agrees])
