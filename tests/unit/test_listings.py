"""How a long listing is cut into pages."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from site_gen.dates.wording import IN_ENGLISH
from site_gen.pages.listings import MAX_EVENTS, bin_label, bins


def rows(*days: str) -> list[Any]:
    return [
        SimpleNamespace(event=SimpleNamespace(date=SimpleNamespace(start=day, end=day)))
        for day in days
    ]


def test_a_short_listing_is_one_piece() -> None:
    listed = rows("2031-04-01", "2031-05-01")
    assert bins(listed, 2) == [("", tuple(listed))]


@pytest.mark.parametrize(
    ("days", "keys"),
    [
        (["1991-01-01", "1992-01-01", "2001-01-01"], ["199", "200"]),
        (["1991-01-01", "1992-01-01", "1993-01-01"], ["1991", "1992", "1993"]),
        (["1991-01-01", "1991-01-02", "1991-02-01", "1991-02-02"], ["1991-01", "1991-02"]),
        (["1991-01-01"] * 5, ["1991-01-01", "1991-01-01.2", "1991-01-01.3"]),
    ],
)
def test_a_long_one_is_cut_at_the_calendar_and_a_full_day_by_number(
    days: list[str], keys: list[str]
) -> None:
    found = bins(rows(*days), 2)
    assert [key for key, _ in found] == keys
    assert all(len(piece) <= 2 for _, piece in found)
    assert sum(len(piece) for _, piece in found) == len(days)


def test_a_day_of_a_thousand_events_stays_below_the_limit() -> None:
    assert [len(piece) for _, piece in bins(rows(*["2031-04-12"] * 1001))] == [
        MAX_EVENTS,
        MAX_EVENTS,
        1,
    ]


def test_pieces_have_names_for_people() -> None:
    assert bin_label("199", IN_ENGLISH) == "1990s"
    assert bin_label("1998-04", IN_ENGLISH) == "April 1998"
    assert bin_label("1998-04-12.2", IN_ENGLISH) == "12 April 1998 (2)"
