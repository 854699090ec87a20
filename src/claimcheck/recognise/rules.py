"""Whether a page is the article that was cited, or what stands in its place: one rule a kind, the sure signs first."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never
from urllib.parse import urljoin, urlsplit

from claimcheck.model import Reason, SourceWarning
from claimcheck.recognise.barriers import TEASER_WORDS, Barrier
from claimcheck.recognise.cues import Kind
from claimcheck.recognise.sight import Block, Role, Sight, Visit
from claimcheck.recognise.status import reason_of_status
from claimcheck.recognise.wording import (
    LONGEST,
    SENTENCE,
    count_cues,
    excuses,
    fold_words,
    heads,
    is_cue,
    names_thing,
)

NOTICE_WORDS = 60
"""Words besides the notice itself that a wall or an error page may have: more is an article about such things."""
SHORT_WORDS = 40
"""Words of its own that a page which calls itself an article may have, and say that it is gone."""
DATED_WORDS = 30
"""The same under a line that says when it was written."""
MOST_OF_DATE = 10
"""Words of such a line."""
AT_LEAST = 3.5
"""Points that a kind needs. A title, a heading and a sentence that say it, or a sign in the page's build, are worth two or more."""
SURE = 9.0
"""Points of a kind that no other outdoes: a choice between consent and a subscription offers both."""
MOST_OF_BUTTON = 6
"""Words of what can be pressed."""
LEAST_WORDS = 3
"""Words of a page that says anything at all."""
LEAST_OF_CHECK = 6
"""Words of a page that checks for robots, unless its build shows it."""
MOST_KINDS = 2
"""Kinds that one page may seem to be of."""
LEAST_CONSENT = 12
"""Words that a choice about cookies has at the least: with fewer, it is a banner."""
MOST_BESIDES = 300
"""Words at which counting ends: no notice has as many."""
DOUBTFUL_WORDS = 150
"""Words of a page's own, besides leads to other pages, from which it is no error page."""
CONSENT_WORDS = 100
"""The same for a choice about cookies, whose purposes are told at length."""
HARDLY_ANY = 35
"""Words besides that are a date, a signature and a summary: an article that asks to log in has no more of its own."""
SILENT_WORDS = 12
"""Words besides that say nothing."""
NOTICE_SHARE = 0.6
"""Share of its sentences in which a notice speaks to its readers or of itself."""
TEASERS = 4
"""Leads to other pages that make an index."""

_VENDOR_HEADERS = (
    ("cf-mitigated", "challenge"), ("x-amzn-waf-action", ""), ("x-sucuri-block", ""), ("x-px-block", ""), ("x-dd-b", ""),
    ("x-kpsdk-ct", ""), ("x-datadome-captcha", ""), ("x-vercel-mitigated", "challenge"),
)  # fmt: skip
_VENDOR_SERVERS = re.compile(r"datadome|sucuri|imperva|ddos-guard|qrator|variti", re.IGNORECASE)
_SILENT_VENDORS = frozenset(
    "cloudflare incapsula datadome perimeterx kasada akamai aws f5 sucuri anubis".split()
)
"""Vendors whose whole page may be a script."""
_GEO_HEADERS = re.compile(r"geo.*(?:deny|block|restrict)", re.IGNORECASE)

_PATHS = {
    Kind.LOGIN: re.compile(r"log-?in|sign-?in|signin|/sso\b|/auth(?:orize|n)?\b|/account/|kirjaudu|anmeld|connexion|/wayf|register|/accedi|acceso|inloggen|/user/login|discovery\?entityid"),
    Kind.MISSING: re.compile(r"/(?:page-?)?404|not-?found|notfound|/error|/gone\b|page-introuvable|nicht-gefunden|den-vrethike|/missing|/fehler|/erreur|/errore|/erro\b|bulunamadi|no-encontrad"),
    Kind.CONSENT: re.compile(r"consent|cookie-?wall|privacy-?(?:gate|wall)|collectconsent|zustimmung|samtyck|samtykke|/guce|myprivacy|toestemming"),
    Kind.CHALLENGE: re.compile(r"captcha|challenge|/blocked|verify-?human|bot-?check|/validate\b"),
    Kind.REGION: re.compile(r"geo-?(?:block|restrict)|not-available-in|unavailable-(?:location|region)|/eu-?(?:block|gdpr)|gdpr-?block"),
    Kind.PARKED: re.compile(r"/lander|domain-?(?:for-?sale|parking|name)|sedoparking|/parking|expired?\."),
    Kind.PAYWALL: re.compile(r"/(?:subscribe|abo|paywall|abonnement|suscripcion|offers?)\b"),
}  # fmt: skip
"""What an address that was only reached by redirects says of its page."""
_REASONS = {
    Kind.CHALLENGE: Reason.BOT_CHALLENGE, Kind.REGION: Reason.HTTP_451, Kind.CONSENT: Reason.CONSENT_WALL,
    Kind.LOGIN: Reason.LOGIN_WALL, Kind.PAYWALL: Reason.PAYWALL, Kind.MISSING: Reason.SOFT_404, Kind.PARKED: Reason.PARKED,
}  # fmt: skip
_HOME = re.compile(
    r"/?(?:(?:index|default|home|start)(?:\.\w{2,5})?)?/?|/[a-z]{2}(?:[-_][a-zA-Z]{2})?/?(?:index\.\w+|home/?)?|/home/?"
)
_SERVER_ERROR = re.compile(
    r"\b(?:mysqli?_|pdoexception|fatal error|stack trace|warning: \w+\(|parse error|traceback \(most|sqlstate|errno|database connection|internal server error|service unavailable|bad gateway)",
    re.IGNORECASE,
)
_OUT_OF_ORDER = re.compile(
    r"(?:unexpected|internal|technical|server|application) error|an error (?:has )?occur|something (?:went|has gone) wrong|try again (?:later|in a)|temporarily unavailable|maintenance|technical (?:difficult|problem)|"
    r"technische[rn]? (?:storung|fehler|grunde\w*)|wartungsarbeit|spater (?:noch einmal|erneut|wieder)|erreur (?:technique|interne|inattendue)|en maintenance|reessay\w+ plus tard|"
    r"error (?:tecnico|interno|inesperado)|en mantenimiento|intentelo (?:de nuevo )?mas tarde|errore (?:tecnico|interno|imprevisto)|in manutenzione|riprova\w* piu tardi|"
    r"erro (?:interno|inesperado)|em manutencao|tente (?:novamente )?mais tarde|technische storing|onderhoud|probeer het later|przerwa techniczna|prace (?:techniczne|serwisowe)|sprobowac pozniej|"
    r"\b(?:error|eroare|erreur|errore|erro|fehler|fel|blad)\b.{0,60}\b(?:database|datenbank|baz\w+ (?:de )?da\w+|base de (?:datos|donnees|dados)|banco de dados)|"
    r"tekniskt fel|forsok igen senare|teknisk feil|prov igen senere|huoltokatko|yrita (?:myohemmin|uudelleen)|технические работы|технічні роботи|попробуите (?:позже|позднее)|bakim calismasi|daha sonra tekrar|"
    r"メンテナンス中|システムエラー|しばらくしてから|系统维护|系統維護|稍后再试|稍後再試|점검 중|잠시 후 다시"
)
"""What a page says that fails today: nothing of what was asked for."""
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
    if sight.refresh and article_words < TEASER_WORDS:
        return _sent_on(visit, sight.refresh)
    if reason := page.nothing(article_words):
        return Recognition(reason)
    if not page.says_anything and article_words >= TEASER_WORDS:
        return Recognition()  # its story stands where others have their menus
    return page.recognise()


_SURE_BY_STATUS = frozenset(
    {Reason.BOT_CHALLENGE, Reason.HTTP_404, Reason.HTTP_410, Reason.HTTP_401, Reason.PAYWALL}
)
"""What no page behind it can tell better."""


def _sent_on(visit: Visit, target: str) -> Recognition:
    try:
        onward = urljoin(visit.final_url, target)
    except ValueError:
        return Recognition()
    if onward.partition("#")[0] == visit.final_url.partition("#")[0]:
        return Recognition()
    if is_front(onward) and not is_front(visit.cited_url):
        return Recognition(Reason.FRONT_PAGE)
    if urlsplit(onward)[:3] == urlsplit(visit.final_url)[:3]:
        return Recognition(Reason.BOT_CHALLENGE)  # the same page once more, with a token for its reader
    return Recognition(onward=onward)


def is_front(url: str) -> bool:
    """Say whether an address is a site's front page, in one of its languages at most."""
    parts = urlsplit(url)
    return bool(_HOME.fullmatch(parts.path or "/")) and (not parts.query or "utm_" in parts.query)


class _Page:
    """One page under examination: its own blocks, folded once."""

    def __init__(self, visit: Visit, sight: Sight) -> None:
        self._visit = visit
        self._sight = sight
        self._own = [block for block in sight.blocks if block.role is not Role.FURNITURE]
        self._folded = {block.text: fold_words(_unquoted(block.text[:LONGEST])) for block in self._own}
        self._title = fold_words(_unquoted(sight.title))
        self._barrier = Barrier(sight, self._own, self._folded, self._title)
        self.cites_front = is_front(visit.cited_url)
        self.own_words = sum(block.words for block in self._own if block.role is Role.PROSE)

    def recognise(self) -> Recognition:
        """Tell an article from what may stand in its place."""
        is_declared = self._sight.declares_article
        if self._sight.is_hidden and not (is_declared or self.own_words or self.cites_front):
            return Recognition(Reason.SOFT_404)  # it only leads on, and wants to be found by nobody
        may_be_notice = not is_declared or self.own_words < NOTICE_WORDS or self._is_all_consent
        if may_be_notice and (kind := self.likeliest(self._kinds())):
            return Recognition(_REASONS[self._unpaid(kind)])
        if self._visit.status == 200 and not self.cites_front and (words := self._barrier.find()) is not None:
            if words < TEASER_WORDS:
                return Recognition(_REASONS[self._unpaid(Kind.PAYWALL)])
            return Recognition(warnings=frozenset({SourceWarning.PARTIAL}))
        if self.is_index():
            return Recognition(Reason.FRONT_PAGE)
        return Recognition(
            doubtful=not is_declared and not self.cites_front and self.own_words < DOUBTFUL_WORDS
        )

    def _unpaid(self, kind: Kind) -> Kind:
        """Tell a wall that asks for an account alone from one that asks for money."""
        if kind is not Kind.PAYWALL:
            return kind
        offers = [self._folded[one.text] for one in self._own if one.role is not Role.PROSE]
        offers += [one for one in self._folded.values() if is_cue(Kind.LOGIN, one)]
        wants_account = count_cues(Kind.LOGIN, offers) > 1
        wants_money = any(names_thing(Kind.PAYWALL, one) for one in offers)
        return Kind.LOGIN if wants_account and not wants_money else kind

    def _kinds(self) -> tuple[Kind, ...]:
        """List what the page may be: one that calls itself an article is gone only where it says so at once."""
        if not self._sight.declares_article:
            return tuple(Kind)
        opening = next((block for block in self._own if block.role is Role.PROSE), None)
        headings = (block for block in self._own if block.role is Role.HEADING or block is opening)
        says_so = (
            heads(Kind.MISSING, self._title)
            or self.besides <= SILENT_WORDS
            or (
                self.own_words <= SHORT_WORDS
                and any(is_cue(Kind.MISSING, self._folded[one.text]) for one in headings)
            )
        )
        return (Kind.LOGIN, Kind.PAYWALL, Kind.CONSENT, *((Kind.MISSING,) if says_so else ()))

    def reason_behind(self, told: Reason) -> Reason:
        """Give the reason of a refusal: its page may say more than its status."""
        kind = (
            self._told_by_refusal()
            or self.likeliest((Kind.LOGIN,), at_least=AT_LEAST + 1)
            or self._silent_vendor()
        )
        return _REASONS[kind] if kind else told

    def _told_by_refusal(self) -> Kind | None:
        """Tell a check for robots or a region from a refusal; one that says "Access denied" and no more is just that."""
        words = sum(block.words for block in self._own)
        if words < LEAST_OF_CHECK and not self._sight.markers:
            return None
        return self.likeliest((Kind.CHALLENGE, Kind.REGION), at_least=2)

    # --- nothing to read ---

    def _silent_vendor(self) -> Kind | None:
        words = sum(block.words for block in self._own)
        return Kind.CHALLENGE if words < 12 and self._sight.markers & _SILENT_VENDORS else None

    @property
    def says_anything(self) -> bool:
        return any(block.role in {Role.PROSE, Role.HEADING, Role.TEASER} for block in self._own)

    def nothing(self, article_words: int) -> Reason | None:
        """Say why a page has nothing to read, where it has not."""
        if self._silent_vendor():
            return Reason.BOT_CHALLENGE
        sight = self._sight
        words = sum(block.words for block in sight.blocks)
        text = " ".join(block.text for block in self._own)
        if words < _EMPTY_WORDS and (_SERVER_ERROR.search(text) or self._is_out_of_order(text)):
            return Reason.EMPTY
        main = sum(block.words for block in self._own if block.role not in {Role.LABEL, Role.LINKS})
        if (
            main < 4
            and article_words < _EMPTY_WORDS
            and sight.has_script
            and (sight.has_app_root or sight.noscript or not words)
        ):
            return Reason.SCRIPT_ONLY
        return None if words >= LEAST_WORDS else Reason.EMPTY

    def _is_out_of_order(self, text: str) -> bool:
        """Say whether the page fails today, and says nothing of what was asked for."""
        folded = fold_words(text)
        told = _OUT_OF_ORDER.search(folded) and not (self._sight.declares_article or self._is_dated)
        return bool(told) and not any(is_cue(kind, folded) for kind in Kind if kind is not Kind.PARKED)

    # --- walls and error pages, by what they say ---

    def likeliest(self, kinds: tuple[Kind, ...], at_least: float = AT_LEAST) -> Kind | None:
        points = {kind: self._points(kind) for kind in kinds}
        if Kind.MISSING in points:
            points[Kind.MISSING] -= (
                1.0  # whatever stands in the way, its page is not the one that was asked for
            )
        sure = {kind for kind in points if points[kind] >= at_least} - {Kind.CONSENT}
        if max(points.values()) < SURE and len({_FAMILIES.get(kind, kind) for kind in sure}) > MOST_KINDS:
            return None  # who speaks of everything that goes wrong writes about it
        if Kind.REGION in sure and not self._sight.markers:
            points.pop(Kind.CHALLENGE, None)  # "your connection seems to come from there"
        best = max(points, key=lambda kind: points[kind])
        least = at_least - (best is Kind.MISSING)
        return best if points[best] >= least else None

    def _points(self, kind: Kind) -> float:
        """Weigh what speaks for a kind: what the page says, where it says so, and how it is built."""
        if kind is Kind.CONSENT and self._is_all_consent:
            return SURE
        notice = self._notice if kind is Kind.MISSING else self._own
        besides = self._besides_in(notice) if kind is Kind.MISSING and self._leads_on else self.besides
        if besides > self._most_besides(kind):
            return 0.0
        said = [block for block in notice if self._says(kind, block)]
        points = self._points_of_words(kind, said)
        named = sum(names_thing(kind, self._folded[block.text]) for block in notice if block.words <= 80)
        points += min(0.5 * named, 1.5)
        if self.is_notice and named and (said or self._visit.status == 200):
            points += 2.0
        elif said and besides <= SILENT_WORDS and self.own_words <= NOTICE_WORDS:
            points += 2.0  # it says nothing else
        was_led_there = self._was_led_to(kind)
        is_headed = heads(kind, self._title) or any(
            block.role is not Role.PROSE or block in self._openings for block in said
        )
        points += 2.0 * was_led_there + self._points_of_build(kind, is_headed=is_headed or was_led_there)
        if kind is Kind.MISSING and not (
            is_headed or was_led_there or self._sight.is_hidden or besides <= SILENT_WORDS
        ):
            return min(points, 1.0)  # an office may well write about a page of its own
        if kind is Kind.REGION and self._visit.status == 200 and not (is_headed or self.is_notice):
            return min(points, 1.0)  # an encyclopedia may well write about such pages
        return points

    def _most_besides(self, kind: Kind) -> int:
        """Give the words that a page of a kind may have besides its notice."""
        if kind in _DATELESS and self._is_dated:
            return DATED_WORDS
        explains = kind is Kind.CHALLENGE and self._sight.markers and self._sight.is_hidden
        return DOUBTFUL_WORDS if explains else NOTICE_WORDS

    def _says(self, kind: Kind, block: Block) -> bool:
        told = heads if block.role is Role.HEADING else is_cue
        return block.role in _SAYING and told(kind, self._folded[block.text])

    def _points_of_words(self, kind: Kind, said: Sequence[Block]) -> float:
        roles = Counter(block.role for block in said)
        aloud = [block for block in said if block.role is not Role.LABEL]
        points = 2.0 * heads(kind, self._title) + 2.0 * (roles[Role.HEADING] > 0)
        points += min(1.5 * roles[Role.PROSE], 3.0) + min(1.0 * roles[Role.LINE], 2.0)
        points += min(0.5 * roles[Role.LABEL], 1.0) + 1.0 * (len(aloud) > 1)
        return points + 1.5 * any(_ADDRESS.search(self._folded[block.text]) for block in aloud)

    def _points_of_build(self, kind: Kind, *, is_headed: bool) -> float:
        sight, visit = self._sight, self._visit
        points: float
        match kind:
            case Kind.LOGIN:
                points = 1.5 if sight.has_password else -1.0 * (not is_headed)
                points += 2.0 * (sight.declares_article and self.besides <= HARDLY_ANY)
            case Kind.CHALLENGE:
                points = 2.0 * bool(sight.markers) + 1.0 * (visit.status in {202, 403, 429, 503})
            case Kind.REGION:
                points = 2.0 * any(_GEO_HEADERS.search(f"{key} {value}") for key, value in visit.headers)
            case Kind.PARKED:
                points = self._names_itself() or -2.0 * (not is_cue(kind, self._title))
            case Kind.CONSENT:
                # whoever signs up agrees to terms, and a banner stands on pages of every kind
                points = -2.0 * sight.has_password - 3.0 * self._says_more_than(kind)
            case Kind.PAYWALL:
                points = -1.0  # offers stand on walls of every kind
            case Kind.MISSING:
                # whatever its template declares: a heading says so, and hardly anything follows
                points = 1.0 * (is_headed and sight.declares_article and self.besides <= HARDLY_ANY)
            case _:
                assert_never(kind)
        return points

    def _says_more_than(self, kind: Kind) -> bool:
        """Say whether most of what a page says is about something else."""
        prose = [block for block in self._own if block.role is Role.PROSE]
        about = sum(block.words for block in prose if names_thing(kind, self._folded[block.text]))
        return about < max(LEAST_CONSENT, 0.5 * self.own_words)

    def _was_led_to(self, kind: Kind) -> bool:
        """Say whether redirects ended at an address that speaks of a kind."""
        pattern = _PATHS[kind]
        return bool(pattern.search(self._visit.final_url.lower())) and not pattern.search(
            self._visit.cited_url.lower()
        )

    @cached_property
    def _is_all_consent(self) -> bool:
        """Say whether most of what a page says is about consent, to its readers, and there is a button for it."""
        prose = [block for block in self._own if block.role is Role.PROSE]
        about = sum(block.words for block in prose if names_thing(Kind.CONSENT, self._folded[block.text]))
        spoken = sum(block.words for block in prose if _ADDRESS.search(self._folded[block.text]))
        said = [self._title, *(self._folded[one.text] for one in self._own if one.role is Role.HEADING)]
        return (
            self.own_words > 0
            and self.besides <= (DATED_WORDS if self._is_dated else CONSENT_WORDS)
            and 0.5 * self.own_words <= min(about, spoken)
            and not any(heads(kind, one) for kind in _STRONGER for one in said)
            and any(
                _ACCEPT.search(fold_words(block.text))
                for block in self._sight.blocks
                if block.role is not Role.PROSE and block.words <= MOST_OF_BUTTON
            )
        )

    @cached_property
    def is_notice(self) -> bool:
        """Say whether the page does nothing but speak to its readers, and of itself."""
        sentences = [
            fold_words(sentence)
            for block in self._own
            if block.role in {Role.PROSE, Role.HEADING}
            for sentence in SENTENCE.split(block.text)
        ]
        speaking = sum(
            bool(_ADDRESS.search(one)) or any(names_thing(kind, one) for kind in Kind) for one in sentences
        )
        share = speaking / len(sentences) if sentences else 0.0
        return not self._sight.declares_article and share + 0.2 * self._sight.is_hidden >= NOTICE_SHARE

    @cached_property
    def _notice(self) -> list[Block]:
        """What an error page says before it lists other stories."""
        kept: list[Block] = []
        for block in self._own:
            spoke = any(self._says(Kind.MISSING, one) for one in kept)
            if spoke and block.role is Role.HEADING and any(one.role is Role.PROSE for one in kept):
                break
            kept.append(block)
        return kept

    @cached_property
    def _openings(self) -> Sequence[Block]:
        """The first heading or paragraph, and the paragraph under a heading that begins a notice."""
        first = next((block for block in self._own if block.role in {Role.HEADING, Role.PROSE}), None)
        begun = [
            next((one for one in self._own[at + 1 :] if one.role is Role.PROSE), None)
            for at, block in enumerate(self._own)
            if block.role in {Role.HEADING, Role.LINE} and excuses(self._folded[block.text])
        ]
        return [block for block in (first, *begun) if block]

    @cached_property
    def _is_dated(self) -> bool:
        """Say whether a line tells when it was written, as of articles; notices have no date."""
        return any(
            block.words <= MOST_OF_DATE and block.role is not Role.HEADING and _DATED.search(block.text)
            for block in self._own
        )

    @cached_property
    def _leads_on(self) -> bool:
        """Say whether what follows an error page's notice is mostly links to other stories."""
        after = self._own[len(self._notice) :]
        prose = sum(block.words for block in after if block.role is Role.PROSE)
        return prose < sum(block.words for block in after if block.role in {Role.LINKS, Role.TEASER})

    @cached_property
    def besides(self) -> int:
        """The words of sentences that have nothing to do with the page, the site or its readers."""
        return self._besides_in(self._own)

    def _besides_in(self, blocks: Sequence[Block]) -> int:
        words = 0
        for block in blocks:
            if block.role is Role.PROSE and not _RIGHTS.search(block.text):
                spoke = False  # what follows in a short paragraph says why
                for sentence in SENTENCE.split(block.text[:LONGEST]):
                    folded = fold_words(sentence)
                    count = round(block.words * len(sentence) / len(block.text))
                    if any(is_cue(kind, folded) for kind in Kind):
                        spoke = block.words <= SHORT_WORDS
                    else:
                        words += count // 2 if spoke or _ADDRESS.search(folded) else count
                if words > MOST_BESIDES:
                    break
        return words

    def _names_itself(self) -> float:
        """Give points where the text is about the host's own name, put together from its pieces."""
        host = (urlsplit(self._visit.cited_url).hostname or "").removeprefix("www.")
        shown = [block for block in self._own if block.role is not Role.LINKS][:12]
        text = " ".join(self._folded[block.text] for block in shown)
        if not host or not re.search(rf"(?<![@\w.-]){re.escape(host)}", f"{self._title} {text}"):
            return 0.0
        is_for_sale = is_cue(Kind.PARKED, text)
        return 2.0 + 2.0 * is_for_sale if is_for_sale or not heads(Kind.MISSING, self._title) else 0.0

    # --- front pages and sections ---

    def _is_elsewhere(self, path: str) -> bool:
        """Say whether a shorter address, of other words than the cited one ends with, has hardly a sentence of its own."""
        cited = urlsplit(self._visit.cited_url).path.rstrip("/")
        wanted = _words_of_slug(cited)
        depths = (one.strip("/").count("/") for one in (path, cited))
        shallower, deeper = depths
        return self.own_words <= SILENT_WORDS and shallower <= deeper and not wanted & _words_of_slug(path)

    def is_index(self) -> bool:
        visit, sight = self._visit, self._sight
        if self.cites_front or sight.declares_article:
            return False
        moved = urlsplit(visit.final_url)
        cited = urlsplit(visit.cited_url)
        was_moved = (moved.netloc, moved.path) != (cited.netloc, cited.path)
        if was_moved and is_front(visit.final_url):
            return True
        teasers = sum(block.role is Role.TEASER for block in self._own)
        listed = sum(block.role is Role.LINKS and block.words >= 3 for block in self._own)
        is_list = teasers + listed >= TEASERS and self.own_words < TEASER_WORDS
        if was_moved and is_list and (_is_above(moved.path, cited.path) or self._is_elsewhere(moved.path)):
            return True
        return is_list and bool(sight.canonical) and is_front(sight.canonical or "")


def _words_of_slug(path: str) -> set[str]:
    slug = path.rstrip("/").rpartition("/")[2].lower()
    return set(_WORD.findall(re.sub(r"\.\w{2,5}$", "", slug)))


def _is_above(path: str, cited: str) -> bool:
    return cited.startswith(path.rstrip("/") + "/")


_DATELESS = frozenset({Kind.MISSING, Kind.CHALLENGE, Kind.REGION})
"""What stands under no date; a wall has that of its article, a domain that of its end."""
_RIGHTS = re.compile(r"^\W*©|^\W*(?:\(c\)|copyright)\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]{2,}")
_DATED = re.compile(r"\b(?:19|20)\d\d\b(?!-\d\d-\d\dT)")  # nobody writes a date as machines do
_QUOTED = re.compile(r"[«„“”\"「『][^«»„“”\"「」『』]{3,160}[»“”\"」』]")


def _unquoted(text: str) -> str:
    """Leave out what a text quotes: a wall does not quote itself, who writes about one does."""
    return _QUOTED.sub(" ", text)


_FAMILIES = {Kind.PAYWALL: Kind.LOGIN}
"""Kinds that go together."""
_STRONGER = frozenset({Kind.MISSING, Kind.CHALLENGE, Kind.REGION, Kind.LOGIN})
"""What a page is whose heading says so, however long its banner is."""
_SAYING = frozenset({Role.HEADING, Role.PROSE, Role.LINE, Role.LABEL})
_ADDRESS = re.compile(
    r"\b(?:you|your|we|our|us|sie|ihr\w{0,2}|wir|unser\w*|vous|votre|vos|nous|notre|nos|usted\w*|tu|te|ti|tus|su|nuestr\w+|lo sentimos|hemos|voce|seu|nosso\w*|"
    r"noi|nostr\w+|vi|voi|il tuo|je|jouw?|uw|wij|we|onze|du|dig|dig|ditt|din|vara|var|vare|deg|oss|os|sinu\w*|sinun|olet|emme|meid\w+|twoj\w*|panstw\w+|nasz\w*|ci|vas\w*|nam|nas\w*|"
    r"zkuste|prosim|siz\w*|sizin|biz\w*|вас|вы|вам|ваш\w*|мы|нас|наш\w*|ви|ми|σασ|μασ|anda|kami|kita|ban|chung toi|on|ont|az on)\b|ください|お探し|您|你|我们|我們|하세요|하시|주세요|요청하신|أنت|كنت|نعتذر|كم\b|אנו|אתם|אתה|לך|आप|हम"
)
"""A site that speaks to its readers: notices do, news do not."""
_ACCEPT = re.compile(
    r"\b(?:accept\w*|agree|allow|i'?m fine|ok(?:ay)?|akkoord|einverstanden|zustimm\w+|akzeptier\w+|acept\w+|accett\w+|aceit\w+|godkann\w*|godta\w*|ja tak\w*|hyvaksy\w*|akceptuj\w*|"
    r"zgadzam|souhlas\w*|prijm\w*|elfogad\w*|kabul\w*|continue|weiter\w*|prosegui\w*)\b|принять|приинять|приинят|соглас|αποδοχ|同意|接受|동의|موافق|أوافق"
)
