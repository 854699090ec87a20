"""Notes that correct an article, and articles that merely speak of corrections."""

import pytest

from claimcheck.recognise.corrections import find_correction

STORY = "The ferry stops on 3 November.\nThe board said so on Thursday."


@pytest.mark.parametrize(
    "note",
    [
        "Correction: the ferry stops on 3 November, not 13.",
        "Correction (4 May): the sum was wrong.",
        "* Clarification: the board has nine members.",
        "Editor's note: a name was misspelt.",
        "An earlier version of this article misstated the sum.",
        "Retraction notice (3 October 2024). This article has been retracted.",
        "Korrektur: In einer früheren Fassung stand ein falsches Datum.",
        "Fe de errores. En la primera versión se decía otra cosa.",
        "Rättelse: summan var fel.",
        "Correction, Aug. 17: the sum was wrong.",
        "Oikaisu 18.2. klo 9.12: leveys oli väärin.",
        "ERRAMOS: a baleia media oito metros.",
        "CORRECTING and REPLACING Osk Yard Announces an Order",
        "This paper has been withdrawn by its authors.",
        "La première version de cet article indiquait 18 bateaux.",
        "Исправление: сумма была указана неверно.",
        "【訂正】日付に誤りがありました。",
    ],
)
def test_a_note_is_found_wherever_it_stands(note: str) -> None:
    """At the top, at the end, in many languages."""
    assert find_correction(f"{STORY}\n{note}", "Ferry stops")
    assert find_correction(f"{note}\n{STORY}", "Ferry stops")


@pytest.mark.parametrize(
    "line",
    [
        "The Department of Corrections hired nine people.",
        "Correctional officers went on strike.",
        "A correction on the grain market was overdue, analysts said, and it came.",
        "Corrections and clarifications policy",
        "The captain corrected the course.",
        "An earlier version of the bill was withdrawn in May.",
    ],
)
def test_a_story_about_corrections_has_none(line: str) -> None:
    """Prisons, markets and courses are corrected too."""
    assert not find_correction(f"{STORY}\n{line}", "Ferry stops")


def test_a_headline_is_no_note() -> None:
    """A market's correction may well be the title."""
    title = "Corrección: el trigo cae un 9 %"
    assert not find_correction(f"{title}\n{STORY}", title)
