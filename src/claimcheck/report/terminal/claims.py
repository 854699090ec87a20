"""A claim with what its sources say: in short where it stands, in full where it does not."""

from collections.abc import Collection, Mapping

from rich.text import Text

from claimcheck.model import CheckedClaim, ClaimVerdict, ClaimWarning, QuoteResult, Verdict
from claimcheck.report.problems import Effect
from claimcheck.report.terminal.findings import (
    add_finding,
    add_left_out,
    add_passage,
    list_missing,
    mark_spans,
    name_source,
)
from claimcheck.report.terminal.marks import add_marks
from claimcheck.report.terminal.sheet import Sheet, shown, styled
from claimcheck.report.terminal.styles import (
    ASIDE,
    CLAIM_STYLES,
    DOUBTFUL,
    MARKS,
    NAME,
    VERDICT_STYLES,
    WRONG,
)
from claimcheck.report.words import CLAIM_WARNINGS, spell

_IN_SHORT = {
    Verdict.SUPPORTED: "supported by ",
    Verdict.PARTIALLY_SUPPORTED: "in part by ",
    Verdict.CONTRADICTED: "contradicted by ",
    Verdict.NOT_FOUND: "not found in ",
    Verdict.UNCHECKED: "unchecked: ",
}


def add_claim(
    sheet: Sheet, claim: CheckedClaim, effect: Effect | None, copies: Mapping[str, str], *, verbose: bool
) -> None:
    """Add a claim and its findings; `effect` is what it does to the run, `copies` names the copy on which a source was judged."""
    heading = styled(spell(claim.verdict), CLAIM_STYLES[claim.verdict]) + " · " + shown(claim.id, NAME)
    if claim.line is not None:
        heading += styled(f" · line {claim.line}", ASIDE)
    sheet.line(Text(MARKS[effect]) + heading, hang=2)
    sheet.line(_mark_text(claim), indent=2)
    is_clean = claim.verdict is ClaimVerdict.SUPPORTED and effect is None and not verbose
    if verbose or not (is_clean or _is_said_below(claim)):
        sheet.line(styled("why: ", ASIDE) + shown(claim.explanation), indent=2, hang=2)
    add_marks(sheet, claim, indent=2)
    for warning in claim.warnings:
        if warning is ClaimWarning.MISSING_QUOTE and claim.quote:
            continue  # the line of the quote says so
        sheet.line(styled(f"{warning}: {CLAIM_WARNINGS[warning]}", DOUBTFUL), indent=2, hang=2)
    if claim.analysis:
        sheet.line(
            styled("author's own conclusion, not checked: ", ASIDE) + shown(f"“{claim.analysis.text}”"),
            indent=2,
            hang=2,
        )
    if claim.quote:
        sheet.line(_describe_quote(claim.quote, claim.warnings), indent=2, hang=2)
    if is_clean:
        _add_in_short(sheet, claim, copies)
    else:
        _add_in_full(sheet, claim, copies, verbose=verbose)


def _is_said_below(claim: CheckedClaim) -> bool:
    """Say whether the findings alone tell why: where sources disagree or are too few, the sum has to be told."""
    plain = {
        ClaimVerdict.CONTRADICTED,
        ClaimVerdict.NOT_FOUND,
        ClaimVerdict.UNCHECKED,
        ClaimVerdict.PARTIALLY_SUPPORTED,
    }
    return claim.verdict in plain and bool(claim.findings) and not claim.supported_by


def _mark_text(claim: CheckedClaim) -> Text:
    """Show a claim's text: wrong details red, missing words yellow, the author's own conclusion set back."""
    mismatches = [mismatch for finding in claim.findings for mismatch in finding.mismatches]
    spans = [(mismatch.claim_start, mismatch.claim_end, WRONG) for mismatch in mismatches]
    if claim.verdict is ClaimVerdict.PARTIALLY_SUPPORTED:
        missing = [span for finding in claim.findings for span in finding.missing]
        spans = [(span.start, span.end, DOUBTFUL) for span in missing] + spans
    if claim.analysis:
        spans.append((claim.analysis.start, claim.analysis.end, "dim italic"))
    return mark_spans(claim.text, spans)


def _describe_quote(quote: QuoteResult, warnings: Collection[ClaimWarning]) -> Text:
    words = shown(f"“{quote.text}”")
    if ClaimWarning.MISSING_QUOTE in warnings:
        return Text("quote ") + words + " " + styled("stands in no cited source", WRONG)
    if not quote.found_in:
        return Text("quote ") + words + " " + styled("was not found where the text could be read", DOUBTFUL)
    return Text("quote ") + words + " stands in " + shown(", ".join(quote.found_in), NAME)


def _add_in_short(sheet: Sheet, claim: CheckedClaim, copies: Mapping[str, str]) -> None:
    names = {
        verdict: ", ".join(
            name_source(finding.source, copies) for finding in claim.findings if finding.verdict is verdict
        )
        for verdict in Verdict
    }
    groups = [
        styled(_IN_SHORT[verdict], VERDICT_STYLES[verdict]) + shown(ids, NAME)
        for verdict, ids in names.items()
        if ids
    ]
    if groups:
        sheet.line(Text(" · ").join(groups), indent=2, hang=2)
    supporting = [
        finding for finding in claim.findings if finding.verdict is Verdict.SUPPORTED and finding.evidence
    ]
    if supporting:
        best = max(supporting, key=lambda finding: finding.score or 0)
        if best.missing:
            sheet.line(styled("not in these words: ", DOUBTFUL) + list_missing(best), indent=2, hang=2)
        add_passage(sheet, best, 0, verbose=False)
        add_left_out(sheet, len(best.evidence) - 1)
    for finding in claim.findings:
        if finding.verdict is Verdict.CONTRADICTED or finding.accepted or finding.is_doubtful:
            add_finding(sheet, claim, finding, copies, verbose=False)


def _add_in_full(sheet: Sheet, claim: CheckedClaim, copies: Mapping[str, str], *, verbose: bool) -> None:
    """Add each finding; those without a passage that say the same share one line, after the others."""
    bare: dict[tuple[Verdict, str], list[str]] = {}
    for finding in claim.findings:
        if finding.evidence or finding.accepted or finding.known:
            add_finding(sheet, claim, finding, copies, verbose=verbose)
        else:
            bare.setdefault((finding.verdict, finding.explanation), []).append(finding.source)
    for (verdict, explanation), names in bare.items():
        text = shown(", ".join(names), NAME) + " · " + styled(spell(verdict), VERDICT_STYLES[verdict])
        if explanation != claim.explanation or not verbose:
            text += Text(": ") + shown(explanation)
        sheet.line(text, indent=2, hang=2)
