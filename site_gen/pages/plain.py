"""Listings of entries in place of events, for themes that ask for them.

A theme says `lists: entries` in its `theme.yaml`. The home page is then the list of entries, and the
pages of provinces and tags list entries too.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from site_gen.pages.digests import digest_of
from site_gen.pages.entries import list_pages
from site_gen.pages.page import Page, site_path
from site_gen.pages.views import EntriesView
from site_gen.slug import slugify
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from site_gen.model import Entry
    from site_gen.pages.cards import CardMaker


def plain_home(maker: CardMaker) -> Iterator[Page]:
    """The list of entries as the home page."""
    yield from list_pages(maker, f"{address.ROOT}/", "home.html", maker.site.config.title)


def plain_provinces(maker: CardMaker) -> Iterator[Page]:
    """A page for each province that an entry names."""
    found: dict[str, list[Entry]] = {}
    for entry in maker.timeline.entries:
        for code in entry.provinces:
            found.setdefault(code, []).append(entry)
    for code, entries in sorted(found.items()):
        province = maker.province(code)
        yield _listing(maker, province.name, province.url, "province.html", entries)


def plain_tags(maker: CardMaker) -> Iterator[Page]:
    """A page for each tag."""
    found: dict[str, list[Entry]] = {}
    for entry in maker.timeline.entries:
        for tag in entry.tags:
            found.setdefault(tag, []).append(entry)
    for tag, entries in sorted(found.items()):
        yield _listing(maker, tag, address.tag(slugify(tag)), "tag.html", entries)


def _listing(
    maker: CardMaker, title: str, url: str, template: str, entries: Iterable[Entry]
) -> Page:
    entries = tuple(entries)
    return Page(
        url=site_path(url),
        template=template,
        view=partial(_view, maker, title, entries),
        inputs=lambda: (("entries", digest_of([maker.digests.entry(entry) for entry in entries])),),
        title=title,
        kind=template.removesuffix(".html"),
    )


def _view(maker: CardMaker, title: str, entries: tuple[Entry, ...]) -> EntriesView:
    return EntriesView(title=title, cards=tuple(maker.entry_card(entry) for entry in entries))
