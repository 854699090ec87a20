"""The clean set of the loopback test web: 1,000 pages on 100 hosts, beside the pipeline that anyone would write."""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.places import COMMAND, SHARED, require

ROUNDS = 5
MOST_WALL, MOST_MB = 1.3, 300


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "web"
        shutil.copytree(require(SHARED / "web"), folder)
        for path in folder.rglob("*"):
            path.chmod(0o755)
        subprocess.run([sys.executable, "gen.py"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (folder / "results").mkdir()
        server = subprocess.Popen([sys.executable, "server.py", "--pidfile", "server.pid"], cwd=folder)
        try:
            time.sleep(6)
            _compare(folder)
        finally:
            server.terminate()
            server.wait()


def _compare(folder: Path) -> None:
    claims = "sets/clean/claims.yaml"
    ours = [str(COMMAND), "verify", claims, "-f", "json", "--allow-private", "-o", "results/ours.json"]
    plain = [sys.executable, "plain.py", claims, "results/plain.json"]
    rows: dict[str, list[dict[str, Any]]] = {"plain": [], "ours": []}
    for _ in range(ROUNDS):  # in turn, so that both meet the same machine
        rows["plain"].append(_measure(folder, "plain", plain))
        rows["ours"].append(_measure(folder, "ours", ours))
    wall = statistics.median(a["wall"] / b["wall"] for a, b in zip(rows["ours"], rows["plain"], strict=True))
    memory = max(row["rss_mb"] for row in rows["ours"])
    print(f"wall time: {wall:.2f} times plain.py (must be <= {MOST_WALL})")
    print(
        f"peak memory of the process tree: {memory} MB (must be <= {MOST_MB}; plain.py {rows['plain'][0]['rss_mb']})"
    )
    report = json.loads((folder / "results" / "ours.json").read_text())
    findings = Counter(
        one["verdict"] for file in report["files"] for claim in file["claims"] for one in claim["findings"]
    )
    states = Counter(source["state"] for file in report["files"] for source in file["sources"])
    print(
        f"exit codes {sorted({row['rc'] for row in rows['ours']})}; sources {dict(states)}; findings {dict(findings)}"
    )


def _measure(folder: Path, name: str, command: list[str]) -> dict[str, Any]:
    finished = subprocess.run(
        [sys.executable, "measure.py", name, "--reps", "1", "--", *command],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    row: dict[str, Any] = json.loads(finished.stdout.splitlines()[0])
    return row
