"""The map: provinces shaded by how much is reported from them, places of known position as dots."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from site_gen.pages.views import MapView, Marker, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_gen.pages.cards import CardMaker
    from site_gen.timeline import Row


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
    for row in rows:
        provinces.update(row.event.provinces)
        places.update(row.event.places)
        outside += not row.event.provinces
    shapes = []
    labels = dict(geometry.label_points)
    for code, path in geometry.outlines:
        link = maker.province(code)
        x, y = labels.get(code, (geometry.width / 2, geometry.height / 2))
        shapes.append(
            Shape(
                code=code,
                name=link.name,
                url=link.url,
                path=path,
                x=x,
                y=y,
                events=provinces[code],
            )
        )
    markers = []
    for place_id, events in sorted(places.items()):
        place = maker.place(place_id)
        if place.lat is not None and place.lon is not None:
            x, y = geometry.project(place.lat, place.lon)
            markers.append(
                Marker(name=place.name, kind=place.kind, url=place.url, x=x, y=y, events=events)
            )
    return MapView(
        width=geometry.width,
        height=geometry.height,
        shapes=tuple(shapes),
        markers=tuple(markers),
        outside=outside,
        here=here,
    )
