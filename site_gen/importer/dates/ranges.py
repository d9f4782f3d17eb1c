"""Values of parts of months and years, and of ranges: `the first week of May`, `the third quarter of 2019`.

Also `the second Sunday of May`, `from late Friday until early Sunday`, `from 28 December 2018 to 3
January 2019`, `the two days to June 18`. A week of a month counts from its first day, its last week
to its last day.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from site_gen.importer.dates.calendardays import complete_day
from site_gen.importer.dates.calendarmonths import resolve_bare_month
from site_gen.importer.dates.parts import (
    ORDINAL_WORDS,
    UNDATED,
    WEEKDAY_NUMBER,
    Context,
    Found,
    day_of,
    month_of,
    number_of,
    shift_month,
)
from site_gen.importer.dates.wholedates import resolve_month_of_year
from site_gen.importer.notation import regex
from site_gen.importer.tense import tense


def _month_meant(found: re.Match[str], context: Context) -> Found:
    """The month, with its year, of “the first week of May”, “the first week of last month”."""
    if found["m1"]:
        return (
            resolve_month_of_year(found, context)
            if found["y1"]
            else resolve_bare_month(found, context)
        )
    published = context.published
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    if found["which"].lower() in ("that", "the same"):
        told = re.match(r"(\d{4}-\d\d)", context.named)
        if told is None or (context.story and context.story[-1].asked):
            return Found(basis="relative", reason="which month is meant is not certain")
        return Found(value=told[1], basis="relative")
    by = {"last": -1, "next": 1}.get(found["which"].lower(), 0)
    year, month = shift_month(published.year, published.month, by)
    return Found(value=f"{year}-{month:02d}", basis="relative", role="plan" if by > 0 else "event")


def _days_in(year: int, month: int) -> int:
    following, after = shift_month(year, month, 1)
    return (date(following, after, 1) - timedelta(days=1)).day


def _within(found: Found, first: int, last: int, *, of_end: bool = False) -> Found:
    """Days `first` to `last` of the month found, counted from its end when `of_end`."""

    def days(month: str) -> str:
        year, number = int(month[:4]), int(month[5:7])
        size = _days_in(year, number)
        low, high = (size - last + 1, size - first + 1) if of_end else (first, min(last, size))
        return f"{month}-{low:02d}" + (f"/{month}-{high:02d}" if high > low else "")

    if not found.value:
        return replace(found, candidates=tuple(days(c) for c in found.candidates))
    return replace(found, value=days(found.value))


def resolve_part_of_month(found: re.Match[str], context: Context) -> Found:
    """`the first week of May`, `the last ten days of last month`, `the second week of June 2019`."""
    nth = found["nth"].lower()
    month = _month_meant(found, context)
    if found["n"]:
        count = number_of(found["n"])
        if not 1 < count < 28 or nth not in ("first", "last"):
            return Found(skip=True)
        part = _within(month, 1, count, of_end=nth == "last")
    elif nth == "last":
        part = _within(month, 1, 7, of_end=True)
    else:
        number = ORDINAL_WORDS[nth]
        part = _within(month, 7 * number - 6, 7 * number)
    return _happened(part, context)


def resolve_half_of_month(found: re.Match[str], context: Context) -> Found:
    """`the second half of July`: its first fifteen days, or those from the sixteenth."""
    first = found["nth"].lower() == "first"
    return _happened(
        _within(_month_meant(found, context), *((1, 15) if first else (16, 31))), context
    )


def _happened(part: Found, context: Context) -> Found:
    """A part that lies wholly ahead of the document is still to come."""
    first = part.value.partition("/")[0]
    published = context.published
    if published is not None and part.role == "event" and first > published.isoformat():
        return replace(part, role="plan")
    return part


def resolve_weekday_of_month(found: re.Match[str], context: Context) -> Found:
    """`the second Sunday of May`, `the last Friday of last month`."""
    month = _month_meant(found, context)
    number = WEEKDAY_NUMBER[found["w1"]]
    nth = found["nth"].lower()

    def day(value: str) -> date | None:
        year, at = int(value[:4]), int(value[5:7])
        if nth == "last":
            last = date(year, at, _days_in(year, at))
            return last - timedelta(days=(last.weekday() - number) % 7)
        first = date(year, at, 1)
        count = ORDINAL_WORDS[nth]
        return day_of(year, at, 1 + (number - first.weekday()) % 7 + 7 * (count - 1))

    if not month.value:
        days = [d for c in month.candidates if (d := day(c)) is not None]
        return replace(month, candidates=tuple(d.isoformat() for d in days))
    exact = day(month.value)
    if exact is None:
        return Found(basis=month.basis, reason="there is no such day")
    part = _happened(replace(month, value=exact.isoformat()), context)
    return part if part.role == "plan" else replace(part, day=exact)


def resolve_part_of_year(found: re.Match[str], context: Context) -> Found:
    """`the third quarter of 2019`, `the first half of last year`, `the first five months of the year`."""
    published = context.published
    plan = False
    if found["y1"]:
        year, basis_explicit = int(found["y1"]), True
    elif published is None:
        return Found(basis="relative", reason=UNDATED)
    else:
        by = {"last": -1, "next": 1}.get(found["which"].lower(), 0)
        year, basis_explicit = published.year + by, False
    nth = found["nth"].lower()
    size = {"quarter": 3, "half": 6, "month": 1}[found["unit"].rstrip("s")]
    count = number_of(found["n"]) if found["n"] else 1
    number = 12 // (size * count) if nth == "last" else ORDINAL_WORDS[nth]
    low, high = size * count * (number - 1) + 1, size * count * number
    if nth == "last":
        low, high = 12 - size * count + 1, 12
    if high > 12 or low < 1:
        return Found(skip=True)
    value = f"{year}-{low:02d}" + (f"/{year}-{high:02d}" if high > low else "")
    if published is not None:
        plan = value[:7] > published.isoformat()[:7] or (
            not basis_explicit and tense(context.text, *found.span()) == "future"
        )
    return Found(
        value=value,
        basis="explicit" if basis_explicit else "relative",
        role="plan" if plan else "event",
    )


_DAY = regex(r"\b(\d{1,2})(?:st|nd|rd|th)?\b(?! ?\d{3})")
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")
_MONTH = regex(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*")


def resolve_span_dates(found: re.Match[str], context: Context) -> Found:
    """`from 28 December 2018 to 3 January 2019`, `from early on June 14 until late on June 18`."""
    ends: list[tuple[int, int, int]] = []
    for text in (found["one"], found["two"]):
        year, month = _YEAR.search(text), _MONTH.search(text)
        day = _DAY.search(_YEAR.sub("", text))
        if month is None or day is None:
            return Found(skip=True)
        ends.append((int(year[0]) if year else 0, month_of(month[0]), int(day[1])))
    (y1, m1, d1), (y2, m2, d2) = ends
    if y2:
        last = Found(value=d.isoformat() if (d := day_of(y2, m2, d2)) else "", day=d)
    else:
        last = complete_day(found, context, m2, d2)
    if not last.value:
        return last if last.candidates or last.reason else Found(skip=True)
    end = date.fromisoformat(last.value)
    start = day_of(y1 or end.year - ((m1, d1) > (m2, d2)), m1, d1)
    if start is None or start >= end:
        return Found(skip=True)
    return replace(last, value=f"{start}/{end}")


def resolve_worded_day(found: re.Match[str], context: Context) -> Found:
    """`the fourteenth of June`, `June the 14th`, `14-Jun-2019`."""
    digits = re.match(r"\d+", found["nth"])
    day = int(digits[0]) if digits else ORDINAL_WORDS[found["nth"].lower()]
    month = month_of(found["m1"])
    year = found["y1"]
    if not year:
        return complete_day(found, context, month, day)
    exact = day_of(int(year), month, day)
    if exact is None:
        return Found(reason="there is no such day")
    ahead = context.published is not None and exact > context.published
    return Found(
        value=exact.isoformat(), role="plan" if ahead else "event", day=None if ahead else exact
    )


def resolve_from_now(found: re.Match[str], context: Context) -> Found:
    """`in two weeks' time`, `ten days from now`, `a week from Friday`."""
    published = context.published
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    if tense(context.text, *found.span()) == "past":
        return Found(skip=True)  # “in two days' time they had lost it all”
    count, unit = number_of(found["n"]), found["unit"].rstrip("s")
    base = published
    if found["w1"]:
        base += timedelta(days=(WEEKDAY_NUMBER[found["w1"]] - published.weekday()) % 7 or 7)
    if unit in ("day", "week") and (found["w1"] or found["today"] or unit == "day"):
        day = base + timedelta(days=count * (7 if unit == "week" else 1))
        return Found(value=day.isoformat(), basis="relative", role="plan")
    if unit == "week":
        day = base + timedelta(days=7 * count)
        return Found(value=f"{day}~", basis="relative", role="plan")
    if unit == "month":
        year, month = shift_month(base.year, base.month, count)
        return Found(value=f"{year}-{month:02d}~", basis="relative", role="plan")
    return Found(value=f"{base.year + count}~", basis="relative", role="plan")


def resolve_from_today(found: re.Match[str], context: Context) -> Found:
    """`from today to Friday`, `from tomorrow until Sept 21`, in December `from today to 3 January`."""
    published = context.published
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    start = published + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[found["from"]])
    if found["w1"]:
        end = start + timedelta(days=(WEEKDAY_NUMBER[found["w1"]] - start.weekday()) % 7 or 7)
    else:
        month, day = month_of(found["m1"] or found["m3"]), int(found["d1"] or found["d3"])
        last = day_of(start.year + (month < start.month == 12), month, day)
        if last is None or last <= start:
            return Found(skip=True)
        end = last
    return Found(
        value=f"{start}/{end}", basis="relative", role="plan" if end > published else "event"
    )


def resolve_in_the_unit(found: re.Match[str], context: Context) -> Found:
    """`earlier in the week`, `earlier in the month`: of the document's own, unless it has only begun."""
    published = context.published
    if published is None:
        return Found(basis="relative", reason=UNDATED)
    unit, ahead = found["unit"], found["way"].lower() == "later"
    if ahead and tense(context.text, *found.span()) != "future":
        return Found(basis="relative", reason="which it counts in is not certain")
    if unit == "month":
        value = published.isoformat()[:7]
    elif unit == "year":
        value = str(published.year)
    else:
        monday = published - timedelta(days=published.weekday())
        if published == monday and not ahead:
            return Found(
                basis="relative", reason="the week has only begun on the day of publication"
            )
        end = monday + timedelta(days=6) if ahead else published
        value = f"{monday}/{end}"
    return Found(value=value, basis="relative", role="plan" if ahead else "event")
