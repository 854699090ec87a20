"""In whose voice, and as what, a page tells what a claim states: as a report, a doubt, a plan, or as no fact at all."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck.match.page import Page
from claimcheck.match.query import Query
from claimcheck.text.factuality import Factuality, denies, factuality_of, is_attribute, is_settled


class _Voice(NamedTuple):
    """A group of words by which a sentence does not state what it says."""

    said: re.Pattern[str]
    alike: re.Pattern[str]
    """What in a claim says as much: such a claim speaks as its source does."""
    is_verb: bool
    """It speaks of its own clause alone."""


_TRIED_IN_VAIN = (
    r"(?:attempt|bid|effort)s?\b[^.;]{0,90}?\s(?:failed|fell\sthrough|collapsed|came\sto\snothing)"
)
_ASKED = r"(?:request|bid|application|appeal|call|proposal|plan|motion|attempt|offer|demand|amendment|petition|scheme)s?"
_REFUSED = r"(?:refused|rejected|turned\sdown|denied|dismissed|withdr[ae]wn?|dropped|voted\sdown|defeated|shelved|abandoned|scrapped|vetoed)"
_VOICES = tuple(
    _Voice(
        re.compile(rf"\b(?:{said})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{'|'.join(filter(None, (said, alike)))})\b", re.IGNORECASE),
        is_verb,
    )
    for said, alike, is_verb in (
        ("hardly|scarcely|barely|seldom|rarely", "", False),
        (
            r"(?<!\bbring\sa\s)(?<!\bbringing\sa\s)(?<!\bfile\sa\s)(?<!\bfiling\sa\s)claim(?:s|ed|ing)?(?!\sresponsibility\b|\s(?:(?:at\sleast|about|up\sto|more\sthan|some|nearly)\s)?(?:[$€£]|\d[\d.,]*\s(?:million|billion))|\s(?:damages|compensation|benefits)\b)|alleg\w+|accus\w+|den(?:y|ies|ied|ying)|rumou?r\w*",
            "",
            False,
        ),
        (
            r"false(?:ly)?|myth|hoax|fake|untrue|debunk\w*|mislead\w*|(?:incorrect|wrong|mistaken|erroneous)ly|(?:earlier|previous)\sversion|we\s(?:said|wrote|reported|stated)",
            "",
            False,
        ),
        (
            rf"{_TRIED_IN_VAIN}|(?:ask(?:s|ed)?\sfor|appl(?:y|ied)\sfor|sought)\b[^.;]{{0,100}}\bbut\s(?:\w+\s){{0,2}}?(?:was|were|been)\s{_REFUSED}|{_ASKED}\b(?:(?!\s(?:was|were|been|is|are)\s)[^.;,]){{0,120}}\s(?:was|were|been)\s(?:\w+ly\s)?{_REFUSED}|{_REFUSED}\s(?:(?:an?|the|its|his|her|their)\s)?(?:\w+\s){{0,2}}{_ASKED}",
            r"refus\w+|reject\w+|turn\w*\sdown|den(?:y|ie)\w*|dismiss\w+|withdr\w+|drop\w*|vot\w+\sdown|defeat\w*|shelv\w+|abandon\w+|scrap\w*|veto\w*|not?|never|without|against|oppos\w+|fail\w*|los[et]",
            True,
        ),
        (
            r"(?:not|never|nobody|no\sone|\w+n['’]t)\s(?:\w+\s){0,2}?(?:say|said|saying|tell|tells|told|telling|claim\w*|suggest\w*|impl\w+|mean\w*|believe\w*|think)(?:\s\w+){0,3}?\sthat",
            r"not|never|no|nobody|\w+n['’]t|den(?:y|ie)\w*|reject\w*|dismiss\w*",
            False,
        ),
        (
            # "if you're planning to retire" is advice to all who are, and "even if" supposes what does not matter
            r"(?<!\beven\s)(?<!\bas\s)if(?!\s(?:you|your|one)\b)|in\s+case",
            r"if|would|unless|whether|not\syet|yet\sto",
            False,
        ),
        (r"unless|whether", "if", False),
        *(
            (
                said,
                r"(?-i:may)|might|could|plan(?:s|ned|ning)?\s+to|propos\w+|intend\w*|would|can|if|unless|whether|(?:is|are)\sto|wants?|aims?|seeks?|not\syet|yet\sto",
                is_verb,
            )
            for said, is_verb in (
                (r"(?-i:may)|might|could", True),
                (r"plan(?:s|ned|ning)?\s+to|propos\w+", False),
            )
        ),
        (
            r"consider(?:s|ed|ing)|weighing|would\slike\sto|put(?:s|ting)?\soff|postpon\w+|under\sreview|intend\w*|hopes?\sto|wants?\sto|call(?:s|ed|ing)?\sfor|ask(?:s|ed|ing)?\s(?:the|for|to)",
            r"demand\w*|wants?|plan(?:s|ned|ning)?|think\w*|seek\w*|urg\w+|(?-i:may)|might|could|delay\w*|request\w*|pleas?|plead\w*",
            True,
        ),
        (
            r"(?:leav(?:es?|ing)|left|ke(?:eps?|pt))\s(?:[\w'’-]+\s){0,5}?(?:unchanged|in\splace|alone)|unchanged",
            r"stay\w*|remain\w*|ke(?:eps?|pt)|h[eo]lds?|same|not",
            True,
        ),
    )
)
_CONDITION = re.compile(
    r"(?<!even\s)(?<!\bas\s)(?<!what\s)\bif\b(?!\s(?:you|your|one|any|not|necessary|possible|needed|ever|so)\b)|\bunless\b|\bon\scondition\b"
    r"|\b(?:provided|so\slong\sas|as\slong\sas|only\s(?:where|when|after|once))(?=\s(?:the|an?|all|that|it|they|he|she)\b)",
    re.IGNORECASE,
)
"""What stands before it in its clause goes on that condition alone: "the region will pay if the town agrees"."""
_CONDITIONAL = re.compile(
    r"\b(?:if|would|unless|whether|yet|should|provided|condition\w*|as\slong|only|could|(?-i:may)|might|subject|depend\w*|when|once|plan\w*|wants?|hopes?|until|after)\b",
    re.IGNORECASE,
)
"""By which a claim says that there is a condition."""
_ASKED_IF = re.compile(
    r"\b(?:ask|wonder|know|see|sure|decid|say|clear|question|check|determin|find|doubt)\w*(?:\s\w+){0,2}\s\Z",
    re.IGNORECASE,
)
"""Before an "if" that is no condition."""
_OTHER_MATTER = re.compile(r"[;:—–]|\b(?:and|but|which|who|while)\b", re.IGNORECASE)
"""Behind it begins what the condition goes for."""
_CLAUSE_END = re.compile(r"[;:—–,]|\b(?:and|but|that|when|while|was|were|is|are)\b", re.IGNORECASE)
"""Where what a verb leaves open ends: "a barrier that might have helped was due in May"."""
_TURNED_OUT = re.compile(
    r"\b(?:turned\sout|proved|proven|shown|found|known)\sto\sbe\s(?:wrong|false|untrue|unfounded|incorrect)\b",
    re.IGNORECASE,
)
"""What takes a statement back, wherever in the sentence it stands."""
_DENIED = re.compile(
    r"(?:[\w’'.-]+\s){1,6}?(?P<word>den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s|ed)?|doubt(?:s|ed)?)\s(?:it|that|this(?:\s[a-z]+)?)"
    r"(?=[.,:;]|\s(?:and|but|on|in|when|saying|through)\b)",
    re.IGNORECASE,
)
"""How a sentence begins by which somebody denies the one before it: "The mayor denied that on Friday"."""
_RETRACTED = re.compile(
    r"\b(?:(?:earlier|previous|original)\s(?:version|edition|report)|we\s(?:said|wrote|reported|stated)|(?:incorrect|wrong|mistaken|erroneous)ly\s(?:said|stated|gave|reported))\b",
    re.IGNORECASE,
)
"""How a page tells what it no longer says."""
_TOLD_AS_SAID = re.compile(
    r"\b(?:den(?:y|ies|ied)|disput\w+|reject\w*|doubt\w*|alleg\w+|accus\w+|claim\w*|said|says?|told|tells?|according)\b",
    re.IGNORECASE,
)
"""By which a claim says that it is one side's account."""
_SIDES = r"(?:opponents?|critics?|campaigners?|activists?|residents?|neighbou?rs?|parents?|protesters?|lawyers?|unions?|rivals?|sk?ceptics?|detractors?|supporters?|proponents?|backers?)"
_SIDE = re.compile(
    rf"\baccording\sto\s(?:[\w’'-]+\s){{0,4}}?{_SIDES}\b|\b(?:say|said)\s(?:[\w’'-]+\s){{0,2}}?{_SIDES}\b"
    rf"|\b{_SIDES}(?:\s(?:of|for|to|in|at|from|against|with)(?:\s[\w’'-]+){{1,5}}?|,\s[^,.;]{{3,50}},|\s[A-Z][\w’'-]+)?\s(?:sa(?:y|id|ys)|argu(?:e|es|ed)|(?:insist|contend|complain|maintain|fear|believe|claim|warn)(?:s|ed|d)?)\b",
    re.IGNORECASE,
)
"""Those who have a side in a matter, and what they say of it. An office or a firm states what it does, a witness what he saw."""
_SIDES_NAMED = re.compile(rf"\b{_SIDES}\b", re.IGNORECASE)
_SIDE_ENDS = re.compile(r";|\b(?:but|while|whereas|although|though)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\b(?:is|are)\s(?:\w+ly\s)?(?:being\s\w+|\w+ing)\Z", re.IGNORECASE)
"""How a claim ends that tells what goes on, or is arranged."""
_MEANING_TO = frozenset("expect expects plan plans intend intends".split())
"""Before a "to": what a claim says that somebody means to do."""
_WHEN = re.compile(
    r"\b(?:in|on|at|during|from|by|next|this|later|soon|tomorrow|until|after|before)\b", re.IGNORECASE
)
"""Behind it: when that will be."""
_YET_TO = re.compile(r"\byet\sto\s(?:be\s|have\s)?(?:\w+ly\s)?(?:\w+-)?\Z", re.IGNORECASE)
_SUPPOSING = "would"
"""By which a claim itself tells only what would be."""
_NOT_YET = frozenset({Factuality.COMING, Factuality.OPEN})
_WEAKER = {
    Factuality.FACT: _NOT_YET | {Factuality.DENIED},
    Factuality.COMING: frozenset({Factuality.OPEN, Factuality.DENIED}),
    Factuality.OPEN: frozenset[Factuality](),
    Factuality.DENIED: frozenset[Factuality](),
}
"""How a claim tells an event, and how a page tells it that does not support that."""


def find_voice(query: Query, page: Page, evidence: Sequence[int]) -> str | None:
    """Give the word that takes the evidence out of the page's own voice, or out of what has happened."""
    if not evidence:
        return None
    best = query.most_telling(evidence)
    return (
        _other_voice(query, page, best)
        or _conditioned(query, page, best)
        or _one_side(query, page, best)
        or _denied_after(query, page, best)
        or _retracted(query, page, evidence)
        or _no_fact(query, page, evidence)
    )


def _places(query: Query, page: Page, sentence: int) -> Sequence[int]:
    """List where in a sentence the claim's words stand, counted from its beginning."""
    keys, start = set(query.keys), page.sentences[sentence][0]
    return [word.start - start for word in page.words_of(sentence) if word.key in keys]


def _other_voice(query: Query, page: Page, sentence: int) -> str | None:
    """Give the word by which a sentence only reports, doubts, supposes or plans what the claim states.

    It stands before most of what the claim has of the sentence, a verb in its own clause: the rest speaks of something else.
    """
    source = page.text_of(sentence)
    told = _places(query, page, sentence)
    for voice in _VOICES:
        found = voice.said.search(source)
        if not found or voice.alike.search(query.claim):
            continue
        border = _CLAUSE_END.search(source, found.end()) if voice.is_verb else None
        end = border.start() if border else len(source)
        share = sum(found.start() < at < end for at in told) / (len(told) or 1)
        if share > 0.5 or (
            voice.is_verb and share == 0.5
        ):  # half of it in one clause is what the sentence says
            return found[0]
    turned_out = _TURNED_OUT.search(source)
    return turned_out[0] if turned_out and not _TURNED_OUT.search(query.claim) else None


def _conditioned(query: Query, page: Page, sentence: int) -> str | None:
    """Give the word by which most of what the claim has of a sentence goes on a condition, where the claim names none."""
    source = page.text_of(sentence)
    found = _CONDITION.search(source)
    if not found or _CONDITIONAL.search(query.claim) or _ASKED_IF.search(source, 0, found.start()):
        return None
    first = max((one.end() for one in _OTHER_MATTER.finditer(source, 0, found.start())), default=0)
    told = _places(query, page, sentence)
    return found[0] if 2 * sum(first <= at < found.start() for at in told) > len(told) else None


def _one_side(query: Query, page: Page, sentence: int) -> str | None:
    """Give the words by which most of what the claim has of a sentence is one side's account, where the claim names none."""
    source = page.text_of(sentence)
    side = _SIDE.search(source)
    if not side or _TOLD_AS_SAID.search(query.claim) or _SIDES_NAMED.search(query.claim):
        return None
    cuts = [0, *(cut.end() for cut in _SIDE_ENDS.finditer(source)), len(source)]
    first, last = next(one for one in pairwise(cuts) if one[0] <= side.start() < one[1])
    told = _places(query, page, sentence)
    inside = sum(first <= at < last and not side.start() <= at < side.end() for at in told)
    return side[0] if 2 * inside > len(told) else None


def _denied_after(query: Query, page: Page, sentence: int) -> str | None:
    """Give the word by which the next sentence has somebody deny what a sentence tells, where the claim names no side."""
    if sentence + 1 >= page.border_of(sentence)[1] or _TOLD_AS_SAID.search(query.claim):
        return None
    denied = _DENIED.match(page.document.text, *page.sentences[sentence + 1])
    return denied["word"] if denied else None


def _retracted(query: Query, page: Page, evidence: Sequence[int]) -> str | None:
    """Give the words by which a page takes back a name or value that a sentence alone tells: "an earlier version said that four"."""
    if _RETRACTED.search(query.claim):
        return None
    found = {at: _RETRACTED.search(page.text_of(at)) for at in evidence}
    stated = query.covered_by(at for at, retracted in found.items() if not retracted)
    return next(
        (
            one[0]
            for at, one in found.items()
            if one and query.told(at) & ~stated & (query.names | query.numbers)
        ),
        None,
    )


def _no_fact(query: Query, page: Page, evidence: Sequence[int]) -> str | None:
    """Give the word by which the evidence denies what a verb of the claim says, leaves it open or has it yet to come.

    A verb that it tells as the claim does in any of its sentences is told.
    """
    mine = query.text_words
    if denies(mine):
        return None  # what a claim denies is compared by itself
    for at in query.verbs:
        if is_attribute(mine, at):
            continue  # it tells no event: "the stolen money"
        if _YET_TO.search(query.claim, 0, mine[at].start):
            continue  # what has yet to be done is denied
        told, word = factuality_of(query.claim, mine, at)
        is_meant = at > 1 and mine[at - 2].text.lower() in _MEANING_TO
        if at and mine[at - 1].text.lower() == "to" and not (is_meant or is_settled(word)):
            continue  # "takes an hour to build"; who "agreed to build" will, and who "expects to" says so
        if (
            told is Factuality.FACT
            and _GOES_ON.search(query.claim, 0, mine[at].end)
            and _WHEN.search(query.claim, mine[at].end)
        ):
            told = Factuality.COMING  # "is opening in May"
        weaker = frozenset({Factuality.DENIED}) if word == _SUPPOSING else _WEAKER[told]
        others = [
            factuality_of(page.document.text, words, place)
            for sentence in evidence
            for words in [page.words_of(sentence)]
            for place, word in enumerate(words)
            if word.key == mine[at].key and not is_attribute(words, place)
        ]
        if others and all(other in weaker for other, _ in others):
            return others[0][1]
    return None
