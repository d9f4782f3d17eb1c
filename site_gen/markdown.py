"""Markdown → HTML, plain text, links and the data blocks of events.

CommonMark with tables and footnotes; raw HTML is shown as text; links lead to http, https, mailto
or into the site and nowhere else. See `docs/entry-format.md` for what editors are told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.address import ROOT
from site_gen.body import Document, Fence, Section

if TYPE_CHECKING:
    from markdown_it.token import Token

    from site_gen.diagnostics import Diagnostic
    from site_gen.markdown_reference import BlockWalk
    from site_gen.model import Link

__all__ = ["ROOT", "Document", "Fence", "Section", "inline", "parse", "render"]

_NEWLINES = re.compile(r"\r\n?")
_UNFIT_FOR_ID = re.compile(r"[^A-Za-z0-9-]")


def parse(
    body: str, path: str, line: int = 1, *, entry_path: str = ""
) -> tuple[Document, list[Diagnostic]]:
    """Read a body as sections.

    Args:
        body: Markdown without front matter.
        path: of its file, relative to the site's root; relative links start from it.
        line: line of the file on which the body begins.
        entry_path: path within the site of the entry's own page (`/entries/x/`), to which a bare
            `#fragment` leads wherever a section is shown.

    Returns: what was read, and all that is wrong with it, in the order of the file.
    """
    walk, tokens = _walk(body, path, line, entry_path)
    sections = walk.sections(tokens, _id_prefix(path) + "_s")
    words = sum(len(s.heading.split()) + len(s.text.split()) for s in sections)
    document = Document(sections=sections, links=tuple(walk.links), words=words)
    return document, sorted(walk.diagnostics, key=lambda d: d.sort_key)


def render(
    text: str, path: str, line: int = 1
) -> tuple[str, str, tuple[Link, ...], list[Diagnostic]]:
    """Read a page of prose, a dispute's body or a summary in one piece.

    A level-2 heading keeps its place, with its `{#id}` as id. Arguments as for `parse`.

    Returns: HTML, plain text, links within the site, diagnostics.
    """
    walk, tokens = _walk(text, path, line, "")
    html, plain = walk.whole(tokens, f"{_id_prefix(path)}_l{line}")
    return html, plain, tuple(walk.links), sorted(walk.diagnostics, key=lambda d: d.sort_key)


def inline(text: str) -> str:
    """HTML of one line's emphasis and code. Links, images and footnotes become their words."""
    from site_gen.markdown_grammar import parser
    from site_gen.markdown_reference import BlockWalk

    text = _clean(text)
    walk = BlockWalk(text, "", 1, "")
    walk.linkless = True
    return "".join(walk.inline(token)[0] for token in parser().parseInline(text))


def _walk(body: str, path: str, line: int, page: str) -> tuple[BlockWalk, list[Token]]:
    from site_gen.markdown_grammar import parser
    from site_gen.markdown_reference import BlockWalk

    body = _clean(body)
    return BlockWalk(body, path, line, page), parser().parse(body)


def _clean(text: str) -> str:
    """One kind of line end, and no character that means something to site-gen alone."""
    return _NEWLINES.sub("\n", text).replace("\0", "\ufffd").replace(ROOT, "\ufffd")


def _id_prefix(path: str) -> str:
    """`content/entries/x.md` → `entries__x`: fit for an id, and unlike that of any other file.

    What follows it begins with an underscore and a letter beyond f, which it never holds.
    """
    name = path.removeprefix("content/").removesuffix(".md")
    return _UNFIT_FOR_ID.sub(lambda found: f"_{ord(found[0]):x}", name).replace("_2f", "__")
