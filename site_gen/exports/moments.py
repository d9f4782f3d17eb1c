"""When an entry came out and when it last changed, as far as that is known. Never by the clock.

The site's repository knows, where there is one. Without it the article's own date stands in: feeds
want a moment to the second, so the last day that it allows counts, since nothing may count as
published before it can have been.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_gen.chronology.site import Site
    from site_gen.dates.edtf import EventDate
    from site_gen.model import Entry

LONG_AGO = "1970-01-01T00:00:00Z"
"""For a feed without entries; formats want a moment even there."""


def of_date(date: EventDate) -> str:
    """The first second, in UTC, of the last day that a date allows; RFC 3339."""
    return f"{date.end or date.start}T00:00:00Z"


def published(site: Site, entry: Entry) -> str:
    """When an entry came out, RFC 3339 in UTC."""
    first = site.revisions.get(entry.slug, ())[:1]
    return first[0].moment if first and first[0].kind == "published" else of_date(entry.date)


def updated(site: Site, entry: Entry) -> str:
    """When an entry last changed, RFC 3339 in UTC; not before `published`."""
    last = max((revision.moment for revision in site.revisions.get(entry.slug, ())), default="")
    return max(last, published(site, entry)) if last else published(site, entry)
