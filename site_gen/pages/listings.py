"""Pages that list events in time order, and how a long one is cut.

A listing with more events than fit on a page is cut at the calendar: into decades, years, months or
days, whichever is the coarsest unit of which none holds too many. Cuts do not move when an event is
added elsewhere, so an edit touches few pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from site_gen import address
from site_gen.edtf import parse
from site_gen.pages.cards import date_view
from site_gen.pages.digests import digest_of
from site_gen.pages.views import Bin, Count, EraView, Link, ListingView, MonthGroup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from site_gen.pages.cards import CardMaker
    from site_gen.pages.views import MapView
    from site_gen.timeline import Row

MAX_EVENTS = 500
"""No page lists more events than this, unless they all carry the same date."""

UNITS = (3, 4, 7, 10)
"""Leading characters of an ISO date that name a decade, a year, a month, a day."""


def anchor_day(row: Row) -> str:
    """The day by which a row is filed: where its time starts or, if that is open, where it ends."""
    return row.event.date.start or row.event.date.end or ""


def bins(rows: Sequence[Row], limit: int = MAX_EVENTS) -> list[tuple[str, tuple[Row, ...]]]:
    """Cut rows at the calendar so that no piece holds more than `limit`, if days allow it.

    Returns:
        (key, rows) in time order; the key is the leading part of an ISO date (`199`, `1998`,
        `1998-04`, `1998-04-12`), or empty when nothing was cut.
    """
    if len(rows) <= limit:
        return [("", tuple(rows))]
    pieces: list[tuple[str, tuple[Row, ...]]] = []
    for width in UNITS:
        pieces = [
            (key, tuple(found))
            for key, found in groupby(rows, key=lambda row: anchor_day(row)[:width])
        ]
        if all(len(found) <= limit for _, found in pieces):
            break
    return pieces


def bin_label(key: str) -> str:
    """A bin's name for people: `1990s`, `1998`, `April 1998`."""
    return parse(f"{key}X" if len(key) == 3 else key).words()


def month_groups(rows: Iterable[Row], maker: CardMaker, *, newest: bool) -> tuple[MonthGroup, ...]:
    """Cards under a heading for each month, in the order of the site."""

    def key(row: Row) -> str:
        day = anchor_day(row)
        return day[:4] if row.event.date.precision == "year" else day[:7]

    groups = [
        MonthGroup(
            key=month,
            heading=parse(month).words() if month else "",
            url=address.month(month) if len(month) == 7 else "",
            cards=tuple(maker.card(row) for row in found),
        )
        for month, found in groupby(rows, key=key)
    ]
    if newest:
        groups = [
            MonthGroup(key=g.key, heading=g.heading, url=g.url, cards=g.cards[::-1])
            for g in reversed(groups)
        ]
    return tuple(groups)


def activity(rows: Sequence[Row], period_start: str, period_end: str) -> tuple[Bin, ...]:
    """Events by day within the period of the chronology; by month where that is over a year.

    Only events known to the day are counted in days: no precision is invented.
    """
    width = 10 if period_end[:4] and int(period_end[:4]) - int(period_start[:4] or 0) < 1 else 7
    counted: dict[str, list[Row]] = {}
    for row in rows:
        date = row.event.date
        exact = date.precision == "day" if width == 10 else bool(date.months())
        day = date.start or ""
        if exact and period_start <= day <= period_end:
            counted.setdefault(day[:width], []).append(row)
    return tuple(
        Bin(
            start=parse(key).start or key,
            end=parse(key).end or key,
            label=parse(key).words(),
            events=len(found),
            disputed=sum(row.verdict.status == "disputed" for row in found),
            url=address.month(key[:7]),
        )
        for key, found in sorted(counted.items())
    )


def facets(rows: Sequence[Row], maker: CardMaker) -> tuple[tuple[str, tuple[Count, ...]], ...]:
    """Values by which the events of a page can be filtered, with how many events each leaves."""
    tallies: dict[str, dict[tuple[str, str, str], int]] = {
        name: {} for name in ("province", "status", "type", "actor", "source", "tag")
    }

    def count(facet: str, key: str, name: str, url: str = "") -> None:
        tally = tallies[facet]
        tally[key, name, url] = tally.get((key, name, url), 0) + 1

    for row in rows:
        card = maker.card(row)
        for province in card.provinces:
            count("province", province.code, province.name, province.url)
        count("status", card.status, card.status)
        if card.type:
            count("type", card.type, card.type)
        links = dict.fromkeys((*card.actors, *(claim.speaker for claim in card.claims)))
        for actor in {link.url: link for link in links}.values():
            count("actor", actor.url.rstrip("/").rpartition("/")[2], actor.name, actor.url)
        for source in card.sources:
            count("source", source.id, source.headline or source.publisher, source.url)
        for tag in maker.tags(card.tags):
            count("tag", tag.name, tag.name, tag.url)
    return tuple(
        (
            facet,
            tuple(
                Count(name=name, url=url, key=key, events=number)
                for (key, name, url), number in sorted(
                    tally.items(), key=lambda item: (-item[1], item[0][1])
                )
            ),
        )
        for facet, tally in tallies.items()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of a listing, before its cards are made."""

    title: str
    url: str
    """With `ROOT`."""
    rows: tuple[Row, ...]
    """On this page, in time order."""
    whole: tuple[Row, ...]
    """On all pages of the listing."""
    parts: tuple[Count, ...]
    previous: Link | None
    next: Link | None
    first: bool
    """Whether this is the page at the listing's own address."""

    def inputs(self, maker: CardMaker) -> tuple[tuple[str, str], ...]:
        """What the page's view is made from."""
        around = digest_of((self.title, self.parts, self.previous, self.next, len(self.whole)))
        return (("events", maker.digests.rows(self.rows)), ("listing", around))

    def view(
        self,
        maker: CardMaker,
        *,
        map_view: MapView | None = None,
        with_chart: bool = False,
    ) -> ListingView:
        """What the page shows.

        Args:
            maker: of the site's cards.
            map_view: the map beside the list, if any.
            with_chart: whether the page shows activity and eras.
        """
        config = maker.site.config
        period, rows = config.period, self.whole
        return ListingView(
            title=self.title,
            url=self.url,
            groups=month_groups(self.rows, maker, newest=config.order == "newest"),
            shown=len(self.rows),
            total=len(self.whole),
            order=config.order,
            parts=self.parts,
            previous=self.previous,
            next=self.next,
            map=map_view,
            activity=activity(
                rows,
                (period.start if period else "") or min((anchor_day(r) for r in rows), default=""),
                (period.end if period else "") or max((anchor_day(r) for r in rows), default=""),
            )
            if with_chart
            else (),
            eras=tuple(EraView(title=era.title, date=date_view(era.date)) for era in config.eras)
            if with_chart
            else (),
            facets=facets(self.rows, maker),
        )


def listing(
    rows: Sequence[Row],
    maker: CardMaker,
    *,
    title: str,
    url: str,
    previous: Link | None = None,
    following: Link | None = None,
) -> list[Listing]:
    """The pages of one listing: the first at `url`, further ones below it by stretch of time.

    Args:
        rows: in time order.
        maker: of the site's cards.
        title: heading of the first page; further ones add their stretch of time.
        url: of the first page, with `ROOT` and a slash at its end.
        previous: neighbour of a listing that fits on one page.
        following: its other neighbour.
    """
    pieces = bins(rows)
    if maker.site.config.order == "newest":
        pieces = pieces[::-1]
    parts = tuple(
        Count(
            name=bin_label(key),
            url=url if number == 0 else f"{url}{key}/",
            key=key,
            events=len(found),
        )
        for number, (key, found) in enumerate(pieces)
        if key
    )
    return [
        Listing(
            title=title if number == 0 else f"{title}, {bin_label(key)}",
            url=url if number == 0 else f"{url}{key}/",
            rows=found,
            whole=tuple(rows),
            parts=parts,
            previous=_neighbour(parts, number - 1) if parts else previous,
            next=_neighbour(parts, number + 1) if parts else following,
            first=number == 0,
        )
        for number, (key, found) in enumerate(pieces)
    ]


def _neighbour(parts: Sequence[Count], number: int) -> Link | None:
    if not 0 <= number < len(parts):
        return None
    return Link(name=parts[number].name, url=parts[number].url)
