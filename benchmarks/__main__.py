"""`python -m benchmarks [NAME…]`: startup, web, accuracy, verdicts (all by default), faults, fit, manner, or page (docs/accuracy.md)."""

import sys
from collections.abc import Callable

from benchmarks import accuracy, fit, manner, startup, verdicts, web

ALL: dict[str, Callable[[], None]] = {
    "startup": startup.main,
    "web": web.main,
    "accuracy": accuracy.main,
    "verdicts": verdicts.main,
}


def main() -> None:
    known = {**ALL, "faults": web.faults, "fit": fit.main, "manner": manner.main, "page": verdicts.write_page}
    names = sys.argv[1:] or list(ALL)
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.exit(f"unknown benchmark {', '.join(unknown)}; there are: {', '.join(known)}")
    for name in names:
        print(f"== {name}", flush=True)
        known[name]()


main()
