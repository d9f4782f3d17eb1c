"""The picture that goes with a link to the site elsewhere (Open Graph): title, map and chart.

One for the whole site: where a link is shared, the page's own title stands beside it anyway. No words
but the site's own are in it. The same site gives the same bytes with the same Pillow.
"""

from __future__ import annotations

import re
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from site_gen.pages.charts import chart
from site_gen.pages.digests import digest_of
from site_gen.pages.maps import map_view
from site_gen.web.address import SHARED_PICTURE
from site_gen.web.artifact import Artifact

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

    from site_gen.pages.cards import CardMaker
    from site_gen.pages.views import ChartView, MapView

WIDTH, HEIGHT = 1200, 630
"""As https://ogp.me consumers expect it."""

MARGIN = 64
TEXT_WIDTH = 640
MAP_BOX = (740, 70, WIDTH - MARGIN, 430)
CHART_BOX = (MARGIN, 470, WIDTH - MARGIN, 574)
PAPER, INK, GREY, RULE = "#fdfcfa", "#1a1917", "#4c4942", "#8a857a"
SHADES = ("#ece8df", "#c6d6e0", "#94b4c8", "#5a8aa8", "#255f83")
BAR, DISPUTED = SHADES[3], "#a32a12"
SCALE = 2
"""Drawn larger and reduced: that smooths the edges."""

_STEP = re.compile(r"([MmLlHhVvZz])|(-?[0-9]*\.?[0-9]+)")


def share_artifact(
    maker: CardMaker, serif: Callable[[], bytes], sans: Callable[[], bytes]
) -> Artifact:
    """The picture as a file of the site.

    Args:
        maker: of the cards of the site whose title it carries and whose events it counts.
        serif: gives the font of the title, a variable one with an axis for weight.
        sans: gives the font of the description.
    """

    def make() -> bytes:
        config, rows = maker.site.config, maker.timeline.rows
        period = config.period
        start, end = (period.start or "", period.end or "") if period else ("", "")
        return draw(
            config.title,
            config.description,
            chart(rows, (), start, end, maker.catalogue.dates),
            map_view(rows, maker),
            serif(),
            sans(),
        )

    counted = [
        (r.event.date.edtf, r.event.provinces, r.verdict.status) for r in maker.timeline.rows
    ]
    return Artifact(
        path=SHARED_PICTURE,
        inputs=(("events", digest_of(counted)), ("strings", maker.strings_digest)),
        make=make,
    )


def draw(
    title: str,
    description: str,
    bars: ChartView | None,
    shapes: MapView | None,
    serif: bytes,
    sans: bytes,
) -> bytes:
    """The picture, as PNG."""
    # Heavy, and needed once in many builds.
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
    canvas = ImageDraw.Draw(image)
    canvas.rectangle((0, 0, WIDTH * SCALE, 14 * SCALE), fill=INK)
    width = TEXT_WIDTH if shapes else WIDTH - 2 * MARGIN
    size = 58 if len(title) <= 60 else 46
    heading = ImageFont.truetype(BytesIO(serif), size * SCALE)
    heading.set_variation_by_axes([600])
    below = _write(canvas, title, heading, (MARGIN, 62), width, lines=4, fill=INK)
    text = ImageFont.truetype(BytesIO(sans), 25 * SCALE)
    room = max(0, (430 - below - 18) // 36)
    _write(canvas, description, text, (MARGIN, below + 18), width, lines=room, fill=GREY)
    if shapes:
        _draw_map(canvas, shapes)
    if bars:
        _draw_chart(canvas, bars, ImageFont.truetype(BytesIO(sans), 20 * SCALE))
    small = image.reduce(SCALE)
    file = BytesIO()
    small.quantize(64, method=Image.Quantize.FASTOCTREE).save(file, "PNG", compress_level=9)
    return file.getvalue()


def _write(
    canvas: ImageDraw,
    text: str,
    font: FreeTypeFont,
    at: tuple[int, int],
    width: int,
    *,
    lines: int,
    fill: str,
) -> int:
    """Write a text in lines no wider than `width`; returns where the next line would begin."""
    found: list[str] = []
    for word in text.split():
        wider = f"{found[-1]} {word}" if found else word
        if found and font.getlength(wider) <= width * SCALE:
            found[-1] = wider
        else:
            found.append(word)
    if len(found) > lines:
        found = found[:lines]
        if found:
            found[-1] = found[-1].rstrip(" ,.;:") + " …"
    x, y = at
    height = round(font.size / SCALE * 1.2)
    for line in found:
        canvas.text((x * SCALE, y * SCALE), line, font=font, fill=fill)
        y += height
    return y


def _draw_map(canvas: ImageDraw, view: MapView) -> None:
    left, top, right, bottom = MAP_BOX
    factor = min((right - left) / view.width, (bottom - top) / view.height)
    x0 = right - view.width * factor
    y0 = top + (bottom - top - view.height * factor) / 2
    for shape in view.shapes:
        for ring in rings(shape.path):
            points = [((x0 + x * factor) * SCALE, (y0 + y * factor) * SCALE) for x, y in ring]
            canvas.polygon(points, fill=SHADES[shape.level])
            canvas.line([*points, points[0]], fill=PAPER, width=SCALE)


def _draw_chart(canvas: ImageDraw, view: ChartView, font: FreeTypeFont) -> None:
    left, top, right, bottom = CHART_BOX

    def box(x: float, width: float, height: float) -> tuple[float, float, float, float]:
        part = (right - left) / 100
        tall = (bottom - top) * height / view.bar_height
        start = left + x * part
        return (
            start * SCALE,
            (bottom - tall) * SCALE,
            (start + max(width * part, 1)) * SCALE,
            bottom * SCALE,
        )

    for bar in view.bars:
        canvas.rectangle(box(bar.x, bar.width, bar.height), fill=BAR)
        if bar.disputed:
            canvas.rectangle(box(bar.x, bar.width, bar.disputed_height), fill=DISPUTED)
        if bar.about:
            below = view.base - bar.about_y - bar.about_height
            x0, y0, x1, _ = box(bar.x, bar.width, below + bar.about_height)
            _hatch(canvas, (x0, y0, x1, box(bar.x, bar.width, below)[1]))
    canvas.rectangle((left * SCALE, bottom * SCALE, right * SCALE, (bottom + 2) * SCALE), fill=RULE)
    for tick in view.ticks:
        if tick.major and tick.label:
            x = left + tick.x * (right - left) / 100
            canvas.text((x * SCALE, (bottom + 8) * SCALE), tick.label, font=font, fill=GREY)


def _hatch(canvas: ImageDraw, box: tuple[float, float, float, float]) -> None:
    """Stripes of paper over a box: what is approximate or uncertain."""
    left, top, right, bottom = box
    step = 5 * SCALE
    for number in range(ceil((left + top) / step), ceil((right + bottom) / step)):
        # The line x + y = number · step, cut to the box.
        whole = number * step
        x0, x1 = max(left, whole - bottom), min(right, whole - top)
        canvas.line((x0, whole - x0, x1, whole - x1), fill=PAPER, width=2 * SCALE)


def rings(path: str) -> list[list[tuple[float, float]]]:
    """The rings of SVG path data made of straight lines only (see `geometry`)."""
    found: list[list[tuple[float, float]]] = []
    x = y = 0.0
    command = "M"
    numbers: list[float] = []
    for letter, number in _STEP.findall(path):
        if letter:
            command, numbers = letter, []
            if letter in "Zz" and found:
                x, y = found[-1][0]
            continue
        numbers.append(float(number))
        relative = command.islower()
        kind = command.upper()
        if kind == "H":
            x = numbers.pop() + (x if relative else 0)
        elif kind == "V":
            y = numbers.pop() + (y if relative else 0)
        elif len(numbers) == 2:
            x, y = numbers[0] + (x if relative else 0), numbers[1] + (y if relative else 0)
            numbers = []
        else:
            continue
        if kind == "M":
            found.append([])
            # https://www.w3.org/TR/SVG2/paths.html: further pairs after a moveto are lines.
            command = "l" if relative else "L"
        found[-1].append((x, y))
    return found
