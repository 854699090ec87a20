"""The command `claimcheck`, and `python -m claimcheck`: the only place that turns errors into exit codes."""

import os
import signal
import sys

OK, USAGE, INTERNAL, INTERRUPTED = 0, 2, 3, 130  # ExitCode's, without waiting for the model to load


def main() -> None:
    """Run a command and exit."""
    try:
        _open_missing_streams()
        code = _run()
    except KeyboardInterrupt:  # while modules were loaded; once pages are fetched, a report follows
        code = INTERRUPTED
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C has nothing left to stop but Python's own end
    sys.exit(code)


def _run() -> int:
    import typer  # noqa: PLC0415 - what takes time is loaded where Ctrl-C is caught

    from claimcheck.cli.app import app  # noqa: PLC0415
    from claimcheck.errors import ClaimsFileError, SettingsError, UsageError  # noqa: PLC0415

    try:
        return int(app(standalone_mode=False, prog_name="claimcheck") or 0)
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        _show_usage(error.format_message(), context.command_path if context else "claimcheck")
        return USAGE
    except typer.Abort:
        return INTERRUPTED
    except (ClaimsFileError, SettingsError, UsageError) as error:
        _show(str(error), error.hint, "" if isinstance(error, ClaimsFileError) else "claimcheck: ")
        return USAGE
    except SystemExit:  # typer's, where the reader of standard output left
        return INTERNAL if _has_begun() else OK
    except Exception as error:  # noqa: BLE001 - a crash must not look like a finding
        return _end_by(error)


def _end_by(error: Exception) -> int:
    if isinstance(error, OSError) and not _has_begun():  # typer wrote --help or --version to a full disk
        from claimcheck.cli.streams import silence_stdout  # noqa: PLC0415

        silence_stdout()
        _show(f"standard output cannot be written: {(error.strerror or str(error)).lower()}")
        return USAGE
    from claimcheck.cli.checking import show_crash  # noqa: PLC0415

    show_crash(error)
    return INTERNAL


def _open_missing_streams() -> None:
    """Stand in for streams that the caller closed, lest a socket become standard output; writing a report fails then."""
    for name, mode, flags in (
        ("stdin", "r", os.O_RDONLY),
        ("stdout", "w", os.O_RDONLY),
        ("stderr", "w", os.O_WRONLY),
    ):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, flags), mode))


def _has_begun() -> bool:
    """Say whether a command of ours was run: each of them imports the pipeline."""
    return "claimcheck.pipeline" in sys.modules


def _show_usage(message: str, command: str) -> None:
    from claimcheck.cli.streams import write_error  # noqa: PLC0415

    if message.startswith("Usage: "):  # nothing was asked for: this is the whole help
        write_error(message)
    else:
        _show(message, f"see `{command} --help`")


def _show(message: str, hint: str | None = None, prefix: str = "claimcheck: ") -> None:
    """Print what stops a run; a mistake in a file begins with its place, and needs no prefix."""
    from claimcheck.cli.streams import write_error  # noqa: PLC0415
    from claimcheck.report.sanitise import sanitise  # noqa: PLC0415

    write_error(prefix + "\n".join(map(sanitise, message.splitlines())))
    if hint:
        write_error(f"  hint: {sanitise(hint)}")


if __name__ == "__main__":
    main()
