"""What a run has to do: the claims and sources that were asked for, and the pages that they come down to."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.errors import UsageError
from claimcheck.judge.questions import Question
from claimcheck.model import CitedSource, ClaimsFile
from claimcheck.text.language import detect_language
from claimcheck.urls import without_fragment, without_tracking


@dataclass(frozen=True, slots=True)
class Citation:
    """A source of one file, and what that file asks of it."""

    file: int
    """Index of the claims file."""
    source: CitedSource
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page to fetch once, for all who cite it with the same saved copy."""

    url: str
    snapshot: str | None
    citations: tuple[Citation, ...]
    wants_text: bool = False
    """Whoever asked wants to read it: `claimcheck text`."""
    published: date | None = None
    """Day of the first explainer with one that cites it: an archived capture from then is what its author saw."""


def select(
    files: Iterable[ClaimsFile], *, claims: Collection[str] = (), sources: Collection[str] = ()
) -> tuple[ClaimsFile, ...]:
    """Leave out all but the named claims and sources, and the claims that cite none of these; keep all without names."""
    given = tuple(files)
    _require_known("claim", claims, {claim.id for file in given for claim in file.claims})
    _require_known("source", sources, {source.id for file in given for source in file.sources})
    if not claims and not sources:
        return given
    kept = tuple(one for file in given if (one := _selected(file, claims, sources)) is not None)
    if not kept:
        raise UsageError("nothing is left to check: no chosen claim cites a chosen source")
    return kept


def select_sources(files: Iterable[ClaimsFile], *, sources: Collection[str] = ()) -> tuple[ClaimsFile, ...]:
    """Keep the named sources, or all without names, whether a claim cites them or not; claims are left out, so that nothing is asked of the pages."""
    given = tuple(files)
    _require_known("source", sources, {source.id for file in given for source in file.sources})
    kept = (
        replace(
            file, claims=(), sources=tuple(one for one in file.sources if not sources or one.id in sources)
        )
        for file in given
    )
    return tuple(file for file in kept if file.sources)


def plan_pages(files: Iterable[ClaimsFile]) -> tuple[PagePlan, ...]:
    """List the pages to fetch, each once, in the order of the files."""
    pages: dict[tuple[str, str | None], PagePlan] = {}
    for index, file in enumerate(files):
        asked: dict[str, list[Question]] = {source.id: [] for source in file.sources}
        language = detect_language("\n".join(claim.text for claim in file.claims))
        for claim in file.claims:
            for source_id in file.cited_by(claim):
                asked[source_id].append(
                    Question(source_id, claim.id, claim.text, claim.analysis, claim.quote, index, language)
                )
        for source in file.sources:
            key = without_tracking(source.url), source.snapshot
            page = pages.get(key) or PagePlan(without_fragment(source.url), source.snapshot, ())
            cited = Citation(index, source, tuple(asked[source.id]))
            pages[key] = replace(
                page, citations=(*page.citations, cited), published=page.published or file.published
            )
    return tuple(pages.values())


def _require_known(kind: str, names: Collection[str], known: Collection[str]) -> None:
    unknown = [name for name in names if name not in known]
    if unknown:
        listed = ", ".join(sorted(known)[:12]) + (", …" if len(known) > 12 else "")
        raise UsageError(f"no {kind} has the id {', '.join(unknown)}", hint=f"there are: {listed}")


def _selected(file: ClaimsFile, claims: Collection[str], sources: Collection[str]) -> ClaimsFile | None:
    chosen = {source.id for source in file.sources if not sources or source.id in sources}
    kept = []
    for claim in file.claims:
        cited = tuple(one for one in file.cited_by(claim) if one in chosen)
        if cited and (not claims or claim.id in claims):
            kept.append(claim if claim.cites is None else replace(claim, cites=cited))
    cited_by_kept = {one for claim in kept for one in (claim.cites or chosen)}
    left = tuple(source for source in file.sources if source.id in (cited_by_kept if claims else chosen))
    return replace(file, sources=left, claims=tuple(kept)) if kept else None
