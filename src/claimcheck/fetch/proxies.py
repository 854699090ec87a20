"""Which proxy a request goes through: none, unless the user names one or points to the environment."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from urllib.parse import SplitResult, unquote, urlsplit

from claimcheck.fetch.names import plain_host

_USUAL_PORT = {"http": 80, "https": 443}
_RULE = re.compile(r"(\[[0-9a-f:.]+\]|[^:\[\]]+)(?::([0-9]{1,5}))?")


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that speaks HTTP, in the clear or over TLS."""

    scheme: str
    host: str
    port: int
    credentials: tuple[str, str] | None = field(default=None, repr=False)
    """Name and password; for the proxy alone, and shown nowhere."""

    @property
    def address(self) -> str:
        """Host and port, as in a URL."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Proxies:
    """The proxies of a run, by the scheme of the URL that is asked for."""

    http: Proxy | None = None
    https: Proxy | None = None
    exempt: tuple[str, ...] = ()
    """Hosts that are asked without: names with all below them, addresses, networks, each with a port or not; `*` is all."""

    def through(self, scheme: str, host: str, port: int) -> Proxy | None:
        """Return the proxy for a request; `None` where it goes straight to the host."""
        proxy = self.https if scheme == "https" else self.http
        return None if proxy is None or self._exempts(host, port) else proxy

    def _exempts(self, host: str, port: int) -> bool:
        return any(_is_meant(rule, host.rstrip("."), port) for rule in self.exempt)


DIRECT = Proxies()
"""No proxy for anything."""


def read_proxy(text: str) -> Proxy:
    """Read a proxy's URL; `ValueError` says what is allowed, and never repeats a password."""
    with suppress(ValueError):
        parts = urlsplit(text if "://" in text else f"http://{text}")
        host = _host_of(parts)
        is_word = host == text and "." not in text  # "enf" is a slip of "env", not a host
        if (
            parts.scheme in _USUAL_PORT
            and host
            and not is_word
            and parts.port != 0
            and parts.path in {"", "/"}
        ):
            named = parts.username is not None
            credentials = (unquote(parts.username or ""), unquote(parts.password or "")) if named else None
            return Proxy(parts.scheme, host, parts.port or _USUAL_PORT[parts.scheme], credentials)
    raise ValueError("this is not the URL of an http or https proxy, such as http://proxy.example.org:3128")


def proxies_from(environment: Mapping[str, str]) -> Proxies:
    """Read HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in capitals or not; `ValueError` names the one that is wrong."""
    found: dict[str, Proxy] = {}
    for scheme in _USUAL_PORT:
        text = _variable(environment, f"{scheme}_proxy")
        if not text:
            continue
        try:
            found[scheme] = read_proxy(text)
        except ValueError as error:
            raise ValueError(f"{scheme.upper()}_PROXY: {error}") from None
    exempt = _variable(environment, "no_proxy").lower().replace(",", " ").split()
    return Proxies(**found, exempt=tuple(exempt))


def _variable(environment: Mapping[str, str], name: str) -> str:
    return (environment.get(name) or environment.get(name.upper()) or "").strip()


def _host_of(parts: SplitResult) -> str | None:
    host = parts.hostname or ""
    if ":" in host:
        return str(ip_address(host))
    return plain_host(host)


def _is_meant(rule: str, host: str, port: int) -> bool:
    found = _RULE.fullmatch(rule)
    name, only_port = (found[1].strip("[]"), found[2]) if found else (rule, None)
    if only_port and int(only_port) != port:
        return False
    if name == "*":
        return True
    with suppress(ValueError):
        return ip_address(host) in ip_network(name, strict=False)
    parent = name.removeprefix("*").strip(".")
    return bool(parent) and f".{host}".endswith(f".{parent}")
