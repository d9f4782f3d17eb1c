"""The events on the map: GeoJSON (RFC 7946).

A point is drawn only for a place whose position the gazetteer knows. An event of which no more than
the province is known has no geometry (section 3.2 allows that): a point in a province's middle would
say that something happened there.

https://www.rfc-editor.org/rfc/rfc7946
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from site_gen.pages.page import site_path
from site_gen.web import address
from site_gen.web.artifact import Artifact

if TYPE_CHECKING:
    from site_gen.chronology.rows import Row
    from site_gen.pages.cards import CardMaker


def geojson(maker: CardMaker, rows: tuple[Row, ...], events: tuple[str, str]) -> Artifact:
    """`data/events.geojson`.

    Args:
        maker: of the site's cards.
        rows: events to show, in time order.
        events: input that changes with what they show.
    """
    return Artifact(
        path="data/events.geojson",
        inputs=(events, ("strings", maker.strings_digest)),
        make=lambda: _collection(maker, rows),
    )


def _collection(maker: CardMaker, rows: tuple[Row, ...]) -> bytes:
    features = ",\n".join(
        json.dumps(_feature(maker, row), ensure_ascii=False, separators=(",", ":")) for row in rows
    )
    return f'{{"type":"FeatureCollection","features":[\n{features}\n]}}\n'.encode()


def _feature(maker: CardMaker, row: Row) -> dict[str, Any]:
    event, gazetteer = row.event, maker.site.gazetteer
    places = [gazetteer.place_by_id[place] for place in event.places]
    return {
        "type": "Feature",
        "id": event.ref,
        "geometry": geometry(
            [(p.lon, p.lat) for p in places if p.lon is not None and p.lat is not None]
        ),
        "properties": {
            "title": event.title,
            "url": maker.site.config.origin + site_path(address.event(event.ref)),
            "date": event.date.edtf,
            "date_words": maker.words(event.date),
            "earliest": event.date.start,
            "latest": event.date.end,
            "status": row.verdict.status,
            "type": event.type or None,
            "actors": list(event.actors),
            "provinces": list(event.provinces),
            "province_names": [gazetteer.by_code[code].name for code in event.provinces],
            "places": [place.name for place in places],
            "sources": list(event.sources),
            "entry": event.entry,
        },
    }


def geometry(positions: list[tuple[float, float]]) -> dict[str, Any] | None:
    """A point, several, or none.

    Args:
        positions: (degrees east, degrees north), in the order of section 3.1.1.
    """
    if not positions:
        return None
    if len(positions) == 1:
        return {"type": "Point", "coordinates": list(positions[0])}
    return {"type": "MultiPoint", "coordinates": [list(position) for position in positions]}
