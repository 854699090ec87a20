"""A writer of small PDFs: lines of text at their places, in fonts that no file has to bring along."""

import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

PLAIN, BOLD, ANY, GARBLED = "F1", "F2", "F3", "F4"
"""Courier, whose characters are all 0.6 of its size wide; a font for every script; one without an alphabet."""
_FONTS = 4
_BEFORE_PAGES = 3 + _FONTS + 5
"""Objects: the catalogue, the pages, what the file says about itself, fonts with their parts, a picture."""


@dataclass(frozen=True)
class Text:
    """A line of text, and where it begins."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = PLAIN


def column(
    lines: Iterable[str], x: float = 50, y: float = 700, size: float = 10, leading: float = 12
) -> list[Text]:
    """Set lines below each other."""
    return [Text(x, y - number * leading, line, size) for number, line in enumerate(lines)]


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of so many characters at most."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return lines


def drawn(texts: Iterable[Text]) -> bytes:
    """Write the drawing of a page."""
    return b"".join(
        b"BT /%s %g Tf %g %g Td %s Tj ET\n" % (one.font.encode(), one.size, one.x, one.y, _string(one))
        for one in texts
    )


PICTURE = b"q 500 0 0 700 40 60 cm /Im Do Q\n"
"""A drawing that fills the page with a picture."""


def pdf(
    *pages: Iterable[Text] | bytes,
    info: bytes = b"",
    page: bytes = b"",
    packed: bool = False,
    trailer: bytes = b"",
) -> bytes:
    """Write a PDF; each page is its lines or its drawing, `info` and `page` go into the dictionaries of that name."""
    drawings = [one if isinstance(one, bytes) else drawn(one) for one in pages]
    numbers = [_BEFORE_PAGES + 1 + 2 * index for index in range(len(drawings))]
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(numbers), b" ".join(b"%d 0 R" % number for number in numbers)),
        b"<<%s>>" % info,
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier-Bold/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/DescendantFonts[8 0 R]/ToUnicode 10 0 R>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/DescendantFonts[8 0 R]/ToUnicode 11 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Any/DW 600/CIDSystemInfo %s/FontDescriptor 9 0 R>>"
        % b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        b"<</Type/FontDescriptor/FontName/Any/Flags 4/Ascent 800/Descent -200/FontBBox[0 -200 1000 800]>>",
        _packed(_to_unicode(lambda high: high)),
        _packed(_to_unicode(lambda _: 0xE0)),  # characters for private use
        _stream(b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"),
    ]  # fmt: skip
    for number, drawing in zip(numbers, drawings, strict=True):
        fonts = b" ".join(b"/F%d %d 0 R" % (font + 1, font + 4) for font in range(_FONTS))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<<%s>>/XObject<</Im 12 0 R>>>>%s>>"
            % (number + 1, fonts, page)
        )
        objects.append(_packed(drawing) if packed else _stream(drawing))
    return _file(objects, trailer)


def _string(text: Text) -> bytes:
    if text.font in {ANY, GARBLED}:
        return b"<%s>" % text.text.encode("utf-16-be").hex().encode()
    return b"(%s)" % text.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(
        b")", b"\\)"
    )


def _to_unicode(block: Callable[[int], int]) -> bytes:
    """Map every two bytes to a character of the block that the first one stands for."""
    ranges = b"\n".join(b"<%02X00><%02XFF><%02X00>" % (high, high, block(high)) for high in range(256))
    return (
        b"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange<0000><FFFF>endcodespacerange\n"
        b"256 beginbfrange\n%s\nendbfrange endcmap end" % ranges
    )


def _stream(content: bytes, about: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), about, content)


def _packed(content: bytes) -> bytes:
    return _stream(zlib.compress(content, 9), b"/Filter/FlateDecode")


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    parts, places = [b"%PDF-1.7\n"], []
    for number, content in enumerate(objects, 1):
        places.append(sum(map(len, parts)) if number == 1 else places[-1] + len(parts[-1]))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = places[-1] + len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    parts.append(
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R/Info 3 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, trailer, start)
    )
    return b"".join(parts)
