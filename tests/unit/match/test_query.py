"""Which sentences of a page cover a claim, and how much of it."""

from datetime import date

import pytest
from tests.plain import page_of

from claimcheck.match.evidence import best_window, select_evidence
from claimcheck.match.page import Page, index_page
from claimcheck.match.query import lay_claim
from claimcheck.model import Document

MARKED = "--- what else the page says ---"
ARTICLE = """Council buys ferries
The Velmoor council voted on Tuesday to buy three electric ferries.
The boats will cost $46 million, and the coastal fund pays a third of it.
Mayor Ilse Brandvik said the first of them should sail in March.
Fishermen from Osk complained about the route of a new power cable.
The cable will be laid by the grid operator Nordlys in autumn."""
REST = "Most read: goat wins village election\nSubscribe to the Harbour Gazette newsletter"


def page(article: str = ARTICLE, rest: str = "") -> Page:
    """Index an article and what stands on its page besides."""
    text = f"{article}\n{MARKED}\n{rest}" if rest else article
    border = len(article) + 1 if rest else len(article)
    return index_page(
        Document(text=text, article_chars=border, content_type="text/html", size=len(text), language="en")
    )


def passages(claim: str, on: Page) -> list[str]:
    """Select the evidence of a claim, as text."""
    return [
        " ".join(on.text_of(sentence) for sentence in run)
        for run in select_evidence(lay_claim(claim, on), on)
    ]


@pytest.mark.parametrize(
    "sentence", [line for line in ARTICLE.split("\n") if line.endswith(".")], ids=lambda line: line[:20]
)
def test_a_sentence_of_the_page_is_its_own_evidence(sentence: str) -> None:
    """What the page says word for word is found there, alone and with all of its weight."""
    on = page()
    query = lay_claim(sentence, on)
    (run,) = select_evidence(query, on)
    assert [on.text_of(at) for at in run] == [sentence]
    assert query.weigh(query.covered_by(run)) == pytest.approx(1)


def test_facts_that_stand_apart_are_several_passages() -> None:
    """A claim joined from two ends of the page gets a passage from each, the one that covers more first."""
    between = "\n".join(["Goats sleep on the beach.", "It rained all week.", "Nobody spoke."] * 3)
    far = page(ARTICLE.replace("\nFishermen", f"\n{between}\nFishermen"))
    assert passages("Velmoor buys three electric ferries and Nordlys lays a cable in autumn.", far) == [
        "The Velmoor council voted on Tuesday to buy three electric ferries.",
        "The cable will be laid by the grid operator Nordlys in autumn.",
    ]


def test_facts_that_stand_together_are_one_passage() -> None:
    """Neighbouring sentences that both add to the claim are quoted in one piece."""
    assert passages("Velmoor buys three electric ferries for $46 million from the coastal fund.", page()) == [
        " ".join(ARTICLE.split("\n")[1:3])
    ]


@pytest.mark.parametrize("claim", ["Penguins invented calculus.", "", "It was not.", "🐧"])
def test_a_claim_about_something_else_has_no_evidence(claim: str) -> None:
    """Where no word is shared there is no passage."""
    assert passages(claim, page()) == []


def test_a_page_without_words_gives_no_evidence() -> None:
    """An empty text is indexed, and holds nothing."""
    on = page("")
    assert on.sentences == ()
    assert passages("The council bought ferries.", on) == []


# --- the border of the article --------------------------------------------------------------------------------------


def test_the_article_is_indexed_alone_and_the_whole_page_without_the_marked_line() -> None:
    """The rest of the page comes after the article's sentences; the line between them is on neither side."""
    on = page(rest=REST)
    assert [on.text_of(at) for at in range(len(on.sentences))] == ARTICLE.split("\n")
    whole = on.whole
    assert [whole.text_of(at) for at in range(len(whole.sentences))] == [
        *ARTICLE.split("\n"),
        *REST.split("\n"),
    ]
    assert whole.in_article == on.in_article == len(on.sentences)
    assert passages(MARKED, whole) == []


def test_a_page_without_a_rest_is_whole() -> None:
    """Where nothing stands beside the article, the whole page is the article."""
    on = page()
    assert on.whole is on


def test_no_passage_crosses_the_border() -> None:
    """The last sentence of the article and the first of the rest are never quoted as one."""
    on = page(
        "The council bought ferries.\nThe yard of Pell was shut.", "Its welders were dismissed.\nGoats sleep."
    ).whole
    query = lay_claim("The yard of Pell was shut and its welders were dismissed.", on)
    assert [run for run in select_evidence(query, on) if min(run) < on.in_article <= max(run)] == []
    assert best_window(query, on, 2) < 1


def test_the_article_goes_before_the_rest_of_the_page() -> None:
    """Of two passages that cover about as much, the one in the article is chosen."""
    on = page(rest="Velmoor council votes to buy three electric ferries on Tuesday").whole
    assert passages("The Velmoor council voted to buy three electric ferries.", on)[0] in ARTICLE


# --- the claim ------------------------------------------------------------------------------------------------------


def test_weights_are_shares_and_rare_words_weigh_more() -> None:
    """The weights of a claim's words sum to one; what stands in many sentences tells little."""
    on = page(
        "\n".join(f"The ferry number {number} sails." for number in range(20)) + "\nA heron nested aboard."
    )
    query = lay_claim("A heron nested by the ferry.", on)
    weights = dict(zip(query.keys, query.weights, strict=True))
    assert sum(query.weights) == pytest.approx(1)
    assert weights["heron"] > 2 * weights["ferri"]
    assert query.weigh(0) == 0
    assert query.weigh((1 << len(query.keys)) - 1) == pytest.approx(1)


def test_the_authors_analysis_is_no_part_of_the_query() -> None:
    """Words within the analysis have no key, no part and no weight."""
    claim = "The council bought ferries, a triumph of patience."
    start = claim.index("a triumph")
    query = lay_claim(claim, page(), (start, len(claim) - 1))
    assert [word.text for word in query.words] == ["council", "bought", "ferries"]
    assert query.is_checked(0)
    assert not query.is_checked(start)
    assert sum(query.weights) == pytest.approx(1)


def test_words_of_one_stem_and_near_ones_are_found() -> None:
    """Another form of a word covers it, and so does a long word that begins alike."""
    on = page("The regulator fined the shipyard.\nNobody complained.\nGoats sleep.")
    assert passages("Complaint: regulation fines shipyards", on)
    query = lay_claim("regulation", on)
    assert query.weigh(query.covered_by([0])) == pytest.approx(1)
    assert query.covered_by([2]) == 0


def test_a_window_of_more_sentences_covers_no_less() -> None:
    """The best run of two sentences covers at least what the best single one does."""
    on = page()
    query = lay_claim("Velmoor buys three electric ferries for $46 million from the coastal fund.", on)
    shares = [best_window(query, on, width) for width in (1, 2, 3)]
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[1] <= 1


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The council turned down the offer.", "Its members rejected the offer on Monday."),
        ("The council rejected the offer.", "Its members turned the offer down on Monday."),
        ("The council turned down the offer.", "Its members turned down the offer on Monday."),
    ],
)
def test_a_verb_of_two_words_is_told_by_another_and_by_itself(claim: str, sentence: str) -> None:
    """On the page, a word or two may stand between its parts."""
    query = lay_claim(claim, page(f"The weather was fine in Pell and Osk.\n{sentence}"))
    assert query.share(query.mask_of(["turn+down", "reject"]), query.masks[1]) == 1.0


def test_a_part_of_a_verb_of_two_words_is_not_the_whole() -> None:
    """Who turned to a lawyer has turned nothing down."""
    query = lay_claim(
        "The council turned down the offer.", page("Its members turned to a lawyer with the offer.")
    )
    assert not query.masks[0] & query.mask_of(["turn+down"])


def test_a_date_is_told_by_the_day_of_publication() -> None:
    """ "On Tuesday" is a date where the page says when it was written; it differs from none."""
    text = "The council voted on Tuesday to buy ferries.\nThe old ferry sank last year."
    document = Document(text, len(text), "text/html", len(text), language="en", published=date(2024, 5, 16))
    rivals = [
        lay_claim(claim, index_page(document)).rivals[0]
        for claim in ("The council voted on 14 May.", "The council voted on 15 May.", "A ferry sank in 2023.")
    ]
    assert [[at for at, _ in one.same] for one in rivals] == [[0], [], [1]]
    assert not any(one.different for one in rivals)


@pytest.mark.parametrize("between", ["", " She smiled at the budget.", " She smiled."])
def test_a_name_is_carried_on_by_each_sentence_that_goes_on_about_it(between: str) -> None:
    """Whatever else of the claim they tell, even nothing."""
    on = page(f"Ann Poe left the hall.{between} She signed the budget.")
    query = lay_claim("Ann Poe signed the budget.", on)
    assert query.share(query.everything, query.masks[len(on.sentences) - 1]) == 1.0


def test_a_name_is_told_by_its_last_word_as_a_name_alone() -> None:
    """ "The council" is the Northern Science Council, "how many midwives" are not their college."""
    page = page_of(
        "The College of Midwives agreed. The Science Council paid. The council gave more. Nobody knows how many midwives are left."
    )
    midwives = lay_claim("The College of Midwives opposed it.", page)
    council = lay_claim("The Science Council gave more.", page)
    assert not midwives.told(3) & midwives.mask_of(["colleg"])
    assert council.told(2) & council.mask_of(["scienc"])
