import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from claimcheck.model import Acceptance, ClaimVerdict, ExitCode, Report, State
from claimcheck.report import Format, render

from .sample import HOSTILE, sample_report


def _read(report: Report) -> dict[str, Any]:
    return json.loads(render(report, Format.JSON))


def test_fields_stand_in_the_promised_order() -> None:
    """The top level, a source, a claim, a finding, a passage and a mismatch list their fields in the order of the docs."""
    report = _read(sample_report())
    file = report["files"][0]
    finding = file["claims"][1]["findings"][0]
    assert " ".join(report) == (
        "schema_version generator command started_at finished_at exit_code interrupted policy summary files"
    )
    assert " ".join(file) == "path title sources claims"
    assert " ".join(file["sources"][0]) == (
        "id url line state reason detail warnings accepted known http_status final_url redirects retrieved_at via "
        "archived_url captured_at copy_sha256 content_type bytes title byline published language words article_chars "
        "text_sha256 same_origin_as drift failing"
    )
    assert " ".join(file["claims"][0]) == (
        "id text line verdict explanation warnings accepted known min_sources cites supported_by quote analysis findings"
    )
    assert " ".join(finding) == (
        "source verdict score explanation accepted known evidence mismatches missing drift"
    )
    assert (
        " ".join(finding["evidence"][0]) == "quote prefix suffix start end outside_article score link drift"
    )
    assert " ".join(finding["mismatches"][0]) == (
        "kind claim claim_start claim_end source source_start source_end evidence message"
    )


def test_sign_offs_name_the_word_that_they_accept() -> None:
    """A source's sign-off carries its state, a claim's its verdict; one that rests on findings has no reason of its own."""
    file = _read(sample_report())["files"][0]
    assert file["sources"][3]["accepted"] == {
        "state": "blocked",
        "reason": "subscribers only",
        "by": "desk editor",
        "until": "2026-12-31",
    }
    assert file["claims"][3]["accepted"] == {
        "verdict": "partially_supported",
        "reason": None,
        "by": None,
        "until": None,
    }


def test_times_are_in_utc_whatever_they_were_given_in() -> None:
    """A time in another zone is written in UTC, in seconds."""
    noon = datetime(2026, 6, 19, 12, 0, 0, 999, tzinfo=timezone(timedelta(hours=2)))
    report = _read(replace(sample_report(), started_at=noon, finished_at=noon.astimezone(UTC)))
    assert report["started_at"] == report["finished_at"] == "2026-06-19T10:00:00Z"


def test_texts_are_kept_but_no_terminal_is_at_their_mercy() -> None:
    """Hostile texts come back as they were, and the JSON itself holds no control or bidi character; a surrogate is U+FFFD."""
    text = render(sample_report(), Format.JSON)
    assert not set(text) & set("\x07\x1b\x7f\x9b\u202c\u202e\U000e0041\ud800")
    assert text.encode().decode() == text
    assert json.loads(text)["files"][1]["claims"][2]["text"] == HOSTILE.replace("\ud800", "\ufffd")


def test_it_is_written_as_the_standard_library_writes_it() -> None:
    """Apart from the escapes, the text is what json.dumps makes of it with an indent of two."""
    report = replace(sample_report(), files=sample_report().files[:1], exit_code=ExitCode.FINDINGS)
    text = render(report, Format.JSON)
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def test_nothing_checked_is_still_a_whole_report() -> None:
    """Without files every list is empty and every count is there."""
    report = _read(replace(sample_report(), files=()))
    assert report["files"] == []
    assert report["summary"]["claims"] == dict.fromkeys(map(str, ClaimVerdict), 0)


def test_words_are_plain_values() -> None:
    """Enums are written as their words and numbers, never as Python shows them."""
    report = _read(sample_report())
    assert report["exit_code"] == 130
    assert report["files"][0]["sources"][2]["state"] == Acceptance(State.DEAD).word == "dead"
