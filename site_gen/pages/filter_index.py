"""The values of all events, for filters on a timeline of several pages.

Columns, so that a script can read ten thousand events as numbers: events stand in the order of the
pages, and on each page in its own order. The form is described in `docs/themes.md`.
"""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from site_gen.pages.listings import FACETS, card_values, facets, listing
from site_gen.web import address
from site_gen.web.artifact import Artifact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_gen.pages.cards import CardMaker
    from site_gen.pages.listings import Listing

PATH = "filter.json"

_EPOCH = date(1970, 1, 1).toordinal()


def filter_index(maker: CardMaker) -> Iterator[Artifact]:
    """The file, when the timeline has several pages."""
    pieces = listing(maker.timeline.rows, maker, title="", url=f"{address.ROOT}/")
    if len(pieces) > 1:
        yield Artifact(
            path=PATH,
            inputs=(("timeline", maker.digests.rows(maker.timeline.rows)),),
            make=partial(_make, pieces, maker),
        )


def _make(pieces: Sequence[Listing], maker: CardMaker) -> bytes:
    newest = maker.site.config.order == "newest"
    rows = [row for piece in pieces for row in (piece.rows[::-1] if newest else piece.rows)]
    cards = [maker.card(row) for row in rows]
    counts = dict(facets(rows, maker))
    values = {facet: [value.key for value in found] for facet, found in counts.items()}
    names = {facet: [value.name for value in found] for facet, found in counts.items()}
    number = {facet: {key: n for n, key in enumerate(keys)} for facet, keys in values.items()}
    columns: dict[str, list[list[int]]] = {facet: [] for facet in FACETS}
    for card in cards:
        found: dict[str, list[int]] = {facet: [] for facet in FACETS}
        for facet, key, _, _ in card_values(card, maker):
            found[facet].append(number[facet][key])
        for facet, numbers in found.items():
            columns[facet].append(numbers)
    places = [[_place(link.url) for link in card.places] for card in cards]
    found_places = sorted({place for found in places for place in found})
    place_numbers = {place: number for number, place in enumerate(found_places)}
    data = {
        "parts": [[piece.key, len(piece.rows)] for piece in pieces],
        "from": [_day(card.date.start) for card in cards],
        "to": [_day(card.date.end) for card in cards],
        "known": [_day(card.known) for card in cards],
        "about": [
            number
            for number, card in enumerate(cards)
            if card.date.approximate or card.date.uncertain
        ],
        "places": {
            "keys": found_places,
            "sizes": [len(found) for found in places],
            "values": [place_numbers[place] for found in places for place in found],
        },
        "facets": {
            facet: {
                "keys": values[facet],
                "names": names[facet],
                "sizes": [len(numbers) for numbers in columns[facet]],
                "values": [n for numbers in columns[facet] for n in numbers],
            }
            for facet in FACETS
        },
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _place(url: str) -> str:
    """What tells a place from all others: the end of its address."""
    return "/".join(url.split("/")[-2:])


def _day(iso: str) -> int | None:
    """Days since 1970, or None for an open end."""
    return date.fromisoformat(iso).toordinal() - _EPOCH if iso else None
