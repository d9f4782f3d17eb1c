"""A mistake as the overlay shows it: with the words of the line that it is in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from site_gen.diagnostics import Diagnostic, Span

LONGEST = 400
"""Characters of a line that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A line of a file, with a word on what it has to do with the mistake."""

    path: str
    line: int
    col: int
    text: str = ""
    note: str = ""

    def json(self) -> dict[str, Any]:
        """As the client reads it."""
        return {
            "path": self.path,
            "line": self.line,
            "col": self.col,
            "text": self.text,
            "note": self.note,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake or doubt."""

    severity: str
    message: str
    code: str = ""
    hint: str = ""
    place: Place | None = None
    """None when it is about no file."""
    related: tuple[Place, ...] = ()

    def __str__(self) -> str:
        """For a terminal, as diagnostics are printed there."""
        place = f"{self.place.path}:{self.place.line}:{self.place.col}: " if self.place else ""
        hint = f"; hint: {self.hint}" if self.hint else ""
        return f"{place}{self.severity}: {self.message}{hint}"

    def json(self) -> dict[str, Any]:
        """As the client reads it."""
        return {
            "severity": self.severity,
            "message": self.message,
            "code": self.code,
            "hint": self.hint,
            "place": self.place.json() if self.place else None,
            "related": [place.json() for place in self.related],
        }


def problem_of(diagnostic: Diagnostic, lines: Callable[[str], Sequence[str]]) -> Problem:
    """A diagnostic with the words of its line.

    Args:
        diagnostic: what was found.
        lines: path relative to the root → lines of the file; empty when it cannot be read.
    """

    def place(span: Span, note: str = "") -> Place:
        found = lines(span.path)
        text = found[span.line - 1] if 0 < span.line <= len(found) else ""
        return Place(path=span.path, line=span.line, col=span.col, text=text[:LONGEST], note=note)

    return Problem(
        severity=diagnostic.severity,
        message=diagnostic.message,
        code=diagnostic.code,
        hint=diagnostic.hint,
        place=place(diagnostic.span),
        related=tuple(place(span, note) for span, note in diagnostic.related),
    )
