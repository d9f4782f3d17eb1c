"""Front matter, event blocks and data files: from bytes to a tree of text with places.

    raw bytes ──decode──▶ text ──split──▶ front matter, body
    YAML text ──parse_yaml──▶ Text | Sequence | Mapping, each with its line and column

Nothing here raises for bad input, and nothing gives a value a type: `no`, `2021-07-08`, `0123` and
`1.10` stay the text that was typed. What a value should be is said by a shape (`site_gen.parsing.shape`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_gen.diagnostics import Span, error
from site_gen.parsing.frontmatter.fast import read_fast
from site_gen.parsing.frontmatter.limits import DATA_LIMITS, ENTRY_LIMITS, Limits
from site_gen.parsing.frontmatter.text import MAX_BYTES, Split, decode, front_of, is_draft, split
from site_gen.parsing.frontmatter.tree import (
    Broken,
    Mapping,
    Node,
    Sequence,
    Text,
    as_bool,
    is_null,
    span_of,
)

if TYPE_CHECKING:
    from site_gen.diagnostics import Diagnostic

__all__ = [
    "DATA_LIMITS",
    "ENTRY_LIMITS",
    "MAX_BYTES",
    "Broken",
    "Limits",
    "Mapping",
    "Node",
    "Sequence",
    "Split",
    "Text",
    "as_bool",
    "decode",
    "front_of",
    "is_draft",
    "is_null",
    "parse_yaml",
    "span_of",
    "split",
]


def parse_yaml(
    text: str,
    path: str,
    line: int = 1,
    col: int = 1,
    limits: Limits = ENTRY_LIMITS,
    *,
    fast: bool = True,
) -> tuple[Node | None, list[Diagnostic]]:
    """The tree of one YAML document, and all that is wrong with it.

    Args:
        text: YAML, as `decode` or `split` gave it. An empty document is a null scalar.
        path: File that it stands in.
        line: Line of the file on which it starts.
        col: Column at which each of its lines starts (an event block may be indented).
        limits: Above them, nothing is read.
        fast: Whether plain documents are read without PyYAML; the result is the same.

    Returns:
        None for the tree when nothing of it can be used; there is a diagnostic then.
    """
    if len(text) > limits.size // 4 and len(text.encode(errors="replace")) > limits.size:
        message = f"more than {limits.size // 1024:,} KiB of YAML"
        return None, [error("yaml.too_large", message, Span(path=path, line=line, col=col))]
    if fast:
        plain = read_fast(text, line, col, limits.nodes)
        if plain is not None:
            return plain, []
    # Imported here because PyYAML takes longer to import than a build with nothing to do takes.
    from site_gen.parsing.frontmatter.reading import read_yaml

    return read_yaml(text, Span(path=path, line=line, col=col), limits)
