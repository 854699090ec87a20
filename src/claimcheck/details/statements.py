"""Who says something in a text, and whom a "he" or a "she" means."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimcheck.details.slots import DAYS, MONTHS
from claimcheck.match.page import Page
from claimcheck.text.words import span_of

BACK = 4
"""Sentences back in which the name of a "he" or "she" is looked for."""

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
_SPEAKER = rf"{_NAME}(?:\s(?:{_ROLE}){{1,4}}{_NAME})?"
"""Behind the verb a firm may stand before its man: "said Osk chief executive Ann Poe"."""
_TURNED = rf"\s(?:said|says|added|adds)\s(?:{_ROLE}){{0,4}}{_SPEAKER}(?:[,.;!?”\"]|\Z)"
"""Behind a comma: what is named before it is what is spoken of, and no speaker: "they will not sell Poe, said Osk chief Ida Lund"."""
_HELPING = r"(?:(?:has|have|had|also|later|then|now|will|would|\w+ly)\s){0,3}"
_STATEMENT = re.compile(
    rf"""(?<!\bof\s)(?<!\bfrom\s)(?<!\bin\s)(?<!\bto\s)(?<!\bwith\s)(?<![\w-])
    (?:(?P<name>{_NAME})(?:,\s(?:[^,;.]|\.\d){{2,120}},|,(?!{_TURNED}))?|(?P<pronoun>[Hh]e|[Ss]he))\s{_HELPING}{_SAYING}
    | \b(?:said|says|added|adds|warned|replied|[Aa]ccording\sto)\s(?:{_ROLE}){{0,4}}(?P<after>{_SPEAKER})""",
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


class Named(NamedTuple):
    """Somebody who is named on a page."""

    span: tuple[int, int]
    sentence: int
    keys: frozenset[str]
    """Of the name; where a "he" means it, of all that is named from its sentence on."""


def find_statements(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield who says something in a stretch of a text: `name`, `after` the verb, or a `pronoun`."""
    for statement in _STATEMENT.finditer(text, start, end):
        if not _CUT.search(text, max(start, statement.start() - _LONGEST_WORD), statement.start()):
            yield statement


def name_span(statement: re.Match[str]) -> tuple[int, int]:
    """Give the offsets of the name of who says something."""
    return statement.span("name" if statement["name"] else "after")


def named_in(page: Page, sentence: int, span: tuple[int, int]) -> Named | None:
    """Give the name within a stretch of a sentence; nothing where there is none."""
    words = [
        word
        for word in page.content_of(sentence)
        if span[0] <= word.start < span[1] and word.text[0].isupper() and word.key not in DAYS | MONTHS
    ]
    if not words:
        return None
    return Named(span_of(words), sentence, frozenset(word.key for word in words))


def named_speakers(page: Page, sentence: int, statements: Iterable[re.Match[str]]) -> list[Named]:
    """List who says something in a sentence, of its statements, by name."""
    spans = (name_span(one) for one in statements if not one["pronoun"])
    return [named for span in spans if (named := named_in(page, sentence, span))]


def meant_by(page: Page, sentence: int, at: int, *, within: bool) -> Named | None:
    """Give whom a "he" or "she" at an offset of a sentence means: who said something last before it, or whom a sentence is about.

    `within` says whether its own sentence may begin with the name.
    """
    text = page.document.text
    first, _ = page.border_of(sentence)
    for before in range(sentence - (not within), max(sentence - 1 - BACK, first - 1), -1):
        start, end = page.sentences[before]
        end = min(end, at)
        spans = [name_span(one) for one in find_statements(text, start, end) if not one["pronoun"]]
        subject = _SUBJECT.match(text, start, end)
        span = spans[-1] if spans else subject.span(1) if subject else None
        if span:
            named = named_in(page, before, span)
            mentioned = frozenset(
                word.key for one in range(before, sentence + 1) for word in page.content_of(one)
            )
            return named._replace(keys=mentioned) if named else None
    return None
