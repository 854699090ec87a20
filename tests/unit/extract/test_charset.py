"""Bytes to characters: who decides over the encoding, and what happens where nobody does or somebody is wrong."""

import pytest

from claimcheck.extract.charset import decode_text

GERMAN = "Der Bürgermeister erklärte, die Fähren würden größer; „das ist schön“, sagte Frau Müller."
FRENCH = "Les élus ont voté à l’unanimité ; le préfet, lui, s’est déclaré déçu par l’été."
SPANISH = "El alcalde anunció que los niños viajarán gratis desde mañana."
JAPANESE = "市議会は六月十二日に電動フェリー五十隻を発注した。市長は運賃を下げると約束した。"
CHINESE = "市议会于六月十二日订购了五十艘电动渡轮，票价没有上涨。"
TAIWANESE = "市議會於六月十二日訂購了五十艘電動渡輪，票價沒有上漲。"
RUSSIAN = "Мэр объявил, что паромы станут больше и быстрее."
POLISH = "Burmistrz ogłosił, że łodzie będą większe i szybsze."
ENGLISH = "The mayor said “no” – twice – to the café’s naïve owner."

LEGACY = [
    (GERMAN, "windows-1252"),
    (FRENCH, "windows-1252"),
    (SPANISH, "windows-1252"),
    (ENGLISH, "windows-1252"),
    (GERMAN.replace("„", "").replace("“", ""), "iso-8859-1"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc-jp"),
    (JAPANESE, "iso-2022-jp"),
    (CHINESE, "gb2312"),
    (CHINESE, "gbk"),
    (CHINESE, "gb18030"),
    (TAIWANESE, "big5"),
    (RUSSIAN, "windows-1251"),
    (RUSSIAN, "koi8-r"),
    (POLISH, "iso-8859-2"),
]


@pytest.mark.parametrize(("text", "charset"), LEGACY)
def test_the_http_charset_decides(text: str, charset: str) -> None:
    """A server that names the encoding is believed, and nothing is guessed."""
    decoded = decode_text(text.encode(charset), charset)
    assert (decoded.text, decoded.guessed) == (text, False)


@pytest.mark.parametrize(("text", "charset"), LEGACY)
@pytest.mark.parametrize(
    "declaration",
    [
        '<html><meta charset="{}">',
        "<META CHARSET={}>",
        '<head><title>x</title><meta http-equiv="Content-Type" content="text/html; charset={}">',
    ],
)
def test_a_meta_tag_decides_where_http_is_silent(text: str, charset: str, declaration: str) -> None:
    """In any of the forms that pages use."""
    page = declaration.format(charset) + text
    decoded = decode_text(page.encode(charset), None)
    assert (decoded.text, decoded.guessed) == (page, False)


@pytest.mark.parametrize("text", [GERMAN, FRENCH, JAPANESE, CHINESE, RUSSIAN, "plain", ""])
def test_utf_8_needs_no_declaration(text: str) -> None:
    """Its bytes prove themselves."""
    decoded = decode_text(text.encode(), None)
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, "utf-8", False)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("declared", [None, "koi8-r"])
def test_a_byte_order_mark_outranks_every_declaration(encoding: str, declared: str | None) -> None:
    """It is removed, and whatever else is said about the encoding is wrong."""
    page = "<meta charset=koi8-r>" + GERMAN
    decoded = decode_text(page.encode(encoding), declared)
    assert (decoded.text, decoded.guessed) == (page, False)


def test_both_orders_of_utf_16_are_read() -> None:
    """The mark says which."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert decode_text(mark + JAPANESE.encode(encoding), None).text == JAPANESE


def test_http_outranks_the_meta_tag() -> None:
    """As in browsers: a proxy may have recoded the page without reading it."""
    page = "<meta charset=koi8-r>" + GERMAN
    assert decode_text(page.encode(), "utf-8").text == page


def test_a_declaration_that_the_bytes_disprove_is_passed_over() -> None:
    """The next in order is tried: the meta tag, then UTF-8."""
    page = "<meta charset=shift_jis>" + JAPANESE
    assert decode_text(page.encode("shift_jis"), "utf-8").text == page
    assert decode_text(JAPANESE.encode(), "shift_jis").text == JAPANESE
    assert decode_text(GERMAN.encode(), "us-ascii").text != ""


def test_a_meta_tag_in_a_comment_declares_nothing() -> None:
    """It is no part of the page."""
    page = "<!-- was: <meta charset=koi8-r> --><meta charset=utf-8>" + GERMAN
    assert decode_text(page.encode(), None).text == page


def test_a_meta_tag_cannot_declare_utf_16() -> None:
    """Had the page been in it, the tag could not have been read as ASCII."""
    page = '<meta charset="utf-16">' + GERMAN
    assert decode_text(page.encode(), None).text == page


def test_an_xml_declaration_counts_as_a_meta_tag() -> None:
    """XHTML pages have it."""
    page = '<?xml version="1.0" encoding="iso-8859-15"?><p>5 € für Fähren</p>'
    decoded = decode_text(page.encode("iso-8859-15"), None)
    assert (decoded.text, decoded.guessed) == (page, False)


def test_latin_1_is_read_as_windows_1252() -> None:
    """As browsers do: pages that say the one are written in the other, with quotes and dashes."""
    for label in ("iso-8859-1", "latin1", "ISO8859-1", "us-ascii", "windows-1252"):
        assert decode_text(b"\x93no\x94 \x96 caf\xe9", label).text == "“no” – café"


@pytest.mark.parametrize(
    "label",
    [
        "utf-7", "UTF_7", "unicode-1-1-utf-7", "rot13", "rot_13", "base64", "hex", "zlib", "bz2", "uu", "quopri",
        "punycode", "idna", "unicode_escape", "unicode-escape", "raw_unicode_escape", "undefined", "mbcs",
        "no-such-charset", "", " ", "\x00", "utf-8\x00", "../../etc/passwd", "é",
    ],
)  # fmt: skip
def test_a_label_that_names_no_charset_of_pages_is_refused(label: str) -> None:
    """Codecs that are no charsets could smuggle in text that no browser shows, or fail."""
    page = "+ADw-b+AD4- Uryyb \\u0041 größer"
    assert decode_text(page.encode(), label).text == page


@pytest.mark.parametrize("label", ["utf-7", "rot13", "unicode_escape"])
def test_a_meta_tag_with_such_a_label_is_refused_too(label: str) -> None:
    """The page's own word counts no more than the server's."""
    page = f"<meta charset={label}>+ADw- \\u0041"
    assert decode_text(page.encode(), None).text == page


@pytest.mark.parametrize("declared", ["utf-8", None])
def test_a_few_broken_bytes_do_not_change_the_encoding(declared: str | None) -> None:
    """Pages are pasted together: one bad byte in thousands of characters is a bad byte, not another encoding."""
    page = (GERMAN * 40).encode() + b"\xff" + (GERMAN * 40).encode()
    decoded = decode_text(page, declared)
    assert (decoded.encoding, decoded.guessed) == ("utf-8", False)
    assert decoded.text == GERMAN * 40 + "\ufffd" + GERMAN * 40


def test_a_few_broken_bytes_do_not_change_a_declared_encoding() -> None:
    """The same holds for the older ones."""
    page = (JAPANESE * 60).encode("shift_jis") + b"\xff\xff" + (JAPANESE * 60).encode("shift_jis")
    decoded = decode_text(page, "shift_jis")
    assert decoded.guessed is False
    assert decoded.text.startswith(JAPANESE * 60)
    assert decoded.text.endswith(JAPANESE * 60)


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (GERMAN, "windows-1252"),
        (FRENCH, "windows-1252"),
        (SPANISH, "windows-1252"),
        (ENGLISH, "windows-1252"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (CHINESE, "gb18030"),
        (RUSSIAN, "windows-1251"),
    ],
)
@pytest.mark.parametrize(
    "page",
    ["{}", "<!doctype html><html><head><title>x</title></head><body><p>{}</p></body></html>"],
)
def test_an_undeclared_encoding_is_guessed_from_the_bytes(text: str, charset: str, page: str) -> None:
    """A sentence is enough; that it was a guess is told."""
    whole = page.format(text)
    decoded = decode_text(whole.encode(charset), None)
    assert (decoded.text, decoded.guessed) == (whole, True)


@pytest.mark.parametrize("body", [b"caf\xe9", b"caf\xe9 \x81", b"the price is 5 \x80", b"a\xff"])
def test_a_guess_leaves_ascii_alone(body: bytes) -> None:
    """However little there is to guess from: no page is in an encoding of mainframes."""
    decoded = decode_text(body, None)
    kept = "".join(character for character in decoded.text if character.isascii())
    assert (kept, decoded.guessed) == (bytes(byte for byte in body if byte < 128).decode("ascii"), True)


def test_a_wrong_declaration_and_no_utf_8_leave_a_guess() -> None:
    """The page says UTF-8 and is not: it is told that the encoding was guessed."""
    page = '<meta charset="utf-8"><p>' + FRENCH * 5
    decoded = decode_text(page.encode("windows-1252"), "utf-8")
    assert (decoded.text, decoded.guessed) == (page, True)
