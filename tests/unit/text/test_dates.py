"""Dates at the precision that they are written with, and when two of them agree."""

from datetime import date

import pytest

from claimcheck.text.dates import dates_agree, find_dates, find_relative_dates


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("Aug. 7, 2022", 2022, 8, 7),
        ("mid-2019", 2019, None, None),
        ("the pre-2008 rules", 2008, None, None),
        ("2022/06/07", 2022, None, None),
        ("August 7, 2022", 2022, 8, 7),
        ("August 7 2022", 2022, 8, 7),
        ("7 August 2022", 2022, 8, 7),
        ("7 Aug 2022", 2022, 8, 7),
        ("the 7th of August 2022", 2022, 8, 7),
        ("2022-08-07", 2022, 8, 7),
        ("07.08.2022", 2022, 8, 7),
        ("7.8.2022", 2022, 8, 7),
        ("Sept. 11, 2001", 2001, 9, 11),
        ("AUGUST 7, 2022", 2022, 8, 7),
        ("3. März 2024", 2024, 3, 3),
        ("1er mars 2024", 2024, 3, 1),
        ("3 de março de 2024", 2024, 3, 3),
        ("3 de marzo", None, 3, 3),
        ("3 maart 2024", 2024, 3, 3),
        ("febbraio 2024", 2024, 2, None),
        ("March 3", None, 3, 3),
        ("3 March", None, 3, 3),
        ("3rd of March", None, 3, 3),
        ("June 12th", None, 6, 12),
        ("August 2022", 2022, 8, None),
        ("August of 2022", 2022, 8, None),
        ("May 5", None, 5, 5),
        ("in 2022.", 2022, None, None),
        ("(2022)", 2022, None, None),
        ("2022’s best", 2022, None, None),
        ("the class of '98", 1998, None, None),
        ("the class of ’98", 1998, None, None),
        ("the summer of ’12", 2012, None, None),
        ("the 2019-20 season", 2019, None, None),
        ("the 2019–2020 season", 2019, None, None),
        ("in 1888", 1888, None, None),
    ],
)
def test_a_date_is_read_as_far_as_it_goes(
    text: str, year: int | None, month: int | None, day: int | None
) -> None:
    """Year, month and day are read in any order; what is not written stays open."""
    (date,) = find_dates(text)
    assert (date.year, date.month, date.day, date.decade) == (year, month, day, False)
    assert text[date.start : date.end] == date.text


@pytest.mark.parametrize("text", ["the 2010s", "the late 2010s,", "2010s-era", "mid-2010s"])
def test_a_decade_is_ten_years(text: str) -> None:
    """A decade is told from its first year."""
    (date,) = find_dates(text)
    assert (date.year, date.decade) == (2010, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "it may 5 times",
        "they march 20 miles",
        "2022 people",
        "2000 votes",
        "some 1500 soldiers",
        "more than 2020 soldiers",
        "$2022",
        "2,022",
        "1999.5",
        "2022%",
        "#2022",
        "12022",
        "32nd",
        "at 20:22",
        "rock'98",
        "Mayor 5",
    ],
)
def test_counts_verbs_and_amounts_are_no_dates(text: str) -> None:
    """Four digits with a noun that they count, a sign or a separator are no year; verbs are no months."""
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("claim", "source", "agree"),
    [
        ("Aug. 7, 2022", "7 August 2022", True),
        ("Aug. 7, 2022", "2022-08-07", True),
        ("August 2022", "7 August 2022", True),
        ("2022", "2022-08-07", True),
        ("March 3", "March 3, 2024", True),
        ("2010s", "the 2010s", True),
        ("'98", "in 1998", True),
        ("7 August 2022", "8 August 2022", False),
        ("7 August 2022", "7 August 2023", False),
        ("7 August 2022", "August 2021", False),
        ("2022", "2023", False),
        ("March 3", "May 3", False),
        ("2010s", "the 1990s", False),
        ("2010s", "in 1998", False),
        ("2018–19", "2018-2019", True),
        ("2018–19", "2018", True),
        ("1965–1970", "1965–1975", False),
        # the source is vaguer, or they share nothing
        ("7 August 2022", "August 2022", None),
        ("August 2022", "in 2022", None),
        ("March 3", "in 2024", None),
        ("2014", "the 2010s", None),
        ("2010s", "in 2014", None),
    ],
)
def test_dates_agree_in_all_that_the_claim_says(claim: str, source: str, agree: bool | None) -> None:
    """A source must give each part of the claim's date; one part that differs is enough to differ."""
    (mine,), (theirs,) = find_dates(claim), find_dates(source)
    assert dates_agree(mine, theirs) is agree


def test_dates_are_listed_in_order() -> None:
    """Several dates of a text come in the order in which they stand."""
    text = "Granted on 3 May 2019, challenged in 2021 and halted on Aug. 7, 2024."
    assert [date.text for date in find_dates(text)] == ["3 May 2019", "2021", "Aug. 7, 2024"]


def test_a_planet_is_no_month() -> None:
    """The month is written small where it has that name."""
    assert find_dates("2 Mars rovers and 20 Mars probes") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He spoke on Tuesday.", (2019, 11, 19)),
        ("He spoke on Wednesday.", (2019, 11, 20)),  # the day itself
        ("It opens next Wednesday.", (2019, 11, 27)),
        ("It will open on Tuesday.", (2019, 11, 26)),
        ("He went to Osk on Tuesday.", (2019, 11, 19)),
        ("It opened yesterday.", (2019, 11, 19)),
        ("It opens today.", (2019, 11, 20)),
        ("Sales fell last year.", (2018, None, None)),
        ("Sales fell this month.", (2019, 11, None)),
        ("Sales may fall next month.", (2019, 12, None)),
    ],
)
def test_days_are_told_by_the_day_of_publication(text: str, told: tuple[int, int | None, int | None]) -> None:
    """A weekday is the last one, unless it is said to be the next."""
    (found,) = find_relative_dates(text, date(2019, 11, 20))
    assert (found.year, found.month, found.day) == told
    assert text[found.start : found.end] == found.text


def test_a_page_that_names_an_impossible_day_tells_none_by_it() -> None:
    """What a page says about itself may be anything."""
    assert find_relative_dates("He spoke on Tuesday, last year.", date.min) == []
    assert find_relative_dates("He speaks next Tuesday, next year.", date.max) == []


@pytest.mark.parametrize(
    "text",
    [
        "the 2024 elections",
        "said 2025 sales rose",
        "in 1999 prices",
        "1998 prices",
        "by 2030 ships",
        "circa 1850 as a mill",
        "in spring 1945 was",
        "en 1898 tras las obras",
    ],
)
def test_a_year_may_stand_before_a_noun(text: str) -> None:
    """After an article or "in", and wherever it is a year more often than a count."""
    assert len(find_dates(text)) == 1
