"""What the way to a page tells of it: front pages, sections, and addresses that speak of walls."""

import re
from collections.abc import Collection, Sequence
from urllib.parse import unquote, urlsplit

from claimcheck.recognise.cues import Kind
from claimcheck.recognise.sight import Visit
from claimcheck.recognise.wording import fold_words

_PATHS = {
    Kind.LOGIN: re.compile(r"log-?in|sign-?in|/sso\b|/auth(?:orize|n)?\b|/account/|kirjaudu|anmeld|(?<![a-z])connexion(?![a-z])|/wayf|(?<![a-z])register|/accedi|acceso|inloggen|discovery\?entityid"),
    Kind.MISSING: re.compile(r"/(?:page-?)?404|not-?found|/error|/gone\b|page-introuvable|nicht-gefunden|den-vrethike|/missing|not-migrated|page-(?:moved|gone|removed)|/fehler|/erreur|/errore|/erro\b|bulunamadi|n(?:o|ao)-encontrad|niet-gevonden|non-trovat|nie-znalezion|hittades-inte|ikke-fu(?:nd|nn)et"),
    Kind.CONSENT: re.compile(r"consent|cookie-?wall|privacy-?(?:gate|wall)|zustimmung|samtyck|samtykke|/guce|myprivacy|toestemming"),
    Kind.CHALLENGE: re.compile(r"captcha|challenge|/blocked|verify-?human|bot-?check|crawl-?prevention|rate-?limit|/validate\b"),
    Kind.REGION: re.compile(r"geo-?(?:block|restrict)|not-available-in|unavailable-(?:location|region)|/eu-?(?:block|gdpr|notice|visitors)|gdpr-?block|//(?:zapret|block(?:ed|page)?|forbidden)\."),
    Kind.PARKED: re.compile(r"/lander|domain-?(?:for-?sale|parking|name)|sedoparking|/parking|expired?\."),
    Kind.PAYWALL: re.compile(r"/(?:subscribe|abo|paywall|abonnement|suscripcion|offers?)\b"),
}  # fmt: skip
"""What an address that was only reached by redirects says of its page."""
_HOME = re.compile(
    r"/?(?:(?:index|default|home|start)(?:\.\w{2,5})?)?/?|/[a-z]{2}(?:[-_][a-zA-Z]{2})?/?(?:index\.\w+|home/?)?|/home/?"
)
_SEARCH = re.compile(
    r"/(?:search|suche|recherche|buscar|buscador|busqueda|busca|pesquisa|cerca|ricerca|zoeken|sok|sog|haku|szukaj|hledat|kereses|ara)(?:/|\.\w+|$)"
)
_ASKED = re.compile(r"(?:^|&)(?:q|s|query|search\w*|keywords?|text|term)=")
_SLUG = re.compile(r"/[^/?#-]+(?:-[^/?#-]+){3,}(?=[/?#]|\Z)")
"""A part of an address that is a headline: it tells of a story, and not what its page is."""
SECTION_DEPTH = 2
"""Slashes within the path of a page that does not stand for a section."""
LEAST_OF_SLUG = 3
"""Words of four letters or more in the last part of the address of a story."""
_WORD = re.compile(r"[^\W_]{2,}")
_WORD_OF_PATH = re.compile(r"[^\W\d_]{4,}")
_OF_ANY_PAGE = frozenset(
    "article articles news story stories page pages post posts index default view print content item detail details text full "
    "test sample example demo artikel artikkeli articulo articolo artigo nachricht nachrichten noticia noticias notizie nouvelles".split()
)
"""Words of addresses that tell nothing of what stands there."""


def is_front(url: str) -> bool:
    """Say whether an address is a site's front page, in one of its languages at most."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False  # a canonical link may hold anything
    return bool(_HOME.fullmatch(parts.path or "/")) and (not parts.query or "utm_" in parts.query)


def was_led_to(kind: Kind, visit: Visit) -> bool:
    """Say whether redirects ended at an address that speaks of a kind."""
    pattern = _PATHS[kind]
    found, cited = (_SLUG.sub("/", url.lower()) for url in (visit.final_url, visit.cited_url))
    return bool(pattern.search(found)) and not pattern.search(cited)


def was_moved(visit: Visit) -> bool:
    """Say whether redirects ended at another address; what stands behind its question mark aside."""
    return urlsplit(visit.cited_url)[1:3] != urlsplit(visit.final_url)[1:3]


def is_above(visit: Visit) -> bool:
    """Say whether redirects ended at a section that the cited address lies in."""
    return urlsplit(visit.cited_url).path.startswith(urlsplit(visit.final_url).path.rstrip("/") + "/")


def is_elsewhere(visit: Visit) -> bool:
    """Say whether redirects ended at an address no deeper than the cited one, whose last part has none of its words."""
    cited, found = (urlsplit(url).path.strip("/") for url in (visit.cited_url, visit.final_url))
    is_as_deep = found.count("/") <= cited.count("/")
    return is_as_deep and set(_slug(visit.cited_url)).isdisjoint(_slug(visit.final_url))


def is_search(visit: Visit) -> bool:
    """Say whether redirects ended at a site's own search."""
    is_found = _SEARCH.search(urlsplit(visit.final_url).path.lower()) is not None
    return is_found and not is_address_of_search(visit.cited_url)


def is_address_of_search(url: str) -> bool:
    """Say whether an address is that of a site's own search."""
    return _SEARCH.search(url.lower()) is not None or _ASKED.search(urlsplit(url).query.lower()) is not None


def promises_story(url: str, said: str) -> bool:
    """Say whether an address is that of a story by its words, and a page (folded text) says none, though it has their letters."""
    words = _telling_words(url)
    return len(words) >= LEAST_OF_SLUG and _may_say(words, said) and not any(word in said for word in words)


def _may_say(words: Collection[str], said: str) -> bool:
    """Say whether a page is written in the letters of some words."""
    return 2 * sum(map(str.isascii, said)) > len(said) or not all(map(str.isascii, words))


def share_of_address(url: str, said: str) -> float:
    """Give the share of an address's words that a page (folded text) says; a half where that tells nothing."""
    words = {fold_words(word) for word in _WORD_OF_PATH.findall(unquote(urlsplit(url).path))}
    told = [word in said for word in words]
    return sum(told) / len(told) if told and _may_say(words, said) else 0.5


def is_title_of(url: str, said: str) -> bool:
    """Say whether a title (folded text) begins with the last part of an address, or has all its telling words; two words at least."""
    words = _telling_words(url)
    slug = fold_words(" ".join(_slug(url)))
    return (len(words) > 1 and all(word in said for word in words)) or (" " in slug and said.startswith(slug))


def words_of_address(url: str) -> str:
    """Give the telling words of the last part of an address, folded, in their order."""
    return " ".join(_telling_words(url))


def _telling_words(url: str) -> Sequence[str]:
    words = dict.fromkeys(map(fold_words, _slug(url)))
    return [word for word in words if word.isalpha() and len(word) > 3 and word not in _OF_ANY_PAGE]


def is_shallower(url: str, other: str) -> bool:
    """Say whether an address of a site is that of a section, where another is that of a page in some depth."""
    try:
        mine, theirs = urlsplit(url), urlsplit(other)
    except ValueError:
        return False
    depth = mine.path.strip("/").count("/")
    return (
        mine.hostname == theirs.hostname and depth == 0 and theirs.path.strip("/").count("/") >= SECTION_DEPTH
    )


def _slug(url: str) -> Sequence[str]:
    """List the words of the last part of the path of an address, without the ending of a file."""
    path = unquote(urlsplit(url).path.rstrip("/"))
    return _WORD.findall(re.sub(r"\.\w{2,5}$", "", path.rpartition("/")[2].lower()))
