"""What speaks for and against support, as numbers from 0 to 1."""

from dataclasses import astuple

import pytest

from claimcheck.details import compare_details
from claimcheck.match import index_page, lay_claim, select_evidence
from claimcheck.model import Document
from claimcheck.signals import NAMES, Signals, measure, vector

ARTICLE = """The Velmoor council voted on Tuesday to buy three electric ferries.
The boats will cost $46 million, and the coastal fund pays a third of it.
Mayor Ilse Brandvik hopes that the boats sail in March.
A heron nested on the pier.
Goats were seen on the beach of Osk.
The grid operator Nordlys lays a power cable in autumn."""


def signals(claim: str, article: str = ARTICLE) -> Signals:
    """Measure a claim on an article."""
    document = Document(
        text=article, article_chars=len(article), content_type="text/plain", size=len(article), language="en"
    )
    page = index_page(document)
    query = lay_claim(claim, page)
    evidence = [sentence for run in select_evidence(query, page) for sentence in run]
    return measure(query, page, evidence, compare_details(query, page, evidence))


@pytest.mark.parametrize("sentence", ARTICLE.split("\n"))
def test_a_sentence_of_the_page_has_every_signal_at_its_best(sentence: str) -> None:
    """Word for word, all is covered, in order, with nothing missing and nothing different."""
    assert astuple(signals(sentence)) == pytest.approx((1, 1, 1, 0, 0, 0))


def test_a_claim_about_something_else_has_every_signal_at_its_worst() -> None:
    """Nothing is covered, and the values and names stand nowhere."""
    found = signals("In 1987 penguins of Antarctica invented calculus.")
    assert (found.window, found.least_part, found.order) == (0, 0, 0)
    assert (found.values_missing, found.names_missing) == (1, 1)


def test_each_part_of_a_claim_counts_for_itself() -> None:
    """A claim of which one part stands on the page and one does not is held by its weakest part."""
    half = signals("The council voted to buy three electric ferries, which penguins will steer blindfolded.")
    assert half.least_part < 0.2 < half.window


def test_the_order_of_the_words_counts() -> None:
    """The same words the other way round cover as much, but not in order."""
    straight = signals("The council buys electric ferries on Tuesday.")
    turned = signals("On Tuesday electric ferries buy the council.")
    assert turned.window == pytest.approx(straight.window)
    assert turned.order < straight.order


def test_missing_values_are_a_share() -> None:
    """Of two numbers one is not there."""
    assert signals("The boats will cost $46 million and carry 900 goats.").values_missing == 0.5


def test_a_name_in_a_neighbouring_sentence_is_not_missing() -> None:
    """Names are looked for beside the evidence too; one that the page does not have is missing."""
    assert signals("The coastal fund of Velmoor pays a third of it.").names_missing == 0
    assert signals("The coastal fund of Antarctica pays a third of it.").names_missing == 1


def test_a_difference_is_seen() -> None:
    """Another value in the claim's slot sets the signal."""
    assert signals("The boats will cost $64 million.").difference == 1


@pytest.mark.parametrize("claim", ["", "it", "🚢", "a" * 5_000, "1 2 3"])
def test_signals_stay_within_their_range(claim: str) -> None:
    """Odd claims have signals from 0 to 1 too."""
    assert all(0 <= value <= 1 for value in astuple(signals(claim)))


def test_a_vector_has_the_signals_in_the_order_of_their_names() -> None:
    """Weights and signals are matched by one order."""
    found = signals("The boats will cost $64 million.")
    assert dict(zip(NAMES, vector(found), strict=True)) == {name: getattr(found, name) for name in NAMES}
