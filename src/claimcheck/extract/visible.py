"""The text that a browser would show of a page, a line a block: what the article's extraction is checked against."""

import re
from itertools import pairwise
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

# not the head: where a page leaves out its body tag, the parser keeps what it does not know, as article and main, in there
_UNSEEN = frozenset(
    "script style noscript template title svg math iframe object embed canvas audio video select datalist textarea map".split()
)
_WITHDRAWN = ("del", "s", "strike")
"""What a page has struck out, it no longer says."""
_NOTE_MARK = re.compile(r"[\s\[(]*\d[\d\s,;\[\]()–-]*")
"""What is raised beside a word or a figure: 1, [2], 3,4."""
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BLOCKS = frozenset(
    "address article aside blockquote body button dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol p pre section summary table tbody tfoot thead "
    "tr ul br caption".split()
)


LONGEST_LINE = 80
"""Characters of a definition that is joined with its term: what is longer tells of itself what it defines."""
_MAYBE_HIDDEN = etree.XPath("descendant::*[@hidden or @style]")


def drop_unseen(tree: HtmlElement) -> None:
    """Take out what no reader sees: the extraction would put it into the article, "please enable scripts" too."""
    etree.strip_elements(tree, *_UNSEEN, *_WITHDRAWN, with_tail=False)
    for raised in tree.iter("sup"):
        if _NOTE_MARK.fullmatch("".join(raised.itertext())):
            _raise_digits(raised)  # else 4,200 with its note 1 is 42,001
    for element in cast("list[HtmlElement]", _MAYBE_HIDDEN(tree)):
        # a body that is hidden as a whole waits for a script to show it
        if _is_hidden(element) and element.tag not in {"html", "body"}:
            element.drop_tree()


def join_definitions(tree: HtmlElement) -> None:
    """Write each term of a list of definitions on one line with what it is: the extraction makes two items of them."""
    for listed in list(tree.iter("dl")):
        pairs = list(pairwise(listed))
        if any(one.tag == "dt" == other.tag for one, other in pairs) or not all(map(_is_plain, listed)):
            continue
        for term, defined in pairs:
            if (term.tag, defined.tag) == ("dt", "dd"):
                defined.text = f"{' '.join(term.text_content().split()).rstrip(':')}: {defined.text or ''}"
                term.drop_tree()


def _is_plain(element: HtmlElement) -> bool:
    """Say whether a term or its definition is one line: whole articles stand in such lists too."""
    return all(inner.tag not in BLOCKS for inner in element.iterdescendants()) and (
        element.tag in {"dt", "dd"} and len(element.text_content()) <= LONGEST_LINE
    )


def _raise_digits(raised: HtmlElement) -> None:
    for element in raised.iter():
        element.text = element.text and element.text.translate(_SUPERSCRIPTS)
        if element is not raised:
            element.tail = element.tail and element.tail.translate(_SUPERSCRIPTS)


_BORDER = "\ue000"
"""Stands between blocks while their text is gathered: a character for private use, at worst an icon, which may end a line."""
_GATHER = etree.XSLT(
    etree.XML(
        f"""<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <xsl:output method="text"/>
        <xsl:template match="{"|".join(sorted(BLOCKS))}">{_BORDER}<xsl:apply-templates/>{_BORDER}</xsl:template>
        <xsl:template match="td|th"><xsl:text> </xsl:text><xsl:apply-templates/><xsl:text> </xsl:text></xsl:template>
        </xsl:stylesheet>"""
    )
)


def visible_lines(tree: HtmlElement) -> list[str]:
    """List the blocks of text of a page in its order, blanks collapsed, without empty ones."""
    try:
        text = str(_GATHER(tree))
    except (
        etree.XSLTApplyError
    ):  # nested thousands deep: no such page was written, and no block of it matters
        text = etree.tostring(tree, method="text", encoding="unicode")
    return [line for block in text.split(_BORDER) if (line := " ".join(block.split()))]


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style
