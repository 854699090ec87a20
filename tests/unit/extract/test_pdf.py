"""PDFs to text: what a reader quotes stands in one piece, whatever line, column or page it runs over."""

import sys
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.extract.body import Body, Unreadable
from claimcheck.extract.document import REST_OF_PAGE, read_document
from claimcheck.extract.pdf import MOST_PAGES, PdfText, read_pdf
from claimcheck.match.page import index_page
from claimcheck.match.quotes import find_quote
from claimcheck.model import Document, Reason
from claimcheck.workers.pool import Pool, WorkerLimits

from .pdfs import ANY, BOLD, GARBLED, PICTURE, Text, column, drawn, pdf, wrapped

URL = "https://harbour-post.example/2026/06/ferries.pdf"
FIRST = (
    "The harbour council bought fifty electric ferries from two shipyards on 12 June, after a long night of talks. "
    "The first of them is to leave the yard in Sundhaven next March, two years later than planned. "
)
SECOND = (
    "Fares will not rise before spring, the mayor told reporters, and pensioners will travel free of charge. "
    "The opposition called the purchase a leap in the dark, since nobody has tested the batteries in ice. "
)
FOURTH = (
    "Nobody has asked the crews, who learned from the paper that half of them will have to look for other work. "
    "Their union wants to speak with the council before the summer, and has not ruled out a strike in autumn. "
)
FIFTH = (
    "On the island itself people are of two minds. The shops hope for more guests, the schools for boats on time. "
    "An old captain said that he would believe in the new ships once he had seen one of them in a storm. "
)
THIRD = (
    "A study of the university had warned that charging all ships at night would need a second cable to the mainland. "
    "The port's own engineers think that the old one is strong enough, and promise to publish their figures. "
)


def document(content: bytes, content_type: str | None = "application/pdf") -> Document:
    found = read_document(Body(content, content_type, None, URL))
    assert isinstance(found, Document)
    return found


def paragraphs(*pages: list[Text] | bytes, page: bytes = b"") -> list[str]:
    return document(pdf(*pages, page=page)).article.strip().split("\n")


def refused(content: bytes) -> Unreadable:
    found = read_pdf(content)
    assert isinstance(found, Unreadable)
    assert found.detail.endswith(".")
    return found


def is_quoted(quote: str, found: Document) -> bool:
    match = find_quote(quote, index_page(found))
    return match is not None and match.verbatim


# --- lines ----------------------------------------------------------------------------------------------------------


def test_the_lines_of_a_paragraph_become_one() -> None:
    """As in the text of a page, where a line is a paragraph."""
    assert paragraphs(column(wrapped(FIRST, 60))) == [FIRST.strip()]


@pytest.mark.parametrize("width", [25, 40, 60, 80])
def test_paragraphs_are_told_apart_by_white_between_them(width: int) -> None:
    """However wide the text is set."""
    above, below = wrapped(FIRST, width), wrapped(SECOND, width)
    lines = [*column(above), *column(below, y=700 - 12 * len(above) - 8)]
    assert paragraphs(lines) == [FIRST.strip(), SECOND.strip()]


def test_paragraphs_are_told_apart_by_a_first_line_that_is_moved_in() -> None:
    """With no white between them, as in newspapers and books."""
    texts = [wrapped(one, 60) for one in (FIRST, SECOND, THIRD)]
    lines = [Text(62 if index == 0 else 50, 0, line) for text in texts for index, line in enumerate(text)]
    placed = [Text(line.x, 700 - 12 * row, line.text) for row, line in enumerate(lines)]
    assert paragraphs(placed) == [FIRST.strip(), SECOND.strip(), THIRD.strip()]


def test_a_heading_is_a_line_of_its_own() -> None:
    """By its size, or by the room that it leaves."""
    lines = [
        Text(50, 760, "Council buys ferries", 20),
        *column(wrapped(FIRST, 60), y=730),
        Text(50, 730 - 12 * len(wrapped(FIRST, 60)), "What the mayor said", font=BOLD),
        *column(wrapped(SECOND, 60), y=718 - 12 * len(wrapped(FIRST, 60))),
    ]
    assert paragraphs(lines) == [
        "Council buys ferries", FIRST.strip(), "What the mayor said", SECOND.strip()
    ]  # fmt: skip


def test_the_items_of_a_list_are_lines_of_their_own() -> None:
    """With bullets or numbers, over one line or two."""
    lines = [
        *column(wrapped(FIRST, 60)),
        Text(50, 640, "•"), Text(62, 640, "Fares will not rise before spring, the mayor told reporters on"), Text(62, 628, "Friday."),
        Text(50, 616, "•"), Text(62, 616, "Pensioners travel free."),
        Text(50, 604, "1."), Text(70, 604, "The old cable stays."),
        Text(50, 592, "2."), Text(70, 592, "Nobody pays twice."),
    ]  # fmt: skip
    assert paragraphs(lines)[1:] == [
        "• Fares will not rise before spring, the mayor told reporters on Friday.", "• Pensioners travel free.",
        "1. The old cable stays.", "2. Nobody pays twice.",
    ]  # fmt: skip


def test_a_row_of_a_table_is_a_line() -> None:
    """Its cells are not read as columns."""
    cells = [("Ferry", "Seats", "Price"), ("Alma", "120", "4.2 million"), ("Berta", "95", "3.9 million"), ("Carla", "88", "3.1 million")]  # fmt: skip
    table = [
        Text(x, 600 - 12 * row, cell)
        for row, line in enumerate(cells)
        for x, cell in zip((50, 180, 260), line, strict=True)
    ]
    assert paragraphs([*column(wrapped(FIRST, 60)), *table])[1:] == [" ".join(line) for line in cells]


# --- words that a line's end parts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("The council bought fifty fer-", "ries in June.", "bought fifty ferries in June."),
        ("Die Stadt kaufte fünfzig elek-", "trische Fähren.", "fünfzig elektrische Fähren."),
        ("The mayor is a self-", "employed captain.", "a self-employed captain."),
        ("The talks of the Franco-", "German council.", "the Franco-German council."),
        ("It is the most state-of-the-", "art ferry there is.", "state-of-the-art ferry"),
        ("The plan covers the years 2026-", "27 and no more.", "the years 2026-27 and"),
        ("There are two-", "and three-deck ferries.", "two- and three-deck ferries."),
        ("Die Vor-", "und Nachteile der Fähren.", "Die Vor- und Nachteile"),
        ("He spoke—without a pause—", "of ferries all night.", "a pause—of ferries"),
        ("He spoke for an hour –", "of ferries all night.", "an hour – of ferries"),
    ],
)
def test_a_word_that_a_lines_end_parts_is_whole_again(first: str, second: str, joined: str) -> None:
    """A hyphen of its own stays."""
    found = document(pdf(column([first, second])))
    assert joined in found.text
    assert is_quoted(joined, found)


def test_the_text_itself_decides_over_a_hyphen() -> None:
    """A word that stands elsewhere with its hyphen keeps it; the same one without loses it."""
    assert (
        "the e-ferry left"
        in document(pdf(column(["Each e-ferry has a bell. At noon the e-", "ferry left."]))).text
    )
    assert (
        "the half time came"
        in document(pdf(column(["Half time is short. The halftime ended as the half", "time came."]))).text
    )
    assert (
        "the selfsame boat"
        in document(pdf(column(["The selfsame word. It was the self-", "same boat."]))).text
    )


def test_ligatures_and_marks_without_a_shape_are_taken_out() -> None:
    """Nobody types them in a quote, and a search would not find the word."""
    found = document(
        pdf([Text(50, 700, "The ﬁrst ofﬁce is eﬃcient and so\u00adft on the x\u200by axis.", font=ANY)])
    )
    assert found.text == "The first office is efficient and soft on the xy axis."


def test_a_script_without_blanks_gets_none_between_lines() -> None:
    """A quote would not be found over them."""
    text = "市議会は六月十二日に電動フェリー五十隻を発注した。市長は運賃を下げると約束した。"
    lines = [Text(50, 700 - 14 * row, text[10 * row : 10 * row + 10], font=ANY) for row in range(4)]
    assert paragraphs(lines) == [text]


def test_letters_beyond_the_first_plane_are_whole() -> None:
    """A PDF writes them as two halves."""
    assert document(pdf([Text(50, 700, "The 𠮷野 café 𝒜", font=ANY)])).text == "The 𠮷野 café 𝒜"


def test_a_raised_number_points_to_a_note_and_is_no_part_of_a_number() -> None:
    """“50” with the note 3 is not 503; a square kilometre stays one."""
    marks = b"/F1 6 Tf 4 Ts (%s) Tj 0 Ts /F1 10 Tf (%s) Tj\n"
    drawing = b"BT /F1 10 Tf 50 700 Td (The city bought 50) Tj %s %s %s ET" % (
        marks % (b"3", b" ferries for 4 million"), marks % (b"12", b", on 30 km"), marks % (b"2", b" of sea.")
    )  # fmt: skip
    assert paragraphs(drawing) == ["The city bought 50 ferries for 4 million, on 30 km2 of sea."]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    """It stands beside two or three lines."""
    lines = [
        Text(50, 680, "T", 36),
        *column(["he council bought fifty", "ferries, and some more"], x=75),
        Text(50, 676, "of them in the spring."),
    ]
    assert paragraphs(lines) == ["The council bought fifty ferries, and some more of them in the spring."]


# --- columns --------------------------------------------------------------------------------------------------------


def in_columns(texts: list[str], width: int, *, step: float = 0, order: str = "columns") -> list[Text]:
    """Set each text in a column of so many characters; `step` is how much lower each column stands."""
    gap = width * 6 + 16
    columns = [
        column(wrapped(text, width), x=50 + gap * index, y=600 - step * index)
        for index, text in enumerate(texts)
    ]
    lines = [line for one in columns for line in one]
    return sorted(lines, key=lambda line: (-line.y, line.x)) if order == "rows" else lines


@pytest.mark.parametrize("order", ["columns", "rows"])
@pytest.mark.parametrize("step", [0, 5])
@pytest.mark.parametrize(("texts", "width"), [([FIRST, SECOND], 40), ([FIRST, SECOND, THIRD], 26)])
def test_columns_are_read_one_after_the_other(texts: list[str], width: int, step: float, order: str) -> None:
    """In whatever order the file draws them, in step or not."""
    assert paragraphs(in_columns(texts, width, step=step, order=order)) == [text.strip() for text in texts]


def test_text_across_the_page_parts_the_columns_above_and_below() -> None:
    """A title, two columns, a line across, two columns more."""
    title = [Text(50, 650, "Council buys fifty electric ferries for the sound", 16)]
    across = [
        Text(50, 480, "Two more stories about the harbour and its many ships stand below this line.", 10)
    ]
    below = [Text(line.x, line.y - 150, line.text) for line in in_columns([THIRD, FIRST], 40)]
    found = paragraphs([*title, *in_columns([FIRST, SECOND], 40), *across, *below])
    assert found == [
        title[0].text,
        FIRST.strip(),
        SECOND.strip(),
        across[0].text,
        THIRD.strip(),
        FIRST.strip(),
    ]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    """With a word parted at the foot of the first."""
    left = [*wrapped(FIRST, 40)[:-1], "and nobody knows how the bat-"]
    right = ["teries will hold out in the ice of", *wrapped(SECOND, 40)]
    found = document(pdf([*column(left), *column(right, x=310)]))
    assert is_quoted("nobody knows how the batteries will hold out", found)


def test_columns_beside_a_picture_are_read_in_order() -> None:
    """The left one begins below it."""
    right = wrapped(SECOND + THIRD, 40)
    left = wrapped(FIRST, 40)
    lines = [*column(right, x=310, y=600), *column(left, y=600 - 12 * (len(right) - len(left)))]
    assert paragraphs(lines) == [FIRST.strip(), (SECOND + THIRD).strip()]


@pytest.mark.parametrize("step", [0, 5])
def test_columns_between_text_of_the_same_width_are_columns(step: float) -> None:
    """The white of a line stands alone; that of columns goes on."""
    width = 82
    above = column(wrapped(THIRD, width), y=700)
    top = 700 - 12 * len(above)
    columns = [
        Text(line.x, line.y - 600 + top, line.text) for line in in_columns([FIRST, SECOND], 40, step=step)
    ]
    below = column(wrapped(FOURTH, width), y=min(line.y for line in columns) - 12)
    assert paragraphs([*above, *columns, *below]) == [text.strip() for text in (THIRD, FIRST, SECOND, FOURTH)]


def test_a_heading_below_columns_belongs_to_the_text_that_follows() -> None:
    """Though it stands below the left one alone."""
    columns = in_columns([FIRST, SECOND], 40)
    bottom = min(line.y for line in columns)
    heading = Text(50, bottom - 40, "What the crews say", font=BOLD)
    below = column(wrapped(FOURTH, 82), y=bottom - 54)
    assert paragraphs([*columns, heading, *below]) == [
        FIRST.strip(),
        SECOND.strip(),
        heading.text,
        FOURTH.strip(),
    ]


def test_a_table_within_a_column_is_read_by_rows() -> None:
    """And the column goes on below it."""
    left = [*wrapped(FIRST, 40)]
    table = [
        Text(x, 560 - 12 * row, cell)
        for row, cells in enumerate((("Alma", "120"), ("Berta", "95"), ("Carla", "88")))
        for x, cell in zip((50, 150), cells, strict=True)
    ]
    right = wrapped(SECOND + THIRD, 40)
    found = paragraphs([*column(left, y=640), *table, *column(right, x=310, y=640)])
    assert found == [FIRST.strip(), "Alma 120", "Berta 95", "Carla 88", (SECOND + THIRD).strip()]


def test_one_loose_line_of_a_justified_text_is_no_table() -> None:
    """Its two blanks are wider than the white between columns."""
    lines = [
        *column(["Nobody knows how the old batteries"], x=50, y=700),
        Text(50, 688, "of"), Text(104, 688, "electricity-driven"), Text(242, 688, "in"),
        *column(["a winter with more ice than usual."], x=50, y=676),
    ]  # fmt: skip
    assert paragraphs(lines) == [
        "Nobody knows how the old batteries of electricity-driven in a winter with more ice than usual."
    ]


def test_justified_lines_with_wide_blanks_are_no_columns() -> None:
    """In narrow columns blanks are as wide as the white between columns."""
    rows = [
        ["Nobody", "knows", "how", "the"],
        ["batteries", "will", "hold", "out"],
        ["in", "the", "sea", "ice."],
    ]
    lines = [
        Text(50 + 60 * index, 700 - 12 * row, word)
        for row, words in enumerate(rows)
        for index, word in enumerate(words)
    ]
    even = [
        Text(50, 700, "Nobody"),
        Text(105, 700, "knows"),
        Text(154, 700, "how"),
        Text(191, 700, "the"),
        *column(["batteries will hold out in"], y=688),
    ]
    assert paragraphs(even) == ["Nobody knows how the batteries will hold out in"]
    assert len(paragraphs(lines)) in {1, 3}


def test_the_numbers_of_lines_in_the_margin_are_left_out() -> None:
    """Of laws and minutes: they would stand in the middle of each sentence."""
    text = wrapped(FIRST + SECOND, 50)
    numbers = column([str(number) for number in range(1, len(text) + 1)], x=50)
    assert paragraphs([*numbers, *column(text, x=90)]) == [(FIRST + SECOND).strip()]


def test_the_ranks_of_a_table_are_not_the_numbers_of_lines() -> None:
    """They are what is told."""
    ports = ["Sundhaven", "Pell", "Nor", "Skerry", "Quay", "Holm"]
    cells = [(str(rank), port, str(900 - 7 * rank * rank)) for rank, port in enumerate(ports, 1)]
    table = [
        Text(x, 600 - 12 * row, cell)
        for row, line in enumerate(cells)
        for x, cell in zip((50, 90, 200), line, strict=True)
    ]
    assert paragraphs(table) == [" ".join(line) for line in cells]


# --- pages ----------------------------------------------------------------------------------------------------------


def with_margins(number: int, lines: list[Text]) -> list[Text]:
    header = Text(50, 800, "Harbour Post, 12 June 2026", 8)
    return [header, *lines, Text(280, 30, f"Page {number} of 3", 8)]


def test_a_sentence_goes_on_over_the_page() -> None:
    """What stands on every page is not in its midst."""
    text = wrapped(FIRST + SECOND + THIRD, 60)
    text[3:3] = [
        "and nobody could say how the bat-",
        "teries would stand the ice of the winter, or what it would cost",
    ]
    found = document(
        pdf(*(with_margins(page + 1, column(text[4 * page : 4 * page + 4])) for page in range(3)))
    )
    assert is_quoted("how the batteries would stand the ice", found)
    assert found.article.count("\n") == 1


def test_running_lines_stand_once_after_the_article() -> None:
    """Numbers of pages do not: they say nothing."""
    pages = [
        with_margins(page, column(wrapped(text, 60))) for page, text in enumerate((FIRST, SECOND, THIRD), 1)
    ]
    found = document(pdf(*pages))
    assert found.article == f"{FIRST.strip()}\n{SECOND.strip()}\n{THIRD.strip()}\n"
    assert found.text[found.article_chars :] == f"{REST_OF_PAGE}\nHarbour Post, 12 June 2026"


@pytest.mark.parametrize("mark", ["{}", "- {} -", "Page {}", "{} | Chapter of ferries"])
def test_numbers_of_pages_are_left_out(mark: str) -> None:
    """In any of their forms, at the foot or at the head."""
    texts = [FIRST, SECOND, THIRD, FOURTH]
    for y in (30, 800):
        pages = [
            [*column(wrapped(text, 60)), Text(280, y, mark.format(page))]
            for page, text in enumerate(texts, 7)
        ]
        assert document(pdf(*pages)).article.strip() == "\n".join(text.strip() for text in texts)


def test_roman_numbers_of_pages_are_left_out() -> None:
    """Of prefaces."""
    texts = zip(("i", "ii", "iv", "lxi"), (FIRST, SECOND, THIRD, FOURTH), strict=True)
    pages = [[*column(wrapped(text, 60)), Text(280 + len(mark), 30, mark)] for mark, text in texts]
    found = document(pdf(*pages))
    assert found.text == "\n".join(text.strip() for text in (FIRST, SECOND, THIRD, FOURTH))


def test_headers_of_left_and_right_pages_may_differ() -> None:
    """And the first page may have none."""
    texts = [FIRST, SECOND, THIRD, FOURTH, FIFTH]
    pages = [column(wrapped(text, 60)) for text in texts]
    for index, page in enumerate(pages[1:], 1):
        page.append(Text(50, 800, "Harbour Post" if index % 2 else "The council and its ferries", 8))
    found = document(pdf(*pages))
    assert found.article.strip() == "\n".join(text.strip() for text in texts)


def test_a_note_at_the_foot_stands_after_the_paragraph_that_goes_on() -> None:
    """It is set smaller, and does not part the sentence."""
    above = [
        *column(wrapped(FIRST, 60)),
        Text(50, 640, "Nobody could say how the old batteries of the new fer-"),
    ]
    note = [Text(50, 60, "A ferry is a ship that carries people and cars.", 7)]
    below = column(["ries would stand the ice of a long and dark winter.", *wrapped(SECOND, 60)])
    found = document(pdf([*above, *note], below))
    assert is_quoted("how the old batteries of the new ferries would stand the ice", found)
    assert "A ferry is a ship" in found.article


def test_text_that_no_reader_sees_is_left_out() -> None:
    """What lies beyond the edge of the page is no evidence."""
    lines = [*column(wrapped(FIRST, 60)), Text(-400, 500, "The ferries were a gift of the queen.")]
    assert paragraphs(lines) == [FIRST.strip()]


@pytest.mark.parametrize(
    ("rotate", "matrix"),
    [(90, b"0 1 -1 0 %d 100"), (180, b"-1 0 0 -1 500 %d"), (270, b"0 -1 1 0 %d 800")],
)
def test_a_turned_page_is_read_as_it_is_shown(rotate: int, matrix: bytes) -> None:
    """Wide tables lie on their side."""
    places = [500, 488] if rotate == 270 else [50, 62]
    drawing = b"".join(
        b"BT /F1 10 Tf %s Tm (%s) Tj ET\n" % (matrix % place, text)
        for place, text in zip(places, (b"The council bought fifty fer-", b"ries in June."), strict=True)
    )
    assert paragraphs(drawing, page=b"/Rotate %d" % rotate) == ["The council bought fifty ferries in June."]


def test_what_stands_sideways_comes_after_the_article() -> None:
    """The name of a printer in the margin, or DRAFT across the page."""
    aside = b"BT /F1 8 Tf 0 1 -1 0 30 300 Tm (Printed by Harbour Press) Tj ET BT /F1 60 Tf .7 .7 -.7 .7 100 550 Tm (DRAFT) Tj ET"
    found = document(pdf(drawn(column(wrapped(FIRST, 60))) + aside))
    assert found.article.strip() == FIRST.strip()
    assert "Printed by Harbour Press" in found.text[found.article_chars :]
    assert "DRAFT" in found.text[found.article_chars :]


# --- what it says about itself --------------------------------------------------------------------------------------


def metadata(info: bytes) -> tuple[str | None, str | None, date | None]:
    found = document(pdf(column([FIRST]), info=info))
    return found.title, found.byline, found.published


def test_a_pdf_tells_about_itself() -> None:
    """Title, author and date, in any of the encodings of the format."""
    title = ("\ufeffFähren für den Sund").encode("utf-16-be").hex().encode()
    told = metadata(b"/Title<%s>/Author(Ida Lund)/CreationDate(D:20260612080000+02'00')" % title)
    assert told == ("Fähren für den Sund", "Ida Lund", date(2026, 6, 12))


@pytest.mark.parametrize(
    "info",
    [
        b"",
        b"/Title()/Author( )/CreationDate()",
        b"/Title(Microsoft Word - story.docx)/Author(Administrator)/CreationDate(D:19700101)",
        b"/Title(untitled)/Author(user)/CreationDate(yesterday)",
        b"/Title(\\(anonymous\\))/Author(\\(anonymous\\))/CreationDate(D:20261399)",
        b"/Title(final_v3.pdf)/Author(ida@harbour-post.example)/CreationDate(20)",
        b"/Title<FEFFD800>/Author<FEFFDC00>",
    ],
)
def test_what_programs_write_there_by_themselves_is_left_out(info: bytes) -> None:
    """The name of a file is no title, and the name of a computer's user no author."""
    assert metadata(info) == (None, None, None)


@pytest.mark.parametrize(
    "maker",
    [b"/Producer(Skia/PDF m126)", b"/Creator(Mozilla/5.0 Chromium)", b"/Producer(macOS Quartz PDFContext)"],
)
def test_a_page_that_was_printed_to_a_file_keeps_no_date(maker: bytes) -> None:
    """It tells when it was printed."""
    assert metadata(b"/Title(Ferries)/CreationDate(D:20260612)" + maker) == ("Ferries", None, None)


def test_a_pdf_is_a_document_of_its_type() -> None:
    """With its size in bytes, its words and its language; it has no canonical address."""
    content = pdf(column(wrapped(FIRST + SECOND, 60)))
    found = document(content)
    assert (found.content_type, found.size, found.language) == ("application/pdf", len(content), "en")
    assert found.words == len((FIRST + SECOND).split())
    assert found.article_chars == len(found.text)


@pytest.mark.parametrize("declared", ["application/pdf", "application/octet-stream", "", None])
def test_junk_before_a_pdf_does_no_harm(declared: str | None) -> None:
    """Programs write their warnings there; a text that speaks of a PDF is declared one."""
    content = b"Warning: out of paper on line 3\n" + pdf(column([FIRST]))
    assert document(content, declared).content_type == "application/pdf"
    assert document(content, "text/plain").content_type == "text/plain"


@pytest.mark.parametrize("declared", ["text/html", "text/plain", "application/octet-stream", "", None])
@pytest.mark.parametrize("before", [b"", b"\n", b"\xef\xbb\xbf"])
def test_a_pdf_is_one_whatever_it_is_called(declared: str | None, before: bytes) -> None:
    """By its first bytes."""
    assert document(before + pdf(column([FIRST])), declared).content_type == "application/pdf"


# --- no text --------------------------------------------------------------------------------------------------------


def test_a_scanned_document_says_so() -> None:
    """It is read by nobody but eyes."""
    found = refused(pdf(PICTURE, PICTURE))
    assert found.reason is Reason.EMPTY
    assert "scanned" in found.detail


def test_numbers_stamped_on_a_scan_are_no_text() -> None:
    """They stand on every page."""
    pages = [PICTURE + drawn([Text(280, 30, str(page))]) for page in range(1, 5)]
    assert "scanned" in refused(pdf(*pages)).detail


@pytest.mark.parametrize("page", [b"", b"0 0 100 100 re f", b"BT /F1 10 Tf 50 700 Td ( \\( - ) Tj ET"])
def test_a_page_without_letters_is_empty(page: bytes) -> None:
    """And no scan, where there is no picture."""
    found = refused(pdf(page))
    assert found.reason is Reason.EMPTY
    assert "scanned" not in found.detail


def test_letters_that_the_font_does_not_name_are_no_text() -> None:
    """They would be read as nonsense, and every claim as not found."""
    found = refused(pdf([Text(50, 700, FIRST[:60], font=GARBLED)]))
    assert found.reason is Reason.EMPTY
    assert "fonts" in found.detail


def test_a_few_letters_without_a_name_are_left_out() -> None:
    """Ornaments and icons."""
    lines = [Text(50, 715, "ab", font=GARBLED), *column(wrapped(FIRST, 60))]
    assert FIRST.strip() in paragraphs(lines)


def test_an_encrypted_pdf_says_what_to_do() -> None:
    """Nobody is asked for a password."""
    locked = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O(%s)/U(%s)>>" % (
        b"a" * 32,
        b"b" * 32,
    )
    found = refused(pdf(column([FIRST]), trailer=locked))
    assert found.reason is Reason.UNSUPPORTED_TYPE
    assert "password" in found.detail
    assert "snapshot" in found.detail


@pytest.mark.parametrize("content", [b"%PDF-1.7\n...", b"%PDF-", pdf(column([FIRST]))[:500], b"", b"<html>"])
def test_what_is_no_whole_pdf_is_damaged(content: bytes) -> None:
    """A cut one too."""
    assert refused(content).reason is Reason.DAMAGED


def test_a_page_that_is_not_there_makes_the_whole_damaged() -> None:
    """What stands on it might have been the evidence."""
    content = pdf(column(wrapped(FIRST, 60)), column(wrapped(SECOND, 60))).replace(b"15 0 R]", b"99 0 R]")
    assert refused(content).reason is Reason.DAMAGED


def test_ten_thousand_pages_are_too_many() -> None:
    """They are counted, not read."""
    found = refused(pdf(*[b""] * (MOST_PAGES + 1)))
    assert found.reason is Reason.TOO_LARGE
    assert f"{MOST_PAGES + 1:,} pages" in found.detail


def test_a_million_characters_on_a_page_are_too_many() -> None:
    """A packed page of 20 KB can hold them."""
    line = b"(%s) Tj\n" % (b"ferry " * 1000)
    content = pdf(b"BT /F1 10 Tf 50 700 Td %s ET" % (line * 400), packed=True)
    assert len(content) < 60_000
    assert refused(content).reason is Reason.TOO_LARGE


async def examined(content: bytes) -> Document | Unreadable:
    from claimcheck.workers.jobs import Job

    async with Pool(1, WorkerLimits(deadline_s=10)) as pool:
        return (await pool.examine(Job(Body(content, "application/pdf", None, URL)))).document


def test_a_page_that_unpacks_to_gigabytes_costs_that_source() -> None:
    """The worker has a deadline and a memory of its own."""
    import asyncio

    found = asyncio.run(examined(pdf(b"q Q " * 10_000_000, packed=True)))
    assert isinstance(found, Unreadable)
    assert found.reason in {Reason.TOO_LARGE, Reason.DAMAGED, Reason.EMPTY}


def test_without_the_extra_a_pdf_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only when a PDF comes is it asked for."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    found = refused(pdf(column([FIRST])))
    assert found.reason is Reason.UNSUPPORTED_TYPE
    assert 'pip install "claimcheck-cli[pdf]"' in found.detail


# --- anything -------------------------------------------------------------------------------------------------------

texts = st.builds(
    Text,
    x=st.floats(-50, 600),
    y=st.floats(-50, 850),
    text=st.sampled_from(["The", "council", "fer-", "ries", "•", "1.", "12", "(a)", "a long line of words in a row", "T", "x" * 40, "...", "市議会", "שלום", "\u00ad", "\ue000"]),
    size=st.sampled_from([0.01, 6, 10, 10, 10, 40, 700]),
    font=st.sampled_from([ANY, ANY, GARBLED]),
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(texts, max_size=25), min_size=1, max_size=4))
def test_whatever_stands_wherever_is_read_or_refused(pages: list[list[Text]]) -> None:
    """No word is lost that a reader sees, and none is there twice."""
    found = read_pdf(pdf(*pages))
    if isinstance(found, PdfText):
        assert any(map(str.isalnum, found.article))
        assert all(line.strip() for line in found.article.split("\n"))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=40), st.integers(0, 3000), st.integers(0, 400))
def test_damage_anywhere_is_read_or_refused(junk: bytes, at: int, cut: int) -> None:
    """PDFium mends what it can."""
    content = pdf(column(wrapped(FIRST, 40)), column(wrapped(SECOND, 40)))
    read_pdf(content[:at] + junk + content[at + cut :])
