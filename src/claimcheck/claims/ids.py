"""Derives the ids of sources from their hosts and of claims from their words."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from ipaddress import ip_address

from claimcheck.urls import host_of

_SECOND_LEVEL = frozenset("ac co com edu gob gouv gov go govt ltd mil ne net nhs nom or org sch".split())
"""Labels under which a country registers names: the name stands before `co.uk`, not before `uk`."""

_SHARED = frozenset("blogspot.com github.io go.com medium.com substack.com wordpress.com".split())
"""Sites that lend their name to others: `abcnews.go.com` is no `go`."""

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"['’ʼ]")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_MAX_WORDS = 5
_MAX_CHARACTERS = 60

_SMALL_WORDS = frozenset(
    """a about after all also an and any are as at be been before but by can could did do does for from had has
    have he her his how if in into is it its may might more most no not of on or our over per said say says she
    should so some such than that the their them then there these they this those to under up was we were what
    when which while who will with would you your""".split()
)
"""Own and frozen: an id must not change because the matcher learns another word."""


def derive_source_id(url: str) -> str:
    """Name a source after its site: `https://www.nypost.com/x` is `nypost`, `news.bbc.co.uk` is `bbc`."""
    host = host_of(url)
    labels = host.strip(".").split(".")
    if _is_address(host) or len(labels) == 1:
        return "-".join(_WORD.findall(host)) or "source"
    is_national = len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    is_lent = ".".join(labels[-2:]) in _SHARED and labels[-3:-2] != ["www"]
    return (labels[-3] if len(labels) > 2 and (is_national or is_lent) else labels[-2]) or "source"


def derive_claim_id(text: str) -> str:
    """Name a claim after its first words that carry meaning; the same text gives the same id."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)))
    words = _WORD.findall(unicodedata.normalize("NFC", plain).casefold())
    telling = [word for word in words if word not in _SMALL_WORDS] or words
    return "-".join(telling[:_MAX_WORDS])[:_MAX_CHARACTERS].strip("-") or "claim"


def number_clashes(ids: Iterable[str], taken: Collection[str] = ()) -> tuple[str, ...]:
    """Make ids unique in their order: the second `axios` becomes `axios-2`."""
    used = set(taken)
    numbers: dict[str, int] = {}
    unique = []
    for name in ids:
        candidate = name
        while candidate in used:
            numbers[name] = numbers.get(name, 1) + 1
            candidate = f"{name}-{numbers[name]}"
        used.add(candidate)
        unique.append(candidate)
    return tuple(unique)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
