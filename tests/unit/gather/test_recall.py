"""What is kept is found again only where all that it depends on is the same."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from claimcheck.extract.body import Body
from claimcheck.fetch.response import Snapshot
from claimcheck.gather.recall import _examination_key, _text_key
from claimcheck.judge.questions import Question
from claimcheck.recognise.sight import Visit
from claimcheck.workers.jobs import Job

URL = "https://harbour.example/ferry"
HTML = (("content-type", "text/html; charset=utf-8"),)
ANSWER = Snapshot(URL, URL, 200, b"", datetime(2026, 6, 19, 12, tzinfo=UTC), HTML)
JOB = Job(
    Body(b"", "text/html", None, URL), (Question("a", "c", "It stops."),), URL, visit=Visit(URL, URL, 200)
)


@pytest.mark.parametrize(
    "other",
    [
        replace(ANSWER, final_url=f"{URL}/2"),
        replace(ANSWER, headers=(("content-type", "text/html; charset=cp1252"),)),
        replace(ANSWER, headers=(("content-type", "text/plain; charset=utf-8"),)),
    ],
)
def test_a_text_depends_on_how_it_was_answered(other: Snapshot) -> None:
    """Its body's hash, its type, its charset, and where links count from."""
    assert _text_key(other, "ab") != _text_key(ANSWER, "ab") != _text_key(ANSWER, "cd")


@pytest.mark.parametrize(
    "other",
    [
        replace(JOB, questions=(Question("a", "c", "It sails."),)),
        replace(JOB, questions=(Question("b", "c", "It stops."),)),
        replace(JOB, questions=()),
        replace(JOB, live_url=None),
        replace(JOB, fragments=("top",)),
        replace(JOB, visit=Visit(f"{URL}?a", URL, 200)),
        replace(JOB, visit=Visit(URL, URL, 200, (f"{URL}/2",))),
    ],
)
def test_findings_depend_on_what_was_asked_and_how_the_page_was_reached(other: Job) -> None:
    """And on the text."""
    assert _examination_key("t", other) != _examination_key("t", JOB) != _examination_key("u", JOB)
