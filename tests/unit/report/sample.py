"""One report with every state, verdict, kind of mismatch, warning and sign-off, and with texts that are hard to show."""

from datetime import UTC, date, datetime, timedelta

from claimcheck.model import (
    Acceptance,
    CheckedClaim,
    CheckedFile,
    ClaimVerdict,
    ClaimWarning,
    Evidence,
    ExitCode,
    FailOn,
    Finding,
    Mismatch,
    MismatchKind,
    Policy,
    QuoteResult,
    Reason,
    Report,
    Source,
    SourceWarning,
    Span,
    State,
    Verdict,
    Via,
)

START = datetime(2026, 6, 19, 8, 0, tzinfo=UTC)
LAST_DAY = date(2026, 12, 31)

FAIL_ON = (
    FailOn.DEAD,
    FailOn.CONTRADICTED,
    FailOn.DISPUTED,
    FailOn.NOT_FOUND,
    FailOn.TOO_FEW_SOURCES,
    FailOn.MISSING_QUOTE,
    FailOn.CHANGED,
    FailOn.LOST,
)


def passage(quote: str, start: int = 400, **changes: object) -> Evidence:
    """Build a passage of the page that the sample cites most."""
    given = {"prefix": "", "suffix": "", "outside_article": False, "score": 0.92} | changes
    given.setdefault(
        "link", f"https://www.harbour-post.example/2026/06/ferry#:~:text={quote.split(maxsplit=1)[0]}"
    )
    return Evidence(quote=quote, start=start, end=start + len(quote), **given)  # type: ignore[arg-type]  # by name


def mismatch(
    kind: MismatchKind, claim_text: str, ours: str, found: Evidence, theirs: str, *, index: int = 0
) -> Mismatch:
    """Build a mismatch from the words on both sides, each of which stands in its text."""
    at, there = claim_text.index(ours), found.start + found.quote.index(theirs)
    return Mismatch(
        kind=kind,
        claim=ours,
        claim_start=at,
        claim_end=at + len(ours),
        source=theirs,
        source_start=there,
        source_end=there + len(theirs),
        evidence=index,
        message=f"claim says {ours}, source says {theirs}",
    )


def span(text: str, words: str) -> Span:
    """Find words in a text."""
    start = text.index(words)
    return Span(words, start, start + len(words))


def _bare(source: str, verdict: Verdict, explanation: str, text: str = "") -> Finding:
    is_unchecked = verdict is Verdict.UNCHECKED
    missing = () if is_unchecked else (Span(text, 0, len(text)),)
    return Finding(source, verdict, None if is_unchecked else 0.04, explanation, missing=missing)


# --- sources --------------------------------------------------------------------------------------------------------

_POST = Source(
    "harbour-post",
    "https://www.harbour-post.example/2026/06/ferry",
    7,
    State.OK,
    http_status=200,
    final_url="https://www.harbour-post.example/2026/06/ferry",
    retrieved_at=START,
    via=Via.NETWORK,
    content_type="text/html",
    bytes=104_211,
    title="City buys fifty electric ferries, and nobody knows where they will dock",
    byline="Ida Lund",
    published=date(2026, 6, 13),
    language="en",
    words=812,
    article_chars=5120,
    text_sha256="9f" * 32,
    same_origin_as=("wire",),
)
_WIRE = Source(
    "wire",
    "http://wire.example/a/77",
    8,
    State.OK,
    warnings=(SourceWarning.MOVED_PERMANENTLY, SourceWarning.CHARSET_GUESSED),
    http_status=200,
    final_url="https://wire.example/news/77",
    redirects=("https://wire.example/a/77", "https://wire.example/news/77"),
    retrieved_at=START,
    via=Via.NETWORK,
    content_type="text/html",
    bytes=51_000,
    title="Ferries: the city’s order in figures",
    language="en",
    words=420,
    article_chars=2500,
    text_sha256="1a" * 32,
    same_origin_as=("harbour-post",),
)
_GONE = Source(
    "gazette",
    "https://gazette.example/2024/03/old-story",
    9,
    State.DEAD,
    Reason.HTTP_404,
    "The server says that there is no such page (HTTP 404); cite an archived copy or another source.",
    http_status=404,
    final_url="https://gazette.example/2024/03/old-story",
    retrieved_at=START,
)
_WALLED = Source(
    "ledger",
    "https://ledger.example/markets/ferries?utm_source=mail",
    10,
    State.BLOCKED,
    Reason.PAYWALL,
    "The page shows 42 words to readers who do not pay; save a copy and name it as `snapshot`.",
    accepted=Acceptance(State.BLOCKED, "subscribers only", "desk editor", LAST_DAY),
    http_status=200,
    final_url="https://ledger.example/markets/ferries",
    retrieved_at=START,
    via=Via.SNAPSHOT,
    captured_at=START - timedelta(days=3),
    copy_sha256="c0" * 32,
    content_type="text/html",
    bytes=33_000,
    title="Ferry order lifts shipyard",
    language="en",
    words=655,
    article_chars=4020,
    text_sha256="77" * 32,
)
_SLOW = Source(
    "ministry",
    "https://ministry.example/statement.pdf",
    11,
    State.UNREACHABLE,
    Reason.TIMEOUT,
    warnings=(SourceWarning.ACCEPT_EXPIRED,),
)
_SCRIPT = Source("app", "https://app.example/#/story/1", 12, State.UNREADABLE, Reason.SCRIPT_ONLY, known=True)
_WAITING = Source("radio", "https://radio.example/1", 13, State.UNREACHABLE, Reason.NOT_FETCHED)
_WAITING_TOO = Source("council", "https://council.example/minutes", 14, State.UNREACHABLE, Reason.NOT_FETCHED)

# --- claims ---------------------------------------------------------------------------------------------------------


def _supported() -> CheckedClaim:
    text = "The city ordered electric ferries in June, a sign of things to come."
    found = passage(
        "On 12 June the city council ordered electric ferries from two shipyards.",
        prefix="after a long night. ",
        suffix=" The vote was close",
    )
    return CheckedClaim(
        id="ferries-ordered",
        text=text,
        line=17,
        verdict=ClaimVerdict.SUPPORTED,
        explanation="1 independent source says so.",
        min_sources=1,
        cites=("harbour-post", "wire", "ledger", "ministry"),
        supported_by=("harbour-post", "wire"),
        quote=QuoteResult("two shipyards", ("harbour-post",)),
        analysis=span(text, "a sign of things to come"),
        findings=(
            Finding("harbour-post", Verdict.SUPPORTED, 0.97, "The page says so.", (found,)),
            Finding(
                "wire",
                Verdict.SUPPORTED,
                0.88,
                "The page says so.",
                (passage("The city ordered ferries.", 40),),
            ),
            _bare("ledger", Verdict.NOT_FOUND, "The page was read in full and does not say this.", text),
            _bare("ministry", Verdict.UNCHECKED, "No text could be read: timeout."),
        ),
    )


def _contradicted() -> CheckedClaim:
    text = "The council bought 15 ferries from Nordvik on 3 June, and fares did not rise."
    first = passage(
        "The council bought 50 ferries from Sundhaven on 12 June, its spokesman said.",
        812,
        prefix="“We had no choice,” he added. ",
        suffix=" The price was not given",
    )
    second = passage("Fares rose by a tenth.", 1900, score=0.31)
    third = passage("The ferries cost 70 million euros.", 2400, score=0.2, outside_article=True, link=None)
    return CheckedClaim(
        id="fifteen-ferries",
        text=text,
        line=22,
        verdict=ClaimVerdict.CONTRADICTED,
        explanation="harbour-post gives another number, name and date.",
        min_sources=1,
        cites=("harbour-post", "gazette", "ministry", "app"),
        supported_by=(),
        quote=QuoteResult("fifteen new ferries", ()),
        warnings=(ClaimWarning.MISSING_QUOTE, ClaimWarning.BAD_CITATION),
        findings=(
            Finding(
                "harbour-post",
                Verdict.CONTRADICTED,
                0.08,
                "The page gives other values.",
                (first, second, third),
                (
                    mismatch(MismatchKind.NUMBER, text, "15 ferries", first, "50 ferries"),
                    mismatch(MismatchKind.NAME, text, "Nordvik", first, "Sundhaven"),
                    mismatch(MismatchKind.DATE, text, "3 June", first, "12 June"),
                    mismatch(MismatchKind.NEGATION, text, "did not rise", second, "rose", index=1),
                ),
            ),
            _bare("gazette", Verdict.UNCHECKED, "No text could be read."),
            _bare("ministry", Verdict.UNCHECKED, "No text could be read."),
            _bare("app", Verdict.UNCHECKED, "The page shows its text by script alone."),
        ),
    )


def _disputed() -> CheckedClaim:
    text = "Passenger numbers fell after the union sued the operator."
    found = passage("Passenger numbers climbed after the operator sued the union.", 90)
    return CheckedClaim(
        id="numbers-fell",
        text=text,
        line=27,
        verdict=ClaimVerdict.DISPUTED,
        explanation="harbour-post says so, and wire says the opposite.",
        min_sources=1,
        cites=None,
        supported_by=("harbour-post",),
        findings=(
            Finding("harbour-post", Verdict.SUPPORTED, 0.9, "The page says so.", (passage(text, 3000),)),
            Finding(
                "wire",
                Verdict.CONTRADICTED,
                0.1,
                "The page says the opposite.",
                (found,),
                (
                    mismatch(MismatchKind.DIRECTION, text, "fell", found, "climbed"),
                    mismatch(MismatchKind.ROLE, text, "the union sued", found, "the operator sued"),
                ),
            ),
        ),
    )


def _partly_supported() -> CheckedClaim:
    text = "The mayor called the order historic and promised lower fares for pensioners."
    found = passage("The mayor called the order “historic”.", 700, score=0.48)
    return CheckedClaim(
        id="mayor-historic",
        text=text,
        line=31,
        verdict=ClaimVerdict.PARTIALLY_SUPPORTED,
        explanation="One part of the claim stands in ledger, the rest nowhere.",
        min_sources=1,
        cites=("ledger",),
        supported_by=(),
        accepted=Acceptance(ClaimVerdict.PARTIALLY_SUPPORTED),
        findings=(
            Finding(
                "ledger",
                Verdict.PARTIALLY_SUPPORTED,
                0.41,
                "The second half is not there.",
                (found,),
                (mismatch(MismatchKind.QUOTE, text, "historic", found, "“historic”"),),
                (span(text, "promised lower fares"), span(text, "pensioners")),
                accepted=Acceptance(
                    Verdict.PARTIALLY_SUPPORTED,
                    "the second half is in the print edition",
                    "desk editor",
                    LAST_DAY,
                ),
            ),
        ),
    )


def _short_claims() -> tuple[CheckedClaim, ...]:
    nowhere = "Every ferry carries a defibrillator."
    single = "The shipyard in Sundhaven hired 300 welders."
    question = "Will the ferries be on time?"
    known = "The old ferries were sold to Malta."
    return (
        CheckedClaim(
            "defibrillators",
            nowhere,
            35,
            ClaimVerdict.NOT_FOUND,
            "None of the cited pages says this.",
            1,
            ("harbour-post", "wire"),
            (),
            (
                _bare("harbour-post", Verdict.NOT_FOUND, "None of the cited pages says this.", nowhere),
                _bare("wire", Verdict.NOT_FOUND, "None of the cited pages says this.", nowhere),
            ),
        ),
        CheckedClaim(
            "welders-hired",
            single,
            38,
            ClaimVerdict.TOO_FEW_SOURCES,
            "1 independent source of the 2 that are asked for says so.",
            2,
            ("harbour-post", "wire"),
            ("wire",),
            (
                _bare(
                    "harbour-post",
                    Verdict.NOT_FOUND,
                    "The page was read in full and does not say this.",
                    single,
                ),
                Finding(
                    "wire",
                    Verdict.SUPPORTED,
                    0.81,
                    "The page says so.",
                    (
                        passage(
                            "Three hundred welders were hired by the shipyard in Sundhaven.", 1200, score=0.8
                        ),
                    ),
                ),
            ),
        ),
        CheckedClaim(
            "on-time",
            question,
            41,
            ClaimVerdict.UNCHECKED,
            "A question states nothing that could be checked.",
            1,
            ("wire",),
            (),
            (_bare("wire", Verdict.UNCHECKED, "A question states nothing that could be checked."),),
            warnings=(ClaimWarning.QUESTION, ClaimWarning.NO_CONTENT_WORDS, ClaimWarning.ACCEPT_EXPIRED),
        ),
        CheckedClaim(
            "sold-to-malta",
            known,
            44,
            ClaimVerdict.NOT_FOUND,
            "None of the cited pages says this.",
            1,
            ("wire",),
            (),
            (_bare("wire", Verdict.NOT_FOUND, "None of the cited pages says this.", known),),
            known=True,
        ),
    )


# --- texts that are hard to show ------------------------------------------------------------------------------------

HOSTILE = "evil\x1b[2J\x1b]8;;https://evil.example\x07 \x9b31m \u202egnp.exe\u202c tag\U000e0041 \ud800 [bold]no[/bold] :boom:"
"""Escape sequences, bidi overrides, a tag character, a lone surrogate, and what rich would read as markup."""

_FLOOD = "Z" + "\u0301" * 60 + "algo"
_WIDE = "市议会于六月十二日订购了五十艘电动渡轮，票价没有上涨。市长称这一决定具有历史意义，并承诺降低老年人的票价。"
_RIGHT_TO_LEFT = "طلبت المدينة خمسين عبّارة كهربائية في يونيو، ولم ترتفع أسعار التذاكر."


def _odd_claim(name: str, text: str, source: str, quote: str, line: int) -> CheckedClaim:
    found = passage(quote, link=f"https://odd.example/{name}#:~:text={'%E5%B8%82' * 30}")
    finding = Finding(source, Verdict.SUPPORTED, 0.9, "The page says so.", (found,))
    return CheckedClaim(
        name, text, line, ClaimVerdict.SUPPORTED, "The page says so.", 1, (source,), (source,), (finding,)
    )


def _odd_file() -> CheckedFile:
    odd = Source("odd", "https://odd.example/\u202efdp.\x1b", None, State.OK, via=Via.NETWORK, title=HOSTILE)
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    return CheckedFile(
        path="claims/odd\x1b[31m.yaml",
        title=None,
        sources=(odd,),
        claims=(
            _odd_claim("wide", _WIDE, "odd", _WIDE, 3),
            _odd_claim("right-to-left", _RIGHT_TO_LEFT, "odd", _RIGHT_TO_LEFT, 6),
            _odd_claim("hostile", HOSTILE, "odd", f"{HOSTILE}\r\n{_FLOOD} {family} re\u00adpair\u200bed", 9),
        ),
    )


def sample_report() -> Report:
    """Build the report."""
    return Report(
        version="0.1.0",
        command="verify",
        started_at=START,
        finished_at=START + timedelta(seconds=4),
        exit_code=ExitCode.INTERRUPTED,
        interrupted=True,
        policy=Policy(FAIL_ON),
        files=(
            CheckedFile(
                path="claims/ferries.yaml",
                title="What we know about the electric ferries",
                sources=(_POST, _WIRE, _GONE, _WALLED, _SLOW, _SCRIPT, _WAITING, _WAITING_TOO),
                claims=(_supported(), _contradicted(), _disputed(), _partly_supported(), *_short_claims()),
            ),
            _odd_file(),
        ),
    )
