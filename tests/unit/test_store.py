"""The cache: what it keeps and for how long, beside other runs, under kills, on broken disks and in hostile files."""

import os
import random
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Self

import pytest

from claimcheck.fetch.response import Snapshot
from claimcheck.model import Acceptance, Document, State, Verdict
from claimcheck.store.cache import Cache, CachedAnswer, key_of
from claimcheck.store.location import default_folder
from claimcheck.store.records import compress, pack, unpack
from claimcheck.store.rules import updated_headers

NOON = datetime(2026, 6, 19, 12, tzinfo=UTC)
URL = "https://harbour.example/ferry"
TAGGED = (("content-type", "text/html; charset=utf-8"), ("etag", '"a1"'))


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


def open_cache(folder: Path, clock: Clock | None = None, **options: int) -> Cache:
    return Cache.open(folder, environ={}, now=clock or Clock(), **options)


def page(
    url: str = URL,
    body: bytes = b"<p>The ferry stops.",
    headers: tuple[tuple[str, str], ...] = TAGGED,
    **more: object,
) -> Snapshot:
    return replace(Snapshot(url, url, 200, body, NOON, headers), **more)


def document(text: str = "The ferry stops.\nRest") -> Document:
    return Document(text, 17, "text/html", 19, "Ferry", "A. Author", date(2026, 6, 1), "en", words=3)


def not_modified(*headers: tuple[str, str], **more: object) -> Snapshot:
    return replace(
        page(body=b"", headers=headers, status=304, retrieved_at=NOON + timedelta(hours=1)), **more
    )


def filler(number: int, size: int = 20_000) -> bytes:
    """Bytes that no compressor makes smaller."""
    return random.Random(number).randbytes(size)


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    with open_cache(tmp_path) as opened:
        yield opened
        assert opened.trouble is None


# --- answers --------------------------------------------------------------------------------------------------------


def test_an_answer_comes_back_whole_in_the_next_run(tmp_path: Path) -> None:
    """Every field as it was, the body last and only when asked for."""
    redirected = page(
        final_url="https://harbour.example/new",
        redirects=("https://harbour.example/new",),
        moved_permanently=True,
    )
    with open_cache(tmp_path) as first:
        body_sha256 = first.keep(redirected)
        found = first.look_up(URL)
    with open_cache(tmp_path) as second:
        assert second.look_up(URL) == found == CachedAnswer(replace(redirected, body=b""), body_sha256 or "")
        assert second.complete(found) == redirected
        assert second.look_up("https://harbour.example/other") is None


def test_an_answer_of_another_scope_is_not_found(tmp_path: Path) -> None:
    """What a run that may go to private addresses has kept is nothing to one that may not."""
    answer = page()
    for scope, is_found in (("private", True), ("", False)):
        with Cache.open(tmp_path, environ={}, now=Clock(), scope=scope) as made:
            if is_found:
                made.keep(answer)
            assert (made.look_up(answer.url) is not None) is is_found


def test_the_newest_answer_stands(cache: Cache) -> None:
    """One URL has one answer."""
    cache.keep(page())
    cache.keep(page(body=b"<p>It sails again."))
    answer = cache.look_up(URL)
    assert answer is not None
    assert cache.complete(answer) == page(body=b"<p>It sails again.")


@pytest.mark.parametrize(
    "refused",
    [
        page(status=404),
        page(status=503),
        page(status=206),
        page(headers=(("cache-control", "max-age=600, No-Store"),)),
        page(headers=(("vary", "accept"), ("vary", "*"))),
    ],
)
def test_what_may_not_be_kept_ends_what_was(cache: Cache, refused: Snapshot) -> None:
    """No failure and nothing that its server forbids is kept, nor does an older answer speak for it."""
    cache.keep(page())
    assert cache.keep(refused) is None
    assert cache.look_up(URL) is None


def test_private_pages_are_kept_and_cookies_are_not(cache: Cache) -> None:
    """The cache is its user's own; what a visitor is known by goes nowhere."""
    headers = (("set-cookie", "id=7"), ("cache-control", "private"), ("connection", "close"), ("server", "x"))
    assert cache.keep(page(headers=headers))
    answer = cache.look_up(URL)
    assert answer is not None
    assert answer.head.headers == (("cache-control", "private"), ("server", "x"))


def test_one_body_of_two_pages_is_kept_once(tmp_path: Path) -> None:
    """Bodies go by their hash."""
    with open_cache(tmp_path) as cache:
        cache.keep(page())
        cache.keep(page("https://harbour.example/print"))
    with closing(sqlite3.connect(tmp_path / "cache.sqlite3")) as file:
        assert file.execute("SELECT count(*) FROM bodies").fetchone() == (1,)


# --- freshness and validation ---------------------------------------------------------------------------------------


def is_fresh(headers: tuple[tuple[str, str], ...], elapsed: timedelta, **more: object) -> bool:
    return CachedAnswer(page(body=b"", headers=headers, **more), "").is_fresh(NOON + elapsed)


@pytest.mark.parametrize(
    ("control", "fresh_s"),
    [
        ("max-age=600", 600),
        ("public, MAX-AGE = 600", 600),
        ('max-age="600", x="no-cache"', 600),
        ("max-age=600, must-revalidate", 600),
        ("max-age=600, max-age=60", 60),
        ("max-age=600, s-maxage=9000", 600),
        ("max-age=99999999999999999999", 10**10),
        ("max-age=" + "9" * 5000, 10**10),
        ("max-age=0", 0),
        ("max-age", 0),
        ("max-age=-5", 0),
        ("max-age=6e2", 0),
        ("max-age=٦٠٠", 0),
        ("s-maxage=600", 0),
        ("max-age=600, no-cache", 0),
        ('max-age=600, no-cache="set-cookie, etag"', 0),
        ("public, immutable", 0),
        ("", 0),
    ],
)
def test_only_max_age_makes_fresh(control: str, fresh_s: int) -> None:
    """No guess from dates: an answer is fresh for as long as its server said, to the second."""
    headers = (
        ("cache-control", control),
        ("expires", "Fri, 01 Jan 2100 00:00:00 GMT"),
        ("last-modified", "x"),
    )
    assert is_fresh(headers, timedelta(seconds=fresh_s)) is False
    assert is_fresh(headers, timedelta(seconds=fresh_s - 1)) is (fresh_s > 0)


@pytest.mark.parametrize(
    ("age", "fresh_s"), [("100", 500), ("700", 0), ("100, 5", 500), ("-1", 600), ("soon", 600), ("", 600)]
)
def test_age_on_the_way_counts(age: str, fresh_s: int) -> None:
    """What other caches have had of the time is over; an age that is no number says nothing."""
    headers = (("cache-control", "max-age=600"), ("age", age))
    assert is_fresh(headers, timedelta(seconds=fresh_s)) is False
    assert is_fresh(headers, timedelta(seconds=fresh_s - 1)) is (fresh_s > 0)


@pytest.mark.parametrize(
    ("more", "headers", "elapsed_s"),
    [
        ({"redirects": ("https://harbour.example/new",)}, (), 1),
        ({}, (("vary", "Accept-Encoding, User-Agent"),), 1),
        ({}, (), -1),
    ],
)
def test_some_answers_are_never_fresh(
    more: dict[str, object], headers: tuple[tuple[str, str], ...], elapsed_s: int
) -> None:
    """Behind a redirect, varying with what users change, or received in the future: the server is asked."""
    promised = (("cache-control", "max-age=600"), *headers)
    assert is_fresh(promised, timedelta(seconds=elapsed_s), **more) is False
    assert is_fresh((*promised, ("vary", "accept")), timedelta(seconds=elapsed_s), **more) is False


@pytest.mark.parametrize(
    ("headers", "validators"),
    [
        ((("etag", 'W/"a"'), ("last-modified", "Mon, 01 Jun 2026 10:00:00 GMT")),
         {"If-None-Match": 'W/"a"', "If-Modified-Since": "Mon, 01 Jun 2026 10:00:00 GMT"}),
        ((("etag", "bare"),), {"If-None-Match": "bare"}),
        ((), {}),
        ((("etag", ""),), {}),
        ((("etag", '"a"\r\ncookie: x'),), {}),
        ((("etag", '"ä"'),), {}),
        ((("etag", "x" * 5000),), {}),
    ],
)  # fmt: skip
def test_validators_are_what_the_server_gave(
    headers: tuple[tuple[str, str], ...], validators: dict[str, str]
) -> None:
    """Unless they could not be sent."""
    assert CachedAnswer(page(body=b"", headers=headers), "").validators == validators


def test_a_304_brings_an_answer_up_to_date(tmp_path: Path) -> None:
    """It counts as received now, with the headers of now, but for those of the body, which did not come."""
    old = (
        *TAGGED,
        ("age", "50"),
        ("cache-control", "max-age=60"),
        ("x-a", "1"),
        ("x-a", "2"),
        ("server", "x"),
    )
    with open_cache(tmp_path) as cache:
        cache.keep(page(headers=old))
        answer = cache.look_up(URL)
        assert answer is not None
        news = not_modified(
            ("etag", 'W/"a1"'), ("content-type", "text/plain"), ("set-cookie", "id=7"), ("x-a", "3")
        )
        updated = cache.revalidated(answer, news)
    assert updated is not None
    assert updated.head.retrieved_at == NOON + timedelta(hours=1)
    assert updated.head.headers == (
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "max-age=60"),
        ("server", "x"),
        ("etag", 'W/"a1"'),
        ("x-a", "3"),
    )
    assert updated.is_fresh(NOON + timedelta(minutes=60, seconds=59))
    with open_cache(tmp_path) as cache:
        assert cache.look_up(URL) == updated


def test_an_age_that_comes_with_a_304_counts() -> None:
    """It is the age of what the 304 was made from."""
    assert updated_headers((("age", "50"),), (("age", "7"),)) == (("age", "7"),)


@pytest.mark.parametrize(
    ("stored", "news"),
    [
        ((("etag", '"a1"'),), not_modified(("etag", '"a2"'))),
        ((("etag", '"a1"'), ("last-modified", "Mon")), not_modified(("last-modified", "Tue"))),
        ((("etag", '"a1"'),), not_modified(("etag", '"a1"'), final_url="https://harbour.example/new")),
        ((("etag", '"a1"'),), not_modified(("etag", '"a1"'), status=200)),
    ],
)
def test_a_304_about_something_else_confirms_nothing(
    cache: Cache, stored: tuple[tuple[str, str], ...], news: Snapshot
) -> None:
    """Another version, another page or no 304: what is kept stays as it is."""
    cache.keep(page(headers=stored))
    answer = cache.look_up(URL)
    assert answer is not None
    assert cache.revalidated(answer, news) is None
    assert cache.look_up(URL) == answer


@pytest.mark.parametrize(
    ("stored", "news"),
    [
        ((("etag", '"a1"'),), not_modified()),
        ((("last-modified", "Mon"),), not_modified(("last-modified", "Mon"), ("etag", '"new"'))),
        (
            (("etag", '"a1"'), ("last-modified", "Mon")),
            not_modified(("etag", '"a1"'), ("last-modified", "Tue")),
        ),
    ],
)
def test_a_304_without_contradiction_confirms(
    cache: Cache, stored: tuple[tuple[str, str], ...], news: Snapshot
) -> None:
    """Many servers leave their validators out, and a matching tag outranks a date."""
    cache.keep(page(headers=stored))
    answer = cache.look_up(URL)
    assert answer is not None
    assert cache.revalidated(answer, news) is not None


def test_a_304_may_end_the_keeping(cache: Cache) -> None:
    """The answer serves this run, and is forgotten."""
    cache.keep(page())
    answer = cache.look_up(URL)
    assert answer is not None
    assert cache.revalidated(answer, not_modified(("cache-control", "no-store"))) is not None
    assert cache.look_up(URL) is None


def test_a_304_tells_the_way_of_now(cache: Cache) -> None:
    """A redirect that has become permanent since is reported as such."""
    way = {"final_url": "https://harbour.example/new", "redirects": ("https://harbour.example/new",)}
    cache.keep(page(**way))
    answer = cache.look_up(URL)
    assert answer is not None
    updated = cache.revalidated(answer, not_modified(("etag", '"a1"'), **way, moved_permanently=True))
    assert updated is not None
    assert updated.head.moved_permanently


# --- records --------------------------------------------------------------------------------------------------------


def test_a_record_comes_back_in_the_next_run(tmp_path: Path) -> None:
    """Under the name of all that it depends on."""
    key = key_of("ab", None, URL)
    with open_cache(tmp_path) as cache:
        assert cache.record(Document, key) is None
        cache.keep_record(key, document())
        assert cache.record(Document, key) == document()
    with open_cache(tmp_path) as cache:
        assert cache.record(Document, key) == document()
        assert cache.record(Document, key_of("ab", URL, None)) is None
        assert cache.record(Snapshot, key) is None, "it is another kind of record"


def test_a_record_needs_no_body(tmp_path: Path) -> None:
    """A thousand records unpack no body: one that could not be unpacked does not disturb them."""
    with open_cache(tmp_path) as cache:
        cache.keep(page())
        cache.keep_record("key", document())
    with closing(sqlite3.connect(tmp_path / "cache.sqlite3")) as file, file:
        file.execute("UPDATE bodies SET payload = x'00'")
    with open_cache(tmp_path) as cache:
        answer = cache.look_up(URL)
        assert answer is not None
        assert cache.record(Document, "key") == document()
        assert cache.complete(answer) is None
        assert cache.complete(answer) is None, "a damaged body is forgotten"
        cache.keep(page())
        assert cache.complete(answer) == page()


def test_every_field_of_a_document_can_be_kept() -> None:
    """A field of a new type is met here, not in a run."""
    assert unpack(Document, pack(document())) == document()
    assert unpack(CachedAnswer, pack(CachedAnswer(page(), "ab"))) == CachedAnswer(page(), "ab")
    assert len(fields(Document)) > 10


@dataclass(frozen=True, slots=True)
class Inner:
    share: float


@dataclass(frozen=True, slots=True)
class Alike:
    share: int


@dataclass(frozen=True, slots=True)
class Other:
    name: str


@dataclass(frozen=True, slots=True)
class Sample:
    """One field of each type that records can hold."""

    word: State
    moment: datetime
    share: float
    pair: tuple[int, str]
    more: tuple[date, ...] = ()
    words: frozenset[State] = frozenset()
    data: bytes = b""
    inner: Inner | Other | None = None
    signed: Acceptance[Verdict] | None = None
    named: Mapping[str, frozenset[State]] = field(default_factory=dict)


SAMPLE = Sample(State.OK, NOON, 0.5, (1, "a"), (date(2026, 1, 2),), frozenset([State.OK]), b"\x00\xff")


def test_records_hold_all_that_the_model_is_made_of() -> None:
    """Words, moments, bytes, tuples of both sorts, one value in another."""
    for inner in (Inner(1), Other("a"), None):
        nested = replace(
            SAMPLE, inner=inner, signed=Acceptance(Verdict.SUPPORTED), named={"a": frozenset({State.OK})}
        )
        assert unpack(Sample, pack(nested)) == nested


@pytest.mark.parametrize(
    "change",
    [
        ('"ok"', '"fine"'),
        ('"ok"', "[]"),
        ('[1,"a"]', '[1,"a",2]'),
        ('[1,"a"]', '[true,"a"]'),
        ('[1,"a"]', '{"1":"a"}'),
        ("0.5", '"0.5"'),
        ("+00:00", ""),
        ('"2026-01-02"', "20260102"),
        ('"words":["ok"]', '"words":[["ok"]]'),
        ('"00ff"', '"0"'),
        ('"inner":null', '"inner":7'),
        ('"inner":null', '"other":null'),
        (',"inner":null', ""),
        ('"inner":null', '"inner":null,"other":null'),
        ('"inner":null', '"inner":' + "[" * 100_000 + "]" * 100_000),
        ('"inner":null', '"inner":' + "9" * 10_000),
        ('"inner":null', '"inner":{"share":1,"name":"a"}'),
        ('"signed":null', '"signed":{"word":"ok","reason":null,"by":null,"until":null}'),
        ('"named":{}', '"named":[]'),
        ('"named":{}', '"named":{"a":"ok"}'),
        ('{"word":"ok"', '"word":"ok"'),
    ],
)
def test_a_record_that_does_not_fit_is_none(change: tuple[str, str]) -> None:
    """Not to the letter, not at all: what was planted there reaches nobody."""
    text = '{"word":"ok","moment":"2026-06-19T12:00:00+00:00","share":0.5,"pair":[1,"a"],"more":["2026-01-02"],"words":["ok"],"data":"00ff","inner":null,"signed":null,"named":{}}'
    assert unpack(Sample, compress(text.encode())) == SAMPLE
    assert unpack(Sample, compress(text.replace(*change).encode())) is None


def test_a_bomb_is_no_record() -> None:
    """A few kilobytes that stand for gigabytes are refused before they are unpacked."""
    assert unpack(Sample, compress(b" " * 70_000_000)) is None


def test_records_refuse_what_they_could_not_read_back() -> None:
    """At once, by name, for whoever adds the field."""

    @dataclass
    class Odd:
        words: set[str]

    @dataclass
    class Either:
        value: int | str

    @dataclass
    class Twins:
        value: Inner | Alike

    @dataclass
    class Numbered:
        words: Mapping[int, str]

    for kind in (Odd, Either, Twins, Numbered):
        with pytest.raises(TypeError, match="cannot hold"):
            unpack(kind, compress(b"{}"))
    with pytest.raises(TypeError, match="cannot hold"):
        pack(Odd({"a"}))


# --- the bound ------------------------------------------------------------------------------------------------------


def size_of(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    """Of ten pages on a disk for five, those of the last days stay, and the one that was looked up meanwhile."""
    clock = Clock()
    for day in range(10):
        clock.time = NOON + timedelta(days=day)
        with open_cache(tmp_path, clock, max_bytes=180_000) as cache:
            cache.keep(page(f"{URL}/{day}", filler(day)))
            cache.look_up(f"{URL}/0")
        assert size_of(tmp_path) <= 180_000
    with open_cache(tmp_path, clock, max_bytes=180_000) as cache:
        kept = [day for day in range(10) if cache.look_up(f"{URL}/{day}")]
    assert kept[0] == 0
    assert kept[1:] == list(range(10 - len(kept) + 1, 10))
    assert len(kept) >= 4


def test_a_lower_bound_shrinks_the_file(tmp_path: Path) -> None:
    """With the next thing that is kept."""
    with open_cache(tmp_path) as cache:
        for number in range(30):
            cache.keep(page(f"{URL}/{number}", filler(number)))
    assert size_of(tmp_path) > 600_000
    with open_cache(tmp_path, max_bytes=200_000) as cache:
        cache.keep(page())
    assert size_of(tmp_path) <= 200_000
    with open_cache(tmp_path) as cache:
        assert cache.look_up(URL)


def test_a_page_beyond_the_bound_is_not_kept(tmp_path: Path) -> None:
    """And the cache is none the worse for it."""
    with open_cache(tmp_path, max_bytes=100_000) as cache:
        cache.keep(page(body=filler(1, 300_000)))
        cache.keep_record("key", document())
    assert size_of(tmp_path) <= 100_000
    with open_cache(tmp_path, max_bytes=100_000) as cache:
        answer = cache.look_up(URL)
        assert answer is None or cache.complete(answer) is None
        cache.keep(page())
        kept = cache.look_up(URL)
        assert kept is not None
        assert cache.complete(kept)


# --- the place ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "/var/a"}, "/var/a/claimcheck"),
        ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "relative"}, "/home/a/.cache/claimcheck"),
        ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": ""}, "/home/a/.cache/claimcheck"),
        ("freebsd14", {"HOME": "/home/a"}, "/home/a/.cache/claimcheck"),
        ("darwin", {"HOME": "/Users/a", "XDG_CACHE_HOME": "/x"}, "/Users/a/Library/Caches/claimcheck"),
        ("win32", {"LOCALAPPDATA": "/c/local", "USERPROFILE": "/c/a"}, "/c/local/claimcheck/Cache"),
        ("win32", {"USERPROFILE": "/c/a"}, "/c/a/AppData/Local/claimcheck/Cache"),
        ("linux", {}, None),
        ("darwin", {"HOME": "home"}, None),
        ("win32", {"HOME": "/home/a"}, None),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="these paths are not absolute there")
def test_the_cache_lies_where_the_platform_has_it(
    platform: str, environ: dict[str, str], folder: str | None
) -> None:
    """A relative place counts as none."""
    assert default_folder(environ, platform=platform) == (Path(folder) if folder else None)


def test_the_place_comes_from_the_environment_that_was_given(tmp_path: Path) -> None:
    """Of whatever platform this is."""
    environ = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"), str(tmp_path))
    with Cache.open(None, environ=environ, now=Clock()) as cache:
        cache.keep(page())
    assert len(list(tmp_path.rglob("cache.sqlite3"))) == 1


def test_without_a_home_nothing_is_cached() -> None:
    """The sentence says what to do."""
    cache = Cache.open(None, environ={}, now=Clock())
    assert cache.trouble == "Nothing is cached: no home folder is known; name a folder with --cache-dir."
    use(cache)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_only_its_user_can_read_the_cache(tmp_path: Path) -> None:
    """The sources of a story that is not out yet: nobody else sees them, whatever the umask, and while it is open."""
    before = os.umask(0)
    try:
        folder = tmp_path / "deep" / "cache"
        with open_cache(folder) as cache:
            for number in range(40):
                cache.keep(page(f"{URL}/{number}", filler(number, 100_000)))
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {"cache.sqlite3", "cache.sqlite3-wal"} <= modes.keys()
        assert set(modes.values()) == {0o600}
        (folder / "cache.sqlite3").chmod(0o644)
        open_cache(folder).close()
        assert stat.S_IMODE((folder / "cache.sqlite3").stat().st_mode) == 0o600
    finally:
        os.umask(before)


# --- files that are not ours, or no more ----------------------------------------------------------------------------


def use(cache: Cache) -> None:
    """Call everything once."""
    with cache:
        cache.keep(page())
        answer = cache.look_up(URL) or CachedAnswer(page(body=b""), "ab")
        cache.complete(answer)
        cache.revalidated(answer, not_modified())
        cache.keep_record("key", document())
        cache.record(Document, "key")


def works(folder: Path) -> bool:
    with open_cache(folder) as cache:
        cache.keep(page())
    with open_cache(folder) as cache:
        return cache.trouble is None and cache.look_up(URL) is not None


def asides(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.aside-*"))


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 3\0", b"\0" * 5000, filler(1)])
def test_a_foreign_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    """Nothing of it is lost, the user is told, and the cache works at once."""
    for number in (1, 2):
        (tmp_path / "cache.sqlite3").write_bytes(content)
        with open_cache(tmp_path) as cache:
            path = tmp_path / "cache.sqlite3"
            assert (
                cache.trouble
                == f"{path} was no cache that can be read; it is set aside as cache.sqlite3.aside-{number}."
            )
            cache.keep(page())
            assert cache.look_up(URL)
        assert asides(tmp_path)[number - 1].read_bytes() == content
        assert works(tmp_path)


def test_a_database_of_another_program_is_set_aside_with_all_its_rows(tmp_path: Path) -> None:
    """Those too that still stand in its log, as after a kill."""
    script = """
import os, sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("PRAGMA journal_mode = WAL")
file.execute("CREATE TABLE theirs (word)")
file.execute("INSERT INTO theirs VALUES ('kept')")
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", script, tmp_path / "cache.sqlite3"], check=True)
    assert (tmp_path / "cache.sqlite3-wal").stat().st_size
    with open_cache(tmp_path) as cache:
        assert "set aside" in (cache.trouble or "")
    with closing(sqlite3.connect(tmp_path / "cache.sqlite3.aside-1")) as file:
        assert file.execute("SELECT word FROM theirs").fetchall() == [("kept",)]
    assert works(tmp_path)


def test_a_folder_in_the_place_of_the_file_is_set_aside(tmp_path: Path) -> None:
    """It cannot be a cache either."""
    (tmp_path / "cache.sqlite3").mkdir()
    use(open_cache(tmp_path))
    assert asides(tmp_path)[0].is_dir()
    assert works(tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        "PRAGMA user_version = 99",
        "CREATE TABLE more (a)",
        "CREATE TRIGGER t AFTER INSERT ON answers BEGIN DELETE FROM bodies; END",
        "DROP TABLE records",
    ],
)
def test_a_cache_of_another_version_is_begun_anew(tmp_path: Path, change: str) -> None:
    """Without a word: there is nothing to do."""
    with open_cache(tmp_path) as cache:
        cache.keep(page())
    with closing(sqlite3.connect(tmp_path / "cache.sqlite3")) as file:
        file.execute(change)
    with open_cache(tmp_path) as cache:
        assert cache.trouble is None
        assert cache.look_up(URL) is None
    assert asides(tmp_path) == []
    assert works(tmp_path)


def test_damage_within_the_file_costs_one_run_its_cache(tmp_path: Path) -> None:
    """It shows only when that place is read; the run goes on, and the next one begins anew."""
    with open_cache(tmp_path) as cache:
        for number in range(200):
            cache.keep(page(f"{URL}/{number}", filler(number, 3000)))
    path = tmp_path / "cache.sqlite3"
    content = path.read_bytes()
    path.write_bytes(content[: 12 * 4096] + b"\xff" * (len(content) - 12 * 4096))
    with open_cache(tmp_path) as cache:
        for number in range(200):
            cache.look_up(f"{URL}/{number}")
        assert cache.trouble == f"Nothing is cached in {tmp_path}: database disk image is malformed."
        use(cache)
    assert asides(tmp_path) == []
    assert works(tmp_path)


@pytest.mark.parametrize("table", ["answers", "records"])
@pytest.mark.parametrize("value", ["x'00'", "'text'", "7", "1.5", "zeroblob(100000)"])
def test_planted_rows_are_not_found(tmp_path: Path, table: str, value: str) -> None:
    """Whatever stands where a record should."""
    with open_cache(tmp_path) as cache:
        cache.keep(page())
        cache.keep_record("key", document())
    with closing(sqlite3.connect(tmp_path / "cache.sqlite3")) as file, file:
        file.execute(f"UPDATE {table} SET payload = {value}, used = 'never'")
    with open_cache(tmp_path) as cache:
        assert (cache.look_up(URL) is None) is (table == "answers")
        assert (cache.record(Document, "key") is None) is (table == "records")
        use(cache)
    assert works(tmp_path)


def test_an_answer_of_another_url_is_not_found(tmp_path: Path) -> None:
    """Under whichever key it was put."""
    with open_cache(tmp_path) as cache:
        cache.keep(page())
        cache.keep(page("https://harbour.example/other"))
    with closing(sqlite3.connect(tmp_path / "cache.sqlite3")) as file, file:
        file.execute("UPDATE answers SET payload = (SELECT payload FROM answers ORDER BY rowid DESC)")
    with open_cache(tmp_path) as cache:
        assert cache.look_up(URL) is None


# --- disks that fail ------------------------------------------------------------------------------------------------


def test_a_place_that_cannot_be_is_no_cache(tmp_path: Path) -> None:
    """One sentence, and the run goes on."""
    (tmp_path / "file").touch()
    cache = open_cache(tmp_path / "file" / "cache")
    assert (cache.trouble or "").startswith(f"Nothing is cached in {tmp_path / 'file' / 'cache'}: ")
    use(cache)
    assert open_cache(Path("a\0b")).trouble is not None


def run_child(script: str, folder: Path, **options: object) -> str:
    """Run a script in a process of its own, with the names of this file's helpers that it may use."""
    done = subprocess.run(
        [sys.executable, "-c", PRELUDE + script],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        **options,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


PRELUDE = """
import os, random, sys
from datetime import UTC, datetime
from pathlib import Path
from claimcheck.fetch.response import Snapshot
from claimcheck.store.cache import Cache

def now():
    return datetime.now(UTC)

def page(number):
    body = random.Random(number).randbytes(20_000)
    return Snapshot(f"https://a.example/{number}", f"https://a.example/{number}", 200, body, now(), (("etag", "1"),))

def opened(folder="."):
    return Cache.open(Path(folder), environ={}, now=now)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
@pytest.mark.parametrize("existing", [False, True])
def test_a_read_only_disk_is_no_cache(tmp_path: Path, existing: bool) -> None:
    """With a cache on it or not: nothing is found and nothing kept."""
    if existing:
        open_cache(tmp_path).close()
        for file in tmp_path.iterdir():
            file.chmod(0o400)
    tmp_path.chmod(0o555)
    script = """
if os.getuid() == 0:  # nothing is read-only for root
    os.setuid(65534)
cache = opened()
print(cache.trouble)
cache.keep(page(1))
print(cache.look_up("https://a.example/1"))
cache.close()
"""
    try:
        shown = run_child(script, tmp_path).splitlines()
    finally:
        tmp_path.chmod(0o700)
    assert shown[0].startswith("Nothing is cached in .: ")
    assert shown[1] == "None"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit to set")
@pytest.mark.parametrize("limit", [0, 5000, 100_000, 1_000_000, 3_000_000])
def test_a_full_disk_is_no_cache(tmp_path: Path, limit: int) -> None:
    """Wherever the disk ends, the run goes on; what was written down before is there in the next one."""
    script = f"""
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, resource.RLIM_INFINITY))
cache = opened()
for number in range(1000):
    cache.keep(page(number))
    if cache.trouble:
        break
print(cache.trouble)
assert cache.look_up("https://a.example/0") is None
cache.close()
"""
    assert run_child(script, tmp_path).startswith("Nothing is cached in .: ")
    with open_cache(tmp_path) as cache:
        assert cache.trouble is None
        for number in range(1000):
            answer = cache.look_up(f"https://a.example/{number}")
            assert answer is None or cache.complete(answer)
    assert works(tmp_path)


def test_another_thread_may_take_over(tmp_path: Path) -> None:
    """As long as one at a time is in the cache."""
    cache = open_cache(tmp_path)
    cache.keep(page())
    with ThreadPoolExecutor() as pool:
        assert pool.submit(cache.look_up, URL).result()
        pool.submit(cache.close).result()
    assert cache.trouble is None


# --- several runs, and kills ----------------------------------------------------------------------------------------


class Run:
    """A process of its own that says line by line how far it is, and is gone when its block ends."""

    def __init__(self, script: str, folder: Path, *arguments: object) -> None:
        command = [sys.executable, "-c", PRELUDE + script, *map(str, arguments)]
        self._process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def leave_alone(self, seconds: float) -> None:
        with pytest.raises(subprocess.TimeoutExpired):
            self._process.wait(seconds)

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()


def assert_sound(folder: Path) -> int:
    """Check that the file is whole and every answer has its own body; count those of the first thousand pages."""
    count = 0
    with open_cache(folder) as cache:
        assert cache.trouble is None
        for number in range(1000):
            answer = cache.look_up(f"https://a.example/{number}")
            whole = cache.complete(answer) if answer else None  # another run may have made room in between
            assert whole is None or whole.body == filler(number)
            count += whole is not None
    with closing(sqlite3.connect(folder / "cache.sqlite3")) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert asides(folder) == []
    return count


@pytest.mark.parametrize("damaged", [False, True])
def test_runs_at_once_share_a_cache(tmp_path: Path, damaged: bool) -> None:
    """They make it together, write the same pages and their own, and all of it is there in the end."""
    if damaged:
        open_cache(tmp_path).close()
        with closing(sqlite3.connect(tmp_path / "cache.sqlite3")) as file:
            file.execute("PRAGMA user_version = 99")
    script = """
print("ready", flush=True)
sys.stdin.readline()
cache = opened()
own = int(sys.argv[1])
for number in [*range(150), *range(own, own + 100)]:
    cache.look_up(f"https://a.example/{number}")
    cache.keep(page(number))
cache.close()
print(cache.trouble)
"""
    with ExitStack() as stack:
        runs = [stack.enter_context(Run(script, tmp_path, own)) for own in (200, 300, 400)]
        assert [run.line() for run in runs] == ["ready"] * 3
        for run in runs:
            run.say("go")
        assert [run.line() for run in runs] == ["None"] * 3
    assert assert_sound(tmp_path) == 450


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
def test_a_kill_at_any_moment_leaves_a_cache(tmp_path: Path) -> None:
    """While it is made, while it is written and while it makes room, beside a run that goes on."""
    writer = """
print("ready", flush=True)
cache = Cache.open(Path(sys.argv[1]), environ={}, now=now, max_bytes=4_000_000)
for number in range(int(sys.argv[2]), 100_000):
    cache.keep(page(number % 1000))
    print(cache.trouble, flush=True)
"""
    for attempt in range(5):  # in the first moments
        folder = tmp_path / str(attempt)
        with Run(writer, tmp_path, folder, 0) as run:
            assert run.line() == "ready"
            run.leave_alone(attempt * 0.004)
        assert_sound(folder)
    shared = tmp_path / "shared"
    with Run(writer, tmp_path, shared, 500) as beside:
        assert beside.line() == "ready"
        for attempt in range(5):  # in the middle of the work
            with Run(writer, tmp_path, shared, attempt * 90) as run:
                shown = {run.line() for _ in range(60 + attempt * 61)}
            assert shown == {"ready", "None"}
            assert assert_sound(shared) > 0
            assert {beside.line() for _ in range(40)} == {"None"}
    assert assert_sound(shared) > 50
    assert size_of(shared) <= 4_100_000


def test_a_run_that_stopped_while_it_wrote_does_not_hold_up_others(tmp_path: Path) -> None:
    """They do without the cache, and say so."""
    open_cache(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "cache.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        cache = open_cache(tmp_path)
        cache.keep(page())
        cache.close()
        assert cache.trouble == f"Nothing is cached in {tmp_path}: database is locked."
    assert works(tmp_path)


def test_a_file_that_another_holds_is_left_to_it(tmp_path: Path) -> None:
    """It cannot be looked at, so nothing is known against it."""
    with closing(sqlite3.connect(tmp_path / "cache.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        cache = open_cache(tmp_path)
        assert cache.trouble == f"Nothing is cached in {tmp_path}: database is locked."
        use(cache)
    assert asides(tmp_path) == []
    assert works(tmp_path)
