"""The process that reads pages: `python -m claimcheck.workers.worker`, started by `claimcheck.workers.pool`.

It reads jobs from standard input and writes results to standard output until the input ends. It dies rather than
outlive its parent or its deadline.
"""

import contextlib
import gc
import logging
import math
import os
import signal
import sys
import traceback
import warnings
from typing import Any, BinaryIO

import trafilatura.meta

from claimcheck.extract.body import Unreadable
from claimcheck.model import Reason
from claimcheck.text.paraphrase import meanings_of
from claimcheck.workers.examine import examine
from claimcheck.workers.frames import pack, read_frame
from claimcheck.workers.jobs import SAVE_TEXT, Job

READY = "ready"
MANY = 20_000
"""Objects after which cycles are looked for: a page makes thousands, and hardly one cycle."""
CLEAN_EVERY = 100
"""Pages after which caches are emptied: trafilatura keeps what it saw, and memory grows with the pages."""


def main() -> None:
    """Serve jobs; the arguments are the memory cap in bytes and the deadline of one job in seconds."""
    cap, deadline = int(sys.argv[1]), int(sys.argv[2])
    _bound(cap)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    logging.disable()
    warnings.simplefilter("ignore")
    meanings_of("")  # its table is made now, while the first pages are fetched
    gc.freeze()  # what was imported stays: looking through it again and again is a tenth of the work
    gc.set_threshold(MANY)
    jobs, results = sys.stdin.buffer, _own_stdout()
    results.write(pack(READY))
    results.flush()
    done = 0
    while (job := read_frame(jobs)) is not None:
        _set_alarm(deadline + math.ceil(job.extra_s))
        results.write(pack(_run(job)))
        results.flush()
        _set_alarm(0)
        done += 1
        if done % CLEAN_EVERY == 0:
            trafilatura.meta.reset_caches()
            gc.collect()


def _run(job: Job) -> Any:
    try:
        return examine(job)
    except MemoryError:
        return Unreadable(
            Reason.TOO_LARGE,
            f"Reading the page takes more memory than is allowed; {SAVE_TEXT}",
        )
    except Exception:  # noqa: BLE001 - whatever it is, the parent raises it as its own
        return traceback.format_exc()


def _own_stdout() -> BinaryIO:
    """Keep standard output for results alone: what a library prints goes nowhere."""
    results = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return results


def _bound(cap: int) -> None:
    try:
        import resource  # noqa: PLC0415 - POSIX alone has it
    except ImportError:
        return
    for limit, wanted in ((resource.RLIMIT_AS, cap), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(limit)
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with contextlib.suppress(OSError, ValueError):  # a system that refuses leaves the deadline
            resource.setrlimit(limit, (most, most))


def _set_alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


if __name__ == "__main__":
    main()
