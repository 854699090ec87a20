"""What the tool knows about URLs without asking anybody."""

import re
from urllib.parse import urlsplit, urlunsplit


def is_http_url(url: str) -> bool:
    """Say whether a URL can be fetched: http or https, a host, a valid port, nothing unprintable or blank in it."""
    try:
        parts = urlsplit(url)
        return (
            parts.scheme in {"http", "https"}
            and bool(parts.hostname)
            and parts.port != 0
            and _is_printable(url)
        )
    except ValueError:
        return False


def _is_printable(url: str) -> bool:
    return url.isprintable() and not any(character.isspace() for character in url)


def without_fragment(url: str) -> str:
    """Drop the fragment, which never leaves the client: two URLs that differ in it alone are one page."""
    parts = urlsplit(url)
    credentials, at, host = parts.netloc.rpartition("@")
    return urlunsplit(
        (parts.scheme.lower(), f"{credentials}{at}{host.lower()}", parts.path or "/", parts.query, "")
    )


def without_credentials(url: str) -> str:
    """Drop a user's name and password, which are never sent."""
    return re.sub(r"(?<=://)[^/?#]*@", "", url, count=1)


_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|wt_mc|ref_src)=",
    re.IGNORECASE,
)
"""Parameters that say where a reader came from, and change nothing of the page."""


def without_tracking(url: str) -> str:
    """Drop fragment and tracking parameters: what is left names the page."""
    parts = urlsplit(without_fragment(url))
    kept = [one for one in parts.query.split("&") if not _TRACKING.match(one)]
    return urlunsplit(parts._replace(query="&".join(kept)))


def is_same_place(url: str, other: str) -> bool:
    """Say whether two addresses are one to a reader: with `www.` or without, http or https, a slash at the end or none."""
    mine, theirs = (urlsplit(without_tracking(one)) for one in (url, other))
    return (mine.netloc.removeprefix("www."), mine.path.rstrip("/"), mine.query) == (
        theirs.netloc.removeprefix("www."), theirs.path.rstrip("/"), theirs.query,
    )  # fmt: skip


def host_of(url: str) -> str:
    """Return the host in lower case, without port; empty where the URL has none."""
    return (urlsplit(url).hostname or "").lower()


def origin_of(url: str) -> str:
    """Give scheme and host of a URL."""
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}"


def beside_url(url: str, name: str) -> str:
    """Give the address of a page of that name beside another: in its folder, with its ending."""
    parts = urlsplit(url)
    folder, _, last = parts.path.rstrip("/").rpartition("/")
    ending = last[last.rfind(".") :] if "." in last else ""
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/{name}{ending}", "", ""))
