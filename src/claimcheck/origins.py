"""Which sources are one: the same page under two addresses, the same text, or two that rest on the same report."""

import re
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from claimcheck.model import Document, Source, Via
from claimcheck.urls import without_fragment

SKETCH = 64
"""Sentences by which texts are compared, those with the smallest fingerprints: a fair sample of both.

Bottom-k sketches: Broder, On the resemblance and containment of documents, 1997.
"""
LEAST_SENTENCES = 6
"""Sentences that two texts must share: fewer are a quote that both have."""
ALIKE = 0.5
"""Share of the sentences of both samples that near-duplicates share."""
LEAST_LENGTH = 45
"""Characters of a sentence that tells a text: shorter ones are headings and cries."""
LEAD = 6
"""Sentences in which a text says whose report it retells; later, it is one source among others."""

_OUTLETS = {
    "axios": "axios", "reuters": "reuters", "associated press": "apnews", "ap": "apnews", "agence france-presse": "afp",
    "afp": "afp", "bloomberg": "bloomberg", "bloomberg news": "bloomberg", "bbc": "bbc", "cnn": "cnn", "nbc news": "nbcnews",
    "abc news": "abcnews", "cbs news": "cbsnews", "fox news": "foxnews", "new york times": "nytimes", "washington post": "washingtonpost",
    "wall street journal": "wsj", "financial times": "ft", "guardian": "theguardian", "times": "thetimes", "telegraph": "telegraph",
    "economist": "economist", "politico": "politico", "propublica": "propublica", "semafor": "semafor", "the information": "theinformation",
    "the verge": "theverge", "wired": "wired", "techcrunch": "techcrunch", "nikkei": "nikkei", "der spiegel": "spiegel", "spiegel": "spiegel",
    "le monde": "lemonde", "el país": "elpais", "el pais": "elpais", "bild": "bild", "handelsblatt": "handelsblatt", "xinhua": "xinhua",
    "kyodo": "kyodo", "tass": "tass", "al jazeera": "aljazeera", "south china morning post": "scmp",
}  # fmt: skip
"""Outlets whose reports others retell -> the name of their site, as `_site` gives it."""
_PAPERS = (
    "Times Post News Journal Courier Herald Gazette Tribune Observer Chronicle Examiner Inquirer Enquirer Mercury Mirror Standard Star Sentinel "
    "Dispatch Ledger Globe Register Monitor Express Advertiser Argus Echo Bulletin Independent Mail Telegraph Weekly Daily Today Sun"
).split()
"""How the names of further outlets end: the site is the name in one word."""
_KNOWN = frozenset(_OUTLETS.values())
_NO_LETTER = re.compile(r"[^\w]|_")


@dataclass(frozen=True, slots=True)
class Trace:
    """What tells where a text comes from, kept when the text itself is let go."""

    sketch: bytes = b""
    """The smallest fingerprints of its sentences, four bytes each: a set of numbers would take twenty times the memory."""
    rests_on: frozenset[str] = frozenset()
    """Sites whose report it retells, by name."""


def trace_of(text: str, sentences: Sequence[tuple[int, int]]) -> Trace:
    """Take the trace of a text, given its sentences."""
    prints = {
        zlib.crc32(text[start:end].encode("utf-8", "surrogatepass"))
        for start, end in sentences
        if end - start >= LEAST_LENGTH
    }
    lead = text[: sentences[min(LEAD, len(sentences)) - 1][1]] if sentences else ""
    retold = {_site_of_outlet(str(found[found.lastgroup or 0])) for found in _retold().finditer(lead)}
    return Trace(array("I", sorted(prints)[:SKETCH]).tobytes(), frozenset(retold))


def _site_of_outlet(name: str) -> str:
    return _OUTLETS.get(name.lower()) or _NO_LETTER.sub("", name.lower())


@cache
def _retold() -> re.Pattern[str]:
    """Compile the pattern where the first text is read: the run itself, which imports this, reads none."""
    known = "|".join(sorted(map(re.escape, _OUTLETS), key=len)[::-1])
    outlet = rf"{known}|(?-i:(?:[A-Z][\w’'-]+\s){{1,3}}(?:{'|'.join(_PAPERS)}))"
    return re.compile(
        rf"""\b(?:the\s)?(?P<subject>{outlet})(?:'s\s\w+)?\s(?:first\s|has\s|had\s|also\s|earlier\s)?(?:reported|reports|revealed|disclosed|broke)\b
    |\b(?:reported|revealed|disclosed|published|obtained)\s(?:first\s|earlier\s|on\s\w+\s)?by\s(?:the\s)?(?P<agent>{outlet})\b
    |\b(?:according\sto|told|citing|report\s(?:by|in|from))\s(?:a\sreport\s(?:by|in|from)\s)?(?:the\s)?(?P<object>{outlet})\b""",
        re.IGNORECASE | re.VERBOSE,
    )


def origins_of(
    sources: Sequence[Source], documents: Mapping[str, Document], traces: Mapping[str, Trace]
) -> dict[str, int]:
    """Number the origin of each source by id: sources that share an address, a canonical link, their text or a report are one.

    A report is shared by those that rest on it and its outlet's own pages; where none rests on it, two pages of an outlet are two.

    `documents` and `traces` have the sources whose text was read; the others stand alone. Connected components: where A
    and B are one, and B and C, all three are.
    """
    first: dict[str, str] = {}
    parent = {source.id: source.id for source in sources}
    read = [(source, documents[source.id]) for source in sources if source.id in documents]
    sites = {source.id: _site(_address(source)) for source, _ in read}
    rests_on = {one: traces.get(one, Trace()).rests_on - {site} for one, site in sites.items()}
    reports = frozenset[str]().union(*rests_on.values())
    for source, document in read:
        shared = rests_on[source.id] | reports & {sites[source.id]}
        for mark in (*_marks(source, document), *(f"report:{site}" for site in shared)):
            parent[_root(source.id, parent)] = _root(first.setdefault(mark, source.id), parent)
    for one, other in _near_duplicates({one: traces[one] for one in parent if one in traces}):
        parent[_root(one, parent)] = _root(other, parent)
    numbers: dict[str, int] = {}
    return {one: numbers.setdefault(_root(one, parent), len(numbers)) for one in parent}


def _marks(source: Source, document: Document) -> Iterator[str]:
    yield from (without_fragment(one) for one in (_address(source), document.canonical_url) if one)
    yield f"text:{source.text_sha256}"


def _address(source: Source) -> str:
    """Give the address of what was read: a saved copy is not what stands where the live page led, which may be a login page."""
    is_copy = source.via in {Via.SNAPSHOT, Via.ARCHIVE}
    return source.url if is_copy else source.final_url or source.url


def _site(url: str) -> str:
    """Name the site of a URL: `axios` of https://www.axios.com/story, `oskcourier` of https://news.the-osk-courier.co.uk/story.

    Of a host's labels it is the one of an outlet that is known, else the longest.
    """
    *labels, _ = (urlsplit(url).hostname or "").split(".")
    known = next((label for label in labels if label in _KNOWN), "")
    return known or _NO_LETTER.sub("", max(labels, key=len, default="")).removeprefix("the")


def _near_duplicates(traces: Mapping[str, Trace]) -> Iterator[tuple[str, str]]:
    """Yield the pairs whose samples are mostly the same sentences."""
    first: dict[
        bytes, str
    ] = {}  # of equal samples one stands for all: a thousand mirrors have a million pairs
    prints: dict[str, frozenset[int]] = {}
    for one, trace in traces.items():
        mine = frozenset(memoryview(trace.sketch).cast("I"))
        equal = first.setdefault(trace.sketch, one)
        if equal == one:
            prints[one] = mine
        elif len(mine) >= LEAST_SENTENCES:
            yield one, equal
    having: dict[int, list[str]] = {}
    for one, mine in prints.items():
        rivals = {other for mark in mine for other in having.get(mark, ())}
        for other in sorted(rivals):
            sample = frozenset(sorted(mine | prints[other])[:SKETCH])
            shared = len(sample & mine & prints[other])
            if shared >= LEAST_SENTENCES and shared >= ALIKE * len(sample):
                yield one, other
        for mark in mine:
            having.setdefault(mark, []).append(one)


def _root(one: str, parent: Mapping[str, str]) -> str:
    while parent[one] != one:
        one = parent[one]
    return one
