"""What the demo must find, and how a run differs from it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from claimcheck.model import CheckedFile, ClaimVerdict, Reason, State, Verdict

_Key = TypeVar("_Key")

CLAIMS: Mapping[str, ClaimVerdict] = MappingProxyType(
    {
        "air-counted-as-water": ClaimVerdict.SUPPORTED,
        "meters-switched-off": ClaimVerdict.SUPPORTED,
        "households-overcharged": ClaimVerdict.CONTRADICTED,
        "refund-in-december": ClaimVerdict.SUPPORTED,
        "rollout-halted": ClaimVerdict.PARTIALLY_SUPPORTED,
        "settlement-talks": ClaimVerdict.SUPPORTED,
        "bribery-investigation": ClaimVerdict.NOT_FOUND,
        "warned-in-april": ClaimVerdict.UNCHECKED,
    }
)
SOURCES: Mapping[str, tuple[State, Reason | None]] = MappingProxyType(
    {
        "kestrel-times": (State.OK, None),
        "kestrel-times-april": (State.DEAD, Reason.HTTP_404),
        "ellavane-ledger": (State.OK, None),
        "sarnel-post": (State.OK, None),
        "gullwire": (State.OK, None),
        "lanternside": (State.OK, None),
        "quayward-daily": (State.BLOCKED, Reason.BOT_CHALLENGE),
    }
)
FINDINGS: Mapping[tuple[str, str], Verdict] = MappingProxyType(
    {
        ("air-counted-as-water", "kestrel-times"): Verdict.SUPPORTED,
        ("air-counted-as-water", "kestrel-times-april"): Verdict.UNCHECKED,
        ("meters-switched-off", "kestrel-times"): Verdict.SUPPORTED,
        ("meters-switched-off", "gullwire"): Verdict.SUPPORTED,
        ("households-overcharged", "ellavane-ledger"): Verdict.CONTRADICTED,
        ("refund-in-december", "ellavane-ledger"): Verdict.SUPPORTED,
        ("rollout-halted", "sarnel-post"): Verdict.PARTIALLY_SUPPORTED,
        ("settlement-talks", "lanternside"): Verdict.SUPPORTED,
        ("bribery-investigation", "gullwire"): Verdict.NOT_FOUND,
        ("bribery-investigation", "lanternside"): Verdict.NOT_FOUND,
        ("warned-in-april", "quayward-daily"): Verdict.UNCHECKED,
    }
)


def deviations(checked: CheckedFile) -> tuple[str, ...]:
    """List, one sentence each, where a run over the demo's claims file did not come out as expected."""
    return (
        *_compare(
            "source", SOURCES, {source.id: (source.state, source.reason) for source in checked.sources}
        ),
        *_compare("claim", CLAIMS, {claim.id: claim.verdict for claim in checked.claims}),
        *_compare(
            "finding",
            FINDINGS,
            {
                (claim.id, finding.source): finding.verdict
                for claim in checked.claims
                for finding in claim.findings
            },
        ),
    )


def _compare(kind: str, expected: Mapping[_Key, object], found: Mapping[_Key, object]) -> Iterator[str]:
    for key in (*expected, *(key for key in found if key not in expected)):
        if expected.get(key) != found.get(key):
            yield f"{kind} {_show(key)}: expected {_show(expected.get(key))}, found {_show(found.get(key))}"


def _show(value: object) -> str:
    match value:
        case None:
            return "none"
        case (first, second):
            return f"{first} ({second})" if second else str(first)
        case _:
            return str(value)
