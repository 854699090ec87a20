"""One line on standard error that says how far a run is; nothing where nobody looks."""

import asyncio
import contextlib
import os
import shutil
import sys
from typing import Final

from claimcheck.gather.gathering import Observe, Progress
from claimcheck.report.sanitise import sanitise
from claimcheck.report.words import plural

_EVERY_S: Final = 0.1


class ProgressLine:
    """Draws progress in place and wipes it at the end."""

    def __init__(self) -> None:
        """Draw nothing yet."""
        self._drawn: Progress | None = None
        self._latest: Progress | None = None
        self._pause: asyncio.TimerHandle | None = None

    def draw(self, progress: Progress) -> None:
        """Draw the line anew, in the run's event loop: at most ten times a second, and in the end what holds then."""
        self._latest = progress
        if self._pause is None or progress.done == progress.total:
            self._draw_latest()

    def _draw_latest(self) -> None:
        self._pause = None
        if self._latest is None or self._latest is self._drawn:
            return
        columns = shutil.get_terminal_size().columns - 1
        _write(words(self._latest)[:columns])
        self._drawn = self._latest
        self._pause = asyncio.get_running_loop().call_later(_EVERY_S, self._draw_latest)

    def wipe(self) -> None:
        """Leave the line as it was before."""
        if self._drawn is not None:
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
