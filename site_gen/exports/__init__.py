"""The site as data for other programs: one module for each file or family of files.

Everything here is a function of the site and its timeline; nothing is rounded, merged or left out
that the pages show. Content is made only when something that it shows has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.exports.calendar import calendar
from site_gen.exports.claims import claims_table
from site_gen.exports.datapackage import datapackage
from site_gen.exports.disputes import disputes_table
from site_gen.exports.events import events_table
from site_gen.exports.feeds import feeds
from site_gen.exports.geojson import geojson
from site_gen.exports.hosting import hosting
from site_gen.exports.markwhen import markwhen
from site_gen.exports.redirects import redirects
from site_gen.exports.series import series_table
from site_gen.exports.sitemap import sitemap
from site_gen.exports.sources import sources_table
from site_gen.exports.timelinejs import timelinejs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_gen.artifact import Artifact
    from site_gen.pages.cards import CardMaker

__all__ = ["exports"]


def exports(maker: CardMaker, urls: Sequence[str]) -> Iterator[Artifact]:
    """All files of a site for other programs.

    Args:
        maker: of the site's cards.
        urls: site paths of all pages, without `ROOT`.
    """
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
    rows = tuple(row for row in timeline.rows if not row.entry.draft)
    events = ("events", maker.digests.rows(rows))
    yield from feeds(maker)
    yield calendar(maker, rows, events)
    yield geojson(maker, rows, events)
    yield timelinejs(maker, rows, events)
    yield markwhen(maker, rows, events)
    yield from sitemap(maker, urls)
    yield from redirects(maker)
    yield from hosting(maker)
