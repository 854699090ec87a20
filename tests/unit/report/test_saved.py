import json
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from claimcheck.errors import UsageError
from claimcheck.report import Format, render
from claimcheck.report.saved import load_report

from .sample import sample_report

TEXT = render(sample_report(), Format.JSON)


def test_a_saved_report_renders_to_the_same_bytes() -> None:
    """What was saved, read back and rendered again is the same text, in JSON and in the terminal."""
    report = load_report(TEXT, "run.json")
    assert render(report, Format.JSON) == TEXT
    assert replace(report, files=report.files[:1]) == replace(
        sample_report(), files=sample_report().files[:1]
    )


@pytest.mark.parametrize("text", ["", "{", "[1] [2]", "NaN", "[" * 100_000, '{"schema_version": Infinity}'])
def test_what_is_not_json_is_said_to_be_none(text: str) -> None:
    """A file that no JSON reader takes is refused with what is wrong, and with how to save a report."""
    with pytest.raises(UsageError, match=r"^run\.json: this is not JSON: .") as caught:
        load_report(text, "run.json")
    assert caught.value.hint == "save one with `claimcheck verify --report json=run.json`"


@pytest.mark.parametrize("text", ["null", "[]", "{}", '{"schema_version": "1"}', '{"schema_version": true}'])
def test_other_json_is_no_report(text: str) -> None:
    """JSON that carries no version number is taken for some other file."""
    with pytest.raises(UsageError, match=r"^run\.json: this is JSON, but no claimcheck report$"):
        load_report(text, "run.json")


def test_a_newer_version_asks_for_an_update() -> None:
    """A report of a later version is not guessed at."""
    with pytest.raises(
        UsageError, match="this report is of version 2, and this claimcheck reads version 1"
    ) as caught:
        load_report('{"schema_version": 2}', "run.json")
    assert caught.value.hint is not None
    assert "update claimcheck" in caught.value.hint


_SOURCE = ("files", 0, "sources", 0)
_CLAIM = ("files", 0, "claims", 1)
_FINDING = (*_CLAIM, "findings", 0)


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (("schema_version",), 0, "`schema_version`: there is no version 0"),
        (("files",), {}, "`files`: expected a list, found {}"),
        (("files", 0), 5, "`files[0]`: expected an object, found 5"),
        (("exit_code",), -1, "`exit_code`: expected no negative number, found -1"),
        (("exit_code",), 256, "`exit_code`: there is no exit code 256"),
        (("started_at",), "0001-01-01T00:00:00+14:00", "`started_at`: expected a time like"),
        (("interrupted",), 0, "`interrupted`: expected true or false, found 0"),
        (("started_at",), "noon", '`started_at`: expected a time like 2026-06-19T08:00:00Z, found "noon"'),
        (("started_at",), "2026-06-19", '`started_at`: expected a time in UTC, found "2026-06-19"'),
        (("policy", "fail_on"), ["ok"], "`policy.fail_on[0]`: expected one of dead, blocked"),
        ((*_SOURCE, "state"), "gone", "`files[0].sources[0].state`: expected one of ok, dead"),
        ((*_SOURCE, "line"), True, "`files[0].sources[0].line`: expected a whole number, found true"),
        ((*_SOURCE, "published"), "soon", "`files[0].sources[0].published`: expected a day like 2026-06-19"),
        ((*_SOURCE, "title"), ["x" * 90], "`files[0].sources[0].title`: expected text, found"),
        (
            (*_FINDING, "score"),
            1.5,
            "`files[0].claims[1].findings[0].score`: expected a number from 0 to 1, found 1.5",
        ),
        ((*_FINDING, "score"), "high", "`files[0].claims[1].findings[0].score`: expected a number, found"),
        (
            (*_FINDING, "mismatches", 0, "evidence"),
            3,
            "`files[0].claims[1].findings[0].mismatches[0].evidence`: this finding has 3 passages",
        ),
    ],
)
def test_damage_is_named_with_its_place(path: tuple[Any, ...], value: Any, problem: str) -> None:
    """A value that cannot be read is named by the path of its field, with what was expected and what was found."""
    report = deepcopy(json.loads(TEXT))
    place = report
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(UsageError) as caught:
        load_report(json.dumps(report), "run.json")
    assert str(caught.value).startswith("run.json: this report is damaged at ")
    assert problem in str(caught.value)


def test_a_field_that_is_missing_is_named() -> None:
    """A field that was cut out is named with its whole path."""
    report = json.loads(TEXT)
    del report["files"][0]["claims"][1]["quote"]
    with pytest.raises(
        UsageError, match=r"damaged at `files\[0\]\.claims\[1\]\.quote`: this field is missing"
    ):
        load_report(json.dumps(report), "run.json")


def test_whole_numbers_are_scores_too() -> None:
    """Other programs may write a score of 1.0 as 1."""
    report = json.loads(TEXT)
    report["files"][0]["claims"][1]["findings"][0]["score"] = 1
    loaded = load_report(json.dumps(report), "run.json")
    assert loaded.files[0].claims[1].findings[0].score == 1.0
