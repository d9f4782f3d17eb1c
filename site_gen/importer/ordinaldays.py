"""Values of days that are only counted: `on the 21st`, `the 14th of this month`, `the last day of April`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from site_gen.importer.calendardays import complete_day
from site_gen.importer.dateparts import (
    ORDINAL_WORDS,
    UNDATED,
    WEEKDAY_NUMBER,
    Context,
    Found,
    day_of,
    month_of,
    shift_month,
)
from site_gen.importer.tense import tense


def resolve_bare_ordinal(found: re.Match[str], context: Context) -> Found:
    """`on the 21st`."""
    published = context.published
    if published is None:
        return Found(basis="year from document", reason=UNDATED)
    day = int(found["d1"])
    base = published if day <= published.day else published.replace(day=1) - timedelta(days=1)
    exact = day_of(base.year, base.month, day)
    if tense(context.text, *found.span()) == "future" and not context.year:
        year, month = shift_month(published.year, published.month, int(day < published.day))
        exact = day_of(year, month, day)
        if exact is not None:
            return Found(value=exact.isoformat(), basis="year from document", role="plan")
    if exact is None or context.year:
        return Found(basis="year from document", reason="the month is not named")
    weekday = found.groupdict().get("w1")
    if weekday and exact.weekday() != WEEKDAY_NUMBER[weekday]:
        return Found(
            basis="year from document",
            reason=f"{exact} is not a {weekday}",
            candidates=(exact.isoformat(),),
        )
    return Found(value=exact.isoformat(), basis="year from document", day=exact)


def resolve_day_of_month(found: re.Match[str], context: Context) -> Found:
    """`the 14th of this month`, `the second of last month`."""
    published = context.published
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    digits = re.sub(r"\D", "", found["nth"])
    day = int(digits) if digits else ORDINAL_WORDS[found["nth"].lower()]
    year, month = shift_month(
        published.year, published.month, {"last": -1, "next": 1}.get(found["which"], 0)
    )
    exact = day_of(year, month, day)
    if found["which"] == "the" and exact is not None:  # “since the first of the month”
        tensed = tense(context.text, *found.span())
        if exact > published or context.year or tensed != "past":
            return Found(basis="relative", reason="which month is meant is not certain")
    if exact is None:
        return Found(basis="relative", reason="there is no such day")
    coming = exact > published or (
        exact == published and tense(context.text, *found.span()) == "future"
    )
    return Found(
        value=exact.isoformat(),
        basis="relative",
        role="plan" if coming else "event",
        day=None if coming else exact,
    )


def resolve_edge_of_month(found: re.Match[str], context: Context) -> Found:
    """`the first day of April`, `the last day of March 2016`."""
    month = month_of(found["m1"])
    year = int(found["y1"]) if found["y1"] else 0
    first = found["edge"].lower() == "first"
    following, after = shift_month(year or 2001, month, 1)
    day = 1 if first else (date(following, after, 1) - timedelta(days=1)).day
    if year:
        exact = date(year, month, day)
        return Found(value=exact.isoformat(), day=exact)
    if month == 2 and not first:
        return Found(basis="year from document", reason="the year decides on the last day")
    return complete_day(found, context, month, day)
