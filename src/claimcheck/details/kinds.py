"""Words of which one excludes the other: a claim may say "mother" where its page has "grandmother", or "enacted" for "approved"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.details.doubt import Doubt
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.text.apart import apart_from

_KINDS = """
wife husband girlfriend boyfriend|mother father parents|son daughter child children|brother sister|grandmother grandfather|grandson granddaughter|uncle aunt|nephew niece|cousin|sister-in-law brother-in-law|mother-in-law father-in-law|son-in-law daughter-in-law|stepmother stepfather
teacher teachers|pupil pupils student students
landlord landlords|tenant tenants
supplier suppliers|customer customers
employer employers|employee employees
predecessor|successor
north northern|south southern|east eastern|west western|north-east northeast northeastern|north-west northwest northwestern|south-east southeast southeastern|south-west southwest southwestern
spring|summer|autumn fall|winter
red|green|blue|yellow|black|white|brown|purple|pink
gold golden|silver|bronze
"""
"""A kind a line: its members, each with all words for it."""
_ANY = re.compile(rf"\b(?:{'|'.join(_KINDS.replace('|', ' ').split())})\b")
"""A word of any kind: most claims have none."""
_RECIPROCAL = frozenset(["mother father parents", "son daughter child children"])
"""Members of which one is told by the other: her son is whose mother she is."""


def find_other_members(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield the words of a kind of which the evidence has others alone, and the sentence that tells most of the claim one of them."""
    if not evidence or query.language != "en":
        return
    best = query.most_telling(evidence)
    for members, pattern in _kinds() if _ANY.search(query.claim) else ():
        mine = [one for one in pattern.finditer(query.claim) if query.is_checked(one.start())]
        if not mine:
            continue
        told = {members[one[0]] for at in evidence for one in pattern.finditer(page.text_of(at))}
        other = pattern.search(page.document.text, *page.sentences[best])
        for one in mine:
            own = members[one[0]]
            if other and own not in told and not (own in _RECIPROCAL and told & _RECIPROCAL):
                yield Doubt(one.span(), other.span(), best)


def find_other_acts(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield the words of a claim that no evidence tells, where the sentence that tells most of it has one that is apart from them."""
    if not evidence or query.language != "en":
        return
    untold, best = query.untold_by(evidence), query.most_telling(evidence)
    for word in query.words:
        apart = apart_from(word.key) if query.mask_of([word.key]) & untold else frozenset()
        other = next((one for one in page.words_of(best) if one.key in apart), None)
        if other:
            yield Doubt(word.span, other.span, best)


@cache
def _kinds() -> tuple[tuple[dict[str, str], re.Pattern[str]], ...]:
    """Compile each kind: its words, each with its member, and the pattern that finds them in small letters."""
    return tuple(
        (
            members := {word: member for member in kind.split("|") for word in member.split()},
            re.compile(rf"\b(?:{'|'.join(sorted(members, key=len, reverse=True))})\b(?!-)"),
        )
        for kind in _KINDS.strip().splitlines()
    )
