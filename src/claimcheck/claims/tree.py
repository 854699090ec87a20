"""A claims file as plain values, with the place of every key and value in its text."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from claimcheck.errors import Mistake

MAX_BYTES = 10_000_000
"""A claims file of 10,000 claims has about 4 MB; beyond this it is something else."""
MAX_NODES = 100_000
MAX_DEPTH = 20
"""A claims file is five levels deep; the readers recurse, so they stop long before Python does."""

_LONGEST_MESSAGE = 300

KeyPath = tuple[str | int, ...]

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_EXACT_DIGITS = 15
"""Up to so many characters a float holds every whole number exactly."""


class StopReadingError(Exception):
    """The rest of the text cannot be read; the mistake is noted already."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a text, counted from 1 as editors do."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Tree:
    """The values of a claims file, where they stand, and the mistakes that left the rest readable."""

    value: object
    keys: Mapping[KeyPath, Place]
    values: Mapping[KeyPath, Place]
    mistakes: tuple[Mistake, ...] = ()

    def place(self, path: KeyPath) -> Place:
        """Return where a value stands, or the nearest thing around it that stands in the text."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Place(1, 1))

    def key_place(self, path: KeyPath) -> Place:
        """Return where the key of a value stands; an item of a list has none, so its value counts."""
        return self.keys.get(path) or self.place(path)


def mistake_at(path: str, place: Place, message: str, hint: str | None = None) -> Mistake:
    """Make a mistake of one readable line, whatever words of the file it repeats."""
    return Mistake(path, place.line, place.column, _tidy(message), hint and _tidy(hint))


def _tidy(message: str) -> str:
    if len(message) > _LONGEST_MESSAGE:
        message = f"{message[: _LONGEST_MESSAGE - 100]} … {message[-100:]}"
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in message
    )


class Notes:
    """Collects what a reader meets on its way through one text: places, mistakes, and how much there is."""

    def __init__(self, path: str, text: str) -> None:
        """Start with nothing read of the text."""
        self.text = text
        self._path = path
        self._line_starts = [0, *(found.end() for found in _LINE_BREAK.finditer(text))]
        self._keys: dict[KeyPath, Place] = {}
        self._values: dict[KeyPath, Place] = {}
        self._mistakes: list[Mistake] = []
        self._nodes = 0

    def place(self, index: int) -> Place:
        """Turn an offset into a line and a column; an offset past the end stands for the end."""
        index = min(index, len(self.text))
        line = bisect_right(self._line_starts, index)
        return Place(line, index - self._line_starts[line - 1] + 1)

    def enter(self, path: KeyPath, index: int) -> None:
        """Note where a value begins; stop where values are nested too deeply or are too many."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self.stop(
                index,
                f"more than {MAX_NODES:,} values stand in this file",
                hint="split it into several claims files",
            )
        if len(path) > MAX_DEPTH:
            self.stop(
                index,
                f"values are nested more than {MAX_DEPTH} levels deep",
                hint="a claims file needs five levels",
            )
        self._values.setdefault(path, self.place(index))

    def enter_key(self, path: KeyPath, index: int) -> bool:
        """Note where a key stands, and say whether it is new; one that came before is a mistake."""
        place = self.place(index)
        first = self._keys.setdefault(path, place)
        if first is not place:
            self.mistake(
                index, f"the key `{path[-1]}` stands here twice", hint=f"the first is in line {first.line}"
            )
        return first is place

    def mistake(self, index: int, message: str, *, hint: str | None = None) -> None:
        """Note a mistake after which reading can go on."""
        self._mistakes.append(mistake_at(self._path, self.place(index), message, hint))

    def stop(self, index: int, message: str, *, hint: str | None = None) -> NoReturn:
        """Note a mistake after which nothing can be read, and give up."""
        self.mistake(index, message, hint=hint)
        raise StopReadingError

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """All mistakes so far, in the order they were met."""
        return tuple(self._mistakes)

    def finish(self, value: object) -> Tree:
        """Put the values and all that was noted together."""
        return Tree(value, self._keys, self._values, self.mistakes)


def read_plain(text: str) -> str | float | bool | None:
    """Read an unquoted word as JSON would, and as text where JSON knows no such word; `2.0` is the whole number 2."""
    match text:
        case "true" | "false":
            return text == "true"
        case "null" | "~" | "":
            return None
        case _:
            return _read_number(text) if _NUMBER.fullmatch(text) else text


def _read_number(text: str) -> float:
    if len(text) <= _EXACT_DIGITS and text.lstrip("-").isdecimal():
        return int(text)
    number = float(text)
    return int(number) if number.is_integer() else number
