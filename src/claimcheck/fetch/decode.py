"""Content decoding with an end: bodies come out as they stream in, never far beyond their limit.

httpx's own decoders have no limit (1.6 KB of brotli became 2 GB) and cut a gzip of two members to the first.
"""

import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ACCEPT_ENCODING = "gzip, deflate, br, zstd"

_STEP = 128 * 1024  # the most that one call may inflate; what a bomb can overshoot its limit by
_MOST_CODINGS = 2  # two happen behind proxies; more are an attack
_MOST_MEMBERS = 1000  # bgzip makes 64 KiB members, so 20 MB have about 300
_GZIP_MAGIC = (b"\x1f\x8b",)
_ZSTD_MAGIC = (b"\x28\xb5\x2f\xfd", *(bytes([low]) + b"\x2a\x4d\x18" for low in range(0x50, 0x60)))
_ZSTD_WINDOW_LOG = 23  # RFC 9659: a window beyond 8 MiB is not for HTTP


class DecodeError(Exception):
    """A body cannot be decoded; the message completes the sentence "the body …"."""


class TooLargeError(DecodeError):
    """A decoded body is beyond its limit."""


class BodyDecoder:
    """Undo a `Content-Encoding` piece by piece; anything wrong is a `DecodeError`."""

    def __init__(self, content_encoding: str = "", *, max_bytes: int) -> None:
        """Prepare for the codings of a header, `max_bytes` of output at most."""
        self._stages = _stages(content_encoding)
        self._max_bytes = max_bytes
        self._pieces: list[bytes] = []
        self._size = 0

    def feed(self, chunk: bytes) -> None:
        """Decode the next bytes off the wire."""
        for piece in _run(self._stages, chunk):
            self._size += len(piece)
            if self._size > self._max_bytes:
                raise TooLargeError(f"has more than {self._max_bytes:,} bytes after decoding")
            self._pieces.append(piece)

    def finish(self) -> bytes:
        """Return the whole body; raise where the stream breaks off."""
        for stage in self._stages:
            stage.finish()
        return b"".join(self._pieces)


class _Stream(Protocol):
    """One compressed stream; `rest` is what follows its end."""

    @property
    def ended(self) -> bool: ...

    @property
    def rest(self) -> bytes: ...

    def feed(self, data: bytes) -> Iterator[bytes]: ...


class _Zlib:
    def __init__(self, window_bits: int) -> None:
        self._inflate = zlib.decompressobj(window_bits)
        self.ended = False
        self.rest = b""

    def feed(self, data: bytes) -> Iterator[bytes]:
        while True:
            piece = self._inflate.decompress(data, _STEP)
            if piece:
                yield piece
            if self._inflate.eof:
                self.ended, self.rest = True, self._inflate.unused_data
                return
            data = self._inflate.unconsumed_tail
            if not data and len(piece) < _STEP:  # a full piece may leave output behind without any input
                return


class _Deflate:
    """zlib-wrapped as the RFC has it, or raw as some servers send it: the first two bytes tell."""

    def __init__(self) -> None:
        self._head = b""
        self._inner: _Zlib | None = None

    @property
    def ended(self) -> bool:
        return self._inner is not None and self._inner.ended

    @property
    def rest(self) -> bytes:
        return b"" if self._inner is None else self._inner.rest

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._inner is None:
            data = self._head = self._head + data
            if len(data) < 2:
                return
            wrapped = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
            self._inner = _Zlib(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        yield from self._inner.feed(data)


class _Brotli:
    rest = b""  # the library refuses whatever follows the end

    def __init__(self) -> None:
        self._decompressor = brotli.Decompressor()

    @property
    def ended(self) -> bool:
        return bool(self._decompressor.is_finished())

    def feed(self, data: bytes) -> Iterator[bytes]:
        piece = self._decompressor.process(data, output_buffer_limit=_STEP)
        while piece:
            yield piece
            piece = self._decompressor.process(b"", output_buffer_limit=_STEP)


class _Zstd:
    def __init__(self) -> None:
        self._decompressor = zstd.ZstdDecompressor(
            options={zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW_LOG}
        )

    @property
    def ended(self) -> bool:
        return self._decompressor.eof

    @property
    def rest(self) -> bytes:
        return self._decompressor.unused_data

    def feed(self, data: bytes) -> Iterator[bytes]:
        while True:
            piece = self._decompressor.decompress(data, _STEP)
            if piece:
                yield piece
            if self._decompressor.eof or self._decompressor.needs_input:
                return
            data = b""


@dataclass(frozen=True, slots=True)
class _Coding:
    name: str
    open: Callable[[], _Stream]
    magic: tuple[bytes, ...] | None = ()
    """How a further member begins; anything else after the end is ignored, as browsers do. `None`: nothing may follow."""


_CODINGS = {
    "gzip": _Coding("gzip", lambda: _Zlib(16 + zlib.MAX_WBITS), _GZIP_MAGIC),
    "deflate": _Coding("deflate", _Deflate),
    "br": _Coding("brotli", _Brotli, None),
    "zstd": _Coding("zstd", _Zstd, _ZSTD_MAGIC),
}
_CODINGS["x-gzip"] = _CODINGS["gzip"]


class _Stage:
    """One coding over a whole body: its members one after another."""

    def __init__(self, coding: _Coding) -> None:
        self._coding = coding
        self._stream: _Stream | None = None
        self._members = 0
        self._held = b""  # after a member: too short to tell another one from junk
        self._only_junk = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            while data and not self._only_junk:
                stream = self._stream
                if stream is None:
                    data, self._held = self._held + data, b""
                    stream = self._next_member(data)
                    if stream is None:
                        return
                yield from stream.feed(data)
                self._stream, data = (None, stream.rest) if stream.ended else (stream, b"")
        except (zlib.error, brotli.error, zstd.ZstdError) as error:
            raise DecodeError(f"is not valid {self._coding.name}") from error

    def _next_member(self, data: bytes) -> _Stream | None:
        """Open a stream for what comes next, unless it is junk or still too short to tell."""
        magic = self._coding.magic
        if self._members:
            if magic is None:
                raise DecodeError(f"goes on after the end of its {self._coding.name} stream")
            if not data.startswith(magic):
                self._held = data
                self._only_junk = not any(start.startswith(data) for start in magic)
                return None
        self._members += 1
        if self._members > _MOST_MEMBERS:
            raise DecodeError(f"has more than {_MOST_MEMBERS:,} {self._coding.name} members")
        return self._coding.open()

    def finish(self) -> None:
        if self._stream is not None:
            raise DecodeError(f"breaks off in the middle of its {self._coding.name} stream")


_NO_CODINGS = frozenset(["", "identity", "none", "binary", "utf-8", "utf8"])
"""What servers say of a body that is not coded, most of them by mistake."""


def _stages(content_encoding: str) -> tuple[_Stage, ...]:
    """Return the stages in the order of undoing, the coding applied last first."""
    names = [name.strip().lower() for name in content_encoding.split(",")]
    names = [name for name in names if name not in _NO_CODINGS]
    if len(names) > _MOST_CODINGS:
        raise DecodeError(f"is encoded {len(names)} times over; {_MOST_CODINGS} are the limit")
    for name in names:
        if name not in _CODINGS:
            raise DecodeError(f"has the unsupported Content-Encoding {name[:40]!r}")
    return tuple(_Stage(_CODINGS[name]) for name in reversed(names))


def _run(stages: Sequence[_Stage], data: bytes) -> Iterator[bytes]:
    if not stages:
        yield data
        return
    for piece in stages[0].feed(data):
        yield from _run(stages[1:], piece)
