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
    either,
    month_of,
    shift_month,
)
from site_gen.importer.tense import CUES, tense


def resolve_bare_ordinal(found: re.Match[str], context: Context) -> Found:
    """`on the 21st`."""
    published = context.published
    if published is None:
        return Found(basis="year from document", reason=UNDATED)
    day = int(found["d1"])
    told = None if context.named_since else re.match(r"(\d{4})-(\d\d)", context.named)
    since = re.match(r"(\d{4})-(\d\d)-(\d\d)", context.named) if context.named_since else None
    if since and f"{published:%Y-%m}" != context.named[:7] and found[0].startswith("on "):
        then = day_of(int(since[1]), int(since[2]), day)
        now = day_of(published.year, published.month, day)
        if then and now and int(since[3]) < day <= published.day:  # “since October 7 … on the 16th”
            return either("year from document", "the month is not named", then, now)
    if re.match(r"planned|set|scheduled|due|called", found[0]):
        coming = day_of(
            *shift_month(published.year, published.month, int(day < published.day)), day
        )
        if coming is None or (told and int(told[1]) == published.year):
            return Found(basis="year from document", reason="the month is not named")
        return Found(value=coming.isoformat(), basis="year from document", role="plan")
    if _is_deadline(found, context) and told is None:
        coming = day_of(
            *shift_month(published.year, published.month, int(day < published.day)), day
        )
        over = day_of(*shift_month(published.year, published.month, -int(day > published.day)), day)
        days = [d for d in (over, coming) if d is not None]
        return either("year from document", "it may be past or to come", *days)
    last = context.story[-1] if context.story else None
    if (
        last is not None
        and last.of_year
        and last.paragraph == context.paragraph
        and told is not None
    ):
        return Found(basis="year from document", reason="the month is not named")
    if told is not None and not found.groupdict().get("w1"):
        return _of_named_month(day, int(told[1]), int(told[2]), found, context)
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


def _is_deadline(found: re.Match[str], context: Context) -> bool:
    """“If they do not pay by the 30th”, but not “had paid by the 30th”."""
    clause = re.split(r"[“”\".;]", context.text[context.sentence : found.start()])[-1]
    after = re.split(r"[“”\".;,]", context.text[found.end() : found.end() + 60])[0]
    told = any(cue["past"] for cue in CUES.finditer(f"{clause} {after}"))
    return found[0].lower().startswith("by ") and not told


def _of_named_month(
    day: int, year: int, month: int, found: re.Match[str], context: Context
) -> Found:
    """“In December they promised a truce. On the 19th they broke it”: a day of the month told last, or of the next."""
    published = context.published
    assert published is not None
    last = int(context.named[8:10] or 0)
    same, after = day_of(year, month, day), day_of(*shift_month(year, month, 1), day)
    if tense(context.text, *found.span()) == "future":
        coming = [d for d in (same, after) if d is not None and d > published]
        if coming and (year, month) == (published.year, published.month):
            return Found(value=coming[0].isoformat(), basis="year from document", role="plan")
        return either("year from document", "the month is not named", *filter(None, (same, after)))
    onward = [d for d in (same, after if last and day < last else None) if d and d <= published]
    tensed = tense(context.text, *found.span())
    if not onward and same and tensed != "past":
        return either("year from document", "it may be still to come", same)
    now = day_of(published.year, published.month, day)
    if now is None or now > published:
        now = day_of(*shift_month(published.year, published.month, -1), day)
    aside = day == last or bool(last and context.story and context.story[-1].background)
    if (
        aside and now is not None and now != same
    ):  # “six weeks after the decree of 3 December … on the 3rd”
        return either("year from document", "the month is not named", now, same or now)
    late = re.search(
        r"\b(?:late|(?:end|close) of)(?: in)? [A-Z]\w+[^.]*\.[^.]*$", context.text[: found.start()]
    )
    if not last and late and after and after <= published:
        onward += [after]
    if not onward and last:  # “reopened on Monday, 2 June … had come on the 12th”
        onward = [d for d in (day_of(*shift_month(year, month, -1), day),) if d]
    if not onward:
        return Found(basis="year from document", reason="the month is not named")
    if len(onward) > 1:
        return either("year from document", "the month is not named", *onward)
    return Found(value=onward[0].isoformat(), basis="year from document", day=onward[0])


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
