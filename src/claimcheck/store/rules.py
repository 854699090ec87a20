"""What HTTP lets a private cache keep, take as fresh, ask about again and take over from a 304 (RFC 9111)."""

import re
from datetime import datetime

from claimcheck.fetch.response import Snapshot

Headers = tuple[tuple[str, str], ...]

_DIRECTIVE = re.compile(r"""([^\s",;=]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?""", re.DOTALL)
_SENDABLE = re.compile(r"[\x20-\x7e]{1,1000}")
"""What a validator may be to be sent back: no line break that a planted file might bring, and no megabyte."""
_CONNECTION_ONLY = frozenset(
    "connection keep-alive proxy-authenticate proxy-authentication-info proxy-authorization proxy-connection "
    "set-cookie set-cookie2 te trailer transfer-encoding upgrade".split()
)
"""Said to this connection or to this visitor, never kept."""
_OF_THE_BODY = frozenset("content-encoding content-length content-range content-type".split())
"""What a 304 says of these is about a body that it does not bring."""
_LONGEST_DIGITS = 10


def may_keep(snapshot: Snapshot) -> bool:
    """Say whether an answer may be kept: a whole page, unless its server forbids it or answers everyone differently."""
    return (
        snapshot.status == 200
        and "no-store" not in _directives(snapshot)
        and "*" not in _words(snapshot.header("vary"))
    )


def kept_headers(headers: Headers) -> Headers:
    """Leave out what no cache keeps: cookies, and what concerned the connection alone."""
    return tuple((name, value) for name, value in headers if name not in _CONNECTION_ONLY)


def is_fresh(head: Snapshot, now: datetime) -> bool:
    """Say whether the server promised that its answer is still good: by `max-age` alone, nothing is guessed.

    An answer behind redirects is never fresh, since what the servers on the way promised of theirs is not known. Nor
    is one that varies by user agent, the one header of ours that users change.
    """
    directives = _directives(head)
    if head.redirects or "no-cache" in directives or "user-agent" in _words(head.header("vary")):
        return False
    elapsed_s = (now - head.retrieved_at).total_seconds()
    age_s = _seconds((head.header("age") or "").partition(",")[0].strip()) or 0
    return elapsed_s >= 0 and age_s + elapsed_s < directives.get("max-age", 0)


def validators_of(head: Snapshot) -> dict[str, str]:
    """Give the headers that ask a server whether this answer still stands; none where it named no version."""
    asked = {"If-None-Match": head.header("etag"), "If-Modified-Since": head.header("last-modified")}
    return {name: value for name, value in asked.items() if value and _SENDABLE.fullmatch(value)}


def confirms(not_modified: Snapshot, head: Snapshot) -> bool:
    """Say whether a 304 is about this answer: of the same URL in the end, and of no other version (section 4.3.4)."""
    if not_modified.status != 304 or not_modified.final_url != head.final_url:
        return False
    for name in ("etag", "last-modified"):
        old, new = head.header(name), not_modified.header(name)
        if old and new:  # servers that compress on the way weaken a tag, so the mark W/ does not count
            return old.removeprefix("W/") == new.removeprefix("W/")
    return True


def updated_headers(stored: Headers, news: Headers) -> Headers:
    """Take over what a 304 says (section 3.2); the old `Age` ends in any case, for the answer is as good as new."""
    taken = tuple(header for header in kept_headers(news) if header[0] not in _OF_THE_BODY)
    replaced = {name for name, _ in taken} | {"age"}
    return (*(header for header in stored if header[0] not in replaced), *taken)


def _directives(snapshot: Snapshot) -> dict[str, int]:
    """Read `Cache-Control`: each directive with its seconds; 0 where it has none, and the fewest where it comes twice."""
    found: dict[str, int] = {}
    for name, quoted, bare in _DIRECTIVE.findall(snapshot.header("cache-control") or ""):
        seconds = _seconds(quoted or bare) or 0
        found[name.lower()] = min(seconds, found.get(name.lower(), seconds))
    return found


def _seconds(text: str) -> int | None:
    """Read a whole number; one beyond three centuries is as good as any."""
    if not (text.isascii() and text.isdigit()):
        return None
    return int(text) if len(text) <= _LONGEST_DIGITS else 10**_LONGEST_DIGITS


def _words(value: str | None) -> frozenset[str]:
    return frozenset(word.strip().lower() for word in (value or "").split(","))
