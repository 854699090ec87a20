"""Numbers as news writes them: value, unit, how they are bent, and when two of them agree."""

import pytest

from claimcheck.text.agreement import Agreement, compare_numbers
from claimcheck.text.numbers import Bound, find_numbers

SAME, DIFFERENT, UNSURE = Agreement.SAME, Agreement.DIFFERENT, Agreement.UNSURE


def compare(claim: str, source: str) -> Agreement:
    """Compare the only number of two texts."""
    (mine,), (theirs,) = find_numbers(claim), find_numbers(source)
    return compare_numbers(mine, theirs)


# --- reading --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        # separators, English, continental and with blanks that break no line
        ("1,234.5 hectares", 1234.5, "hectare"),
        ("a three-and-a-half-year deal", 3.5, "year"),
        ("sales halved", 50, "%"),
        # dollars of other countries
        ("A$5 million", 5e6, "A$"),
        ("C$20m", 2e7, "C$"),
        ("US$20m", 2e7, "$"),
        ("one in every five children", 20, "%"),
        ("1.234,5 Hektar", 1234.5, "hectare"),
        ("1 234 homes", 1234, ""),
        ("1\u00a0234 homes", 1234, ""),
        ("1\u202f234\u202f567 homes", 1_234_567, ""),
        ("1,234,567 homes", 1_234_567, ""),
        ("1.234.567 homes", 1_234_567, ""),
        ("2,022 homes", 2022, ""),
        ("12,5 Prozentpunkte", 12.5, ""),
        ("two and a half million homes", 2.5e6, ""),
        ("one and a half percent", 1.5, "%"),
        ("2 and a half hours", 2.5, "hour"),
        ("tens of thousands of homes", 2e4, ""),
        ("hundreds of thousands of homes", 2e5, ""),
        ("0.5 grams", 0.5, "gram"),
        ("It sold 5.", 5, ""),
        ("(17)", 17, ""),
        ("-5 degrees", -5, ""),
        ("−5 degrees", -5, ""),
        # other languages
        ("2,5 Mrd. Euro", 2.5e9, ""),
        ("48 Prozent", 48, "%"),
        ("12 por ciento", 12, "%"),
        ("12 pour cent", 12, "%"),
        ("12 procent", 12, "%"),
        ("2,4 milliards d’euros", 2.4e9, "€"),
        ("30 millones de euros", 30e6, "€"),
        ("1,2 miljard euro", 1.2e9, "€"),
        # a share in words
        ("one in five", 20, "%"),
        ("99 of every 100", 99, "%"),
        ("two out of a hundred", 2, "%"),
        # money and its scales
        ("$12.9bn", 12.9e9, "$"),
        ("$129bn", 129e9, "$"),
        ("$1.2bn", 1.2e9, "$"),
        ("$1.5 billion", 1.5e9, "$"),
        ("US$ 40 million", 40e6, "$"),
        ("5 million dollars", 5e6, "$"),
        ("$150,000", 150_000, "$"),
        ("€7.5 million", 7.5e6, "€"),
        ("£21m", 21e6, "£"),
        ("3 crore", 3e7, ""),
        ("3.2m homes", 3.2e6, ""),
        ("100k readers", 100_000, ""),
        # shares and points of them
        ("3.5%", 3.5, "%"),
        ("3.5 %", 3.5, "%"),
        ("3.5 percent", 3.5, "%"),
        ("3.5 per cent", 3.5, "%"),
        ("five percent", 5, "%"),
        ("3.5 percentage points", 3.5, "pp"),
        ("3.5 % points", 3.5, "pp"),
        ("2 percentage point", 2, "pp"),
        # words
        ("thirty days", 30, "day"),
        ("twenty-five ships", 25, ""),
        ("two dozen eggs", 24, ""),
        ("a dozen eggs", 12, ""),
        ("one hundred and twenty ships", 120, ""),
        ("three hundred thousand ships", 300_000, ""),
        ("one million ships", 1e6, ""),
        ("nineteen hundred seats", 1900, ""),
        ("twice", 2, "x"),
        ("it doubled", 2, "x"),
        # parts of a whole
        ("half of them", 50, "%"),
        ("two-fifths", 40, "%"),
        ("three quarters", 75, "%"),
        ("a quarter of them", 25, "%"),
        ("half a million", 500_000, ""),
        ("half a million dollars", 500_000, "$"),
        ("a quarter of a billion euros", 250_000_000, "€"),
        ("half a percentage point", 0.5, "pp"),
        # places in a row
        ("the first", 1, "th"),
        ("the second", 2, "th"),
        ("the third", 3, "th"),
        ("the fifth", 5, "th"),
        ("the tenth", 10, "th"),
        ("the 3rd", 3, "th"),
        ("the 21st", 21, "th"),
        ("second-largest", 2, "th"),
        ("the third quarter", 3, "th"),
        # counts in a compound, after a clock time and beside a date
        ("a 15-year-old", 15, ""),
        ("30,000-strong", 30_000, ""),
        ("at 10:30 there were 20", 20, ""),
        ("12 hours", 12, "hour"),
        ("a 12-month ban", 12, "month"),
        ("twenty years", 20, "year"),
        ("aged 30 years old", 30, ""),
        ("must cover 35 percent", 35, "%"),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, value: float, unit: str) -> None:
    """Digits, words and signs of one amount come to the same value and unit."""
    (number,) = find_numbers(text)
    assert (number.value, number.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5G",
        "in 4K",
        "an F-35",
        "the game Half-Life",
        "COVID-19",
        "10 a.m.",
        "3pm",
        "10:30",
        "no one, one of them",
        "last quarter",
        "a quarter-final",
        "half as much",
        "on 7 August 2022",
        "Aug. 7, 2022",
        "in 2022",
        "the 2010s",
        "the class of '98",
        "someone often",
        "metres per second",
        "wonder, tent, sixteenish",
    ],
)
def test_names_times_dates_and_pronouns_are_no_numbers(text: str) -> None:
    """What counts nothing is not read as a count."""
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("by 51–50", [51, 50]),
        ("by 51-50", [51, 50]),
        ("from 10 to 5", [10, 5]),
        ("at 4.25%-4.5%", [4.25, 4.5]),
        ("of 3°-5°", [3, 5]),
        ("a 2-to-1 ruling", [2, 1]),
        ("by two to one", [2, 1]),
        ("one to one", []),
        ("in 2020, 35 of 40", [35, 40]),
        ("first, second and third", [1, 2, 3]),
        ("12, 13 and 14", [12, 13, 14]),
    ],
)
def test_numbers_in_a_row_are_read_one_by_one(text: str, values: list[float]) -> None:
    """Scores, ranges and lists are several numbers, in order."""
    assert [number.value for number in find_numbers(text)] == values


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It earned 6.2 million euros, against a loss of 11.4 million a year earlier.", ["€", "€"]),
        ("It paid $3 billion, up from 2 billion.", ["$", "$"]),
        ("It earned 6.2 million euros from 11.4 million tickets.", ["€", ""]),
        ("It earned 6.2 million euros from 11 ships.", ["€", ""]),
        ("It earned 11.4 million, and 6.2 million euros before.", ["", "€"]),
    ],
)
def test_millions_without_a_noun_are_of_the_currency_before(text: str, units: list[str]) -> None:
    """A currency is named once; where a noun follows, that is counted."""
    assert [number.unit for number in find_numbers(text)] == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Turnout is put at 71 percent, up from 66.", ["%", "%"]),
        ("a margin of 1 to 2 percent this year instead of 4 to 5, it said", ["%", "%", "%", "%"]),
        ("48 percent on 60 mg, against 29 on placebo", ["%", "", "%"]),
        ("12 percent of the boats, against 40 boats in May", ["%", ""]),
        ("It fell 3 percent in 2020 to 45.", ["%", ""]),
        ("It fell from 66, by 3 percent.", ["", "%"]),
        ("Almost 3 percent have gone: their number fell from 43 to 26.", ["%", "", ""]),
        ("Sales slipped 6 percent to 118,000, and storms came.", ["%", ""]),
    ],
)
def test_what_a_percentage_is_compared_with_is_one(text: str, units: list[str]) -> None:
    """It is named once; where a noun follows, that is counted."""
    assert [number.unit for number in find_numbers(text)] == units


def test_a_number_is_cut_out_where_it_stands() -> None:
    """The offsets slice the number and its unit, and no more, out of the text."""
    text = "It paid about $12.9bn for 3.2m homes, two dozen ships and 3.5 percent of Osk."
    numbers = find_numbers(text)
    assert [number.text for number in numbers] == ["$12.9bn", "3.2m", "two dozen", "3.5 percent"]
    assert all(text[number.start : number.end] == number.text for number in numbers)


def test_a_few_hundred_are_several() -> None:
    """Any count of hundreds may be meant."""
    (number,) = find_numbers("a few hundred votes")
    assert (number.value, number.bound) == (200, Bound.AT_LEAST)
    (number,) = find_numbers("a hundred votes")
    assert (number.value, number.bound) == (100, Bound.EXACT)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("70 boats", Bound.EXACT),
        ("jusqu'à 70 boats", Bound.AT_MOST),
        ("jusqu’à 70 boats", Bound.AT_MOST),
        ("not more than 70 boats", Bound.AT_MOST),
        ("not less than 70 boats", Bound.AT_LEAST),
        ("about 70 boats", Bound.ABOUT),
        ("some 70 boats", Bound.ABOUT),
        ("some thirty boats", Bound.ABOUT),
        ("an estimated 70 boats", Bound.ABOUT),
        ("nearly 70 boats", Bound.ABOUT),
        ("almost half", Bound.ABOUT),
        ("half", Bound.ABOUT),
        ("a third of them", Bound.ABOUT),
        ("70 or so", Bound.ABOUT),
        ("more than 70 boats", Bound.AT_LEAST),
        ("More than 70 boats", Bound.AT_LEAST),
        ("at least 70 boats", Bound.AT_LEAST),
        ("over 70 boats", Bound.AT_LEAST),
        ("no fewer than 70 boats", Bound.AT_LEAST),
        ("as few as 70 boats", Bound.AT_LEAST),
        ("70 or more", Bound.AT_LEAST),
        ("70+ boats", Bound.AT_LEAST),
        ("hundreds of boats", Bound.AT_LEAST),
        ("up to 70 boats", Bound.AT_MOST),
        ("as many as 70 boats", Bound.AT_MOST),
        ("fewer than 70 boats", Bound.AT_MOST),
        ("less than a third", Bound.AT_MOST),
        ("no more than 70 boats", Bound.AT_MOST),
        ("70 or fewer", Bound.AT_MOST),
        ("the third boat", Bound.EXACT),
    ],
)
def test_words_beside_a_number_bend_it(text: str, bound: Bound) -> None:
    """A number says whether it is exact, rounded, the least or the most."""
    (number,) = find_numbers(text)
    assert number.bound is bound


# --- comparing ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "source", "agreement"),
    [
        # one amount, written in two ways
        ("30 days", "thirty days", SAME),
        ("24 eggs", "two dozen eggs", SAME),
        ("1,234.5", "1.234,5", SAME),
        ("1,000", "1.000", SAME),  # on a page that is translated
        ("1,200", "1.000", DIFFERENT),
        ("3.5%", "3.5 percent", SAME),
        ("40 %", "two-fifths", SAME),
        ("$150,000", "150,000 dollars", SAME),
        ("$1.5 billion", "$1,500 million", SAME),
        ("third", "3rd", SAME),
        (
            "fell 3.5 percent",
            "rose 3.5 percent",
            SAME,
        ),  # the number agrees; the direction is not its business
        # other amounts
        ("30", "two dozen", DIFFERENT),
        ("$12.9bn", "$129bn", DIFFERENT),
        ("15", "50", DIFFERENT),
        ("first", "second", DIFFERENT),
        ("70", "71", DIFFERENT),
        ("1,234", "1,235", DIFFERENT),
        # of different kinds: neither one nor the other
        ("3.5 percent", "3.5 percentage points", UNSURE),
        ("3.5 percent", "3.5", UNSURE),
        ("$40", "£41", UNSURE),
        ("$40", "£40", DIFFERENT),
        ("3", "third", UNSURE),
        ("2", "twice", UNSURE),
        # spans of time
        ("24 hours", "1 day", SAME),
        ("six months", "180 days", SAME),
        ("half a year", "six months", SAME),
        ("a quarter of an hour", "15 minutes", SAME),
        ("a decade", "10 years", SAME),
        ("half-century", "50 years", SAME),
        ("a 12-month ban", "12 months", SAME),
        ("12 years", "12", SAME),
        ("12 months", "13 months", DIFFERENT),
        ("two months", "two days", DIFFERENT),
        ("12 years", "13", UNSURE),
        ("three villages", "three metres", UNSURE),
        ("three metres", "three boats", UNSURE),
        ("240 metres", "240", SAME),
    ],
)
def test_plain_numbers_agree_or_differ(claim: str, source: str, agreement: Agreement) -> None:
    """Exact numbers of one unit agree where their values do; of units that differ, only those of one dimension are compared."""
    assert compare(claim, source) is agreement


@pytest.mark.parametrize(
    ("claim", "source", "agreement"),
    [
        ("1.79", "1.786", SAME),
        ("1.8", "1.786", SAME),
        ("1.8", "1.85", SAME),
        ("1.9", "1.85", SAME),
        ("2 million", "1.786 million", SAME),
        ("two million", "1.9 million", SAME),
        ("two thousand", "2,100", SAME),
        ("$46 million", "$45.7 million", SAME),
        ("1.786", "1.8", UNSURE),
        ("1.9 million", "2 million", UNSURE),
        ("1.7", "1.786", DIFFERENT),
        ("1.78", "1.786", DIFFERENT),
        ("two hundred", "210", DIFFERENT),
        ("2,000", "2,100", DIFFERENT),
        ("3 million", "2.4 million", DIFFERENT),
    ],
)
def test_a_claim_may_round_but_not_sharpen(claim: str, source: str, agreement: Agreement) -> None:
    """The source's number is rounded to the claim's digits; a claim with more digits than its source is unsure."""
    assert compare(claim, source) is agreement


@pytest.mark.parametrize(
    ("claim", "source", "agreement"),
    [
        ("about 50", "47", SAME),
        ("about 300", "287", SAME),
        ("$900 million", "more than $500 million", DIFFERENT),
        ("a few hundred", "412", SAME),
        ("hundreds", "4,100", UNSURE),
        ("more than two hundred", "412", UNSURE),
        ("about 299", "287", UNSURE),
        ("about 12,400", "12,000", UNSURE),
        ("about 8,900", "about 8,300", DIFFERENT),
        ("about 8,900", "8,300", DIFFERENT),
        ("about 300", "350", UNSURE),
        ("about a third", "31 percent", SAME),
        ("within 5 weeks", "within 5 weeks", SAME),
        ("within 5 weeks", "at least 5 weeks", UNSURE),
        ("nearly 50", "47", SAME),
        ("nearly half", "48 %", SAME),
        ("nearly half", "46 percent", SAME),
        ("a third appearance", "33 percent", UNSURE),
        ("a third straight loss", "the third loss", SAME),
        ("a third season", "the third season", SAME),
        ("a third voted", "33 percent", SAME),
        ("a third of them", "33 percent", SAME),
        ("about 50", "42", UNSURE),
        ("about 50", "20", DIFFERENT),
        ("nearly half", "12 percent", DIFFERENT),
        ("more than 70", "76", SAME),
        ("more than 70", "70", SAME),
        ("at least 70", "70", SAME),
        ("more than 70", "more than 76", SAME),
        ("more than 70", "500", UNSURE),
        ("more than 70", "68", DIFFERENT),
        ("more than 70", "7", DIFFERENT),
        ("more than 70", "up to 76", UNSURE),
        ("more than 70", "fewer than 70", UNSURE),
        ("more than 70", "fewer than 60", DIFFERENT),
        ("more than 1.8 million", "1.786 million", DIFFERENT),
        ("up to 300", "290", SAME),
        ("up to 300", "300", SAME),
        ("fewer than 300", "250", SAME),
        ("as many as 300", "280", SAME),
        ("up to 300", "90", UNSURE),
        ("up to 300", "340", DIFFERENT),
        ("up to 300", "up to 340", UNSURE),
        # the source is the vaguer one
        ("76", "more than 70", UNSURE),
        ("47", "nearly 50", UNSURE),
        ("50", "nearly 50", SAME),
        ("500", "about 50", DIFFERENT),
    ],
)
def test_words_beside_a_number_widen_what_agrees(claim: str, source: str, agreement: Agreement) -> None:
    """A claim's "about", "more than" and "up to" take in what lies near, on their own side alone."""
    assert compare(claim, source) is agreement


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from 10 to 18 percent", [(10, "%"), (18, "%")]),
        ("between $3 and 4 million", [(3e6, "$"), (4e6, "$")]),
        ("$3-4 million", [(3e6, "$"), (4e6, "$")]),
        ("from 300,000 to 1.2 million", [(300_000, ""), (1.2e6, "")]),
        ("39 percent to 6.8 million", [(39, "%"), (6.8e6, "")]),
        ("won 3-2", [(3, ""), (2, "")]),
        ("one in ten days", [(10, "day")]),
    ],
)
def test_the_ends_of_a_range_share_their_unit(text: str, values: list[tuple[float, str]]) -> None:
    """The unit and the scale stand at one end alone; what is no range shares nothing."""
    assert [(one.value, one.unit) for one in find_numbers(text)] == values


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("more than 5,000 boats", "nearly 5,000 boats", Agreement.UNSURE),
        ("nearly 5,000 boats", "nearly 5,000 boats", Agreement.SAME),
        ("5,000 boats", "up to 5,000 boats", Agreement.SAME),
        ("900 boats", "hundreds of boats", Agreement.UNSURE),
        ("90 boats", "hundreds of boats", Agreement.DIFFERENT),
        ("40,000 boats", "tens of thousands of boats", Agreement.UNSURE),
    ],
)
def test_bounds_and_vague_words_say_what_they_say(claim: str, source: str, expected: Agreement) -> None:
    """Who says "hundreds" may mean 900, but no 90; "more than" and "nearly" lie on two sides of one number."""
    (mine,), (theirs,) = find_numbers(claim), find_numbers(source)
    assert compare_numbers(mine, theirs) is expected


@pytest.mark.parametrize(
    ("claim", "source", "language"),
    [
        ("mehr als 50 Boote", "53 Boote", "de"),
        ("rund 1.200 Menschen", "1.230 Menschen", "de"),
        ("2 Milliarden Euro", "2.000 Millionen Euro", "de"),
        ("plus de 500 bateaux", "530 bateaux", "fr"),
        ("cerca de 1.000 barcos", "980 barcos", "es"),
        ("bijna 150 boten", "148 boten", "nl"),
        ("oltre 70 barche", "76 barche", "it"),
        ("quase 50 barcos", "48 barcos", "pt"),
    ],
)
def test_bounds_and_thousands_of_other_languages(claim: str, source: str, language: str) -> None:
    """A point divides thousands there, and "mehr als" bends as "more than" does."""
    (mine,), (theirs,) = (find_numbers(text, language=language) for text in (claim, source))
    assert compare_numbers(mine, theirs) is Agreement.SAME
