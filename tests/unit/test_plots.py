"""Plots of series: markers by qualifier, letters by scope, and no line that nobody has measured."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from site_gen import cli
from site_gen.chronology.rows import Row
from site_gen.chronology.timeline import Point
from site_gen.dates.edtf import parse
from site_gen.diagnostics import Span
from site_gen.model import QUALIFIERS, Entry, Event, Figure, Qualifier, Verdict
from site_gen.pages.plots import SHAPES, letter, plot, tags
from site_gen.pages.views import PlotView
from site_gen.themes.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[2]
HERE = Span(path="x")


def point(
    value: float | None,
    date: str,
    scope: str = "",
    *,
    high: float | None = None,
    qualifier: Qualifier = "exactly",
    disputes: tuple[str, ...] = (),
) -> Point:
    when = parse(date)
    figure = Figure(
        series="s",
        value=value,
        high=high,
        qualifier=qualifier,
        words="" if value is not None else "dozens",
        as_of=when,
        scope=scope,
        source="s",
        span=HERE,
    )
    entry = Entry(slug="e", title="e", date=when, provinces=(), sources=(), span=HERE)
    row = Row(
        event=Event(id="x", entry="e", title="x", date=when, span=HERE),
        entry=entry,
        verdict=Verdict(status="reported", outlets=1, origins=1),
        disputes=disputes,
        same_as=(),
        known="",
    )
    return Point(figure=figure, claim=None, row=row)


def drawn(*points: Point, voices: tuple[str, ...] = ()) -> PlotView:
    found = plot(points, voices or ("Ruta Kane",) * len(points), "people", Catalogue({}))
    assert found is not None
    return found


def test_every_qualifier_has_a_marker() -> None:
    assert set(SHAPES) == set(QUALIFIERS)


@pytest.mark.parametrize("qualifier", QUALIFIERS)
def test_a_point_bears_its_qualifier(qualifier: Qualifier) -> None:
    mark = drawn(point(5, "2034-10-01", qualifier=qualifier)).marks[0]
    assert mark.shape == SHAPES[qualifier]
    assert mark.qualifier == ("" if qualifier == "exactly" else qualifier)


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


def test_tags_are_letters_by_scope_and_words_have_none() -> None:
    points = [
        point(1, "2034-10-01", "killed"),
        point(None, "2034-10-01", "killed"),
        point(2, "2034-10-02", "wounded"),
        point(3, "2034-10-03", "killed"),
    ]
    assert tags(points) == ("A1", "", "B", "A2")
    found = drawn(*points)
    assert [(scope.tag, scope.name) for scope in found.scopes] == [
        ("A", "killed"),
        ("B", "wounded"),
    ]
    assert len(found.marks) == 3


def test_words_alone_make_no_plot() -> None:
    assert plot([point(None, "2034-10-01")], [""], "people", Catalogue({})) is None


def test_points_of_one_scope_and_voice_are_joined() -> None:
    assert len(drawn(point(1, "2034-10-01"), point(2, "2034-10-05")).strokes) == 1


@pytest.mark.parametrize(
    ("one", "other", "voices"),
    [
        (point(1, "2034-10-01", "a"), point(2, "2034-10-05", "b"), ("K", "K")),
        (point(1, "2034-10-01"), point(2, "2034-10-05"), ("K", "P")),
        (point(1, "2034-10-01"), point(2, "2034-10-01"), ("K", "K")),
        (point(1, "2034-10-01/2034-10-06"), point(2, "2034-10-05"), ("K", "K")),
        (
            point(1, "2034-10-01", disputes=("d",)),
            point(2, "2034-10-05", disputes=("d",)),
            ("K", "K"),
        ),
    ],
    ids=["scope", "voice", "one day", "overlap", "one dispute"],
)
def test_others_never_are(one: Point, other: Point, voices: tuple[str, str]) -> None:
    assert drawn(one, other, voices=voices).strokes == ()


def test_a_date_of_several_days_is_a_bar_and_an_open_one_is_open() -> None:
    bar, day, by, since, about = drawn(
        point(1, "2034-10-01/2034-10-03"),
        point(1, "2034-10-02"),
        point(1, "../2034-10-05"),
        point(1, "2034-10-06/.."),
        point(1, "2034-10-07~"),
    ).marks
    assert bar.x1 is not None
    assert bar.x2 is not None
    assert bar.x1 < bar.x < bar.x2
    assert bar.x == day.x
    assert day.x1 is None
    assert (by.before, by.after, since.before, since.after) == (True, False, False, True)
    assert (about.vague, day.vague) == (True, False)


@pytest.mark.parametrize(
    ("earlier", "later", "first", "last"),
    [
        ("2034-10", "2034-11-XX", "October 2034", "some day in November 2034"),
        ("../2034-10-03", "2034-10-09~", "by 3 October 2034", "about 9 October 2034"),
        ("2034-10-03/2034-10-20", "2034-10-05", "3–20 October 2034", "3–20 October 2034"),
    ],
)
def test_its_description_dates_no_point_more_precisely_than_known(
    earlier: str, later: str, first: str, last: str
) -> None:
    """A plot of a month was said to begin on the first."""
    found = drawn(point(1, earlier), point(2, later))
    assert (found.first, found.last) == (first, last)


def test_a_range_is_an_upright_bar() -> None:
    mark = drawn(point(30, "2034-10-01", high=40)).marks[0]
    assert mark.y_high is not None
    assert mark.y_high < mark.y
    assert mark.value == "30–40"


@pytest.mark.parametrize("top", [0, 0.3, 1, 1.2, 7, 50, 94, 999, 1600, 2_300_000])
def test_the_scale_begins_at_zero_and_holds_every_value(top: float) -> None:
    found = drawn(point(0, "2034-10-01"), point(top, "2034-10-02"))
    assert found.rungs[0] == (found.base, "0")
    assert found.marks[0].y == found.base
    assert all(found.top <= mark.y <= found.base for mark in found.marks)
    heights = [height for height, _ in found.rungs]
    assert heights == sorted(heights, reverse=True)
    assert 2 <= len(heights) <= 6
    assert all(
        len(label.replace(",", "").rstrip("0").replace("0.", "")) <= 2 for _, label in found.rungs
    )


@pytest.mark.parametrize("last", ["2034-10-01", "2034-10-20", "2035-03-01", "2039-01-01"])
def test_everything_lies_within_the_plot(last: str) -> None:
    found = drawn(point(1, "2034-10-01"), point(2, last))
    assert all(0 < mark.x < 100 for mark in found.marks)
    assert 1 <= len(found.ticks) <= 9
    assert all(0 < tick.x < 100 for tick in found.ticks)


def test_labels_do_not_lie_on_each_other() -> None:
    marks = drawn(*[point(n, "2034-10-01", f"scope {n}") for n in range(1, 9)]).marks
    places = [(mark.side, mark.y + mark.rise) for mark in marks if mark.told]
    assert len(places) == len(set(places))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of figures of the second site."""
    site = tmp_path_factory.mktemp("second")
    shutil.copytree(ROOT / "tests/data/second_site", site, dirs_exist_ok=True)
    shutil.copytree(ROOT / "themes/default", site / "themes/default")
    out = site / "public"
    assert cli.main(["build", "--root", str(site), "--out", str(out), "--quiet"]) == 0
    return (out / "figures/index.html").read_text(encoding="utf-8")


def drawings(page: str) -> list[ET.Element]:
    return [
        ET.fromstring(text)
        for text in re.findall(r'<svg role="img".*?</svg>\s*(?=<figcaption>)', page, re.DOTALL)
    ]


def test_every_plot_has_a_title_a_description_and_a_table(page: str) -> None:
    found = drawings(page)
    assert page.count("<table") == 4
    assert len(found) == 3
    for drawing in found:
        title, description = drawing[0], drawing[1]
        assert (title.tag, description.tag) == ("title", "desc")
        assert drawing.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert title.text
        assert description.text


def test_a_plot_is_small_and_has_no_style_of_its_own(page: str) -> None:
    for drawing in drawings(page):
        text = ET.tostring(drawing, encoding="unicode")
        assert len(text) < 6000
        assert "style" not in text
        assert not re.search(r"fill=|stroke=|font", text)


def test_each_point_tells_who_says_what_when(page: str) -> None:
    titles = [mark.text for drawing in drawings(page) for mark in drawing.iterfind(".//svg/title")]
    assert "A1: 3 October 2034, at least 12, Marit Olsund" in " | ".join(filter(None, titles))


def test_one_number_alone_is_told_by_its_table(page: str) -> None:
    """A single dot in the midst of a scale of 170 pixels."""
    section = page.split('id="wounded"', 1)[1].split("</section>", 1)[0]
    assert "about</span> <b>30–40</b>" in section
    assert "<figure" not in section
    assert "Point</th>" not in section
