"""`data/events.csv`: every event, with the columns of the Armed Conflict Location & Event Data.

https://acleddata.com/methodology/acled-codebook says what those mean. Where the chronology knows less
than ACLED's columns ask for, the cell is empty: no day and no position is made up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.acled import EVENT_TYPE_OF
from site_gen.exports.table import Column, Table, joined, public
from site_gen.pages.digests import digest_of
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_gen.chronology.rows import Row
    from site_gen.chronology.site import Site
    from site_gen.chronology.timeline import Timeline
    from site_gen.dates.edtf import EventDate
    from site_gen.exports.table import Cell
    from site_gen.parsing.gazetteer import Place

COLUMNS = (
    Column(name="event_id", required=True, about="Reference of the event: entry#event."),
    Column(
        name="event_date",
        kind="date",
        about="The day, where it is known as one day (time_precision then says how surely); else empty.",
    ),
    Column(
        name="time_precision",
        kind="integer",
        required=True,
        about="ACLED: 1 the day is known, 2 within a week, 3 within a month or vaguer.",
    ),
    Column(
        name="date",
        required=True,
        about="The date as precise as known, in EDTF (levels 0 and 1).",
    ),
    Column(name="earliest", kind="date", about="First possible day; empty when open."),
    Column(name="latest", kind="date", about="Last possible day; empty when open."),
    Column(name="event_type", about="ACLED event type; empty for the site's own types."),
    Column(name="sub_event_type", about="ACLED sub-event type, or a type that the site declares."),
    Column(name="actor1", about="The actor whose act it is."),
    Column(name="actor2", about="The second actor."),
    Column(name="other_actors", about="Further actors, separated by semicolons."),
    Column(name="country", about="Country of the provinces; empty for events outside of them."),
    Column(name="admin1", about="Provinces, separated by semicolons."),
    Column(name="admin1_code", about="Their ISO 3166-2 codes, separated by semicolons."),
    Column(name="location", about="Places, separated by semicolons."),
    Column(
        name="latitude",
        kind="number",
        about="Degrees north, where it is one place of known position.",
    ),
    Column(name="longitude", kind="number", about="Degrees east, likewise."),
    Column(
        name="geo_precision",
        kind="integer",
        about="ACLED: 1 a town or the like, 2 a district or several places, 3 a province only.",
    ),
    Column(name="source", required=True, about="Publishers, separated by semicolons."),
    Column(name="source_id", required=True, about="Ids of the sources, separated by semicolons."),
    Column(
        name="notes", required=True, about="What is said to have happened, in the editors' words."
    ),
    Column(name="date_note", about="How the date follows from the source."),
    Column(
        name="status",
        required=True,
        choices=("disputed", "claimed", "corroborated", "reported"),
        about="How far it is vouched for; derived from the claims.",
    ),
    Column(name="outlets", kind="integer", required=True, about="Publishers that carry it."),
    Column(
        name="origins", kind="integer", required=True, about="Independent voices that affirm it."
    ),
    Column(
        name="background", kind="boolean", required=True, about="History that an article recalls."
    ),
    Column(
        name="planned", kind="boolean", required=True, about="Announced for its date beforehand."
    ),
    Column(name="same_as", about="Other accounts of the same happening, separated by semicolons."),
    Column(name="disputes", about="Slugs of the disputes that name it, separated by semicolons."),
    Column(name="url", required=True, about="Permalink."),
)


def events_table(site: Site, timeline: Timeline) -> Table:
    """All events in order of time."""

    def rows() -> Iterator[Sequence[Cell]]:
        for row in timeline.rows:
            yield _row(site, row)

    return Table(
        name="events",
        path="data/events.csv",
        title="Events",
        about="Every dated happening, with the columns of ACLED and what this chronology adds.",
        columns=COLUMNS,
        key="event_id",
        inputs=(
            ("events", digest_of([(r.event.digest, r.verdict, r.disputes) for r in timeline.rows])),
            ("publishers", digest_of([(s.id, s.publisher) for s in site.sources.values()])),
        ),
        rows=rows,
    )


def single_day(date: EventDate) -> str:
    """The day, if the date is one, however surely; else nothing."""
    return date.start if date.start and date.start == date.end else ""


def _row(site: Site, row: Row) -> Sequence[Cell]:
    event, date = row.event, row.event.date
    places = [site.gazetteer.place_by_id[place] for place in event.places]
    position = places[0] if len(places) == 1 and places[0].lat is not None else None
    sources = [site.sources[source] for source in event.sources]
    return (
        event.ref,
        single_day(date) or None,
        date.time_precision,
        date.edtf,
        date.start,
        date.end,
        EVENT_TYPE_OF.get(event.type, ""),
        event.type,
        next(iter(event.actors), ""),
        next(iter(event.actors[1:]), ""),
        joined(event.actors[2:]),
        site.gazetteer.country if event.provinces else "",
        joined(site.gazetteer.by_code[code].name for code in event.provinces),
        joined(event.provinces),
        joined(place.name for place in places),
        position.lat if position else None,
        position.lon if position else None,
        _geo_precision(event.provinces, places),
        joined(dict.fromkeys(source.publisher or "not known" for source in sources)),
        joined(source.id for source in sources),
        event.title,
        event.date_note,
        row.verdict.status,
        row.verdict.outlets,
        row.verdict.origins,
        event.background,
        event.planned,
        joined(row.same_as),
        joined(row.disputes),
        public(site.config, address.event(event.ref)),
    )


def _geo_precision(provinces: Sequence[str], places: Sequence[Place]) -> int | None:
    if not provinces:
        return None
    if not places:
        return 3
    return 1 if len(places) == 1 and places[0].kind != "district" else 2
