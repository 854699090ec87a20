"""Days of the week and bare months: another one that stands for the claim's."""

from collections.abc import Iterator, Sequence

from claimcheck.details.company import LIKE_CLAIM
from claimcheck.details.compatible import denies_alone, may_follow, spans_otherwise
from claimcheck.details.difference import Difference
from claimcheck.details.slots import DAYS, MONTHS
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind


def find_other_days(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield what stands for a day of the week or a bare month in the sentence that tells the most of its part, where it does not."""
    dated = [value.span for value in query.values]
    for word in query.text_words if evidence else ():
        part = query.part_at(query.mask_of([word.key])) & ~query.mask_of([word.key])
        kind = next((kind for kind in (DAYS, MONTHS) if word.key in kind and word.text[0].isupper()), None)
        is_dated = any(start <= word.start < end for start, end in dated)
        if kind is None or is_dated or not query.is_checked(word.start):
            continue
        best = query.most_telling(evidence, part)
        days = {
            other.key: other for other in page.words_of(best) if other.key in kind and other.text[0].isupper()
        }
        certainty = query.share(part, query.told(best))
        if days and word.key not in days and certainty >= LIKE_CLAIM:
            other = next(iter(days.values()))
            spans = word.span, other.span
            own = [mask for mask in query.masks.values() if mask & query.mask_of([word.key])]
            is_open = (
                any(query.share(part, mask) >= LIKE_CLAIM for mask in own)
                or other.key in query.keys  # of two days, the page may tell one with its hour alone
                or denies_alone(query, page, best, word.start)
                or spans_otherwise(query, page, best, (word.start, other.start))
                or may_follow(query, page, best)
            )
            yield Difference(MismatchKind.DATE, *spans, best, LIKE_CLAIM if is_open else certainty)
