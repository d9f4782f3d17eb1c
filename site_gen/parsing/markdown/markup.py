"""The HTML that Markdown becomes, where it is more than a bare tag.

Both Markdown parsers write through these functions, so that their output can only differ where
their grammar does. No inline style, no script, nothing from other sites: see `docs/security.md`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_gen.parsing.markdown.destination import Destination


def text(plain: str) -> str:
    """`plain` as HTML text."""
    if "&" in plain:
        plain = plain.replace("&", "&amp;")
    if "<" in plain:
        plain = plain.replace("<", "&lt;")
    if ">" in plain:
        plain = plain.replace(">", "&gt;")
    return plain


def attribute(plain: str) -> str:
    """`plain` as the value of an attribute in double quotes."""
    return text(plain).replace('"', "&quot;")


def link_open(address: Destination, title: str = "") -> str:
    """The start tag of a link. Links to other sites say so and pass no handle back."""
    tag = f'<a href="{attribute(address.href)}"'
    if address.external:
        tag += ' rel="external noopener"'
    if title:
        tag += f' title="{attribute(title)}"'
    return tag + ">"


def image(address: Destination, alt: str, title: str = "") -> str:
    """An image of this site."""
    tag = f'<img src="{attribute(address.href)}" alt="{attribute(alt)}"'
    if title:
        tag += f' title="{attribute(title)}"'
    return tag + ' loading="lazy">'


def table_open(columns: str) -> str:
    """The start of a table in a box that can be scrolled, by keyboard too, on narrow screens.

    Args:
        columns: plain text of the header cells, joined by ", "; tells tables on a page apart for
            people who hear it.
    """
    label = f"Table: {columns}" if columns else "Table"
    return (
        f'<div class="table" role="region" tabindex="0" aria-label="{attribute(label)}">\n<table>\n'
    )


TABLE_CLOSE = "</table>\n</div>\n"

HEADER_CELL = {
    "": '<th scope="col">',
    "left": '<th scope="col" class="left">',
    "center": '<th scope="col" class="center">',
    "right": '<th scope="col" class="right">',
}
"""Start tag of a header cell by its column's alignment."""

CELL = {
    "": "<td>",
    "left": '<td class="left">',
    "center": '<td class="center">',
    "right": '<td class="right">',
}
"""Start tag of a cell by its column's alignment."""
