"""The sqlite file below the cache: opened by one run at a time, and begun anew where it cannot be read."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from pathlib import Path

FILE = "cache.sqlite3"


class Kind(StrEnum):
    """What an entry is; each kind has a table, so that the small ones lie close together."""

    ANSWERS = "answers"
    BODIES = "bodies"
    RECORDS = "records"
    """What was made of bodies."""


_LOCK = "cache.lock"
_BUSY_S = 2.0
"""Other runs write for milliseconds; whoever holds the file longer has been stopped in the middle."""
_MARK = int.from_bytes(b"ccch")
_MARK_AT = slice(68, 72)
_VERSION = 1
_SCHEMA = tuple(
    statement
    for kind in Kind
    for statement in (
        f"CREATE TABLE {kind} (key TEXT PRIMARY KEY, used INTEGER NOT NULL, payload BLOB NOT NULL)",
        f"CREATE INDEX {kind}_by_use ON {kind} (used)",
    )
)
_BESIDE = ("-wal", "-shm", "-journal")
"""What sqlite puts beside its file; it goes before the file does, so that a kill leaves none to a new file."""
_OF_THE_DISK = frozenset({
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PERM, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_READONLY,
})  # fmt: skip
"""Errors that say nothing against the file itself; whatever else reading it gives, it is no file of ours any more."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection to the file, in autocommit mode, and what to tell the user."""

    connection: sqlite3.Connection
    path: Path
    note: str | None
    inode: int
    """Of the file, which another run may since have replaced."""


def open_file(folder: Path) -> Opened:
    """Open the file of a folder, made where there is none; raise `sqlite3.Error`, `OSError` or `ValueError` where it cannot be.

    Both are for this user alone, if they are new: an unpublished story's sources are confidential.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / FILE
    with _alone(folder):
        note = None if _is_fit(path) else _set_aside(path)
        _make_private(path)
        connection = _connect(path)
        try:
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
        return Opened(connection, path, note, path.stat().st_ino)


def remove_damaged(opened: Opened) -> None:
    """Remove a file that proved damaged after it was opened, for the next run to begin anew; its connection is closed."""
    with suppress(sqlite3.Error, OSError), _alone(opened.path.parent):
        if opened.path.stat().st_ino == opened.inode:
            _remove(opened.path)


def is_damage(error: Exception) -> bool:
    """Say whether an error is the file's own fault: not the disk's, and not that of our code."""
    if not isinstance(error, sqlite3.DatabaseError) or isinstance(error, sqlite3.ProgrammingError):
        return False
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF not in _OF_THE_DISK


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one run at a time look at the file and replace it, or one would set aside what another has just made.

    The lock is sqlite's own on an empty file: every platform has it, and it ends with the process, however that ends.
    """
    path = folder / _LOCK
    _make_private(path)
    with closing(_connect(path)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def _make_private(path: Path) -> None:
    """Make an empty file for this user alone, or take from others what they may do with it.

    An existing file is not opened for it: closing it again would end the locks of this process's other connections.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    path.chmod(0o600)


def _is_fit(path: Path) -> bool:
    """Say whether the file is ours and of this version, or not yet anything; nothing is changed in it."""
    if not path.exists():
        return True
    if not path.is_file():
        return False
    try:
        with closing(_connect(path)) as connection:
            return _contents(connection) in {(0, 0, ()), (_MARK, _VERSION, _SCHEMA)}
    except sqlite3.Error as error:
        if is_damage(error):
            return False
        raise


def _contents(connection: sqlite3.Connection) -> tuple[int, int, tuple[str, ...]]:
    ((mark,),) = connection.execute("PRAGMA application_id")
    ((version,),) = connection.execute("PRAGMA user_version")
    schema = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
    return mark, version, tuple(sql for (sql,) in schema)


def _prepare(connection: sqlite3.Connection) -> None:
    """Settle how the file is written, and lay out a new one.

    The layout comes before the write-ahead log, so that its mark stands in the file itself whenever that is damaged.
    """
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA secure_delete = FAST")  # some builds would overwrite every page that is freed
    if _contents(connection) == (0, 0, ()):
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            for statement in _SCHEMA:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {_MARK}")
            connection.execute(f"PRAGMA user_version = {_VERSION}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")  # a power cut costs the last entries, a kill none


def _set_aside(path: Path) -> str | None:
    """Make way: remove what was once ours, and move what is not; return what to tell its owner."""
    if _bears_our_mark(path):
        _remove(path)
        return None
    aside = next(one for number in count(1) if not (one := path.with_name(f"{FILE}.aside-{number}")).exists())
    for suffix in _BESIDE:
        with suppress(FileNotFoundError):
            Path(f"{path}{suffix}").replace(f"{aside}{suffix}")
    path.replace(aside)
    return f"{path} was no cache that can be read; it is set aside as {aside.name}."


def _bears_our_mark(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(_MARK_AT.stop)[_MARK_AT] == _MARK.to_bytes(4)


def _remove(path: Path) -> None:
    for suffix in (*_BESIDE, ""):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
