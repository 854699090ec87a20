"""`claimcheck.verify`: what the command does, for Python."""

import asyncio
import os
import signal
import sys
from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from claimcheck.configuration import Configuration, read_configuration
from claimcheck.gather.plan import select
from claimcheck.inputs import load_claims_files
from claimcheck.model import Report
from claimcheck.pipeline import heed_interrupts, run
from claimcheck.settings import merge


def verify(
    *paths: str | os.PathLike[str],
    claims: Collection[str] = (),
    sources: Collection[str] = (),
    fail_on: str | Iterable[str] | None = None,
    exit_zero: bool | None = None,
    min_sources: int | None = None,
    offline: bool | None = None,
    timeout_s: float | None = None,
    jobs: int | None = None,
    per_host: int | None = None,
    allow_private: bool | None = None,
    user_agent: str | None = None,
    control_host: str | None = None,
    proxy: str | None = None,
    ca_bundle: str | os.PathLike[str] | None = None,
    cache_dir: str | os.PathLike[str] | None = None,
    refresh: bool | None = None,
    probe: bool | None = None,
    archive: bool | None = None,
    archive_url: str | None = None,
    config: str | os.PathLike[str] | None = None,
) -> Report:
    """Check claims files (default: the folder `claims/`) against the pages that they cite.

    The options are those of `claimcheck verify`; `None` stands for the default, and a configuration file is read only
    where `config` names one. `claims` and `sources` are ids that leave out all else. Sources that fail are part of
    the report. Blocks until all is checked, and starts an event loop of its own: in asynchronous code, call it
    from a thread.

    Raises:
        UsageError: an option is out of range, or there is nothing to check.
        ClaimsFileError: claims files are wrong; it has every mistake with its place.
        SettingsError: the configuration file is wrong.
        ClaimcheckError: the processes that read pages do not start, or failed.
    """
    given = {
        "fail_on": fail_on if fail_on is None or isinstance(fail_on, str) else tuple(fail_on),
        "exit_zero": exit_zero,
        "min_sources": min_sources,
        "offline": offline,
        "timeout_s": timeout_s,
        "jobs": jobs,
        "per_host": per_host,
        "allow_private": allow_private,
        "user_agent": user_agent,
        "control_host": control_host,
        "proxy": proxy,
        "ca_bundle": None if ca_bundle is None else os.fspath(ca_bundle),
        "cache_dir": None if cache_dir is None else os.fspath(cache_dir),
        "refresh": refresh,
        "probe": probe,
        "archive": archive,
        "archive_url": archive_url,
    }
    configuration = Configuration() if config is None else read_configuration(os.fspath(config), Path.cwd())
    settings = merge(given, configuration)
    files = load_claims_files([os.fspath(path) for path in paths], getattr(sys.stdin, "buffer", None))
    chosen = [[one] if isinstance(one, str) else one for one in (claims, sources)]
    # whoever handles Ctrl-C in another way, or ignores it, goes on doing so
    ended_by = [signal.SIGINT] if signal.getsignal(signal.SIGINT) is signal.default_int_handler else []
    chosen_files = select(files, claims=chosen[0], sources=chosen[1])
    try:
        if _has_loop():  # a notebook's, which no second one may run in
            with ThreadPoolExecutor(1) as pool:
                outcome = pool.submit(run, chosen_files, settings, ended_by=()).result()
        else:
            outcome = run(chosen_files, settings, ended_by=ended_by)
    finally:
        if ended_by:
            heed_interrupts()
    if outcome.crash is not None:
        raise outcome.crash
    if outcome.report.interrupted:
        raise KeyboardInterrupt
    return outcome.report


def _has_loop() -> bool:
    """Say whether an event loop runs in this thread already."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
