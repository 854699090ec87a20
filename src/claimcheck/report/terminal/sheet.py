"""Lines of a terminal report: wrapped to the width, coloured or plain, links whole."""

import re
from io import StringIO
from urllib.parse import quote

from rich.cells import cell_len, set_cell_size
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from rich.text import Text

from claimcheck.report import RenderOptions
from claimcheck.report.sanitise import sanitise
from claimcheck.report.terminal.styles import ASIDE, LINK
from claimcheck.urls import is_http_url, without_fragment

_COMMAND = re.compile(r"^\s*:(?=:)|#(?=#(?:\[|vso\[))", re.IGNORECASE)
"""How CI systems are spoken to from a log: `::error::` at the start of a line, `##[error]` and `##vso[…]` anywhere."""

_MEASURE = 100
"""Longer lines of running text are hard to read, however wide the terminal is."""

_NARROWEST = 20
"""A terminal that claims to be narrower gets lines of this width."""

_NARROWEST_COLUMN = 30
"""Where less is left beside a label, the text goes below it."""


def shown(text: str, style: str = "") -> Text:
    """Make a text from anywhere safe to show; nothing in it is read as markup."""
    return styled(sanitise(text), style)


def styled(text: str, style: str) -> Text:
    """Make a text of our own; its style stays with it when more is joined to it."""
    return Text().append(text, style)


class Sheet:
    """Collects the lines of a report."""

    def __init__(self, options: RenderOptions) -> None:
        """Start an empty sheet of the width and the colours that are asked for."""
        self.width = min(max(options.width, _NARROWEST), _MEASURE)
        self._color = options.color
        self._hyperlinks = options.color and options.hyperlinks
        # all of it is said here, so that the console asks neither the environment nor a terminal
        self._console = Console(
            file=StringIO(),
            width=self.width,
            height=25,
            force_terminal=options.color,
            color_system="standard" if options.color else None,
            no_color=not options.color,
            legacy_windows=False,
        )
        self._lines: list[str] = []

    def text(self) -> str:
        """Return all lines, each ended by a line break."""
        return "".join(f"{line}\n" for line in self._lines)

    def blank(self) -> None:
        """Add an empty line, unless the sheet is empty or ends with one."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def line(self, text: Text, *, indent: int = 0, hang: int = 0) -> None:
        """Add a text, wrapped; the lines after its first stand `hang` columns further in."""
        for index, row in enumerate(self._wrap(text, self.width - indent - hang)):
            self._add(Text(" " * (indent + (hang if index else 0))) + row)

    def quote(self, text: Text, *, indent: int) -> None:
        """Add words of somebody else, wrapped, behind a bar."""
        for row in self._wrap(text, self.width - indent - 2):
            self._add(Text(" " * indent) + styled("| ", ASIDE) + row)

    def row(self, label: Text, text: Text, *, column: int) -> None:
        """Add a label, and beside it a text that begins in a column; below it where the sheet is too narrow."""
        below = self.column(column)
        if below != column:
            self.line(label, hang=below)
            self.line(text, indent=below)
            return
        first, *others = self._wrap(text, self.width - column)
        self._add(label + " " * (column - label.cell_len) + first)
        for row in others:
            self._add(Text(" " * column) + row)

    def column(self, wanted: int) -> int:
        """Return the column in which texts beside a label begin: the one wanted, or 2 where that leaves no room."""
        return wanted if self.width - wanted >= _NARROWEST_COLUMN else 2

    def link(self, url: str, *, indent: int) -> None:
        """Add a link on a line of its own, never broken; as a hyperlink it is shortened to what names the page."""
        url = _printable(url)
        if not (self._hyperlinks and url.isascii() and is_http_url(url)):
            self._add(Text(" " * indent) + styled(url, LINK))
            return
        label = without_fragment(url).partition("://")[2]
        space = self.width - indent
        if cell_len(label) > space:
            label = f"{set_cell_size(label, space - 1)}…"
        # rich gives each link a random id, and the same report must be the same text
        link = f"\x1b]8;;{url}\x1b\\{self._encode(styled(label, LINK))}\x1b]8;;\x1b\\"
        self._lines.append(" " * indent + link)

    def _wrap(self, text: Text, width: int) -> list[Text]:
        if text.cell_len <= width:
            return [text]
        rows = list(text.wrap(self._console, width, overflow="fold"))
        for row in rows:
            row.rstrip()
        return rows

    def _add(self, row: Text) -> None:
        for found in reversed(list(_COMMAND.finditer(row.plain))):
            last = found.end() - 1
            row = row[:last] + Text(f"\\x{ord(row.plain[last]):02x}") + row[last + 1 :]
        self._lines.append(self._encode(row))

    def _encode(self, row: Text) -> str:
        row.rstrip()
        if not self._color:
            return row.plain
        return "".join(
            (segment.style or Style.null()).render(segment.text, color_system=ColorSystem.STANDARD)
            for segment in row.render(self._console)
        )


def _printable(url: str) -> str:
    """Write a URL so that it stays one word and shows all it holds; it still leads to the same page."""
    encoded = "".join(
        character
        if character.isprintable() and not character.isspace()
        else quote(character, errors="replace")
        for character in url
    )
    return sanitise(encoded)
