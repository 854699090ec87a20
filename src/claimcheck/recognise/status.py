"""What a server's status makes of its source, and for every reason a sentence on what was seen and what to do."""

from claimcheck.model import Reason

_BY_STATUS = {
    206: Reason.DAMAGED,
    401: Reason.HTTP_401,
    402: Reason.PAYWALL,
    403: Reason.HTTP_403,
    404: Reason.HTTP_404,
    410: Reason.HTTP_410,
    429: Reason.HTTP_429,
    451: Reason.HTTP_451,
}
LONGEST_WAIT_S = 10_000_000.0
"""A wait of more seconds, some four months, is not meant."""
_SAVE = "open it by hand, save the page and name the file as `snapshot:`."
_DETAILS = {
    Reason.HTTP_401: "The server asks for a name and password; save the page and name the file as `snapshot:`.",
    Reason.PAYWALL: f"The page shows a headline and a teaser to those who do not pay; {_SAVE}",
    Reason.HTTP_403: f"The server refuses programs, not the page: {_SAVE}",
    Reason.HTTP_404: "The server says that there is no such page; look for its new address or an archived copy.",
    Reason.HTTP_410: "The server says that the page was removed; look for an archived copy.",
    Reason.HTTP_429: "The server says that it is asked too often; try again later.",
    Reason.HTTP_451: "The page is not shown here, for legal reasons or in this part of the world; save it elsewhere and name the file as `snapshot:`.",
    Reason.HTTP_4XX: "The server refuses the request; open the page by hand to see why.",
    Reason.HTTP_5XX: "The server fails; try again later.",
    Reason.SOFT_404: "The server answers, but what was asked for is not there; look for its new address or an archived copy.",
    Reason.PARKED: "The domain is for sale, expired or not in use: the site is gone; look for an archived copy.",
    Reason.FRONT_PAGE: "The address leads to a front or section page, not to the article; look for its new address or an archived copy.",
    Reason.BOT_CHALLENGE: f"The page is blocked by a check for robots; {_SAVE}",
    Reason.CONSENT_WALL: f"The page shows nothing but a choice about cookies; {_SAVE}",
    Reason.LOGIN_WALL: f"The page is shown to those alone who log in; {_SAVE}",
    Reason.DAMAGED: "The server sent a part of the page, though all of it was asked for; try again.",
    Reason.EMPTY: "The page shows no article: it is empty, or its server fails at the moment; try again later.",
    Reason.SCRIPT_ONLY: "The page shows its text only where scripts run; save it from a browser and name the file as `snapshot:`.",
}
_UNPAID = f"The server wants to be paid for the page; {_SAVE}"
"""Of a paywall that a status tells of: whatever the page shows was not looked at."""


def reason_of_status(status: int) -> Reason | None:
    """Give the reason why an answer with this status is no page; nothing where it may be one."""
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if 500 <= status < 600:
        return Reason.HTTP_5XX
    return Reason.HTTP_4XX if status >= 400 else None  # 999 is how some refuse robots


def detail_of(reason: Reason, status: int, wait_s: float | None = None) -> str:
    """Say what was seen and what to do; the status is told where it is one of trouble, and how long the server wants to be left alone."""
    detail = _DETAILS[reason]
    if status >= 400:
        detail = f"HTTP {status}. {_UNPAID if reason is Reason.PAYWALL else detail}"
    if wait_s is None or not 60 <= wait_s < LONGEST_WAIT_S:
        return detail
    return f"{detail} It asks to be left alone for {_in_words(int(wait_s))}."


def _in_words(seconds: int) -> str:
    """Write a time in the largest unit of which there are two."""
    return next(
        (
            f"{seconds // unit} {name}"
            for unit, name in ((86400, "days"), (3600, "hours"))
            if seconds >= 2 * unit
        ),
        f"{seconds // 60} min",
    )
