"""Tables: a row tells of what its first cell names, and of nothing else."""

from collections.abc import Iterator, Sequence

from claimcheck.details.difference import Difference, differing_values
from claimcheck.match.page import CELL, Page
from claimcheck.match.query import Query
from claimcheck.text.agreement import Agreement
from claimcheck.text.numbers import Number
from claimcheck.text.values import Value, compare_values, unit_of_value

TOLD = 0.5
"""Share of the rest of a claim's part that a row and the table's header must tell for another value in the row to be that of the claim."""


def find_other_cells(query: Query, page: Page) -> Iterator[Difference]:
    """Yield what the row of a claim's part has in the place of a number or date of it: one value of its unit, and not the claim's."""
    for value in query.values:
        row, cells = _cells_of(value, query, page)
        if (
            len(cells) != 1
            or compare_values(value, cells[0]) is not Agreement.DIFFERENT
            or _is_change(cells[0])
        ):
            continue
        own = query.mask_within(*value.span)
        told = query.covered_by((row, _header_of(row, page)))
        if query.share(query.part_at(own) & ~own, told) >= TOLD:
            yield differing_values(value, cells[0], row)


def is_in_its_row(value: Value, query: Query, page: Page) -> bool:
    """Say whether a value stands in the row of a table that is headed by what the claim tells of it."""
    _, cells = _cells_of(value, query, page)
    return any(compare_values(value, one) is Agreement.SAME for one in cells)


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
