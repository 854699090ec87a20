"""The commands with their options. Nothing heavy is imported here: `--help` must be instant."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from claimcheck import __version__
from claimcheck.cli.command import Command

app = typer.Typer(
    name="claimcheck",
    help="Check that the pages an explainer cites really say what its key takeaways claim.",
    epilog="A verdict is about text: it says what a page states, never that a claim is true.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _number(text: str) -> float | str:
    """Read a number; what is none stays as it is, and its setting says what is allowed."""
    for kind in (int, float):
        with suppress(ValueError):
            return kind(text)
    return text


Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Claims files or folders; - is standard input.  [default: claims/]", show_default=False)]  # fmt: skip
FormatName = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="Format of standard output: terminal, json.")]  # fmt: skip
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report there, not to standard output.")]  # fmt: skip
MoreReports = Annotated[list[str] | None, typer.Option("--report", metavar="FORMAT=FILE", help="Write a further report of the same run; may be repeated.")]  # fmt: skip
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Show problems and the summary alone; no progress.")
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say why, claim by claim: coverage, missing words, details compared; and how each page was reached.")]  # fmt: skip
ClaimIds = Annotated[list[str] | None, typer.Option("--claim", metavar="ID", help="Check this claim alone; may be repeated.")]  # fmt: skip
SourceIds = Annotated[list[str] | None, typer.Option("--source", metavar="ID", help="Check this source alone; may be repeated.")]  # fmt: skip
MinSources = Annotated[int | None, typer.Option(metavar="N", parser=_number, help="Independent sources that must support a claim.  [default: 1]", show_default=False)]  # fmt: skip
Offline = Annotated[bool | None, typer.Option("--offline/--no-offline", help="Fetch nothing; read the saved copies (snapshot:) alone.", show_default=False)]  # fmt: skip
FailOnWords = Annotated[list[str] | None, typer.Option("--fail-on", metavar="LIST", help="Words that fail the run (exit code 1), with commas or repeated; none for no word.  [default: dead, contradicted, disputed, not_found, too_few_sources, missing_quote, changed, lost]", show_default=False)]  # fmt: skip
LinksFailOnWords = Annotated[list[str] | None, typer.Option("--fail-on", metavar="LIST", help="Words about sources that fail the run (exit code 1), with commas or repeated; none for no word.  [default: dead]", show_default=False)]  # fmt: skip
LinksVerbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say all that is known of each source.")]
ExitZero = Annotated[bool | None, typer.Option("--exit-zero/--no-exit-zero", help="Exit with 0 in place of 1 and 4.", show_default=False)]  # fmt: skip
Timeout = Annotated[float | None, typer.Option("--timeout", metavar="S", parser=_number, help="Seconds for a whole exchange.  [default: 20]", show_default=False)]  # fmt: skip
Jobs = Annotated[int | None, typer.Option(metavar="N", parser=_number, help="Exchanges at once.  [default: 32]", show_default=False)]  # fmt: skip
PerHost = Annotated[int | None, typer.Option(metavar="N", parser=_number, help="Exchanges at once with one host.  [default: 2]", show_default=False)]  # fmt: skip
AllowPrivate = Annotated[bool | None, typer.Option("--allow-private/--no-allow-private", help="Reach loopback and private addresses too.", show_default=False)]  # fmt: skip
UserAgent = Annotated[str | None, typer.Option(metavar="TEXT", help=f"What to call ourselves.  [default: claimcheck/{__version__} …]", show_default=False)]  # fmt: skip
ControlHost = Annotated[str | None, typer.Option(metavar="HOST", help="Host name that tells an offline machine from dead hosts.  [default: example.org]", show_default=False)]  # fmt: skip
ProxyUrl = Annotated[str | None, typer.Option("--proxy", metavar="URL", help="Go through this http or https proxy; env: through the one that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name.  [default: none, whatever the environment says]", show_default=False)]  # fmt: skip
CaBundle = Annotated[Path | None, typer.Option("--ca-bundle", metavar="FILE", help="Trust these PEM certificates.  [default: those that come with certifi]", show_default=False)]  # fmt: skip
CacheDir = Annotated[Path | None, typer.Option("--cache-dir", metavar="DIR", help="Where pages are cached.  [default: this platform's place]", show_default=False)]  # fmt: skip
Refresh = Annotated[
    bool | None, typer.Option("--refresh/--no-refresh", help="Ignore the cache.", show_default=False)
]
Probe = Annotated[bool | None, typer.Option("--probe/--no-probe", help="Ask a host for a random page, to know its error pages.  [default: --probe]", show_default=False)]  # fmt: skip
Archive = Annotated[bool | None, typer.Option("--archive/--no-archive", help="Read archived captures of pages that cannot be read.", show_default=False)]  # fmt: skip
ArchiveUrl = Annotated[str | None, typer.Option(metavar="URL", help="Archive that --archive asks.  [default: https://web.archive.org]", show_default=False)]  # fmt: skip
Config = Annotated[str | None, typer.Option(metavar="FILE", help="Configuration file.  [default: claimcheck.toml, or [tool.claimcheck] in pyproject.toml]", show_default=False)]  # fmt: skip


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", help="Show the version and exit.", callback=_show_version, is_eager=True
        ),
    ] = False,
) -> None:
    pass


def _joined(words: list[str] | None) -> str | None:
    """Give the lists of a repeated option as one."""
    return None if words is None else ",".join(words)


@app.command(cls=Command)
def verify(
    paths: Paths = None,
    format_name: FormatName = "terminal",
    output: Output = None,
    report: MoreReports = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    claim: ClaimIds = None,
    source: SourceIds = None,
    min_sources: MinSources = None,
    offline: Offline = None,
    fail_on: FailOnWords = None,
    exit_zero: ExitZero = None,
    timeout: Timeout = None,
    jobs: Jobs = None,
    per_host: PerHost = None,
    allow_private: AllowPrivate = None,
    user_agent: UserAgent = None,
    control_host: ControlHost = None,
    proxy: ProxyUrl = None,
    ca_bundle: CaBundle = None,
    cache_dir: CacheDir = None,
    refresh: Refresh = None,
    probe: Probe = None,
    archive: Archive = None,
    archive_url: ArchiveUrl = None,
    config: Config = None,
) -> int:
    """Check claims against the pages that they cite."""
    from claimcheck.cli import checking  # noqa: PLC0415 - --help must not wait for it

    settings = dict(
        min_sources=min_sources, offline=offline, fail_on=_joined(fail_on), exit_zero=exit_zero, timeout_s=timeout, jobs=jobs,
        per_host=per_host, allow_private=allow_private, user_agent=user_agent, control_host=control_host, proxy=proxy,
        ca_bundle=ca_bundle, cache_dir=cache_dir, refresh=refresh, probe=probe, archive=archive,
        archive_url=archive_url,
    )  # fmt: skip
    outlet = checking.Outlet.of(format_name, output, report or [], quiet=quiet, verbose=verbose)
    return checking.verify(
        paths or [], outlet, settings, config=config, claims=claim or [], sources=source or []
    )


@app.command(cls=Command)
def links(
    paths: Paths = None,
    format_name: FormatName = "terminal",
    output: Output = None,
    report: MoreReports = None,
    quiet: Quiet = False,
    verbose: LinksVerbose = False,
    source: SourceIds = None,
    offline: Offline = None,
    fail_on: LinksFailOnWords = None,
    exit_zero: ExitZero = None,
    timeout: Timeout = None,
    jobs: Jobs = None,
    per_host: PerHost = None,
    allow_private: AllowPrivate = None,
    user_agent: UserAgent = None,
    control_host: ControlHost = None,
    proxy: ProxyUrl = None,
    ca_bundle: CaBundle = None,
    cache_dir: CacheDir = None,
    refresh: Refresh = None,
    probe: Probe = None,
    archive: Archive = None,
    archive_url: ArchiveUrl = None,
    config: Config = None,
) -> int:
    """Check the sources alone; no claim is matched."""
    from claimcheck.cli import checking  # noqa: PLC0415

    settings = dict(
        offline=offline, fail_on=_joined(fail_on), exit_zero=exit_zero, timeout_s=timeout, jobs=jobs, per_host=per_host,
        allow_private=allow_private, user_agent=user_agent, control_host=control_host, proxy=proxy, ca_bundle=ca_bundle,
        cache_dir=cache_dir, refresh=refresh, probe=probe, archive=archive, archive_url=archive_url,
    )  # fmt: skip
    outlet = checking.Outlet.of(format_name, output, report or [], quiet=quiet, verbose=verbose)
    return checking.check_links(paths or [], outlet, settings, config=config, sources=source or [])


@app.command(cls=Command)
def text(
    target: Annotated[str, typer.Argument(metavar="URL-or-FILE", help="A page, or a saved copy of one.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print state, reason and metadata too.")] = False,
    offline: Offline = None,
    timeout: Timeout = None,
    allow_private: AllowPrivate = None,
    user_agent: UserAgent = None,
    control_host: ControlHost = None,
    proxy: ProxyUrl = None,
    ca_bundle: CaBundle = None,
    cache_dir: CacheDir = None,
    refresh: Refresh = None,
    probe: Probe = None,
    archive: Archive = None,
    archive_url: ArchiveUrl = None,
    config: Config = None,
) -> int:
    """Print the text that is read on a page."""
    from claimcheck.cli import reading  # noqa: PLC0415

    settings = dict(
        offline=offline, timeout_s=timeout, allow_private=allow_private, user_agent=user_agent, control_host=control_host,
        proxy=proxy, ca_bundle=ca_bundle, cache_dir=cache_dir, refresh=refresh, probe=probe, archive=archive,
        archive_url=archive_url,
    )  # fmt: skip
    return reading.print_text(target, settings, config=config, as_json=as_json)


@app.command(cls=Command)
def report(
    run: Annotated[
        str, typer.Argument(metavar="RUN.json", help="A report saved with -f json; - is standard input.")
    ],
    format_name: FormatName = "terminal",
    output: Output = None,
    report: MoreReports = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Render a saved report again; fetch nothing."""
    from claimcheck.cli import checking  # noqa: PLC0415

    outlet = checking.Outlet.of(format_name, output, report or [], quiet=quiet, verbose=verbose)
    return checking.render_again(run, outlet)


@app.command(cls=Command)
def schema(
    of: Annotated[str, typer.Argument(metavar="claims|report", help="What the schema describes.")],
) -> int:
    """Print the JSON Schema of claims files or of reports."""
    from claimcheck.cli import reading  # noqa: PLC0415

    return reading.print_schema(of)


@app.command(cls=Command)
def demo(
    verbose: Verbose = False,
) -> int:
    """Show the whole way on bundled pages."""
    from claimcheck.cli import demonstrating  # noqa: PLC0415

    return demonstrating.show_demo(verbose=verbose)
