"""The JSON report, version 1: written field by field, so that no change of the model can break a reader."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from claimcheck.model import (
    Acceptance,
    CheckedClaim,
    CheckedFile,
    Evidence,
    Finding,
    Mismatch,
    QuoteResult,
    Report,
    Source,
    Span,
)
from claimcheck.report import RenderOptions
from claimcheck.report.summary import summarise

SCHEMA_VERSION = 1

_Object = dict[str, Any]

_UNSEEN = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What a JSON string may hold as it is, but no terminal should get, and lone surrogates."""

_encode = json.JSONEncoder(ensure_ascii=False).encode


def render_pieces(report: Report, _options: RenderOptions) -> Iterator[str]:
    """Render a report as JSON; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD."""
    for piece in _stream(_report(report), "\n"):
        yield _UNSEEN.sub(_escape, piece)
    yield "\n"


def _escape(unseen: re.Match[str]) -> str:
    is_surrogate = "\ud800" <= unseen[0] <= "\udfff"
    return "\ufffd" if is_surrogate else json.dumps(unseen[0])[1:-1]


def _stream(value: _Object, line: str) -> Iterator[str]:
    """Write an object as `_write` does, with lists that come as iterators an item at a time: a large report is never whole."""
    deeper, deepest = f"{line}  ", f"{line}    "
    mark = "{"
    for name, member in value.items():
        yield f'{mark}{deeper}"{name}": '
        mark = ","
        if not isinstance(member, Iterator):
            yield _write(member, deeper)
            continue
        opening = "["
        for item in member:
            yield f"{opening}{deepest}"
            opening = ","
            yield from _stream(item, deepest)
        yield "[]" if opening == "[" else f"{deeper}]"
    yield f"{line}}}"


def _write(value: Any, line: str) -> str:
    """Write what `json.dumps(indent=2)` writes, in half its time; `line` is a line break and the indent."""
    match value:
        case str() | float():
            return _encode(value)
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case {}:
            deeper = f"{line}  "
            members = [f'"{name}": {_write(member, deeper)}' for name, member in value.items()]
            return f"{{{deeper}{f',{deeper}'.join(members)}{line}}}"
        case _:
            deeper = f"{line}  "
            items = f",{deeper}".join([_write(item, deeper) for item in value])
            return f"[{deeper}{items}{line}]" if items else "[]"


def _report(report: Report) -> _Object:
    summary = summarise(report)
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "claimcheck", "version": report.version},
        "command": report.command,
        "started_at": _moment(report.started_at),
        "finished_at": _moment(report.finished_at),
        "exit_code": int(report.exit_code),
        "interrupted": report.interrupted,
        "policy": {
            "fail_on": list(report.policy.fail_on),
            "offline": report.policy.offline,
            "archive": report.policy.archive,
        },
        "summary": {
            "files": summary.files,
            "sources": dict(summary.sources),
            "claims": dict(summary.claims),
            "findings": dict(summary.findings),
        },
        "files": map(_file, report.files),
    }


def _file(file: CheckedFile) -> _Object:
    return {
        "path": file.path,
        "title": file.title,
        "sources": map(source_object, file.sources),
        "claims": map(_claim, file.claims),
    }


def source_object(source: Source) -> _Object:
    """Write one source as the report has it."""
    return {
        "id": source.id,
        "url": source.url,
        "line": source.line,
        "state": source.state,
        "reason": source.reason,
        "detail": source.detail,
        "warnings": list(source.warnings),
        "accepted": _acceptance("state", source.accepted),
        "known": source.known,
        "http_status": source.http_status,
        "final_url": source.final_url,
        "redirects": list(source.redirects),
        "retrieved_at": _moment(source.retrieved_at),
        "via": source.via,
        "archived_url": source.archived_url,
        "captured_at": _moment(source.captured_at),
        "copy_sha256": source.copy_sha256,
        "content_type": source.content_type,
        "bytes": source.bytes,
        "title": source.title,
        "byline": source.byline,
        "published": _day(source.published),
        "language": source.language,
        "words": source.words,
        "article_chars": source.article_chars,
        "text_sha256": source.text_sha256,
        "same_origin_as": list(source.same_origin_as),
        "drift": None,
        "failing": None,
    }


def _claim(claim: CheckedClaim) -> _Object:
    return {
        "id": claim.id,
        "text": claim.text,
        "line": claim.line,
        "verdict": claim.verdict,
        "explanation": claim.explanation,
        "warnings": list(claim.warnings),
        "accepted": _acceptance("verdict", claim.accepted),
        "known": claim.known,
        "min_sources": claim.min_sources,
        "cites": None if claim.cites is None else list(claim.cites),
        "supported_by": list(claim.supported_by),
        "quote": None if claim.quote is None else _quote(claim.quote),
        "analysis": None if claim.analysis is None else _span(claim.analysis),
        "findings": [_finding(finding) for finding in claim.findings],
    }


def _finding(finding: Finding) -> _Object:
    return {
        "source": finding.source,
        "verdict": finding.verdict,
        "score": finding.score,
        "explanation": finding.explanation,
        "accepted": _acceptance("verdict", finding.accepted),
        "known": finding.known,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "mismatches": [_mismatch(mismatch) for mismatch in finding.mismatches],
        "missing": [_span(span) for span in finding.missing],
        "drift": None,
    }


def _evidence(evidence: Evidence) -> _Object:
    return {
        "quote": evidence.quote,
        "prefix": evidence.prefix,
        "suffix": evidence.suffix,
        "start": evidence.start,
        "end": evidence.end,
        "outside_article": evidence.outside_article,
        "score": evidence.score,
        "link": evidence.link,
        "drift": None,
    }


def _mismatch(mismatch: Mismatch) -> _Object:
    return {
        "kind": mismatch.kind,
        "claim": mismatch.claim,
        "claim_start": mismatch.claim_start,
        "claim_end": mismatch.claim_end,
        "source": mismatch.source,
        "source_start": mismatch.source_start,
        "source_end": mismatch.source_end,
        "evidence": mismatch.evidence,
        "message": mismatch.message,
    }


def _quote(quote: QuoteResult) -> _Object:
    return {"text": quote.text, "found_in": list(quote.found_in)}


def _span(span: Span) -> _Object:
    return {"text": span.text, "start": span.start, "end": span.end}


def _acceptance(word: str, acceptance: Acceptance[Any] | None) -> _Object | None:
    if acceptance is None:
        return None
    return {
        word: acceptance.word,
        "reason": acceptance.reason,
        "by": acceptance.by,
        "until": _day(acceptance.until),
    }


def _moment(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
