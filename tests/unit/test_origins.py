"""Which sources count once: one page under two addresses, or one text on two pages."""

import pytest

from claimcheck.model import Document, Source, State, Via
from claimcheck.origins import Trace, origins_of, trace_of
from claimcheck.text.sentences import split_sentences


def source(name: str, url: str | None = None, **given: object) -> Source:
    fields = {"via": Via.NETWORK, "text_sha256": name} | given
    return Source(name, url or f"https://{name}.example/story", None, State.OK, **fields)  # type: ignore[arg-type]  # by name


def document(canonical_url: str | None = None) -> Document:
    return Document("Some text.", 10, "text/html", 10, canonical_url=canonical_url)


def groups(
    *sources: Source,
    canonical: dict[str, str] | None = None,
    unread: str = "",
    traces: dict[str, Trace] | None = None,
) -> set[frozenset[str]]:
    """Group the ids of sources of one origin."""
    read = {one.id: document((canonical or {}).get(one.id)) for one in sources if one.id not in unread}
    numbers = origins_of(sources, read, traces or {})
    assert list(numbers) == [one.id for one in sources]
    return {
        frozenset(one for one, number in numbers.items() if number == wanted) for wanted in numbers.values()
    }


ALONE = {frozenset("a"), frozenset("b")}
TOGETHER = {frozenset("ab")}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (source("a"), source("b"), ALONE),
        (source("a", "https://x.example/1"), source("b", "https://x.example/2"), ALONE),
        (source("a", "https://x.example/1#top"), source("b", "https://x.example/1#end"), TOGETHER),
        (source("a", "https://X.example"), source("b", "https://x.example/"), TOGETHER),
        (
            source("a", final_url="https://x.example/1"),
            source("b", final_url="https://x.example/1"),
            TOGETHER,
        ),
        (source("a", final_url="https://b.example/story"), source("b"), TOGETHER),
        (source("a", text_sha256="same"), source("b", text_sha256="same"), TOGETHER),
    ],
)
def test_sources_share_an_origin_by_address_or_by_text(
    one: Source, other: Source, expected: set[frozenset[str]]
) -> None:
    """The address after redirects counts, fragments aside; so does the very same text."""
    assert groups(one, other) == expected


def test_a_canonical_link_joins_two_addresses() -> None:
    """Whether both pages name it or one of them is it."""
    one, other = source("a"), source("b")
    link = "https://paper.example/story"
    assert groups(one, other, canonical={"a": link, "b": link + "#comments"}) == TOGETHER
    assert groups(one, other, canonical={"a": other.url}) == TOGETHER
    assert groups(one, other, canonical={"a": link}) == ALONE


def test_origins_are_connected_components() -> None:
    """Where a and c are one, and c and b, all three are; whatever their order."""
    a, b = source("a", text_sha256="t"), source("b", "https://x.example/")
    c = source("c", "https://x.example/", text_sha256="t")
    d = source("d")
    for order in ((a, b, c, d), (c, a, d, b), (d, b, a, c)):
        assert groups(*order) == {frozenset("abc"), frozenset("d")}


def test_what_was_not_read_stands_alone() -> None:
    """Nothing is known of a text that nobody saw, not even where the address is the same."""
    one, other = source("a", "https://x.example/"), source("b", "https://x.example/")
    assert groups(one, other, unread="ab") == ALONE
    assert groups(one, other, unread="b") == ALONE


def test_two_copies_are_not_one_because_both_pages_lead_to_a_login() -> None:
    """The texts were read from files: where the live pages led is no sign that they are one article."""
    login = "https://login.example/"
    one = source("a", final_url=login, via=Via.SNAPSHOT)
    other = source("b", final_url=login, via=Via.SNAPSHOT)
    assert groups(one, other) == ALONE


# --- the same words, or the same report ------------------------------------------------------------------------------

WIRE = " ".join(
    f"The council spoke for an hour about ferry number {number} and its old engine." for number in range(20)
)


def trace(text: str) -> Trace:
    """Take the trace of a text as a worker does."""
    return trace_of(text, split_sentences(text))


def test_copies_of_one_wire_story_are_one_source() -> None:
    """A new head, a cut and a changed sentence leave it the same story; another story is another source."""
    copy = (
        "Ferries are back in the harbour after a long winter in the yard. "
        + WIRE.replace("number 3", "three").rsplit(". ", 4)[0]
    )
    other = WIRE.replace("council", "court").replace("ferry", "mine")
    found = groups(
        source("a"), source("b"), source("c"), traces={"a": trace(WIRE), "b": trace(copy), "c": trace(other)}
    )
    assert found == {frozenset("ab"), frozenset("c")}


def test_a_quote_that_both_have_joins_nothing() -> None:
    """A few sentences in common are an event that both report."""
    shared = WIRE.split(". ")[:3]
    texts = {
        name: ". ".join(
            [
                *shared,
                *(f"Reporter {name} saw {number} herons on the long pier of Osk" for number in range(15)),
            ]
        )
        for name in "ab"
    }
    assert groups(source("a"), source("b"), traces={one: trace(text) for one, text in texts.items()}) == ALONE


@pytest.mark.parametrize(
    "lead",
    [
        "The harbour council is to buy three ferries, Axios reported on Tuesday.",
        "The council will buy ferries, according to Axios.",
        "The purchase was first reported by Axios.",
    ],
)
def test_sources_that_rest_on_one_report_are_one(lead: str) -> None:
    """Two that retell it, and the outlet's own page."""
    told = {"a": trace(f"{lead} It rained."), "b": trace(f"Ferries again. {lead}"), "c": trace("It rained.")}
    own = source("c", "https://www.axios.com/2026/ferries")
    assert groups(source("a"), source("b"), own, traces=told) == {frozenset("abc")}


@pytest.mark.parametrize("host", ["www.oskcourier.example", "news.the-osk-courier.example"])
@pytest.mark.parametrize(
    "lead",
    [
        "The council is to buy three ferries, the Osk Courier reported.",
        "The purchase was first reported by The Osk Courier.",
    ],
)
def test_an_outlet_that_is_in_no_table_is_known_by_its_name(lead: str, host: str) -> None:
    """Local papers have their name in their address."""
    told = {"a": trace(lead), "b": trace("It rained.")}
    own = source("b", f"https://{host}/ferries")
    assert groups(source("a"), own, traces=told) == TOGETHER


def test_two_articles_of_an_outlet_are_two() -> None:
    """Neither rests on the other, though each may name its own house; a third that rests on one joins both, since it does not say which."""
    sites = [source(one, f"https://www.axios.com/2026/{one}") for one in "ab"]
    told = {"a": trace("The mayor told Axios that it rained."), "b": trace("According to Axios, it snowed.")}
    assert groups(*sites, traces=told) == ALONE
    third = told | {"c": trace("The council will buy ferries, according to Axios.")}
    assert groups(*sites, source("c"), traces=third) == {frozenset("abc")}


def test_a_name_that_is_no_outlet_joins_nothing() -> None:
    """Ministries and people are quoted by many."""
    lead = "The council is to buy three ferries, according to the Osk Port Authority."
    assert (
        groups(source("a"), source("b"), traces={"a": trace(lead), "b": trace(f"It rained. {lead}")}) == ALONE
    )


def test_a_report_that_is_one_source_among_others_joins_nothing() -> None:
    """Far down in a text, an outlet is only quoted."""
    text = f"{WIRE} Axios reported that the mayor was tired."
    other = WIRE.replace("council", "court") + " Axios reported that the mayor was tired."
    assert groups(source("a"), source("b"), traces={"a": trace(text), "b": trace(other)}) == ALONE


@pytest.mark.parametrize("via", [Via.SNAPSHOT, Via.ARCHIVE])
def test_copies_of_two_dead_articles_are_two(via: Via) -> None:
    """Both addresses lead to the front page by now, which is none of them."""
    front = "https://osk.example/"
    copies = [source(one, via=via, final_url=front, text_sha256=one) for one in "ab"]
    assert groups(*copies) == ALONE


def test_a_thousand_mirrors_are_one() -> None:
    """Each is compared with the first alone."""
    text = " ".join(
        f"Sentence number {number} of the story of the ferry in the dock of Osk." for number in range(20)
    )
    trace = trace_of(text, split_sentences(text))
    names = [f"m{number}" for number in range(1000)]
    mirrors = [source(name) for name in names]
    assert groups(*mirrors, traces=dict.fromkeys(names, trace)) == {frozenset(names)}
