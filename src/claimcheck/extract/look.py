"""A parsed page to what a recogniser is shown of it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from claimcheck.extract.metadata import Metadata
from claimcheck.extract.visible import BLOCKS, drop_unseen
from claimcheck.recognise.sight import Block, Role, Sight, refresh_target
from claimcheck.text.words import count_words

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_FURNITURE = frozenset("nav footer aside".split())
_FURNITURE_NAMES = re.compile(
    r"(?<![a-z])(?:nav|navbar|navigation|menu|footer|foot|sidebar|related|recirc\w*|most-?read|breadcrumbs?|"
    r"rodape|pie|masthead|topbar|skip-?link)(?![a-z])",
    re.IGNORECASE,
)
_GATE_NAMES = re.compile(r"paywall|regwall|upgrade|\bgated?\b|barrier|members-only", re.IGNORECASE)
"""How an aside is named that closes an article off."""
_MESSAGE_NAMES = re.compile(r"\b(?:messages?|alert|warning)\b", re.IGNORECASE)
"""How a message of the content system is named: some give it the role of a footer."""
_ROLES = frozenset("navigation contentinfo menu complementary search banner".split())
_ERROR_NAMES = re.compile(
    r"(?:(?:is|body|view|path|route|template)[-_])?(?:(?:error|status)[-_]?404|404(?:[-_]?page)?|(?:page[-_]?)?not[-_]?found|error[-_]?page|page[-_]?error)",
    re.IGNORECASE,
)
"""How the template of an error page is named: content systems write it into the class of the whole page."""
_PARKING = (
    b"data-adblockkey",
    b"/adsense/domains/caf.js",
    b"sedoparking",
    b"parkingcrew",
    b"img1.wsimg.com/parking-lander",
    b"sponsored listings displayed above",
)
_LABELS = frozenset("button label option legend summary".split())
_CARDS = frozenset("li div article section figure dd p".split())
"""What holds a lead and the text beside it; a cell of a table may hold a whole page."""
_TITLE_BLANKS = 3
"""Blanks in a link that is the title of another page, and not a name in a sentence."""
_APP_ROOTS = frozenset(
    "root app __next __nuxt app-root react-root main-app application svelte auraloadingbox".split()
)
_LOADING = re.compile(
    r"\W*(?:(?:loading|starting) (?:the )?(?:app|application|page|content|data|document)|(?:app|application|page|content) is loading"
    r"|(?:(?:die |der )?(?:anwendung|app|seite|inhalt|inhalte|daten|dokument) )?(?:wird|werden) geladen"
    r"|chargement de (?:la page|l['’]application)|cargando (?:la )?(?:página|aplicación)"
    r"|loading|please wait|laddar|laster|laden|ladt|chargement(?: en cours)?|cargando|carregando|caricamento(?: in corso)?|ładowanie|načítání|yükleniyor|загрузка|завантаження|memuat|đang tải|लोड हो रहा है|読み込み中|加载中|載入中|로딩 중|جار(?:ي)? التحميل|טוען)?\W*$",
    re.IGNORECASE,
)
_ALERT = re.compile(r"""\balert\(\s*(["'`])(.{4,200}?)\1""")
"""What a script says in a box of its own."""
_MOST_BLOCKS = 600
"""Blocks that are looked at: a page that is no article says so long before."""
_LEADS, _LINKED = 0.8, 0.6
"""Shares of a block's characters within links from which it leads to another page, or is links for the most part."""
_SHORTEST_PROSE = 6
"""Words of a block that can be a sentence."""
_MARKERS = {
    "cloudflare": (
        "/cdn-cgi/challenge-platform/",
        "cf-chl",
        "cf_chl",
        "challenges.cloudflare.com",
        "cf-turnstile",
    ),
    "incapsula": ("_incapsula_resource",),
    "datadome": ("captcha-delivery.com", "var dd={", "var dd = {"),
    "perimeterx": ("px-captcha", "_pxappid", "perimeterx"),
    "kasada": ("kpsdk", "/149e9513-01fa-4fb0-aad4-566afd725d1b/"),
    "akamai": ("sec-cpt", "sec_cpt", "ak-challenge", "akamai-privacy", "/_sec/cp_challenge"),
    "aws": ("awswaf", "aws-waf-token", "gokuprops"),
    "f5": ("tspd", "/tspd/", "bobcmn"),
    "sucuri": ("sucuri_cloudproxy_js",),
    "anubis": ("anubis_challenge", "/.within.website/"),
    "recaptcha": ("g-recaptcha", "recaptcha/api.js", "recaptcha/enterprise"),
    "hcaptcha": ("h-captcha", "hcaptcha.com"),
    "captcha": ("smartcaptcha", "geetest", "friendly-challenge", "mtcaptcha", "arkoselabs", "funcaptcha"),
}
"""Vendors of checks for robots, by what their pages hold in lower case."""


def look(tree: HtmlElement, source: bytes, metadata: Metadata) -> Sight:
    """Look at a freshly parsed page; the tree is changed."""
    boxes = [" ".join(element.itertext()) for element in tree.iter("noscript")]
    boxes += [found[2] for element in tree.iter("script") for found in _ALERT.finditer(element.text or "")]
    noscript = " ".join(boxes)
    title = " ".join((tree.findtext(".//title") or metadata.title or "").split())
    refresh = _refresh(tree)
    has_script = next(tree.iter("script"), None) is not None
    has_app_root = any(
        _is_empty(element)
        for element in tree.iter("div", "main", "app-root", "section")
        if (element.get("id") or "").lower() in _APP_ROOTS or element.tag in _APP_ROOTS
    )
    password = any((field.get("type") or "").lower() == "password" for field in tree.iter("input"))
    drop_unseen(tree)
    lowered = source.lower()
    return Sight(
        title=title,
        blocks=tuple(islice((one for one in _blocks(tree) if not _LOADING.match(one.text)), _MOST_BLOCKS)),
        declares_article=metadata.is_article,
        is_free=metadata.is_free,
        has_password=password,
        has_script=has_script,
        has_app_root=has_app_root,
        noscript=" ".join(noscript.split())[:500],
        refresh=refresh,
        canonical=metadata.canonical_url or metadata.og_url,
        is_hidden=_is_hidden_from_search(tree),
        is_error=any(map(_ERROR_NAMES.fullmatch, _names_of_template(tree))),
        is_parking=any(trace in lowered for trace in _PARKING),
        markers=frozenset(
            name for name, traces in _MARKERS.items() if any(one.encode() in lowered for one in traces)
        ),
    )


def _is_empty(element: HtmlElement) -> bool:
    """Say whether an element shows nothing, or that something is loading: a script will fill it."""
    texts = [
        one.text for one in element.iter() if isinstance(one.tag, str) and one.tag not in {"script", "style"}
    ]
    texts += [one.tail for one in element.iter() if one is not element]
    return _LOADING.match("".join(filter(None, texts))) is not None


def _refresh(tree: HtmlElement) -> str | None:
    """Find where a page sends its readers within seconds; what stands in `noscript` is for others."""
    for meta in tree.iter("meta"):
        if (meta.get("http-equiv") or "").strip().lower() != "refresh":
            continue
        if any(above.tag == "noscript" for above in meta.iterancestors()):
            continue
        if target := refresh_target(meta.get("content") or ""):
            return target
    return None


def _names_of_template(tree: HtmlElement) -> Iterator[str]:
    """Yield the classes and ids that stand for the whole page."""
    for element in tree.iter("html", "body"):
        yield from f"{element.get('class') or ''} {element.get('id') or ''}".split()


def _is_hidden_from_search(tree: HtmlElement) -> bool:
    names = {"robots", "googlebot"}
    return any(
        (meta.get("name") or "").lower() in names and "noindex" in (meta.get("content") or "").lower()
        for meta in tree.iter("meta")
    )


@dataclass
class _Run:
    """The text since the last border of a block, and the links in it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    linked: int = 0
    targets: list[str] = field(default_factory=list)
    begins_linked: bool = False
    """It begins with a link long enough to be the title of another page."""

    def add(self, text: str | None, *, linked: bool) -> None:
        if text and not text.isspace():
            self.begins_linked |= linked and not self.length and text.count(" ") >= _TITLE_BLANKS
            self.length += len(text)
            self.linked += len(text) * linked
        self.pieces.append(text or "")

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def share(self) -> float:
        return self.linked / self.length if self.length else 0.0


def _target(element: HtmlElement) -> str | None:
    """Give where a link leads to; a place on the same page is none: posts of a thread are headed by links to themselves."""
    target = element.get("href") if element.tag == "a" else None
    return None if not target or re.fullmatch(r"#[\w-]*\d[\w-]*", target) else target


class _Walk:
    """A walk through a tree that gathers its blocks."""

    def __init__(self) -> None:
        self._run = _Run()
        self._links: list[str] = []
        self._inside = Counter[str]()
        """How many open elements there are of each kind that matters."""
        self._open_blocks: list[HtmlElement] = []
        self._card: HtmlElement | None = None
        """What holds a lead to another page: the text beside it is about that page."""

    def enter(self, element: HtmlElement) -> Iterator[Block]:
        tag = element.tag
        if tag in BLOCKS:
            yield from self.take()
            self._open_blocks.append(element)
        if target := _target(element):
            self._links.append(target)
            self._run.targets.append(target)
        self._count(element, 1)
        self._run.add(element.text, linked=bool(self._links))
        if tag == "input" and (element.get("type") or "").lower() in {"submit", "button"}:
            self._run.add(f" {element.get('value') or ''} ", linked=False)

    def leave(self, element: HtmlElement) -> Iterator[Block]:
        if element.tag in BLOCKS:
            yield from self.take()
            self._open_blocks.pop()
            if element is self._card:
                self._card = None
        if _target(element):
            self._links.pop()
        self._count(element, -1)
        self._run.add(element.tail, linked=bool(self._links))

    def take(self) -> Iterator[Block]:
        """Yield the block that ends here."""
        run, self._run = self._run, _Run()
        text = run.text
        if text:
            words = count_words(text)
            is_lead = self._find_card(run, words)
            yield Block(text, self._role(run, words, is_lead=is_lead), words)

    def _count(self, element: HtmlElement, step: int) -> None:
        tag = element.tag
        self._inside["story"] += step * (tag in {"main", "article"})
        self._inside["label"] += step * (tag in _LABELS)
        self._inside["heading"] += step * (tag in _HEADINGS)
        self._inside["furniture"] += step * _is_furniture(element, inside=self._inside["story"] > 0)

    def _find_card(self, run: _Run, words: int) -> bool:
        """Say whether a block leads to another page; what is beside it then tells of that."""
        is_heading = self._inside["heading"] > 0
        targets = run.targets or self._links[-1:]
        is_lead = (
            run.share > _LEADS
            and len(targets) == 1
            and (is_heading or words >= 3)
            and not _is_home(targets[0])
        )
        if is_lead and self._open_blocks:
            holder = self._open_blocks[-2:][0] if is_heading else self._open_blocks[-1]
            if is_heading or holder.tag in _CARDS:
                self._card = holder
        elif is_heading:
            self._card = None
        return is_lead

    def _role(self, run: _Run, words: int, *, is_lead: bool) -> Role:
        if self._inside["furniture"]:
            return Role.FURNITURE
        if self._inside["heading"]:
            return Role.LINKS if is_lead else Role.HEADING
        if self._inside["label"]:
            return Role.LABEL
        if run.share > _LINKED:
            return Role.LINKS
        if words < _SHORTEST_PROSE:
            return Role.LINE
        is_card = run.begins_linked and len(run.targets) == 1
        return Role.TEASER if self._card is not None or is_card else Role.PROSE


def _blocks(tree: HtmlElement) -> Iterator[Block]:
    walk = _Walk()
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if isinstance(element.tag, str):
            yield from walk.enter(element) if event == "start" else walk.leave(element)
    yield from walk.take()


def _is_home(target: str) -> bool:
    return (
        target.strip() in {"", "/", "./", "."}
        or re.fullmatch(r"https?://[^/]+/?", target.strip()) is not None
    )


def _is_furniture(element: Any, *, inside: bool) -> bool:
    tag = element.tag
    if tag == "aside" and inside and _GATE_NAMES.search(element.get("class") or ""):
        return False  # what stands in the rest's place
    if tag in _FURNITURE or (tag == "header" and not inside):
        return True
    role = (element.get("role") or "").lower()
    if role in _ROLES:
        return not (inside and role == "contentinfo" and _MESSAGE_NAMES.search(element.get("class") or ""))
    if tag in {"div", "ul", "section", "td", "table"}:
        named = _FURNITURE_NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        # what is named so and holds the story's headline is a frame around it
        return bool(named) and element.find(".//h1") is None and element.find(".//article") is None
    return False
