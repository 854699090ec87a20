"""Whether a barrier breaks an article off: a teaser is all there is, or a part."""

import re
from collections.abc import Sequence

from claimcheck.recognise.corrections import find_correction
from claimcheck.recognise.cues import Kind
from claimcheck.recognise.said import Said
from claimcheck.recognise.sight import Block, Role, Sight
from claimcheck.recognise.wording import LONGEST, SENTENCE, count_cues, fold_words, is_cue

TEASER_WORDS = 100
"""Fewer words of the article's own before a barrier are a teaser; from here on they are a part of it."""
TOLD_IN, LEAST_PARAGRAPH = 4, 12
"""Paragraphs, and words of each, in which a short article is told to its end: no teaser has as many."""
FULL_WORDS = 350
"""Words from which an article whose metadata says that it is not free is taken to be whole: no teaser is that long."""
LONGEST_CALL = 25
"""Characters that follow "read on" in the link of a barrier: what is longer names another story."""
NEXT = 2
"""Blocks from a whole last sentence to what says that it goes on: further on, it is something else that does."""
LONGEST_UNADDRESSED = 25
"""Words of a barrier that neither speaks to its readers nor of its site."""
MOST_SAID = 40
"""Words between a sentence that breaks off and the button of its barrier."""
LEAST_BROKEN = 60
"""Characters of a paragraph that may be cut: what is shorter is a caption or a signature."""


class Barrier:
    """What may break off the article of one page."""

    def __init__(self, sight: Sight, said: Said) -> None:
        """Take a page as it was looked at, and what it says."""
        self._sight = sight
        self._headline = said.headline
        self._own = said.own
        self._folded = said.folded
        self._speaks = said.speaks

    def find(self) -> int | None:
        """Count the article's own words before the barrier that breaks it off; nothing where none does."""
        if self._sight.is_free is True:
            return None
        own = self._article_blocks()
        before, paragraphs, last, led_on = 0, 0, "", False
        until_heading = 0  # what is offered has a heading of its own
        apart = 0  # blocks from the last paragraph to this one, without those that show that there is more
        for at, block in enumerate(own):
            folded = self._folded[block.text]
            if block.role is Role.HEADING and before:
                until_heading = before
            if before and not led_on and (strength := self._strength_at(own, at, last, apart)):
                is_whole = _is_whole(before, paragraphs, last)
                if not is_whole and self._is_barrier(own, at, strength, before, last):
                    return min(before, until_heading) if until_heading else before
            elif (
                block.role is Role.PROSE and not is_cue(Kind.PAYWALL, folded) and not _BLURRED.search(folded)
            ):
                before, last, led_on = before + block.words, block.text, False
                paragraphs += block.words >= LEAST_PARAGRAPH
            if block.text == last:
                apart = 1
            else:
                apart += not _BLURRED.search(folded)
            led_on = led_on or block.role is Role.TEASER
        return before if self._is_cut(before, paragraphs, last) else None

    def _near(self, own: Sequence[Block], at: int) -> list[str]:
        return [self._folded[one.text] for one in own[at : at + 6] if one.role is not Role.TEASER]

    def _strength_at(self, own: Sequence[Block], at: int, last: str, apart: int) -> int:
        """Rate what may break the article off here, after a last paragraph: 2 surely does, 1 may do, 0 does not."""
        block = own[at]
        after = own[at + 1 : at + 2]
        near = self._near(own, at)
        if (
            apart == 1
            and block.role is not Role.PROSE
            and self._stops_short(last, near[: 6 if self._sight.is_free is False else 2])
        ):
            return 2
        if block.role is Role.HEADING and any(
            one.role is Role.LINKS and not _OFFER.search(self._folded[one.text]) for one in after
        ):
            return 0  # it heads a list of other stories
        if apart == 1 and self._is_cut_before(own, at, last):
            return 2
        if block.role is Role.PROSE and block.words > LONGEST_UNADDRESSED and not self._speaks(block):
            return 0  # who writes about walls does not speak to those who stand before one
        strength = _strength_of_barrier(self._folded[block.text], block, near)
        if (self._sight.is_free is False and not find_correction(last, None)) or _stops(last):
            return strength
        # who has told the whole story may well offer more, though not at once that it goes on
        folded = self._folded[block.text]
        is_said = block.role not in {Role.LINKS, Role.LABEL} or _APP.search(folded) or _PRICE.search(folded)
        return 2 * (strength == 2 and apart <= NEXT and bool(is_said))

    def _is_cut_before(self, own: Sequence[Block], at: int, last: str) -> bool:
        """Say whether a sentence breaks off, and all that follows is a few words and a button with an offer."""
        if not (self._sight.declares_article and _is_unfinished(last)):
            return False
        words = headings = 0
        if _is_signature(own[at]):
            return False
        for block in own[at:]:
            folded = self._folded[block.text]
            offers = _OFFER.search(folded) or is_cue(Kind.PAYWALL, folded)
            if block.role in {Role.LINKS, Role.LABEL} and offers and ":" not in folded:
                return True
            words += block.words
            headings += block.role is Role.HEADING
            if words > MOST_SAID or headings > 1 or block.role is Role.TEASER:
                return False
        return False

    def _is_barrier(self, own: Sequence[Block], at: int, strength: int, before: int, last: str) -> bool:
        """Say whether little of the article follows what may break it off."""
        rest = [one for one in own[at + 1 :] if one.role is Role.PROSE]
        after = sum(one.words for one in rest if not is_cue(Kind.PAYWALL, self._folded[one.text]))
        if strength > 1 and after <= max(150, before):
            return True
        is_offered = self._sight.is_free is False or (
            count_cues(Kind.PAYWALL, self._near(own, at)) >= 2
            and (self._sight.declares_article or _ELLIPSIS.search(last) is not None)
        )
        return is_offered and after <= max(40, before / 5)

    def _is_cut(self, before: int, paragraphs: int, last: str) -> bool:
        """Say whether a text without a barrier in it is a part all the same: by its end, or by its metadata."""
        if before and self._stops_short(last, self._after_own()):
            return True
        is_cut = _ELLIPSIS.search(last) or (
            _BREAKS_OFF.search(last) and any(map(_OFFER.search, self._after_own()))
        )
        is_teaser = before < TEASER_WORDS and not _is_whole(before, paragraphs, last)
        return self._sight.is_free is False and (is_teaser or (before < FULL_WORDS and bool(is_cut)))

    def _after_own(self) -> list[str]:
        """Give what stands right behind the last text of the page's own, in whatever place."""
        blocks = self._sight.blocks
        last = max((at for at, block in enumerate(blocks) if block.role is Role.PROSE), default=0)
        return [fold_words(block.text[:LONGEST]) for block in blocks[last + 1 : last + 4] if block.words > 1]

    def _stops_short(self, last: str, near: Sequence[str]) -> bool:
        """Say whether a text stops in the middle of a sentence, and something is offered there."""
        return (
            self._sight.declares_article
            and "://" not in last
            and _is_unfinished(last)
            and any(_OFFER.search(one) for one in near)
        )

    def _article_blocks(self) -> Sequence[Block]:
        """Give what follows the headline: banners and tickers stand above it."""
        return self._own[self._own.index(self._headline) :] if self._headline else self._own


_ELLIPSIS = re.compile(r"(?:…|\.\.\.|\[[.…]+\])\W*$")
_BREAKS_OFF = re.compile(rf"{_ELLIPSIS.pattern}|[^.!?。！？»”\"'’)\]]\s*$")
"""How a text ends that does not end."""
_MID_SENTENCE = re.compile(r"[\w,、，؛،]\s*$")
"""How a text ends that is cut: with a word or a comma. Thai and its neighbours write no full stops."""
_PRICE = re.compile(r"\d\s?(?:[$£€¥₽₹円元원]|(?:kr|eur|euros?|chf|fr|zl|kc|ft|lei|tl)\b)|[$£€¥₹]\s?\d")
_LEAST_FRAGMENT = 5
"""Characters of a sentence's beginning."""
_CONTINUES = re.compile(
    r"(?:to|and|for) (?:continue|keep|finish) reading|(?:continue|keep) reading|free (?:preview|part)|(?:subscribers|members|readers with \w+) can (?:continue|read)|naar het vervolg|read (?:the rest|on in|the full|this (?:article|story) in)|rest of (?:this|the|our|your) (?:story|article|text|piece|post|issue|newsletter|report|interview|page)|the rest is |full (?:story|article) (?:is|for|with)|"
    r"(?:story|article|page|post|episode|issue) (?:is|continues) (?:for|in our|in the) |there(?:'?s| is) more to (?:this|the) story|unlock (?:this|the)|subscriber[- ]only|(?:for|only to|exclusive to) (?:our )?(?:subscribers|members)|last (?:free|complimentary)|free (?:article|piece|stor)\w* (?:left|limit)|"
    r"weiterlesen|weiterzulesen|(?:vollstandige|ganze|volle|komplette)n? (?:artikel|text|beitrag)|(?:nur|exklusiv) fur abonn|mit (?:plus|abo)|artikel freischalten|"
    r"(?:pour|de) (?:lire|continuer|poursuivre|acceder)|la suite|il vous reste \d|reserve\w* (?:a nos |aux )?abonn|debloquez|"
    r"(?:para|de) (?:seguir(?! (?:informad|al (?:dia|tanto)|conectad|recib))|continuar|leer|terminar)|segui leyendo|sigue leyendo|(?:continua|sigue) (?:solo )?(?:para|en) |geht (?:es )?(?:nur )?weiter fur|prosegue per|(?:solo|exclusiv\w+) (?:para|de) (?:los )?(?:suscript|socios|abonad)|para (?:ler|continuar)|continue a ler|(?:so|exclusiv\w+) para assinantes|"
    r"per (?:continuare|leggere|proseguire)|continua a leggere|riservat\w a|verder (?:te )?lezen|lees verder|(?:alleen|exclusief) voor abonnees|rest van (?:dit|het)|"
    r"las (?:vidare|hela|resten)|fortsatt|(?:endast|for) prenumerant|last for|les (?:videre|hele|resten)|vil du lese|lese hele|laese? (?:videre|hele)|for abonnent|lue (?:lisaa|koko|loppuun)|jatka lukemista|vain tilaajille|tilaajille|"
    r"(?:czytaj|przeczytaj) (?:dalej|calosc)|pozostal\w+ \d|dla prenumerator|aby czytac|pokracovat ve cteni|pro (?:docteni|predplatitel)|docist|odemkn|olvasd tovabb|elofizetoknek|teljes cikk|citeste (?:mai departe|continuarea)|pentru abonati|"
    r"devamini (?:oku|gor)|abonelere ozel|tamamini oku|читать (?:дальше|полностью|далее)|читати (?:далі|повністю)|для подписчик|для передплатник|только по подписке|διαβαστε (?:τη συνεχεια|ολοκληρο)|για συνδρομητεσ|"
    r"baca selengkapnya|(?:untuk )?membaca (?:sampai|selengkapnya|seluruh)|lanjutkan membaca|khusus pelanggan|doc tiep|danh cho hoi vien|続きを読む|続きは|残り\s*[\d,]+|会員限定|有料会員(?:限定|の(?:方|み)|向け|だけ)|阅读全文|繼續閱讀|继续阅读|剩余|付费|계속 읽|전문을|유료 회원|회원을 위한 기사|구독자 전용|유료 기사|프리미엄 기사|"
    r"لمتابعة القراءة|أكمل القراءة|للمشتركين|להמשך קריאה|למנויים בלבד|आगे पढ़|पूरा पढ़|पूरी (?:खबर|ख़बर|रिपोर्ट) पढ़"
)
"""What only a barrier says: that the text goes on, for others."""


def _stops(text: str) -> bool:
    """Say whether a text ends with dots, or in the middle of a sentence."""
    return _ELLIPSIS.search(text) is not None or _is_unfinished(text)


def _is_whole(words: int, paragraphs: int, last: str) -> bool:
    """Say whether a short article is told to its end before what may break it off: in more paragraphs than a teaser has."""
    return words < TEASER_WORDS and paragraphs >= TOLD_IN and not _stops(last)


def _is_unfinished(text: str) -> bool:
    """Say whether a text ends in the middle of a sentence: with more behind its last full stop than a name or an agency."""
    fragment = SENTENCE.split(text)[-1]
    words = fragment.split()
    return (
        len(text) >= LEAST_BROKEN
        and _MID_SENTENCE.search(text) is not None
        and len(fragment) >= _LEAST_FRAGMENT
        and any(word[0].isalpha() and not word[0].isupper() for word in words[1:] or words)
    )


def _is_signature(block: Block) -> bool:
    """Say whether a line is a name and nothing else, as stands under a text that is whole."""
    return block.role is Role.LINE and all(word[0].isupper() for word in block.text.split())


def _strength_of_barrier(folded: str, block: Block, near: list[str]) -> int:
    """Rate what breaks an article off: 2 says that it goes on elsewhere, 1 offers a subscription, 0 does neither."""
    if block.role is Role.TEASER or len(folded) > 400 or folded[:1] in _TAGS or _OTHERS.search(folded):
        return 0
    goes_on = _CONTINUES.search(folded)
    if block.role is Role.LINKS:
        is_call = goes_on and goes_on.start() < 4 and len(folded) <= goes_on.end() + LONGEST_CALL
        calls = goes_on and block.words <= 10 and (is_call or _APP.search(folded))
        return 2 * bool(calls and ":" not in folded and any(_OFFER.search(one) for one in near))
    offered = near[1:] if block.role is Role.HEADING else near
    if goes_on and block.words <= 45 and any(_OFFER.search(one) for one in offered):
        return 2
    return int(block.role is not Role.LABEL and is_cue(Kind.PAYWALL, folded))


_OTHERS = re.compile(
    r"\b(?:e-?paper|gift(?:ing)? (?:this|an?|the|links?|\w+ articles)|verschenk\w*|gi bort|ge bort|dela (?:med|upp till)|teilen|dele (?:denne|fem|saken|artikler)|com+ent\w*|kommentar\w*|kommentier\w*|reacties|komentarz\w*|komentar\w*|yorum\w*|puzzles?|crosswords?)\b|коммент|комент|コメント|评论|評論|댓글|التعليق"
)
"""What is kept for subscribers beside a text that is whole: comments, puzzles, copies to give away."""
_TAGS = frozenset("【[")
"""What the tag before another story's headline begins with: "[Members only] The deal"."""
_OFFER = re.compile(
    r"\b(?:subscri\w+|members?(?:hip)?|premium|abos?|abonn\w+|suscri\w+|abon\w+|abbon\w+|assin\w+|prenumer\w+|tilaa\w*|tilau\w*|predplat\w+|elofiz\w+|subskry\w+|pretplat\w+|narocni\w+|abonam\w+|langganan|ung dung|tra phi|log ?ind?|logg[ae]? inn?|sign ?in|profil\w*|anmeld\w*|einlogg\w*|inlogg\w*|kirjau\w+|zaloguj\w*|prihlas\w*|bejelentkez\w*|"
    r"register|konto|account|compte|cuenta|conta)\b|abone|подпис|підпис|передплат|συνδρομ|会員|購読|订阅|訂閱|会员|會員|구독|회원|اشتر|מנוי|सब्सक्रा|सदस्य|लॉग ?इन|लॉगिन|ログイン|登录|登錄|로그인|تسجيل الدخول|התחבר|\b(?:euros?|maand|month|monat|mois|mes|mese|manad\w*|maned\w*|kk|kuukau\w+)\b|[$£€¥]|\b(?:kr|eur|chf|fr|zl|kc|ft|lei|tl)\b|\bapp\b|aplikasi|uygulama|приложени|абонам|ऐप|앱|アプリ|应用|應用|تطبيق|אפליקצי"
)
"""What is offered beside a barrier: subscriptions, accounts, prices, applications."""
_BLURRED = re.compile(r"\bx{3,}\b.*\bx{3,}\b")
_APP = re.compile(
    r"\bapp\b|aplikasi|applikasjon\w*|aplicacion|application|sovellu\w+|приложени\w*|アプリ|应用|앱"
)
