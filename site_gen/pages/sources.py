"""Sources: a page each with the events that rest on it, and the register."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from site_gen.pages.digests import digest_of
from site_gen.pages.listings import Listing, listing
from site_gen.pages.page import Page, site_path
from site_gen.pages.views import Count, IndexView, Link, SourceView
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.model import Source
    from site_gen.pages.cards import CardMaker


def source_pages(maker: CardMaker) -> Iterator[Page]:
    """The register of sources, and each source with the events that rest on it."""
    by_source = maker.timeline.by_source
    sources = sorted(
        maker.site.sources.values(),
        key=lambda s: (s.published is None, s.published.sort_key if s.published else "", s.id),
    )
    crumb = Link(name=maker.say("sources"), url=f"{address.ROOT}/sources/")
    counts = tuple(
        Count(
            name=source.headline or source.publisher,
            url=address.source(source.id),
            key=source.id,
            events=len(by_source.get(source.id, ())),
        )
        for source in sources
    )
    yield Page(
        url="/sources/",
        template="sources.html",
        view=partial(_index_view, maker, counts),
        inputs=(
            ("counts", digest_of(counts)),
            ("sources", digest_of([maker.digests.source(source.id) for source in sources])),
        ),
        title=maker.say("sources"),
        description=maker.say("about.sources"),
        kind="sources",
    )
    entries_of: dict[str, list[Link]] = {}
    for entry in maker.timeline.entries:
        for source_id in entry.sources:
            entries_of.setdefault(source_id, []).append(
                Link(name=entry.title, url=address.entry(entry.slug))
            )
    for source in sources:
        title = source.headline or source.publisher or source.id
        rows = by_source.get(source.id, ())
        entries = tuple(entries_of.get(source.id, ()))
        for piece in listing(rows, maker, title=title, url=address.source(source.id)):
            yield Page(
                url=site_path(piece.url),
                template="source.html",
                view=partial(_source_view, maker, source, entries, piece),
                inputs=(
                    *piece.inputs(maker),
                    ("source", digest_of(source)),
                    ("entries", digest_of(entries)),
                ),
                title=piece.title,
                description=maker.say("about.source", n=len(rows)),
                kind="source",
                crumbs=(crumb,),
            )


def _index_view(maker: CardMaker, counts: tuple[Count, ...]) -> IndexView:
    return IndexView(
        title=maker.say("sources"),
        kind="sources",
        counts=counts,
        sources=tuple(maker.source(count.key) for count in counts),
    )


def _source_view(
    maker: CardMaker, source: Source, entries: tuple[Link, ...], piece: Listing
) -> SourceView:
    return SourceView(
        link=maker.source(source.id),
        credits=source.credits,
        agencies=source.agencies,
        published_note=source.published_note,
        archived=source.archived,
        retrieved=source.retrieved,
        sha256=source.sha256,
        words=maker.catalogue.number(source.words) if source.words is not None else "",
        language=source.language,
        reworded=source.reworded,
        note=source.note,
        quotes=len(source.quotes),
        entries=entries,
        listing=piece.view(maker),
    )
