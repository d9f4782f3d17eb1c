"""Markdown as most entries have it, read without a parser's machinery.

Takes paragraphs, headings, flat lists, quotes of paragraphs, simple tables and rules, with
emphasis, code and inline links in them, and the event block under a heading. At the first sign of
anything else, or of a mistake that deserves a diagnostic, it gives the whole text up and answers
None: `document` then reads it. What it does answer equals the reference's answer byte
for byte; `tests/property/test_fast_reader.py` holds it to that, and
`docs/decisions/009-markdown-speed.md` tells why it exists.

So each rule here errs on the side of giving up. The comments name what would go wrong otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.parsing.markdown import markup
from site_gen.parsing.markdown.body import Fence, Section
from site_gen.parsing.markdown.fast_inlines import Inlines, Unsure

if TYPE_CHECKING:
    from site_gen.model import Link

# Read by other rules than those below, wherever they stand: escapes, raw HTML and autolinks,
# fences, hard breaks.
_FOREIGN = ("\\", "<", "```", "~~~", " \n")
_CONTROL = bytes(code for code in (*range(32), 127) if code != 10)
_CHARACTER_REFERENCE = re.compile(r"&(?:#|[A-Za-z][A-Za-z0-9]*;)")

# What opens another block than a paragraph at the start of a line. `*` and `_` may also open
# emphasis, which is told by what follows. Nothing else starts a block in this grammar once
# `_FOREIGN` is out: tables need a second line of `|`, `-`, `:`, and underlined headings one of
# `-` or `=`, at which a paragraph gives up.
_OPENS_BLOCK = re.compile(r"[#>+=|\s:-]|\*(?!\*?[^\s*])|_(?!_?[^\s_])|\d+[.)]")
# Within a paragraph a numbered list must begin with 1.
_INTERRUPTS = re.compile(r"\n(?:[#>+=|\s:-]|\*(?!\*?[^\s*])|_(?!_?[^\s_])|0*1[.)])")

_HEADING = re.compile(r"(#{2,6}) +(?=[^ ])(.*)")
_HEADING_ID = re.compile(r"(?:^|[ \t]+)\{#([A-Za-z0-9][A-Za-z0-9_-]*)\}\Z")
_BULLET = re.compile(r"[-*+] ")
_NUMBER = re.compile(r"(\d{1,9})([.)]) ")
_EVENT_FENCE = "```yaml event\n"
_RULES = ("---", "***", "___")
_DELIMITERS = re.compile(r"\|(?: *:?-+:? *\|)+\Z")
_ALIGNMENT = {(0, 0): "", (1, 0): "left", (1, 1): "center", (0, 1): "right"}


def sections(
    body: str, path: str, line: int, page: str
) -> tuple[tuple[Section, ...], tuple[Link, ...]] | None:
    """Sections and links of a body, or None. Arguments as for `markdown.parse`."""
    walk = _Walk(path, line, page, split=True)
    try:
        walk.document(body)
    except Unsure:
        return None
    return tuple(walk.sections), tuple(walk.inlines.links)


def whole(text: str, path: str, line: int) -> tuple[str, str, tuple[Link, ...]] | None:
    """HTML, plain text and links of a text in one piece, or None."""
    walk = _Walk(path, line, "", split=False)
    try:
        walk.blocks(text, 0)
    except Unsure:
        return None
    return "".join(walk.html), "\n".join(walk.plain), tuple(walk.inlines.links)


def inline(text: str) -> str | None:
    """HTML of one line without links, or None."""
    try:
        _check(text)
        if "\n" in text:
            return None
        return Inlines("", 1, "").read(text, linkless=True)[0]
    except Unsure:
        return None


def _check(text: str) -> None:
    """Give up on what is no plain character, or belongs to rules that are not here."""
    # Beyond the space and the line end, no white space or invisible character is printable. Bytes
    # are looked through in a third of the time.
    if text.isascii():
        raw = text.encode()
        if len(raw.translate(None, _CONTROL)) != len(raw):
            raise Unsure
    elif not text.replace("\n", "").isprintable():
        raise Unsure
    for mark in _FOREIGN:
        # Looking for one character costs nothing beside looking for two.
        if mark[0] in text and mark in text:
            raise Unsure
    # Images, footnote marks, definitions of links and footnotes, full reference links. (`]:` also
    # keeps out what would make a `[word]` elsewhere a link.)
    at = text.find("[")
    while at >= 0:
        if text.startswith("^", at + 1) or (at and text[at - 1] in "!]"):
            raise Unsure
        at = text.find("[", at + 1)
    at = text.find("]")
    while at >= 0:
        if text.startswith(":", at + 1):
            raise Unsure
        at = text.find("]", at + 1)
    if text.endswith(" ") or ("&" in text and _CHARACTER_REFERENCE.search(text)):
        raise Unsure


class _Walk:
    """One text on its way through."""

    def __init__(self, path: str, line: int, page: str, *, split: bool) -> None:
        self.html: list[str] = []
        self.plain: list[str] = []
        self.inlines = Inlines(path, line, page)
        self.sections: list[Section] = []
        self._line = line
        self._split = split
        self._level = 1
        self._ids: set[str] = set()
        self._heading: tuple[str, str, str, str, int, int] | None = None
        self._block: Fence | None = None
        self._first_line = 0

    # Documents

    def document(self, body: str) -> None:
        """Blocks between event blocks, which may hold anything but a fence."""
        start = row = 0
        while (at := body.find("```", start)) >= 0:
            content = at + len(_EVENT_FENCE)
            end = body.find("\n```", content - 1) + 1
            if not (end and body.startswith(_EVENT_FENCE, at) and body.startswith("\n", at - 1)):
                raise Unsure
            after = end + len("```")
            text = body[content:end]
            if "```" in text or body[after : after + 1] not in ("", "\n"):
                raise Unsure
            self.blocks(body[start:at], row)
            if self._heading is None or self._block is not None or self.html:
                raise Unsure  # not right under its heading
            row += body.count("\n", start, content)
            self._block = Fence(text=text, line=self._line + row)
            row += text.count("\n") + 1
            start = after + 1
        self.blocks(body[start:], row)
        self._end_section()

    def _end_section(self) -> None:
        html, plain = "".join(self.html), "\n".join(self.plain)
        if self._heading is not None:
            source, heading_html, heading, anchor, line, col = self._heading
            self.sections.append(
                Section(
                    heading=heading,
                    heading_html=heading_html,
                    heading_source=source,
                    anchor=anchor,
                    line=line,
                    col=col,
                    block=self._block,
                    html=html,
                    text=plain,
                )
            )
        elif html:
            self.sections.append(Section(line=self._line + self._first_line, html=html, text=plain))
        self._heading = self._block = None
        self.html, self.plain = [], []

    # Blocks

    def blocks(self, text: str, row: int) -> None:
        """Blocks parted by empty lines. `row` counts lines before `text` in the whole."""
        _check(text)
        in_list = False
        for chunk in text.split("\n\n"):
            lead = len(chunk)
            chunk = chunk.lstrip("\n")
            row += lead - len(chunk)
            following = row + chunk.count("\n") + 2
            chunk = chunk.rstrip("\n")
            while chunk.startswith("#"):
                line, _, chunk = chunk.partition("\n")
                self._take_heading(line, row)
                row += 1
                in_list = False
            if chunk:
                if not (self.html or self.sections or self._heading):
                    self._first_line = row
                if chunk[0].isalpha():  # most are paragraphs; no letter opens anything else
                    self._paragraph(chunk, row, 1)
                    in_list = False
                else:
                    in_list = self._chunk(chunk, row, in_list=in_list)
            row = following

    def _chunk(self, chunk: str, row: int, *, in_list: bool) -> bool:
        """One block. Answers whether it was a list, which a further one would make loose."""
        first = chunk[0]
        if first == ">":
            self._quote(chunk, row)
        elif first == "|":
            self._table(chunk, row)
        elif chunk in _RULES:
            self.html.append("<hr>\n")
        elif not _OPENS_BLOCK.match(chunk):
            self._paragraph(chunk, row, 1)
        elif in_list:
            raise Unsure
        elif _BULLET.match(chunk):
            self._list(chunk, row, _BULLET, chunk[0], "<ul>\n", "</ul>\n")
            return True
        elif found := _NUMBER.match(chunk):
            start = int(found[1])
            opening = "<ol>\n" if start == 1 else f'<ol start="{start}">\n'
            self._list(chunk, row, _NUMBER, found[2], opening, "</ol>\n")
            return True
        else:
            raise Unsure
        return False

    def _paragraph(self, text: str, row: int, col: int) -> None:
        if _INTERRUPTS.search(text):
            raise Unsure
        html, plain = self.inlines.read(text, row, col)
        self.html.append(f"<p>{html}</p>\n")
        self.plain.append(plain)

    def _quote(self, chunk: str, row: int) -> None:
        lines = []
        for line in chunk.split("\n"):
            if line != ">" and not line.startswith("> "):
                raise Unsure
            lines.append(line[2:])
        self.html.append("<blockquote>\n")
        inner = "\n".join(lines)
        if not inner or inner[0] == "\n" or inner[-1] == "\n" or "\n\n\n" in inner:
            raise Unsure
        for text in inner.split("\n\n"):
            if _OPENS_BLOCK.match(text):
                raise Unsure
            self._paragraph(text, row, 3)
            row += text.count("\n") + 2
        self.html.append("</blockquote>\n")

    def _list(
        self, chunk: str, row: int, marker: re.Pattern[str], kind: str, opening: str, closing: str
    ) -> None:
        items: list[list[str]] = []
        indent = ""
        indents: list[int] = []
        for line in chunk.split("\n"):
            found = marker.match(line)
            if found and found[0][-2] == kind:
                text = line[found.end() :]
                indent = " " * found.end()
                indents.append(found.end())
                items.append([text])
            elif indent and line.startswith(indent):
                text = line[len(indent) :]
                items[-1].append(text)
            else:
                raise Unsure
            if not text or _OPENS_BLOCK.match(text):
                raise Unsure
        self.html.append(opening)
        for item, width in zip(items, indents):
            html, plain = self.inlines.read("\n".join(item), row, width + 1)
            self.html.append(f"<li>{html}</li>\n")
            self.plain.append(plain)
            row += len(item)
        self.html.append(closing)

    def _table(self, chunk: str, row: int) -> None:
        lines = chunk.split("\n")
        if len(lines) < 2 or not _DELIMITERS.match(lines[1]):
            raise Unsure
        aligns = [
            _ALIGNMENT[cell[0] == ":", cell[-1] == ":"]
            for cell in _cells(lines[1].replace(" ", ""))
        ]
        columns, head = self._row(lines[0], row, aligns, markup.HEADER_CELL, "</th>\n")
        self.html += [markup.table_open(", ".join(columns)), "<thead>\n", head, "</thead>\n"]
        if len(lines) > 2:
            self.html.append("<tbody>\n")
            for nth, line in enumerate(lines[2:], 2):
                self.html.append(self._row(line, row + nth, aligns, markup.CELL, "</td>\n")[1])
            self.html.append("</tbody>\n")
        self.html.append(markup.TABLE_CLOSE)

    def _row(
        self, line: str, row: int, aligns: list[str], opening: dict[str, str], closing: str
    ) -> tuple[list[str], str]:
        """(Plain text of the cells that have any, HTML) of one line of a table."""
        cells = _cells(line)
        if len(cells) != len(aligns):
            raise Unsure
        out = ["<tr>\n"]
        words: list[str] = []
        col = 2
        for cell, align in zip(cells, aligns):
            indent = len(cell) - len(cell.lstrip())
            html, plain = self.inlines.read(cell.strip(), row, col + indent)
            out += [opening[align], html, closing]
            words += [plain] if plain else []
            col += len(cell) + 1
        out.append("</tr>\n")
        if words:
            self.plain.append(" · ".join(words))
        return words, "".join(out)

    def _take_heading(self, line: str, row: int) -> None:
        found = _HEADING.match(line)
        if not found or line.endswith("#"):
            raise Unsure
        level, source = len(found[1]), found[2]
        if level > self._level + 1:
            raise Unsure  # deserves a diagnostic
        self._level = level
        anchor = ""
        if level == 2 and source.endswith("}") and "{#" in source:
            with_id = _HEADING_ID.search(source)
            if not with_id or with_id.start() == 0:
                raise Unsure
            source, anchor = source[: with_id.start()], with_id[1]
        html, plain = self.inlines.read(
            source, row, found.start(2) + 1, linkless=self._split and level == 2
        )
        if level > 2 or not self._split:
            if anchor in self._ids:
                raise Unsure
            attribute = ""
            if anchor:
                self._ids.add(anchor)
                attribute = f' id="{anchor}"'
            self.html.append(f"<h{level}{attribute}>{html}</h{level}>\n")
            self.plain.append(plain)
            return
        self._end_section()
        self._heading = (source, html, plain, anchor, self._line + row, found.start(2) + 1)


def _cells(line: str) -> list[str]:
    """What stands between the bars of a table's line, which must begin and end it."""
    if len(line) < 2 or line[0] != "|" or line[-1] != "|":
        raise Unsure
    return line[1:-1].split("|")
