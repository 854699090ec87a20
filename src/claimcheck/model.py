"""The vocabulary: claims files as they were parsed, pages as they were read, reports as they are written.

Every value is frozen. Offsets are character offsets and half open: `text[start:end]`. Words that users see
(states, reasons, verdicts, warnings) are the values of the enums below; `docs/` and the JSON report use the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import Generic, TypeVar

# --- words ----------------------------------------------------------------------------------------------------------


class State(StrEnum):
    """What the live URL of a source is, whatever copy was read in its place."""

    OK = "ok"
    DEAD = "dead"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    UNREADABLE = "unreadable"


class Reason(StrEnum):
    """Why a source is not `ok`."""

    HTTP_404 = "http-404"
    HTTP_410 = "http-410"
    DNS = "dns"
    SOFT_404 = "soft-404"
    PARKED = "parked"
    FRONT_PAGE = "front-page"
    HTTP_401 = "http-401"
    HTTP_403 = "http-403"
    HTTP_429 = "http-429"
    HTTP_451 = "http-451"
    HTTP_4XX = "http-4xx"
    BOT_CHALLENGE = "bot-challenge"
    CONSENT_WALL = "consent-wall"
    LOGIN_WALL = "login-wall"
    PAYWALL = "paywall"
    TIMEOUT = "timeout"
    REFUSED = "refused"
    RESET = "reset"
    TLS = "tls"
    HTTP_5XX = "http-5xx"
    REDIRECT_LOOP = "redirect-loop"
    PRIVATE_ADDRESS = "private-address"
    NETWORK = "network"
    NOT_FETCHED = "not-fetched"
    EMPTY = "empty"
    SCRIPT_ONLY = "script-only"
    UNSUPPORTED_TYPE = "unsupported-type"
    TOO_LARGE = "too-large"
    DAMAGED = "damaged"

    @property
    def state(self) -> State:
        """The state that this reason belongs to."""
        return _STATE_OF[self]


_STATE_OF: Mapping[Reason, State] = {
    reason: state
    for state, reasons in {
        State.DEAD: "http-404 http-410 dns soft-404 parked front-page",
        State.BLOCKED: "http-401 http-403 http-429 http-451 http-4xx bot-challenge consent-wall login-wall paywall",
        State.UNREACHABLE: (
            "timeout refused reset tls http-5xx redirect-loop private-address network not-fetched"
        ),
        State.UNREADABLE: "empty script-only unsupported-type too-large damaged",
    }.items()
    for reason in map(Reason, reasons.split())
}


class SourceWarning(StrEnum):
    """What an editor should know of a source; fails no run."""

    FRAGMENT_MISSING = "fragment-missing"
    TEXT_FRAGMENT_MISSING = "text-fragment-missing"
    MOVED_PERMANENTLY = "moved-permanently"
    PARTIAL = "partial"
    OTHER_ARTICLE = "other-article"
    CORRECTED = "corrected"
    CHARSET_GUESSED = "charset-guessed"
    ACCEPT_EXPIRED = "accept-expired"
    FAILING = "failing"


SHORT = frozenset({SourceWarning.PARTIAL, SourceWarning.OTHER_ARTICLE})
"""Warnings of a page that a copy is better than: not all that was cited is read."""


class Verdict(StrEnum):
    """What one source's text lets us say of one claim, the strongest first."""

    SUPPORTED = "supported"
    PARTIALLY_SUPPORTED = "partially_supported"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"
    UNCHECKED = "unchecked"


class ClaimVerdict(StrEnum):
    """What all cited sources together let us say of one claim."""

    SUPPORTED = "supported"
    PARTIALLY_SUPPORTED = "partially_supported"
    DISPUTED = "disputed"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"
    TOO_FEW_SOURCES = "too_few_sources"
    UNCHECKED = "unchecked"


class ClaimWarning(StrEnum):
    """What an editor should know of a claim; fails no run."""

    QUESTION = "question"
    NO_CONTENT_WORDS = "no-content-words"
    ANALYSIS_CANDIDATE = "analysis-candidate"
    MISSING_QUOTE = "missing-quote"
    BAD_CITATION = "bad-citation"
    ACCEPT_EXPIRED = "accept-expired"


class MismatchKind(StrEnum):
    """The kind of detail on which claim and passage differ."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    DIRECTION = "direction"
    ROLE = "role"
    QUOTE = "quote"


class Via(StrEnum):
    """Where the text that was judged came from."""

    NETWORK = "network"
    CACHE = "cache"
    SNAPSHOT = "snapshot"
    ARCHIVE = "archive"
    BUNDLE = "bundle"


class FailOn(StrEnum):
    """A word that `--fail-on` takes."""

    DEAD = "dead"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    UNREADABLE = "unreadable"
    SUPPORTED = "supported"
    PARTIALLY_SUPPORTED = "partially_supported"
    DISPUTED = "disputed"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"
    TOO_FEW_SOURCES = "too_few_sources"
    UNCHECKED = "unchecked"
    MISSING_QUOTE = "missing_quote"
    BAD_CITATION = "bad_citation"
    MOVED = "moved"
    REWORDED = "reworded"
    CHANGED = "changed"
    LOST = "lost"
    EDITED = "edited"
    REWRITTEN = "rewritten"
    GONE = "gone"


class ExitCode(IntEnum):
    """What the process says to its caller; public interface, never renumbered."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    INTERNAL = 3
    INCOMPLETE = 4
    INTERRUPTED = 130


# --- claims files ---------------------------------------------------------------------------------------------------

Word = TypeVar("Word", State, Verdict, ClaimVerdict)


@dataclass(frozen=True, slots=True)
class Acceptance(Generic[Word]):
    """A human's sign-off of one word; `reason` and `by` are absent where a claim is accepted through its findings."""

    word: Word
    reason: str | None = None
    by: str | None = None
    until: date | None = None

    def expired(self, today: date) -> bool:
        """Say whether the last day of this sign-off has passed."""
        return self.until is not None and today > self.until


@dataclass(frozen=True, slots=True)
class Span:
    """A run of a text, with its offsets in it."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source as the claims file names it."""

    id: str
    url: str
    line: int | None
    snapshot: str | None = None
    """Path of the saved copy, relative to the working directory (already joined to the claims file's folder)."""
    accept: Acceptance[State] | None = None


@dataclass(frozen=True, slots=True)
class FindingAcceptance:
    """A sign-off of what one source says of a claim."""

    source: str
    acceptance: Acceptance[Verdict]


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence the author stands behind, as the claims file has it."""

    id: str
    text: str
    line: int | None
    cites: tuple[str, ...] | None = None
    """Ids of the sources cited by name; `None` stands for every source of the file."""
    quote: str | None = None
    analysis: Span | None = None
    min_sources: int | None = None
    accept: tuple[Acceptance[ClaimVerdict], ...] = ()
    accept_findings: tuple[FindingAcceptance, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """One claims file, checked: every citation is defined, every id is unique."""

    path: str
    """As given on the command line, with `/`; `-` for standard input."""
    title: str | None
    sources: tuple[CitedSource, ...]
    claims: tuple[Claim, ...]
    url: str | None = None
    published: date | None = None
    min_sources: int | None = None
    """The file's own policy; `None` where it says nothing."""
    strikes: int | None = None

    def cited_by(self, claim: Claim) -> tuple[str, ...]:
        """List the ids of the sources that a claim of this file is checked against."""
        return tuple(source.id for source in self.sources) if claim.cites is None else claim.cites


# --- pages ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one page or saved copy, and what is known of it. Offsets everywhere count in `text`."""

    text: str
    """All that `claimcheck text` prints: the article, then after a marked line the rest of the page's text."""
    article_chars: int
    """Where the marked line begins; the length of `text` where the page has nothing besides its article."""
    content_type: str
    size: int
    """Bytes after content decoding."""
    title: str | None = None
    byline: str | None = None
    published: date | None = None
    language: str | None = None
    canonical_url: str | None = None
    charset_guessed: bool = False
    words: int = 0
    """Of the article."""
    text_sha256: str = ""
    anchors: frozenset[str] = frozenset()
    """What fragments of the page's address may name."""
    is_article: bool = False
    """It calls itself an article, or names the day of its publication."""
    is_free: bool | None = None
    """Whether all may read it, where the page says so."""

    @property
    def article(self) -> str:
        """The article's text alone."""
        return self.text[: self.article_chars]


# --- findings -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage put forward for a claim: `quote` is the verbatim slice `[start:end]` of the document's text."""

    quote: str
    prefix: str
    suffix: str
    start: int
    end: int
    outside_article: bool
    score: float
    """The share of the claim's weight that the passage covers, 0 to 1."""
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A detail on which claim and passage differ, with both values and where they stand."""

    kind: MismatchKind
    claim: str
    claim_start: int
    claim_end: int
    source: str
    source_start: int
    source_end: int
    evidence: int
    """Index of the passage in the finding's evidence."""
    message: str


NOT_CHECKED = "Not checked: "
"""How the explanation of an `unchecked` finding begins."""
LOOK_CLOSELY = "Look closely: "
"""How it begins where the page may deny the claim or tell it otherwise: too little for a mismatch."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One claim against one source."""

    source: str
    verdict: Verdict
    score: float | None
    """Calibrated probability that the source supports the claim; `None` for `unchecked` alone."""
    explanation: str
    evidence: tuple[Evidence, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    missing: tuple[Span, ...] = ()
    """What of the claim stands nowhere in the evidence; offsets count in the claim."""
    accepted: Acceptance[Verdict] | None = None
    known: bool = False

    @property
    def is_doubtful(self) -> bool:
        """Whether the page may deny the claim, or tell it otherwise."""
        return self.explanation.startswith(LOOK_CLOSELY)


# --- reports --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """What became of one cited source."""

    id: str
    url: str
    line: int | None
    state: State
    reason: Reason | None = None
    detail: str | None = None
    """One sentence: what was seen, and what to do."""
    warnings: tuple[SourceWarning, ...] = ()
    accepted: Acceptance[State] | None = None
    known: bool = False
    http_status: int | None = None
    final_url: str | None = None
    redirects: tuple[str, ...] = ()
    retrieved_at: datetime | None = None
    via: Via | None = None
    archived_url: str | None = None
    captured_at: datetime | None = None
    copy_sha256: str | None = None
    content_type: str | None = None
    bytes: int | None = None
    title: str | None = None
    byline: str | None = None
    published: date | None = None
    language: str | None = None
    words: int | None = None
    article_chars: int | None = None
    text_sha256: str | None = None
    same_origin_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteResult:
    """The words that must stand verbatim, and the sources in which they do."""

    text: str
    found_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """One claim over all its findings."""

    id: str
    text: str
    line: int | None
    verdict: ClaimVerdict
    explanation: str
    min_sources: int
    cites: tuple[str, ...] | None
    supported_by: tuple[str, ...]
    findings: tuple[Finding, ...]
    warnings: tuple[ClaimWarning, ...] = ()
    accepted: Acceptance[ClaimVerdict] | None = None
    known: bool = False
    quote: QuoteResult | None = None
    analysis: Span | None = None


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One claims file's sources and claims, in the file's order."""

    path: str
    title: str | None
    sources: tuple[Source, ...]
    claims: tuple[CheckedClaim, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """What the run was asked to hold against its claims."""

    fail_on: tuple[FailOn, ...]
    offline: bool = False
    archive: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One run, whole: what every report format is rendered from."""

    version: str
    """Version of claimcheck that made the report."""
    command: str
    started_at: datetime
    finished_at: datetime
    exit_code: int
    interrupted: bool
    policy: Policy
    files: tuple[CheckedFile, ...]
