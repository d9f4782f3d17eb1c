"""Markdown → HTML, plain text, links and the data blocks of events.

CommonMark with tables and footnotes; raw HTML is shown as text; links lead to http, https, mailto
or into the site and nowhere else. See `docs/entry-format.md` for what editors are told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen import markdown_fast
from site_gen.address import PROSE, ROOT
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
    body: str, path: str, line: int = 1, *, entry_path: str = "", fast: bool = True
) -> tuple[Document, list[Diagnostic]]:
    """Read a body as sections.

    Args:
        body: Markdown without front matter.
        path: of its file, relative to the site's root; relative links start from it.
        line: line of the file on which the body begins.
        entry_path: path within the site of the entry's own page (`/entries/x/`), to which a bare
            `#fragment` leads wherever a section is shown.
        fast: whether `markdown_fast` may answer where it can; the answer is the same.

    Returns: what was read, and all that is wrong with it, in the order of the file.
    """
    body = _clean(body)
    if fast and (answer := markdown_fast.sections(body, path, line, entry_path)):
        sections, links = answer
        diagnostics: list[Diagnostic] = []
    else:
        walk, tokens = _walk(body, path, line, entry_path)
        sections = walk.sections(tokens, _id_prefix(path) + "_s")
        links = tuple(walk.links)
        diagnostics = sorted(walk.diagnostics, key=lambda d: d.sort_key)
    words = sum(len(s.heading.split()) + len(s.text.split()) for s in sections)
    return Document(sections=sections, links=links, words=words), diagnostics


def render(
    text: str, path: str, line: int = 1, *, fast: bool = True
) -> tuple[str, str, tuple[Link, ...], list[Diagnostic]]:
    """Read a page of prose, a dispute's body or a summary in one piece.

    A level-2 heading keeps its place, with its `{#id}` as id. Arguments as for `parse`.

    Returns: HTML, plain text, links within the site, diagnostics.
    """
    text = _clean(text)
    if fast and (answer := markdown_fast.whole(text, path, line)):
        return *answer, []
    walk, tokens = _walk(text, path, line, "")
    html, plain = walk.whole(tokens, f"{_id_prefix(path)}_l{line}")
    return html, plain, tuple(walk.links), sorted(walk.diagnostics, key=lambda d: d.sort_key)


def inline(text: str, *, fast: bool = True) -> str:
    """HTML of one line's emphasis and code. Links, images and footnotes become their words."""
    text = _clean(text)
    if fast and (answer := markdown_fast.inline(text)) is not None:
        return answer
    from site_gen.markdown_grammar import parser
    from site_gen.markdown_reference import BlockWalk

    walk = BlockWalk(text, "", 1, "")
    walk.linkless = True
    return "".join(walk.inline(token)[0] for token in parser().parseInline(text))


def _walk(body: str, path: str, line: int, page: str) -> tuple[BlockWalk, list[Token]]:
    from site_gen.markdown_grammar import parser
    from site_gen.markdown_reference import BlockWalk

    return BlockWalk(body, path, line, page), parser().parse(body)


def _clean(text: str) -> str:
    """One kind of line end, and no character that means something to site-gen alone."""
    text = _NEWLINES.sub("\n", text) if "\r" in text else text
    for mark in ("\0", ROOT, PROSE):
        text = text.replace(mark, "\ufffd")
    return text


def _id_prefix(path: str) -> str:
    """`content/entries/x.md` → `entries__x`: fit for an id, and unlike that of any other file.

    What follows it begins with an underscore and a letter beyond f, which it never holds.
    """
    name = path.removeprefix("content/").removesuffix(".md")
    return _UNFIT_FOR_ID.sub(lambda found: f"_{ord(found[0]):x}", name).replace("_2f", "__")
