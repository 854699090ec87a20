from claimcheck.model import ClaimVerdict, State, Verdict
from claimcheck.report.summary import summarise

from .sample import sample_report


def test_every_word_is_counted_zeros_too() -> None:
    """The counts hold each word of the vocabulary, in its order, whether or not it occurs."""
    summary = summarise(sample_report())
    assert summary.files == 2
    assert list(summary.sources) == list(State)
    assert list(summary.claims) == list(ClaimVerdict)
    assert list(summary.findings) == list(Verdict)
    assert summary.claims[ClaimVerdict.NOT_FOUND] == 2
    assert summary.sources[State.UNREACHABLE] == 3
    assert summary.findings[Verdict.UNCHECKED] == 5
