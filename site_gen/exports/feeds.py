"""Feeds: Atom (RFC 4287) for the site and for each province, and JSON Feed 1.1.

https://www.rfc-editor.org/rfc/rfc4287 · https://www.jsonfeed.org/version/1.1/

Only the newest entries are part of a feed, so that work on an old one touches none. An item's id is
the address of its page.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from msgspec import Struct

from site_gen.exports import moments
from site_gen.exports.fulltext import full_text
from site_gen.exports.layout import laid_out
from site_gen.exports.markup import document, element, html_text, xml_text
from site_gen.pages.corrections import URL, all_corrections, revision_view
from site_gen.pages.digests import digest_of
from site_gen.pages.page import site_path
from site_gen.web import address
from site_gen.web.artifact import Artifact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from site_gen.model import Entry
    from site_gen.pages.cards import CardMaker
    from site_gen.parsing.config import Config

NEWEST = 20
"""Items of the site's own feeds."""
NEWEST_OF_PROVINCE = 10
NEWEST_CORRECTIONS = 50


class Item(Struct, frozen=True, kw_only=True):
    """One item of a feed."""

    url: str
    """Absolute; its id as well."""
    title: str
    published: str
    """RFC 3339, in UTC."""
    updated: str
    """The same."""
    html: str
    """Absolute links."""
    summary: str = ""
    tags: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    """Addresses of the articles that it rests on."""


class Feed(Struct, frozen=True, kw_only=True):
    """A feed, whatever its format."""

    title: str
    about: str
    path: str
    """Of its file, below the output folder."""
    home: str
    """Absolute address of the page that it belongs to."""
    items: tuple[Item, ...]
    """Newest first."""


def site_feeds(maker: CardMaker) -> Iterator[Artifact]:
    """The feeds of the whole site."""
    chosen = newest(maker)[:NEWEST]
    yield _artifact(maker, "feed.xml", chosen, _site_feed, atom)
    yield _artifact(maker, "feed.json", chosen, _site_feed, json_feed)


def province_feeds(maker: CardMaker) -> Iterator[Artifact]:
    """A feed for each province."""
    config = maker.site.config
    there: dict[str, list[Entry]] = {}
    for entry in newest(maker):
        for code in _codes(entry):
            there.setdefault(code, []).append(entry)
    for province in maker.site.gazetteer.provinces:
        url = site_path(address.province(province.slug))
        make = partial(
            _feed,
            title=f"{config.title}: {province.name}",
            about=maker.say("feed.province", name=province.name),
            home=config.origin + url,
        )
        chosen = tuple(there.get(province.code, ()))[:NEWEST_OF_PROVINCE]
        yield _artifact(maker, f"{url[1:]}feed.xml", chosen, make, atom)


def corrections(maker: CardMaker) -> Artifact:
    """`corrections.xml`: what was changed in entries after they had come out."""
    config = maker.site.config
    chosen = all_corrections(maker)[:NEWEST_CORRECTIONS]

    def make() -> bytes:
        items = []
        for entry, revision in chosen:
            view = revision_view(maker, entry, revision)
            changes = "".join(f"<li>{html_text(change)}</li>" for change in view.changes)
            items.append(
                Item(
                    url=config.origin + site_path(view.entry.url),
                    title=maker.say("feed.corrected", title=entry.title),
                    published=revision.moment,
                    updated=revision.moment,
                    html=f"<ul>{changes}</ul>",
                )
            )
        feed = Feed(
            title=maker.say("feed.corrections", title=config.title),
            about=maker.say("about.corrections"),
            path="corrections.xml",
            home=config.origin + URL,
            items=tuple(items),
        )
        return atom(feed, config)

    shown = [(entry.slug, entry.title, revision) for entry, revision in chosen]
    inputs = (("history", digest_of(shown)), ("strings", maker.strings_digest))
    return Artifact(path="corrections.xml", inputs=inputs, make=make)


def newest(maker: CardMaker) -> tuple[Entry, ...]:
    """Published entries, the newest first."""
    entries = (entry for entry in maker.timeline.entries[::-1] if not entry.draft)
    return tuple(sorted(entries, key=lambda e: moments.published(maker.site, e), reverse=True))


def _codes(entry: Entry) -> set[str]:
    return {*entry.provinces, *(code for event in entry.events for code in event.provinces)}


def _artifact(
    maker: CardMaker, path: str, entries: Sequence[Entry], make: Any, write: Any
) -> Artifact:
    return Artifact(
        path=path,
        inputs=entry_inputs(maker, entries),
        make=lambda: write(make(maker, entries, path=path), maker.site.config),
    )


def entry_inputs(maker: CardMaker, entries: Iterable[Entry]) -> tuple[tuple[str, str], ...]:
    """Digests of all that a feed of these entries shows, their words included."""
    digests, timeline, site = maker.digests, maker.timeline, maker.site
    shown = [
        (
            digests.entry(entry),
            digests.rows(timeline.by_entry[entry.slug]),
            moments.published(site, entry),
            moments.updated(site, entry),
        )
        for entry in entries
    ]
    words = tuple((f"prose:{entry.slug}", entry.prose) for entry in entries)
    return (("entries", digest_of(shown)), ("strings", maker.strings_digest), *words)


def _site_feed(maker: CardMaker, entries: Sequence[Entry], path: str) -> Feed:
    config = maker.site.config
    return _feed(
        maker,
        entries,
        path=path,
        title=config.title,
        about=config.description,
        home=config.base_url,
    )


def _feed(
    maker: CardMaker, entries: Sequence[Entry], *, path: str, title: str, about: str, home: str
) -> Feed:
    items = tuple(_item(maker, entry) for entry in entries)
    return Feed(title=title, about=about, path=path, home=home, items=items)


def _item(maker: CardMaker, entry: Entry) -> Item:
    site = maker.site
    return Item(
        url=site.config.origin + site_path(address.entry(entry.slug)),
        title=entry.title,
        published=moments.published(site, entry),
        updated=moments.updated(site, entry),
        html=full_text(maker, entry),
        summary=entry.summary,
        tags=entry.tags,
        via=tuple(url for url in (site.sources[s].url for s in entry.sources) if url),
    )


def atom(feed: Feed, config: Config) -> bytes:
    """A feed as Atom."""
    address_of_feed = f"{config.origin}/{feed.path}"
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": config.language})
    element(root, "title", feed.title)
    if feed.about:
        element(root, "subtitle", feed.about)
    element(root, "id", address_of_feed)
    element(root, "link", rel="self", type_="application/atom+xml", href=address_of_feed)
    element(root, "link", rel="alternate", type_="text/html", href=feed.home)
    element(root, "updated", max((i.updated for i in feed.items), default=moments.LONG_AGO))
    for name in config.editors or (config.title,):
        element(element(root, "author"), "name", name)
    if config.license:
        element(root, "rights", config.license)
    element(root, "generator", "site-gen")
    for item in feed.items:
        entry = element(root, "entry")
        element(entry, "title", item.title)
        element(entry, "id", item.url)
        element(entry, "link", rel="alternate", type_="text/html", href=item.url)
        for url in item.via:
            element(entry, "link", rel="via", href=url)
        element(entry, "published", item.published)
        element(entry, "updated", item.updated)
        for tag in item.tags:
            element(entry, "category", term=tag)
        if item.summary:
            element(entry, "summary", item.summary)
        element(entry, "content", item.html, type_="html")
    return document(root)


def json_feed(feed: Feed, config: Config) -> bytes:
    """A feed as JSON Feed."""
    data: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": f"{config.origin}/{feed.path}",
        "description": feed.about,
        "language": config.language,
        "authors": [{"name": name} for name in config.editors or (config.title,)],
        "items": [
            {
                "id": item.url,
                "url": item.url,
                "title": xml_text(item.title),
                "summary": xml_text(item.summary),
                "content_html": item.html,
                "date_published": item.published,
                "date_modified": item.updated,
                "tags": list(item.tags),
                **({"external_url": item.via[0]} if item.via else {}),
            }
            for item in feed.items
        ],
    }
    return laid_out(data)
