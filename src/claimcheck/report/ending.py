"""How a report ends: how many there are of each word, and why the run has its exit code."""

from claimcheck.model import Reason, Report, State
from claimcheck.report.problems import Problem, explain_exit
from claimcheck.report.summary import Summary, accepted_claims, accepted_sources, all_sources, summarise
from claimcheck.report.words import plural, tally


def describe_ending(report: Report, problems: tuple[Problem, ...]) -> list[str]:
    """List the counts, and last the exit code with its reason; `problems` are those of the report."""
    outcome = f"exit code {report.exit_code}: {explain_exit(report, problems)}"
    summary = summarise(report)
    claims = tally(summary.claims, accepted_claims(report))
    count = sum(summary.claims.values())
    counts = [f"{plural(count, 'claim')}: {claims}"] if count else []
    return [*counts, _counts_of_sources(report, summary), outcome]


def _counts_of_sources(report: Report, summary: Summary) -> str:
    """Count the states, those that nobody asked for apart, and the sources that there is something to say of."""
    sources = list(all_sources(report))
    unasked = sum(one.reason is Reason.NOT_FETCHED and not one.accepted for one in sources)
    warned = sum(bool(one.warnings) for one in sources)
    counts = dict(summary.sources)
    counts[State.UNREACHABLE] -= unasked
    told = [
        tally(counts, accepted_sources(report)),
        f"{unasked:,} not fetched" if unasked else "",
        f"{warned:,} with a warning" if warned else "",
    ]
    return f"{plural(len(sources), 'source')}: {', '.join(filter(None, told)) or 'none'}"
