"""From a written URL, or a redirect's `Location`, to the page that is asked for."""

import re

import httpx

from claimcheck.fetch.names import plain_host

_HOST = re.compile(r"((?:https?:)?//(?:[^/?#]*@)?)([^/?#@:\[\]]+)", re.IGNORECASE)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_SKIPPED = str.maketrans("", "", "\t\r\n")  # browsers drop them anywhere in a URL


def page_at(here: httpx.URL, reference: str) -> httpx.URL | None:
    """Return the page that a reference leads to from `here`, without credentials; `None` where it leads to no web page.

    Credentials are never sent: a page behind them is no public source, and a redirect could carry them elsewhere.
    """
    try:
        spelled = _with_plain_host(reference)
        if spelled is None:
            return None
        page = here.join(spelled)
        if page.userinfo:
            page = page.copy_with(userinfo=b"")
    except (httpx.InvalidURL, ValueError):
        return None
    is_reachable = bool(page.raw_host) and (page.port is None or 0 < page.port < 65536)
    return page if page.scheme in {"http", "https"} and is_reachable else None


def port_of(page: httpx.URL) -> int:
    """Return the port that is dialled."""
    return page.port or (443 if page.scheme == "https" else 80)


def location_of(response: httpx.Response) -> str:
    """Return where an answer leads; empty where it says nothing, the first where it says several things.

    The header's bytes are UTF-8 or, from old servers, anything: those get the same bytes back.
    """
    raw = next((value for name, value in response.headers.raw if name.lower() == b"location"), b"")
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = _NOT_ASCII.sub(lambda byte: b"%%%02X" % byte[0][0], raw).decode("ascii")
    return text.translate(_SKIPPED).strip()


def _with_plain_host(reference: str) -> str | None:
    """Write the host as it goes over the wire; `None` where it is none."""
    found = _HOST.match(reference)
    if found is None:
        return reference
    plain = plain_host(found[2])
    return None if plain is None else f"{found[1]}{plain}{reference[found.end() :]}"
