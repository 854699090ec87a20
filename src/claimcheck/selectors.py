"""How to find a passage again: its context, and a link that opens the page at it.

Links follow the text fragment syntax, https://wicg.github.io/scroll-to-text-fragment/: the exact words, or where they
are many the first and the last of them, and words before or after them where they stand on the page more than once.
"""

from urllib.parse import quote

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
    passage = text[start:end]
    # a browser looks for the words within one block: a passage over several lines is named by its ends
    if len(passage) <= EXACT and "\n" not in passage:
        directive, seen = _encoded(passage), passage
    else:
        words = passage.split()
        first, last = _end_words(passage, words)
        directive, seen = f"{_encoded(first)},{_encoded(last)}", first
    # browsers look for the words in any case, and open the first place that fits
    if text.lower().count(seen.lower()) > 1:
        before, after = context_of(text, start, end)
        if prefix := " ".join(before.split()[-END_WORDS:]):
            directive = f"{_encoded(prefix)}-,{directive}"
        elif suffix := " ".join(after.split()[:END_WORDS]):
            directive = f"{directive},-{_encoded(suffix)}"
    return directive


def _end_words(passage: str, words: list[str]) -> tuple[str, str]:
    lines = [line.split() for line in passage.split("\n") if line.strip()]
    count = min(END_WORDS, max(1, len(words) // 2))
    return " ".join(lines[0][:count]), " ".join(lines[-1][-count:])


def _encoded(words: str) -> str:
    # a comma or a hyphen is syntax in a directive, so both are escaped along with what URLs escape
    # and half a surrogate pair, which a broken page may hold, has no UTF-8
    return quote(" ".join(words.split()), safe="", errors="replace").replace("-", "%2D")
