"""Which pages a site has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.pages.cards import CardMaker
from site_gen.pages.disputes import dispute_pages
from site_gen.pages.entries import entry_pages
from site_gen.pages.figures import figure_pages
from site_gen.pages.home import home_pages, month_pages
from site_gen.pages.prose import prose_pages
from site_gen.pages.provinces import province_pages
from site_gen.pages.sources import source_pages
from site_gen.pages.terms import actor_pages, tag_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.pages.page import Page
    from site_gen.site import Site
    from site_gen.timeline import Timeline


def plan(site: Site, timeline: Timeline) -> Iterator[Page]:
    """All pages of a site, lazily: views of thousands of pages are never held at once."""
    maker = CardMaker(site, timeline)
    for pages in (
        home_pages,
        entry_pages,
        month_pages,
        province_pages,
        source_pages,
        tag_pages,
        actor_pages,
        dispute_pages,
        figure_pages,
        prose_pages,
    ):
        yield from pages(maker)
