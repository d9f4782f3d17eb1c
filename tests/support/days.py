"""Tables of short texts with the days that an importer should find in them.

A line `# 2021-07-14` is the day of publication of those below it. Each of them is `text | days`: EDTF values joined by
` + `, `→` before what is planned, `asks` for a question; ` ¶ ` parts the paragraphs of a text.
"""

from __future__ import annotations

from datetime import date

from site_gen.importer.dates.finding import find_dates


def rows(table: str) -> list[tuple[str, str, str]]:
    """(day of publication, text, days) for each text."""
    found: list[tuple[str, str, str]] = []
    published = ""
    for line in table.strip().split("\n"):
        if line.startswith("# "):
            published = line.removeprefix("# ")
            continue
        text, _, expected = line.partition(" |")
        found.append((published, text, expected.strip()))
    return found


def days_in(text: str, published: str) -> str:
    """The days that the importer finds, as the tables write them."""
    return " + ".join(
        ("→" if d.role == "plan" else "") + d.value if d.value else "asks"
        for d in find_dates(list(enumerate(text.split(" ¶ "))), date.fromisoformat(published))
    )
