"""What speaks for and against support, as numbers from 0 to 1. None of them stands for the claim's length."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields

from claimcheck.details import Details, beside, credit_values
from claimcheck.match import Page, Query, best_window
from claimcheck.text.numbers import Agreement
from claimcheck.text.words import split_words


@dataclass(frozen=True, slots=True)
class Signals:
    """The signals of one claim against one page. What each is worth is fitted: `claimcheck.score`."""

    window: float
    """Share of the claim's weight that the best two sentences in a row cover."""
    least_part: float
    """Share of the least covered part of the claim, in the evidence."""
    order: float
    """Share of the claim's words that the evidence has in the claim's order (longest common subsequence)."""
    values_missing: float
    """Share of the claim's numbers and dates that the evidence does not state."""
    names_missing: float
    """Share of the weight of the claim's names that stands nowhere in or beside the evidence."""
    difference: float
    """1 where a detail surely differs."""


NAMES = tuple(field.name for field in fields(Signals))


def measure(query: Query, page: Page, evidence: Sequence[int], details: Details) -> Signals:
    """Measure the signals of a claim against the evidence that was selected for it."""
    query = credit_values(query, details)
    covered = query.covered_by(evidence)
    nearby = query.covered_by(beside(evidence, page))
    return Signals(
        window=best_window(query, page, 2),
        least_part=min((query.share(part, covered) for part in query.parts), default=0.0),
        order=_order(query, page, evidence),
        values_missing=_values_missing(details),
        names_missing=1.0 - query.share(query.names, nearby) if query.names else 0.0,
        difference=float(bool(details.differences)),
    )


def vector(signals: Signals) -> tuple[float, ...]:
    """List the signals in the order of `NAMES`."""
    return astuple(signals)


def _order(query: Query, page: Page, evidence: Sequence[int]) -> float:
    wanted = [word.key for word in query.words]
    known = set(wanted)
    length = 0
    row = [0] * (len(wanted) + 1)
    for sentence in sorted(evidence):
        for word in split_words(page.document.text, *page.sentences[sentence]):
            if word.key in known:
                previous = 0
                for column, key in enumerate(wanted, 1):
                    above = row[column]
                    row[column] = previous + 1 if key == word.key else max(above, row[column - 1])
                    previous = above
        length = row[-1]
    return length / len(wanted) if wanted else 0.0


def _values_missing(details: Details) -> float:
    if not details.compared:
        return 0.0
    return sum(one.agreement is not Agreement.SAME for one in details.compared) / len(details.compared)
