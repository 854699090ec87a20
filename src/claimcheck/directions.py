"""What a claim tells one way and the page the other: rose and fell, praised and condemned, won and lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.match import Query
from claimcheck.page import Page
from claimcheck.slots import step
from claimcheck.text.paraphrase import meanings_of

ABOUT_IT = 0.5
"""Share of the words around it in the claim that a sentence with the opposite must tell, for it to be about the same.

A difference takes a neighbour of the word besides, on the same side.
"""

_TURNED = re.compile(
    r"\b(?:not|no|never|nor|without|neither|none|nobody|nothing|less|unlike)\b|n['’]t\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A word of the claim, and its opposite in the same place on the page."""

    claim: tuple[int, int]
    source: tuple[int, int]
    sentence: int
    certainty: float
    is_sure: bool


def find_turns(query: Query, page: Page) -> Iterator[Turn]:
    """Yield the words of a claim that the page tells the opposite of, and nowhere the same."""
    if query.language != "en":
        return  # the table of opposites is English
    own = set(query.keys)
    seen: set[str] = set()
    for at, word in enumerate(query.words):
        meanings = meanings_of(word.key)
        if word.key in seen or not meanings.opposite or meanings.opposite & own:
            continue  # "from growth to decline" tells both
        seen.add(word.key)
        bit = query.mask_of([word.key])
        rest = query.part_at(bit) & ~bit
        if rest.bit_count() < 2:
            rest = query.everything & ~bit
        if any(mask & bit and query.share(rest, mask) >= ABOUT_IT for mask in set(query.masks.values())):
            continue
        turned = {place for key in meanings.opposite for place in page.places(key)}
        telling = {
            place: share
            for place in turned
            if (share := query.share(rest, query.masks.get(place, 0))) >= ABOUT_IT
        }
        found = [
            turn
            for sentence, share in telling.items()
            for turn in _turned(at, query, page, _Telling(sentence, share, meanings.opposite))
        ]
        if found:
            yield max(found, key=lambda one: (one.is_sure, one.certainty, -one.sentence))


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence about the same as a word of the claim, and what would be the opposite of that."""

    sentence: int
    share: float
    opposite: frozenset[str]


def _turned(at: int, query: Query, page: Page, telling: _Telling) -> Iterator[Turn]:
    sentence, share, opposite = telling.sentence, telling.share, telling.opposite
    words = page.content_of(sentence)
    keys = [word.key for word in words]
    mine = [word.key for word in query.words]
    for place, word in enumerate(words):
        if word.key in opposite:
            beside = any(
                0 <= at + way < len(mine) and step(mine[at + way], keys, place, way) is not None
                for way in (-1, 1)
            )
            is_sure = beside and not _is_negated(query.claim, page.text_of(sentence))
            own = query.words[at]
            yield Turn((own.start, own.end), (word.start, word.end), sentence, share, is_sure)


def _is_negated(*texts: str) -> bool:
    return any(_TURNED.search(text) for text in texts)
