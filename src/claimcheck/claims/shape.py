"""What each part of a claims file may hold: models that report every mistake in it, not the first one alone."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from claimcheck.claims.analysis import leaves_something, locate_analysis
from claimcheck.model import ClaimVerdict, State, Verdict
from claimcheck.spelling import did_you_mean
from claimcheck.text.normal import fold
from claimcheck.urls import is_http_url

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_IDENTIFIER = re.compile(r"\S(?:.*\S)?")

STATE_WORDS = tuple(state.value for state in State if state is not State.OK)
FINDING_WORDS = tuple(verdict.value for verdict in Verdict if verdict is not Verdict.SUPPORTED)
CLAIM_WORDS = tuple(verdict.value for verdict in ClaimVerdict if verdict is not ClaimVerdict.SUPPORTED)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a part must agree with that stands elsewhere: the file's sources, the claim's own, files on disk."""

    defined: frozenset[str] = frozenset()
    cited: frozenset[str] = frozenset()
    locate: Callable[[str], str] = field(default=str)
    exists: Callable[[str], bool] = field(default=bool)


def is_identifier(text: str) -> bool:
    """Say whether a text can name a source or a claim: one line, not empty, no blanks around it."""
    return bool(_IDENTIFIER.fullmatch(text))


def _mistake(message: str, hint: str | None = None, *, item: int | None = None) -> PydanticCustomError:
    return PydanticCustomError("own", "{message}", {"message": message, "hint": hint, "item": item})


def _around(info: ValidationInfo) -> Surroundings:
    around: Surroundings = info.context or Surroundings()
    return around


def _not_nothing(value: object) -> object:
    if value is None:
        raise _mistake("{name} has no value", "give it one, or leave the line out")
    return value


def _version_one(value: int) -> int:
    if value != 1:
        raise _mistake(f"version {value} of the claims file is unknown", "this claimcheck reads `version: 1`")
    return value


def _table_or_list(value: object) -> object:
    _not_nothing(value)
    if not isinstance(value, dict | list):
        raise _mistake(
            "{name} must be `id: URL` lines or a list of URLs", "write each source on a line of its own"
        )
    if not value:
        raise _mistake("{name} is empty", "name at least one page that the claims rest on")
    return value


def _some_text(value: str) -> str:
    if not value.strip():
        raise _mistake("{name} is empty")
    return value.strip()


def _http_url(value: str) -> str:
    port = re.fullmatch(r"https?://[^/?#]*:(\d+)(?:[/?#].*)?", value)
    if port and not 0 < int(port[1][:6]) < 65536:
        raise _mistake(f"`{value}` has the port {port[1]}", "ports go from 1 to 65535")
    if re.fullmatch(r"https?://[^/\s]+/.*\s.*", value):
        raise _mistake(f"`{value}` has a blank in it", "write it as %20")
    if not is_http_url(value):
        raise _mistake(f"`{value}` is no http(s) address", "write it in full, as `https://example.org/page`")
    return value


def _day(value: object) -> date:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise _mistake(f"`{value}` is no day of the calendar") from None
    raise _mistake("{name} is no date", "write year, month and day, as `2026-06-19`")


def _identifier(value: str) -> str:
    if not is_identifier(value):
        raise _mistake(
            "{name} is empty, or has blanks around it", "name it in one word, as `models-disabled`"
        )
    return value


def _defined_source(value: str, info: ValidationInfo) -> str:
    defined = _around(info).defined
    if value not in defined:
        raise _mistake(
            f"`{value}` is none of the file's sources",
            did_you_mean(value, defined) or "add it under `sources` at the top of the file",
        )
    return value


def _cited_source(value: str, info: ValidationInfo) -> str:
    _defined_source(value, info)
    if value not in _around(info).cited:
        raise _mistake(f"this claim is not checked against `{value}`", "add it to the claim's `sources`")
    return value


def _no_repetition(values: list[str]) -> list[str]:
    seen = set[str]()
    for index, value in enumerate(values):
        if value in seen:
            raise _mistake(f"`{value}` is cited twice", "leave one out", item=index)
        seen.add(value)
    return values


def _saved_copy(value: str, info: ValidationInfo) -> str:
    path = _around(info).locate(value)
    if not _around(info).exists(path):
        raise _mistake(
            f"the saved copy `{path}` does not exist",
            "its path starts from the claims file's folder, of standard input from the working folder",
        )
    return path


def _part_of_the_text(value: str, info: ValidationInfo) -> str:
    text = info.data.get("text")
    span = locate_analysis(value, text) if text else None
    if text and span is None:
        is_alike = fold(value) in fold(text)
        how = "; they differ in case, quotation marks or dashes alone" if is_alike else ""
        raise _mistake("these words are not part of the claim's `text`", f"copy them letter for letter{how}")
    if text and span and not leaves_something(span, text):
        raise _mistake(
            "`analysis` is all of the claim's `text`, so nothing is left to check",
            "mark only the author's own conclusion",
        )
    return value


def _acceptable_state(value: str) -> str:
    return _one_of(value, STATE_WORDS, what="a state of a source", strongest=State.OK)


def _acceptable_verdict(value: str, info: ValidationInfo) -> str:
    """Take a finding's word where a source is named, a claim's otherwise; either where the source is wrong."""
    if "source" not in info.data:
        words, what = FINDING_WORDS + CLAIM_WORDS, "a verdict"
    elif info.data["source"] is None:
        words, what = CLAIM_WORDS, "a verdict of a claim"
    else:
        words, what = FINDING_WORDS, "a verdict on one source"
    return _one_of(value, words, what=what, strongest=Verdict.SUPPORTED)


def _one_of(value: str, words: tuple[str, ...], *, what: str, strongest: StrEnum) -> str:
    if value == strongest:
        raise _mistake(
            f"`{value}` cannot be accepted: there is nothing to sign off", "leave this sign-off out"
        )
    if value not in words:
        raise _mistake(f"`{value}` is not {what}", did_you_mean(value, words) or f"one of {', '.join(words)}")
    return value


T = TypeVar("T")
OrAbsent = Annotated[T | None, BeforeValidator(_not_nothing)]
Text = Annotated[str, AfterValidator(_some_text)]
HttpUrl = Annotated[str, AfterValidator(_http_url)]
Day = Annotated[date, BeforeValidator(_day)]
Identifier = Annotated[str, AfterValidator(_identifier)]
AtLeastOne = Annotated[int, Field(ge=1)]
Cited = Annotated[list[Annotated[str, AfterValidator(_defined_source)]], AfterValidator(_no_repetition)]


class Shape(BaseModel):
    """A part of a claims file: its keys and nothing else, each of its own type."""

    model_config = ConfigDict(extra="forbid", strict=True)


class PolicyShape(Shape):
    """`policy:` of the file."""

    min_sources: OrAbsent[AtLeastOne] = None
    strikes: OrAbsent[AtLeastOne] = None


class FileShape(Shape):
    """The top of the file; sources and claims are looked into one by one."""

    editor_schema: OrAbsent[str] = Field(None, alias="$schema")
    version: Annotated[int, AfterValidator(_version_one)]
    title: OrAbsent[Text] = None
    url: OrAbsent[HttpUrl] = None
    published: OrAbsent[Day] = None
    policy: PolicyShape = PolicyShape()
    sources: Annotated[object, BeforeValidator(_table_or_list)]
    claims: Annotated[list[object], Field(min_length=1)]


class StateAcceptanceShape(Shape):
    """`accept:` of a source."""

    state: Annotated[str, AfterValidator(_acceptable_state)]
    reason: Text
    by: OrAbsent[Text] = None
    until: OrAbsent[Day] = None


class SourceShape(Shape):
    """One of the `sources:`."""

    url: HttpUrl
    snapshot: OrAbsent[Annotated[Text, AfterValidator(_saved_copy)]] = None
    accept: OrAbsent[StateAcceptanceShape] = None


class VerdictAcceptanceShape(Shape):
    """One item of a claim's `accept:`."""

    source: OrAbsent[Annotated[str, AfterValidator(_cited_source)]] = None
    verdict: Annotated[str, AfterValidator(_acceptable_verdict)]
    reason: Text
    by: OrAbsent[Text] = None
    until: OrAbsent[Day] = None


class ClaimShape(Shape):
    """One of the `claims:`; `text` comes before `analysis`, which is looked up in it."""

    id: OrAbsent[Identifier] = None
    text: Text
    sources: OrAbsent[Annotated[Cited, Field(min_length=1)]] = None
    quote: OrAbsent[Text] = None
    analysis: OrAbsent[Annotated[Text, AfterValidator(_part_of_the_text)]] = None
    min_sources: OrAbsent[AtLeastOne] = None
    accept: OrAbsent[list[VerdictAcceptanceShape]] = None
