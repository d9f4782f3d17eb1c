"""What can be found: events, and entries."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from site_gen.dates.wording import IN_ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from site_gen.chronology.rows import Row
    from site_gen.chronology.site import Site
    from site_gen.dates.wording import DateLocale
    from site_gen.model import Body, Claim, Entry

STATUSES = ("", "disputed", "claimed", "corroborated", "reported")
"""Status by its number in the index; the empty one is an entry's."""

_STANCE_WORDS = {"denies": "denies", "confirms": "confirms", "unconfirmed": "unconfirmed"}


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that a search can find. Plain values, from one entry and the site's settings."""

    id: str
    """Fragment of the event's permalink; empty for the entry itself."""
    title: str
    names: tuple[str, ...]
    """Provinces, places, actors, speakers, type, date in words; tags and publishers of an entry."""
    text: tuple[str, ...]
    """Statements and paragraphs; a phrase never spans two of them."""
    date: str
    """In words, as precise as known."""
    start: str
    """First possible day, ISO; empty when open."""
    end: str
    """Last possible day, ISO; empty when open."""
    provinces: tuple[str, ...]
    """ISO 3166-2 codes."""
    status: str = ""
    type: str = ""
    speakers: tuple[tuple[str, str], ...] = ()
    """(slug, name)."""
    sources: tuple[tuple[str, str], ...] = ()
    """(id, how it is called)."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The records of one entry but for its words, which an edit changes most often."""

    records: tuple[Record, ...]
    parts: tuple[tuple[int, ...], ...]
    """For each record the parts of the entry's body that belong to it."""

    def filled(self, body: Body) -> tuple[Record, ...]:
        """The records with the words of the entry."""
        return tuple(
            replace(record, text=(*record.text, *_segments(*(body.parts[n].text for n in parts))))
            for record, parts in zip(self.records, self.parts, strict=True)
        )

    def to_json(self) -> list[Any]:
        """As values that JSON can hold, for a cache."""
        names = [field.name for field in fields(Record)]
        return [[[getattr(r, name) for name in names] for r in self.records], self.parts]

    @classmethod
    def from_json(cls, data: Sequence[Any]) -> Outline:
        """From what `to_json` gave."""
        return cls(tuple(Record(*map(_tuples, values)) for values in data[0]), _tuples(data[1]))


def _tuples(value: Any) -> Any:
    """A value from JSON with the tuples that it was written from."""
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def records(
    site: Site, entry: Entry, rows: Iterable[Row], locale: DateLocale = IN_ENGLISH
) -> tuple[Record, ...]:
    """The records of one entry: itself, then its events in the order of the file.

    Args:
        site: for the names behind ids and codes.
        entry: the entry.
        rows: its events (`Timeline.by_entry`).
        locale: in which dates are said.
    """
    return outline(site, entry, rows, locale).filled(site.bodies[entry.slug])


def outline(
    site: Site, entry: Entry, rows: Iterable[Row], locale: DateLocale = IN_ENGLISH
) -> Outline:
    """The records of one entry without its words."""
    rows = tuple(rows)
    of_events = {row.event.part for row in rows}
    publishers = tuple(site.sources[s].publisher for s in entry.sources if s in site.sources)
    whole = Record(
        id="",
        title=entry.title,
        names=(
            *_province_names(site, entry.provinces),
            *entry.tags,
            *dict.fromkeys(publishers),
            entry.date.words(locale),
        ),
        text=_segments(entry.summary),
        date=entry.date.words(locale),
        start=entry.date.start or "",
        end=entry.date.end or "",
        provinces=entry.provinces,
        sources=_sources(site, entry.sources),
    )
    rest = tuple(number for number in range(entry.parts) if number not in of_events)
    return Outline(
        (whole, *(_event(site, row, locale) for row in rows)),
        (rest, *((row.event.part,) for row in rows)),
    )


def _event(site: Site, row: Row, locale: DateLocale) -> Record:
    event = row.event
    speakers = dict.fromkeys(site.actors.resolve(c.speaker) for c in event.claims)
    places = (site.gazetteer.place_by_id[place].name for place in event.places)
    return Record(
        id=event.id,
        title=event.title,
        names=(
            *_province_names(site, event.provinces),
            *places,
            *dict.fromkeys((*event.actors, *(actor.name for actor in speakers))),
            event.type,
            event.date.words(locale),
        ),
        text=_segments(*(_said(claim) for claim in event.claims)),
        date=event.date.words(locale),
        start=event.date.start or "",
        end=event.date.end or "",
        provinces=event.provinces,
        status=row.verdict.status,
        type=event.type,
        speakers=tuple((actor.slug, actor.name) for actor in speakers),
        sources=_sources(site, (*event.sources, *(claim.source for claim in event.claims))),
    )


def _said(claim: Claim) -> str:
    """A claim as one line; who denied it is found by “denied”."""
    parts = (claim.role, _STANCE_WORDS.get(claim.stance, ""), claim.says, claim.quote, claim.via)
    return " ".join(part for part in parts if part)


def _segments(*texts: str) -> tuple[str, ...]:
    return tuple(line for text in texts for line in text.split("\n") if line.strip())


def _province_names(site: Site, codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(site.gazetteer.by_code[code].name for code in codes)


def _sources(site: Site, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    known = (site.sources[source] for source in dict.fromkeys(ids) if source in site.sources)
    return tuple((source.id, source.headline or source.publisher or source.id) for source in known)
