import json
from html import escape
from importlib.resources import files

import pytest
import trafilatura
from lxml import html

from claimcheck.demo.furniture import consent_settings, menu, rail, stylesheet
from claimcheck.demo.pages import (
    ELLAVANE_LEDGER,
    GULLWIRE,
    KESTREL_TIMES,
    LANTERNSIDE,
    READABLE,
    SARNEL_POST,
    Page,
    headlines,
    render,
    render_bot_wall,
    render_not_found,
)

ORIGIN = "http://127.0.0.1:8080"
FURNITURE = ("cookie", "newsletter", "Privacy", "comment", "Obituaries", "partner-001", "ADVERTISEMENT")


@pytest.mark.parametrize(
    ("page", "opening", "closing"),
    [
        (KESTREL_TIMES, "On 9 September the Water Board", "the end of whatever trust was left."),
        (ELLAVANE_LEDGER, "A day after its new meters went silent", "had put up by a tenth."),
        (SARNEL_POST, "By 23 votes to 8, the city council", "and the crowd cheered."),
        (GULLWIRE, "PORT ELLAVANE (Gullwire) – They had been given", "“The machine never got tea,” he said."),
        (LANTERNSIDE, "The upstairs room of the inn", "until the end of October."),
    ],
    ids=lambda value: value.template if isinstance(value, Page) else "",
)
@pytest.mark.parametrize("fast", [True, False])
def test_the_article_is_found_and_the_furniture_is_not(
    page: Page, opening: str, closing: str, fast: bool
) -> None:
    """Extraction gets each article from its first words to its last, and nothing that stands around it."""
    text = trafilatura.extract(render(page, origin=ORIGIN), fast=fast, include_comments=False)

    assert text is not None
    assert opening in text
    assert text.rstrip().endswith(closing)
    assert 400 <= len(text.split()) <= 900
    assert [word for word in (*FURNITURE, *headlines(page)) if word.lower() in text.lower()] == []


@pytest.mark.parametrize("page", READABLE, ids=lambda page: page.template)
def test_a_page_carries_the_metadata_of_a_news_site(page: Page) -> None:
    """JSON-LD names a news article with author and date; OpenGraph and the canonical link are there."""
    tree = html.document_fromstring(render(page, origin=ORIGIN))
    linked = json.loads(tree.xpath("string(//script[@type='application/ld+json'])"))
    article = linked.get("@graph", [linked])[-1]
    author = article["author"]

    assert article["@type"] == "NewsArticle"
    assert (author[0] if isinstance(author, list) else author)["name"]
    assert article["datePublished"].startswith("2026-09-")
    assert tree.xpath("string(//meta[@property='og:type']/@content)") == "article"
    assert tree.xpath("string(//link[@rel='canonical']/@href)") == f"{ORIGIN}{page.path}"


@pytest.mark.parametrize("page", READABLE, ids=lambda page: page.template)
def test_a_page_is_surrounded_by_its_site(page: Page) -> None:
    """Menu, related stories and consent settings are on the page, though not in the article."""
    source = render(page, origin=ORIGIN).decode(page.charset)

    assert all(escape(headline) in source for headline in headlines(page))
    assert "Obituaries" in source
    assert "partner-001" in source
    assert "$" not in source


def test_no_two_outlets_share_a_related_story() -> None:
    """Shared text would make independent outlets look like copies of one report."""
    shown = [headline for page in READABLE for headline in headlines(page)]

    assert len(shown) == len(set(shown)) == 40


def test_no_outlet_names_another() -> None:
    """A report that rests on another's would not count as a source of its own."""
    names = {page: page.template.replace("-", " ") for page in READABLE}

    for page in READABLE:
        words = html.document_fromstring(render(page, origin=ORIGIN)).text_content().lower()
        assert [name for other, name in names.items() if other is not page and name in words] == []


def test_the_error_pages_have_nothing_of_the_story() -> None:
    """A page for people who are lost, and one for programs: neither holds words that could support a claim."""
    for body in (render_not_found(origin=ORIGIN), render_bot_wall()):
        words = html.document_fromstring(body).text_content().lower()
        assert [word for word in ("meter", "water", "council", "technician") if word in words] == []


def test_the_pages_stay_small_in_the_repository() -> None:
    """Length comes from loops: the stored files together stay far below what is served."""
    folder = files("claimcheck.demo") / "pages"

    assert sum(len(entry.read_bytes()) for entry in folder.iterdir()) < 60_000


def test_the_stylesheet_grows_with_its_steps() -> None:
    """Every step is one rule for each of six properties at each of four widths."""
    assert stylesheet("kt", steps=3).count("px}") == 3 * 6 * 4
    assert stylesheet("kt", steps=1).startswith(".kt-mt-0{margin-top:0px}")


def test_consent_settings_are_json() -> None:
    """The settings list as many partners as asked for."""
    settings = json.loads(consent_settings("kt", partners=7))

    assert [partner["id"] for partner in settings["partners"]] == [1, 2, 3, 4, 5, 6, 7]


def test_a_menu_links_every_section() -> None:
    """Each section is one item of the site's markup, below the site's root."""
    lines = menu('<a href="$href">$label</a>', root="/kt/").splitlines()

    assert len(lines) == 18
    assert lines[0] == '<a href="/kt/city/">City</a>'


def test_a_related_story_is_escaped_and_gets_an_address() -> None:
    """Headlines may hold any character; addresses are made of their letters."""
    card = rail("<a href='$href'>$headline</a>$image", ["Fish & <chips>"], root="/kt/")

    assert card == "<a href='/kt/fish-chips'>Fish &amp; &lt;chips&gt;</a>/kt/media/fish-chips.jpg"
