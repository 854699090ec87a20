"""A claim that says the opposite of its page is never supported by it, however many words they share."""

import pytest
from tests.plain import page_of

from claimcheck.judge.finding import judge
from claimcheck.judge.questions import Question
from claimcheck.model import Finding, MismatchKind, Verdict

TEXT = """The bridge over the Orr will be closed from 4 May. The works will cost 186 million crowns.
Ambulances will not be allowed to use the bridge either. Shopkeepers in the old town had not been consulted.
The minister rejected the unions' demand for a shuttle. The council voted against a toll on lorries.
The unlit ferry is a listed ship of the old town. Travel on the replacement bus is free of charge for schoolchildren.
Most lorries need a permit. Vans may cross the weir of Pell at night without a permit, the harbour board said.
The coach criticised the referee but did not blame the keepers. The trial did not look at how much the pilots learned.
The mayor said she would sign the decree by Friday.
The yard of Acme is no longer profitable. The rise in noise near the weir was not statistically significant. The yard in Osk sold its first ferry in a race against time."""
PAGE = page_of(TEXT)


def find(claim: str) -> Finding:
    return judge(Question("courier", "c", claim), PAGE, None).finding


@pytest.mark.parametrize(
    "claim",
    [
        "Ambulances will be allowed to use the bridge.",
        "Ambulances will be allowed to use the bridge during the works.",
        "Shopkeepers in the old town had been consulted.",
    ],
)
def test_what_the_page_denies_is_contradicted(claim: str) -> None:
    """The denial is looked for in the sentence that covers most, wherever in the passage it stands."""
    finding = find(claim)
    assert finding.verdict is Verdict.CONTRADICTED
    assert [mismatch.kind for mismatch in finding.mismatches] == [MismatchKind.NEGATION]
    assert "not" in finding.mismatches[0].source


@pytest.mark.parametrize(
    ("claim", "doubted"),
    [
        ("The minister accepted the unions' demand for a shuttle.", "accepted"),
        ("The council voted for a toll on lorries.", "for"),
        ("The works will never cost 186 million crowns.", "never"),
        ("The unlit ferry is not a listed ship of the old town.", "not"),
        ("The rise in noise near the weir was statistically significant.", "significant"),
        ("The yard of Acme is profitable.", "profitable"),
        ("The coach put it down to the referee and the keepers.", "keepers"),
    ],
)
def test_the_opposite_of_what_the_page_says_is_not_supported(claim: str, doubted: str) -> None:
    """The word in doubt is shown, as missing or as a mismatch."""
    finding = find(claim)
    assert finding.verdict is not Verdict.SUPPORTED
    shown = [span.text for span in finding.missing] + [mismatch.claim for mismatch in finding.mismatches]
    assert any(doubted in text for text in shown)


@pytest.mark.parametrize(
    "claim",
    [
        "Ambulances will not be allowed to use the bridge.",
        "The minister rejected the unions' demand for a shuttle.",
        "The council voted against a toll on lorries.",
        "Travel on the replacement bus costs schoolchildren no charge.",
        "Vans may cross the weir of Pell at night without a permit.",
        "The trial did not examine how much the pilots learned.",
        "The mayor has not yet signed the decree.",
        "The yard in Osk sold a ferry for the first time.",  # "against time" takes no side
    ],
)
def test_the_same_denial_in_the_same_or_other_words_is_no_doubt(claim: str) -> None:
    """Free of charge and no charge are one thing."""
    finding = find(claim)
    assert finding.mismatches == ()
    assert finding.verdict in {Verdict.SUPPORTED, Verdict.PARTIALLY_SUPPORTED}
    assert not any(span.text in {"no", "not", "against", "no charge"} for span in finding.missing)


VOICES = """The mayor of Pell seldom attends the meetings of the council. Opponents claim that the ferry company has bribed two inspectors. It is a myth that the lighthouse is haunted.
The harbour may have closed its northern gate. The school in Osk will reopen on 4 May with forty pupils.
Correction: we said that the Harbour Party had won the seat of Pell. Traffic on Weir Road could rise sharply.
The council hopes to pave the towpath. A report that the tax office of Osk had been hit as well turned out to be wrong. The board declined to blame Holt for the missed deadline.
A new wall that might have saved the quay was due to be finished in 2022 but has been delayed by a dispute over costs. The works at the lock will take place in the spring.
Orr Lines is considering a new yard near Velmoor. The harbour bank left its main rate for savers unchanged at 4.25 percent, defying hopes of a cut."""
VOICED = page_of(VOICES)


@pytest.mark.parametrize(
    ("claim", "verdict", "said"),
    [
        ("The mayor of Pell attends the meetings of the council.", Verdict.PARTIALLY_SUPPORTED, "seldom"),
        ("The ferry company has bribed two inspectors.", Verdict.PARTIALLY_SUPPORTED, "claim"),
        ("The lighthouse is haunted.", Verdict.PARTIALLY_SUPPORTED, "myth"),
        ("The harbour has closed its northern gate.", Verdict.PARTIALLY_SUPPORTED, "may"),
        ("The Harbour Party won the seat of Pell.", Verdict.PARTIALLY_SUPPORTED, "we said"),
        ("The tax office of Osk was hit as well.", Verdict.PARTIALLY_SUPPORTED, "turned out to be wrong"),
        ("Traffic on Weir Road will rise sharply.", Verdict.PARTIALLY_SUPPORTED, "could"),
        ("The council will pave the towpath.", Verdict.PARTIALLY_SUPPORTED, "hopes"),
        ("Traffic on Weir Road could rise sharply.", Verdict.SUPPORTED, ""),
        (
            "A new wall for the quay, due in 2022, has been delayed by a dispute over costs.",
            Verdict.SUPPORTED,
            "",
        ),
        ("The works at the lock are taking place in the spring.", Verdict.SUPPORTED, ""),
        ("Orr Lines is to get a new yard near Velmoor.", Verdict.PARTIALLY_SUPPORTED, "considering"),
        ("Orr Lines is considering a new yard near Velmoor.", Verdict.SUPPORTED, ""),
        (
            "The harbour bank cut its main rate for savers to 4.25 percent.",
            Verdict.PARTIALLY_SUPPORTED,
            "left its main rate for savers unchanged",
        ),
        ("The bank's main rate for savers stays at 4.25 percent.", Verdict.SUPPORTED, ""),
        ("The works at the lock took place in the spring.", Verdict.PARTIALLY_SUPPORTED, "will"),
        ("The board declined to blame Holt, who missed the deadline.", Verdict.SUPPORTED, ""),
        ("Opponents claim that the ferry company has bribed two inspectors.", Verdict.SUPPORTED, ""),
        ("The school in Osk will reopen on 4 May with forty pupils.", Verdict.SUPPORTED, ""),
    ],
)
def test_what_a_page_only_reports_or_supposes_is_not_its_own_statement(
    claim: str, verdict: Verdict, said: str
) -> None:
    """The word that takes it out of the page's own voice is named; a claim that has it too says the same."""
    finding = judge(Question("courier", "c", claim), VOICED, None).finding
    assert finding.verdict is verdict
    assert said in finding.explanation


ASIDE = """The mayor, who intends to retire, opened the new library in Osk on Friday. The building, considered a masterpiece, has 300 rooms.
The firm in Pell postponed its results and dismissed 40 workers. Tenants called for a rent freeze. Neither union accepted the offer."""
ASIDES = page_of(ASIDE)


@pytest.mark.parametrize(
    "claim",
    [
        "The mayor opened the new library in Osk.",
        "The building has 300 rooms.",
        "The firm in Pell dismissed 40 workers.",
        "Tenants demanded a rent freeze.",
        "No union accepted the offer.",
    ],
)
def test_a_verb_speaks_of_its_own_clause_alone(claim: str) -> None:
    """Who intends to retire has opened the library, and what is demanded is called for."""
    assert judge(Question("courier", "c", claim), ASIDES, None).finding.verdict is Verdict.SUPPORTED


LATER = """The mayor, Anna Bell, would sign the budget by Friday. The crews still have to approve the agreement on pay.
Brisk Ferries declined to say whether it had paid the hackers of Osk. Landslides had not reached the village of Orr by noon.
It was one of the worst years of the yard in Pell. The three parties have a majority in the council.
The prize for sails was not given, for the first time since 1998. The findings of the yard have not been reviewed."""
LATER_PAGE = page_of(LATER)


@pytest.mark.parametrize(
    ("claim", "cue"),
    [
        ("The crews have approved the agreement on pay.", "have to"),
        ("Brisk Ferries paid the hackers of Osk.", "whether"),
        ("Anna Bell, the mayor, signed the budget.", "would"),
    ],
)
def test_what_has_not_happened_yet_is_supported_by_no_plan(claim: str, cue: str) -> None:
    """The word that makes it a plan or leaves it open is named."""
    finding = judge(Question("courier", "c", claim), LATER_PAGE, None).finding
    assert finding.verdict is Verdict.PARTIALLY_SUPPORTED
    assert f"“{cue}”" in finding.explanation


@pytest.mark.parametrize(
    "claim",
    [
        "The mayor, Anna Bell, has not yet signed the budget.",
        "No one died at the yard in Pell that year.",
        "No prize for sails was given, for the first time since 1998.",
        "The findings of the yard have yet to be reviewed.",
        "Landslides kept help from reaching the village of Orr.",
    ],
)
def test_a_true_denial_in_other_words_is_not_contradicted(claim: str) -> None:
    """What is to come has not happened; "no one" is no number; who is kept from it does not reach it."""
    assert (
        judge(Question("courier", "c", claim), LATER_PAGE, None).finding.verdict is not Verdict.CONTRADICTED
    )


def test_a_refusal_that_the_page_does_not_tell_is_doubted() -> None:
    """A claim denies by verbs too."""
    finding = judge(
        Question("courier", "c", "Anna Bell, the mayor, refused to sign the budget."), LATER_PAGE, None
    ).finding
    assert finding.verdict is Verdict.PARTIALLY_SUPPORTED
    assert [span.text for span in finding.missing] == ["refused to sign"]


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The harbour study backs the board's plan to dredge the Orr.", Verdict.CONTRADICTED),
        (
            "The harbour office has confirmed that the gate fails in one of 900 tides.",
            Verdict.PARTIALLY_SUPPORTED,
        ),
        ("The gate fails in one of 900 tides, the dredgers say.", Verdict.SUPPORTED),
        ("The keeper's gate is not only old but slow.", Verdict.SUPPORTED),
    ],
)
def test_what_the_page_denies_of_the_same_is_not_supported(claim: str, verdict: Verdict) -> None:
    """In whatever sentence of the evidence, and by whatever verb; it differs where that sentence tells most of the claim."""
    text = """The harbour study does not support the plan of the board to dredge the Orr.
The tides grew in May. According to the dredgers, the gate fails in one of 900 tides. The harbour office has not confirmed that.
The keeper's gate is not only old but also slow."""
    page = page_of(text)
    assert judge(Question("courier", "c", claim), page, None).finding.verdict is verdict


@pytest.mark.parametrize("who", ["United Nations", "University of Osk", "unions", "lower house"])
def test_no_name_denies(who: str) -> None:
    """What begins with "un" need not be a denial: the page says of each that it examined the offer."""
    text = (
        f"The {who} examined the pay offer on Monday and published a report. The weather stayed mild all week. "
        "Shops on the square opened at nine. A choir sang in the hall. The bakery sold rolls."
    )
    page = page_of(text)
    claim = f"The {who} did not look at the pay offer on Monday and published a report."
    found = judge(Question("courier", "c", claim), page, None).finding
    assert (found.verdict, found.is_doubtful) == (Verdict.PARTIALLY_SUPPORTED, True)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            (
                "Your licence may be revoked if the harbour board can prove that you sold fish from the reserve. Selling fish from "
                "the reserve is considered a breach of the rules. The ferry from Osk ran late all week. Shops opened at nine."
            ),
            (
                "A fishing licence may not be revoked if the harbour board can prove that its holder sold fish from the reserve, "
                "which is considered a breach of the rules."
            ),
        ),
        (
            "The crew said that in the end they were towed back to Osk by the coastguard on Sunday.",
            "The crew said that they were not towed back to Osk by the coastguard on Sunday.",
        ),
        (
            "Petra Voss amassed the largest collection of shells in Osk, and it never would have grown without the ferry.",
            "The collection that Petra Voss amassed was not the largest collection of shells in Osk.",
        ),
        (
            (
                "The diocese has put Ida Lund in charge of 14 parishes in Osk. She may baptise people but not celebrate Mass. "
                "Two priests had turned the job down."
            ),
            "Ida Lund may not baptise people in the 14 parishes in Osk that she was put in charge of.",
        ),
    ],
    ids=["what may be", "the end", "another clause", "behind but"],
)
def test_a_denial_of_something_else_is_none_of_the_claims(text: str, claim: str) -> None:
    """What is open does not tell that it may not be, and a denial elsewhere in the sentence denies something else."""
    page = page_of(text)
    assert judge(Question("courier", "c", claim), page, None).finding.verdict is not Verdict.SUPPORTED
