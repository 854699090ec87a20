"""How pages are fetched: limits of time and size, politeness, and what may be reached."""

from dataclasses import dataclass
from pathlib import Path

from claimcheck import __version__
from claimcheck.errors import UsageError
from claimcheck.fetch.headers import HostHeaders
from claimcheck.fetch.proxies import DIRECT, Proxies

USER_AGENT = f"claimcheck/{__version__} (+link checker for citations)"


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """Limits of a run's fetching; sizes are in bytes."""

    timeout_s: float = 20.0
    """For one whole exchange: look-up, redirects and body."""
    jobs: int = 32
    """Exchanges at once, over all hosts; also the number of bodies in memory."""
    per_host: int = 2
    spacing_s: float = 0.05
    """Between an exchange with a host and the next one in its place."""
    allow_private: bool = False
    """Reach loopback and private addresses too."""
    user_agent: str = USER_AGENT
    ca_bundle: Path | None = None
    """PEM certificates to trust in place of the bundled ones."""
    proxies: Proxies = DIRECT
    headers: tuple[HostHeaders, ...] = ()
    """The user's own, each for its host alone."""
    control_host: str = "example.org"
    """Asked for when no host resolved, to tell dead hosts from a machine without a network."""
    max_wire_bytes: int = 5_000_000
    max_body_bytes: int = 20_000_000
    """After content decoding."""
    max_redirects: int = 20
    attempts: int = 3
    backoff_s: float = 0.5
    """Before the second attempt, on average; doubled before each further one."""
    longest_wait_s: float = 10.0
    """A server that asks for a longer wait is not asked again."""

    def __post_init__(self) -> None:
        if not (self.user_agent.isascii() and self.user_agent.isprintable()):
            raise UsageError(
                f"the user agent {self.user_agent!r} cannot be sent", hint="use printable ASCII characters"
            )
