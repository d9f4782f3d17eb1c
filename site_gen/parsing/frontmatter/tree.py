"""A YAML document as a tree of text: no value has a type until a shape gives it one.

Every leaf and every collection knows where it stands in its file, so that whoever reads the tree
can point at what is wrong with it.
"""

from __future__ import annotations

from typing import ClassVar, Literal, Protocol, Self, TypeAlias

from msgspec import Struct

from site_gen.diagnostics import Span


class Text(str):
    """A scalar: the text that the editor typed, with its place in the file.

    It is a `str` in every respect, comparison included. `plain` tells `null` (nothing) from
    `"null"` (the word), and `true` (yes) from `"true"`.
    """

    __slots__ = ("col", "line", "plain")

    kind: ClassVar[Literal["scalar"]] = "scalar"
    line: int
    col: int
    plain: bool
    """Whether it was written without quotation marks and not as a block (`|`, `>`)."""

    def __new__(cls, value: str = "", line: int = 1, col: int = 1, *, plain: bool = False) -> Self:
        """The text `value`, found at `line` and `col` (from 1)."""
        self = str.__new__(cls, value)
        self.line = line
        self.col = col
        self.plain = plain
        return self

    def __reduce__(self) -> tuple[object, ...]:
        """For pickling between the processes of one build."""
        return (_text, (str(self), self.line, self.col, self.plain))


def _text(value: str, line: int, col: int, plain: bool) -> Text:  # noqa: FBT001 - unpickling
    return Text(value, line, col, plain=plain)


class Sequence(Struct, frozen=True):
    """A list, in the file's order."""

    items: tuple[Node, ...]
    line: int
    col: int
    kind: ClassVar[Literal["sequence"]] = "sequence"


class Mapping(Struct, frozen=True):
    """Keys and their values, in the file's order; no key occurs twice."""

    pairs: tuple[tuple[Text, Node], ...]
    line: int
    col: int
    kind: ClassVar[Literal["mapping"]] = "mapping"

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None when the key is absent."""
        for name, value in self.pairs:
            if name == key:
                return value
        return None


class Broken(Struct, frozen=True):
    """Stands where YAML could not be read; its mistake is reported already.

    A reader passes over it in silence: the key is there, so it is not missing, and its value is
    unknown, so nothing can be said about it.
    """

    line: int
    col: int
    kind: ClassVar[Literal["broken"]] = "broken"


Node: TypeAlias = Text | Sequence | Mapping | Broken

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What means “nothing” when it is written without quotation marks (YAML 1.2, core schema)."""


def is_null(node: Node) -> bool:
    """Whether the editor wrote nothing, `null` or `~`, without quotation marks."""
    return node.kind == "scalar" and node.plain and node in NULLS


def as_bool(node: Node) -> bool | None:
    """`true` or `false` without quotation marks as a bool; None for anything else.

    `yes`, `no`, `on` and `off` are words: only these two mean a truth value.
    """
    if node.kind == "scalar" and node.plain:
        return {"true": True, "false": False}.get(node)
    return None


class Placed(Protocol):
    """What knows where it stands in its file, both from 1."""

    @property
    def line(self) -> int:
        """Line of its first character."""

    @property
    def col(self) -> int:
        """Column of its first character."""


def span_of(placed: Placed, path: str) -> Span:
    """Where something stands, in the file `path`."""
    return Span(path=path, line=placed.line, col=placed.col)
