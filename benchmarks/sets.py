"""Labelled claims on their pages: the sets of the shared material, which are no part of the project, and our own."""

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.places import ROOT, SHARED, require
from claimcheck.extract.body import Body
from claimcheck.extract.document import read_document
from claimcheck.model import Document

EVAL = ROOT / "tests" / "eval"
OTHER_LANGUAGES = ("de-", "es-", "fr-", "it-", "nl-", "pt-")
PERTURBED = {
    "perturbed_wice_dev": "wice_claim_dev",
    "perturbed_attributionbench_dev": "attributionbench_dev",
}
_LABELS = {"partial": "partially_supported", "not_supported": "not_mentioned"}


@dataclass(frozen=True)
class Pair:
    """A claim, the page that it is held against, and what readers say of the two."""

    id: str
    page: str
    document: Document
    claim: str
    label: str
    slot: str | None = None
    evidence: tuple[str, ...] = ()
    """Passages that decide it, in any order."""
    gold: tuple[tuple[str, ...], ...] = ()
    """Alternative sets of sentences that decide it, where a set has those instead."""


def load(name: str) -> list[Pair]:
    """Read a set by its name: a file of the shared material, or `own-plain`, `own-reworded` and `own-languages`.

    Our own have a held-back third, `own-plain-held-back` and `own-reworded-held-back`, which nothing is fitted on.
    """
    if name.startswith("own-"):
        return list(_own(name.removeprefix("own-")))
    if name == "takeaways_dev":
        return list(_takeaways())
    if name in PERTURBED:
        return list(_perturbed(name))
    return list(_sentences(name))


def _own(name: str) -> Iterator[Pair]:
    manner, held_back = name.removesuffix("-held-back"), name.endswith("-held-back")
    articles = sorted(EVAL.glob("articles/*.html"))
    other = [one for one in articles if one.stem.startswith(OTHER_LANGUAGES)]
    english = [one for one in articles if one not in other]
    chosen = (
        other
        if manner == "languages"
        else [one for at, one in enumerate(english) if (at % 3 == 2) is held_back]
    )
    for article in chosen:
        document = _read(article.read_bytes(), article.stem)
        for row in _rows(EVAL / "pairs" / f"{article.stem}.jsonl"):
            if manner in {"languages", row["manner"]}:
                evidence = tuple(row["evidence"])
                yield Pair(
                    row["id"], article.stem, document, row["claim"], row["label"], row["slot"], evidence
                )


def _takeaways() -> Iterator[Pair]:
    pages = SHARED / "pages"
    truth = {
        one["name"]: one["truth"]
        for one in json.loads(gzip.decompress(require(pages / "truth.json.gz").read_bytes()))
    }
    read = cache(lambda name: _read(gzip.decompress((pages / name).read_bytes()), name))
    for row in _rows(SHARED / "data" / "takeaways_dev.jsonl"):
        text = truth[row["page"].split(".html")[0]]
        evidence = tuple(text[start : start + length] for start, length in row["evidence_at"])
        yield Pair(
            row["id"], row["page"], read(row["page"]), row["claim"], row["label"], row["slot"], evidence
        )


def _sentences(name: str) -> Iterator[Pair]:
    for row in _rows(SHARED / "data" / f"{name}.jsonl"):
        sents = row["sents"]
        gold = tuple(
            tuple(sents[at] for at in one if at < len(sents)) for one in row.get("evidence") or () if one
        )
        label = _LABELS.get(row["label"], row["label"])
        yield Pair(row["id"], row["id"], _document(sents), row["claim"], label, gold=gold)


def _perturbed(name: str) -> Iterator[Pair]:
    documents = {
        row["id"]: _document(row["sents"]) for row in _rows(SHARED / "data" / f"{PERTURBED[name]}.jsonl")
    }
    for row in _rows(SHARED / "data" / f"{name}.jsonl"):
        label = "supported" if row["type"] == "original" else "contradicted"
        page = row["doc_id"]
        yield Pair(row["orig_id"], page, documents[page], row["claim"], label, row["type"])


def _read(content: bytes, name: str) -> Document:
    document = read_document(Body(content, "text/html", None, f"https://example.org/{name}"))
    if not isinstance(document, Document):
        raise TypeError(f"{name}: {document.detail}")
    return document


def _document(sentences: list[str]) -> Document:
    text = "\n".join(sentences)
    return Document(text, len(text), "text/plain", len(text))


def _rows(path: Path) -> list[Any]:
    read: Callable[[str], Any] = json.loads
    return [read(line) for line in require(path).read_text(encoding="utf-8").splitlines()]
