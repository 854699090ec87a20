"""Each folder here is a test: claims files, the pages that they cite, and what must be found there.

`pages/` stands on a real server, whose address replaces `http://site` in the claims files. `saved/` holds snapshots.
`server.json`, where there is one, says which path answers with another status or leads elsewhere. `expected.json` holds
what matters of the report; what it leaves out of a source or a finding is as on a good day.
"""

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.cli.site import Answer, serving

from claimcheck.fetch.options import FetchOptions
from claimcheck.inputs import load_claims_files
from claimcheck.pipeline import run
from claimcheck.report import Format, render
from claimcheck.settings import Settings

FOLDER = Path(__file__).parent
CASES = sorted(path.parent.name for path in FOLDER.glob("*/expected.json"))


@dataclass(frozen=True)
class Prepared:
    """What a case expects, the API's report on it, and what the command printed."""

    expected: dict[str, Any]
    report: dict[str, Any]
    exit_code: int
    out: bytes
    err: bytes


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Serve the pages of a case, and run it through the command and, meanwhile, through the API."""
    source = FOLDER / request.param
    folder = tmp_path_factory.mktemp("case")
    with serving(answers_of(source)) as site, pytest.MonkeyPatch.context() as patch:
        shutil.copytree(source, folder / "claims", ignore=shutil.ignore_patterns("pages", "*.json"))
        for file in (folder / "claims").glob("*.yaml"):
            file.write_text(file.read_text("utf-8").replace("http://site", site.url("")), "utf-8")
        command = subprocess.Popen(
            [sys.executable, "-m", "claimcheck", "verify", "-f", "json", "--allow-private"],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        patch.chdir(folder)
        outcome = run(
            load_claims_files(["claims"], io.BytesIO()), Settings(fetch=FetchOptions(allow_private=True))
        )
        out, err = command.communicate(timeout=60)
        assert outcome.crash is None
        report = json.loads(render(outcome.report, Format.JSON))
        expected = json.loads((source / "expected.json").read_text("utf-8"))
        return Prepared(expected, report, command.returncode, out, err)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """Read the schema of reports as a user would."""
    made = subprocess.run(
        [sys.executable, "-m", "claimcheck", "schema", "report"], capture_output=True, timeout=30, check=True
    )
    return Draft202012Validator(json.loads(made.stdout), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_there_are_cases() -> None:
    """Folders without `expected.json` are a mistake, not a case to be passed over."""
    folders = {path.parent.name for path in FOLDER.glob("*/claims.yaml")}

    assert folders
    assert folders == set(CASES)


def test_the_api_finds_what_is_expected(case: Prepared) -> None:
    """The pipeline's report has the verdicts, states, mismatches and exit code of `expected.json`."""
    assert summary_of(case.report) == case.expected


def test_the_command_line_finds_the_same(case: Prepared, validator: Draft202012Validator) -> None:
    """The command prints the API's report, valid by the schema, alone; it exits with the code in it."""
    report = json.loads(case.out)

    assert case.err == b""
    assert summary_of(report) == case.expected
    assert case.exit_code == case.expected["exit_code"]
    assert [error.message for error in validator.iter_errors(report)] == []
    assert without_times(report) == without_times(case.report)


def test_evidence_stands_where_the_report_says(case: Prepared) -> None:
    """Each mismatch names words of the claim, and words of the passage that it points to."""
    for claim, finding in findings_of(case.report):
        for one in finding["evidence"]:
            assert one["end"] - one["start"] == len(one["quote"])
        for span in finding["missing"]:
            assert claim["text"][span["start"] : span["end"]] == span["text"]
        for mismatch in finding["mismatches"]:
            passage = finding["evidence"][mismatch["evidence"]]
            start, end = (mismatch[f"source_{side}"] - passage["start"] for side in ("start", "end"))
            assert passage["quote"][start:end] == mismatch["source"]


# --- what the server says -------------------------------------------------------------------------------------------


def answers_of(folder: Path) -> dict[str, Answer]:
    """List what stands on each path of a case's site."""
    answers = {f"/{page.name}": Answer(page.read_bytes()) for page in folder.glob("pages/*")}
    told = folder / "server.json"
    for path, changes in json.loads(told.read_text("utf-8")).items() if told.exists() else ():
        body = answers[path].body if path in answers else b""
        answers[path] = Answer(body, **changes)
    return answers


# --- what of a report is compared -----------------------------------------------------------------------------------


def summary_of(report: dict[str, Any]) -> dict[str, Any]:
    """Leave of a report what `expected.json` holds."""
    return {
        "exit_code": report["exit_code"],
        "files": {
            file["path"].removeprefix("claims/"): {
                "sources": {source["id"]: source_of(source) for source in file["sources"]},
                "claims": {claim["id"]: claim_of(claim) for claim in file["claims"]},
            }
            for file in report["files"]
        },
    }


def source_of(source: dict[str, Any]) -> dict[str, Any]:
    return filled(
        state=source["state"],
        reason=source["reason"],
        via=source["via"] if source["via"] != "network" else None,
        warnings=source["warnings"],
        accepted=bool(source["accepted"]),
        same_origin_as=source["same_origin_as"],
    )


def claim_of(claim: dict[str, Any]) -> dict[str, Any]:
    about = filled(
        verdict=claim["verdict"],
        warnings=claim["warnings"],
        accepted=bool(claim["accepted"]),
        findings={finding["source"]: finding_of(finding) for finding in claim["findings"]},
    )
    if claim["quote"] is not None:
        about["quote_found_in"] = claim["quote"]["found_in"]
    return about


def finding_of(finding: dict[str, Any]) -> dict[str, Any] | str:
    """Give the verdict alone, where there is nothing else to say."""
    about = filled(
        verdict=finding["verdict"],
        mismatches=[f"{one['kind']}: {one['claim']} / {one['source']}" for one in finding["mismatches"]],
        outside_article=any(one["outside_article"] for one in finding["evidence"]),
        accepted=bool(finding["accepted"]),
    )
    return about if len(about) > 1 else str(finding["verdict"])


def filled(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def findings_of(report: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for file in report["files"]:
        for claim in file["claims"]:
            for finding in claim["findings"]:
                yield claim, finding


def without_times(value: Any) -> Any:
    """Leave out what differs from run to run."""
    if isinstance(value, dict):
        times = {"started_at", "finished_at", "retrieved_at"}
        return {name: without_times(member) for name, member in value.items() if name not in times}
    return [without_times(item) for item in value] if isinstance(value, list) else value
