"""What can be wrong with a site, as values: severity, place, code, message, hint.

The core never prints and never stops at the first mistake: every reader returns the diagnostics
that it found, and the command line sorts, prints and counts them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "warning"]
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
"""Controls, line ends, and what turns the direction of writing."""


class SiteGenError(Exception):
    """An expected failure that is not about one place in a file (a full disk, a locked site)."""


class Span(Struct, frozen=True, order=True, gc=False, array_like=True):
    """A place in a source file.

    `path` is relative to the site's root with forward slashes; `line` and `col` count from 1, in
    characters, as editors do. Line 1, column 1 stands for a whole file.
    """

    path: str
    line: int = 1
    col: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.col}"


class Diagnostic(Struct, frozen=True, kw_only=True):
    """One mistake, or one doubt, at one place."""

    severity: Severity
    code: str
    """Stable, dotted: `date.invalid`. Listed in `docs/diagnostics.md`; each has a test case."""
    message: str
    span: Span
    hint: str = ""
    related: tuple[tuple[Span, str], ...] = ()
    """Other places that belong to it, each with a word on why: the first of two equal ids, say."""

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Order of printing: by file, line and column, errors before warnings, then code."""
        return (self.span, self.severity, self.code, self.message)

    def __str__(self) -> str:
        text = f"{self.span}: {self.severity}[{self.code}]: {self.message}"
        if self.hint:
            text += f"; hint: {self.hint}"
        # What is quoted from a file, or a file's name, must not begin a line of its own or colour the
        # terminal: it could pass for another mistake, or for a command to whoever reads the log.
        lines = (text, *(f"{span}: {note}" for span, note in self.related))
        return "\n  ".join(_UNPRINTABLE.sub(" ", line) for line in lines)


def error(
    code: str,
    message: str,
    span: Span,
    hint: str = "",
    related: tuple[tuple[Span, str], ...] = (),
) -> Diagnostic:
    """A diagnostic that fails the build."""
    return Diagnostic(
        severity="error", code=code, message=message, span=span, hint=hint, related=related
    )


def warning(
    code: str,
    message: str,
    span: Span,
    hint: str = "",
    related: tuple[tuple[Span, str], ...] = (),
) -> Diagnostic:
    """A diagnostic that is printed and lets the build go on."""
    return Diagnostic(
        severity="warning", code=code, message=message, span=span, hint=hint, related=related
    )


def did_you_mean(word: str, known: Iterable[str], least: float = 0.6) -> str:
    """A hint that names the nearest known word, or an empty string when none is near.

    Case is ignored for the comparison and kept in the answer; `least` is how alike the words must be, of 1.
    Of words that are near, one that begins alike comes first: “confirmed” is nearer to “confirms” than to
    “unconfirmed”. Names with other numbers are names of something else.
    """
    from difflib import get_close_matches  # only for mistakes

    folded = {k.casefold(): k for k in known}
    asked = word.casefold()
    near = [
        found
        for found in get_close_matches(asked, folded, n=5, cutoff=least)
        if {*re.findall(r"\d+", found)} == {*re.findall(r"\d+", asked)}
        or not (re.search(r"\d", found) and re.search(r"\d", asked))
    ]
    near.sort(key=lambda found: found[:2] != asked[:2])
    return f"did you mean “{folded[near[0]]}”?" if near else ""


def packed(diagnostics: Iterable[Diagnostic]) -> list[Any]:
    """Diagnostics as plain lists, for JSON."""
    return [
        [
            d.severity,
            d.code,
            d.message,
            [d.span.path, d.span.line, d.span.col],
            d.hint,
            [[s.path, s.line, s.col, note] for s, note in d.related],
        ]
        for d in diagnostics
    ]


def unpacked(data: Any) -> tuple[Diagnostic, ...]:
    """What `packed` gave."""
    return tuple(
        Diagnostic(
            severity=severity,
            code=code,
            message=message,
            span=Span(path=place[0], line=place[1], col=place[2]),
            hint=hint,
            related=tuple((Span(path=p, line=line, col=col), note) for p, line, col, note in more),
        )
        for severity, code, message, place, hint, more in data
    )
