"""Whether a text tells a verb as a fact."""

import pytest

from claimcheck.text.factuality import Factuality, denies, factuality_of, find_verbs, is_attribute
from claimcheck.text.words import split_words


@pytest.mark.parametrize(
    ("text", "verb", "told", "cue"),
    [
        ("The yard paid the ransom in May.", "paid", Factuality.FACT, ""),
        ("The yard came close to paying the ransom.", "paying", Factuality.OPEN, "close to"),
        ("The yard declined to say whether it had paid the ransom.", "paid", Factuality.DENIED, "declined"),
        ("The inquiry asks whether the yard paid the ransom.", "paid", Factuality.OPEN, "whether"),
        ("The strike would have grounded 130 flights.", "grounded", Factuality.COMING, "would"),
        ("The crews still have to approve the deal.", "approve", Factuality.COMING, "have to"),
        (
            "The hall was to have been reinforced last year.",
            "reinforced",
            Factuality.COMING,
            "was to have been",
        ),
        ("The probe is to be deliberately crashed.", "crashed", Factuality.COMING, "is to be deliberately"),
        ("The president promised to sign the bill.", "sign", Factuality.OPEN, "promised to"),
        ("The yard agreed to build boats.", "build", Factuality.COMING, "agreed to"),
        ("The yard agreed to build boats but did not.", "build", Factuality.OPEN, "agreed to"),
        ("The yard agreed to shed jobs.", "shed", Factuality.COMING, "agreed to"),
        ("The rise was due to regulated prices.", "regulated", Factuality.FACT, ""),
        ("The crews begged the president to sign it.", "sign", Factuality.OPEN, "begged to"),
        ("About 300 people had to leave their homes.", "leave", Factuality.FACT, ""),
        ("The crews still had to approve the deal.", "approve", Factuality.COMING, "still had to"),
        ("The yard was about to build boats.", "build", Factuality.OPEN, "about to"),
        ("The president managed to sign the bill.", "sign", Factuality.FACT, ""),
        ("The president stopped short of signing it.", "signing", Factuality.OPEN, "of"),
        ("The president nearly signed the bill.", "signed", Factuality.OPEN, "nearly"),
        ("The yard hopes to build boats.", "build", Factuality.OPEN, "hopes"),
        ("The board pressed Orr to sell the yard.", "sell", Factuality.OPEN, "pressed"),
        ("There is no evidence that the records were misused.", "misused", Factuality.DENIED, "no"),
        ("The boat didn’t sink off Osk.", "sink", Factuality.DENIED, "didn't"),
        ("The yard did not say when it paid the ransom.", "paid", Factuality.FACT, ""),
        ("The yard did not pay, but the city paid in May.", "paid", Factuality.FACT, ""),
        ("The soldiers took to the streets to clear them.", "clear", Factuality.FACT, ""),
        ("It is not only cheap but has helped the crews.", "cheap", Factuality.FACT, ""),
        ("Paid in May, the sum is gone.", "Paid", Factuality.FACT, ""),
        ("In May Will Orr paid the ransom.", "paid", Factuality.FACT, ""),
        ("Whether Orr paid the ransom is not known.", "paid", Factuality.OPEN, "whether"),
    ],
)
def test_what_governs_a_verb_stands_before_it_in_its_clause(
    text: str, verb: str, told: Factuality, cue: str
) -> None:
    """What is denied, open or to come is told apart from what happened, by the word that says so."""
    words = split_words(text)
    at = next(at for at, word in enumerate(words) if word.text == verb)
    assert factuality_of(text, words, at) == (told, cue)


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The mayor resigned and left.", ["resigned", "left"]),
        ("Prices are falling; the bank will act.", ["falling", "act"]),
        ("The red boat is big.", []),
        ("United Ferries sailed.", ["sailed"]),
        ("Sales shrank, and the firm rebuilt the pier.", ["shrank", "rebuilt"]),
    ],
)
def test_verbs_are_found_by_their_forms_and_helpers(text: str, verbs: list[str]) -> None:
    """No tagger: what is not sure is left out, names above all."""
    words = split_words(text)
    assert [words[at].text for at in find_verbs(words)] == verbs


@pytest.mark.parametrize(
    ("text", "is_one"), [("the missed penalty", True), ("Orr missed it", False), ("missed", False)]
)
def test_a_past_form_before_its_noun_tells_no_event(text: str, *, is_one: bool) -> None:
    """An article or a possessive stands before it."""
    words = split_words(text)
    assert is_attribute(words, next(at for at, word in enumerate(words) if word.text == "missed")) is is_one


def test_what_denies_is_known() -> None:
    """In either spelling of the apostrophe."""
    assert denies(split_words("It isn’t so."))
    assert denies(split_words("Nobody came."))
    assert not denies(split_words("Someone came."))
