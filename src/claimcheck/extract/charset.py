"""Bytes to characters, by the order in which browsers decide, then by what the bytes allow."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_META = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{2,40})""", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([a-zA-Z0-9_.:-]{2,40})""")
# labels as browsers read them: https://encoding.spec.whatwg.org/#names-and-labels
_LABELS = {
    "cp1252": "iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 latin-1 latin1 l1 cp819 ibm819 ascii us-ascii ansi_x3.4-1968 x-cp1252",
    "cp1254": "iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 x-cp1254",
    "cp874": "windows-874 dos-874 tis-620 iso-8859-11 iso8859-11 iso885911",
    "iso8859_8": "iso-8859-8-i iso-8859-8-e logical visual csiso88598i csiso88598e hebrew",
    "iso8859_6": "iso-8859-6-i iso-8859-6-e csiso88596i csiso88596e",
    "cp1250": "x-cp1250", "cp1251": "x-cp1251", "cp1253": "x-cp1253", "cp1255": "x-cp1255", "cp1256": "x-cp1256",
    "cp1257": "x-cp1257", "cp1258": "x-cp1258",
    "koi8_r": "koi koi8 koi8-r", "koi8_u": "koi8-u koi8-ru",
    "gb18030": "gb2312 gb_2312 gb_2312-80 gbk x-gbk chinese csgb2312 iso-ir-58 cp936",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis",
    "euc_jp": "euc-jp x-euc-jp", "mac_roman": "macintosh mac x-mac-roman", "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "cp949": "euc-kr euc_kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cseuckr csksc56011987 iso-ir-149",
    "utf-8": "utf8 utf-8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 unicode",
    "utf-16-le": "utf-16 utf-16le ucs-2 iso-10646-ucs-2 csunicode unicodefeff", "utf-16-be": "utf-16be unicodefffe",
}  # fmt: skip
_BY_DEFAULT = "cp1252"
"""What old servers declare unless they are told otherwise, as ISO-8859-1: a page knows better."""
_CODECS = {label: codec for codec, labels in _LABELS.items() for label in (codec, *labels.split())}
_WIDE = frozenset(["utf-16-le", "utf-16-be"])
_GUESSABLE = (
    "cp1252 cp1250 iso8859_2 cp1251 koi8_r cp1253 cp1254 cp1255 cp1256 cp874 cp932 euc_jp gb18030 big5hkscs cp949"
).split()
"""What pages without a declaration are written in; among all codecs short texts come out as DOS, Mac or EBCDIC ones."""
_DETECTED_FROM = 65_536
"""Bytes that the detector looks at: it is slow, and a page's language does not change half-way."""
_TOLERATED = 1000
"""One broken character in so many does not prove UTF-8 wrong: pages are pasted together."""
_TOLERATED_OLD = 50
"""Nor a declared older charset: browsers know characters of theirs that Python does not."""
_PROVING = 3
"""Characters of more than one byte by which a valid text shows that it is UTF-8, whatever is declared."""
_USUAL = re.compile("[\u00a0-\u017f\u2010-\u206f\u20a0-\u20bf\u2100-\u2122]")
"""Letters and marks one of which is enough: as another encoding's they would be an accented letter before a currency sign."""
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_FEWEST_ZEROS = 8
"""Below which they are stray."""
_LANGUAGE = re.compile(rb"""<html[^>]{0,200}?\slang\s*=\s*["']?([a-zA-Z]{2})""", re.IGNORECASE)
_LATIN = {
    language: codec
    for codec, languages in {
        "cp1250": "cs pl sk hu sl hr bs ro",
        "cp1254": "tr az",
        "cp1257": "lt lv et",
    }.items()
    for language in languages.split()
}
"""Encodings that bytes alone do not tell from windows-1252."""
_ZEROS_IN = 4096
"""Bytes at the beginning in which UTF-16 without a mark shows its zeros."""
_ZEROS = 0.1
"""Share of the characters there that are ASCII; the blanks and tags of any page are."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and whether nothing but a guess chose their encoding."""

    text: str
    encoding: str
    guessed: bool


def decode_text(body: bytes, declared: str | None) -> Decoded:
    """Decode a body: by a mark, by what its bytes prove, HTTP charset, `<meta>`, UTF-8, detection, windows-1252."""
    if (wide := _marked(body) or _by_zeros(body)) is not None:
        return Decoded(body.decode(wide, "replace"), wide, guessed=False)
    candidates = _declared(body, declared)
    for encoding in [*candidates, "utf-8"]:
        try:
            return Decoded(body.decode(encoding), encoding, guessed=False)
        except UnicodeDecodeError:
            continue
    for encoding in [*candidates, "utf-8"]:
        text = body.decode(encoding, "replace")
        if text.count("\ufffd") <= len(text) // (_TOLERATED if encoding == "utf-8" else _TOLERATED_OLD):
            return Decoded(text, encoding, guessed=False)
    encoding = _codec(_detect(body)) or "cp1252"
    return Decoded(body.decode(encoding, "replace"), encoding, guessed=encoding not in candidates)


def read_start(body: bytes) -> str:
    """Read the beginning of a body as far as its markup goes: what is not ASCII in it may be wrong."""
    wide = _marked(body) or _by_zeros(body)
    return body.decode(wide, "ignore") if wide else body.decode("latin-1")


def _marked(body: bytes) -> str | None:
    return next((encoding for mark, encoding in _BOMS if body.startswith(mark)), None)


def _by_zeros(body: bytes) -> str | None:
    """Recognise UTF-16 without a mark: every other byte of its blanks and tags is zero."""
    start = body[:_ZEROS_IN]
    low, high = start[1::2].count(0), start[::2].count(0)
    if max(low, high) < max(_FEWEST_ZEROS, _ZEROS * len(start) / 2) or min(low, high) > _ZEROS * max(
        low, high
    ):
        return None
    encoding = "utf-16-le" if low > high else "utf-16-be"
    try:
        body.decode(encoding)
    except UnicodeDecodeError:
        return None
    return encoding


def _declared(body: bytes, declared: str | None) -> list[str]:
    """List the encodings that are declared, without those that the bytes disprove."""
    inside = _codec(_in_markup(body) or "")
    if inside in _WIDE:
        inside = "utf-8"  # a declaration that could be read as ASCII is not in UTF-16, whatever it says
    found = [codec for codec in (_codec(declared or ""), inside) if codec]
    if found[:1] == [_BY_DEFAULT]:
        found.reverse()  # many a server says that of whatever it sends
    if "utf-8" in found[:1]:
        return found
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken > len(text) // _TOLERATED:
        return found
    if found[:1] and found[0] in _WIDE:
        return ["utf-8"]
    return ["utf-8"] if _proves_utf_8(text, len(body), broken) else found


def _proves_utf_8(text: str, size: int, broken: int) -> bool:
    """Say whether a text that is valid UTF-8 can be nothing else: accented letters before marks are that by chance."""
    least = _PROVING * (1 + 10 * broken)
    if size - len(text) >= 3 * least:
        return True
    longer = _NOT_ASCII.findall(text)
    return len(longer) >= least or (not broken and any(map(_USUAL.match, longer)))


def _detect(body: bytes) -> str:
    """Guess an encoding from the bytes; where windows-1252 is as likely as the likeliest, the page's language tells."""
    matches = list(from_bytes(body[:_DETECTED_FROM], cp_isolation=_GUESSABLE))
    likeliest = [
        one for one in matches if (one.chaos, one.coherence) == (matches[0].chaos, matches[0].coherence)
    ]
    names = [one.encoding for one in likeliest]
    if names and "cp1252" not in names:
        return names[0]
    language = _LANGUAGE.search(body[:_ZEROS_IN])
    return _LATIN.get(language[1].decode("ascii").lower(), "cp1252") if language else "cp1252"


def _in_markup(body: bytes) -> str | None:
    found = _META.search(_COMMENT.sub(b"", body[:4096])) or _XML.match(body[:512])
    return found[1].decode("ascii") if found else None


def _codec(label: str) -> str | None:
    """Name the codec that a label means to browsers; none where it is no charset of pages."""
    name = label.strip().lower()
    try:
        codec = codecs.lookup(_CODECS.get(name, name))
        "".encode(codec.name)  # refuses what is no text encoding: rot13, base64, zlib
    except (LookupError, ValueError):
        return None
    if codec.name in {"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"}:
        return None
    return _CODECS.get(codec.name, codec.name)
