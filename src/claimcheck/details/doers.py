"""Who does what: a claim may have one name do what its page has another do."""

import re
from collections.abc import Iterator, Sequence

from claimcheck.details.doubt import Doubt
from claimcheck.details.slots import DAYS, MONTHS, known_as
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.text.words import Word, key_of

TOLD = 0.5
"""Share of the part around the verb that a sentence must tell for its verb to be the claim's."""
BEFORE = 3
"""Words that may stand between a name and its verb: "has since been", "also later"."""
BEHIND = 4
"""Words between a verb and the "by" that it is done by."""
LONGEST_NAME = 7
"""Words behind "by" in which a name stands."""

_BE = frozenset("is are was were be been being gets got get".split())
_HELPING = _BE | frozenset(
    """has have had having also later first then now will would can could may might must should shall not never just still
    already since again reportedly only even""".split()
)
_SAYING = frozenset(
    map(
        key_of,
        "say tell report call accuse blame praise describe expect hope fear believe agree deny see".split(),
    )
)
"""Who says something is compared by itself."""
_BORDER = re.compile(
    r"[,;:.()—–]|\b(?:in|on|at|after|before|for|with|from|and|but|that|which|who|as|when|while)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.()—–]|\b(?:and|but|that|which|who)\b", re.IGNORECASE)
_OWNED = ("'s", "’s")


def find_other_doers(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield the name that a verb of a claim is done by, where the sentence that tells most of that has another do it."""
    if query.language != "en":
        return
    for at in query.verbs:
        verb = query.text_words[at]
        mine = _doer(query.claim, query.text_words, at) if verb.key not in _SAYING else ()
        if not any(query.mask_of([word.key]) & query.names for word in mine):
            continue
        known = known_as(mine)
        telling = [one for one in evidence if any(word.key == verb.key for word in page.words_of(one))]
        rest = query.mask_within(*query.part_span_at(verb.start)) & ~query.mask_of(word.key for word in mine)
        best = query.most_telling(telling, rest) if telling else 0
        if not telling or query.share(rest, query.masks.get(best, 0)) < TOLD or page.goes_on(best):
            continue
        words = page.words_of(best)
        doers = [
            _doer(page.document.text, words, place)
            for place, word in enumerate(words)
            if word.key == verb.key and word.text[0].islower()
        ]
        if doers and all(one and known.isdisjoint(known_as(one)) for one in doers):
            yield Doubt((mine[0].start, mine[-1].end), (doers[0][0].start, doers[0][-1].end), best)


def _doer(text: str, words: Sequence[Word], at: int) -> Sequence[Word]:
    """Give the name that a verb is done by, as a text puts it: before the verb, or behind it and "by"; empty where that is no name."""
    is_done = any(word.text.lower() in _BE for word in words[max(at - BEFORE, 0) : at])
    reach = at + 1 + (BEHIND if is_done else 1)
    by = next(
        (place for place in range(at + 1, min(reach + 1, len(words))) if words[place].text.lower() == "by"),
        None,
    )
    if by is not None and not _CLAUSE.search(text, words[at].end, words[by].start):
        return _name_behind(text, words, by)
    return () if is_done and not words[at].text.endswith("ing") else _name_before(text, words, at)


def _name_behind(text: str, words: Sequence[Word], by: int) -> Sequence[Word]:
    name: list[Word] = []
    for before, word in zip(words[by : by + LONGEST_NAME], words[by + 1 :], strict=False):
        if _BORDER.search(text, before.end, word.start) or _BORDER.fullmatch(word.text):
            break
        if _is_named(word):
            name.append(word)
        elif name:
            break
    return name


def _name_before(text: str, words: Sequence[Word], at: int) -> Sequence[Word]:
    last = at - 1
    while last >= 0 and at - last <= BEFORE and _helps(words[last]):
        last -= 1
    first = last + 1
    while (
        first > 0
        and _is_named(words[first - 1])
        and not text[words[first - 1].end : words[first].start].strip()
    ):
        first -= 1
    name = words[first : last + 1]
    is_apart = (
        not name or text[name[-1].end : words[last + 1].start].strip() or name[-1].text.endswith(_OWNED)
    )
    return () if is_apart else name


def _helps(word: Word) -> bool:
    return word.text.lower() in _HELPING or word.text.endswith("ly")


def _is_named(word: Word) -> bool:
    return bool(word.key) and word.text[0].isupper() and word.key not in DAYS | MONTHS
