"""The chart of activity: how many events by day or month, under the eras that they fall into.

Horizontal measures are percent of the chart's width, so that the same drawing fits a phone and a
wide screen with its lettering unscaled; vertical ones are pixels.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from site_gen.dates.edtf import parse
from site_gen.pages.views import BandView, BarView, ChartView, TickView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from site_gen.chronology.rows import Row
    from site_gen.dates.edtf import EventDate
    from site_gen.dates.wording import DateLocale
    from site_gen.parsing.config import Era

BAR_HEIGHT = 96
BAND_HEIGHT = 20
AXIS_HEIGHT = 20
LONGEST_BY_DAY = 400
"""Days from which on a chart counts months."""


def chart(
    rows: Sequence[Row],
    eras: Sequence[Era],
    period_start: str,
    period_end: str,
    locale: DateLocale,
) -> ChartView | None:
    """The chart of some events within a period; None when nothing falls into it.

    Only events dated to the day are counted in days, only those dated to the month in months; what is
    “about” a day, or doubtful, is told apart: no precision is invented. In a bar stand, from below,
    the disputed, of them the doubtful last, then the doubtful of the others: both lie side by side.

    Args:
        rows: the events.
        eras: of the site.
        period_start: first ISO day shown; empty: the first event's.
        period_end: last ISO day shown; empty: the last event's.
        locale: in which dates are said.
    """
    # Many events share a date: what follows from it is found out once.
    tally = Counter([(row.event.date.edtf, row.verdict.status) for row in rows])
    dates = {row.event.date.edtf: row.event.date for row in rows}
    known = {edtf: when for edtf, when in dates.items() if when.start and when.end}
    first = period_start or min((when.start or "" for when in known.values()), default="")
    last = period_end or max((when.end or "" for when in known.values()), default="")
    if not first or not last or first > last:
        return None
    scale = _Scale(first, last)
    counted: Counter[str] = Counter()
    hot: Counter[str] = Counter()
    vague: Counter[str] = Counter()
    hot_and_vague: Counter[str] = Counter()
    for (edtf, status), events in tally.items():
        if edtf in known and scale.counts(known[edtf]):
            key = scale.key(known[edtf].start or "")
            loose = _loose(known[edtf])
            counted[key] += events
            hot[key] += events if status == "disputed" else 0
            vague[key] += events if loose else 0
            hot_and_vague[key] += events if loose and status == "disputed" else 0
    if not counted:
        return None
    peak = max(counted.values())
    bands, throughout = _bands(eras, scale, locale)
    base = BAND_HEIGHT * len(bands) + BAR_HEIGHT + 18

    def tall(events: int) -> float:
        return round(BAR_HEIGHT * events / peak, 1)

    def bar(key: str) -> BarView:
        events, disputed, about = counted[key], hot[key], vague[key]
        sharp = disputed - hot_and_vague[key]
        when = parse(key)
        return BarView(
            start=when.start or key,
            end=when.end or key,
            label=when.words(locale),
            events=events,
            disputed=disputed,
            x=scale.percent(key, inset=0.12),
            width=round(76 / scale.units, 3),
            y=round(base - tall(events), 1),
            height=tall(events),
            disputed_y=round(base - tall(disputed), 1),
            disputed_height=tall(disputed),
            about=about,
            about_y=round(base - tall(sharp + about), 1),
            about_height=tall(about),
        )

    return ChartView(
        unit=scale.unit,
        start=first,
        end=last,
        units=scale.units,
        height=base + AXIS_HEIGHT,
        base=base,
        bar_height=BAR_HEIGHT,
        bars=tuple(map(bar, sorted(counted))),
        ticks=scale.ticks(locale),
        bands=bands,
        peak=peak,
        peak_label=locale.words(min(k for k, events in counted.items() if events == peak)),
        counted=sum(counted.values()),
        about=sum(vague.values()),
        total=len(rows),
        first=locale.words(scale.key(first)),
        last=locale.words(scale.key(last)),
        throughout=throughout,
    )


def _loose(when: EventDate) -> bool:
    """Whether a date is approximate or uncertain."""
    return when.approximate or when.uncertain


class _Scale:
    """Where a day or month lies between the ends of a chart."""

    def __init__(self, first: str, last: str) -> None:
        self.first, self.last = first, last
        days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
        self.unit = "day" if days <= LONGEST_BY_DAY else "month"
        self.units = days if self.unit == "day" else self._number(last) + 1

    def key(self, day: str) -> str:
        return day if self.unit == "day" else day[:7]

    def counts(self, when: EventDate) -> bool:
        sharp = when.precision == "day" if self.unit == "day" else bool(when.months())
        return sharp and self.first <= (when.start or "") <= self.last

    def _number(self, day: str) -> int:
        """How many units lie between the start and a day."""
        if self.unit == "day":
            return (date.fromisoformat(day) - date.fromisoformat(self.first)).days
        months = 12 * (int(day[:4]) - int(self.first[:4]))
        return months + int(day[5:7]) - int(self.first[5:7])

    def percent(self, day: str, *, inset: float = 0) -> float:
        """How far from the start, in percent of the whole; `inset` in units."""
        return round(100 * (self._number(day) + inset) / self.units, 3)

    def ticks(self, locale: DateLocale) -> tuple[TickView, ...]:
        """By days: months, and weeks where they fit. By months: years."""
        begin, end = date.fromisoformat(self.first), date.fromisoformat(self.last)
        found = []
        if self.unit == "day":
            for number in range(self.units):
                day = begin + timedelta(days=number)
                month = day.day == 1 or number == 0
                if month or (self.units <= 100 and day.day in (8, 15, 22)):
                    label = locale.wide.standalone[day.month - 1] if month else str(day.day)
                    x = self.percent(day.isoformat())
                    found.append(TickView(x=x, label=label, major=month))
            return tuple(found)
        years = range(begin.year + (begin.month > 1), end.year + 1)
        step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 1000) if len(years) / s <= 12)
        for year in years:
            labelled = year % step == 0
            if labelled or len(years) <= 60:
                x = self.percent(f"{year:04}-01-01")
                found.append(TickView(x=x, label=str(year) if labelled else "", major=labelled))
        return tuple(found)


def _bands(
    eras: Sequence[Era], scale: _Scale, locale: DateLocale
) -> tuple[tuple[BandView, ...], tuple[tuple[str, str], ...]]:
    """One row for each era that begins or ends within the period; (title, date) of those that outlast it.

    Both in the order of the site. A band from edge to edge says nothing that a line of text does not.
    """
    found: list[BandView] = []
    throughout: list[tuple[str, str]] = []
    for era in eras:
        start, end = era.date.start or scale.first, era.date.end or scale.last
        if start > scale.last or end < scale.first:
            continue
        before = era.date.start is None or era.date.start < scale.first
        after = era.date.end is None or era.date.end > scale.last
        if before and after:
            throughout.append((era.title, era.date.words(locale)))
            continue
        left = scale.percent(max(start, scale.first))
        right = scale.percent(min(end, scale.last)) + 100 / scale.units
        found.append(
            BandView(
                label=era.title,
                date=era.date.words(locale),
                x=left,
                width=round(right - left, 3),
                y=BAND_HEIGHT * len(found),
                height=BAND_HEIGHT - 2,
                before=before,
                after=after,
            )
        )
    return tuple(found), tuple(throughout)
