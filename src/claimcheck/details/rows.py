"""Tables: a cell tells of what its row's first cell and its column's header name, and of nothing else."""

import re
from collections.abc import Collection, Iterator, Sequence

from claimcheck.details.difference import Difference, differing_values
from claimcheck.details.doubt import Doubt
from claimcheck.match.page import CELL, Page
from claimcheck.match.query import Query
from claimcheck.text.agreement import Agreement
from claimcheck.text.numbers import Number
from claimcheck.text.values import Value, compare_values, unit_of_value
from claimcheck.text.words import Word

TOLD = 0.5
"""Share of the rest of a claim's part that a row and the table's header must tell for another value in the row to be that of the claim."""

_COMPARED = re.compile(
    r"\b(?:than(?!\s[\d$€£])|(?:the|its|their|whose)\s(?:most|fewest|least|highest|lowest|largest|smallest|biggest|longest|shortest))\b",
    re.IGNORECASE,
)
"""How a claim compares: a table tells what is more by its numbers alone, which are not read for that."""


def find_other_cells(query: Query, page: Page) -> Iterator[Difference]:
    """Yield what a table has in the place of a number or date of a claim: in the row, or the column, that the claim names."""
    for value in query.values:
        if told := _cells_with(value, query, page):
            others = _instead(value, told, query, page)
            if len(others) == 1:
                yield differing_values(value, others[0], page.sentence_at(others[0].start))
            continue
        row, cells = _cells_of(value, query, page)
        if (
            len(cells) != 1
            or compare_values(value, cells[0]) is not Agreement.DIFFERENT
            or _is_change(cells[0])
        ):
            continue
        own = query.mask_within(*value.span)
        told_there = query.covered_by((row, _header_of(row, page)))
        if query.share(query.part_at(own) & ~own, told_there) >= TOLD:
            yield differing_values(value, cells[0], row)


def find_misplaced(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield the values of a claim that a table has in another row or column alone, or a line of its own beside others, and what a table would have to compare."""
    for value in query.values:
        if _misplaced(value, _cells_with(value, query, page), query, page):
            yield Doubt(value.span)
        alone = [(at, one) for at, one in query.rivals_of(value).same if at < page.in_article]
        if alone and not any(_has_label(at, one, value, query, page) for at, one in alone):
            yield Doubt(value.span)
    compared = _COMPARED.search(query.claim) if query.language == "en" else None
    if compared and evidence and query.most_telling(evidence) in page.rows:
        yield Doubt(compared.span())


def _has_label(at: int, one: Value, value: Value, query: Query, page: Page) -> bool:
    """Say whether a line that is a value and nothing else stands next to one that tells something of the claim; others tell it themselves."""
    if at in page.rows or not _is_all(one, page.content_of(at)):
        return True
    first, last = page.border_of(at)
    beside = [query.told(other) for other in (at - 1, at, at + 1) if first <= other < last]
    return any(mask & ~query.mask_within(*value.span) for mask in beside)


def is_in_its_row(value: Value, query: Query, page: Page) -> bool:
    """Say whether a value stands in the row of a table that is headed by what the claim tells of it."""
    _, cells = _cells_of(value, query, page)
    return any(compare_values(value, one) is Agreement.SAME for one in cells)


def _cells_with(value: Value, query: Query, page: Page) -> Sequence[Value]:
    """List the cells that have a value of a claim and nothing else; none where a sentence, or more than a value in a cell, tells it too."""
    same = [(at, one) for at, one in query.rivals_of(value).same if at in query.masks]
    if any(at < page.in_article and not (at in page.rows and _is_alone(one, at, page)) for at, one in same):
        return ()
    return [
        one
        for at, one in same
        if at in page.rows and _column_of(one, at, page) and at != _header_of(at, page)
    ]


def _is_alone(one: Value, row: int, page: Page) -> bool:
    """Say whether a value is all that stands in its cell."""
    column = _column_of(one, row, page)
    return _is_all(one, [word for word in page.content_of(row) if _column_of(word, row, page) == column])


def _is_all(one: Value, words: Sequence[Word]) -> bool:
    """Say whether some words are a value, and a word for its unit at most."""
    return sum(not one.start <= word.start < one.end for word in words) <= 1


def _is_named(cell: Value, value: Value, query: Query, page: Page) -> bool:
    """Say whether a cell stands in a row and in a column that a claim names, as far as it names any of the table."""
    row = page.sentence_at(cell.start)
    rows, columns = _named(value, row, query, page)
    is_row = not rows or row in rows or _is_half_named(row, query, page)
    return is_row and (not columns or _column_of(cell, row, page) in columns)


def _is_half_named(row: int, query: Query, page: Page) -> bool:
    """Say whether a claim has a word of a row's first cell that no other row has there."""
    others = {
        key for at in _rows_from(_header_of(row, page), page) if at != row for key in _head_of(at, page)
    }
    return any(query.mask_of([key]) for key in _head_of(row, page) if key not in others)


def _misplaced(value: Value, told: Sequence[Value], query: Query, page: Page) -> Sequence[Value]:
    """List the cells with a value of a claim, where all of them stand in other rows or columns than it names."""
    return () if any(_is_named(one, value, query, page) for one in told) else told


def _instead(value: Value, told: Sequence[Value], query: Query, page: Page) -> Sequence[Value]:
    """List the values in the row and the column that a claim names, where all cells with its own stand in others."""
    found: dict[int, Value] = {}
    for cell in _misplaced(value, told, query, page):
        row = page.sentence_at(cell.start)
        rows, columns = _named(value, row, query, page)
        for other in rows or {row}:
            for one in page.values_of(other):
                is_there = _column_of(one, other, page) in (columns or {_column_of(cell, row, page)})
                if is_there and compare_values(value, one) is Agreement.DIFFERENT:
                    found[one.start] = one
    return list(found.values())


def _named(value: Value, row: int, query: Query, page: Page) -> tuple[Collection[int], Collection[int]]:
    """Give the rows of a table that are named beside a value of a claim, or in all of it, and the columns that it names."""
    header = _header_of(row, page)
    rows = [at for at in _rows_from(header, page) if at != header]
    heads = {at: query.mask_of(key for key in _head_of(at, page)) for at in rows}
    complete = {
        at: mask for at, mask in heads.items() if mask.bit_count() == len(set(_head_of(at, page))) > 0
    }
    part = query.part_at(query.mask_within(*value.span))
    beside = {at for at, mask in complete.items() if mask & ~part == 0}
    titles = _titles(header, page)
    wanted = {key for key in query.keys if query.mask_of([key]) & ~query.mask_within(*value.span)}
    is_even = _width(header, page) == _width(row, page)  # else some titles stand over several columns
    counts = {column: len(keys & wanted) for column, keys in titles.items() if is_even}
    most = max(counts.values(), default=0)
    return beside or complete.keys(), [column for column, count in counts.items() if count == most > 0]


def _titles(header: int, page: Page) -> dict[int, set[str]]:
    """Map each column but the first to the keys of its title that no other has."""
    titles: dict[int, set[str]] = {}
    for word in page.content_of(header):
        titles.setdefault(_column_of(word, header, page), set()).add(word.key)
    return {
        column: keys - {key for other, more in titles.items() if other != column for key in more}
        for column, keys in titles.items()
        if column
    }


def _rows_from(header: int, page: Page) -> Iterator[int]:
    while header in page.rows:
        yield header
        header += 1


def _width(row: int, page: Page) -> int:
    return page.text_of(row).rstrip(f" {CELL}").count(CELL)


def _column_of(one: Value | Word, row: int, page: Page) -> int:
    """Give the place of the cell in its row in which something stands, from 0 on."""
    return page.document.text.count(CELL, page.sentences[row][0] + 1, one.start)


def _cells_of(value: Value, query: Query, page: Page) -> tuple[int, Sequence[Value]]:
    """Give the only row whose first cell is named beside a value of a claim, and what it has of its unit; nothing where there are several."""
    unit = unit_of_value(value)
    if unit == "":
        return 0, ()  # bare numbers count anything
    part = query.part_at(query.mask_within(*value.span))
    having = {
        at: cells
        for at in page.rows & query.masks.keys()
        if (head := _head_of(at, page))
        and all(query.mask_of([key]) & part for key in head)
        and (cells := [one for one in page.values_of(at) if unit_of_value(one) == unit])
    }
    return next(iter(having.items())) if len(having) == 1 else (0, ())


def _is_change(cell: Value) -> bool:
    """Say whether a value is below zero: claims tell that in words."""
    return isinstance(cell, Number) and cell.value < 0


def _header_of(row: int, page: Page) -> int:
    """Give the first row of the table that a row belongs to."""
    while row > 0 and row - 1 in page.rows:
        row -= 1
    return row


def _head_of(row: int, page: Page) -> Sequence[str]:
    """List the keys of the first cell of a row."""
    start, end = page.sentences[row]
    border = page.document.text.find(CELL, start + 1, end)
    return [word.key for word in page.content_of(row) if word.start < border]
