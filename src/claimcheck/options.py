"""What each option may be, wherever it is given: on the command line, in a configuration file, or by default."""

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from claimcheck.fetch.proxies import Proxy, read_proxy
from claimcheck.model import FailOn
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
ARCHIVE_URL = "https://web.archive.org"
FROM_ENVIRONMENT: Literal["env"] = "env"
"""In a proxy's place: the one that the environment names."""

_NOTHING = "none"
_HOST = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.?")


@dataclass(frozen=True, slots=True)
class Option:
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
            raise ValueError(f"{show(value)} is neither a list of words nor a text with commas")
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
    raise ValueError(f"{show(value)} is neither true nor false")


def _whole_number(lowest: int, highest: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest:
            return value
        raise ValueError(f"{show(value)} is not a whole number from {lowest} to {highest:,}")

    return read


def _seconds(highest: int) -> Callable[[object], float]:
    def read(value: object) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= highest:
            return float(value)
        raise ValueError(f"{show(value)} is not a number of seconds above 0, up to {highest:,}")

    return read


def _read_user_agent(value: object) -> str:
    if isinstance(value, str) and value.strip() and value.isascii() and value.isprintable():
        return value.strip()
    raise ValueError(f"{show(value)} is not a line of printable ASCII characters")


def _read_host(value: object) -> str:
    if isinstance(value, str) and _HOST.fullmatch(value):
        return value
    raise ValueError(f"{show(value)} is not the name of a host, such as example.org")


def _read_proxy(value: object) -> Proxy | Literal["env"]:
    if value == FROM_ENVIRONMENT:
        return FROM_ENVIRONMENT
    return read_proxy(value if isinstance(value, str) else "")


def _read_path(value: object) -> Path:
    if isinstance(value, str | Path) and str(value).strip() and "\0" not in str(value):
        with suppress(RuntimeError):  # ~nobody
            return Path(value).expanduser()
    raise ValueError(f"{show(value)} is not the name of a file or folder")


def _read_archive_url(value: object) -> str:
    if isinstance(value, str) and is_http_url(value):
        parts = urlsplit(value)
        if parts.username is not None:
            raise ValueError(
                "the address of an archive may have no name and password"
            )  # which a log would show
        if not parts.query and not parts.fragment:
            return value.rstrip("/")
    raise ValueError(f"{show(value)} is not the address of an archive, such as {ARCHIVE_URL}")


OPTIONS: Mapping[str, Option] = {
    "fail-on": Option("fail_on", _read_fail_on),
    "exit-zero": Option("exit_zero", _read_flag),
    "offline": Option("offline", _read_flag),
    "timeout": Option("timeout_s", _seconds(3600)),
    "jobs": Option("jobs", _whole_number(1, 1000)),
    "per-host": Option("per_host", _whole_number(1, 100)),
    "allow-private": Option("allow_private", _read_flag),
    "user-agent": Option("user_agent", _read_user_agent),
    "control-host": Option("control_host", _read_host),
    "proxy": Option("proxy", _read_proxy),
    "ca-bundle": Option("ca_bundle", _read_path),
    "cache-dir": Option("cache_dir", _read_path),
    "refresh": Option("refresh", _read_flag),
    "probe": Option("probe", _read_flag),
    "archive": Option("archive", _read_flag),
    "archive-url": Option("archive_url", _read_archive_url),
    "min-sources": Option("min_sources", _whole_number(1, 1000)),
}
"""By long option, which is the key in configuration files too."""


def show(value: object) -> str:
    """Show a value as it was given, on one line."""
    return json.dumps(value, default=str, ensure_ascii=False)
