"""Entries: a page each, and the list of articles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from site_gen.pages.cards import CardMaker  # noqa: TC001 - compiled, `_Later` looks its types up
from site_gen.pages.citations import cite_entry, cite_event
from site_gen.pages.corrections import history_view
from site_gen.pages.digests import NOTHING, digest_of
from site_gen.pages.linked_data import linked_data
from site_gen.pages.page import Page, site_path
from site_gen.pages.views import Count, EntriesView, EntryView, Link, PartView
from site_gen.web import address
from site_gen.web.address import prose_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_gen.model import Entry
    from site_gen.web.artifact import Inputs

ENTRIES_A_PAGE = 50


def entry_pages(maker: CardMaker) -> Iterator[Page]:
    """A page for each entry, then the list of articles."""
    for number in range(len(maker.timeline.entries)):
        yield entry_page(maker, number)
    yield from list_pages(maker, f"{address.ROOT}/entries/", "entries.html", maker.say("articles"))


def entry_page(maker: CardMaker, number: int) -> Page:
    """The page of one entry, by its number in order of publication."""
    entry = maker.timeline.entries[number]
    later = _Later(maker, number)
    return Page(
        url=site_path(address.entry(entry.slug)),
        template="entry.html",
        view=later.view,
        inputs=later.inputs,
        title=entry.title,
        description=entry.summary,
        kind="entry",
        entry=entry.slug,
        crumbs=(Link(name=maker.say("articles"), url=f"{address.ROOT}/entries/"),),
    )


class _Later:
    """What the page of an entry asks for when its turn comes: half of what two `partial`s take."""

    __slots__ = ("maker", "number")

    def __init__(self, maker: CardMaker, number: int) -> None:
        self.maker = maker
        self.number = number

    def view(self) -> EntryView:
        return _entry_view(self.maker, self.maker.timeline.entries[self.number], self.number)

    def inputs(self) -> Inputs:
        return _entry_inputs(self.maker, self.maker.timeline.entries[self.number], self.number)


def _entry_inputs(maker: CardMaker, entry: Entry, number: int) -> Inputs:
    around = maker.timeline.entries[max(number - 1, 0) : number + 2]
    revisions = maker.site.revisions.get(entry.slug, ())
    return (
        ("entry", maker.digests.entry(entry)),
        (f"prose:{entry.slug}", entry.prose),
        ("events", maker.digests.rows(maker.timeline.by_entry[entry.slug])),
        ("questions", digest_of(entry.questions) if entry.questions else NOTHING),
        ("history", digest_of(revisions) if revisions else NOTHING),
        (
            "neighbours",
            digest_of([(e.slug, e.title, e.date.edtf) for e in around if e is not entry]),
        ),
    )


def _entry_view(maker: CardMaker, entry: Entry, number: int) -> EntryView:
    entries = maker.timeline.entries
    rows = {row.event.part: row for row in maker.timeline.by_entry[entry.slug]}
    config = maker.site.config

    def part(number: int) -> PartView:
        if number not in rows:
            return PartView(html=prose_mark(number))
        row = rows[number]
        return PartView(
            html=prose_mark(number),
            card=maker.card(row),
            citation=partial(cite_event, row.event, entry, config, maker.catalogue),
        )

    parts = tuple(part(number) for number in range(entry.parts))
    card = maker.entry_card(entry)

    def neighbour(other: int) -> Link | None:
        if not 0 <= other < len(entries):
            return None
        found = entries[other]
        return Link(name=found.title, url=address.entry(found.slug), note=maker.words(found.date))

    return EntryView(
        card=card,
        parts=parts,
        sourcing=maker.sourcing(maker.timeline.by_entry[entry.slug]),
        previous=neighbour(number - 1),
        next=neighbour(number + 1),
        path=entry.span.path,
        citation=partial(cite_entry, entry, config, maker.catalogue),
        linked_data=partial(linked_data, card, tuple(p.card for p in parts if p.card), config),
        history=history_view(maker, entry),
        questions=entry.questions,
    )


def list_pages(maker: CardMaker, root: str, template: str, title: str) -> Iterator[Page]:
    """The list of entries by publication, some on each page.

    Args:
        maker: of the site's cards.
        root: address of the first page, with `ROOT` and a slash at its end.
        template: that draws them.
        title: of the first page.
    """
    entries = maker.timeline.entries
    ordered = entries[::-1] if maker.site.config.order == "newest" else entries
    pieces = [
        ordered[start : start + ENTRIES_A_PAGE] for start in range(0, len(ordered), ENTRIES_A_PAGE)
    ] or [()]

    def url(number: int) -> str:
        return root + (f"page/{number + 1}/" if number else "")

    parts = tuple(
        Count(name=str(number + 1), url=url(number), key=str(number + 1), events=len(piece))
        for number, piece in enumerate(pieces)
    )
    for number, piece in enumerate(pieces):
        yield Page(
            url=site_path(url(number)),
            template=template,
            view=partial(_entries_view, maker, title, piece, number, parts),
            inputs=partial(_list_inputs, maker, piece, parts),
            title=maker.say("numbered", title=title, n=number + 1) if number else title,
            description=maker.say("about.articles"),
            kind="entries",
        )


def _list_inputs(maker: CardMaker, piece: Sequence[Entry], parts: tuple[Count, ...]) -> Inputs:
    return (
        ("entries", digest_of([maker.digests.entry(entry) for entry in piece])),
        ("listing", digest_of(parts)),
    )


def _entries_view(
    maker: CardMaker, title: str, piece: Sequence[Entry], number: int, parts: tuple[Count, ...]
) -> EntriesView:
    def link(other: int) -> Link | None:
        if not 0 <= other < len(parts):
            return None
        return Link(name=parts[other].name, url=parts[other].url)

    return EntriesView(
        title=title,
        cards=tuple(maker.entry_card(entry) for entry in piece),
        parts=parts if len(parts) > 1 else (),
        previous=link(number - 1),
        next=link(number + 1),
    )
