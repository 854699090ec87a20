"""What all sources of a claim together let us say, and what a human's sign-off does to it."""

from collections.abc import Iterable
from datetime import date

import pytest

from claimcheck.judge.verdicts import Cited, check_claim
from claimcheck.model import (
    Acceptance,
    CheckedClaim,
    Claim,
    ClaimVerdict,
    ClaimWarning,
    Finding,
    FindingAcceptance,
    QuoteResult,
    Verdict,
)

TODAY = date(2026, 6, 19)
VERDICTS = {
    "S": Verdict.SUPPORTED,
    "P": Verdict.PARTIALLY_SUPPORTED,
    "C": Verdict.CONTRADICTED,
    "N": Verdict.NOT_FOUND,
    "U": Verdict.UNCHECKED,
}
SOURCES = ("harbour", "wire", "gazette", "ledger")


def check(
    findings: str,
    *,
    min_sources: int = 1,
    quote: str | None = None,
    unread: Iterable[str] = (),
    quoting: Iterable[str] = (),
    origins: Iterable[int] = range(4),
    accept: tuple[Acceptance[ClaimVerdict], ...] = (),
    until: date | None = None,
    cites: tuple[str, ...] | None = None,
    warning: ClaimWarning | None = None,
) -> CheckedClaim:
    """Check a claim: a letter for each source's verdict, and a plus after those that a human accepted."""
    given = list(zip(SOURCES, findings.split(), strict=False))
    accepted = tuple(
        FindingAcceptance(source, Acceptance(VERDICTS[word[0]], "seen in print", "desk", until))
        for source, word in given
        if word.endswith("+")
    )
    claim = Claim("c", "A claim.", 3, cites=cites, quote=quote, accept=accept, accept_findings=accepted)
    return check_claim(
        claim,
        [Finding(source, VERDICTS[word[0]], None, f"what {source} says") for source, word in given],
        Cited(
            dict(zip(SOURCES, origins, strict=False)),
            frozenset(source for source, _ in given) - frozenset(unread),
            frozenset(quoting),
        ),
        min_sources=min_sources,
        today=TODAY,
        warning=warning,
    )


# --- the table ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("findings", "min_sources", "verdict"),
    [
        # the first row that applies: disputed before all else
        ("S C", 1, ClaimVerdict.DISPUTED),
        ("S S C", 2, ClaimVerdict.DISPUTED),
        ("S P N C", 1, ClaimVerdict.DISPUTED),
        ("S C U", 1, ClaimVerdict.DISPUTED),
        ("C", 1, ClaimVerdict.CONTRADICTED),
        ("P C", 1, ClaimVerdict.CONTRADICTED),
        ("N C U", 1, ClaimVerdict.CONTRADICTED),
        ("S", 1, ClaimVerdict.SUPPORTED),
        ("S P N U", 1, ClaimVerdict.SUPPORTED),
        ("S S", 2, ClaimVerdict.SUPPORTED),
        ("S S U", 2, ClaimVerdict.SUPPORTED),
        ("P", 1, ClaimVerdict.PARTIALLY_SUPPORTED),
        ("P N", 1, ClaimVerdict.PARTIALLY_SUPPORTED),
        ("P U", 1, ClaimVerdict.PARTIALLY_SUPPORTED),
        ("S P", 2, ClaimVerdict.PARTIALLY_SUPPORTED),
        ("P P U", 2, ClaimVerdict.PARTIALLY_SUPPORTED),
        ("U", 1, ClaimVerdict.UNCHECKED),
        ("N U", 1, ClaimVerdict.UNCHECKED),
        ("S U", 2, ClaimVerdict.UNCHECKED),
        ("P N U", 2, ClaimVerdict.UNCHECKED),
        ("S", 2, ClaimVerdict.TOO_FEW_SOURCES),
        ("S N", 2, ClaimVerdict.TOO_FEW_SOURCES),
        ("P N N", 2, ClaimVerdict.TOO_FEW_SOURCES),
        ("S P", 3, ClaimVerdict.TOO_FEW_SOURCES),
        ("N", 1, ClaimVerdict.NOT_FOUND),
        ("N N N", 3, ClaimVerdict.NOT_FOUND),
    ],
)
def test_a_claims_verdict_is_the_first_of_the_table_that_applies(
    findings: str, min_sources: int, verdict: ClaimVerdict
) -> None:
    """Contradictions decide first, then enough support, then what could not be checked, then what is missing."""
    assert check(findings, min_sources=min_sources).verdict is verdict


@pytest.mark.parametrize(
    ("findings", "origins", "verdict"),
    [
        ("S S", (0, 0), ClaimVerdict.TOO_FEW_SOURCES),
        ("S P", (0, 0), ClaimVerdict.TOO_FEW_SOURCES),
        ("S S S", (0, 0, 1), ClaimVerdict.SUPPORTED),
        ("S S P", (0, 0, 1), ClaimVerdict.PARTIALLY_SUPPORTED),
        ("S S U", (0, 0, 1), ClaimVerdict.UNCHECKED),
        ("S C", (0, 0), ClaimVerdict.DISPUTED),
    ],
)
def test_sources_of_one_origin_count_once(
    findings: str, origins: tuple[int, ...], verdict: ClaimVerdict
) -> None:
    """Two copies of one report are one source; where they disagree the claim is disputed all the same."""
    assert check(findings, min_sources=2, origins=origins).verdict is verdict


@pytest.mark.parametrize(
    ("findings", "quoting", "min_sources", "verdict"),
    [
        ("S", ["harbour"], 1, ClaimVerdict.SUPPORTED),
        ("S N", ["wire"], 1, ClaimVerdict.SUPPORTED),
        ("S", [], 1, ClaimVerdict.PARTIALLY_SUPPORTED),
        ("S S", [], 2, ClaimVerdict.PARTIALLY_SUPPORTED),
        ("P", ["harbour"], 1, ClaimVerdict.PARTIALLY_SUPPORTED),
        ("N", ["harbour"], 1, ClaimVerdict.NOT_FOUND),
        ("S", [], 2, ClaimVerdict.TOO_FEW_SOURCES),
        ("S C", [], 1, ClaimVerdict.DISPUTED),
    ],
)
def test_quoted_words_must_stand_in_some_cited_source(
    findings: str, quoting: list[str], min_sources: int, verdict: ClaimVerdict
) -> None:
    """A claim is supported in part where all is stated but its quote; any cited source may have the words."""
    claim = check(findings, quote="two shipyards", quoting=quoting, min_sources=min_sources)
    assert claim.verdict is verdict
    assert claim.quote == QuoteResult("two shipyards", tuple(quoting))


@pytest.mark.parametrize(
    ("findings", "unread", "quoting", "missing"),
    [
        ("S", [], [], True),
        ("S N", [], [], True),
        ("S U", [], [], True),
        ("S U", ["wire"], [], False),
        ("S N", [], ["wire"], False),
    ],
)
def test_a_quote_is_missing_once_every_cited_source_was_read(
    findings: str, unread: list[str], quoting: list[str], missing: bool
) -> None:
    """As long as one page could not be read, the words may stand on it; a page that was read and not judged was read."""
    claim = check(findings, quote="two shipyards", unread=unread, quoting=quoting)
    assert (ClaimWarning.MISSING_QUOTE in claim.warnings) is missing


def test_a_claim_without_quote_misses_none() -> None:
    """There is no quote in the report, and no warning."""
    claim = check("S")
    assert (claim.quote, claim.warnings) == (None, ())


@pytest.mark.parametrize(
    ("findings", "cites", "bad"),
    [
        ("S N", ("harbour", "wire"), True),
        ("S C", ("harbour", "wire"), True),
        ("S P", ("harbour", "wire"), False),
        ("S U", ("harbour", "wire"), False),
        ("S N+", ("harbour", "wire"), False),
        ("S C+", ("harbour", "wire"), False),
        ("S N", None, False),
    ],
)
def test_a_citation_is_bad_where_the_named_source_does_not_say_it(
    findings: str, cites: tuple[str, ...] | None, bad: bool
) -> None:
    """Only a source cited by name is blamed, and not one whose finding a human accepted."""
    assert (ClaimWarning.BAD_CITATION in check(findings, cites=cites).warnings) is bad


def test_a_claim_that_cannot_be_judged_says_so_first() -> None:
    """The reason comes before the warnings that follow from it."""
    claim = check("U", warning=ClaimWarning.QUESTION, quote="two shipyards")
    assert claim.warnings == (ClaimWarning.QUESTION, ClaimWarning.MISSING_QUOTE)


def test_only_full_support_is_listed() -> None:
    """`supported_by` names the sources with a `supported` finding, in the order of the citations."""
    assert check("S P S N").supported_by == ("harbour", "gazette")


# --- sign-offs ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("findings", "min_sources", "verdict"),
    [
        ("S C+", 1, ClaimVerdict.SUPPORTED),
        ("P C+", 1, ClaimVerdict.PARTIALLY_SUPPORTED),
        ("N C+", 1, ClaimVerdict.NOT_FOUND),
        ("U C+", 1, ClaimVerdict.UNCHECKED),
        ("S C+", 2, ClaimVerdict.TOO_FEW_SOURCES),
        ("C+", 1, ClaimVerdict.NOT_FOUND),
        ("S C+ C", 1, ClaimVerdict.DISPUTED),
        ("S P+", 2, ClaimVerdict.PARTIALLY_SUPPORTED),
        ("N+ U", 1, ClaimVerdict.UNCHECKED),
        ("P+ N", 2, ClaimVerdict.TOO_FEW_SOURCES),
    ],
)
def test_an_accepted_contradiction_is_left_out_and_all_else_counts(
    findings: str, min_sources: int, verdict: ClaimVerdict
) -> None:
    """A sign-off of anything but a contradiction changes no verdict."""
    assert check(findings, min_sources=min_sources).verdict is verdict


@pytest.mark.parametrize(
    ("verdicts", "signed", "sentence"),
    [
        ("S", Acceptance(ClaimVerdict.NOT_FOUND, "in print", "desk"), "Its sign-off for “not found” (desk: in print) is no longer needed: it is supported."),
        ("C", Acceptance(ClaimVerdict.NOT_FOUND), "Its sign-off for “not found” does not apply: it is contradicted."),
        ("N", Acceptance(ClaimVerdict.NOT_FOUND, until=date(2020, 1, 1)), "Its sign-off ended on 2020-01-01."),
        ("N", Acceptance(ClaimVerdict.NOT_FOUND), None),
        ("U", Acceptance(ClaimVerdict.NOT_FOUND), None),  # it may yet be
    ],
)  # fmt: skip
def test_a_sign_off_that_does_not_hold_is_told(
    verdicts: str, signed: Acceptance[ClaimVerdict], sentence: str | None
) -> None:
    """With whose it is, and why it does not."""
    explanation = check(verdicts, accept=(signed,)).explanation
    assert explanation.endswith(sentence) if sentence else "sign-off" not in explanation


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (Verdict.SUPPORTED, "harbour: Its sign-off for “not found” is no longer needed: it is supported."),
        (Verdict.CONTRADICTED, "harbour: Its sign-off for “not found” does not apply: it is contradicted."),
        (Verdict.NOT_FOUND, None),
        (Verdict.UNCHECKED, None),
    ],
)
def test_a_findings_sign_off_that_does_not_hold_is_told(found: Verdict, sentence: str | None) -> None:
    """With the source that it was given for."""
    claim = Claim(
        "c", "A claim.", 3, accept_findings=(FindingAcceptance("harbour", Acceptance(Verdict.NOT_FOUND)),)
    )
    findings = [Finding("harbour", found, 0.1, "so")]
    cited = Cited({"harbour": 0}, frozenset(SOURCES[:1]), frozenset())
    explanation = check_claim(claim, findings, cited, min_sources=1, today=TODAY).explanation
    assert explanation.endswith(sentence) if sentence else "sign-off" not in explanation


@pytest.mark.parametrize(
    ("findings", "min_sources", "accepted"),
    [
        ("P+", 1, True),
        ("P+ N", 1, True),
        ("S P+", 2, True),
        ("P+ P", 1, False),
        ("N+", 1, True),
        ("N+ N+", 1, True),
        ("N+ N", 1, False),
        ("C+", 1, True),
        ("C+ N+", 1, True),
        ("C+ N", 1, False),
        ("U+", 1, True),
        ("U+ N", 1, True),
        ("U+ U", 1, False),
        ("S N+", 2, True),
        ("S N+ N", 2, False),
        ("S", 2, False),
        ("S C+", 2, True),
        # nothing to sign off
        ("S N+", 1, False),
        ("S C+", 1, False),
        ("C", 1, False),
        ("C N+", 1, False),
    ],
)
def test_a_claim_that_rests_on_accepted_findings_alone_is_accepted(
    findings: str, min_sources: int, accepted: bool
) -> None:
    """It is marked without reason and by; a source that supports it in full needs no sign-off."""
    claim = check(findings, min_sources=min_sources)
    assert claim.accepted == (Acceptance(claim.verdict) if accepted else None)


def test_accepted_findings_sign_off_no_missing_quote() -> None:
    """Nobody signed that the quoted words stand nowhere."""
    assert check("P+", quote="two shipyards").accepted is None
    assert check("P+", quote="two shipyards", quoting=["harbour"]).accepted is not None


def test_a_quote_that_nobody_could_look_for_leaves_a_sign_off_alone() -> None:
    """An unread source misses no quote."""
    claim = check("U+", quote="two shipyards", unread=["harbour"])
    assert claim.accepted == Acceptance(ClaimVerdict.UNCHECKED)


def test_an_accepted_finding_is_marked_and_keeps_its_verdict() -> None:
    """The report shows what was accepted, by whom and why."""
    finding = check("N+ N").findings[0]
    assert finding.verdict is Verdict.NOT_FOUND
    assert finding.accepted == Acceptance(Verdict.NOT_FOUND, "seen in print", "desk")


def test_the_first_day_that_ends_is_the_claims_own() -> None:
    """A claim accepted through its findings is so until the earliest of them ends."""
    early, late = date(2026, 7, 1), date(2026, 8, 1)
    claim = Claim(
        "c",
        "A claim.",
        3,
        accept_findings=(
            FindingAcceptance("harbour", Acceptance(Verdict.NOT_FOUND, until=late)),
            FindingAcceptance("wire", Acceptance(Verdict.NOT_FOUND, until=early)),
        ),
    )
    findings = [Finding(source, Verdict.NOT_FOUND, 0.1, "nowhere") for source in SOURCES[:2]]
    cited = Cited({"harbour": 0, "wire": 1}, frozenset(SOURCES[:2]), frozenset())
    checked = check_claim(claim, findings, cited, min_sources=1, today=TODAY)
    assert checked.accepted == Acceptance(ClaimVerdict.NOT_FOUND, until=early)


@pytest.mark.parametrize(
    ("findings", "word", "accepted"),
    [
        ("N", ClaimVerdict.NOT_FOUND, True),
        ("C", ClaimVerdict.CONTRADICTED, True),
        ("S C", ClaimVerdict.DISPUTED, True),
        ("U", ClaimVerdict.UNCHECKED, True),
        ("P", ClaimVerdict.PARTIALLY_SUPPORTED, True),
        ("N", ClaimVerdict.CONTRADICTED, False),
        ("C", ClaimVerdict.NOT_FOUND, False),
    ],
)
def test_a_claims_sign_off_holds_for_the_named_verdict(
    findings: str, word: ClaimVerdict, accepted: bool
) -> None:
    """Another verdict than the one a human saw is not signed off."""
    sign_off = Acceptance(word, "common knowledge", "desk")
    assert check(findings, accept=(sign_off,)).accepted == (sign_off if accepted else None)


def test_a_claims_own_sign_off_wins_over_its_findings() -> None:
    """It has a reason, which the findings' together have not."""
    sign_off = Acceptance(ClaimVerdict.NOT_FOUND, "common knowledge", "desk")
    assert check("N+", accept=(sign_off,)).accepted == sign_off


def test_a_findings_sign_off_is_of_one_source_and_one_verdict() -> None:
    """The same verdict of another source, and another verdict of the same source, are not accepted."""
    claim = Claim(
        "c",
        "A claim.",
        3,
        accept_findings=(FindingAcceptance("harbour", Acceptance(Verdict.CONTRADICTED)),),
    )
    findings = [
        Finding("harbour", Verdict.NOT_FOUND, 0.1, "nowhere"),
        Finding("wire", Verdict.CONTRADICTED, 0.1, "no"),
    ]
    cited = Cited({"harbour": 0, "wire": 1}, frozenset(SOURCES[:2]), frozenset())
    checked = check_claim(claim, findings, cited, min_sources=1, today=TODAY)
    assert [finding.accepted for finding in checked.findings] == [None, None]


@pytest.mark.parametrize(
    ("until", "holds"),
    [(None, True), (date(2026, 6, 20), True), (TODAY, True), (date(2026, 6, 18), False)],
)
def test_a_sign_off_holds_through_its_last_day(until: date | None, holds: bool) -> None:
    """After that day it counts no more, and a warning says so."""
    through_finding = check("C+ S", until=until)
    assert through_finding.verdict is (ClaimVerdict.SUPPORTED if holds else ClaimVerdict.DISPUTED)
    assert (ClaimWarning.ACCEPT_EXPIRED in through_finding.warnings) is not holds

    of_claim = check("N", accept=(Acceptance(ClaimVerdict.NOT_FOUND, until=until),))
    assert (of_claim.accepted is not None) is holds
    assert (ClaimWarning.ACCEPT_EXPIRED in of_claim.warnings) is not holds


def test_an_expired_sign_off_of_another_verdict_is_not_mentioned() -> None:
    """It would not hold today even if it had no end."""
    expired = Acceptance(ClaimVerdict.CONTRADICTED, until=date(2026, 1, 1))
    assert check("N", accept=(expired,)).warnings == ()


def test_a_renewed_sign_off_holds_without_a_warning() -> None:
    """The old entry may stay in the file beside the new one."""
    old = Acceptance(ClaimVerdict.NOT_FOUND, "first", until=date(2026, 1, 1))
    new = Acceptance(ClaimVerdict.NOT_FOUND, "second", until=date(2026, 12, 31))
    claim = check("N", accept=(old, new))
    assert (claim.accepted, claim.warnings) == (new, ())


# --- explanations ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "named"),
    [
        (check("S C"), {"harbour", "wire"}),
        (check("C"), {"harbour"}),
        (check("C N C"), {"harbour", "gazette"}),
        (check("S N S"), {"harbour", "gazette"}),
        (check("P N"), {"harbour"}),
        (check("S P", min_sources=2), {"harbour", "wire"}),
        (check("S", quote="two shipyards"), {"harbour"}),
        (check("N U"), {"wire"}),
        (check("S U", min_sources=2), {"harbour", "wire"}),
        (check("S N", min_sources=2), {"harbour"}),
        (check("N N"), {"harbour", "wire"}),
        (check("N C+"), {"harbour"}),
    ],
)
def test_an_explanation_names_the_sources_that_decide(claim: CheckedClaim, named: set[str]) -> None:
    """It is a sentence, and names no source that has no part in the verdict."""
    assert {source for source in SOURCES if source in claim.explanation} == named
    assert claim.explanation[-1].isalnum() or claim.explanation.endswith(".")


def test_a_contradiction_is_explained_in_the_findings_words() -> None:
    """What the source says instead is worth more than a count."""
    assert "what wire says" in check("S C").explanation


def test_an_explanation_says_how_many_sources_are_asked_for() -> None:
    """Where support falls short, the number that is missing is the news."""
    assert "3 independent sources" in check("S S", min_sources=3).explanation


def test_an_explanation_mentions_the_missing_quote() -> None:
    """The quote is all that is missing, and whether it stands nowhere or was not found where one could look."""
    assert "the quote “x” stands in no cited source" in check("S", quote="x").explanation
    for findings in ("P", "C", "N"):
        assert check(findings, quote="x").explanation.endswith(" The quote “x” stands in no cited source.")
    assert "was not found" in check("S U", quote="x", unread=["wire"]).explanation


def test_a_claim_with_nothing_left_is_explained() -> None:
    """All that speaks of it was signed off."""
    assert check("C+").explanation == "No source is left that speaks of it."


@pytest.mark.parametrize("findings", ["C N", "C+ N"])
def test_a_sign_off_of_a_finding_does_not_void_the_claims_own(findings: str) -> None:
    """The claim was accepted as contradicted; accepting the contradiction too leaves it accepted."""
    own = Acceptance(ClaimVerdict.CONTRADICTED, "an old figure", "desk")
    accepted = check(findings, accept=(own,)).accepted
    assert accepted is not None
    assert accepted.reason == "an old figure"
