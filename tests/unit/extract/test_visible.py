"""The text that a browser would show: what is hidden is left out, and blocks are lines."""

import pytest
from lxml.html import document_fromstring

from claimcheck.extract.html import read_page
from claimcheck.extract.visible import drop_unseen, visible_lines


def lines(body: str) -> list[str]:
    tree = document_fromstring(f"<html><head><title>Title</title></head><body>{body}</body></html>")
    drop_unseen(tree)
    return visible_lines(tree)


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>secret</p>",
        '<p hidden="until-found">secret</p>',
        '<p style="display:none">secret</p>',
        '<p style="color: red; DISPLAY : None !important">secret</p>',
        "<div hidden><p>secret</p><ul><li>secret</ul></div>",
        "<script>secret</script>",
        '<script type="application/ld+json">{"a": "secret"}</script>',
        "<style>secret {}</style>",
        "<noscript><p>secret</p></noscript>",
        "<template><p>secret</p></template>",
        "<textarea>secret</textarea>",
        "<select><option>secret</option></select>",
        "<svg><title>secret</title><text>secret</text></svg>",
        "<iframe>secret</iframe>",
        "<object><p>secret</p></object>",
        "<video>secret</video>",
        "<canvas>secret</canvas>",
        '<img alt="secret" title="secret">',
    ],
)
def test_what_no_browser_shows_is_left_out(hidden: str) -> None:
    """The text after it is kept, in the same block and in the next."""
    assert "secret" not in " ".join(lines(f"<p>before</p>{hidden}<p>after</p>"))
    assert lines(f"<div>before {hidden} after</div><p>next</p>") == ["before after", "next"]


@pytest.mark.parametrize(
    "shown",
    [
        '<p style="display: block">words</p>',
        '<p style="color:none">words</p>',
        '<p aria-hidden="true">words</p>',
        "<details><summary>words</summary></details>",
        "<custom-element>words</custom-element>",
        "<button>words</button>",
    ],
)
def test_what_a_browser_shows_is_kept(shown: str) -> None:
    """Folded text and unknown elements too."""
    assert lines(shown) == ["words"]


def test_a_body_that_waits_for_a_script_is_read() -> None:
    """Pages hide it as a whole until they are ready."""
    tree = document_fromstring('<html><body style="display:none"><p>words</p></body></html>')
    drop_unseen(tree)
    assert visible_lines(tree) == ["words"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>one</p><p>two</p>", ["one", "two"]),
        ("<p>one<p>two", ["one", "two"]),
        ("one<br>two<br/>three", ["one", "two", "three"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<h1>one</h1>two<div>three</div>four", ["one", "two", "three", "four"]),
        ("<div><div>one</div></div>", ["one"]),
        ("<p>one <b>two</b> <a href=x>three</a></p>", ["one two three"]),
        ("<p>un<b>broken</b></p>", ["unbroken"]),
        ("<p>one\n   two\t&nbsp; three</p>", ["one two three"]),
        ("<pre>one\n  two</pre>", ["one two"]),
        ("<p> </p><div></div>", []),
        (
            "<table><tr><th>Ferry</th><th>Seats</th></tr><tr><td>Alma</td><td>120</td></tr></table>",
            ["Ferry Seats", "Alma 120"],
        ),
        ("<table><tr><td><p>one</p></td><td>two</td></tr></table>", ["one", "two"]),
        ("<dl><dt>one<dd>two</dl>", ["one", "two"]),
        ("a &lt;b&gt; &amp; c", ["a <b> & c"]),
    ],
)
def test_a_block_is_a_line(body: str, expected: list[str]) -> None:
    """Inline markup joins, blocks and line breaks part, and cells are kept from running together."""
    assert lines(body) == expected


def test_text_that_the_parser_keeps_in_the_head_is_shown() -> None:
    """A page may leave out its body tag; only the title is none of its text."""
    tree = document_fromstring("<!doctype html><title>Title</title><main><p>words</p></main>")
    drop_unseen(tree)
    assert visible_lines(tree) == ["words"]


def test_what_follows_an_end_with_attributes_is_part_of_the_page() -> None:
    """A second tree behind the first would escape the cleaning of control characters."""
    page = read_page(
        "<p>The council bought fifty ferries.</p></html hidden><title><p>\x1b[0m", "https://a.example/"
    )
    assert not any("\x1b" in line for line in page.rest)
