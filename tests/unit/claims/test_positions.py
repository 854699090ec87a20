"""Reading YAML and JSON with the place of every key and value."""

import json
import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.positions import read_tree
from claimcheck.claims.tree import MAX_BYTES, MAX_DEPTH, MAX_NODES, KeyPath, Place
from claimcheck.errors import ClaimsFileError

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.floats(min_value=0.0625, width=32) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
YAML_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]))
YAML_VALUES = st.recursive(
    YAML_TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(YAML_TEXTS, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


def mistakes_of(text: str) -> list[str]:
    """List the mistakes that a text has, with or without an end to the reading."""
    try:
        found = read_tree("c.yaml", text).mistakes
    except ClaimsFileError as error:
        found = error.mistakes
    return [f"{mistake.line}:{mistake.column}: {mistake.message}" for mistake in found]


def paths_of(value: Any, path: KeyPath = ()) -> dict[KeyPath, Any]:
    """List every value within a value by its path."""
    items = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    return {path: value} | {
        deeper: inner for key, item in items for deeper, inner in paths_of(item, (*path, key)).items()
    }


def offset_of(text: str, place: Place) -> int:
    """Turn a place back into an offset, by counting lines as editors do."""
    lines = text.replace("\r\n", "\r\r").replace("\r\r", "\r\n").split("\n")
    return sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1


def test_keys_and_values_have_their_places() -> None:
    """Lines and columns count from 1, in characters."""
    tree = read_tree("c.yaml", "# claims\r\ntitle: é\r\nlist:\r\n  - 😀: [a, b]\r\n    x: >-\r\n      c\r\n")
    assert tree.value == {"title": "é", "list": [{"😀": ["a", "b"], "x": "c"}]}
    assert tree.key_place(("title",)) == Place(2, 1)
    assert tree.place(("title",)) == Place(2, 8)
    assert tree.place(("list", 0)) == tree.key_place(("list", 0, "😀")) == Place(4, 5)
    assert tree.place(("list", 0, "😀", 1)) == Place(4, 12)
    assert tree.place(("list", 0, "x")) == Place(5, 8)


def test_what_does_not_stand_in_the_text_has_the_place_of_what_is_around_it() -> None:
    """A missing key is where its table is; a short form is where its value is."""
    tree = read_tree("c.yaml", "a:\n  b: x")
    assert tree.place(("a", "b", "url")) == tree.place(("a", "b")) == Place(2, 6)
    assert tree.key_place(("a", "none")) == Place(2, 3)
    assert read_tree("c.yaml", "").place(("a",)) == Place(1, 1)


@pytest.mark.parametrize(
    "word", ["NO", "on", "yes", "True", "2026-06-19", "12:30", "0x1F", "0o7", "1_000", ".5", "+1", "1.", "01"]
)
def test_words_that_older_yaml_converts_stay_text(word: str) -> None:
    """Only what JSON knows is more than text: Norway stays `NO`."""
    assert read_tree("c.yaml", f"a: {word}").value == {"a": word}


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("-1", -1),
        ("2.0", 2),
        ("2.5e1", 25),
        ("0.5", 0.5),
        ("123456789012345678", 123456789012345680),
        ("1e999", float("inf")),
        ("'1'", "1"),
        ('"true"', "true"),
        ('""', ""),
    ],
)
def test_words_of_json_have_its_values(word: str, value: object) -> None:
    """Quotes keep a word text; a whole number is whole however it is written."""
    found = read_tree("c.yaml", f"a: {word}").value
    assert found == {"a": value}
    assert isinstance(found, dict)
    assert type(found["a"]) is type(value)


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_foreign_line_breaks_are_part_of_a_text(character: str) -> None:
    """YAML 1.2 and editors count them as characters, not as lines."""
    tree = read_tree("c.yaml", f"a: one{character}two\nb: x")
    assert tree.value == {"a": f"one{character}two", "b": "x"}
    assert tree.place(("b",)) == Place(2, 4)


@given(VALUES, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_json_is_read_as_json(value: Any, indent: int | str | None, escaped: bool) -> None:
    """Any JSON comes out as it went in, each value at its place."""
    text = (
        json.dumps({"": value}, indent=indent, ensure_ascii=escaped, allow_nan=False)
        if finite(value)
        else "{}"
    )
    tree = read_tree("c.json", text)
    assert tree.value == json.loads(text)
    for path, inner in paths_of(tree.value).items():
        at = offset_of(text, tree.place(path))
        assert text[at] == json.dumps(inner, ensure_ascii=escaped)[0]
        if path and isinstance(path[-1], str):
            assert text[offset_of(text, tree.key_place(path)) :].startswith(
                json.dumps(path[-1], ensure_ascii=escaped)
            )


def finite(value: Any) -> bool:
    """Say whether JSON can write a value."""
    return "Infinity" not in json.dumps(value)


@given(YAML_VALUES, st.booleans())
def test_yaml_of_other_writers_is_read(value: Any, flow: bool) -> None:
    """Any quoted YAML comes out as it went in, each text at its quotation mark."""
    text = yaml.safe_dump(value, default_style='"', default_flow_style=flow, allow_unicode=True, width=40)
    tree = read_tree("c.yaml", text)
    assert tree.value == value
    for path, inner in paths_of(value).items():
        if isinstance(inner, str):
            assert text[offset_of(text, tree.place(path))] == '"'


@given(
    st.lists(
        st.sampled_from([*"ab:-?,[]{}&*!|>'\"%@`#~1. \n\t\r\\\x00\u2028é", "a: ", "- ", "\n  ", "---\n"])
    ).map("".join)
)
def test_whatever_is_read_has_places_within_the_text(text: str) -> None:
    """Any text is read or refused with a mistake that stands in it; nothing else is raised."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        mistakes = read_tree("c.yaml", text).mistakes
    except ClaimsFileError as error:
        mistakes = error.mistakes
        assert mistakes
    for mistake in mistakes:
        assert 1 <= mistake.line <= len(lines)
        assert 1 <= mistake.column <= len(lines[mistake.line - 1]) + 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3", ["3:1: the key `a` stands here twice"]),
        (
            "a: &x 1\nb: *x",
            [
                "1:4: `&x` is an anchor, and claims files have none",
                "2:4: `*x` is an alias, and claims files have none",
            ],
        ),
        ("<<: *x", ["1:5: `*x` is an alias, and claims files have none"]),
        ("a: !b c", ["1:4: `!b` is a tag, and claims files have none"]),
        ("1: a\ntrue: b", ["1:1: the key `1` is no text", "2:1: the key `true` is no text"]),
        ("?\n: a", ["1:2: a key is missing before this colon"]),
        ("a: {{ x }}", ["1:5: a list, a table or an alias stands where a key is expected"]),
        ("? [a]\n: b", ["1:3: a list, a table or an alias stands where a key is expected"]),
        ('{"a": 1, "a": 2}', ["1:10: the key `a` stands here twice"]),
    ],
)
def test_all_that_is_refused_in_readable_yaml_is_reported(text: str, expected: list[str]) -> None:
    """Reading goes on, so that the mistakes after it are found too."""
    assert mistakes_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\t- b", "2:1: this line is indented with a tab"),
        ("a: |\n\tb", "2:1: this line is indented with a tab"),
        ("a: b: c", "1:5: a colon is not expected here"),
        ("a: 1\nfoo\nb: 2", "2:1: this line is neither `key: value` nor the rest of the value above"),
        ("a: 'it's'", "1:8: this does not belong to the lines above"),
        ("- a\nb: 1", "2:1: this line does not continue the list above"),
        ("a: - b", "1:4: a list item is not expected here"),
        ("a: ? b", "1:4: a text cannot begin with a question mark and a blank"),
        ("a:\n  - [b\nc: d", "3:2: a comma is missing here, or the bracket opened in line 2 is not closed"),
        ("a: ]", "1:4: a value is expected here, not a bracket"),
        ("a: 'b\n\n", "1:4: this quotation mark is never closed"),
        ("a: 'x\n---\n", "1:4: this quotation mark is not closed before the `---` line"),
        ('a: "\\q"', "1:5: this backslash begins nothing that YAML knows"),
        ('a: "\\ud83d"', "1:7: this escape stands for no character"),
        ('a: "\\xg"', "1:7: this escape is incomplete"),
        ("  a: 1\nb: 2", "2:1: text stands after the end of the file's content"),
        ("a: **b**", "1:4: a text cannot begin with an asterisk"),
        ("a: &", "1:4: a text cannot begin with `&`"),
        ("a: !b!", "1:4: a text cannot begin with an exclamation mark"),
        ("a: > b", "1:4: nothing may follow the sign `>` or `|` on its line"),
        ("a: @b", "1:4: a text cannot begin with `@`"),
        ("a: `b`", "1:4: a text cannot begin with a backtick"),
        ("a: b\x07", "1:5: an invisible control character (U+0007) stands here"),
        ("é: 1\n---\nb: 2", "2:1: a second document begins here (`---`)"),
        ("%YAML 3.0\n---\na: 1", "1:1: this is not YAML: found incompatible YAML document"),
        ("a: \ud83d", "1:4: half a character stands here (a lone surrogate)"),
    ],
)
def test_a_syntax_error_is_said_in_plain_words(text: str, expected: str) -> None:
    """The place is exact, and the sentence says what stands there."""
    assert mistakes_of(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1 "b": 2}', "1:9: a comma is missing here, or the `}` of the `{` in line 1"),
        ('["a"\n"b"]', "2:1: a comma is missing here, or the `]` of the `[` in line 1"),
        ('{"a" 1}', "1:6: a colon is missing after the key `a`"),
        (
            '{"a": "b\\q"}',
            "1:7: this quotation mark is not closed in its line, or an escape after it is none that JSON knows",
        ),
        ('{"a": "\\ud83d"}', "1:7: half a character stands in this text (a lone `\\ud…` escape)"),
        ('{"a": 1} 2', "1:10: text stands after the end of the JSON value"),
        ('{"a": 1, "b": @}', "1:15: a value is expected here, not `@`"),
        ('{"a": [1, 2', "1:12: a comma is missing here, or the `]` of the `[` in line 1"),
        ('{"a": ', "1:7: a value is missing at the end"),
    ],
)
def test_a_mistake_in_json_is_said_in_plain_words(text: str, expected: str) -> None:
    """What begins like JSON, quotes and all, is told in JSON's terms."""
    mistakes = mistakes_of(text)
    assert mistakes[-1] == expected


def test_what_begins_like_json_may_be_yaml() -> None:
    """A flow mapping without quotes, a comment or a last comma is fine."""
    assert read_tree("c.yaml", "{a: 1, # one\n b: [2,],}").value == {"a": 1, "b": [2]}
    assert read_tree("c.json", "[]").value == []
    assert read_tree("c.json", "{}").value == {}


def test_an_emoji_may_be_written_as_two_escapes_in_json() -> None:
    """JSON has no other escape for it."""
    assert read_tree("c.json", '{"a": "\\ud83d\\ude00"}').value == {"a": "😀"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[" * 100_000, f"values are nested more than {MAX_DEPTH} levels deep"),
        ("- " * 100_000, f"values are nested more than {MAX_DEPTH} levels deep"),
        ('{"a":' * 100_000, f"values are nested more than {MAX_DEPTH} levels deep"),
        ("a: [" + "1," * (MAX_NODES + 1) + "]", f"more than {MAX_NODES:,} values stand in this file"),
        ("a" * (MAX_BYTES + 1), "the file has more than 10 MB"),
        ("é" * (MAX_BYTES // 2 + 1), "the file has more than 10 MB"),
    ],
)
def test_a_hostile_text_is_refused_at_once(text: str, expected: str) -> None:
    """Depth and size are bounded, and no reading recurses past the bound."""
    assert mistakes_of(text)[-1].partition(": ")[2] == expected


def test_aliases_are_never_expanded() -> None:
    """A billion laughs are nine mistakes."""
    laughs = "a0: &a0 [ha]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
    )
    started = time.process_time()
    assert len(mistakes_of(laughs)) == 10 + 81
    assert time.process_time() - started < 1
