"""Which kind of wall or error page a page is, if it is one: what speaks for each kind, weighed."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import assert_never
from urllib.parse import urlsplit

from claimcheck.recognise.addresses import was_led_to
from claimcheck.recognise.cues import LOGIN_HEADING, Kind
from claimcheck.recognise.said import MOST_OF_BUTTON, Said
from claimcheck.recognise.sight import Block, Role, Sight, Visit
from claimcheck.recognise.wording import accepts, fold_words, heads, is_cue, names_thing

NOTICE_WORDS = 60
"""Words besides the notice itself that a wall or an error page may have: more is an article about such things."""
DATED_WORDS = 30
"""The same under a line that says when it was written."""
AT_LEAST = 3.5
"""Points that a kind needs. A title, a heading and a sentence that say it, or a sign in the page's build, are worth two or more."""
SURE = 9.0
"""Points of a kind that no other outdoes: a choice between consent and a subscription offers both."""
LEAST_INSTEAD = 1.0
"""Points that a kind needs on a page that is surely no article: it has to be told from none that writes about such pages."""
MOST_KINDS = 2
"""Kinds that one page may seem to be of."""
LEAST_CONSENT = 12
"""Words that a choice about cookies has at the least: with fewer, it is a banner."""
DOUBTFUL_WORDS = 150
"""Words of a page's own, besides leads to other pages, from which it is no error page."""
CONSENT_WORDS = 100
"""The same for a choice about cookies, whose purposes are told at length."""
HARDLY_ANY = 35
"""Words besides that are a date, a signature and a summary: an article that asks to log in has no more of its own."""
SILENT_WORDS = 12
"""Words besides that say nothing."""

_GEO_HEADERS = re.compile(r"geo.*(?:deny|block|restrict)", re.IGNORECASE)
_DATELESS = frozenset({Kind.MISSING, Kind.CHALLENGE, Kind.REGION})
"""What stands under no date; a wall has that of its article, a domain that of its end."""
_ASKING = re.compile(
    r"(?:why|how|what|when|warum|wieso|wie|was|pourquoi|comment|qu'est-ce|por que|como|que es|perche|come|cosa|waarom|hoe|wat|varfor|hvorfor|hur|hvordan|miksi|miten|dlaczego|jak|proc|miert|neden|почему|как|чому|як|γιατι|πως)\b[^|]{8,}\?"
)
_LOGIN_HEADING = re.compile(LOGIN_HEADING)
_FAMILIES = {Kind.PAYWALL: Kind.LOGIN}
"""Kinds that go together."""
_OFFERS = frozenset({Kind.LOGIN, Kind.PAYWALL})
"""Walls that stand under an article's own headline."""
_STRONGER = frozenset({Kind.MISSING, Kind.CHALLENGE, Kind.REGION, Kind.LOGIN})
"""What a page is whose heading says so, however long its banner is."""


class Weighing:
    """What speaks for each kind on one page."""

    def __init__(self, visit: Visit, sight: Sight, said: Said) -> None:
        """Take a page as it was reached, as it is built, and what it says."""
        self._visit = visit
        self._sight = sight
        self._said = said

    def likeliest(
        self, kinds: tuple[Kind, ...], at_least: float = AT_LEAST, *, is_instead: bool = False
    ) -> Kind | None:
        """Give the kind that most speaks for, of some; none where too little does. `is_instead`: it surely is not what was asked for."""
        points = {kind: self._points(kind, is_instead=is_instead) for kind in kinds}
        sure = {kind for kind in points if points[kind] >= at_least} - {Kind.CONSENT}
        if max(points.values()) < SURE and len({_FAMILIES.get(kind, kind) for kind in sure}) > MOST_KINDS:
            return None  # who speaks of everything that goes wrong writes about it
        if Kind.REGION in sure and not self._sight.markers:
            points.pop(Kind.CHALLENGE, None)  # "your connection seems to come from there"
        if _ASKING.match(self._said.title):
            for kind in points.keys() - {Kind.PARKED}:
                # a notice does not ask why it is shown, a help page does
                points[kind] = min(points[kind], 1.0)
        best = max(points, key=lambda kind: points[kind])
        least = at_least - (best is Kind.MISSING)
        return best if points[best] >= least else None

    def instead_of_story(self) -> Kind:
        """Give the kind that most speaks for, of a page that surely is not what was asked for; gone, where nothing does."""
        points = {kind: self._points(kind, is_instead=True) for kind in Kind}
        best = max(points, key=lambda kind: points[kind])
        return best if points[best] >= LEAST_INSTEAD else Kind.MISSING

    def _points(self, kind: Kind, *, is_instead: bool = False) -> float:
        """Weigh what speaks for a kind: whatever stands in the way is not what was asked for either."""
        return self._told(kind, is_instead=is_instead) - (kind is Kind.MISSING)

    def _told(self, kind: Kind, *, is_instead: bool) -> float:
        """Weigh what the page says, where it says so, and how it is built."""
        if kind is Kind.CONSENT and self.is_all_consent:
            return SURE + 0.5  # whoever paid before may log in there, too
        notice = self._said.notice if kind is Kind.MISSING else self._said.own
        besides = (
            self._said.besides_in(notice)
            if kind is Kind.MISSING and self._said.leads_on
            else self._said.besides
        )
        was_led_there = was_led_to(kind, self._visit)
        if besides > self._most_besides(kind) and not (is_instead or was_led_there):
            return 0.0
        said = [block for block in notice if self._said.says(kind, block)]
        points = self._points_of_words(kind, said)
        named = sum(names_thing(kind, self._said.folded[block.text]) for block in notice if block.words <= 80)
        points += min(0.5 * named, 1.5)
        if self._said.is_notice and named and (said or self._visit.status == 200):
            points += 2.0
        elif said and besides <= SILENT_WORDS and self._said.own_words <= NOTICE_WORDS:
            points += 2.0  # it says nothing else
        is_headed = heads(kind, self._said.title) or any(
            block.role is not Role.PROSE or block in self._said.openings for block in said
        )
        points += 2.0 * was_led_there + self._points_of_build(kind, is_headed=is_headed or was_led_there)
        if kind is Kind.MISSING and not (
            is_instead
            or is_headed
            or was_led_there
            or self._sight.is_hidden
            or self._sight.is_error
            or besides <= SILENT_WORDS
        ):
            return min(points, 1.0)  # an office may well write about a page of its own
        is_told_alone = is_instead or is_headed or self._said.is_notice
        if kind is Kind.REGION and self._visit.status == 200 and not is_told_alone:
            return min(points, 1.0)  # an encyclopedia may well write about such pages
        return points

    def _most_besides(self, kind: Kind) -> int:
        """Give the words that a page of a kind may have besides its notice."""
        if kind is Kind.MISSING and self._sight.is_error:
            return DOUBTFUL_WORDS  # its template says so, and the stories that it lists have dates
        if kind in _DATELESS and self._said.is_dated:
            return DATED_WORDS
        explains = kind is Kind.CHALLENGE and self._sight.markers and self._sight.is_hidden
        return DOUBTFUL_WORDS if explains else NOTICE_WORDS

    def _points_of_words(self, kind: Kind, said: Sequence[Block]) -> float:
        # whatever the headline says, it is the article's
        is_headlined = self._sight.declares_article and kind in _OFFERS
        if is_headlined:
            said = [block for block in said if block is not self._said.headline]
            calls = (block.role is not Role.PROSE or self._said.speaks(block) for block in said)
            if self._said.own_words > NOTICE_WORDS and not any(calls):
                return 0.0  # it writes about such offers
        roles = Counter(block.role for block in said)
        aloud = [block for block in said if block.role is not Role.LABEL]
        points = 2.0 * (not is_headlined and heads(kind, self._said.title)) + 2.0 * (roles[Role.HEADING] > 0)
        points += min(1.5 * roles[Role.PROSE], 3.0) + min(1.0 * roles[Role.LINE], 2.0)
        points += min(0.5 * roles[Role.LABEL], 1.0) + 1.0 * (len(aloud) > 1)
        return points + 1.5 * any(map(self._said.speaks, aloud))

    def _points_of_build(self, kind: Kind, *, is_headed: bool) -> float:
        sight, visit = self._sight, self._visit
        points: float
        match kind:
            case Kind.LOGIN:
                points = 1.5 if sight.has_password else -1.0 * (not is_headed)
                points += 1.5 * (sight.has_password and self._is_headed_by_its_form())
                points += 2.0 * (sight.declares_article and self._said.besides <= HARDLY_ANY)
            case Kind.CHALLENGE:
                points = 2.0 * bool(sight.markers) + 1.0 * (visit.status in {202, 403, 429, 503})
            case Kind.REGION:
                points = 2.0 * any(_GEO_HEADERS.search(f"{key} {value}") for key, value in visit.headers)
            case Kind.PARKED:
                points = self._names_itself() or -2.0 * (not is_cue(kind, self._said.title))
                points += 2.0 * sight.is_parking
            case Kind.CONSENT:
                # whoever signs up agrees to terms, and a banner stands on pages of every kind
                points = -2.0 * sight.has_password - 3.0 * self._says_more_than(kind)
            case Kind.PAYWALL:
                points = -1.0  # offers stand on walls of every kind
            case Kind.MISSING:
                # whatever its template declares: a heading says so, and hardly anything follows
                points = 1.0 * (is_headed and sight.declares_article and self._said.besides <= HARDLY_ANY)
                points += 2.0 * sight.is_error
            case _:
                assert_never(kind)
        return points

    def _is_headed_by_its_form(self) -> bool:
        """Say whether a heading names the form of those who have an account, and nothing else."""
        return any(map(_LOGIN_HEADING.fullmatch, self._said.headings()))

    def _says_more_than(self, kind: Kind) -> bool:
        """Say whether most of what a page says is about something else."""
        return self._said.about(kind) < max(LEAST_CONSENT, 0.5 * self._said.own_words)

    @cached_property
    def is_all_consent(self) -> bool:
        """Say whether most of what a page says is about consent, to its readers, and there is a button for it."""
        spoken = sum(block.words for block in self._said.prose if self._said.speaks(block))
        return (
            self._said.own_words > 0
            and not self._sight.has_password  # who signs up agrees to terms
            and self._said.besides <= (DATED_WORDS if self._said.is_dated else CONSENT_WORDS)
            and 0.5 * self._said.own_words <= min(self._said.about(Kind.CONSENT), spoken)
            and not any(heads(kind, one) for kind in _STRONGER for one in self._said.headings())
            and any(
                accepts(fold_words(block.text))
                for block in self._sight.blocks
                if block.role is not Role.PROSE and block.words <= MOST_OF_BUTTON
            )
        )

    def _names_itself(self) -> float:
        """Give points where the text is about the host's own name, put together from its pieces."""
        host = (urlsplit(self._visit.cited_url).hostname or "").removeprefix("www.")
        shown = [block for block in self._said.own if block.role is not Role.LINKS][:12]
        text = " ".join(self._said.folded[block.text] for block in shown)
        if not host or not re.search(rf"(?<![@\w.-]){re.escape(host)}(?!/\w)", f"{self._said.title} {text}"):
            return 0.0
        is_for_sale = is_cue(Kind.PARKED, text)
        return 2.0 + 2.0 * is_for_sale if is_for_sale or not heads(Kind.MISSING, self._said.title) else 0.0
