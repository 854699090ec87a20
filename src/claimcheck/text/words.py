"""Words of a text with offsets, each with the key under which claim and page are compared."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import snowballstemmer

from claimcheck.text.spellings import americanise

_WORD = re.compile(
    r"[a-z]{2,}+(?![\w'’ʼ.])"  # most words: what follows finds them too, more slowly
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"  # U.S., a.m., and U.S without its last point
    r"|\d+(?:[.,\u00a0\u202f]\d+)+"  # 1,234.5
    r"|[^\W_]+(?:['’ʼ][^\W_]+)*"  # don't, France's, 5G
)
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|dell|nell|all|sull|dall|un)['’]", re.IGNORECASE)
"""The article before a vowel: l'accord, dell'accordo."""
_POSSESSIVE = re.compile(r"['’ʼ]s?$", re.IGNORECASE)

STOP_WORDS = frozenset(
    """a about above after again all also although am an and any are as at be because been before being below
    between both but by can could did do does doing down during each either few for from further get had has have
    having he her here hers herself him himself his how however i if in into is it its itself just let may me might
    more most must my myself neither never no nor not now of off on once only onto or other our ours ourselves out over own per
    said same say says she should since so some such than that the their theirs them themselves then there these
    they this those though through to too toward towards under until up upon us very was we were what when where
    whether which while who whom whose why will with within without would yet you your yours
    according accordingly i'm it's that's there's they're we're he's she's you're let's who's what's i'll he'll she'll it'll we'll
    you'll they'll i'd he'd she'd we'd you'd they'd i've we've you've they've don't doesn't didn't isn't aren't wasn't weren't
    won't can't couldn't wouldn't hasn't haven't hadn't s t re ve ll d""".split()
)
IRREGULAR = {
    form: forms.split()[0]
    for forms in (
        "come came, go went gone goes, see saw seen, get got gotten, "
        "rise rose risen, fall fell fallen, grow grew grown, buy bought, sell sold, make made, take took taken, give gave given, "
        "win won, lose lost, hold held, leave left, lead led, begin began begun, build built, bring brought, find found, send sent, "
        "spend spent, pay paid, kill slain, shrink shrank shrunk, seek sought, strike struck stricken, write wrote written, "
        "drive drove driven, choose chose chosen, become became, know knew known, keep kept, tell told, think thought, "
        "speak spoke spoken, teach taught, run ran, meet met, man men, woman women, awake awoke awoken, bear borne, beat beaten, "
        "bend bent, bleed bled, blow blew blown, break broke broken, breed bred, catch caught, creep crept, deal dealt, dig dug, "
        "draw drew drawn, drink drank drunk, eat ate eaten, feed fed, feel felt, fight fought, flee fled, fling flung, "
        "fly flew flown, forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, hang hung, "
        "hear heard, hide hid hidden, lay laid, lend lent, light lit, mean meant, mistake mistook mistaken, overcome overcame, "
        "overtake overtook overtaken, overthrow overthrew overthrown, oversee oversaw overseen, prove proven, rebuild rebuilt, "
        "repay repaid, ride rode ridden, ring rang rung, shake shook shaken, shine shone, shoot shot, show shown, sing sang sung, "
        "sink sank sunk, sit sat, sleep slept, slide slid, spin spun, spring sprang sprung, stand stood, steal stole stolen, "
        "stick stuck, sting stung, swear swore sworn, sweep swept, swell swollen, swim swam swum, swing swung, tear tore torn, "
        "throw threw thrown, undergo underwent undergone, understand understood, undertake undertook undertaken, uphold upheld, "
        "wake woke woken, wear wore worn, weep wept, withdraw withdrew withdrawn, withhold withheld, withstand withstood, "
        "child children, person people, die dead death, good better best, bad worse worst"
    ).split(", ")
    for form in forms.split()[1:]
}
"""Irregular forms -> the word that they are forms of."""
_APART = {
    form: forms.split()[0]
    for forms in (
        "department departments, experiment experiments experimental, important importance importantly, relative relatives relatively, "
        "publication publications, publicity, severe severely severity, authority authorities, authorize authorized authorizes authorise "
        "authorised authorisation authorization, execution executions executed, capitalism capitalist capitalists, positive positively, "
        "objective objectives, customs, generation generations, animal animals, productivity, mineral minerals, succession, "
        "celebrity celebrities, memorial memorials, recession recessions, petition petitions petitioned, tribunal tribunals, goods, "
        "personnel, university universities, organ organs, evening evenings, compassion, animation animated"
    ).split(", ")
    for form in forms.split()
}
"""Words whose stem is that of another word, which they have nothing to do with: "department" is not to depart."""
_NUMERALS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        map(str, range(20, 100, 10)),
        strict=True,
    )
)
_SYMBOLS = {"us": "usa", "usa": "usa", "uk": "unitedkingdom", "eu": "europeanunion", "un": "unitednations"}
_STEMMERS = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "pt": "portuguese",
    "it": "italian",
    "nl": "dutch",
}
LANGUAGES = frozenset(_STEMMERS)
"""Languages whose words are told apart and stemmed; a text in another is read as if it were English."""
_STOP_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "de": "der die das den dem des ein eine einen einem einer eines und oder aber auch als am an auf aus bei bis da damit dass daß "
        "denn doch durch er es für gegen hat haben hatte hatten ich ihm ihn ihr ihre ihrem ihren ihrer im in ist ja kann man mehr mit "
        "nach noch nur ob ohne sei sein seine seinem seinen seiner seit sich sie sind so sowie um und uns unter vom von vor war waren "
        "was wegen weil wenn werden wie wird wir wo wurde wurden zu zum zur zwischen über nicht kein keine keinen keiner dieser diese dieses "
        "jedoch schon sagte laut worden soll sollen will wollen könnte dort hier beim ab",
        "fr": "le la les l un une des du de d et ou mais au aux à en dans par pour sur avec sans sous ce cet cette ces il elle ils elles on "
        "nous vous je se s son sa ses leur leurs qui que qu quoi dont où ne n pas plus été est sont était étaient ont a avait avaient être "
        "avoir fait selon entre après avant depuis ainsi aussi comme si y lui même dit très moins peut doit",
        "es": "el la los las lo un una unos unas de del al y e o u pero que en a con por para sin sobre entre desde hasta se su sus le les "
        "no ni es son fue fueron era eran ha han había habían ser estar está están como más menos ya muy también tras según dijo este esta "
        "estos estas ese esa eso cuando donde quien cual si hay",
        "pt": "o a os as um uma uns umas de do da dos das no na nos nas em e ou mas que com por para sem sobre entre até desde se seu sua seus "
        "suas ao aos à às não nem é são foi foram era eram tem têm tinha ser estar está estão como mais menos já muito também após segundo "
        "disse este esta estes estas esse essa isso quando onde quem qual há pelo pela pelos pelas",
        "it": "il lo la i gli le l un uno una di del dello della dei degli delle d da dal dalla dai dalle in nel nella nei nelle a al alla ai "
        "alle con su sul sulla sui sulle per tra fra e ed o ma che chi non né si suo sua suoi sue loro è sono era erano ha hanno aveva avevano "
        "essere stato stata stati state come più meno già molto anche dopo secondo detto questo questa questi queste quello quella quando dove se",
        "nl": "de het een en of maar van in op aan te met voor door bij naar uit om over onder tot tegen zonder tussen na sinds dat die dit deze "
        "er is zijn was waren wordt worden werd werden heeft hebben had hadden niet geen ook nog al als dan zo zich zijn haar hun hij zij ze we "
        "wij het wie wat waar wanneer omdat volgens zei kan kunnen zal zullen meer minder",
    }.items()
}
_SMALL_NUMBERS = {
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "pt": "zero um dois três quatro cinco seis sete oito nove dez onze doze",
    "it": "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici",
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf",
}
"""Zero to twelve."""
_ELSEWHERE = {
    language: {word: str(value) for value, word in enumerate(words.split()) if value > 1}
    for language, words in _SMALL_NUMBERS.items()
}


class Word(NamedTuple):  # made by the thousand: a tuple takes a third of a dataclass's time
    """A word with its offsets; `key` is empty for words that carry no content."""

    text: str
    start: int
    end: int
    key: str

    @property
    def span(self) -> tuple[int, int]:
        """Its stretch of the text."""
        return self.start, self.end

    @property
    def is_owner(self) -> bool:
        """Say whether the word stands in the case of an owner: "Ann's", "the Lunds'"."""
        return self.text.endswith(("'s", "’s", "s'", "s’"))

    @property
    def is_name(self) -> bool:
        """Say whether the word looks like (part of) a name: a capital, and not only because the text begins with it."""
        return self.start > 1 and self.text[0].isupper() and bool(self.key)


def span_of(words: Sequence[Word]) -> tuple[int, int]:
    """Give the stretch of the text from the first of some words to the last."""
    return words[0].start, words[-1].end


@lru_cache(maxsize=512)  # each step that compares a claim with its evidence asks for both
def split_words(text: str, start: int = 0, end: int | None = None, language: str = "en") -> tuple[Word, ...]:
    """List the words of a text, or of `text[start:end]`; offsets count in the whole text."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    keys = _lexicon(language).keys
    return tuple([Word(match[0], match.start(), match.end(), keys[match[0]]) for match in found])


def index_keys(
    text: str, spans: Iterable[tuple[int, int]], first: int = 0, language: str = "en"
) -> dict[str, list[int]]:
    """Map the keys of a text to the stretches that hold them, numbered from `first` on: as often as they stand in each.

    It finds what `split_words` does, several times as fast, since most of what stands between two blanks comes again.
    """
    tokens = _lexicon(language).tokens
    found: dict[str, list[int]] = {}
    for at, (start, end) in enumerate(spans, first):
        for token in text[start:end].split(" "):
            for key in tokens[token]:
                if key in found:
                    found[key].append(at)
                else:
                    found[key] = [at]
    return found


def key_of(word: str) -> str:
    """Give the key of one English word: stem, numeral or abbreviation; empty for a stop word."""
    return _lexicon("en").keys[word] if word else ""


def count_words(text: str) -> int:
    """Count words; two characters of a script without blanks, as of Japanese, make one."""
    if text.isascii():
        return len(text.split())
    return len(_UNSPACED.sub(" ", text).split()) + len(_UNSPACED.findall(text)) // 2


_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_REMEMBERED = 100_000
"""Entries in each of the two memories below; pages and claims share most of their words, and stemming costs."""


class _Keys(dict[str, str]):
    """Word -> key."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._is_english = language not in _ELSEWHERE
        self._stop_words = _STOP_WORDS.get(language, STOP_WORDS)
        self._numerals = _ELSEWHERE.get(language, _NUMERALS)
        self._stem = snowballstemmer.stemmer(_STEMMERS.get(language, "english")).stemWord

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = key = self._make(word)
        return key

    def _make(self, word: str) -> str:
        """Make a key.

        Upper-case `US` is the country and lower-case `us` the stop word, so the case is looked at before it is folded.
        """
        if word[0].isdigit():
            return re.sub(r"[,\u00a0\u202f](?=\d{3})", "", word).casefold()
        bare = _POSSESSIVE.sub("", word) or word
        if not self._is_english:
            bare = _ELISION.sub("", bare) or bare
        if "." in bare:
            bare = bare.replace(".", "")
            upper = bare.isupper()
        else:
            upper = bare.isupper() and len(bare) > 1
        folded = unicodedata.normalize("NFKC", bare).casefold().replace("’", "'")
        if upper and folded in _SYMBOLS:
            return _SYMBOLS[folded]
        if folded in self._stop_words:
            return ""
        if folded in self._numerals:
            return self._numerals[folded]
        if self._is_english and folded in _APART:
            return _APART[folded]
        form = americanise(IRREGULAR.get(folded, folded)) if self._is_english else folded
        return _without_accents(self._stem(form))


class _Tokens(dict[str, tuple[str, ...]]):
    """What stands between two blanks, punctuation and all -> the keys in it."""

    def __init__(self, keys: _Keys) -> None:
        super().__init__()
        self._keys = keys

    def __missing__(self, token: str) -> tuple[str, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[token] = keys = tuple(key for word in _WORD.findall(token) if (key := self._keys[word]))
        return keys


class _Lexicon(NamedTuple):
    """What is remembered of a language."""

    keys: _Keys
    tokens: _Tokens


@cache
def _lexicon(language: str) -> _Lexicon:
    keys = _Keys(language if language in LANGUAGES else "en")
    return _Lexicon(keys, _Tokens(keys))


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)) or word
