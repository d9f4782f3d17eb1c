"""The map: provinces shaded by how much is reported from them, places of known position as dots."""

from __future__ import annotations

from collections import Counter
from math import ceil, sqrt
from typing import TYPE_CHECKING

from site_gen.pages.views import MapView, Marker, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from site_gen.chronology.rows import Row
    from site_gen.pages.cards import CardMaker


SHADES = 4
"""Shades of the map beside the one for nothing."""


SMALL, LARGE = 35, 21
"""How high letters are on a small map, as beside the timeline and on a phone, and on a large one, in units of the map."""

LETTER, LINE = 0.56, 1.1
"""About how wide a letter and how high a line of a name is: parts of the size of type."""

SHIFTS = tuple(
    sorted(
        ((dx, dy) for dx in (0, -1, 1, 2) for dy in (0, -0.6, 0.6, -0.85, 0.85)),
        key=lambda shift: abs(shift[0]) + abs(shift[1]),
    )
)
"""How far a name may move aside, up or down to leave room: parts of the size of type, nearest first."""

DOT = 8
"""How far a dot reaches, with a little room, in units of the map."""

ABOVE, BELOW = 1, 0.3
"""How near to the line on which a name stands a dot may not come: parts of the size of type."""


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
    names = {code: maker.province(code).name for code in provinces}
    named = {} if here else place_names(names, provinces, labels, markers)
    more = {} if here else place_names(names, provinces, labels, markers, named)
    for code, path in geometry.outlines:
        link = maker.province(code)
        middle = labels.get(code, (geometry.width / 2, geometry.height / 2))
        x, y = named.get(code) or more.get(code, middle)
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
                labelled=code in named or code in more,
                only_large=code in more,
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


def place_names(
    names: Mapping[str, str],
    events: Mapping[str, int],
    points: Mapping[str, tuple[float, float]],
    dots: Sequence[Marker],
    there: Mapping[str, tuple[float, float]] | None = None,
) -> dict[str, tuple[float, float]]:
    """Where the names of provinces stand that find room on the map, the busiest first.

    A name moves a little when a dot would lie under it or another name beside it.

    Args:
        names: of the provinces, by code.
        events: from each of them.
        points: the middles of the provinces.
        dots: places on the map.
        there: the names that stand on a small map; without them, those are found. With them, the
            others that find room beside them on a large one.
    """
    size = SMALL if there is None else LARGE

    def half(code: str) -> float:
        return LETTER * size * len(names[code]) / 2

    def covered(spot: tuple[float, float], wide: float) -> int:
        """How many dots a name hides."""
        x, y = spot
        return sum(
            -BELOW * size < y - d.y < ABOVE * size and abs(x - d.x) < wide + DOT for d in dots
        )

    taken = [(x, y, half(code)) for code, (x, y) in (there or {}).items()]
    named = {}
    for code, _ in sorted(events.items(), key=lambda item: (-item[1], item[0])):
        if code not in points or (there and code in there):
            continue
        wide = half(code)
        free = [
            (x, y)
            for x, y in (
                (points[code][0] + dx * size, points[code][1] + dy * size) for dx, dy in SHIFTS
            )
            if all(abs(y - v) >= LINE * size or abs(x - u) >= wide + other for u, v, other in taken)
        ]
        if not free:
            continue
        x, y = min(free, key=lambda spot: covered(spot, wide))
        if covered((x, y), wide) and free[0] != points[code]:
            continue
        named[code] = (round(x, 1), round(y, 1))
        taken.append((x, y, wide))
    return named
