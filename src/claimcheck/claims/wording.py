"""Turns what pydantic found wrong in a part of a claims file into places, sentences and hints."""

import json
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from claimcheck.claims.shape import (
    ClaimShape,
    FileShape,
    PolicyShape,
    Shape,
    SourceShape,
    StateAcceptanceShape,
    VerdictAcceptanceShape,
)
from claimcheck.claims.tree import KeyPath
from claimcheck.spelling import did_you_mean

_HINTS_IF_MISSING = {
    "version": "begin the file with `version: 1`",
    "sources": "list the pages that the claims rest on",
    "claims": "list the sentences to check",
    "text": "a claim is a sentence: `text: …`",
    "url": "a source is a page: `url: https://…`",
    "reason": "a sign-off says why",
}
_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "greater_than_equal": "1 or more",
    "list_type": "a list",
    "model_type": "a table of `key: value` lines",
}
_HOME_OF_KEY = (
    (PolicyShape, "under `policy`"),
    (ClaimShape, "to a claim"),
    (SourceShape, "to a source"),
    (FileShape, "at the top of the file"),
)


@dataclass(frozen=True, slots=True)
class Flaw:
    """One mistake by the path of what it concerns; `at_key` where the key itself is meant, not its value."""

    path: KeyPath
    message: str
    hint: str | None = None
    at_key: bool = False


def word_error(error: ErrorDetails, part: KeyPath) -> Flaw:
    """Say what is wrong in the part of the file that stands at a path."""
    path = (*part, *error["loc"])
    value, context = error["input"], error.get("ctx", {})
    match error["type"]:
        case "own":
            item = context["item"]
            concerned = path if item is None else (*path, item)
            return Flaw(concerned, _fill(context["message"], path), context["hint"], at_key=value is None)
        case "extra_forbidden":
            return Flaw(path, f"unknown key `{path[-1]}`", _hint_for_key(path), at_key=True)
        case "missing":
            return Flaw(path[:-1], f"`{path[-1]}` is missing", _HINTS_IF_MISSING.get(str(path[-1])))
        case "too_short":
            is_needed = len(path) == 1 and path[0] in _HINTS_IF_MISSING
            hint = f"give at least one item{'' if is_needed else ', or leave the line out'}"
            return Flaw(path, f"{_name(path)} is empty", hint)
        case kind if value is not None:
            expected = _EXPECTED.get(kind, "something else")
            message = f"{_name(path)} must be {expected}, not {_describe(value)}"
            return Flaw(path, message, _hint_for_type(path, kind, value))
        case _:
            return Flaw(
                path, f"{_name(path)} has no value", "give it one, or leave the line out", at_key=True
            )


def _fill(message: str, path: KeyPath) -> str:
    rest = message.removeprefix("{name}")
    return message if rest == message else _name(path) + rest


def _name(path: KeyPath) -> str:
    match path:
        case ("claims", int(index)):
            return f"claim {index + 1}"
        case (*_, str(owner), int(index)):
            return f"item {index + 1} of `{owner}`"
        case _:
            return f"`{path[-1]}`"


def _describe(value: object) -> str:
    match value:
        case dict():
            return "a table of `key: value` lines"
        case list():
            return "a list"
        case str():
            return "text" if len(value) > 40 else f"the text `{value}`"
        case _:
            return f"`{json.dumps(value)}`"


def _hint_for_type(path: KeyPath, kind: str, value: object) -> str | None:
    hint: str | None
    match kind, value:
        case "string_type", bool() | int() | float():
            hint = f"put it in quotes: `{json.dumps(json.dumps(value))}`"
        case "list_type", str() if path[-1] == "sources":
            hint = f"put it in brackets: `sources: [{value}]`"
        case "list_type", dict():
            hint = "begin the first line of each item with `- `"
        case "model_type", str() if path[0] == "claims":
            hint = "write `- text: ` before the sentence"
        case "model_type", _ if path[0] == "sources" and len(path) == 2:
            hint = "a source is `id: https://…`, or a table with `url`"
        case "int_type", str() if value.strip().isdecimal():
            hint = f"write it without quotes: `{path[-1]}: {value.strip()}`"
        case _:
            hint = None
    return hint


def _hint_for_key(path: KeyPath) -> str | None:
    key, known = str(path[-1]), keys_of(_shape_at(path[:-1]))
    for shape, home in _HOME_OF_KEY:
        if key in keys_of(shape):
            return f"it belongs {home}"
    return did_you_mean(key, known) or f"known here: {', '.join(known)}"


def _shape_at(path: KeyPath) -> type[Shape]:
    match path:
        case ():
            return FileShape
        case ("policy",):
            return PolicyShape
        case ("sources", _):
            return SourceShape
        case ("sources", _, _):
            return StateAcceptanceShape
        case ("claims", _):
            return ClaimShape
        case _:
            return VerdictAcceptanceShape


def keys_of(shape: type[Shape]) -> tuple[str, ...]:
    """List the keys that a part of the file may have; `$schema` is for editors alone."""
    return tuple(name for name, field in shape.model_fields.items() if field.alias is None)
