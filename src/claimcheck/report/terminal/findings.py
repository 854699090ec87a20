"""What one source says of a claim: the verdict, what differs, what is missing, and the passage itself."""

from collections.abc import Iterable, Mapping, Sequence

from rich.text import Text

from claimcheck.model import CheckedClaim, Finding, Mismatch, MismatchKind, Verdict
from claimcheck.report.comparisons import Comparison, compare_details
from claimcheck.report.terminal.marks import add_marks
from claimcheck.report.terminal.sheet import Sheet, shown, styled
from claimcheck.report.terminal.styles import ASIDE, NAME, VERDICT_STYLES, WRONG
from claimcheck.report.words import plural, spell
from claimcheck.text.agreement import Agreement

_INDENT = 4
_MAX_PASSAGES = 2
_MAX_QUOTE = 700
"""Characters of a passage that are shown unless all is asked for: a few sentences have fewer."""
_OPENING, _CLOSING = ("“", '"'), ("”", '"')
"""What a passage may begin and end with itself: twice it is hard to read."""

_AGREEMENTS = {
    Agreement.SAME: "the same",
    Agreement.DIFFERENT: "different",
    Agreement.UNSURE: "neither the same nor different",
}


def name_source(source: str, copies: Mapping[str, str]) -> str:
    """Name a source by its id, and the copy that was read in its place."""
    return f"{source} ({copies[source]})" if source in copies else source


def add_finding(
    sheet: Sheet, claim: CheckedClaim, finding: Finding, copies: Mapping[str, str], *, verbose: bool
) -> None:
    """Add a finding of a claim."""
    heading = (
        shown(name_source(finding.source, copies), NAME)
        + " · "
        + styled(spell(finding.verdict), VERDICT_STYLES[finding.verdict])
    )
    if verbose or not finding.mismatches:  # the lines of the mismatches say it too
        heading += Text(": ") + shown(finding.explanation)
    sheet.line(heading, indent=2, hang=2)
    add_marks(sheet, finding, indent=_INDENT)
    for mismatch in finding.mismatches:
        sheet.line(_describe_mismatch(mismatch), indent=_INDENT, hang=2)
    if (
        any(span.text not in finding.explanation for span in finding.missing)
        and finding.verdict is not Verdict.NOT_FOUND
    ):
        sheet.line(styled("not stated: ", ASIDE) + list_missing(finding), indent=_INDENT, hang=2)
    if verbose:
        _add_reasons(sheet, claim, finding)
    chosen = range(len(finding.evidence)) if verbose else _choose(finding)
    for index in chosen:
        add_passage(sheet, finding, index, verbose=verbose)
    add_left_out(sheet, len(finding.evidence) - len(chosen))


def add_left_out(sheet: Sheet, left: int) -> None:
    """Say that there are more passages than are shown, if there are."""
    if left:
        sheet.line(styled(f"{plural(left, 'more passage')} with -v", ASIDE), indent=_INDENT)


def list_missing(finding: Finding) -> Text:
    """List the words of the claim that a finding's passages lack."""
    return shown(", ".join(f"“{span.text}”" for span in finding.missing))


def _choose(finding: Finding) -> Sequence[int]:
    """Choose the passages that the verdict rests on: the one that tells most of the claim, and those that differ from it."""
    if finding.mismatches:
        differing = sorted({mismatch.evidence for mismatch in finding.mismatches})
        return sorted({0, *differing[: _MAX_PASSAGES - (0 not in differing)]})
    return range(len(finding.evidence))[: 1 if finding.verdict is Verdict.SUPPORTED else _MAX_PASSAGES]


def _describe_mismatch(mismatch: Mismatch) -> Text:
    return (
        styled(f"{spell(mismatch.kind)}: ", ASIDE)
        + "claim says "
        + shown(mismatch.claim, WRONG)
        + " · source says "
        + shown(mismatch.source, WRONG)
    )


def _add_reasons(sheet: Sheet, claim: CheckedClaim, finding: Finding) -> None:
    facts = [] if finding.score is None else [f"score {finding.score:.2f}"]
    if shares := ", ".join(f"{passage.score:.0%}" for passage in finding.evidence):
        facts.append(f"the passages cover {shares} of the claim")
    if facts:
        sheet.line(styled(" · ".join(facts), ASIDE), indent=_INDENT, hang=2)
    if finding.evidence:
        for comparison in compare_details(claim, finding):
            sheet.line(_describe_comparison(comparison), indent=_INDENT, hang=2)


def _describe_comparison(comparison: Comparison) -> Text:
    compared = styled("compared: ", ASIDE) + "claim says " + shown(comparison.claim)
    if comparison.source is None:
        return compared + styled(", the passages have nothing like it", ASIDE)
    return compared + ", source says " + shown(comparison.source) + f" ({_AGREEMENTS[comparison.agreement]})"


def add_passage(sheet: Sheet, finding: Finding, index: int, *, verbose: bool) -> None:
    """Add a passage of a finding in its context, with what differs marked, and the link to it."""
    passage = finding.evidence[index]
    quote = passage.quote if verbose else passage.quote[:_MAX_QUOTE]
    spans = [
        (mismatch.source_start - passage.start, mismatch.source_end - passage.start, WRONG)
        for mismatch in finding.mismatches
        if mismatch.evidence == index
    ]
    is_whole = quote == passage.quote
    has_own_marks = is_whole and quote.startswith(_OPENING) and quote.endswith(_CLOSING)
    is_bare = has_own_marks or _is_misquoted(finding, index)
    text = Text("" if is_bare else "“") + _lines_of(quote, spans)
    text += ("" if is_bare else "”") if is_whole else " […]"
    if passage.prefix:
        text = shown(f"…{passage.prefix}", ASIDE) + text
    if passage.suffix and is_whole:
        text += shown(f"{passage.suffix}…", ASIDE)
    if passage.outside_article:
        text += styled(" (outside the article)", ASIDE)
    sheet.quote(text, indent=_INDENT)
    if passage.link:
        sheet.link(passage.link, indent=_INDENT)


def _is_misquoted(finding: Finding, index: int) -> bool:
    """Say whether a passage is the words of a misquotation: the line above has them, and the page may have marks of its own around them."""
    passage = finding.evidence[index]
    return any(
        one.kind is MismatchKind.QUOTE
        and one.evidence == index
        and (one.source_start, one.source_end) == (passage.start, passage.end)
        for one in finding.mismatches
    )


def _lines_of(quote: str, spans: Sequence[tuple[int, int, str]]) -> Text:
    """Show a passage, marked, with its line ends: a heading is no part of the sentence below it."""
    lines: list[Text] = []
    passed = 0
    for line in quote.split("\n"):
        lines.append(mark_spans(line, [(start - passed, end - passed, style) for start, end, style in spans]))
        passed += len(line) + 1
    return styled(" / ", ASIDE).join(line for line in lines if line.plain.strip())


def mark_spans(text: str, spans: Iterable[tuple[int, int, str]]) -> Text:
    """Show a text with runs of it in styles of their own; without them where making it safe has moved its letters."""
    marked = shown(text)
    if marked.plain == "".join(" " if character.isspace() else character for character in text):
        for start, end, style in spans:
            marked.stylize(style, max(start, 0), max(end, 0))
    return marked
