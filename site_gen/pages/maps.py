"""The map: provinces shaded by how much is reported from them, places of known position as dots."""

from __future__ import annotations

from collections import Counter
from math import ceil, sqrt
from typing import TYPE_CHECKING

from site_gen.pages.views import MapView, Marker, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from site_gen.pages.cards import CardMaker
    from site_gen.rows import Row


SHADES = 4
"""Shades of the map beside the one for nothing."""


LETTER, LINE = 15, 30
"""About how wide a letter and how high a line of a name on the map are, in units of the map."""

SHIFTS = (0, -16, 16, -22, 22)
"""How far a name may move up or down to leave a dot free, in units of the map."""

ABOVE, BELOW = 27, 8
"""How near to the line on which a name stands a dot may not come."""


def shade(events: int, most: int) -> int:
    """Shade of a province, 0 for nothing. By square root: one busy province blots out no other."""
    return ceil(SHADES * sqrt(events / most)) if events else 0


def shade_scale(most: int) -> tuple[tuple[int, int, int], ...]:
    """(shade, fewest events, most events), lightest first; only shades that some number falls into."""
    found = [(0, 0, 0)]
    for level in range(1, SHADES + 1):
        events = [n for n in range(1, most + 1) if shade(n, most) == level]
        if events:
            found.append((level, events[0], events[-1]))
    return tuple(found)


def map_view(rows: Iterable[Row], maker: CardMaker, *, here: str = "") -> MapView | None:
    """The map of some rows; None for a site without geometry.

    An event known only by its province shades the area and never gets a dot.
    """
    geometry = maker.site.geometry
    if geometry is None:
        return None
    provinces: Counter[str] = Counter()
    places: Counter[str] = Counter()
    outside = 0
    # Many events share their provinces and places.
    where = Counter([(row.event.provinces, row.event.places) for row in rows])
    for (codes, ids), events in where.items():
        provinces.update(dict.fromkeys(codes, events))
        places.update(dict.fromkeys(ids, events))
        outside += 0 if codes else events
    most = max(provinces.values(), default=0)
    shapes = []
    markers = []
    for place_id, events in sorted(places.items()):
        place = maker.place(place_id)
        if here and place.code != here:
            continue
        if place.lat is not None and place.lon is not None:
            x, y = geometry.project(place.lat, place.lon)
            markers.append(
                Marker(name=place.name, kind=place.kind, url=place.url, x=x, y=y, events=events)
            )
    labels = dict(geometry.label_points)
    named = {} if here else _named(maker, provinces, labels, markers)
    for code, path in geometry.outlines:
        link = maker.province(code)
        middle = labels.get(code, (geometry.width / 2, geometry.height / 2))
        x, y = named.get(code, middle)
        shapes.append(
            Shape(
                code=code,
                name=link.name,
                url=link.url,
                path=path,
                x=x,
                y=y,
                events=provinces[code],
                level=0 if here else shade(provinces[code], most),
                labelled=code in named,
            )
        )
    return MapView(
        width=geometry.width,
        height=geometry.height,
        shapes=tuple(shapes),
        markers=tuple(markers),
        outside=outside,
        scale=() if here else shade_scale(most),
        here=here,
        provenance=geometry.provenance,
    )


def _named(
    maker: CardMaker,
    events: Counter[str],
    points: Mapping[str, tuple[float, float]],
    dots: Sequence[Marker],
) -> dict[str, tuple[float, float]]:
    """Where the names of provinces stand that find room on the map, the busiest first.

    A name moves up or down a little when a dot would lie under it.
    """
    taken: list[tuple[float, float, float]] = []
    named = {}
    for code, _ in sorted(events.items(), key=lambda item: (-item[1], item[0])):
        if code not in points:
            continue
        x, middle = points[code]
        half = LETTER * len(maker.province(code).name) / 2
        free = [
            middle + shift
            for shift in SHIFTS
            if all(
                abs(middle + shift - v) >= LINE or abs(x - u) >= half + other
                for u, v, other in taken
            )
        ]
        clear = [
            y
            for y in free
            if all(not -BELOW < y - d.y < ABOVE or abs(x - d.x) >= half for d in dots)
        ]
        if free and (clear or free[0] == middle):
            named[code] = (x, (clear or free)[0])
            taken.append((*named[code], half))
    return named
