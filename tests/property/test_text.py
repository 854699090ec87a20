"""Any text at all: offsets lead back, folding settles, words and sentences lose nothing."""

import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.text.agreement import Agreement, compare_numbers
from claimcheck.text.dates import dates_agree, find_dates
from claimcheck.text.frames import align_tokens, split_tokens
from claimcheck.text.language import detect_language
from claimcheck.text.normal import fold, normalise
from claimcheck.text.numbers import find_numbers
from claimcheck.text.parts import split_parts
from claimcheck.text.sentences import split_sentences
from claimcheck.text.values import find_values
from claimcheck.text.words import index_keys, key_of, split_words

# any character, and often those that the reading of words, values and sentences looks at
texts = st.text(
    st.one_of(
        st.sampled_from("ab Uu.S,;:!?'’“”()-–—\n\t\u00a0\u202f\u0301\u00ad\u200b$€%0123456789"),
        st.characters(),
    ),
    max_size=80,
) | st.lists(
    st.sampled_from(
        "the U.S. us not no never don't can't cannot only more than about nearly up to half third two dozen million "
        "1,234.5 3.5% $12bn 7 Aug. 2022 2010s '98 percentage points 10:30 a.m. and , . Osk ferry “sails” …\n".split(
            " "
        )
    ),
    max_size=12,
).map(" ".join)


@given(texts)
@example("ᾳ\u0345")
@example("ẞﬀ İ \u1e9b\u0323")
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded text has nothing left to fold, in any script."""
    assert fold(fold(text)) == fold(text)


def test_every_character_folds_for_good() -> None:
    """No character of any script, between letters, needs a second folding."""
    characters = [
        character
        for character in map(chr, range(0x110000))
        if unicodedata.category(character) not in {"Cn", "Co", "Cs"}
    ]
    once = fold("".join(f"a{one}b " for one in characters))
    assert fold(once) == once


@given(texts, st.data())
def test_any_span_of_a_folded_text_leads_back(text: str, data: st.DataObject) -> None:
    """The original of a span folds to what holds the span, and spans in order stay in order."""
    normalised = normalise(text)
    assert len(normalised.text) == len(normalised.starts) == len(normalised.ends)
    if not normalised.text:
        return
    start = data.draw(st.integers(0, len(normalised.text) - 1))
    end = data.draw(st.integers(start + 1, len(normalised.text)))
    first, last = normalised.original_span(start, end)
    assert 0 <= first < last <= len(text)
    assert normalised.text[start:end].strip() in fold(text[first:last])
    assert list(normalised.starts) == sorted(normalised.starts)


@given(texts)
def test_words_are_slices_in_order(text: str) -> None:
    """Every letter and digit is in some word, no two words overlap, and the quick list of keys is the same."""
    words = split_words(text)
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))
    covered = {at for word in words for at in range(word.start, word.end)}
    assert all(
        at in covered for at, character in enumerate(text) if character.isalnum() and character.isascii()
    )
    assert sum(map(len, index_keys(text, [(0, len(text))]).values())) == sum(bool(word.key) for word in words)


@given(st.from_regex(r"[A-Za-zéüñ]{3,12}", fullmatch=True))
def test_case_and_possessives_change_no_key(word: str) -> None:
    """A word of three letters or more is one word in capitals, at the start of a sentence and with an 's."""
    if word.upper() != "USA":
        assert key_of(word.lower()) == key_of(word.capitalize()) == key_of(word.upper())
        assert key_of(word) == "" or key_of(word) == key_of(f"{word}'s") == key_of(f"{word}’s")


@given(texts)
def test_sentences_are_slices_in_order_within_their_lines(text: str) -> None:
    """No sentence overlaps another, begins or ends with a blank, or reaches over a line; none but blanks is left."""
    spans = split_sentences(text)
    left = list(text)
    before = 0
    for start, end in spans:
        assert before <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        left[start:end] = " " * (end - start)
        before = end
    assert not "".join(left).strip()


@given(texts)
def test_parts_are_the_whole_text_in_order(text: str) -> None:
    """The parts of a claim, joined, are the claim."""
    assert "".join(text[start:end] for start, end in split_parts(text)) == text


@given(texts)
def test_values_are_slices_in_order_and_agree_with_themselves(text: str) -> None:
    """Numbers and dates do not overlap, are cut out where they stand, and each agrees with itself."""
    values = find_values(text)
    assert all(text[value.start : value.end] == value.text for value in values)
    assert all(one.end <= other.start for one, other in pairwise(values))
    dates = find_dates(text)
    assert all(dates_agree(date, date) for date in dates)
    assert all(compare_numbers(one, one) is Agreement.SAME for one in find_numbers(text, dates))


@given(texts, texts, texts)
def test_values_of_a_stretch_are_those_that_stand_alone(before: str, text: str, after: str) -> None:
    """What stands around a sentence changes nothing of what is read in it."""
    whole, start = f"{before}\n{text}\n{after}", len(before) + 1
    alone = [(value.text, value.start + start, value.meaning) for value in find_values(text)]
    assert [
        (value.text, value.start, value.meaning) for value in find_values(whole, start, start + len(text))
    ] == alone


@given(texts)
def test_a_sentence_has_its_own_frame(text: str) -> None:
    """A text read in tokens aligns with itself from the first to the last of them."""
    tokens = split_tokens(text, (0, len(text)), find_values(text))
    assert list(align_tokens(tokens, tokens)) == tokens
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)


@given(texts)
def test_a_language_is_a_tag_or_nothing(text: str) -> None:
    """Detecting never fails, and says the same of a text and of its capitals turned small."""
    language = detect_language(text)
    assert language is None or language.isalpha()
    assert detect_language(text.lower()) == language


@given(st.integers(1, 10**9), st.integers(1, 6), st.data())
def test_a_number_agrees_with_what_it_was_rounded_from(
    digits: int, decimals: int, data: st.DataObject
) -> None:
    """A claim may round its source to any number of decimals; a unit away from the rounded one it differs."""
    source = Decimal(digits).scaleb(-decimals)
    places = Decimal(1).scaleb(-data.draw(st.integers(0, decimals)))
    rounded = source.quantize(places, ROUND_HALF_UP)
    (theirs,) = find_numbers(f"It was ${source:f} in all")
    (mine,) = find_numbers(f"It was ${rounded:f} in all")
    (other,) = find_numbers(f"It was ${rounded + places:f} in all")
    assert compare_numbers(mine, theirs) is Agreement.SAME
    assert compare_numbers(other, theirs) is Agreement.DIFFERENT


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_reads_the_same_with_and_without_separators(value: int) -> None:
    """Commas, and blanks that break no line, between thousands change no value."""
    plain = f"worth {value}x"
    for text in (f"worth {value:,} all", f"worth {value:,} all".replace(",", "\u202f")):
        assert [number.value for number in find_numbers(text)] == [value], plain
