"""What earlier runs know of a page, and what this one leaves to later runs: answers, texts, judgements."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import Self

from claimcheck import __version__
from claimcheck.fetch.response import Fetched, Snapshot
from claimcheck.model import Document
from claimcheck.settings import Settings
from claimcheck.store.cache import Cache, CachedAnswer, key_of
from claimcheck.workers.jobs import Examination, Job, without_text

_LIBRARIES = (
    "charset-normalizer", "htmldate", "lxml", "markdown-it-py", "pypdfium2", "PyStemmer", "rapidfuzz", "sentencex", "snowballstemmer", "trafilatura", "warcio",
)  # fmt: skip
"""Those whose next version may read or judge otherwise; some are there with an extra alone."""


@dataclass(frozen=True, slots=True)
class Received:
    """What a server answered, now or in an earlier run, and what is to be done with it."""

    fetched: Fetched
    job: Job | None = None
    """Absent where there is nothing to read."""
    examination: Examination | None = None
    """What an earlier run made of the same body with the same questions: nothing is left to be done."""
    key: str | None = None
    """Of its text, where the answer comes from an earlier run."""

    @property
    def from_cache(self) -> bool:
        """Say whether the page was not sent again."""
        return self.key is not None


class Recall:
    """The cache of one run, if it has one: own headers are never used with it, since a subscriber's page is nobody else's."""

    def __init__(self, settings: Settings, now: Callable[[], datetime]) -> None:
        """Open the cache, unless the settings are against it."""
        self._refresh = settings.refresh
        self._cache: Cache | None = None
        if not (settings.offline or settings.fetch.headers):
            # what was fetched from a private address is no answer to a run that may not go there
            scope = "private" if settings.fetch.allow_private else ""
            self._cache = Cache.open(settings.cache_dir, environ=os.environ, now=now, scope=scope)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._cache is not None:
            self._cache.close()

    @property
    def trouble(self) -> str | None:
        """Say why there is no cache, where there should be one."""
        return self._cache.trouble if self._cache else None

    def answer(self, url: str) -> CachedAnswer | None:
        """Find an earlier answer for a URL, of which there is more than that it was given."""
        if self._cache is None or self._refresh:
            return None
        answer = self._cache.look_up(url)
        if answer is None or not self._cache.has_more(answer, _text_key(answer.head, answer.body_sha256)):
            return None
        return answer

    def confirmed(
        self, answer: CachedAnswer, not_modified: Snapshot, job_of: Callable[[Snapshot], Job]
    ) -> Received | None:
        """Take up an answer that a server confirms; `None` where it has to be asked for anew."""
        confirmed = self._cache.revalidated(answer, not_modified) if self._cache else None
        return self._taken_up(confirmed, job_of) if confirmed else None

    def read_before(self, answer: CachedAnswer, job_of: Callable[[Snapshot], Job]) -> Received | None:
        """Return an answer with what was made of it; `None` where it was not read: a wall is no answer to keep to."""
        if self._cache is None:
            return None
        key, job = _text_key(answer.head, answer.body_sha256), job_of(answer.head)
        if not job.wants_text:
            examination = self._cache.record(Examination, _examination_key(key, job))
            if examination is not None:
                return Received(answer.head, job, examination, key)
        reading = self._cache.record(Document, key)
        return Received(answer.head, replace(job, reading=reading), key=key) if reading else None

    def _taken_up(self, answer: CachedAnswer, job_of: Callable[[Snapshot], Job]) -> Received | None:
        """Return an answer with what was made of it, else with its body; `None` where neither is left."""
        if received := self.read_before(answer, job_of):
            return received
        whole = self._cache.complete(answer) if self._cache else None
        key = _text_key(answer.head, answer.body_sha256)
        return Received(whole, job_of(whole), key=key) if whole else None

    def new(self, fetched: Fetched, job_of: Callable[[Snapshot], Job]) -> Received:
        """Take up an answer that was sent now."""
        if not isinstance(fetched, Snapshot):
            return Received(fetched)
        return Received(fetched, replace(job_of(fetched), keeps_reading=self._cache is not None))

    def keep(self, received: Received, examination: Examination) -> None:
        """Keep what this run learnt: of a plain article its text, which is all that a later run needs, else the body."""
        fetched, job, key, document = received.fetched, received.job, received.key, examination.document
        if self._cache is None or job is None or received.examination or not isinstance(fetched, Snapshot):
            return
        if key is None:
            body_sha256 = self._cache.keep(fetched, with_body=not examination.is_plain)
            if body_sha256 is None:
                return
            key = _text_key(fetched, body_sha256)
            if examination.is_plain:
                self._cache.keep_record(key, document)
        if isinstance(document, Document):  # failures are never kept
            found = replace(examination, document=without_text(document))
            self._cache.keep_record(_examination_key(key, job), found)


def _text_key(answer: Snapshot, body_sha256: str) -> str:
    """Name the text by all that it depends on; links count from the address where it was found."""
    return key_of(body_sha256, answer.content_type, answer.charset, answer.final_url, _code())


def _examination_key(text_key: str, job: Job) -> str:
    way = (job.visit.cited_url, job.visit.redirects) if job.visit else None
    return key_of(text_key, way, job.questions, job.live_url, job.fragments)


def _version_of(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


@cache
def _code() -> str:
    """Name the code that reads and judges: versions, and our own files, since a checkout changes without one."""
    digest = sha256(repr([__version__, *map(_version_of, _LIBRARIES)]).encode())
    for file in sorted(Path(__file__).parents[1].rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
