"""Bodies, pages and single lines of Markdown, by the fast reader or by the reference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.parsing.markdown import fast as fast_reader
from site_gen.parsing.markdown.body import Document
from site_gen.web.address import PROSE, ROOT

if TYPE_CHECKING:
    from markdown_it.token import Token

    from site_gen.diagnostics import Diagnostic
    from site_gen.model import Link
    from site_gen.parsing.markdown.document import DocumentWalk

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
        fast: whether `fast` may answer where it can; the answer is the same.

    Returns: what was read, and all that is wrong with it, in the order of the file.
    """
    body = _clean(body)
    if fast and (answer := fast_reader.sections(body, path, line, entry_path)):
        sections, links = answer
        diagnostics: list[Diagnostic] = []
    else:
        walk, tokens = _walk(body, path, line, entry_path)
        sections = walk.sections(tokens, _id_prefix(path) + "_s")
        links = tuple(walk.links)
        diagnostics = sorted(walk.diagnostics, key=lambda d: d.sort_key)
    return Document(sections=sections, links=links), diagnostics


def render(
    text: str, path: str, line: int = 1, *, fast: bool = True
) -> tuple[str, str, tuple[Link, ...], list[Diagnostic]]:
    """Read a page of prose, a dispute's body or a summary in one piece.

    A level-2 heading keeps its place, with its `{#id}` as id. Arguments as for `parse`.

    Returns: HTML, plain text, links within the site, diagnostics.
    """
    text = _clean(text)
    if fast and (answer := fast_reader.whole(text, path, line)):
        return *answer, []
    walk, tokens = _walk(text, path, line, "")
    html, plain = walk.whole(tokens, f"{_id_prefix(path)}_l{line}")
    return html, plain, tuple(walk.links), sorted(walk.diagnostics, key=lambda d: d.sort_key)


def inline(text: str, *, fast: bool = True) -> str:
    """HTML of one line's emphasis and code. Links, images and footnotes become their words."""
    text = _clean(text)
    if fast and (answer := fast_reader.inline(text)) is not None:
        return answer
    from site_gen.parsing.markdown.document import DocumentWalk
    from site_gen.parsing.markdown.grammar import parser

    walk = DocumentWalk(text, "", 1, "")
    walk.linkless = True
    return "".join(walk.inline(token)[0] for token in parser().parseInline(text))


def _walk(body: str, path: str, line: int, page: str) -> tuple[DocumentWalk, list[Token]]:
    from site_gen.parsing.markdown.document import DocumentWalk
    from site_gen.parsing.markdown.grammar import parser

    return DocumentWalk(body, path, line, page), parser().parse(body)


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
