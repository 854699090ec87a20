"""Where reports go: files, pipes that break, full disks, narrow and coloured terminals."""

import json
import os
import re
import subprocess
import termios
from pathlib import Path

import pytest

from claimcheck.claims.load import LEAST

from .conftest import (
    COMMAND,
    CONTRADICTED,
    FERRY,
    LONGEST_S,
    SUPPORTED,
    Claimcheck,
    claims_file,
    environment,
)
from .site import Site

pytestmark = pytest.mark.skipif(os.name != "posix", reason="terminals and devices of POSIX")

OFFLINE = ("verify", "ferry.yaml", "--offline")
COLOR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Path:
    """Lay out a claims file that can be checked with and without a network, and a saved run of it."""
    folder = tmp_path_factory.mktemp("outputs")
    claims = ({"id": "cracks", "text": SUPPORTED}, {"id": "commuters", "text": CONTRADICTED})
    source = {"url": site.url("/ferry.html"), "snapshot": "saved.html"}
    (folder / "saved.html").write_text(FERRY, "utf-8")
    (folder / "ferry.yaml").write_text(claims_file({"herald": source}, *claims), "utf-8")
    return folder


@pytest.fixture(scope="module")
def shown(claimcheck: Claimcheck, folder: Path) -> str:
    """Run to a pipe, keeping the JSON report too; give what was shown."""
    result = claimcheck(*OFFLINE, "--report", "json=run.json", cwd=folder)
    assert (result.code, result.err) == (1, "")
    return result.out


def test_a_pipe_gets_plain_text(shown: str) -> None:
    """Neither colour nor progress, the verdicts, and why the run failed, in at most 100 columns but for links."""
    assert "\x1b" not in shown
    assert "\r" not in shown
    assert "contradicted · commuters" in shown
    assert shown.rstrip().endswith("exit code 1: 1 claim contradicted")
    assert all(len(line) <= 100 or "http://" in line for line in shown.splitlines())


def test_further_reports_are_of_the_same_run(shown: str, folder: Path) -> None:
    """`--report json=FILE` is the whole report, readable by others than the one who ran it."""
    report = json.loads((folder / "run.json").read_bytes())

    assert [claim["verdict"] for claim in report["files"][0]["claims"]] == ["supported", "contradicted"]
    assert (folder / "run.json").stat().st_mode & 0o777 == 0o666 & ~current_umask()
    assert [file.name for file in folder.iterdir() if file.name.startswith(".")] == []


def test_a_saved_run_is_rendered_as_it_was(here: Claimcheck, shown: str, folder: Path) -> None:
    """`report` shows the text of the run and exits with its code; with -o, standard output stays empty."""
    again = here("report", "run.json", cwd=folder)
    saved = here("report", "run.json", "-f", "json", "-o", "again.json", cwd=folder)

    assert (again.code, again.out, again.err) == (1, shown, "")
    assert (saved.code, saved.out, saved.err) == (1, "", "")
    assert (folder / "again.json").read_bytes() == (folder / "run.json").read_bytes()


def test_a_saved_run_comes_from_standard_input(claimcheck: Claimcheck, shown: str, folder: Path) -> None:
    """`report -` reads what another command prints."""
    result = claimcheck("report", "-", cwd=folder, stdin=(folder / "run.json").read_text("utf-8"))

    assert (result.code, result.out, result.err) == (1, shown, "")


def test_quiet_leaves_problems_and_verbose_says_why(here: Claimcheck, shown: str, folder: Path) -> None:
    """-q keeps what fails the run and the summary; -v adds to what is shown without it."""
    quiet = here("report", "run.json", "-q", cwd=folder).out
    verbose = here("report", "run.json", "-v", cwd=folder).out

    assert "commuters" in quiet
    assert "cracks" not in quiet
    assert "exit code 1" in quiet
    assert len(quiet) < len(shown) < len(verbose)


def test_columns_is_honoured(
    here: Claimcheck, shown: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No line but a link is longer than COLUMNS says; a COLUMNS that is no number says nothing."""
    monkeypatch.setenv("COLUMNS", "60")
    narrow = here("report", "run.json", cwd=folder).out
    monkeypatch.setenv("COLUMNS", "²")
    unknown = here("report", "run.json", cwd=folder).out
    monkeypatch.setenv("COLUMNS", "9" * 5000)
    assert here("report", "run.json", cwd=folder).out == shown

    assert all(len(line) <= 60 or "http://" in line for line in narrow.splitlines())
    assert len(narrow.splitlines()) > len(shown.splitlines())
    assert unknown == shown


@pytest.mark.parametrize(
    ("variables", "colored"),
    [
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, False),
    ],
    ids=str,
)
def test_color_in_a_pipe_is_what_was_asked_for(  # noqa: PLR0917 - fixtures and the columns of the table
    here: Claimcheck,
    shown: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    colored: bool,
) -> None:
    """FORCE_COLOR insists, NO_COLOR outranks it; the words are the same either way."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    result = here("report", "run.json", cwd=folder)

    assert bool(COLOR.search(result.out)) is colored
    assert COLOR.sub("", result.out) == shown


def test_an_ascii_terminal_gets_the_words_that_it_can_show(
    claimcheck: Claimcheck, shown: str, folder: Path
) -> None:
    """What ASCII cannot hold is replaced; files are UTF-8 all the same."""
    plain = {"PYTHONIOENCODING": "ascii"}
    text = claimcheck("report", "run.json", "--report", "json=ascii.json", cwd=folder, env=plain)

    assert (text.code, text.err) == (1, "")
    assert text.out.isascii()
    assert "contradicted ? commuters" in text.out
    assert (folder / "ascii.json").read_bytes() == (folder / "run.json").read_bytes()


@pytest.fixture
def saved(shown: str, folder: Path) -> Path:
    """Give the folder in which `run.json` stands."""
    return folder


# --- what cannot be written -----------------------------------------------------------------------------------------


def run_in_shell(line: str, cwd: Path) -> tuple[str, str]:
    """Run a line of shell in which $CC is the command; give what it printed."""
    command = " ".join(f"'{part}'" for part in COMMAND)
    done = subprocess.run(
        ["/bin/sh", "-c", line.replace("$CC", command)],
        cwd=cwd, env=environment(), capture_output=True, timeout=LONGEST_S, check=False, text=True,
    )  # fmt: skip
    return done.stdout, done.stderr


NO_SPACE = "cannot be written: no space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("verify ferry.yaml --offline > /dev/full", f"claimcheck: standard output {NO_SPACE}"),
        ("report run.json -o /dev/full > kept.txt", f"claimcheck: /dev/full {NO_SPACE}"),
        ("--help > /dev/full", f"claimcheck: standard output {NO_SPACE}"),
        ("verify --help > /dev/full", f"claimcheck: standard output {NO_SPACE}"),
        ("--version > /dev/full", f"claimcheck: standard output {NO_SPACE}"),
        ("--version >&-", "claimcheck: standard output cannot be written: bad file descriptor\n"),
        (
            "report run.json >&-",
            "claimcheck: standard output cannot be written: bad file descriptor\n",
        ),
    ],
)
def test_a_report_that_cannot_be_written_is_an_error(saved: Path, command: str, said: str) -> None:
    """Exit code 2 and one line, no traceback."""
    assert run_in_shell(f"$CC {command}; echo $?", saved) == ("2\n", said)


@pytest.mark.parametrize("name", ["ferry.yaml", "saved.html", "claimcheck.toml"])
def test_what_a_run_reads_is_not_written_over(claimcheck: Claimcheck, saved: Path, name: str) -> None:
    """A slip of the hand costs no claims file, saved copy or configuration."""
    (saved / "claimcheck.toml").write_text("timeout = 5\n", "utf-8")
    before = (saved / name).read_bytes()
    result = claimcheck(*OFFLINE, "-o", name, cwd=saved)
    after = (saved / name).read_bytes()
    (saved / "claimcheck.toml").unlink()
    assert (result.code, after) == (2, before)
    assert f"{name} cannot be written: {name} is read by this run" in result.err


def test_what_was_checked_is_shown_where_its_file_cannot_be_written(saved: Path) -> None:
    """A run may have taken long: its report goes to standard output then."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    out, _ = run_in_shell("$CC report run.json -o /dev/full", saved)

    assert "contradicted · commuters" in out


def test_a_device_can_be_written(saved: Path) -> None:
    """`-o /dev/null` throws the report away and keeps the exit code."""
    assert run_in_shell("$CC report run.json -o /dev/null; echo $?", saved) == ("1\n", "")


@pytest.mark.parametrize(
    ("line", "out"),
    [
        ("{ $CC report run.json; echo $? >&2; } | head -n 1", "1\n"),
        ("{ $CC report run.json -f json; echo $? >&2; } | true", "1\n"),
        ("{ $CC schema report; echo $? >&2; } | true", "0\n"),
        ("{ $CC verify --help; echo $? >&2; } | true", "0\n"),
        ("{ sleep 0.05; $CC --version; echo $? >&2; } | true", "0\n"),
    ],
)
def test_a_reader_that_leaves_is_no_error(saved: Path, line: str, out: str) -> None:
    """Nothing is said of it, and the exit code is that of the run."""
    assert run_in_shell(line, saved)[1] == out


@pytest.mark.parametrize(
    ("closed", "out", "err"),
    [
        ("report run.json -q <&-", "exit code 1: 1 claim contradicted\n1\n", ""),
        ("verify ferry.yaml --offline -q 2>&-", "exit code 1: 1 claim contradicted\n1\n", ""),
        ("verify - 2>&1 <&-", f"-:1:1: the file is empty (the least that one needs: {LEAST})\n2\n", ""),
        ("verify nowhere.yaml 2>&-", "2\n", ""),
        ("--nonsense 2>&-", "2\n", ""),
    ],
)
def test_closed_streams_break_nothing(saved: Path, closed: str, out: str, err: str) -> None:
    """Cron jobs and services start programs without standard input or standard error."""
    said, complaints = run_in_shell(f"$CC {closed}; echo $?", saved)

    assert said.endswith(out)
    assert complaints == err


# --- terminals ------------------------------------------------------------------------------------------------------


def on_terminal(
    arguments: tuple[str, ...], cwd: Path, *, columns: int = 80, **variables: str
) -> tuple[int, str]:
    """Run a command whose three streams are a terminal; give the exit code and all that the terminal got."""
    terminal, theirs = os.openpty()
    try:
        termios.tcsetwinsize(theirs, (24, columns))
        process = subprocess.Popen(
            [*COMMAND, *arguments],
            cwd=cwd, env=environment({"TERM": "xterm-256color", **variables}),
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        theirs = -1
        got = bytearray()
        try:
            while chunk := os.read(terminal, 65536):
                got += chunk
        except OSError:
            pass  # the last one who held the terminal is gone
        return process.wait(LONGEST_S), got.decode().replace("\r\n", "\n")
    finally:
        os.close(terminal)
        if theirs >= 0:
            os.close(theirs)


def test_a_terminal_shows_color_links_and_progress(folder: Path) -> None:
    """The progress line names the host that is waited for, and is wiped before the report, which fits the window."""
    code, got = on_terminal(("verify", "ferry.yaml", "--allow-private"), folder, columns=72)
    *progress, report = got.split("\r\x1b[K")

    assert code == 1
    assert "1 of 1 page" in progress[-1]
    assert COLOR.search(report)
    assert "\x1b]8;" in report
    text = re.sub(r"\x1b\]8;[^\x1b\x07]*(?:\x1b\\|\x07)", "", COLOR.sub("", report))
    assert all(len(line) <= 72 or "http://" in line for line in text.splitlines())


def test_progress_is_shown_before_the_first_page_is_done(tmp_path: Path, site: Site) -> None:
    """One slow source, and nobody would know what is waited for."""
    url = site.put(f"/{tmp_path.name}.html", FERRY, is_held=True)
    (tmp_path / "ferry.yaml").write_text(claims_file({"slow": url}, {"text": SUPPORTED}), "utf-8")
    _, got = on_terminal(("verify", "ferry.yaml", "--allow-private", "--timeout", "1"), tmp_path)
    assert got.split("\r\x1b[K")[1] == "0 of 1 page · waiting for 127.0.0.1"


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_a_terminal_without_color_gets_no_escape_sequence_in_the_report(
    saved: Path, variables: dict[str, str]
) -> None:
    """Neither colour nor hyperlinks."""
    code, got = on_terminal(("report", "run.json"), saved, **variables)

    assert code == 1
    assert "\x1b" not in got
    assert "exit code 1" in got


def current_umask() -> int:
    """Read the mask that files of this process are made with."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


# --- what ends late -------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_file_in_a_folder_that_may_not_be_written_is_refused_before_the_run(saved: Path) -> None:
    """A report is written under another name in its folder first."""
    folder = saved / "closed"
    folder.mkdir()
    (folder / "run.json").touch()
    folder.chmod(0o555)
    out, err = run_in_shell("$CC verify ferry.yaml --offline -o closed/run.json; echo $?", saved)
    assert (out, "permission denied" in err) == ("2\n", True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_report_that_is_safe_is_not_shown_besides(saved: Path) -> None:
    """Only what would be lost goes to standard output."""
    out, _ = run_in_shell("$CC report run.json -f json -o kept.json --report json=/dev/full; echo $?", saved)
    assert out == "2\n"


def test_a_saved_run_may_begin_with_a_byte_order_mark(saved: Path) -> None:
    """As tools on Windows write it."""
    (saved / "marked.json").write_bytes(b"\xef\xbb\xbf" + (saved / "run.json").read_bytes())
    assert run_in_shell("$CC report marked.json -q > marked.txt; echo $?", saved) == ("1\n", "")


def test_a_folder_that_is_gone_is_a_clear_error(saved: Path) -> None:
    """No bug of ours."""
    (saved / "gone").mkdir()
    line = f"cd gone && rmdir ../gone && $CC verify {saved}/ferry.yaml --offline 2>&1; echo $?"
    out, _ = run_in_shell(line, saved)
    assert out.splitlines()[0] == "claimcheck: the folder that this runs in is gone"
    assert out.endswith("2\n")
