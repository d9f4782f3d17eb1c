"""The words of an entry, and the outline in which they stand.

The outline is everything else that an entry says: front matter, headings, event blocks, links. As
long as it is the same, the entry's data is the same, and only its own page needs new words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.digest import digest
from site_gen.model import Body, Prose
from site_gen.parsing import frontmatter, markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_gen.diagnostics import Diagnostic
    from site_gen.parsing.markdown.body import Document, Section

_DATED = re.compile(r"(?P<date>[\d./~?%XuU-]+|\d[^:]{0,40}?\d{4}): *(?P<title>.*)", re.DOTALL)
"""What begins with a digit (or an open end) and goes on to a colon is meant as a date."""


def dated_heading(section: Section) -> re.Match[str] | None:
    """The date and the title of a heading that opens an event; None for other headings."""
    return _DATED.match(section.heading) if section.heading else None


def prose_of(section: Section, *, opens_event: bool) -> Prose:
    """The words of a section; a heading that opens no event is part of them."""
    heading = ""
    if section.heading and not opens_event:
        heading = f"<h2>{section.heading_html}</h2>\n"
    return Prose(html=heading + section.html, text=section.text)


def body_of(parts: Iterable[Prose]) -> Body:
    """The words of an entry, with their digest."""
    parts = tuple(parts)
    words = "\0".join(f"{part.html}\0{part.text}" for part in parts)
    return Body(parts=parts, digest=digest(words.encode(), length=24))


def outline_of(split: frontmatter.Split, document: Document) -> str:
    """Digest of all that an entry says outside its words; equal digests mean equal data."""
    told = (
        split.front,
        [
            (s.heading_source, s.anchor, s.block.text if s.block else None)
            for s in document.sections
        ],
        [link.target for link in document.links],
    )
    return digest(repr(told).encode(), length=24)


def read_words(
    path: str, raw: bytes, max_bytes: int, slug: str
) -> tuple[Body, str, tuple[Diagnostic, ...]]:
    """Only the words of an entry whose data may be known already.

    Args:
        path: of the file.
        raw: its bytes.
        max_bytes: limit for its size.
        slug: that it had when its data was read.

    Returns:
        The body, the outline to compare with the one known, and what is wrong with the Markdown.
    """
    text, found = frontmatter.decode(raw, path, max_bytes)
    if found:
        return Body(parts=(), digest=""), "", tuple(found)
    split, found = frontmatter.split(text, path)
    document, more = markdown.parse(
        split.body, path, split.body_line, entry_path=f"/entries/{slug}/"
    )
    body = body_of(
        prose_of(section, opens_event=dated_heading(section) is not None)
        for section in document.sections
    )
    return body, outline_of(split, document), (*found, *more)
