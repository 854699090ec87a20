"""The documents are true: what they show is what the program prints, and what they name is there."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from claimcheck.claims.load import read_claims_file
from claimcheck.inputs import load_claims_files
from claimcheck.model import ExitCode, FailOn, State
from claimcheck.report import Format

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def run(command: list[str], folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}
    environment.pop("FORCE_COLOR", None)
    return subprocess.run(
        [sys.executable, "-m", *command],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=environment,
        timeout=120,
        check=False,
    )


def shown_runs() -> list[tuple[str, str]]:
    blocks = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    runs = [re.fullmatch(r"\$ (claimcheck [^\n]*)\n(.+)", block, re.DOTALL) for block in blocks]
    return [(found[1], found[2]) for found in runs if found]


@pytest.mark.parametrize(("command", "output"), shown_runs())
def test_the_readme_shows_what_is_printed(command: str, output: str) -> None:
    """Every run in the README is repeated in the folder of the example."""
    assert run(command.split(), ROOT / "docs" / "example").stdout == output


def test_the_readme_shows_runs() -> None:
    """The test above has something to compare."""
    assert len(shown_runs()) >= 4


def test_the_readmes_python_runs() -> None:
    """The example for Python prints a verdict for each claim."""
    (code,) = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    finished = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=120, check=False
    )
    assert finished.stderr == ""
    assert len(finished.stdout.splitlines()) == 3


def test_the_readmes_claims_file_is_right() -> None:
    """The claims file in the README can be copied."""
    (text,) = [
        one
        for one in re.findall(r"^```yaml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
        if "claims:" in one
    ]
    assert read_claims_file("README.md", text, exists=lambda _: True).claims


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    """A relative link names a file or a folder that is there."""
    links = re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (document.parent / link).exists()]
    assert missing == []


def test_every_dependency_has_its_line() -> None:
    """What a user installs is explained in the decisions."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[<>=;\[ ]", one)[0].lower() for one in project["dependencies"]]
    decision = (ROOT / "docs" / "decisions" / "0001-dependencies.md").read_text(encoding="utf-8").lower()
    assert [name for name in names if name not in decision] == []


def test_every_module_has_its_place_in_how_it_works() -> None:
    """A module that appears is explained; one that goes is not left behind."""
    text = (ROOT / "docs" / "how-it-works.md").read_text(encoding="utf-8")
    package = ROOT / "src" / "claimcheck"
    modules = {
        f"{path.name}/" if path.is_dir() else path.name
        for path in package.iterdir()
        if not path.name.startswith("_") and path.suffix in {"", ".py"}
    }
    named = set(re.findall(r"`([a-z_]+(?:/|\.py))`", text))
    assert modules - named == {"errors.py", "urls.py"}
    assert {name for name in named if "/" in name or name in modules} <= modules


def test_exit_codes_words_and_formats_are_documented() -> None:
    """Users find every number and word that they can meet."""
    text = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
    assert all(f"| {code.value} |" in text for code in ExitCode)
    states = set(State) - {State.OK}
    assert all(f"`{word}`" in text for word in {*FailOn, *states})
    assert all(f"`{one}`" in README for one in Format)


def test_our_own_claims_hold() -> None:
    """What we say of ourselves stands in our own files."""
    finished = run(["claimcheck", "verify", "--offline", "claims/claimcheck.yaml"])
    assert finished.returncode == ExitCode.OK, finished.stdout


def test_the_founding_file_has_three_takeaways_and_four_sources() -> None:
    """The case that the tool was made for stays whole: every claim is asked of every source."""
    (file,) = load_claims_files([str(ROOT / "claims" / "export-controls.yaml")], sys.stdin.buffer)
    assert len(file.claims) == 3
    assert [source.id for source in file.sources] == ["nypost", "reuters", "axios", "tomshardware"]
    assert all(claim.cites is None for claim in file.claims)
