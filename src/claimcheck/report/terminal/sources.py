"""What became of the sources: one line each where all is well, and what to do where it is not."""

from collections.abc import Mapping
from datetime import UTC

from rich.text import Text

from claimcheck.model import CheckedClaim, Reason, Source, SourceWarning, State, Via
from claimcheck.report.problems import Effect
from claimcheck.report.terminal.marks import add_marks
from claimcheck.report.terminal.sheet import Sheet, shown, styled
from claimcheck.report.terminal.styles import ASIDE, DOUBTFUL, HEADING, MARKS, NAME, STATE_STYLES
from claimcheck.report.words import REASONS, SOURCE_WARNINGS, plural, spell


def describe_source(source: Source) -> str:
    """Say in a sentence what was seen of a source, and what to do where no copy was read in its place."""
    if source.via in {Via.SNAPSHOT, Via.ARCHIVE} and source.reason and not source.accepted:
        return REASONS[source.reason]
    return source.detail or (REASONS[source.reason] if source.reason else spell(source.state))


def add_sources(
    sheet: Sheet,
    sources: tuple[Source, ...],
    effects: Mapping[CheckedClaim | Source, Effect],
    *,
    shows_origins: bool,
    verbose: bool,
) -> None:
    """Add the sources of a file, in short those that stand among the problems; those that were not fetched share one line."""
    sheet.line(styled(plural(len(sources), "source"), HEADING))
    fetched = [source for source in sources if source.reason is not Reason.NOT_FETCHED or source.via]
    column = max((4 + len(source.state) for source in fetched), default=0)
    for source in fetched:
        _add_source(sheet, source, effects.get(source), column=column, verbose=verbose)
        if source.same_origin_as and shows_origins:
            others = shown(", ".join(source.same_origin_as), NAME)
            below = sheet.column(column)
            sheet.line(Text("of one origin with ") + others + "; they count once", indent=below, hang=2)
    if skipped := [source for source in sources if source not in fetched]:
        names = Text(", ").join(shown(source.id, NAME) for source in skipped)
        sheet.line(styled("not fetched: ", STATE_STYLES[State.UNREACHABLE]) + names, indent=2, hang=2)


def _add_source(sheet: Sheet, source: Source, effect: Effect | None, *, column: int, verbose: bool) -> None:
    label = Text(MARKS[effect]) + styled(spell(source.state), STATE_STYLES[source.state])
    name = shown(source.id, NAME)
    if source.state is State.OK:
        sheet.row(label, name + ": " + shown(source.title or source.url), column=column)
        if source.detail:
            sheet.line(shown(source.detail, DOUBTFUL), indent=sheet.column(column), hang=2)
    else:
        reason = styled(f" ({source.reason})" if source.reason else "", ASIDE)
        is_told_above = effect is not None and not verbose
        sentence = Text() if is_told_above else Text(": ") + shown(describe_source(source))
        sheet.row(label, name + reason + sentence, column=column)
    below = sheet.column(column)
    if (source.state is not State.OK and effect is None) or verbose:
        sheet.link(source.url, indent=below)
        add_redirect(sheet, source, indent=below)
    if source.via is Via.SNAPSHOT:
        title = Text(": ") + shown(source.title) if source.title and source.state is not State.OK else Text()
        sheet.line(styled("judged on the saved copy", DOUBTFUL) + title, indent=below, hang=2)
    add_capture(sheet, source, "judged on the capture of", indent=below)
    for warning in source.warnings:
        sheet.line(styled(f"{warning}: {SOURCE_WARNINGS[warning]}", DOUBTFUL), indent=below, hang=2)
        if warning is SourceWarning.MOVED_PERMANENTLY and source.final_url:
            sheet.link(source.final_url, indent=below + 2)
    add_marks(sheet, source, indent=below)
    if verbose:
        _add_metadata(sheet, source, indent=below)


def add_redirect(sheet: Sheet, source: Source, *, indent: int) -> None:
    """Add where a source that failed had been led to."""
    if source.state is not State.OK and source.redirects:
        sheet.line(styled("redirected to", ASIDE), indent=indent, hang=2)
        sheet.link(source.redirects[-1], indent=indent + 2)


def add_capture(sheet: Sheet, source: Source, words: str, *, indent: int) -> None:
    """Add the archived capture that was read in a source's place, if one was, after words of its day."""
    if source.via is Via.ARCHIVE and source.captured_at and source.archived_url:
        sheet.line(styled(f"{words} {source.captured_at:%Y-%m-%d}", DOUBTFUL), indent=indent)
        sheet.link(source.archived_url, indent=indent + 2)


def _age(source: Source) -> str:
    """Say when a page was received, or confirmed, that was not sent again."""
    moment = source.retrieved_at
    return (
        f"from the cache, as of {moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if moment else "from the cache"
    )


def _add_metadata(sheet: Sheet, source: Source, *, indent: int) -> None:
    for passed in source.redirects[: None if source.state is State.OK else -1]:
        sheet.line(styled("redirected to", ASIDE), indent=indent, hang=2)
        sheet.link(passed, indent=indent + 2)
    facts = [
        f"HTTP {source.http_status}" if source.http_status else None,
        _age(source) if source.via is Via.CACHE else None,
        source.content_type,
        source.language,
        None if source.words is None else plural(source.words, "word"),
        f"published {source.published}" if source.published else None,
        source.byline,
    ]
    if known := [fact for fact in facts if fact]:
        sheet.line(shown(" · ".join(known), ASIDE), indent=indent, hang=2)
