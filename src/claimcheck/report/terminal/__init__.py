"""The report that an editor reads in a terminal: first what is wrong, then every claim with what the pages say."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from claimcheck.model import CheckedClaim, CheckedFile, ClaimVerdict, Reason, Report, Source, State
from claimcheck.report import RenderOptions
from claimcheck.report.ending import describe_ending
from claimcheck.report.problems import Look, Problem, find_looks, find_problems, find_unread
from claimcheck.report.summary import all_sources
from claimcheck.report.terminal.claims import add_claim
from claimcheck.report.terminal.sheet import Sheet, shown, styled
from claimcheck.report.terminal.sources import add_capture, add_redirect, add_sources, describe_source
from claimcheck.report.terminal.styles import (
    ASIDE,
    CLAIM_STYLES,
    DOUBTFUL,
    HEADING,
    MARKS,
    NAME,
    STATE_STYLES,
    WRONG,
)
from claimcheck.report.words import COPIES, plural, spell

_HANG = 2
"""Columns by which what does not fit on a line stands further in."""
_MOST_PLACES = 5
"""Places of one problem that are listed."""


def render_pieces(report: Report, options: RenderOptions) -> Iterator[str]:
    """Render a report for a terminal, in one piece."""
    sheet = Sheet(options)
    problems = find_problems(report)
    if problems:
        _add_problems(sheet, problems, quiet=options.quiet)
    if options.quiet:
        _add_unread(sheet, find_unread(report, problems))
    else:
        _add_looks(sheet, find_looks(report, problems))
        for file in report.files:
            _add_file(sheet, file, problems, verbose=options.verbose)
    _add_ending(sheet, report, problems, quiet=options.quiet)
    yield sheet.text()


def _add_problems(sheet: Sheet, problems: tuple[Problem, ...], *, quiet: bool) -> None:
    sheet.line(styled(plural(len(problems), "problem"), HEADING))
    column = 4 + max(len(_words(problem)) for problem in problems)
    for same in _alike(problems):
        problem = same[0]
        subject = problem.subject
        if isinstance(subject, CheckedClaim):
            style, sentence = CLAIM_STYLES[subject.verdict], subject.explanation
        else:
            style, sentence = STATE_STYLES[subject.state], describe_source(subject)
        label = Text(MARKS[problem.effect]) + styled(_words(problem), style)
        named = _name([(one.path, one.subject) for one in same])
        sheet.row(label, named + ": " + shown(sentence), column=column)
        if isinstance(subject, Source):
            below = sheet.column(column)
            sheet.link(subject.url, indent=below)
            add_redirect(sheet, subject, indent=below)
            if quiet:  # else the list of sources has it
                add_capture(sheet, subject, "archived on", indent=below)


def _add_unread(sheet: Sheet, unread: Iterable[tuple[str, Source]]) -> None:
    """List the sources that left claims unchecked, with what to do; those of which the same is said on one line."""
    groups: dict[tuple[State, str], list[tuple[str, Source]]] = {}
    for path, source in unread:
        groups.setdefault((source.state, describe_source(source)), []).append((path, source))
    column = 4 + max((len(state) for state, _ in groups), default=0)
    for (state, sentence), same in groups.items():
        label = Text(MARKS[None]) + styled(state, STATE_STYLES[state])
        sheet.row(label, _name(same) + ": " + shown(sentence), column=column)


def _add_looks(sheet: Sheet, looks: tuple[Look, ...]) -> None:
    """List the claims that fail nothing, and that the page may deny or tell otherwise."""
    if looks:
        sheet.blank()
        sheet.line(styled(f"{plural(len(looks), 'claim')} to look at", HEADING))
    column = 4 + max((len(spell(look.claim.verdict)) for look in looks), default=0)
    for look in looks:
        label = Text(MARKS[None]) + styled(spell(look.claim.verdict), CLAIM_STYLES[look.claim.verdict])
        name = shown(look.claim.id, HEADING) + styled(f" ({_place(look.path, look.claim.line)})", ASIDE)
        source = shown(look.finding.source, NAME)
        sheet.row(label, name + ": " + source + ": " + shown(look.finding.explanation), column=column)


def _alike(problems: Iterable[Problem]) -> Iterable[list[Problem]]:
    """Put together what has one cause, which is told once: sources of several files at one address, claims unchecked for one reason."""
    groups: dict[object, list[Problem]] = {}
    for at, problem in enumerate(problems):
        subject = problem.subject
        key: object = at
        if isinstance(subject, Source):
            key = problem.words, subject.id, subject.url, subject.detail
        elif subject.verdict is ClaimVerdict.UNCHECKED:
            key = problem.words, subject.explanation
        groups.setdefault(key, []).append(problem)
    return groups.values()


def _name(same: Sequence[tuple[str, CheckedClaim | Source]]) -> Text:
    """Name claims or sources, each with its places: those of one name once, and of many the first."""
    places: dict[str, list[str]] = {}
    for path, one in same[:_MOST_PLACES]:
        places.setdefault(one.id, []).append(_place(path, one.line))
    named = Text(", ").join(
        shown(name, HEADING) + styled(f" ({', '.join(found)})", ASIDE) for name, found in places.items()
    )
    left = len(same) - _MOST_PLACES
    return named + styled(f" and {left} more" if left > 0 else "", ASIDE)


def _is_offline(source: Source) -> bool:
    """Say whether a source failed for this machine: a proxy that does not answer has a sentence of its own."""
    return source.reason is Reason.NETWORK and "proxy" not in (source.detail or "")


def _words(problem: Problem) -> str:
    return ", ".join(map(spell, problem.words))


def _place(file: str, line: int | None) -> str:
    path = shown(file).plain
    return path if line is None else f"{path}:{line}"


def _add_file(sheet: Sheet, file: CheckedFile, problems: tuple[Problem, ...], *, verbose: bool) -> None:
    effects = {problem.subject: problem.effect for problem in problems if problem.path == file.path}
    copies = {one.id: COPIES[one.via] for one in file.sources if one.via and one.via in COPIES}
    sheet.blank()
    title = styled(" · ", ASIDE) + shown(file.title) if file.title else Text()
    sheet.line(shown(file.path, HEADING) + title)
    for claim in file.claims:
        sheet.blank()
        add_claim(sheet, claim, effects.get(claim), copies, verbose=verbose)
    sheet.blank()
    counted = any(claim.min_sources > 1 for claim in file.claims)
    add_sources(sheet, file.sources, effects, shows_origins=counted or verbose, verbose=verbose)


def _add_ending(sheet: Sheet, report: Report, problems: tuple[Problem, ...], *, quiet: bool) -> None:
    sheet.blank()
    sources = tuple(all_sources(report))
    failed = [source for source in sources if source.state is not State.OK]
    if failed and all(map(_is_offline, failed)):
        sheet.line(styled("No host name could be looked up: this machine seems to be offline.", DOUBTFUL))
    if report.interrupted:
        sheet.line(styled("Interrupted: this is what was checked until then.", DOUBTFUL))
    if not quiet and any(file.claims for file in report.files):
        sheet.line(
            styled("A verdict says what the text of a page states, never that a claim is true.", ASIDE)
        )
    *counts, outcome = describe_ending(report, problems)
    parts = [*map(Text, counts), styled(outcome, WRONG if report.exit_code else "bold green")]
    whole = Text(" · ").join(parts)
    for line in [whole] if whole.cell_len <= sheet.width - _HANG else parts:
        sheet.line(line, hang=_HANG)
