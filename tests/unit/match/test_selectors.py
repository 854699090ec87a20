"""Links that open a page at a passage, and the context that finds it again."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.match.selectors import context_of, link_to_passage, text_directive

LONG = "The council voted nine to four on Tuesday to buy three electric ferries for the crossing to the island of Osk"
TEXT = f"""Osk gets ferries
It costs $46 million, nine-tenths & more.
{LONG}. Nobody spoke.
The mayor was glad. It rained. In Pell the mayor was glad.
Fähre → 渡轮 #1 100% “so”"""

DIRECTIVE = re.compile(
    r"(?:(?P<prefix>[^-,&#]+)-,)?(?P<start>[^-,&#]+)(?:,(?P<end>[^-,&#]+))?(?:,-(?P<suffix>[^-,&#]+))?"
)


def directive(passage: str, text: str = TEXT, at: int = 0) -> str:
    """Write the directive of the first occurrence of a passage, from `at` on."""
    start = text.index(passage, at)
    return text_directive(text, start, start + len(passage))


def resolve(written: str, text: str) -> str | None:
    """Find what a browser would: the first match of prefix, start and end in the page's words."""
    match = DIRECTIVE.fullmatch(written)
    assert match is not None, written
    prefix, start, end, suffix = (part and re.escape(unquote(part)) for part in match.groups())
    pattern = start + (f".*?{end}" if end else "")
    pattern = (f"{prefix} ?" if prefix else "") + f"(?P<found>{pattern})" + (f" ?{suffix}" if suffix else "")
    found = re.search(pattern, " ".join(text.split()), re.IGNORECASE)
    return found and found["found"]


@pytest.mark.parametrize(
    ("passage", "written"),
    [
        ("Nobody spoke.", "Nobody%20spoke."),
        ("$46 million, nine-tenths & more.", "%2446%20million%2C%20nine%2Dtenths%20%26%20more."),
        ("Fähre → 渡轮", "F%C3%A4hre%20%E2%86%92%20%E6%B8%A1%E8%BD%AE"),
        ("#1 100% “so”", "%231%20100%25%20%E2%80%9Cso%E2%80%9D"),
        (LONG, "The%20council%20voted%20nine%20to%20four,crossing%20to%20the%20island%20of%20Osk"),
        ("In Pell the mayor was glad.", "In%20Pell%20the%20mayor%20was%20glad."),
    ],
)
def test_a_directive_follows_the_syntax_and_escapes_what_is_syntax(passage: str, written: str) -> None:
    """Commas, hyphens, ampersands and what URLs do not hold are escaped; a long passage is named by its two ends."""
    assert directive(passage) == written


def test_words_that_stand_twice_are_told_apart_by_those_before_them() -> None:
    """A second occurrence carries a prefix, and resolves to itself."""
    second = directive("the mayor was glad.", at=TEXT.index("In Pell"))
    assert second == "was%20glad.%20It%20rained.%20In%20Pell-,the%20mayor%20was%20glad."
    assert resolve(second, TEXT) == "the mayor was glad."


def test_words_that_begin_a_line_are_told_apart_by_those_after_them() -> None:
    """Where no words stand before a passage in its line, those after it do the same."""
    text = "Osk waits. Larn does not.\nOsk waits. Pell does too."
    assert directive("Osk waits.", text, at=10) == "Osk%20waits.,-Pell%20does%20too."
    assert directive("Osk waits.", text) == "Osk%20waits.,-Larn%20does%20not."


def test_a_passage_over_several_lines_is_named_by_its_ends() -> None:
    """No part of a directive reaches over a line, which is a block of the page."""
    written = directive("Osk gets ferries\nIt costs $46 million")
    assert written == "Osk%20gets%20ferries,costs%20%2446%20million"


def test_a_link_is_the_url_and_the_directive() -> None:
    """The link opens the page itself, with a fragment directive."""
    start = TEXT.index("Nobody spoke.")
    assert (
        link_to_passage("https://osk.example/news?id=1&p=2", TEXT, start, start + 13)
        == "https://osk.example/news?id=1&p=2#:~:text=Nobody%20spoke."
    )


@given(st.text(max_size=200), st.data())
def test_any_passage_has_a_directive_of_the_right_form(text: str, data: st.DataObject) -> None:
    """Whatever a passage holds, the directive is plain ASCII, matches the grammar and begins like the passage."""
    text = f"x {text} y"
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        return
    written = text_directive(text, start, end)
    match = DIRECTIVE.fullmatch(written)
    assert written.isascii()
    assert match is not None
    assert (
        unquote(match["start"]).split()[:1] == text[start:end].encode(errors="replace").decode().split()[:1]
    )


@given(st.lists(st.sampled_from("ferry, sails-to & Osk “Pell” 渡轮 9 %".split()), min_size=5, max_size=60))
def test_a_passage_at_the_top_of_a_page_resolves_to_itself(words: list[str]) -> None:
    """What the directive names begins and ends as the passage does."""
    passage = " ".join(words)
    text = f"{passage} ends here."
    found = resolve(text_directive(text, 0, len(passage)), text)
    assert found is not None
    assert passage.startswith(found[:10])


@pytest.mark.parametrize(
    ("passage", "before", "after"),
    [
        ("It rained.", "The mayor was glad. ", " In Pell the mayor was glad."),
        ("Osk gets ferries", "", ""),
        ("Nobody spoke.", "ferries for the crossing to the island of Osk. ", ""),
        ("The council voted", "", " nine to four on Tuesday to buy three electric ferries for"),
    ],
)
def test_the_context_of_a_passage_ends_with_its_line_or_at_a_blank(
    passage: str, before: str, after: str
) -> None:
    """A few words on either side, none of them cut, none of another line."""
    start = TEXT.index(passage)
    prefix, suffix = context_of(TEXT, start, start + len(passage))
    assert prefix.endswith(before) or before.endswith(prefix)
    assert (bool(prefix), bool(suffix)) == (bool(before), bool(after))
    assert suffix.startswith(after) or after.startswith(suffix)


@given(st.text(max_size=300), st.data())
def test_a_context_adjoins_its_passage(text: str, data: st.DataObject) -> None:
    """Prefix and suffix are slices of the text on either side, of one line and at most sixty characters."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    prefix, suffix = context_of(text, start, end)
    assert text[:start].endswith(prefix)
    assert text[end:].startswith(suffix)
    assert "\n" not in prefix + suffix
    assert len(prefix) <= 60 >= len(suffix)


def test_a_line_that_begins_as_another_does_is_found() -> None:
    """As many of its words as it takes; where it stands twice, what is above it tells which."""
    before = "The harbour board said on Thursday that it would close the slip."
    mine = f"The harbour board said on Thursday that the repair would cost $4 million, {'and more ' * 8}and take at least eleven weeks."
    text = f"{before}\n{mine}\nThe end.\nNobody spoke.\nIn Pell it rained.\nNobody spoke."
    assert resolve(directive(mine, text), text) == " ".join(mine.split())
    second = directive("Nobody spoke.", text, text.index("In Pell"))
    assert second.startswith("In%20Pell%20it%20rained.-,")


def test_a_row_of_a_table_is_named_by_its_cells() -> None:
    """The marks between them stand on no page."""
    text = "Lines of the bay\n| Line | From | Every |\n|---|---|---|\n| K1 | Tarn Pier | 30 minutes |\n| K3 | Osk | 20 minutes |\nFares are unchanged."
    start, end = text.index("| K3"), text.index("\nFares")
    assert text_directive(text, start, end) == "K3,20%20minutes"
    assert text_directive(text, text.index("| Line"), end) == "Lines%20of%20the%20bay-,Line,20%20minutes"
