"""What a run checks, what fails it, and which setting wins."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from .conftest import ABSENT, CONTRADICTED, FERRY, SUPPORTED, Claimcheck, Result, claims_file
from .site import Site


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Path:
    """Lay out `claims/ferry.yaml`, with a page on each of two hosts and one that is gone, and a saved copy."""
    folder = tmp_path_factory.mktemp("verify")
    (folder / "claims").mkdir()
    sources: dict[str, Any] = {
        "herald": {"url": site.url("/ferry.html"), "snapshot": "../saved.html"},
        "elsewhere": site.url("/ferry.html", host="localhost"),
        "gone": site.url("/gone.html"),
    }
    claims = (
        {"id": "cracks", "text": SUPPORTED, "sources": ["herald", "elsewhere"]},
        {"id": "commuters", "text": CONTRADICTED, "sources": ["herald"]},
        {"id": "volcano", "text": ABSENT, "sources": ["elsewhere"]},
        {"id": "unread", "text": ABSENT, "sources": ["gone"]},
    )
    (folder / "saved.html").write_text(FERRY, "utf-8")
    (folder / "claims" / "ferry.yaml").write_text(claims_file(sources, *claims), "utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(claimcheck: Claimcheck, folder: Path) -> Result:
    """Run everything once, as JSON; no path is named."""
    return claimcheck("verify", "--allow-private", "-f", "json", cwd=folder)


def verdicts(report: Mapping[str, Any]) -> dict[str, str]:
    return {claim["id"]: claim["verdict"] for file in report["files"] for claim in file["claims"]}


def states(report: Mapping[str, Any]) -> dict[str, tuple[str, str | None]]:
    return {
        source["id"]: (source["state"], source["reason"])
        for file in report["files"]
        for source in file["sources"]
    }


def test_without_a_path_the_folder_claims_is_checked(whole: Result) -> None:
    """The report is all there is on standard output, and nothing is on standard error."""
    report = json.loads(whole.out)

    assert (whole.code, report["exit_code"], whole.err) == (1, 1, "")
    assert [file["path"] for file in report["files"]] == ["claims/ferry.yaml"]
    assert verdicts(report) == {
        "cracks": "supported",
        "commuters": "contradicted",
        "volcano": "not_found",
        "unread": "unchecked",
    }


def test_a_host_by_name_is_read_as_one_by_address(whole: Result) -> None:
    """`localhost` and 127.0.0.1 are two hosts of one run; the same text on both counts once."""
    report = json.loads(whole.out)

    assert states(report) == {"herald": ("ok", None), "elsewhere": ("ok", None), "gone": ("dead", "http-404")}
    assert report["files"][0]["sources"][0]["same_origin_as"] == ["elsewhere"]


def test_private_addresses_are_refused_unless_allowed(here: Claimcheck, folder: Path, site: Site) -> None:
    """A claims file from a stranger cannot make the machine of an editor ask its own network."""
    before = len(site.requests)
    report = json.loads(here("verify", "-f", "json", cwd=folder).out)

    assert set(states(report).values()) == {("unreachable", "private-address")}
    assert len(site.requests) == before


@pytest.mark.parametrize(
    ("options", "code", "left"),
    [
        (["--claim", "cracks"], 0, {"cracks": "supported"}),
        (["--claim", "cracks", "--claim", "commuters", "--source", "herald"], 1, {"cracks": "supported", "commuters": "contradicted"}),
        (["--source", "elsewhere", "--fail-on", "dead"], 0, {"cracks": "supported", "volcano": "not_found"}),
        (["--claim", "cracks", "--min-sources", "2"], 1, {"cracks": "too_few_sources"}),
        (["--claim", "cracks", "--claim", "unread", "--exit-zero"], 0, {"cracks": "supported", "unread": "unchecked"}),
        (["--claim", "unread", "--fail-on", "contradicted"], 4, {"unread": "unchecked"}),
        (["--claim", "unread", "--fail-on", "unchecked"], 1, {"unread": "unchecked"}),
        (["--claim", "unread", "--fail-on", "unchecked", "--fail-on", "dead"], 1, {"unread": "unchecked"}),
        (["--claim", "volcano", "--fail-on", "none"], 0, {"volcano": "not_found"}),
        (["--claim", "cracks", "--offline"], 0, {"cracks": "supported"}),
        (["--claim", "volcano", "--offline"], 4, {"volcano": "unchecked"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_options_say_what_is_checked_and_what_fails(
    here: Claimcheck, folder: Path, options: list[str], code: int, left: dict[str, str]
) -> None:
    """Claims and sources that are not named are left out; the exit code follows the words that are."""
    result = here("verify", "--allow-private", "-f", "json", *options, cwd=folder)

    assert verdicts(json.loads(result.out)) == left
    assert (result.code, result.err) == (code, "")
    assert json.loads(result.out)["exit_code"] == code


def test_words_that_nothing_meets_yet_are_warned_of(here: Claimcheck, folder: Path) -> None:
    """Who takes `gone` for `dead` must not have a build that nothing ever fails."""
    result = here("verify", "--allow-private", "--claim", "cracks", "--fail-on", "gone,dead", cwd=folder)
    assert "nothing meets --fail-on gone yet" in result.err

    usual = here(
        "verify", "--allow-private", "--claim", "cracks", "--fail-on", "dead,changed,lost", cwd=folder
    )
    assert usual.err == ""


def test_offline_asks_nobody(here: Claimcheck, folder: Path, site: Site) -> None:
    """Copies stand for their pages; what has none is not fetched."""
    before = len(site.requests)
    report = json.loads(here("verify", "--offline", "-f", "json", cwd=folder).out)

    assert len(site.requests) == before
    assert states(report) == {
        "herald": ("ok", None),
        "elsewhere": ("unreachable", "not-fetched"),
        "gone": ("unreachable", "not-fetched"),
    }
    assert report["files"][0]["sources"][0]["via"] == "snapshot"
    assert report["policy"]["offline"] is True


def test_claims_come_from_standard_input(claimcheck: Claimcheck, folder: Path) -> None:
    """The path of such a file is `-`, and its snapshots start from the working folder."""
    text = (folder / "claims" / "ferry.yaml").read_text("utf-8").replace("../saved.html", "saved.html")
    result = claimcheck(
        "verify", "-", "--offline", "--claim", "commuters", "-f", "json", cwd=folder, stdin=text
    )

    report = json.loads(result.out)
    assert (result.code, report["files"][0]["path"]) == (1, "-")
    assert verdicts(report) == {"commuters": "contradicted"}


def test_the_command_line_outranks_the_configuration(here: Claimcheck, folder: Path, tmp_path: Path) -> None:
    """claimcheck.toml is read in place of pyproject.toml; an option given outranks both, one not given neither."""
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    (tmp_path / "pyproject.toml").write_text("[tool.claimcheck]\njobs = 'not even looked at'\n", "utf-8")
    (tmp_path / "claimcheck.toml").write_text(
        "offline = true\nfail-on = 'supported'\nmin-sources = 2\n", "utf-8"
    )
    configured = here("verify", "--claim", "cracks", "-f", "json", cwd=tmp_path)
    overruled = here(
        "verify",
        "--claim",
        "cracks",
        "--fail-on",
        "supported",
        "--min-sources",
        "1",
        "-f",
        "json",
        cwd=tmp_path,
    )

    assert configured.code == 4  # offline, and one source of two was read
    assert verdicts(json.loads(configured.out)) == {"cracks": "unchecked"}
    assert overruled.code == 1
    assert verdicts(json.loads(overruled.out)) == {"cracks": "supported"}
    assert json.loads(overruled.out)["policy"] == {
        "fail_on": ["supported"],
        "offline": True,
        "archive": False,
    }


SWITCHED_ON = "offline = true\narchive = true\nexit-zero = true\nallow-private = true\n"


def test_the_command_line_undoes_the_switches_of_the_configuration(
    here: Claimcheck, folder: Path, tmp_path: Path
) -> None:
    """A project may be offline by habit, and one run of it not."""
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    (tmp_path / "claimcheck.toml").write_text(SWITCHED_ON, "utf-8")
    undone = ("--no-offline", "--no-archive", "--no-exit-zero")
    online = here("verify", "--claim", "volcano", "-f", "json", *undone, cwd=tmp_path)
    public = here("links", "-f", "json", *undone, "--no-allow-private", cwd=tmp_path)

    assert online.code == 1
    assert verdicts(json.loads(online.out)) == {"volcano": "not_found"}
    policy = json.loads(online.out)["policy"]
    assert (policy["offline"], policy["archive"]) == (False, False)
    assert set(states(json.loads(public.out)).values()) == {("unreachable", "private-address")}


def test_a_named_configuration_is_read_in_place_of_the_found_one(
    here: Claimcheck, folder: Path, tmp_path: Path
) -> None:
    """`--config` names the one file that counts."""
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    (tmp_path / "claimcheck.toml").write_text("jobs = 'wrong'\n", "utf-8")
    (tmp_path / "mine.toml").write_text("offline = true\n", "utf-8")
    result = here("verify", "--config", "mine.toml", "--claim", "cracks", "-q", cwd=tmp_path)

    assert (result.code, result.err) == (0, "")
