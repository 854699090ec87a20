"""The loopback test web: 1,000 clean pages beside the pipeline that anyone would write, and every kind of trouble."""

import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.places import COMMAND, SHARED, require

ROUNDS = 5
MOST_WALL, MOST_MB = 1.3, 250
LYCHEE = shutil.which("lychee") or str(Path(sys.executable).with_name("lychee"))


def main() -> None:
    with _served() as folder:
        _compare(folder)


def faults() -> None:
    """Print how every kind of trouble is recognised, and how much is open at once, beside lychee where it is installed."""
    with _served() as folder:
        for name in ("faults", "messy"):
            row = _measure(folder, name, _ours(name, "--timeout", "5", "--refresh"))
            table = _run(folder, "classify.py", name, f"claimcheck=results/{name}.json").splitlines()
            wrong = [line for line in table if "✘" in line or re.search(r"\d+/\d+ ", line.partition("|")[2])]
            print(f"== {name}: peak memory {row['rss_mb']} MB", *wrong, *table[-3:], sep="\n")
            if name == "messy" and Path(LYCHEE).exists():
                theirs = _measure(
                    folder, "lychee", [LYCHEE, "-q", "--no-progress", "--timeout", "5", "--max-redirects", "20", "--insecure",
                                       "sets/messy_no3600/links.txt"],
                )  # fmt: skip
                print(
                    f"wall time: {row['wall'] / theirs['wall']:.2f} times lychee on messy_no3600 (must be <= 1.2)"
                )
        row = _measure(folder, "onehost", _ours("onehost", "--refresh"))
        print(f"onehost: at most {row['hostpeak']} exchanges at once with the host (--per-host is 2)")
        first, again = (_measure(folder, "clean", _ours("clean", "--cache-dir", "cache")) for _ in range(2))
        print(
            f"clean, from the cache: {again['wall'] / first['wall']:.2f} times the first run (must be <= 0.45)"
        )
        large = _measure(folder, "clean10k", _ours("clean10k", "--refresh", "--cache-dir", "large"))
        print(
            f"clean10k: {large['rss_mb']} MB, {large['rss_mb'] / first['rss_mb']:.2f} times clean (must be <= 1.5)"
        )


def _ours(name: str, *options: str) -> list[str]:
    claims = f"sets/{name}/claims.yaml"
    return [
        str(COMMAND),
        "verify",
        claims,
        "-f",
        "json",
        "--allow-private",
        "-o",
        f"results/{name}.json",
        *options,
    ]


@contextmanager
def _served() -> Iterator[Path]:
    """Copy the test web, generate its sets and serve it; yield the folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "web"
        shutil.copytree(require(SHARED / "web"), folder)
        for path in folder.rglob("*"):
            path.chmod(0o755)
        _run(folder, "gen.py")
        (folder / "results").mkdir()
        subject = ["-subj", "/CN=lab.invalid", "-keyout", "self.key", "-out", "self.crt"]
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "400", *subject],
                       cwd=folder, check=True, stderr=subprocess.DEVNULL)  # fmt: skip
        server = subprocess.Popen(
            [sys.executable, "server.py", "--pidfile", "server.pid"], cwd=folder, stdout=subprocess.PIPE
        )
        try:
            assert server.stdout is not None
            if not server.stdout.readline():  # it says when it is ready
                sys.exit("the test web does not start; is its port taken by another?")
            yield folder
        finally:
            server.terminate()
            server.wait()


def _run(folder: Path, *command: str) -> str:
    return subprocess.run(
        [sys.executable, *command], cwd=folder, check=True, capture_output=True, text=True
    ).stdout


def _compare(folder: Path) -> None:
    claims = "sets/clean/claims.yaml"
    ours = _ours("clean", "--refresh")
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
    report = json.loads((folder / "results" / "clean.json").read_text())
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
