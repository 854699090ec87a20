"""Reads a claims file's text into checked claims and sources, or raises every mistake in it."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from pydantic import ValidationError

from claimcheck.claims.analysis import locate_analysis
from claimcheck.claims.ids import derive_claim_id, derive_source_id, number_clashes
from claimcheck.claims.positions import read_tree
from claimcheck.claims.shape import (
    ClaimShape,
    FileShape,
    Shape,
    SourceShape,
    StateAcceptanceShape,
    Surroundings,
    VerdictAcceptanceShape,
    is_identifier,
)
from claimcheck.claims.tree import KeyPath, Tree, mistake_at
from claimcheck.claims.wording import Flaw, word_error
from claimcheck.errors import ClaimsFileError, Mistake
from claimcheck.model import (
    Acceptance,
    CitedSource,
    Claim,
    ClaimsFile,
    ClaimVerdict,
    FindingAcceptance,
    State,
    Verdict,
)

S = TypeVar("S", bound=Shape)

LEAST = "{version: 1, sources: [https://site.example/page], claims: [{text: What the page says.}]}"
"""A claims file that can be copied from a hint: who installed the command has no documents at hand."""


def read_claims_file(path: str, text: str, *, exists: Callable[[str], bool]) -> ClaimsFile:
    """Read a claims file, YAML or JSON, or raise `ClaimsFileError` with every mistake in it.

    `path` names the file in mistakes and is where saved copies start from; `exists` says whether such a copy is there.
    """
    tree = read_tree(path, text.removeprefix("\ufeff"))
    return _FileReader(path, tree, exists).read()


class _FileReader:
    """Reads one file part by part, so that a mistake in one part hides none in another."""

    def __init__(self, path: str, tree: Tree, exists: Callable[[str], bool]) -> None:
        self._path = path
        self._tree = tree
        self._exists = exists
        self._flaws: list[Flaw] = []

    def read(self) -> ClaimsFile:
        root = self._tree.value
        if not isinstance(root, dict) or "schema_version" in root:
            self._flaws.append(_flaw_of_root(root))
            raise ClaimsFileError(self._mistakes())
        top = self._check(FileShape, root, ())
        sources = self._read_sources(root.get("sources"))
        claims = self._read_claims(root.get("claims"), frozenset(sources))
        mistakes = self._mistakes()
        if mistakes or top is None:
            raise ClaimsFileError(mistakes)
        return ClaimsFile(
            path=self._path,
            title=top.title,
            sources=tuple(source for source in sources.values() if source),
            claims=claims,
            url=top.url,
            published=top.published,
            min_sources=top.policy.min_sources,
            strikes=top.policy.strikes,
        )

    def _read_sources(self, raw: object) -> Mapping[str, CitedSource | None]:
        """Read the sources by id; None stands for one that is defined, and wrong."""
        match raw:
            case dict():
                self._flaws += (
                    Flaw(
                        ("sources", name), "the id of a source is empty, or has blanks around it", at_key=True
                    )
                    for name in raw
                    if not is_identifier(name)
                )
                return {
                    name: self._read_source(name, entry, ("sources", name)) for name, entry in raw.items()
                }
            case list():
                names = number_clashes([_id_of_listed(entry) for entry in raw])
                return {
                    name: self._read_source(name, {"url": entry}, ("sources", index))
                    for index, (name, entry) in enumerate(zip(names, raw, strict=True))
                }
            case _:
                return {}

    def _read_source(self, name: str, raw: object, path: KeyPath) -> CitedSource | None:
        folder = posixpath.dirname(self._path)
        around = Surroundings(locate=lambda snapshot: posixpath.join(folder, snapshot), exists=self._exists)
        shape = self._check(SourceShape, {"url": raw} if isinstance(raw, str) else raw, path, around)
        if shape is None:
            return None
        return CitedSource(
            id=name,
            url=shape.url,
            line=self._tree.key_place(path).line,
            snapshot=shape.snapshot,
            accept=_state_acceptance(shape.accept) if shape.accept else None,
        )

    def _read_claims(self, raw: object, defined: frozenset[str]) -> tuple[Claim, ...]:
        if not isinstance(raw, list):
            return ()
        shapes = [self._read_claim(entry, ("claims", index), defined) for index, entry in enumerate(raw)]
        given = self._given_ids(raw)
        derived = iter(
            number_clashes(
                [derive_claim_id(shape.text) for shape in shapes if shape and shape.id is None], given
            )
        )
        return tuple(
            _to_claim(shape, shape.id or next(derived), self._tree.place(("claims", index)).line)
            for index, shape in enumerate(shapes)
            if shape
        )

    def _read_claim(self, raw: object, path: KeyPath, defined: frozenset[str]) -> ClaimShape | None:
        cited = raw.get("sources") if isinstance(raw, dict) else None
        if isinstance(cited, list):
            names = frozenset(name for name in cited if isinstance(name, str))
        else:
            names = defined
        return self._check(ClaimShape, raw, path, Surroundings(defined, names))

    def _given_ids(self, claims: list[object]) -> Mapping[str, int]:
        """List the ids that the file gives its claims, with the line of each; a second use is a mistake."""
        lines: dict[str, int] = {}
        for index, claim in enumerate(claims):
            name = claim.get("id") if isinstance(claim, dict) else None
            if not isinstance(name, str):
                continue
            path = ("claims", index, "id")
            if name in lines:
                message = f"the id `{name}` is used twice"
                self._flaws.append(Flaw(path, message, f"the first is in line {lines[name]}"))
            lines.setdefault(name, self._tree.place(path).line)
        return lines

    def _check(
        self, shape: type[S], raw: object, path: KeyPath, around: Surroundings | None = None
    ) -> S | None:
        try:
            return shape.model_validate(raw, context=around)
        except ValidationError as error:
            self._flaws += (word_error(found, path) for found in error.errors(include_url=False))
            return None

    def _mistakes(self) -> tuple[Mistake, ...]:
        """Place every flaw; where the text itself could not be read, what followed from it is left out."""
        broken = {(mistake.line, mistake.column) for mistake in self._tree.mistakes}
        placed = (self._place(flaw) for flaw in self._flaws)
        return (
            *self._tree.mistakes,
            *(mistake for mistake in placed if (mistake.line, mistake.column) not in broken),
        )

    def _place(self, flaw: Flaw) -> Mistake:
        place = self._tree.key_place(flaw.path) if flaw.at_key else self._tree.place(flaw.path)
        return mistake_at(self._path, place, flaw.message, flaw.hint)


def _flaw_of_root(root: object) -> Flaw:
    match root:
        case None:
            return Flaw((), "the file is empty", f"the least that one needs: {LEAST}")
        case dict():
            return Flaw(
                ("schema_version",),
                "this is a saved report, no claims file",
                "see `claimcheck report`",
                at_key=True,
            )
        case _:
            return Flaw(
                (), "a claims file is a table of `key: value` lines", "begin the file with `version: 1`"
            )


def _id_of_listed(entry: object) -> str:
    try:
        return derive_source_id(entry) if isinstance(entry, str) else "source"
    except ValueError:  # no URL at all, which is reported where it is checked
        return "source"


def _state_acceptance(shape: StateAcceptanceShape) -> Acceptance[State]:
    return Acceptance(State(shape.state), shape.reason, shape.by, shape.until)


def _to_claim(shape: ClaimShape, name: str, line: int) -> Claim:
    accept = shape.accept or []
    return Claim(
        id=name,
        text=shape.text,
        line=line,
        cites=None if shape.sources is None else tuple(shape.sources),
        quote=shape.quote,
        analysis=locate_analysis(shape.analysis, shape.text) if shape.analysis else None,
        min_sources=shape.min_sources,
        accept=tuple(_claim_acceptances(accept)),
        accept_findings=tuple(_finding_acceptances(accept)),
    )


def _claim_acceptances(accept: list[VerdictAcceptanceShape]) -> Iterator[Acceptance[ClaimVerdict]]:
    for entry in accept:
        if entry.source is None:
            yield Acceptance(ClaimVerdict(entry.verdict), entry.reason, entry.by, entry.until)


def _finding_acceptances(accept: list[VerdictAcceptanceShape]) -> Iterator[FindingAcceptance]:
    for entry in accept:
        if entry.source is not None:
            acceptance = Acceptance(Verdict(entry.verdict), entry.reason, entry.by, entry.until)
            yield FindingAcceptance(entry.source, acceptance)
