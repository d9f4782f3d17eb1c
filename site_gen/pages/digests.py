"""Digests of what pages are made from.

A page is out of date when a digest of one of its inputs has changed. What counts is the projection
that the page uses: an event's card on a listing does not change with the event's prose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import json

from site_gen.chronology.references import dispute_refs
from site_gen.dates.edtf import EventDate
from site_gen.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_gen.chronology.rows import Row
    from site_gen.chronology.site import Site
    from site_gen.chronology.timeline import Timeline
    from site_gen.model import Dispute, Entry


def digest_of(value: object) -> str:
    """Digest of a value made of texts, numbers, dates, tuples, mappings and structs."""
    return digest(_encode(value), length=24)


def _foreign(value: object) -> str:
    if isinstance(value, EventDate):
        return value.edtf
    if isinstance(value, str):
        return str(value)
    message = f"{type(value).__name__} has no digest"
    raise NotImplementedError(message)


_encode = json.Encoder(enc_hook=_foreign).encode
NOTHING = digest_of(())


class Digests:
    """Digests of the parts of one site, each made once."""

    def __init__(self, site: Site, timeline: Timeline) -> None:
        self.site = site
        self.timeline = timeline
        self._heads: dict[str, str] = {}
        self._source_lists: dict[tuple[str, ...], str] = {}
        self._entries: dict[str, str] = {}
        self._disputes = {
            d.slug: digest_of((d.slug, d.title, d.kind, d.members, self._known(d)))
            for d in site.disputes
        }

    def _known(self, dispute: Dispute) -> list[str]:
        """When each account in a dispute came out."""
        return [self.timeline.by_ref[ref].known for ref in dispute_refs(dispute)]

    def source(self, source_id: str) -> str:
        """A source as footnotes name it."""
        return self.sources((source_id,))

    def sources(self, source_ids: tuple[str, ...]) -> str:
        """Some sources in their order."""
        if source_ids not in self._source_lists:
            found = self.site.sources
            self._source_lists[source_ids] = digest_of(
                [
                    (s.id, s.publisher, s.headline, s.url, s.published, s.reworded)
                    for s in [found[source_id] for source_id in source_ids]
                ]
            )
        return self._source_lists[source_ids]

    def row(self, row: Row) -> str:
        """An event's card: everything but its prose."""
        event, verdict = row.event, row.verdict
        found = (
            f"{event.digest}{self._head(row.entry)}{self.sources(event.sources)}"
            f"{verdict.status}{verdict.outlets},{verdict.origins},{row.known}"
        )
        if row.disputes or row.same_as or event.claims:
            others = [self.timeline.by_ref[ref].event for ref in row.same_as]
            found += digest_of(
                (
                    [self._disputes[slug] for slug in row.disputes],
                    [(other.ref, other.title, other.date.edtf) for other in others],
                    [self.source(claim.source) for claim in event.claims],
                )
            )
        return found

    def rows(self, rows: Iterable[Row]) -> str:
        """Some events in their order."""
        told = "\n".join([self.row(row) for row in rows])
        return digest(told.encode(), length=24)

    def forget_entries(self) -> None:
        """Let go of what was found of single entries and their sources."""
        for found in (self._heads, self._source_lists, self._entries):
            found.clear()

    def _head(self, entry: Entry) -> str:
        """What an event's card shows of its entry."""
        if entry.slug not in self._heads:
            self._heads[entry.slug] = digest_of((entry.title, entry.draft, entry.tags))
        return self._heads[entry.slug]

    def entry(self, entry: Entry) -> str:
        """An entry as lists show it."""
        if entry.slug not in self._entries:
            self._entries[entry.slug] = digest_of(
                (
                    entry.slug,
                    entry.title,
                    entry.date.edtf,
                    entry.summary,
                    entry.provinces,
                    entry.tags,
                    entry.draft,
                    len(entry.events),
                    self.sources(entry.sources),
                )
            )
        return self._entries[entry.slug]
