from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from claimcheck.model import (
    Acceptance,
    CheckedClaim,
    CheckedFile,
    ClaimVerdict,
    ExitCode,
    Finding,
    MismatchKind,
    Reason,
    Source,
    SourceWarning,
    State,
    Verdict,
    Via,
)
from claimcheck.report import Format, RenderOptions, render

from .sample import mismatch, passage, sample_report

TEXT = "The city ordered ferries."
FOUND = Finding(
    "a", Verdict.SUPPORTED, 0.9, "The page says so.", (passage("The city ordered ferries today."),)
)
CLAIM = CheckedClaim(
    "ordered", TEXT, 3, ClaimVerdict.SUPPORTED, "1 source says so.", 1, ("a",), ("a",), (FOUND,)
)
SOURCE = Source("a", "https://a.example/ferry", 2, State.OK, via=Via.NETWORK, title="Ferries ordered")


def _show(
    *claims: CheckedClaim,
    sources: tuple[Source, ...] = (SOURCE,),
    command: str = "verify",
    exit_code: ExitCode = ExitCode.OK,
    **options: Any,
) -> str:
    file = CheckedFile("claims/a.yaml", "Ferries", sources, claims)
    report = replace(sample_report(), files=(file,), command=command, exit_code=exit_code, interrupted=False)
    return render(report, Format.TERMINAL, RenderOptions(**options))


def test_a_clean_run_is_short() -> None:
    """A supported claim takes its text, who supports it, the best passage and its link; the summary says why all is well."""
    assert _show(CLAIM) == (
        "claims/a.yaml · Ferries\n\n"
        "  supported · ordered · line 3\n"
        "  The city ordered ferries.\n"
        "  supported by a\n"
        "    | “The city ordered ferries today.”\n"
        "    https://www.harbour-post.example/2026/06/ferry#:~:text=The\n\n"
        "1 source\n"
        "  ok  a: Ferries ordered\n\n"
        "A verdict says what the text of a page states, never that a claim is true.\n"
        "1 claim: 1 supported · 1 source: 1 ok · exit code 0: nothing failed\n"
    )


def test_a_links_run_has_no_claims_and_no_word_on_verdicts() -> None:
    """Where no claim was matched, nothing is said of claims or verdicts."""
    shown = _show(command="links")
    assert "claim" not in shown.replace("claims/a.yaml", "")
    assert "verdict" not in shown


def test_quiet_shows_problems_and_the_summary_alone() -> None:
    """With quiet a clean run is its summary line, and a problem one line more."""
    assert _show(CLAIM, quiet=True) == "1 claim: 1 supported · 1 source: 1 ok · exit code 0: nothing failed\n"
    wrong = replace(CLAIM, verdict=ClaimVerdict.NOT_FOUND, explanation="No page says this.", findings=())
    assert _show(wrong, exit_code=ExitCode.FINDINGS, quiet=True) == (
        "1 problem\n"
        "x not found  ordered (claims/a.yaml:3): No page says this.\n\n"
        "1 claim: 1 not found · 1 source: 1 ok · exit code 1: 1 claim not found\n"
    )


def test_a_source_that_fails_is_told_once() -> None:
    """Among the problems with its address, where it was led to and what to do; below in short."""
    dead = replace(
        SOURCE,
        state=State.DEAD,
        reason=Reason.FRONT_PAGE,
        via=None,
        detail="It leads to a list.",
        redirects=("https://a.example/",),
    )
    shown = _show(sources=(dead,), exit_code=ExitCode.FINDINGS)
    problems, _, rest = shown.partition("\nclaims/a.yaml · Ferries\n")
    assert "It leads to a list.\n" in problems
    assert f"{dead.url}\n" in problems
    assert "redirected to\n" in problems
    assert "https://a.example/\n" in problems
    assert "x dead  a (front-page)\n" in rest
    assert "It leads" not in rest


def test_one_address_that_fails_in_many_files_is_one_line() -> None:
    """It was asked for once."""
    dead = replace(SOURCE, state=State.DEAD, reason=Reason.HTTP_404, via=None, detail="Gone.", line=4)
    files = tuple(CheckedFile(f"claims/{at}.yaml", None, (dead,), ()) for at in range(7))
    report = replace(sample_report(), files=files, exit_code=ExitCode.FINDINGS)
    shown = render(report, Format.TERMINAL, RenderOptions(quiet=True, width=200))
    assert shown.count("Gone.") == 1
    assert "claims/0.yaml:4" in shown
    assert "claims/4.yaml:4) and 2 more: Gone." in " ".join(shown.split())


def test_claims_that_one_cause_leaves_unchecked_are_one_line() -> None:
    """An offline machine, or Ctrl-C, leaves hundreds; what is wrong on a page is told claim by claim."""
    unread = replace(CLAIM, verdict=ClaimVerdict.UNCHECKED, explanation="Nothing was read.", findings=())
    claims = tuple(replace(unread, id=f"c{at}", line=at) for at in range(6))
    wrong = tuple(replace(one, id=f"w{one.line}", verdict=ClaimVerdict.NOT_FOUND) for one in claims[:2])
    report = sample_report()
    file = replace(report.files[0], claims=claims + wrong)
    report = replace(report, files=(file,), exit_code=ExitCode.FINDINGS)
    shown = render(report, Format.TERMINAL, RenderOptions(quiet=True))
    assert shown.count("Nothing was read.") == 3
    assert "c3 (claims/ferries.yaml:3), c4 (claims/ferries.yaml:4) and 1 more: Nothing was read." in " ".join(
        shown.split()
    )


def test_the_ending_tells_apart_what_was_accepted_not_asked_for_or_warned_about() -> None:
    """So that its numbers add up."""
    accepted = replace(
        SOURCE, id="b", state=State.BLOCKED, reason=Reason.PAYWALL, accepted=Acceptance(State.BLOCKED)
    )
    waiting = replace(SOURCE, id="c", state=State.UNREACHABLE, reason=Reason.NOT_FETCHED, via=None)
    moved = replace(SOURCE, id="d", warnings=(SourceWarning.MOVED_PERMANENTLY,))
    shown = _show(sources=(SOURCE, accepted, waiting, moved))
    assert "4 sources: 2 ok, 1 blocked (1 accepted), 1 not fetched, 1 with a warning" in shown


@pytest.mark.parametrize(("via", "copy"), [(Via.SNAPSHOT, "saved copy"), (Via.ARCHIVE, "archived copy")])
def test_a_claim_that_rests_on_a_copy_says_so(via: Via, copy: str) -> None:
    """Whoever follows the link may find another page; a copy of our own and one of an archive are not the same."""
    assert f"supported by a ({copy})\n" in _show(CLAIM, sources=(replace(SOURCE, via=via),))


def test_verbose_says_why() -> None:
    """With verbose each finding shows its score, what its passages cover, and the numbers and dates compared."""
    claim = replace(CLAIM, text="The city ordered 15 ferries.")
    shown = _show(claim, verbose=True)
    assert "    score 0.90 · the passages cover 92% of the claim\n" in shown
    assert "    compared: claim says 15, the passages have nothing like it\n" in shown
    assert "https://a.example/ferry\n" in shown


def test_a_machine_that_is_offline_is_said_to_be() -> None:
    """Where every source that failed failed for the network, the machine is to blame and no source."""
    offline = replace(SOURCE, state=State.UNREACHABLE, reason=Reason.NETWORK, via=None, title=None)
    line = "this machine seems to be offline"
    assert line in _show(sources=(offline,))
    assert line not in _show(sources=(offline, replace(offline, id="b", reason=Reason.TIMEOUT)))
    assert line not in _show()


def test_sources_that_were_not_fetched_share_a_line() -> None:
    """What was not fetched needs no more than its name."""
    waiting = replace(SOURCE, state=State.UNREACHABLE, reason=Reason.NOT_FETCHED, via=None, title=None)
    shown = _show(sources=(waiting, replace(waiting, id="b")))
    assert "  not fetched: a, b\n" in shown
    assert "a.example" not in shown


def test_links_are_whole_in_a_pipe_and_short_as_hyperlinks() -> None:
    """A long link is never broken; where it can be clicked, its visible part fits the line."""
    link = f"https://a.example/{'long/' * 40}#:~:text=ferries"
    found = replace(FOUND, evidence=(passage("Ferries.", link=link),))
    claim = replace(CLAIM, findings=(found,))
    assert f"\n    {link}\n" in _show(claim, width=60)
    assert "\x1b" not in _show(claim, width=60, hyperlinks=True)
    colored = _show(claim, width=60, color=True, hyperlinks=True)
    assert f"\x1b]8;;{link}\x1b\\\x1b[34ma.example/long/" in colored
    assert "…\x1b[0m\x1b]8;;\x1b\\\n" in colored


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "https://a.example/\x1b\\x", "https://a.example/渡轮"]
)
def test_only_plain_links_can_be_clicked(link: str) -> None:
    """What is not http or not ASCII is shown, and is no hyperlink; what cannot be printed is percent-encoded."""
    found = replace(FOUND, evidence=(passage("Ferries.", link=link),))
    colored = _show(replace(CLAIM, findings=(found,)), color=True, hyperlinks=True)
    clickable = "\x1b]8;;" in colored
    assert clickable == ("\x1b" in link)
    assert link.replace("\x1b", "%1B") in colored


def test_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Colours and width come from the options alone."""
    plain, colored = _show(CLAIM), _show(CLAIM, color=True)
    for name, value in {"NO_COLOR": "1", "FORCE_COLOR": "1", "COLUMNS": "20", "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)
    assert (_show(CLAIM), _show(CLAIM, color=True)) == (plain, colored)


def test_details_are_marked_where_they_stand() -> None:
    """In colour the details that differ are red in the claim and in the passage."""
    shown = render(sample_report(), Format.TERMINAL, RenderOptions(color=True))
    assert "The council bought \x1b[1;31m15 ferries\x1b[0m from" in shown
    assert "The council bought \x1b[1;31m50 ferries\x1b[0m from" in shown


def test_long_passages_are_cut_unless_all_is_asked_for() -> None:
    """A passage of many sentences is cut after the first hundreds of characters, and whole with verbose."""
    found = replace(FOUND, evidence=(passage("word " * 200, suffix=" and on"),))
    claim = replace(CLAIM, findings=(found,))
    assert "[…]" in _show(claim)
    assert "and on" not in _show(claim)
    assert "[…]" not in _show(claim, verbose=True)


def test_twenty_claims_on_four_sources_stay_skimmable() -> None:
    """A clean claim takes six lines with the empty one, however many sources it cites."""
    names = ("a", "b", "c", "d")
    findings = tuple(replace(FOUND, source=name) for name in names)
    claims = [replace(CLAIM, id=f"c{number}", findings=findings, cites=names) for number in range(20)]
    sources = tuple(replace(SOURCE, id=name) for name in names)
    assert len(_show(*claims, sources=sources).splitlines()) == 2 + 20 * 6 + 5 + 1 + 2


def test_an_accepted_contradiction_is_shown_below_a_supported_claim() -> None:
    """Who looks only at what is short still sees what a human signed off, by whom and why."""
    conflict = Finding(
        "b",
        Verdict.CONTRADICTED,
        0.1,
        "The page says the opposite.",
        (passage("The city ordered no ferries."),),
        accepted=Acceptance(Verdict.CONTRADICTED, "an early version of the story", "desk editor"),
    )
    claim = replace(CLAIM, findings=(replace(FOUND, evidence=()), conflict))
    assert (
        "  supported by a · contradicted by b\n"
        "  b · contradicted: The page says the opposite.\n"
        "    accepted by desk editor: an early version of the story\n"
        "    | “The city ordered no ferries.”\n"
    ) in _show(claim)


def test_a_claim_without_findings_is_still_shown() -> None:
    """A run that was interrupted early has claims that nothing is known of."""
    shown = _show(replace(CLAIM, findings=(), supported_by=()))
    assert "  The city ordered ferries.\n\n1 source\n" in shown


def test_a_finding_without_score_needs_no_line_for_it() -> None:
    """Known findings that could not be judged are shown with verbose too."""
    finding = Finding("a", Verdict.UNCHECKED, None, "No text.", known=True)
    shown = _show(replace(CLAIM, verdict=ClaimVerdict.UNCHECKED, findings=(finding,)), verbose=True)
    assert "  a · unchecked: No text.\n    known from an earlier report\n\n1 source\n" in shown


@pytest.mark.parametrize("width", [-1, 0, 1, 19])
def test_a_width_that_no_terminal_has_is_no_error(width: int) -> None:
    """A terminal that reports a senseless width gets the narrowest report that can be read."""
    assert _show(CLAIM, width=width) == _show(CLAIM, width=20)


@pytest.mark.parametrize(
    "title",
    [
        "::error title=claimcheck::the key leaked",
        "x" * 60 + " ::add-mask::e",
        "Osk ##vso[task.setvariable]x",
        "##[error]no",
    ],
)
def test_no_line_of_a_report_speaks_to_a_ci_system(title: str) -> None:
    """Neither at its start, wherever the title is wrapped, nor within."""
    for width in range(20, 100):
        text = _show(CLAIM, sources=(replace(SOURCE, title=title),), width=width)
        assert not any(
            line.lstrip().startswith("::") or "##[" in line or "##vso[" in line for line in text.splitlines()
        )


def test_how_a_page_was_reached_is_told_at_length() -> None:
    """Every step of the way, and whether it was sent now."""
    passed = replace(
        SOURCE,
        via=Via.CACHE,
        retrieved_at=datetime(2026, 6, 19, 12, tzinfo=UTC),
        redirects=("https://a.example/1", "https://a.example/2"),
    )
    text = _show(CLAIM, sources=(passed,), verbose=True)
    assert "https://a.example/1" in text
    assert "https://a.example/2" in text
    assert "from the cache, as of 2026-06-19 12:00 UTC" in text
    assert "https://a.example/1" not in _show(CLAIM, sources=(passed,))


CAPTURED = replace(
    SOURCE,
    via=Via.ARCHIVE,
    captured_at=datetime(2024, 5, 1, tzinfo=UTC),
    archived_url="https://archive.example/20240501/story",
)


def test_an_archived_capture_is_named_with_its_day() -> None:
    """It may be older than the live page, and more of it."""
    text = _show(CLAIM, sources=(CAPTURED,), width=100)
    assert "judged on the capture of 2024-05-01" in text
    assert "https://archive.example/20240501/story" in text


def test_quiet_offers_the_replacement_of_a_dead_page() -> None:
    """It is what to do about the problem, and there is no list of sources below."""
    dead = replace(CAPTURED, state=State.DEAD, reason=Reason.HTTP_404)
    shown = _show(sources=(dead,), command="links", exit_code=ExitCode.FINDINGS, quiet=True)
    assert shown.startswith(
        "1 problem\n"
        "x dead  a (claims/a.yaml:2): There is no such page (HTTP 404).\n"
        "        https://a.example/ferry\n"
        "        archived on 2024-05-01\n"
        "          https://archive.example/20240501/story\n\n"
    )
    whole = _show(sources=(dead,), command="links", exit_code=ExitCode.FINDINGS)
    assert whole.count("https://archive.example/20240501/story") == 1


def test_quiet_says_why_pages_were_not_read_that_claims_wait_for() -> None:
    """With what to do, once for all of which the same is said; a page that was read, or that no claim waits for, is left out."""
    private = replace(
        SOURCE,
        state=State.UNREACHABLE,
        reason=Reason.PRIVATE_ADDRESS,
        via=None,
        detail="--allow-private would.",
    )
    unread = replace(
        CLAIM,
        verdict=ClaimVerdict.UNCHECKED,
        explanation="Nothing was read.",
        findings=tuple(Finding(name, Verdict.UNCHECKED, None, "Not checked.") for name in ("a", "b", "read")),
    )
    sources = (
        private,
        replace(private, id="b", line=5),
        replace(SOURCE, id="read"),
        replace(private, id="unasked"),
    )
    shown = _show(unread, sources=sources, exit_code=ExitCode.INCOMPLETE, quiet=True)
    assert shown.startswith(
        "1 problem\n"
        "? unchecked  ordered (claims/a.yaml:3): Nothing was read.\n"
        "  unreachable  a (claims/a.yaml:2), b (claims/a.yaml:5): --allow-private would.\n\n"
    )
    assert "would." not in _show(CLAIM, sources=sources, quiet=True)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Sampling\nSampling is done monthly.", "“Sampling / Sampling is done monthly.”"),
        ("“We cannot sell by Easter.”", "“We cannot sell by Easter.”"),
        ("“We cannot,” she said.", "““We cannot,” she said.”"),
    ],
)
def test_a_passage_is_shown_as_it_stands(quote: str, expected: str) -> None:
    """Lines are told apart, and marks of its own are not doubled."""
    found = replace(FOUND, evidence=(passage(quote),))
    text = _show(replace(CLAIM, findings=(found,)), width=100)
    assert expected in text
    assert f"“{expected}" not in text


def test_misquoted_words_are_shown_among_the_pages_own_marks() -> None:
    """Marks of ours within them would be a quotation that the page does not have."""
    near = passage("not wait until somebody is hurt", prefix="“We will ", suffix=",” Voss told the meeting")
    quoted = mismatch(MismatchKind.QUOTE, "not wait until someone is hurt", "someone", near, near.quote)
    finding = Finding("a", Verdict.PARTIALLY_SUPPORTED, 0.5, "Misquoted.", (near,), (quoted,))
    claim = replace(CLAIM, verdict=ClaimVerdict.PARTIALLY_SUPPORTED, findings=(finding,), supported_by=())
    text = _show(claim, width=100)
    assert "| …“We will not wait until somebody is hurt,” Voss told the meeting…\n" in text


def test_what_wants_a_look_stands_before_all_that_is_well() -> None:
    """With the place of the claim and the source that says so; -q leaves it out, for it fails nothing."""
    doubtful = replace(
        FOUND, source="b", verdict=Verdict.PARTIALLY_SUPPORTED, explanation="Look closely: it may not."
    )
    claim = replace(CLAIM, cites=("a", "b"), findings=(FOUND, doubtful))
    shown = _show(claim)
    assert shown.startswith(
        "1 claim to look at\n  supported  ordered (claims/a.yaml:3): b: Look closely: it may not.\n\n"
    )
    assert "b · partially supported: Look closely: it may not." in shown
    assert "to look at" not in _show(claim, quiet=True)


def test_a_contradiction_shows_the_passage_that_tells_most_besides() -> None:
    """The one that differs may stand in a sentence about something else."""
    most, other = (
        passage("The city ordered 15 ferries."),
        passage("In May it had ordered 50 ferries.", start=900),
    )
    text = "It ordered 15 ferries."
    finding = Finding(
        "a", Verdict.CONTRADICTED, 0.1, "The page has “50”.", (most, other),
        (mismatch(MismatchKind.NUMBER, text, "15", other, "50", index=1),),
    )  # fmt: skip
    shown = _show(
        replace(CLAIM, text=text, verdict=ClaimVerdict.CONTRADICTED, supported_by=(), findings=(finding,))
    )
    assert shown.index("The city ordered 15 ferries.") < shown.index("In May it had ordered 50 ferries.")
