"""Fit the weights of `claimcheck.judge.score` by cross-validation, grouped by page, and print them.

The fit is a ridge logistic regression on takeaways_dev, wice_claim_dev and two thirds of our own plain claims; what it
prints for these sets is cross-validated, so that no pair is scored by weights that have seen its page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from benchmarks.sets import Pair, load
from claimcheck.details.compare import compare_details
from claimcheck.judge.finding import SUPPORTED, allows_support, look_up
from claimcheck.judge.questions import Question
from claimcheck.judge.signals import NAMES, measure, vector
from claimcheck.match.page import index_page

SETS = ("takeaways_dev", "wice_claim_dev", "own-plain")
RIDGE = 0.1
FOLDS = 10


@dataclass(frozen=True)
class Measured:
    """A labelled claim, its signals, and what rules out support whatever the score."""

    pair: Pair
    signals: tuple[float, ...]
    ruled_out: bool


def main() -> None:
    measured = {name: measure_all(load(name)) for name in SETS}
    for name, scores in cross_validated(measured).items():
        rows = measured[name]
        labels = np.array([one.pair.label == "supported" for one in rows])
        lengths = np.array([len(one.pair.claim.split()) for one in rows])
        said = (scores >= SUPPORTED) & ~np.array([one.ruled_out for one in rows])
        print(
            f"{name}: AUROC {roc_auc_score(labels, scores):.3f}, of equal length {matched(scores, labels, lengths):.3f}; "
            f"supported at {SUPPORTED}: precision {labels[said].mean():.2f}, recall {labels[said].sum() / labels.sum():.2f}"
        )
    weights, intercept = _fit([one for rows in measured.values() for one in rows])
    print(f"INTERCEPT = {intercept:.2f}")
    print("WEIGHTS =", {name: round(float(weight), 2) for name, weight in zip(NAMES, weights, strict=True)})


def measure_all(pairs: Sequence[Pair]) -> list[Measured]:
    """Measure the signals of all pairs; those of one page stand together."""
    found = []
    for _, group in groupby(pairs, key=lambda one: one.page):
        own = list(group)
        page = index_page(own[0].document)
        for pair in own:
            laid, query, passages = look_up(Question("page", "claim", pair.claim), page)
            sentences = [sentence for passage in passages for sentence in passage]
            details = compare_details(query, laid, sentences)
            outside = bool(sentences) and sentences[0] >= laid.in_article
            signals = vector(measure(query, laid, passages, details))
            allowed = not outside and allows_support(query, sentences, details)
            found.append(Measured(pair, signals, not allowed))
    return found


def cross_validated(measured: dict[str, list[Measured]]) -> dict[str, Any]:
    """Score every pair by weights fitted without its page."""
    folds = {
        name: list(GroupKFold(FOLDS).split(rows, groups=[one.pair.page for one in rows]))
        for name, rows in measured.items()
    }
    scores = {name: np.zeros(len(rows)) for name, rows in measured.items()}
    for fold in range(FOLDS):
        weights, intercept = _fit([measured[name][at] for name in measured for at in folds[name][fold][0]])
        for name, rows in measured.items():
            for at in folds[name][fold][1]:
                scores[name][at] = 1 / (1 + np.exp(-(intercept + np.dot(weights, rows[at].signals))))
    return scores


def _fit(rows: Sequence[Measured]) -> tuple[Any, float]:
    signals = np.array([one.signals for one in rows])
    scaler = StandardScaler().fit(signals)
    labels = [one.pair.label == "supported" for one in rows]
    model = LogisticRegression(C=RIDGE).fit(scaler.transform(signals), labels)
    weights = model.coef_[0] / scaler.scale_
    return weights, float(model.intercept_[0] - weights @ scaler.mean_)


def matched(scores: Any, labels: Any, lengths: Any) -> float:
    """AUROC over pairs of claims that differ by one word in length at most: length tells nothing."""
    wins = [
        (a > b) + 0.5 * (a == b)
        for a, n in zip(scores[labels], lengths[labels], strict=True)
        for b in scores[~labels & (abs(lengths - n) <= 1)]
    ]
    return float(np.mean(wins))
