"""Colours of the vocabulary: red is wrong, yellow wants a look, cyan could not be looked at, green is fine."""

from collections.abc import Mapping

from claimcheck.model import ClaimVerdict, State, Verdict
from claimcheck.report.problems import Effect

HEADING = "bold"
NAME = "bold"
ASIDE = "dim"
LINK = "blue"
WRONG = "bold red"
DOUBTFUL = "yellow"
ACCEPTED = "magenta"

CLAIM_STYLES: Mapping[ClaimVerdict, str] = {
    ClaimVerdict.SUPPORTED: "green",
    ClaimVerdict.PARTIALLY_SUPPORTED: "yellow",
    ClaimVerdict.DISPUTED: "bold red",
    ClaimVerdict.CONTRADICTED: "bold red",
    ClaimVerdict.NOT_FOUND: "red",
    ClaimVerdict.TOO_FEW_SOURCES: "yellow",
    ClaimVerdict.UNCHECKED: "cyan",
}
VERDICT_STYLES: Mapping[Verdict, str] = {verdict: CLAIM_STYLES[ClaimVerdict(verdict)] for verdict in Verdict}
STATE_STYLES: Mapping[State, str] = {
    State.OK: "green",
    State.DEAD: "bold red",
    State.BLOCKED: "yellow",
    State.UNREACHABLE: "cyan",
    State.UNREADABLE: "yellow",
}

MARKS: Mapping[Effect | None, str] = {Effect.FAILS: "x ", Effect.LEAVES_INCOMPLETE: "? ", None: "  "}
"""Before each claim and source; plain ASCII, for not every terminal has more."""
