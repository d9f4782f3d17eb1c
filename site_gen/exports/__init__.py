"""The site as data for other programs: one module for each file or family of files.

Everything here is a function of the site and its timeline; nothing is rounded, merged or left out
that the pages show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.exports.claims import claims_table
from site_gen.exports.datapackage import datapackage
from site_gen.exports.disputes import disputes_table
from site_gen.exports.events import events_table
from site_gen.exports.series import series_table
from site_gen.exports.sources import sources_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.artifact import Artifact
    from site_gen.site import Site
    from site_gen.timeline import Timeline

__all__ = ["exports"]


def exports(site: Site, timeline: Timeline) -> Iterator[Artifact]:
    """All files of data of a site."""
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
