"""Whether a text tells what a verb says as a fact, denies it, leaves it open, or has it yet to come.

The event factuality of linguistics, by the words that stand before a verb in its clause: "paid", "declined to say whether it
had paid", "would have paid".
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from claimcheck.text.negation import is_denial
from claimcheck.text.words import IRREGULAR, Word

REACH = 8
"""Words before a verb in which what governs it stands."""

_PAST = (
    IRREGULAR.keys()
    | set(
        "cut hit shut quit shed split spread burst hurt thrust beat become slung sped lain lay wound died upheld withheld slew trod".split()
    )
) - set("men women children people dead death better best worse worst goes gotten told".split())
"""Past forms of verbs that are irregular; who told something is asked apart."""
_REGULAR = re.compile(r"\w+[^\We]ed|\w*(?:agr|fr|guarant|decr)eed")
"""Past forms of verbs that are regular; "speed" and "need" are none."""
_BASES = frozenset("shed shred embed wed bed sled".split())
"""Verbs that end as past forms do."""
_AUXILIARIES = frozenset("have has had having is are was were be been being".split())
_AHEAD = frozenset("will would shall may might could must should can to".split())
_DENYING = frozenset(
    """denied denies denying deny declined declines declining refused refuses refusing failed fails failing unable dismissed
    rejected rejecting rejects unlikely avoided avoid abandon abandoned abandons scrapped shelved""".split()
)
"""What denies besides the words of `claimcheck.text.negation`."""
_OPEN = frozenset(
    """whether if unless may might could hope hopes hoped hoping want wants wanted seek seeks seeking sought aim aims proposed
    proposes proposal considering considers weighing urged urges urging asked asks asking pressed pressing threatened hint hints
    hinted""".split()
)
_COMING = frozenset(
    """will would must should shall expects expected expect designed plan plans planned planning intend intends intended scheduled
    forecast likely signals signalled signaled""".split()
)
_TO_COME = frozenset(
    """promise promises promised vow vows vowed pledge pledges pledged vote votes voted offer offers offered try tries tried trying attempt attempts attempted reluctant willing
    eager forgot forgotten pretend pretends pretended told tell order orders ordered persuade persuaded invite invited beg begged
    begs call calls called demand demands demanded request requested need needs""".split()
)
"""Before an infinitive: what they are about, set or told to do has not been done for that."""
_SETTLED = frozenset("agree agrees agreed decide decides decided".split())
"""Before an infinitive: what they say will be done, unless the sentence goes on to take it back."""
_TAKING_BACK = frozenset(["but", "however", "although", "though", "until", "unless", "before"])
_ABOUT = frozenset("about set due going ready prepared poised supposed able".split())
"""The same, where the "to" follows at once: "about 300 people had to leave" is no plan."""
_UNDONE = frozenset(
    """of without against from about out considers considered considering opposes opposed opposing debated debating resisted resisting delays delay delayed delaying postpone postponed avoid avoided suggested
    discussed discussing mulled mulling before""".split()
)
"""Before a form in "-ing": what they ruled out, stopped short of or talk about doing."""
_CLOSE_TO = ["close", "to"]
_NEARLY = frozenset(["nearly", "almost"])
_YET = re.compile(
    r"\b(?:has|have|still\shad|is|are|was|were|yet)\sto\s(?:have\s)?(?:be\s|been\s)?(?:\w+ly\s)?\Z",
    re.IGNORECASE,
)
"""Before a verb that has yet to happen: "still have to approve", "was to have been reinforced"."""
_BEFORE_NOUNS = frozenset("the a an this these his her its their our your my whose".split())
_BORDER = re.compile(
    r"[;:—–()“”\",.]|\b(?:but|and|when|how|why|what|who|where|which|because|since|after|before|while|as|although|though)\b",
    re.IGNORECASE,
)
"""Where what governs a verb ends: "did not say when it paid" denies no payment."""


def _leads_to(words: Sequence[Word], at: int) -> str:
    """Give the word by which a verb is only aimed at, talked about or nearly done; empty where none is."""
    before = [word.text.lower() for word in words[max(0, at - 5) : at]]
    form = words[at].text.lower()
    is_past = form not in _BASES and _REGULAR.fullmatch(form)  # "due to regulated prices"
    if before[-2:] == _CLOSE_TO and form.endswith("ing"):
        return " ".join(_CLOSE_TO)
    if len(before) > 1 and before[-1] == "to" and not is_past:
        governing = _TO_COME | _SETTLED
        return next(
            (f"{word} to" for apart, word in enumerate(before[-2::-1]) if word in (governing if apart else governing | _ABOUT)), ""
        )  # fmt: skip
    is_undone = before and (
        (before[-1] in _UNDONE and words[at].text.endswith("ing")) or before[-1] in _NEARLY
    )
    return before[-1] if is_undone else ""


class Factuality(Enum):
    """How a text tells an event."""

    FACT = auto()
    COMING = auto()
    """It is planned, expected, possible or due."""
    OPEN = auto()
    """Whether it is so is left open."""
    DENIED = auto()


def find_verbs(words: Sequence[Word]) -> Iterator[int]:
    """Yield the places of the words that are surely verbs: past forms, and what follows "will", "to" or, with an ending, "is"."""
    for at, word in enumerate(words):
        if not word.key or word.text[0].isupper():
            continue
        form = word.text.lower()
        before = [one.text.lower() for one in words[max(0, at - 2) : at]]
        is_helped = not _AUXILIARIES.isdisjoint(before) and form.endswith(("ing", "en"))
        if is_past_form(form) or is_helped or not _AHEAD.isdisjoint(before[-1:]):
            yield at


def is_past_form(word: str) -> bool:
    """Say whether a word is written as the past form of a verb."""
    form = word.lower()
    return form in _PAST or _REGULAR.fullmatch(form) is not None


def denies(words: Sequence[Word]) -> bool:
    """Say whether any of some words denies what others say."""
    return any(is_denying(word.text) for word in words)


def is_denying(word: str) -> bool:
    """Say whether a word denies what others say: "not", "nobody", "refused"."""
    return is_denial(word) or word.lower() in _DENYING


def is_attribute(words: Sequence[Word], at: int) -> bool:
    """Say whether a past form stands as an adjective before its noun, and tells no event: "the missed penalty"."""
    return at > 0 and words[at - 1].text.lower() in _BEFORE_NOUNS


def clause_after(text: str, words: Sequence[Word], at: int) -> Sequence[Word]:
    """List the words behind one of them that it may govern, to the end of its clause."""
    for place in range(at + 1, min(at + 1 + REACH, len(words))):
        if _BORDER.search(text, words[place - 1].end, words[place].start) or _BORDER.fullmatch(
            words[place].text
        ):
            return words[at + 1 : place]
    return words[at + 1 : at + 1 + REACH]


def factuality_of(text: str, words: Sequence[Word], at: int) -> tuple[Factuality, str]:
    """Say how a text tells what one of its words says, and by which word before it; offsets of the words count in the text."""
    governing: list[str] = []
    for place in range(at - 1, max(-1, at - 1 - REACH), -1):
        word = words[place].text.replace("’", "'")
        if _BORDER.search(text, words[place].end, words[place + 1].start) or _BORDER.fullmatch(word):
            break
        governing.append(word)
    if "only" not in governing and (denying := next(filter(is_denying, governing), None)):
        return Factuality.DENIED, denying.lower()
    if unsure := next((word for word in governing if word.lower() in _OPEN and word != "May"), None):
        return Factuality.OPEN, unsure.lower()
    if undone := _leads_to(words, at):
        is_kept = is_settled(undone) and _TAKING_BACK.isdisjoint(word.text.lower() for word in words[at:])
        return Factuality.COMING if is_kept else Factuality.OPEN, undone
    if coming := next(filter(_COMING.__contains__, governing), None):  # Will has a capital
        return Factuality.COMING, coming
    yet = _YET.search(text, words[at - len(governing)].start, words[at].start)
    return (Factuality.COMING, yet[0].strip()) if yet else (Factuality.FACT, "")


def is_aim(governing: str) -> bool:
    """Say whether what governs a verb aims at what it tells: "voted to", not "considered"."""
    return governing.endswith(" to")


def is_settled(governing: str) -> bool:
    """Say whether what governs a verb settles that it will be done: "agreed to"."""
    return governing.partition(" ")[0] in _SETTLED
