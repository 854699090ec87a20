"""The report that an editor reads in a terminal: first what is wrong, then every claim with what the pages say."""

from collections.abc import Iterator

from rich.text import Text

from claimcheck.model import CheckedClaim, CheckedFile, Reason, Report, Source, State
from claimcheck.report import RenderOptions
from claimcheck.report.problems import Problem, explain_exit, find_problems
from claimcheck.report.summary import all_sources, summarise
from claimcheck.report.terminal.claims import add_claim
from claimcheck.report.terminal.sheet import Sheet, shown, styled
from claimcheck.report.terminal.sources import add_sources, describe_source
from claimcheck.report.terminal.styles import (
    ASIDE,
    CLAIM_STYLES,
    DOUBTFUL,
    HEADING,
    MARKS,
    STATE_STYLES,
    WRONG,
)
from claimcheck.report.words import plural, spell, tally


def render_pieces(report: Report, options: RenderOptions) -> Iterator[str]:
    """Render a report for a terminal, in one piece."""
    sheet = Sheet(options)
    problems = find_problems(report)
    if problems:
        _add_problems(sheet, report, problems)
    if not options.quiet:
        for file in report.files:
            _add_file(sheet, file, problems, verbose=options.verbose)
    _add_ending(sheet, report, problems, quiet=options.quiet)
    yield sheet.text()


def _add_problems(sheet: Sheet, report: Report, problems: tuple[Problem, ...]) -> None:
    sheet.line(styled(plural(len(problems), "problem"), HEADING))
    column = 4 + max(len(_words(problem)) for problem in problems)
    for problem in problems:
        subject = problem.subject
        if isinstance(subject, CheckedClaim):
            style, sentence = CLAIM_STYLES[subject.verdict], subject.explanation
        else:
            style, sentence = STATE_STYLES[subject.state], describe_source(subject)
        label = Text(MARKS[problem.effect]) + styled(_words(problem), style)
        place = _place(problem, report)
        text = (
            shown(subject.id, HEADING)
            + styled(f" ({place})" if place else "", ASIDE)
            + ": "
            + shown(sentence)
        )
        sheet.row(label, text, column=column)


def _is_offline(source: Source) -> bool:
    """Say whether a source failed for this machine: a proxy that does not answer has a sentence of its own."""
    return source.reason is Reason.NETWORK and "proxy" not in (source.detail or "")


def _words(problem: Problem) -> str:
    return ", ".join(map(spell, problem.words))


def _place(problem: Problem, report: Report) -> str:
    line = problem.subject.line
    if len(report.files) == 1:
        return "" if line is None else f"line {line}"
    path = shown(problem.path).plain
    return path if line is None else f"{path}:{line}"


def _add_file(sheet: Sheet, file: CheckedFile, problems: tuple[Problem, ...], *, verbose: bool) -> None:
    effects = {problem.subject: problem.effect for problem in problems if problem.path == file.path}
    sheet.blank()
    title = styled(" · ", ASIDE) + shown(file.title) if file.title else Text()
    sheet.line(shown(file.path, HEADING) + title)
    for claim in file.claims:
        sheet.blank()
        add_claim(sheet, claim, effects.get(claim), verbose=verbose)
    sheet.blank()
    add_sources(sheet, file.sources, effects, verbose=verbose)


def _add_ending(sheet: Sheet, report: Report, problems: tuple[Problem, ...], *, quiet: bool) -> None:
    sheet.blank()
    sources = tuple(all_sources(report))
    failed = [source for source in sources if source.state is not State.OK]
    if failed and all(map(_is_offline, failed)):
        sheet.line(styled("No host name could be looked up: this machine seems to be offline.", DOUBTFUL))
    if report.interrupted:
        sheet.line(styled("Interrupted: this is what was checked until then.", DOUBTFUL))
    summary = summarise(report)
    counts = []
    if claims := sum(summary.claims.values()):
        if not quiet:
            sheet.line(
                styled("A verdict says what the text of a page states, never that a claim is true.", ASIDE)
            )
        counts.append(f"{plural(claims, 'claim')}: {tally(summary.claims)}")
    counts.append(f"{plural(len(sources), 'source')}: {tally(summary.sources) or 'none'}")
    outcome = f"exit code {report.exit_code}: {explain_exit(report, problems)}"
    parts = [*map(Text, counts), styled(outcome, WRONG if report.exit_code else "bold green")]
    whole = Text(" · ").join(parts)
    for line in [whole] if whole.cell_len <= sheet.width else parts:
        sheet.line(line, hang=2)
