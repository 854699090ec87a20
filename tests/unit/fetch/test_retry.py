"""How long to wait before asking again."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.fetch.retry import backoff_s, retry_after_s

NOON = datetime(2026, 6, 19, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("5", 5.0),
        ("  7 ", 7.0),
        ("0", 0.0),
        (format_datetime(NOON + timedelta(seconds=90), usegmt=True), 90.0),
        (format_datetime(NOON - timedelta(days=1), usegmt=True), 0.0),
        ("Fri, 19 Jun 2026 12:00:10", 10.0),
        ("Fri, 19 Jun 2026 14:00:10 +0200", 10.0),
        *(
            (nonsense, None)
            for nonsense in ("-3", "1e9", "2.5", "²", "soon", "", None, "Fri, 32 Jun 2026 12:00:10 GMT")
        ),
        ("9" * 30, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str | None, seconds: float | None) -> None:
    """A moment that has passed is no wait; what is neither form is as if it were not there."""
    assert retry_after_s(value, now=NOON) == seconds


@given(st.text(max_size=40))
def test_no_header_value_raises(value: str) -> None:
    """Servers send anything."""
    seconds = retry_after_s(value, now=NOON)
    assert seconds is None or seconds >= 0


@pytest.mark.parametrize(("attempt", "middle_s"), [(1, 0.5), (2, 1.0), (3, 2.0)])
def test_the_wait_doubles_and_chance_spreads_it(attempt: int, middle_s: float) -> None:
    """From half to one and a half of the doubled wait."""
    waits = [
        backoff_s(attempt, first_s=0.5, random=lambda chance=chance: chance) for chance in (0.0, 0.5, 1.0)
    ]
    assert waits == [middle_s / 2, middle_s, middle_s * 1.5]
