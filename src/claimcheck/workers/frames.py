"""Messages between the run and its workers: a length, then a pickle. Both ends are ours; nothing else is unpickled."""

import pickle
import struct
from typing import Any, BinaryIO

_LENGTH = struct.Struct("!Q")
HEADER = _LENGTH.size


def pack(message: Any) -> bytes:
    """Write a message as one frame."""
    payload = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(payload)) + payload


def length_of(header: bytes) -> int:
    """Give the bytes that follow a header."""
    (length,) = _LENGTH.unpack(header)
    return int(length)


def unpack(payload: bytes) -> Any:
    """Read a message from the bytes after its header."""
    return pickle.loads(payload)  # noqa: S301 - from our own worker, over a pipe that nobody else holds


def read_frame(stream: BinaryIO) -> Any | None:
    """Read one message; nothing at the end of the stream."""
    header = stream.read(HEADER)
    return unpack(stream.read(length_of(header))) if len(header) == HEADER else None
