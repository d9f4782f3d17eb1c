"""Earlier addresses of entries: pages that lead on, without a script and without a server's help.

A meta element is all that a static host allows; `canonical` tells crawlers that the page has moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.exports.markup import html_text
from site_gen.pages.digests import digest_of
from site_gen.pages.page import site_path
from site_gen.web import address
from site_gen.web.artifact import Artifact
from site_gen.web.marks import finish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.model import Entry
    from site_gen.pages.cards import CardMaker
    from site_gen.parsing.config import Config

_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; base-uri 'none'">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{canonical}">
<meta name="robots" content="noindex">
</head>
<body>
<p><a href="{target}">{title}</a></p>
</body>
</html>
"""


def redirects(maker: CardMaker) -> Iterator[Artifact]:
    """A page for each earlier address of an entry."""
    for entry in maker.timeline.entries:
        for alias in entry.aliases:
            yield _redirect(maker.site.config, entry, alias)


def _redirect(config: Config, entry: Entry, alias: str) -> Artifact:
    url = alias if alias.endswith((".html", "/")) else f"{alias}/"

    def make() -> bytes:
        text = _PAGE.format(
            language=html_text(config.language),
            title=html_text(entry.title),
            target=address.entry(entry.slug),
            canonical=html_text(config.origin + site_path(address.entry(entry.slug))),
        )
        return finish(
            text, url, base_path=config.base_path, relative_urls=config.relative_urls
        ).encode()

    return Artifact(
        path=url.lstrip("/") + ("index.html" if url.endswith("/") else ""),
        inputs=(("entry", digest_of((entry.slug, entry.title))),),
        make=make,
    )
