"""The chart of activity and the shades of the map."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from site_gen.dates.edtf import parse
from site_gen.dates.wording import IN_ENGLISH
from site_gen.pages.charts import BAND_HEIGHT, chart
from site_gen.pages.maps import LARGE, LETTER, LINE, SMALL, place_names, shade, shade_scale
from site_gen.parsing.config import Era


def row(date: str, status: str = "reported") -> Any:
    return SimpleNamespace(
        event=SimpleNamespace(date=parse(date)), verdict=SimpleNamespace(status=status)
    )


def test_only_events_known_to_the_day_are_counted_in_days() -> None:
    rows = [row("2021-06-20"), row("2021-06-20", "disputed"), row("2021-06"), row("../2021-06-25")]
    view = chart(rows, (), "2021-06-01", "2021-06-30", IN_ENGLISH)
    assert view is not None
    assert (view.unit, view.units, view.counted, view.total) == ("day", 30, 2, 4)
    [bar] = view.bars
    assert (bar.start, bar.events, bar.disputed) == ("2021-06-20", 2, 1)
    assert bar.height == 2 * bar.disputed_height
    assert bar.y + bar.height == bar.disputed_y + bar.disputed_height == view.base


def test_doubtful_days_are_told_apart_within_their_bar() -> None:
    dates = ["2021-06-20", "2021-06-20", "2021-06-20~", "2021-06-20?", "2021-06-20%"]
    status = ["disputed", "reported", "disputed", "reported", "reported"]
    view = chart(
        [*map(row, dates, status), row("2021-06-21")], (), "2021-06-01", "2021-06-30", IN_ENGLISH
    )
    assert view is not None
    assert (view.counted, view.about) == (6, 3)
    bar, sharp = view.bars
    assert (bar.events, bar.disputed, bar.about) == (5, 2, 3)
    one = bar.height / 5
    # From below: a disputed day, a disputed “about”, two “about” of the others, a day.
    assert bar.about_y == pytest.approx(view.base - 4 * one, abs=0.1)
    assert bar.about_height == pytest.approx(3 * one, abs=0.1)
    assert (sharp.about, sharp.about_height) == (0, 0)


def test_bars_lie_within_their_day() -> None:
    view = chart([row("2021-06-01"), row("2021-06-10")], (), "2021-06-01", "2021-06-10", IN_ENGLISH)
    assert view is not None
    assert 0 < view.bars[0].x < view.bars[0].x + view.bars[0].width < 10
    assert 90 < view.bars[1].x < view.bars[1].x + view.bars[1].width < 100


def test_a_long_period_is_counted_in_months() -> None:
    view = chart([row("1999-03-05"), row("1999-03"), row("2003")], (), "", "", IN_ENGLISH)
    assert view is not None
    assert (view.unit, view.counted, view.units) == ("month", 2, 58)
    assert [bar.label for bar in view.bars] == ["March 1999"]
    assert [tick.label for tick in view.ticks] == ["2000", "2001", "2002", "2003"]
    # Its description says no day either: what is from 2003 lasts until December, not until the 31st.
    assert (view.first, view.last) == ("March 1999", "December 2003")


def test_nothing_within_the_period_is_no_chart() -> None:
    assert chart([row("2001-09-11")], (), "2021-06-01", "2021-06-30", IN_ENGLISH) is None
    assert chart([], (), "", "", IN_ENGLISH) is None


def test_eras_are_cut_to_the_period() -> None:
    eras = (
        Era(title="within", date=parse("2021-06-11/2021-06-20")),
        Era(title="late", date=parse("2021-06-21/2021-07-20")),
        Era(title="over", date=parse("1999")),
    )
    view = chart([row("2021-06-01")], eras, "2021-06-01", "2021-06-30", IN_ENGLISH)
    assert view is not None
    within, late = view.bands
    assert (within.x, within.width, within.y) == (33.333, 33.333, 0)
    assert not within.before
    assert not within.after
    assert (late.x, late.width, late.y) == (66.667, 33.333, BAND_HEIGHT)
    assert (late.before, late.after) == (False, True)


def test_an_era_from_edge_to_edge_is_a_line_of_text() -> None:
    """Three bands as wide as the chart told nothing that needs a band, and pushed it down the page."""
    eras = (
        Era(title="long", date=parse("2020-02/..")),
        Era(title="within", date=parse("2021-06-11/2021-06-20")),
    )
    view = chart([row("2021-06-01")], eras, "2021-06-01", "2021-06-30", IN_ENGLISH)
    assert view is not None
    assert view.throughout == (("long", "from February 2020"),)
    assert [band.label for band in view.bands] == ["within"]
    assert view.bands[0].y == 0


NAMES = {"A": "Norvale", "B": "Southmere", "C": "Eastport", "D": "Westing"}
POINTS = {"A": (100.0, 100.0), "B": (100.0, 160.0), "C": (300.0, 100.0), "D": (100.0, 130.0)}


def apart(names: dict[str, tuple[float, float]], size: float) -> bool:
    def width(code: str) -> float:
        return LETTER * size * len(NAMES[code])

    return all(
        abs(y - v) >= LINE * size or abs(x - u) >= (width(code) + width(other)) / 2
        for code, (x, y) in names.items()
        for other, (u, v) in names.items()
        if code != other
    )


def test_names_on_the_map_lie_beside_each_other_the_busiest_first() -> None:
    """Of the size that a phone needs, one of the busiest provinces had no name."""
    small = place_names(NAMES, {"A": 9, "B": 8, "C": 1, "D": 7}, POINTS, ())
    assert list(small) == ["A", "B", "C"]
    assert small["A"] == POINTS["A"]
    assert small["C"] == POINTS["C"]
    assert apart(small, SMALL)


def test_a_large_map_has_room_for_more_names() -> None:
    counts = {"A": 9, "B": 8, "C": 1, "D": 7}
    small = place_names(NAMES, counts, POINTS, ())
    more = place_names(NAMES, counts, POINTS, (), small)
    assert list(more) == ["D"]
    assert apart({**small, **more}, LARGE)


def test_a_name_leaves_a_dot_free_where_it_can() -> None:
    dot: Any = SimpleNamespace(x=100, y=95)
    [(x, y)] = place_names({"A": "Norvale"}, {"A": 1}, POINTS, (dot,)).values()
    assert (x, y) != POINTS["A"]
    assert abs(x - 100) + abs(y - 100) <= 3 * SMALL
    assert not y - SMALL < dot.y < y + 0.3 * SMALL


def test_shades_follow_the_square_root() -> None:
    assert [shade(n, 16) for n in (0, 1, 2, 4, 5, 9, 10, 16)] == [0, 1, 2, 2, 3, 3, 4, 4]
    assert shade_scale(16) == ((0, 0, 0), (1, 1, 1), (2, 2, 4), (3, 5, 9), (4, 10, 16))


@pytest.mark.parametrize("most", [0, 1, 2, 3, 7, 100])
def test_the_scale_covers_every_number_once(most: int) -> None:
    covered = [n for _, low, high in shade_scale(most) for n in range(low, high + 1)]
    assert covered == list(range(most + 1))
