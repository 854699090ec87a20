"""Signals to the probability that the page supports the claim."""

import math

from claimcheck.signals import NAMES, Signals, vector

# Fitted by `python -m benchmarks fit` (ridge logistic regression, 917 takeaways and 349 WiCE claims), never by hand.
INTERCEPT = -2.66
WEIGHTS = {
    "window": 2.43,
    "least_part": 1.16,
    "order": 1.42,
    "values_missing": -0.66,
    "names_missing": -1.38,
    "difference": -3.44,
}


def support_probability(signals: Signals) -> float:
    """Give the probability, 0 to 1, that a page with these signals supports the claim in full."""
    total = INTERCEPT + sum(WEIGHTS[name] * value for name, value in zip(NAMES, vector(signals), strict=True))
    return 1 / (1 + math.exp(-total))
