"""Markdown to the text that a reader sees."""

import pytest

from claimcheck.extract.markdown import read_markdown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("One\ntwo\n\nthree", "One two\nthree"),
        ("# Title\n\nText.", "Title\nText."),
        ("Title\n=====\n\nText.", "Title\nText."),
        ("- one\n- two\n  - three", "one\ntwo\nthree"),
        ("1. one\n2. two", "one\ntwo"),
        ("> quoted\n> words", "quoted words"),
        ("**bold** _italic_ `code` ~tilde~", "bold italic code ~tilde~"),
        ("[link](https://a.example/) and <https://b.example/>", "link and https://b.example/"),
        ("![picture of a ferry](a.png) caption", "caption"),
        ("one  \ntwo\\\nthree", "one two three"),
        ("<div>markup</div>\n\ntext <b>bold</b>", "text bold"),
        ("<!-- comment -->\n\ntext <!-- more --> end", "text end"),
        ("```python\nprint(1)\n\nprint(2)\n```", "print(1)\nprint(2)"),
        ("    indented\n    code", "indented\ncode"),
        ("| Ferry | Seats |\n|---|---|\n| Alma | 120 |", "| Ferry | Seats |\n| Alma | 120 |"),
        ("&amp; &copy; \\*plain\\*", "& © *plain*"),
        ("---\ntitle: x\nsecret: y\n---\nText.", "Text."),
        ("Text.\n\n---\n\nMore.\n\n---\n", "Text.\nMore."),
        ("", ""),
        ("[ref]: https://a.example/", ""),
    ],
)
def test_markdown_is_read_without_its_markup(source: str, text: str) -> None:
    """A line a block; HTML, comments, pictures and front matter are not read."""
    assert read_markdown(source)[1] == text


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("# One\n\n# Two", "One"),
        ("Text.\n\n## A *small*   heading\n", "A small heading"),
        ("Text.", None),
        ("```\n# no heading\n```", None),
    ],
)
def test_the_first_heading_is_the_title(source: str, title: str | None) -> None:
    """Of whatever level; a line of code is none."""
    assert read_markdown(source)[0] == title
