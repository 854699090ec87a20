"""Request headers of the user's own, for one host each: a subscription's cookie goes there and is shown nowhere."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from claimcheck.errors import UsageError
from claimcheck.fetch.names import plain_host

_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")  # RFC 9110, token
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\s:/?#@\[\]]+)(?::([0-9]{1,5}))?")
_VARIABLE = "env:"
_EXAMPLE = 'Cookie = "env:SITE_COOKIE"'
_PRINTABLE = re.compile(r"[\x20-\x7e]+")
# what an exchange rests on: framing, decoding, connections, whole and unconditional answers
_OURS = frozenset(
    "accept-encoding connection content-encoding content-length content-type expect host http2-settings if-match "
    "if-modified-since if-none-match if-range if-unmodified-since keep-alive max-forwards range te trailer "
    "transfer-encoding upgrade".split()
)


@dataclass(frozen=True, slots=True)
class OwnHeader:
    """A header to send; its value is a secret."""

    name: str
    value: str = field(repr=False)
    variable: str | None = None
    """The environment variable that has the value; `None` where the configuration has it itself."""


@dataclass(frozen=True, slots=True)
class HostHeaders:
    """What is sent to one host, and to no other."""

    host: str
    """As it goes over the wire, without brackets."""
    port: int | None
    """`None`: any."""
    headers: tuple[OwnHeader, ...]


@dataclass(frozen=True, slots=True)
class HeaderMistake:
    """What is wrong with a part of the table of headers; never with a value in it."""

    key: tuple[str, ...]
    """Empty for the table itself, else the host, else host and header."""
    message: str


def read_headers(table: object) -> tuple[tuple[HostHeaders, ...], tuple[HeaderMistake, ...]]:
    """Read a table of hosts with their headers: what is right of it, and every mistake."""
    if not isinstance(table, dict):
        return (), (HeaderMistake((), 'this is no table of hosts, such as headers."www.example.org"'),)
    hosts: list[HostHeaders] = []
    mistakes: list[HeaderMistake] = []
    for written, given in table.items():
        if not isinstance(given, dict):
            mistakes.append(HeaderMistake((written,), f"this is no table of headers, such as {_EXAMPLE}"))
            continue
        headers: list[OwnHeader] = []
        for name, value in given.items():
            try:
                headers.append(read_header(name, value))
            except ValueError as error:
                mistakes.append(HeaderMistake((written, name), str(error)))
        try:
            hosts.append(HostHeaders(*read_host(written), tuple(headers)))
        except ValueError as error:
            mistakes.append(HeaderMistake((written,), str(error)))
    return tuple(hosts), tuple(mistakes)


def read_host(written: str) -> tuple[str, int | None]:
    """Read the host, and the port if there is one; `ValueError` says what is allowed."""
    found = _HOST.fullmatch(written)
    port = int(found[2]) if found and found[2] else None
    host = None
    if found and (port is None or 0 < port < 65536):
        host = found[1][1:-1].lower() if found[1].startswith("[") else plain_host(found[1])
    if not host:
        raise ValueError("this is not the name of a host, such as www.example.org or www.example.org:8443")
    return host, port


def read_header(name: str, value: object) -> OwnHeader:
    """Read a header's name and its value or the variable that has it; `ValueError` says what is allowed, not the value."""
    if not _NAME.fullmatch(name):
        raise ValueError("this is no name of a header")
    if name.lower() in _OURS or name.lower().startswith("proxy-"):
        raise ValueError("this header is claimcheck's own to set")
    match value:
        case str():
            return _with_variable(name, value) if value.startswith(_VARIABLE) else _with_value(name, value)
        case dict():
            raise ValueError('the whole host stands in quotes, as in headers."www.example.org"')
        case _:
            raise ValueError(f"the value is no text, as in {_EXAMPLE}")


def _with_variable(name: str, value: str) -> OwnHeader:
    variable = value.removeprefix(_VARIABLE).strip()
    if not variable or "=" in variable or not variable.isprintable():
        raise ValueError('"env:" stands before the name of an environment variable')
    return OwnHeader(name, "", variable)


def _with_value(name: str, value: str) -> OwnHeader:
    if not _can_be_sent(value):
        raise ValueError("the value is not a line of printable ASCII characters")
    return OwnHeader(name, value.strip())


def with_values(hosts: Iterable[HostHeaders], environment: Mapping[str, str]) -> tuple[HostHeaders, ...]:
    """Fill in the values of the variables; a `UsageError` names every variable that is not set or cannot be sent."""
    mistakes: dict[str, None] = {}

    def fill(header: OwnHeader) -> OwnHeader:
        if header.variable is None:
            return header
        value = environment.get(header.variable, "").strip()
        if not value:
            mistakes[f"the environment variable {header.variable} is not set, or empty"] = None
        elif not _can_be_sent(value):
            mistakes[
                f"the environment variable {header.variable} is not a line of printable ASCII characters"
            ] = None
        return replace(header, value=value)

    filled = tuple(replace(host, headers=tuple(map(fill, host.headers))) for host in hosts)
    if mistakes:
        raise UsageError(
            "; ".join(mistakes),
            hint="the configuration's `headers` ask for it; set it, or take the header out",
        )
    return filled


def headers_for(hosts: Iterable[HostHeaders], host: str, port: int) -> tuple[OwnHeader, ...]:
    """Return what is sent to a host at a port; what is written for the port itself comes last."""
    matching = [one for one in hosts if one.host == host and one.port in {None, port}]
    return tuple(header for one in sorted(matching, key=lambda one: one.port or 0) for header in one.headers)


def join_cookies(own: str, given: str) -> str:
    """Join the user's cookies with those that the site gave on the way; a site's newer value of a cookie counts."""
    renewed = {"", *(one.partition("=")[0].strip() for one in given.split(";"))}
    kept = [one.strip() for one in own.split(";") if one.partition("=")[0].strip() not in renewed]
    return "; ".join([*kept, given])


def _can_be_sent(value: str) -> bool:
    return bool(_PRINTABLE.fullmatch(value)) and bool(value.strip())
