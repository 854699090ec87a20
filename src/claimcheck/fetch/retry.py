"""When to ask again, and how long to wait before."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

RETRIED = frozenset({408, 425, 429, *range(500, 600)}) - {501, 505, 511}
"""Statuses that may be gone a moment later; three of the servers' own say what will not change."""

_SECONDS = re.compile(r"\d{1,9}", re.ASCII)


def retry_after_s(value: str | None, *, now: datetime) -> float | None:
    """Read a Retry-After header, seconds or an HTTP date; `None` for what is neither."""
    text = (value or "").strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, (moment - now).total_seconds())
    except (ValueError, OverflowError):
        return None


def backoff_s(attempt: int, *, first_s: float, random: Callable[[], float]) -> float:
    """Return the wait after an attempt, counted from 1: twice as long each time, half to one and a half of it by chance."""
    return first_s * 2.0 ** (attempt - 1) * (0.5 + random())
