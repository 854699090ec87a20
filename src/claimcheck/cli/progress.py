"""One line on standard error that says how far a run is; nothing where nobody looks."""

import contextlib
import os
import shutil
import sys
import time
from typing import Final

from claimcheck.gather.gathering import Observe, Progress
from claimcheck.report.sanitise import sanitise
from claimcheck.report.words import plural

_EVERY_S: Final = 0.1


class ProgressLine:
    """Draws progress in place and wipes it at the end."""

    def __init__(self) -> None:
        """Draw nothing yet."""
        self._drawn_at = 0.0
        self._is_drawn = False

    def draw(self, progress: Progress) -> None:
        """Draw the line anew, at most ten times a second."""
        now = time.monotonic()
        if now - self._drawn_at < _EVERY_S and progress.done < progress.total:
            return
        self._drawn_at = now
        self._is_drawn = True
        columns = shutil.get_terminal_size().columns - 1
        _write(words(progress)[:columns])

    def wipe(self) -> None:
        """Leave the line as it was before."""
        if self._is_drawn:
            _write("")


def _write(line: str) -> None:
    with contextlib.suppress(OSError, ValueError):  # the terminal was closed: its run goes on to its report
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()


def words(progress: Progress) -> str:
    """Say how far a run is."""
    hosts = [sanitise(host) for host in progress.waiting_for]
    more = progress.hosts - len(hosts)
    waiting = f" · waiting for {', '.join(hosts)}{f' and {more} more' if more else ''}" if hosts else ""
    return f"{progress.done} of {plural(progress.total, 'page')}{waiting}"


def observer(line: ProgressLine, *, quiet: bool) -> Observe:
    """Give what the pipeline calls: the line on a terminal, else nothing."""
    is_shown = not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return line.draw if is_shown else lambda _: None
