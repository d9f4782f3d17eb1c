"""The plot of a series, drawn at build time: time to the right, numbers upwards.

Horizontal measures are percent of the plot's width, so that one drawing fits a phone and a wide
screen with its lettering unscaled; vertical ones are pixels. What a number's qualifier says is told by
its marker, what it counts by a letter; colour tells nothing. Only points that count the same, in the
same voice, are joined.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from site_gen.pages.cards import figure_words
from site_gen.pages.views import MarkView, PlotView, ScopeView, StrokeView, TickView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from site_gen.chronology.timeline import Point
    from site_gen.dates.edtf import EventDate
    from site_gen.dates.wording import DateLocale
    from site_gen.model import Qualifier
    from site_gen.themes.catalogue import Catalogue

HEIGHT = 200
"""Of the field between the axis and the highest number, in pixels."""
TOP = 36
BOTTOM = 24
LEFT, RIGHT = 9.0, 3.0
"""Percent kept free beside the first and the last day."""
NOMINAL = 680
"""Width in pixels at which labels are laid out; narrower screens show the letters only."""
CHARACTER = 6.6
"""Width of an average character of a label, in pixels."""

SHAPES: dict[Qualifier, str] = {
    "exactly": "exact",
    "more than": "above",
    "at least": "above",
    "nearly": "below",
    "up to": "below",
    "fewer than": "below",
    "about": "about",
    "expected": "ahead",
    "planned": "ahead",
}
"""What a qualifier looks like: filled, open with an arrow up or down, dashed ring, hollow square."""


def letter(number: int) -> str:
    """A, B … Z, AA, AB …: the mark of the scope of that number, from 0."""
    head = letter(number // 26 - 1) if number >= 26 else ""
    return head + chr(ord("A") + number % 26)


def tags(points: Sequence[Point]) -> tuple[str, ...]:
    """What each point is called in plot and table: A1, A2, B; empty for figures in words.

    A letter for each scope, in order of appearance, and a number where it has several points.
    """
    scopes: dict[str, list[int]] = {}
    for position, point in enumerate(points):
        if point.figure.value is not None:
            scopes.setdefault(point.figure.scope, []).append(position)
    found = [""] * len(points)
    for number, positions in enumerate(scopes.values()):
        for count, position in enumerate(positions, start=1):
            found[position] = letter(number) + (str(count) if len(positions) > 1 else "")
    return tuple(found)


def plot(
    points: Sequence[Point], voices: Sequence[str], unit: str, words: Catalogue
) -> PlotView | None:
    """The plot of a series; None when it has no number with a date.

    Args:
        points: of the series, by date.
        voices: who gives each of them.
        unit: what is counted.
        words: in which dates and numbers are said.
    """
    named = tags(points)
    drawn = [
        (point, tag, voice)
        for point, tag, voice in zip(points, named, voices, strict=True)
        if tag and (point.figure.as_of.start or point.figure.as_of.end)
    ]
    if not drawn:
        return None
    dates = [point.figure.as_of for point, _, _ in drawn]
    span = _Span.of(dates)
    top = _round_up(max(p.figure.high or p.figure.value or 0 for p, _, _ in drawn))
    base = TOP + HEIGHT

    def height(value: float) -> float:
        return round(base - HEIGHT * value / top, 1)

    layout = _Layout()
    marks = []
    for point, tag, voice in drawn:
        figure, when = point.figure, point.figure.as_of
        start, end = when.start or when.end or "", when.end or when.start or ""
        x, y = span.middle(start, end), height(figure.value or 0)
        marks.append(
            MarkView(
                tag=tag,
                value=figure_words(figure, words.number),
                shape=SHAPES[figure.qualifier],
                qualifier="" if figure.qualifier == "exactly" else figure.qualifier,
                x=x,
                y=y,
                y_high=None if figure.high is None else height(figure.high),
                x1=span.percent(start) if start < end else None,
                x2=span.percent(end, after=1) if start < end else None,
                before=when.start is None,
                after=when.end is None,
                vague=when.approximate or when.uncertain,
                voice=voice,
                date=words.words(when),
                scope=figure.scope,
            )
        )
        layout.block(marks[-1])
    marks = [layout.place(mark) for mark in marks]
    scopes: dict[str, str] = {}
    for point, tag, _ in drawn:
        scopes.setdefault(point.figure.scope, tag.rstrip("0123456789"))
    return PlotView(
        unit=unit,
        height=base + BOTTOM,
        base=base,
        top=TOP,
        rungs=tuple(_rungs(top, height, words.number)),
        ticks=span.ticks(words.dates),
        strokes=tuple(_strokes(drawn, marks)),
        marks=tuple(marks),
        scopes=tuple(ScopeView(tag=tag, name=name) for name, tag in scopes.items()),
        shapes=tuple(
            dict.fromkeys((m.shape, m.qualifier) for m in marks if m.qualifier),
        ),
        ranges=any(mark.y_high is not None for mark in marks),
        spans=any(mark.x1 is not None for mark in marks),
        open=any(mark.before for mark in marks),
        vague=any(mark.vague for mark in marks),
        first=words.words(dates[0]),
        last=words.words(max(dates, key=lambda when: when.end or when.start or "")),
    )


def _round_up(value: float) -> float:
    """The least round number that is not below; halves of a whole thing are not round."""
    if value <= 0:
        return 1
    power = 10.0 ** floor(log10(value))
    steps = (1, 2, 3, 4, 5, 6, 8, 10) if power == 1 else (1, 1.5, 2, 3, 4, 5, 6, 8, 10)
    return next(step * power for step in steps if step * power >= value)


def _rungs(
    top: float, height: Callable[[float], float], words: Callable[[float], str]
) -> Iterable[tuple[float, str]]:
    """(height, label) of the lines of the scale, up to its top."""
    number = next(
        n
        for n in (4, 5, 3, 2, 1)
        if f"{top / n:e}".startswith(("1.000000e", "2.000000e", "5.000000e"))
        and (top < 1 or (top / n).is_integer())
    )
    for step in range(number + 1):
        yield height(step * top / number), words(float(f"{step * top / number:.10g}"))


def _strokes(
    drawn: Sequence[tuple[Point, str, str]], marks: Sequence[MarkView]
) -> Iterable[StrokeView]:
    """Lines between points that count the same in the same voice, one after the other.

    Not where a dispute names both: a line would make one course of two accounts.
    """
    last: dict[tuple[str, str], int] = {}
    for position, (point, _, voice) in enumerate(drawn):
        key = (point.figure.scope, voice)
        when = point.figure.as_of
        if key in last:
            earlier = drawn[last[key]][0].figure.as_of
            agree = set(drawn[last[key]][0].row.disputes).isdisjoint(point.row.disputes)
            if agree and earlier.end and when.start and earlier.end < when.start:
                one, other = marks[last[key]], marks[position]
                yield StrokeView(x1=one.x, y1=one.y, x2=other.x, y2=other.y)
        last[key] = position


class _Span(Struct, frozen=True):
    """The days of a plot."""

    first: date
    last: date

    @classmethod
    def of(cls, dates: Iterable[EventDate]) -> _Span:
        ends = [end for when in dates for end in (when.start, when.end) if end]
        return cls(date.fromisoformat(min(ends)), date.fromisoformat(max(ends)))

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def percent(self, day: str, *, after: float = 0) -> float:
        """Where a day begins (`after` 0), or ends (1), in percent of the width."""
        passed = (date.fromisoformat(day) - self.first).days + after
        return round(LEFT + (100 - LEFT - RIGHT) * passed / self.days, 2)

    def middle(self, start: str, end: str) -> float:
        return round((self.percent(start) + self.percent(end, after=1)) / 2, 2)

    def ticks(self, locale: DateLocale) -> tuple[TickView, ...]:
        """Up to about eight days, firsts of months, or years, each where it begins or in its day."""
        if self.days <= 62:
            step = next(s for s in (1, 2, 7, 14) if self.days / s <= 8)
            found = [self.first + timedelta(days=n) for n in range(0, self.days, step)]
            return tuple(self._tick(day, locale.short(day.isoformat()), 0.5) for day in found)
        if self.days <= 800:
            months = [day for day in self._firsts() if day >= self.first]
            step = ceil(len(months) / 8) or 1
            return tuple(
                self._tick(day, locale.words(day.isoformat()[:7]), 0) for day in months[::step]
            )
        years = [date(year, 1, 1) for year in range(self.first.year + 1, self.last.year + 1)]
        return tuple(self._tick(d, str(d.year), 0) for d in years[:: ceil(len(years) / 8) or 1])

    def _tick(self, day: date, label: str, after: float) -> TickView:
        return TickView(x=self.percent(day.isoformat(), after=after), label=label, major=True)

    def _firsts(self) -> Iterable[date]:
        year, month = self.first.year, self.first.month
        while (day := date(year, month, 1)) <= self.last:
            yield day
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)


class _Layout:
    """Finds room for labels, so that none covers a marker or another label."""

    def __init__(self) -> None:
        self._taken: list[tuple[float, float, float, float]] = []

    def block(self, mark: MarkView) -> None:
        """Keep the place of a marker free, of its arrow, and of the bar of its date."""
        centre, y = mark.x * NOMINAL / 100, mark.y
        upper = min(mark.y_high or y, y) - (15 if mark.shape == "above" else 8)
        lower = y + (15 if mark.shape == "below" else 8)
        self._taken.append((centre - 7, upper, centre + 7, lower))
        left, right = centre - 26 * mark.before - 15 * mark.vague, centre + 26 * mark.after
        if mark.x1 is not None and mark.x2 is not None:
            left, right = mark.x1 * NOMINAL / 100, mark.x2 * NOMINAL / 100
        self._taken.append((left, y - 2, right, y + 2))

    def place(self, mark: MarkView) -> MarkView:
        """The mark with its label where there is room; with its tag alone where there is none."""
        full = len(f"{mark.tag} {mark.qualifier} {mark.value}, {mark.voice}") * CHARACTER
        for width, told in ((full, True), (len(mark.tag) * CHARACTER + 4, False)):
            for side, rise in (
                ("right", 0),
                ("left", 0),
                ("right", -18),
                ("right", 18),
                ("left", -18),
                ("left", 18),
            ):
                box = self._box(mark, width, side, rise)
                if self._free(box):
                    self._taken.append(box)
                    return replace(mark, side=side, rise=rise, told=told)
        return replace(mark, told=False)

    @staticmethod
    def _box(
        mark: MarkView, width: float, side: str, rise: float
    ) -> tuple[float, float, float, float]:
        centre, middle = mark.x * NOMINAL / 100, mark.y + rise
        left = centre + 11 if side == "right" else centre - 11 - width
        return (left, middle - 7, left + width, middle + 7)

    def _free(self, box: tuple[float, float, float, float]) -> bool:
        left, top, right, bottom = box
        if left < 0 or right > NOMINAL or top < 0:
            return False
        return all(
            right <= x1 or left >= x2 or bottom <= y1 or top >= y2 for x1, y1, x2, y2 in self._taken
        )
