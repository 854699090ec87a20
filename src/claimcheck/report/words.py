"""The vocabulary in plain English: what each word of a report means to an editor."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from claimcheck.model import ClaimWarning, Reason, SourceWarning, Via

_Word = TypeVar("_Word", bound=StrEnum)

REASONS: Mapping[Reason, str] = {
    Reason.HTTP_404: "There is no such page (HTTP 404).",
    Reason.HTTP_410: "The page was removed for good (HTTP 410).",
    Reason.DNS: "The host does not exist.",
    Reason.SOFT_404: "The server answers, but the article is not there.",
    Reason.PARKED: "The domain is parked or for sale.",
    Reason.FRONT_PAGE: "The address leads to a front or section page.",
    Reason.HTTP_401: "The server asks for a login (HTTP 401).",
    Reason.HTTP_403: "The server refuses this reader (HTTP 403).",
    Reason.HTTP_429: "The server limits how often it may be asked (HTTP 429).",
    Reason.HTTP_451: "The page is withheld in this region.",
    Reason.HTTP_4XX: "The server refuses the request.",
    Reason.BOT_CHALLENGE: "The site tests whether the reader is human.",
    Reason.CONSENT_WALL: "A consent dialogue stands in place of the text.",
    Reason.LOGIN_WALL: "A login form stands in place of the text.",
    Reason.PAYWALL: "The text is for subscribers.",
    Reason.TIMEOUT: "No answer came in time.",
    Reason.REFUSED: "The host refuses connections.",
    Reason.RESET: "The host broke the connection off.",
    Reason.TLS: "No secure connection could be made.",
    Reason.HTTP_5XX: "The server fails.",
    Reason.REDIRECT_LOOP: "The redirects lead to no page.",
    Reason.PRIVATE_ADDRESS: "The host has a private address, which is not asked without --allow-private.",
    Reason.NETWORK: "No host name could be looked up.",
    Reason.NOT_FETCHED: "The page was not fetched.",
    Reason.EMPTY: "The page holds no text.",
    Reason.SCRIPT_ONLY: "The page shows its text by script alone.",
    Reason.UNSUPPORTED_TYPE: "This type of file cannot be read.",
    Reason.TOO_LARGE: "The page is too large.",
    Reason.DAMAGED: "What was received is damaged.",
}
"""What was seen: for a source whose `detail` says nothing."""

SOURCE_WARNINGS: Mapping[SourceWarning, str] = {
    SourceWarning.FRAGMENT_MISSING: "the anchor in the URL is not on the page",
    SourceWarning.TEXT_FRAGMENT_MISSING: "the words that the URL points to are not on the page",
    SourceWarning.MOVED_PERMANENTLY: "moved for good; cite the new address",
    SourceWarning.PARTIAL: "the publisher's text breaks off",
    SourceWarning.OTHER_ARTICLE: "another article seems to stand here",
    SourceWarning.CORRECTED: "the page carries a correction or a retraction",
    SourceWarning.CHARSET_GUESSED: "the encoding had to be guessed; letters may be wrong",
    SourceWarning.ACCEPT_EXPIRED: "its sign-off has expired",
    SourceWarning.FAILING: "missed in this run, but not often enough to count as dead",
}

CLAIM_WARNINGS: Mapping[ClaimWarning, str] = {
    ClaimWarning.QUESTION: "this is a question, not a statement",
    ClaimWarning.NO_CONTENT_WORDS: "this text has no words to look for",
    ClaimWarning.ANALYSIS_CANDIDATE: "its end reads like the author's own conclusion; mark it as `analysis`",
    ClaimWarning.MISSING_QUOTE: "the quote stands in none of the cited sources",
    ClaimWarning.BAD_CITATION: "a source cited by name does not say this",
    ClaimWarning.ACCEPT_EXPIRED: "its sign-off has expired",
}

COPIES: Mapping[Via, str] = {Via.SNAPSHOT: "saved copy", Via.ARCHIVE: "archived copy"}
"""What is read in a page's place."""


def spell(word: StrEnum) -> str:
    """Write a word of the vocabulary as an editor reads it: `not_found` is "not found"."""
    return word.replace("_", " ").replace("-", " ")


def plural(count: int, noun: str) -> str:
    """Write a count with its noun: "1 claim", "2 claims"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def tally(counts: Mapping[_Word, int], accepted: Mapping[_Word, int]) -> str:
    """Write counts in their order, without zeros, and how many of each are accepted: "2 supported, 3 not found (1 accepted)"."""
    return ", ".join(
        f"{count:,} {spell(word)}{f' ({accepted[word]:,} accepted)' if accepted.get(word) else ''}"
        for word, count in counts.items()
        if count
    )
