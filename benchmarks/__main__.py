"""`python -m benchmarks [NAME…]`: startup, web, accuracy (all by default), faults or fit. Times are given as ratios of one run."""

import sys
from collections.abc import Callable

from benchmarks import accuracy, fit, startup, web

ALL: dict[str, Callable[[], None]] = {"startup": startup.main, "web": web.main, "accuracy": accuracy.main}


def main() -> None:
    known = {**ALL, "faults": web.faults, "fit": fit.main}
    names = sys.argv[1:] or list(ALL)
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.exit(f"unknown benchmark {', '.join(unknown)}; there are: {', '.join(known)}")
    for name in names:
        print(f"== {name}", flush=True)
        known[name]()


main()
