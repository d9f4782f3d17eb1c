"""Digests of what pages are made from.

A page is out of date when a digest of one of its inputs has changed. What counts is the projection
that the page uses: an event's card on a listing does not change with the event's prose.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

from site_gen.timeline import dispute_refs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_gen.model import Dispute, Entry
    from site_gen.site import Site
    from site_gen.timeline import Row, Timeline


def digest_of(value: object) -> str:
    """Digest of a value made of texts, numbers, tuples and frozen dataclasses."""
    return blake2b(repr(value).encode(), digest_size=12).hexdigest()


@dataclass(slots=True)
class Digests:
    """Digests of the parts of one site, each made once."""

    site: Site
    timeline: Timeline
    _rows: dict[str, str] = field(default_factory=dict)
    _entries: dict[str, str] = field(default_factory=dict)
    _disputes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._disputes = {
            d.slug: digest_of((d.slug, d.title, d.kind, d.members, self._known(d)))
            for d in self.site.disputes
        }

    def _known(self, dispute: Dispute) -> list[str]:
        """When each account in a dispute came out."""
        return [self.timeline.by_ref[ref].known for ref in dispute_refs(dispute)]

    def source(self, source_id: str) -> str:
        """A source as footnotes name it."""
        source = self.site.sources[source_id]
        return f"{source.id}|{source.publisher}|{source.headline}|{source.url}|{source.published.edtf if source.published else ''}|{source.reworded}"

    def row(self, row: Row) -> str:
        """An event's card: everything but its prose."""
        ref = row.event.ref
        if ref not in self._rows:
            around = (
                row.event.digest,
                row.entry.title,
                row.entry.draft,
                row.entry.tags,
                row.verdict,
                row.known,
                [self._disputes[slug] for slug in row.disputes],
                [
                    (
                        other,
                        self.timeline.by_ref[other].event.title,
                        self.timeline.by_ref[other].event.date.edtf,
                    )
                    for other in row.same_as
                ],
                [self.source(s) for s in row.event.sources],
                [self.source(c.source) for c in row.event.claims],
            )
            self._rows[ref] = digest_of(around)
        return self._rows[ref]

    def rows(self, rows: Iterable[Row]) -> str:
        """Some events in their order."""
        return digest_of([self.row(row) for row in rows])

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
                    [self.source(s) for s in entry.sources],
                )
            )
        return self._entries[entry.slug]
