import re
from itertools import pairwise

import pytest
import trafilatura
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from claimcheck.demo import expected
from claimcheck.demo.pages import READABLE, render
from claimcheck.demo.story import NEXT_STEPS, claims_text, explainer_text
from claimcheck.urls import is_http_url

ORIGIN = "http://127.0.0.1:8080"
FILE = yaml.safe_load(claims_text(8080))
CLAIMS = {claim["id"]: claim for claim in FILE["claims"]}
COMMON = frozenset(
    "a an and as at by for from get has have how in into is it its of on over per the their them to up was were which who will with".split()
)


def content_words(text: str) -> list[str]:
    words = re.findall(r"\d[\d,.]*\d|\w+", text.lower())
    return [word[:5] for word in words if word not in COMMON]


def article(source: str) -> str:
    page = next(page for page in READABLE if page.template == source)
    text = trafilatura.extract(render(page, origin=ORIGIN), fast=True)
    assert text is not None
    return text


def all_words(source: str) -> set[str]:
    page = next(page for page in READABLE if page.template == source)
    tree = html.document_fromstring(render(page, origin=ORIGIN).decode(page.charset))
    for code in tree.xpath("//script | //style"):
        code.drop_tree()
    return set(content_words(tree.text_content()))


def best_coverage(text: str, source: str) -> float:
    """The largest share of the text's content words that two neighbouring sentences of an article hold."""
    sentences = re.split(r"(?<=[.?!”])\s+", article(source))
    wanted = content_words(text)
    return max(
        sum(word in held for word in wanted) / len(wanted)
        for held in (set(content_words(f"{first} {second}")) for first, second in pairwise(sentences))
    )


@given(st.integers(min_value=1, max_value=65535))
def test_every_source_is_on_the_port_of_the_server(port: int) -> None:
    """Whatever the port: the file parses, and each URL can be fetched there."""
    urls = yaml.safe_load(claims_text(port))["sources"].values()

    assert all(is_http_url(url) and url.startswith(f"http://127.0.0.1:{port}/") for url in urls)
    assert all(url in explainer_text(port) for url in urls)
    assert "{port}" not in claims_text(port) + explainer_text(port)


def test_the_claims_file_has_the_fields_of_version_one() -> None:
    """Seven sources of six outlets, eight claims, and no key that the format does not know."""
    assert FILE.keys() == {"version", "title", "published", "sources", "claims"}
    assert FILE["version"] == 1
    assert len(FILE["sources"]) == 7
    assert len({url.split("/")[3] for url in FILE["sources"].values()}) == 6
    assert len(CLAIMS) == len(FILE["claims"]) == 8
    known = {"id", "text", "sources", "quote", "analysis", "min_sources", "accept"}
    assert all({"id", "text", "sources"} <= claim.keys() <= known for claim in FILE["claims"])
    assert {source for claim in FILE["claims"] for source in claim["sources"]} == FILE["sources"].keys()


def test_the_analysis_is_a_part_of_its_claim() -> None:
    """One claim ends in the author's own conclusion, word for word."""
    claim = CLAIMS["settlement-talks"]

    assert claim["text"].endswith(claim["analysis"] + ".")


def test_the_quote_stands_in_a_cited_article() -> None:
    """One claim's quote is on the page word for word."""
    claim = CLAIMS["air-counted-as-water"]

    assert claim["quote"] in article("kestrel-times")


def test_the_explainer_states_every_claim_as_a_key_takeaway() -> None:
    """The claims are the explainer's takeaways, word for word and in order."""
    section = explainer_text(8080).split("## Key Takeaways\n", 1)[1].split("\n## ", 1)[0]

    assert re.findall(r"^- (.+)$", section, re.MULTILINE) == [claim["text"] for claim in FILE["claims"]]


def test_the_expectations_cover_every_claim_source_and_citation() -> None:
    """Nothing in the claims file goes without an expected outcome."""
    assert list(expected.CLAIMS) == list(CLAIMS)
    assert list(expected.SOURCES) == list(FILE["sources"])
    assert set(expected.FINDINGS) == {
        (claim["id"], source) for claim in FILE["claims"] for source in claim["sources"]
    }


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("air-counted-as-water", "kestrel-times"),
        ("meters-switched-off", "kestrel-times"),
        ("meters-switched-off", "gullwire"),
        ("refund-in-december", "ellavane-ledger"),
        ("settlement-talks", "lanternside"),
    ],
)
def test_a_supported_claim_shares_most_words_with_a_passage_and_is_reworded(claim: str, source: str) -> None:
    """Two neighbouring sentences hold seven tenths of the claim's words, and the claim is no copy of them."""
    checked = CLAIMS[claim]["text"].removesuffix(".").removesuffix(CLAIMS[claim].get("analysis", ""))

    assert best_coverage(checked, source) >= 0.7
    assert checked not in article(source)


def test_the_contradicted_claim_differs_in_one_number_alone() -> None:
    """The article states another number of households, and everything else as the claim does."""
    claim = CLAIMS["households-overcharged"]["text"]

    assert "11,400" not in article("ellavane-ledger")
    assert claim.replace("11,400", "14,100") in article("ellavane-ledger")


def test_the_partly_supported_claim_has_one_half_on_the_page() -> None:
    """The first fact is in the article; no distinctive word of the second is anywhere on the page."""
    first, second = CLAIMS["rollout-halted"]["text"].split(", and ")

    assert best_coverage(first, "sarnel-post") == 1.0
    assert set(content_words(second)) & all_words("sarnel-post") == set()


@pytest.mark.parametrize("source", CLAIMS["bribery-investigation"]["sources"])
def test_the_claim_that_is_not_found_shares_no_word_with_the_pages(source: str) -> None:
    """No page that is cited for it mentions it, nor does anything around the articles."""
    assert set(content_words(CLAIMS["bribery-investigation"]["text"])) & all_words(source) == set()


def test_the_next_steps_name_commands_with_what_they_take() -> None:
    """Each line is a command to type and what it gives."""
    commands = re.findall(r"^  claimcheck (\w+) (\S+) {2,}\S", NEXT_STEPS, re.MULTILINE)

    assert [name for name, _ in commands] == ["text", "schema", "verify"]
