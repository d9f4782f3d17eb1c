"""Markdown through markdown-it-py: all of the grammar, every diagnostic.

The parser's tokens are walked once, which gives HTML, plain text, links and diagnostics together.
`fast` agrees with this module byte for byte wherever it answers at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.common.utils import unescapeAll

from site_gen.parsing.markdown.blocks import BlockWalk
from site_gen.parsing.markdown.body import Fence, Section
from site_gen.parsing.markdown.grammar import MAX_NESTING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_CONTAINERS = ("blockquote_open", "list_item_open", "footnote_reference_open")


class DocumentWalk(BlockWalk):
    """One document's tokens on their way to HTML; made anew for each document."""

    def __init__(self, body: str, path: str, line: int, page: str) -> None:
        super().__init__(body, path, line, page)
        self._notes: dict[str, list[Token]] = {}
        self._notes_shown: set[str] = set()

    def sections(self, tokens: Sequence[Token], prefix: str) -> tuple[Section, ...]:
        """Split before each top-level heading of level 1 or 2, and render the parts."""
        tokens = self._prepared(tokens)
        starts = [i for i, token in enumerate(tokens) if _opens_section(token)]
        out: list[Section] = []
        for start, end in zip([0, *starts], [*starts, len(tokens)], strict=True):
            if start < end:
                self.prefix = f"{prefix}{len(out)}"
                out.append(self._section(tokens[start:end]))
        self._check_unused_notes()
        return tuple(out)

    def whole(self, tokens: Sequence[Token], prefix: str) -> tuple[str, str]:
        """(HTML, plain text) of everything, headings in their places."""
        self.prefix = prefix
        rendered = self._part(self._prepared(tokens))
        self._check_unused_notes()
        return rendered

    def _prepared(self, tokens: Sequence[Token]) -> list[Token]:
        """`tokens` without the footnotes, which are kept aside."""
        kept: list[Token] = []
        into = [kept]
        for token in tokens:
            if token.type in _CONTAINERS and token.level + 1 >= MAX_NESTING:
                self.error(
                    "markdown.nesting",
                    f"more than {MAX_NESTING} blocks within each other",
                    self.span_of_line(token),
                )
            if token.type == "footnote_reference_open":
                label = str(token.meta["label"])
                if label in self._notes:
                    self.error(
                        "footnote.duplicate",
                        f"a second footnote [^{label}]",
                        self.span_of_line(token),
                    )
                # The token itself stays first, as a mark of the place.
                into.append([token])
                self._notes.setdefault(label, into[-1])
            elif token.type == "footnote_reference_close":
                into.pop()
            else:
                into[-1].append(token)
        return kept

    def _check_unused_notes(self) -> None:
        for label, tokens in self._notes.items():
            if label not in self._notes_shown:
                self.warning(
                    "footnote.unused",
                    f"nothing refers to footnote [^{label}], so that no page shows it",
                    self.span_of_line(tokens[0]),
                )

    def _section(self, tokens: Sequence[Token]) -> Section:
        opening = tokens[0]
        if not _opens_section(opening):
            html, plain = self._part(tokens)
            return Section(line=self.span_of_line(opening).line, html=html, text=plain)
        content = tokens[1]
        at = self.span(content)
        self.check_heading(opening, content, at)
        anchor = self.anchor(opening, at)
        self.linkless = True
        heading_html, heading = self.inline(content)
        self.linkless = False
        rest, block = tokens[3:], None
        if rest and rest[0].type == "fence" and _is_event(rest[0]):
            block, rest = self._event_block(rest[0]), rest[1:]
        html, plain = self._part(rest)
        return Section(
            heading=heading,
            heading_html=heading_html,
            heading_source=content.content.replace("\n", " "),
            anchor=anchor,
            line=at.line,
            col=at.col,
            block=block,
            html=html,
            text=plain,
        )

    def _event_block(self, token: Token) -> Fence:
        first, last = token.map or (0, 1)
        opening, closing = self._source[first], self._source[last - 1].strip()
        if last - 1 == first or not closing.startswith(token.markup) or closing.strip("`~"):
            self.error(
                "event.unclosed_block",
                "block of event data is not closed and swallows all that follows",
                self.span_of_line(token),
                f"end it with a line {token.markup}",
            )
        indent = len(opening) - len(opening.lstrip(" "))
        return Fence(text=token.content, line=self.line + first + 1, col=indent + 1)

    def _part(self, tokens: Sequence[Token]) -> tuple[str, str]:
        """(HTML, plain text) of blocks, followed by the footnotes that they refer to."""
        self.references = {}
        html: list[str] = []
        plain: list[str] = []
        self.blocks(tokens, html, plain)
        notes: list[str] = []
        while len(notes) < len(self.references):  # a note can refer to further ones
            note: list[str] = []
            self.blocks(self._notes[list(self.references)[len(notes)]][1:], note, plain)
            notes.append("".join(note))
        if notes:
            html.append('<ol class="footnotes">\n')
            for number, (inner, times) in enumerate(
                zip(notes, self.references.values(), strict=True), 1
            ):
                html.append(self._note(number, inner, times))
            html.append("</ol>\n")
            self._notes_shown.update(self.references)
        return "".join(html), "\n".join(plain)

    def _note(self, number: int, inner: str, times: int) -> str:
        back = "".join(
            f' <a class="footnote-back" href="#{self.reference_id(number, nth)}"'
            f' aria-label="Back to reference {number}">\u21a9\ufe0e</a>'
            for nth in range(1, times + 1)
        )
        if inner.endswith("</p>\n"):
            inner = inner.removesuffix("</p>\n") + back + "</p>\n"
        else:
            inner += f"<p>{back.lstrip()}</p>\n"
        return f'<li id="{self.note_id(number)}">{inner}</li>\n'


def _opens_section(token: Token) -> bool:
    return token.type == "heading_open" and token.level == 0 and token.tag in ("h1", "h2")


def _is_event(token: Token) -> bool:
    return unescapeAll(token.info).split() == ["yaml", "event"]
