"""One YAML document through PyYAML, and what can be saved when its syntax is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.diagnostics import Span, error
from site_gen.parsing.frontmatter.events import UNSAFE, parse_events
from site_gen.parsing.frontmatter.recovery import recover

if TYPE_CHECKING:
    from site_gen.diagnostics import Diagnostic
    from site_gen.parsing.frontmatter.limits import Limits
    from site_gen.parsing.frontmatter.tree import Node

_BRACKET = re.compile(r"[\[\]{}]")


def read_yaml(
    text: str, span: Span, limits: Limits, *, pure: bool = False
) -> tuple[Node | None, list[Diagnostic]]:
    """See `parse_yaml`; `pure` uses PyYAML's parser in Python."""
    found: list[Diagnostic] = []
    if UNSAFE.search(text):
        text = _without_unsafe(text, span, found)
    deepest = _too_many_brackets(text, limits.brackets)
    if deepest is not None:
        message = f"more than {limits.brackets} brackets are open at once"
        found.append(error("yaml.depth", message, _place(text, deepest, span)))
        return None, found
    before = len(found)
    node, fault = parse_events(text, span, limits, found, pure=pure)
    if fault is not None:
        # What was found up to the error will be found again.
        del found[before:]
        node, mended = recover(text, span, limits, fault, pure=pure)
        found += mended
    return node, found


def _without_unsafe(text: str, span: Span, found: list[Diagnostic]) -> str:
    """`text` with a space for each character that has no place in YAML; the first is reported."""
    places = [place.start() for place in UNSAFE.finditer(text)]
    code = ord(text[places[0]])
    more = f"; there are {len(places) - 1} more" if len(places) > 1 else ""
    message = f"invisible character U+{code:04X}"
    hint = f"delete it or write a space{more}"
    found.append(error("yaml.character", message, _place(text, places[0], span), hint))
    return UNSAFE.sub(" ", text)


def _too_many_brackets(text: str, most: int) -> int | None:
    """Offset of the first bracket that opens while `most` are open; None when none does."""
    if text.count("[") + text.count("{") <= most:
        return None
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket[0] in "[{" else -1 if depth else 0
        if depth > most:
            return bracket.start()
    return None


def _place(text: str, offset: int, span: Span) -> Span:
    line = text.count("\n", 0, offset)
    col = offset - (text.rfind("\n", 0, offset) + 1)
    return Span(path=span.path, line=span.line + line, col=span.col + col)
