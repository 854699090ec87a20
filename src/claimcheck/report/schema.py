"""JSON Schema (draft 2020-12) of the JSON report, version 1."""

from enum import IntEnum, StrEnum
from typing import Any

from claimcheck.model import (
    ClaimVerdict,
    ClaimWarning,
    ExitCode,
    FailOn,
    MismatchKind,
    Reason,
    SourceWarning,
    State,
    Verdict,
    Via,
)
from claimcheck.report.json import SCHEMA_VERSION

_Schema = dict[str, Any]

_TEXT: _Schema = {"type": "string"}
_FLAG: _Schema = {"type": "boolean"}
_COUNT: _Schema = {"type": "integer", "minimum": 0}
_SHARE: _Schema = {"type": "number", "minimum": 0, "maximum": 1}
_MOMENT: _Schema = {"type": "string", "format": "date-time", "pattern": "Z$"}
_DAY: _Schema = {"type": "string", "format": "date"}
_PASSAGE_DRIFT: _Schema = {"enum": ["same", "moved", "reworded", "changed", "lost"]}
_SOURCE_DRIFT: _Schema = {"enum": ["same", "edited", "rewritten", "gone", "new", "unknown"]}


def report_schema() -> dict[str, Any]:
    """Build the schema: every field is required, further fields are allowed, for later versions may add some."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"claimcheck report, version {SCHEMA_VERSION}",
        "description": "What the pages that an explainer cites say of its claims. A verdict is about text, never about truth.",
        **_object(
            schema_version={"const": SCHEMA_VERSION},
            generator=_object(name={"const": "claimcheck"}, version=_TEXT),
            command=_TEXT,
            started_at=_MOMENT,
            finished_at=_MOMENT,
            exit_code=_word(ExitCode),
            interrupted=_FLAG,
            policy=_object(fail_on=_list(_word(FailOn)), offline=_FLAG, archive=_FLAG),
            summary=_summary(),
            files=_list(_ref("file")),
        ),
        "$defs": {
            "file": _object(
                path=_TEXT,
                title=_or_null(_TEXT),
                sources=_list(_ref("source")),
                claims=_list(_ref("claim")),
            ),
            "source": _source(),
            "claim": _claim(),
            "finding": _finding(),
            "evidence": _evidence(),
            "mismatch": _mismatch(),
            "span": _object(text=_TEXT, start=_COUNT, end=_COUNT),
        },
    }


def _summary() -> _Schema:
    return _object(
        files=_COUNT,
        sources=_object(**dict.fromkeys(State, _COUNT)),
        claims=_object(**dict.fromkeys(ClaimVerdict, _COUNT)),
        findings=_object(**dict.fromkeys(Verdict, _COUNT)),
    )


def _source() -> _Schema:
    return _object(
        id=_TEXT,
        url=_TEXT,
        line=_or_null(_COUNT),
        state=_word(State),
        reason=_or_null(_word(Reason)),
        detail=_or_null(_TEXT),
        warnings=_list(_word(SourceWarning)),
        accepted=_or_null(_acceptance(state=_word(State))),
        known=_FLAG,
        http_status=_or_null(_COUNT),
        final_url=_or_null(_TEXT),
        redirects=_list(_TEXT),
        retrieved_at=_or_null(_MOMENT),
        via=_or_null(_word(Via)),
        archived_url=_or_null(_TEXT),
        captured_at=_or_null(_MOMENT),
        copy_sha256=_or_null(_TEXT),
        content_type=_or_null(_TEXT),
        bytes=_or_null(_COUNT),
        title=_or_null(_TEXT),
        byline=_or_null(_TEXT),
        published=_or_null(_DAY),
        language=_or_null(_TEXT),
        words=_or_null(_COUNT),
        article_chars=_or_null(_COUNT),
        text_sha256=_or_null(_TEXT),
        same_origin_as=_list(_TEXT),
        drift=_or_null(_object(state=_SOURCE_DRIFT, similarity=_or_null(_SHARE), since=_or_null(_MOMENT))),
        failing=_or_null(_object(misses=_COUNT, strikes=_COUNT, since=_or_null(_MOMENT))),
    )


def _claim() -> _Schema:
    return _object(
        id=_TEXT,
        text=_TEXT,
        line=_or_null(_COUNT),
        verdict=_word(ClaimVerdict),
        explanation=_TEXT,
        warnings=_list(_word(ClaimWarning)),
        accepted=_or_null(_acceptance(verdict=_word(ClaimVerdict))),
        known=_FLAG,
        min_sources={"type": "integer", "minimum": 1},
        cites=_or_null(_list(_TEXT)),
        supported_by=_list(_TEXT),
        quote=_or_null(_object(text=_TEXT, found_in=_list(_TEXT))),
        analysis=_or_null(_ref("span")),
        findings=_list(_ref("finding")),
    )


def _finding() -> _Schema:
    return _object(
        source=_TEXT,
        verdict=_word(Verdict),
        score=_or_null(_SHARE),
        explanation=_TEXT,
        accepted=_or_null(_acceptance(verdict=_word(Verdict))),
        known=_FLAG,
        evidence=_list(_ref("evidence")),
        mismatches=_list(_ref("mismatch")),
        missing=_list(_ref("span")),
        drift=_or_null(_object(state=_PASSAGE_DRIFT, was=_or_null(_TEXT), since=_or_null(_MOMENT))),
    )


def _evidence() -> _Schema:
    return _object(
        quote=_TEXT,
        prefix=_TEXT,
        suffix=_TEXT,
        start=_COUNT,
        end=_COUNT,
        outside_article=_FLAG,
        score=_SHARE,
        link=_or_null(_TEXT),
        drift=_or_null(_PASSAGE_DRIFT),
    )


def _mismatch() -> _Schema:
    return _object(
        kind=_word(MismatchKind),
        claim=_TEXT,
        claim_start=_COUNT,
        claim_end=_COUNT,
        source=_TEXT,
        source_start=_COUNT,
        source_end=_COUNT,
        evidence=_COUNT,
        message=_TEXT,
    )


def _acceptance(**word: _Schema) -> _Schema:
    return _object(**word, reason=_or_null(_TEXT), by=_or_null(_TEXT), until=_or_null(_DAY))


def _object(**fields: _Schema) -> _Schema:
    properties = {str(name): schema for name, schema in fields.items()}
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items: _Schema) -> _Schema:
    return {"type": "array", "items": items}


def _word(words: type[StrEnum | IntEnum]) -> _Schema:
    return {"enum": [word.value for word in words]}


def _or_null(schema: _Schema) -> _Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _ref(name: str) -> _Schema:
    return {"$ref": f"#/$defs/{name}"}
