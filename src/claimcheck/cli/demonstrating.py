"""`demo`: the whole way, on bundled pages that a real server on this machine serves."""

from pathlib import Path
from tempfile import TemporaryDirectory

from claimcheck.claims.load import read_claims_file
from claimcheck.cli.checking import Outlet, show_crash
from claimcheck.cli.progress import ProgressLine, observer
from claimcheck.cli.streams import write_error, write_out
from claimcheck.demo.expected import deviations
from claimcheck.demo.server import serve
from claimcheck.demo.story import NEXT_STEPS, claims_text
from claimcheck.fetch.options import FetchOptions
from claimcheck.model import ExitCode
from claimcheck.pipeline import run
from claimcheck.report import Format
from claimcheck.settings import Settings


def show_demo(*, verbose: bool) -> int:
    """Run `claimcheck demo`; the exit code says whether every verdict is the expected one, not what the verdicts are."""
    line = ProgressLine()
    # another port the next time: nothing is worth keeping
    with serve() as port, TemporaryDirectory() as cache:
        file = read_claims_file("demo/claims.yaml", claims_text(port), exists=lambda _: False)
        try:
            settings = Settings(fetch=FetchOptions(allow_private=True), cache_dir=Path(cache))
            outcome = run([file], settings, observe=observer(line, quiet=False))
        finally:
            line.wipe()
    Outlet(Format.TERMINAL, None, (), quiet=False, verbose=verbose).write(outcome.report)
    if outcome.report.interrupted:
        return ExitCode.INTERRUPTED
    if outcome.crash is not None:
        show_crash(outcome.crash)
        return ExitCode.INTERNAL
    wrong = deviations(outcome.report.files[0])
    for sentence in wrong:
        write_error(f"claimcheck demo: {sentence}")
    write_out([f"\n{NEXT_STEPS}"])
    return ExitCode.INTERNAL if wrong else ExitCode.OK
