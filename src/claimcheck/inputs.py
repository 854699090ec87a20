"""Finds the claims files that a command is given, and reads them."""

import json
import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from claimcheck.claims.load import LEAST, read_claims_file
from claimcheck.claims.tree import MAX_BYTES
from claimcheck.errors import ClaimsFileError, Mistake, UsageError
from claimcheck.model import ClaimsFile
from claimcheck.urls import is_http_url

DEFAULT_FOLDER = "claims/"
STANDARD_INPUT = "-"

_SUFFIXES = frozenset({".yaml", ".yml", ".json"})
_LOCK_SUFFIX = ".lock.json"
_REPORT_START = re.compile(rb'\s*\{\s*"schema_version"')
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF_8_MARK = "\ufeff"


def find_claims_files(paths: Sequence[str]) -> tuple[str, ...]:
    """List the claims files that paths stand for: files, folders with all below them, `-` for standard input.

    Without paths the folder `claims/` is meant. A file named twice is listed once, where it came first. Whether a file
    can be read is not looked at.
    """
    if not paths and not Path(DEFAULT_FOLDER).is_dir():
        raise UsageError(
            f"no claims file is named, and there is no folder `{DEFAULT_FOLDER}`",
            hint=f"the least that one needs: {LEAST}; `claimcheck init ARTICLE` is to come",
        )
    missing = [why for path in paths if (why := _why_missing(path))]
    if missing:
        hint = (
            "`claimcheck text` reads a page"
            if any(map(is_http_url, paths))
            else "paths start from the working folder"
        )
        raise UsageError("\n".join(missing), hint=hint)
    found: dict[str, str] = {}
    for path in paths or (DEFAULT_FOLDER,):
        for file in _expand(path):
            found.setdefault(file if file == STANDARD_INPUT else os.path.realpath(file), file)
    return tuple(found.values())


def load_claims_files(paths: Sequence[str], stdin: BinaryIO | None) -> tuple[ClaimsFile, ...]:
    """Read the claims files that paths stand for, or raise one `ClaimsFileError` with the mistakes of them all.

    `stdin` is what `-` stands for; a process may have none.
    """
    files: list[ClaimsFile] = []
    mistakes: list[Mistake] = []
    for path in find_claims_files(paths):
        try:
            text = _decode(path, _read_bytes(path, stdin))
            files.append(read_claims_file(path, text, exists=is_file))
        except ClaimsFileError as error:
            mistakes += error.mistakes
    if mistakes:
        raise ClaimsFileError(mistakes)
    return tuple(files)


def _why_missing(path: str) -> str | None:
    if not path:
        return "an empty path names no claims file"
    try:
        if path != STANDARD_INPUT:
            Path(path).stat()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "this is no path"
        return f"`{path}` cannot be read: {reason.lower()}"
    return None


def is_file(path: str) -> bool:
    """Say whether a path is that of a file that can be looked at."""
    try:
        return Path(path).is_file()
    except OSError:  # a name too long for the disk, a folder that may not be looked into
        return False


def _expand(path: str) -> tuple[str, ...]:
    if path == STANDARD_INPUT:
        return (path,)
    if not Path(path).is_dir():
        return (path.replace(os.sep, "/"),)
    found = tuple(sorted(_walk(Path(path))))
    if not found:
        raise UsageError(
            f"the folder `{path}` holds no claims file",
            hint="claims files end in .yaml, .yml or .json",
        )
    return found


def _walk(folder: Path) -> Iterator[str]:
    for parent, folders, names in os.walk(folder, onerror=_refuse_folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(parent, name)
            is_claims = not name.startswith(".") and file.suffix.lower() in _SUFFIXES
            if is_claims and file.is_file() and not _is_own_output(file):
                yield file.as_posix()


def _refuse_folder(error: OSError) -> None:
    """Stop at a folder that cannot be listed: skipping it would pass claims unchecked."""
    raise UsageError(
        f"the folder `{error.filename}` cannot be read: {str(error.strerror).lower()}",
        hint="check its permissions",
    ) from error


def _is_own_output(file: Path) -> bool:
    """Say whether a file is a lock or a saved report; one that cannot be read is neither, and reported later."""
    if file.name.endswith(_LOCK_SUFFIX):
        return True
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES)
        if _REPORT_START.match(data):
            return True
        document = json.loads(data)
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(document, dict) and "schema_version" in document


def _read_bytes(path: str, stdin: BinaryIO | None) -> bytes:
    """Read no more than the limit: the size is looked at first, and again on what a pipe delivers."""
    if path == STANDARD_INPUT and stdin is None:
        raise _refuse(path, "there is no standard input", "name a file")
    try:
        if path == STANDARD_INPUT and stdin is not None:
            data = stdin.read(MAX_BYTES + 1)
        else:
            file = Path(path)
            status = file.stat()
            if stat.S_ISREG(status.st_mode) and status.st_size > MAX_BYTES:
                raise _too_large(path)
            with file.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise _refuse(path, f"the file cannot be read: {reason.lower()}", "check its permissions") from error
    if len(data) > MAX_BYTES:
        raise _too_large(path)
    return data


def _decode(path: str, data: bytes) -> str:
    if data.startswith(_UTF_16_MARKS):
        raise _refuse(path, "the file is saved as UTF-16", "save it as UTF-8")
    if b"\0" in data:
        if _looks_like_utf_16(data):
            raise _refuse(path, "the file looks like UTF-16", "save it as UTF-8")
        raise _refuse(path, "this is a binary file", "a claims file is text: YAML or JSON")
    try:
        return data.decode("utf-8").removeprefix(_UTF_8_MARK)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix(_UTF_8_MARK)
        lines = re.split(r"\r\n|\r|\n", before)
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8"
        hint = "save the file as UTF-8; it is probably in another encoding, such as Windows-1252"
        raise ClaimsFileError([Mistake(path, len(lines), len(lines[-1]) + 1, message, hint)]) from error


def _looks_like_utf_16(data: bytes) -> bool:
    """Say whether every second byte of the beginning is zero, as in ASCII letters saved as UTF-16 without a mark."""
    start = data[:64]
    return any(half and not any(half) for half in (start[::2], start[1::2])) and any(start)


def _too_large(path: str) -> ClaimsFileError:
    return _refuse(
        path, f"the file has more than {MAX_BYTES // 1_000_000} MB", "split it into several claims files"
    )


def _refuse(path: str, message: str, hint: str) -> ClaimsFileError:
    return ClaimsFileError([Mistake(path, 1, 1, message, hint)])
