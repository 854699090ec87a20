"""What a page says, apart from its furniture: its blocks folded once, and how much of them is a notice."""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from claimcheck.recognise.cues import Kind
from claimcheck.recognise.sight import Block, Role, Sight
from claimcheck.recognise.wording import (
    LONGEST,
    SENTENCE,
    accepts,
    excuses,
    fold_words,
    heads,
    is_cue,
    names_thing,
)

SHORT_WORDS = 40
"""Words of its own that a page which calls itself an article may have, and say that it is gone."""
MOST_OF_DATE = 10
"""Words of a line that tells when a page was written."""
MOST_BESIDES = 300
"""Words at which counting ends: no notice has as many."""
LONGEST_BANNER = 60
"""Words of a banner about cookies, besides its buttons."""
MOST_OF_BUTTON = 6
"""Words of what can be pressed."""
LEAST_TOLD, LEAST_LEADS = 12, 3
"""Words of paragraphs, or leads to other pages, that a page with a banner has besides it."""
MOST_EXCUSED = 2
"""Paragraphs under a heading that begins a notice which say what is wrong."""
HEADLINE = 30
"""Characters of a heading by which it is the title's."""
LEAST_OF_LEAD = 3
"""Words of a link that is the title of another page."""
LONGEST_QUOTED_NAME = 12
"""Characters, with the marks, of a name in quotation marks: what is longer somebody said."""
NOTICE_SHARE = 0.6
"""Share of its sentences in which a notice speaks to its readers or of itself."""

_RIGHTS = re.compile(r"^\W*©|^\W*(?:\(c\)|copyright)\s", re.IGNORECASE)
# nobody writes a date as machines do
_DATED = re.compile(r"\b(?:19|20)\d\d\b(?!-\d\d-\d\d(?:T|\s\d\d:\d\d:\d\d))")
_QUOTED = re.compile(r"[«„“”\"「『][^«»„“”\"「」『』]{3,160}[»“”\"」』]")
_SAYING = frozenset({Role.HEADING, Role.PROSE, Role.LINE, Role.LABEL})
_ADDRESS = re.compile(
    r"\b(?:you|your|we|our|us|sie|ihr\w{0,2}|wir|unser\w*|vous|votre|vos|nous|notre|nos|usted\w*|tu|te|ti|tus|su|nuestr\w+|lo sentimos|hemos|voce|seu|nosso\w*|"
    r"noi|nostr\w+|vi|voi|il tuo|je|jouw?|uw|wij|we|onze|du|dig|dig|ditt|din|vara|var|vare|deg|oss|os|sinu\w*|sinun|olet|emme|meid\w+|twoj\w*|panstw\w+|nasz\w*|ci|vas\w*|nam|nas\w*|"
    r"zkuste|prosim|siz\w*|sizin|biz\w*|вас|вы|вам|ваш\w*|мы|нас|наш\w*|ви|ми|σασ|μασ|anda|kami|kita|ban|chung toi|on|ont|az on)\b|ください|お探し|您|你|我们|我們|하세요|하시|주세요|요청하신|أنت|كنت|نعتذر|كم\b|אנו|אתם|אתה|לך|आप|हम"
)
"""A site that speaks to its readers: notices do, news do not."""


class Said:
    """The blocks of one page that are its own."""

    def __init__(self, sight: Sight) -> None:
        """Fold what a page says, without its furniture and what it quotes."""
        self._sight = sight
        self.own = _without_banner(sight.blocks)
        self.folded = {block.text: fold_words(_unquoted(block.text[:LONGEST])) for block in self.own}
        self.title = fold_words(_unquoted(sight.title))
        self.prose = [block for block in self.own if block.role is Role.PROSE]
        self.own_words = sum(block.words for block in self.prose)

    @property
    def words(self) -> int:
        """The words of all blocks."""
        return sum(block.words for block in self.own)

    def says(self, kind: Kind, block: Block) -> bool:
        """Say whether a block speaks of a kind; lists of links and teasers do not count."""
        told = heads if block.role is Role.HEADING else is_cue
        return block.role in _SAYING and told(kind, self.folded[block.text])

    def headings(self) -> list[str]:
        """List the title and the headings, folded."""
        return [self.title, *(self.folded[one.text] for one in self.own if one.role is Role.HEADING)]

    @cached_property
    def headline(self) -> Block | None:
        """The first heading that the title begins with, or holds."""
        headings = (block for block in self.own if block.role is Role.HEADING)
        return next((one for one in headings if self.folded[one.text][:HEADLINE] in self.title), None)

    def about(self, kind: Kind) -> int:
        """Count the words of the paragraphs that name a thing of a kind."""
        return sum(block.words for block in self.prose if names_thing(kind, self.folded[block.text]))

    def speaks(self, block: Block) -> bool:
        """Say whether a block speaks to the page's readers, or of the site."""
        return _ADDRESS.search(self.folded[block.text]) is not None

    @cached_property
    def is_notice(self) -> bool:
        """Say whether the page does nothing but speak to its readers, and of itself."""
        sentences = [
            fold_words(sentence)
            for block in self.own
            if block.role in {Role.PROSE, Role.HEADING}
            for sentence in SENTENCE.split(block.text)
        ]
        speaking = sum(
            bool(_ADDRESS.search(one)) or any(names_thing(kind, one) for kind in Kind) for one in sentences
        )
        share = speaking / len(sentences) if sentences else 0.0
        return not self._sight.declares_article and share + 0.2 * self._sight.is_hidden >= NOTICE_SHARE

    @cached_property
    def notice(self) -> Sequence[Block]:
        """What an error page says before it lists other stories."""
        kept: list[Block] = []
        for block in self.own:
            spoke = any(self.says(Kind.MISSING, one) for one in kept)
            if spoke and block.role is Role.HEADING and any(one.role is Role.PROSE for one in kept):
                break
            kept.append(block)
        return kept

    @cached_property
    def openings(self) -> Sequence[Block]:
        """The first heading or paragraph, and the paragraphs under a heading that begins a notice."""
        first = next((block for block in self.own if block.role in {Role.HEADING, Role.PROSE}), None)
        excused = [block for block in self.prose if excuses(self.folded[block.text])]
        begun = [
            one
            for at, block in enumerate(self.own)
            if block.role in {Role.HEADING, Role.LINE} and excuses(self.folded[block.text])
            for one in islice((one for one in self.own[at + 1 :] if one.role is Role.PROSE), MOST_EXCUSED)
        ]
        return [block for block in (first, *excused, *begun) if block]

    @cached_property
    def is_dated(self) -> bool:
        """Say whether a line tells when it was written, as of articles; notices have no date."""
        return any(
            block.words <= MOST_OF_DATE and block.role is not Role.HEADING and _DATED.search(block.text)
            for block in self.own
        )

    @cached_property
    def leads_on(self) -> bool:
        """Say whether what follows an error page's notice is mostly links to other stories."""
        after = self.own[len(self.notice) :]
        prose = sum(block.words for block in after if block.role is Role.PROSE)
        return prose < sum(block.words for block in after if block.role in {Role.LINKS, Role.TEASER})

    @cached_property
    def besides(self) -> int:
        """The words of sentences that have nothing to do with the page, the site or its readers."""
        return self.besides_in(self.own)

    def besides_in(self, blocks: Sequence[Block]) -> int:
        """Count such words in some blocks."""
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


def _without_banner(blocks: Sequence[Block]) -> Sequence[Block]:
    """Leave out the furniture, and a banner about cookies at the end of a page that says something else: a few words and buttons.

    What stands behind the furniture at a page's foot is all banner, its heading too.
    """
    own = [block for block in blocks if block.role is not Role.FURNITURE]
    foot = max(
        (at + 1 for at, block in enumerate(blocks) if block.role is Role.FURNITURE), default=len(blocks)
    )
    prose = [at for at, block in enumerate(own) if block.role is Role.PROSE]
    last = prose[-1] if prose else 0
    before = own[: min(last, len(own) - len(blocks[foot:]))]
    is_banner = (
        bool(prose)
        and own[last].words <= LONGEST_BANNER
        and _asks_consent(fold_words(own[last].text), own[last + 1 :])
        and all(block.words <= MOST_OF_BUTTON for block in own[last + 1 :])
        and not any(heads(Kind.CONSENT, fold_words(block.text)) for block in before)
    )
    told = sum(block.words for block in before if block.role is Role.PROSE)
    return before if is_banner and (told >= LEAST_TOLD or count_leads(before) >= LEAST_LEADS) else own


def _asks_consent(folded: str, buttons: Sequence[Block]) -> bool:
    return is_cue(Kind.CONSENT, folded) or (
        names_thing(Kind.CONSENT, folded) and any(accepts(fold_words(block.text)) for block in buttons)
    )


def count_leads(blocks: Sequence[Block]) -> int:
    """Count the leads to other pages."""
    return sum(
        block.role is Role.TEASER or (block.role is Role.LINKS and block.words >= LEAST_OF_LEAD)
        for block in blocks
    )


def count_quotations(text: str) -> int:
    """Count what a text quotes, besides the names of buttons."""
    return sum(len(quoted) > LONGEST_QUOTED_NAME for quoted in _QUOTED.findall(text))


def _unquoted(text: str) -> str:
    """Leave out what a text quotes: a wall does not quote itself, who writes about one does."""
    return _QUOTED.sub(" ", text)
