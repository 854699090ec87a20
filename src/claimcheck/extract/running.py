"""What stands at the same place of most pages: running headers, footers and page numbers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from claimcheck.extract.printed import Strip, Word, line_of, strips

_OUTER = 3
"""Lines at the top and at the bottom of a page that are looked at."""
_SHARE = 0.3
"""Of the pages: headers of left and right pages differ, and the first page has none."""
_AT_ONE_PLACE = 6.0
"""Points by which the place may differ from page to page."""
_LONG = 40
"""Characters from which a line is more than the number of a page."""
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]{1,7}")
_PAGE_NUMBER = re.compile(r"\W*(?:page|seite|p|s)?\W*(?:#|[ivxlc]+)(?:\W*(?:of|von|/)?\W*#)?\W*")


@dataclass(frozen=True, slots=True)
class _Outer:
    """A line near an edge of a page; `depth` counts from the edge."""

    page: int
    is_top: bool
    depth: int
    strip: Strip
    text: str

    @property
    def plain(self) -> str:
        """Write the line without what changes from page to page."""
        return _NUMBER.sub("#", self.text.casefold())


def split_running(pages: Sequence[Sequence[Word]]) -> tuple[list[list[Word]], tuple[str, ...]]:
    """Give the pages without their running lines, and these, once each, without mere page numbers."""
    if len(pages) < 2:
        return [list(page) for page in pages], ()
    found = [line for number, page in enumerate(pages) for line in _outer(number, strips(page))]
    enough = max(2, _SHARE * len(pages))
    running = _from_the_edge([*_repeated(found, enough), *_counting(found, enough)])
    dropped = {id(word) for line in running for word in line.strip}
    told = {line.plain: line.text for line in reversed(running) if not _is_page_number(line.plain)}
    kept = [[word for word in page if id(word) not in dropped] for page in pages]
    return kept, tuple(reversed(told.values()))


def _is_page_number(plain: str) -> bool:
    return len(plain) < _LONG and _PAGE_NUMBER.fullmatch(plain) is not None


def _outer(page: int, found: Sequence[Strip]) -> Iterator[_Outer]:
    for index, strip in enumerate(found):
        from_below = len(found) - 1 - index
        if min(index, from_below) < _OUTER:
            yield _Outer(page, index <= from_below, min(index, from_below), strip, line_of(strip).text)


def _from_the_edge(lines: Sequence[_Outer]) -> list[_Outer]:
    """Keep the lines that no other line parts from the edge: within the text, the same line may stand on two pages."""
    depths: dict[tuple[int, bool], set[int]] = defaultdict(set)
    for line in lines:
        depths[line.page, line.is_top].add(line.depth)
    return [line for line in lines if depths[line.page, line.is_top].issuperset(range(line.depth))]


def _repeated(found: Sequence[_Outer], enough: float) -> Iterator[_Outer]:
    """Yield the lines that say the same at the same place of many pages."""
    groups: dict[tuple[bool, str], list[_Outer]] = defaultdict(list)
    for line in found:
        groups[line.is_top, line.plain].append(line)
    for lines in groups.values():
        usual = median(line.strip[0].base for line in lines)
        alike = [line for line in lines if abs(line.strip[0].base - usual) <= _AT_ONE_PLACE]
        if len({line.page for line in alike}) >= enough:
            yield from alike


def _counting(found: Sequence[_Outer], enough: float) -> Iterator[_Outer]:
    """Yield the outermost lines that hold the number of the page, whatever else they say."""
    groups: dict[tuple[bool, int], list[_Outer]] = defaultdict(list)
    for line in found:
        words = line.text.split()
        if line.depth == 0 and len(words) == 1 and _ROMAN.fullmatch(words[0]):
            yield line
        elif line.depth == 0:
            for word in {words[0], words[-1]}:
                if word.isdecimal() and len(word) < 5:
                    groups[line.is_top, int(word) - line.page].append(line)
    for lines in groups.values():
        if len(lines) > enough:
            yield from lines
