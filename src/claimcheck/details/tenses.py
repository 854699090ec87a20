"""When it is: a claim may have yet to come what its page tells as done, or tell as present what was once."""

import re
from collections.abc import Iterator, Sequence

from claimcheck.details.doubt import Doubt
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.text.factuality import Factuality, factuality_of, is_past_form
from claimcheck.text.words import Word

TOLD = 0.4
"""Share of the claim that a sentence must tell for its verbs to tell of the same."""

_PLAN = re.compile(
    r"\b(?:prepar\w+ to|(?:is|are) going to|waiting to|about to|plans? to|intends? to|will|due to|set to|expect\w* to|aims? to|hopes? to|wants? to)"
    r" (?:be |soon |now |also )?",
    re.IGNORECASE,
)
"""How a claim has something yet to come, before its verb."""
_ONCE = frozenset("once formerly previously originally".split())
_FORMER = frozenset("former ex erstwhile onetime".split())
_WAS = re.compile(rf"\b(?:{'|'.join(sorted(_ONCE | _FORMER))})\b", re.IGNORECASE)
"""Any of these."""
_PAST = re.compile(
    r"\b(?:once|former\w*|previous\w*|original\w*|ex|onetime|used to|had|then|earlier|past|was|were|until)\b",
    re.IGNORECASE,
)
"""By which a claim tells what was."""


def find_other_tenses(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield the words of a claim that all evidence puts at another time: "will open" beside "has opened", "runs" beside "once ran"."""
    if query.language != "en":
        return
    is_present = not _PAST.search(query.claim) and any(_WAS.search(page.text_of(one)) for one in evidence)
    plans = {plan.end(): plan.start() for plan in _PLAN.finditer(query.claim)}
    if not (is_present or plans):
        return
    words = query.text_words
    for at, word in enumerate(words):
        if not word.key or word.is_name or not query.is_checked(word.start):
            continue
        is_planned = word.start in plans and factuality_of(query.claim, words, at)[0] is not Factuality.DENIED
        if not is_planned and (not is_present or is_past_form(word.text)):
            continue
        told = [
            (page.words_of(sentence), place, sentence)
            for sentence in evidence
            if query.weigh(query.told(sentence)) >= TOLD
            for place, other in enumerate(page.words_of(sentence))
            if (other.key if is_planned else query.told_by.get(other.key)) == word.key
        ]
        if told and all(_is_done(page, *one[:2]) if is_planned else _was(*one[:2]) for one in told):
            theirs, place, sentence = told[0]
            start = plans[word.start] if is_planned else word.start
            yield Doubt((start, word.end), (theirs[max(place - 1, 0)].start, theirs[place].end), sentence)


def _is_done(page: Page, words: Sequence[Word], at: int) -> bool:
    """Say whether a verb is told as done."""
    before = words[at - 1].text.lower() if at else ""
    return (
        is_past_form(words[at].text)
        and before not in {"be", "to"}
        and factuality_of(page.document.text, words, at)[0] is Factuality.FACT
    )


def _was(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb is told of what was once, or a noun of what is no longer: "a former pupil"."""
    before = words[at - 1].text.lower() if at else ""
    return (before in _ONCE and is_past_form(words[at].text)) or (
        before in _FORMER and words[at].text.islower()
    )
