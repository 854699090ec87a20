"""The cache of a run: answers of servers, their bodies, and what was made of them."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from claimcheck.fetch.response import Snapshot
from claimcheck.store import rules
from claimcheck.store.entries import Entries
from claimcheck.store.file import Kind
from claimcheck.store.location import default_folder
from claimcheck.store.records import LONGEST, compress, decompress, encode, pack, unpack

_Record = TypeVar("_Record")

MAX_BYTES = 500_000_000
"""About twenty thousand pages."""


@dataclass(frozen=True, slots=True)
class CachedAnswer:
    """What a server once answered for a URL. Its body stays on disk until it is asked for: its records make do without."""

    head: Snapshot
    """All but the body, which is empty here; `retrieved_at` is when it was received or last confirmed."""
    body_sha256: str

    def is_fresh(self, now: datetime) -> bool:
        """Say whether the server promised that its answer is still good, so that it need not be asked."""
        return rules.is_fresh(self.head, now)

    @property
    def validators(self) -> Mapping[str, str]:
        """Give the headers of a request that asks whether this answer still stands; empty where none can.

        They are about `head.final_url` alone: on the way there, along redirects, they have no meaning.
        """
        return rules.validators_of(self.head)


class Cache:
    """A cache on disk, for one run and one thread at a time; other runs may use the same folder meanwhile.

    No method raises: where the disk fails, nothing is found and nothing kept, and `trouble` says why. Requests with
    private headers are none of its business, neither way: whose answers those are is not part of any key.
    """

    def __init__(self, entries: Entries, scope: str = "") -> None:
        """Take the entries; `open` opens them. Answers kept in one scope are found in that alone."""
        self._entries = entries
        self._scope = scope

    @classmethod
    def open(
        cls,
        folder: Path | None,
        *,
        environ: Mapping[str, str],
        now: Callable[[], datetime],
        max_bytes: int = MAX_BYTES,
        scope: str = "",
    ) -> Self:
        """Open the cache of a folder, or of the platform's own place for caches."""
        return cls(Entries(folder or default_folder(environ), now=now, max_bytes=max_bytes), scope)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write down what waits, and let go of the file; nothing is found or kept from then on."""
        self._entries.close()

    @property
    def trouble(self) -> str | None:
        """Tell the user in a sentence why nothing is cached, or what stood in the place of the cache."""
        return self._entries.trouble

    def _key(self, url: str) -> str:
        return _hash(f"{self._scope} {url}" if self._scope else url)

    def look_up(self, url: str) -> CachedAnswer | None:
        """Find the answer that was kept for a URL."""
        payload = self._entries.get(Kind.ANSWERS, self._key(url))
        answer = unpack(CachedAnswer, payload) if payload else None
        if answer is None or answer.head.url != url or not rules.may_keep(answer.head):
            return None
        return answer

    def has_more(self, answer: CachedAnswer, key: str) -> bool:
        """Say whether there is a record under a key, or the body of an answer: without either it has to be sent again."""
        return self._entries.has(Kind.RECORDS, key) or self._entries.has(Kind.BODIES, answer.body_sha256)

    def complete(self, answer: CachedAnswer) -> Snapshot | None:
        """Return an answer with its body; `None` where that is gone or damaged: the page must be asked for anew."""
        payload = self._entries.get(Kind.BODIES, answer.body_sha256)
        body = decompress(payload) if payload else None
        if body is None or hashlib.sha256(body).hexdigest() != answer.body_sha256:
            self._entries.drop(Kind.BODIES, answer.body_sha256)
            return None
        return replace(answer.head, body=body)

    def keep(self, snapshot: Snapshot, *, with_body: bool = True) -> str | None:
        """Keep a new answer, if it may be kept, and return the SHA-256 of its body; else `None`.

        A body whose text is kept need not be: compressing it takes longer than all the rest.
        What may not be kept ends what was kept for its URL: the server no longer says that.
        """
        if not rules.may_keep(snapshot) or len(snapshot.body) > LONGEST:
            self._entries.drop(Kind.ANSWERS, self._key(snapshot.url))
            return None
        body_sha256 = hashlib.sha256(snapshot.body).hexdigest()
        if with_body and not self._entries.has(Kind.BODIES, body_sha256):
            self._entries.put(Kind.BODIES, body_sha256, compress(snapshot.body))
        headers = rules.kept_headers(snapshot.headers)
        self._keep_answer(CachedAnswer(replace(snapshot, body=b"", headers=headers), body_sha256))
        return body_sha256

    def revalidated(self, answer: CachedAnswer, not_modified: Snapshot) -> CachedAnswer | None:
        """Bring an answer up to date with the 304 that confirms it; `None` where it does not: ask again, without validators."""
        if not rules.confirms(not_modified, answer.head):
            return None
        head = replace(
            answer.head,
            retrieved_at=not_modified.retrieved_at,
            headers=rules.updated_headers(answer.head.headers, not_modified.headers),
            redirects=not_modified.redirects,
            moved_permanently=not_modified.moved_permanently,
        )
        updated = replace(answer, head=head)
        if rules.may_keep(head):
            self._keep_answer(updated)
        else:
            self._entries.drop(Kind.ANSWERS, self._key(head.url))
        return updated

    def record(self, kind: type[_Record], key: str) -> _Record | None:
        """Find what was made of a body: a frozen dataclass, under its `key_of`."""
        payload = self._entries.get(Kind.RECORDS, key)
        return unpack(kind, payload) if payload else None

    def keep_record(self, key: str, record: Any) -> None:
        """Keep what was made of a body."""
        self._entries.put(Kind.RECORDS, key, pack(record))

    def _keep_answer(self, answer: CachedAnswer) -> None:
        self._entries.put(Kind.ANSWERS, self._key(answer.head.url), pack(answer))


def key_of(*parts: Any) -> str:
    """Name a record by all that it depends on: whatever a record can hold."""
    return _hash(encode(parts))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
