"""The timeline itself: home, months."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from site_gen.pages.digests import digest_of
from site_gen.pages.filter_index import PATH
from site_gen.pages.listings import Listing, listing
from site_gen.pages.maps import map_view
from site_gen.pages.page import Page, site_path
from site_gen.pages.views import Count, IndexView, Link, ListingView, TermView
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_gen.chronology.rows import Row
    from site_gen.pages.cards import CardMaker


STATUSES = ("disputed", "claimed", "reported", "corroborated")
"""In the order in which the timeline counts them: the weakest first."""


def home_pages(maker: CardMaker) -> Iterator[Page]:
    """The timeline: one page, or one for each stretch of time."""
    site, rows = maker.site, maker.timeline.rows
    whole = maker.digests.rows(rows)
    for piece in listing(rows, maker, title=site.config.title, url=f"{address.ROOT}/"):
        yield Page(
            url=site_path(piece.url),
            template="home.html",
            view=partial(_home_view, maker, piece),
            # Map and chart of all events stand on the first page only.
            inputs=(*piece.inputs(maker), *((("timeline", whole),) if piece.first else ())),
            title=piece.title,
            description=site.config.description,
            kind="home",
        )


def month_pages(maker: CardMaker) -> Iterator[Page]:
    """The index of months, and the events of each."""
    months = maker.timeline.by_month
    keys = list(months)
    locale = maker.catalogue.dates
    crumb = Link(name=maker.say("months"), url=f"{address.ROOT}/months/")
    yield Page(
        url="/months/",
        template="index.html",
        view=partial(_months_view, maker),
        inputs=(("counts", digest_of([(key, len(rows)) for key, rows in months.items()])),),
        title=maker.say("months"),
        description=maker.say("about.months"),
        kind="months",
    )
    for number, key in enumerate(keys):
        for piece in listing(
            months[key],
            maker,
            title=locale.words(key),
            url=address.month(key),
            previous=_month_link(maker, keys, number - 1),
            following=_month_link(maker, keys, number + 1),
        ):
            yield Page(
                url=site_path(piece.url),
                template="term.html",
                view=partial(_month_view, maker, piece),
                inputs=piece.inputs(maker),
                title=piece.title,
                description=maker.say("about.month", name=locale.words(key)),
                kind="month",
                crumbs=(crumb,),
            )


def _month_link(maker: CardMaker, keys: Sequence[str], number: int) -> Link | None:
    if not 0 <= number < len(keys):
        return None
    name = maker.catalogue.dates.words(keys[number])
    return Link(name=name, url=address.month(keys[number]))


def _home_view(maker: CardMaker, piece: Listing) -> ListingView:
    rows = maker.timeline.rows
    return piece.view(
        maker,
        map_view=map_view(rows, maker) if piece.first else None,
        with_chart=piece.first,
        index=f"{address.ROOT}/{PATH}" if piece.parts else "",
        standing=standing(rows) if piece.first else (),
    )


def standing(rows: Sequence[Row]) -> tuple[tuple[str, int], ...]:
    """(status, events) of some rows, each status once; empty when there are no rows."""
    events: Counter[str] = Counter(row.verdict.status for row in rows)
    return tuple((status, events[status]) for status in STATUSES) if rows else ()


def _month_view(maker: CardMaker, piece: Listing) -> TermView:
    return TermView(listing=piece.view(maker), kind="month")


def _months_view(maker: CardMaker) -> IndexView:
    return IndexView(
        title=maker.say("months"),
        kind="months",
        counts=tuple(
            Count(
                name=maker.catalogue.dates.words(key),
                url=address.month(key),
                key=key,
                events=len(rows),
                group=key[:4],
            )
            for key, rows in maker.timeline.by_month.items()
        ),
    )
