"""Saved JSON reports, read back."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from claimcheck.errors import UsageError
from claimcheck.model import (
    Acceptance,
    CheckedClaim,
    CheckedFile,
    ClaimVerdict,
    ClaimWarning,
    Evidence,
    ExitCode,
    FailOn,
    Finding,
    Mismatch,
    MismatchKind,
    Policy,
    QuoteResult,
    Reason,
    Report,
    Source,
    SourceWarning,
    Span,
    State,
    Verdict,
    Via,
    Word,
)
from claimcheck.report.json import SCHEMA_VERSION

_Enum = TypeVar("_Enum", bound=StrEnum)
_Read = TypeVar("_Read")

_SAVE = "save one with `claimcheck verify --report json=run.json`"


def load_report(text: str, name: str) -> Report:
    """Read a saved JSON report; `name` is what errors call it. Rendering the result as JSON gives the same text."""
    try:
        report = _Place(json.loads(text, parse_constant=_refuse_constant), "", name)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name}: this is not JSON: {error}", hint=_SAVE) from error
    _check_kind(report)
    return _report(report)


def _refuse_constant(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number of JSON")


def _check_kind(report: "_Place") -> None:
    version = report.value.get("schema_version") if isinstance(report.value, dict) else None
    if not isinstance(version, int) or isinstance(version, bool):
        raise UsageError(f"{report.name}: this is JSON, but no claimcheck report", hint=_SAVE)
    if version > SCHEMA_VERSION:
        raise UsageError(
            f"{report.name}: this report is of version {version}, and this claimcheck reads version {SCHEMA_VERSION}",
            hint="update claimcheck, or save the report again with this one",
        )
    if version < SCHEMA_VERSION:
        report["schema_version"].fail(f"there is no version {version}")


@dataclass(frozen=True, slots=True)
class _Place:
    """A value of the report, and the path under which an editor finds it."""

    value: Any
    path: str
    name: str

    def __getitem__(self, field: str) -> "_Place":
        members = self.of_type(dict, "an object")
        path = f"{self.path}.{field}" if self.path else field
        if field not in members:
            _Place(None, path, self.name).fail("this field is missing")
        return _Place(members[field], path, self.name)

    def fail(self, problem: str) -> NoReturn:
        raise UsageError(
            f"{self.name}: this report is damaged at `{self.path or 'the top'}`: {problem}", hint=_SAVE
        )

    def of_type(self, kind: type[_Read], description: str) -> _Read:
        if not isinstance(self.value, kind) or (isinstance(self.value, bool) and kind is not bool):
            self.fail(f"expected {description}, found {_shorten(self.value)}")
        return self.value

    def text(self) -> str:
        return self.of_type(str, "text")

    def flag(self) -> bool:
        return self.of_type(bool, "true or false")

    def count(self) -> int:
        count = self.of_type(int, "a whole number")
        return count if count >= 0 else self.fail(f"expected no negative number, found {count}")

    def code(self) -> ExitCode:
        code = self.count()
        return ExitCode(code) if code in set(ExitCode) else self.fail(f"there is no exit code {code}")

    def share(self) -> float:
        share = self.of_type(int if isinstance(self.value, int) else float, "a number")
        return float(share) if 0 <= share <= 1 else self.fail(f"expected a number from 0 to 1, found {share}")

    def word(self, words: type[_Enum]) -> _Enum:
        word = self.text()
        try:
            return words(word)
        except ValueError:
            self.fail(f"expected one of {', '.join(words)}; found {_shorten(word)}")

    def moment(self) -> datetime:
        try:
            moment = datetime.fromisoformat(self.text())
            return (
                moment.astimezone(UTC)
                if moment.tzinfo
                else self.fail(f"expected a time in UTC, found {_shorten(self.value)}")
            )
        except (ValueError, OverflowError):
            self.fail(f"expected a time like 2026-06-19T08:00:00Z, found {_shorten(self.value)}")

    def day(self) -> date:
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            self.fail(f"expected a day like 2026-06-19, found {_shorten(self.value)}")

    def items(self) -> Iterable["_Place"]:
        for index, item in enumerate(self.of_type(list, "a list")):
            yield _Place(item, f"{self.path}[{index}]", self.name)

    def texts(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.items())

    def words(self, words: type[_Enum]) -> tuple[_Enum, ...]:
        return tuple(item.word(words) for item in self.items())

    def optional(self, read: Callable[["_Place"], _Read]) -> _Read | None:
        return None if self.value is None else read(self)


def _shorten(value: Any) -> str:
    shown = json.dumps(value)
    return shown if len(shown) <= 40 else f"{shown[:40]}…"


def _report(report: _Place) -> Report:
    policy = report["policy"]
    return Report(
        version=report["generator"]["version"].text(),
        command=report["command"].text(),
        started_at=report["started_at"].moment(),
        finished_at=report["finished_at"].moment(),
        exit_code=report["exit_code"].code(),
        interrupted=report["interrupted"].flag(),
        policy=Policy(
            fail_on=policy["fail_on"].words(FailOn),
            offline=policy["offline"].flag(),
            archive=policy["archive"].flag(),
        ),
        files=tuple(map(_file, report["files"].items())),
    )


def _file(file: _Place) -> CheckedFile:
    return CheckedFile(
        path=file["path"].text(),
        title=file["title"].optional(_Place.text),
        sources=tuple(map(_source, file["sources"].items())),
        claims=tuple(map(_claim, file["claims"].items())),
    )


def _source(source: _Place) -> Source:
    return Source(
        id=source["id"].text(),
        url=source["url"].text(),
        line=source["line"].optional(_Place.count),
        state=source["state"].word(State),
        reason=source["reason"].optional(lambda place: place.word(Reason)),
        detail=source["detail"].optional(_Place.text),
        warnings=source["warnings"].words(SourceWarning),
        accepted=source["accepted"].optional(lambda place: _acceptance(place, "state", State)),
        known=source["known"].flag(),
        http_status=source["http_status"].optional(_Place.count),
        final_url=source["final_url"].optional(_Place.text),
        redirects=source["redirects"].texts(),
        retrieved_at=source["retrieved_at"].optional(_Place.moment),
        via=source["via"].optional(lambda place: place.word(Via)),
        archived_url=source["archived_url"].optional(_Place.text),
        captured_at=source["captured_at"].optional(_Place.moment),
        copy_sha256=source["copy_sha256"].optional(_Place.text),
        content_type=source["content_type"].optional(_Place.text),
        bytes=source["bytes"].optional(_Place.count),
        title=source["title"].optional(_Place.text),
        byline=source["byline"].optional(_Place.text),
        published=source["published"].optional(_Place.day),
        language=source["language"].optional(_Place.text),
        words=source["words"].optional(_Place.count),
        article_chars=source["article_chars"].optional(_Place.count),
        text_sha256=source["text_sha256"].optional(_Place.text),
        same_origin_as=source["same_origin_as"].texts(),
    )


def _claim(claim: _Place) -> CheckedClaim:
    return CheckedClaim(
        id=claim["id"].text(),
        text=claim["text"].text(),
        line=claim["line"].optional(_Place.count),
        verdict=claim["verdict"].word(ClaimVerdict),
        explanation=claim["explanation"].text(),
        warnings=claim["warnings"].words(ClaimWarning),
        accepted=claim["accepted"].optional(lambda place: _acceptance(place, "verdict", ClaimVerdict)),
        known=claim["known"].flag(),
        min_sources=claim["min_sources"].count(),
        cites=claim["cites"].optional(_Place.texts),
        supported_by=claim["supported_by"].texts(),
        quote=claim["quote"].optional(_quote),
        analysis=claim["analysis"].optional(_span),
        findings=tuple(map(_finding, claim["findings"].items())),
    )


def _finding(finding: _Place) -> Finding:
    evidence = tuple(map(_evidence, finding["evidence"].items()))
    return Finding(
        source=finding["source"].text(),
        verdict=finding["verdict"].word(Verdict),
        score=finding["score"].optional(_Place.share),
        explanation=finding["explanation"].text(),
        accepted=finding["accepted"].optional(lambda place: _acceptance(place, "verdict", Verdict)),
        known=finding["known"].flag(),
        evidence=evidence,
        mismatches=tuple(_mismatch(mismatch, len(evidence)) for mismatch in finding["mismatches"].items()),
        missing=tuple(map(_span, finding["missing"].items())),
    )


def _evidence(evidence: _Place) -> Evidence:
    return Evidence(
        quote=evidence["quote"].text(),
        prefix=evidence["prefix"].text(),
        suffix=evidence["suffix"].text(),
        start=evidence["start"].count(),
        end=evidence["end"].count(),
        outside_article=evidence["outside_article"].flag(),
        score=evidence["score"].share(),
        link=evidence["link"].optional(_Place.text),
    )


def _mismatch(mismatch: _Place, passages: int) -> Mismatch:
    index = mismatch["evidence"].count()
    if index >= passages:
        mismatch["evidence"].fail(f"this finding has {passages} passages, counted from 0; found {index}")
    return Mismatch(
        kind=mismatch["kind"].word(MismatchKind),
        claim=mismatch["claim"].text(),
        claim_start=mismatch["claim_start"].count(),
        claim_end=mismatch["claim_end"].count(),
        source=mismatch["source"].text(),
        source_start=mismatch["source_start"].count(),
        source_end=mismatch["source_end"].count(),
        evidence=index,
        message=mismatch["message"].text(),
    )


def _acceptance(accepted: _Place, word: str, words: type[Word]) -> Acceptance[Word]:
    return Acceptance(
        word=accepted[word].word(words),
        reason=accepted["reason"].optional(_Place.text),
        by=accepted["by"].optional(_Place.text),
        until=accepted["until"].optional(_Place.day),
    )


def _quote(quote: _Place) -> QuoteResult:
    return QuoteResult(text=quote["text"].text(), found_in=quote["found_in"].texts())


def _span(span: _Place) -> Span:
    return Span(text=span["text"].text(), start=span["start"].count(), end=span["end"].count())
