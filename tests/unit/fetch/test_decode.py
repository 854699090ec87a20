"""What the decoder refuses by name; round trips, bombs and damage are in tests/property/test_decode.py."""

import gzip
import re
import sys

import brotli
import pytest

from claimcheck.fetch.decode import BodyDecoder, DecodeError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


@pytest.mark.parametrize(
    ("encoding", "message"),
    [
        ("compress", "has the unsupported Content-Encoding 'compress'"),
        ("gzip, snappy", "has the unsupported Content-Encoding 'snappy'"),
        ("gzip, gzip, gzip", "is encoded 3 times over; 2 are the limit"),
    ],
)
def test_an_encoding_that_nobody_asked_for_is_refused(encoding: str, message: str) -> None:
    """The decoder says so before the first byte comes."""
    with pytest.raises(DecodeError, match=re.escape(message)):
        BodyDecoder(encoding, max_bytes=100)


@pytest.mark.parametrize("encoding", ["", "identity", "none", "UTF-8", "binary, identity"])
def test_what_names_no_coding_leaves_a_body_as_it_is(encoding: str) -> None:
    """Servers confuse it with the charset; browsers show the page."""
    decoder = BodyDecoder(encoding, max_bytes=100)
    decoder.feed(b"geese")
    assert decoder.finish() == b"geese"


def test_an_empty_body_needs_no_stream() -> None:
    """Servers label empty answers as gzip too."""
    assert BodyDecoder("gzip", max_bytes=100).finish() == b""


def test_the_messages_name_the_coding() -> None:
    """The sentence says what is broken, not which exception a library has for it."""
    cut = BodyDecoder("br", max_bytes=100)
    cut.feed(brotli.compress(b"words" * 10)[:-1])
    with pytest.raises(DecodeError, match="breaks off in the middle of its brotli stream"):
        cut.finish()
    with pytest.raises(DecodeError, match="is not valid gzip"):
        BodyDecoder("gzip", max_bytes=100).feed(b"<!doctype html>")


def test_bytes_after_the_end_of_brotli_are_refused_in_any_chunk() -> None:
    """The library refuses them in the same chunk, so we do in the next one."""
    decoder = BodyDecoder("br", max_bytes=100)
    decoder.feed(brotli.compress(b"body"))
    with pytest.raises(DecodeError, match="goes on after the end of its brotli stream"):
        decoder.feed(b"more")


def test_a_body_of_countless_members_is_refused() -> None:
    """Opening a stream costs more than its twenty bytes: a body full of them would stop the run."""
    with pytest.raises(DecodeError, match="more than 1,000 gzip members"):
        BodyDecoder("gzip", max_bytes=100).feed(gzip.compress(b"", mtime=0) * 1001)


def test_a_zstd_window_beyond_the_web_limit_is_refused() -> None:
    """RFC 9659 allows 8 MiB; a stream may ask for 2 GiB."""
    options = {zstd.CompressionParameter.window_log: 25}
    compressor = zstd.ZstdCompressor(options=options)
    wire = compressor.compress(bytes(40_000_000)) + compressor.flush()
    with pytest.raises(DecodeError, match="is not valid zstd"):
        BodyDecoder("zstd", max_bytes=100_000_000).feed(wire)
