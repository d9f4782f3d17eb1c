"""Everything that follows from all entries together: order, status, facets, neighbours.

Pure: a function of the site. Nothing here knows about pages or templates.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_gen.status import Verdict, derive

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from site_gen.edtf import EventDate
    from site_gen.model import Actor, Claim, Dispute, Entry, Event, Figure
    from site_gen.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event in its place in time, with what the rest of the site says about it."""

    event: Event
    entry: Entry
    verdict: Verdict
    disputes: tuple[str, ...]
    """Slugs of the disputes that name the event, one of its claims, or another account of it."""
    same_as: tuple[str, ...]
    """References of the other accounts of the same happening."""
    known: str
    """ISO day on which the first source that carries it was published; empty when not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure of a series with where it comes from."""

    figure: Figure
    claim: Claim | None
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All events in time order, and the ways into them.

    Facets map a key to rows in time order; keys stand in the order in which indexes show them.
    """

    rows: tuple[Row, ...]
    by_ref: Mapping[str, Row]
    by_entry: Mapping[str, tuple[Row, ...]]
    """Entry slug → rows in the order of the file."""
    by_month: Mapping[str, tuple[Row, ...]]
    """`YYYY-MM` → rows, in order of time; rows that belong to no month are in `undated`."""
    by_province: Mapping[str, tuple[Row, ...]]
    by_place: Mapping[str, tuple[Row, ...]]
    by_source: Mapping[str, tuple[Row, ...]]
    by_tag: Mapping[str, tuple[Row, ...]]
    by_type: Mapping[str, tuple[Row, ...]]
    by_actor: Mapping[str, tuple[Row, ...]]
    """Actor slug → rows in which it acts or speaks."""
    actors: Mapping[str, Actor]
    """Actor slug → actor, for every name that acts or speaks."""
    entries: tuple[Entry, ...]
    """In order of publication, then slug."""
    disputes: tuple[Dispute, ...]
    series: Mapping[str, tuple[Point, ...]]
    """Series key → points by date."""


def dispute_refs(dispute: Dispute) -> tuple[str, ...]:
    """The events that a dispute names, itself or through a claim: `entry#event`."""
    return tuple(dict.fromkeys(event_of(member.ref) for member in dispute.members))


def event_of(ref: str) -> str:
    """`entry#event` for a reference to an event or to one of its claims."""
    entry, _, rest = ref.partition("#")
    return f"{entry}#{rest.partition('.')[0]}"


def claim_of(ref: str) -> str:
    """The claim's id in a reference, or an empty string."""
    return ref.partition("#")[2].partition(".")[2]


def find_claim(event: Event, claim_id: str) -> Claim | None:
    """The claim of that id."""
    return next((claim for claim in event.claims if claim.id == claim_id), None)


def same_groups(events: Iterable[Event]) -> dict[str, tuple[str, ...]]:
    """For each event that has other accounts: all references of its group, sorted.

    `same_as` counts in both directions and through third accounts.
    """
    parent: dict[str, str] = {}

    def root(ref: str) -> str:
        while parent.setdefault(ref, ref) != ref:
            ref = parent[ref]
        return ref

    for event in events:
        for other in event.same_as:
            a, b = sorted((root(event.ref), root(other)))
            parent[b] = a
    groups: dict[str, list[str]] = defaultdict(list)
    for ref in sorted(parent):
        groups[root(ref)].append(ref)
    return {ref: tuple(group) for group in groups.values() for ref in group if len(group) > 1}


def first_known(dates: Iterable[EventDate | None]) -> str:
    """The earliest day by which one of the documents was certainly out; empty when none says.

    A document known only by its month counts from the month's last day: nothing is shown as known
    before it can have been.
    """
    return min((date.end for date in dates if date is not None and date.end), default="")


def build(site: Site) -> Timeline:
    """Order all events and derive everything that depends on more than one entry."""
    events = {event.ref: event for entry in site.entries for event in entry.events}
    groups = same_groups(events.values())
    in_disputes: dict[str, list[Dispute]] = defaultdict(list)
    for dispute in site.disputes:
        for ref in dispute_refs(dispute):
            in_disputes[ref].append(dispute)
    belligerents = frozenset(p.key for p in site.config.parties if p.belligerent)
    publishers = {s.id: s.publisher or s.id for s in site.sources.values()}

    def row(entry: Entry, event: Event) -> Row:
        accounts = [events[ref] for ref in groups.get(event.ref, (event.ref,)) if ref in events]
        first = site.actors.resolve(event.actors[0]) if event.actors else None
        disputes = {d.slug: d for account in accounts for d in in_disputes.get(account.ref, ())}
        verdict = derive(
            (claim for account in accounts for claim in account.claims),
            actor_party=first.party if first else "",
            publishers=publishers,
            sources=(source for account in accounts for source in account.sources),
            belligerents=belligerents,
            actor_of=site.actors.resolve,
            disputes=(dispute.kind for dispute in disputes.values()),
        )
        return Row(
            event=event,
            entry=entry,
            verdict=verdict,
            disputes=tuple(sorted(disputes)),
            same_as=tuple(ref for ref in groups.get(event.ref, ()) if ref != event.ref),
            known=first_known(
                site.sources[source].published for source in event.sources if source in site.sources
            ),
        )

    by_entry = {
        entry.slug: tuple(row(entry, event) for event in entry.events) for entry in site.entries
    }
    positions = {
        r.event.ref: (entry, number)
        for entry, rows in by_entry.items()
        for number, r in enumerate(rows)
    }
    ordered = sorted(
        (r for rows in by_entry.values() for r in rows),
        key=lambda r: (r.event.date.sort_key, r.entry.date.sort_key, positions[r.event.ref]),
    )
    return _arrange(site, tuple(ordered), by_entry)


def _arrange(
    site: Site, ordered: tuple[Row, ...], by_entry: Mapping[str, tuple[Row, ...]]
) -> Timeline:
    facets: dict[str, dict[str, list[Row]]] = {
        name: defaultdict(list)
        for name in ("month", "province", "place", "source", "tag", "type", "actor")
    }
    actors: dict[str, Actor] = {}
    for r in ordered:
        event = r.event
        names = dict.fromkeys((*event.actors, *(claim.speaker for claim in event.claims)))
        resolved = dict.fromkeys(site.actors.resolve(name) for name in names)
        for actor in resolved:
            actors.setdefault(actor.slug, actor)
        keys = {
            "month": event.date.months(),
            "province": event.provinces,
            "place": event.places,
            "source": tuple(dict.fromkeys((*event.sources, *(c.source for c in event.claims)))),
            "tag": r.entry.tags,
            "type": (event.type,) if event.type else (),
            "actor": tuple(dict.fromkeys(actor.slug for actor in resolved)),
        }
        for name, values in keys.items():
            for value in values:
                facets[name][value].append(r)

    def facet(name: str) -> dict[str, tuple[Row, ...]]:
        return {key: tuple(rows) for key, rows in sorted(facets[name].items())}

    return Timeline(
        rows=ordered,
        by_ref={r.event.ref: r for r in ordered},
        by_entry=by_entry,
        by_month=facet("month"),
        by_province=facet("province"),
        by_place=facet("place"),
        by_source=facet("source"),
        by_tag=facet("tag"),
        by_type=facet("type"),
        by_actor=facet("actor"),
        actors=dict(sorted(actors.items(), key=lambda pair: pair[1].name.casefold())),
        entries=tuple(sorted(site.entries, key=lambda e: (e.date.sort_key, e.slug))),
        disputes=site.disputes,
        series=_series(ordered),
    )


def _series(rows: Iterable[Row]) -> dict[str, tuple[Point, ...]]:
    points: dict[str, list[Point]] = defaultdict(list)
    for row in rows:
        for figure in row.event.figures:
            claim = find_claim(row.event, figure.claim) if figure.claim else None
            points[figure.series].append(Point(figure=figure, claim=claim, row=row))
    return {
        key: tuple(sorted(found, key=lambda p: (p.figure.as_of.sort_key, p.row.event.ref)))
        for key, found in sorted(points.items())
    }
