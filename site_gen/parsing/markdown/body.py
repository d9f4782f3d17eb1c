"""What the body of a Markdown file becomes: sections of HTML and plain text.

The values that `markdown` returns and its two parsers fill.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from site_gen.model import Link


class Fence(Struct, frozen=True, kw_only=True, gc=False):
    """The text of a fenced block, unread."""

    text: str
    """Content between the fences, each line ended by a newline."""
    line: int
    """Line of the file on which the content begins."""
    col: int = 1
    """Column at which each line of the content begins (above 1 when the fence is indented)."""


class Section(Struct, frozen=True, kw_only=True, gc=False):
    """A level-2 heading and all that follows up to the next one; or the lead before the first."""

    heading: str = ""
    """Plain text of the heading on one line, without its `{#id}`; empty for the lead."""
    heading_html: str = ""
    """The heading's inline content, rendered; never holds a link, so that it may stand in one."""
    heading_source: str = ""
    """The heading's inline Markdown, without its `{#id}`."""
    anchor: str = ""
    """The `{#id}` that was given, or empty."""
    line: int
    """Line of the file, from 1, of the heading's text; of the first block for the lead."""
    col: int = 1
    """Column, from 1, of the heading's text."""
    block: Fence | None = None
    """The `yaml event` block that directly follows the heading."""
    html: str = ""
    """What follows the heading and the block; addresses within the site begin with `ROOT`."""
    text: str = ""
    """The same as plain text: a line for each paragraph, list item, row of a table."""


class Document(Struct, frozen=True, kw_only=True, gc=False):
    """A body, read."""

    sections: tuple[Section, ...] = ()
    """In the order of the file. The lead is left out when nothing stands before a heading."""
    links: tuple[Link, ...] = ()
    """Links that must lead somewhere within the site, images included; others check them."""
