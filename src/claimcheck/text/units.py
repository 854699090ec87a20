"""Units that numbers are written with, and what one is in another: 5 miles are 8 kilometres, and 5 kilometres are not.

Factors are the legal definitions: the international yard and pound (1959), the US gallon, the oil barrel of 42 gallons, and
the Julian year; months are mean ones. A "ton" is taken for a tonne: news write either for either.
"""

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of one dimension: `value * factor + offset` is the value in the dimension's own unit."""

    dimension: str
    factor: float
    offset: float = 0.0


SPANS = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25,
    "decade": 3652.5, "century": 36525.0,
}  # fmt: skip
"""Spans of time, in days."""

CURRENCIES = {
    "$": "$", "us$": "$", "dollar": "$", "dollars": "$", "usd": "$", "€": "€", "euro": "€", "euros": "€", "eur": "€",
    "£": "£", "pound": "£", "pounds": "£", "sterling": "£", "gbp": "£", "¥": "¥", "yen": "¥", "yuan": "yuan",
    "₹": "₹", "rupees": "₹", "a$": "A$", "au$": "A$", "c$": "C$", "ca$": "C$", "nz$": "NZ$", "hk$": "HK$", "s$": "S$", "r$": "R$",
}  # fmt: skip
"""How an amount of money is written -> its currency."""

_TABLE = """
metre      length      1            0              metre metres meter meters mètre mètres metro metros metri
centimetre length      0.01         0              centimetre centimetres centimeter centimeters cm
millimetre length      0.001        0              millimetre millimetres millimeter millimeters mm
kilometre  length      1000         0              kilometre kilometres kilometer kilometers km kms kilomètre kilomètres kilómetro kilómetros quilômetro quilômetros chilometro chilometri
mile       length      1609.344     0              mile miles
nautical   length      1852         0              nautical+mile nautical+miles
foot       length      0.3048       0              foot feet ft
inch       length      0.0254       0              inch inches
yard       length      0.9144       0              yard yards
hectare    area        10000        0              hectare hectares ha hektar hectárea hectáreas ettaro ettari
acre       area        4046.8564    0              acre acres
metre2     area        1            0              square+metre square+metres square+meter square+meters sq+m m² quadratmeter
kilometre2 area        1e6          0              square+kilometre square+kilometres square+kilometer square+kilometers sq+km sq.+km km² quadratkilometer
mile2      area        2589988      0              square+mile square+miles sq+mi sq+miles sq.+miles sq.+mile
foot2      area        0.09290304   0              square+foot square+feet sq+ft
kilogram   mass        1            0              kilogram kilograms kilogramme kilogrammes kilo kilos kg kilogramm kilogramos
gram       mass        0.001        0              gram grams gramme grammes gramm gramos
tonne      mass        1000         0              tonne tonnes ton tons metric+ton metric+tons tonnen tonelada toneladas tonnellata tonnellate
pound      mass        0.45359237   0              lb lbs
ounce      mass        0.0283495    0              ounce ounces
litre      volume      0.001        0              litre litres liter liters litro litros litri
millilitre volume      1e-6         0              millilitre millilitres milliliter milliliters ml
gallon     volume      0.00378541   0              gallon gallons
barrel     volume      0.1589873    0              barrel barrels
metre3     volume      1            0              cubic+metre cubic+metres cubic+meter cubic+meters m³ kubikmeter
kilometre3 volume      1e9          0              cubic+kilometre cubic+kilometres cubic+kilometer cubic+kilometers km³
foot3      volume      0.02831685   0              cubic+foot cubic+feet
watt       power       1            0              watt watts
kilowatt   power       1e3          0              kilowatt kilowatts kw
megawatt   power       1e6          0              megawatt megawatts mw
gigawatt   power       1e9          0              gigawatt gigawatts gw
terawatt   power       1e12         0              terawatt terawatts tw
kwh        energy      1            0              kilowatt-hour kilowatt-hours kilowatt+hours kwh
mwh        energy      1e3          0              megawatt-hour megawatt-hours megawatt+hours mwh
gwh        energy      1e6          0              gigawatt-hour gigawatt-hours gigawatt+hours gwh
twh        energy      1e9          0              terawatt-hour terawatt-hours terawatt+hours twh
kmh        speed       1            0              km/h kmh kph km+per+hour kilometres+per+hour kilometers+per+hour kilometres+an+hour kilometers+an+hour kilometre-per-hour km+an+hour km/hour
mph        speed       1.609344     0              mph miles+per+hour miles+an+hour mile-per-hour mile-an-hour
knot       speed       1.852        0              knots
celsius    temperature 1            0              °c degrees+celsius degrees+c grad+celsius
fahrenheit temperature 0.5555555556 -17.7777777778 °f degrees+fahrenheit degrees+f
"""
"""Unit, dimension, factor, offset, and how it is written: a plus is a blank."""
_rows = [line.split() for line in _TABLE.strip().splitlines()]
UNITS = {name: Unit("time", days) for name, days in SPANS.items()} | {
    name: Unit(dimension, float(factor), float(offset)) for name, dimension, factor, offset, *_ in _rows
}
"""Each unit that can be told in another."""
_WRITTEN = {word.replace("+", " "): name for name, _, _, _, *words in _rows for word in words} | {
    f"{span}{plural}": span for span in SPANS for plural in ("", "s")
}
MEASURE = "|".join(re.escape(word).replace(r"\ ", r"[\ \u00a0]") for word in sorted(_WRITTEN, key=len)[::-1])
"""A pattern of what may follow a number, the longest first, for `re.VERBOSE`."""


@cache
def unit_of(written: str) -> str:
    """Give the unit that a word, as `MEASURE` finds it, writes; empty for none."""
    return _WRITTEN.get(written.lower().replace("\u00a0", " "), "")
