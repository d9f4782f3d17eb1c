"""What can still be read of YAML whose syntax is wrong somewhere.

PyYAML stops at the first error. An editor wants to hear of all of them, and of the unknown
province three lines further down. So the text is taken apart along its indentation: each key, and
each item of a list, is parsed alone; what cannot be read is taken apart further, and in the end one
`Broken` node stands where the mistake is, under the key that it belongs to.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.diagnostics import Span, error
from site_gen.parsing.frontmatter.events import pairs_of, parse_events
from site_gen.parsing.frontmatter.faults import GLUED, explain, no_pair
from site_gen.parsing.frontmatter.tree import Broken, Mapping, Sequence, Text, is_null

if TYPE_CHECKING:
    from site_gen.diagnostics import Diagnostic
    from site_gen.parsing.frontmatter.limits import Limits
    from site_gen.parsing.frontmatter.tree import Node

_MOST = 20
"""So many syntax errors are reported; a file that is no YAML at all has one in every line."""

_KEY = re.compile(
    r"( *)(?:\"([^\"\\]*)\"|'([^']*)'|([^\s\"'#\[\]{}&*!|>%@`,?-][^:#]*?)) *:(?=\s|$)"
)
_WORD = re.compile(r" *[\w-]+:(?=\s|$)")
"""A key that is one word; several words and a colon are rather prose."""
_DASH = re.compile(r" *-(?=\s|$)")


def recover(
    text: str, span: Span, limits: Limits, fault: Exception, *, pure: bool = False
) -> tuple[Node, list[Diagnostic]]:
    """A tree of what can be read of `text`, on which PyYAML raised `fault`.

    Returns:
        The tree, and all diagnostics; a syntax error is among them.
    """
    found: list[Diagnostic] = []
    recovery = _Recovery(span, limits, found, pure=pure)
    try:
        node = recovery.block(text.split("\n"), 0, 0)
    except _GivenUpError as given_up:
        message = "too much is wrong; the rest is not read"
        found.append(error("yaml.syntax", message, recovery.place(given_up.at)))
        return Broken(span.line, span.col), found
    if not any(each.code == "yaml.syntax" for each in found):
        # Each part is right by itself: they only do not belong together (indentation, mostly).
        found.append(explain(fault, text, span))
    return node, found


class _GivenUpError(Exception):
    """Too many syntax errors: this is something else than YAML."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at


class _Recovery:
    def __init__(self, span: Span, limits: Limits, found: list[Diagnostic], *, pure: bool) -> None:
        self.span = span
        self.limits = limits
        self.found = found
        self.pure = pure
        self.wrong = 0
        """Syntax errors so far."""

    def block(self, lines: list[str], at: int, level: int) -> Node:
        """A mapping or a list, as far as it can be read.

        Args:
            lines: of the text, with their indentation.
            at: number of the first of them, from 0.
            level: how many collections it stands in.
        """
        starts, is_list = _starts(lines)
        if not starts:
            return Text("", self.span.line + at, self.span.col, plain=True)
        pairs: list[tuple[Text, Node]] = []
        items: list[Node] = []
        for start, end in zip(starts, [*starts[1:], len(lines)]):
            part = lines[start:end]
            if is_list:
                items += self.items(part, at + start, level)
            else:
                pairs += self.pairs(part, at + start, level)
        first = lines[starts[0]]
        line = self.span.line + at + starts[0]
        col = self.span.col + len(first) - len(first.lstrip())
        if is_list:
            return Sequence(tuple(items), line, col)
        if not pairs:
            return Broken(line, col)
        return Mapping(pairs_of(pairs, self.span.path, self.found), line, col)

    def pairs(self, part: list[str], at: int, level: int) -> list[tuple[Text, Node]]:
        """The pairs of a mapping that `part` holds: one, if nothing is wrong."""
        node, fault = self.parse(part, at)
        if isinstance(node, Mapping):
            return list(node.pairs)
        if node is not None and is_null(node):
            return []
        key = _KEY.match(part[0])
        if key is None:
            glued = GLUED.match(part[0]) if node is not None else None
            self.report(fault, part, at, unpaired=node is not None)
            return [self.broken(glued[2], at, glued.start(2), glued.end())] if glued else []
        name = self.broken(key[2] or key[3] or key[4] or "", at, len(key[1]), key.end())
        if fault is None:
            return [name]
        rest = part[0][key.end() :].strip()
        deeper = len(part) > 1 and level < self.limits.depth
        if deeper and (not rest or rest.startswith("#")):
            return [(name[0], self.block(part[1:], at + 1, level + 1))]
        self.report(fault, part, at)
        if deeper and _WORD.match(part[1]):
            # `title: a` and, by mistake further in, `date: 2021`: read both.
            alone, wrong = self.parse(part[:1], at)
            below = self.block(part[1:], at + 1, level + 1)
            if wrong is None and isinstance(alone, Mapping) and isinstance(below, Mapping):
                return [*alone.pairs, *below.pairs]
        return [name]

    def items(self, part: list[str], at: int, level: int) -> list[Node]:
        """The items of a list that `part` holds: one, if nothing is wrong."""
        node, fault = self.parse(part, at)
        if isinstance(node, Sequence):
            return list(node.items)
        dash = _DASH.match(part[0])
        if dash is not None and fault is not None and level < self.limits.depth:
            inner = " " * dash.end() + part[0][dash.end() :]
            return [self.block([inner, *part[1:]], at, level + 1)]
        self.report(fault, part, at, unpaired=node is not None)
        return []

    def parse(self, part: list[str], at: int) -> tuple[Node | None, Exception | None]:
        """One part by itself."""
        if self.wrong >= _MOST:
            raise _GivenUpError(at)
        found: list[Diagnostic] = []
        node, fault = parse_events(
            "\n".join(part), self.place(at), self.limits, found, pure=self.pure
        )
        if fault is None:
            self.found.extend(found)
        return node, fault

    def report(
        self, fault: Exception | None, part: list[str], at: int, *, unpaired: bool = False
    ) -> None:
        """Note a syntax error, or a line that is right by itself and no part of a mapping."""
        if fault is not None:
            self.found.append(explain(fault, "\n".join(part), self.place(at)))
        elif unpaired:
            self.found.append(no_pair(part[0], self.place(at)))
        else:
            return
        self.wrong += 1

    def broken(self, key: str, at: int, start: int, end: int) -> tuple[Text, Node]:
        """A key that was recognised, with a value that was not."""
        line = self.span.line + at
        return Text(key, line, self.span.col + start), Broken(line, self.span.col + end)

    def place(self, at: int) -> Span:
        """Where line number `at` begins."""
        return Span(path=self.span.path, line=self.span.line + at, col=self.span.col)


def _starts(lines: list[str]) -> tuple[list[int], bool]:
    """Numbers of the lines that begin a key or an item of the outermost collection; is it a list?

    A dash in the column of the keys belongs to the list of the key above, and a closing bracket to
    what it closes.
    """
    starts: list[int] = []
    outer = 0
    is_list = False
    for number, line in enumerate(lines):
        inner = line.lstrip(" \t")
        if not inner or inner.startswith("#"):
            continue
        indent = len(line) - len(inner)
        dashed = _DASH.match(line) is not None
        if not starts:
            outer, is_list = indent, dashed
        elif indent > outer or inner[0] in "]}" or (dashed and not is_list and indent == outer):
            continue
        starts.append(number)
    return starts, is_list
