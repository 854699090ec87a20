"""What fetching a URL gives: the server's final answer, or why there is none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from claimcheck.model import Reason

_CONTENT_TYPE = re.compile(r"\s*([^\s/;,]+/[^\s;,]+)")
_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?([^\s"';,]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The final HTTP answer for a URL, whatever its status; the body came whole and is decoded."""

    url: str
    final_url: str
    status: int
    body: bytes = field(repr=False)
    retrieved_at: datetime
    headers: tuple[tuple[str, str], ...] = ()
    """Names in lower case, in the order of the answer; a name may come more than once."""
    redirects: tuple[str, ...] = ()
    """The URLs passed after the first, the final one included."""
    moved_permanently: bool = False
    """Every redirect was 301 or 308, and there was one."""

    def header(self, name: str) -> str | None:
        """Return the values of a header, joined by commas; `name` is in lower case."""
        values = [value for key, value in self.headers if key == name]
        return ", ".join(values) if values else None

    @property
    def content_type(self) -> str | None:
        """The media type in lower case, without parameters."""
        match = _CONTENT_TYPE.match(self.header("content-type") or "")
        return match[1].lower() if match else None

    @property
    def charset(self) -> str | None:
        """The charset that the HTTP header names, in lower case."""
        match = _CHARSET.search(self.header("content-type") or "")
        return match[1].lower() if match else None


@dataclass(frozen=True, slots=True)
class Known:
    """An earlier answer that a server may confirm with a 304: where it stood, and the headers that ask for that."""

    final_url: str
    validators: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """Why a URL has no answer that could be read."""

    url: str
    reason: Reason
    detail: str
    """One sentence: what was seen, and what to do."""
    final_url: str | None = None
    """The URL at which it failed; `None` where no server answered at all."""
    redirects: tuple[str, ...] = ()
    status: int | None = None
    """Of the answer at `final_url`; `None` where that one never came."""
    retrieved_at: datetime | None = None
    """When it failed; `None` where no server answered at all."""
    unresolved: bool = False
    """The host name got no address: `network` in place of `reason` once the machine proves offline."""


Fetched = Snapshot | FetchFailure
