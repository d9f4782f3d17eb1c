"""PyYAML's events, checked one by one, as a tree.

PyYAML's own composer is never called: an alias that is not followed cannot grow, and a tag that is
refused cannot construct anything. The limits are checked while the events arrive, so that a
document made to exhaust its reader is dropped at the point where it exceeds them.

Importing this module imports PyYAML (some 40 ms); `parse_yaml` does so only when it must.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from site_gen.diagnostics import Span, error
from site_gen.parsing.frontmatter.tree import Broken, Mapping, Sequence, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from site_gen.diagnostics import Diagnostic
    from site_gen.parsing.frontmatter.limits import Limits
    from site_gen.parsing.frontmatter.tree import Node

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML was built without libyaml
    CParser = None  # type: ignore[assignment,misc]

UNSAFE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Control characters, surrogates, and what YAML 1.1 takes for a line break where no editor does
(U+0085, U+2028, U+2029): PyYAML would refuse the one and count lines differently for the other."""


class PureParser(
    yaml.reader.Reader,
    yaml.scanner.Scanner,
    yaml.parser.Parser,
):
    """PyYAML's parser in Python, without its composer and constructor."""

    def __init__(self, stream: str) -> None:
        yaml.reader.Reader.__init__(self, stream)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


def parse_events(
    text: str, span: Span, limits: Limits, found: list[Diagnostic], *, pure: bool = False
) -> tuple[Node | None, Exception | None]:
    """The tree of `text`, whose first character stands at `span`, and the error that ended it.

    Args:
        text: YAML in which `UNSAFE` finds nothing.
        span: Where the text starts. Each of its lines is taken to start at that column.
        limits: On its depth and its number of nodes.
        found: Receives everything that is wrong, save for the syntax error, which is returned.
        pure: Whether to use the parser in Python although the one in C is there.

    Returns:
        None for the tree when a limit was exceeded or a syntax error ended the document.
    """
    parser: Any = PureParser(text) if pure or CParser is None else CParser(text)
    builder = _Builder(span, limits, found)
    try:
        return builder.build(parser.get_event), None
    except yaml.YAMLError as fault:
        return None, fault
    except (ValueError, OverflowError) as fault:
        # The parser in Python trips over the escape of a character that does not exist.
        return None, fault
    finally:
        parser.dispose()


class _LimitError(Exception):
    """Ends the reading of a document that is larger than any honest one."""


class _Builder:
    """Turns one document's events into a tree."""

    def __init__(self, span: Span, limits: Limits, found: list[Diagnostic]) -> None:
        self.path = span.path
        self.line = span.line
        self.col = span.col
        self.limits = limits
        self.found = found
        self.items: list[Any] = []
        """Nodes of the collection that is open; of a mapping, keys and values in turn."""
        self.stack: list[tuple[list[Any], int, int]] = []
        """The collections around it, each with the place where the inner one began."""
        self.nodes = 0
        self.documents = 0

    def build(self, next_event: Callable[[], Any]) -> Node | None:
        """Read events to the end of the stream; None when a limit was exceeded."""
        act: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._open,
            SequenceStartEvent: self._open,
            MappingEndEvent: self._close_mapping,
            SequenceEndEvent: self._close_sequence,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        try:
            while (event := next_event()) is not None and self.documents < 2:
                step = act.get(type(event))
                if step is not None:
                    step(event)
        except _LimitError:
            return None
        return self.items[0] if self.items else Text("", self.line, self.col, plain=True)

    def _scalar(self, event: Any) -> None:
        mark = event.start_mark
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, mark)
        self._count(mark)
        value = event.value
        if event.style == '"' and UNSAFE.search(value):
            value = self._without_unsafe(value, mark)
        self.items.append(
            Text(value, mark.line + self.line, mark.column + self.col, plain=not event.style)
        )

    def _open(self, event: Any) -> None:
        mark = event.start_mark
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, mark)
        self._count(mark)
        if len(self.stack) == self.limits.depth:
            self._report("yaml.depth", f"nested more than {self.limits.depth} levels deep", mark)
        self.stack.append((self.items, mark.line + self.line, mark.column + self.col))
        self.items = []

    def _close_mapping(self, _event: Any) -> None:
        pairs = pairs_of(zip(self.items[::2], self.items[1::2]), self.path, self.found)
        self.items, line, col = self.stack.pop()
        self._append(Mapping(pairs, line, col))

    def _close_sequence(self, _event: Any) -> None:
        inner = tuple(self.items)
        self.items, line, col = self.stack.pop()
        self._append(Sequence(inner, line, col))

    def _append(self, node: Mapping | Sequence) -> None:
        too_deep = len(self.stack) >= self.limits.depth
        self.items.append(Broken(node.line, node.col) if too_deep else node)

    def _alias(self, event: Any) -> None:
        mark = event.start_mark
        self._count(mark)
        message = f"the alias `*{short(event.anchor)}` is not allowed"
        hint = "write the value out, or put it in quotation marks if it begins with `*`"
        self._report("yaml.alias", message, mark, hint)
        self.items.append(Broken(mark.line + self.line, mark.column + self.col))

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "a second document begins here"
            hint = "remove the line `---`: what stands below it is not read"
            self._report("yaml.documents", message, event.start_mark, hint)
        elif event.tags:
            message = "the directive `%TAG` is not allowed"
            self._report("yaml.tag", message, event.start_mark)

    def _count(self, mark: Any) -> None:
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            self._report("yaml.nodes", f"more than {self.limits.nodes:,} values", mark)
            raise _LimitError

    def _refuse_properties(self, event: Any, mark: Any) -> None:
        if event.anchor is not None:
            message = f"the anchor `&{short(event.anchor)}` is not allowed"
            hint = "put the value in quotation marks if it begins with `&`"
            self._report("yaml.anchor", message, mark, hint)
        if event.tag is not None:
            message = f"the tag `{short(event.tag)}` is not allowed"
            hint = "every value is text; put it in quotation marks if it begins with `!`"
            self._report("yaml.tag", message, mark, hint)

    def _without_unsafe(self, value: str, mark: Any) -> str:
        code = ord(UNSAFE.findall(value)[0])
        message = f"an escape stands for the invisible character U+{code:04X}"
        self._report("yaml.character", message, mark, "write the text without it")
        return UNSAFE.sub("\ufffd", value)

    def _report(self, code: str, message: str, mark: Any, hint: str = "") -> None:
        span = Span(path=self.path, line=mark.line + self.line, col=mark.column + self.col)
        self.found.append(error(code, message, span, hint))


def pairs_of(
    pairs: Iterable[tuple[Any, Any]], path: str, found: list[Diagnostic]
) -> tuple[tuple[Text, Node], ...]:
    """The pairs of a mapping without those whose key is no text, a merge, or not the first.

    Two keys are the same when they differ only in case or in their Unicode form.
    """
    kept: list[tuple[Text, Node]] = []
    seen: dict[str, Text] = {}
    for key, value in pairs:
        if key.kind == "broken":
            continue
        here = Span(path=path, line=key.line, col=key.col)
        if key.kind != "scalar" or not key:
            what = {"scalar": "nothing", "sequence": "a list"}.get(key.kind, "a mapping")
            found.append(error("yaml.key", f"a key must be text; this one is {what}", here))
            continue
        if key.plain and key == "<<":
            hint = "write the keys out"
            found.append(error("yaml.merge", "the merge key `<<` is not allowed", here, hint))
            continue
        folded = str(key) if key.isascii() and key.islower() else _folded(key)
        first = seen.get(folded)
        if first is None:
            seen[folded] = key
            kept.append((key, value))
            continue
        message = f"the key “{short(key)}” is there already"
        if key != first:
            message = f"the key “{short(key)}” is the same as “{short(first)}”"
        there = Span(path=path, line=first.line, col=first.col)
        related = ((there, "it stands here for the first time"),)
        found.append(error("yaml.duplicate_key", message, here, "keep one of them", related))
    return tuple(kept)


def _folded(key: str) -> str:
    return normalize("NFC", normalize("NFC", key).casefold())


def short(name: str) -> str:
    """`name`, cut when it is too long for a message."""
    return name if len(name) <= 40 else name[:39] + "…"
