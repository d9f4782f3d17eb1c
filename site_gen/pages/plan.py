"""Which pages a site has."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from site_gen.pages.corrections import correction_pages
from site_gen.pages.disputes import dispute_pages
from site_gen.pages.entries import entry_page, entry_pages
from site_gen.pages.figures import figure_pages
from site_gen.pages.home import home_pages, month_pages
from site_gen.pages.plain import plain_home, plain_provinces, plain_tags
from site_gen.pages.prose import prose_pages
from site_gen.pages.provinces import province_pages
from site_gen.pages.sources import source_pages
from site_gen.pages.terms import actor_pages, tag_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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


def find(
    maker: CardMaker, paths: Iterable[str], *, kinds: Sequence[str], lists: str = "events"
) -> Iterator[Page]:
    """Some pages, without planning all others.

    Args:
        maker: of the site's cards.
        paths: as `Page.path` has them; what is no page is left out.
        kinds: as for `plan`.
        lists: as for `plan`.
    """
    makers = ENTRIES if lists == "entries" else EVENTS
    wanted = set(paths)
    if "entries" in kinds:
        slugs = {path.removeprefix("entries/").removesuffix("/index.html") for path in wanted}
        for number, entry in enumerate(maker.timeline.entries):
            if entry.slug in slugs and (path := f"entries/{entry.slug}/index.html") in wanted:
                wanted.remove(path)
                yield entry_page(maker, number)
    # A path tells the kind, with few exceptions, which are found as well: only later.
    likely = {_kind(path) for path in wanted}
    for kind in sorted(kinds, key=lambda kind: kind not in likely):
        if not wanted:
            return
        for page in makers[kind](maker):
            if page.path in wanted:
                wanted.remove(page.path)
                yield page
                if not wanted:
                    return


def _kind(path: str) -> str:
    first, slash, rest = path.partition("/")
    if not slash:
        return "home"
    if first in EVENTS:
        return first
    if not first[:1].isdigit():
        return "prose"
    # A month has a folder in that of its year; a further page of the timeline has one of its own.
    return "home" if rest == "index.html" else "months"
