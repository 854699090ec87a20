"""`text` and `schema`: what the tool reads on a page, and what its files look like."""

import json
import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from claimcheck.claims.schema import claims_schema
from claimcheck.cli.streams import is_terminal, working_folder, write_error, write_out
from claimcheck.configuration import read_configuration
from claimcheck.errors import UsageError
from claimcheck.model import ExitCode, Source, State
from claimcheck.pipeline import read_page
from claimcheck.report.json import source_object
from claimcheck.report.sanitise import sanitise
from claimcheck.report.schema import report_schema
from claimcheck.settings import merge
from claimcheck.urls import is_http_url

_NO_URL = "https://example.invalid/"


def print_text(target: str, command_line: Mapping[str, object], *, config: str | None, as_json: bool) -> int:
    """Run `claimcheck text` and give its exit code: 0 where the page is read, 1 where it is dead, else 4."""
    offline = {} if is_http_url(target) else {"offline": True}
    settings = merge({**command_line, **offline}, read_configuration(config, working_folder()))
    if is_http_url(target):
        read = read_page(target, None, settings)
    elif _is_file(target):
        read = read_page(_NO_URL, target, settings)
        read = replace(read, source=replace(read.source, url=target))
    else:
        raise UsageError(
            f"{target!r} is neither an http(s) URL nor a file", hint="a URL begins with https:// or http://"
        )
    if as_json:
        write_out(
            [json.dumps({**source_object(read.source), "text": read.text}, ensure_ascii=True, indent=2), "\n"]
        )
    elif told := read.text or read.shown:
        write_out(
            [sanitise(told, keep_newlines=True) if is_terminal() else told, "\n"],
            encoding=None if is_terminal() else "utf-8",
        )
    if read.trouble is not None:
        write_error(f"claimcheck: {sanitise(read.trouble)}")
    if read.shown and not (read.text or as_json):
        write_error("claimcheck: that is all that the page shows; no claim is held against it")
    return _exit_code(read.source, target)


def _is_file(target: str) -> bool:
    try:
        return stat.S_ISREG(Path(target).stat().st_mode)
    except PermissionError as error:
        raise UsageError(
            f"{target} cannot be read: {str(error.strerror).lower()}",
            hint="check its permissions and its folder's",
        ) from error
    except (OSError, ValueError):  # no such file, or no path at all
        return False


def print_schema(of: str) -> int:
    """Run `claimcheck schema` and give its exit code."""
    schemas = {"claims": claims_schema, "report": report_schema}
    if of not in schemas:
        raise UsageError(f"there is no schema of {of!r}", hint=f"there are: {', '.join(schemas)}")
    write_out([json.dumps(schemas[of](), indent=2, ensure_ascii=True), "\n"])
    return ExitCode.OK


def _exit_code(source: Source, target: str) -> int:
    if source.state is State.OK:
        return ExitCode.OK
    write_error(
        f"claimcheck: {sanitise(target)} is {source.state} ({source.reason}): {sanitise(source.detail or '')}"
    )
    return ExitCode.FINDINGS if source.state is State.DEAD else ExitCode.INCOMPLETE
