"""What a sentence counts: labelled by hand before the rules saw them, in tests/data/import/counted.txt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_gen.importer.figures import find_figures

COUNTED = Path(__file__).resolve().parents[1] / "data" / "import" / "counted.txt"
UNITS = COUNTED.with_name("units.txt")
PHRASES = [line for line in UNITS.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
SENTENCES = [line for line in COUNTED.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
QUALIFIERS = {
    "=": "exactly",
    ">": "more than",
    ">=": "at least",
    "<": "fewer than",
    "<=": "up to",
    "~": "about",
    "^": "nearly",
}
Figure = tuple[float | None, float | None, str]


def _figure(label: str) -> Figure:
    """(value, high, qualifier) of “>=30”, “30-40” and “~dozens”."""
    match = re.fullmatch(r"(?P<sign>[=<>~^]*)(?P<low>[\d.]*)(?:-(?P<high>[\d.]+))?[a-z ]*", label)
    assert match is not None, label
    low, high = match["low"], match["high"]
    return (
        float(low) if low else None,
        float(high) if high else None,
        QUALIFIERS[match["sign"] or "="],
    )


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_counts_what_it_counts_and_nothing_else(line: str) -> None:
    sentence, _, labels = line.rpartition("|")
    expected = [_figure(label.strip()) for label in labels.split(";") if label.strip()]
    found = [(f.value, f.high, f.qualifier) for f in find_figures([(1, sentence.strip())])]
    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("line", PHRASES)
def test_what_is_counted_is_the_head_of_its_phrase_with_its_kind(line: str) -> None:
    sentence, _, units = line.rpartition("|")
    found = [figure.unit for figure in find_figures([(1, sentence.strip())])]
    assert found == [unit.strip() for unit in units.split(";") if unit.strip()]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Two posts were lost, and only four of them were retaken.", ["posts", "of them"]),
        ("Nine boys came; three of them were hurt.", ["boys", "of them"]),
    ],
)
def test_those_of_others_are_told_as_such(text: str, units: list[str]) -> None:
    assert [figure.unit for figure in find_figures([(1, text)])] == units
