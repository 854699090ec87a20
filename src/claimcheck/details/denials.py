"""What a claim says beside what its evidence denies: negations, opposites, and who is for and who against."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.details.difference import Difference
from claimcheck.details.directions import tells_opposite
from claimcheck.details.doubt import Doubt
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.dates import Date
from claimcheck.text.factuality import Factuality, clause_after, denies, factuality_of, find_verbs
from claimcheck.text.frames import NO_DENIAL_AFTER, NO_DENIAL_BEFORE
from claimcheck.text.negation import denials_in, is_denial, is_negation
from claimcheck.text.numbers import Number
from claimcheck.text.words import Word, split_words

_STANCE = r"\b(?:vot|argu|campaign|sp[eo]k|rall|lobb|testif|rul|fought|decid|push|stand|stood|demonstrat|protest)\w*(?:\s[\w'’]+){0,2}?\s"
"""Before the "for" and "against" of who takes a side: other things are done for the first time, or against Oklahoma."""
_FOR = re.compile(rf"{_STANCE}for\b|\bin\s+favou?r\s+of\b", re.IGNORECASE)
_AGAINST = re.compile(rf"{_STANCE}against\b", re.IGNORECASE)
_LINKS = frozenset("be been being have has had yet to will would".split())

_SO_FAR = re.compile(
    r"\b(?:has|have|had|did|was|were)(?:n['’]t|\snot|\snever)\b[^.;]{0,30}\Z|\byet\b", re.IGNORECASE
)
"""How a claim denies what has happened, before the word that it denies."""
_MAY_NOT = re.compile(
    r"\b(?:(?:can|could|may|might|shall|should|will|would|must)\s?(?:not|never)|(?:ca|could|might|sha|should|wo|would|must)n['’]t)\b[^.;,]{0,30}\Z",
    re.IGNORECASE,
)
"""How a claim denies what may be, before the word that it denies: that does not follow from its being open."""
_YET = re.compile(r"\byet\b", re.IGNORECASE)
_INFINITIVE = re.compile(
    r"\b(?:needs?|wants?|hopes?|waits?|waiting|aims?|plans?|expected|due|asks?|has|have)\s(?:[\w-]+\s){0,5}to\s(?:be\s)?\Z",
    re.IGNORECASE,
)
"""Before a word by which nothing has happened yet; who managed to has."""
_REFUSES = re.compile(r"(?:refus|declin|fail)\w*\sto\b|unable\sto\b", re.IGNORECASE)
_NO = re.compile(r"no\b", re.IGNORECASE)
"""How a denied noun begins."""
_LEAVES = NO_DENIAL_BEFORE | frozenset(["more", "less", "fewer", "until", "longer", "yet"])
"""After a negation that does not simply deny what follows."""
_JOINT = re.compile(
    r"[;:—–,](?!\snot\s)|\b(?:and|but|while|although|though|whereas|when|which|who)\b", re.IGNORECASE
)
"""Where one clause ends and another begins."""
_BUT = re.compile(r"\b(?:but|and)\b", re.IGNORECASE)
"""Behind a word, what is denied beyond it is another thing."""
_SAME_SUBJECT = re.compile(
    r"\s*(?:and\s|but\s|which\s|who\s)?(?:\w+ly\s)?(?:did|do|does|was|were|is|are|has|have|had|will|would|can|could|cannot|not|never|\w+ed)\b(?:n['’]t\b)?",
    re.IGNORECASE,
)
"""How a clause begins that goes on about the subject of the one before it."""
_BOUNDED = re.compile(
    r"\b(?:until|till|before|since|except|every|other|most|many|few|than|after|earlier|later|as\s\w+\sas)\b",
    re.IGNORECASE,
)
"""By what a denial says less than that something did not happen: "not until May", "did not rise as fast as"."""
_HAVE_NONE = re.compile(
    r"\b(?:have|has|had|having|were|was|are|is|got|with|of\s(?:which|whom|them|these|those))\s(?:still\s|yet\s)?none\b|\bnone\sof\b",
    re.IGNORECASE,
)
"""How a sentence denies what it named before: "seven of the eleven have none"."""
_COUNTS = frozenset(["", "%"])
"""Units of numbers of which the rest may be told."""
BEFORE, AFTER = 50, 25
"""Characters before and after a word in which what denies it stands."""
SAME_PART = 0.7
"""Share of the part in which a claim denies something that a sentence must tell to be about that."""
Span = tuple[int, int]


def compare_denials(
    query: Query, page: Page, evidence: Sequence[int]
) -> tuple[Sequence[Difference], Sequence[Doubt]]:
    """List what one side denies and the other states, as certain as the sentence tells much of the claim, and what may be told the other way round."""
    if not evidence:
        return (), ()
    best = query.most_telling(evidence)
    source = page.text_of(best)
    mine = _polarities(query.claim, (0, len(query.claim)), query.language)
    theirs = _polarities(page.document.text, page.sentences[best], query.language)
    checked = [(key, *told) for key, told in mine.items() if query.is_checked(told[1][0])]
    turned = [
        (span, theirs[key][1])
        for key, negated, span in checked
        if key in theirs and theirs[key][0] != negated and not query.mask_of([key]) & query.names
        if not (negated and _has_not_happened(query, page, best, span, theirs[key][1]))
    ]
    if turned and _both_deny(query, source):
        turned = []
    is_sure = (
        _is_one_sided(query, source)
        and not _is_dated_otherwise(query, best)
        and not tells_opposite(query, page, best)
    )
    certainty = query.weigh(query.told(best))
    differences = [
        Difference(MismatchKind.NEGATION, *spans, best, certainty)
        for spans in (turned if is_sure else ())
        if _is_of_one_verb(query, page, best, spans)
        and _is_in_one_clause(query, page, best, spans[1], of_names=query.denies)
    ]
    unmet = (*_unmet(query, page, evidence), *_other_side(query.claim, source), *(span for span, _ in turned))
    otherwise = (Doubt(*spans, best) for spans in _denied_otherwise(query, page, best))
    return differences, [*otherwise, *map(Doubt, unmet)]


def _is_of_one_verb(query: Query, page: Page, sentence: int, spans: tuple[Span, Span]) -> bool:
    """Say whether "no" before a noun denies what the other side says of it: "no messages were lost" says little of them."""
    text = page.document.text
    mine, theirs = query.words, page.content_of(sentence)
    for words, others, (start, end), source in (
        (mine, theirs, spans[0], query.claim),
        (theirs, mine, spans[1], text),
    ):
        after = next((word.key for word in words if word.start >= end), "")
        if _NO.match(source, start) and after not in {word.key for word in others}:
            return False
    return True


def _is_in_one_clause(query: Query, page: Page, sentence: int, span: Span, *, of_names: bool) -> bool:
    """Say whether most of what a sentence tells of a claim stands in one clause with a word, or is its subject: it is said of no other thing.

    `of_names`: and all of its names, since who says that one did not do it may mean that another did.
    """
    start, end = page.sentences[sentence]
    text = page.document.text
    words = page.words_of(sentence)
    verbs = [words[at].start for at in find_verbs(words)]
    joints = [joint.end() for joint in _JOINT.finditer(text, start, end) if joint.start() < span[0]]
    first = joints[-1] if joints else start
    goes_on = bool(joints) and _SAME_SUBJECT.match(text, first)
    subject_end = next((at for at in verbs if at < first), first) if goes_on else start
    after = _JOINT.search(text, span[1], end)
    last = after.start() if after else end
    told = [word for word in words if query.mask_of([word.key]) and word.end != span[1]]
    inside = [word for word in told if word.start < subject_end or first <= word.start < last]
    named = query.mask_of(word.key for word in inside) & query.names
    carried = query.told(sentence) & ~query.literal.get(sentence, 0)
    return 3 * len(inside) >= 2 * len(told) and not (of_names and query.names & ~(named | carried))


def _has_not_happened(query: Query, page: Page, sentence: int, denied: Span, span: Span) -> bool:
    """Say whether a sentence tells as open what the claim denies, or as planned what the claim says has not been yet."""
    words = page.words_of(sentence)
    at = next(at for at, word in enumerate(words) if word.end == span[1])
    told = factuality_of(page.document.text, words, at)[0] if page.language == "en" else Factuality.FACT
    is_ahead = words[at].text.lower().endswith("s") or _INFINITIVE.search(
        page.document.text, page.sentences[sentence][0], span[0]
    )
    if is_ahead and _YET.search(query.claim):
        return True  # "opens in May", "needs another day to be sure"
    return (told is Factuality.OPEN and not _MAY_NOT.search(query.claim, 0, denied[1])) or (
        told is Factuality.COMING and bool(_SO_FAR.search(query.claim, 0, denied[1]))
    )


def _is_one_sided(query: Query, source: str) -> bool:
    """Say whether one side denies and the other denies nothing; "not until" denies nothing either."""
    if _BOUNDED.search(query.claim) or _BOUNDED.search(source):
        return False
    if denies(query.text_words) and any(
        isinstance(one, Number) and one.unit in _COUNTS for one in query.values
    ):
        return False  # "three were not freed" may be the rest
    negative = denials_in(query.language)
    return bool(negative.search(query.claim)) is not bool(negative.search(source))


def _unmet(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Span]:
    """Yield the denials of a claim that its evidence does not make: none at all, or none beside the word that is denied."""
    words = query.text_words
    denials = [
        (word, next((one for one in words[at + 1 :] if one.key), None))
        for at, word in enumerate(words)
        if (is_denial(word.text, query.language) or _REFUSES.match(query.claim, word.start))
        and query.is_checked(word.start)
    ]
    told = [(denial, denied, _told(denied, page, evidence)) for denial, denied in denials]
    unmet = [one for one in told if not (one[1] and one[2] and _is_to_come(query, page, one[1], one[2]))]
    negative = denials_in(query.language)
    if unmet and not any(negative.search(page.text_of(sentence)) for sentence in evidence):
        yield unmet[0][0].start, unmet[0][0].end
        return
    for denial, denied, places in unmet:
        first = _most_telling(query, denial, evidence)
        has_none = _HAVE_NONE.search(page.document.text, *page.sentences[first])
        denied_there = sum(is_denial(word.text, query.language) for word in page.words_of(first))
        if denied_there >= len(denials) and (has_none or all(at != first for at, _ in places)):
            continue  # whatever the verb: "did not look at" for "did not examine"
        around = (
            (
                max(start, word.start - BEFORE),
                _border(page.document.text, word.end, min(end, word.end + AFTER)),
            )
            for sentence, word in places
            for start, end in [page.sentences[sentence]]
        )
        if denied and places and not any(negative.search(page.document.text, *one) for one in around):
            yield denial.start, denied.end


def _border(text: str, start: int, end: int) -> int:
    """Give where another clause begins in a stretch of a text, or its end: "may baptise people but not celebrate Mass"."""
    joint = _BUT.search(text, start, end)
    return joint.start() if joint else end


def _most_telling(query: Query, denial: Word, evidence: Sequence[int]) -> int:
    """Give the sentence that tells most of the part in which something is denied, or of the claim where none tells enough of it."""
    part = query.mask_within(*query.part_span_at(denial.start))
    first = query.most_telling(evidence, part)
    return first if query.share(part, query.told(first)) >= SAME_PART else query.most_telling(evidence)


def _told(denied: Word | None, page: Page, evidence: Sequence[int]) -> Sequence[tuple[int, Word]]:
    """List where some evidence has the word that a claim denies, each with its sentence."""
    return [(at, word) for at in evidence for word in page.words_of(at) if denied and word.key == denied.key]


def _is_to_come(query: Query, page: Page, denied: Word, places: Sequence[tuple[int, Word]]) -> bool:
    """Say whether all that is told of a word is that it may yet happen, and the claim that it has not."""
    return all(_has_not_happened(query, page, sentence, denied.span, word.span) for sentence, word in places)


def _denied_otherwise(query: Query, page: Page, sentence: int) -> Iterator[tuple[Span, Span]]:
    """Yield what of a claim that denies nothing a sentence denies by another word: "put it down to X", but "did not blame X"."""
    if query.language != "en" or denials_in(query.language).search(query.claim):
        return
    words = page.words_of(sentence)
    told = {word.key: word for word in query.words if not query.mask_of([word.key]) & query.names}
    for at, (word, after) in enumerate(pairwise(words)):
        if not is_negation(word.text) or after.text.lower() in _LEAVES:
            continue
        denied = [one for one in clause_after(page.document.text, words, at) if one.key]
        other = next((one for one in denied if one.key in told), None)
        if other and not query.mask_of([denied[0].key]):
            yield (told[other.key].start, told[other.key].end), (word.start, other.end)
    none, last = _HAVE_NONE.search(page.document.text, *page.sentences[sentence]), query.words[-1:]
    if none and last:
        yield (last[0].start, last[0].end), none.span()


def _other_side(claim: str, source: str) -> Iterator[tuple[int, int]]:
    """Yield the word by which a claim is for what its source is against, or against what that is for."""
    for mine, theirs in ((_FOR, _AGAINST), (_AGAINST, _FOR)):
        word = mine.search(claim)
        if word and theirs.search(source) and not (theirs.search(claim) or mine.search(source)):
            yield word.span()


def _both_deny(query: Query, source: str) -> bool:
    """Say whether each side denies something in words that the other lacks: the two may be one denial."""
    negative = denials_in(query.language)
    mine, theirs = (
        Counter(match[0].lower() for match in negative.finditer(text)) for text in (query.claim, source)
    )
    return bool(mine - theirs and theirs - mine)


def _is_dated_otherwise(query: Query, sentence: int) -> bool:
    """Say whether a sentence has another date than the claim: what is denied may be told of that."""
    at = {
        place
        for value in query.values
        if isinstance(value, Date)
        for place, _ in query.rivals_of(value).different
    }
    return sentence in at


def _polarities(text: str, span: Span, language: str) -> dict[str, tuple[bool, tuple[int, int]]]:
    """Map each key to whether a negation stands directly before it, and the span with the negation; none that is told both ways."""
    found: dict[str, tuple[bool, tuple[int, int]]] = {}
    both: set[str] = set()
    negation: Word | None = None
    before = ""
    for word in split_words(text, *span, language):
        is_nobody = before in {"no", "not"} and word.text.lower() == "one"
        if before == "no" and word.text.lower() == "longer":
            continue  # the two are one denial
        chosen, before = before in NO_DENIAL_AFTER, word.text.lower()
        if is_nobody:
            continue
        if (is_negation(word.text, language) or word.text.lower() == "nobody") and not chosen:
            negation = word
        elif word.key:
            told = negation is not None, ((negation or word).start, word.end)
            if found.setdefault(word.key, told)[0] != told[0]:
                both.add(word.key)
            negation = negation if word.text.endswith("ly") else None  # "not statistically significant"
        elif word.text.lower() not in _LINKS:
            negation = (
                None  # "isn't a book", "no more than", "not only": it is not the next word that is denied
            )
    return {key: told for key, told in found.items() if key not in both}
