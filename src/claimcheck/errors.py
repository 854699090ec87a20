"""Errors that stop a run.

ClaimcheckError
├── UsageError           a bad option, nothing to check, an output that cannot be written   (exit code 2)
├── ClaimsFileError      one or more claims files are wrong: every mistake, with its place  (exit code 2)
├── SettingsError        a configuration file is wrong                                     (exit code 2)
└── WorkerFailedError    the processes that read pages do not start, or failed             (exit code 3)

A source that fails is no error: it is a value (`claimcheck.model.Source`), and the run goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass


class ClaimcheckError(Exception):
    """A run cannot go on; `hint` says what to do next."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        """Keep the sentence and, where there is one, the next step."""
        super().__init__(message)
        self.hint = hint


class UsageError(ClaimcheckError):
    """The command line asks for something that cannot be done."""


class SettingsError(ClaimcheckError):
    """A configuration file or an environment variable is wrong."""


class WorkerFailedError(ClaimcheckError):
    """A worker cannot be started, or our own code failed in it."""


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake in a claims file, at a place counted from 1."""

    path: str
    line: int
    column: int
    message: str
    hint: str | None = None

    def __str__(self) -> str:
        """Show `path:line:column: message (hint)`."""
        where = f"{self.path}:{self.line}:{self.column}: {self.message}"
        return f"{where} ({self.hint})" if self.hint else where


class ClaimsFileError(ClaimcheckError):
    """Claims files are wrong: all mistakes of all files, in order."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        """Keep every mistake; the message lists them one a line."""
        self.mistakes = tuple(sorted(mistakes))
        super().__init__("\n".join(map(str, self.mistakes)))
