"""Provinces: a page each, and their index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen import address
from site_gen.pages.listings import listing
from site_gen.pages.maps import map_view
from site_gen.pages.page import Page, site_path
from site_gen.pages.views import Count, IndexView, Link, ProvinceView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.pages.cards import CardMaker


def province_pages(maker: CardMaker) -> Iterator[Page]:
    site, timeline = maker.site, maker.timeline
    provinces = site.gazetteer.provinces
    crumb = Link(name="Provinces", url=f"{address.ROOT}/provinces/")
    yield Page(
        url="/provinces/",
        template="provinces.html",
        view=IndexView(
            title="Provinces",
            kind="provinces",
            counts=tuple(
                Count(
                    name=province.name,
                    url=address.province(province.slug),
                    key=province.code,
                    events=len(timeline.by_province.get(province.code, ())),
                    native=province.names,
                )
                for province in sorted(provinces, key=lambda p: p.name)
            ),
            map=map_view(timeline.rows, maker),
        ),
        title="Provinces",
        description=f"The provinces of {site.gazetteer.country}, with the events in each.",
        kind="provinces",
    )
    for province in provinces:
        rows = timeline.by_province.get(province.code, ())
        places = [place for place in site.gazetteer.places if place.province == province.code]
        for view in listing(
            rows,
            maker,
            title=province.name,
            url=address.province(province.slug),
            map_view=map_view(rows, maker, here=province.code),
        ):
            yield Page(
                url=site_path(view.url),
                template="province.html",
                view=ProvinceView(
                    name=province.name,
                    code=province.code,
                    native=province.names,
                    aliases=province.aliases,
                    capital=maker.place(province.capital) if province.capital else None,
                    neighbours=tuple(
                        Link(name=link.name, url=link.url)
                        for link in map(maker.province, province.neighbours)
                    ),
                    borders=province.borders,
                    places=tuple(
                        Count(
                            name=place.name,
                            url=f"#{place.id.rpartition('/')[2]}",
                            key=place.id.rpartition("/")[2],
                            events=len(timeline.by_place.get(place.id, ())),
                            note=place.kind,
                            native=place.names,
                        )
                        for place in places
                    ),
                    listing=view,
                ),
                title=view.title,
                description=f"What the sources report from {province.name}.",
                kind="province",
                crumbs=(crumb,),
            )
