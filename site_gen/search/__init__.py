"""The search index: static files that find events, spelled any way (`docs/search-index.md`).

Three steps, each a pure function: `records` of an entry, `index_entry` (the costly one: it depends on
that entry's records and on the names of the site, so it can be cached and run anywhere), and `merge`
of all entries' postings into files. `update` makes the files that one edit touches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.acled import EVENT_TYPE_OF
from site_gen.dates.wording import ENGLISH
from site_gen.search.edits import Change, Known, removed, update
from site_gen.search.manifest import MANIFEST, Setting
from site_gen.search.merge import merge
from site_gen.search.postings import EntryPostings, index_entry
from site_gen.search.records import Outline, Record, outline, records
from site_gen.search.words import Analyzer, Names, names_of

__all__ = [
    "MANIFEST",
    "Analyzer",
    "Change",
    "EntryPostings",
    "Known",
    "Names",
    "Outline",
    "Record",
    "Setting",
    "index_entry",
    "merge",
    "names_of",
    "outline",
    "records",
    "removed",
    "setting_of",
    "update",
]

if TYPE_CHECKING:
    from site_gen.chronology.site import Site
    from site_gen.dates.wording import DateWording


def setting_of(site: Site, wording: DateWording = ENGLISH) -> Setting:
    """What the index needs to know of a site besides its entries.

    Args:
        site: as read.
        wording: in which it says dates in full.
    """
    return Setting(
        names=names_of(site.gazetteer, site.actors),
        language=site.config.language,
        provinces=tuple((p.code, p.name, p.slug) for p in site.gazetteer.provinces),
        types=tuple(dict.fromkeys((*EVENT_TYPE_OF, *site.config.event_types))),
        wording=wording,
    )
