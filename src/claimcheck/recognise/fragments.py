"""The fragments of cited addresses: anchors, and text directives (https://wicg.github.io/scroll-to-text-fragment/)."""

from urllib.parse import unquote, urlsplit

from claimcheck.model import Document, SourceWarning
from claimcheck.text.normal import Normalised, fold

_DIRECTIVE = ":~:"
_ALWAYS_THERE = frozenset(["", "top"])


def missing_fragments(
    fragment: str, document: Document, folded: Normalised, *, has_anchors: bool
) -> frozenset[SourceWarning]:
    """Say what a fragment names that is not on the page; one that is a script's route names nothing, nor does any on plain text."""
    anchor, _, directives = fragment.partition(_DIRECTIVE)
    found: set[SourceWarning] = set()
    name = unquote(anchor)
    is_route = name.startswith(("/", "!")) or "=" in name  # a script's, that names no place on the page
    if has_anchors and name not in _ALWAYS_THERE and not is_route and not {anchor, name} & document.anchors:
        found.add(SourceWarning.FRAGMENT_MISSING)
    texts = [one.removeprefix("text=") for one in directives.split("&") if one.startswith("text=")]
    if any(not _is_on_page(text, folded.text) for text in texts):
        found.add(SourceWarning.TEXT_FRAGMENT_MISSING)
    return frozenset(found)


def fragment_of(url: str) -> str:
    """Give the fragment of a URL, undecoded."""
    return urlsplit(url).fragment


def _is_on_page(directive: str, page: str) -> bool:
    """Look for the words of a text directive in their order: `prefix-,start,end,-suffix`."""
    parts = directive.split(",")
    words = [
        fold(unquote(part.removesuffix("-") if part.endswith("-") else part.removeprefix("-")))
        for part in parts
    ]
    at = 0
    for one in words:
        found = page.find(one.strip(), at)
        if found < 0:
            return False
        at = found + len(one.strip())
    return True
