"""Values of feasts: those of one day each year have it, the others are asked about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from site_gen.importer.dates.calendardays import complete_day
from site_gen.importer.dates.parts import UNDATED, Context, Found, day_of, year_of_tail
from site_gen.importer.notation import regex

if TYPE_CHECKING:
    import re

_FIXED = {
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Christmas": (12, 25),
    "Boxing Day": (12, 26),
    "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1),
    "May Day": (5, 1),
    "Epiphany": (1, 6),
    "Orthodox Christmas": (1, 7),
    "Valentine's Day": (2, 14),
    "St Patrick's Day": (3, 17),
    "Halloween": (10, 31),
    "All Saints' Day": (11, 1),
    "All Souls' Day": (11, 2),
}
_SPELT = {"'": "['’]", "St ": r"(?:St\.?|Saint) "}
_SEASONS = ("Christmas",)
"""Not only a day: “since Christmas”, but not “a Christmas market”."""


def _pattern(name: str) -> str:
    for plain, spelt in _SPELT.items():
        name = name.replace(plain, spelt)
    return name


DAYS = (
    "|".join(_pattern(name) for name in _FIXED if name not in _SEASONS)
    + r"|(?:Good Friday|Easter (?:Sunday|Monday)|Ash Wednesday|Palm Sunday|Ascension Day|Whit Monday|Eid al-(?:Fitr|Adha))(?!,? (?:[A-Z(]|\d))"
)
"""What the feasts of one day are called."""
FEASTS = r"Christmas|Easter|Pentecost|Passover|Yom Kippur|Rosh Hashanah|Eid|Ashura|Diwali|Vesak|Thanksgiving|(?:Lunar|Chinese) New Year"
"""What is a day only behind “on”, “since” and the like."""


_BESIDE = regex(r"\b(?:day|night|morning|evening|weekend|week) (?:after|before)$")


def resolve_holiday(found: re.Match[str], context: Context) -> Found:
    """`Christmas Eve`, `New Year’s Day`, `All Saints' Day last year`; the days of Easter and Eid are asked about."""
    name = (
        (found["name"] or found["bare"])
        .replace("’", "'")
        .replace("St.", "St")
        .replace("Saint ", "St ")
    )
    if name not in _FIXED:
        return Found(
            basis="year from document", reason="the day of the feast is not the same each year"
        )
    month, day = _FIXED[name]
    if _BESIDE.search(context.text[: found.start() + len(found[0].split(" ")[0])]):
        return Found(basis="year from document", reason="it is the day before or after the feast")
    if found["y1"]:
        exact = date(int(found["y1"]), month, day)
        ahead = context.published is not None and exact > context.published
        return Found(
            value=exact.isoformat(), role="plan" if ahead else "event", day=None if ahead else exact
        )
    if found["tail"]:
        if context.published is None:
            return Found(basis="year from document", reason=UNDATED)
        told = day_of(year_of_tail(found["tail"], context) or 1, month, day)
        if told is None or told.year == 1:
            return Found(basis="year from document", reason="which year is meant is not certain")
        ahead = told > context.published
        return Found(
            value=told.isoformat(),
            basis="year from document",
            role="plan" if ahead else "event",
            day=None if ahead else told,
        )
    return complete_day(found, context, month, day)
