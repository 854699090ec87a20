"""The text that a browser would show of a page, a line a block: what the article's extraction is checked against."""

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

_UNSEEN = frozenset(
    "script style noscript template head svg math iframe object embed canvas audio video select datalist textarea map".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body button dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol p pre section summary table tbody tfoot thead "
    "tr ul br caption".split()
)
_CELLS = frozenset(["td", "th"])


def visible_lines(tree: HtmlElement) -> list[str]:
    """List the blocks of visible text of a page in its order, blanks collapsed, without empty ones."""
    lines: list[str] = []
    parts: list[str] = []
    for part in _parts(tree):
        if part is None:
            if line := " ".join("".join(parts).split()):
                lines.append(line)
            parts = []
        else:
            parts.append(part)
    return lines


def _parts(tree: HtmlElement) -> Iterator[str | None]:
    """Yield runs of text; `None` is the end of a block."""
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if is_unseen(element):
                walk.skip_subtree()
            else:
                if tag in _BLOCKS:
                    yield None
                elif tag in _CELLS:
                    yield " "
                if element.text:
                    yield element.text
        else:
            if tag in _BLOCKS:
                yield None
            if element.tail and element is not tree:
                yield element.tail
    yield None


def is_unseen(element: HtmlElement) -> bool:
    """Say whether a browser that runs scripts shows nothing of an element."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()
