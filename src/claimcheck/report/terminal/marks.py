"""What humans and earlier runs said of a claim, a finding or a source."""

from typing import Any

from rich.text import Text

from claimcheck.model import Acceptance, CheckedClaim, Finding, Source
from claimcheck.report.terminal.sheet import Sheet, shown, styled
from claimcheck.report.terminal.styles import ACCEPTED, ASIDE


def add_marks(sheet: Sheet, row: CheckedClaim | Finding | Source, *, indent: int) -> None:
    """Add a line for a sign-off, and one for what an earlier report already held."""
    if row.accepted:
        sheet.line(_describe(row.accepted), indent=indent, hang=2)
    if row.known:
        sheet.line(styled("known from an earlier report", ACCEPTED), indent=indent)


def _describe(acceptance: Acceptance[Any]) -> Text:
    text = styled("accepted", ACCEPTED)
    if acceptance.by:
        text += styled(" by ", ASIDE) + shown(acceptance.by)
    if acceptance.until:
        text += styled(f" until {acceptance.until}", ASIDE)
    if acceptance.reason:
        return text + ": " + shown(acceptance.reason)
    return text if acceptance.by else text + styled(", for it rests on accepted findings alone", ASIDE)
