"""Pages of prose: about, method; and the search and error pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from site_gen.pages.digests import digest_of
from site_gen.pages.page import Page
from site_gen.pages.views import Link, ProseView
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.pages.cards import CardMaker


WAYS = (
    ("timeline", "/"),
    ("provinces", "/provinces/"),
    ("sources", "/sources/"),
    ("actors", "/actors/"),
    ("disputes", "/disputes/"),
    ("figures", "/figures/"),
    ("months", "/months/"),
    ("tags", "/tags/"),
    ("articles", "/entries/"),
)
"""Every way into the content that works without scripts."""


def prose_pages(maker: CardMaker) -> Iterator[Page]:
    """Pages that an editor wrote, the search page and the page for a missing address."""
    ways = tuple(Link(name=maker.say(key), url=address.ROOT + path) for key, path in WAYS)
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
        view=partial(ProseView, title=maker.say("search"), summary="", html="", ways=ways),
        inputs=(),
        title=maker.say("search"),
        description=maker.say("about.search"),
        kind="search",
    )
    yield Page(
        url="/404.html",
        template="404.html",
        view=partial(ProseView, title=maker.say("not.found"), summary="", html="", ways=ways),
        inputs=(),
        title=maker.say("not.found"),
        kind="404",
    )
