"""Brings the command line, the configuration file and the defaults together into one frozen `Settings`."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Literal

from claimcheck.configuration import Configuration
from claimcheck.errors import UsageError
from claimcheck.fetch.headers import with_values
from claimcheck.fetch.options import FetchOptions
from claimcheck.fetch.proxies import DIRECT, Proxies, Proxy, proxies_from
from claimcheck.model import Claim, ClaimsFile, FailOn
from claimcheck.options import ARCHIVE_URL, DEFAULT_FAIL_ON, FROM_ENVIRONMENT, OPTIONS


@dataclass(frozen=True, slots=True)
class Settings:
    """How `verify` and its siblings run; everything decided but what a claims file says itself."""

    fail_on: tuple[FailOn, ...] = DEFAULT_FAIL_ON
    exit_zero: bool = False
    offline: bool = False
    fetch: FetchOptions = field(default_factory=FetchOptions)
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


def merge(
    command_line: Mapping[str, object],
    configuration: Configuration,
    *,
    environment: Mapping[str, str] = os.environ,
) -> Settings:
    """Settle every setting: command line, then configuration, then default.

    The command line's keys are the fields of `OPTIONS`; `None` stands for an option that was not given, and `fail_on` may
    be the text as typed. A value out of range raises `UsageError`, and so does a variable that the configuration's
    headers need and the environment lacks. The environment is read for nothing else, but for the proxy `env`.
    """
    chosen = dict(configuration.values)
    chosen["config_min_sources"] = chosen.pop("min_sources", None)
    for option, setting in OPTIONS.items():
        given = command_line.get(setting.field)
        if given is None:
            continue
        try:
            chosen[setting.field] = setting.read(given)
        except ValueError as error:
            raise UsageError(f"--{option}: {error}") from error
    proxy, headers = chosen.pop("proxy", None), chosen.pop("headers", ())
    if chosen.get("offline"):
        # nothing is sent, so that a saved copy can be read without the network of the newsroom, and its secrets
        chosen.pop("ca_bundle", None)
    else:
        chosen["proxies"] = _proxies(proxy, environment)
        chosen["headers"] = with_values(headers, environment)
    of_fetching = chosen.keys() & {one.name for one in fields(FetchOptions)}
    fetch = FetchOptions(**{name: chosen.pop(name) for name in of_fetching})
    return Settings(fetch=fetch, **chosen)


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
