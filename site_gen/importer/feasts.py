"""Values of feasts: those of one day each year have it, the others are asked about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from site_gen.importer.calendardays import complete_day
from site_gen.importer.dateparts import Context, Found

if TYPE_CHECKING:
    import re


def resolve_holiday(found: re.Match[str], context: Context) -> Found:
    """`Christmas Eve`, `New Year’s Day`."""
    name = (found["name"] or found["bare"]).replace("’", "'")
    if name.startswith(("Good", "Easter")):
        return Found(
            basis="year from document", reason="the day of the feast is not the same each year"
        )
    month, day = _FIXED[name]
    if found["y1"]:
        exact = date(int(found["y1"]), month, day)
        return Found(value=exact.isoformat(), day=exact)
    return complete_day(found, context, month, day)


_FIXED = {
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Christmas": (12, 25),
    "Boxing Day": (12, 26),
    "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1),
    "May Day": (5, 1),
}
