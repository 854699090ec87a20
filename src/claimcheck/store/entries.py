"""Entries on disk, bounded: written in short transactions by any number of runs; the least recently used go first."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from claimcheck.store.file import Kind, Opened, is_damage, open_file, remove_damaged

_MOST_WAITING = 100
_MOST_WAITING_BYTES = 2_000_000
"""What waits to be written, at most: a kill costs this much, and a transaction takes some hundredths of a second."""
_SAME_USE = 12 * 60 * 60 * 1_000_000
"""In microseconds. A use so soon after the last is none to write down: else reading from the cache would be writing to it."""
_EVICTED_AT_ONCE = 20

_Name = tuple[Kind, str]


class Entries:
    """The entries of one folder, for one thread at a time. Nothing raises: a cache that fails is empty from then on."""

    def __init__(self, folder: Path | None, *, now: Callable[[], datetime], max_bytes: int) -> None:
        """Open the folder's file, or be empty; `None` is no folder."""
        self.trouble: str | None = None
        """A sentence for the user: why there is no cache, or what stood in its place."""
        self._folder = folder
        self._now = now
        self._max_bytes = max_bytes
        self._opened: Opened | None = None
        self._written: dict[_Name, bytes | None] = {}
        self._used: dict[_Name, None] = {}
        self._waiting_bytes = 0
        if folder is None:
            self.trouble = "Nothing is cached: no home folder is known; name a folder with --cache-dir."
            return
        try:
            self._opened = open_file(folder)
            self.trouble = self._opened.note
        except (sqlite3.Error, OSError, ValueError) as error:
            self._give_up(error)

    def get(self, kind: Kind, key: str) -> bytes | None:
        """Return an entry, which counts as used."""
        if (kind, key) in self._written:
            return self._written[kind, key]
        payload = self._select("payload", kind, key)
        return payload if isinstance(payload, bytes) else None

    def has(self, kind: Kind, key: str) -> bool:
        """Say whether there is an entry, without reading it; it counts as used."""
        if (kind, key) in self._written:
            return self._written[kind, key] is not None
        return self._select("1", kind, key) is not None

    def put(self, kind: Kind, key: str, payload: bytes) -> None:
        """Keep an entry in the place of whatever had its name."""
        self._write(kind, key, payload)

    def drop(self, kind: Kind, key: str) -> None:
        """Forget an entry."""
        self._write(kind, key, None)

    def close(self) -> None:
        """Write down what waits, and let go of the file; the entries are empty from then on."""
        self._flush()
        self._close()

    def _select(self, what: str, kind: Kind, key: str) -> object:
        if self._opened is None:
            return None
        statement = f"SELECT used, {what} FROM {kind} WHERE key = ?"  # noqa: S608  both words are ours
        try:
            row = self._opened.connection.execute(statement, (key,)).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        if row is None:
            return None
        used, found = row
        if not isinstance(used, int) or abs(_microseconds(self._now()) - used) > _SAME_USE:
            self._used[kind, key] = None
            self._flush_if_much()
        return found

    def _write(self, kind: Kind, key: str, payload: bytes | None) -> None:
        if self._opened is None:
            return
        self._written.pop((kind, key), None)  # what comes again comes last
        self._written[kind, key] = payload
        self._waiting_bytes += len(payload or b"")
        self._flush_if_much()

    def _flush_if_much(self) -> None:
        waiting = len(self._written) + len(self._used)
        if waiting >= _MOST_WAITING or self._waiting_bytes >= _MOST_WAITING_BYTES:
            self._flush()

    def _flush(self) -> None:
        """Write down what waits, in one transaction."""
        written, used = self._written, self._used
        self._written, self._used, self._waiting_bytes = {}, {}, 0
        if self._opened is None or not (written or used):
            return
        connection, moments = self._opened.connection, count(_microseconds(self._now()))
        incoming = sum(len(payload) for payload in written.values() if payload is not None)
        try:
            connection.execute("BEGIN IMMEDIATE")
            with connection:
                _note_uses(connection, used, moments)
                _make_room(connection, self._max_bytes - incoming)
                _write_down(connection, written, moments)
                _make_room(connection, self._max_bytes)
                _shrink(connection, self._max_bytes)
        except sqlite3.Error as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """Be empty from now on; what is damaged goes, so that the next run has a cache again."""
        opened = self._opened
        self._close()
        if opened is not None and is_damage(error):
            remove_damaged(opened)
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        self.trouble = f"Nothing is cached in {self._folder}: {reason}."

    def _close(self) -> None:
        self._written, self._used, self._waiting_bytes = {}, {}, 0
        if self._opened is not None:
            with suppress(sqlite3.Error):
                self._opened.connection.close()
            self._opened = None


def _note_uses(connection: sqlite3.Connection, used: Iterable[_Name], moments: Iterator[int]) -> None:
    for kind, key in used:
        statement = f"UPDATE {kind} SET used = ? WHERE key = ?"  # noqa: S608  the table is ours
        connection.execute(statement, (next(moments), key))


def _write_down(
    connection: sqlite3.Connection, written: Mapping[_Name, bytes | None], moments: Iterator[int]
) -> None:
    """Write in the order in which things came, each a moment later: what belongs together will go together."""
    for (kind, key), payload in written.items():
        if payload is None:
            connection.execute(f"DELETE FROM {kind} WHERE key = ?", (key,))  # noqa: S608  the table is ours
        else:
            connection.execute(
                f"REPLACE INTO {kind} (key, used, payload) VALUES (?, ?, ?)",  # noqa: S608  the table is ours
                (key, next(moments), payload),
            )


def _make_room(connection: sqlite3.Connection, max_bytes: int) -> None:
    """Drop what was not used for the longest time until the rest is within a bound; the file stays as long as it is."""
    most_pages = max_bytes // _pragma(connection, "page_size")
    oldest: list[tuple[int, int, Kind]] = []
    while _pragma(connection, "page_count") - _pragma(connection, "freelist_count") > most_pages:
        oldest = oldest or _oldest(connection)
        if not oldest:
            return
        _, row, kind = oldest.pop()
        deleted = connection.execute(f"DELETE FROM {kind} WHERE rowid = ?", (row,))  # noqa: S608  the table is ours
        if not deleted.rowcount:  # the index names a row that is not there: the file is damaged
            return


def _oldest(connection: sqlite3.Connection) -> list[tuple[int, int, Kind]]:
    """List the entries that were not used for the longest time, with the first to go at the end."""
    found = [
        (used, row, kind)
        for kind in Kind
        for used, row in connection.execute(
            f"SELECT CAST(used AS INTEGER), rowid FROM {kind} ORDER BY used LIMIT ?",  # noqa: S608  the table is ours
            (_EVICTED_AT_ONCE,),
        )
    ]
    return sorted(found, reverse=True)[-_EVICTED_AT_ONCE:]


def _shrink(connection: sqlite3.Connection, max_bytes: int) -> None:
    """Give free pages beyond a bound back to the disk."""
    excess = _pragma(connection, "page_count") - max_bytes // _pragma(connection, "page_size")
    for _ in range(excess):  # Python's sqlite3 takes one step of the pragma, whatever number stands there
        connection.execute("PRAGMA incremental_vacuum(1)")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    ((value,),) = connection.execute(f"PRAGMA {name}")
    return int(value)


def _microseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1_000_000)
