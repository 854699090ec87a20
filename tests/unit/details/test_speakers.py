"""Who says what."""

import pytest
from tests.plain import page_of

from claimcheck.details.speakers import find_other_speakers
from claimcheck.match.query import lay_claim


def others(source: str, claim: str) -> list[tuple[str, str]]:
    """List the speakers of a claim, each with who says it in a source."""
    source = f"{source}\nAnita Rowe laughed."
    page = page_of(source)
    found = find_other_speakers(lay_claim(claim, page), page, range(len(page.sentences)))
    return [(claim[slice(*one.claim)], source[slice(*(one.source or (0, 0)))]) for one in found]


PRICE = "the price of the yard in Pell was a third too high"


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        (f"Lars Engel said {PRICE}. Anita Rowe called the deal bold.", "Lars Engel"),
        (f"Lars Engel, who manages a fund that owns 2.4 percent of it, said {PRICE}.", "Lars Engel"),
        (f"The manager of the fund, Lars Engel, said {PRICE}.", "Lars Engel"),
        (f"According to the fund manager Lars Engel {PRICE}.", "Lars Engel"),
        (f"“In the end, {PRICE},” said the fund manager Lars Engel.", "Lars Engel"),
        (f"Lars Engel runs a fund. He later complained that {PRICE}.", "Lars Engel"),
        (f"Its manager Lars Engel was frank: {PRICE}, he said.", "Lars Engel"),
        (f"Fellow owner Lars Engel was frank: {PRICE}, he said.", "Lars Engel"),
        (f"Lars Engel spoke first. It rained. He said {PRICE}.", "Lars Engel"),
        (
            f"“In the end, {PRICE},” said Pell Securities chief executive Lars Engel.",
            "Pell Securities chief executive Lars Engel",
        ),
    ],
)
def test_what_another_says_is_not_what_the_claims_speaker_says(source: str, speaker: str) -> None:
    """However the page names who says it, before or after the words, or in a sentence before."""
    assert others(source, f"Anita Rowe said {PRICE}.") == [("Anita Rowe", speaker)]


@pytest.mark.parametrize(
    "source",
    [
        f"Anita Rowe said {PRICE}. Lars Engel called the deal bold.",
        f"Lars Engel runs a fund. Rowe warned that {PRICE}.",
        f"Lars Engel met Anita Rowe. She said {PRICE}.",  # he or she
        f"The deal was struck on Monday. In the end, {PRICE}.",  # in the page's own voice
        f"It rained. He said {PRICE}.",  # who, is not told
        f"The Georgian film centre had left after he said {PRICE}.",
        f"A man from Osk said {PRICE}.",
        f"On Monday she said {PRICE}.",
    ],
)
def test_nothing_is_said_of_speakers_that_are_the_same_or_not_told(source: str) -> None:
    """A surname is enough, and what nobody is said to say may be anybody's."""
    assert others(source, f"Anita Rowe said {PRICE}.") == []


@pytest.mark.parametrize(
    "claim",
    [
        f"In Pell, {PRICE}.",
        f"A critic of Anita Rowe said {PRICE}.",
        f"In the end, {PRICE} this September, up from nine a year earlier, said the lawyer.",  # a month does not speak
        f"The fund said it never met Rowe and {PRICE}.",
        f"Nobody has to dismiss captain Anita Rowe, said Pell chief executive Lars Engel, though {PRICE}.",
    ],
)
def test_a_claim_without_a_speaker_of_its_own_is_left_alone(claim: str) -> None:
    """Nor is every name beside a verb its speaker."""
    assert others(f"Lars Engel said {PRICE}. Anita Rowe laughed.", claim) == []


@pytest.mark.parametrize(
    ("source", "is_sure"),
    [
        (f"Lars Engel said {PRICE}. Anita Rowe said the deal was bold.", True),
        (f"Lars Engel said {PRICE}. Anita Rowe laughed.", False),  # he may speak for her
        (f"Lars Engel said {PRICE}. Rowe, who owns a boat, warned of the tide.", True),
    ],
)
def test_another_speaker_differs_surely_where_the_claims_own_is_heard_too(
    source: str, *, is_sure: bool
) -> None:
    """A firm speaks by its people; who speaks for himself does not."""
    page = page_of(source)
    query = lay_claim(f"Anita Rowe said {PRICE}.", page)
    (found,) = find_other_speakers(query, page, range(len(page.sentences)))
    assert (found.certainty >= 0.6) is is_sure


QUOTE = "We were not told of it by them"


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (f'"{QUOTE}," Anita Rowe said.', [("Anita Rowe", "Engel")]),
        (f'"{QUOTE}," Lars Engel said.', []),
        (f'The fund put "{QUOTE}" on its ferries, and Anita Rowe said it was working.', []),  # not hers
        ('"We were not", Anita Rowe said.', []),  # too few words to be known again
    ],
)
def test_whoever_says_the_quoted_words_says_them(claim: str, expected: list[tuple[str, str]]) -> None:
    """However few of them carry content, and whatever else the page says of the same."""
    assert others(f"Anita Rowe told of it. “{QUOTE},” Engel said.", claim) == expected


def test_a_firm_may_stand_before_its_speaker() -> None:
    """And the page may have them the other way round."""
    source = f"“In the end, {PRICE},” said Lars Engel, the chief executive of Pell Securities."
    assert others(source, f"{PRICE.capitalize()}, said Pell Securities chief executive Lars Engel.") == []
