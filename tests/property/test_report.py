"""Any report, in any format: it renders, it fits, it is safe to show, and what is saved is read back."""

import json
import re
import unicodedata
from datetime import UTC, datetime
from enum import StrEnum

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from claimcheck.errors import UsageError
from claimcheck.model import (
    Acceptance,
    CheckedClaim,
    CheckedFile,
    ClaimVerdict,
    Evidence,
    ExitCode,
    Finding,
    Mismatch,
    QuoteResult,
    Report,
    Source,
    Span,
    State,
    Verdict,
)
from claimcheck.report import Format, RenderOptions, render
from claimcheck.report.sanitise import sanitise
from claimcheck.report.saved import load_report
from claimcheck.report.schema import report_schema

VALIDATOR = Draft202012Validator(report_schema())

_HOSTILE = "\x00\x07\x1b[31m\x7f\x9b\r\n\t\u061c\u200b\u200c\u200d\u200e\u2028\u202e\u2066\ufeff\u0301\u0489\ud800\U000e0041"
texts = st.text(
    st.one_of(st.sampled_from("abc 12 .,“”渡轮שלום\U0001f469\ufe0f" + _HOSTILE), st.characters()), max_size=30
)
maybe_texts = st.none() | texts
counts = st.integers(0, 10_000)
maybe_counts = st.none() | counts
shares = st.floats(0, 1)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001  bounds must be naive
    lambda moment: moment.replace(microsecond=0)
)
maybe_moments = st.none() | moments
urls = st.one_of(texts, texts.map("https://a.example/{}#:~:text=y".format))
names = st.lists(texts, max_size=2).map(tuple)
spans = st.builds(Span, texts, counts, counts)


def _lists(items: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(items, max_size=2).map(tuple)


def _acceptances(vocabulary: type[StrEnum]) -> st.SearchStrategy:
    days = st.none() | st.dates()
    return st.none() | st.builds(Acceptance, st.sampled_from(vocabulary), maybe_texts, maybe_texts, days)


sources = st.builds(
    Source,
    id=texts,
    url=urls,
    line=maybe_counts,
    state=...,
    reason=...,
    detail=maybe_texts,
    warnings=...,
    accepted=_acceptances(State),
    known=...,
    http_status=maybe_counts,
    final_url=st.none() | urls,
    redirects=names,
    retrieved_at=maybe_moments,
    via=...,
    archived_url=st.none() | urls,
    captured_at=maybe_moments,
    copy_sha256=maybe_texts,
    content_type=maybe_texts,
    bytes=maybe_counts,
    title=maybe_texts,
    byline=maybe_texts,
    published=...,
    language=maybe_texts,
    words=maybe_counts,
    article_chars=maybe_counts,
    text_sha256=maybe_texts,
    same_origin_as=names,
)
passages = st.builds(
    Evidence,
    quote=texts,
    prefix=texts,
    suffix=texts,
    start=counts,
    end=counts,
    outside_article=...,
    score=shares,
    link=st.none() | urls,
)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """Draw a finding; a mismatch names one of its passages."""
    evidence = draw(_lists(passages))
    mismatches = st.builds(
        Mismatch,
        kind=...,
        claim=texts,
        claim_start=counts,
        claim_end=counts,
        source=texts,
        source_start=counts,
        source_end=counts,
        evidence=st.integers(0, len(evidence) - 1),
        message=texts,
    )
    return draw(
        st.builds(
            Finding,
            source=texts,
            verdict=...,
            score=st.none() | shares,
            explanation=texts,
            evidence=st.just(evidence),
            mismatches=_lists(mismatches) if evidence else st.just(()),
            missing=_lists(spans),
            accepted=_acceptances(Verdict),
            known=...,
        )
    )


claims = st.builds(
    CheckedClaim,
    id=texts,
    text=texts,
    line=maybe_counts,
    verdict=...,
    explanation=texts,
    min_sources=st.integers(1, 9),
    cites=st.none() | names,
    supported_by=names,
    findings=_lists(findings()),
    warnings=...,
    accepted=_acceptances(ClaimVerdict),
    known=...,
    quote=st.none() | st.builds(QuoteResult, texts, names),
    analysis=st.none() | spans,
)
files = st.builds(CheckedFile, texts, maybe_texts, _lists(sources), _lists(claims))
reports = st.builds(
    Report,
    version=texts,
    command=st.sampled_from(["verify", "links"]),
    started_at=moments,
    finished_at=moments,
    exit_code=st.sampled_from(ExitCode),
    interrupted=...,
    policy=...,
    files=_lists(files),
)
options = st.builds(
    RenderOptions, width=st.integers(20, 200), color=..., hyperlinks=..., verbose=..., quiet=...
)

_ESCAPES = re.compile("\x1b\\[[0-9;]*m|\x1b\\]8;;[!-~]*\x1b\\\\")
_slow = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
"""A whole report is much to draw; a time limit for one would only make a busy machine fail."""


@_slow
@given(reports, options)
def test_any_report_fits_its_terminal_and_is_safe_to_show(report: Report, options: RenderOptions) -> None:
    """No line but a link's is wider than the terminal, and nothing but our own colours and links acts on it."""
    shown = render(report, Format.TERMINAL, options)
    assert options.color or "\x1b" not in shown
    plain = _ESCAPES.sub("", shown)
    assert _dangers(plain) == set()
    for line in plain.splitlines():
        assert cell_len(line) <= options.width or " " not in line.strip(), line


@_slow
@given(reports)
def test_a_saved_report_is_read_back_byte_for_byte(report: Report) -> None:
    """What is written is UTF-8, valid by the schema, read back by us, and then written again as the same text."""
    text = render(report, Format.JSON)
    assert text.encode().decode() == text
    VALIDATOR.validate(json.loads(text))
    assert render(load_report(text, "run.json"), Format.JSON) == text


@_slow
@given(reports, st.data())
def test_a_damaged_report_is_refused_in_a_sentence(report: Report, data: st.DataObject) -> None:
    """Whatever value is put in the place of another, reading gives a report or a usage error, never a crash."""
    saved = json.loads(render(report, Format.JSON))
    place = saved
    while True:
        keys = list(place) if isinstance(place, dict) else range(len(place))
        key = data.draw(st.sampled_from(list(keys)))
        if not (isinstance(place[key], (dict, list)) and place[key] and data.draw(st.booleans())):
            break
        place = place[key]
    place[key] = data.draw(st.none() | st.booleans() | st.integers() | texts | st.just([]) | st.just({}))
    refusal = None
    try:
        render(load_report(json.dumps(saved), "run.json"), Format.TERMINAL)
    except UsageError as error:
        refusal = str(error)
    assert refusal is None or refusal.startswith("run.json: ")


def _dangers(text: str) -> set[str]:
    """List the control, format, separator, surrogate and private characters; a joiner between letters is none."""
    text = re.sub("(?<=[^\x00-\x7f])[\u200c\u200d](?=[^\x00-\x7f])", "", text)
    return {
        character
        for character in text.replace("\n", "")
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    }


@given(texts, st.booleans())
def test_sanitised_text_is_safe_and_stays_as_it_is(text: str, keep_newlines: bool) -> None:
    """What was made safe holds nothing dangerous and no flood of marks, and making it safe again changes nothing."""
    safe = sanitise(text, keep_newlines=keep_newlines)
    assert _dangers(safe) == set()
    assert keep_newlines or "\n" not in safe
    marks = "".join("m" if unicodedata.category(character) in {"Mn", "Me"} else "." for character in safe)
    assert "mmmmm" not in marks
    assert sanitise(safe, keep_newlines=keep_newlines) == safe


@given(st.text(st.characters(categories=("L", "Nd", "Sm", "So")), max_size=30))
def test_letters_of_every_script_are_kept(text: str) -> None:
    """Letters, digits and symbols come through untouched, but for the few that are invisible."""
    assert sanitise(text) == re.sub("[\u115f\u1160\u3164\uffa0]", "", text)
