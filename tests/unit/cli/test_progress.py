"""The line that says how far a run is."""

import asyncio

import pytest

from claimcheck.cli.progress import ProgressLine
from claimcheck.gather.gathering import Progress

START = Progress(0, 3, ("a.example", "b.example", "c.example"), 4)
LATER = Progress(2, 3, ("c.example",), 1)


def drawn(*steps: Progress, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Draw steps in a row, wait a little, and list the lines that were shown."""

    async def draw() -> None:
        for step in steps:
            line.draw(step)
        await asyncio.sleep(0.3)

    line = ProgressLine()
    asyncio.run(draw())
    return capsys.readouterr().err.split("\r\x1b[K")[1:]


def test_what_comes_too_soon_is_drawn_a_little_later(capsys: pytest.CaptureFixture[str]) -> None:
    """The line must not name hosts for minutes that have long answered; what was overtaken meanwhile is left out."""
    lines = drawn(START, Progress(1, 3, ("b.example", "c.example"), 2), LATER, capsys=capsys)
    assert lines == [
        "0 of 3 pages · waiting for a.example, b.example, c.example and 1 more",
        "2 of 3 pages · waiting for c.example",
    ]


def test_the_last_page_is_drawn_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing comes after it."""
    assert drawn(LATER, Progress(3, 3, (), 0), capsys=capsys)[1:] == ["3 of 3 pages"]
