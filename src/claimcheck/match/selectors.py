"""How to find a passage again: its context, and a link that opens the page at it.

Links follow the text fragment syntax, https://wicg.github.io/scroll-to-text-fragment/: the exact words, or where they
are many the first and the last of them, and words before or after them where they stand on the page more than once.
"""

from urllib.parse import quote

from claimcheck.match.page import CELL

CONTEXT = 60
"""Characters of context kept on either side of a passage, cut at a blank."""
EXACT = 100
"""Characters up to which a link carries the whole passage: a long one breaks in mails, and its two ends find it as well."""
END_WORDS = 6
"""Words that each end of a longer passage is named by."""


def context_of(text: str, start: int, end: int) -> tuple[str, str]:
    """Give the text before and after a passage, within its line, cut at a blank."""
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    if start > CONTEXT and len(before) == CONTEXT:
        before = before.partition(" ")[2]
    after = text[end : end + CONTEXT].partition("\n")[0]
    if len(after) == CONTEXT:
        after = after.rpartition(" ")[0]
    return before, after


def link_to_passage(url: str, text: str, start: int, end: int) -> str:
    """Link to the passage `text[start:end]` on the page at `url`, which has no fragment of its own."""
    return f"{url}#:~:text={text_directive(text, start, end)}"


def text_directive(text: str, start: int, end: int) -> str:
    """Write the value of a text directive that browsers resolve to the passage."""
    passage, folded = text[start:end], text.lower()
    # a browser looks for the words within one block: a passage over several lines, or cells, is named by its ends
    if len(passage) <= EXACT and len(_blocks(passage)) == 1:
        directive, seen = _encoded(passage), passage
    else:
        seen, last = _end_words(passage, folded)
        directive = f"{_encoded(seen)},{_encoded(last)}"
    if _is_ambiguous(seen, folded):
        before, after = context_of(text, start, end)
        if not (before or after):  # a line of its own: what stands above it tells which
            before = (_blocks(text[:start].rstrip().rpartition("\n")[2]) or [""])[-1]
        if prefix := " ".join(before.split()[-END_WORDS:]):
            directive = f"{_encoded(prefix)}-,{directive}"
        elif suffix := " ".join(after.split()[:END_WORDS]):
            directive = f"{directive},-{_encoded(suffix)}"
    return directive


def _is_ambiguous(words: str, text: str) -> bool:
    """Say whether words stand in a text in lower case more than once: browsers open the first place, in any case."""
    return text.count(words.lower()) > 1


def _end_words(passage: str, text: str) -> tuple[str, str]:
    """Give the first and the last words of a passage; as many of the first as it takes to name no other place."""
    lines = [block.split() for block in _blocks(passage)] or [passage.split()]
    count = min(END_WORDS, max(1, len(passage.split()) // 2))
    most = len(lines[0]) if len(lines) > 1 else max(count, len(lines[0]) - count)
    first = next(
        (some for size in range(count, most) if not _is_ambiguous(some := " ".join(lines[0][:size]), text)),
        " ".join(lines[0][:count]),
    )
    return first, " ".join(lines[-1][-count:])


def _blocks(passage: str) -> list[str]:
    """List the lines of a passage, and the cells of those that are rows of a table, without the marks between them."""
    lines = passage.split("\n")
    pieces = [cell for line in lines for cell in (line.split(CELL) if line.startswith(CELL) else [line])]
    return [piece.strip() for piece in pieces if piece.strip(" -")]


def _encoded(words: str) -> str:
    # a comma or a hyphen is syntax in a directive, so both are escaped along with what URLs escape
    # and half a surrogate pair, which a broken page may hold, has no UTF-8
    return quote(" ".join(words.split()), safe="", errors="replace").replace("-", "%2D")
