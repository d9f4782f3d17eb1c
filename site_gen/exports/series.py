"""`data/series.csv`: every figure with its qualifier, its scope and its voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.exports.table import Column, Table, public
from site_gen.model import QUALIFIERS
from site_gen.pages.digests import digest_of
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_gen.chronology.site import Site
    from site_gen.chronology.timeline import Timeline
    from site_gen.exports.table import Cell

COLUMNS = (
    Column(name="series", required=True, about="Key of the series."),
    Column(name="title", required=True, about="Its title."),
    Column(name="unit", about="What is counted."),
    Column(name="as_of", required=True, about="When it stands so, in EDTF."),
    Column(name="earliest", kind="date", about="First possible day; empty when open."),
    Column(name="latest", kind="date", about="Last possible day; empty when open."),
    Column(
        name="qualifier",
        required=True,
        choices=QUALIFIERS,
        about="Part of the value: “more than 50” is not 50.",
    ),
    Column(name="value", kind="number", about="Empty where the source gives words only."),
    Column(name="high", kind="number", about="Upper end of a range; value is then the lower."),
    Column(name="words", about="How the source says it, where it gives no number."),
    Column(name="of", kind="number", about="The whole of which it is a part."),
    Column(
        name="scope",
        about="What exactly is counted. Values of different scope must not be joined or added.",
    ),
    Column(name="speaker", about="Whose figure it is; empty: the source's own voice."),
    Column(name="party", about="The speaker's party."),
    Column(name="source_id", required=True, about="The source that carries it."),
    Column(name="source", about="Its publisher; empty when not known."),
    Column(
        name="published", about="When it came out (EDTF): the day on which the figure was told."
    ),
    Column(name="via", about="Agency or outlet through which the source has it."),
    Column(name="event_id", required=True, about="The event that it belongs to."),
    Column(name="url", required=True, about="Permalink of the event."),
)


def series_table(site: Site, timeline: Timeline) -> Table:
    """All figures, by series and date."""

    def rows() -> Iterator[Sequence[Cell]]:
        for key, points in timeline.series.items():
            series = site.config.series_of(key)
            for point in points:
                figure, claim = point.figure, point.claim
                source = site.sources[figure.source]
                yield (
                    key,
                    series.title if series else key,
                    series.unit if series else "",
                    figure.as_of.edtf,
                    figure.as_of.start,
                    figure.as_of.end,
                    figure.qualifier,
                    figure.value,
                    figure.high,
                    figure.words,
                    figure.of,
                    figure.scope,
                    claim.speaker if claim else "",
                    claim.party if claim else "",
                    figure.source,
                    source.publisher,
                    source.published.edtf if source.published else "",
                    claim.via if claim else "",
                    point.row.event.ref,
                    public(site.config, address.event(point.row.event.ref)),
                )

    return Table(
        name="series",
        path="data/series.csv",
        title="Figures",
        about="Every number, or word for one, that a source gives, with its qualifier and its voice.",
        columns=COLUMNS,
        key="",
        refers=(("event_id", "events", "event_id"), ("source_id", "sources", "source_id")),
        inputs=(
            (
                "figures",
                digest_of([p.row.event.digest for ps in timeline.series.values() for p in ps]),
            ),
            (
                "sources",
                digest_of([(s.id, s.publisher, s.published) for s in site.sources.values()]),
            ),
        ),
        rows=rows,
    )
