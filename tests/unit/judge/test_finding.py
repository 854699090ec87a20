"""One claim on one page: the verdict, and what is shown for it."""

import time

import pytest
from tests.plain import page_of

from claimcheck.judge.finding import judge
from claimcheck.judge.questions import Judgement, Question
from claimcheck.match.page import Page, index_page
from claimcheck.match.query import lay_claim
from claimcheck.match.quotes import find_quote
from claimcheck.model import Document, Finding, MismatchKind, Span, Verdict
from claimcheck.text.language import detect_language

URL = "https://osk.example/news"
MARKED = "--- what else the page says ---"
ARTICLE = """The council of Velmoor voted on Tuesday to buy three electric ferries for Osk Island.
The boats will cost $46 million, and the coastal fund pays a third of it.
Mayor Ilse Brandvik said the first of them should sail in March 2027.
She told reporters: “We are operating at the frontier.”
Each vessel carries 320 passengers and 45 cars.
The crossing to Osk is 12 kilometres long.
The yard in Pell employs 240 people and last built a ferry in 2009.
Critics called the purchase hasty, because no tender was sent to the local yard.
Fishermen complained about the route of the power cable in 2025.
A study by the University of Larn found that the boats cut fuel costs by 62 percent.
Fares will rise by 4 percent and stay frozen for three years after that.
A heron was seen on the pier."""


def page(article: str = ARTICLE, rest: str = "") -> Page:
    """Index a page, its language detected as for a real one."""
    text = f"{article}\n{MARKED}\n{rest}" if rest else article
    border = len(article) + 1 if rest else len(article)
    return index_page(
        Document(
            text=text,
            article_chars=border,
            content_type="text/html",
            size=len(text),
            language=detect_language(article),
        )
    )


def ask(
    claim: str,
    on: Page | None = None,
    *,
    analysis: str | None = None,
    quote: str | None = None,
    url: str | None = URL,
) -> Judgement:
    """Judge a claim on a page."""
    start = claim.index(analysis) if analysis else 0
    span = Span(analysis, start, start + len(analysis)) if analysis else None
    return judge(Question("osk", "c", claim, span, quote), on or page(), url)


def find(claim: str, on: Page | None = None, analysis: str | None = None) -> Finding:
    """Give the finding of a claim."""
    return ask(claim, on, analysis=analysis).finding


# --- verdicts -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The boats will cost $46 million, and the coastal fund pays a third of it.", Verdict.SUPPORTED),
        ("Velmoor's council voted for three electric ferries to Osk Island.", Verdict.SUPPORTED),
        ("Each vessel carries more than 300 passengers.", Verdict.SUPPORTED),
        ("A third of the $46 million is paid by the coastal fund.", Verdict.SUPPORTED),
        (
            "The boats will cost $46 million, which the union of welders rejects as madness.",
            Verdict.PARTIALLY_SUPPORTED,
        ),
        ("The boats will cost $46 million and carry 900 goats.", Verdict.PARTIALLY_SUPPORTED),
        ("The boats will cost $64 million.", Verdict.CONTRADICTED),
        ("Each vessel carries 210 passengers.", Verdict.CONTRADICTED),
        ("The first of them should sail in March 2029.", Verdict.CONTRADICTED),
        ("The boats don't cut fuel costs by 62 percent.", Verdict.CONTRADICTED),
        ("The first of them should not sail in March 2027.", Verdict.CONTRADICTED),
        ("Penguins of Antarctica invented calculus.", Verdict.NOT_FOUND),
        ("In 1987 the brewery sold 12 barrels.", Verdict.NOT_FOUND),
    ],
)
def test_a_verdict_says_what_the_page_states_of_the_claim(claim: str, verdict: Verdict) -> None:
    """All of it, a part, another value or the opposite, or nothing."""
    assert find(claim).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "kind", "mine", "theirs"),
    [
        ("The boats will cost $64 million.", MismatchKind.NUMBER, "$64 million", "$46 million"),
        ("The boats will cost €46 million.", MismatchKind.NUMBER, "€46 million", "$46 million"),
        (
            "The crossing to Osk is 12 miles long.",
            MismatchKind.NUMBER,
            "12 miles",
            "12 kilometres",
        ),
        ("The yard in Pell last built a ferry in 1999.", MismatchKind.DATE, "1999", "2009"),
        ("The boats don't cut fuel costs by 62 percent.", MismatchKind.NEGATION, "don't cut", "cut"),
        ("A tender was sent to the local yard.", MismatchKind.NEGATION, "tender", "no tender"),
    ],
)
def test_a_contradiction_shows_both_values(claim: str, kind: MismatchKind, mine: str, theirs: str) -> None:
    """The mismatch names its kind, both sides with their offsets, and the passage that the other one stands in."""
    on = page()
    finding = find(claim, on)
    (mismatch,) = finding.mismatches
    assert finding.verdict is Verdict.CONTRADICTED
    assert (mismatch.kind, mismatch.claim, mismatch.source) == (kind, mine, theirs)
    assert claim[mismatch.claim_start : mismatch.claim_end] == mine
    assert on.document.text[mismatch.source_start : mismatch.source_end] == theirs
    passage = finding.evidence[mismatch.evidence]
    assert passage.start <= mismatch.source_start < mismatch.source_end <= passage.end
    assert mismatch.message == f"claim says {mine}, source says {theirs}"
    assert mine in finding.explanation
    assert theirs in finding.explanation


def test_what_is_missing_is_cut_out_of_the_claim() -> None:
    """The uncovered words of a partly supported claim are named, in runs, with their offsets."""
    claim = "The boats will cost $46 million, and furious penguins will steer them."
    finding = find(claim)
    assert finding.verdict is Verdict.PARTIALLY_SUPPORTED
    assert [span.text for span in finding.missing] == ["furious penguins will steer"]
    assert all(claim[span.start : span.end] == span.text for span in finding.missing)
    assert "penguins" in finding.explanation


def test_a_value_that_stands_nowhere_is_missing_and_named() -> None:
    """Support of everything but a number is partial, and the number is what is missing."""
    finding = find("The boats cut fuel costs by 62 percent and noise by 18 decibels.")
    assert finding.verdict is Verdict.PARTIALLY_SUPPORTED
    assert any("18" in span.text for span in finding.missing)
    assert "18" in finding.explanation


@pytest.mark.parametrize(
    ("claim", "shown"),
    [
        # the other value of its kind, where there is one
        (
            "The boats cut the costs of fuel, noise and paint by 40 percent.",
            "do not give “40 percent”, but “62 percent”",
        ),
        ("The boats cut fuel costs by 62 percent and noise by 18 decibels.", "do not give “18”."),
        # what may be denied is not called there
        ("The yard in Orr had lost the order for the two boats.", "may deny it"),
    ],
)
def test_a_doubt_is_worded_as_what_it_is(claim: str, shown: str) -> None:
    """An editor sees what else the passage says, without `-v`."""
    said = (
        "The mayor said he was not telling anybody that the yard in Orr had lost the order for the two boats."
    )
    finding = find(claim, page(f"{ARTICLE}\n{said}"))
    assert finding.verdict is Verdict.PARTIALLY_SUPPORTED
    assert shown in finding.explanation


def test_a_common_word_in_every_sentence_is_nothing_of_the_claim() -> None:
    """Words that stand far apart, each in a sentence about something else, are no evidence."""
    claim = "The route tender yard lottery professor pier garden fishermen orchestra fares medal museum winter won."
    assert max(map(lay_claim(claim, page()).weigh, lay_claim(claim, page()).masks.values())) < 0.15
    assert find(claim).verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    "claim", ["The boats will cost nearly $50 million.", "About 250 people are employed by the yard in Pell."]
)
def test_a_number_that_agrees_in_other_digits_is_not_missing(claim: str) -> None:
    """A claim may be vaguer than its page: its number is neither missing nor contradicted."""
    finding = find(claim)
    assert finding.verdict in {Verdict.SUPPORTED, Verdict.PARTIALLY_SUPPORTED}
    assert not any(character.isdigit() for span in finding.missing for character in span.text)


def test_of_a_claim_that_is_not_found_all_is_missing() -> None:
    """No passage is shown, and the whole claim is missing, its last stop aside."""
    finding = find("Penguins of Antarctica invented calculus.")
    assert finding.evidence == finding.mismatches == ()
    assert finding.missing == (Span("Penguins of Antarctica invented calculus", 0, 40),)
    assert finding.score is not None
    assert finding.score < 0.2


def test_links_lead_to_the_passage_where_there_is_a_page_to_link_to() -> None:
    """With a live page each passage has a link to it, and none without."""
    claim = "Each vessel carries 320 passengers and 45 cars."
    assert [one.link for one in ask(claim).finding.evidence] == [
        f"{URL}#:~:text=Each%20vessel%20carries%20320%20passengers%20and%2045%20cars."
    ]
    assert [one.link for one in ask(claim, url=None).finding.evidence] == [None]


# --- what is not checked --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "claim",
    [
        "Will the boats cost $46 million?",
        "Will the boats cost $46 million?  ",
        "渡轮要花多少钱？",
        "",
        "It was not.",
        "— … !",
        "🚢🚢",
        "The boats cost $46 million?",
        # another language than the page's, or one whose words are not told apart
        "Ferries",
        "46",
        "Die Schiffe werden 46 Millionen Dollar kosten, und der Fonds zahlt ein Drittel von dem Preis.",
        "渡轮将耗资四千六百万美元。",
    ],
)
def test_a_claim_that_cannot_be_judged_is_unchecked(claim: str) -> None:
    """Questions, claims without content and other languages have no score, no evidence and a reason."""
    finding = find(claim)
    assert finding == Finding("osk", Verdict.UNCHECKED, None, finding.explanation)
    assert finding.explanation.startswith("Not checked: ")


def test_a_language_without_blanks_is_unchecked_and_its_quotes_are_found() -> None:
    """No word of a Chinese page can be looked for, so that nothing is missing from it; quoted words are."""
    on = page("市议会星期二决定购买三艘电动渡轮。\n渡轮将耗资四千六百万美元。")
    judgement = ask("市议会买了渡轮。", on, quote="三艘电动渡轮")
    assert judgement.finding.verdict is Verdict.UNCHECKED
    assert judgement.has_quote


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Hamnen i Osk köpte tre nya färjor av varvet i Pell för 46 miljoner.", Verdict.SUPPORTED),
        ("Hamnen i Osk köpte fyra nya färjor av varvet i Pell för 46 miljoner.", Verdict.UNCHECKED),
        ("Varvet i Pell sålde färjor till hamnen i Osk.", Verdict.UNCHECKED),
    ],
)
def test_in_a_language_that_is_not_told_apart_only_what_is_verbatim_is_judged(
    claim: str, verdict: Verdict
) -> None:
    """Everything else is left open, with the reason."""
    on = page(
        "Hamnen i Osk köpte tre nya färjor av varvet i Pell för 46 miljoner. Det var inte den första affären som "
        "hamnen har gjort med varvet, och den är inte den sista som de vill göra. En häger satt på bryggan."
    )
    assert on.language == "sv"
    finding = find(claim, on)
    assert finding.verdict is verdict
    if verdict is Verdict.UNCHECKED:
        assert "“sv”" in finding.explanation


def test_a_doubt_is_shown_with_what_the_page_has_instead() -> None:
    """Another name in the same place is no contradiction: the editor sees both."""
    finding = find(
        "Mayor Joan Castell said the first ferry to Osk Island should sail in March next year.",
        page(
            f"{ARTICLE}\nMayor Ilse Brandvik said the first ferry to Osk Island should sail in March next year."
        ),
    )
    assert finding.verdict is Verdict.PARTIALLY_SUPPORTED
    assert "“Joan Castell”" in finding.explanation
    assert "“Ilse Brandvik”" in finding.explanation


def test_a_claim_in_the_language_of_its_page_is_judged() -> None:
    """Another language than English is judged word by word."""
    on = page(
        "Der Rat von Velmoor hat am Dienstag drei elektrische Fähren für die Insel Osk gekauft.\n"
        "Die Schiffe werden 46 Millionen Euro kosten, und der Fonds zahlt einen Teil von dem Preis."
    )
    assert find("Die Schiffe werden 46 Millionen Euro kosten.", on).verdict is Verdict.SUPPORTED
    assert find("Die Schiffe werden 64 Millionen Euro kosten.", on).verdict is Verdict.CONTRADICTED


def test_a_headline_is_in_the_language_of_the_claims_beside_it() -> None:
    """Too short to tell its own, it is not looked for on a page in another language."""
    claim = "Velmoor council buys electric ferries."
    on = page("Der Rat von Velmoor hat am Dienstag drei elektrische Fähren für die Insel Osk gekauft.")
    alone = judge(Question("osk", "c", claim), on, URL).finding
    beside = judge(Question("osk", "c", claim, language="en"), on, URL).finding
    assert alone.verdict is not Verdict.UNCHECKED
    assert beside.explanation == "Not checked: the claim is written in “en”, the page in “de”."


# --- the author's own conclusion ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "analysis", ["a sign of 99 troubles to come", "which no rival will ever match", "in 1987 unthinkable"]
)
def test_the_analysis_is_neither_missing_nor_compared(analysis: str) -> None:
    """What the author concludes changes no verdict and is in no list."""
    claim = f"The boats will cost $46 million, {analysis}."
    finding = find(claim, analysis=analysis)
    assert finding.verdict is Verdict.SUPPORTED
    assert finding.missing == finding.mismatches == ()
    assert find(claim).verdict is not Verdict.SUPPORTED


def test_of_a_claim_with_analysis_only_the_rest_can_be_missing() -> None:
    """Where nothing is found, what stands before and after the analysis is missing."""
    claim = "Penguins invented calculus, a bad omen, in Antarctica."
    finding = find(claim, analysis="a bad omen")
    assert finding.verdict is Verdict.NOT_FOUND
    assert finding.missing == (Span("Penguins invented calculus", 0, 26), Span("in Antarctica", 40, 53))


# --- outside the article --------------------------------------------------------------------------------------------


def test_what_stands_outside_the_article_is_shown_and_supports_nothing() -> None:
    """Teasers and captions are marked passages of a partly supported claim."""
    finding = find(
        "A goat won the village election in Pell.", page(rest="A goat won the village election in Pell.")
    )
    assert finding.verdict is Verdict.PARTIALLY_SUPPORTED
    assert [one.outside_article for one in finding.evidence] == [True]
    assert "outside" in finding.explanation


def test_the_article_and_a_teaser_are_not_joined_to_support() -> None:
    """Half a claim at the end of the article and half at the start of the rest make no whole."""
    finding = find(
        "The harbour council bought ferries from welders of the yard in Larn.",
        page(
            "Goats sleep on the beach.\nThe harbour council bought ferries.",
            "Welders of the yard in Larn are on strike.",
        ),
    )
    assert finding.verdict is Verdict.PARTIALLY_SUPPORTED
    assert not finding.evidence[0].outside_article or len(finding.evidence) == 1


def test_the_marked_line_is_never_evidence() -> None:
    """The line that divides the page's text is none of its words."""
    assert find("What else the page says", page(rest="A goat won.")).verdict is Verdict.NOT_FOUND


# --- quotes ---------------------------------------------------------------------------------------------------------


def test_words_that_stand_verbatim_are_a_quote() -> None:
    """The quote of a claim is found on the page, and changes no finding."""
    claim = "Brandvik said they were operating at the frontier."
    judgement = ask(claim, quote="operating at the frontier")
    assert judgement.has_quote
    assert judgement.finding == ask(claim).finding


def test_misquoted_words_are_a_mismatch_with_the_words_of_the_page() -> None:
    """A near miss shows what the page has, in a passage of the evidence, and contradicts nothing."""
    claim = "Brandvik told reporters they were “working at the frontier”."
    judgement = ask(claim, quote="working at the frontier")
    (mismatch,) = judgement.finding.mismatches
    assert not judgement.has_quote
    assert judgement.finding.verdict is not Verdict.CONTRADICTED
    assert mismatch.kind is MismatchKind.QUOTE
    assert claim[mismatch.claim_start : mismatch.claim_end] == mismatch.claim == "working at the frontier"
    assert ARTICLE[mismatch.source_start : mismatch.source_end] == mismatch.source
    assert "operating at the frontier" in mismatch.source
    assert "operating at the frontier" in judgement.finding.evidence[mismatch.evidence].quote


def test_a_quote_that_stands_nowhere_is_not_found() -> None:
    """Other words are no quote, and no mismatch either."""
    judgement = ask("Brandvik told reporters nothing.", quote="penguins will steer the boats")
    assert not judgement.has_quote
    assert judgement.finding.mismatches == ()


# --- odd claims and odd pages ---------------------------------------------------------------------------------------

LONG = " ".join((ARTICLE.split() * 60)[:5_000])
CLAIMS = {
    "one word": "Ferries",
    "5,000 words": LONG,
    "numbers": " ".join(str(number * 7) for number in range(1_500)),
    "digits": "46 320 2027",
    "emoji": "🚢🚢 The boats 🎉 cost $46 million 💸",
    "markup": "<b>The boats</b> will cost <a href='x'>$46&nbsp;million</a>.",
    "capitals": "THE BOATS WILL COST $46 MILLION.",
    "one long word": "a" * 20_000,
    "denials": "not " * 2_000 + "a ferry",
}
PAGES = {
    "one sentence": "The boats will cost $46 million.",
    "one sentence 2,000 times": "The boats will cost $46 million and sail in 2027. " * 2_000,
    "one line 2,000 times": "The boats will cost $46 million and sail in 2027.\n" * 2_000,
    "numbers": " ".join(str(number * 13) for number in range(20_000)),
    "2 MB": f"{ARTICLE}\n" * (2_000_000 // len(ARTICLE)),
    "one line of 500 kB": " ".join(ARTICLE.split() * (500_000 // len(ARTICLE))),
    "one word of 2 MB": "a" * 2_000_000,
    "nothing": "",
}


@pytest.mark.parametrize("name", PAGES)
def test_odd_claims_on_odd_pages_get_a_verdict_in_bounded_time(name: str) -> None:
    """No shape of a claim or a page costs more than seconds, and what comes back is cut out of both."""
    began = time.perf_counter()
    on = page(PAGES[name])
    assert time.perf_counter() - began < 15
    for claim in CLAIMS.values():
        began = time.perf_counter()
        finding = find(claim, on)
        assert time.perf_counter() - began < 30  # what grows faster than the page takes minutes
        assert (finding.score is None) == (finding.verdict is Verdict.UNCHECKED)
        assert all(on.document.text[one.start : one.end] == one.quote for one in finding.evidence)
        assert all(claim[span.start : span.end] == span.text for span in finding.missing)


@pytest.mark.parametrize("name", ["one sentence", "one sentence 2,000 times", "one line 2,000 times", "2 MB"])
def test_a_large_or_repeated_page_supports_and_contradicts_as_a_small_one(name: str) -> None:
    """However often a page says a thing, it says it."""
    on = page(PAGES[name])
    assert find("THE BOATS WILL COST $46 MILLION.", on).verdict is Verdict.SUPPORTED
    assert find("The boats will cost $64 million.", on).verdict is Verdict.CONTRADICTED


def test_a_name_that_the_page_lacks_is_never_supported() -> None:
    """However much else of the claim stands there word for word; the name is shown."""
    text = "The fund, led by Mark Jones since 2019, said that it would sell its stake in the airport of Leeds to a rival."
    page = page_of(text)
    finding = judge(Question("a", "c", text.replace("Mark", "Anna")), page, None).finding
    assert finding.verdict is not Verdict.SUPPORTED
    assert "Anna" in [span.text for span in finding.missing] + [one.claim for one in finding.mismatches]


OYSTERS = (
    "An outbreak that was traced to Halden Bay has made 212 people ill since January, and nobody has died of it.\n"
    "The draft would also double the highest fine, from 5 million to 10 million kroner.\n"
    "The firm has sensors on four, but seven of the eleven overflows in the bay still have none.\n"
    "Of the firm's 63 treatment plants only 22 have storage tanks.\n"
    "In the autumn of 2011 an outbreak was traced to the same bay. That outbreak, with 268 cases, was smaller than one in Pell."
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("No one has died of the outbreak.", Verdict.SUPPORTED),
        ("The draft would double the highest fine to 10 million kroner.", Verdict.SUPPORTED),
        ("The draft would double the highest fine to 5 million kroner.", Verdict.CONTRADICTED),
        ("Seven of the eleven overflows in the bay have no sensors.", Verdict.SUPPORTED),
        ("Seven of the eleven overflows in the bay have sensors.", Verdict.PARTIALLY_SUPPORTED),
        ("41 of the firm's 63 treatment plants have storage tanks.", Verdict.PARTIALLY_SUPPORTED),
        (
            "The 2011 outbreak, which made 268 people ill, was larger than this one.",
            Verdict.PARTIALLY_SUPPORTED,
        ),
    ],
)
def test_what_is_left_and_what_was_before_is_told_apart(claim: str, verdict: Verdict) -> None:
    """The rest of a whole, the level before a change, another event of the same kind."""
    assert find(claim, page(OYSTERS)).verdict is verdict


MILL = (
    "The old mill at Torvane burned down on Sunday night, and nobody was hurt.\n"
    "The building was insured by the town for 4 million crowns."
)


def test_one_common_word_tells_nothing_of_a_claim() -> None:
    """“Building” and “built” have one stem."""
    assert find("The ferry was built in 1987.", page(MILL)).verdict is Verdict.NOT_FOUND


def test_a_claim_that_is_an_article_is_not_judged() -> None:
    """It would hold up the others."""
    finding = find("The mill burned down. " * 1000, page(MILL))
    assert finding.verdict is Verdict.UNCHECKED
    assert "20,000 characters" in finding.explanation


def test_our_own_line_in_a_page_is_no_part_of_it() -> None:
    """What stands between article and rest was put there by the tool."""
    marker = "--- rest of the page, outside the article ---"
    text = f"{MILL}\n{marker}\nMore of Torvane"
    on = index_page(Document(text, len(MILL) + 1, "text/html", len(MILL) + 1, language="en"))
    assert find_quote("rest of the page, outside the article", on) is None
    found = find_quote("More of Torvane", on)
    assert found is not None
    assert text[found.start : found.end] == "More of Torvane"


def test_what_is_missing_is_not_joined_across_the_analysis() -> None:
    """The words between are the author's own, and not checked."""
    text = "The ferry Osprey was sold in Zennor, a sign of things to come, under Cornish supervision."
    start = text.index("a sign")
    analysis = Span("a sign of things to come", start, start + 24)
    source = page("The ferry Osprey was sold. It was built in 1998.")
    missing = judge(Question("a", "c", text, analysis), source, None).finding.missing
    assert [one.text for one in missing] == ["Zennor", "Cornish supervision"]


def test_misquoted_words_are_shown_without_the_marks_around_them() -> None:
    """They are none of what was said."""
    source = page("He said: “Nobody can promise that the cracks will wait with us,” and left the ferry.")
    quote = "Nobody can promise that the cracks would wait with us"
    finding = judge(Question("a", "c", "He left the ferry.", None, quote), source, None).finding
    assert finding.mismatches[-1].source == "Nobody can promise that the cracks will wait with us"


@pytest.mark.parametrize("verb", ["resigned", "stepped down"])
def test_a_name_and_a_verb_that_another_does_are_no_event(verb: str) -> None:
    """A clerk quits and the mayor opens the fair: no page says that the mayor went."""
    text = (
        "Mayor Okafor opened the fair. A clerk quit on Monday. The weather stayed mild all week. "
        "Shops on the square opened at nine. A choir sang in the hall. The bakery sold rolls."
    )
    assert find(f"Mayor Okafor {verb}.", page(text)).verdict is Verdict.PARTIALLY_SUPPORTED
