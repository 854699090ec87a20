"""The command as its users start it: a process of its own, on a real web server on loopback."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from claimcheck.__main__ import main

from .site import Site, serving

COMMAND = (sys.executable, "-m", "claimcheck")
LONGEST_S = 60
_OF_THE_USER = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM", "PYTHONIOENCODING", "PYTHONUTF8")

FERRY = """\
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Ferry taken out of service</title></head>
<body>
<nav><a href="/">Home</a> <a href="/sport/">Sport</a> <a href="/weather/">Weather</a></nav>
<article>
<h1>Ferry taken out of service</h1>
<p>The harbour office has withdrawn the ferry Osprey from service after divers found cracks in its hull during a routine
inspection on Monday.</p>
<p>Until the ship is repaired, 340 commuters a day will be taken round the bay by bus, free of charge.</p>
<p>“We would have liked to tell people earlier than at the quay,” said the harbour master, Iven Strand.</p>
</article>
<footer>Tarnock Herald, Quay Street</footer>
</body>
</html>
"""
SUPPORTED = "Divers found cracks in the hull of the ferry Osprey during a routine inspection."
CONTRADICTED = "Until the ship is repaired, 610 commuters a day will be taken round the bay by bus."
ABSENT = "A volcano under the glacier melted eleven railway bridges."


@dataclass(frozen=True)
class Result:
    """What a finished process left behind."""

    code: int
    out: str
    err: str


Claimcheck = Callable[..., Result]


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give the environment of a user who has set nothing."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_THE_USER}
    return {**kept, **(changes or {})}


@pytest.fixture(scope="session")
def claimcheck() -> Claimcheck:
    """Run a command to its end; nothing it prints is a terminal."""

    def start(
        *arguments: str, cwd: Path, stdin: str = "", env: Mapping[str, str] | None = None, **more: Any
    ) -> Result:
        done = subprocess.run(
            [*COMMAND, *arguments],
            cwd=cwd, env=environment(env), input=stdin.encode(), capture_output=True, timeout=LONGEST_S, check=False,
            **more,
        )  # fmt: skip
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return start


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Claimcheck]:
    """Run a command to its end in this process, for long tables: the same entry point, without a second's start."""

    def start(*arguments: str, cwd: Path) -> Result:
        monkeypatch.setattr(sys, "argv", ["claimcheck", *arguments])
        monkeypatch.chdir(cwd)
        with pytest.raises(SystemExit) as ended:
            main()
        assert isinstance(ended.value.code, int)
        return Result(ended.value.code, *capfd.readouterr())

    for name in _OF_THE_USER:
        monkeypatch.delenv(name, raising=False)
    # the command ignores them from its report on, and so would every process that a later test starts
    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield start
    for one, handler in before.items():
        signal.signal(one, handler)


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """Serve an article at `/ferry.html`."""
    with serving() as made:
        made.put("/ferry.html", FERRY)
        yield made


def claims_file(sources: Mapping[str, str], *claims: Mapping[str, Any]) -> str:
    """Write a claims file as JSON, which is YAML; `sources` are ids and URLs."""
    return json.dumps({"version": 1, "title": "The ferry", "sources": sources, "claims": claims}, indent=1)
