"""Dates as precisely as a source gives them: EDTF levels 0 and 1, without times of day.

Accepted, after the Extended Date/Time Format specification of the Library of Congress (4 February
2019, https://www.loc.gov/standards/datetime/):

- level 0: `2021-07-08`, `2021-07`, `2021`, and intervals whose ends may differ in precision;
- level 1: one qualifier at the end of a date (`?` uncertain, `~` approximate, `%` both),
  unspecified digits from the right (`2021-07-XX`, `2021-XX-XX`, `2021-XX`, `202X`, `20XX`), and
  intervals with an open (`..`) or unknown (empty) end;
- from level 2 only this: the ends of an interval may have unspecified digits too (`199X/2001`).

Refused, with a message that says so: times of day (a chronology's days are local ones, and a time
would need a zone), seasons (they have no first and last day, so they would neither sort nor file;
the season is named in `date_note`), years before 0001 and after 9999 (HTML and ISO texts of fixed
length end there), and the rest of level 2.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from site_gen.dates.wording import IN_ENGLISH, DateLocale

Precision = Literal["day", "month", "year", "decade", "century", "interval"]

_LAST_DAY = {
    "01": "31",
    "02": "28",
    "03": "31",
    "04": "30",
    "05": "31",
    "06": "30",
    "07": "31",
    "08": "31",
    "09": "30",
    "10": "31",
    "11": "30",
    "12": "31",
}
_DAYS_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


class EdtfError(ValueError):
    """A text that is not a date; `message` says why, `hint` what to write instead (or is empty)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message}; hint: {hint}" if hint else message)
        self.message = message
        self.hint = hint


class EventDate:
    """When something happened, as far as is known. Made by `parse` only, shared, and never changed."""

    __slots__ = ("approximate", "edtf", "end", "precision", "start", "uncertain")

    edtf: str
    """The text as typed, without surrounding white space; everything else follows from it."""
    start: str | None
    """Earliest possible day, `YYYY-MM-DD`; None when the start is open or unknown.

    A qualifier does not move it: `2021-06~` begins on 2021-06-01, for EDTF gives “about” no width.
    """
    end: str | None
    """Latest possible day; None when the end is open or unknown."""
    precision: Precision
    """What is known: `2021-06-XX` is a month, `2021-XX` and `2021-XX-XX` are a year."""
    approximate: bool
    """Whether the date, or one end of the interval, is marked `~` or `%`."""
    uncertain: bool
    """Whether the date, or one end of the interval, is marked `?` or `%`."""

    def __init__(self, edtf: str, parts: _Parts) -> None:
        start, end, precision, approximate, uncertain = parts
        self.edtf = edtf
        self.start = start
        self.end = end
        self.precision = precision
        self.approximate = approximate
        self.uncertain = uncertain

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EventDate) and self.edtf == other.edtf

    def __hash__(self) -> int:
        return hash(self.edtf)

    def __repr__(self) -> str:
        return f"EventDate({self.edtf!r})"

    def __reduce__(self) -> tuple[object, ...]:
        """For pickling between the processes of one build."""
        return (parse, (self.edtf,))

    @property
    def sort_key(self) -> str:
        """Order of a chronology, oldest first; total, and equal only for equal texts.

        By the first day, and by the last day where the start is open or unknown (“by 25 June” stands at
        25 June). On the same day the wider span comes first, as a heading would: the year, the month, the
        day. An unbounded span is the widest. Then by the text.
        """
        # Made when it is asked for: kept, these would be half of what the dates of a large site take.
        start, end = self.start, self.end
        if start and start == end:
            return f"{start} ~{self.edtf}"  # the narrowest, so behind every number
        until = 9999_99_99 - int(end.replace("-", "")) if start and end else 0
        return f"{start or end} {until:08} {self.edtf}"

    @property
    def time_precision(self) -> int:
        """ACLED's code: 1 the day is known, 2 within a week, 3 within a month or vaguer.

        A day, or an interval of at most a week, that is approximate or uncertain is a 2.
        https://acleddata.com/methodology/acled-codebook (“Time precision”)
        """
        days = self.days()
        if days is None or days > 7:
            return 3
        return 1 if days == 1 and not (self.approximate or self.uncertain) else 2

    def words(self, locale: DateLocale = IN_ENGLISH) -> str:
        """For people: “about June 2021”, “28 June – 2 July 2021”, “by 25 June 2021”.

        Args:
            locale: of the site; English is for those who edit it.
        """
        return locale.words(self.edtf)

    def short(self, locale: DateLocale = IN_ENGLISH) -> str:
        """For a narrow rail below a heading that names the year: “c. Jun”, “28 Jun – 2 Jul”.

        The year is left out where the text has a month, and kept where the ends of an interval
        lie in different years.
        """
        return locale.short(self.edtf)

    def machine(self) -> str:
        """Value for the `datetime` attribute of HTML's `<time>`, or an empty string.

        A day, a month or a year. HTML has no form for intervals, decades and doubt, and a machine
        would take `2021-06` for certain; so those have none.
        https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-time-element
        """
        if self.approximate or self.uncertain or self.start is None:
            return ""
        match self.precision:
            case "day":
                return self.start
            case "month":
                return self.start[:7]
            case "year":
                return self.start[:4]
            case _:
                return ""

    def days(self) -> int | None:
        """Number of days from the earliest to the latest, both counted; None when unbounded."""
        if self.start is None or self.end is None:
            return None
        return _ordinal(self.end) - _ordinal(self.start) + 1

    def overlaps(self, other: EventDate) -> bool:
        """Whether some day is possible for both; an open or unknown end excludes nothing."""
        return not (
            (self.end is not None and other.start is not None and self.end < other.start)
            or (other.end is not None and self.start is not None and other.end < self.start)
        )

    def within(self, other: EventDate) -> bool:
        """Whether every day possible for this one is possible for `other`."""
        after = other.start is None or (self.start is not None and self.start >= other.start)
        before = other.end is None or (self.end is not None and self.end <= other.end)
        return after and before

    def months(self) -> tuple[str, ...]:
        """The month, `YYYY-MM`, under which the date is filed: one, or none.

        An interval is filed where it is sorted: in the month of its start, or of its end when the
        start is open or unknown. A date, or an end, that names no month belongs to none.
        """
        return _months(self.edtf)


@lru_cache(maxsize=1 << 14)
def _months(edtf: str) -> tuple[str, ...]:
    """As `EventDate.months` has it; asked for every event with every page that shows them all."""
    head, _, tail = edtf.partition("/")
    month = (tail if head in ("", "..") else head)[:7].rstrip("~?%")
    return (month,) if len(month) == 7 and month[5:] != "XX" else ()


@lru_cache(maxsize=1 << 14)
def parse(text: str) -> EventDate:
    """Read an EDTF text; surrounding white space is ignored.

    Raises:
        EdtfError: When it is not a date of the kinds that this module lists.
    """
    parts = _parts(text)
    if parts is None:
        text = text.strip()
        parts = _parts(text)
        if parts is None:
            from site_gen.dates.hints import explain

            raise EdtfError(*explain(text, lambda other: _parts(other) is not None))
    return EventDate(text, parts)


_Parts = tuple[str | None, str | None, Precision, bool, bool]
_NO_DATE = ("", "..")
"""What stands at an end of an interval that is unknown, or open."""
_UNBOUNDED: _Parts = (None, None, "interval", False, False)


def _parts(text: str) -> _Parts | None:
    """Everything about a date but its text; None when it is none. ASCII only, as EDTF is."""
    if not text.isascii():  # for isdigit() is true of ۲۰۲۱ and of ²
        return None
    return _simple(text) or _interval(text)


def _simple(text: str) -> _Parts | None:
    """The same for a single date."""
    approximate = uncertain = False
    if text[-1:] in ("~", "?", "%"):
        approximate = text[-1] != "?"
        uncertain = text[-1] != "~"
        text = text[:-1]
    year, size = text[:4], len(text)
    if size == 4 and year.endswith("X"):
        known = year.rstrip("X")
        if not known.isdigit() or len(known) < 2 or int(known) == 0:
            return None
        # Nothing below the year 0001 can be written, hence no 000X and no 00XX.
        precision: Precision = "decade" if len(known) == 3 else "century"
        first, last = known.ljust(4, "0"), known.ljust(4, "9")
        return (f"{first}-01-01", f"{last}-12-31", precision, approximate, uncertain)
    if not year.isdigit() or year == "0000":
        return None
    if size == 4:
        return (f"{year}-01-01", f"{year}-12-31", "year", approximate, uncertain)
    if text[4:5] != "-":
        return None
    month = text[5:7]
    if month == "XX" and text[7:] in ("", "-XX"):
        return (f"{year}-01-01", f"{year}-12-31", "year", approximate, uncertain)
    last_day = _last_day(year, month)
    if last_day is None:
        return None
    if size == 7 or text[7:] == "-XX":
        return (f"{text[:7]}-01", f"{text[:7]}-{last_day}", "month", approximate, uncertain)
    day = text[8:]
    if size != 10 or text[7] != "-" or not day.isdigit() or not "01" <= day <= last_day:
        return None
    return (text, text, "day", approximate, uncertain)


def _interval(text: str) -> _Parts | None:
    """The same for `A/B`; None also when it runs backwards or has no date at either end."""
    head, slash, tail = text.partition("/")
    if not slash or (head in _NO_DATE and tail in _NO_DATE):
        return None
    first = _UNBOUNDED if head in _NO_DATE else _simple(head)
    last = _UNBOUNDED if tail in _NO_DATE else _simple(tail)
    if first is None or last is None:
        return None
    if first[0] is not None and last[1] is not None and first[0] > last[1]:
        return None
    return (first[0], last[1], "interval", first[3] or last[3], first[4] or last[4])


def _last_day(year: str, month: str) -> str | None:
    """Two digits; None when there is no such month. Proleptic Gregorian, as in ISO 8601."""
    if month == "02" and _leap(int(year)):
        return "29"
    return _LAST_DAY.get(month)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _ordinal(day: str) -> int:
    """Number of the day `YYYY-MM-DD`, 0001-01-01 being 1 (as `datetime.date.toordinal`)."""
    year, month = int(day[:4]), int(day[5:7])
    past = year - 1
    leap_day = month > 2 and _leap(year)
    return (
        past * 365
        + past // 4
        - past // 100
        + past // 400
        + _DAYS_BEFORE_MONTH[month - 1]
        + leap_day
        + int(day[8:10])
    )
