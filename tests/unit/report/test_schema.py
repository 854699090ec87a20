import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimcheck.report import Format, render
from claimcheck.report.schema import report_schema

from .sample import sample_report

VALIDATOR = Draft202012Validator(report_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
SAMPLE = json.loads(render(sample_report(), Format.JSON))


def test_the_schema_is_one() -> None:
    """The schema is valid against the draft that it names."""
    Draft202012Validator.check_schema(report_schema())


def test_the_sample_is_valid() -> None:
    """A report with every word of the vocabulary meets the schema."""
    assert list(VALIDATOR.iter_errors(SAMPLE)) == []


def test_later_fields_and_drift_are_allowed() -> None:
    """Fields may be added, and drift and failing be filled, without a reader of version 1 refusing the report."""
    report = deepcopy(SAMPLE)
    source = report["files"][0]["sources"][0]
    source["drift"] = {"state": "edited", "similarity": 0.97, "since": "2026-06-19T08:00:00Z"}
    source["failing"] = {"misses": 2, "strikes": 3, "since": None}
    source["a_later_field"] = 1
    assert VALIDATOR.is_valid(report)


def _objects(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    if isinstance(value, dict):
        yield path, value
        for name, member in value.items():
            yield from _objects(member, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _objects(item, (*path, index))


def test_no_field_may_be_absent() -> None:
    """Whatever field is taken from whatever object of the first file, the report is no longer valid."""
    report = deepcopy(SAMPLE)
    report["files"] = report["files"][:1]
    report["files"][0]["sources"] = report["files"][0]["sources"][3:4]
    report["files"][0]["claims"] = report["files"][0]["claims"][1:2]
    for path, place in _objects(report):
        for name in list(place):
            kept = dict(place)
            del place[name]
            assert not VALIDATOR.is_valid(report), (path, name)
            place.clear()
            place.update(kept)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("state", "fine"),
        ("reason", "http-999"),
        ("line", "7"),
        ("bytes", -1),
        ("published", 2026),
        ("known", None),
    ],
)
def test_values_outside_the_vocabulary_are_refused(field: str, value: Any) -> None:
    """A word that is not one of ours, and a value of another type, make a report invalid."""
    report = deepcopy(SAMPLE)
    report["files"][0]["sources"][0][field] = value
    assert not VALIDATOR.is_valid(report)
