"""What speaks for and against support, as numbers from 0 to 1."""

from dataclasses import astuple

import pytest

from claimcheck.details.compare import compare_details
from claimcheck.judge.signals import NAMES, Signals, measure, vector
from claimcheck.match.evidence import select_evidence
from claimcheck.match.page import index_page
from claimcheck.match.query import lay_claim
from claimcheck.model import Document

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
    passages = select_evidence(query, page)
    evidence = [sentence for run in passages for sentence in run]
    return measure(query, page, passages, compare_details(query, page, evidence))


@pytest.mark.parametrize("sentence", ARTICLE.split("\n"))
def test_a_sentence_of_the_page_has_every_signal_at_its_best(sentence: str) -> None:
    """Word for word, all is covered, in order, with nothing missing and nothing different."""
    assert astuple(signals(sentence)) == pytest.approx((1, 1, 1, 0, 0, 0, 0, 0))


def test_a_claim_about_something_else_has_every_signal_at_its_worst() -> None:
    """Nothing is covered, and the values and names stand nowhere."""
    found = signals("In 1987 penguins of Antarctica invented calculus.")
    assert (found.window, found.least_part, found.order) == (0, 0, 0)
    assert found.untold_names > 0.3
    assert found.untold_words == 1


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


def test_names_and_numbers_that_are_not_told_weigh_by_what_they_tell_apart() -> None:
    """Of two numbers one is not there; a name that the page does not have counts, one that it has does not."""
    told, untold = (
        signals(f"The coastal fund of {name} pays a third of it.") for name in ("Velmoor", "Antarctica")
    )
    assert untold.untold_names > told.untold_names == 0
    assert signals("The boats will cost $46 million and carry 900 goats.").untold_names > 0


def test_what_stands_elsewhere_on_the_page_is_scattered() -> None:
    """A claim joined from two ends of the page is told by two passages; one from a single sentence is not."""
    between = "\n".join(f"Somebody spoke of the weather on pier {number}." for number in range(20, 32))
    far = ARTICLE.replace("\nA heron", f"\n{between}\nA heron")
    joined = "The Velmoor council buys three ferries, and Nordlys lays a power cable in autumn."
    assert signals(joined, far).scattered > 0.2
    assert signals("The Velmoor council voted to buy three electric ferries.", far).scattered == 0


def test_something_else_in_the_place_of_a_name_is_seen() -> None:
    """Another mayor hopes for the same: too little for a difference, but it speaks against support."""
    found = signals("Mayor Joan Castell hopes that the boats sail in March.")
    assert (found.difference, found.misfilled) == (0, 1)


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
