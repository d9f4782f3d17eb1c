"""Entries: a page each, and the list of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen import address
from site_gen.model import Prose
from site_gen.pages.page import Page, site_path
from site_gen.pages.views import Count, EntriesView, EntryView, Link, PartView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_gen.model import Entry
    from site_gen.pages.cards import CardMaker


ENTRIES_A_PAGE = 50


def entry_pages(maker: CardMaker) -> Iterator[Page]:
    entries = maker.timeline.entries
    crumb = Link(name="Articles", url=f"{address.ROOT}/entries/")
    for number, entry in enumerate(entries):
        yield Page(
            url=site_path(address.entry(entry.slug)),
            template="entry.html",
            view=_entry_view(maker, entry, entries, number),
            title=entry.title,
            description=entry.summary,
            kind="entry",
            crumbs=(crumb,),
        )
    newest = maker.site.config.order == "newest"
    ordered = entries[::-1] if newest else entries
    pieces = [
        ordered[start : start + ENTRIES_A_PAGE] for start in range(0, len(ordered), ENTRIES_A_PAGE)
    ] or [()]

    def url(number: int) -> str:
        return f"{address.ROOT}/entries/" + (f"page/{number + 1}/" if number else "")

    for number, piece in enumerate(pieces):
        yield Page(
            url=site_path(url(number)),
            template="entries.html",
            view=EntriesView(
                title="Articles",
                cards=tuple(maker.entry_card(entry) for entry in piece),
                parts=tuple(
                    Count(name=str(n + 1), url=url(n), key=str(n + 1), events=len(p))
                    for n, p in enumerate(pieces)
                )
                if len(pieces) > 1
                else (),
                previous=Link(name=str(number), url=url(number - 1)) if number else None,
                next=Link(name=str(number + 2), url=url(number + 1))
                if number + 1 < len(pieces)
                else None,
            ),
            title="Articles" if not number else f"Articles, page {number + 1}",
            description="All articles in order of publication.",
            kind="entries",
        )


def _entry_view(maker: CardMaker, entry: Entry, entries: Sequence[Entry], number: int) -> EntryView:
    rows = {row.event.id: row for row in maker.timeline.by_entry[entry.slug]}
    parts = tuple(
        PartView(html=part.html)
        if isinstance(part, Prose)
        else PartView(html=part.html, card=maker.card(rows[part.id]))
        for part in entry.parts
    )

    def neighbour(other: int) -> Link | None:
        if not 0 <= other < len(entries):
            return None
        found = entries[other]
        return Link(name=found.title, url=address.entry(found.slug), note=found.date.words())

    return EntryView(
        card=maker.entry_card(entry),
        parts=parts,
        sourcing=maker.sourcing(maker.timeline.by_entry[entry.slug]),
        previous=neighbour(number - 1),
        next=neighbour(number + 1),
        path=entry.span.path,
        questions=entry.questions,
    )
