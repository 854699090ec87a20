"""What comes of what."""

import pytest
from tests.plain import page_of

from claimcheck.details.causes import find_other_causes
from claimcheck.match.query import lay_claim

NEWS = (
    "The monks of Tarn have given up brewing because the youngest of them is 71. "
    "A tenth of the sales must go to the hospice. "
    "Because its servers in Pell had overheated, the tax office put back the deadline by a week. "
    "Nordlys made a loss in March because two ferries came late and it had to charter others. "
    "The museum was forced to shut by the flood. "
    "The truce fell apart in June after each side had moved guns to the border at Sorn. "
    "Buses will run while a bridge is replaced at Ede. The work was put off because the beams arrived late from Halm."
)


def causes(claim: str) -> list[tuple[str, str, bool]]:
    """List the causes that differ, as claim and page have them, and whether that is certain."""
    page = page_of(NEWS)
    found = find_other_causes(lay_claim(claim, page), page, range(len(page.sentences)))
    return [(claim[slice(*one.claim)], NEWS[slice(*one.source)], one.certainty > 0.5) for one in found]


def test_the_cause_is_not_the_effect() -> None:
    """Both are on the page, the other way round."""
    claim = "The servers in Pell overheated because the tax office had put back the deadline."
    assert causes(claim) == [("tax office had put back the deadline", "servers in Pell had overheated", True)]
    assert causes(
        "The putting back of the deadline by the tax office led to overheated servers in Pell."
    ) == [("putting back of the deadline by the tax office", "servers in Pell had overheated", True)]


def test_a_cause_that_stands_elsewhere_too_has_changed_places() -> None:
    """The sentence tells little of it: it is the bridge at Ede that another sentence has."""
    claim = "The beams from Halm arrived late because the work on the bridge at Ede had been put off."
    assert causes(claim) == [("work on the bridge at Ede had been put", "beams arrived late from Halm", True)]


@pytest.mark.parametrize(
    "claim",
    [
        "Each side moved guns to the border at Sorn after the truce had fallen apart.",
        "Only once the truce had fallen apart did each side move guns to the border at Sorn.",
        "The truce fell apart before each side moved guns to the border at Sorn.",
    ],
)
def test_what_came_first_did_not_come_after(claim: str) -> None:
    """The page tells both, the other way round."""
    assert [is_sure for *_, is_sure in causes(claim)] == [True]


def test_another_cause_may_be_a_second_one() -> None:
    """The page gives its own, which the claim does not have: no more than a doubt."""
    claim = "The monks of Tarn have given up brewing because a tenth of the sales had to go to the hospice."
    assert causes(claim) == [("tenth of the sales had to go to the hospice", "youngest of them is 71", False)]


@pytest.mark.parametrize(
    "claim",
    [
        "Because the youngest of them is 71, the monks of Tarn have given up brewing.",
        "Overheated servers in Pell forced the tax office to put back the deadline.",
        "Nordlys made a loss in March after late ferries forced it to charter others.",
        "The monks of Tarn have given up brewing.",
        "The flood forced the closure of the museum.",
        "Before the truce fell apart, each side had moved guns to the border at Sorn.",
        "After each side had moved guns to the border at Sorn, the truce fell apart.",
        "After the truce at Sorn fell apart in June, each side blamed the other.",
    ],
)
def test_the_same_in_another_order_is_the_same(claim: str) -> None:
    """A cause may come first, or by its verb."""
    assert causes(claim) == []
