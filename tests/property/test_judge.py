"""Own articles, and what becomes of their sentences: told again, changed in one place, or joined to other pages."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.judge.finding import SUPPORTED, judge
from claimcheck.judge.questions import Question
from claimcheck.match.page import Page, index_page
from claimcheck.model import Document, Finding, MismatchKind, Verdict
from claimcheck.text.dates import Date
from claimcheck.text.numbers import Bound, Number
from claimcheck.text.sentences import split_sentences
from claimcheck.text.values import find_values

FERRY = """Harbour council buys three electric ferries

The Velmoor harbour council voted 9 to 4 on Tuesday to buy three electric ferries for the crossing to Osk Island.
The boats will cost $46 million, of which the coastal fund pays $18 million.
Mayor Ilse Brandvik said the first ferry should sail in March 2027. The other two are due by the end of 2028.
Each vessel carries 320 passengers and 45 cars, about twice as many as the diesel ferries that they replace.
The oldest of those, the Tern, was built in 1974 and has broken down 11 times since January.
Critics on the council called the purchase hasty. "We have not seen a single tender from the local yard," said councillor Radek Thune.
The yard in Pell employs 240 people and last built a ferry in 2009.
Brandvik answered that the yard had been asked twice and did not reply.
A study by the University of Larn, published on 14 May 2026, found that the electric boats would cut fuel costs by 62 percent.
It also warned that the island's power line can charge only one boat at a time.
The grid operator Nordlys plans to lay a second cable for €7.5 million.
Work on the cable was delayed after fishermen from Osk complained about the route in 2025.
Fares will rise by 4 percent in 2027 and stay frozen for three years after that.
Some 1,150 islanders signed a petition against the higher fares."""

LIBRARY = """Old library of Tamsin reopens after fire

The public library of Tamsin reopened on 3 September 2025, six years after a fire destroyed its roof and 80,000 books.
Rebuilding cost £21.4 million, nearly £6 million more than planned in 2020.
Architect Joan Ferreira kept the brick walls of 1888 and put a glass hall over the courtyard.
The hall seats 450 readers, and the cellar holds a new archive with room for 1.2 million documents.
About a third of the money came from private donors, among them the brewer Karl Oddson, who gave £2 million.
Investigators blamed a faulty heater for the blaze, which began at night in the map room.
Nobody was hurt, but two firefighters were treated for smoke.
The city's insurance did not cover the rare books.
Librarians dried more than 5,000 damp volumes in freezers lent by a fish market.
Entry is free for residents, and visitors from outside the county pay £3.
Director Amara Quist expects 600,000 visits in the first year, up from 380,000 before the fire.
The reading room stays open until midnight on Fridays.
A branch in Lower Tamsin will close in 2026 because its lease ends.
Union leader Piet Salo said that 14 jobs there were not safe."""

MINE = """Lithium mine at Corvo Ridge halted by court

A regional court halted work at the Corvo Ridge lithium mine on August 7, 2024, after herders challenged its water permit.
Judge Marta Ilves ruled that the ministry had not studied the springs in the dry season.
The company behind the mine, Brightwell Minerals, said it would appeal within 30 days.
Its shares fell 12.5 percent in Oslo, the steepest drop since 2016.
Brightwell had promised to produce 24,000 tonnes of lithium a year from 2026 and to hire 700 workers.
It has spent $310 million on roads and a processing plant so far.
The herders keep about 8,000 goats on the plateau, where rain falls on fewer than 40 days a year.
Their lawyer, Teodor Anka, called the ruling a victory for common sense.
"Nobody asked us before the drills came," said Lena Okoro, whose family has grazed the ridge since the 1950s.
The government in Sarn supports the mine and wants to become Europe's second-largest producer by 2030.
Opposition parties are split over the project. The Greens want it scrapped, while the Farmers' League asks for a smaller pit.
An earlier permit, granted in 2019, was withdrawn after 41 objections.
Geologists estimate that the ridge holds 3.1 million tonnes of ore.
A final decision is expected in the autumn of 2025.
The mine is not the first in the valley: copper was dug there until 1962."""

CHIPS = """Regulator fines chip maker Halden over outage

The telecoms regulator fined chip maker Halden Systems $85 million on Monday for an outage that cut off 2.3 million phones.
The failure lasted 19 hours on 11 February 2026 and blocked emergency calls in four regions.
Halden admitted that a software update had been shipped without tests.
Chief executive Dana Roth apologised to customers and gave up her bonus for 2026.
The regulator said the company had ignored two warnings from its own engineers.
It is the largest penalty that the agency has imposed since it was founded in 2003.
Halden must also repay $40 to each subscriber who could not call for help.
Consumer groups welcomed the fine but said that repayments should have been higher.
Analysts at Moorgate Research expect profits to shrink by 15 percent this year.
The company sold 61 million modems in 2025, more than any rival except Tesko Radio.
Roth told reporters that the update system has been rebuilt and is now audited by an outside firm.
Halden will not contest the decision in court.
The agency plans new rules on software updates before the end of the year.
Lawmakers held three hearings on the outage in March."""

ARTICLES = {"ferry": FERRY, "library": LIBRARY, "mine": MINE, "chips": CHIPS}
MARKED = "--- the rest ---"


def index(article: str, rest: str = "") -> Page:
    """Index an article and the rest of its page."""
    text = f"{article}\n{MARKED}\n{rest}" if rest else article
    border = len(article) + 1 if rest else len(article)
    return index_page(
        Document(text=text, article_chars=border, content_type="text/html", size=len(text), language="en")
    )


def ask(claim: str, page: Page) -> Finding:
    """Judge a claim on a page."""
    return judge(Question("s", "c", claim), page, "https://osk.example/").finding


PAGES = {name: index(article) for name, article in ARTICLES.items()}
SENTENCES = [
    (name, article[start:end])
    for name, article in ARTICLES.items()
    for start, end in split_sentences(article)
]
sentences = st.sampled_from(SENTENCES)


def check_offsets(finding: Finding, claim: str, page: Page) -> None:
    """Assert all that holds of every finding: what it shows is cut out of the page and the claim."""
    text, border = page.document.text, page.document.article_chars
    assert (finding.score is None) == (finding.verdict is Verdict.UNCHECKED)
    assert finding.score is None or 0 <= finding.score <= 1
    assert (finding.verdict is Verdict.SUPPORTED) == ((finding.score or 0) >= SUPPORTED)
    assert bool(finding.evidence) == (finding.verdict not in {Verdict.UNCHECKED, Verdict.NOT_FOUND})
    for passage in finding.evidence:
        assert passage.quote == text[passage.start : passage.end] != ""
        assert passage.end <= border or passage.start >= border + len(MARKED)
        assert passage.outside_article == (passage.start >= border)
        assert text[: passage.start].endswith(passage.prefix)
        assert text[passage.end :].startswith(passage.suffix)
        assert 0 <= passage.score <= 1
        assert passage.link is not None
    for span in finding.missing:
        assert span.text == claim[span.start : span.end] != ""
    for mismatch in finding.mismatches:
        assert mismatch.claim == claim[mismatch.claim_start : mismatch.claim_end] != ""
        assert mismatch.source == text[mismatch.source_start : mismatch.source_end] != ""
        shown = finding.evidence[mismatch.evidence]
        assert shown.start <= mismatch.source_start < mismatch.source_end <= shown.end
        assert mismatch.claim in mismatch.message
        assert mismatch.source in mismatch.message
    assert (finding.verdict is Verdict.CONTRADICTED) == bool(finding.mismatches)
    if finding.verdict is Verdict.SUPPORTED:
        assert not finding.evidence[0].outside_article
    assert finding.explanation


# --- word for word --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ARTICLES)
def test_every_sentence_of_a_page_is_supported_by_it(name: str) -> None:
    """What a page says word for word it supports, with that sentence first and nothing missing."""
    for of, sentence in SENTENCES:
        if of == name:
            finding = ask(sentence, PAGES[name])
            check_offsets(finding, sentence, PAGES[name])
            assert finding.verdict is Verdict.SUPPORTED, sentence
            assert sentence in finding.evidence[0].quote or not sentence.endswith((".", '"'))
            assert finding.missing == finding.mismatches == ()


def _typeset(sentence: str) -> Iterator[str]:
    yield sentence.upper()
    yield sentence.lower()
    yield sentence.swapcase()
    yield sentence.replace("'", "’").replace('"', "”")
    yield sentence.replace("-", "–").replace(" ", "  ")
    yield "\n ".join(sentence.split())
    yield f"“{sentence}”"
    yield sentence.replace(" ", "\u00a0")


def test_typesetting_changes_no_verdict() -> None:
    """Case, quotes, dashes and spacing of a claim are no part of what it says."""
    for name, sentence in SENTENCES:
        for claim in _typeset(sentence):
            assert ask(claim, PAGES[name]).verdict is Verdict.SUPPORTED, claim


@given(sentences, st.lists(st.sampled_from(sorted(ARTICLES)), max_size=4), st.booleans())
def test_other_articles_on_the_page_contradict_nothing(
    sentence: tuple[str, str], others: list[str], before: bool
) -> None:
    """However much unrelated text stands before or after it, what was supported stays so."""
    name, claim = sentence
    strangers = [ARTICLES[other] for other in others if other != name]
    page = index("\n".join([*strangers, ARTICLES[name]] if before else [ARTICLES[name], *strangers]))
    assert ask(claim, page).verdict is Verdict.SUPPORTED
    assert ask(claim, index(ARTICLES[name], "\n".join(strangers))).verdict is Verdict.SUPPORTED


PARAPHRASES = [
    ("ferry", "Velmoor's council voted 9 to 4 for three electric ferries to Osk Island."),
    (
        "ferry",
        "The three electric ferries will cost $46 million, and the coastal fund pays $18 million of it.",
    ),
    ("library", "The library of Tamsin reopened in September 2025, six years after a fire."),
    ("mine", "Brightwell Minerals has spent $310 million on roads and a plant so far."),
    ("chips", "Halden Systems was fined $85 million by the telecoms regulator for an outage."),
]


@pytest.mark.parametrize(("name", "claim"), PARAPHRASES)
def test_unrelated_text_never_turns_support_into_a_contradiction(name: str, claim: str) -> None:
    """Claims in other words are supported by their own article, and not contradicted by what stands beside it."""
    assert ask(claim, PAGES[name]).verdict is Verdict.SUPPORTED
    for other, article in ARTICLES.items():
        for joined in (f"{ARTICLES[name]}\n{article}", f"{article}\n{ARTICLES[name]}"):
            assert other == name or ask(claim, index(joined)).verdict is not Verdict.CONTRADICTED


def test_a_page_about_something_else_holds_nothing_of_a_claim() -> None:
    """No sentence is supported or contradicted by another story; nearly all of them are not found there."""
    verdicts = [
        ask(sentence, page).verdict
        for of, sentence in SENTENCES
        for name, page in PAGES.items()
        if name != of
    ]
    assert Verdict.SUPPORTED not in verdicts
    assert Verdict.CONTRADICTED not in verdicts
    assert verdicts.count(Verdict.NOT_FOUND) > 0.75 * len(verdicts)


# --- changed in one place -------------------------------------------------------------------------------------------


def _other_numbers() -> Iterator[tuple[str, str, Number]]:
    for name, sentence in SENTENCES:
        for value in find_values(sentence):
            digits = re.search(r"\d+", value.text)
            if isinstance(value, Number) and digits:
                for factor in (3, 7, 30):
                    at = value.start + digits.start()
                    new = str(int(digits[0]) * factor)
                    yield name, sentence[:at] + new + sentence[at + len(digits[0]) :], value


def _other_dates() -> Iterator[tuple[str, str]]:
    for name, sentence in SENTENCES:
        for value in find_values(sentence):
            if isinstance(value, Date) and (year := re.search(r"\d{4}", value.text)):
                at = value.start + year.start()
                for other in (-30, -1, 1, 2, 10):
                    yield name, f"{sentence[:at]}{int(year[0]) + other}{sentence[at + 4 :]}"
            if isinstance(value, Date) and (
                month := re.search(r"March|May|September|February|August", value.text)
            ):
                at = value.start + month.start()
                yield name, f"{sentence[:at]}November{sentence[at + len(month[0]) :]}"


def test_a_sentence_with_another_number_is_never_supported() -> None:
    """One number changed beyond all tolerance conflicts, or at least stands nowhere; exact ones conflict."""
    for name, claim, value in _other_numbers():
        finding = ask(claim, PAGES[name])
        check_offsets(finding, claim, PAGES[name])
        assert finding.verdict is not Verdict.SUPPORTED, claim
        if value.bound is Bound.EXACT:
            assert finding.verdict is Verdict.CONTRADICTED, claim
            assert finding.mismatches[0].kind is MismatchKind.NUMBER
            assert value.text in {mismatch.source for mismatch in finding.mismatches}


def test_a_sentence_with_another_date_is_contradicted() -> None:
    """A changed year or month conflicts, even where the other year stands in the next sentence."""
    for name, claim in _other_dates():
        finding = ask(claim, PAGES[name])
        check_offsets(finding, claim, PAGES[name])
        assert finding.verdict is Verdict.CONTRADICTED, claim
        assert finding.mismatches[0].kind is MismatchKind.DATE


_VERB = re.compile(r"\b(was|were|is|are|will|would|has|have|had|can|should|must)\b(?! not)")


def _negated() -> Iterator[tuple[str, str]]:
    for name, sentence in SENTENCES:
        for verb in _VERB.finditer(sentence):
            for negation in (" not", " never", " no longer", "n't"):
                yield name, sentence[: verb.end()] + negation + sentence[verb.end() :]
        for denied in re.finditer(r" not\b|did not ", sentence):
            yield name, sentence[: denied.start()] + sentence[denied.end() :]


def test_a_sentence_with_a_negation_more_or_less_is_contradicted() -> None:
    """The opposite of what stands on the page is shown beside it, the unnegated phrase too."""
    for name, claim in _negated():
        finding = ask(claim, PAGES[name])
        check_offsets(finding, claim, PAGES[name])
        assert finding.verdict is Verdict.CONTRADICTED, claim
        assert {mismatch.kind for mismatch in finding.mismatches} == {MismatchKind.NEGATION}


# --- anything -------------------------------------------------------------------------------------------------------

WORDS = sorted({word for _, sentence in SENTENCES for word in sentence.split()})
claims = st.one_of(
    st.lists(
        st.sampled_from([*WORDS, "not", "never", "2031", "$5", "half", "🚢", "<b>", "渡轮", "—", "“", "\n"]),
        max_size=30,
    ).map(" ".join),
    st.text(max_size=60),
    sentences.flatmap(lambda one: st.permutations(one[1].split()).map(" ".join)),
)


@given(claims, st.sampled_from(sorted(ARTICLES)), st.sampled_from(["", *sorted(ARTICLES)]))
def test_all_that_a_finding_shows_is_cut_out_of_page_and_claim(claim: str, name: str, rest: str) -> None:
    """Whatever is asked, passages, mismatches and missing words are slices, and the verdict fits what is shown."""
    page = index(ARTICLES[name], ARTICLES.get(rest, ""))
    finding = ask(claim, page)
    check_offsets(finding, claim, page)
    if finding.verdict is Verdict.NOT_FOUND:
        (whole,) = finding.missing
        assert claim.strip().startswith(whole.text) or whole.text in claim
        assert not re.search(r"\w", claim[: whole.start] + claim[whole.end :])


ODD = (
    "0|0%|-100%|1e400|99999999999999999999|1/0|²|½|٣|0 of 0|all ² of|one of the|450 basis points|0 percentage points|twice|"
    "ten times|none|never|n't|31 February 2024|2024-13-45|the 24th|last year|Monday|rose|fell from|than|as|before|each|"
    "6 feet 0 inches|0 hours|$0|0 km|-40°F|half|“|’s|—|…|A.|U.S.|İ|ß|ﬁ|\u0301|\u200b|said|not"
).split("|")
odd = st.lists(st.sampled_from([*ODD, *FERRY.split()]), max_size=40).map(" ".join)
"""What claims and pages may hold and nobody expects, among words that they share."""


@given(claims | odd, st.text(max_size=300) | odd.map(f"{FERRY}\n".__add__))
def test_any_claim_on_any_page_gets_a_verdict(claim: str, text: str) -> None:
    """No claim and no page is too odd to be judged: what breaks here would cost all the others of a run."""
    page = index(text)
    check_offsets(ask(claim, page), claim, page)


@given(sentences, sentences)
def test_what_stands_outside_the_article_never_supports(one: tuple[str, str], other: tuple[str, str]) -> None:
    """A sentence that stands beside the article alone is shown, marked, and supports nothing in full."""
    if one[0] != other[0]:
        page = index(ARTICLES[other[0]], one[1])
        finding = ask(one[1], page)
        check_offsets(finding, one[1], page)
        assert finding.verdict is Verdict.PARTIALLY_SUPPORTED
        assert finding.evidence[0].outside_article
        assert finding.evidence[0].quote == one[1]
