"""Everything that follows from all entries together: order, status, facets, neighbours.

Pure: a function of the site. Nothing here knows about pages or templates.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from site_gen.chronology.ordering import Rows, in_order
from site_gen.chronology.references import find_claim, same_groups

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from site_gen.chronology.rows import Row
    from site_gen.chronology.site import Site
    from site_gen.model import Actor, Claim, Dispute, Entry, Figure
    from site_gen.parsing.register import ActorRegister

T = TypeVar("T")

MANY = 100
"""With more new entries than this a timeline is as soon built as retold."""


class Point(Struct, frozen=True, kw_only=True):
    """One figure of a series with where it comes from."""

    figure: Figure
    claim: Claim | None
    row: Row


class Timeline(Struct, frozen=True, kw_only=True, dict=True):
    """All events in time order, and the ways into them.

    Facets map a key to rows in time order; keys stand in the order in which indexes show them. Each
    is made when it is first asked for: a theme without actors pays nothing for them.
    """

    rows: tuple[Row, ...]
    by_entry: Mapping[str, tuple[Row, ...]]
    """Entry slug → rows in the order of the file."""
    entries: tuple[Entry, ...]
    """In order of publication, then slug."""
    disputes: tuple[Dispute, ...]
    register: ActorRegister

    @cached_property
    def by_ref(self) -> Mapping[str, Row]:
        """`entry#event` → its row."""
        return {row.event.ref: row for row in self.rows}

    @cached_property
    def by_month(self) -> Mapping[str, tuple[Row, ...]]:
        """`YYYY-MM` → rows; a date that is vaguer than a month is in none."""
        return self._facet(self.keys("months"))

    @cached_property
    def by_province(self) -> Mapping[str, tuple[Row, ...]]:
        """ISO 3166-2 code → rows."""
        return self._facet(self.keys("provinces"))

    @cached_property
    def by_place(self) -> Mapping[str, tuple[Row, ...]]:
        """Id of a place → rows."""
        return self._facet(lambda row: row.event.places)

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Row, ...]]:
        """Source id → rows that rest on it, themselves or with a claim."""
        return self._facet(self.keys("sources"))

    @cached_property
    def by_tag(self) -> Mapping[str, tuple[Row, ...]]:
        """Tag → rows of the entries that carry it."""
        return self._facet(self.keys("tags"))

    @cached_property
    def by_type(self) -> Mapping[str, tuple[Row, ...]]:
        """Type of event → rows."""
        return self._facet(lambda row: (row.event.type,) if row.event.type else ())

    @cached_property
    def by_actor(self) -> Mapping[str, tuple[Row, ...]]:
        """Actor slug → rows in which it acts or speaks."""
        return self._facet(self.keys("actors"))

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Actor slug → actor, for every name that acts or speaks, by name."""
        names = dict.fromkeys(name for row in self.rows for name in _names(row))
        actors: dict[str, Actor] = {}
        for name in names:
            actor = self.register.resolve(name)
            actors.setdefault(actor.slug, actor)
        return dict(sorted(actors.items(), key=lambda pair: pair[1].name.casefold()))

    @cached_property
    def series(self) -> Mapping[str, tuple[Point, ...]]:
        """Series key → points by date."""
        points: dict[str, list[Point]] = defaultdict(list)
        for row in self.rows:
            for figure in row.event.figures:
                claim = find_claim(row.event, figure.claim) if figure.claim else None
                points[figure.series].append(Point(figure=figure, claim=claim, row=row))
        return {
            key: tuple(sorted(found, key=lambda p: (p.figure.as_of.sort_key, p.row.event.ref)))
            for key, found in sorted(points.items())
        }

    def keys(self, facet: str) -> Callable[[Row], Collection[str]]:
        """What tells under which keys of a facet a row stands; a key may come twice.

        Args:
            facet: `months`, `provinces`, `sources`, `tags` or `actors`.
        """
        if facet == "months":
            return lambda row: row.event.date.months()
        if facet == "provinces":
            return lambda row: row.event.provinces
        if facet == "sources":
            return lambda row: (
                (*row.event.sources, *(claim.source for claim in row.event.claims))
                if row.event.claims
                else row.event.sources
            )
        if facet == "tags":
            return lambda row: row.entry.tags
        resolve = self.register.resolve
        return lambda row: [resolve(name).slug for name in _names(row)]

    def _facet(self, keys: Callable[[Row], Collection[str]]) -> dict[str, tuple[Row, ...]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            under = keys(row)
            for key in under if len(under) < 2 else dict.fromkeys(under):
                found[key].append(row)
        return {key: tuple(rows) for key, rows in sorted(found.items())}


def _names(row: Row) -> Iterable[str]:
    return (*row.event.actors, *(claim.speaker for claim in row.event.claims))


def build(site: Site) -> Timeline:
    """Order all events and derive everything that depends on more than one entry."""
    entries = sorted(site.entries, key=lambda entry: (entry.date.sort_key, entry.slug))
    by_entry, rows = in_order(site, entries)
    return Timeline(
        rows=tuple(rows),
        by_entry=by_entry,
        entries=tuple(entries),
        disputes=site.disputes,
        register=site.actors,
    )


def retell(site: Site, before: Site, told: Timeline) -> Timeline:
    """The same as `build(site)`, for less work when few entries have changed.

    Args:
        site: as it is now.
        before: as it was, with the same settings, gazetteer and actors.
        told: `build(before)`.
    """
    if (site.sources, site.disputes) != (before.sources, before.disputes):
        return build(site)
    old = {entry.slug: entry for entry in before.entries}
    new = {entry.slug: entry for entry in site.entries}
    anew = {slug for slug, entry in new.items() if old.get(slug) is not entry}
    anew |= old.keys() - new.keys()
    rows = Rows(site)
    # Accounts of one happening share a verdict, so what one of them says counts for all.
    groups = same_groups(
        [event for entry in before.entries for event in entry.events if event.same_as]
    )
    for ref in rows.groups.keys() | groups.keys():
        group, former = rows.groups.get(ref, ()), groups.get(ref, ())
        if group != former or not anew.isdisjoint(other.partition("#")[0] for other in group):
            anew.add(ref.partition("#")[0])
    if len(anew) > MANY:
        return build(site)

    def place(row: Row) -> tuple[object, ...]:
        entry, event = row.entry, row.event
        return (event.date.sort_key, entry.date.sort_key, entry.slug)

    def published(entry: Entry) -> tuple[object, ...]:
        return (entry.date.sort_key, entry.slug)

    by_entry = dict(told.by_entry)
    ordered, entries = list(told.rows), list(told.entries)
    for slug in anew & old.keys():
        for row in by_entry.pop(slug):
            _take_out(ordered, row, place)
        _take_out(entries, old[slug], published)
    # Sorted, so that rows of one place come to stand in the order of their entries.
    for slug in sorted(anew & new.keys()):
        by_entry[slug] = rows.of(new[slug])
        for row in by_entry[slug]:
            insort(ordered, row, key=place)
        insort(entries, new[slug], key=published)
    return Timeline(
        rows=tuple(ordered),
        by_entry=by_entry,
        entries=tuple(entries),
        disputes=site.disputes,
        register=site.actors,
    )


def _take_out(ordered: list[T], what: T, key: Callable[[T], tuple[object, ...]]) -> None:
    """Remove the very same value from a list that is in the order of its keys."""
    at = bisect_left(ordered, key(what), key=key)
    while ordered[at] is not what:
        at += 1
    del ordered[at]
