"""Which addresses a site has, so that links within it can be checked without building it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_gen.chronology.site import Site

FIXED = (
    "/",
    "/entries/",
    "/provinces/",
    "/sources/",
    "/disputes/",
    "/figures/",
    "/tags/",
    "/actors/",
    "/months/",
    "/search/",
    "/corrections/",
)

WRITTEN = frozenset(
    (
        *("404.html", "assets", "calendar.ics", "cname", "corrections.xml", "data", "feed.json"),
        *("feed.xml", "index.json", "media", "robots.txt", "search", "sitemap.xml"),
    )
)
"""Files and folders of files at the root of a site, in lower case; no page may take their place."""


def known_addresses(site: Site, media: Iterable[str]) -> dict[str, frozenset[str] | None]:
    """Site path → fragments that a link there may name; None where any is accepted."""
    known: dict[str, frozenset[str] | None] = dict.fromkeys(FIXED)
    for entry in site.entries:
        fragments = {
            fragment
            for event in entry.events
            for fragment in (event.id, *(f"{event.id}.{claim.id}" for claim in event.claims))
        }
        known[f"/entries/{entry.slug}/"] = frozenset(fragments)
        for tag in entry.tags:
            known[f"/tags/{slugify(tag)}/"] = frozenset()
        for event in entry.events:
            for month in event.date.months():
                known[f"/{month[:4]}/{month[5:7]}/"] = frozenset()
            for name in (*event.actors, *(claim.speaker for claim in event.claims)):
                known[f"/actors/{site.actors.resolve(name).slug}/"] = frozenset()
    for province in site.gazetteer.provinces:
        known[f"/provinces/{province.slug}/"] = None
    for source in site.sources:
        known[f"/sources/{source}/"] = frozenset()
    for dispute in site.disputes:
        known[f"/disputes/{dispute.slug}/"] = frozenset()
    for page in site.pages:
        known[f"/{page.slug}/"] = None
    for path in media:
        known["/" + path.removeprefix("content/")] = frozenset()
    return known
