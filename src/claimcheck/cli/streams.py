"""Where text goes: standard output, standard error, files. Files are written whole or not at all."""

import contextlib
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from claimcheck.errors import UsageError

NO_TERMINAL_WIDTH = 100
"""Columns where the report goes to a pipe or a file and `COLUMNS` says nothing."""

_WIDEST = 4
"""Digits of `COLUMNS`: more is no width."""


def write_out(pieces: Iterable[str], *, encoding: str | None = None) -> None:
    """Write to standard output; what its encoding cannot hold is replaced. A reader that left is no error."""
    stream = sys.stdout.buffer
    try:
        for piece in pieces:
            stream.write(piece.encode(encoding or sys.stdout.encoding or "utf-8", "replace"))
        stream.flush()
    except BrokenPipeError:
        silence_stdout()
    except OSError as error:
        silence_stdout()
        raise UsageError(f"standard output cannot be written: {_reason(error)}") from error


def write_error(line: str) -> None:
    """Write a line to standard error; nobody there is no error."""
    with contextlib.suppress(OSError, ValueError):
        encoding = sys.stderr.encoding or "utf-8"
        sys.stderr.write(f"{line}\n".encode(encoding, "replace").decode(encoding))
        sys.stderr.flush()


def write_file(path: Path, pieces: Iterable[str]) -> None:
    """Write a file whole: under another name in its folder first. A device or a pipe is written directly."""
    try:
        # a pipe behind /dev/fd has no other name
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            with path.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
                stream.writelines(pieces)
            return
        _replace(path.resolve(), pieces)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {_reason(error)}") from error


def require_writable(path: Path) -> None:
    """Raise before a long run where a file cannot be written after it."""
    if str(path) == "-":
        raise UsageError("`-` names no file", hint="without --output the report goes to standard output")
    try:
        folder = path.resolve().parent
        if path.is_dir():
            raise UsageError(f"{path} is a folder", hint="name a file for the report")
        if not folder.is_dir():
            raise UsageError(
                f"{path} cannot be written: there is no folder {path.parent}", hint="make the folder first"
            )
        is_device = path.exists() and not path.is_file()
        # a file is written under another name in its folder first
        needed = [path] if is_device else [folder, *([path] if path.exists() else [])]
        if denied := next((one for one in needed if not os.access(one, os.W_OK)), None):
            raise UsageError(
                f"{path} cannot be written: permission denied", hint=f"see who may write to {denied}"
            )
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {_reason(error)}") from error
    except RuntimeError as error:  # what Python 3.11 makes of links that lead in a circle
        raise UsageError(f"{path} cannot be written: its links lead in a circle") from error


def is_terminal() -> bool:
    """Say whether standard output is a terminal."""
    return sys.stdout.isatty()


def working_folder() -> Path:
    """Give the folder that the command was started in."""
    try:
        return Path.cwd()
    except OSError as error:
        raise UsageError("the folder that this runs in is gone", hint="go to another folder") from error


def width(environment: Mapping[str, str]) -> int:
    """Give the columns to write in: `COLUMNS`, else the terminal's, else a fixed number."""
    given = environment.get("COLUMNS", "")
    if given.isdecimal() and 0 < len(given.lstrip("0")) <= _WIDEST:
        return int(given)
    return shutil.get_terminal_size((NO_TERMINAL_WIDTH, 24)).columns if is_terminal() else NO_TERMINAL_WIDTH


def has_color(environment: Mapping[str, str]) -> bool:
    """Say whether to write in colour: on a terminal that can, unless `NO_COLOR` is set; `FORCE_COLOR` insists."""
    if environment.get("NO_COLOR"):
        return False
    if forced := environment.get("FORCE_COLOR"):
        return forced.lower() not in {"0", "false"}
    return is_terminal() and environment.get("TERM") != "dumb"


def _replace(target: Path, pieces: Iterable[str]) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:80]}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="\n") as stream:
            stream.writelines(pieces)
        Path(name).chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current


def silence_stdout() -> None:
    """Send what is still buffered nowhere, so that Python's own last flush does not fail too."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
