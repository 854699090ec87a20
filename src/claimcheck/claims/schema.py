"""The JSON Schema of claims files: what `claimcheck schema claims` prints and editors check against.

It accepts what the loader accepts, and refuses what the loader refuses as far as a schema can say it. Left to the
loader: ids and citations that must agree, words that must stand in the text, files that must exist, hosts.
"""

from typing import Any

from claimcheck.claims.shape import CLAIM_WORDS, FINDING_WORDS, STATE_WORDS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def claims_schema() -> dict[str, Any]:
    """Return the JSON Schema, draft 2020-12, of version 1 of the claims file."""
    return {
        "$schema": _DIALECT,
        "title": "claimcheck claims file, version 1",
        "description": "The claims of an explainer and the pages that it cites for them.",
        **_table(
            required=("version", "sources", "claims"),
            properties={
                "$schema": {"type": "string", "description": "Where this schema stands; for editors alone."},
                "version": {"const": 1, "description": "Version of this file's layout."},
                "title": _refer("text", "Title of the explainer."),
                "url": _refer("url", "Where the explainer stands."),
                "published": _refer("day", "Date of the explainer."),
                "policy": _refer("policy"),
                "sources": _sources(),
                "claims": {"type": "array", "minItems": 1, "items": _refer("claim")},
            },
        ),
        "$defs": {
            "text": {"type": "string", "pattern": r"\S"},
            "url": {"type": "string", "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]\S*$"},
            "day": {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
            "identifier": {"type": "string", "pattern": r"^\S(.*\S)?$"},
            "count": {"type": "integer", "minimum": 1},
            "policy": _policy(),
            "source": _source(),
            "claim": _claim(),
            "acceptedState": _accepted_state(),
            "acceptedVerdict": _accepted_verdict(),
        },
    }


def _table(*, properties: dict[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }


def _refer(name: str, description: str | None = None) -> dict[str, Any]:
    reference = {"$ref": f"#/$defs/{name}"}
    return {**reference, "description": description} if description else reference


def _policy() -> dict[str, Any]:
    return _table(
        properties={
            "min_sources": _refer("count", "How many independent sources must support a claim."),
            "strikes": _refer("count", "How many runs in a row a source may be missing before it fails one."),
        }
    )


def _sources() -> dict[str, Any]:
    return {
        "description": "The cited pages, by an id of your own, or as a plain list of addresses.",
        "oneOf": [
            {"type": "array", "minItems": 1, "items": _refer("url")},
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": _refer("identifier"),
                "additionalProperties": _refer("source"),
            },
        ],
    }


def _source() -> dict[str, Any]:
    return {
        "oneOf": [
            _refer("url"),
            _table(
                required=("url",),
                properties={
                    "url": _refer("url", "The address of the page."),
                    "snapshot": _refer("text", "A saved copy; its path starts from this file's folder."),
                    "accept": _refer("acceptedState"),
                },
            ),
        ]
    }


def _claim() -> dict[str, Any]:
    return _table(
        required=("text",),
        properties={
            "id": _refer("identifier", "Unique in the file; derived from the text when absent."),
            "text": _refer("text", "The sentence as published."),
            "sources": {
                "type": "array",
                "minItems": 1,
                "uniqueItems": True,
                "items": {"type": "string"},
                "description": "Ids of the sources cited for this claim; absent stands for all.",
            },
            "quote": _refer("text", "Words that must stand verbatim in one of the cited sources."),
            "analysis": _refer(
                "text", "Words of the text that are the author's own conclusion; not checked."
            ),
            "min_sources": _refer("count", "How many independent sources must support this claim."),
            "accept": {"type": "array", "items": _refer("acceptedVerdict")},
        },
    )


def _accepted_state() -> dict[str, Any]:
    return _table(
        required=("state", "reason"),
        properties={"state": {"enum": list(STATE_WORDS)}, **_sign_off()},
    )


def _accepted_verdict() -> dict[str, Any]:
    table = _table(
        required=("verdict", "reason"),
        properties={
            "source": {
                "type": "string",
                "description": "Whose finding is accepted; absent: the claim's own verdict.",
            },
            "verdict": {"type": "string"},
            **_sign_off(),
        },
    )
    return {
        **table,
        "if": {"required": ["source"]},
        "then": {"properties": {"verdict": {"enum": list(FINDING_WORDS)}}},
        "else": {"properties": {"verdict": {"enum": list(CLAIM_WORDS)}}},
    }


def _sign_off() -> dict[str, Any]:
    return {
        "reason": _refer("text", "Why this is fine."),
        "by": _refer("text", "Who signed it off."),
        "until": _refer("day", "The last day of this sign-off, UTC."),
    }
