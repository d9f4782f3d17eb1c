"""The timeline itself: home, months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen import address
from site_gen.edtf import parse
from site_gen.pages.listings import listing
from site_gen.pages.maps import map_view
from site_gen.pages.page import Page, site_path
from site_gen.pages.views import Count, IndexView, Link, TermView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_gen.pages.cards import CardMaker


def home_pages(maker: CardMaker) -> Iterator[Page]:
    site, rows = maker.site, maker.timeline.rows
    for view in listing(
        rows,
        maker,
        title=site.config.title,
        url=f"{address.ROOT}/",
        map_view=map_view(rows, maker),
        with_chart=True,
    ):
        yield Page(
            url=site_path(view.url),
            template="home.html",
            view=view,
            title=view.title,
            description=site.config.description,
            kind="home",
        )


def month_pages(maker: CardMaker) -> Iterator[Page]:
    months = maker.timeline.by_month
    keys = list(months)
    crumb = Link(name="Months", url=f"{address.ROOT}/months/")
    yield Page(
        url="/months/",
        template="index.html",
        view=IndexView(
            title="Months",
            kind="months",
            counts=tuple(
                Count(
                    name=parse(key).words(),
                    url=address.month(key),
                    key=key,
                    events=len(rows),
                    group=key[:4],
                )
                for key, rows in months.items()
            ),
        ),
        title="Months",
        description="Every month from which something is reported.",
        kind="months",
    )
    for number, key in enumerate(keys):
        for view in listing(
            months[key],
            maker,
            title=parse(key).words(),
            url=address.month(key),
            previous=_month_link(keys, number - 1),
            following=_month_link(keys, number + 1),
        ):
            yield Page(
                url=site_path(view.url),
                template="term.html",
                view=TermView(listing=view, kind="month"),
                title=view.title,
                description=f"Events of {parse(key).words()}.",
                kind="month",
                crumbs=(crumb,),
            )


def _month_link(keys: Sequence[str], number: int) -> Link | None:
    if not 0 <= number < len(keys):
        return None
    return Link(name=parse(keys[number]).words(), url=address.month(keys[number]))
