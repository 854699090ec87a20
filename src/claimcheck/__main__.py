"""The command `claimcheck`, and `python -m claimcheck`: the only place that turns errors into exit codes."""

import sys

import typer

from claimcheck.cli.app import app
from claimcheck.errors import ClaimcheckError

USAGE, INTERNAL, INTERRUPTED = 2, 3, 130  # ExitCode's, without waiting for the model to load


def main() -> None:
    """Run a command and exit."""
    sys.exit(_run())


def _run() -> int:
    try:
        return int(app(standalone_mode=False, prog_name="claimcheck") or 0)
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "claimcheck"
        sys.stderr.write(f"claimcheck: {error.format_message()}\n  hint: see `{command} --help`\n")
        return USAGE
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except ClaimcheckError as error:
        _show(error)
        return USAGE
    except Exception as error:  # noqa: BLE001 - a crash must not look like a finding
        from claimcheck.cli.checking import show_crash  # noqa: PLC0415

        show_crash(error)
        return INTERNAL


def _show(error: ClaimcheckError) -> None:
    from claimcheck.cli.streams import write_error  # noqa: PLC0415
    from claimcheck.report.sanitise import sanitise  # noqa: PLC0415

    lines = [sanitise(line) for line in str(error).splitlines()]
    # a mistake in a file already begins with its place
    prefix = "" if type(error).__name__ == "ClaimsFileError" else "claimcheck: "
    write_error(prefix + "\n".join(lines))
    if error.hint:
        write_error(f"  hint: {sanitise(error.hint)}")


if __name__ == "__main__":
    main()
