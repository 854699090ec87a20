"""Who says what: a claim may have one speaker say what its page has another say."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.details.doubt import Doubt
from claimcheck.details.slots import DAYS, MONTHS, known_as
from claimcheck.match.page import Page
from claimcheck.match.query import Query

SAID = 0.35
"""Share of what the claim has somebody say that a sentence must tell for its speaker to be the one who says it."""
AS_MUCH = 0.8
"""Share of what the sentence that tells most of it tells: others that tell as much may have the speaker."""
BACK = 4
"""Sentences back in which the name of a "he said" is looked for."""

_SAYING = (
    r"(?:says?|said|tells?|told|adds|argues|warns|insists|thinks|thought|believes|agrees|den(?:ies|ied)|repl(?:ies|ied)|tweeted"
    r"|(?:argu|accus|prais|critici[sz]|describ|not|announc|estimat|blam|believ|urg|promis|pledg|acknowledg|conced|declar|agre|hop)ed"
    r"|(?:add|warn|claim|insist|admitt|predict|suggest|complain|call|explain|demand|vow|dismiss|recall|comment|expect|fear|maintain"
    r"|stress|remark|assert|contend|jok)ed)\b"
)
_WORD = r"[^\W\d_a-z][\w.'’-]*"
_NAME = rf"(?:(?:[Tt]he\s)?{_WORD}(?:\s(?:(?:of|for|from|at)\s(?:the\s)?)?{_WORD})*)"
_ROLE = r"(?!(?:he|she|it|they|we|you|that|there|this|these|his|her|its|their|in|on|at|to|by|as|if|when|\w+n['’]t|no|not|is|was|are|were|ha[sd]|have)\b)[a-z-]+\s"
"""A word of what somebody is, before the name: "said the lawyer Ann Poe"."""
_HELPING = r"(?:(?:has|have|had|also|later|then|now|will|would|\w+ly)\s){0,3}"
_STATEMENT = re.compile(
    rf"""(?<!\bof\s)(?<!\bfrom\s)(?<!\bin\s)(?<!\bto\s)(?<!\bwith\s)(?<![\w-])
    (?:(?P<name>{_NAME})(?:,\s(?:[^,;.]|\.\d){{2,120}},|,)?|(?P<pronoun>[Hh]e|[Ss]he))\s{_HELPING}{_SAYING}
    | \b(?:said|says|added|adds|warned|replied|[Aa]ccording\sto)\s(?:{_ROLE}){{0,4}}(?P<after>{_NAME})""",
    re.VERBOSE,
)
"""Who says something, before or after the verb; a name behind a preposition is no speaker: "a man from Osk said"."""

_SUBJECT = re.compile(
    rf"(?:[Tt]he\s|An?\s|[A-Z][a-z]+\s(?=[a-z]))?(?:[a-z-]+\s){{0,3}}(?!The\s|An?\s)"
    rf"({_WORD}\s{_WORD}(?:\s{_WORD})*|{_WORD}(?=,\s\d))"
)
"""How a sentence begins that is about somebody: with a name of two words or more, or one and an age."""
_CUT = re.compile(rf"{_WORD}\s\Z")
"""Before what is no name, but the end of one that stands behind a preposition."""
_LONGEST_WORD = 40


class _Speaker(NamedTuple):
    """Who speaks."""

    span: tuple[int, int]
    sentence: int
    keys: frozenset[str]
    """Of the name; where "he" speaks, of all that the sentence names that he was named in."""


def find_other_speakers(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield the speakers of a claim, where every sentence that tells what they say there is another's."""
    if query.language != "en":
        return
    for statement in _statements(query.claim, 0, len(query.claim)):
        start, end = _name_span(statement)
        speaker = [
            word
            for word in query.words
            if start <= word.start < end
            and query.mask_of([word.key]) & query.names
            and word.key not in DAYS | MONTHS
        ]
        if not speaker or not query.is_checked(start):
            continue
        said = query.everything & ~query.mask_within(*statement.span())
        shares = {at: query.share(said, query.masks.get(at, 0)) for at in evidence}
        most = max(shares.values(), default=0.0)
        others = [_speakers_of(page, at) for at in evidence if shares[at] >= AS_MUCH * most >= AS_MUCH * SAID]
        known = known_as(speaker)
        if others and all(named and all(known.isdisjoint(one.keys) for one in named) for named in others):
            other = others[0][0]
            yield Doubt((speaker[0].start, speaker[-1].end), other.span, other.sentence)


def _name_span(statement: re.Match[str]) -> tuple[int, int]:
    return statement.span("name" if statement["name"] else "after")


def _statements(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for statement in _STATEMENT.finditer(text, start, end):
        if not _CUT.search(text, max(start, statement.start() - _LONGEST_WORD), statement.start()):
            yield statement


def _speakers_of(page: Page, sentence: int) -> Sequence[_Speaker]:
    """List who speaks in a sentence, by name: that of a "he said" stands before it. Empty where that is not told."""
    text = page.document.text
    statements = list(_statements(text, *page.sentences[sentence]))
    spans = [_name_span(one) for one in statements if not one["pronoun"]]
    named = [speaker for span in spans if (speaker := _named(page, sentence, span))]
    if named or not statements:
        return named
    first, _ = page.border_of(sentence)
    for before in range(sentence, max(sentence - 1 - BACK, first - 1), -1):
        start, end = page.sentences[before]
        end = min(end, statements[0].start())  # of its own sentence, what stands before "he said"
        spans = [_name_span(one) for one in _statements(text, start, end) if not one["pronoun"]]
        subject = _SUBJECT.match(text, start, end)
        span = spans[-1] if spans else subject.span(1) if subject else None
        if span:
            speaker = _named(page, before, span)
            mentioned = frozenset(word.key for word in page.content_of(before))
            return [speaker._replace(keys=mentioned)] if speaker else ()
    return ()


def _named(page: Page, sentence: int, span: tuple[int, int]) -> _Speaker | None:
    words = [
        word
        for word in page.content_of(sentence)
        if span[0] <= word.start < span[1] and word.text[0].isupper() and word.key not in DAYS | MONTHS
    ]
    if not words:
        return None
    return _Speaker((words[0].start, words[-1].end), sentence, frozenset(word.key for word in words))
