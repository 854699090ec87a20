"""How long `claimcheck --help` takes, as a multiple of `python -c pass`, paired in one run."""

import statistics
import subprocess
import sys
import time

from benchmarks.places import COMMAND

PAIRS = 25
MOST = 12.0
HEAVY = ("httpx", "httpcore", "trafilatura", "rapidfuzz", "pydantic", "rich", "lxml")


def main() -> None:
    for option in ("--help", "--version"):
        ratios = []
        for _ in range(PAIRS):
            plain = _seconds([sys.executable, "-c", "pass"])
            ratios.append(_seconds([str(COMMAND), option]) / plain)
        print(
            f"claimcheck {option}: {statistics.median(ratios):.1f} times python -c pass (must be <= {MOST:g})"
        )
    code = "import sys; sys.argv = ['claimcheck', '--help']\nimport claimcheck.__main__ as m\ntry: m.main()\nexcept SystemExit: pass\n"
    code += f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    finished = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    print(f"heavy modules loaded by --help: {finished.stderr.strip()} (must be [])")


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start
