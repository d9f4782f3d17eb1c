"""A table of data: its columns, its rows, and how it is written as CSV or JSON."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from site_gen.exports.layout import laid_out
from site_gen.web.address import ROOT
from site_gen.web.artifact import Artifact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from site_gen.parsing.config import Config

Kind = Literal["string", "number", "integer", "boolean", "date", "array"]
Cell = str | float | bool | None | list[object]

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet take a text for a formula, full-width forms included; and the apostrophe,
so that taking one off always gives the text back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column, described as a Table Schema field (https://specs.frictionlessdata.io/table-schema/)."""

    name: str
    kind: Kind = "string"
    about: str
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One file of rows."""

    name: str
    path: str
    """Below the output folder; `.csv` or `.json` decides how it is written."""
    title: str
    about: str
    columns: tuple[Column, ...]
    key: str
    """The column that tells rows apart; empty when none does."""
    refers: tuple[tuple[str, str, str], ...] = ()
    """(column, table, column there) of every reference."""
    inputs: tuple[tuple[str, str], ...]
    rows: Callable[[], Iterable[Sequence[Cell]]]
    """Cells in the order of the columns."""

    def artifact(self) -> Artifact:
        """The file."""
        return Artifact(path=self.path, inputs=self.inputs, make=self.content)

    def content(self) -> bytes:
        """The bytes of the file."""
        return self.json() if self.path.endswith(".json") else self.csv()

    def csv(self) -> bytes:
        """RFC 4180: UTF-8, commas, CRLF, a first line of names; empty cells stand for nothing.

        Texts that a spreadsheet would run as a formula get an apostrophe in front.
        """
        lines = _Lines()
        writer = csv.writer(lines, lineterminator="\r\n")
        writer.writerow([column.name for column in self.columns])
        for row in self.rows():
            writer.writerow([_plain(cell) for cell in row])
        return "".join(lines.parts).encode()

    def json(self) -> bytes:
        """A list of objects, one for each row."""
        names = [column.name for column in self.columns]
        rows = [dict(zip(names, row, strict=True)) for row in self.rows()]
        return laid_out(rows)


class _Lines:
    """Collects what the writer of `csv` writes."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def write(self, text: str) -> int:
        """Add a line."""
        self.parts.append(text)
        return len(text)


def _plain(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return f"{cell:.15g}"
        case str():
            return guarded(cell)
        case _:
            return guarded(json.dumps(cell, ensure_ascii=False))


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def joined(texts: Iterable[str]) -> str:
    """Several texts in one cell."""
    return "; ".join(texts)


def public(config: Config, url: str) -> str:
    """Where an address within the site is found by others."""
    return config.origin + url.removeprefix(ROOT)
