"""`verify`, `links` and `report`: from paths and options to reports and an exit code."""

import gc
import os
import signal
import sys
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from claimcheck.cli.progress import ProgressLine, observer
from claimcheck.cli.streams import (
    has_color,
    require_writable,
    width,
    working_folder,
    write_error,
    write_file,
    write_out,
)
from claimcheck.configuration import read_configuration
from claimcheck.errors import ClaimcheckError, UsageError
from claimcheck.gather.plan import select, select_sources
from claimcheck.inputs import load_claims_files
from claimcheck.model import ClaimsFile, ExitCode, FailOn, Report
from claimcheck.options import DEFAULT_FAIL_ON
from claimcheck.pipeline import run
from claimcheck.report import Format, RenderOptions, render_pieces
from claimcheck.report.ending import describe_ending
from claimcheck.report.problems import find_problems
from claimcheck.report.sanitise import sanitise
from claimcheck.report.saved import load_report
from claimcheck.settings import Settings, merge

_OF_SOURCES = (
    FailOn.DEAD, FailOn.BLOCKED, FailOn.UNREACHABLE, FailOn.UNREADABLE, FailOn.EDITED, FailOn.REWRITTEN, FailOn.GONE,
)  # fmt: skip
_OF_DRIFT = frozenset(
    [FailOn.MOVED, FailOn.REWORDED, FailOn.CHANGED, FailOn.LOST, FailOn.EDITED, FailOn.REWRITTEN, FailOn.GONE]
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """Where the reports of a run go, and how they look."""

    format: Format
    output: Path | None
    more: tuple[tuple[Format, Path], ...]
    quiet: bool
    verbose: bool

    @classmethod
    def of(
        cls, format_name: str, output: Path | None, more: Sequence[str], *, quiet: bool, verbose: bool
    ) -> Self:
        """Check the options of output before anything is fetched."""
        further = tuple(map(_format_and_file, more))
        for path in (*(path for _, path in further), *((output,) if output is not None else ())):
            require_writable(path)
        return cls(_format(format_name), output, further, quiet, verbose)

    def require_apart(self, read: Iterable[str]) -> None:
        """Raise where a report would take the place of a file that is read, or of another report."""
        taken = {Path(name).resolve(): f"{name} is read by this run" for name in read}
        for path in (*((self.output,) if self.output is not None else ()), *(path for _, path in self.more)):
            target = path.resolve()
            if target in taken and not (target.exists() and not target.is_file()):
                raise UsageError(f"{path} cannot be written: {taken[target]}", hint="name another file")
            taken[target] = f"another report goes to {path}"

    def write(self, report: Report) -> None:
        """Write every report; one that cannot be written keeps none of the others back."""
        plain = RenderOptions(verbose=self.verbose, quiet=self.quiet)
        failures: dict[Path, UsageError] = {}
        files = self.more if self.output is None else ((self.format, self.output), *self.more)
        for kind, path in files:
            try:
                write_file(path, render_pieces(report, kind, plain))
            except UsageError as error:
                failures[path] = error
        if self.output is None:
            shown = RenderOptions(
                width=width(os.environ),
                color=has_color(os.environ),
                hyperlinks=has_color(os.environ) and sys.stdout.isatty() and _shows_links(os.environ),
                verbose=self.verbose,
                quiet=self.quiet,
            )
            write_out(
                render_pieces(report, self.format, shown),
                encoding=None if self.format is Format.TERMINAL else "utf-8",
            )
        elif self.output in failures:
            write_out(
                render_pieces(report, self.format, plain), encoding="utf-8"
            )  # what was checked must not be lost
        if failures:
            raise next(iter(failures.values()))


def verify(
    paths: Sequence[str],
    outlet: Outlet,
    command_line: Mapping[str, object],
    *,
    config: str | None,
    claims: Sequence[str],
    sources: Sequence[str],
) -> int:
    """Run `claimcheck verify` and give its exit code."""
    settings, loaded = _load(paths, outlet, command_line, config)
    if command_line.get("fail_on") is not None:
        _warn_of_unmet(settings.fail_on)
    return check(select(loaded, claims=claims, sources=sources), settings, outlet)


def check_links(
    paths: Sequence[str],
    outlet: Outlet,
    command_line: Mapping[str, object],
    *,
    config: str | None,
    sources: Sequence[str],
) -> int:
    """Run `claimcheck links` and give its exit code."""
    settings, loaded = _load(paths, outlet, command_line, config)
    if command_line.get("fail_on") is not None:
        _require_of_sources(settings.fail_on)
    settings = replace(settings, fail_on=tuple(word for word in settings.fail_on if word in _OF_SOURCES))
    return check(select_sources(loaded, sources=sources), settings, outlet, command="links")


def _require_of_sources(words: Iterable[FailOn]) -> None:
    """Raise for words that `links` can never meet: it would look as if nothing ever failed."""
    if foreign := [word for word in words if word not in _OF_SOURCES]:
        raise UsageError(
            f"--fail-on: `links` looks at no claim, and never meets {', '.join(foreign)}",
            hint=f"words about sources: {', '.join(_OF_SOURCES)}",
        )


def _warn_of_unmet(words: Sequence[FailOn]) -> None:
    """Warn of words that nothing meets yet, where somebody seems to count on them: they are no default, or all that there are."""
    drift = [word for word in words if word in _OF_DRIFT]
    unmet = [word for word in drift if word not in DEFAULT_FAIL_ON or len(drift) == len(words)]
    if unmet:
        write_error(f"claimcheck: nothing meets --fail-on {','.join(unmet)} yet: no drift is looked for")


def _load(
    paths: Sequence[str], outlet: Outlet, command_line: Mapping[str, object], config: str | None
) -> tuple[Settings, Sequence[ClaimsFile]]:
    configuration = read_configuration(config, working_folder())
    settings = merge(command_line, configuration)
    loaded = load_claims_files(paths, sys.stdin.buffer)
    copies = [source.snapshot for file in loaded for source in file.sources if source.snapshot]
    others = [str(path) for path in (configuration.path, settings.fetch.ca_bundle) if path]
    outlet.require_apart([*(file.path for file in loaded), *copies, *others])
    return settings, loaded


def check(files: Sequence[ClaimsFile], settings: Settings, outlet: Outlet, *, command: str = "verify") -> int:
    """Run the pipeline, write the reports and give the exit code."""
    gc.freeze()
    gc.set_threshold(50_000)  # looking for cycles that a short run hardly makes costs a tenth of its time
    line = ProgressLine()
    try:
        outcome = run(
            files,
            settings,
            command=command,
            observe=observer(line, quiet=outlet.quiet),
            ended_by=_endings(),
        )
    finally:
        line.wipe()
    unwritten = None
    try:
        outlet.write(outcome.report)
    except UsageError as error:
        unwritten = error
    # a log that shows a failed job and nothing else helps nobody
    if outlet.output is not None and not outlet.quiet:
        ending = describe_ending(outcome.report, find_problems(outcome.report))
        write_error(f"claimcheck: {' · '.join(ending)}")
    if outcome.trouble is not None:
        write_error(f"claimcheck: {sanitise(outcome.trouble)}")
    if outcome.crash is not None:
        show_crash(outcome.crash)
    if unwritten is None:
        return outcome.report.exit_code
    if outcome.report.exit_code not in {ExitCode.INTERRUPTED, ExitCode.INTERNAL}:
        raise unwritten
    show_crash(unwritten)
    return outcome.report.exit_code


def _endings() -> Sequence[signal.Signals]:
    """List what ends a run early: Ctrl-C, and what CI systems, `timeout` and containers send, unless `nohup` is against it."""
    others = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    return [signal.SIGINT, *(one for one in others if signal.getsignal(one) is not signal.SIG_IGN)]


def render_again(name: str, outlet: Outlet) -> int:
    """Run `claimcheck report` and give the saved exit code."""
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {(error.strerror or str(error)).lower()}") from error
    outlet.require_apart([name])
    saved = load_report(raw.decode("utf-8-sig", "replace"), name)
    outlet.write(saved)
    return saved.exit_code


def show_crash(error: BaseException) -> None:
    """Print an error of ours whole: it has to be reported, not guessed at."""
    if isinstance(error, ClaimcheckError):
        message = f"claimcheck: {error}" + (f"\n  hint: {error.hint}" if error.hint else "")
        write_error(sanitise(message, keep_newlines=True))
        return
    # a traceback may quote the page that it failed on
    write_error(sanitise("".join(traceback.format_exception(error)).rstrip(), keep_newlines=True))
    write_error("claimcheck: this is a bug of claimcheck; please report it with the lines above")


def _shows_links(environment: Mapping[str, str]) -> bool:
    """Say whether a terminal shows where a link leads to: within tmux and screen the address would be lost."""
    return not environment.get("TERM", "").startswith(("screen", "tmux", "linux"))


def _format(name: str) -> Format:
    try:
        return Format(name)
    except ValueError:
        raise UsageError(f"unknown format {name!r}", hint=f"formats: {', '.join(Format)}") from None


def _format_and_file(text: str) -> tuple[Format, Path]:
    name, equals, file = text.partition("=")
    if not equals or not file:
        raise UsageError(f"--report {text!r} names no file", hint="write it as --report json=run.json")
    return _format(name), Path(file)
