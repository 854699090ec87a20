"""The JSON Schema of claims files by itself; that it agrees with the loader is a property test."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from claimcheck.claims.schema import claims_schema
from claimcheck.claims.shape import ClaimShape, FileShape, SourceShape, VerdictAcceptanceShape
from claimcheck.claims.wording import keys_of


def test_the_schema_is_one() -> None:
    """Its own dialect accepts it, and a caller may change what it got."""
    Draft202012Validator.check_schema(claims_schema())
    claims_schema().clear()
    assert claims_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_key_of_the_loader_is_described() -> None:
    """A key added to the one is added to the other."""
    schema = claims_schema()
    parts = schema["$defs"]
    assert set(schema["properties"]) == {*keys_of(FileShape), "$schema"}
    assert set(parts["claim"]["properties"]) == set(keys_of(ClaimShape))
    assert set(parts["source"]["oneOf"][1]["properties"]) == set(keys_of(SourceShape))
    assert set(parts["acceptedVerdict"]["properties"]) == set(keys_of(VerdictAcceptanceShape))


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"version": 2}, ["version"]),
        ({"claims": [{"text": ""}]}, ["claims", 0, "text"]),
        (
            {"claims": [{"text": "x", "accept": [{"verdict": "ok", "reason": "y"}]}]},
            ["claims", 0, "accept", 0, "verdict"],
        ),
    ],
)
def test_an_editor_is_told_where_the_mistake_is(change: dict[str, Any], place: list[str | int]) -> None:
    """The error points at the value, not at the file."""
    document = {"version": 1, "sources": {"a": "https://a.example/"}, "claims": [{"text": "x"}], **change}
    error = best_match(Draft202012Validator(claims_schema()).iter_errors(document))
    assert error is not None
    assert list(error.absolute_path) == place
