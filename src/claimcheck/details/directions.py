"""What a claim tells one way and the page the other: rose and fell, praised and condemned, more and less."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimcheck.details.doubt import Doubt
from claimcheck.details.slots import step
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.text.agreement import Agreement
from claimcheck.text.dates import Date
from claimcheck.text.factuality import Factuality, factuality_of
from claimcheck.text.negation import is_denial
from claimcheck.text.numbers import Number
from claimcheck.text.paraphrase import meanings_of
from claimcheck.text.values import Value, compare_values, value_at
from claimcheck.text.ways import ways_of
from claimcheck.text.words import Word, key_of, split_words

LITTLE = 0.25
"""Share of the claim that the sentence which tells most of it has at the least, where it is about it."""
ABOUT_IT = 0.5
"""Share of the words around it in the claim that a sentence with the opposite must tell, for it to be about the same.

A difference takes a neighbour of the word besides, on the same side.
"""

_PAIRS = (
    ("more", "less fewer"), ("most", "least fewest few"), ("all every everyone", "some several few"), ("always", "sometimes rarely"),
    ("before", "after"), ("up", "down"), ("above over", "below under"), ("inside within", "outside"),
)  # fmt: skip
_PARTICLES = {
    word: frozenset(opposite.split())
    for left, right in _PAIRS
    for side, opposite in ((left, right), (right, left))
    for word in side.split()
}
"""Words without content of their own, and their opposites."""
_ORDER = frozenset(["before", "after"])
_ADVERB = re.compile(r"\s*(?:[.,;:!?)\]\"”»]|\Z|(?:and|but|or)\b)")
"""Behind a "before" or "after" without an object: "nine the year before"."""
_AWAY = re.compile(r"\s(out|away|apart|through)\b|(?<=added)\s(that)\b", re.IGNORECASE)
"""Behind a verb, and another verb with it: what drops out does not fall, and who added that it rained added nothing."""
_KEEP = key_of("keep")
"""Who keeps paying goes on, and holds nothing."""
_PLAIN = frozenset(map(key_of, "expect like stand".split()))
"""Verbs that are seldom the opposite of theirs: who does not like a thing need not dislike it."""
_BENDS = re.compile(r"\s(?:than\s|to\s)?(?:an?\s)?(?:[\d$€£]|half\b|one\b|two\b|three\b)", re.IGNORECASE)
"""After such a word it bends a number, which is compared by itself."""
_THAN = re.compile(
    r"\bthan\b(?!\s(?:an?\b|\d|one|two|three|four|five|six|ten|half|expected|forecast))", re.IGNORECASE
)
_PEER = re.compile(
    r"\s(?:rivals?|competitors?|neighbou?rs?|peers?|counterparts?|partners?|brothers?|sisters?|siblings?|cousins?)\b",
    re.IGNORECASE,
)
"""What somebody is to another who is that to them."""
_AGAINST = re.compile(r"\bagainst\b", re.IGNORECASE)
"""How two things are compared, which may change places."""
_PLANNED = re.compile(
    r"\b(?:was|were|been)\s(?:due|meant|supposed|scheduled)\b|\bshould\shave\b", re.IGNORECASE
)
"""How a claim tells what did not come true."""
_LED_TO = re.compile(r"\s(?:(?:on|in|by|at|only|just|about|some|nearly|almost)\s)*", re.IGNORECASE)
"""Between a verb and its value."""
_MANY = re.compile(r"\b(?:most|majority|many|some|nearly\sall|almost\sall)\b", re.IGNORECASE)
"""How a claim tells of a part that it does not count."""
_CONTESTS = frozenset([key_of("win"), key_of("lose")])
"""Verbs that say another thing of a value than of a contest: who lost an election won 41 percent."""
_TURNING = frozenset(["less", "unlike"])
"""What turns a statement besides what denies it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A word of the claim, and its opposite in the same place on the page."""

    claim: tuple[int, int]
    source: tuple[int, int]
    sentence: int
    certainty: float
    is_sure: bool


class _Sign(NamedTuple):
    """A word that carries content, or turns what does."""

    key: str
    start: int
    end: int
    opposite: frozenset[str]

    @property
    def span(self) -> tuple[int, int]:
        """Its stretch of the text."""
        return self.start, self.end


def find_turns(query: Query, page: Page, best: int | None = None) -> Iterator[Turn]:
    """Yield the words of a claim that the page tells the opposite of, and nowhere the same.

    `best` is the sentence that tells most of the claim: it is looked at even where it tells little of what stands around the word.
    """
    if query.language != "en":
        return  # the tables of opposites are English
    mine = [one for one in _signs(query.claim, 0, len(query.claim)) if query.is_checked(one.start)]
    own = {sign.key for sign in mine}
    seen: set[str] = set()
    read: dict[int, list[_Sign]] = {}
    for at, sign in enumerate(mine):
        if sign.key in seen or not sign.opposite or sign.opposite & own:
            continue  # "from growth to decline" tells both
        seen.add(sign.key)
        telling = _telling(at, mine, query)
        is_told = bool(telling)
        if best is not None and not is_told and query.weigh(query.told(best)) >= LITTLE:
            telling = {best: 0.0}
        for sentence in telling.keys() - read.keys():
            read[sentence] = _signs(page.document.text, *page.sentences[sentence])
        theirs = {sentence: read[sentence] for sentence in sorted(telling)}
        if any(query.masks[sentence] & query.mask_of([sign.key]) for sentence in telling) or any(
            other.key == sign.key for others in theirs.values() for other in others
        ):
            continue
        found = [
            Turn(
                sign.span,
                other.span,
                sentence,
                telling[sentence],
                is_told
                and _stands_alike(at, mine, place, others)
                and not _is_from_the_other_side(query, page, sentence, sign, other)
                and not _is_of_another_thing(query, page, sentence, sign, other)
                and not _is_bolder(query, page, sentence, other)
                and not _is_negated(query.claim, 0, len(query.claim), sign)
                and not _is_negated(page.document.text, *page.sentences[sentence], other),
            )
            for sentence, others in theirs.items()
            for place, other in enumerate(others)
            if other.key in sign.opposite and not _are_turned(query, page, sentence, sign, other)
        ]
        if found:
            yield max(found, key=lambda one: (one.is_sure, one.certainty, -one.sentence))


def untold_directions(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield the verbs of a claim that have an opposite, and that its evidence does not tell: it may have gone either way."""
    words = query.text_words
    for at in query.verbs:
        key = words[at].key
        bits = query.mask_of([key]) & ~query.names  # a verb of two words has a key of its own
        is_plain = not at or words[at - 1].text.lower() != "to"
        goes_on = key == _KEEP and words[at + 1 : at + 2] and words[at + 1].text.endswith("ing")
        if not (bits and is_plain and meanings_of(key).opposite) or key in _PLAIN or goes_on:
            continue
        near = query.beside(words[at].start)
        ways = ways_of(key)
        is_told = any(
            (mask & bits and (mask & near or not near))
            or (query.share(near, mask) >= ABOUT_IT and not ways.isdisjoint(_told_in(page, sentence)))
            for sentence, mask in ((one, query.told(one)) for one in evidence)
        )
        if not is_told:
            yield Doubt((words[at].start, words[at].end))


def tells_opposite(query: Query, page: Page, sentence: int) -> bool:
    """Say whether a sentence has the opposite of a word of the claim, and not the word: it may tell the same from the other side."""
    theirs = {sign.key for sign in _signs(page.document.text, *page.sentences[sentence])}
    mine = _signs(query.claim, 0, len(query.claim))
    return any(sign.key not in theirs and sign.opposite & theirs for sign in mine)


def _told_in(page: Page, sentence: int) -> frozenset[str]:
    return frozenset(word.key or word.text.lower() for word in page.words_of(sentence))


def _signs(text: str, start: int, end: int) -> list[_Sign]:
    found: list[_Sign] = []
    for word in split_words(text, start, end):
        bare = word.text.lower()
        opposite = frozenset() if _BENDS.match(text, word.end) else _PARTICLES.get(bare, frozenset())
        if bare in _ORDER and _ADVERB.match(text, word.end):
            bare, opposite = _as_adverb(bare), frozenset(map(_as_adverb, opposite))
        away = _AWAY.match(text, word.end) if word.key else None
        if away:
            found.append(
                _Sign(f"{word.key}+{away[away.lastindex or 1].lower()}", word.start, word.end, frozenset())
            )
            continue
        if word.key:  # "fewer" carries content, "more" does not
            opposite |= meanings_of(word.key).opposite
        if word.key or opposite:
            found.append(_Sign(word.key or bare, word.start, word.end, opposite))
    return found


def _as_adverb(word: str) -> str:
    """Write a "before" or "after" without an object, which is told by none that has one."""
    return f"{word}."


def _telling(at: int, mine: Sequence[_Sign], query: Query) -> dict[int, float]:
    """Map the sentences that tell enough of what stands around a word of the claim to how much they tell."""
    bit = query.mask_of([mine[at].key])
    near = query.mask_of(one.key for one in mine[at + 1 : at + 2] or mine[at - 1 : at])
    rest = query.part_at(bit or near) & ~bit
    if rest.bit_count() < 2:
        rest = query.everything & ~bit
    shares = {sentence: query.share(rest, mask) for sentence, mask in query.masks.items()}
    return {sentence: share for sentence, share in shares.items() if share >= ABOUT_IT}


def _stands_alike(at: int, mine: Sequence[_Sign], place: int, theirs: Sequence[_Sign]) -> bool:
    """Say whether a neighbour of a word of the claim stands next to its opposite too, on the same side."""
    keys = [sign.key for sign in theirs]
    return any(
        0 <= at + way < len(mine) and step(mine[at + way].key, keys, place, way) is not None
        for way in (-1, 1)
    )


def _are_turned(query: Query, page: Page, sentence: int, mine: _Sign, other: _Sign) -> bool:
    """Say whether a sentence tells the same with its sides turned: "he left after the search", "B has more than A"."""
    text, (start, end) = page.document.text, page.sentences[sentence]
    than = _THAN.search(query.claim), _THAN.search(text, start, end)
    if than[0] and than[1]:
        borders = than[0].span(), than[1].span()
    elif mine.key in _ORDER:
        borders = mine.span, other.span
    else:
        return False
    first, second = _sides(query.claim, query.words, borders[0])
    left, right = _sides(text[:end], page.content_of(sentence), borders[1])
    return not (first - second).isdisjoint(right) and not (second - first).isdisjoint(left)


def _sides(text: str, words: Sequence[Word], border: tuple[int, int]) -> tuple[set[str], set[str]]:
    """Give the keys on either side of a word; what "After the search, he left" begins with is its second side."""
    comma = text.find(",", border[1])
    if comma >= 0 and words and border[0] < words[0].start:
        before = [one for one in words if one.start > comma]
    else:
        before = [one for one in words if one.end <= border[0]]
    return {one.key for one in before}, {one.key for one in words if one not in before}


def _is_from_the_other_side(query: Query, page: Page, sentence: int, mine: _Sign, other: _Sign) -> bool:
    """Say whether a sentence may tell the same from its other side: "the euro fell against the dollar", "Spain lost to Germany"."""
    text, (start, end) = page.document.text, page.sentences[sentence]
    if _THAN.search(query.claim) or _THAN.search(text, start, end):
        return not (_THAN.search(query.claim) and _THAN.search(text, start, end))
    borders = _AGAINST.search(query.claim), _AGAINST.search(text, start, end)
    if borders[0] and borders[1]:
        before = {word.key for word in query.words if word.end <= borders[0].start()}
        behind = {word.key for word in page.words_of(sentence) if word.start >= borders[1].end()}
        return not before.isdisjoint(behind - {""})
    if _PEER.match(query.claim, mine.end) and _PEER.match(text, other.end):
        return True  # who has a smaller rival is the larger one
    subject = next((word.key for word in reversed(query.words) if word.end <= mine.start), "")
    told = [word.start for word in page.words_of(sentence) if word.key == subject]
    return bool(told) and all(at > other.start for at in told)


def _is_of_another_thing(query: Query, page: Page, sentence: int, mine: _Sign, other: _Sign) -> bool:
    """Say whether two words tell of two things: a plan and what came of it, two days, games won and lost, those for and against."""
    theirs = page.values_of(sentence)
    if _PLANNED.search(query.claim, *query.part_span_at(mine.start)):
        return True  # "was due two years earlier" beside "opened two years late"
    asked = _value_after(query.claim, mine.end, query.values)
    told = _value_after(page.document.text, other.end, theirs)
    if asked and told:
        is_other = compare_values(asked, told) is Agreement.DIFFERENT
        return is_other and (mine.key in _CONTESTS or isinstance(asked, Date))
    alone = asked or told
    if isinstance(alone, Number) and alone.unit == "%" and not _CONTESTS.isdisjoint([mine.key, other.key]):
        return True  # who lost won 41 percent
    if _MANY.search(query.claim) and any(0 < other.start - one.end <= 1 for one in theirs):
        return True  # "most survived" beside "36 died"
    shares = {round(one.value, 6) for one in theirs if isinstance(one, Number) and one.unit == "%"}
    own = (one.value for one in query.values if isinstance(one, Number) and one.unit == "%")
    return any(share != 50 and {round(share, 6), round(100 - share, 6)} <= shares for share in own)


def _is_bolder(query: Query, page: Page, sentence: int, other: _Sign) -> bool:
    """Say whether the claim tells facts alone, and the opposite is only to come: "has imposed" beside "expects to lift"."""
    words = page.words_of(sentence)
    place = next(at for at, word in enumerate(words) if word.start == other.start)
    ahead = factuality_of(page.document.text, words, place)[0]
    return ahead in {Factuality.COMING, Factuality.OPEN} and all(
        factuality_of(query.claim, query.text_words, at)[0] is Factuality.FACT for at in query.verbs
    )


def _value_after(text: str, end: int, values: Sequence[Value]) -> Value | None:
    """Give the value that stands at once behind a word."""
    led = _LED_TO.match(text, end)
    return value_at(led.end(), values) if led else None


def _is_negated(text: str, start: int, end: int, turned: _Sign) -> bool:
    """Say whether a sentence turns what it says, by another word than that by which it is turned already."""
    return any(
        word.start != turned.start and (is_denial(word.text) or word.text.lower() in _TURNING)
        for word in split_words(text, start, end)
    )
