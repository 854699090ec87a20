"""A claim that copies a sentence of its page but for a few words: what it drops, puts in or exchanges must be harmless."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from claimcheck.details.doubt import Doubt
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.text.words import Word, span_of

COPIED = 0.75
"""Share of the claim that must stand in a sentence, word for word, for the claim to be its copy."""
ALIGNED = 0.7
"""Share of its words, small ones too, that must stand there in the same order."""
MOST = 3
"""Words that a copy replaces or drops in one place: more tell another thing."""

_WEAKENING = frozenset(
    "against without unless would could might may seem seems seemed appear appears appeared nearly almost hardly except".split()
)
"""What a copy may not drop: "would have closed"."""
_WIDENING = frozenset("all every each both always everyone everybody everything entire whole even".split())
"""What a copy may not put in the place of other words: "all patients" for "new patients"."""

_Gap = tuple[slice, slice]


def find_altered(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield what the claim changes in the sentence that tells most of it, where it copies that."""
    if not evidence or query.language != "en":
        return
    best = query.most_telling(evidence)
    if query.share(query.everything, query.literally([best])) < COPIED:
        return
    mine, theirs = query.text_words, page.words_of(best)
    asked, told = Counter(map(_token, mine)), Counter(map(_token, theirs))
    for here, there in _gaps(mine, theirs):
        ours, replaced = mine[here], theirs[there]
        content, instead = ([word for word in words if word.key] for words in (ours, replaced))
        weak = [word for word in replaced if word.text in _WEAKENING and not asked[_token(word)]]
        dropped = weak and all(word in weak for word in instead)
        put_in = any(word.text in _WIDENING and not told[_token(word)] for word in ours)
        # "Rome and Rome": the sentence has the word, but in its other place alone
        doubled = len(content) == len(instead) and any(
            0 < told[word.key] < asked[word.key] for word in content
        )
        if dropped or put_in or doubled:
            shown = ours or mine[here.start : here.start + 1]
            yield Doubt(span_of(shown), span_of(replaced), best)


def _gaps(mine: Sequence[Word], theirs: Sequence[Word]) -> Iterator[_Gap]:
    """Yield where a copy differs, behind a word that it has copied: the places in the claim, and in the sentence."""
    alike = Indel.opcodes([_token(word) for word in mine], [_token(word) for word in theirs])
    blocks = alike.as_matching_blocks()
    if sum(block.size for block in blocks) < ALIGNED * len(mine):
        return
    for one, other in pairwise(blocks):
        here, there = slice(one.a + one.size, other.a), slice(one.b + one.size, other.b)
        if 0 < there.stop - there.start <= MOST and here.start < len(mine):
            yield here, there


def _token(word: Word) -> str:
    return word.key or word.text.lower()
