"""Who does what: a claim may have one name do what its page has another do."""

import re
from collections.abc import Iterator, Sequence

from claimcheck.details.difference import Difference
from claimcheck.details.slots import DAYS, MONTHS, known_as
from claimcheck.details.statements import Named, meant_by
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.subjects import BE, BEFORE, before_helping
from claimcheck.text.words import Word, key_of, span_of

TOLD = 0.5
"""Share of the part around the verb that a sentence must tell for its verb to be the claim's."""
NEAR = 4
"""Words on either side of a verb in which something of what stands beside the claim's must stand for it to be the same act."""
BEHIND = 4
"""Words between a verb and the "by" that it is done by."""
LONGEST_ASIDE = 14
"""Words between two commas that tell more of a name: "Ann Poe, a lawyer from Osk, said"."""
LONGEST_TITLE = 4
"""Letters of a title that is cut short: "Prof.", "Gov."."""
LONGEST_LEAD = 4
"""Words from what a name belongs to, to the name: "for the online grocer Osk"."""
LONGEST_NAME = 7
"""Words behind "by" in which a name stands."""

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
_WHO = frozenset(["who", "which"])
_PRONOUNS = frozenset(["he", "she"])
_ASIDES = frozenset("who whose which a an the one then now once".split())
"""How an aside begins that tells more of a name."""
_JOINS = frozenset("of in at from for and &".split())
"""Between the name of somebody and where they belong, or another."""
_ARTICLES = frozenset("the a an its his her their".split())
"""Behind a verb: what it is done with follows."""
_BELONGS = _JOINS - {"and", "&"} | {"with"}
"""Between somebody and the name of what they belong to, or have."""


def find_other_doers(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield the name that a verb of a claim is done by, where all evidence that tells most of that has another do it."""
    if query.language != "en":
        return
    for at in query.verbs:
        verb = query.text_words[at]
        mine = _doer(query.claim, query.text_words, at) if verb.key not in _SAYING else ()
        named = query.mask_of(word.key for word in mine)
        if not named & query.names:
            continue
        known = known_as(mine)
        rest = query.mask_within(*query.part_span_at(verb.start)) & ~named
        telling = [one for one in evidence if any(word.key == verb.key for word in page.words_of(one))]
        best = query.most_telling(telling, rest) if telling else 0
        certainty = query.share(rest, query.told(best))
        doers = _doers_in(page, best, verb.key) if telling and certainty >= TOLD else ()
        others = [(place, one) for place, one in doers if one and known.isdisjoint(one.keys)]
        if doers and len(others) == len(doers):
            place, other = others[0]
            elsewhere = (query.told(one) for one in evidence if one != best)
            of_mine = [query.share(rest, mask) for mask in elsewhere if mask & named]
            is_sure = (
                max(of_mine, default=0.0) < certainty  # told of the claim's in other words
                and other.sentence == best  # and no pronoun
                and _is_same_act(query, verb, page.words_of(best), place)
                and not page.has_small(query.claim[mine[0].start : mine[-1].end])
                and not page.has_small(page.document.text[slice(*other.span)])
            )
            spans = span_of(mine), other.span
            yield Difference(MismatchKind.NAME, *spans, other.sentence, certainty if is_sure else 0.0)


def _doers_in(page: Page, sentence: int, verb: str) -> Sequence[tuple[int, Named | None]]:
    """List the places of a verb in a sentence, each with who does it there; nobody where that is not told by a name."""
    text, words = page.document.text, page.words_of(sentence)
    found: list[tuple[int, Named | None]] = []
    for at, word in enumerate(words):
        if word.key != verb or not word.text[0].islower():
            continue
        name = _doer(text, words, at)
        if name and not page.goes_on(sentence):
            found.append((at, Named(span_of(name), sentence, known_as(name))))
        else:
            before = before_helping(words, at)
            is_pronoun = before >= 0 and words[before].text.lower() in _PRONOUNS
            meant = meant_by(page, sentence, words[before].start, within=False) if is_pronoun else None
            found.append((at, meant))
    return found


def _is_same_act(query: Query, verb: Word, words: Sequence[Word], at: int) -> bool:
    """Say whether something that stands beside a verb of the claim stands near it in a sentence too."""
    near = query.mask_of(word.key for word in words[max(at - NEAR, 0) : at + NEAR + 1])
    return bool(near & query.beside(verb.start) & ~query.mask_of([verb.key]))


def _doer(text: str, words: Sequence[Word], at: int) -> Sequence[Word]:
    """Give the name that a verb is done by; empty where that is none, or an acronym, which may stand for any."""
    name = _name_of(text, words, at)
    return () if all(word.text.isupper() for word in name) else name


def _name_of(text: str, words: Sequence[Word], at: int) -> Sequence[Word]:
    """Give the name that a text puts before a verb, or behind it and "by"."""
    is_done = any(word.text.lower() in BE for word in words[max(at - BEFORE, 0) : at])
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
        is_count = word.text[0].isdigit()  # "voted by 640 to 511"
        if is_count or _BORDER.search(text, before.end, word.start) or _BORDER.fullmatch(word.text):
            break
        if _is_named(word):
            name.append(word)
        elif name:
            break
    return name


def _name_before(text: str, words: Sequence[Word], at: int) -> Sequence[Word]:
    """Give the name before a verb, with what is added to it: "Ann Poe of Osk, who chairs the board, has resigned"."""
    last = before_helping(words, at)
    is_meant = last >= 0 and words[last].text.lower() in _WHO  # whatever the name belongs to
    if is_meant:
        last -= 1
    elif _between(text, words, last) == ",":
        last = _before_aside(text, words, last)
    first = _start_of_name(text, words, last)
    if first > last or words[last].is_owner:
        return ()
    while (joined := _before_join(words, first)) >= (start := _start_of_name(text, words, joined)):
        first = start
    if not is_meant and _is_of_another(text, words, first):
        return ()
    return [word for word in words[first : last + 1] if _is_named(word)]


def _is_of_another(text: str, words: Sequence[Word], first: int) -> bool:
    """Say whether a name belongs to what stands before it: "workers at the yard Pell", "divers using the Osk tug"."""
    for at in range(first - 1, max(first - 1 - LONGEST_LEAD, 0), -1):
        word = words[at]
        if _between(text, words, at) or (word.key and not word.text.islower()):
            return False
        is_doing = word.text.endswith("ing") and words[at + 1].text in _ARTICLES  # no "neighbouring Osk"
        if word.text in _BELONGS or is_doing:
            return True
    return False


def _before_join(words: Sequence[Word], first: int) -> int:
    """Give the place of the word that an "of the", "in" or "and" joins to a name, by the name's first; -1 where none does."""
    before = first - 1
    if before > 0 and words[before].text.lower() == "the":
        before -= 1
    return before - 1 if before > 0 and words[before].text.lower() in _JOINS else -1


def _before_aside(text: str, words: Sequence[Word], last: int) -> int:
    """Give the place of the last word of a name before an aside between commas, or of one that is the aside: "the chair, Ann Poe, said"."""
    first = last
    while first > 0 and last - first < LONGEST_ASIDE and not _between(text, words, first - 1):
        first -= 1
    if _between(text, words, first - 1) != ",":
        return -1
    if all(_is_named(word) for word in words[first : last + 1]):
        return last
    return first - 1 if words[first].text.lower() in _ASIDES else -1


def _between(text: str, words: Sequence[Word], at: int) -> str:
    """Give what stands between a word and the next, without blanks and the apostrophe of an owner; the point of "Dr." is none."""
    gap = text[words[at].end : words[at + 1].start].strip(" ’'") if 0 <= at < len(words) - 1 else "."
    is_title = gap == "." and words[at].text[0].isupper() and len(words[at].text) <= LONGEST_TITLE
    return "" if is_title else gap


def _start_of_name(text: str, words: Sequence[Word], last: int) -> int:
    """Give the place of the first word of the name that ends at a place; the place after it where none does."""
    first = last + 1
    while (
        first > 0 and _is_named(words[first - 1]) and (first > last or not _between(text, words, first - 1))
    ):
        first -= 1
    return first


def _is_named(word: Word) -> bool:
    return bool(word.key) and word.text[0].isupper() and word.key not in DAYS | MONTHS
