"""What is read, before and where nothing comes of it. Light: the run handles these, its workers do the reading."""

from dataclasses import dataclass

from claimcheck.model import Reason


@dataclass(frozen=True, slots=True)
class Body:
    """What a server or a file gave, before anything was made of it."""

    content: bytes
    content_type: str | None
    charset: str | None
    url: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a body has no text to judge; `reason` is one of the state `unreadable`."""

    reason: Reason
    detail: str
    shown: str | None = None
    """The text of a page that is no article, for who asks what it shows; no claim is held against it."""
