"""`data/sources.csv`: the register of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.exports.table import Column, Table, joined, public
from site_gen.pages.digests import digest_of
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_gen.chronology.site import Site
    from site_gen.chronology.timeline import Timeline
    from site_gen.exports.table import Cell

COLUMNS = (
    Column(name="source_id", required=True, about="Id in the register."),
    Column(name="headline", about="The document's own title."),
    Column(name="publisher", about="Empty when not known."),
    Column(name="credits", about="Who is credited, separated by semicolons."),
    Column(name="agencies", about="Agencies whose reporting it uses, separated by semicolons."),
    Column(name="published", about="Date of publication, in EDTF."),
    Column(name="published_note", about="How that is known, if not from the document."),
    Column(name="source_url", about="Empty when not known."),
    Column(name="archived", about="Address of an archived copy."),
    Column(name="retrieved", about="When it was retrieved."),
    Column(name="sha256", about="Of the text's UTF-8 bytes, where a text was supplied."),
    Column(name="words", kind="integer", about="Number of its words."),
    Column(name="language", about="Language tag."),
    Column(name="reworded", about="Why its wording cannot be trusted; empty when it can."),
    Column(name="note", about="Anything else."),
    Column(name="events", kind="integer", required=True, about="Events that rest on it."),
    Column(name="url", required=True, about="Its page."),
)


def sources_table(site: Site, timeline: Timeline) -> Table:
    """All sources, by id."""
    counts = {source: len(timeline.by_source.get(source, ())) for source in site.sources}

    def rows() -> Iterator[Sequence[Cell]]:
        for source in site.sources.values():
            yield (
                source.id,
                source.headline,
                source.publisher,
                joined(source.credits),
                joined(source.agencies),
                source.published.edtf if source.published else "",
                source.published_note,
                source.url,
                source.archived,
                source.retrieved,
                source.sha256,
                source.words,
                source.language,
                source.reworded,
                source.note,
                counts[source.id],
                public(site.config, address.source(source.id)),
            )

    return Table(
        name="sources",
        path="data/sources.csv",
        title="Sources",
        about="Every document that the chronology rests on. Never its text.",
        columns=COLUMNS,
        key="source_id",
        inputs=(
            ("sources", digest_of(list(site.sources.values()))),
            ("events", digest_of(counts)),
        ),
        rows=rows,
    )
