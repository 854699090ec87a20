"""What speaks for and against support, as numbers from 0 to 1. None of them stands for the claim's length.

Each is monotone: it can only speak for support, or only against it. `claimcheck.judge.score` says how much each is worth.
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields

from claimcheck.details.compare import Details
from claimcheck.details.filled import beside
from claimcheck.match.evidence import best_window
from claimcheck.match.page import Page
from claimcheck.match.query import Query


@dataclass(frozen=True, slots=True)
class Signals:
    """The signals of one claim against one page."""

    window: float
    """For: share of the claim's weight that the best two sentences in a row tell."""
    least_part: float
    """For: the part of the claim that is told least in any single sentence of or beside the evidence."""
    order: float
    """For: share of the claim's words that the evidence tells in the claim's order (longest common subsequence)."""
    untold_names: float
    """Against: weight of the claim's names and numbers that the evidence does not tell."""
    untold_words: float
    """Against: share of its other words, by weight, that the evidence does not tell."""
    scattered: float
    """Against: weight that only the further passages tell, apart from the first."""
    difference: float
    """Against: 1 where a detail surely differs."""
    misfilled: float
    """Against: 1 where something else stands on the page in the frame of a name or value, or the opposite of a word."""


NAMES = tuple(field.name for field in fields(Signals))


def measure(query: Query, page: Page, passages: Sequence[Sequence[int]], details: Details) -> Signals:
    """Measure the signals of a claim against the passages that were selected for it."""
    evidence = [sentence for passage in passages for sentence in passage]
    first, covered = query.covered_by(passages[0] if passages else ()), query.covered_by(evidence)
    telling = query.names | query.mask_of(key for key in query.keys if key[0].isdigit())
    others = query.everything & ~telling
    around = beside(evidence, page)
    return Signals(
        window=best_window(query, page, 2),
        least_part=min(
            (max((query.share(part, query.told(at)) for at in around), default=0.0) for part in query.parts),
            default=0.0,
        ),
        order=_order(query, page, evidence),
        untold_names=query.weigh(telling & ~covered),
        untold_words=1.0 - query.share(others, covered) if others else 0.0,
        scattered=query.weigh(covered & ~first),
        difference=float(bool(details.differences)),
        misfilled=float(details.is_misfilled),
    )


def vector(signals: Signals) -> tuple[float, ...]:
    """List the signals in the order of `NAMES`."""
    return astuple(signals)


def _order(query: Query, page: Page, evidence: Sequence[int]) -> float:
    wanted = [word.key for word in query.words]
    row = [0] * (len(wanted) + 1)
    for sentence in sorted(evidence):
        for word in page.words_of(sentence):
            told = query.told_by.get(word.key)
            if told:
                previous = 0
                for column, key in enumerate(wanted, 1):
                    above = row[column]
                    row[column] = previous + 1 if key == told else max(above, row[column - 1])
                    previous = above
    return row[-1] / len(wanted) if wanted else 0.0
