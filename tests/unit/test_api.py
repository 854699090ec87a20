"""The public API: what is promised, and that it works on real files."""

import asyncio
import io
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

import claimcheck

PUBLIC = set("""
Acceptance CheckedClaim CheckedFile ClaimVerdict ClaimWarning ClaimcheckError ClaimsFileError Evidence ExitCode FailOn
Finding Mismatch MismatchKind Mistake Policy QuoteResult Reason Report SettingsError Source SourceWarning Span State
UsageError Verdict Via __version__ verify
""".split())  # fmt: skip


def test_the_public_names_are_these_and_can_be_had() -> None:
    """A name that is added or goes is a decision, not an accident."""
    assert set(claimcheck.__all__) == PUBLIC
    assert all(getattr(claimcheck, name) is not None for name in PUBLIC)
    assert set(dir(claimcheck)) == PUBLIC


def test_other_names_are_not_public() -> None:
    """An unknown name fails as it does on every module."""
    with pytest.raises(AttributeError, match="no attribute 'pipeline_of_dreams'"):
        claimcheck.pipeline_of_dreams  # noqa: B018


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Write a claims file about a saved page."""
    (tmp_path / "page.txt").write_text(
        "The lighthouse of Skarn was lit again on Monday after ten dark years.\n"
    )
    (tmp_path / "claims.yaml").write_text(
        "version: 1\n"
        "sources: {page: {url: 'https://skarn.example/light', snapshot: page.txt}}\n"
        "claims: [{id: lit, text: The lighthouse of Skarn was lit again on Monday.}]\n"
    )
    return tmp_path / "claims.yaml"


def test_verify_reads_files_and_gives_a_report(page: Path) -> None:
    """A copy on disk is enough for a verdict without a network."""
    report = claimcheck.verify(page, offline=True)
    assert [claim.verdict for file in report.files for claim in file.claims] == [
        claimcheck.ClaimVerdict.SUPPORTED
    ]
    assert report.exit_code == claimcheck.ExitCode.OK


def test_verify_works_where_an_event_loop_runs(page: Path) -> None:
    """A notebook has one."""

    async def within() -> claimcheck.Report:
        return claimcheck.verify(page, offline=True)

    assert asyncio.run(within()).exit_code == 0


def test_verify_raises_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    """The mistakes come with their places."""
    (tmp_path / "claims.yaml").write_text("version: 2\n")
    with pytest.raises(claimcheck.ClaimsFileError) as caught:
        claimcheck.verify(tmp_path / "claims.yaml")
    assert caught.value.mistakes[0].line == 1


def test_verify_refuses_options_out_of_range(tmp_path: Path) -> None:
    """An option of the API is checked as the command line's is."""
    with pytest.raises(claimcheck.UsageError, match="--jobs"):
        claimcheck.verify(tmp_path, jobs=0)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("handler", [signal.SIG_IGN, lambda *_: None, signal.default_int_handler])
def test_verify_leaves_the_callers_signals_as_they_were(page: Path, handler: Any) -> None:
    """Whoever has a way of their own to end keeps it."""
    before = signal.signal(signal.SIGINT, handler)
    try:
        claimcheck.verify(page, offline=True)
        assert signal.getsignal(signal.SIGINT) == handler
    finally:
        signal.signal(signal.SIGINT, before)


def test_verify_needs_no_standard_input(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program with windows has none."""
    monkeypatch.setattr(sys, "stdin", None)
    assert claimcheck.verify(page, offline=True, claims="lit").exit_code == claimcheck.ExitCode.OK
    with pytest.raises(claimcheck.ClaimsFileError, match="no standard input"):
        claimcheck.verify("-")


def test_verify_needs_no_bytes_of_standard_input(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program may have put a text in its place."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert claimcheck.verify(page, offline=True, claims="lit").exit_code == claimcheck.ExitCode.OK
