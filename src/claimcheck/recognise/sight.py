"""What a recogniser is shown of an answer: the way to it, its headers, and a page's text in blocks with their roles."""

import re
from dataclasses import dataclass
from enum import Enum, auto

AT_ONCE_S = 10
"""Seconds until a page sends its readers on by itself, at most: what lets them read first is a page."""
_REFRESH = re.compile(r"\s*(\d{1,9})(?:\.\d*)?\s*[;,]?\s*(?:url\s*=)?\s*['\"]?([^'\"]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Visit:
    """How a page was reached, and what the server said besides it."""

    cited_url: str
    final_url: str
    status: int
    redirects: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    """Names in lower case."""

    def header(self, name: str) -> str:
        """Give the values of a header, joined by commas; empty where it is absent."""
        return ", ".join(value for key, value in self.headers if key == name)


def refresh_target(told: str) -> str | None:
    """Give where a `Refresh` header, or a tag of that name, sends its readers within seconds; a relative address, too."""
    found = _REFRESH.match(told)
    return found[2].strip() or None if found and int(found[1]) <= AT_ONCE_S else None


class Role(Enum):
    """What a block of text is on its page."""

    HEADING = auto()
    PROSE = auto()
    """Running text of the page's own."""
    TEASER = auto()
    """What stands under a heading that leads to another page."""
    LINKS = auto()
    """Mostly links: menus, lists of headlines."""
    LINE = auto()
    """Too short for a sentence."""
    LABEL = auto()
    """Buttons and labels of forms."""
    FURNITURE = auto()
    """In navigation, header, footer or aside."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of visible text, blanks collapsed."""

    text: str
    role: Role
    words: int


@dataclass(frozen=True, slots=True)
class Sight:
    """What there is to see on an HTML page."""

    title: str = ""
    blocks: tuple[Block, ...] = ()
    declares_article: bool = False
    """By JSON-LD, OpenGraph or a publication date."""
    is_free: bool | None = None
    """`isAccessibleForFree` of its JSON-LD."""
    has_password: bool = False
    has_script: bool = False
    has_app_root: bool = False
    """An empty element that a script fills."""
    noscript: str = ""
    refresh: str | None = None
    """Where the page sends its readers on by itself, at once."""
    canonical: str | None = None
    """By its canonical link or `og:url`."""
    is_hidden: bool = False
    """It asks search engines to leave it out."""
    is_error: bool = False
    """Its template is named as that of an error page."""
    is_parking: bool = False
    """It bears the traces of those who fill unused domains with adverts."""
    markers: frozenset[str] = frozenset()
    """Names of vendors whose traces its markup bears."""
