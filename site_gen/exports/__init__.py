"""The site as data for other programs: one module for each file or family of files.

Everything here is a function of the site and its timeline; nothing is rounded, merged or left out
that the pages show. Content is made only when something that it shows has changed, and a kind of
file that the theme does not ask for is not even imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from site_gen.chronology.rows import Row
    from site_gen.pages.cards import CardMaker
    from site_gen.web.artifact import Artifact

__all__ = ["EXPORTS", "exports"]

Maker: TypeAlias = "Callable[[CardMaker, Sequence[str]], Iterator[Artifact]]"


def exports(maker: CardMaker, urls: Sequence[str], kinds: Iterable[str]) -> Iterator[Artifact]:
    """Files of a site for other programs.

    Args:
        maker: of the site's cards.
        urls: site paths of all pages, without `ROOT`.
        kinds: of files, keys of `EXPORTS`.
    """
    for kind in kinds:
        yield from EXPORTS[kind](maker, urls)


def _tables(maker: CardMaker, _urls: Sequence[str]) -> Iterator[Artifact]:
    from site_gen.exports.claims import claims_table
    from site_gen.exports.datapackage import datapackage
    from site_gen.exports.disputes import disputes_table
    from site_gen.exports.events import events_table
    from site_gen.exports.series import series_table
    from site_gen.exports.sources import sources_table

    site, timeline = maker.site, maker.timeline
    tables = (
        events_table(site, timeline),
        claims_table(site, timeline),
        series_table(site, timeline),
        sources_table(site, timeline),
        disputes_table(site, timeline),
    )
    for table in tables:
        yield table.artifact()
    yield datapackage(site, tables)


def _feed(maker: CardMaker, _urls: Sequence[str]) -> Iterator[Artifact]:
    from site_gen.exports.feeds import site_feeds

    yield from site_feeds(maker)


def _province_feeds(maker: CardMaker, _urls: Sequence[str]) -> Iterator[Artifact]:
    from site_gen.exports.feeds import province_feeds

    yield from province_feeds(maker)


def _corrections(maker: CardMaker, _urls: Sequence[str]) -> Iterator[Artifact]:
    from site_gen.exports.feeds import corrections

    yield corrections(maker)


def _published(maker: CardMaker) -> tuple[tuple[Row, ...], tuple[str, str]]:
    """Events of published entries, and the input that changes with them."""
    rows = tuple(row for row in maker.timeline.rows if not row.entry.draft)
    return rows, ("events", maker.digests.rows(rows))


def _calendar(maker: CardMaker, _urls: Sequence[str]) -> Iterator[Artifact]:
    from site_gen.exports.calendar import calendar

    yield calendar(maker, *_published(maker))


def _timelines(maker: CardMaker, _urls: Sequence[str]) -> Iterator[Artifact]:
    from site_gen.exports.geojson import geojson
    from site_gen.exports.markwhen import markwhen
    from site_gen.exports.timelinejs import timelinejs

    rows, events = _published(maker)
    yield geojson(maker, rows, events)
    yield timelinejs(maker, rows, events)
    yield markwhen(maker, rows, events)


def _index(maker: CardMaker, _urls: Sequence[str]) -> Iterator[Artifact]:
    from site_gen.exports.index import index

    yield index(maker)


def _sitemap(maker: CardMaker, urls: Sequence[str]) -> Iterator[Artifact]:
    from site_gen.exports.sitemap import sitemap

    yield from sitemap(maker, urls)


def _redirects(maker: CardMaker, _urls: Sequence[str]) -> Iterator[Artifact]:
    from site_gen.exports.redirects import redirects

    yield from redirects(maker)


def _hosting(maker: CardMaker, _urls: Sequence[str]) -> Iterator[Artifact]:
    from site_gen.exports.hosting import hosting

    yield from hosting(maker)


EXPORTS: Mapping[str, Maker] = {
    "tables": _tables,
    "feed": _feed,
    "province-feeds": _province_feeds,
    "corrections": _corrections,
    "calendar": _calendar,
    "timelines": _timelines,
    "index": _index,
    "sitemap": _sitemap,
    "redirects": _redirects,
    "hosting": _hosting,
}
"""Kind of files → what makes them."""
