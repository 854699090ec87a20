"""Reads YAML 1.2 into values, noting the place of every key and value; aliases, tags and the like are mistakes."""

import re
from collections.abc import Iterator

import yaml

from claimcheck.claims.tree import KeyPath, Notes, read_plain
from claimcheck.claims.yaml_words import explain

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser is ten times as fast; a platform without it still reads the same files."""

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow anywhere; the parser would say so without a place."""

_FOREIGN_BREAKS = str.maketrans("\x85\u2028\u2029", "\U000f8085\U000f8028\U000f8029")
"""Line breaks to the parser, which knows YAML 1.1, and ordinary characters to YAML 1.2 and to editors: they are
read as private characters. Each stands for one, so places stay as they are."""
_FOREIGN_BREAKS_BACK = {private: own for own, private in _FOREIGN_BREAKS.items()}


def read_yaml(notes: Notes) -> object:
    """Read the one YAML document of a text; raise `StopReadingError` where the text is not YAML."""
    forbidden = _FORBIDDEN.search(notes.text)
    if forbidden:
        notes.stop(
            forbidden.start(),
            f"an invisible control character (U+{ord(forbidden[0]):04X}) stands here",
            hint="delete it",
        )
    try:
        return _YamlReader(notes).read_document()
    except yaml.MarkedYAMLError as error:
        index, message, hint = explain(error, notes)
        notes.stop(index, message, hint=hint)


class _YamlReader:
    """Builds values from the parser's events: nothing is expanded, and what is not read stays unparsed."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        own = notes.text.translate(_FOREIGN_BREAKS)
        self._has_foreign_breaks = own != notes.text
        self._events: Iterator[yaml.Event] = yaml.parse(own, Loader=_LOADER)

    def read_document(self) -> object:
        next(self._events)  # the stream's start
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        value = self._read_value(next(self._events), ())
        next(self._events)  # the document's end
        following = next(self._events)
        if isinstance(following, yaml.DocumentStartEvent):
            self._notes.stop(
                _start(following),
                "a second document begins here (`---`)",
                hint="put it in a file of its own",
            )
        return value

    def _read_value(self, event: yaml.Event, path: KeyPath) -> object:
        self._notes.enter(path, _start(event))
        self._refuse_extras(event)
        match event:
            case yaml.MappingStartEvent():
                return self._read_mapping(path)
            case yaml.SequenceStartEvent():
                return self._read_sequence(path)
            case yaml.ScalarEvent():
                return self._text_of(event) if event.style else read_plain(self._text_of(event))
            case _:
                return "*"  # an alias, refused above: any text will do

    def _read_mapping(self, path: KeyPath) -> dict[str, object]:
        table: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._read_key(event, path)
            is_new = key is not None and self._notes.enter_key((*path, key), _start(event))
            value = self._read_value(next(self._events), (*path, key or ""))
            if key is not None and is_new:
                table[key] = value
        return table

    def _read_sequence(self, path: KeyPath) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._read_value(event, (*path, len(items))))
        return items

    def _read_key(self, event: yaml.Event, path: KeyPath) -> str | None:
        """Read a key as text, whatever it looks like; None for a key that is no single word."""
        if not isinstance(event, yaml.ScalarEvent):
            self._notes.mistake(
                _start(event),
                "a list, a table or an alias stands where a key is expected",
                hint="put a value that begins with `{`, `[` or `*` in quotes",
            )
            self._read_value(event, (*path, ""))
            return None
        self._refuse_extras(event)
        key = self._text_of(event)
        if not event.style and not isinstance(read_plain(key), str):
            self._notes.mistake(
                _start(event),
                f"the key `{key}` is no text" if key else "a key is missing before this colon",
                hint=f'put it in quotes: `"{key}"`' if key else None,
            )
        return key

    def _refuse_extras(self, event: yaml.Event) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self._notes.mistake(
                _start(event),
                f"`*{anchor}` is an alias, and claims files have none",
                hint="repeat the value; put a text that begins with `*` in quotes",
            )
        elif anchor:
            self._notes.mistake(
                _start(event),
                f"`&{anchor}` is an anchor, and claims files have none",
                hint="leave it out; put a text that begins with `&` in quotes",
            )
        elif tag:
            self._notes.mistake(
                _start(event),
                f"`{tag}` is a tag, and claims files have none",
                hint="leave it out; put a text that begins with `!` in quotes",
            )

    def _text_of(self, event: yaml.ScalarEvent) -> str:
        text: str = event.value
        return text.translate(_FOREIGN_BREAKS_BACK) if self._has_foreign_breaks else text


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0
