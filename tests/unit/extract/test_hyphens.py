"""Lines set after each other: which hyphen goes, which stays, and where a blank is due."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.hyphens import is_parted, is_tied, join_lines, whole_words


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["one", "two"], "one two"),
        (["fer-", "ries"], "ferries"),
        (["fer‐", "ries"], "ferries"),
        (["FER-", "RIES"], "FERRIES"),
        (["a self-", "made man"], "a self-made man"),
        (["self-", "ish"], "selfish"),
        (["twenty-", "five"], "twenty-five"),
        (["a long-", "term plan"], "a long-term plan"),
        (["a long-", "er plan"], "a longer plan"),
        (["a three-", "year plan"], "a three-year plan"),
        (["a state-", "owned yard"], "a state-owned yard"),
        (["the Franco-", "German yard"], "the Franco-German yard"),
        (["his re-", "election"], "his re-election"),
        (["the re-", "port"], "the report"),
        (["state-of-", "the-art"], "state-of-the-art"),
        (["state-of-the-", "art"], "state-of-the-art"),
        (["two- or three-", "year"], "two- or three-year"),
        (["two-", "or three-year"], "two- or three-year"),
        (["the may-", "or said"], "the mayor said"),
        (["Vor-", "und Nachteile"], "Vor- und Nachteile"),
        (["2026-", "27"], "2026-27"),
        (["B-", "52"], "B-52"),
        (["10–", "12 June"], "10–12 June"),
        (["a word—", "and another"], "a word—and another"),
        (["a word –", "and another"], "a word – and another"),
        (["https://a.example/2026/", "06/ferries"], "https://a.example/2026/06/ferries"),
        (["船が", "来た"], "船が来た"),
        (["船 ", "ferry"], "船  ferry"),
        (["-", "x"], "- x"),
        (["a", "b", "c-", "d"], "a b cd"),
    ],
)
def test_lines_are_set_after_each_other(lines: list[str], joined: str) -> None:
    """As a reader would say them."""
    assert join_lines(lines, frozenset()) == joined


@pytest.mark.parametrize(
    ("elsewhere", "joined"),
    [
        ("an e-mail", "one e-mail"),
        ("an email", "one email"),
        ("e-mail and email", "one email"),
        ("", "one email"),
    ],
)
def test_the_text_elsewhere_decides(elsewhere: str, joined: str) -> None:
    """What a line's end parts is no witness for itself."""
    lines = ["one e-", "mail"]
    assert join_lines(lines, whole_words([*lines, elsewhere])) == joined


def test_the_end_of_a_line_is_known() -> None:
    """A hyphen after a letter parts a word; other marks only tie."""
    assert [is_parted(line) for line in ("fer-", "2026-", "so –", "so -", "")] == [
        True,
        False,
        False,
        False,
        False,
    ]
    assert [is_tied(line) for line in ("fer-", "2026-", "so–", "so –", "-", "")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


@given(st.lists(st.text("aB-—é船 1/", min_size=1).filter(lambda line: not line[0].isspace()), min_size=1))
def test_nothing_but_hyphens_is_lost(lines: list[str]) -> None:
    """Every other character is there, in its order."""
    joined = join_lines(lines, whole_words(lines))
    assert joined.replace("-", "").replace(" ", "") == "".join(lines).replace("-", "").replace(" ", "")


def test_a_line_of_one_long_word_takes_no_time() -> None:
    """A pattern that looks from every letter for the end of the word would never come back."""
    line = "a" * 2_000_000
    assert join_lines([line, line + "-", line], whole_words([line])) == f"{line} {line}{line}"
