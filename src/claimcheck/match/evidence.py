"""Claim x page -> evidence: the passages that cover most of the claim's weight."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from claimcheck.match.page import PREFIX, Page
from claimcheck.match.query import Query

WINDOW = 5
"""Sentences in a row that the first passage may hold: what they are about is often named two sentences earlier."""
WINDOW_WORDS = 110
"""Words in it: what is longer is no quote."""
ALIKE = 0.6
"""What a word that is told in other words counts in the choice: the page's own wording of it comes first."""
NAMES_FIRST = 0.15
"""Weight of the claim's names in the choice among windows: of two that cover as much, the one about its people."""
LENGTH = 0.0015
"""Share of the claim's weight that each word of a window costs: of two that cover as much, the shorter."""
EDGE = 0.03
"""A sentence at the edge of a window that adds less of the claim's weight is left out."""
OUTSIDE = 0.15
"""So much more must a passage outside the article cover to be preferred: there stand captions, teasers and menus."""
LEAST_GAIN = 0.08
"""A further sentence must add so much of the claim's weight: below it, it shares a common word by chance."""
LEAST_SHOWN = 0.03
"""The same where not all of the claim is supported: there a common word may be all that a page's own wording shares."""
MOST_FURTHER = 2
"""Further sentences, elsewhere on the page, in one evidence."""


def select_evidence(query: Query, page: Page) -> tuple[tuple[int, ...], ...]:
    """Pick the passages that cover most of a claim, each a run of sentences, the best first; none without any overlap.

    The first is the best window, without what adds nothing at its edges. Then, greedily, the sentences elsewhere on
    the page that add most to what is covered so far.
    """
    if not query.masks:
        return ()
    choice = _Choice(query, page)
    first = choice.trimmed(choice.best_window())
    return (first, *_runs(_further(choice, first, (), LEAST_GAIN)))


def widen_evidence(
    query: Query, page: Page, passages: Sequence[tuple[int, ...]]
) -> tuple[tuple[int, ...], ...]:
    """Add what tells less of a claim, for readers who look for what is not told: where a page words it anew, it is there."""
    if not passages:
        return ()
    first, further = passages[0], [sentence for passage in passages[1:] for sentence in passage]
    return (first, *_runs(_further(_Choice(query, page), first, further, LEAST_SHOWN)))


def _further(choice: "_Choice", first: Sequence[int], picked: Sequence[int], least: float) -> list[int]:
    """Pick the sentences of the article that add most to what is covered so far, while they add enough."""
    query, page = choice.query, choice.page
    further = list(picked)
    covered = query.covered_by((*first, *further))
    while len(further) < MOST_FURTHER:
        gains = [
            # of equals the one that covers more alone, then the one nearer the page's top
            (choice.gain(sentence, covered), query.weigh(mask), -sentence)
            for sentence, mask in query.masks.items()
            if mask & ~covered and sentence < page.in_article
        ]
        gain, _, negative = max(gains, default=(0.0, 0.0, 0))
        if gain < least:
            break
        further.append(-negative)
        covered |= query.masks[-negative]
    return further


@dataclass(frozen=True)
class _Choice:
    """What speaks for a passage, as shares of the claim's weight."""

    query: Query
    page: Page
    _worth: dict[tuple[int, int], float] = field(default_factory=dict)
    """A page that repeats itself has few different ones."""

    def best_window(self) -> tuple[int, ...]:
        """Find the run of sentences that is worth most, the first of equals."""
        query, page = self.query, self.page
        best: tuple[float, int, int] = (-1.0, 0, 0)
        # what begins with a sentence that tells nothing is longer, and worth no more
        for start in query.masks:
            told = literal = words = 0
            penalty = OUTSIDE if start >= page.in_article else 0.0
            for at in range(start, min(start + WINDOW, page.border_of(start)[1])):
                words += page.lengths[at]
                if words > WINDOW_WORDS and at > start:
                    break
                if at in query.masks:
                    told, literal = told | query.masks[at], literal | query.literal.get(at, 0)
                    worth = self.of(told, literal) - LENGTH * min(words, WINDOW_WORDS) - penalty
                    best = max(best, (round(worth, 9), -start, at + 1))
        return tuple(range(-best[1], best[2]))

    def trimmed(self, run: tuple[int, ...]) -> tuple[int, ...]:
        """Leave out what adds nothing at the edges of a run."""
        while len(run) > 1:
            shorter = max(run[1:], run[:-1], key=self.of_run)
            if self.of_run(run) - self.of_run(shorter) >= EDGE:
                break
            run = shorter
        return run

    def gain(self, sentence: int, covered: int) -> float:
        """Give what a sentence adds to what is covered."""
        told, literal = self.query.masks[sentence] & ~covered, self.query.literal.get(sentence, 0) & ~covered
        return self.query.weigh(literal & told) + ALIKE * self.query.weigh(told & ~literal)

    def of_run(self, run: Sequence[int]) -> float:
        """Give what a run of sentences is worth, whatever its length and place."""
        return self.of(self.query.covered_by(run), self.query.literally(run))

    def of(self, told: int, literal: int) -> float:
        """Give what it is worth to tell some keys, some of them in the claim's own words."""
        if (told, literal) not in self._worth:
            query = self.query
            self._worth[told, literal] = (
                query.weigh(literal)
                + ALIKE * query.weigh(told & ~literal)
                + NAMES_FIRST * query.share(query.names, told)
            )
        return self._worth[told, literal]


def _runs(sentences: Iterable[int]) -> list[tuple[int, ...]]:
    """Join neighbours; the order in which their first ones were picked stays."""
    picked = list(sentences)
    joined: list[tuple[int, ...]] = []
    for sentence in picked:
        if joined and min(abs(joined[-1][-1] - sentence), abs(joined[-1][0] - sentence)) <= 2:
            joined[-1] = tuple(range(min(sentence, joined[-1][0]), max(sentence, joined[-1][-1]) + 1))
        else:
            joined.append((sentence,))
    return joined


def may_be_outside(query: Query, page: Page, first: Sequence[int]) -> bool:
    """Say whether a passage outside the article may be worth more than the first in it, without cutting that text up.

    The worth is bounded from above, synonyms apart: a word may stand wherever its beginning does, and a window reaches
    over as many lines as sentences at the most.
    """
    choice = _Choice(query, page)
    worth = choice.of_run(first) - LENGTH * sum(page.lengths[at] for at in first)
    beginnings = {word.text[:PREFIX].casefold(): query.mask_of([word.key]) for word in query.words}
    text = page.document.text[page.document.article_chars :].casefold()
    lines = [
        reduce(or_, (bit for beginning, bit in beginnings.items() if beginning in line), 0)
        for line in text.split("\n")
    ]
    windows = {reduce(or_, lines[at : at + WINDOW]) for at in range(len(lines))}
    return any(choice.of(told, told) - OUTSIDE > worth for told in windows)


def best_window(query: Query, page: Page, width: int) -> float:
    """Give the share of the claim's weight that the best run of `width` sentences covers, on one side of the border."""
    runs = (range(at, min(at + width, page.border_of(at)[1])) for at in query.masks)
    return max((query.weigh(query.covered_by(run)) for run in runs), default=0.0)
