"""Bytes to characters, by the order in which browsers decide, then by what the bytes allow."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_META = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{2,40})""", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([a-zA-Z0-9_.:-]{2,40})""")
# labels as browsers read them: https://encoding.spec.whatwg.org/#names-and-labels
_WHATWG = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252",
    "us-ascii": "cp1252", "iso-8859-9": "cp1254", "iso8859-9": "cp1254", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
    "euc-kr": "cp949", "euc_kr": "cp949", "ks_c_5601-1987": "cp949", "utf8": "utf-8", "unicode": "utf-8",
}  # fmt: skip
_GUESSABLE = (
    "cp1252 cp1250 iso8859_2 cp1251 koi8_r cp1253 cp1254 cp1255 cp1256 cp874 cp932 euc_jp gb18030 big5hkscs cp949"
).split()
"""What pages without a declaration are written in; among all codecs short texts come out as DOS, Mac or EBCDIC ones."""
_DETECTED_FROM = 65_536
"""Bytes that the detector looks at: it is slow, and a page's language does not change half-way."""
_TOLERATED = 1000
"""One broken character in so many does not prove a declared charset wrong: pages are pasted together."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and whether nothing but a guess chose their encoding."""

    text: str
    encoding: str
    guessed: bool


def decode_text(body: bytes, declared: str | None) -> Decoded:
    """Decode a body: byte order mark, HTTP charset, `<meta>`, strict UTF-8, detection, windows-1252."""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return Decoded(body.decode(encoding, "replace"), encoding, guessed=False)
    candidates = [codec for label in (declared, _in_markup(body)) if label and (codec := _codec(label))]
    for encoding in [*candidates, "utf-8"]:
        try:
            return Decoded(body.decode(encoding), encoding, guessed=False)
        except UnicodeDecodeError:
            continue
    for encoding in [*candidates, "utf-8"]:
        text = body.decode(encoding, "replace")
        if text.count("\ufffd") <= len(text) // _TOLERATED:
            return Decoded(text, encoding, guessed=False)
    encoding = _codec(_detect(body)) or "cp1252"
    return Decoded(body.decode(encoding, "replace"), encoding, guessed=True)


def _detect(body: bytes) -> str:
    """Guess an encoding from the bytes; where windows-1252 is as likely as the likeliest, it is the commoner one."""
    matches = list(from_bytes(body[:_DETECTED_FROM], cp_isolation=_GUESSABLE))
    likeliest = [
        one for one in matches if (one.chaos, one.coherence) == (matches[0].chaos, matches[0].coherence)
    ]
    names = [one.encoding for one in likeliest]
    return names[0] if names and "cp1252" not in names else "cp1252"


def _in_markup(body: bytes) -> str | None:
    found = _META.search(_COMMENT.sub(b"", body[:4096])) or _XML.match(body[:512])
    if found is None:
        return None
    label = found[1].decode("ascii")
    # a declaration that could be read as ASCII is not in UTF-16, whatever it says
    return "utf-8" if label.lower().startswith("utf-16") else label


def _codec(label: str) -> str | None:
    name = label.strip().lower()
    name = _WHATWG.get(name, name)
    try:
        codec = codecs.lookup(name)
        "".encode(codec.name)  # refuses what is no text encoding: rot13, base64, zlib
    except (LookupError, ValueError):
        return None
    if codec.name in {"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"}:
        return None
    return _WHATWG.get(codec.name, codec.name)
