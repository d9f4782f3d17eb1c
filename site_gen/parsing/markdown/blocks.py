"""Block tokens of markdown-it-py → HTML and plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import unescapeAll

from site_gen.parsing.markdown import markup
from site_gen.parsing.markdown.inlines import InlineWalk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from site_gen.diagnostics import Span

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\Z")
"""A heading's `{#id}`: no dot, since a dot parts event and claim in references."""

_MARKS = re.compile(r"(#{1,6})(.?)")
_DATED = re.compile(r"[*_]*\d{4}-\d\d")
_INDENTED_EVENT = re.compile(r"(?:```|~~~)\s*yaml\s+event\b")

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
    """Blocks, on top of the text in them: lists, quotes, tables, code, headings."""

    def __init__(self, body: str, path: str, line: int, page: str) -> None:
        super().__init__(body, path, line, page)
        self._ids: set[str] = set()
        self._level = 1

    def blocks(self, tokens: Sequence[Token], html: list[str], plain: list[str]) -> None:
        """Append the HTML of tokens to `html`, and a line for each paragraph to `plain`."""
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
                self._astray(token),
            )
        elif any(
            word.strip("{}").lower().removeprefix("yaml").lstrip(":-_.,") in ("event", "events")
            for word in words
        ):
            self.error(
                "event.block_name",
                f"block “{' '.join(words)}” is not read as the data of an event",
                self.span_of_line(token),
                "such a block begins with ```yaml event",
            )
        elif token.type == "code_block" and _INDENTED_EVENT.match(token.content):
            self.error(
                "event.block_name",
                "an indented block is text, not the data of an event",
                self.span_of_line(token),
                "begin its lines at the margin, from ```yaml event on",
            )
        language = f' class="language-{markup.attribute(words[0])}"' if words else ""
        return f"<pre><code{language}>{markup.text(token.content)}</code></pre>\n"

    def _astray(self, token: Token) -> str:
        """What keeps a block of event data from belonging to the line above it."""
        first = token.map[0] if token.map else 0
        above = next((line for line in reversed(self._source[:first]) if line.strip()), "")
        marks = _MARKS.match(above)
        if marks and marks[1] != "##":
            return "the heading above it needs two #: ## 2021-07-08: …"
        if marks and marks[2] not in (" ", "\t"):
            return "a plain space is missing behind the ## above it"
        if _DATED.match(above):
            return "the line above it is no heading: begin it with ## and a space"
        return "move it right under the heading of its event"

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
        self.check_heading(token, content, at)
        anchor = self.anchor(token, at)
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

    def check_heading(self, token: Token, content: Token, at: Span) -> None:
        """Doubts about a top-level heading whose text begins at `at`."""
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

    def anchor(self, token: Token, at: Span) -> str:
        """The `{#id}` of a heading, or nothing."""
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
