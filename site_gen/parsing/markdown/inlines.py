"""Inline tokens of markdown-it-py → HTML, plain text, links and diagnostics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.diagnostics import Span, error, warning
from site_gen.model import Link
from site_gen.parsing.markdown import markup
from site_gen.parsing.markdown.destination import Refused, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from site_gen.diagnostics import Diagnostic

MEDIA = "/media/"
"""Where the images of a site are, in `content/` and on the site."""

_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")
_MARKS = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
}


class InlineWalk:
    """What one document's inline tokens have in common: its place, its links, its footnotes."""

    def __init__(self, body: str, path: str, line: int, page: str) -> None:
        self.links: list[Link] = []
        self.diagnostics: list[Diagnostic] = []
        self.path = path
        self.line = line
        self.page = page
        self.linkless = False
        """Whether links, images and footnotes of the text in work become plain words."""
        self.prefix = ""
        """Part of the ids of footnotes that tells this text from others on a page."""
        self.references: dict[str, int] = {}
        """Label of each footnote of the part in work → how often it was referred to."""
        self._source = body.split("\n")
        self._cell_ends = (-1, 0)

    # Places

    def span_of_line(self, token: Token) -> Span:
        """The first line of a block."""
        first = token.map[0] if token.map else 0
        source = self._source[first]
        col = len(source) - len(source.lstrip()) + 1
        return Span(path=self.path, line=self.line + first, col=col)

    def span(self, content: Token, offset: int = 0, *, cell: bool = False) -> Span:
        """The character at `offset` of an inline token's content.

        Each line of the content is a line of the file without what opens its containers, so that
        it is found at the end of that line; a heading after its marks, and a table's cell after
        the one before it.
        """
        row = content.content.count("\n", 0, offset)
        start = content.content.rfind("\n", 0, offset) + 1
        text = content.content[start:].partition("\n")[0]
        indent = len(text) - len(text.lstrip())
        number = (content.map[0] if content.map else 0) + row
        source = self._source[number] if number < len(self._source) else ""
        sought = text.strip()
        if cell:
            sought = sought if sought in source else sought.replace("|", "\\|")
            line, end = self._cell_ends
            at = source.find(sought, end if line == number else 0)
            self._cell_ends = (number, max(at, 0) + len(sought))
        elif marks := content.meta.get("after"):
            at = source.find(sought, source.find(marks) + len(marks))
        else:
            at = source.rfind(sought)
        col = max(at, 0) + max(offset - start - indent, 0) + 1
        return Span(path=self.path, line=self.line + number, col=col)

    def error(self, code: str, message: str, span: Span, hint: str = "") -> None:
        """Note what fails the build."""
        self.diagnostics.append(error(code, message, span, hint))

    def warning(self, code: str, message: str, span: Span, hint: str = "") -> None:
        """Note a doubt."""
        self.diagnostics.append(warning(code, message, span, hint))

    # Text

    def inline(self, content: Token, *, cell: bool = False) -> tuple[str, str]:
        """(HTML, plain text on one line) of an inline token."""
        html: list[str] = []
        plain: list[str] = []
        # Of each link around: its end tag (none if it was refused), where its words begin, itself.
        links: list[tuple[str, int, Token]] = []
        cell_span = self.span(content, 0, cell=True) if cell else None
        for token in content.children or ():
            kind = token.type
            if kind == "text":
                words = _tame(token.content)
                html.append(markup.text(words))
                plain.append(words)
                if "[^" in words:
                    self._check_unknown_notes(content, words, cell_span)
            elif kind == "softbreak":
                html.append("\n")
                plain.append(" ")
            elif kind == "hardbreak":
                html.append("<br>\n")
                plain.append(" ")
            elif kind == "code_inline":
                html.append(f"<code>{markup.text(token.content)}</code>")
                plain.append(token.content)
            elif kind in _MARKS:
                html.append(_MARKS[kind])
            elif kind == "link_open":
                within_another = any(closing for closing, _, _ in links)
                opening = "" if within_another else self.link(content, token, cell_span)
                links.append(("</a>" if opening else "", len(plain), token))
                html.append(opening)
            elif kind == "link_close":
                closing, start, opened = links.pop()
                html.append(closing)
                if not "".join(plain[start:]).strip():
                    at = self._at(content, opened, cell_span)
                    self.warning("link.text", "link without a text", at)
            elif kind == "image":
                alt = _tame(_plain(token.children or ()))
                html.append(self.image(content, token, alt, cell_span))
                plain.append(alt)
            elif kind == "footnote_ref":
                html.append(self._footnote_reference(content, token))
            else:
                html.append(self.other_inline(token))
        return "".join(html), "".join(plain).replace("\n", " ").strip()

    def other_inline(self, token: Token) -> str:
        """A token that the grammar does not have."""
        raise NotImplementedError(token.type)

    def _at(self, content: Token, token: Token, cell_span: Span | None) -> Span:
        offset = token.meta.get("at", 0)
        if cell_span is None:
            return self.span(content, offset)
        return Span(path=self.path, line=cell_span.line, col=cell_span.col + offset)

    def _dropped(self, what: str, span: Span) -> None:
        self.warning("heading.link", f"{what} in the heading of a section becomes plain text", span)

    def link(self, content: Token, token: Token, cell_span: Span | None) -> str:
        """Start tag of a link, or nothing when its address is refused."""
        at = self._at(content, token, cell_span)
        address = resolve(str(token.attrs["href"]), self.path, self.page)
        if isinstance(address, Refused):
            self.error(address.code, address.message, at, address.hint)
            return ""
        if self.linkless:
            self._dropped("link", at)
            return ""
        if address.target:
            self.links.append(Link(target=address.target, span=at))
        return markup.link_open(address, _tame(str(token.attrs.get("title", ""))))

    def image(self, content: Token, token: Token, alt: str, cell_span: Span | None) -> str:
        """An image of this site; else its alternative text."""
        at = self._at(content, token, cell_span)
        address = resolve(str(token.attrs["src"]), self.path, self.page)
        if isinstance(address, Refused):
            self.error(address.code, address.message, at, address.hint)
        elif not address.target:
            self.error(
                "image.remote",
                f"image from another site: {address.href}",
                at,
                "pages ask no other site for anything: put the file into content/media/",
            )
        elif not address.target.startswith(MEDIA) or "#" in address.target:
            self.error(
                "image.path",
                f"“{address.target}” is no image of this site",
                at,
                "images are files in content/media/: write ../media/"
                f"{address.target.partition('#')[0].rpartition('/')[2]}",
            )
        elif self.linkless:
            self._dropped("image", at)
        else:
            if not alt.strip():
                self.warning(
                    "image.alt",
                    "image without a text for those who cannot see it",
                    at,
                    "write ![what it shows](…)",
                )
            self.links.append(Link(target=address.target, span=at))
            return markup.image(address, alt, _tame(str(token.attrs.get("title", ""))))
        return markup.text(alt)

    # Footnotes

    def _footnote_reference(self, content: Token, token: Token) -> str:
        if self.linkless:
            self._dropped("footnote", self.span(content))
            return ""
        label = str(token.meta["label"])
        self.references[label] = nth = self.references.get(label, 0) + 1
        number = list(self.references).index(label) + 1
        return (
            f'<sup class="footnote-ref"><a id="{self.reference_id(number, nth)}"'
            f' href="#{self.note_id(number)}">{number}</a></sup>'
        )

    def note_id(self, number: int) -> str:
        """Id of a footnote."""
        return f"fn-{self.prefix}_{number}"

    def reference_id(self, number: int, nth: int) -> str:
        """Id of the nth reference to a footnote."""
        return f"fnref-{self.prefix}_{number}" + (f"_{nth}" if nth > 1 else "")

    def _check_unknown_notes(self, content: Token, text: str, cell_span: Span | None) -> None:
        for mark in _NOTE_MARK.findall(text):
            at = content.content.find(mark)
            if at >= 0 and content.content[at - 1 : at] != "\\":
                self.warning(
                    "footnote.undefined",
                    f"there is no footnote {mark}",
                    cell_span or self.span(content, at),
                    f"a line {mark}: … gives its text",
                )


def _tame(text: str) -> str:
    """`text` without the white space that character references let in and XML (feeds) forbids."""
    return text.replace("\f", " ").replace("\r", " ")


def _plain(tokens: Sequence[Token]) -> str:
    """Text of inline tokens without their markup, as the specification has it for images."""
    out: list[str] = []
    for token in tokens:
        if token.type == "image":
            out.append(_plain(token.children or ()))
        elif token.type in ("softbreak", "hardbreak"):
            out.append(" ")
        else:
            out.append(token.content)
    return "".join(out)
