"""The examples of dates in docs/import.md are what the importer makes of them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from site_gen.importer.dates.finding import find_dates

DOCS = (Path(__file__).parents[2] / "docs" / "import.md").read_text(encoding="utf-8")
TABLES = re.findall(
    r"^\| the text says \| the draft has \|\n\|---\|---\|\n((?:\|.*\n)+)", DOCS, re.MULTILINE
)
ROWS = [tuple(row.strip("| ").split(" | ")) for table in TABLES for row in table.splitlines()]


def told(text: str) -> str:
    """What is found in a text, as the tables write it."""
    found = []
    for day in find_dates([(1, text)], date(2021, 7, 13)):
        candidates = " or ".join(f"`{candidate}`" for candidate in day.candidates)
        if day.value:
            found.append(f"`{day.value}`" + (", planned" if day.role == "plan" else ""))
        else:
            found.append(f"asks: {candidates}" if candidates else "asks")
    return "; ".join(found) or "nothing"


def test_there_are_examples_of_each_kind() -> None:
    assert "**Tuesday, 13 July 2021**" in DOCS
    assert len(TABLES) == 3
    assert len(ROWS) > 40


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_an_example_is_true(text: str, expected: str) -> None:
    assert told(text) == expected
