"""What a user sees who only looks: help, version, no arguments at all."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import __version__
from claimcheck.options import DEFAULT_FAIL_ON, OPTIONS, Option
from claimcheck.settings import Settings

from .conftest import Claimcheck, environment

HEAVY = {"httpx", "httpcore", "trafilatura", "rapidfuzz", "pydantic", "rich", "lxml", "yaml", "asyncio"}
COMMANDS = ["verify", "links", "text", "report", "schema", "demo"]
OWN_MAIN = """
import sys
from claimcheck.__main__ import main
sys.argv[1:] = {arguments}
try:
    main()
except SystemExit:
    pass
"""


@pytest.fixture(scope="module")
def options(claimcheck: Claimcheck, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Take the help of `verify` apart: what it says of each option, without blanks, for lines break anywhere."""
    result = claimcheck("verify", "--help", cwd=tmp_path_factory.mktemp("help"))
    assert (result.code, result.err) == (0, "")
    entries = re.split(r"\n  (?=-)", result.out.partition("\nOptions:")[2])
    return {re.split(r" [A-Z ]|  |\n", one)[0]: "".join(one.split()) for one in entries if one.strip()}


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_every_command(claimcheck: Claimcheck, tmp_path: Path, option: str) -> None:
    """The whole help stands on standard output, alone, with what a verdict does not mean."""
    result = claimcheck(option, cwd=tmp_path)

    assert (result.code, result.err) == (0, "")
    assert (
        re.findall(r"^  (\w+) ", result.out.partition("Commands:")[2].partition("\n\n")[0], re.MULTILINE)
        == COMMANDS
    )
    assert "never that a claim is" in result.out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_speaks_of_no_types_of_python(here: Claimcheck, tmp_path: Path, command: str) -> None:
    """An argument is told by its name."""
    assert "<" not in here(command, "--help", cwd=tmp_path).out


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(claimcheck: Claimcheck, tmp_path: Path, option: str) -> None:
    """Name and version on one line."""
    result = claimcheck(option, cwd=tmp_path)

    assert (result.code, result.out, result.err) == (0, f"claimcheck {__version__}\n", "")


def test_no_arguments_are_a_mistake_that_shows_the_help(claimcheck: Claimcheck, tmp_path: Path) -> None:
    """Nothing was asked for: exit code 2, the help itself on standard error, standard output empty."""
    result = claimcheck(cwd=tmp_path)

    assert (result.code, result.out) == (2, "")
    assert result.err == claimcheck("--help", cwd=tmp_path).out


def test_a_shell_completes_commands_and_options() -> None:
    """What a shell's script asks for as words are typed; files it completes itself."""
    for typed, expected in (("claimcheck ver", "verify\n"), ("claimcheck links --ref", "--refresh\n")):
        asked = {
            "COMP_WORDS": typed,
            "COMP_CWORD": str(typed.count(" ")),
            "_CLAIMCHECK_COMPLETE": "complete_bash",
        }
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck"],
            env=environment() | asked, capture_output=True, timeout=60, check=True, text=True,
        )  # fmt: skip
        assert (done.stdout, done.stderr) == (expected, "")


@pytest.mark.parametrize(
    ("option", "default"),
    [
        ("-f, --format", "terminal"),
        ("--min-sources", "1"),
        ("--fail-on", ",".join(DEFAULT_FAIL_ON)),
        ("--timeout", f"{Settings().fetch.timeout_s:g}"),
        ("--jobs", str(Settings().fetch.jobs)),
        ("--per-host", str(Settings().fetch.per_host)),
        ("--user-agent", f"claimcheck/{__version__}…"),
        ("--control-host", Settings().fetch.control_host),
        ("--proxy", "none,whatevertheenvironmentsays"),
        ("--ca-bundle", "thosethatcomewithcertifi"),
        ("--cache-dir", "thisplatform'splace"),
        ("--archive-url", Settings().archive_url),
        ("--config", "claimcheck.toml,or[tool.claimcheck]inpyproject.toml"),
    ],
)
def test_help_names_the_default_that_holds(options: dict[str, str], option: str, default: str) -> None:
    """An option that takes one value says what holds without it."""
    assert options[option].endswith(f"[default:{default}]")


def test_help_names_every_option(options: dict[str, str]) -> None:
    """The options of the interface that are built are there, and no other has crept in."""
    assert set(options) == {
        "-f, --format", "-o, --output", "--report", "-q, --quiet", "-v, --verbose", "--claim", "--source",
        "--min-sources", "--[no-]offline", "--fail-on", "--[no-]exit-zero", "--timeout", "--jobs", "--per-host", "--[no-]allow-private",
        "--user-agent", "--control-host", "--proxy", "--ca-bundle", "--cache-dir", "--[no-]refresh", "--[no-]probe", "--[no-]archive",
        "--archive-url", "--config", "-h, --help",
    }  # fmt: skip


def test_every_switch_of_the_configuration_has_its_opposite(options: dict[str, str]) -> None:
    """Else the command line could not undo what a file says."""
    switches = {f"--[no-]{name}" for name, setting in OPTIONS.items() if isinstance(_default(setting), bool)}
    assert {name for name in options if name.startswith("--[no-]")} == switches


def _default(setting: Option) -> object:
    settings = Settings()
    return getattr(settings, setting.field, getattr(settings.fetch, setting.field, None))


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import claimcheck.__main__", set[str]()),
        ("import claimcheck.cli.app", set[str]()),
        (OWN_MAIN.format(arguments=["--help"]), set[str]()),
        (OWN_MAIN.format(arguments=["--version"]), set[str]()),
        (OWN_MAIN.format(arguments=["verify", "--help"]), {"pydantic"}),  # typer's own, to read options
    ],
    ids=["import", "import of the commands", "help", "version", "help of verify"],
)
def test_help_waits_for_nothing_heavy(code: str, allowed: set[str], tmp_path: Path) -> None:
    """Neither importing the command nor asking for help loads what fetches, reads or matches."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules, file=sys.stderr)"],
        cwd=tmp_path, env=environment(), capture_output=True, timeout=60, check=True, text=True,
    )  # fmt: skip

    assert HEAVY & set(done.stderr.split()) <= allowed
