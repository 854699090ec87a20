"""What a page says about itself: JSON-LD in its many forms, OpenGraph, meta tags, markup."""

import json
from datetime import date

import pytest
from lxml.html import HtmlElement, document_fromstring

from claimcheck.extract.metadata import Metadata, json_ld, read_metadata

URL = "https://a.example/2026/story"
ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Council buys ferries",
    "author": {"@type": "Person", "name": "Ida Lund"},
    "datePublished": "2026-06-13T08:00:00+02:00",
}


def page(head: str, attributes: str = "") -> HtmlElement:
    return document_fromstring(f"<html {attributes}><head>{head}</head><body><p>Text.</p></body></html>")


def script(content: object) -> str:
    text = content if isinstance(content, str) else json.dumps(content)
    return f'<script type="application/ld+json">{text}</script>'


def read(head: str, attributes: str = "", url: str = URL) -> Metadata:
    return read_metadata(page(head, attributes), url)


@pytest.mark.parametrize(
    "content",
    [
        ARTICLE,
        [ARTICLE],
        [{"@type": "Organization", "name": "The Post"}, ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        ARTICLE | {"@type": ["NewsArticle", "CreativeWork"]},
        ARTICLE | {"@type": "https://schema.org/ReportageNewsArticle"},
        ARTICLE | {"@type": "BlogPosting"},
        json.dumps(ARTICLE) + ";",
        "\n  " + json.dumps(ARTICLE, indent=2) + "\n",
    ],
)
def test_an_article_is_found_in_any_form_of_json_ld(content: object) -> None:
    """Alone, in a list, in a graph, nested, with one type or several."""
    found = read(script(content))
    assert (found.title, found.byline, found.published) == (
        "Council buys ferries",
        "Ida Lund",
        date(2026, 6, 13),
    )


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("Ida Lund", "Ida Lund"),
        ({"name": "Ida Lund"}, "Ida Lund"),
        ({"name": "  Ida\n Lund "}, "Ida Lund"),
        (["Ida Lund", "Bo Holm"], "Ida Lund, Bo Holm"),
        ([{"name": "Ida Lund"}, {"name": "Bo Holm"}], "Ida Lund, Bo Holm"),
        ([{"name": "Ida Lund"}, {"name": "Ida Lund"}], "Ida Lund"),
        ([{"@id": "#1"}, {"name": "Bo Holm"}], "Bo Holm"),
        ("https://a.example/authors/ida", None),
        ({"name": {"first": "Ida"}}, None),
        ([], None),
        (None, None),
        (7, None),
    ],
)
def test_authors_come_in_many_forms(author: object, byline: str | None) -> None:
    """A name, an object or a list of them; an address is no name."""
    assert read(script(ARTICLE | {"author": author})).byline == byline


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2026-06-13", date(2026, 6, 13)),
        ("2026-06-13T23:30:00-05:00", date(2026, 6, 13)),
        (" 2026-06-13 08:00", date(2026, 6, 13)),
        ("2026-02-30", None),
        ("13 June 2026", None),
        ("", None),
        (20260613, None),
        (None, None),
        (["2026-06-13"], None),
    ],
)
def test_a_date_is_read_as_written_or_not_at_all(value: object, published: date | None) -> None:
    """The day on the publisher's clock; what is no ISO date is no date."""
    assert read(script(ARTICLE | {"datePublished": value})).published == published


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        '{"@type": "NewsArticle", "headline": ',
        "",
        "null",
        "7",
        '"text"',
        "[[[]]]",
        "[" * 100_000,
        '{"a":' * 5_000 + "1" + "}" * 5_000,
        '{"@type": NewsArticle}',
    ],
)
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    """The next block and the tags still count, and nothing fails."""
    tags = '<meta property="og:title" content="From the tag">'
    assert read(script(broken) + tags).title == "From the tag"
    assert read(script(broken) + script(ARTICLE)).published == date(2026, 6, 13)


def test_odd_values_of_an_article_are_passed_over() -> None:
    """What is no text is no title, and the tags still count."""
    odd = ARTICLE | {"headline": ["a", "b"], "author": {"name": 1}, "datePublished": {}}
    tags = '<meta property="og:title" content="From the tag"><meta name="date" content="2026-06-14">'
    assert read(script(odd) + tags) == Metadata(
        title="From the tag", published=date(2026, 6, 14), is_article=True
    )


def test_a_line_break_inside_a_string_is_forgiven() -> None:
    """Publishers write it, and browsers' readers take it."""
    assert read(script('{"@type": "NewsArticle", "headline": "Two\nlines"}')).title == "Two lines"


def test_every_object_is_listed_in_order() -> None:
    """Nested ones after the one that holds them."""
    tree = page(script([{"name": 1, "author": {"name": 2}}]) + script("{") + script({"name": 3}))
    assert [item["name"] for item in json_ld(tree)] == [1, 2, 3]


def test_other_scripts_are_no_json_ld() -> None:
    """The type says so, whatever they hold; its case and blanks do not matter."""
    text = json.dumps(ARTICLE)
    assert read(f"<script>{text}</script>").title is None
    assert read(f'<script type="application/json">{text}</script>').title is None
    assert read(f'<script type=" Application/LD+JSON ">{text}</script>').title == "Council buys ferries"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (script(ARTICLE) + '<meta property="og:title" content="OG"><title>T</title>', "Council buys ferries"),
        ('<title>T</title><meta property="og:title" content="OG">', "OG"),
        ('<meta name="og:title" content="OG">', "OG"),
        ('<meta property="og:title" content=" "><title>\n A  title </title>', "A title"),
        ("<title></title>", None),
        ("", None),
    ],
)
def test_a_title_comes_from_the_best_source(head: str, title: str | None) -> None:
    """JSON-LD, then OpenGraph, then the title tag, blanks collapsed."""
    assert read(head).title == title


def test_what_is_too_long_for_a_title_is_cut() -> None:
    """A report is no place for a novel."""
    assert len(read(f"<title>{'word ' * 1000}</title>").title or "") == 300


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<meta name="author" content="Bo Holm">', "Bo Holm"),
        ('<meta property="article:author" content="Bo Holm">', "Bo Holm"),
        ('<meta property="article:author" content="https://social.example/bo">', None),
        (script(ARTICLE) + '<meta name="author" content="Bo Holm">', "Ida Lund"),
    ],
)
def test_a_byline_may_come_from_a_tag(head: str, byline: str | None) -> None:
    """An address of a profile is none."""
    assert read(head).byline == byline


@pytest.mark.parametrize(
    "tag",
    [
        '<meta property="article:published_time" content="2026-06-14T08:00:00Z">',
        '<meta itemprop="datePublished" content="2026-06-14">',
        '<meta name="date" content="2026-06-14">',
        '<meta name="DC.date" content="2026-06-14">',
        '<meta name="parsely-pub-date" content="2026-06-14T08:00:00Z">',
    ],
)
def test_a_date_may_come_from_a_tag(tag: str) -> None:
    """Where the JSON-LD has none that can be read."""
    assert read(tag).published == date(2026, 6, 14)
    assert read(tag + script(ARTICLE | {"datePublished": "yesterday"})).published == date(2026, 6, 14)
    assert read(tag + script(ARTICLE)).published == date(2026, 6, 13)


@pytest.mark.parametrize(
    ("attributes", "head", "language"),
    [
        ('lang="de"', "", "de"),
        ('lang="pt_BR"', "", "pt-BR"),
        ("", '<meta property="og:locale" content="fr_FR">', "fr-FR"),
        ('lang=""', "", None),
        ("", "", None),
    ],
)
def test_the_language_is_the_declared_one(attributes: str, head: str, language: str | None) -> None:
    """As a BCP 47 tag."""
    assert read(head, attributes).language == language


@pytest.mark.parametrize(
    ("href", "canonical"),
    [
        ("https://b.example/story", "https://b.example/story"),
        ("/story", "https://a.example/story"),
        ("//b.example/story", "https://b.example/story"),
        (" https://b.example/story ", "https://b.example/story"),
        ("", None),
        ("javascript:void(0)", None),
        ("http://[broken", None),
        ("http://a℀b.example/", None),
        ("mailto:desk@a.example", None),
    ],
)
def test_a_canonical_link_is_an_address_of_the_web(href: str, canonical: str | None) -> None:
    """Resolved against the page's own; what nobody can open joins no two pages."""
    assert read(f'<link rel="Canonical" href="{href}">').canonical_url == canonical


def test_a_page_without_metadata_says_nothing() -> None:
    """Every field stays empty."""
    assert read("") == Metadata()


def test_a_story_that_a_page_lists_is_not_its_own() -> None:
    """Whether before the page's own article or after it: neither title nor date nor price is taken from it."""
    other = ARTICLE | {"headline": "Other story", "datePublished": "2020-01-01", "isAccessibleForFree": False}
    listed = script({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": other}]})
    for head in (script(ARTICLE) + listed, listed + script(ARTICLE)):
        found = read(head)
        assert (found.title, found.published, found.is_free) == (
            "Council buys ferries",
            date(2026, 6, 13),
            None,
        )


@pytest.mark.parametrize(
    ("head", "is_free"),
    [
        ('<meta property="article:content_tier" content="free">', True),
        ('<meta property="article:content_tier" content="locked">', False),
        ('<meta property="article:content_tier" content="metered">', None),
        ('<meta name="k5a:paywall" content="0">', True),
        ('<meta name="k5a:paywall" content="1">', False),
        ('<meta name="k5a:paywall" content="0">' + script(ARTICLE | {"isAccessibleForFree": False}), False),
    ],
)
def test_publishers_tools_tell_whether_an_article_is_free(head: str, *, is_free: bool | None) -> None:
    """What the page's own metadata says of it wins."""
    assert read(head).is_free is is_free
