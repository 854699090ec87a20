"""What a body is: by its first bytes where they are certain, else as declared, unless the declaration is plainly wrong."""

import json
import re

from claimcheck.extract.body import Body, Unreadable
from claimcheck.extract.charset import read_start
from claimcheck.model import Reason

HTML = frozenset(["text/html", "application/xhtml+xml"])
MARKDOWN = frozenset(["text/markdown", "text/x-markdown"])
PLAIN = "text/plain"
PDF = "application/pdf"
MHTML = "multipart/related"

_LOOKED_AT = 4096
"""Bytes at the beginning; browsers look at fewer, but trust the header more."""
_JUNK = 1024
"""Bytes before a page's first tag or a PDF's mark: warnings of the program that wrote it."""
_NAMES = 65_536
"""Bytes of a ZIP file in which the names of its first members stand."""
_LONGEST_JSON = 5_000_000
"""Bytes that are tried as JSON."""
_STRAY, _STRAY_SHARE = 16, 0.05
"""Characters that no text has, beyond which a body is none: a few do not cost a page."""

_UNTOLD = frozenset(["", "application/octet-stream", "binary/octet-stream", "unknown/unknown", "*/*"])
_XML = frozenset(["text/xml", "application/xml"])
_ZIP = "application/zip"
_BINARY = "application/octet-stream"
_MAGIC = {
    b"%PDF-": PDF, b"PK\x03\x04": _ZIP, b"\x1f\x8b": "application/gzip", b"7z\xbc\xaf": "application/x-7z-compressed",
    b"Rar!\x1a\x07": "application/vnd.rar", b"\xd0\xcf\x11\xe0": "application/x-ole-storage", b"{\\rtf": "application/rtf",
    b"\x89PNG": "image/png", b"GIF8": "image/gif", b"\xff\xd8\xff": "image/jpeg", b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff", b"\x1a\x45\xdf\xa3": "video/webm",
    b"OggS\x00": "application/ogg", b"ID3\x03": "audio/mpeg", b"ID3\x04": "audio/mpeg", b"WARC/1.": "application/warc",
}  # fmt: skip
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_INSIDE = {
    b"word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    b"xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    b"ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    b"mimetypeapplication/vnd.oasis.opendocument": "application/vnd.oasis.opendocument",
    b"mimetypeapplication/epub+zip": "application/epub+zip",
}
"""Names and words at the beginning of a ZIP file, and what it then is."""
_FEEDS = {"rss": "application/rss+xml", "feed": "application/atom+xml", "rdf:rdf": "application/rdf+xml"}
_SITEMAPS = frozenset(["urlset", "sitemapindex"])

_ADVICE = {
    r"rss|atom|/rdf|/feed": "This is a feed, not a page; cite the article that it lists.",
    r"[/+]json$": "This is data ({type}), not a page; cite the page that shows it.",
    r"^image/": "This is a picture ({type}); save the text that it shows and name the file as `snapshot:`.",
    r"^video/|^audio/|/ogg$": "This is a recording ({type}); save a transcript as text and name the file as `snapshot:`.",
    r"officedocument|opendocument|/ms|ms-excel|ms-powerpoint|ole-storage|/rtf|/epub":
        "This is an office document ({type}); save it as PDF or text and name the file as `snapshot:`.",
    r"zip|compressed|\.rar|/x-tar|/warc":
        "This is an archive ({type}); unpack it and name the page that is in it as `snapshot:`.",
    r"": "The page is of type {type}, which is not read; save its text and name the file as `snapshot:`.",
}  # fmt: skip
"""What to do about types, by a pattern; the first that fits."""
_SITEMAP = "This is a sitemap, not a page; cite the page that it lists."

_HEADERS = re.compile(r"(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_SAVED = re.compile(r"^From:\s*<Saved by|^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_VERSION = re.compile(r"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_ROOT = re.compile(r"<([a-zA-Z][\w:.-]*)")
_DOCTYPE = re.compile(r"<!doctype\s+html[^>]*>", re.IGNORECASE)
_OPENING = re.compile(r"<html(?:\s[^>]*)?>", re.IGNORECASE)
_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|p|h1|article|main|section|table|a|b|br|font)[\s/>]",
    re.IGNORECASE,
)
_BEGINNING = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_NOT_TEXT = dict.fromkeys(code for code in range(0x20) if code not in b"\t\n\x0b\f\r\x1b")


def type_of(body: Body) -> str:
    """Name the media type of a body."""
    declared = (body.content_type or "").strip().lower()
    text = read_start(body.content[:_LOOKED_AT])
    certain = _by_magic(body.content, declared) or (MHTML if _is_saved_page(text) else None)
    if certain is not None:
        return certain
    if declared in HTML:
        return _feed_type(text) or _by_page(body.content, text, declared)
    if declared in _UNTOLD | _XML:
        return _feed_type(text) or _by_look(body.content, text, declared)
    if declared in {PLAIN, PDF, MHTML, *MARKDOWN} and _starts_page(text) and _ends_page(body.content):
        return "text/html"
    return _BINARY if declared == PLAIN and not _is_text(text) else declared


def refuse_type(body: Body, content_type: str) -> Unreadable:
    """Say why a type is not read, and what to do about it."""
    advice = next(text for pattern, text in _ADVICE.items() if re.search(pattern, content_type))
    if _root(read_start(body.content[:_LOOKED_AT])) in _SITEMAPS:
        advice = _SITEMAP
    return Unreadable(Reason.UNSUPPORTED_TYPE, advice.format(type=content_type or _BINARY))


def _by_magic(content: bytes, declared: str) -> str | None:
    """Name what the first bytes tell for certain."""
    start = content[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip(b"\t\n\r\f ")
    found = next((told for magic, told in _MAGIC.items() if start.startswith(magic)), None)
    if found is None and (declared == PDF or declared in _UNTOLD) and b"%PDF-" in content[:_JUNK]:
        return PDF
    if content[:1] == b"\x00" and content[4:8] == b"ftyp":
        return "image/avif" if content[8:12] in {b"avif", b"heic"} else "video/mp4"
    if content.startswith(b"RIFF") and content[8:12] in _RIFF:
        return _RIFF[content[8:12]]
    if found == _ZIP:
        names = content[:_NAMES]
        told = declared if declared.startswith("application/vnd.") else _ZIP
        return next((inside for name, inside in _INSIDE.items() if name in names), told)
    return found


def _by_page(content: bytes, text: str, declared: str) -> str:
    """Name what is declared as a page: data and binary are sent under that name too."""
    if _is_json(content):
        return "application/json"
    return declared if _is_text(text) or _TAG.search(text) else _BINARY


def _by_look(content: bytes, text: str, declared: str) -> str:
    """Name what nobody declares, or no more than XML, by what it looks like."""
    rest = _after_prologue(text)
    if _BEGINNING.match(rest) or (declared not in _XML and _TAG.match(rest)) or _begins_late(text):
        return "text/html"
    if declared in _XML or text.lstrip().startswith("<?xml"):
        return declared if declared in _XML else "application/xml"
    if text.lstrip().startswith("<!--"):
        return "text/html"
    if _is_json(content):
        return "application/json"
    return _BINARY if "\x00" in text else PLAIN


def _is_text(text: str) -> bool:
    """Say whether a body holds no more than a few stray characters that texts do not have."""
    stray = len(text) - len(text.translate(_NOT_TEXT))
    return stray <= max(_STRAY, _STRAY_SHARE * len(text))


def _is_saved_page(text: str) -> bool:
    """Say whether a body begins with the header of a page that a browser saved in one file."""
    header = _HEADERS.match(text.lstrip())
    return header is not None and bool(_SAVED.search(header[0])) and bool(_VERSION.search(header[0]))


def _starts_page(text: str) -> bool:
    """Say whether a text begins as an HTML page does: one that speaks of `<html>` goes on with words."""
    rest = _after_prologue(text)
    begun = _DOCTYPE.match(rest) or _OPENING.match(rest)
    return begun is not None and _ROOT.match(_after_prologue(rest[begun.end() :])) is not None


def _ends_page(content: bytes) -> bool:
    """Say whether nothing but markup follows the end of a page, where it has one."""
    _, end, after = content.lower().rpartition(b"</html>")
    left = _after_prologue(after[:_LOOKED_AT].decode("latin-1"))
    return not end or not left or left.startswith("<")


def _begins_late(text: str) -> bool:
    """Say whether a page begins after the warnings of the program that wrote it."""
    found = _BEGINNING.search(text, 0, _JUNK)
    return found is not None and _starts_page(text[found.start() :])


def _is_json(content: bytes) -> bool:
    if content[:_LOOKED_AT].lstrip()[:1] not in {b"{", b"["} or len(content) > _LONGEST_JSON:
        return False
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


def _feed_type(text: str) -> str | None:
    root = _root(text)
    return "application/xml" if root in _SITEMAPS else _FEEDS.get(root)


def _root(text: str) -> str:
    """Give the name of the first element in lower case, empty where something else stands first."""
    found = _ROOT.match(_after_prologue(text))
    return found[1].lower() if found else ""


def _after_prologue(text: str) -> str:
    """Leave out what may stand before the first tag: blanks, comments, instructions."""
    # not by a pattern: many short comments would make it try for ever
    while True:
        text = text.lstrip("\ufeff \t\r\n\f\x00")
        closing = "-->" if text.startswith("<!--") else "?>" if text.startswith("<?") else None
        if closing is None:
            return text
        text = text.partition(closing)[2]
