"""A report in each of its formats: one module per format, imported when it is asked for.

A format is an enum member here and a module of the same name with `render_pieces(report, options) -> Iterator[str]`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module

from claimcheck.model import Report


class Format(StrEnum):
    """A format that `--format` takes; the word is the name of its module."""

    TERMINAL = "terminal"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How a report is shown; formats for programs ignore all of it."""

    width: int = 100
    """Columns of the terminal."""
    color: bool = False
    """Without it the text holds no escape sequence at all, hyperlinks included."""
    hyperlinks: bool = False
    verbose: bool = False
    quiet: bool = False


_DEFAULTS = RenderOptions()


def render(
    report: Report,
    format: Format,  # noqa: A002  the word of the public option
    options: RenderOptions = _DEFAULTS,
) -> str:
    """Render a report as text that ends with a line break."""
    return "".join(render_pieces(report, format, options))


def render_pieces(
    report: Report,
    format: Format,  # noqa: A002  the word of the public option
    options: RenderOptions = _DEFAULTS,
) -> Iterator[str]:
    """Render a report piece by piece: one of ten thousand pages need not be in memory as a whole."""
    pieces: Iterator[str] = import_module(f"{__name__}.{format}").render_pieces(report, options)
    return pieces
