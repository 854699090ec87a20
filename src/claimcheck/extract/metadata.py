"""Title, byline, date and canonical address of a page, from JSON-LD, OpenGraph and plain markup."""

import html
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin

from lxml.html import HtmlElement

from claimcheck.urls import is_http_url

_ARTICLE = re.compile(r"Article|BlogPosting|Report|LiveBlog", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")  # BCP 47, without its rarest forms
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_BREAK = re.compile(r"</(?:p|div|li|h\d|blockquote|tr)>|<br\s*/?>", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LONGEST_BODY = 200_000
_LONGEST = 300
"""Characters kept of a title or byline: what is longer is no title."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself; nothing of it is verified."""

    title: str | None = None
    byline: str | None = None
    published: date | None = None
    language: str | None = None
    canonical_url: str | None = None
    og_url: str | None = None
    is_article: bool = False
    """It calls itself an article, or names the day of its publication."""
    is_free: bool | None = None
    """`isAccessibleForFree`, where it says anything of it."""
    body: tuple[str, ...] = ()
    """The lines of `articleBody`, for pages whose scripts make the text, and of the entries of a live blog."""


def read_metadata(tree: HtmlElement, url: str) -> Metadata:
    """Read a page's metadata: the article's own JSON-LD first, then OpenGraph and meta tags, then the markup."""
    articles = list(_articles(tree))
    article = articles[0] if articles else {}
    meta = _meta(tree)
    title = _text(article.get("headline")) or meta.get("og:title") or _text(tree.findtext(".//title"))
    byline = (
        _names(article.get("author"))
        or _plain_name(meta.get("author"))
        or _plain_name(meta.get("article:author"))
    )
    dates = (
        article.get("datePublished"), meta.get("article:published_time"), meta.get("datepublished"),
        meta.get("date"), meta.get("dc.date"), meta.get("parsely-pub-date"),
    )  # fmt: skip
    language = (tree.get("lang") or meta.get("og:locale") or "").replace("_", "-").strip()[:35]
    published = next((day for value in dates if (day := _day(value))), None)
    access = [free for one in articles if (free := _truth(one.get("isAccessibleForFree"))) is not None]
    return Metadata(
        title=title,
        byline=byline,
        published=published,
        language=language if _LANGUAGE.fullmatch(language) else None,
        canonical_url=_canonical(tree, url),
        og_url=own if (own := meta.get("og:url")) and is_http_url(own) else None,
        is_article=bool(article) or meta.get("og:type", "").lower() == "article" or published is not None,
        is_free=all(access) if access else _tier(meta),
        body=tuple(dict.fromkeys(line for one in articles for line in _lines(one.get("articleBody")))),
    )


def _lines(body: Any) -> Iterator[str]:
    """Yield the lines of a text that may be written as markup."""
    if not isinstance(body, str):
        return
    plain = html.unescape(_MARKUP.sub("", _BREAK.sub("\n", body[:_LONGEST_BODY])))
    for block in unicodedata.normalize("NFC", plain).split("\n"):
        if line := " ".join(_CONTROLS.sub(" ", block).split()):
            yield line


def _tier(meta: dict[str, str]) -> bool | None:
    """Say what the marks of publishers' own tools tell: the content tier of Facebook's articles, the paywall of Kilkaya's counts."""
    told = _TIERS.get(meta.get("article:content_tier", "").lower())
    return _PAYWALLS.get(meta.get("k5a:paywall", "")) if told is None else told


_TIERS = {"free": True, "locked": False}
_PAYWALLS = {"0": True, "1": False}


def _truth(value: Any) -> bool | None:
    return {"true": True, "false": False}.get(str(value).strip().lower().rpartition("/")[2])


def json_ld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects of a page about itself, nested ones too, in order; broken blocks are passed over."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json" or not script.text:
            continue
        try:
            yield from _objects(json.loads(script.text.strip().rstrip(";"), strict=False))
        except (ValueError, RecursionError):
            continue


_OTHERS = frozenset("itemListElement relatedLink mentions citation isBasedOn about".split())
"""Where a page speaks of other pages than itself: of stories that it lists, mentions or rests on."""


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = [own for key, own in value.items() if key not in _OTHERS]
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for item in json_ld(tree):
        if _ARTICLE.search(str(item.get("@type", ""))):
            yield item


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = _text(element.get("content"))
        if name and content:
            found.setdefault(name, content)
    return found


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(value.split())[:_LONGEST] or None


def _names(value: Any) -> str | None:
    people = value if isinstance(value, list) else [value]
    names = [_text(one.get("name") if isinstance(one, dict) else one) for one in people[:20]]
    return ", ".join(dict.fromkeys(name for name in names if name and "://" not in name)) or None


def _plain_name(value: str | None) -> str | None:
    return None if value is None or "://" in value else value


def _day(value: Any) -> date | None:
    found = _DAY.match(value.strip()) if isinstance(value, str) else None
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _canonical(tree: HtmlElement, url: str) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and (
            href := (link.get("href") or "").strip()
        ):
            try:
                canonical = str(urljoin(url, href))[:2000]
            except ValueError:
                return None
            return canonical if is_http_url(canonical) else None
    return None
