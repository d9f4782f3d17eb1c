"""How a date is said to people, from its EDTF text alone.

The words of one language are a `DateWording`: months and patterns, an immutable value that is
handed in, so that another language is another value. A site has two of them, long and short: its
`DateLocale`, which `date_strings` makes from the theme's catalogue. Nothing is computed from bounds:
what the editor did not write, the words cannot say.

What is told apart here is what CLDR tells apart: names of months within a date and alone, wide and
abbreviated, and a pattern for the largest field in which the ends of an interval differ.
https://www.unicode.org/reports/tr35/tr35-dates.html
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import NamedTuple


class DateWording(NamedTuple):
    """The words and patterns in which one language says dates, long or short.

    A named tuple, for it is made at import: a dataclass of this many fields takes some 4 ms there.
    """

    months: tuple[str, ...]
    """Names of the twelve months as they stand beside a day, January first."""
    standalone: tuple[str, ...]
    """The same without a day: many languages have another form for it."""
    day: str
    """Holds `{day}`, `{month}`, `{year}`, as do the others below up to `months_of_year`."""
    day_of_year: str
    """A day whose year stands beside it; no `{year}`."""
    days: str
    """Days of one month; `{first}` and `{last}` instead of `{day}`."""
    days_of_year: str
    month: str
    month_of_year: str
    months_range: str
    """Months of one year; `{first}`, `{last}` and `{year}`."""
    months_range_of_year: str
    years: str
    """`{first}`, `{last}`."""
    century: str
    """`{first}`, `{last}`: the years between which an unspecified one lies."""
    decade: str
    """`{decade}` is its first year: 1990."""
    decade_inside: str
    """The decade after a preposition."""
    span: str
    """Two dates, `{first}` and `{last}`, each of several words."""
    some_day: str
    """A day that is not specified, within the month `{date}`."""
    some_time: str
    """A day or month that is not specified, within the year or the years `{date}`."""
    about: str
    uncertain: str
    by: str
    """Open start (`../`): `{date}` is the latest."""
    until: str
    """Unknown start (`/`)."""
    since: str
    """Open end (`/..`)."""
    since_unknown: str
    """Unknown end."""


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTHS_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

ENGLISH = DateWording(
    months=_MONTHS,
    standalone=_MONTHS,
    day="{day} {month} {year}",
    day_of_year="{day} {month}",
    days="{first}–{last} {month} {year}",
    days_of_year="{first}–{last} {month}",
    month="{month} {year}",
    month_of_year="{month}",
    months_range="{first}–{last} {year}",
    months_range_of_year="{first}–{last}",
    years="{first}–{last}",
    century="{first}–{last}",
    decade="{decade}s",
    decade_inside="the {decade}s",
    span="{first} – {last}",
    some_day="some day in {date}",
    some_time="some time in {date}",
    about="about {date}",
    uncertain="{date} (uncertain)",
    by="by {date}",
    until="until {date}, start unknown",
    since="from {date}",
    since_unknown="from {date}, end unknown",
)
"""Sentences and tooltips: “28 June – 2 July 2021”."""

ENGLISH_SHORT = DateWording(
    months=_MONTHS_SHORT,
    standalone=_MONTHS_SHORT,
    day="{day} {month} {year}",
    day_of_year="{day} {month}",
    days="{first}–{last} {month} {year}",
    days_of_year="{first}–{last} {month}",
    month="{month} {year}",
    month_of_year="{month}",
    months_range="{first}–{last} {year}",
    months_range_of_year="{first}–{last}",
    years="{first}–{last}",
    century="{first}–{last}",
    decade="{decade}s",
    decade_inside="{decade}s",
    span="{first} – {last}",
    some_day="a day in {date}",
    some_time="{date}",
    about="c. {date}",
    uncertain="{date}?",
    by="by {date}",
    until="until {date}, start?",
    since="from {date}",
    since_unknown="from {date}, end?",
)
"""The rail beside a timeline: “28 Jun – 2 Jul”."""


def say(edtf: str, wording: DateWording, *, year: bool) -> str:
    """What a valid EDTF text says, in words.

    Args:
        edtf: A text that `edtf.parse` accepts.
        wording: The language.
        year: False leaves the year out where the text has a month and one year only, for places
            whose heading names the year.
    """
    if len(edtf) == 10 and edtf[4] == edtf[7] == "-" and edtf[8:].isdigit() and edtf[5] != "X":
        # Most dates are a day.
        pattern = wording.day if year else wording.day_of_year
        month = wording.months[int(edtf[5:7]) - 1]
        return pattern.format(day=edtf[8:].lstrip("0"), month=month, year=edtf[:4])
    head, slash, tail = edtf.partition("/")
    if not slash:
        return _date(head, wording, year=year)
    if head in ("", ".."):
        pattern = wording.by if head else wording.until
        return pattern.format(date=_date(tail, wording, year=year, inside=True))
    if tail in ("", ".."):
        pattern = wording.since if tail else wording.since_unknown
        return pattern.format(date=_date(head, wording, year=year, inside=True))
    first, last = head.rstrip("~?%"), tail.rstrip("~?%")
    if head[len(first) :] == tail[len(last) :]:  # one doubt for both ends is said once
        return _qualified(_interval(first, last, wording, year=year), head[len(first) :], wording)
    year = year or not _same_year(first, last)
    return wording.span.format(
        first=_date(head, wording, year=year), last=_date(tail, wording, year=year)
    )


def _interval(first: str, last: str, wording: DateWording, *, year: bool) -> str:
    if first == last:
        return _plain(first, wording, year=year)
    same_year = _same_year(first, last)
    if "X" not in first and "X" not in last and len(first) == len(last):
        if len(first) == 4:
            return wording.years.format(first=first, last=last)
        if same_year and len(first) == 7:
            pattern = wording.months_range if year else wording.months_range_of_year
            return pattern.format(
                first=_month_alone(first, wording), last=_month_alone(last, wording), year=first[:4]
            )
        if first[:7] == last[:7]:
            pattern = wording.days if year else wording.days_of_year
            return pattern.format(
                first=_day_number(first),
                last=_day_number(last),
                month=_month_name(first, wording),
                year=first[:4],
            )
        if same_year:  # the year is said once, after the second day
            return wording.span.format(
                first=_plain(first, wording, year=False), last=_plain(last, wording, year=year)
            )
    year = year or not same_year
    return wording.span.format(
        first=_plain(first, wording, year=year, inside=True),
        last=_plain(last, wording, year=year, inside=True),
    )


def _same_year(first: str, last: str) -> bool:
    """Whether both name a month, and the same year, so that a heading can carry that year."""
    return min(len(first), len(last)) > 4 and first[:4] == last[:4]


def _date(text: str, wording: DateWording, *, year: bool, inside: bool = False) -> str:
    body = text.rstrip("~?%")
    mark = text[len(body) :]
    if mark in ("~", "%") and "-" in body and "X" in body:
        # “some day in about June”: the doubt is about June.
        known = body.partition("-XX")[0]
        said = _qualified(_plain(known, wording, year=year), "~", wording)
        return _qualified(_unspecified(body, said, wording), "?" if mark == "%" else "", wording)
    inside = inside or mark in ("~", "%")
    return _qualified(_plain(body, wording, year=year, inside=inside), mark, wording)


def _qualified(said: str, mark: str, wording: DateWording) -> str:
    if mark in ("~", "%"):
        said = wording.about.format(date=said)
    if mark in ("?", "%"):
        said = wording.uncertain.format(date=said)
    return said


def _unspecified(text: str, known: str, wording: DateWording) -> str:
    """`2021-06-XX` or `2021-XX`, `known` being the words for the part without X."""
    return (wording.some_time if text[5:7] == "XX" else wording.some_day).format(date=known)


def _plain(text: str, wording: DateWording, *, year: bool, inside: bool = False) -> str:
    """A date without qualifier; `inside` says that a preposition comes before it."""
    known, unspecified, _ = text.partition("-XX")
    if unspecified:
        return _unspecified(text, _plain(known, wording, year=year), wording)
    if len(text) == 4:
        if text.endswith("XX"):
            within = wording.century.format(first=f"{text[:2]}00", last=f"{text[:2]}99")
            return within if inside else wording.some_time.format(date=within)
        if text.endswith("X"):
            pattern = wording.decade_inside if inside else wording.decade
            return pattern.format(decade=f"{text[:3]}0")
        return text
    if len(text) == 7:
        pattern = wording.month if year else wording.month_of_year
        return pattern.format(month=_month_alone(text, wording), year=text[:4])
    pattern = wording.day if year else wording.day_of_year
    return pattern.format(day=_day_number(text), month=_month_name(text, wording), year=text[:4])


def _month_name(text: str, wording: DateWording) -> str:
    return wording.months[int(text[5:7]) - 1]


def _month_alone(text: str, wording: DateWording) -> str:
    return wording.standalone[int(text[5:7]) - 1]


def _day_number(text: str) -> str:
    return text[8:10].lstrip("0")


KEPT = 1 << 12
"""Dates whose words are kept, for each form: lists say the same few again and again."""


class DateLocale:
    """How one language says dates: in full, and short beside a timeline. Never changed."""

    __slots__ = ("abbreviated", "short", "wide", "words")

    def __init__(self, wide: DateWording, abbreviated: DateWording) -> None:
        self.wide = wide
        self.abbreviated = abbreviated
        self.words = lru_cache(maxsize=KEPT)(partial(say, wording=wide, year=True))
        """EDTF text → “about June 2021”, “28 June – 2 July 2021”."""
        self.short = lru_cache(maxsize=KEPT)(partial(say, wording=abbreviated, year=False))
        """EDTF text → “c. Jun”, “28 Jun – 2 Jul”, for a place whose heading names the year."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DateLocale) and (self.wide, self.abbreviated) == (
            other.wide,
            other.abbreviated,
        )

    def __hash__(self) -> int:
        return hash((self.wide, self.abbreviated))

    def __repr__(self) -> str:
        return f"DateLocale({self.wide!r}, {self.abbreviated!r})"


IN_ENGLISH = DateLocale(ENGLISH, ENGLISH_SHORT)
"""What a site says whose catalogue has no other words, and what editors are told."""
