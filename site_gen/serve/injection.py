"""What a page gets on its way to the browser; the built files stay as they are."""

from __future__ import annotations

import re
from html import escape

RESERVED = "/__site_gen/"
"""Everything of the preview itself lives below this path; no site has it."""

_HEAD = re.compile(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)
_START = re.compile(rb"\s*(?:<!doctype[^>]*>\s*)?(?:<html(?:\s[^>]*)?>)?", re.IGNORECASE)


def tag(server: str, build: int, base: str, page: str = "") -> bytes:
    """The script element that connects a page to the preview.

    An external script of the same origin: a page's Content-Security-Policy lets it through without
    being touched.

    Args:
        server: names this run of the preview.
        build: number of the build that the page is not older than; -1 for a page that stands in
            for one that is not built yet.
        base: base path of the site, without a slash at its end.
        page: digest of the page without the element; empty when nobody keeps it.
    """
    return (
        f'<script id="site-gen-preview" src="{RESERVED}client.js" type="module" '
        f'data-server="{escape(server)}" data-build="{build}" data-base="{escape(base)}" '
        f'data-page="{escape(page)}"></script>'
    ).encode()


def inject(html: bytes, element: bytes) -> bytes:
    """Put an element at the beginning of a page's head, before the scripts of the page itself."""
    match = _HEAD.search(html) or _START.match(html)
    at = match.end() if match else 0
    return html[:at] + element + html[at:]


def notice(title: str, text: str) -> bytes:
    """A page of the preview's own, for what the site has no page for."""
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title></head>"
        f"<body><h1>{escape(title)}</h1><p>{text}</p></body></html>"
    ).encode()
