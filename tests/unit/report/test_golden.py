"""Whole reports, compared with the files in `tests/golden/`."""

import os
from pathlib import Path

import pytest

from claimcheck.report import Format, RenderOptions, render

from .sample import sample_report

GOLDEN = Path(__file__).parents[2] / "golden"

CASES = {
    "report.json": (Format.JSON, RenderOptions()),
    "terminal-60.txt": (Format.TERMINAL, RenderOptions(width=60)),
    "terminal-100.txt": (Format.TERMINAL, RenderOptions(width=100)),
    "terminal-200-verbose.txt": (Format.TERMINAL, RenderOptions(width=200, verbose=True)),
    "terminal-100-quiet.txt": (Format.TERMINAL, RenderOptions(width=100, quiet=True)),
    "terminal-100-color.txt": (Format.TERMINAL, RenderOptions(width=100, color=True, hyperlinks=True)),
}


@pytest.mark.parametrize("name", CASES)
def test_the_sample_looks_as_it_did(name: str) -> None:
    """The sample renders as its golden file; `CLAIMCHECK_UPDATE_GOLDEN=1 pytest …` writes the files anew, to be read."""
    rendered = render(sample_report(), *CASES[name]).encode()
    if os.environ.get("CLAIMCHECK_UPDATE_GOLDEN"):
        (GOLDEN / name).write_bytes(rendered)
    assert rendered == (GOLDEN / name).read_bytes().replace(b"\r\n", b"\n")
