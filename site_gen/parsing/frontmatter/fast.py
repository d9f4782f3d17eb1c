"""The plain shape of YAML that entries mostly have, read without PyYAML.

Line by line, without a grammar: `key: text`, `key: "text"`, `key: [a, b]`, `key: {a: b}`, `key: >-`
above a paragraph, and below a key without a value a list of such values, or of flat mappings of
them. Each line is exactly one of these, in the column where it must stand, or the whole document is
declined and goes to PyYAML. So there is no second opinion on what YAML means: only on what is too
plain to need one. A property test holds the two to the same tree, texts and places.

It is there because front matter is parsed once per entry of a site of ten thousand, and because
importing PyYAML takes longer than a build of one changed entry should.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.parsing.frontmatter.tree import Mapping, Sequence, Text

if TYPE_CHECKING:
    from site_gen.parsing.frontmatter.tree import Node

_Pairs = list[tuple[Text, "Node"]]

_LINE = re.compile(r"( *)(- )?(?:([a-z][a-z0-9_-]{0,60}):(?: |$))?(.*)")
_FLOW_PAIR = re.compile(r"( *)([a-z][a-z0-9_-]{0,60}): ([^:]*)")
_NOT_IN_FLOW = re.compile(r"[\[\]{}\"?]| #")


class _DeclinedError(Exception):
    """The document is not plain enough."""


def read_fast(text: str, line: int, col: int, most: int) -> Mapping | None:
    """The tree of a document, if it is plain.

    Args:
        text: YAML.
        line: Line of the file on which it starts.
        col: Column at which each of its lines starts.
        most: How many values it may have. A longer text is declined uncounted.

    Returns:
        None when it is declined. Otherwise what PyYAML would give, without any diagnostic.
    """
    if len(text) >= most or not text.replace("\n", "").isprintable():
        return None
    try:
        return _Lines(col).read(text, line)
    except _DeclinedError:
        return None


class _Lines:
    """The document, while it is read."""

    def __init__(self, col: int) -> None:
        self.col = col
        self.pairs: _Pairs = []
        self.words: set[str] = set()
        """Keys of the document."""
        self.key: Text | None = None
        """Key of the list that is open."""
        self.items: list[Node] = []
        self.items_line = self.items_indent = 0
        self.item: _Pairs = []
        """The mapping that is the last item of that list."""
        self.item_line = self.item_indent = 0
        self.item_words: set[str] = set()
        self.first_indent = 0
        self.paragraph: list[str] = []
        """Lines of the text that is open, below `>-`."""
        self.paragraph_indent = -1
        """Indentation that it must exceed; -1: none is open."""

    def read(self, text: str, line: int) -> Mapping:
        """The tree."""
        for number, raw in enumerate(text.split("\n"), line):
            if self.paragraph_indent >= 0 and self.add_to_paragraph(raw):
                continue
            if not raw:
                continue
            found = _LINE.fullmatch(raw)
            assert found is not None
            spaces, dash, word, value = found.groups()
            if dash:
                self.add_item(word, value, number, len(spaces))
            elif word is None:
                # Further in, it may be a line of the text above.
                if spaces or value[:1] != "#":
                    raise _DeclinedError
            elif spaces:
                self.add_to_item(word, value, number, len(spaces))
            else:
                self.add_pair(word, value, number)
        if self.paragraph_indent >= 0:
            self.close_paragraph()
        self.close_list()
        if not self.pairs:
            raise _DeclinedError
        return Mapping(tuple(self.pairs), self.pairs[0][0].line, self.col)

    def add_pair(self, word: str, value: str, line: int) -> None:
        """`key: value`, or `key:` above a list, in the first column."""
        if self.key is not None:
            self.close_list()
        if word in self.words:
            raise _DeclinedError
        self.words.add(word)
        if value:
            self.pairs.append(self.pair(word, value, line, 0))
        else:
            self.key = Text(word, line, self.col, plain=True)

    def add_item(self, word: str | None, value: str, line: int, indent: int) -> None:
        """`- value`, or `- key: value`."""
        if self.key is None:
            raise _DeclinedError
        if not self.items and not self.item:
            self.items_line, self.items_indent = line, indent
        elif indent != self.items_indent:
            raise _DeclinedError
        if self.item:
            self.close_item()
        if word is None:
            self.items.append(_value(value, line, self.col + indent + 2))
        else:
            self.item_line, self.item_indent = line, indent + 2
            self.item_words = {word}
            self.item = [self.pair(word, value, line, indent + 2)]

    def add_to_item(self, word: str, value: str, line: int, indent: int) -> None:
        """`key: value` below `- key: value`, in the column of its key."""
        if not self.item or indent != self.item_indent or word in self.item_words:
            raise _DeclinedError
        self.item_words.add(word)
        self.item.append(self.pair(word, value, line, indent))

    def pair(self, word: str, value: str, line: int, indent: int) -> tuple[Text, Node]:
        """A key and its value; below `>-` the value is put in place when it is complete."""
        col = self.col + indent
        key = Text(word, line, col, plain=True)
        col += len(word) + 2
        if value == ">-":
            self.paragraph_indent = indent
            return key, Text("", line, col)
        return key, _value(value, line, col)

    def add_to_paragraph(self, raw: str) -> bool:
        """Take a line below `>-`; False when the text is complete."""
        body = raw.lstrip(" ")
        indent = len(raw) - len(body)
        if not body or indent <= self.paragraph_indent:
            if body or indent:
                self.close_paragraph()
                return False
            # An empty line at the end is dropped; within the text it would be a line break.
            self.close_paragraph()
            return True
        if self.paragraph and indent != self.first_indent:
            raise _DeclinedError
        self.first_indent = indent
        self.paragraph.append(body)
        return True

    def close_paragraph(self) -> None:
        """The text below `>-` is complete."""
        if not self.paragraph:
            raise _DeclinedError
        pairs = self.pairs if self.paragraph_indent == 0 else self.item
        key, sign = pairs[-1]
        pairs[-1] = key, Text(" ".join(self.paragraph), sign.line, sign.col)
        self.paragraph = []
        self.paragraph_indent = -1

    def close_item(self) -> None:
        """The mapping that is the last item is complete."""
        self.items.append(Mapping(tuple(self.item), self.item_line, self.col + self.item_indent))
        self.item = []

    def close_list(self) -> None:
        """The list is complete, if one is open."""
        if self.item:
            self.close_item()
        if self.key is not None:
            if not self.items:
                raise _DeclinedError
            col = self.col + self.items_indent
            self.pairs.append((self.key, Sequence(tuple(self.items), self.items_line, col)))
            self.key = None
            self.items = []


def _value(value: str, line: int, col: int) -> Node:
    """What stands behind a key or a dash, on one line."""
    first = value[:1]
    if _begins_text(first):
        if ": " in value or " #" in value or value[-1] in " :":
            raise _DeclinedError
        return Text(value, line, col, plain=True)
    if first == '"':
        if len(value) < 2 or value.find('"', 1) != len(value) - 1 or "\\" in value:
            raise _DeclinedError
        return Text(value[1:-1], line, col)
    if first == "[" and value[-1] == "]":
        return _list(value, line, col)
    if first == "{" and value[-1] == "}":
        return _mapping(value, line, col)
    raise _DeclinedError


def _begins_text(first: str) -> bool:
    """Whether nothing but text can begin with that character. Some 30 in ASCII mean something."""
    return first.isalnum() or first > "\x7f" or first == "("


def _list(value: str, line: int, col: int) -> Sequence:
    """`[a, b]`."""
    if _NOT_IN_FLOW.search(value, 1, len(value) - 1) or ":" in value:
        raise _DeclinedError
    items = []
    if len(value) > 2:
        at = col + 1
        for item in value[1:-1].split(","):
            word = item.strip(" ")
            if not _begins_text(word[:1]):
                raise _DeclinedError
            items.append(Text(word, line, at + item.index(word), plain=True))
            at += len(item) + 1
    return Sequence(tuple(items), line, col)


def _mapping(value: str, line: int, col: int) -> Mapping:
    """`{a: b, c: d}`."""
    if _NOT_IN_FLOW.search(value, 1, len(value) - 1):
        raise _DeclinedError
    pairs: _Pairs = []
    words: set[str] = set()
    at = col + 1
    for part in value[1:-1].split(","):
        found = _FLOW_PAIR.fullmatch(part)
        if found is None or found[2] in words or not _begins_text(found[3][:1]):
            raise _DeclinedError
        words.add(found[2])
        pairs.append(
            (
                Text(found[2], line, at + len(found[1]), plain=True),
                Text(found[3].rstrip(" "), line, at + found.start(3), plain=True),
            )
        )
        at += len(part) + 1
    return Mapping(tuple(pairs), line, col)
