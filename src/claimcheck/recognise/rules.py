"""Whether a page is the article that was cited, or what stands in its place: one rule a kind, the sure signs first."""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from claimcheck.model import Reason, SourceWarning
from claimcheck.recognise.addresses import (
    is_above,
    is_address_of_search,
    is_elsewhere,
    is_front,
    is_search,
    is_shallower,
    is_title_of,
    was_moved,
    words_of_address,
)
from claimcheck.recognise.barriers import TEASER_WORDS, Barrier
from claimcheck.recognise.cues import Kind
from claimcheck.recognise.kinds import (
    AT_LEAST,
    DOUBTFUL_WORDS,
    HARDLY_ANY,
    NOTICE_WORDS,
    SILENT_WORDS,
    SURE,
    Weighing,
)
from claimcheck.recognise.manner import (
    LEAST_ODDS,
    MOST_ODDS_OF_ARTICLE,
    TEASERS,
    Manner,
    has_telling_manner,
    manner_of,
    odds_of,
)
from claimcheck.recognise.said import SHORT_WORDS, Said, count_leads
from claimcheck.recognise.sight import Role, Sight, Visit, refresh_target
from claimcheck.recognise.status import reason_of_status
from claimcheck.recognise.wording import count_cues, fold_words, heads, is_cue, lists_results, names_thing
from claimcheck.urls import is_http_url

LEAST_WORDS = 3
"""Words of a page that says anything at all."""

_VENDOR_HEADERS = (
    ("cf-mitigated", "challenge"), ("x-amzn-waf-action", ""), ("x-sucuri-block", ""), ("x-px-block", ""), ("x-dd-b", ""),
    ("x-kpsdk-ct", ""), ("x-datadome-captcha", ""), ("x-vercel-mitigated", "challenge"),
)  # fmt: skip
_VENDOR_SERVERS = re.compile(r"datadome|sucuri|imperva|ddos-guard|qrator|variti", re.IGNORECASE)
_SILENT_VENDORS = frozenset(
    "cloudflare incapsula datadome perimeterx kasada akamai aws f5 sucuri anubis".split()
)
"""Vendors whose whole page may be a script."""
_REASONS = {
    Kind.CHALLENGE: Reason.BOT_CHALLENGE, Kind.REGION: Reason.HTTP_451, Kind.CONSENT: Reason.CONSENT_WALL,
    Kind.LOGIN: Reason.LOGIN_WALL, Kind.PAYWALL: Reason.PAYWALL, Kind.MISSING: Reason.SOFT_404, Kind.PARKED: Reason.PARKED,
}  # fmt: skip
_SERVER_ERROR = re.compile(
    r"\b(?:mysqli?_|pdoexception|fatal error|stack trace|warning: \w+\(|parse error|traceback \(most|sqlstate|errno|database connection|internal server error|service unavailable|bad gateway|gateway time-?out|backend fetch failed|guru meditation"
    r"|runtime error|server error in|error de servidor en|error en tiempo de ejecuci|serverfehler in|erreur (?:du )?serveur dans|errore (?:del )?server nell|erro de servidor n[oa]|serverfout in)",
    re.IGNORECASE,
)
_OUT_OF_ORDER = re.compile(
    r"(?:unexpected|internal|technical|server|application) error|an error (?:has )?occur|something (?:went|has gone) wrong|try again (?:later|in a)|temporarily unavailable|maintenance|technical (?:difficult|problem)|"
    r"technische[rn]? (?:storung|fehler|grunde\w*)|wartungsarbeit|spater (?:noch einmal|erneut|wieder)|erreur (?:technique|interne|inattendue)|en maintenance|reessay\w+ plus tard|"
    r"error (?:tecnico|interno|inesperado)|en mantenimiento|intentelo (?:de nuevo )?mas tarde|errore (?:tecnico|interno|imprevisto)|in manutenzione|riprova\w* piu tardi|"
    r"erro (?:interno|inesperado)|em manutencao|tente (?:novamente )?mais tarde|technische storing|onderhoud|probeer het later|przerwa techniczna|prace (?:techniczne|serwisowe)|sprobowac pozniej|"
    r"\b(?:error|eroare|erreur|errore|erro|fehler|fel|blad)\b.{0,60}\b(?:database|datenbank|baz\w+ (?:de )?da\w+|base de (?:datos|donnees|dados)|banco de dados)|"
    r"gagnagrunn\w*|databasen\b|tietokan\w+|adatbazis\w*|veritaban\w+|баз\w+ данных|データベース|数据库|데이터베이스|"
    r"tekniskt fel|forsok igen senare|teknisk feil|prov igen senere|huoltokatko|yrita (?:myohemmin|uudelleen)|технические работы|технічні роботи|попробуите (?:позже|позднее)|bakim calismasi|daha sonra tekrar|"
    r"メンテナンス中|システムエラー|しばらくしてから|系统维护|系統維護|稍后再试|稍後再試|점검 중|잠시 후 다시"
)
"""What a page says that fails today: nothing of what was asked for."""
_REFUSAL = re.compile(r"(?:(?:error )?403\W*)?(?:(?:access )?(?:denied|forbidden)|no access)?\W*")
_EMPTY_WORDS = 40


@dataclass(frozen=True, slots=True)
class Recognition:
    """What an answer is: the article where `reason` is absent."""

    reason: Reason | None = None
    warnings: frozenset[SourceWarning] = frozenset()
    onward: str | None = None
    """Where the page sends its readers on to."""
    doubtful: bool = False
    """Nothing shows that it is an article: a comparison with a page that cannot exist would tell."""


def recognise_answer(visit: Visit) -> Reason | None:
    """Say what headers and status alone tell of an answer."""
    if _is_vendors(visit):
        return Reason.BOT_CHALLENGE
    return reason_of_status(visit.status)


def _is_vendors(visit: Visit) -> bool:
    for name, value in _VENDOR_HEADERS:
        found = visit.header(name)
        if (
            found
            and value in found.lower()
            and (visit.status != 200 or value or name.startswith("x-amzn-waf"))
        ):
            return True
    return visit.status in {202, 405, 403, 429, 503} and bool(_VENDOR_SERVERS.search(visit.header("server")))


def recognise_page(visit: Visit, sight: Sight, article_words: int) -> Recognition:
    """Say what an HTML answer is; `article_words` is the length of what the extraction takes for its article."""
    told = recognise_answer(visit)
    if told in _SURE_BY_STATUS:
        return Recognition(told)
    page = _Page(visit, sight)
    if told is not None:
        return Recognition(page.reason_behind(told))
    refresh = sight.refresh or refresh_target(visit.header("refresh"))
    if refresh and article_words < TEASER_WORDS:
        return _sent_on(visit, refresh, is_gone=page.says_it_is_gone)
    if reason := page.nothing(article_words):
        return Recognition(reason)
    if not page.says_anything and article_words >= TEASER_WORDS:
        return Recognition(page.index())  # its story stands where others have their menus
    return page.recognise()


_SURE_BY_STATUS = frozenset(
    {Reason.DAMAGED, Reason.BOT_CHALLENGE, Reason.HTTP_404, Reason.HTTP_410, Reason.HTTP_401, Reason.PAYWALL}
)
"""What no page behind it can tell better."""


def _sent_on(visit: Visit, target: str, *, is_gone: bool) -> Recognition:
    """Follow a page that sends its readers on; where it is gone, it may say so first."""
    try:
        onward = urljoin(visit.final_url, target)
    except ValueError:
        return Recognition()
    if not is_http_url(onward):
        return Recognition()  # it opens an app, where there is one
    if onward.partition("#")[0] == visit.final_url.partition("#")[0]:
        return Recognition()
    if is_front(onward) and not is_front(visit.cited_url):
        return Recognition(Reason.SOFT_404 if is_gone else Reason.FRONT_PAGE)
    if urlsplit(onward)[:3] == urlsplit(visit.final_url)[:3]:
        return Recognition(Reason.BOT_CHALLENGE)  # the same page once more, with a token for its reader
    return Recognition(onward=onward)


class _Page:
    """One page under examination."""

    def __init__(self, visit: Visit, sight: Sight) -> None:
        self._visit = visit
        self._sight = sight
        self._said = Said(sight)
        self._weighing = Weighing(visit, sight, self._said)
        self._barrier = Barrier(sight, self._said)
        self.cites_front = is_front(visit.cited_url)

    def recognise(self) -> Recognition:
        """Tell an article from what may stand in its place."""
        is_declared = self._sight.declares_article
        only_leads_on = self._sight.is_hidden and not self._said.own_words  # and wants to be found by nobody
        is_results = is_search(self._visit) or (
            not is_address_of_search(self._visit.cited_url) and any(map(lists_results, self._said.headings()))
        )
        if (only_leads_on or is_results) and not (is_declared or self.cites_front):
            return Recognition(Reason.SOFT_404)
        may_be_notice = (
            not is_declared
            or self._said.own_words < NOTICE_WORDS
            or (self._said.besides < HARDLY_ANY + SILENT_WORDS and self._said.own_words < TEASER_WORDS)
            or self._weighing.is_all_consent
        )
        kind = self._weighing.likeliest(self._kinds()) if may_be_notice else None
        if kind and not self._reads_like_article(kind):
            if kind is Kind.CONSENT and self._is_moved_to_front() and self._leads >= TEASERS:
                return Recognition(Reason.FRONT_PAGE)  # whatever its banner offers
            return Recognition(_REASONS[self._unpaid(kind)])
        may_be_broken_off = self._visit.status == 200 and not (
            self.cites_front or self._is_subject(Kind.PAYWALL)
        )
        if may_be_broken_off and (words := self._barrier.find()) is not None:
            if words >= TEASER_WORDS:
                return Recognition(warnings=frozenset({SourceWarning.PARTIAL}))
            return Recognition(_REASONS[self._unpaid(Kind.PAYWALL)])
        reason = self.index()
        if reason is None and self._stands_in_place():
            says = self.says_anything or self._leads >= TEASERS
            reason = _REASONS[self._unpaid(self._weighing.instead_of_story())] if says else Reason.EMPTY
        return Recognition(
            reason,
            doubtful=not is_declared and not self.cites_front and self._said.own_words < DOUBTFUL_WORDS,
        )

    def _unpaid(self, kind: Kind) -> Kind:
        """Tell a wall that asks for an account alone from one that asks for money."""
        if kind is not Kind.PAYWALL:
            return kind
        offers = [self._said.folded[one.text] for one in self._said.own if one.role is not Role.PROSE]
        offers += [one for one in self._said.folded.values() if is_cue(Kind.LOGIN, one)]
        wants_account = count_cues(Kind.LOGIN, offers) > 1
        wants_money = any(names_thing(Kind.PAYWALL, one) for one in offers)
        return Kind.LOGIN if wants_account and not wants_money else kind

    def _is_subject(self, kind: Kind) -> bool:
        """Say whether an address was cited for a page about walls of a kind: "The page that is not there", "Our new subscriptions"."""
        url, title = self._visit.cited_url, self._said.title
        is_named = heads(kind, title) if kind is Kind.MISSING else names_thing(kind, words_of_address(url))
        return is_named and is_title_of(url, title)

    def _kinds(self) -> tuple[Kind, ...]:
        """List what the page may be: one that calls itself an article, or by its address, is gone only where it says so at once."""
        is_titled_so = heads(Kind.MISSING, self._said.title)
        if self._is_subject(Kind.MISSING):
            return tuple(kind for kind in Kind if kind is not Kind.MISSING)
        if not self._sight.declares_article:
            return tuple(Kind)
        opening = next((block for block in self._said.own if block.role is Role.PROSE), None)
        headings = (block for block in self._said.own if block.role is Role.HEADING or block is opening)
        says_so = (
            is_titled_so
            or self._said.besides <= SILENT_WORDS
            or (
                self._said.own_words <= SHORT_WORDS
                and any(is_cue(Kind.MISSING, self._said.folded[one.text]) for one in headings)
            )
        )
        return (Kind.LOGIN, Kind.PAYWALL, Kind.CONSENT, *((Kind.MISSING,) if says_so else ()))

    def reason_behind(self, told: Reason) -> Reason:
        """Give the reason of a refusal: its page may say more than its status."""
        kind = (
            self._told_by_refusal()
            or self._weighing.likeliest((Kind.LOGIN,), at_least=AT_LEAST + 1)
            or self._silent_vendor()
            or self._weighing.likeliest((Kind.CHALLENGE, Kind.REGION), at_least=SURE, is_instead=True)
        )
        return _REASONS[kind] if kind else told

    def _told_by_refusal(self) -> Kind | None:
        """Tell a check for robots or a region from a refusal; one that says "Access denied" and no more is just that."""
        said = [self._said.title, *self._said.folded.values()]
        if not self._sight.markers and all(map(_REFUSAL.fullmatch, said)):
            return None
        return self._weighing.likeliest((Kind.CHALLENGE, Kind.REGION), at_least=2)

    # --- nothing to read ---

    def _silent_vendor(self) -> Kind | None:
        return Kind.CHALLENGE if self._said.words < 12 and self._sight.markers & _SILENT_VENDORS else None

    @property
    def says_it_is_gone(self) -> bool:
        return any(self._said.says(Kind.MISSING, block) for block in self._said.own)

    @property
    def says_anything(self) -> bool:
        return any(block.role in {Role.PROSE, Role.HEADING, Role.TEASER} for block in self._said.own)

    def nothing(self, article_words: int) -> Reason | None:
        """Say why a page has nothing to read, where it has not."""
        if self._silent_vendor():
            return Reason.BOT_CHALLENGE
        sight = self._sight
        words = sum(block.words for block in sight.blocks)
        if self._fails(words):
            return Reason.EMPTY
        if words < _EMPTY_WORDS and is_cue(Kind.MISSING, fold_words(sight.noscript)):
            return Reason.SOFT_404  # a script says so in a box of its own, and leads back
        main = sum(block.words for block in self._said.own if block.role not in {Role.LABEL, Role.LINKS})
        if (
            main < 4
            and article_words < _EMPTY_WORDS
            and sight.has_script
            and (sight.has_app_root or sight.noscript or not self._said.words)
        ):
            return Reason.SCRIPT_ONLY
        if words >= LEAST_WORDS or article_words >= _EMPTY_WORDS:
            return None
        return Reason.SCRIPT_ONLY if sight.has_script else Reason.EMPTY

    def _fails(self, words: int) -> bool:
        """Say whether the page tells that its server fails, in a few words or at length."""
        own = self._said.own
        text = " ".join(block.text for block in own)
        if words < _EMPTY_WORDS and (_SERVER_ERROR.search(text) or self._is_out_of_order(text)):
            return True
        begun = [self._sight.title, *(one.text for one in own if one.role is Role.LINE or one is own[0])]
        is_article = words >= DOUBTFUL_WORDS or self._sight.declares_article
        return not is_article and any(map(_SERVER_ERROR.match, begun))

    def _is_out_of_order(self, text: str) -> bool:
        """Say whether the page fails today, and says nothing of what was asked for."""
        folded = fold_words(text)
        told = _OUT_OF_ORDER.search(folded) and not (self._sight.declares_article or self._said.is_dated)
        return bool(told) and not any(is_cue(kind, folded) for kind in Kind if kind is not Kind.PARKED)

    def index(self) -> Reason | None:
        """Give the reason of a page that leads to others, and was not what was asked for; none where it is no such page."""
        visit, sight = self._visit, self._sight
        if self.cites_front or sight.declares_article:
            return None
        if self._is_moved_to_front():
            return Reason.FRONT_PAGE
        is_list = self._leads >= TEASERS and self._said.own_words < TEASER_WORDS
        leads_elsewhere = is_above(visit) or (self._said.own_words <= HARDLY_ANY and is_elsewhere(visit))
        says_so = bool(sight.canonical) and is_front(sight.canonical or "")
        if is_list and ((was_moved(visit) and leads_elsewhere) or says_so):
            return Reason.FRONT_PAGE
        says_nothing = is_list and self._said.own_words <= HARDLY_ANY
        return Reason.SOFT_404 if says_nothing and self._is_instead_of_story() else None

    def _is_instead_of_story(self) -> bool:
        """Say whether a list calls itself a section, or the cited address promises a story that it does not name."""
        visit, sight = self._visit, self._sight
        if sight.canonical is not None and is_shallower(sight.canonical, visit.final_url):
            return True
        return bool(self._manner.breaks_promise)

    @cached_property
    def _manner(self) -> Manner:
        return manner_of(self._visit, self._sight, self._said)

    def _reads_like_article(self, kind: Kind) -> bool:
        """Say whether a page has the manner of an article, which may write about walls; that before a payment is one."""
        is_teaser = kind is Kind.PAYWALL or self._sight.declares_article
        return not is_teaser and odds_of(self._manner) <= MOST_ODDS_OF_ARTICLE

    def _stands_in_place(self) -> bool:
        """Say whether a page that no sure sign decides has the manner of what stands in an article's place."""
        return (
            has_telling_manner(self._visit, self._sight, self._said) and odds_of(self._manner) >= LEAST_ODDS
        )

    @property
    def _leads(self) -> int:
        return count_leads(self._said.own)

    def _is_moved_to_front(self) -> bool:
        visit = self._visit
        return (
            was_moved(visit)
            and is_front(visit.final_url)
            and not (self.cites_front or self._sight.declares_article)
        )
