"""Signals to a probability."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.judge.score import support_probability
from claimcheck.judge.signals import Signals

FOR = ["window", "least_part", "order"]
AGAINST = ["untold_names", "untold_words", "scattered", "difference", "misfilled"]
BEST = Signals(**dict.fromkeys(FOR, 1.0), **dict.fromkeys(AGAINST, 0.0))
WORST = Signals(**dict.fromkeys(FOR, 0.0), **dict.fromkeys(AGAINST, 1.0))
any_signals = st.builds(Signals, *(st.floats(0, 1) for _ in fields(Signals)))


def test_the_best_and_the_worst_are_far_apart() -> None:
    """A page that has all of a claim most probably supports it; one that has nothing of it hardly does."""
    assert support_probability(BEST) > 0.85
    assert support_probability(WORST) < 0.05


@pytest.mark.parametrize("name", FOR)
@given(signals=any_signals, less=st.floats(0, 1))
def test_covering_less_is_never_better(name: str, signals: Signals, less: float) -> None:
    """Each of the signals for support raises the probability."""
    lowered = replace(signals, **{name: getattr(signals, name) * less})
    assert support_probability(lowered) <= support_probability(signals)


@pytest.mark.parametrize("name", AGAINST)
@given(signals=any_signals, less=st.floats(0, 1))
def test_missing_less_is_never_worse(name: str, signals: Signals, less: float) -> None:
    """Each of the signals against support lowers the probability."""
    lowered = replace(signals, **{name: getattr(signals, name) * less})
    assert support_probability(lowered) >= support_probability(signals)


@given(any_signals)
def test_a_probability_lies_between_the_extremes(signals: Signals) -> None:
    """No signals leave the range from 0 to 1, nor that of the best and the worst."""
    assert 0 <= support_probability(WORST) <= support_probability(signals) <= support_probability(BEST) <= 1
