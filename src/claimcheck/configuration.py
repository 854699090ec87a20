"""What a configuration file sets: `claimcheck.toml`, or `[tool.claimcheck]` in `pyproject.toml`."""

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimcheck.errors import SettingsError
from claimcheck.fetch.headers import read_headers
from claimcheck.options import OPTIONS, show
from claimcheck.spelling import did_you_mean

OWN_FILE = "claimcheck.toml"
PROJECT_FILE = "pyproject.toml"

_HEADERS = "headers"
_OWN_TABLE = re.compile(r"\s*\[\s*tool\s*\.\s*claimcheck\s*\]")
_HEADERS_TABLE = re.compile(
    r"""\s*\[\s*(?:tool\s*\.\s*claimcheck\s*\.\s*)?headers\s*\.\s*["']?([^"']*?)["']?\s*\]\s*(?:\#.*)?"""
)
_TOML_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a configuration file sets."""

    path: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    """Values as `OPTIONS` reads them, by its fields, and `headers`, whose own values are not filled in yet."""


def read_configuration(explicit: str | None, folder: Path) -> Configuration:
    """Read the named file, else `claimcheck.toml` or `[tool.claimcheck]` in `pyproject.toml`, of the folder or one above it.

    The nearest counts; the root of a repository (which holds `.git`) is the last folder that is looked in, and outside of
    one the folder itself. Raises `SettingsError` with every mistake in that file.
    """
    if explicit is not None:
        return _read_file(explicit, folder / explicit) or Configuration(explicit)
    for above in _folders(folder):
        for name in (OWN_FILE, PROJECT_FILE):
            path = above / name
            if path.is_file() and (found := _read_file(os.path.relpath(path, folder), path)):
                return found
    return Configuration()


def _folders(folder: Path) -> Sequence[Path]:
    folders = [folder, *folder.parents]
    root = next((at for at, one in enumerate(folders) if (one / ".git").exists()), 0)
    return folders[: root + 1]


def _read_file(name: str, path: Path) -> Configuration | None:
    """Read a file; nothing where it is a project's, which says nothing of this tool."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        document = tomllib.loads(text)
    except OSError as error:
        raise SettingsError(
            f"{name}: the configuration file cannot be read: {str(error.strerror).lower()}"
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{name}: the file is not UTF-8", hint="save it as UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(_word_syntax_error(name, str(error)), hint="texts stand in quotes") from error
    table = document.get("tool", {})
    table = table.get("claimcheck") if isinstance(table, dict) else None
    if table is None and path.name == PROJECT_FILE:
        return None
    table = document if table is None else table
    if not isinstance(table, dict):
        raise SettingsError(
            f"{name}: `tool.claimcheck` is not a table", hint="begin it with [tool.claimcheck]"
        )
    return _read_table(name, path.parent, table, _lines_of_keys(text))


def _read_table(
    name: str, folder: Path, table: Mapping[str, object], lines: Mapping[tuple[str, ...], int]
) -> Configuration:
    values: dict[str, Any] = {}
    mistakes = []
    for key, value in table.items():
        where = _place(name, lines, key)
        if key == _HEADERS:
            values[_HEADERS], wrong = read_headers(value)
            mistakes += [
                f"{_place(name, lines, key, *one.key)}: {_show_key(key, *one.key)}: {one.message}"
                for one in wrong
            ]
            continue
        option = key.replace("_", "-")
        setting = OPTIONS.get(option)
        if setting is None:
            known = (*OPTIONS, _HEADERS)
            suggestion = did_you_mean(option, known) or f"known: {', '.join(known)}"
            mistakes.append(f"{where}: unknown key `{key}` ({suggestion})")
        elif setting.field in values:
            mistakes.append(f"{where}: `{key}` is set twice, with `-` and with `_`")
        else:
            try:
                read = setting.read(value)
                values[setting.field] = folder / read if isinstance(read, Path) else read
            except ValueError as error:
                mistakes.append(f"{where}: `{key}`: {error}")
    if mistakes:
        raise SettingsError("\n".join(mistakes))
    return Configuration(name, values)


def _lines_of_keys(text: str) -> Mapping[tuple[str, ...], int]:
    """Find the line of each key; below `[tool.claimcheck]` counts, where there is such a header."""
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] | None = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip().startswith("["):
            host = _HEADERS_TABLE.fullmatch(line)
            table = (_HEADERS, host[1]) if host else None
            if table is not None:
                lines.setdefault(table, number)
            elif _OWN_TABLE.match(line):
                table = ()
                lines = {key: place for key, place in lines.items() if key[0] == _HEADERS}
        found = re.match(r"""\s*["']?([\w-]+)["']?\s*=""", line)
        if found and table is not None:
            lines.setdefault((*table, found[1]), number)
    return lines


def _place(name: str, lines: Mapping[tuple[str, ...], int], *key: str) -> str:
    return f"{name}:{lines[key]}" if key in lines else name


def _show_key(*key: str) -> str:
    return f"`{'.'.join(part if re.fullmatch('[A-Za-z0-9_-]+', part) else show(part) for part in key)}`"


def _word_syntax_error(name: str, problem: str) -> str:
    place = _TOML_PLACE.search(problem)
    where = f"{name}:{place[1]}:{place[2]}" if place else name
    return f"{where}: this is not TOML: {_TOML_PLACE.sub('', problem)}"
