"""The grammar of entries, as a set-up of markdown-it-py.

CommonMark 0.31 with GFM's tables and with footnotes (`[^1]`); raw HTML stays text. On top of what
the library does, a link's or image's token notes where in its text it begins (`meta["at"]`), and
a top-level heading's `{#id}` is cut off into `meta["id"]`; a heading's text notes its opening marks
(`meta["after"]`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_inline import autolink, image, link
from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

MAX_NESTING = 30
"""Blocks within blocks. markdown-it leaves out what lies deeper."""

HEADING_ID = re.compile(r"(?:^|[ \t]+)\{#([^{}\n]*)\}\Z")
"""What is cut off the end of a heading; group 1 may still be no valid id."""


@cache
def parser(*, html: bool = False) -> MarkdownIt:
    """The parser. `html` lets raw HTML through; only conformance tests ask for that."""
    md = MarkdownIt("commonmark", {"html": html, "maxNesting": MAX_NESTING}).enable("table")
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.inline.ruler.at("link", _noting_place(link, "link_open"))
    md.inline.ruler.at("image", _noting_place(image, "image"))
    md.inline.ruler.at("autolink", _noting_place(autolink, "link_open"))
    # Every address makes a link here; whether a page may hold it is decided, and reported, later.
    md.validateLink = _anything  # type: ignore[method-assign]
    # An autolink shows what was typed; decoding it could bring in any character.
    md.normalizeLinkText = _as_typed  # type: ignore[method-assign]
    md.core.ruler.before("inline", "heading_id", _cut_heading_ids)
    return md


def _anything(url: str) -> bool:  # noqa: ARG001 markdown-it's signature
    return True


def _as_typed(link: str) -> str:
    return link


def _noting_place(
    rule: Callable[[StateInline, bool], bool], opens: str
) -> Callable[[StateInline, bool], bool]:
    """`rule`, noting on the token of type `opens` where in the inline text it begins."""

    def noting(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 markdown-it's signature
        start, first = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            for token in state.tokens[first : first + 2]:  # pending text may come first
                if token.type == opens:
                    token.meta["at"] = start
                    break
        return True

    return noting


def _cut_heading_ids(state: StateCore) -> None:
    for opening, content in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type != "heading_open":
            continue
        content.meta["after"] = opening.markup if opening.markup.startswith("#") else ""
        if opening.level == 0 and opening.tag in ("h1", "h2"):
            found = HEADING_ID.search(content.content)
            if found:
                opening.meta["id"] = found[1]
                content.content = content.content[: found.start()]
