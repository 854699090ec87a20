"""Check that the pages an explainer cites really say what its key takeaways claim.

    import claimcheck

    report = claimcheck.verify("claims/")
    for file in report.files:
        for claim in file.claims:
            print(claim.verdict, claim.text)

`verify` gives a `Report`; everything in it is a frozen dataclass or an enum, all of them named here.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "Acceptance",
    "CheckedClaim",
    "CheckedFile",
    "ClaimVerdict",
    "ClaimWarning",
    "ClaimcheckError",
    "ClaimsFileError",
    "Evidence",
    "ExitCode",
    "FailOn",
    "Finding",
    "Mismatch",
    "MismatchKind",
    "Mistake",
    "Policy",
    "QuoteResult",
    "Reason",
    "Report",
    "SettingsError",
    "Source",
    "SourceWarning",
    "Span",
    "State",
    "UsageError",
    "Verdict",
    "Via",
    "__version__",
    "verify",
]

if TYPE_CHECKING:
    from claimcheck.api import verify
    from claimcheck.errors import ClaimcheckError, ClaimsFileError, Mistake, SettingsError, UsageError
    from claimcheck.model import (
        Acceptance,
        CheckedClaim,
        CheckedFile,
        ClaimVerdict,
        ClaimWarning,
        Evidence,
        ExitCode,
        FailOn,
        Finding,
        Mismatch,
        MismatchKind,
        Policy,
        QuoteResult,
        Reason,
        Report,
        Source,
        SourceWarning,
        Span,
        State,
        Verdict,
        Via,
    )

_ERRORS = frozenset(["ClaimcheckError", "ClaimsFileError", "Mistake", "SettingsError", "UsageError"])


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for: `claimcheck --help` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "api" if name == "verify" else "errors" if name in _ERRORS else "model"
    return getattr(import_module(f"{__name__}.{home}"), name)
