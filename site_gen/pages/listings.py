"""Pages that list events in time order, and how a long one is cut.

A listing with more events than fit on a page is cut at the calendar: into decades, years, months or
days, whichever is the coarsest unit of which none holds too many. Cuts do not move when an event is
added elsewhere, so an edit touches few pages.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from site_gen.pages.charts import chart
from site_gen.pages.digests import digest_of
from site_gen.pages.views import Count, Link, ListingView, MonthGroup
from site_gen.web import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from site_gen.chronology.rows import Row
    from site_gen.dates.wording import DateLocale
    from site_gen.pages.cards import CardMaker
    from site_gen.pages.views import Card, MapView

MAX_EVENTS = 500
"""No page lists more events than this."""

BEFORE = "before"
"""Key of the group of events that lie before the chronology's period."""

GROUP_WIDTH = {"year": 4, "decade": 3, "century": 2}
"""Leading characters of an ISO date that name the heading of dates vaguer than a month."""

UNITS = (3, 4, 7, 10)
"""Leading characters of an ISO date that name a decade, a year, a month, a day."""


def anchor_day(row: Row) -> str:
    """The day by which a row is filed: where its time starts or, if that is open, where it ends."""
    return row.event.date.start or row.event.date.end or ""


def bins(rows: Sequence[Row], limit: int = MAX_EVENTS) -> list[tuple[str, tuple[Row, ...]]]:
    """Cut rows at the calendar so that no piece holds more than `limit`.

    Returns:
        (key, rows) in time order; the key is the leading part of an ISO date (`199`, `1998`,
        `1998-04`, `1998-04-12`; `1998-04-12.2` where one day has too many), or empty when nothing
        was cut.
    """
    if len(rows) <= limit:
        return [("", tuple(rows))]
    days = [anchor_day(row) for row in rows]
    cuts: list[tuple[str, int]] = []
    for width in UNITS:
        cuts = []
        for key, found in groupby([day[:width] for day in days]):
            cuts.append((key, sum(1 for _ in found)))
            if cuts[-1][1] > limit and width != UNITS[-1]:
                break
        else:
            break
    pieces = []
    at = 0
    for key, size in cuts:
        for number, start in enumerate(range(at, at + size, limit), start=1):
            piece = tuple(rows[start : min(start + limit, at + size)])
            pieces.append((f"{key}.{number}" if number > 1 else key, piece))
        at += size
    return pieces


def bin_label(key: str, locale: DateLocale) -> str:
    """A bin's name for people: `1990s`, `1998`, `April 1998`, `12 April 1998 (2)`."""
    date, _, number = key.partition(".")
    words = locale.words(date.ljust(4, "X"))
    return f"{words} ({number})" if number else words


def month_groups(
    rows: Iterable[Row], maker: CardMaker, *, newest: bool, since: str = ""
) -> tuple[MonthGroup, ...]:
    """Cards under a heading for each month, in the order of the site.

    Args:
        rows: in time order.
        maker: of the site's cards.
        newest: whether the newest comes first.
        since: first ISO day of the chronology. What lies before its month stands under one heading,
            key `before`, unless nothing else is on the page.
    """
    locale = maker.catalogue.dates
    rows = tuple(rows)
    first = since[:7] if any(anchor_day(row)[:7] >= since[:7] for row in rows) else ""

    def key(row: Row) -> str:
        day = anchor_day(row)
        if day[:7] < first:
            return BEFORE
        return day[: GROUP_WIDTH.get(row.event.date.precision, 7)]

    def heading(month: str) -> str:
        return bin_label(first if month == BEFORE else month, locale) if month else ""

    def has_page(month: str, found: Sequence[Row]) -> bool:
        # Of nearly every month the events at hand say so; all events need not be looked through.
        known = any(month in row.event.date.months() for row in found)
        return known or month in maker.timeline.by_month

    grouped = [(month, tuple(found)) for month, found in groupby(rows, key=key)]
    groups = [
        MonthGroup(
            key=month,
            heading=heading(month),
            url=address.month(month) if has_page(month, found) else "",
            cards=tuple(maker.card(row) for row in found),
        )
        for month, found in grouped
    ]
    if newest:
        groups = [
            MonthGroup(key=g.key, heading=g.heading, url=g.url, cards=g.cards[::-1])
            for g in reversed(groups)
        ]
    return tuple(groups)


FACETS = ("province", "status", "type", "actor", "source", "tag")
"""By what events can be filtered."""


def card_values(card: Card, maker: CardMaker) -> Iterator[tuple[str, str, str, str]]:
    """By what an event can be found: (facet, key, name, address or nothing)."""
    for province in card.provinces:
        yield "province", province.code, province.name, province.url
    yield "status", card.status, card.status, ""
    if card.type:
        yield "type", card.type, card.type, ""
    links = dict.fromkeys((*card.actors, *(claim.speaker for claim in card.claims)))
    for actor in {link.url: link for link in links}.values():
        yield "actor", actor.url.rstrip("/").rpartition("/")[2], actor.name, actor.url
    for source in card.sources:
        yield "source", source.id, source.headline or source.publisher, source.url
    for tag in maker.tags(card.tags):
        yield "tag", tag.name, tag.name, tag.url


def facets(rows: Sequence[Row], maker: CardMaker) -> tuple[tuple[str, tuple[Count, ...]], ...]:
    """Values by which the events of a page can be filtered, with how many events each leaves."""
    tallies: dict[str, dict[tuple[str, str, str], int]] = {name: {} for name in FACETS}
    for row in rows:
        for facet, *value in card_values(maker.card(row), maker):
            key, name, url = value
            tally = tallies[facet]
            tally[key, name, url] = tally.get((key, name, url), 0) + 1
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


class Listing(Struct, frozen=True, kw_only=True):
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
    key: str
    """Of the stretch of time on this page, as in `parts`; empty when there is one page."""
    first: bool
    """Whether this is the page at the listing's own address."""
    plan: str
    """Digest of `parts`, which every page shows; made once."""

    def inputs(self, maker: CardMaker) -> tuple[tuple[str, str], ...]:
        """What the page's view is made from."""
        around = digest_of((self.title, self.plan, self.previous, self.next, len(self.whole)))
        return (("events", maker.digests.rows(self.rows)), ("listing", around))

    def view(
        self,
        maker: CardMaker,
        *,
        map_view: MapView | None = None,
        with_chart: bool = False,
        index: str = "",
        standing: tuple[tuple[str, int], ...] = (),
    ) -> ListingView:
        """What the page shows.

        Args:
            maker: of the site's cards.
            map_view: the map beside the list, if any.
            with_chart: whether the page shows activity and eras.
            index: address of the values of all events, for filters that reach beyond the page.
            standing: how many events have which status, if the page tells.
        """
        config = maker.site.config
        period = config.period
        return ListingView(
            title=self.title,
            url=self.url,
            groups=month_groups(
                self.rows,
                maker,
                newest=config.order == "newest",
                since=(period.start if period else "") or "",
            ),
            shown=len(self.rows),
            total=len(self.whole),
            order=config.order,
            parts=self.parts,
            previous=self.previous,
            next=self.next,
            map=map_view,
            chart=chart(
                self.whole,
                config.eras,
                (period.start if period else "") or "",
                (period.end if period else "") or "",
                maker.catalogue.dates,
            )
            if with_chart
            else None,
            facets=facets(self.rows, maker),
            key=self.key,
            all_values=index,
            standing=standing,
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
    locale = maker.catalogue.dates
    pieces = bins(rows)
    if maker.site.config.order == "newest":
        pieces = pieces[::-1]
    parts = tuple(
        Count(
            name=bin_label(key, locale),
            url=url if number == 0 else f"{url}{key}/",
            key=key,
            events=len(found),
        )
        for number, (key, found) in enumerate(pieces)
        if key
    )
    told = digest_of(parts)
    return [
        Listing(
            title=title
            if number == 0
            else maker.say("stretch", title=title, stretch=bin_label(key, locale)),
            url=url if number == 0 else f"{url}{key}/",
            rows=found,
            whole=tuple(rows),
            parts=parts,
            previous=_neighbour(parts, number - 1) if parts else previous,
            next=_neighbour(parts, number + 1) if parts else following,
            key=key,
            first=number == 0,
            plan=told,
        )
        for number, (key, found) in enumerate(pieces)
    ]


def _neighbour(parts: Sequence[Count], number: int) -> Link | None:
    if not 0 <= number < len(parts):
        return None
    return Link(name=parts[number].name, url=parts[number].url)
