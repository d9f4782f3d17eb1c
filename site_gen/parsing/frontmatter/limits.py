"""How large a YAML document may be before it is dropped unread."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True, kw_only=True):
    """Bounds on the cost of one document, checked before anything is built from it."""

    size: int
    """Bytes of UTF-8."""
    nodes: int
    """Scalars (keys too), lists and mappings."""
    depth: int = 20
    """Lists and mappings within each other."""
    brackets: int = 200
    """Brackets that may be open at once, wherever they stand. PyYAML's scanner looks far ahead, at
    a cost that grows with the square of this; so they are counted before it sees the text."""


ENTRY_LIMITS = Limits(size=64 * 1024, nodes=5_000)
"""For front matter and event blocks."""
DATA_LIMITS = Limits(size=1024 * 1024, nodes=100_000)
"""For files that hold a whole register: gazetteer, actors."""
