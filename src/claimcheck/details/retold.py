"""A sentence of the page that tells the claim again, word for word but for values and denials."""

from collections.abc import Iterator, Sequence
from itertools import chain

from claimcheck.details.compatible import is_of_another_kind, may_follow
from claimcheck.details.difference import Difference, differing_values
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.agreement import Agreement
from claimcheck.text.frames import Token, align_tokens, span_phrase, split_tokens
from claimcheck.text.sentences import split_sentences
from claimcheck.text.values import compare_values

LEAST_FRAME = 3
"""Words with content, and values, in a sentence that is told again word for word: fewer name no event."""


def find_retold(query: Query, page: Page) -> Iterator[Difference]:
    """Yield what differs where the page has a sentence of the claim word for word, but for values and negations."""
    values = query.values
    by_mask: dict[int, list[int]] = {}  # a page that repeats itself has few different ones
    for sentence, mask in query.literal.items():
        by_mask.setdefault(mask, []).append(sentence)
    different = {query.claim[start:end]: (start, end) for start, end in split_sentences(query.claim)}
    for start, end in different.values():
        words = query.mask_of(
            word.key
            for word in query.words
            if start <= word.start < end and not any(one.start <= word.start < one.end for one in values)
        )
        if not any((words & ~mask).bit_count() <= 1 for mask in by_mask):
            continue  # worded anew, as most claims are: no sentence has all of its words but "longer"
        tokens = split_tokens(query.claim, (start, end), values, query.language)
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
            theirs = align_tokens(
                mine, split_tokens(page.document.text, span, page.values_of(sentence), query.language)
            )
            if theirs:
                differences = list(_differing(mine, theirs, sentence))
                if not differences:
                    break  # the page states it too: what it says elsewhere decides nothing
                if not (
                    _denies_another(differences)
                    or (_differ_in(MismatchKind.DATE, differences) and may_follow(query, page, sentence))
                ):
                    found = found or differences
        else:
            yield from (one for one in found if not is_of_another_kind(one.claim, one.source, query, page))


def _denies_another(differences: Sequence[Difference]) -> bool:
    """Say whether a claim denies another value, or tells the rest: "38 percent do not export", where 62 percent do."""
    return _differ_in(MismatchKind.NEGATION, differences) and len({one.kind for one in differences}) > 1


def _differ_in(kind: MismatchKind, differences: Sequence[Difference]) -> bool:
    return any(one.kind is kind for one in differences)


def _differing(mine: Sequence[Token], theirs: Sequence[Token], sentence: int) -> Iterator[Difference]:
    # "no prize was given" and "the prize was not given" deny once each
    denied = [sum(token.negated for token in tokens) for tokens in (mine, theirs)]
    for at, (one, other) in enumerate(zip(mine, theirs, strict=True)):
        if one.negated != other.negated and denied[0] != denied[1]:
            spans = span_phrase(mine, at), span_phrase(theirs, at)
            yield Difference(MismatchKind.NEGATION, *spans, sentence, 1.0)
        if one.value and other.value and compare_values(one.value, other.value) is Agreement.DIFFERENT:
            yield differing_values(one.value, other.value, sentence)
