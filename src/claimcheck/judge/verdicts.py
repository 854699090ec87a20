"""The findings of one claim to the claim's verdict: the ordered table of the interface, and what a sign-off does to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from claimcheck.model import (
    NOT_CHECKED,
    Acceptance,
    CheckedClaim,
    Claim,
    ClaimVerdict,
    ClaimWarning,
    Finding,
    QuoteResult,
    Verdict,
)
from claimcheck.signoffs import describe_lapse
from claimcheck.text.conclusions import find_conclusion

SUPPORTIVE = frozenset([Verdict.SUPPORTED, Verdict.PARTIALLY_SUPPORTED])


_SHORT_OF_SUPPORT = frozenset(Verdict) - {Verdict.SUPPORTED}
_RESTS_ON: Mapping[ClaimVerdict, frozenset[Verdict]] = {
    ClaimVerdict.PARTIALLY_SUPPORTED: frozenset([Verdict.PARTIALLY_SUPPORTED]),
    ClaimVerdict.UNCHECKED: frozenset([Verdict.UNCHECKED]),
    # a source more that supports must not make void what was signed off without it
    ClaimVerdict.TOO_FEW_SOURCES: _SHORT_OF_SUPPORT,
    ClaimVerdict.NOT_FOUND: _SHORT_OF_SUPPORT,
    # nothing to sign off: an accepted contradiction is not counted in the first place
    ClaimVerdict.SUPPORTED: frozenset(),
    ClaimVerdict.CONTRADICTED: frozenset(),
    ClaimVerdict.DISPUTED: frozenset(),
}


LONGEST_QUOTE = 60
"""Characters of a quote that an explanation repeats."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What is known of the sources that a claim cites, besides its findings."""

    origins: Mapping[str, int]
    """Source id -> number of its origin; sources of one origin count once."""
    read: frozenset[str]
    """Ids of the sources whose text was read."""
    quoting: frozenset[str]
    """Ids of the sources in which the claim's `quote` stands verbatim."""


def check_claim(
    claim: Claim,
    findings: Iterable[Finding],
    cited: Cited,
    *,
    min_sources: int,
    today: date,
    warning: ClaimWarning | None = None,
) -> CheckedClaim:
    """Form a claim's verdict over its findings; `warning` says why the claim itself cannot be judged."""
    signed, expired = _sign_off(claim, tuple(findings), today)
    quote = None
    if claim.quote is not None:
        quote = QuoteResult(claim.quote, tuple(one.source for one in signed if one.source in cited.quoting))
    quoted = quote is None or bool(quote.found_in)
    verdict = form_verdict(signed, origins=cited.origins, min_sources=min_sources, quoted=quoted)
    # a sign-off of the claim holds on where one of a contradiction joins it: none makes the other void
    bare = [replace(one, accepted=None) for one in signed]
    unsigned = form_verdict(bare, origins=cited.origins, min_sources=min_sources, quoted=quoted)
    named = {verdict, unsigned} if verdict is not ClaimVerdict.SUPPORTED else set[ClaimVerdict]()
    own = [one for one in claim.accept if one.word in named]
    holding = [one for one in own if not one.expired(today)]
    missing_quote = (
        quote is not None and not quote.found_in and all(one.source in cited.read for one in signed)
    )
    acceptance = holding[0] if holding else _accepted_through(verdict, signed, quoted=not missing_quote)
    expired |= bool(own) and not holding
    is_open = acceptance is None and verdict is not ClaimVerdict.UNCHECKED
    lapsed = [one for one in claim.accept if is_open and one not in holding]
    bad_citation = any(_is_bad(one) for one in signed) and claim.cites is not None
    warnings = {
        ClaimWarning.ANALYSIS_CANDIDATE: claim.analysis is None and find_conclusion(claim.text) is not None,
        ClaimWarning.MISSING_QUOTE: missing_quote,
        ClaimWarning.BAD_CITATION: bad_citation,
        ClaimWarning.ACCEPT_EXPIRED: expired,
    }
    return CheckedClaim(
        id=claim.id,
        text=claim.text,
        line=claim.line,
        verdict=verdict,
        explanation=" ".join(
            [
                _explain(verdict, signed, min_sources, cited, quote=claim.quote, missing_quote=missing_quote),
                *(describe_lapse(one, verdict, today) for one in lapsed),
                *_lapses(claim, signed, today),
            ]
        ),
        warnings=(*((warning,) if warning else ()), *(word for word, given in warnings.items() if given)),
        accepted=acceptance,
        min_sources=min_sources,
        cites=claim.cites,
        supported_by=tuple(one.source for one in signed if one.verdict is Verdict.SUPPORTED),
        quote=quote,
        analysis=claim.analysis,
        findings=signed,
    )


def form_verdict(
    findings: Iterable[Finding], *, origins: Mapping[str, int], min_sources: int, quoted: bool
) -> ClaimVerdict:
    """Give the first verdict of the table that applies; accepted contradictions are left out."""
    counted = [one for one in findings if not (one.accepted and one.verdict is Verdict.CONTRADICTED)]
    said = {one.verdict for one in counted}
    full = _count(counted, {Verdict.SUPPORTED}, origins)
    any_part = _count(counted, SUPPORTIVE, origins)
    if Verdict.CONTRADICTED in said:
        return ClaimVerdict.DISPUTED if Verdict.SUPPORTED in said else ClaimVerdict.CONTRADICTED
    if full >= min_sources and quoted:
        return ClaimVerdict.SUPPORTED
    if any_part >= min_sources:
        return ClaimVerdict.PARTIALLY_SUPPORTED
    if Verdict.UNCHECKED in said:
        return ClaimVerdict.UNCHECKED
    return ClaimVerdict.TOO_FEW_SOURCES if any_part else ClaimVerdict.NOT_FOUND


def _count(findings: Iterable[Finding], verdicts: Iterable[Verdict], origins: Mapping[str, int]) -> int:
    wanted = frozenset(verdicts)
    return len({origins[one.source] for one in findings if one.verdict in wanted})


def _sign_off(claim: Claim, findings: tuple[Finding, ...], today: date) -> tuple[tuple[Finding, ...], bool]:
    """Mark the findings that a human accepted, and say whether a sign-off that would hold has expired."""
    signed: list[Finding] = []
    expired = False
    for finding in findings:
        matching = [
            one.acceptance
            for one in claim.accept_findings
            if one.source == finding.source and one.acceptance.word is finding.verdict
        ]
        holding = [one for one in matching if not one.expired(today)]
        expired |= bool(matching) and not holding
        signed.append(replace(finding, accepted=holding[0] if holding else None))
    return tuple(signed), expired


def _lapses(claim: Claim, findings: tuple[Finding, ...], today: date) -> Iterator[str]:
    """Say of the sign-offs of findings that do not hold why that is; nothing of those that could not be checked."""
    open_findings = {
        one.source: one for one in findings if not (one.accepted or one.verdict is Verdict.UNCHECKED)
    }
    for signed in claim.accept_findings:
        if finding := open_findings.get(signed.source):
            yield f"{finding.source}: {describe_lapse(signed.acceptance, finding.verdict, today)}"


def _accepted_through(
    verdict: ClaimVerdict, findings: tuple[Finding, ...], *, quoted: bool
) -> Acceptance[ClaimVerdict] | None:
    """Give the sign-off that a claim has where its verdict rests on accepted findings alone."""
    resting = _rests_on(verdict, findings)
    if not resting or not quoted or not all(one.accepted for one in resting):
        return None
    until = min((one.accepted.until for one in findings if one.accepted and one.accepted.until), default=None)
    return Acceptance(verdict, until=until)


def _rests_on(verdict: ClaimVerdict, findings: tuple[Finding, ...]) -> list[Finding]:
    """List the findings that keep a claim from being supported."""
    return [one for one in findings if one.verdict in _RESTS_ON[verdict]]


def _is_bad(finding: Finding) -> bool:
    return finding.verdict in {Verdict.NOT_FOUND, Verdict.CONTRADICTED} and finding.accepted is None


def _explain(
    verdict: ClaimVerdict,
    findings: tuple[Finding, ...],
    min_sources: int,
    cited: Cited,
    *,
    quote: str | None,
    missing_quote: bool,
) -> str:
    by = {
        word: [one.source for one in findings if one.verdict is word and not _left_out(one)]
        for word in Verdict
    }
    full, part = by[Verdict.SUPPORTED], by[Verdict.PARTIALLY_SUPPORTED]
    against = by[Verdict.CONTRADICTED]
    contradiction = "; ".join(f"{one.source}: {one.explanation}" for one in findings if one.source in against)
    origins = {cited.origins[one] for one in (*full, *part)}
    once = ", which count once" if len(origins) < len(full) + len(part) else ""
    support = f"{_support(full, part)}{once}"
    wanted = f"{min_sources} independent sources are asked for"
    match verdict:
        case ClaimVerdict.DISPUTED:
            sentence = f"{_support(full, [])}, but {contradiction}"
        case ClaimVerdict.CONTRADICTED:
            sentence = contradiction
        case ClaimVerdict.SUPPORTED:
            sentence = f"{_support(full, [])}."
        case ClaimVerdict.PARTIALLY_SUPPORTED:
            in_full = len({cited.origins[one] for one in full}) >= min_sources
            where = (
                "stands in no cited source" if missing_quote else "was not found where the text could be read"
            )
            shortfall = (
                f", but the quote “{_cut(quote or '')}” {where}" if in_full else f"; {wanted}" if full else ""
            )
            sentence = f"{_support(full, []) if in_full else support}{shortfall}."
            missing_quote = missing_quote and not in_full
        case ClaimVerdict.UNCHECKED:
            lead = f"{support}, but {wanted}; n" if full or part else "N"
            sentence = f"{lead}o verdict from {_reasons(findings)}"
        case ClaimVerdict.TOO_FEW_SOURCES:
            sentence = f"{support}{'' if once else ' alone'}; {wanted}."
        case ClaimVerdict.NOT_FOUND:
            absent = by[Verdict.NOT_FOUND]
            sentence = f"Not found in {_and(absent)}." if absent else "No source is left that speaks of it."
        case _:
            assert_never(verdict)
    return (
        f"{sentence} The quote “{_cut(quote or '')}” stands in no cited source."
        if missing_quote
        else sentence
    )


def _support(full: list[str], part: list[str]) -> str:
    if full and part:
        return f"Supported by {_and(full)}, in part by {_and(part)}"
    return f"Supported by {_and(full)}" if full else f"Supported in part by {_and(part)}"


def _reasons(findings: tuple[Finding, ...]) -> str:
    """Say which sources gave no verdict, and why; those with one reason together."""
    why: dict[str, list[str]] = {}
    for one in findings:
        if one.verdict is Verdict.UNCHECKED:
            why.setdefault(one.explanation.removeprefix(NOT_CHECKED), []).append(one.source)
    return "; ".join(f"{_and(sources)}: {reason.rstrip('.')}" for reason, sources in why.items()) + "."


def _left_out(finding: Finding) -> bool:
    return finding.verdict is Verdict.CONTRADICTED and finding.accepted is not None


def _cut(quote: str) -> str:
    return quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE]}…"


def _and(sources: list[str]) -> str:
    if len(sources) < 2:
        return "".join(sources)
    return f"{', '.join(sources[:-1])} and {sources[-1]}"
