"""One page, whatever is in it: it costs that page, never the run."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from claimcheck.extract.body import Body, Unreadable
from claimcheck.judge.questions import Question
from claimcheck.match.page import index_page
from claimcheck.model import Document, Reason
from claimcheck.recognise.sight import Visit
from claimcheck.workers.examine import examine, is_other_article
from claimcheck.workers.jobs import Job

URL = "https://osk.example/story/1"
STORY = "<p>The harbour board of Osk said on Thursday that the old ferry would stay in dock.</p>"
LINKS = "".join(
    f"<li><a href='/{number}'>A headline of the day, number {number}</a></li>" for number in range(40)
)


def visit(status: int = 200) -> Visit:
    return Visit(URL, URL, status)


@pytest.mark.parametrize(
    "page",
    [
        f"<meta http-equiv=refresh content='{'9' * 5000};url=/x'>{STORY}",
        f"<meta property='og:url' content='http://[bad'><ul>{LINKS}</ul>",
        f"<meta http-equiv=refresh content='0;url=intent://open/x'>{STORY}",
    ],
)
def test_hostile_addresses_and_numbers_of_a_page_harm_nobody(page: str) -> None:
    """The page is read, or is none; nothing is raised, and no app is taken for a host."""
    found = examine(Job(Body(page.encode(), "text/html", "utf-8", URL), visit=visit()))
    assert found.onward is None
    assert isinstance(found.document, Document) or found.document.reason is not Reason.DNS


@pytest.mark.parametrize(
    ("headers", "reason"),
    [((), Reason.HTTP_403), ((("cf-mitigated", "challenge"),), Reason.BOT_CHALLENGE)],
)
def test_an_error_has_its_headers_then_its_status_for_a_reason(
    headers: tuple[tuple[str, str], ...], reason: Reason
) -> None:
    """A multipart answer whose part gives its charset in a way that Python's parser breaks on."""
    part = "Content-Type: text/html; charset*9=x; charset*=utf-8'y'z; charset*x=1"
    content = f"--a\r\n{part}\r\n\r\n<p>No.</p>\r\n--a--".encode()
    answer = Visit(URL, URL, 403, headers=headers)
    found = examine(Job(Body(content, 'multipart/related; boundary="a"', None, URL), visit=answer))
    assert isinstance(found.document, Unreadable)
    assert found.document.reason is reason


STRANGE = ("Mayor Vera Lund resigned.", "Vera Lund bought 14 boats.", "The Pell bridge closed in 1987.")


@pytest.mark.parametrize(
    ("files", "is_other"),
    [((0, 0, 0), True), ((0, 0, 1), False), ((0, 1, 2), False)],
)
def test_another_article_is_told_by_the_claims_of_one_file(files: tuple[int, ...], is_other: bool) -> None:
    """What else is checked in the same run makes no page another's."""
    document = Document(STORY, len(STORY), "text/plain", len(STORY), language="en")
    questions = [Question("s", str(at), text, file=files[at]) for at, text in enumerate(STRANGE)]
    assert is_other_article(questions, index_page(document)) is is_other


@pytest.mark.parametrize("is_date", [False, True])
def test_a_server_may_ask_to_be_left_alone_in_seconds_or_until_a_moment(*, is_date: bool) -> None:
    """Either way the source's detail says for how long."""
    after = format_datetime(datetime.now(UTC) + timedelta(hours=2.5), usegmt=True) if is_date else "7200"
    answer = Visit(URL, URL, 429, headers=(("retry-after", after),))
    found = examine(Job(Body(b"slow down", "text/html", "utf-8", URL), visit=answer))
    assert isinstance(found.document, Unreadable)
    assert found.document.detail.endswith("It asks to be left alone for 2 hours.")
