"""How a run ends early: Ctrl-C, and errors of our own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .conftest import ABSENT, COMMAND, FERRY, LONGEST_S, SUPPORTED, Claimcheck, claims_file, environment
from .site import Site

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")

SOON_S = 15.0


Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start a command in a session of its own; it is killed at the end, whatever it does."""
    processes: list[subprocess.Popen[bytes]] = []

    def begin(
        *arguments: str, cwd: Path, python: tuple[str, ...] = (), stderr: int = subprocess.PIPE
    ) -> subprocess.Popen[bytes]:
        # what runs these tests in the background has Ctrl-C ignored, and `nohup` a hangup, which a process inherits
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        hung_up = signal.signal(signal.SIGHUP, signal.SIG_DFL)
        process = subprocess.Popen(
            [sys.executable, *python, *COMMAND[1:], *arguments],
            cwd=cwd, env=environment(), stdout=subprocess.PIPE, stderr=stderr, start_new_session=True,
        )  # fmt: skip
        signal.signal(signal.SIGINT, before)
        signal.signal(signal.SIGHUP, hung_up)
        processes.append(process)
        return process

    yield begin
    for process in processes:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def slow(tmp_path: Path, site: Site) -> Path:
    """Lay out a claims file: one page answers at once, one never ends."""
    site.put(f"/{tmp_path.name}.html", FERRY, is_held=True)
    sources = {
        "herald": site.url("/ferry.html"),
        "slow": site.url(f"/{tmp_path.name}.html", host="localhost"),
    }
    claims = ({"id": "cracks", "text": SUPPORTED, "sources": ["herald"]}, {"id": "volcano", "text": ABSENT})
    (tmp_path / "ferry.yaml").write_text(claims_file(sources, *claims), "utf-8")
    return tmp_path


def processes_of(session: int) -> list[str]:
    """List the processes of a session that still run."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(entry.parent.name)
    return found


def wait_until(holds: Callable[[], bool], *, within_s: float = LONGEST_S) -> None:
    end = time.monotonic() + within_s
    while not holds():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.02)


def press_ctrl_c(process: subprocess.Popen[bytes]) -> None:
    """Do what a terminal does: tell every process of the group."""
    os.killpg(process.pid, signal.SIGINT)


def test_ctrl_c_keeps_what_was_checked(start: Start, slow: Path) -> None:
    """Exit code 130 within seconds, the report so far on standard output, the progress line wiped, no process left."""
    terminal, theirs = os.openpty()
    try:
        process = start("verify", "ferry.yaml", "--allow-private", "-f", "json", cwd=slow, stderr=theirs)
        os.close(theirs)
        shown = ""
        while "1 of 2 pages · waiting for localhost" not in shown:
            shown += os.read(terminal, 1024).decode()
        pressed = time.monotonic()
        press_ctrl_c(process)
        out, _ = process.communicate(timeout=LONGEST_S)
        took = time.monotonic() - pressed
        rest = os.read(terminal, 1024).decode()
    finally:
        os.close(terminal)

    assert process.returncode == 130
    assert took < SOON_S
    assert rest == "\r\x1b[K"
    report: dict[str, Any] = json.loads(out)
    assert (report["interrupted"], report["exit_code"]) == (True, 130)
    assert [(one["state"], one["reason"]) for one in report["files"][0]["sources"]] == [
        ("ok", None),
        ("unreachable", "not-fetched"),
    ]
    assert [claim["verdict"] for claim in report["files"][0]["claims"]] == ["supported", "unchecked"]
    wait_until(lambda: processes_of(process.pid) == [], within_s=SOON_S)


@pytest.mark.parametrize("pause_s", [0.0, 0.005, 0.05, 0.2])
def test_ctrl_c_pressed_again_costs_no_report(start: Start, slow: Path, site: Site, pause_s: float) -> None:
    """However soon it comes again: the report is whole, nothing else is said, and no process is left."""
    process = start("verify", "ferry.yaml", "--allow-private", "-q", "-f", "json", cwd=slow)
    wait_until(lambda: f"/{slow.name}.html" in site.requests)
    for _ in range(3):
        press_ctrl_c(process)
        time.sleep(pause_s)
    out, err = process.communicate(timeout=SOON_S)

    assert (process.returncode, err) == (130, b"")
    assert json.loads(out)["interrupted"]
    wait_until(lambda: processes_of(process.pid) == [], within_s=SOON_S)


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGHUP])
def test_what_ci_systems_send_keeps_what_was_checked_too(
    start: Start, slow: Path, site: Site, kind: signal.Signals
) -> None:
    """They cancel a job, `timeout` ends it, a container stops."""
    process = start("verify", "ferry.yaml", "--allow-private", "-q", "-f", "json", cwd=slow)
    wait_until(lambda: f"/{slow.name}.html" in site.requests)
    process.send_signal(kind)
    out, err = process.communicate(timeout=SOON_S)

    assert (process.returncode, err) == (130, b"")
    assert json.loads(out)["interrupted"]
    wait_until(lambda: processes_of(process.pid) == [], within_s=SOON_S)


def test_a_run_that_outlives_its_terminal_goes_on(slow: Path, site: Site) -> None:
    """As `nohup` starts it."""
    process = subprocess.Popen(
        ["nohup", *COMMAND, "verify", "ferry.yaml", "--allow-private", "-q", "--timeout", "2"],
        cwd=slow, env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    wait_until(lambda: f"/{slow.name}.html" in site.requests)
    process.send_signal(signal.SIGHUP)
    process.communicate(timeout=LONGEST_S)
    assert process.returncode == 4  # the slow page timed out


def test_ctrl_c_ends_text_too(start: Start, slow: Path, site: Site) -> None:
    """There is no report to keep."""
    process = start("text", site.url(f"/{slow.name}.html"), "--allow-private", cwd=slow)
    wait_until(lambda: f"/{slow.name}.html" in site.requests)
    press_ctrl_c(process)

    assert process.communicate(timeout=LONGEST_S) == (b"", b"")
    assert process.returncode == 130


@pytest.mark.parametrize("module", ["typer._click", "claimcheck.cli.app", "claimcheck.model", "httpcore"])
def test_ctrl_c_while_modules_load_says_nothing(start: Start, slow: Path, module: str) -> None:
    """However early it comes, once Python itself is up: no traceback. Python may end by the signal, which shells call 130."""
    process = start("verify", "ferry.yaml", "--allow-private", cwd=slow, python=("-X", "importtime"))
    assert process.stderr
    lines = []
    for line in process.stderr:
        lines.append(line.decode())
        if lines[-1].rpartition("|")[2].strip() == module:
            press_ctrl_c(process)
            break
    _, rest = process.communicate(timeout=LONGEST_S)
    said = [line for line in (*lines, *rest.decode().splitlines()) if not line.startswith("import time:")]

    assert process.returncode in {130, -signal.SIGINT}
    assert said == []


# --- errors of our own ----------------------------------------------------------------------------------------------


@pytest.fixture
def broken(tmp_path: Path, site: Site) -> tuple[Path, dict[str, str]]:
    """Lay out a claims file, and an environment in which no worker comes up: what reads pages is a broken module."""
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules" / "trafilatura.py").write_text("raise SystemExit(9)\n", "utf-8")
    sources = {"gone": site.url("/gone.html"), "herald": site.url("/ferry.html", host="localhost")}
    (tmp_path / "ferry.yaml").write_text(claims_file(sources, {"id": "cracks", "text": SUPPORTED}), "utf-8")
    return tmp_path, {"PYTHONPATH": str(tmp_path / "modules")}


def test_an_error_of_ours_is_never_a_finding(
    claimcheck: Claimcheck, broken: tuple[Path, dict[str, str]]
) -> None:
    """Exit code 3, whatever --exit-zero says; standard error says what failed, and the report so far is kept."""
    folder, variables = broken
    options = ("--allow-private", "--exit-zero", "-f", "json")
    result = claimcheck("verify", "ferry.yaml", *options, cwd=folder, env=variables)

    report = json.loads(result.out)
    assert (result.code, report["exit_code"], report["interrupted"]) == (3, 3, False)
    assert result.err.startswith("claimcheck: the process that reads pages does not start\n  hint: ")
    sources = {one["id"]: one["reason"] for one in report["files"][0]["sources"]}
    assert sources["herald"] == "not-fetched"
    assert report["files"][0]["claims"][0]["verdict"] == "unchecked"


def test_an_error_of_ours_is_no_mistake_of_the_user(
    claimcheck: Claimcheck, site: Site, broken: tuple[Path, dict[str, str]]
) -> None:
    """`text` ends with 3 as well, not with the 2 of a bad option."""
    folder, variables = broken
    result = claimcheck("text", site.url("/ferry.html"), "--allow-private", cwd=folder, env=variables)

    assert (result.code, result.out) == (3, "")
    assert "does not start" in result.err


def test_a_terminal_that_is_closed_costs_no_report(start: Start, slow: Path) -> None:
    """Its window was: nobody is there to see how far the run is, and the file is written all the same."""
    terminal, theirs = os.openpty()
    process = start(
        "verify",
        "ferry.yaml",
        "--allow-private",
        "-f",
        "json",
        "-o",
        "run.json",
        "--timeout",
        "3",
        cwd=slow,
        stderr=theirs,
    )
    os.close(theirs)
    shown = ""
    while "1 of 2 pages" not in shown:
        shown += os.read(terminal, 1024).decode()
    os.close(terminal)
    process.communicate(timeout=LONGEST_S)

    assert process.returncode == 4  # the slow page timed out
    assert json.loads((slow / "run.json").read_text("utf-8"))["exit_code"] == 4


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_after_the_last_page_costs_no_report(start: Start, slow: Path, kind: signal.Signals) -> None:
    """Nothing is left then but to write down what was found."""
    signals = f"""import os, claimcheck.pipeline as pipeline
whole = pipeline._judgements
def late(*given):
    os.kill(os.getpid(), {int(kind)})
    return whole(*given)
pipeline._judgements = late
from claimcheck.__main__ import main
import sys
sys.exit(main())
"""
    (slow / "late.py").write_text(signals, "utf-8")
    process = subprocess.run(
        [sys.executable, "late.py", "links", "ferry.yaml", "--offline", "-f", "json"],
        cwd=slow, env=environment(), capture_output=True, timeout=LONGEST_S, check=False,
    )  # fmt: skip
    assert (process.returncode, process.stderr) == (4, b"")
    assert json.loads(process.stdout)["exit_code"] == 4


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_report_that_cannot_be_written_hides_no_interruption(start: Start, slow: Path, site: Site) -> None:
    """130 outranks 2, and both are told."""
    process = start(
        "verify", "ferry.yaml", "--allow-private", "-q", "-f", "json", "-o", "/dev/full", cwd=slow
    )
    wait_until(lambda: f"/{slow.name}.html" in site.requests)
    press_ctrl_c(process)
    out, err = process.communicate(timeout=SOON_S)
    assert (process.returncode, json.loads(out)["exit_code"]) == (130, 130)
    assert b"/dev/full cannot be written" in err
