"""Every file here is one answer of a server, written for this test, and what is to be made of it.

`trouble/` has what stands in an article's place, `innocent/`
articles that look like it: a false alarm counts as heavily as a missed wall. `not_yet.txt` lists those that are judged
wrongly today; one that comes right fails the test until its line is taken out.
"""

from pathlib import Path

import pytest
from tests.pages.answers import PAGES, Answer, read_answer

from claimcheck.extract.body import Unreadable
from claimcheck.workers.examine import examine
from claimcheck.workers.jobs import Job

FOLDER = Path(__file__).parent
NOT_YET = frozenset((FOLDER / "not_yet.txt").read_text("utf-8").split())


def judge_answer(answer: Answer) -> frozenset[str]:
    """Give state, reason and warnings of an answer."""
    examination = examine(Job(answer.body, visit=answer.visit))
    if isinstance(examination.document, Unreadable):
        reason = examination.document.reason
        assert examination.document.detail.endswith(".")
        return frozenset({reason.state, reason})
    return frozenset({"ok", *examination.warnings})


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_answer_is_recognised(path: Path, request: pytest.FixtureRequest) -> None:
    """State, reason and warnings are those that a reader would give."""
    if f"{path.parent.name}/{path.stem}" in NOT_YET:
        request.applymarker(pytest.mark.xfail(strict=True, reason="not yet recognised"))
    answer = read_answer(path)
    assert judge_answer(answer) == answer.expected


def test_there_are_pages_of_both_kinds() -> None:
    """At least 120 of each, and few that are judged wrongly."""
    kinds = [path.parent.name for path in PAGES]
    assert min(kinds.count("trouble"), kinds.count("innocent")) >= 120
    assert {f"{path.parent.name}/{path.stem}" for path in PAGES} >= NOT_YET
    assert sum(one.startswith("innocent/") for one in NOT_YET) <= 6
