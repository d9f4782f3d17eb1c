"""Provinces: a page each, and their index."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from site_gen.pages.listings import Listing, listing
from site_gen.pages.maps import map_view
from site_gen.pages.page import Page, site_path
from site_gen.pages.views import Count, IndexView, Link, ProvinceView
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.pages.cards import CardMaker
    from site_gen.parsing.gazetteer import Province


def province_pages(maker: CardMaker) -> Iterator[Page]:
    """The index of provinces, and the events of each."""
    timeline, gazetteer = maker.timeline, maker.site.gazetteer
    crumb = Link(name=maker.say("provinces"), url=f"{address.ROOT}/provinces/")
    yield Page(
        url="/provinces/",
        template="provinces.html",
        view=partial(_index_view, maker),
        inputs=(("timeline", maker.digests.rows(timeline.rows)),),
        title=maker.say("provinces"),
        description=maker.say("about.provinces", country=gazetteer.country),
        kind="provinces",
    )
    for province in gazetteer.provinces:
        rows = timeline.by_province.get(province.code, ())
        url = address.province(province.slug)
        whole = maker.digests.rows(rows)
        for piece in listing(rows, maker, title=province.name, url=url):
            yield Page(
                url=site_path(piece.url),
                template="province.html",
                view=partial(_province_view, maker, province, piece),
                inputs=(*piece.inputs(maker), ("whole", whole)),
                title=piece.title,
                description=maker.say("about.province", name=province.name),
                kind="province",
                crumbs=(crumb,),
            )


def _index_view(maker: CardMaker) -> IndexView:
    return IndexView(
        title=maker.say("provinces"),
        kind="provinces",
        counts=tuple(
            Count(
                name=province.name,
                url=address.province(province.slug),
                key=province.code,
                events=len(maker.timeline.by_province.get(province.code, ())),
                native=province.names,
            )
            for province in sorted(maker.site.gazetteer.provinces, key=lambda p: p.name)
        ),
        map=map_view(maker.timeline.rows, maker),
    )


def _province_view(maker: CardMaker, province: Province, piece: Listing) -> ProvinceView:
    def place_count(
        place_id: str, name: str, kind: str, native: tuple[tuple[str, str], ...]
    ) -> Count:
        key = place_id.rpartition("/")[2]
        return Count(
            name=name,
            url=f"#{key}",
            key=key,
            events=len(maker.timeline.by_place.get(place_id, ())),
            note=kind,
            native=native,
        )

    return ProvinceView(
        name=province.name,
        code=province.code,
        native=province.names,
        aliases=province.aliases,
        capital=maker.place(province.capital) if province.capital else None,
        neighbours=tuple(
            Link(name=link.name, url=link.url) for link in map(maker.province, province.neighbours)
        ),
        borders=province.borders,
        places=tuple(
            place_count(place.id, place.name, place.kind, place.names)
            for place in maker.site.gazetteer.places_of(province.code)
        ),
        listing=piece.view(maker, map_view=map_view(piece.whole, maker, here=province.code)),
    )
