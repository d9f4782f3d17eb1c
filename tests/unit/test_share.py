"""The picture for shared links."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PIL import Image

from site_gen.pages.views import BarView, ChartView, MapView, Shape, TickView
from site_gen.share import HEIGHT, MARGIN, WIDTH, draw, rings

FONTS = Path(__file__).resolve().parents[2] / "themes" / "default" / "assets" / "fonts"
SERIF = (FONTS / "serif.woff2").read_bytes()
SANS = (FONTS / "sans.woff2").read_bytes()

BAR = BarView(
    start="2031-04-01",
    end="2031-04-01",
    label="",
    events=2,
    disputed=1,
    x=10,
    width=5,
    y=0,
    height=72,
    disputed_y=36,
    disputed_height=36,
)
CHART = ChartView(
    unit="day",
    start="2031-04-01",
    end="2031-04-10",
    units=10,
    height=112,
    base=92,
    bar_height=72,
    bars=(BAR,),
    ticks=(),
    bands=(),
    peak=2,
    peak_label="",
    counted=2,
    total=2,
    first="",
    last="",
)
SHAPE = Shape(
    code="XE-NOR",
    name="Norvale",
    url="",
    path="M0 0h100v100h-100z",
    x=50,
    y=50,
    events=2,
    level=4,
    labelled=True,
)
MAP = MapView(width=100, height=100, shapes=(SHAPE,), markers=(), outside=0, scale=())


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("M1 2L3 4Z", [[(1, 2), (3, 4)]]),
        ("m1 2l3 4-1-1z", [[(1, 2), (4, 6), (3, 5)]]),
        ("M10 10 20 10v5h-2.5z", [[(10, 10), (20, 10), (20, 15), (17.5, 15)]]),
        ("M0 0h9v9zm5 5h1v1z", [[(0, 0), (9, 0), (9, 9)], [(5, 5), (6, 5), (6, 6)]]),
    ],
)
def test_rings_are_read_as_svg_says(path: str, found: list[list[tuple[float, float]]]) -> None:
    assert rings(path) == found


def test_the_same_site_gives_the_same_bytes() -> None:
    one, two = (draw("A title", "A description", CHART, MAP, SERIF, SANS) for _ in range(2))
    assert one == two
    assert one.startswith(b"\x89PNG\r\n\x1a\n")
    assert (int.from_bytes(one[16:20], "big"), int.from_bytes(one[20:24], "big")) == (WIDTH, HEIGHT)
    assert len(one) < 100_000


def test_days_that_are_not_certain_are_hatched_and_months_named() -> None:
    def bars(**changes: Any) -> Image.Image:
        view = structs.replace(CHART, **changes)
        return Image.open(BytesIO(draw("", "", view, None, SERIF, SANS))).convert("RGB")

    def papers(image: Image.Image, height: float) -> int:
        """Pixels of paper within the bar, `height` of its 104 pixels from below."""
        left, right, bottom = MARGIN + 108, MARGIN + 158, 574
        row = [image.getpixel((x, bottom - round(height))) for x in range(left, right)]
        return sum(min(pixel) > 200 for pixel in row if isinstance(pixel, tuple))

    half = structs.replace(BAR, about=1, about_y=CHART.base - 36, about_height=36)
    hatched = bars(bars=(half,), about=1)
    assert papers(hatched, 26) > 5
    assert papers(hatched, 78) == 0
    assert papers(bars(), 26) == 0
    tick = TickView(x=0, label="April", major=True)
    assert bars(ticks=(tick,)).tobytes() != bars().tobytes()


@pytest.mark.parametrize("title", ["", "x" * 400, "long words " * 60, "نوروال"])
def test_any_title_can_be_drawn(title: str) -> None:
    assert draw(title, title, None, None, SERIF, SANS)
