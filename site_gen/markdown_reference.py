"""Markdown through markdown-it-py: all of the grammar, every diagnostic.

The parser's tokens are walked once, which gives HTML, plain text, links and diagnostics together.
`markdown_fast` agrees with this module byte for byte wherever it answers at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import unescapeAll

from site_gen import markup
from site_gen.body import Fence, Section
from site_gen.markdown_grammar import MAX_NESTING
from site_gen.markdown_inline import InlineWalk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from site_gen.diagnostics import Span

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\Z")
"""A heading's `{#id}`: no dot, since a dot parts event and claim in references."""

_CONTAINERS = ("blockquote_open", "list_item_open", "footnote_reference_open")
_TAGS = {
    "paragraph_open": "<p>",
    "paragraph_close": "</p>\n",
    "bullet_list_open": "<ul>\n",
    "bullet_list_close": "</ul>\n",
    "ordered_list_open": "<ol>\n",
    "ordered_list_close": "</ol>\n",
    "list_item_open": "<li>",
    "list_item_close": "</li>\n",
    "blockquote_open": "<blockquote>\n",
    "blockquote_close": "</blockquote>\n",
    "hr": "<hr>\n",
    "thead_open": "<thead>\n",
    "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n",
    "tbody_close": "</tbody>\n",
    "tr_open": "<tr>\n",
    "tr_close": "</tr>\n",
    "th_close": "</th>\n",
    "td_close": "</td>\n",
}


class BlockWalk(InlineWalk):
    """One document's tokens on their way to HTML; made anew for each document."""

    def __init__(self, body: str, path: str, line: int, page: str) -> None:
        super().__init__(body, path, line, page)
        self._notes: dict[str, list[Token]] = {}
        self._notes_shown: set[str] = set()
        self._ids: set[str] = set()
        self._level = 1

    # Documents

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
        self._check_heading(opening, content, at)
        anchor = self._anchor(opening, at)
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

    # Blocks

    def _part(self, tokens: Sequence[Token]) -> tuple[str, str]:
        """(HTML, plain text) of blocks, followed by the footnotes that they refer to."""
        self.references = {}
        html: list[str] = []
        plain: list[str] = []
        self._blocks(tokens, html, plain)
        notes: list[str] = []
        while len(notes) < len(self.references):  # a note can refer to further ones
            note: list[str] = []
            self._blocks(self._notes[list(self.references)[len(notes)]][1:], note, plain)
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

    def _blocks(self, tokens: Sequence[Token], html: list[str], plain: list[str]) -> None:
        untagged = False  # the last token ended a paragraph without tags (of a tight list)
        i = 0
        while i < len(tokens):
            token = tokens[i]
            kind = token.type
            if untagged and token.nesting != -1 and not token.hidden:
                html.append("\n")
            untagged = token.hidden and token.nesting == -1
            if kind == "inline":
                inner, words = self.inline(token)
                html.append(inner)
                plain += [words] if words else []
            elif kind == "heading_open":
                html.append(self._heading_open(token, tokens[i + 1]))
            elif kind == "heading_close":
                html.append(f"</{self.heading_tag(token)}>\n")
            elif kind == "table_open":
                start = i
                while tokens[i].type != "table_close":
                    i += 1
                self._table(tokens[start + 1 : i], html, plain)
            elif kind == "fence" or kind == "code_block":
                html.append(self._code(token))
                plain += [token.content.strip("\n")] if token.content.strip() else []
            elif kind == "ordered_list_open" and "start" in token.attrs:
                html.append(f'<ol start="{token.attrs["start"]}">\n')
            elif not token.hidden:
                html.append(_TAGS.get(kind) or self.other_block(token))
            i += 1

    def other_block(self, token: Token) -> str:
        """A token that the grammar does not have."""
        raise NotImplementedError(token.type)

    def _code(self, token: Token) -> str:
        words = unescapeAll(token.info).split()
        if words == ["yaml", "event"]:
            self.error(
                "event.stray_block",
                "block of event data does not directly follow a level-2 heading",
                self.span_of_line(token),
                "move it right under the heading of its event",
            )
        elif any(word.strip("{}").lower() in ("event", "events") for word in words):
            self.error(
                "event.block_name",
                f"block “{' '.join(words)}” is not read as the data of an event",
                self.span_of_line(token),
                "such a block begins with ```yaml event",
            )
        language = f' class="language-{markup.attribute(words[0])}"' if words else ""
        return f"<pre><code{language}>{markup.text(token.content)}</code></pre>\n"

    def _table(self, tokens: Sequence[Token], html: list[str], plain: list[str]) -> None:
        out: list[str] = []
        rows: list[list[str]] = []
        for token in tokens:
            kind = token.type
            if kind == "inline":
                inner, words = self.inline(token, cell=True)
                out.append(inner)
                rows[-1] += [words] if words else []
            elif kind == "th_open" or kind == "td_open":
                align = str(token.attrs.get("style", "")).removeprefix("text-align:")
                out.append((markup.HEADER_CELL if kind == "th_open" else markup.CELL)[align])
            else:
                out.append(_TAGS[kind])
                rows += [[]] if kind == "tr_open" else []
        html += [markup.table_open(", ".join(rows[0])), *out, markup.TABLE_CLOSE]
        plain += [" · ".join(row) for row in rows if row]

    # Headings

    def _heading_open(self, token: Token, content: Token) -> str:
        tag = self.heading_tag(token)
        if token.level:
            return f"<{tag}>"
        at = self.span(content)
        self._check_heading(token, content, at)
        anchor = self._anchor(token, at)
        if not anchor:
            return f"<{tag}>"
        if anchor in self._ids:
            self.error("heading.duplicate_id", f"a second heading with the id “{anchor}”", at)
            return f"<{tag}>"
        self._ids.add(anchor)
        return f'<{tag} id="{anchor}">'

    def heading_tag(self, token: Token) -> str:
        """h2 at least, and h3 within a list or quote, so that the outline of the page holds."""
        return f"h{max(int(token.tag[1:]), 3 if token.level else 2)}"

    def _check_heading(self, token: Token, content: Token, at: Span) -> None:
        level = int(token.tag[1:])
        if not content.content:
            self.warning("heading.empty", "heading without a text", at)
        if level == 1:
            self.warning(
                "heading.level",
                "level-1 heading in the text; a page's title is its only one",
                at,
                "write ## instead",
            )
            level = 2
        elif level > self._level + 1:
            self.warning(
                "heading.level",
                f"level-{level} heading follows level {self._level}",
                at,
                f"write {'#' * (self._level + 1)} instead",
            )
        self._level = level

    def _anchor(self, token: Token, at: Span) -> str:
        anchor = str(token.meta.get("id", ""))
        if "id" in token.meta and not ID.match(anchor):
            self.error(
                "heading.id",
                f"“{anchor}” cannot be an id",
                at,
                "letters a–z, digits, hyphens and underscores, beginning with a letter or digit",
            )
            return ""
        return anchor


def _opens_section(token: Token) -> bool:
    return token.type == "heading_open" and token.level == 0 and token.tag in ("h1", "h2")


def _is_event(token: Token) -> bool:
    return unescapeAll(token.info).split() == ["yaml", "event"]
