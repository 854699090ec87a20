"""Every file here is one answer of a server, written for this test, and what is to be made of it.

A file begins with `# expect: STATE [REASON] [WARNING…]`; then come the exchanges that lead to the page, each a GET line,
a status line and headers, the last one with its body. `trouble/` has what stands in an article's place, `innocent/`
articles that look like it: a false alarm counts as heavily as a missed wall. `not_yet.txt` lists those that are judged
wrongly today; one that comes right fails the test until its line is taken out.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from claimcheck.extract.body import Body, Unreadable
from claimcheck.recognise.sight import Visit
from claimcheck.workers.examine import examine
from claimcheck.workers.jobs import Job

FOLDER = Path(__file__).parent
PAGES = sorted(FOLDER.glob("*/*.http"))
NOT_YET = frozenset((FOLDER / "not_yet.txt").read_text("utf-8").split())
_CHARSET = re.compile(r"charset\s*=\s*([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Answer:
    """What a file holds."""

    expected: frozenset[str]
    visit: Visit
    body: bytes


def read_answer(path: Path) -> Answer:
    """Read a file of this folder."""
    text = path.read_text("utf-8")
    expected = re.search(r"^# expect: (.*)$", text, re.MULTILINE)
    assert expected, path
    rest = text[text.index("\nGET ") + 1 :]
    passed: list[str] = []
    while True:
        head, _, rest = rest.partition("\n\n")
        request, status, *headers = head.split("\n")
        passed.append(request.removeprefix("GET ").strip())
        code = int(status.split()[1])
        if not 300 <= code < 400:
            break
        rest = rest.lstrip("\n")
    pairs = tuple(
        (name.strip().lower(), value.strip()) for name, _, value in (one.partition(":") for one in headers)
    )
    return Answer(
        frozenset(expected[1].split()),
        Visit(passed[0], passed[-1], code, tuple(passed[1:]), pairs),
        rest.encode(),
    )


def judge_answer(answer: Answer) -> frozenset[str]:
    """Give state, reason and warnings of an answer."""
    content_type = answer.visit.header("content-type")
    charset = _CHARSET.search(content_type)
    body = Body(
        answer.body,
        content_type.partition(";")[0].strip().lower() or None,
        "utf-8" if charset else None,
        answer.visit.final_url,
    )
    examination = examine(Job(body, visit=answer.visit))
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
