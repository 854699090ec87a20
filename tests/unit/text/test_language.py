"""The language of a text, where its script or its commonest words tell it."""

import pytest

from claimcheck.text.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council said that the ferry to the island will be paid for by the state.", "en"),
        ("Der Rat sagte, dass die Fähre auf die Insel von dem Land und der Stadt bezahlt wird.", "de"),
        ("Le conseil a dit que le ferry pour les îles sera payé par la ville et par une région.", "fr"),
        ("El consejo dijo que el barco para la isla lo pagan la ciudad y los vecinos de la costa.", "es"),
        ("Il consiglio ha detto che il traghetto per le isole non è della città, ma di una banca.", "it"),
        ("O conselho disse que o barco para as ilhas não foi pago com o dinheiro da cidade.", "pt"),
        (
            "De raad zei dat het veer naar de eilanden niet door de stad wordt betaald, maar door het land.",
            "nl",
        ),
        (
            "Rada orzekła, że prom na wyspę nie jest opłacany przez miasto, ale że zapłaci za to państwo.",
            "pl",
        ),
        ("Совет решил, что паром на остров оплатит область.", "ru"),
        ("Το συμβούλιο αγόρασε τρία πλοία.", "el"),
        ("市议会决定购买三艘渡轮。", "zh"),
        ("市議会は三隻のフェリーを買うことを決めました。", "ja"),
        ("시의회는 여객선 세 척을 사기로 했다.", "ko"),
        ("قرر المجلس شراء ثلاث عبارات.", "ar"),
        ("המועצה החליטה לקנות שלוש מעבורות.", "he"),
        ("परिषद ने तीन नौकाएँ खरीदीं।", "hi"),
        ("สภาเมืองซื้อเรือข้ามฟาก", "th"),
    ],
)
def test_prose_tells_its_language(text: str, language: str) -> None:
    """A sentence is enough, for a script of its own even a short one; the same holds for a long text."""
    assert detect_language(text) == language
    assert detect_language(f"{text} " * 500) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Zahl der Boote hat sich verdoppelt.", "de"),
        ("It was the best of times.", "en"),
        ("El precio de la leche es alto.", "es"),
    ],
)
def test_a_short_sentence_tells_its_language_by_three_words(text: str, language: str) -> None:
    """Where hardly any is another's: a claim is rarely longer."""
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,234 5.6 %",
        "🚢🚢🚢",
        "The ferry sails.",
        "Ilse Brandvik",
        "Er ist in der Stadt",
        "De Boer wins in La Plata",
        "Brandvik Thune Osk Pell Larn Velmoor Nordlys Tern Anka Roth",
    ],
)
def test_a_few_words_tell_no_language(text: str) -> None:
    """A phrase, a list of names or numbers alone belong to none."""
    assert detect_language(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The council said that it will buy the ferry from the yard (Фьорд) in the north of the country.",
        "The mayor told the council that the sign 渡轮 is not on the ferry, as it was in the plan.",
    ],
)
def test_a_foreign_word_changes_no_language(text: str) -> None:
    """A name in another script within English prose leaves it English."""
    assert detect_language(text) == "en"
