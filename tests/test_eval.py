"""Labelled claims on own articles: what they are made of, and a floor under the quality of the verdicts."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claimcheck.extract.body import Body
from claimcheck.extract.document import read_document
from claimcheck.judge.finding import judge
from claimcheck.judge.questions import Question
from claimcheck.match.page import Page, index_page
from claimcheck.model import Document, Verdict

EVAL = Path(__file__).parent / "eval"
NAMES = sorted(path.stem for path in EVAL.glob("articles/*.html"))
LABELS = {"supported", "partially_supported", "contradicted", "not_mentioned"}
SLOTS = {"number", "date", "name", "negation", "direction", "role", "other"}
LANGUAGES = ("de", "es", "fr", "it", "nl", "pt")


def pairs(name: str) -> list[dict[str, Any]]:
    """Read the claims of a page."""
    text = (EVAL / "pairs" / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@cache
def page(name: str) -> Page:
    """Read an article as a run would."""
    content = (EVAL / "articles" / f"{name}.html").read_bytes()
    document = read_document(Body(content, "text/html", None, f"https://example.org/{name}"))
    assert isinstance(document, Document)
    return index_page(document)


def words(text: str) -> str:
    """Give the words of a text, apart from how they are set."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def is_other(name: str) -> bool:
    """Say whether a page is in another language than English."""
    return name[:2] in LANGUAGES and name[2] == "-"


def verdicts(manner: str) -> Counter[tuple[str, Verdict]]:
    """Judge all claims of a manner, or of the other languages: how often each label got each verdict."""
    found: Counter[tuple[str, Verdict]] = Counter()
    for name in NAMES:
        for row in pairs(name):
            if (manner == "languages") is is_other(name) and manner in {"languages", row["manner"]}:
                finding = judge(Question("page", row["id"], row["claim"]), page(name), None).finding
                found[row["label"], finding.verdict] += 1
    return found


@pytest.mark.parametrize("name", NAMES)
def test_labels_are_whole_and_their_evidence_stands_on_the_page(name: str) -> None:
    """Every label has what it needs, and is quoted from the page as claimcheck reads it."""
    text = words(page(name).document.text)
    rows = pairs(name)
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row["label"] in LABELS
        assert (row["slot"] in SLOTS) is (row["label"] == "contradicted")
        assert bool(row["evidence"]) is (row["label"] != "not_mentioned")
        for sentence in row["evidence"]:
            assert words(sentence) in text, row["id"]


def test_the_set_is_large_enough_and_read_twice() -> None:
    """So many articles and pairs, and two readers who hardly differ."""
    rows = [row for name in NAMES for row in pairs(name)]
    assert len(NAMES) >= 60
    assert len(rows) >= 800
    assert sum(row["second"] != row["label"] for row in rows) < 0.01 * len(rows)


def test_plain_claims_are_judged_no_worse_than_they_were() -> None:
    """The floor lies a little below what docs/accuracy.md shows."""
    found = verdicts("plain")
    said, total = Counter[Verdict](), Counter[str]()
    for (label, verdict), count in found.items():
        said[verdict] += count
        total[label] += count
    assert found["supported", Verdict.SUPPORTED] >= 0.68 * said[Verdict.SUPPORTED]
    assert found["supported", Verdict.SUPPORTED] >= 0.33 * total["supported"]
    assert found["contradicted", Verdict.SUPPORTED] <= 0.18 * total["contradicted"]
    assert found["partially_supported", Verdict.SUPPORTED] <= 0.07 * total["partially_supported"]
    assert found["not_mentioned", Verdict.SUPPORTED] <= 0.05 * total["not_mentioned"]
    assert found["supported", Verdict.CONTRADICTED] <= 0.01 * total["supported"]
    assert found["contradicted", Verdict.CONTRADICTED] >= 0.10 * total["contradicted"]


@pytest.mark.parametrize("manner", ["reworded", "languages"])
def test_what_words_cannot_tell_is_left_open(manner: str) -> None:
    """Where hardly anything can be told, hardly anything is called supported or contradicted."""
    found = verdicts(manner)
    total = Counter[str]()
    for (label, _), count in found.items():
        total[label] += count
    assert found["not_mentioned", Verdict.SUPPORTED] <= 0.045 * total["not_mentioned"]
    assert found["partially_supported", Verdict.SUPPORTED] <= 0.035 * total["partially_supported"]
    assert found["supported", Verdict.CONTRADICTED] <= 0.02 * total["supported"]
