"""What is said of a human's sign-off that does not hold: its last day has passed, or what it was given for is no more."""

from datetime import date
from enum import StrEnum
from typing import Any

from claimcheck.model import Acceptance, ClaimVerdict, State, Verdict


def describe_lapse(signed: Acceptance[Any], now: StrEnum, today: date) -> str:
    """Say in a sentence why a sign-off does not hold; `now` is the verdict or state that stands in the named one's place."""
    given = ": ".join(filter(None, (signed.by, signed.reason)))
    note = f" ({given})" if given else ""
    if signed.word is now and signed.expired(today):
        return f"Its sign-off{note} ended on {signed.until}."
    word, other = (one.replace("_", " ") for one in (signed.word, now))
    is_well = now in {ClaimVerdict.SUPPORTED, Verdict.SUPPORTED, State.OK}
    return f"Its sign-off for “{word}”{note} {'is no longer needed' if is_well else 'does not apply'}: it is {other}."
