"""Content decoding: whatever the chunks, the limit or the damage, the body comes out whole or the module's own error does."""

import gzip
import random
import sys
import tracemalloc
import zlib
from collections.abc import Callable, Iterator

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.fetch.decode import BodyDecoder, DecodeError, TooLargeError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LIMIT = 20_000_000
STEP = 128 * 1024


def raw_deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


def in_halves(compress: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    return lambda data: compress(data[: len(data) // 2]) + compress(data[len(data) // 2 :])


def br(data: bytes) -> bytes:
    return brotli.compress(data, quality=1)


ENCODERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "identity": ("identity", bytes),
    "no header": ("", bytes),
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("X-GZIP", gzip.compress),
    "gzip of two members": ("gzip", in_halves(gzip.compress)),
    "gzip and zeros": ("gzip", lambda data: gzip.compress(data, mtime=0) + bytes(7)),
    "gzip and half a magic": ("gzip", lambda data: gzip.compress(data, mtime=0) + b"\x1f"),
    "deflate": ("deflate", zlib.compress),
    "raw deflate": ("deflate", raw_deflate),
    "deflate and junk": ("deflate", lambda data: zlib.compress(data) + b"junk"),
    "br": ("br", br),
    "zstd": ("zstd", zstd.compress),
    "zstd of two frames": ("zstd", in_halves(zstd.compress)),
    "zstd and junk": ("zstd", lambda data: zstd.compress(data) + b"junk"),
    "gzip, br": ("gzip, br", lambda data: br(gzip.compress(data, mtime=0))),
    "zstd, gzip": ("zstd,gzip", lambda data: gzip.compress(zstd.compress(data), mtime=0)),
}
COMPRESSED = {name: encoder for name, encoder in ENCODERS.items() if encoder[1] is not bytes}
STRICT = ("gzip", "deflate", "raw deflate", "br", "zstd", "gzip, br", "zstd, gzip")

names = st.sampled_from(sorted(ENCODERS))
# repeated blocks reach beyond one decoding step without hypothesis having to draw them
bodies = st.builds(lambda data, times: data * times, st.binary(max_size=300), st.sampled_from([1, 2, 900]))


def chunks(data: bytes, seed: int) -> Iterator[bytes]:
    sizes = random.Random(seed)
    at = 0
    while at < len(data):
        size = sizes.choice([1, 2, 7, 1000, 65536])
        yield data[at : at + size]
        at += size


def decode(encoding: str, data: bytes, *, seed: int = 0, limit: int = LIMIT) -> bytes:
    decoder = BodyDecoder(encoding, max_bytes=limit)
    for chunk in chunks(data, seed):
        decoder.feed(chunk)
    return decoder.finish()


@given(names, bodies, st.integers())
@settings(max_examples=300, deadline=None)
def test_a_body_comes_back_whatever_the_chunks(name: str, body: bytes, seed: int) -> None:
    encoding, encode = ENCODERS[name]
    assert decode(encoding, encode(body), seed=seed) == body


@pytest.mark.parametrize("name", sorted(ENCODERS))
@pytest.mark.parametrize("size", [STEP - 1, STEP, 2 * STEP, 2 * STEP + 257, 1_000_000])
def test_no_byte_is_lost_around_multiples_of_the_step(name: str, size: int) -> None:
    encoding, encode = ENCODERS[name]
    body = (b"0123456789abcdef" * (size // 16 + 1))[:size]
    assert decode(encoding, encode(body)) == body


@given(st.sampled_from(STRICT), st.binary(min_size=1, max_size=2000), st.integers(), st.data())
@settings(max_examples=200, deadline=None)
def test_a_stream_that_breaks_off_is_an_error(name: str, body: bytes, seed: int, data: st.DataObject) -> None:
    encoding, encode = ENCODERS[name]
    wire = encode(body)
    cut = data.draw(st.integers(1, len(wire) - 1))
    with pytest.raises(DecodeError):
        decode(encoding, wire[:cut], seed=seed)


@given(names, st.binary(max_size=500), st.integers())
@settings(max_examples=300, deadline=None)
def test_junk_is_the_modules_own_error_or_a_body(name: str, junk: bytes, seed: int) -> None:
    encoding, encode = ENCODERS[name]
    for wire in (junk, encode(b"body")[:6] + junk, encode(b"body") + junk):
        first = outcome(encoding, wire, seed)
        assert first == outcome(encoding, wire, seed + 1), "the chunks must not decide"


def outcome(encoding: str, wire: bytes, seed: int) -> bytes | None:
    try:
        return decode(encoding, wire, seed=seed)
    except DecodeError:
        return None


@given(st.sampled_from(sorted(ENCODERS)), st.integers(0, 3000), st.integers(0, 3000))
@settings(max_examples=200, deadline=None)
def test_the_limit_is_the_last_size_that_passes(name: str, size: int, limit: int) -> None:
    encoding, encode = ENCODERS[name]
    wire = encode(bytes(size))
    if size <= limit:
        assert decode(encoding, wire, limit=limit) == bytes(size)
    else:
        with pytest.raises(TooLargeError):
            decode(encoding, wire, limit=limit)


@pytest.mark.parametrize("name", sorted(COMPRESSED))
def test_a_bomb_is_stopped_at_the_limit(name: str) -> None:
    """Fifty megabytes of zeros are a few kilobytes on the wire; no more than the limit and some steps is ever held."""
    encoding, encode = COMPRESSED[name]
    wire = encode(bytes(50_000_000))
    decoder = BodyDecoder(encoding, max_bytes=1_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(TooLargeError, match="more than 1,000,000 bytes"):
            decoder.feed(wire)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 1_000_000 + 8 * STEP
