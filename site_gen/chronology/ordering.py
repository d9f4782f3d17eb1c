"""The rows of a site, in the order of time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from site_gen.chronology.references import dispute_refs, same_groups
from site_gen.chronology.rows import Row
from site_gen.chronology.status import derive

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from site_gen.chronology.site import Site
    from site_gen.dates.edtf import EventDate
    from site_gen.model import Dispute, Entry, Event, Verdict


def first_known(dates: Iterable[EventDate | None]) -> str:
    """The earliest day by which one of the documents was certainly out; empty when none says.

    A document known only by its month counts from the month's last day: nothing is shown as known
    before it can have been.
    """
    return min((date.end for date in dates if date is not None and date.end), default="")


class Rows:
    """Makes the rows of one site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        told = [event for entry in site.entries for event in entry.events if event.same_as]
        self.groups = same_groups(told)
        self.accounts = {}
        if self.groups:
            self.accounts = {
                event.ref: event
                for entry in site.entries
                for event in entry.events
                if event.ref in self.groups
            }
        self.disputes: dict[str, list[Dispute]] = defaultdict(list)
        for dispute in site.disputes:
            for ref in dispute_refs(dispute):
                self.disputes[ref].append(dispute)
        self.belligerents = frozenset(p.key for p in site.config.parties if p.belligerent)
        self.publishers = {s.id: s.publisher or s.id for s in site.sources.values()}
        self.known: dict[tuple[str, ...], str] = {}
        self.plain: dict[tuple[str, ...], Verdict] = {}

    def of(self, entry: Entry) -> tuple[Row, ...]:
        """The events of an entry in their places, in the order of the file."""
        if self.groups or self.disputes:
            return tuple([self.row(entry, event) for event in entry.events])
        rows: list[Row] = []
        for event in entry.events:
            # Nobody disputes anything. Then most events are told like the one before: by the
            # sources of their entry, and nobody is named.
            last = rows[-1] if rows else None
            if (
                last
                and event.sources == last.event.sources
                and not (event.claims or last.event.claims)
            ):
                rows.append(
                    Row(
                        event=event,
                        entry=entry,
                        verdict=last.verdict,
                        disputes=(),
                        same_as=(),
                        known=last.known,
                    )
                )
            else:
                rows.append(self.row(entry, event))
        return tuple(rows)

    def row(self, entry: Entry, event: Event) -> Row:
        """One event in its place."""
        ref = event.ref
        group = self.groups.get(ref, ())
        if not group and ref not in self.disputes:
            verdict = self.verdict(event, (event,), ())
            known = self.known_from(event.sources)
            return Row(
                event=event, entry=entry, verdict=verdict, disputes=(), same_as=(), known=known
            )
        accounts = [self.accounts[r] for r in group if r in self.accounts] or [event]
        disputes = {d.slug: d for r in group or (ref,) for d in self.disputes.get(r, ())}
        return Row(
            event=event,
            entry=entry,
            verdict=self.verdict(event, accounts, disputes.values()),
            disputes=tuple(sorted(disputes)),
            same_as=tuple(r for r in group if r != ref),
            known=self.known_from(event.sources),
        )

    def verdict(
        self, event: Event, accounts: Sequence[Event], disputes: Collection[Dispute]
    ) -> Verdict:
        """How far it is vouched for; the same for all events that only their sources tell."""
        plain = not disputes and len(accounts) == 1 and not event.claims
        if plain and event.sources in self.plain:
            return self.plain[event.sources]
        first = self.site.actors.resolve(event.actors[0]) if event.actors else None
        verdict = derive(
            (claim for account in accounts for claim in account.claims),
            actor_party=first.party if first else "",
            publishers=self.publishers,
            sources=(source for account in accounts for source in account.sources),
            belligerents=self.belligerents,
            actor_of=self.site.actors.resolve,
            disputes=(dispute.kind for dispute in disputes),
        )
        if plain:
            self.plain[event.sources] = verdict
        return verdict

    def known_from(self, sources: tuple[str, ...]) -> str:
        """The day by which one of the sources was certainly out."""
        if sources not in self.known:
            found = self.site.sources
            self.known[sources] = first_known(found[s].published for s in sources if s in found)
        return self.known[sources]


def in_order(site: Site, entries: Sequence[Entry]) -> tuple[dict[str, tuple[Row, ...]], list[Row]]:
    """The rows of each entry by its slug, and all rows by date.

    Those of one date are in the order of the entries, then of the file.

    Args:
        site: whose entries they are.
        entries: in order of publication, then slug.
    """
    rows = Rows(site)
    by_entry: dict[str, tuple[Row, ...]] = {}
    on: dict[str, list[Row]] = {}
    at: dict[str, list[Row]] = {}
    for entry in entries:
        told = by_entry[entry.slug] = rows.of(entry)
        for row in told:
            when = row.event.date
            date = when.edtf
            if date in on:
                on[date].append(row)
            else:
                at[when.sort_key] = on[date] = [row]
    return by_entry, [row for place in sorted(at) for row in at[place]]
