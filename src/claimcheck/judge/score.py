"""Signals to the probability that the page supports the claim."""

import math

from claimcheck.judge.signals import NAMES, Signals, vector

# Fitted by `python -m benchmarks fit` (ridge logistic regression; 917 takeaways, 349 WiCE claims, two thirds of the plain
# claims of tests/eval), never by hand.
INTERCEPT = -2.01
WEIGHTS = {
    "window": 0.99,
    "least_part": 1.89,
    "order": 2.28,
    "untold_names": -5.14,
    "untold_words": -1.09,
    "scattered": -3.01,
    "difference": -2.99,
    "misfilled": -0.9,
}


def support_probability(signals: Signals) -> float:
    """Give the probability, 0 to 1, that a page with these signals supports the claim in full."""
    total = INTERCEPT + sum(WEIGHTS[name] * value for name, value in zip(NAMES, vector(signals), strict=True))
    return 1 / (1 + math.exp(-total))
