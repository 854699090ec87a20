"""How often the verdicts and the evidence are right, on labelled claims, with plain fuzzy matching beside them."""

import json
import re
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from benchmarks.places import COMMAND, SHARED, require

FIGURES = ("auroc_matched", "auroc", "supported_precision", "supported_recall", "false_support_on_contradicted",
           "false_support_on_partial", "false_support_on_not_mentioned", "evidence_hit", "median_quote_words", "unchecked")  # fmt: skip


def main() -> None:
    bench, data = require(SHARED / "bench"), SHARED / "data"
    takeaways = data / "takeaways_dev.jsonl"
    scored, printed = _score(bench / "takeaways.py", takeaways, "--pages", str(SHARED / "pages"))
    print(
        "takeaways_dev",
        {name: scored[name] for name in FIGURES},
        "(auroc_matched >= 0.72, supported_precision >= 0.60)",
    )
    print(next(line for line in printed.splitlines() if line.startswith("sources")))
    wice = data / "wice_claim_dev.jsonl"
    scored, _ = _score(bench / "labelled.py", wice)
    gold = scored["evidence"]["first_quote_is_gold"]
    print(f"wice_claim_dev: AUROC {scored['auroc']} (>= 0.70), first quote is gold {gold} (>= 0.85)")
    print(f"wice_claim_dev, best sentence by rapidfuzz partial_ratio: AUROC {_plain_fuzzy(wice):.2f}")


def _score(script: Path, labels: Path, *options: str) -> tuple[dict[str, Any], str]:
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result.json"
        command = [
            sys.executable,
            str(script),
            str(require(labels)),
            *options,
            "--claimcheck",
            str(COMMAND),
            "--json",
            str(result),
        ]
        finished = subprocess.run(command, capture_output=True, text=True, check=True)
        return json.loads(result.read_text()), finished.stdout


def _plain_fuzzy(labels: Path) -> float:
    scores = defaultdict(list)
    for row in map(json.loads, labels.read_text().splitlines()):
        best = max(
            fuzz.partial_ratio(row["claim"], sentence)
            for sentence in row["sents"]
            if re.search(r"\w", sentence)
        )
        scores[row["label"] == "supported"].append(best)
    wins = [(a > b) + 0.5 * (a == b) for a in scores[True] for b in scores[False]]
    return statistics.mean(wins)
