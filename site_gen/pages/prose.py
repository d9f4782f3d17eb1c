"""Pages of prose: about, method; and the search and error pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from site_gen import address
from site_gen.pages.digests import digest_of
from site_gen.pages.page import Page
from site_gen.pages.views import Link, ProseView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.pages.cards import CardMaker


WAYS = (
    ("Timeline", "/"),
    ("Provinces", "/provinces/"),
    ("Sources", "/sources/"),
    ("Actors", "/actors/"),
    ("Disputes", "/disputes/"),
    ("Figures", "/figures/"),
    ("Months", "/months/"),
    ("Tags", "/tags/"),
    ("Articles", "/entries/"),
)
"""Every way into the content that works without scripts."""


def prose_pages(maker: CardMaker) -> Iterator[Page]:
    """Pages that an editor wrote, the search page and the page for a missing address."""
    ways = tuple(Link(name=name, url=address.ROOT + path) for name, path in WAYS)
    sourcing = maker.sourcing(maker.timeline.rows)
    for page in maker.site.pages:
        yield Page(
            url=f"/{page.slug}/",
            template="page.html",
            view=partial(
                ProseView,
                title=page.title,
                summary=page.summary,
                html=page.html,
                sourcing=sourcing if page.slug == "about" else None,
            ),
            inputs=(
                ("page", digest_of(page)),
                *((("sourcing", digest_of(sourcing)),) if page.slug == "about" else ()),
            ),
            title=page.title,
            description=page.summary,
            kind="page",
        )
    yield Page(
        url="/search/",
        template="search.html",
        view=partial(ProseView, title="Search", summary="", html="", ways=ways),
        inputs=(),
        title="Search",
        description="Search the chronology.",
        kind="search",
    )
    yield Page(
        url="/404.html",
        template="404.html",
        view=partial(ProseView, title="Page not found", summary="", html="", ways=ways),
        inputs=(),
        title="Page not found",
        kind="404",
    )
