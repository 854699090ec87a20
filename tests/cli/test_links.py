"""`claimcheck links`: the sources of claims files, without their claims."""

import json
from pathlib import Path

import pytest

from .conftest import ABSENT, Claimcheck, claims_file
from .site import Site

WALL = "<title>Robot check</title><h1>Are you a robot?</h1><p>Verify that you are human to continue.</p>"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Path:
    """Lay out sources of three kinds, one of which no claim cites."""
    folder = tmp_path_factory.mktemp("links")
    site.put("/robots.html", WALL)
    sources = {
        "herald": site.url("/ferry.html"),
        "gone": site.url("/gone.html"),
        "walled": site.url("/robots.html"),
    }
    claim = {"id": "volcano", "text": ABSENT, "sources": ["herald", "gone"]}
    (folder / "ferry.yaml").write_text(claims_file(sources, claim), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("sources", "code", "states"),
    [
        ((), 1, {"herald": "ok", "gone": "dead", "walled": "blocked"}),
        (("herald", "walled"), 4, {"herald": "ok", "walled": "blocked"}),
        (("herald",), 0, {"herald": "ok"}),
    ],
)
def test_sources_are_judged_without_claims(
    claimcheck: Claimcheck, folder: Path, sources: tuple[str, ...], code: int, states: dict[str, str]
) -> None:
    """A dead one fails the run, a blocked one leaves it incomplete; a claim that the page lacks does neither."""
    chosen = [part for source in sources for part in ("--source", source)]
    result = claimcheck("links", "ferry.yaml", "--allow-private", "-f", "json", *chosen, cwd=folder)
    report = json.loads(result.out)

    assert (result.code, result.err) == (code, "")
    (file,) = report["files"]
    assert (report["command"], file["claims"]) == ("links", [])
    assert {source["id"]: source["state"] for source in file["sources"]} == states


def test_the_terminal_says_what_to_do(claimcheck: Claimcheck, folder: Path) -> None:
    """Problems first, with the line of the claims file."""
    result = claimcheck("links", "ferry.yaml", "--allow-private", cwd=folder)

    shown = " ".join(result.out.split())
    assert result.code == 1
    assert "look for its new address" in shown
    assert "save the page and name the file as" in shown


def test_words_that_it_can_never_meet_are_refused(claimcheck: Claimcheck, folder: Path) -> None:
    """It would look as if nothing ever failed."""
    result = claimcheck("links", "ferry.yaml", "--fail-on", "contradicted,dead", cwd=folder)

    assert (result.code, result.out) == (2, "")
    assert "never meets contradicted" in result.err
    assert "dead, blocked" in result.err


@pytest.mark.parametrize(
    ("configured", "told"),
    [("", ["dead"]), ("fail-on = 'blocked,contradicted'", ["blocked"]), ("fail-on = 'contradicted'", [])],
)
def test_the_report_names_the_words_that_count(
    here: Claimcheck, folder: Path, tmp_path: Path, configured: str, told: list[str]
) -> None:
    """The configuration is that of `verify` too; its words about claims mean nothing here."""
    (tmp_path / "mine.toml").write_text(configured, "utf-8")
    options = ("--source", "herald", "--allow-private", "--config", str(tmp_path / "mine.toml"))
    result = here("links", "ferry.yaml", "-f", "json", *options, cwd=folder)

    assert json.loads(result.out)["policy"]["fail_on"] == told


def test_a_report_in_a_file_leaves_a_line_in_the_log(claimcheck: Claimcheck, folder: Path) -> None:
    """Unless nothing is to be said."""
    told = claimcheck("links", "ferry.yaml", "--allow-private", "-o", "links.txt", cwd=folder)
    silent = claimcheck("links", "ferry.yaml", "--allow-private", "-o", "links.txt", "-q", cwd=folder)

    assert (told.out, silent.out, silent.err) == ("", "", "")
    assert told.err.startswith("claimcheck: 3 sources: 1 ok, 1 dead, 1 blocked · exit code 1: ")


def test_an_unknown_source_is_a_mistake(claimcheck: Claimcheck, folder: Path) -> None:
    """The ids that there are stand in the hint."""
    result = claimcheck("links", "ferry.yaml", "--source", "hearld", cwd=folder)

    assert result.code == 2
    assert "hearld" in result.err
    assert "herald" in result.err
