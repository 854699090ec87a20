"""Reads JSON into values, noting the place of every key and value."""

import json
import re
from typing import NoReturn

from claimcheck.claims.tree import KeyPath, Notes, read_plain

_BLANKS = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*+"')
_WORD = re.compile(r"[-+.\w]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def read_json(notes: Notes) -> object:
    """Read one JSON value and nothing after it; raise `StopReadingError` where the text is not JSON."""
    return _JsonReader(notes).read_document()


class _JsonReader:
    """Walks over the text once; `_at` is the offset of what comes next."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._text = notes.text
        self._at = 0

    def read_document(self) -> object:
        value = self._read_value(())
        if self._next_character():
            self._stop("text stands after the end of the JSON value", hint="one file holds one `{…}`")
        return value

    def _read_value(self, path: KeyPath) -> object:
        first = self._next_character()
        self._notes.enter(path, self._at)
        match first:
            case "{":
                return self._read_object(path)
            case "[":
                return self._read_array(path)
            case '"':
                return self._read_string()
            case _:
                return self._read_word()

    def _read_object(self, path: KeyPath) -> dict[str, object]:
        opened, table = self._at, dict[str, object]()
        self._at += 1
        if self._take("}"):
            return table
        while True:
            if self._next_character() != '"':
                self._stop_at_key()
            key_at, key = self._at, self._read_string()
            is_new = self._notes.enter_key((*path, key), key_at)
            if not self._take(":"):
                self._stop(f"a colon is missing after the key `{key}`")
            value = self._read_value((*path, key))
            if is_new:
                table[key] = value
            if self._take("}"):
                return table
            self._take_comma("}", opened)

    def _read_array(self, path: KeyPath) -> list[object]:
        opened, items = self._at, list[object]()
        self._at += 1
        if self._take("]"):
            return items
        while True:
            items.append(self._read_value((*path, len(items))))
            if self._take("]"):
                return items
            self._take_comma("]", opened)

    def _read_string(self) -> str:
        found = _STRING.match(self._text, self._at)
        if not found:
            self._stop(
                "this quotation mark is not closed in its line, or an escape after it is none that JSON knows",
                hint='a quotation mark within a text is written `\\"`, a line break `\\n`',
            )
        value: str = json.loads(found[0])
        if _SURROGATE.search(value):
            self._stop("half a character stands in this text (a lone `\\ud…` escape)")
        self._at = found.end()
        return value

    def _read_word(self) -> object:
        found = _WORD.match(self._text, self._at)
        value = read_plain(found[0]) if found else ""
        if not found or isinstance(value, str):
            met = found[0] if found else self._next_character()
            self._stop(
                f"a value is expected here, not `{met}`" if met else "a value is missing at the end",
                hint="JSON writes texts in double quotes, and no comma after the last item",
            )
        self._at = found.end()
        return value

    def _next_character(self) -> str:
        blanks = _BLANKS.match(self._text, self._at)
        self._at = blanks.end() if blanks else self._at
        return self._text[self._at : self._at + 1]

    def _take(self, character: str) -> bool:
        is_there = self._next_character() == character
        self._at += is_there
        return is_there

    def _take_comma(self, closing: str, opened: int) -> None:
        if not self._take(","):
            place = self._notes.place(opened)
            opening = self._text[opened]
            self._stop(f"a comma is missing here, or the `{closing}` of the `{opening}` in line {place.line}")

    def _stop_at_key(self) -> NoReturn:
        self._stop(
            "a key in double quotes is expected here", hint="JSON has no comments and no comma before `}`"
        )

    def _stop(self, message: str, *, hint: str | None = None) -> NoReturn:
        self._notes.stop(self._at, message, hint=hint)
