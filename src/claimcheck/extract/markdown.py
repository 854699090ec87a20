"""Markdown to the text that a reader sees."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def read_markdown(source: str) -> tuple[str | None, str]:
    """Give the first heading and the text of a Markdown file, a line a block or a row, without markup, comments and HTML."""
    title: str | None = None
    lines: list[str] = []
    heading = False
    row: list[str] | None = None
    for token in MarkdownIt("commonmark").enable("table").parse(_FRONT_MATTER.sub("", source, count=1)):
        match token.type:
            case "heading_open":
                heading = True
            case "inline":
                line = " ".join(_inline(token).split())
                if heading and title is None:
                    title = line
                heading = False
                if row is not None:
                    row.append(line)
                elif line:
                    lines.append(line)
            case "tr_open":
                row = []
            case "tr_close":
                lines.append(f"| {' | '.join(row or ())} |")
                row = None
            case "fence" | "code_block":
                lines.extend(line for line in token.content.rstrip().split("\n") if line.strip())
            case _:
                pass
    return title, "\n".join(lines)


def _inline(token: Token) -> str:
    shown = {"softbreak": " ", "hardbreak": " "}
    return "".join(
        shown.get(child.type, child.content if child.type in {"text", "code_inline"} else "")
        for child in token.children or ()
    )
