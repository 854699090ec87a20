"""Signals to the probability that the page supports the claim."""

import math

from claimcheck.signals import NAMES, Signals, vector

# Fitted by `python -m benchmarks fit` (ridge logistic regression; 917 takeaways, 349 WiCE claims, two thirds of the plain
# claims of tests/eval), never by hand.
INTERCEPT = -1.86
WEIGHTS = {
    "window": 0.71,
    "least_part": 1.91,
    "order": 2.32,
    "untold_names": -5.19,
    "untold_words": -1.02,
    "scattered": -3.17,
    "difference": -1.92,
    "misfilled": -0.96,
}


def support_probability(signals: Signals) -> float:
    """Give the probability, 0 to 1, that a page with these signals supports the claim in full."""
    total = INTERCEPT + sum(WEIGHTS[name] * value for name, value in zip(NAMES, vector(signals), strict=True))
    return 1 / (1 + math.exp(-total))
