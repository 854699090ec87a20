"""What the tool knows about URLs without asking anybody."""

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
