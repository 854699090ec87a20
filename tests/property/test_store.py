"""The cache under anything: any document and answer comes back, any file is survived, any load stays in its bound."""

import json
import random
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_type_hints

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimcheck.fetch.response import Snapshot
from claimcheck.model import Document
from claimcheck.store import rules
from claimcheck.store.cache import Cache, CachedAnswer
from claimcheck.store.records import compress, pack, unpack

NOON = datetime(2026, 6, 19, 12, tzinfo=UTC)
URL = "https://harbour.example/ferry"

texts = st.text(
    st.one_of(st.characters(), st.sampled_from('"\\\x00\x7f\u2028\ud800\udfff\ud83d\ude00')), max_size=30
)
moments = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-3))]))
directives = st.sampled_from(
    ["max-age=600", "max-age", "no-cache", "no-store", 'x="a, b', "*", "accept", ",", '"', "=", "W/"]
)
headers = st.lists(
    st.tuples(
        st.sampled_from(["cache-control", "age", "vary", "etag", "last-modified", "content-type", "x"]),
        texts | st.lists(directives, max_size=4).map(", ".join) | st.integers().map(str),
    ),
    max_size=6,
).map(tuple)
answers = st.builds(
    Snapshot,
    url=texts,
    final_url=texts,
    status=st.sampled_from([200, 200, 404]),
    body=st.binary(max_size=200),
    retrieved_at=moments,
    headers=headers,
    redirects=st.lists(texts, max_size=2).map(tuple),
    moved_permanently=st.booleans(),
)


def _values(kind: Any) -> st.SearchStrategy:
    """Draw values of a field's type, half characters too."""
    special = {str: texts, str | None: st.none() | texts, frozenset[str]: st.frozensets(texts, max_size=3)}
    return special[kind] if kind in special else st.from_type(kind)


documents = st.builds(Document, **{name: _values(kind) for name, kind in get_type_hints(Document).items()})
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts | st.just("2026-06-19"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)

_slow = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
"""Each example is a file on disk; a time limit for one would only make a busy machine fail."""


def _open(folder: str, max_bytes: int = 10_000_000) -> Cache:
    return Cache.open(Path(folder), environ={}, now=lambda: NOON, max_bytes=max_bytes)


@given(documents)
def test_any_document_comes_back(document: Document) -> None:
    """Character for character."""
    assert unpack(Document, pack(document)) == document


@_slow
@given(st.lists(answers, max_size=5))
def test_any_answer_comes_back_in_the_next_run(given_answers: list[Snapshot]) -> None:
    """The last one of each URL, if it may be kept."""
    with TemporaryDirectory() as folder:
        with _open(folder) as cache:
            for answer in given_answers:
                cache.keep(answer)
        with _open(folder) as cache:
            for answer in {answer.url: answer for answer in given_answers}.values():
                found = cache.look_up(answer.url)
                assert (found is not None) is rules.may_keep(answer)
                assert found is None or cache.complete(found) == answer


@given(answers, answers, moments)
def test_any_headers_can_be_asked_about(answer: Snapshot, other: Snapshot, now: datetime) -> None:
    """Whatever servers write, or planters; what is sent back to them is one printable line."""
    cached = CachedAnswer(replace(answer, body=b""), "")
    assert isinstance(cached.is_fresh(now), bool)
    assert all(value.isascii() and value.isprintable() for value in cached.validators.values())
    assert rules.confirms(replace(answer, status=304), answer)
    updated = rules.updated_headers(answer.headers, other.headers)
    names = {name for name, _ in (*answer.headers, *other.headers)}
    assert {name for name, _ in updated} <= names
    assert all(header in updated for header in other.headers if header[0] != "content-type")


@given(st.one_of(
    st.binary(),
    st.binary().map(compress),
    json_values.map(lambda value: compress(json.dumps(value).encode())),
    st.fixed_dictionaries({field.name: json_values for field in fields(Document)}).map(
        lambda value: compress(json.dumps(value).encode())
    ),
))  # fmt: skip
def test_any_bytes_are_a_document_or_none(data: bytes) -> None:
    """Never a crash, never a value of another type."""
    document = unpack(Document, data)
    assert document is None or unpack(Document, pack(document)) is not None


def _use(folder: str) -> Cache:
    """Call everything once, in a run of its own."""
    page = Snapshot(URL, URL, 200, b"<p>The ferry stops.", NOON, (("etag", '"a"'),))
    with _open(folder) as cache:
        answer = cache.look_up(URL)
        cache.keep(page)
        answer = cache.look_up(URL) or answer or CachedAnswer(page, "")
        cache.complete(answer)
        cache.revalidated(answer, replace(page, status=304))
        cache.record(Document, "key")
        cache.keep_record("key", Document("The ferry stops.", 16, "text/html", 19))
    return cache


@_slow
@given(st.binary(), st.sampled_from(["", "-wal", "-shm", "-journal"]))
@example(b"SQLite format 3\0" + bytes(84), "")
def test_any_file_in_its_place_is_survived(content: bytes, suffix: str) -> None:
    """And there is a cache again with the next run, at the latest."""
    with TemporaryDirectory() as folder:
        Path(folder, f"cache.sqlite3{suffix}").write_bytes(content)
        _use(folder)
        assert _use(folder).trouble is None
        with _open(folder) as cache:
            assert cache.look_up(URL)


@_slow
@given(st.data())
def test_any_damage_is_survived(data: st.DataObject) -> None:
    """Wherever bytes are changed or the file is cut, no call raises, and no page comes with another's body."""
    with TemporaryDirectory() as folder:
        with _open(folder) as cache:
            for number in range(20):
                url = f"{URL}/{number}"
                cache.keep(Snapshot(url, url, 200, bytes([number]) * 5000, NOON))
        _use(folder)
        path = Path(folder, "cache.sqlite3")
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 5))):
            place = data.draw(st.integers(0, len(content) - 1) | st.integers(0, 100))
            piece = data.draw(st.binary(min_size=1, max_size=20) | st.just(b"\xff" * 3000))
            content[place : place + len(piece)] = piece
        path.write_bytes(
            content[: data.draw(st.integers(0, len(content)))] if data.draw(st.booleans()) else content
        )
        for _ in range(2):
            with _open(folder) as cache:
                for number in range(20):
                    answer = cache.look_up(f"{URL}/{number}")
                    whole = cache.complete(answer) if answer else None
                    assert whole is None or whole.body == bytes([number]) * 5000
            _use(folder)


@_slow
@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 60_000)), max_size=40), st.integers(100_000, 400_000)
)
def test_any_load_stays_within_the_bound(pages: list[tuple[int, int]], max_bytes: int) -> None:
    """After every run; and what came last is there."""
    with TemporaryDirectory() as folder:
        with _open(folder, max_bytes) as cache:
            for number, size in (*pages, (10, 10_000)):
                body = random.Random(number).randbytes(size)  # no compressor makes it smaller
                cache.keep(Snapshot(f"{URL}/{number}", f"{URL}/{number}", 200, body, NOON))
        assert sum(file.stat().st_size for file in Path(folder).iterdir()) <= max_bytes
        with _open(folder, max_bytes) as cache:
            assert cache.trouble is None
            assert cache.look_up(f"{URL}/10")
