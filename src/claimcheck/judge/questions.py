"""What a page is asked, and what comes back. Light: the run handles these, its workers do the judging."""

from dataclasses import dataclass

from claimcheck.model import NOT_CHECKED, ClaimWarning, Finding, Span, Verdict
from claimcheck.text.words import split_words

LONGEST_CLAIM = 20_000
"""Characters of a claim that is judged: a longer one is an article, and would hold up the others."""

LEAST_WORDS = 2
"""Words with content that state something: one alone is a topic."""


@dataclass(frozen=True, slots=True)
class Question:
    """A claim as one source is asked about it."""

    source: str
    claim: str
    """Id of the claim."""
    text: str
    analysis: Span | None = None
    quote: str | None = None
    file: int = 0
    """Index of the claims file that asks."""
    language: str | None = None
    """Language (BCP 47) of the file's claims taken together: a headline is too short to tell its own."""

    @property
    def left_out(self) -> tuple[int, int]:
        """Give the offsets of the author's own conclusion, which no source is asked about."""
        return (self.analysis.start, self.analysis.end) if self.analysis else (0, 0)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A finding, and whether the claim's `quote` stands verbatim on the page."""

    finding: Finding
    has_quote: bool = False


def unjudgeable(question: Question) -> ClaimWarning | None:
    """Say why a claim cannot be judged on any page: it asks, or has no two words that carry content and may be told of one another."""
    start, end = question.left_out
    words = [word for word in split_words(question.text) if word.key and not start <= word.start < end]
    if len(words) < LEAST_WORDS:
        return ClaimWarning.NO_CONTENT_WORDS
    return ClaimWarning.QUESTION if question.text.rstrip().endswith(("?", "？", "؟")) else None


def unchecked(source: str, why: str) -> Finding:
    """Give the finding of a claim that no verdict could be reached on."""
    return Finding(source, Verdict.UNCHECKED, None, NOT_CHECKED + why)


def why_unjudgeable(warning: ClaimWarning) -> str:
    """Say in words why a claim cannot be judged."""
    return (
        "the claim is a question."
        if warning is ClaimWarning.QUESTION
        else "the claim has too few words that carry content to state anything."
    )
