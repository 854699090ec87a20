"""A verdict in one plain sentence: what an editor needs to know before looking at the evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.details.compare import Details
from claimcheck.model import LOOK_CLOSELY, Mismatch, Span, Verdict
from claimcheck.text.factuality import is_denying
from claimcheck.text.values import Value

_BESIDE = 150
"""Characters between two values that one sentence may hold."""


@dataclass(frozen=True, slots=True)
class Missing:
    """The words of a claim that its evidence does not tell, in order."""

    spans: tuple[Span, ...]
    told: tuple[Span, ...] = ()
    """Those of them that stand in the evidence all the same: they may be denied there, or told of something else."""


NOTHING = "Nothing of the claim was found on the page, which was read in full."


def explain(
    verdict: Verdict,
    mismatches: Sequence[Mismatch],
    missing: Missing,
    details: Details,
    texts: tuple[str, str],
    *,
    outside: bool,
) -> str:
    """Say what the page states, lacks or tells otherwise; `texts` are the claim and the page."""
    match verdict:
        case Verdict.CONTRADICTED:
            first = mismatches[0]
            return f"The page has “{first.source}” where the claim says “{first.claim}”."
        case Verdict.SUPPORTED:
            lacking = _listed(missing.spans)
            return (
                f"The page states it, but not in these words: {lacking}."
                if lacking
                else "The page states all of it."
            )
        case _:
            return _explain_part(missing, details, texts, outside=outside)


def _explain_part(missing: Missing, details: Details, texts: tuple[str, str], *, outside: bool) -> str:
    if details.absent:
        values = _listed(details.absent)
        others = _listed({value.text: value for value in details.instead}.values())
        return f"A part of it is there; the passages do not give {values}{f', but {others}' * bool(others)}."
    doubt = next((one for one in details.doubts if one.source), None)
    if doubt and doubt.source:
        return _explain_doubt(texts[0][slice(*doubt.claim)], texts[1], doubt.source)
    if details.voice and not missing.spans:
        return _explain_voice(details.voice)
    where = "outside the article's own text" if outside else "there"
    if lacking := _listed(one for one in missing.spans if one not in missing.told):
        return f"A part of it is {where}; not found: {lacking}."
    if missing.told:
        return f"{LOOK_CLOSELY}the passages have {_listed(missing.told)}, but may not say the same of it."
    return (
        "It stands on the page, but outside the article's own text."
        if outside
        else "Its words are there, but no passage puts them together as the claim does."
    )


def _explain_doubt(mine: str, page: str, source: tuple[int, int]) -> str:
    theirs = page[slice(*source)]
    if any(map(is_denying, theirs.split())) and not any(map(is_denying, mine.split())):
        return f"{LOOK_CLOSELY}the page may deny it; the passage says “{theirs}”."
    if mine.lower() in theirs.lower():
        return f"{LOOK_CLOSELY}the claim says “{mine}”, the page no more than “{theirs}”."
    if mine in page[max(source[0] - _BESIDE, 0) : source[1] + _BESIDE]:
        return f"{LOOK_CLOSELY}the passage has both “{mine}” and “{theirs}”; make sure which is told of what."
    return f"{LOOK_CLOSELY}where the claim says “{mine}”, the page may have “{theirs}”."


def _explain_voice(voice: str) -> str:
    if is_denying(voice.split(maxsplit=1)[0]):
        return f"{LOOK_CLOSELY}the page may deny it; the passage says “{voice}”."
    return f"It is there, but not as a plain statement: the passage says “{voice}”."


def _listed(pieces: Iterable[Span | Value]) -> str:
    texts = [one.text for one in pieces]
    shown = [f"“{text}”" for text in texts[:4]]
    if len(texts) > 4:
        shown.append(f"{len(texts) - 4} more")
    return ", ".join(shown)
