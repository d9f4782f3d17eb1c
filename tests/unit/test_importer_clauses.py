"""Which figure and which speaker belongs to which of several days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from site_gen.importer.clauses import Dated, day_of, place_of
from site_gen.importer.dates.finding import find_dates
from site_gen.importer.figures import find_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

MONDAY, TUESDAY, WEDNESDAY = "2021-06-07", "2021-06-08", "2021-06-09"


def figures(text: str) -> Iterator[tuple[float | None, str | None]]:
    dated = [
        Dated(start=d.start, end=d.end, day=d.value)
        for d in find_dates([(1, text)], date(2021, 6, 10))
    ]
    for figure in find_figures([(1, text)]):
        yield figure.value, day_of(text, figure.start, figure.end, dated)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday 3 men were killed and on Tuesday 5 more.", [(3, MONDAY), (5, TUESDAY)]),
        (
            "Three men were killed and seven wounded on Monday and five died on Tuesday.",
            [(3, MONDAY), (7, MONDAY), (5, TUESDAY)],
        ),
        (
            "On Monday, three men were killed and seven wounded, and on Tuesday, five died.",
            [(3, MONDAY), (7, MONDAY), (5, TUESDAY)],
        ),
        ("Three men were killed on Monday, the governor said on Tuesday.", [(3, MONDAY)]),
        ("The governor said on Tuesday that three men had been killed on Monday.", [(3, MONDAY)]),
        ("The toll rose from 3 on Monday to 5 on Tuesday.", [(3, MONDAY), (5, TUESDAY)]),
        (
            "Five women died on Tuesday after three men were killed on Monday.",
            [(5, TUESDAY), (3, MONDAY)],
        ),
        (
            "Three men died in Gao on Monday, two in Mopti on Tuesday and one in Kidal on Wednesday.",
            [(3, MONDAY), (2, TUESDAY), (1, WEDNESDAY)],
        ),
        ("Three men died on Monday. Five women died on Tuesday.", [(3, MONDAY), (5, TUESDAY)]),
    ],
)
def test_a_figure_is_of_the_day_of_its_clause(text: str, expected: list[tuple[float, str]]) -> None:
    assert list(figures(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three died on Monday and five on Tuesday, and seven are missing.",
            [MONDAY, TUESDAY, None],
        ),
        (
            "Three died on Monday, seven were hurt, and on Tuesday five died.",
            [MONDAY, None, TUESDAY],
        ),
        (
            "Police said on Monday that three men had fled, while the army said on Tuesday that five had.",
            [None],
        ),
        ("Three died on Monday. Five died on Tuesday. Nine are missing.", [MONDAY, TUESDAY, ""]),
    ],
)
def test_where_it_is_not_clear_it_is_of_none(text: str, expected: list[str | None]) -> None:
    assert [day for _, day in figures(text)] == expected


def test_where_a_speaker_stands() -> None:
    text = "Ann Lee fled on Monday. On Tuesday Lee said it was over."
    start, end = place_of(text, "Ann Lee", "said") or (0, 0)
    assert text[start:end] == "Lee"
    assert start > 30
    assert place_of("Lee said so. Lee said so again.", "Lee", "said") is None
