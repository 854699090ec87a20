"""Which side of a "than" or an "as many as" something stands on: a claim may turn round what its page compares."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from claimcheck.details.difference import Difference
from claimcheck.details.directions import tells_opposite
from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.model import MismatchKind
from claimcheck.text.words import Word

_THAN = re.compile(
    r"(?<!rather )(?<!other )(?<!-)\bthan\b(?!-| [\d$€£]| (?:half|one|two|three|four|five|six|seven|eight|nine|ten|a|an) )|\bas (?:many|much|few|little|high|low|fast|large|big|often|likely|old|long|good|well) (?:\w+ ){0,5}?as\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"[,;.:]|\b(?:and|but|while|because|according|after|before|who|which|that|in|on|over|last|this|since)\b",
    re.IGNORECASE,
)
"""Where what something is compared with ends, if it has begun."""

_Side = dict[str, Word]


def find_turned_comparisons(query: Query, page: Page, evidence: Sequence[int]) -> Iterator[Difference]:
    """Yield what a claim compares something with, where some evidence compares that with it.

    It is as certain as the sentence tells much of the claim.
    """
    than = _THAN.search(query.claim) if query.language == "en" else None
    if than is None:
        return
    first, second = _sides(query.claim, len(query.claim), than, query.words, query)
    found: list[Difference] = []
    for sentence in evidence:
        text, (start, end) = page.document.text, page.sentences[sentence]
        borders = list(islice(_THAN.finditer(text, start, end), 2))
        if (
            len(borders) != 1  # two comparisons may be of two things
            or tells_opposite(query, page, sentence)
            or query.denies is not page.denies(sentence)
        ):
            continue
        left, right = _sides(text, end, borders[0], page.content_of(sentence), query)
        if second.keys() & right.keys():
            return  # the page tells it straight
        turned = [key for key in first.keys() & right.keys() if not query.mask_of([key]) & query.numbers]
        back = second.keys() & left.keys()
        if turned and back:
            mine, theirs = min(first[key].span for key in turned), min(left[key].span for key in back)
            certainty = query.weigh(query.told(sentence))
            found.append(Difference(MismatchKind.ROLE, mine, theirs, sentence, certainty))
    yield from found[:1]


def _sides(
    text: str, end: int, border: re.Match[str], words: Sequence[Word], query: Query
) -> tuple[_Side, _Side]:
    """Give the claim's keys that are told before a "than" alone, and in what follows at once behind it alone."""
    behind = [word for word in words if word.start >= border.end()]
    stop = _END.search(text, behind[0].end if behind else border.end(), end)
    sides = (
        [word for word in words if word.end <= border.start()],
        [word for word in behind if stop is None or word.start < stop.start()],
    )
    first, second = (
        {query.told_by[word.key]: word for word in reversed(side) if word.key in query.told_by}
        for side in sides
    )
    both = first.keys() & second.keys()
    return _without(both, first), _without(both, second)


def _without(keys: Collection[str], side: _Side) -> _Side:
    return {key: word for key, word in side.items() if key not in keys}
