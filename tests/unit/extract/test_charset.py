"""Bytes to characters: who decides over the encoding, and what happens where nobody does or somebody is wrong."""

import pytest

from claimcheck.extract.charset import decode_text, read_start

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


# --- traps ----------------------------------------------------------------------------------------------------------

KOREAN = "시장은 새로운 전기 여객선이 내년 삼월에 운항을 시작하며 요금은 오르지 않을 것이라고 말했다."
THAI = "นายกเทศมนตรีกล่าวว่าเรือข้ามฟากไฟฟ้าจะเริ่มให้บริการในเดือนมีนาคมปีหน้า"
HEBREW = "ראש העיר אמר כי המעבורות החשמליות החדשות יופעלו במרץ הבא וכי מחיר הנסיעה לא יעלה."
ARABIC = "قال رئيس البلدية إن العبارات الكهربائية الجديدة ستبدأ العمل في شهر مارس المقبل."
GREEK = "Ο δήμαρχος δήλωσε ότι τα νέα ηλεκτρικά πλοία θα ξεκινήσουν τον επόμενο Μάρτιο."
TURKISH = "Belediye başkanı, yeni elektrikli vapurların gelecek mart ayında sefere başlayacağını söyledi."
CZECH = "Starosta řekl, že nové elektrické lodě budou větší a rychlejší, a jízdné se do jara nezvýší."
LATVIAN = "Mērs paziņoja, ka jaunie elektriskie prāmji būs lielāki un ātrāki."
VIETNAMESE = "Thị trưởng nói phà mới sẽ lớn hơn và nhanh hơn."

LABELS = [
    (THAI, "cp874", "windows-874"),
    (THAI, "cp874", "TIS-620"),
    (THAI, "cp874", "iso-8859-11"),
    (HEBREW, "iso-8859-8", "iso-8859-8-i"),
    (HEBREW, "iso-8859-8", "iso-8859-8"),
    (HEBREW, "iso-8859-8", "logical"),
    (HEBREW, "cp1255", "windows-1255"),
    (ARABIC, "cp1256", "windows-1256"),
    (GREEK, "cp1253", "windows-1253"),
    (TURKISH, "cp1254", "windows-1254"),
    (TURKISH, "cp1254", "iso-8859-9"),
    (TURKISH, "cp1254", "latin5"),
    (CZECH, "cp1250", "windows-1250"),
    (CZECH, "cp1250", "x-cp1250"),
    (LATVIAN, "cp1257", "windows-1257"),
    (RUSSIAN, "cp1251", "x-cp1251"),
    (RUSSIAN, "koi8-r", "koi8"),
    (KOREAN, "cp949", "euc-kr"),
    (KOREAN, "cp949", "ks_c_5601-1987"),
    (KOREAN, "cp949", "windows-949"),
    (JAPANESE, "cp932", "windows-31j"),
    (JAPANESE, "cp932", "x-sjis"),
    (JAPANESE, "euc-jp", "x-euc-jp"),
    (CHINESE, "gb18030", "GBK"),
    (CHINESE + "€𠮷", "gb18030", "gb2312"),
    (TAIWANESE, "big5", "big5-hkscs"),
    (TAIWANESE, "big5", "cn-big5"),
    (GERMAN, "utf-16-le", "utf-16"),
    (GERMAN, "utf-16-le", "ucs-2"),
    (GERMAN, "utf-16-be", "utf-16be"),
    (CHINESE, "utf-16-be", "utf-16be"),
    (CHINESE, "utf-16-le", "utf-16"),
    (GERMAN, "utf-8", "unicode-1-1-utf-8"),
    (FRENCH, "mac-roman", "macintosh"),
]


@pytest.mark.parametrize(("text", "charset", "label"), LABELS)
def test_labels_mean_what_they_mean_to_browsers(text: str, charset: str, label: str) -> None:
    """Whatever Python calls the encoding, or does not know it by."""
    decoded = decode_text(text.encode(charset), label)
    assert (decoded.text, decoded.guessed) == (text, False)


@pytest.mark.parametrize(("text", "charset", "label"), [(RUSSIAN, "cp1251", "windows-1251"), (GREEK, "cp1253", "windows-1253"), (JAPANESE, "cp932", "shift_jis")])  # fmt: skip
def test_a_page_knows_better_than_what_servers_declare_by_default(
    text: str, charset: str, label: str
) -> None:
    """Old ones say ISO-8859-1 of whatever they send; another header is somebody's word."""
    page = f'<html><head><meta charset="{label}"></head><body>{text}'
    assert decode_text(page.encode(charset), "ISO-8859-1").text == page
    mistaken = f'<html><head><meta charset="koi8-r"></head><body>{text}'
    assert decode_text(mistaken.encode(charset), label).text == mistaken


@pytest.mark.parametrize(
    ("text", "charset", "label"), [one for one in LABELS if not one[1].startswith("utf-16")]
)
def test_a_page_may_use_any_label_too(text: str, charset: str, label: str) -> None:
    """In its own tag."""
    page = f'<html><head><meta charset="{label}"></head><body>{text}'
    decoded = decode_text(page.encode(charset), None)
    assert (decoded.text, decoded.guessed) == (page, False)


@pytest.mark.parametrize("header", ["iso-8859-1", "latin1", "us-ascii", "windows-1252", "iso-8859-15", "windows-1251", "koi8-r", "gbk", "shift_jis", "euc-kr", "big5", "windows-874", "utf-16", "utf-16be"])  # fmt: skip
@pytest.mark.parametrize("text", [GERMAN, FRENCH, SPANISH, POLISH, RUSSIAN, GREEK, JAPANESE, CHINESE, KOREAN, THAI, HEBREW, ENGLISH, "“Go”", "5 €", "café"])  # fmt: skip
def test_utf_8_wins_over_a_header_that_lies(text: str, header: str) -> None:
    """Many a server says Latin-1 of everything; what is valid UTF-8 would come out as rubbish."""
    for page in (text, f"<meta charset=utf-8>{text}", f'<meta charset="{header}"><p>{text}'):
        decoded = decode_text(page.encode(), header)
        assert (decoded.text, decoded.encoding, decoded.guessed) == (page, "utf-8", False)


def test_one_broken_character_does_not_make_utf_8_latin_1() -> None:
    """An excerpt was cut in the middle of a character."""
    page = (GERMAN * 40).encode() + b"\xc3" + (GERMAN * 40).encode()
    decoded = decode_text(page, "iso-8859-1")
    assert (decoded.encoding, decoded.guessed) == ("utf-8", False)


@pytest.mark.parametrize(
    "text",
    ["CAFÉ’S", "He ate at CAFÉ’S twice.", "LE CAFÉ… ENFIN", "GROSSMÄCHTIG, RUß“", "É\u00a0!", "plain"],
)
def test_an_accent_before_a_mark_does_not_make_utf_8(text: str) -> None:
    """Two bytes that happen to be valid prove nothing."""
    decoded = decode_text(text.encode("cp1252"), "windows-1252")
    assert (decoded.text, decoded.guessed) == (text, False)


@pytest.mark.parametrize(("text", "charset"), [(one[0], one[1]) for one in LABELS if one[1] not in {"utf-8", "mac-roman"} and "16" not in one[1]])  # fmt: skip
def test_other_encodings_are_not_taken_for_utf_8(text: str, charset: str) -> None:
    """Their text is not valid by chance, down to a few words."""
    for words in (text, text[:12], text[:5]):
        assert decode_text(words.encode(charset), charset).text == words


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declared", [None, "utf-16", "utf-8", "iso-8859-1"])
@pytest.mark.parametrize(
    "text", [GERMAN, ENGLISH, f"<html><p>{JAPANESE}</p><p>{CHINESE}</p></html>", f"<p>{RUSSIAN}</p>" * 20]
)
def test_utf_16_without_a_mark_shows_in_its_zeros(text: str, declared: str | None, encoding: str) -> None:
    """Of its blanks and tags; whatever is declared, and in either order."""
    decoded = decode_text(text.encode(encoding), declared)
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, encoding, False)


@pytest.mark.parametrize("text", ["a\x00b", "\x00" * 30, "a\x00" * 5, "a\x00\x00\x00b\x00" * 10, "\x00x" * 3])
def test_stray_zeros_are_no_utf_16(text: str) -> None:
    """Broken programs write them."""
    assert decode_text(text.encode(), None).text == text


def test_zeros_in_what_cannot_be_utf_16_are_stray_too() -> None:
    """Half a character stands in it."""
    assert decode_text(b"a\x00" * 40 + b"\x00\xd8", None).encoding not in {"utf-16-le", "utf-16-be"}


def test_utf_32_is_known_by_its_mark() -> None:
    """It begins as that of UTF-16 does."""
    assert decode_text(GERMAN.encode("utf-32"), None).text == GERMAN


@pytest.mark.parametrize(
    ("text", "charset", "language"),
    [
        (THAI, "cp874", "th"), (HEBREW, "cp1255", "he"), (HEBREW, "iso-8859-8", "he"), (ARABIC, "cp1256", "ar"),
        (GREEK, "cp1253", "el"), (TURKISH, "cp1254", "tr"), (CZECH, "cp1250", "cs"), (LATVIAN, "cp1257", "lv"),
        (KOREAN, "cp949", "ko"), (TAIWANESE, "big5", "zh"), (RUSSIAN, "koi8-r", "ru"), (GERMAN, "cp1252", "de"),
    ],
)  # fmt: skip
def test_without_a_declaration_the_bytes_and_the_language_tell(
    text: str, charset: str, language: str
) -> None:
    """And it is told that it was a guess."""
    page = f'<!doctype html><html class=a lang="{language}"><head><title>x</title></head><body><p>{text}</p></body></html>'
    decoded = decode_text(page.encode(charset), None)
    assert (decoded.text, decoded.guessed) == (page, True)


@pytest.mark.parametrize(
    ("text", "charset"), [(GERMAN, "windows-1252"), (JAPANESE, "shift_jis"), (RUSSIAN, "windows-1251")]
)
def test_a_declaration_that_the_detector_agrees_with_is_no_guess(text: str, charset: str) -> None:
    """Though characters in it are broken."""
    broken = (text * 3).encode(charset) + b"\xff\x81\x81"
    assert decode_text(broken, charset).guessed is False


@pytest.mark.parametrize(
    ("start", "read"),
    [
        (b"<html>", "<html>"),
        (b"\xef\xbb\xbf<html>", "<html>"),
        ("<html><head>".encode("utf-16"), "<html><head>"),
        ("<html><head>".encode("utf-16-be"), "<html><head>"),
        (b"", ""),
    ],
)
def test_the_beginning_of_a_body_shows_its_markup(start: bytes, read: str) -> None:
    """Before anything is known about its encoding."""
    assert read_start(start) == read
