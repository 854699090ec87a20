"""Brings the command line, the configuration file and the defaults together into one frozen `Settings`."""

import json
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from claimcheck.errors import SettingsError, UsageError
from claimcheck.fetch.headers import HostHeaders, read_headers, with_values
from claimcheck.fetch.proxies import DIRECT, Proxies, Proxy, proxies_from, read_proxy
from claimcheck.model import Claim, ClaimsFile, FailOn
from claimcheck.spelling import did_you_mean
from claimcheck.urls import is_http_url

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
ARCHIVE_URL = "https://web.archive.org"
FROM_ENVIRONMENT: Literal["env"] = "env"
"""In a proxy's place: the one that the environment names."""

_NOTHING = "none"
_HOST = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.?")
_HEADERS = "headers"
_OWN_TABLE = re.compile(r"\s*\[\s*tool\s*\.\s*claimcheck\s*\]")
_HEADERS_TABLE = re.compile(
    r"""\s*\[\s*(?:tool\s*\.\s*claimcheck\s*\.\s*)?headers\s*\.\s*["']?([^"']*?)["']?\s*\]\s*(?:\#.*)?"""
)
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
    proxies: Proxies = DIRECT
    ca_bundle: Path | None = None
    headers: tuple[HostHeaders, ...] = ()
    """The user's own, for their host alone; from the configuration file, with values from the environment."""
    cache_dir: Path | None = None
    """`None`: where this platform keeps caches."""
    refresh: bool = False
    """Read nothing from the cache."""
    probe: bool = True
    """Ask a host for a page that cannot exist, where a page of it looks like an error page."""
    archive: bool = False
    archive_url: str = ARCHIVE_URL
    """Without a slash at its end."""
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
    proxy: Proxy | Literal["env"] | None = None
    ca_bundle: Path | None = None
    cache_dir: Path | None = None
    refresh: bool | None = None
    probe: bool | None = None
    archive: bool | None = None
    archive_url: str | None = None
    headers: tuple[HostHeaders, ...] = ()
    """Their values are not filled in yet."""
    min_sources: int | None = None


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


def merge(
    command_line: Mapping[str, object],
    configuration: Configuration,
    *,
    environment: Mapping[str, str] = os.environ,
) -> Settings:
    """Settle every setting: command line, then configuration, then default.

    The command line's keys are the fields of `Settings`, with `proxy` for `proxies`; `None` stands for an option that
    was not given, and `fail_on` may be the text as typed. A value out of range raises `UsageError`, and so does a
    variable that the configuration's headers need and the environment lacks. The environment is read for nothing else,
    but for the proxy `env`.
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
    chosen["proxies"] = _proxies(chosen.pop("proxy", None), environment)
    # offline nothing is sent, so that a saved copy can be read without the secrets of the newsroom
    chosen["headers"] = () if chosen.get("offline") else with_values(configuration.headers, environment)
    return Settings(**chosen)


def _proxies(proxy: Proxy | Literal["env"] | None, environment: Mapping[str, str]) -> Proxies:
    match proxy:
        case None:
            return DIRECT
        case Proxy():
            return Proxies(proxy, proxy)
        case _:
            try:
                return proxies_from(environment)
            except ValueError as error:
                raise UsageError(f"--proxy {FROM_ENVIRONMENT}: {error}") from error


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
    if not words and isinstance(value, str):  # an unset variable must not open the gate
        raise ValueError(f"it names no word; write `{_NOTHING}` for a run that nothing fails")
    unknown = [word for word in words if word not in set(FailOn)]
    if unknown:
        raise ValueError("; ".join(_explain_unknown(word) for word in unknown))
    return tuple(dict.fromkeys(map(FailOn, words)))


def _explain_unknown(word: str) -> str:
    if word == _NOTHING:
        return f"`{_NOTHING}` stands alone"
    suggestion = did_you_mean(word, map(str, FailOn))
    return f"unknown word `{word}` ({suggestion or 'known: ' + ', '.join(FailOn)})"


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


def _read_proxy(value: object) -> Proxy | Literal["env"]:
    if value == FROM_ENVIRONMENT:
        return FROM_ENVIRONMENT
    return read_proxy(value if isinstance(value, str) else "")


def _read_path(value: object) -> Path:
    if isinstance(value, str | Path) and str(value).strip() and "\0" not in str(value):
        with suppress(RuntimeError):  # ~nobody
            return Path(value).expanduser()
    raise ValueError(f"{_show(value)} is not the name of a file or folder")


def _read_archive_url(value: object) -> str:
    if isinstance(value, str) and is_http_url(value):
        parts = urlsplit(value)
        if not parts.query and not parts.fragment and parts.username is None:
            return value.rstrip("/")
    raise ValueError(f"{_show(value)} is not the address of an archive, such as {ARCHIVE_URL}")


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
    "proxy": _Setting("proxy", _read_proxy),
    "ca-bundle": _Setting("ca_bundle", _read_path),
    "cache-dir": _Setting("cache_dir", _read_path),
    "refresh": _Setting("refresh", _read_flag),
    "probe": _Setting("probe", _read_flag),
    "archive": _Setting("archive", _read_flag),
    "archive-url": _Setting("archive_url", _read_archive_url),
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
        setting = _OPTIONS.get(option)
        if setting is None:
            known = (*_OPTIONS, _HEADERS)
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
    return Configuration(path=name, **values)


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
    return f"`{'.'.join(part if re.fullmatch('[A-Za-z0-9_-]+', part) else _show(part) for part in key)}`"


def _word_syntax_error(name: str, problem: str) -> str:
    place = _TOML_PLACE.search(problem)
    where = f"{name}:{place[1]}:{place[2]}" if place else name
    return f"{where}: this is not TOML: {_TOML_PLACE.sub('', problem)}"


def _show(value: object) -> str:
    return json.dumps(value, default=str, ensure_ascii=False)
