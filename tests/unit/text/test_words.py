"""Words with their offsets, and the keys under which claim and page are compared."""

import pytest

from claimcheck.text.words import index_keys, key_of, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two ferries, one berth.", ["Two", "ferries", "one", "berth"]),
        ("It paid 1,234 crowns.", ["It", "paid", "1,234", "crowns"]),
        ("It paid 1,234.50 crowns.", ["It", "paid", "1,234.50", "crowns"]),
        ("It paid 1\u202f234 crowns.", ["It", "paid", "1\u202f234", "crowns"]),
        ("Osk's mayor didn’t sail", ["Osk's", "mayor", "didn’t", "sail"]),
        ("the U.S. fleet at 9 a.m. today", ["the", "U.S.", "fleet", "at", "9", "a.m.", "today"]),
        ("the U.S fleet", ["the", "U.S", "fleet"]),
        ("a half-built 5G mast", ["a", "half", "built", "5G", "mast"]),
        ("Fähre, паром, 渡轮", ["Fähre", "паром", "渡轮"]),
        ("end.Start", ["end", "Start"]),
        ("snake_case", ["snake", "case"]),
        ("🚢 — !?", []),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words(text: str, words: list[str]) -> None:
    """Numbers, contractions and abbreviations stay whole, compounds and punctuation do not."""
    found = split_words(text)
    assert [word.text for word in found] == words
    assert all(text[word.start : word.end] == word.text for word in found)


def test_offsets_of_a_stretch_count_in_the_whole_text() -> None:
    """Words of a part of a text are those of the text, where they stand in it."""
    text = "Two ferries sail. Osk waits."
    assert split_words(text, 18) == split_words(text)[3:]
    assert split_words(text, 4, 11) == split_words(text)[1:2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ferry", "Ferries"),
        ("rose", "rises"),
        ("bought", "buying"),
        ("went", "goes"),
        ("seen", "saw"),
        ("women", "woman"),
        ("died", "dead"),
        ("Brandvik's", "Brandvik"),
        ("Brandvik’s", "Brandvik"),
        ("islanders'", "islander"),
        ("US", "U.S."),
        ("US", "USA"),
        ("U.S", "U.S.A."),
        ("UK", "U.K."),
        ("EU", "E.U."),
        ("café", "cafe"),
        ("Göteborg", "GOTEBORG"),
        ("cafe\u0301", "café"),
        ("ﬁshing", "fishing"),
        ("straße", "STRASSE"),
        ("seven", "7"),
        ("ninety", "90"),
        ("1,234", "1234"),
        ("1\u202f234", "1234"),
    ],
)
def test_words_that_mean_the_same_share_a_key(one: str, other: str) -> None:
    """Endings, accents, case, possessives, abbreviations and numerals are no difference."""
    assert key_of(one) == key_of(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US", "us"),
        ("UN", "un"),
        ("1,234", "1,235"),
        ("1.5", "15"),
        ("seven", "seventeen"),
        ("harbour", "harvest"),
    ],
)
def test_words_that_differ_have_keys_that_differ(one: str, other: str) -> None:
    """A country is no pronoun, and a decimal point is no blank."""
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize("word", ["the", "The", "THE", "us", "it's", "didn’t", "not", "said", "of", "s"])
def test_words_without_content_have_no_key(word: str) -> None:
    """Articles, pronouns, auxiliaries, negations and "said" are compared by nobody."""
    assert key_of(word) == ""


def test_the_key_of_a_word_does_not_hang_on_what_came_before() -> None:
    """Case is looked at anew for every word: the pronoun does not hide the country, nor the other way round."""
    text = "us US us U.S. US us"
    assert index_keys(text, [(0, len(text))]) == {"usa": [0, 0, 0]}


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. fleet paid 1,234 crowns, Osk's mayor didn’t sail.",
        "half-built (and “dear”) masts…",
        "line one\nline\ttwo\u00a0three",
        "渡轮 паром",
    ],
)
def test_the_quick_way_to_the_keys_gives_the_same_ones(text: str) -> None:
    """What pages are indexed by and what claims are laid by is one list."""
    keys = [word.key for word in split_words(text) if word.key]
    assert index_keys(text, [(0, len(text))], first=7) == {key: [7] * keys.count(key) for key in keys}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The mayor of Osk met Ilse Brandvik.", ["Osk", "Ilse", "Brandvik"]),
        ("Ferries sail.", []),
        ("“Ferries sail to Osk.”", ["Osk"]),
        ("In May The fleet sailed.", []),
    ],
)
def test_a_name_is_a_capital_that_does_not_begin_the_text(text: str, names: list[str]) -> None:
    """The first word is no name for its capital, and a word without content is none at all."""
    assert [word.text for word in split_words(text) if word.is_name] == names


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Fähren", "Fähre"),
        ("fr", "l’accord", "accords"),
        ("es", "barcos", "barco"),
        ("pt", "navios", "navio"),
        ("it", "dell'accordo", "accordi"),
        ("nl", "schepen", "schepen"),
        ("de", "drei", "3"),
        ("fr", "trois", "3"),
    ],
)
def test_other_languages_have_their_own_stems(language: str, one: str, other: str) -> None:
    """Articles before a vowel go, numerals are numbers."""
    keys = [word.key for word in split_words(f"{one} {other}", language=language)]
    assert keys[0] == keys[1] != ""


@pytest.mark.parametrize(
    ("language", "word"),
    [("de", "und"), ("fr", "les"), ("es", "para"), ("pt", "não"), ("it", "della"), ("nl", "het")],
)
def test_other_languages_have_their_own_stop_words(language: str, word: str) -> None:
    """They carry no content there; in an unknown language, words are read as if it were English."""
    (found,) = split_words(word, language=language)
    assert found.key == ""
    assert split_words("the und", language="sv") == split_words("the und")


@pytest.mark.parametrize("word", ["It'll", "They’ve", "he'd"])
def test_what_a_pronoun_is_joined_to_carries_no_content(word: str) -> None:
    """At the head of a sentence it would look like a name."""
    assert key_of(word) == ""
