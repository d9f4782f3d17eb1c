"""Sources: a page each with the events that rest on it, and the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen import address
from site_gen.pages.cards import number_words
from site_gen.pages.listings import listing
from site_gen.pages.page import Page, site_path
from site_gen.pages.views import Count, IndexView, Link, SourceView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.pages.cards import CardMaker


def source_pages(maker: CardMaker) -> Iterator[Page]:
    """The register of sources, and each source with the events that rest on it."""
    site, timeline = maker.site, maker.timeline
    sources = sorted(
        site.sources.values(),
        key=lambda s: (s.published.sort_key if s.published else ("9999",), s.id),
    )
    crumb = Link(name="Sources", url=f"{address.ROOT}/sources/")
    yield Page(
        url="/sources/",
        template="sources.html",
        view=IndexView(
            title="Sources",
            kind="sources",
            counts=tuple(
                Count(
                    name=source.headline or source.publisher,
                    url=address.source(source.id),
                    key=source.id,
                    events=len(timeline.by_source.get(source.id, ())),
                )
                for source in sources
            ),
            sources=tuple(maker.source(source.id) for source in sources),
        ),
        title="Sources",
        description="Every document that this chronology rests on.",
        kind="sources",
    )
    entries_of: dict[str, list[Link]] = {}
    for entry in timeline.entries:
        for source_id in entry.sources:
            entries_of.setdefault(source_id, []).append(
                Link(name=entry.title, url=address.entry(entry.slug))
            )
    for source in sources:
        title = source.headline or source.publisher or source.id
        for view in listing(
            timeline.by_source.get(source.id, ()),
            maker,
            title=title,
            url=address.source(source.id),
        ):
            yield Page(
                url=site_path(view.url),
                template="source.html",
                view=SourceView(
                    link=maker.source(source.id),
                    credits=source.credits,
                    agencies=source.agencies,
                    published_note=source.published_note,
                    archived=source.archived,
                    retrieved=source.retrieved,
                    sha256=source.sha256,
                    words=number_words(source.words) if source.words is not None else "",
                    language=source.language,
                    reworded=source.reworded,
                    note=source.note,
                    quotes=len(source.quotes),
                    entries=tuple(entries_of.get(source.id, ())),
                    listing=view,
                ),
                title=view.title,
                description=f"The record of this source, and {view.total} events that rest on it.",
                kind="source",
                crumbs=(crumb,),
            )
