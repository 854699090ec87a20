"""What a user gets wrong: exit code 2, every mistake named with what to do, no report, no request."""

import re
from pathlib import Path

import pytest

from .conftest import ABSENT, Claimcheck, claims_file
from .site import Site

WRONG = """\
version: 1
titel: The ferry
sources:
  herald: ftp://site.example/ferry
claims:
  - text: The ferry carries goats.
    sources: [post]
"""
ALSO_WRONG = """\
version: 1
sources: {herald: "https://site.example/ferry"}
claims:
  - {text: ""}
"""


@pytest.fixture
def good(tmp_path: Path, site: Site) -> Path:
    """Write a claims file that is right; its page is one that nobody else asks for."""
    file = tmp_path / "good.yaml"
    url = site.url("/never-asked-for.html")
    file.write_text(claims_file({"herald": url}, {"id": "volcano", "text": ABSENT}), "utf-8")
    return file


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nonsense"], r"No such command 'nonsense'"),
        (["verify", "good.yaml", "--nonsense"], r"No such option: --nonsense\n  hint: .*verify --help"),
        (
            ["verify", "good.yaml", "--format", "xml"],
            r"unknown format 'xml'\n  hint: formats: terminal, json",
        ),
        (
            ["verify", "good.yaml", "--fail-on", "dead,deed"],
            r"--fail-on: unknown word `deed` \(did you mean `dead`",
        ),
        (["verify", "good.yaml", "--jobs"], r"'--jobs' requires an argument\.\n  hint: .*verify --help"),
        (["links", "--offline=3"], r"'--offline' does not take a value\.\n  hint: .*links --help"),
        (["verify", "good.yaml", "--jobs", "0"], r"--jobs: 0 is not a whole number from 1"),
        (["verify", "good.yaml", "--jobs", "few"], r'--jobs: "few" is not a whole number from 1 to 1,000'),
        (["verify", "good.yaml", "--timeout", "-3"], r"--timeout: -3 is not a number of seconds above 0"),
        (["links", "--timeout", "abc"], r'--timeout: "abc" is not a number of seconds above 0, up to 3,600'),
        (["verify", "good.yaml", "--per-host", "0"], r"--per-host: 0 is not a whole number from 1"),
        (["verify", "good.yaml", "--proxy", "nonsense"], r"--proxy: this is not the URL"),
        (["verify", "good.yaml", "--ca-bundle", "nowhere"], r"CA bundle nowhere: no such file or directory"),
        (["verify", "good.yaml", "--user-agent", "é"], r"--user-agent: .* printable ASCII"),
        (
            ["verify", "good.yaml", "--archive-url", "ftp://x"],
            r"--archive-url: .* is not the address of an archive",
        ),
        (["links", "good.yaml", "--control-host", "a/b"], r"--control-host: .* is not the name of a host"),
        (["verify", "good.yaml", "--min-sources", "0"], r"--min-sources: 0 is not a whole number"),
        (
            ["verify", "nowhere.yaml", "nor-here.yaml"],
            r"`nowhere\.yaml`.*no such file(.|\n)*`nor-here\.yaml`",
        ),
        (["verify", "empty"], r"the folder `empty` holds no claims file"),
        (["verify"], r"no folder `claims/`\n  hint: "),
        (["text", "x" * 300], r"is neither an http\(s\) URL nor a file"),
        (["verify", "good.yaml", "-o", "x" * 300], r"cannot be written: file name too long"),
        (["verify", "good.yaml", "-o", "circle"], r"circle cannot be written: "),
        (
            ["verify", "good.yaml", "--claim", "erupts"],
            r"no claim has the id erupts\n  hint: there are: volcano",
        ),
        (
            ["verify", "good.yaml", "--source", "post"],
            r"no source has the id post\n  hint: there are: herald",
        ),
        (["verify", "good.yaml", "--config", "none.toml"], r"none\.toml: .*no such file"),
        (
            ["verify", "good.yaml", "--config", "odd.toml"],
            r"odd\.toml:2: unknown key `job` \(did you mean `jobs`\?\)",
        ),
        (
            ["verify", "good.yaml", "-o", "nowhere/run.json"],
            r"nowhere/run\.json cannot be written: there is no folder",
        ),
        (["verify", "good.yaml", "-o", "empty"], r"empty is a folder"),
        (
            ["verify", "good.yaml", "--report", "json"],
            r"--report 'json' names no file\n  hint: .*json=run\.json",
        ),
        (["verify", "good.yaml", "--report", "pdf=x"], r"unknown format 'pdf'"),
        (
            ["verify", "good.yaml", "--report", "json=nowhere/run.json"],
            r"nowhere/run\.json cannot be written",
        ),
        (["report", "good.yaml"], r"good\.yaml: .*\n  hint: save one with"),
        (["report", "nowhere.json"], r"nowhere\.json cannot be read: no such file"),
        (["report", "rubbish.json"], r"rubbish\.json: this is not JSON"),
        (["text", "nowhere.html"], r"'nowhere\.html' is neither an http\(s\) URL nor a file"),
        (["schema", "nonsense"], r"no schema of 'nonsense'\n  hint: there are: claims, report"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_bad_request_is_refused_before_anything_is_fetched(
    here: Claimcheck, site: Site, good: Path, arguments: list[str], said: str
) -> None:
    """Standard error says what is wrong; standard output stays empty, and the site sees no request."""
    (good.parent / "empty").mkdir()
    (good.parent / "circle").symlink_to("circle")
    (good.parent / "odd.toml").write_text("[tool.claimcheck]\njob = 3\n", "utf-8")
    (good.parent / "rubbish.json").write_bytes(bytes(range(256)))
    result = here(*arguments, cwd=good.parent)

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("claimcheck: ")
    assert re.search(said, result.err)
    assert "Traceback" not in result.err
    assert "/never-asked-for.html" not in site.requests


def test_every_mistake_of_every_file_is_told_at_once(here: Claimcheck, tmp_path: Path) -> None:
    """One line for each, as path:line:column: message, that editors and CI can follow."""
    (tmp_path / "a.yaml").write_text(WRONG, "utf-8")
    (tmp_path / "b.yaml").write_text(ALSO_WRONG, "utf-8")
    result = here("verify", "a.yaml", "b.yaml", cwd=tmp_path)

    assert (result.code, result.out) == (2, "")
    lines = result.err.splitlines()
    assert [re.match(r"(\w+\.yaml:\d+):\d+: \S", line)[1] for line in lines] == [  # type: ignore[index]
        "a.yaml:2",
        "a.yaml:4",
        "a.yaml:7",
        "b.yaml:4",
    ]
    assert ["titel" in lines[0], "ftp://" in lines[1], "post" in lines[2], "empty" in lines[3]] == [True] * 4


def test_mistakes_on_standard_input_are_told_as_such(claimcheck: Claimcheck, tmp_path: Path) -> None:
    """The path is `-`."""
    result = claimcheck("verify", "-", cwd=tmp_path, stdin=ALSO_WRONG)

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("-:4:")


def test_nothing_of_a_file_reaches_the_terminal_raw(here: Claimcheck, tmp_path: Path) -> None:
    """Mistakes quote the file, and a file may come from a stranger's pull request."""
    (tmp_path / "a.yaml").write_text('version: 1\n"\\e]0;owned\\a\\u202e": 1\n', "utf-8")
    result = here("verify", "a.yaml", cwd=tmp_path)

    assert result.code == 2
    assert "owned" in result.err
    assert not {"\x1b", "\x07", "\u202e"} & set(result.err)
