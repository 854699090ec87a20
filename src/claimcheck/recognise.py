"""What a server's answer makes of its source: readable, dead, blocked or unreachable."""

from claimcheck.model import Reason

_BY_STATUS = {
    401: Reason.HTTP_401,
    402: Reason.PAYWALL,
    403: Reason.HTTP_403,
    404: Reason.HTTP_404,
    410: Reason.HTTP_410,
    429: Reason.HTTP_429,
    451: Reason.HTTP_451,
}
_DETAILS = {
    Reason.HTTP_401: "The server asks for a name and password; save the page and name the file as `snapshot:`.",
    Reason.PAYWALL: "The server asks for payment; save the page and name the file as `snapshot:`.",
    Reason.HTTP_403: "The server refuses programs, not the page: open it by hand, save it and name the file as `snapshot:`.",
    Reason.HTTP_404: "The server says that there is no such page; look for its new address or an archived copy.",
    Reason.HTTP_410: "The server says that the page was removed; look for an archived copy.",
    Reason.HTTP_429: "The server says that it is asked too often, and kept saying so; try again later.",
    Reason.HTTP_451: "The server may not show the page for legal reasons; save it elsewhere and name the file as `snapshot:`.",
    Reason.HTTP_4XX: "The server refuses the request; open the page by hand to see why.",
    Reason.HTTP_5XX: "The server fails, and kept failing; try again later.",
}


def reason_of_status(status: int) -> Reason | None:
    """Give the reason why an answer with this status is no page; nothing where it may be one."""
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if 400 <= status < 500:
        return Reason.HTTP_4XX
    return Reason.HTTP_5XX if status >= 500 else None


def detail_of(reason: Reason, status: int) -> str:
    """Say in a sentence what was seen and what to do."""
    return f"HTTP {status}. {_DETAILS[reason]}"
