"""Fit the weights of `claimcheck.score` by cross-validation, grouped by page, and print them.

The fit is a ridge logistic regression on takeaways_dev and wice_claim_dev; what it prints for these sets is
cross-validated, so that no pair is scored by weights that have seen its page.
"""

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from benchmarks.places import SHARED, require
from claimcheck.details import compare_details
from claimcheck.extract.body import Body
from claimcheck.extract.document import read_document
from claimcheck.judge import SUPPORTED, look_up
from claimcheck.match import Page, index_page
from claimcheck.model import Document
from claimcheck.questions import Question
from claimcheck.signals import NAMES, measure, vector

RIDGE = 0.1
FOLDS = 10


@dataclass(frozen=True)
class Pair:
    """A labelled claim on its page."""

    page: str
    length: int
    supported: bool
    signals: tuple[float, ...]


def main() -> None:
    sets = [
        list(_takeaways(SHARED / "data" / "takeaways_dev.jsonl")),
        list(_wice(SHARED / "data" / "wice_claim_dev.jsonl")),
    ]
    for name, pairs in zip(("takeaways_dev", "wice_claim_dev"), _cross_validated(sets), strict=True):
        scores, labels, lengths = (np.array(column) for column in zip(*pairs, strict=True))
        said = scores >= SUPPORTED
        print(
            f"{name}: AUROC {roc_auc_score(labels, scores):.3f}, of equal length {_matched(scores, labels, lengths):.3f}; "
            f"supported at {SUPPORTED}: precision {labels[said].mean():.2f}, recall {labels[said].sum() / labels.sum():.2f}"
        )
    weights, intercept = _fit([pair for pairs in sets for pair in pairs])
    print(f"INTERCEPT = {intercept:.2f}")
    print("WEIGHTS =", {name: round(float(weight), 2) for name, weight in zip(NAMES, weights, strict=True)})


def _fit(pairs: list[Pair]) -> tuple[Any, float]:
    signals = np.array([pair.signals for pair in pairs])
    scaler = StandardScaler().fit(signals)
    model = LogisticRegression(C=RIDGE).fit(scaler.transform(signals), [pair.supported for pair in pairs])
    weights = model.coef_[0] / scaler.scale_
    return weights, float(model.intercept_[0] - weights @ scaler.mean_)


def _cross_validated(sets: list[list[Pair]]) -> Iterator[list[tuple[float, bool, int]]]:
    folds = [list(GroupKFold(FOLDS).split(pairs, groups=[pair.page for pair in pairs])) for pairs in sets]
    fitted = [
        _fit([pairs[i] for pairs, fold in zip(sets, split, strict=True) for i in fold[0]])
        for split in zip(*folds, strict=True)
    ]
    for pairs, splits in zip(sets, folds, strict=True):
        scored = []
        for (weights, intercept), (_, held_back) in zip(fitted, splits, strict=True):
            for pair in (pairs[i] for i in held_back):
                score = 1 / (1 + np.exp(-(intercept + np.dot(weights, pair.signals))))
                scored.append((float(score), pair.supported, pair.length))
        yield scored


def _matched(scores: Any, labels: Any, lengths: Any) -> float:
    wins = [
        (a > b) + 0.5 * (a == b)
        for a, n in zip(scores[labels], lengths[labels], strict=True)
        for b in scores[~labels & (abs(lengths - n) <= 1)]
    ]
    return float(np.mean(wins))


def _takeaways(path: Path) -> Iterator[Pair]:
    def read(name: str) -> Document:
        body = Body(
            gzip.decompress((SHARED / "pages" / name).read_bytes()),
            "text/html",
            None,
            f"https://example.org/{name}",
        )
        document = read_document(body)
        if not isinstance(document, Document):
            raise TypeError(f"{name}: {document.detail}")
        return document

    yield from _pairs(path, lambda row: row["page"], lambda row: read(row["page"]))


def _wice(path: Path) -> Iterator[Pair]:
    def read(row: Any) -> Document:
        text = "\n".join(row["sents"])
        return Document(text, len(text), "text/plain", len(text))

    yield from _pairs(path, lambda row: row["id"], read)


def _pairs(path: Path, page_of: Callable[[Any], str], read: Callable[[Any], Document]) -> Iterator[Pair]:
    pages: dict[str, Page] = {}
    for row in map(json.loads, require(path).read_text().splitlines()):
        name = page_of(row)
        if name not in pages:
            pages[name] = index_page(read(row))
        yield Pair(
            name, len(row["claim"].split()), row["label"] == "supported", _signals(row["claim"], pages[name])
        )


def _signals(claim: str, page: Page) -> tuple[float, ...]:
    page, query, passages = look_up(Question("page", "claim", claim), page)
    sentences = [sentence for passage in passages for sentence in passage]
    return vector(measure(query, page, sentences, compare_details(query, page, sentences)))
