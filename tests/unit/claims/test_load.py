"""Claims files as values, and every mistake in them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.load import LEAST, read_claims_file
from claimcheck.errors import ClaimsFileError, Mistake
from claimcheck.model import (
    Acceptance,
    CitedSource,
    Claim,
    ClaimsFile,
    ClaimVerdict,
    FindingAcceptance,
    Span,
    State,
    Verdict,
)

WHOLE = """\
# yaml-language-server: $schema=claims-v1.json
$schema: claims-v1.json
version: 1
title: Export controls
url: https://explainers.example.org/?p=1
published: 2026-06-19
policy:
  min_sources: 2
  strikes: 3
sources:
  post:
    url: https://www.example.com/a
    snapshot: saved/post.html
    accept: {state: blocked, reason: subscribers only, by: desk, until: 2026-12-31}
  wire: https://news.example.net/b
claims:
  - id: models-disabled
    text: >-
      The government disabled the models globally,
      a sign of things to come.
    sources: [post, wire]
    quote: operating at the frontier
    analysis: a sign of things to come
    min_sources: 1
    accept:
      - {source: post, verdict: partially_supported, reason: in print, by: desk, until: 2026-12-31}
      - {verdict: not_found, reason: common knowledge}
  - text: NO
"""


def read(
    text: str, *, path: str = "claims/x.yaml", copies: tuple[str, ...] = ("claims/saved/post.html",)
) -> ClaimsFile:
    """Read a text as a claims file in a folder that has some saved copies."""
    return read_claims_file(path, text, exists=copies.__contains__)


def outcome_of(text: str) -> tuple[Mistake, ...]:
    """Read a text and return its mistakes; a text that is refused has some."""
    try:
        read(text)
    except ClaimsFileError as error:
        return error.mistakes or pytest.fail("refused without a mistake")
    return ()


def mistakes_of(text: str) -> list[str]:
    """List the mistakes of a text with their places."""
    with pytest.raises(ClaimsFileError) as caught:
        read(text)
    return [str(mistake).removeprefix("claims/x.yaml:") for mistake in caught.value.mistakes]


def test_a_whole_file_is_read() -> None:
    """Every key has its place in the values, with lines, dates, offsets and joined paths."""
    day = date(2026, 12, 31)
    assert read(WHOLE) == ClaimsFile(
        path="claims/x.yaml",
        title="Export controls",
        url="https://explainers.example.org/?p=1",
        published=date(2026, 6, 19),
        min_sources=2,
        strikes=3,
        sources=(
            CitedSource(
                "post",
                "https://www.example.com/a",
                line=11,
                snapshot="claims/saved/post.html",
                accept=Acceptance(State.BLOCKED, "subscribers only", "desk", day),
            ),
            CitedSource("wire", "https://news.example.net/b", line=15),
        ),
        claims=(
            Claim(
                "models-disabled",
                "The government disabled the models globally, a sign of things to come.",
                line=17,
                cites=("post", "wire"),
                quote="operating at the frontier",
                analysis=Span("a sign of things to come", 45, 69),
                min_sources=1,
                accept=(Acceptance(ClaimVerdict.NOT_FOUND, "common knowledge"),),
                accept_findings=(
                    FindingAcceptance(
                        "post", Acceptance(Verdict.PARTIALLY_SUPPORTED, "in print", "desk", day)
                    ),
                ),
            ),
            Claim("no", "NO", line=28),
        ),
    )


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    """Files of Windows editors are read like any other."""
    assert read("\ufeff" + WHOLE.replace("\n", "\r\n")) == read(WHOLE)


def test_a_list_of_addresses_gets_ids_from_the_hosts() -> None:
    """The second page of a site is numbered, and each has the line of its own item."""
    found = read(
        "version: 1\nsources:\n  - https://www.nypost.com/a\n  - https://nypost.com/b\n"
        "  - https://news.bbc.co.uk/c\nclaims: [{text: x, sources: [nypost-2, bbc]}]"
    )
    assert [(source.id, source.line) for source in found.sources] == [
        ("nypost", 3),
        ("nypost-2", 4),
        ("bbc", 5),
    ]


def test_a_derived_id_gives_way_to_a_given_one() -> None:
    """Ids of the file are fixed, wherever they stand; those of equal texts are numbered."""
    claims = "  - text: It fell\n  - text: It fell!\n  - {id: fell, text: Other}\n"
    found = read(f"version: 1\nsources: [https://a.example/x]\nclaims:\n{claims}")
    assert [claim.id for claim in found.claims] == ["fell-2", "fell-3", "fell"]


def test_the_same_page_may_be_cited_under_two_ids() -> None:
    """Two anchors of one page are two sources of one origin."""
    found = read("version: 1\nsources: {a: https://a.example/x, b: https://a.example/x}\nclaims: [{text: x}]")
    assert [source.id for source in found.sources] == ["a", "b"]


@pytest.mark.parametrize(
    ("path", "joined"),
    [("x.yaml", "s.html"), ("-", "s.html"), ("a/b/x.yaml", "a/b/s.html"), ("/a/x.yaml", "/a/s.html")],
)
def test_a_saved_copy_is_looked_for_from_the_folder_of_the_file(path: str, joined: str) -> None:
    """Standard input stands in the working folder."""
    text = "version: 1\nsources: {a: {url: https://a.example/x, snapshot: s.html}}\nclaims: [{text: x}]"
    assert read(text, path=path, copies=(joined,)).sources[0].snapshot == joined


TOP = "version: 1\nsources: {a: https://a.example/x, b: https://b.example/x}\n"
EMPTY = f"1:1: the file is empty (the least that one needs: {LEAST})"
URL_HINT = "(write it in full, as `https://example.org/page`)"
NO_VALUE_HINT = "(give it one, or leave the line out)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [EMPTY]),
        ("# nothing", [EMPTY]),
        ("- a", ["1:1: a claims file is a table of `key: value` lines (begin the file with `version: 1`)"]),
        ('{"schema_version": 1}', ["1:2: this is a saved report, no claims file (see `claimcheck report`)"]),
        (
            "title: x",
            [
                "1:1: `claims` is missing (list the sentences to check)",
                "1:1: `sources` is missing (list the pages that the claims rest on)",
                "1:1: `version` is missing (begin the file with `version: 1`)",
            ],
        ),
        (
            "version: 2\nsources: []\nclaims: []",
            [
                "1:10: version 2 of the claims file is unknown (this claimcheck reads `version: 1`)",
                "2:10: `sources` is empty (name at least one page that the claims rest on)",
                "3:9: `claims` is empty (give at least one item)",
            ],
        ),
        (
            "version: true\nsources: https://a.example\nclaims: {}",
            [
                "1:10: `version` must be a whole number, not `true`",
                "2:10: `sources` must be `id: URL` lines or a list of URLs (write each source on a line of its own)",
                "3:9: `claims` must be a list, not a table of `key: value` lines (begin the first line of each item with `- `)",
            ],
        ),
        (
            "version: '1'\nsources:\nclaims:",
            [
                "1:10: `version` must be a whole number, not the text `1` (write it without quotes: `version: 1`)",
                f"2:1: `sources` has no value {NO_VALUE_HINT}",
                f"3:1: `claims` has no value {NO_VALUE_HINT}",
            ],
        ),
        (
            TOP + "titel: x\nmin_sources: 1\nfoo: x\nclaims: [{text: x}]",
            [
                "3:1: unknown key `titel` (did you mean `title`?)",
                "4:1: unknown key `min_sources` (it belongs under `policy`)",
                "5:1: unknown key `foo` (known here: version, title, url, published, policy, sources, claims)",
            ],
        ),
        (
            TOP
            + "title: 2026\nurl: example.org\npublished: 2026-02-30\npolicy: {min_sources: 0, strikes: 1.5, x: 1}\nclaims: [{text: x}]",
            [
                '3:8: `title` must be text, not `2026` (put it in quotes: `"2026"`)',
                f"4:6: `example.org` is no http(s) address {URL_HINT}",
                "5:12: `2026-02-30` is no day of the calendar",
                "6:23: `min_sources` must be 1 or more, not `0`",
                "6:35: `strikes` must be a whole number, not `1.5`",
                "6:40: unknown key `x` (known here: min_sources, strikes)",
            ],
        ),
        (
            TOP + "title: ''\npublished: 20260619\npolicy: []\nclaims: [{text: x}]",
            [
                "3:8: `title` is empty",
                "4:12: `published` is no date (write year, month and day, as `2026-06-19`)",
                "5:9: `policy` must be a table of `key: value` lines, not a list",
            ],
        ),
    ],
)
def test_mistakes_at_the_top_of_a_file(text: str, expected: list[str]) -> None:
    """What the file itself must say, and how."""
    assert mistakes_of(text) == expected


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ("a: ftp://a.example/x", [f"3:6: `ftp://a.example/x` is no http(s) address {URL_HINT}"]),
        ("a: {url: 'https://a b'}", [f"3:12: `https://a b` is no http(s) address {URL_HINT}"]),
        ("a: 'https://a.example/a b'", ["3:6: `https://a.example/a b` has a blank in it (write it as %20)"]),
        (
            "- https://a.example/x\n  - http://[\n  - 3",
            [
                f"4:5: `http://[` is no http(s) address {URL_HINT}",
                '5:5: `url` must be text, not `3` (put it in quotes: `"3"`)',
            ],
        ),
        ("a:", [f"3:3: `a` has no value {NO_VALUE_HINT}"]),
        (
            "a: 3",
            [
                "3:6: `a` must be a table of `key: value` lines, not `3` (a source is `id: https://…`, or a table with `url`)"
            ],
        ),
        (
            "a: {snapshot: no.html, x: y}",
            [
                "3:6: `url` is missing (a source is a page: `url: https://…`)",
                "3:17: the saved copy `claims/no.html` does not exist (its path starts from the claims file's folder, of standard input from the working folder)",
                "3:26: unknown key `x` (known here: url, snapshot, accept)",
            ],
        ),
        (
            "a: https://a.example\n  ' b': https://a.example\n  a: https://a.example",
            [
                "4:3: the id of a source is empty, or has blanks around it",
                "5:3: the key `a` stands here twice (the first is in line 3)",
            ],
        ),
        ("2026: https://a.example", ['3:3: the key `2026` is no text (put it in quotes: `"2026"`)']),
        (
            "a: {url: https://a.example, accept: {state: ok, reason: x, until: soon}}",
            [
                "3:47: `ok` cannot be accepted: there is nothing to sign off (leave this sign-off out)",
                "3:69: `until` is no date (write year, month and day, as `2026-06-19`)",
            ],
        ),
        (
            "a: {url: https://a.example, accept: {state: blockd, by: ''}}",
            [
                "3:39: `reason` is missing (a sign-off says why)",
                "3:47: `blockd` is not a state of a source (did you mean `blocked`?)",
                "3:59: `by` is empty",
            ],
        ),
        (
            "a: {url: https://a.example, accept: {verdict: not_found, reason: x}}",
            [
                "3:39: `state` is missing",
                "3:40: unknown key `verdict` (known here: state, reason, by, until)",
            ],
        ),
        (
            "a: {url: https://a.example, accept: {state: not_found, reason: x}}",
            ["3:47: `not_found` is not a state of a source (one of dead, blocked, unreachable, unreadable)"],
        ),
        (
            "a: *ref",
            [
                "3:6: `*ref` is an alias, and claims files have none (repeat the value; put a text that begins with `*` in quotes)"
            ],
        ),
    ],
)
def test_mistakes_in_sources(sources: str, expected: list[str]) -> None:
    """What a source must say, and how."""
    assert mistakes_of(f"version: 1\nsources:\n  {sources}\nclaims: [{{text: x}}]") == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (
            "just a sentence",
            [
                "4:5: claim 1 must be a table of `key: value` lines, not the text `just a sentence` (write `- text: ` before the sentence)"
            ],
        ),
        ("", [f"4:4: claim 1 has no value {NO_VALUE_HINT}"]),
        ("id: x", ["4:5: `text` is missing (a claim is a sentence: `text: …`)"]),
        (
            "{text: ' ', id: '', quote: '', analysis: '', title: x}",
            [
                "4:12: `text` is empty",
                "4:21: `id` is empty, or has blanks around it (name it in one word, as `models-disabled`)",
                "4:32: `quote` is empty",
                "4:46: `analysis` is empty",
                "4:50: unknown key `title` (it belongs at the top of the file)",
            ],
        ),
        ("{text: x, source: [a]}", ["4:15: unknown key `source` (did you mean `sources`?)"]),
        (
            "{text: x, sources: a}",
            ["4:24: `sources` must be a list, not the text `a` (put it in brackets: `sources: [a]`)"],
        ),
        (
            "{text: x, sources: []}",
            ["4:24: `sources` is empty (give at least one item, or leave the line out)"],
        ),
        (
            "{text: x, sources: [a, c, 1, a]}",
            [
                "4:28: `c` is none of the file's sources (add it under `sources` at the top of the file)",
                '4:31: item 3 of `sources` must be text, not `1` (put it in quotes: `"1"`)',
            ],
        ),
        ("{text: x, sources: [a, b, a]}", ["4:31: `a` is cited twice (leave one out)"]),
        (
            "{text: A sign., analysis: a sign}",
            [
                "4:31: these words are not part of the claim's `text` (copy them letter for letter; they differ in case, quotation marks or dashes alone)"
            ],
        ),
        (
            "{text: A sign., analysis: an omen}",
            ["4:31: these words are not part of the claim's `text` (copy them letter for letter)"],
        ),
        (
            "{text: A sign., analysis: A sign}",
            [
                "4:31: `analysis` is all of the claim's `text`, so nothing is left to check (mark only the author's own conclusion)"
            ],
        ),
        ("{text: 1, analysis: x}", ['4:12: `text` must be text, not `1` (put it in quotes: `"1"`)']),
        (
            "{text: x, min_sources: two, quote: }",
            [
                "4:28: `min_sources` must be a whole number, not the text `two`",
                f"4:33: `quote` has no value {NO_VALUE_HINT}",
            ],
        ),
        (
            "{text: x, accept: {verdict: not_found, reason: y}}",
            [
                "4:23: `accept` must be a list, not a table of `key: value` lines (begin the first line of each item with `- `)"
            ],
        ),
        (
            "{text: x, accept: [{verdict: supported, reason: y}]}",
            ["4:34: `supported` cannot be accepted: there is nothing to sign off (leave this sign-off out)"],
        ),
        (
            "{text: x, accept: [{verdict: not-found, reason: y}]}",
            ["4:34: `not-found` is not a verdict of a claim (did you mean `not_found`?)"],
        ),
        (
            "{text: x, accept: [{verdict: changed, reason: y}]}",
            [
                "4:34: `changed` is not a verdict of a claim (one of partially_supported, disputed, contradicted, not_found, too_few_sources, unchecked)"
            ],
        ),
        (
            "{text: x, accept: [{source: a, verdict: disputed, reason: y}]}",
            [
                "4:45: `disputed` is not a verdict on one source (one of partially_supported, contradicted, not_found, unchecked)"
            ],
        ),
        (
            "{text: x, sources: [a], accept: [{source: b, verdict: disputed, reason: y}]}",
            ["4:47: this claim is not checked against `b` (add it to the claim's `sources`)"],
        ),
        (
            "{text: x, accept: [{source: c, verdict: supported, why: y}]}",
            [
                "4:24: `reason` is missing (a sign-off says why)",
                "4:33: `c` is none of the file's sources (add it under `sources` at the top of the file)",
                "4:45: `supported` cannot be accepted: there is nothing to sign off (leave this sign-off out)",
                "4:56: unknown key `why` (known here: source, verdict, reason, by, until)",
            ],
        ),
        (
            "{id: one, text: x}\n  - {id: one, text: y}\n  - {id: one, text: z}",
            [
                "5:10: the id `one` is used twice (the first is in line 4)",
                "6:10: the id `one` is used twice (the first is in line 4)",
            ],
        ),
    ],
)
def test_mistakes_in_claims(claim: str, expected: list[str]) -> None:
    """What a claim must say, and how."""
    assert mistakes_of(f"{TOP}claims:\n  - {claim}") == expected


def test_a_long_value_is_not_repeated_in_its_mistake() -> None:
    """A sentence in the place of a table is shown to its author by the line alone."""
    assert "not text (" in mistakes_of(f"{TOP}claims:\n  - {'word ' * 20}")[0]


def test_a_mistake_is_one_readable_line_whatever_it_repeats() -> None:
    """Line breaks, invisible characters and very long values of a file are not passed on to a terminal."""
    (mistake,) = mistakes_of(TOP + 'url: "a\\n\\e[31m\u202e"\nclaims: [{text: x}]')
    assert mistake == rf"3:6: `a\n\x1b[31m\u202e` is no http(s) address {URL_HINT}"
    (mistake,) = mistakes_of(f"{TOP}url: {'a' * 5000}\nclaims: [{{text: x}}]")
    assert len(mistake) < 400
    assert mistake.endswith(f"aaa` is no http(s) address {URL_HINT}")


def test_mistakes_of_all_parts_are_told_together() -> None:
    """Neither a broken source nor a broken claim hides what is wrong elsewhere."""
    text = (
        "version: 3\nsources:\n  a: {url: x}\n  a: y\nclaims:\n"
        "  - {text: x, sources: [a, z], min_sources: 0}\n  - {text: &y ''}\n"
    )
    assert [mistake.partition(" ")[0] for mistake in mistakes_of(text)] == [
        "1:10:",
        "3:12:",
        "4:3:",
        "6:28:",
        "6:45:",
        "7:12:",
    ]


@given(st.lists(st.sampled_from(WHOLE.splitlines(keepends=True)), max_size=12), st.integers(0, len(WHOLE)))
def test_any_text_is_read_or_has_mistakes(lines: list[str], cut: int) -> None:
    """Lines in any order, a file cut anywhere: nothing else is raised, and every place lies in the text."""
    for text in ("".join(lines), WHOLE[:cut]):
        count = len(text.splitlines()) + 1
        places = [(mistake.line, mistake.column) for mistake in outcome_of(text)]
        assert all(1 <= line <= count and column >= 1 for line, column in places)


def test_the_least_that_a_file_needs_is_a_file() -> None:
    """A hint shows it, to be copied."""
    file = read_claims_file("x.yaml", LEAST, exists=lambda _: False)
    assert [claim.text for claim in file.claims] == ["What the page says."]
    assert [source.id for source in file.sources] == ["site"]
