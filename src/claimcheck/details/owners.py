"""Whose something is: a claim may say of one of its names what its page says of another, as in "Bezos's SpaceX"."""

from collections.abc import Iterator, Sequence

from claimcheck.details.difference import Difference
from claimcheck.details.slots import alike
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.words import Word

MOST = 0.7
"""Share of the rest of the claim that a sentence must tell for another owner in it to differ."""
BEHIND = 3
"""Words behind a thing in which its owner may stand: "the shares of the firm"."""


def find_other_owners(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield the owners whose thing is that of another of the claim's names in the evidence, and theirs in no sentence."""
    words = query.text_words
    for owner, (thing, *_) in _owned(words) if query.language == "en" else ():
        own = query.mask_of([owner.key]) & query.names
        if not (own and thing.key and query.is_checked(owner.start)):
            continue
        rest = query.everything & ~own
        one_name = {one.key for one in words if owner.start - 1 <= one.end <= owner.end}
        found = (
            Difference(MismatchKind.ROLE, owner.span, other.span, sentence, 1.0)
            for sentence in evidence
            if query.share(rest, query.told(sentence)) >= MOST
            for other, things in _owned(page.words_of(sentence))
            if query.mask_of([other.key]) & query.names and other.key not in one_name
            # in its own form: "the government's dismissal" is no "government's decision to dismiss"
            if thing.text.lower() in {one.text.lower() for one in things}
        )
        telling = [at for at, mask in query.masks.items() if mask & own]
        if (first := next(found, None)) and not any(
            _is_theirs(owner, thing, page.words_of(at)) for at in telling
        ):
            yield first


def _owned(words: Sequence[Word]) -> Iterator[tuple[Word, Sequence[Word]]]:
    """Yield the owners that words tell by their case, each with the two words behind it."""
    for at, word in enumerate(words[:-1]):
        if word.text[0].isupper() and word.is_owner:
            yield word, words[at + 1 : at + 3]


def _is_theirs(owner: Word, thing: Word, words: Sequence[Word]) -> bool:
    """Say whether some words tell a thing to be its owner's, before it or behind."""
    before = any(
        one.key == owner.key and any(alike(thing.key, other.key) for other in things)
        for one, things in _owned(words)
    )
    return before or any(
        alike(thing.key, word.key) and any(one.key == owner.key for one in words[at + 1 : at + 1 + BEHIND])
        for at, word in enumerate(words)
    )
