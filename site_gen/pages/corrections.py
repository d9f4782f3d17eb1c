"""When entries came out and what was corrected in them: on their pages, and all in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.pages.digests import digest_of
from site_gen.pages.page import Page
from site_gen.pages.views import CorrectionsView, HistoryView, Link, RevisionView
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.model import Entry, Revision
    from site_gen.pages.cards import CardMaker

NEWEST = 100
"""Corrections on the page that lists them."""
URL = "/corrections/"


def revision_view(maker: CardMaker, entry: Entry, revision: Revision) -> RevisionView:
    """A revision as its entry's page and the list of corrections show it."""
    name = f"revision-{revision.commit[:10]}"
    day = revision.moment[:10]
    return RevisionView(
        id=name,
        kind=revision.kind,
        day=day,
        words=maker.catalogue.dates.words(day),
        changes=revision.changes,
        entry=Link(name=entry.title, url=f"{address.entry(entry.slug)}#{name}"),
    )


def history_view(maker: CardMaker, entry: Entry) -> HistoryView | None:
    """What the repository remembers of an entry; None when it knows nothing."""
    revisions = maker.site.revisions.get(entry.slug, ())
    if not revisions:
        return None
    told = tuple(revision_view(maker, entry, r) for r in revisions if r.kind != "edited")
    edited = max(revision.moment for revision in revisions)[:10]
    if told and edited <= told[-1].day:
        edited = ""
    return HistoryView(
        revisions=told,
        edited=edited,
        edited_words=maker.catalogue.dates.words(edited) if edited else "",
    )


def all_corrections(maker: CardMaker) -> list[tuple[Entry, Revision]]:
    """Every correction of every published entry, newest first."""
    found = [
        (entry, revision)
        for entry in maker.timeline.entries
        if not entry.draft
        for revision in maker.site.revisions.get(entry.slug, ())
        if revision.kind == "corrected"
    ]
    return sorted(found, key=lambda pair: (pair[1].moment, pair[0].slug), reverse=True)


def correction_pages(maker: CardMaker) -> Iterator[Page]:
    """The list of corrections."""
    found = all_corrections(maker)
    newest = found[:NEWEST]
    yield Page(
        url=URL,
        template="corrections.html",
        view=lambda: CorrectionsView(
            corrections=tuple(revision_view(maker, *pair) for pair in newest),
            more=len(found) > len(newest),
        ),
        inputs=(
            (
                "history",
                digest_of(
                    (
                        len(found) > len(newest),
                        [(entry.slug, entry.title, revision) for entry, revision in newest],
                    )
                ),
            ),
        ),
        title=maker.say("corrections"),
        description=maker.say("about.corrections"),
        kind="corrections",
    )
