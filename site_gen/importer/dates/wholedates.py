"""Values of dates that are whole in the text: `2021-06-21`, `21/06/2021`, `September 2020`, `in 2007`, `the 1990s`."""

from __future__ import annotations

import re

from site_gen.importer.dates.eventdays import names_a_happening
from site_gen.importer.dates.parts import Context, Found, Role, day_of, month_of
from site_gen.importer.notation import regex


def resolve_iso_day(found: re.Match[str], _context: Context) -> Found:
    """`2021-06-21`."""
    exact = day_of(int(found["y"]), int(found["m"]), int(found["d"]))
    return Found(value=exact.isoformat(), day=exact) if exact else Found(skip=True)


def resolve_numeric_day(found: re.Match[str], _context: Context) -> Found:
    """`21/06/2021`; `04/05/2021` could be either way round."""
    one, two, year = (int(found[k] or found[f"{k}2"]) for k in ("a", "b", "y"))
    if year < 100:
        year += 2000 if year < 70 else 1900
    options = {d for d in (day_of(year, two, one), day_of(year, one, two)) if d is not None}
    if not options:
        return Found(skip=True)
    if len(options) == 1:
        (only,) = options
        return Found(value=only.isoformat(), day=only)
    return Found(
        reason="the day and the month could be either way round",
        candidates=tuple(d.isoformat() for d in sorted(options)),
    )


def resolve_month_of_year(found: re.Match[str], context: Context) -> Found:
    """`September 2020`."""
    value = f"{found['y1']}-{month_of(found['m1']):02d}"
    published = context.published
    role: Role = "plan" if published and value > published.isoformat()[:7] else "event"
    return Found(value=value, role=role)


def resolve_year(found: re.Match[str], context: Context) -> Found:
    """`in 2007`."""
    year = int(found["y1"])
    published = context.published
    before, after = context.text[: found.start("y1")], context.text[found.end() :]
    if names_a_happening(found, context.text):
        return Found(skip=True)
    if _NAMED_PLAN.match(after) and re.match(r"\w+ \d|[’']", found[0]):
        return Found(skip=True)
    number = year % 100 == 0 and year < _YEARS_OF_NEWS
    if number or (before.endswith("to ") and re.match(r" from \d", after)):
        return Found(skip=True)  # “it rose to 2000 from 1500”
    if published and year > published.year:
        return Found(value=str(year), role="plan")
    return Found(value=str(year))


_NAMED_PLAN = regex(
    r" (?:[A-Z][\w’'-]+ (?:(?:and|of|for|the|on) )*){0,5}(?:Plan|Appeal|Agreement|Accords?|Act|Constitution|Programme|Program|Survey|Framework|Strategy|Convention|Treaty|Overview|Review|Cup|Games|Olympics)\b"
)
"""“The 2018 Humanitarian Response Plan” is called so."""


_YEARS_OF_NEWS = 1900


def resolve_years(found: re.Match[str], context: Context) -> Found:
    """`2015–2017`."""
    if re.search(
        r"\b(?:No\.?|Law|Act|Decree|Directive|Order|[Nn]umber) $", context.text[: found.start()]
    ):
        return Found(skip=True, whole=True)
    first, last = found["y1"] or found["y3"], found["y2"] or found["y4"]
    last = first[:2] + last if len(last) == 2 else last
    if int(first) >= int(last):
        return Found(skip=True)
    return Found(value=f"{first}/{last}")


def resolve_decade(found: re.Match[str], _context: Context) -> Found:
    """`the 1990s`."""
    return Found(value=f"{found['decade']}X")


def resolve_attacks_of_2001(_found: re.Match[str], _context: Context) -> Found:
    """`9/11`, `the September 11 attacks`."""
    return Found(value="2001-09-11")


_DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}


def resolve_worded_decade(found: re.Match[str], _context: Context) -> Found:
    """`the nineties`, `the '80s`."""
    word = found["word"]
    return Found(value=f"19{_DECADES[word] if word else found['ten']}X")
