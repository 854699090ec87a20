"""The details of a claim beside those of its evidence: numbers, dates and negations that agree, differ or are absent.

A difference is claimed only where it is sure: the source must give another value in the same slot, which shows by the
words around it (the value's company), and must not give the claim's own value nearby. Being absent is no difference.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from claimcheck.denials import compare_denials
from claimcheck.match import Page, Query
from claimcheck.model import MismatchKind
from claimcheck.text.dates import Date
from claimcheck.text.frames import Token, align_tokens, span_phrase, split_tokens
from claimcheck.text.numbers import Agreement, Number
from claimcheck.text.sentences import split_sentences
from claimcheck.text.values import Value, compare_values, find_values
from claimcheck.text.words import Word, split_words

NEARBY = 2
"""Sentences on either side of the evidence in which a detail still belongs to it."""
LIKE_CLAIM = 0.5
"""Share of the claim's remaining weight that the rival's own sentence must cover."""
LEAST_FRAME = 3
"""Words with content, and values, in a sentence that is told again word for word: fewer name no event."""

_MORE = re.compile(r"\s(?:more|less|fewer|higher|lower|above|below)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Detail:
    """A number or date of the claim, and what became of it."""

    value: Value
    agreement: Agreement | None
    """`None` where nothing near the evidence could be compared with it."""
    sentences: frozenset[int] = frozenset()
    """Where the same value stands."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A detail that the claim gives one way and the page another; offsets in the claim and in the page's text."""

    kind: MismatchKind
    claim: tuple[int, int]
    source: tuple[int, int]
    sentence: int
    certainty: float
    """How much of the slot and of the claim around it is the same, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Details:
    """All details of one claim against one page."""

    compared: tuple[Detail, ...]
    differences: tuple[Difference, ...]
    doubts: tuple[tuple[int, int], ...] = ()
    """Words of the claim that the evidence denies, does not deny as the claim does, or tells the opposite of.

    Too little for a difference, but enough for no support: offsets in the claim.
    """
    voice: str | None = None
    """A word of the evidence that takes it out of the page's own voice, or out of what has happened."""

    @property
    def absent(self) -> tuple[Value, ...]:
        """List the values that the evidence neither states nor contradicts."""
        different = {difference.claim for difference in self.differences}
        return tuple(
            one.value
            for one in self.compared
            if one.agreement is not Agreement.SAME and (one.value.start, one.value.end) not in different
        )


def compare_details(query: Query, page: Page, evidence: Sequence[int]) -> Details:
    """Compare the claim's numbers, dates and negations with the sentences in and around the evidence."""
    around = beside(evidence, page)
    values = [value for value in find_values(query.claim) if query.is_checked(value.start)]
    source_values = (
        [(value, sentence) for sentence in around for value in values_of(page, sentence)] if values else []
    )
    # equal values are compared once: a table of figures repeats itself
    others = {other.meaning: other for other, _ in source_values}
    table = {
        mine.meaning: {meaning: compare_values(mine, other) for meaning, other in others.items()}
        for mine in values
    }
    compared = [_detail(value, table[value.meaning], source_values) for value in values]
    stated = {
        other for row in table.values() for other, agreement in row.items() if agreement is Agreement.SAME
    }
    free = [(other, sentence) for other, sentence in source_values if other.meaning not in stated]
    differences = [
        difference
        for one in compared
        if one.agreement is Agreement.DIFFERENT and (difference := _rival(one.value, free, query, page))
    ]
    differences = [one for one in differences if _differ_alone(one, differences)]
    framed = list(_framed(query, page, values))
    told = {difference.claim for difference in framed}
    differences = [one for one in differences if one.claim not in told]
    denials = compare_denials(query, page, evidence)
    if denials.certainty >= LIKE_CLAIM and not any(one.kind is MismatchKind.NEGATION for one in framed):
        differences += [
            Difference(MismatchKind.NEGATION, *spans, denials.sentence, denials.certainty)
            for spans in denials.sure
        ]
    return Details(tuple(compared), (*framed, *differences), denials.doubts, denials.voice)


def _differ_alone(difference: Difference, differences: Sequence[Difference]) -> bool:
    """Say whether a difference is the only one in its sentence: one that differs in two values tells another event."""
    return sum(one.sentence == difference.sentence for one in differences) == 1


def values_of(page: Page, sentence: int) -> list[Value]:
    """List the numbers and dates of one sentence; offsets count in the page's text."""
    return find_values(page.document.text, *page.sentences[sentence])


def beside(evidence: Sequence[int], page: Page) -> list[int]:
    """List the sentences in and around the evidence, without crossing the border of the article."""
    return sorted({at for sentence in evidence for at in _neighbours(sentence, page)})


def _neighbours(sentence: int, page: Page) -> range:
    first, last = (
        (0, page.in_article) if sentence < page.in_article else (page.in_article, len(page.sentences))
    )
    return range(max(sentence - NEARBY, first), min(sentence + NEARBY + 1, last))


_Meaning = tuple[object, ...]


def _detail(value: Value, row: Mapping[_Meaning, Agreement], others: Iterable[tuple[Value, int]]) -> Detail:
    same = frozenset(at for other, at in others if row[other.meaning] is Agreement.SAME)
    return Detail(value, _strongest(row.values()), same)


def _strongest(agreements: Iterable[Agreement]) -> Agreement | None:
    found = set(agreements)
    order = (Agreement.SAME, Agreement.DIFFERENT, Agreement.UNSURE)
    return next((agreement for agreement in order if agreement in found), None)


def _rival(value: Value, free: Sequence[tuple[Value, int]], query: Query, page: Page) -> Difference | None:
    """Find the value that fills the claim's slot with something else, where that is sure."""
    rivals = [(other, at) for other, at in free if compare_values(value, other) is Agreement.DIFFERENT]
    if not rivals:
        return None
    own = query.mask_of(word.key for word in query.words if value.start <= word.start < value.end)
    rest = 1.0 - query.weigh(own)
    if rest <= 0:
        return None
    mine = _slot(query.words, value)
    found: list[tuple[float, int, Difference]] = []
    for other, sentence in rivals:
        if bool(_MORE.match(query.claim, value.end)) != bool(_MORE.match(page.document.text, other.end)):
            continue  # "$40 more" is a difference, "$40" a level
        start, end = page.sentences[sentence]
        words = [word for word in split_words(page.document.text, start, end) if word.key]
        whole = query.weigh(query.masks.get(sentence, 0) & ~own) / rest
        if whole >= LIKE_CLAIM and _slot(words, other).fits(
            mine, counts=isinstance(value, Number) and not value.unit
        ):
            kind = MismatchKind.DATE if isinstance(value, Date) else MismatchKind.NUMBER
            spans = (value.start, value.end), (other.start, other.end)
            found.append((whole, -sentence, Difference(kind, *spans, sentence, whole)))
    return max(found, key=lambda one: one[:2])[2] if found else None


@dataclass(frozen=True, slots=True)
class _Slot:
    """The place of a value in its sentence: the content words next to it."""

    before: str
    after: str

    def fits(self, other: "_Slot", *, counts: bool) -> bool:
        """Say whether two values stand for the same thing; one that counts does so by the noun that follows it.

        A date or a sum of money counts nothing: the word before it tells what it is of, or the one after it.
        """
        same_before = bool(self.before) and self.before == other.before
        if counts and (self.after or other.after):
            return self.after == other.after
        return same_before or (not counts and bool(self.after) and self.after == other.after)


def _slot(words: Sequence[Word], value: Value) -> _Slot:
    before = [word.key for word in words if word.end <= value.start]
    after = [word.key for word in words if word.start >= value.end]
    return _Slot(before[-1] if before else "", after[0] if after else "")


def _framed(query: Query, page: Page, values: Sequence[Value]) -> Iterator[Difference]:
    """Yield what differs where the page has a sentence of the claim word for word, but for values and negations."""
    by_mask: dict[int, list[int]] = {}  # a page that repeats itself has few different ones
    for sentence, mask in query.masks.items():
        by_mask.setdefault(mask, []).append(sentence)
    for start, end in split_sentences(query.claim):
        words = query.mask_of(
            word.key
            for word in query.words
            if start <= word.start < end and not any(one.start <= word.start < one.end for one in values)
        )
        if not any((words & ~mask).bit_count() <= 1 for mask in by_mask):
            continue  # worded anew, as most claims are: no sentence has all of its words but "longer"
        tokens = split_tokens(query.claim, start, end, values)
        mine = [token for token in tokens if query.is_checked(token.start)]
        wanted = query.mask_of(token.key for token in mine if token.has_content)
        if not wanted or sum(token.has_content or bool(token.value) for token in mine) < LEAST_FRAME:
            continue
        found: list[Difference] = []
        looked_at: set[str] = set()
        fitting = [by_mask[mask] for mask in by_mask if mask & wanted == wanted]
        for sentence in sorted(chain.from_iterable(fitting)):
            if page.text_of(sentence) in looked_at:
                continue
            looked_at.add(page.text_of(sentence))
            span = page.sentences[sentence]
            theirs = align_tokens(mine, split_tokens(page.document.text, *span, values_of(page, sentence)))
            if theirs:
                differences = list(_differing(mine, theirs, sentence))
                if not differences:
                    break  # the page states it too: what it says elsewhere decides nothing
                found = found or differences
        else:
            yield from found


def _differing(mine: Sequence[Token], theirs: Sequence[Token], sentence: int) -> Iterator[Difference]:
    for at, (one, other) in enumerate(zip(mine, theirs, strict=True)):
        if one.negated != other.negated:
            spans = span_phrase(mine, at), span_phrase(theirs, at)
            yield Difference(MismatchKind.NEGATION, *spans, sentence, 1.0)
        if one.value and other.value and compare_values(one.value, other.value) is Agreement.DIFFERENT:
            kind = MismatchKind.DATE if isinstance(one.value, Date) else MismatchKind.NUMBER
            spans = (one.value.start, one.value.end), (other.value.start, other.value.end)
            yield Difference(kind, *spans, sentence, 1.0)


def credit_values(query: Query, details: Details) -> Query:
    """Count a value's words as covered where the same value stands in other words: “nearly 50” by 47."""
    masks = dict(query.masks)
    for one in details.compared:
        bits = query.mask_of(
            word.key for word in query.words if one.value.start <= word.start < one.value.end
        )
        for sentence in one.sentences:
            masks[sentence] = masks.get(sentence, 0) | bits
    return replace(query, masks=masks)
