"""What crawlers ask for: `sitemap.xml` and `robots.txt`.

`lastmod` is when the newest of the entries that a page rests on last changed. A page that rests on
none has no `lastmod`: the time of a build says nothing.

https://www.sitemaps.org/protocol.html
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from site_gen.exports import moments
from site_gen.pages.digests import digest_of
from site_gen.pages.page import site_path
from site_gen.slug import slugify
from site_gen.web import address
from site_gen.web.artifact import Artifact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from site_gen.pages.cards import CardMaker

MOST = 50_000
"""Addresses in one file, by the protocol."""
UNLISTED = ("/404.html", "/search/")
_LATER_PAGE = re.compile(r"page/\d+/$")
_XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(maker: CardMaker, urls: Iterable[str]) -> Iterator[Artifact]:
    """`sitemap.xml`, further files where one does not hold all addresses, and `robots.txt`.

    Args:
        maker: of the site's cards.
        urls: site paths of all pages, without `ROOT`.
    """
    config = maker.site.config
    drafts = {site_path(address.entry(e.slug)) for e in maker.timeline.entries if e.draft}
    listed = [url for url in sorted(urls) if url not in UNLISTED and url not in drafts]

    @cache
    def changed() -> Mapping[str, str]:
        return _changed(maker, {url.split("/")[1] for url in urls})

    def dated(piece: Sequence[str]) -> list[tuple[str, str]]:
        return [(config.origin + u, changed().get(_LATER_PAGE.sub("", u), "")) for u in piece]

    pieces = [listed[start : start + MOST] for start in range(0, len(listed), MOST)] or [[]]
    if len(pieces) == 1:
        yield _artifact("sitemap.xml", "urlset", "url", partial(dated, pieces[0]))
    else:
        names = [f"sitemap-{number}.xml" for number, _ in enumerate(pieces, 1)]
        for name, piece in zip(names, pieces):
            yield _artifact(name, "urlset", "url", partial(dated, piece))
        index = [(f"{config.origin}/{name}", "") for name in names]
        yield _artifact("sitemap.xml", "sitemapindex", "sitemap", lambda: index)
    robots = f"User-agent: *\nDisallow:\n\nSitemap: {config.origin}/sitemap.xml\n".encode()
    yield Artifact(path="robots.txt", inputs=(), make=lambda: robots)


def _changed(maker: CardMaker, kinds: set[str]) -> Mapping[str, str]:
    """Site path → RFC 3339, for pages that rest on entries.

    Args:
        maker: of the site's cards.
        kinds: first parts of the paths of all pages; a theme need not draw all kinds.
    """
    site, timeline = maker.site, maker.timeline
    of_entry = {e.slug: moments.updated(site, e) for e in timeline.entries if not e.draft}
    found = {site_path(address.entry(slug)): moment for slug, moment in of_entry.items()}
    latest = max(of_entry.values(), default="")
    found.update(dict.fromkeys(("/", "/entries/"), latest))

    def facet(kind: str, page: Callable[[str], str]) -> None:
        if kind not in kinds:
            return
        keys = timeline.keys(kind)
        last: dict[str, str] = {}
        for slug, rows in timeline.by_entry.items():
            moment = of_entry.get(slug, "")
            for key in {key for row in rows for key in keys(row)}:
                last[key] = max(moment, last.get(key, ""))
        found.update({site_path(page(key)): moment for key, moment in last.items()})

    codes = site.gazetteer.by_code
    facet("provinces", lambda code: address.province(codes[code].slug))
    facet("sources", address.source)
    facet("actors", address.actor)
    facet("months", address.month)
    facet("tags", lambda tag: address.tag(slugify(tag)))
    return found


def _escaped(url: str) -> str:
    return url.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _artifact(
    path: str, outer: str, inner: str, tell: Callable[[], list[tuple[str, str]]]
) -> Artifact:
    listed = cache(tell)

    def make() -> bytes:
        lines = [f'<?xml version="1.0" encoding="utf-8"?>\n<{outer} xmlns="{_XMLNS}">']
        for url, moment in listed():
            last = f"<lastmod>{moment}</lastmod>" if moment else ""
            lines.append(f"<{inner}><loc>{_escaped(url)}</loc>{last}</{inner}>")
        lines.append(f"</{outer}>\n")
        return "\n".join(lines).encode()

    return Artifact(path=path, inputs=lambda: (("listing", digest_of(listed())),), make=make)
