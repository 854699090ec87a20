"""Values as compressed JSON, and back: a stranger can plant a file, so only what fits its type to the letter is read.

Any frozen dataclass will do, whatever fields it gains; a record from before a change of its fields fits no more.
"""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LONGEST = 64_000_000
"""Bytes: more than the fetcher lets any body have; what claims to be longer is a bomb that somebody planted."""

_Record = TypeVar("_Record")
_Reader = Callable[[Any], Any]

_OPTIONS: dict[int, int] = {
    zstd.CompressionParameter.compression_level: 1,
    zstd.CompressionParameter.checksum_flag: 1,
}
"""A third of the time and two thirds of the size of zlib's level 1 on pages; the checksum tells damage."""


def compress(data: bytes) -> bytes:
    """Pack bytes, with a checksum."""
    return zstd.compress(data, options=_OPTIONS)


def decompress(data: bytes) -> bytes | None:
    """Unpack bytes; `None` where they are damaged, cut short, or too long."""
    decompressor = zstd.ZstdDecompressor()
    try:
        unpacked = decompressor.decompress(data, LONGEST)
    except zstd.ZstdError:
        return None
    return unpacked if decompressor.eof else None


def encode(record: Any) -> str:
    """Spell a value that records can hold as JSON, always in the same way."""
    return _JSON.encode(record)


def pack(record: Any) -> bytes:
    """Write a dataclass down. Half characters stay as they are, as they do everywhere in a page's text."""
    return compress(encode(record).encode("utf-8", "surrogatepass"))


def unpack(kind: type[_Record], data: bytes) -> _Record | None:
    """Read a dataclass back; `None` where anything about it does not fit."""
    text = decompress(data)
    if text is None:
        return None
    read = _reader_of(kind)  # type: ignore[arg-type]  # mypy asks the class for the hash of its instances
    try:
        record: _Record = read(json.loads(text.decode("utf-8", "surrogatepass")))
    except (ValueError, RecursionError):
        return None
    return record


def _as_json(value: Any) -> Any:
    """Spell what JSON has no word for; tuples and words of an enum it writes by itself."""
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, frozenset):
        return sorted(value, key=str)
    raise _unknown(type(value))


_JSON = json.JSONEncoder(default=_as_json, ensure_ascii=False, separators=(",", ":"))


@cache
def _reader_of(kind: Any) -> _Reader:
    """Make the function that reads a value of a type from JSON, or raises `ValueError`."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in _MADE_OF:
        return _MADE_OF[origin](kind, arguments)
    if is_dataclass(origin or kind):
        return _record(origin or kind, arguments)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    raise _unknown(kind)


def _union(kind: Any, arguments: tuple[Any, ...]) -> _Reader:
    given = [one for one in arguments if one is not NoneType]
    read = _reader_of(given[0]) if len(given) == 1 else _told_apart(kind, given)
    return (lambda value: None if value is None else read(value)) if NoneType in arguments else read


def _told_apart(kind: Any, given: list[Any]) -> _Reader:
    """Make the reader of one of several dataclasses: their fields say which was written."""
    names = {one: frozenset(field.name for field in fields(one)) for one in given if is_dataclass(one)}
    readers = {names[one]: _reader_of(one) for one in given if one in names}
    if len(readers) < len(given):
        raise _unknown(kind)

    def read(value: Any) -> Any:
        written = frozenset(_of(dict, value))
        if written not in readers:
            raise ValueError("other fields")
        return readers[written](value)

    return read


def _mapping(kind: Any, arguments: tuple[Any, ...]) -> _Reader:
    if arguments[0] is not str:  # JSON has no other keys
        raise _unknown(kind)
    read = _reader_of(arguments[1])
    return lambda value: {name: read(item) for name, item in _of(dict, value).items()}


def _set(_: Any, arguments: tuple[Any, ...]) -> _Reader:
    return _series(frozenset, arguments[0])


def _series(series: Callable[[Iterable[Any]], Any], kind: Any) -> _Reader:
    read = _reader_of(kind)
    return lambda value: series(map(read, _of(list, value)))


def _tuple(_: Any, arguments: tuple[Any, ...]) -> _Reader:
    if arguments[1:] == (...,):
        return _series(tuple, arguments[0])
    readers = tuple(map(_reader_of, arguments))
    return lambda value: tuple([read(item) for read, item in zip(readers, _of(list, value), strict=True)])


def _record(kind: Any, arguments: tuple[Any, ...]) -> _Reader:
    """Make the reader of a dataclass, which may stand for itself with other types: `Acceptance[Verdict]`."""
    given = dict(zip(getattr(kind, "__parameters__", ()), arguments, strict=True))
    hints = get_type_hints(kind)
    readers = {
        field.name: _reader_of(given.get(hints[field.name], hints[field.name])) for field in fields(kind)
    }

    def read(value: Any) -> Any:
        if _of(dict, value).keys() != readers.keys():
            raise ValueError("other fields")
        return kind(**{name: read(value[name]) for name, read in readers.items()})

    return read


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise ValueError(f"no {kind.__name__}")
    return value


def _text(value: Any) -> str:
    """Read the commonest of values, in as few steps as there are."""
    if type(value) is not str:
        raise ValueError("no text")
    return value


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(_of(str, value))
    if moment.tzinfo is None:  # it could not be compared with any other
        raise ValueError("no time zone")
    return moment


_MADE_OF: dict[Any, Callable[[Any, tuple[Any, ...]], _Reader]] = {
    Union: _union,
    UnionType: _union,
    Mapping: _mapping,
    frozenset: _set,
    tuple: _tuple,
}
_PLAIN: dict[Any, _Reader] = {
    str: _text,
    int: lambda value: _of(int, value),
    bool: lambda value: _of(bool, value),
    float: lambda value: value if type(value) is int else _of(float, value),
    bytes: lambda value: bytes.fromhex(_of(str, value)),
    date: lambda value: date.fromisoformat(_of(str, value)),
    datetime: _moment,
}


def _unknown(kind: Any) -> TypeError:
    return TypeError(f"a record cannot hold {kind}: teach `store/records.py` to write and read it")
