"""What an HTTP status makes of a source."""

import pytest

from claimcheck.model import Reason, State
from claimcheck.recognise.status import detail_of, reason_of_status


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (401, Reason.HTTP_401),
        (402, Reason.PAYWALL),
        (403, Reason.HTTP_403),
        (404, Reason.HTTP_404),
        (410, Reason.HTTP_410),
        (429, Reason.HTTP_429),
        (451, Reason.HTTP_451),
        (400, Reason.HTTP_4XX),
        (418, Reason.HTTP_4XX),
        (499, Reason.HTTP_4XX),
        (500, Reason.HTTP_5XX),
        (503, Reason.HTTP_5XX),
        (599, Reason.HTTP_5XX),
        (999, Reason.HTTP_4XX),
        (206, Reason.DAMAGED),  # a part that nobody asked for
    ],
)
def test_an_error_status_has_its_reason(status: int, reason: Reason) -> None:
    """Every status from 400 on, and that of a part, means that there is no page, and says why."""
    assert reason_of_status(status) is reason


@pytest.mark.parametrize("status", [200, 203, 226, 304])
def test_a_status_below_400_may_be_a_page(status: int) -> None:
    """Its text decides."""
    assert reason_of_status(status) is None


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (7199.0, "119 min."), (90.0, "1 min."), (7200.0, "2 hours."), (100_000.0, "27 hours."), (172_800.0, "2 days."),
        (5.0, None), (None, None), (1e40, None),
    ],
)  # fmt: skip
def test_a_server_that_wants_to_be_left_alone_says_how_long(asked: float | None, told: str | None) -> None:
    """Where it is long enough to matter, and meant."""
    detail = detail_of(Reason.HTTP_429, 429, asked)
    assert ("left alone" in detail) is (told is not None)
    assert (told or "") in detail


def test_a_status_that_asks_for_money_tells_of_no_teaser() -> None:
    """Nobody has looked at what the page shows."""
    assert detail_of(Reason.PAYWALL, 402).startswith("HTTP 402. The server wants to be paid for the page;")
    assert "a teaser" in detail_of(Reason.PAYWALL, 200)


def test_only_a_page_that_the_server_denies_is_dead() -> None:
    """404 and 410 alone: a refusal says nothing about the page, and a failing server may recover."""
    dead = {status for status in range(600) if _state(status) is State.DEAD}
    assert dead == {404, 410}
    assert {_state(status) for status in range(500, 600)} == {State.UNREACHABLE}
    assert {_state(status) for status in range(400, 500)} == {State.BLOCKED, State.DEAD}


def test_every_error_is_explained() -> None:
    """A sentence names the status, and another says what to do."""
    for status in range(400, 600):
        reason = reason_of_status(status)
        assert reason is not None
        detail = detail_of(reason, status)
        assert detail.startswith(f"HTTP {status}. ")
        assert detail.endswith(".")


def _state(status: int) -> State | None:
    reason = reason_of_status(status)
    return reason.state if reason else None
