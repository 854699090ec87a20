"""True claims, told from another side, that look like contradictions: none is called one."""

import pytest
from tests.plain import page_of

from claimcheck.judge.finding import judge
from claimcheck.judge.questions import Question
from claimcheck.model import Finding, Verdict


def find(source: str, claim: str) -> Finding:
    page = page_of(source)
    return judge(Question("courier", "c", claim), page, None).finding


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        # another thing is denied
        ("Exports to Osk rose 4% while those to Pell fell 7%.", "Exports to Pell did not rise."),
        ("Two libraries will close but the museum will stay open.", "The museum will not close."),
        ("The court convicted Hall and acquitted Price.", "Price was not convicted."),
        (
            "She will not run for mayor in 2024 but plans to run for mayor in 2028.",
            "She plans to run for mayor in 2028.",
        ),
        ("He did not attend the dinner but attended the concert.", "He attended the concert."),
        (
            "The council kept the fare at 2 crowns for pupils but raised it to 3 crowns for adults.",
            "The fare for pupils was not raised.",
        ),
        (
            "The ministry licensed the vaccine for cattle in 2019 and for sheep in 2022.",
            "The vaccine was not licensed for sheep in 2019.",
        ),
        (
            "The governor lifted the alert for Osk on Wednesday but left it in force for Pell.",
            "On Wednesday the alert for Pell was not lifted.",
        ),
        (
            "The museum in Osk bought the ten masks in 1903 from a British dealer.",
            "The museum did not buy the masks from Benua itself.",
        ),
        (
            "Ruth Cheb won the Osk marathon, while Olga Petri gave up. Of 39,000 starters, 36,270 reached the finish.",
            "Petri did not reach the finish.",
        ),
        # what is denied of another value
        ("The shares closed at 88 crowns on Friday.", "The shares did not close at 100 crowns on Friday."),
        (
            "If the union rejects the offer by midnight on Friday, the strike will begin on Monday at six.",
            "Even if the offer is rejected, the strike does not begin on Saturday.",
        ),
        # twice denied is told
        ("All bridges over the Osk were closed on Friday.", "No bridge over the Osk was open on Friday."),
        (
            "The skipper was tested for drugs and the result was negative.",
            "The skipper did not test positive.",
        ),
        (
            "The law will not apply to houses finished after 2015.",
            "The law applies to houses finished in 2015 or earlier.",
        ),
        # denied for now
        ("The keeper needs two more counts to be sure.", "The keeper is not sure yet."),
        # the rest
        ("62 percent of firms export.", "38 percent of firms do not export."),
        ("The judge freed three of the six men and held the others.", "Three men were not freed."),
        ("62% of voters voted.", "38% of voters did not vote."),
        ("Four of the seven hostages were freed.", "Three of the seven hostages were not freed."),
        # a part and its whole
        ("Only two of the town's 14 bridges were damaged.", "Two bridges were damaged."),
        ("85% of the union's 12,000 members took part.", "10,200 members took part."),
        (
            "The storm killed 14 people in Osk, nine in Pell and six in Orr.",
            "In all, the storm killed 29 people.",
        ),
        # dates that follow
        ("The club won the cup in 2010, a year after it lost the final.", "The club lost the final in 2009."),
        ("The bridge was built in 1950 and widened 20 years later.", "The bridge was widened in 1970."),
        ("Born in 1950, she won the prize at the age of 40.", "She won the prize in 1990."),
        ("Schools closed on Friday and reopened three days later.", "Schools reopened on Monday."),
        ("The bridge opens in May.", "The bridge has not opened yet."),
        ("The fair opens on 3 May and runs until 14 September.", "The fair closes on 14 September."),
        (
            "The 11-kilometre tram line cost 520 million crowns and opened on 9 September, two years late.",
            "The tram line was due to open two years earlier.",
        ),
        (
            "The ferry left Pell at 11:40 p.m. on Saturday and was due at 6 a.m.",
            "The ferry left Pell on Saturday and was due at 6 a.m. on Sunday.",
        ),
        (
            "Water use on farms has been cut by half, but households face no limits before October.",
            "Households may use water without limits in September.",
        ),
        (
            "The hospital will close its maternity ward on 31 December for want of midwives.",
            "From January the hospital will no longer have a maternity ward.",
        ),
        (
            "The firm sold 310,000 cars in 2024, of which 93,000 were electric. The year before it had been 290,000, with 58,000 electric.",
            "The firm sold 35,000 more electric cars than in 2023.",
        ),
        # values that follow
        (
            "Net profit fell 20 percent to 48 million euros, although revenue rose from 500 million to 540 million.",
            "Net profit dropped by 12 million euros.",
        ),
        (
            "Queen Ilse reigned from 1412 until her death in 1459. She came to the throne after her brother, who had ruled for two years.",
            "Ilse was on the throne for 47 years.",
        ),
        (
            "Builders started work on 18,000 homes, 40 percent fewer than in 2021. Two thirds of them were flats. The target of 35,000 homes a year was missed.",
            "The target was missed by 17,000 homes.",
        ),
        (
            "The film sold 210,000 tickets in its first week.",
            "On average 30,000 tickets a day were sold in the first week.",
        ),
        (
            "Hackers copied the data of 1.3 million customers. About 4 percent of its customers are affected.",
            "The firm has about 32.5 million customers.",
        ),
        (
            "The mill will cut 1,150 jobs, about 8% of its workforce, and close its yard, which employs 430 people.",
            "The mill employs about 14,000 people.",
        ),
        (
            "Rain reached 210 millimetres in two days, about twice the usual amount for the month.",
            "About 105 millimetres of rain is usual for the month.",
        ),
        (
            "Catches rose from 12,000 tonnes in 1977 to 340,000 tonnes in 1990, then fell by about 40 percent.",
            "Catches fell to about 200,000 tonnes.",
        ),
        (
            "Exports earned Osk $160 million in 2019, a tenth of its total.",
            "Total exports of Osk were about $1.6 billion in 2019.",
        ),
        (
            "The 11.6-kilometre line cost 520 million euros.",
            "The line cost about 45 million euros per kilometre.",
        ),
        (
            "Profit fell to $310 million from $355 million. Sales of pumps fell by a third.",
            "Profit fell 13%.",
        ),
        (
            "Sales in fiscal 2023 were $5.6 billion, up from $5.1 billion.",
            "Sales in fiscal 2022 were $5.1 billion.",
        ),
        (
            "The studio's second game sold 700,000 copies. The first had sold 3.5 million.",
            "The second game sold worse than the first.",
        ),
        (
            "The study tested 240 bees, of which 36 died before the end.",
            "Most of the bees survived until the end of the study.",
        ),
        # the other side of a contest or a comparison
        (
            "Mia Lund was elected mayor with 54.3% of the vote, defeating Carl Ruz, who won 41.8%.",
            "Carl Ruz lost to Mia Lund.",
        ),
        ("Voters rejected the plan by 58% to 42%.", "Only 42% of voters supported the plan."),
        (
            "The team has lost seven of its last nine games.",
            "The team has won only two of its last nine games.",
        ),
        ("Rents in Pell rose faster than in Osk.", "Rents in Osk did not rise as fast as in Pell."),
        ("Osk Rovers beat Pell United 2-0 on Friday.", "Pell United lost 2-0."),
        (
            "Unemployment is higher in the south than in the north.",
            "Unemployment is lower in the north than in the south.",
        ),
        ("The crown rose against the mark on Friday.", "The mark fell against the crown."),
        # since when
        ("The club has not won a title since 1987.", "The club last won a title in 1987."),
        ("The volcano last erupted in 1950.", "The volcano has not erupted since 1950."),
        # points
        ("The bank cut its forecast to 2.4% from 2.9%.", "The bank cut its forecast by 0.5 points to 2.4%."),
    ],
)
def test_what_is_told_from_another_side_is_no_contradiction(source: str, claim: str) -> None:
    """It may come out as supported in part: that says less, and nothing wrong."""
    assert find(source, claim).mismatches == ()


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("Exports to Osk rose 4% while those to Pell fell 7%.", "Exports to Osk did not rise 4%."),
        ("The museum will not close, the council said.", "The museum will close."),
        ("The plant had been asked and did not reply to the council.", "The plant replied to the council."),
        (
            "Four of the seven hostages were freed on Monday.",
            "Five of the seven hostages were freed on Monday.",
        ),
        ("The crown rose against the mark on Friday.", "The crown fell against the mark on Friday."),
        (
            "The council kept the fare for pupils but raised the fare for adults.",
            "The council did not raise the fare for adults.",
        ),
        (
            "The ministry licensed the vaccine for cattle in 2019.",
            "The ministry did not license the vaccine for cattle in 2019.",
        ),
        (
            "Carl Ruz won the election with 41.8% of the vote.",
            "Carl Ruz lost the election with 41.8% of the vote.",
        ),
        (
            "The mill will cut 1,150 jobs, about 8% of its workforce.",
            "The mill will cut 1,350 jobs, about 8% of its workforce.",
        ),
        (
            "Unemployment is higher in the south than in the north.",
            "Unemployment is lower in the south than in the north.",
        ),
        (
            "The bridge was built in 1950 and widened 20 years later.",
            "The bridge was built in 1960 and widened 20 years later.",
        ),
    ],
)
def test_what_differs_is_one_still(source: str, claim: str) -> None:
    """The same sentences, and claims that are wrong."""
    assert find(source, claim).verdict is Verdict.CONTRADICTED
