"""Brings the command line, the configuration file and the defaults together into one frozen `Settings`."""

import difflib
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from claimcheck.errors import SettingsError, UsageError
from claimcheck.model import Claim, ClaimsFile, FailOn

DEFAULT_FAIL_ON = (
    FailOn.DEAD,
    FailOn.CONTRADICTED,
    FailOn.DISPUTED,
    FailOn.NOT_FOUND,
    FailOn.TOO_FEW_SOURCES,
    FailOn.MISSING_QUOTE,
    FailOn.CHANGED,
    FailOn.LOST,
)
OWN_FILE = "claimcheck.toml"
PROJECT_FILE = "pyproject.toml"

_NOTHING = "none"
_HOST = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.?")
_TOML_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True, slots=True)
class Settings:
    """How `verify` and its siblings run; everything decided but what a claims file says itself."""

    fail_on: tuple[FailOn, ...] = DEFAULT_FAIL_ON
    exit_zero: bool = False
    offline: bool = False
    timeout_s: float = 20.0
    """For a whole exchange, redirects included; a retry is a new one."""
    jobs: int = 32
    per_host: int = 2
    allow_private: bool = False
    user_agent: str | None = None
    control_host: str = "example.org"
    """A name that resolves wherever there is a network: tells a dead host from a machine that is offline."""
    min_sources: int | None = None
    """From the command line: outranks the claims files."""
    config_min_sources: int | None = None
    """From the configuration file: stands in where a claims file says nothing."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a configuration file sets; `None` where it says nothing."""

    path: str | None = None
    fail_on: tuple[FailOn, ...] | None = None
    exit_zero: bool | None = None
    offline: bool | None = None
    timeout_s: float | None = None
    jobs: int | None = None
    per_host: int | None = None
    allow_private: bool | None = None
    user_agent: str | None = None
    control_host: str | None = None
    min_sources: int | None = None


def parse_fail_on(text: str) -> tuple[FailOn, ...]:
    """Read the words of `--fail-on`, divided by commas or blanks; `none` and the empty text stand for no word."""
    try:
        return _read_fail_on(text)
    except ValueError as error:
        raise UsageError(f"--fail-on: {error}", hint=f"words: {', '.join(FailOn)}, {_NOTHING}") from error


def read_configuration(explicit: str | None, folder: Path) -> Configuration:
    """Read the named file, else `claimcheck.toml`, else `[tool.claimcheck]` in `pyproject.toml` of the folder.

    Raises `SettingsError` with every mistake in that file. Folders above are not looked at.
    """
    if explicit is not None:
        return _read_file(explicit, folder / explicit)
    for name in (OWN_FILE, PROJECT_FILE):
        if (folder / name).is_file():
            return _read_file(name, folder / name)
    return Configuration()


def merge(command_line: Mapping[str, object], configuration: Configuration) -> Settings:
    """Settle every setting: command line, then configuration, then default.

    The command line's keys are the fields of `Settings`; `None` stands for an option that was not given, and `fail_on`
    may be the text as typed. A value out of range raises `UsageError`.
    """
    chosen: dict[str, Any] = {
        field.name: value
        for field in fields(Configuration)
        if field.name not in {"path", "min_sources"}
        and (value := getattr(configuration, field.name)) is not None
    }
    chosen["config_min_sources"] = configuration.min_sources
    for option, setting in _OPTIONS.items():
        given = command_line.get(setting.field)
        if given is None:
            continue
        try:
            chosen[setting.field] = setting.read(given)
        except ValueError as error:
            raise UsageError(f"--{option}: {error}") from error
    return Settings(**chosen)


def min_sources_for(settings: Settings, file: ClaimsFile, claim: Claim) -> int:
    """Say how many independent sources must support a claim: command line, claim, file, configuration, 1."""
    for wanted in (
        settings.min_sources,
        claim.min_sources,
        file.min_sources,
        settings.config_min_sources,
    ):
        if wanted is not None:
            return wanted
    return 1


# --- values ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Setting:
    """A setting's field, and how its value is read; a wrong value raises `ValueError` saying what is allowed."""

    field: str
    read: Callable[[object], object]


def _read_fail_on(value: object) -> tuple[FailOn, ...]:
    match value:
        case str():
            words = value.replace(",", " ").split()
        case list() | tuple() if all(isinstance(word, str) for word in value):
            words = list(map(str, value))
        case _:
            raise ValueError(f"{_show(value)} is neither a list of words nor a text with commas")
    if words == [_NOTHING]:
        return ()
    unknown = [word for word in words if word not in set(FailOn)]
    if unknown:
        raise ValueError("; ".join(_explain_unknown(word) for word in unknown))
    return tuple(dict.fromkeys(map(FailOn, words)))


def _explain_unknown(word: str) -> str:
    if word == _NOTHING:
        return f"`{_NOTHING}` stands alone"
    suggestion = _did_you_mean(word, FailOn)
    return f"unknown word `{word}`{f' ({suggestion})' if suggestion else ''}"


def _read_flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError(f"{_show(value)} is neither true nor false")


def _whole_number(lowest: int, highest: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest:
            return value
        raise ValueError(f"{_show(value)} is not a whole number from {lowest} to {highest:,}")

    return read


def _seconds(highest: int) -> Callable[[object], float]:
    def read(value: object) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= highest:
            return float(value)
        raise ValueError(f"{_show(value)} is not a number of seconds above 0, up to {highest:,}")

    return read


def _read_user_agent(value: object) -> str:
    if isinstance(value, str) and value.strip() and value.isascii() and value.isprintable():
        return value.strip()
    raise ValueError(f"{_show(value)} is not a line of printable ASCII characters")


def _read_host(value: object) -> str:
    if isinstance(value, str) and _HOST.fullmatch(value):
        return value
    raise ValueError(f"{_show(value)} is not the name of a host, such as example.org")


_OPTIONS: Mapping[str, _Setting] = {
    "fail-on": _Setting("fail_on", _read_fail_on),
    "exit-zero": _Setting("exit_zero", _read_flag),
    "offline": _Setting("offline", _read_flag),
    "timeout": _Setting("timeout_s", _seconds(3600)),
    "jobs": _Setting("jobs", _whole_number(1, 1000)),
    "per-host": _Setting("per_host", _whole_number(1, 100)),
    "allow-private": _Setting("allow_private", _read_flag),
    "user-agent": _Setting("user_agent", _read_user_agent),
    "control-host": _Setting("control_host", _read_host),
    "min-sources": _Setting("min_sources", _whole_number(1, 1000)),
}
"""By long option, which is the key in configuration files too."""


# --- files ----------------------------------------------------------------------------------------------------------


def _read_file(name: str, path: Path) -> Configuration:
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
    if table is None:
        table = {} if path.name == PROJECT_FILE else document
    if not isinstance(table, dict):
        raise SettingsError(
            f"{name}: `tool.claimcheck` is not a table", hint="begin it with [tool.claimcheck]"
        )
    return _read_table(name, table, _lines_of_keys(text))


def _read_table(name: str, table: Mapping[str, object], lines: Mapping[str, int]) -> Configuration:
    values: dict[str, Any] = {}
    mistakes = []
    for key, value in table.items():
        where = f"{name}:{lines[key]}" if key in lines else name
        option = key.replace("_", "-")
        setting = _OPTIONS.get(option)
        if setting is None:
            suggestion = _did_you_mean(option, _OPTIONS) or f"known: {', '.join(_OPTIONS)}"
            mistakes.append(f"{where}: unknown key `{key}` ({suggestion})")
        elif setting.field in values:
            mistakes.append(f"{where}: `{key}` is set twice, with `-` and with `_`")
        else:
            try:
                values[setting.field] = setting.read(value)
            except ValueError as error:
                mistakes.append(f"{where}: `{key}`: {error}")
    if mistakes:
        raise SettingsError("\n".join(mistakes), hint="the keys are the long options of `claimcheck verify`")
    return Configuration(path=name, **values)


def _lines_of_keys(text: str) -> Mapping[str, int]:
    """Find the line of each key; below `[tool.claimcheck]` counts, where there is such a header."""
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(r"\s*\[\s*tool\s*\.\s*claimcheck\s*\]", line):
            lines.clear()
        found = re.match(r"""\s*["']?([\w-]+)["']?\s*=""", line)
        if found:
            lines.setdefault(found[1], number)
    return lines


def _word_syntax_error(name: str, problem: str) -> str:
    place = _TOML_PLACE.search(problem)
    where = f"{name}:{place[1]}:{place[2]}" if place else name
    return f"{where}: this is not TOML: {_TOML_PLACE.sub('', problem)}"


def _did_you_mean(word: str, known: Iterable[str]) -> str | None:
    found = difflib.get_close_matches(word.lower(), list(map(str, known)), n=1)
    return f"did you mean `{found[0]}`?" if found else None


def _show(value: object) -> str:
    return json.dumps(value, default=str, ensure_ascii=False)
