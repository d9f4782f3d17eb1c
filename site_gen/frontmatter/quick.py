"""The plain shape of YAML that entries mostly have, read without PyYAML.

Line by line, without a grammar: `key: text`, `key: "text"`, `key: [a, b]`, and below a key without
a value a list of such texts, or of flat mappings of them. Each line is exactly one of these, in the
column where it must stand, or the whole document is declined and goes to PyYAML. So there is no
second opinion on what YAML means: only on what is too plain to need one. A property test holds the
two to the same tree, texts and places.

It is there because front matter is parsed once per entry of a site of ten thousand, and because
importing PyYAML takes longer than a build of one changed entry should.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.frontmatter.tree import Mapping, Sequence, Text

if TYPE_CHECKING:
    from site_gen.frontmatter.tree import Node

_LINE = re.compile(r"( *)(- )?(?:([a-z][a-z0-9_-]{0,60}):(?: |$))?(.*)")
_NOT_IN_FLOW = re.compile(r"[\[\]{}:#?]")


class _DeclinedError(Exception):
    """The document is not plain enough."""


def read_quickly(text: str, line: int, col: int, most: int) -> Mapping | None:
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
        self.pairs: list[tuple[Text, Node]] = []
        self.words: set[str] = set()
        """Keys of the document, and of the item that is open."""
        self.key: Text | None = None
        """Key of the list that is open."""
        self.items: list[Node] = []
        self.items_line = self.items_indent = 0
        self.item: list[tuple[Text, Node]] = []
        """The mapping that is the last item of that list."""
        self.item_line = self.item_indent = 0
        self.item_words: set[str] = set()

    def read(self, text: str, line: int) -> Mapping:
        """The tree."""
        for number, raw in enumerate(text.split("\n"), line):
            if not raw:
                continue
            found = _LINE.fullmatch(raw)
            assert found is not None
            spaces, dash, word, value = found.groups()
            if dash:
                self.add_item(word, value, number, len(spaces))
            elif word is None:
                raise _DeclinedError
            elif spaces:
                self.add_to_item(word, value, number, len(spaces))
            else:
                self.add_pair(word, value, number)
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
        key = Text(word, line, self.col, plain=True)
        if value:
            self.pairs.append((key, _value(value, line, self.col + len(word) + 2)))
        else:
            self.key = key

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
            self.item_words = set()
            self.item = []
            self.add_word(word, value, line)

    def add_to_item(self, word: str, value: str, line: int, indent: int) -> None:
        """`key: value` below `- key: value`, in the column of its key."""
        if not self.item or indent != self.item_indent or word in self.item_words:
            raise _DeclinedError
        self.add_word(word, value, line)

    def add_word(self, word: str, value: str, line: int) -> None:
        """A pair of the mapping that is the last item."""
        col = self.col + self.item_indent
        self.item_words.add(word)
        self.item.append(
            (Text(word, line, col, plain=True), _value(value, line, col + len(word) + 2))
        )

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


def _value(value: str, line: int, col: int) -> Text | Sequence:
    """A text, or a list in brackets."""
    first = value[:1]
    if first.isalnum():
        if ": " in value or " #" in value or value[-1] in " :":
            raise _DeclinedError
        return Text(value, line, col, plain=True)
    if first == '"':
        if len(value) < 2 or value.find('"', 1) != len(value) - 1 or "\\" in value:
            raise _DeclinedError
        return Text(value[1:-1], line, col)
    if first == "[" and value[-1] == "]":
        return _flow(value, line, col)
    raise _DeclinedError


def _flow(value: str, line: int, col: int) -> Sequence:
    """A list of plain words in brackets, on one line."""
    if _NOT_IN_FLOW.search(value, 1, len(value) - 1):
        raise _DeclinedError
    items = []
    if len(value) > 2:
        at = col + 1
        for item in value[1:-1].split(","):
            word = item.strip(" ")
            if not word[:1].isalnum():
                raise _DeclinedError
            items.append(Text(word, line, at + item.index(word), plain=True))
            at += len(item) + 1
    return Sequence(tuple(items), line, col)
