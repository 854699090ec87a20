"""A verdict in one plain sentence: what an editor needs to know before looking at the evidence."""

from collections.abc import Sequence

from claimcheck.details.compare import Details
from claimcheck.model import Mismatch, Span, Verdict
from claimcheck.text.factuality import is_denying

_BESIDE = 150
"""Characters between two values that one sentence may hold."""
NOTHING = "Nothing of the claim was found on the page, which was read in full."


def explain(
    verdict: Verdict,
    mismatches: Sequence[Mismatch],
    missing: Sequence[Span],
    details: Details,
    texts: tuple[str, str],
    *,
    outside: bool,
) -> str:
    """Say what the page states, lacks or tells otherwise; `texts` are the claim and the page."""
    lacking = _listed([span.text for span in missing])
    match verdict:
        case Verdict.CONTRADICTED:
            first = mismatches[0]
            return f"The page has “{first.source}” where the claim says “{first.claim}”."
        case Verdict.SUPPORTED:
            return (
                f"The page states it, but not in these words: {lacking}."
                if lacking
                else "The page states all of it."
            )
        case _:
            return _explain_part(lacking, details, texts, outside=outside)


def _explain_part(lacking: str, details: Details, texts: tuple[str, str], *, outside: bool) -> str:
    if details.absent:
        values = _listed([value.text for value in details.absent])
        others = _listed(list(dict.fromkeys(value.text for value in details.instead)))
        return f"A part of it is there; the passages do not give {values}{f', but {others}' * bool(others)}."
    doubt = next((one for one in details.doubts if one.source), None)
    if doubt and doubt.source:
        return _explain_doubt(texts[0][slice(*doubt.claim)], texts[1], doubt.source)
    if details.voice and not lacking:
        return _explain_voice(details.voice)
    if outside:
        return "It stands on the page, but outside the article's own text."
    return (
        f"A part of it is there; not found: {lacking}." if lacking else "Its words are there, but far apart."
    )


def _explain_doubt(mine: str, page: str, source: tuple[int, int]) -> str:
    theirs = page[slice(*source)]
    if is_denying(theirs.split()[0]) and mine.lower() in theirs.lower():
        return _explain_voice(theirs)
    if mine in page[max(source[0] - _BESIDE, 0) : source[1] + _BESIDE]:
        return f"Look closely: “{mine}” and “{theirs}” stand side by side on the page, perhaps in each other's part."
    return f"Look closely: where the claim says “{mine}”, the page may have “{theirs}”."


def _explain_voice(voice: str) -> str:
    if is_denying(voice.split(maxsplit=1)[0]):
        return f"Look closely: the page may deny it; the passage says “{voice}”."
    return f"It is there, but not as a plain statement: the passage says “{voice}”."


def _listed(texts: Sequence[str]) -> str:
    shown = [f"“{text}”" for text in texts[:4]]
    if len(texts) > 4:
        shown.append(f"{len(texts) - 4} more")
    return ", ".join(shown)
