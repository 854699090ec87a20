"""Numbers, dates and negations of a claim beside those of the page."""

import pytest
from tests.plain import page_of

from claimcheck.details.compare import Details, compare_details
from claimcheck.details.filled import beside
from claimcheck.match.evidence import select_evidence
from claimcheck.match.page import index_page
from claimcheck.match.query import lay_claim
from claimcheck.model import Document, MismatchKind
from claimcheck.text.agreement import Agreement
from claimcheck.text.values import compare_values, find_values

ARTICLE = """The Velmoor council voted on Tuesday to buy three electric ferries.
The boats will cost $46 million, of which the coastal fund pays $18 million.
The first ferry should sail in March 2027.
The other two are due by the end of 2028.
The yard in Pell employs 240 people and last built a ferry in 2009.
The yard had been asked twice and did not reply to the council.
The University of Larn said the boats cut fuel costs by 62 percent.
Entry to the old ferry is free for islanders, and visitors pay £3.
More than 1,150 islanders signed a petition against higher fares.
The old ferry is not the first one on the route."""


def compare(
    claim: str, article: str = ARTICLE, analysis: str = ""
) -> tuple[Details, list[tuple[str, str, str]]]:
    """Compare a claim with its evidence; differences as kind, claim's words and page's words."""
    document = Document(
        text=article, article_chars=len(article), content_type="text/plain", size=len(article), language="en"
    )
    page = index_page(document)
    start = claim.find(analysis) if analysis else 0
    query = lay_claim(claim, page, (start, start + len(analysis)))
    evidence = [sentence for run in select_evidence(query, page) for sentence in run]
    details = compare_details(query, page, evidence)
    return details, [
        (one.kind.value, claim[slice(*one.claim)], article[slice(*one.source)]) for one in details.differences
    ]


# --- values ---------------------------------------------------------------------------------------------------------


def test_a_date_that_keeps_less_company_than_another_is_doubted() -> None:
    """The year stands on the page, but of something else: too little for a difference, enough for no support."""
    article = (
        "Bakar won the harbour prize for young founders in 2013. The firm has built boats in Pell since 2004."
    )
    details, differences = compare("In 2004, Bakar won the harbour prize for young founders.", article)
    assert differences == []
    assert [article[slice(*doubt.source)] for doubt in details.doubts if doubt.source] == ["2013"]


def test_a_length_of_time_from_now_is_no_rival_of_one_from_something_else() -> None:
    """600 years younger than what is 8,900 years old is 8,300 years old."""
    article = "The record was held by a cave in Pell, about 8,300 years ago. It rained on the cave."
    details, differences = compare("The record of a cave in Pell was about 600 years younger.", article)
    assert differences == []
    assert details.doubts == ()


SCORES = """The filter removed 88 percent of the lead and 71 percent of the limescale.
Noise slowed to 2.9 decibels in May from 3.4 decibels in April. A yard sold 12 boats to Osk and 12 sails to Pell."""


@pytest.mark.parametrize(
    ("claim", "differences"),
    [
        (
            "The filter removed 88 percent of the limescale and 71 percent of the lead.",
            [("number", "88 percent", "71 percent")],
        ),
        ("The filter removed 71 percent of the limescale and 88 percent of the lead.", []),
        ("A yard sold 12 sails to Pell and 12 boats to Osk.", []),
    ],
)
def test_values_that_have_changed_places_differ(claim: str, differences: list[tuple[str, str, str]]) -> None:
    """Each stands before the other's word; in another order they are the same."""
    assert compare(claim, SCORES)[1] == differences


NIGHTS = """The alarm was raised at dawn on Thursday by a guard on night duty. On Saturday Osk claimed the prize.
The guard was hired in June to watch the yard of Pell. In April the vote on a second term of the old board was close."""


@pytest.mark.parametrize(
    ("claim", "differences", "doubted"),
    [
        (
            "The alarm was raised on Saturday by a guard on night duty.",
            [("date", "Saturday", "Thursday")],
            [],
        ),
        ("The alarm was raised on Thursday by a guard on night duty.", [], []),
        ("Osk claimed the prize on Saturday.", [], []),
        ("The guard was hired in July to watch the yard of Pell.", [("date", "July", "June")], []),
        ("The guard may have been hired in June to watch the yard of Pell.", [], []),
        ("The vote on the second term came in March for the chairman.", [], ["March"]),
    ],
)
def test_another_day_of_the_week_or_month_differs(
    claim: str, differences: list[tuple[str, str, str]], doubted: list[str]
) -> None:
    """Where the sentence that tells most of its part has another; of a sentence that tells less it is doubted."""
    details, found = compare(claim, NIGHTS)
    assert found == differences
    assert [claim[slice(*doubt.claim)] for doubt in details.doubts] == doubted


@pytest.mark.parametrize(
    ("claim", "doubted"),
    [
        ("The council alone voted on Tuesday to buy three electric ferries.", ["alone"]),
        ("The council has already voted to buy three electric ferries.", ["already"]),
        ("The council still plans to buy three electric ferries.", ["still"]),
        ("The council also voted on Tuesday to buy three electric ferries.", []),
        ("The council must buy three electric ferries.", ["must"]),
        ("The council voted on Tuesday to buy three electric ferries.", []),
    ],
)
def test_what_sharpens_a_claim_must_be_told(claim: str, doubted: list[str]) -> None:
    """It makes more of what the page says."""
    details, _ = compare(claim)
    assert [claim[slice(*doubt.claim)] for doubt in details.doubts] == doubted


@pytest.mark.parametrize(
    ("claim", "difference"),
    [
        ("The boats will cost $64 million.", ("number", "$64 million", "$46 million")),
        ("The coastal fund pays $8 million.", ("number", "$8 million", "$18 million")),
        ("The boats cut fuel costs by 26 percent.", ("number", "26 percent", "62 percent")),
        ("The yard in Pell employs 420 people.", ("number", "420", "240")),
        ("The first ferry should sail in March 2029.", ("date", "March 2029", "March 2027")),
        ("The first ferry should sail in May 2027.", ("date", "May 2027", "March 2027")),
        ("The yard in Pell last built a ferry in 1999.", ("date", "1999", "2009")),
        ("The council bought nine electric ferries.", ("number", "nine", "three")),
        # the other value stands nearby, but in another sentence: the sentence that is told again decides
        ("The other two are due by the end of 2027.", ("date", "2027", "2028")),
        ("The first ferry should sail in 2028.", ("date", "2028", "March 2027")),
    ],
)
def test_another_value_in_the_same_slot_is_a_difference(claim: str, difference: tuple[str, str, str]) -> None:
    """Both values are shown, cut out of claim and page, and neither counts as absent."""
    details, differences = compare(claim)
    assert differences == [difference]
    assert details.absent == ()


@pytest.mark.parametrize(
    "claim",
    [
        "The boats will cost $46 million.",
        "The boats will cost nearly $50 million.",
        "The boats will cost 46 million dollars.",
        "The ferries cut fuel costs by about 60 percent.",
        "More than 1,100 islanders signed a petition.",
        "The first ferry should sail in 2027.",
        "The yard in Pell employs some 250 people.",
    ],
)
def test_a_value_that_agrees_is_no_difference(claim: str) -> None:
    """The same value in other words, rounded or vaguer, agrees."""
    details, differences = compare(claim)
    assert differences == []
    assert details.absent == ()
    assert all(one.is_near for one in details.compared)


@pytest.mark.parametrize(
    ("claim", "absent"),
    [
        (
            "The council met in 1987 to buy electric ferries.",
            ["1987"],
        ),  # no year of the page is of that event
        ("The mayor paid $7 for the petition.", ["$7"]),
        ("The boats cut fuel costs by 62 percentage points.", ["62 percentage points"]),
        ("The ferry carries 900 goats to Larn.", ["900"]),
    ],
)
def test_a_value_that_stands_nowhere_is_absent_and_no_difference(claim: str, absent: list[str]) -> None:
    """Where no value fills the claim's slot nothing conflicts: the value is only not there."""
    details, differences = compare(claim)
    assert differences == []
    assert [value.text for value in details.absent] == absent


def test_what_the_page_states_elsewhere_word_for_word_decides() -> None:
    """A page that gives both values does not contradict either of them."""
    article = "On Monday the yard counted 40 boats in all.\nLater the paper wrote:\nOn Monday the yard counted 50 boats in all."
    for value in ("40", "50"):
        _, differences = compare(f"On Monday the yard counted {value} boats in all.", article)
        assert differences == []


def test_a_rise_is_not_compared_with_a_level() -> None:
    """ "$40 more" and "$60" are of two kinds."""
    assert compare("A ticket to Osk costs $40 more now.", "A ticket to Osk costs $60 now.")[1] == []


def test_the_authors_analysis_is_not_compared() -> None:
    """A value and a negation within the analysis are the author's own."""
    claim = "The boats will cost $46 million, and not one of 99 critics is right."
    details, differences = compare(claim, analysis="and not one of 99 critics is right")
    assert differences == []
    assert [one.value.text for one in details.compared] == ["$46 million"]


# --- negations ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "difference"),
    [
        ("The yard had not been asked twice.", ("not been asked", "been asked")),
        ("The yard replied to the council.", ("replied", "not reply")),
        ("The other two are not due by the end of 2028.", ("not due", "due")),
        ("Entry to the old ferry is not free for islanders.", ("not free", "free")),
        ("The boats never cut fuel costs by 62 percent.", ("never cut", "cut")),
        ("The boats don't cut fuel costs by 62 percent.", ("don't cut", "cut")),
        ("The old ferry is the first one on the route.", ("the first", "not the first")),
        ("The first ferry shouldn’t sail in March 2027.", ("shouldn’t sail", "sail")),
        ("The first ferry cannot sail in March 2027.", ("cannot sail", "sail")),
    ],
)
def test_a_negation_on_one_side_is_a_difference(claim: str, difference: tuple[str, str]) -> None:
    """What one side denies and the other states is shown from both, never empty."""
    assert compare(claim)[1] == [("negation", *difference)]


@pytest.mark.parametrize(
    "claim",
    [
        "The yard did not reply to the council.",
        "The yard didn't reply to the council.",
        "The yard never replied to the council.",
        "The old ferry isn't the first one on the route.",
        "The yard refused to reply to the council.",
        "The yard in Pell employs no fewer than 240 people.",
        "Whether or not islanders signed, fares go up.",
        "Not only visitors pay £3.",
    ],
)
def test_a_negation_on_both_sides_or_of_another_thing_is_none(claim: str) -> None:
    """The same denial in other words, a phrase with "not" that denies nothing and a bound are no difference."""
    assert MismatchKind.NEGATION not in {one.kind for one in compare(claim)[0].differences}


# --- pieces ---------------------------------------------------------------------------------------------------------


def test_values_are_listed_in_order_and_dates_are_no_numbers() -> None:
    """Dates and numbers of one text come as they stand, each once."""
    text = "In March 2027 three of 12 boats sail, 40 percent more than in 2019."
    assert [value.text for value in find_values(text)] == ["March 2027", "three", "12", "40 percent", "2019"]


def test_a_number_and_a_date_are_never_the_same_thing() -> None:
    """2,027 boats and the year 2027 say nothing of each other."""
    number, date = find_values("2,027 boats in 2027")
    assert compare_values(number, date) is compare_values(date, number) is Agreement.UNSURE


def test_what_stands_beside_the_evidence_stays_within_the_article() -> None:
    """Two sentences on either side belong to the evidence, never those across the border."""
    article = "\n".join(f"Sentence {word} is here." for word in "one two three four five".split())
    text = f"{article}\n---\nA teaser.\nAnother teaser."
    document = Document(text=text, article_chars=len(article) + 1, content_type="text/html", size=len(text))
    whole = index_page(document).whole
    assert beside([0], whole) == [0, 1, 2]
    assert beside([4], whole) == [2, 3, 4]
    assert beside([5], whole) == [5, 6]
    assert beside([], whole) == []


def test_names_that_a_claim_lists_together_are_told_together() -> None:
    """Two names of one list that the page names apart may have been joined by the claim alone."""
    article = "The label is home to Verra Sound and Orlo Records. It was founded by Mika Brand, a pianist."
    apart, _ = compare("The label is home to Verra Sound and Mika Brand.", article)
    together, _ = compare("The label is home to Verra Sound and Orlo Records.", article)
    assert apart.doubts
    assert not together.doubts


def test_the_adverb_first_need_not_be_repeated() -> None:
    """Other ordinals must."""
    assert compare("The council first voted to buy three electric ferries.")[0].absent == ()
    assert [value.text for value in compare("The council voted for the fifth time.")[0].absent] == ["fifth"]


PARTS = """Four of its 57 trams were withdrawn on Monday, the operator Osk Lines said.
Voters are not obliged to show a passport. Parents in Osk are advised to vaccinate their children.
The patient from Pell waited for 6 weeks."""


@pytest.mark.parametrize(
    "claim",
    [
        "Four trams were withdrawn on Monday.",
        "Four of its 57 trams were withdrawn on Monday.",
        "Osk Lines has 57 trams.",
        "Voters are not obliged to show a passport.",
        "The patient from Pell waited for 42 days.",
    ],
)
def test_a_part_its_whole_and_a_duty_denied_are_no_doubt(claim: str) -> None:
    """Each says what the page says."""
    details, differences = compare(claim, PARTS)
    assert differences == []
    assert details.doubts == ()


@pytest.mark.parametrize(
    ("claim", "doubted"),
    [
        ("On Monday 57 trams were withdrawn.", "57"),
        ("Parents in Osk have to vaccinate their children.", "have to"),
    ],
)
def test_a_whole_for_its_part_and_a_duty_for_advice_are_doubted(claim: str, doubted: str) -> None:
    """They say more than the page."""
    details, _ = compare(claim, PARTS)
    assert doubted in [claim[slice(*doubt.claim)] for doubt in details.doubts]


def test_numbers_of_different_units_are_shown_with_them() -> None:
    """Six and 6 would else be told to differ."""
    _, differences = compare("The patient from Pell waited six months.", PARTS)
    assert differences == [("number", "six months", "6 weeks")]


@pytest.mark.parametrize(
    ("claim", "article"),
    [
        (
            "The cannery was fined 1.8 million euros.",
            "The group Brandt was fined 1.8 million euros on Monday over its cannery in Osk.\nIn 2022 the cannery was fined 45,000 euros.",
        ),
        (
            "By May, 74 percent of the sailors had paid, up from 61 percent a week earlier.",
            "As of this morning, 61 percent of the sailors had paid.",
        ),
    ],
)
def test_no_other_value_differs_from_one_that_is_told_as_well(claim: str, article: str) -> None:
    """By a sentence that tells all that the other's does, or by the claim itself of another time."""
    assert compare(claim, article)[1] == []


TRICKY = (
    "The stove maker Torvik will list its shares in Halm rather than Pell next spring.",
    "The ferry now sails eleven times a week, up from eight in March.",
    "All but three of the nine boats have come back from the bay since Monday.",
    "All schools in Osk will stay shut on Monday except one in Lower Fenn.",
    "Hives with a net lost only half as many bees over the winter as open ones.",
    "The monks of Tarn have given up brewing because the youngest of them is 71.",
    "The flood of June forced the closure of the museum in Vell.",
    "The mayor of Lisk will not stand again and named no successor on Friday.",
    "Police in Brint have withdrawn a statement about a boy who once ran a stall.",
    "Her grandmother sold salt in the south of Corm to a former pupil of hers.",
    "The council says it advertised three times; the parents insist that two people applied.",
    "Doctors in Dorn advise against giving the medicine to children under 12.",
    "Ida Lund may baptise people in Mollen but not celebrate Mass there.",
    "Clubs would have closed in Ness without the subsidy of 2024, the board said.",
)


@pytest.mark.parametrize("sentence", TRICKY)
def test_a_sentence_of_the_page_is_beyond_doubt(sentence: str) -> None:
    """Whatever it denies, excepts, compares or leaves open, the page says it so."""
    page = page_of(" ".join(TRICKY))
    query = lay_claim(sentence, page)
    details = compare_details(query, page, [TRICKY.index(sentence)])
    assert (details.differences, details.doubts, details.voice) == ((), (), None)
