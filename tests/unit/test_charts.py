"""The chart of activity and the shades of the map."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from site_gen.config import Era
from site_gen.date_wording import IN_ENGLISH
from site_gen.edtf import parse
from site_gen.pages.charts import BAND_HEIGHT, chart
from site_gen.pages.maps import shade, shade_scale


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
        Era(title="long", date=parse("2020-02/..")),
        Era(title="within", date=parse("2021-06-11/2021-06-20")),
        Era(title="over", date=parse("1999")),
    )
    view = chart([row("2021-06-01")], eras, "2021-06-01", "2021-06-30", IN_ENGLISH)
    assert view is not None
    long, within = view.bands
    assert (long.x, long.width, long.before, long.after) == (0, 100, True, True)
    assert (within.x, within.width, within.y) == (33.333, 33.333, BAND_HEIGHT)
    assert not within.before
    assert not within.after


def test_shades_follow_the_square_root() -> None:
    assert [shade(n, 16) for n in (0, 1, 2, 4, 5, 9, 10, 16)] == [0, 1, 2, 2, 3, 3, 4, 4]
    assert shade_scale(16) == ((0, 0, 0), (1, 1, 1), (2, 2, 4), (3, 5, 9), (4, 10, 16))


@pytest.mark.parametrize("most", [0, 1, 2, 3, 7, 100])
def test_the_scale_covers_every_number_once(most: int) -> None:
    covered = [n for _, low, high in shade_scale(most) for n in range(low, high + 1)]
    assert covered == list(range(most + 1))
