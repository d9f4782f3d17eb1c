"""Which pages a site has."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from site_gen.pages.corrections import correction_pages
from site_gen.pages.disputes import dispute_pages
from site_gen.pages.entries import entry_pages
from site_gen.pages.figures import figure_pages
from site_gen.pages.home import home_pages, month_pages
from site_gen.pages.plain import plain_home, plain_provinces, plain_tags
from site_gen.pages.prose import prose_pages
from site_gen.pages.provinces import province_pages
from site_gen.pages.sources import source_pages
from site_gen.pages.terms import actor_pages, tag_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from site_gen.pages.cards import CardMaker
    from site_gen.pages.page import Page


Maker: TypeAlias = "Callable[[CardMaker], Iterator[Page]]"

EVENTS: Mapping[str, Maker] = {
    "home": home_pages,
    "entries": entry_pages,
    "months": month_pages,
    "provinces": province_pages,
    "sources": source_pages,
    "tags": tag_pages,
    "actors": actor_pages,
    "disputes": dispute_pages,
    "figures": figure_pages,
    "corrections": correction_pages,
    "prose": prose_pages,
}
"""Kind of pages → what makes them, on sites whose listings show events."""

ENTRIES: Mapping[str, Maker] = {
    **EVENTS,
    "home": plain_home,
    "provinces": plain_provinces,
    "tags": plain_tags,
}
"""The same for themes whose listings show entries."""


def plan(maker: CardMaker, *, kinds: Sequence[str], lists: str = "events") -> Iterator[Page]:
    """All pages of a site, lazily: views of thousands of pages are never held at once.

    Args:
        maker: of the site's cards.
        kinds: of pages that the theme draws.
        lists: what listings show, `events` or `entries`.
    """
    makers = ENTRIES if lists == "entries" else EVENTS
    for kind in kinds:
        yield from makers[kind](maker)
