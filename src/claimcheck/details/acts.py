"""What a claim tells, and its page denies: of the same somebody, or wherever it has the word."""

import re
from collections.abc import Iterator, Sequence

from claimcheck.details.difference import Difference
from claimcheck.details.doubt import Doubt
from claimcheck.details.slots import DAYS, MONTHS
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.factuality import Factuality, factuality_of, is_aim
from claimcheck.text.frames import NO_DENIAL_AFTER
from claimcheck.text.negation import denials_in, is_negation
from claimcheck.text.subjects import before_helping, denied_subject
from claimcheck.text.words import Word

MOST = 0.6
"""Share of the claim that a sentence must tell for what it denies of somebody to differ surely."""
WEIGHTY = 0.06
"""Share of the claim that a word must be for it to matter that the page only denies it."""

_SETS_APART = re.compile(
    r"\b(?:rather|instead|than|short of|clears?|cleared|spar(?:es?|ed|ing)|exempt\w*|exclud\w*|except\w*|escap\w*|avoid\w*)\b",
    re.IGNORECASE,
)
"""By which a claim tells what is not."""
_SMALL = frozenset("as for of the a an any be been being to in at by".split())
"""Between a denial and the word that it denies."""

_NO_FACTS = frozenset({Factuality.DENIED, Factuality.OPEN})
_NO_ACTS = frozenset("unless if whether may might could none due able unable about likely unlikely".split())
"""By which a claim leaves open or denies what it tells, and nobody does anything."""


def find_denied_acts(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield what a claim tells of somebody, and some evidence denies of the same: "the agency has not confirmed that".

    It is certain where its sentence tells most of the claim.
    """
    if query.language != "en" or query.denies:
        return
    told, words = query.told_by, query.text_words
    acts = {
        (words[before].key, word.key): word
        for at, word in enumerate(words)
        if word.key and query.is_checked(word.start)
        if (before := before_helping(words, at)) >= 0 and words[before].key not in DAYS | MONTHS | {""}
    }
    for sentence in evidence:
        theirs = page.words_of(sentence)
        share = query.weigh(query.told(sentence))
        for at, word in enumerate(theirs):
            denied = denied_subject(theirs, at) if word.key in told else None
            act = acts.get((told[denied.key], told[word.key])) if denied and denied.key in told else None
            if denied and act:
                spans = act.span, (denied.start, word.end)
                yield Difference(MismatchKind.NEGATION, *spans, sentence, share if share >= MOST else 0.0)


def find_denied_words(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield the words of a claim that denies nothing of them which all evidence denies, wherever it has them: "no redundancies are planned".

    It is as certain as the sentence tells much of the rest of a claim that denies nothing at all, where it denies the word itself.
    """
    if query.language != "en" or _SETS_APART.search(query.claim):
        return
    denied: dict[str, tuple[Word, Word, int]] = {}
    for sentence in evidence:
        words = page.words_of(sentence) if page.denies(sentence) else ()
        for at, word in enumerate(words):
            key = query.told_by.get(word.key)
            if key and key not in denied and (denial := _denial_of(words, at)):
                denied[key] = denial, word, sentence
    for mine in query.words if denied else ():
        bit = query.mask_of([mine.key])
        if mine.key not in denied or bit & (query.names | query.numbers) or query.weigh(bit) < WEIGHTY:
            continue
        if mine.text.endswith("ly") or denials_in("en").search(query.claim, *query.part_span_at(mine.start)):
            continue  # "not entirely", and what the claim denies too
        if not _is_affirmed(query, page, evidence, mine.key):
            denial, word, sentence = denied[mine.key]
            is_sure = word.key == mine.key and not query.denies
            share = query.share(query.everything & ~bit, query.told(sentence)) if is_sure else 0.0
            yield Difference(MismatchKind.NEGATION, mine.span, (denial.start, word.end), sentence, share)


def find_untold_steps(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Doubt]:
    """Yield what a claim has somebody refuse, consider or threaten, and no evidence does: "refused to close" for "voted to close"."""
    text, words = query.claim, query.text_words if query.language == "en" else ()
    untold = query.untold_by(evidence)
    for at, word in enumerate(words):
        is_verb = word.key in query.keys and (at in query.verbs or word.text.endswith("ing"))
        step, by = factuality_of(text, words, at) if is_verb else (Factuality.FACT, "")
        if step not in _NO_FACTS or by in _NO_ACTS or is_aim(by) or is_negation(by):
            continue
        governed = _governed(words, at, by)
        if not query.mask_within(governed[0], governed[0] + 1) & untold:
            continue
        theirs = [
            (factuality_of(page.document.text, told, place), sentence, told, place)
            for sentence in evidence
            for told in [page.words_of(sentence)]
            for place, one in enumerate(told)
            if one.key == word.key
        ]
        if theirs and all(other is not step or is_aim(their) for (other, their), *_ in theirs):
            (_, their), sentence, told, place = theirs[0]
            yield Doubt(governed, _governed(told, place, their), sentence)


def _governed(words: Sequence[Word], at: int, by: str) -> tuple[int, int]:
    """Give the span from the word that governs a verb to the verb; the verb's own where none does."""
    first = by.partition(" ")[0]
    governing = next((one for one in reversed(words[:at]) if one.text.lower() == first), words[at])
    return governing.start, words[at].end


def _is_affirmed(query: Query, page: Page, evidence: Sequence[int], key: str) -> bool:
    """Say whether some evidence has what tells a key of the claim without a denial."""
    return any(
        query.told_by.get(word.key) == key and not _denial_of(words, at)
        for sentence in evidence
        for words in [page.words_of(sentence)]
        for at, word in enumerate(words)
    )


def _denial_of(words: Sequence[Word], at: int) -> Word | None:
    """Give what denies a word, directly or but for small words; nothing where nothing does."""
    before = at - 1
    while before >= 0 and words[before].text.lower() in _SMALL:
        before -= 1
    is_denied = before >= 0 and is_negation(words[before].text)
    is_chosen = before > 0 and words[before - 1].text.lower() in NO_DENIAL_AFTER
    return words[before] if is_denied and not is_chosen else None
