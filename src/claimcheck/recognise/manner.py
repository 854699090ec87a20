"""The manner of a page, in whatever language: whether it reads as an article does, or as what stands in an article's place.

No sign decides alone: who writes of his own mishaps speaks to his readers too, and a short notice of a death has no date.
Seven are weighed together.
"""

import math
from typing import NamedTuple

from claimcheck.recognise.addresses import is_front, promises_story, share_of_address
from claimcheck.recognise.said import Said, count_leads, count_quotations
from claimcheck.recognise.sight import Role, Sight, Visit
from claimcheck.recognise.wording import fold_words

TEASERS = 4
"""Leads to other pages that make an index."""
LEAST_ODDS = 1.3
"""Log-odds from which a page is taken to stand in an article's place: two of a thousand articles have them."""
MOST_ODDS_OF_ARTICLE = -1.0
"""Log-odds up to which it is taken for an article that writes about walls: three of 500 walls have them."""


class Manner(NamedTuple):
    """The signs of one page; those that count things are logarithms, `ln(1 + n)`."""

    besides: float
    """Words of sentences that have nothing to do with the page, the site or its readers."""
    quotations: float
    lines: float
    """Words of lines too short for a sentence: tables, bulletins and poems have many."""
    is_dated: float
    is_notice: float
    """It does nothing but speak to its readers, and of itself."""
    told_of_address: float
    """Share of the words of the cited address that the page says."""
    breaks_promise: float
    """It says no word of an address that promises a story."""


# Fitted by `python -m benchmarks manner` (ridge logistic regression on the answers of tests/pages), never by hand.
INTERCEPT = 8.71
WEIGHTS = Manner(
    besides=-1.86,
    quotations=-2.08,
    lines=-0.33,
    is_dated=-1.65,
    is_notice=2.56,
    told_of_address=-2.22,
    breaks_promise=3.06,
)


def has_telling_manner(visit: Visit, sight: Sight, said: Said) -> bool:
    """Say whether the manner of a page tells what it is: not where nothing is to be pressed or followed, nor of an index."""
    offers = sight.is_hidden or any(block.role in {Role.LABEL, Role.LINKS} for block in said.own)
    is_index = count_leads(said.own) >= TEASERS and not said.prose
    return visit.status == 200 and offers and not is_index and not is_front(visit.cited_url)


def manner_of(visit: Visit, sight: Sight, said: Said) -> Manner:
    """Read the signs of a page off."""
    all_said = " ".join(map(fold_words, [sight.title, *(block.text for block in sight.blocks)]))
    return Manner(
        besides=math.log1p(said.besides),
        quotations=math.log1p(sum(count_quotations(block.text) for block in said.prose)),
        lines=math.log1p(sum(block.words for block in said.own if block.role is Role.LINE)),
        is_dated=said.is_dated,
        is_notice=said.is_notice,
        told_of_address=share_of_address(visit.cited_url, all_said),
        breaks_promise=promises_story(visit.cited_url, all_said),
    )


def odds_of(manner: Manner) -> float:
    """Give the log-odds that a page of a manner stands in an article's place."""
    return INTERCEPT + sum(weight * sign for weight, sign in zip(WEIGHTS, manner, strict=True))
