"""Signals to the probability that the page supports the claim."""

import math

from claimcheck.judge.signals import NAMES, Signals, vector

# Fitted by `python -m benchmarks fit` (ridge logistic regression; 917 takeaways, 349 WiCE claims, two thirds of the plain
# claims of tests/eval), never by hand.
INTERCEPT = -2.15
WEIGHTS = {
    "window": 1.05,
    "least_part": 2.04,
    "order": 2.31,
    "untold_names": -5.12,
    "untold_words": -0.97,
    "scattered": -2.94,
    "difference": -3.07,
    "misfilled": -1.1,
}


def support_probability(signals: Signals) -> float:
    """Give the probability, 0 to 1, that a page with these signals supports the claim in full."""
    total = INTERCEPT + sum(WEIGHTS[name] * value for name, value in zip(NAMES, vector(signals), strict=True))
    return 1 / (1 + math.exp(-total))
