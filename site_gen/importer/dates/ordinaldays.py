"""Values of days that are only counted: `on the 21st`, `the 14th of this month`, `the last day of April`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from site_gen.importer.dates.calendardays import complete_day
from site_gen.importer.dates.parts import (
    ORDINAL_WORDS,
    UNDATED,
    WEEKDAY_NUMBER,
    Context,
    Found,
    day_of,
    either,
    month_of,
    shift_month,
)
from site_gen.importer.tense import tense


def resolve_bare_ordinal(found: re.Match[str], context: Context) -> Found:
    """`on the 21st`: of the month told last, else of the last month that has it behind, or ahead when it is planned."""
    published = context.published
    if published is None:
        return Found(basis="year from document", reason=UNDATED)
    day, weekday = int(found["d1"]), found["w1"]
    tensed = tense(context.text, *found.span())
    planned = re.match(r"planned|set|scheduled|due|called", found[0]) is not None
    future = planned or tensed == "future" or (tensed != "past" and found[0][:3].lower() == "by ")
    told = None if context.named_since else re.match(r"(\d{4})-(\d\d)", context.named)
    if told is not None and not weekday:
        return _of_named_month(day, int(told[1]), int(told[2]), context, future=future)
    by = int(day < published.day) if future else -int(day > published.day)
    exact = day_of(*shift_month(published.year, published.month, by), day)
    if exact is None or context.year or context.named_since:
        return Found(basis="year from document", reason="the month is not named")
    if weekday and exact.weekday() != WEEKDAY_NUMBER[weekday]:
        return either("year from document", f"{exact} is not a {weekday}", exact)
    if future:
        return Found(value=exact.isoformat(), basis="year from document", role="plan")
    return Found(value=exact.isoformat(), basis="year from document", day=exact)


def _of_named_month(day: int, year: int, month: int, context: Context, *, future: bool) -> Found:
    """“In December they promised a truce. On the 19th they broke it”: a day of the month told last."""
    assert context.published is not None
    same, last = day_of(year, month, day), context.story[-1] if context.story else None
    before = int(context.named[8:10] or 0)
    aside = last is not None and (
        last.background or (last.asked and last.paragraph == context.paragraph)
    )
    if same is None or aside or day <= before or (same > context.published) is not future:
        return either("year from document", "the month is not named", *filter(None, (same,)))
    if future:
        return Found(value=same.isoformat(), basis="year from document", role="plan")
    return Found(value=same.isoformat(), basis="year from document", day=same)


def resolve_day_of_month(found: re.Match[str], context: Context) -> Found:
    """`the 14th of this month`, `the second of last month`."""
    published = context.published
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    digits = re.sub(r"\D", "", found["nth"])
    day = int(digits) if digits else ORDINAL_WORDS[found["nth"].lower()]
    if found["which"] in ("that", "the same"):
        told = re.match(r"(\d{4})-(\d\d)", context.named)
        that = day_of(int(told[1]), int(told[2]), day) if told else None
        if that is None or that > published or (context.story and context.story[-1].asked):
            return Found(basis="relative", reason="which month is meant is not certain")
        return Found(value=that.isoformat(), basis="relative", day=that)
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
