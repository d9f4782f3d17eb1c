"""Another country, other parties, another gazetteer: the same code; and the site's own content."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_gen.chronology.timeline import build
from site_gen.inspection import check, verify

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def second(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests/data/second_site", tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "themes/default", tmp_path / "themes/default")
    return tmp_path


def statuses(root: Path) -> dict[str, tuple[str, int, int]]:
    timeline = build(check(root).site)
    return {
        row.event.ref: (row.verdict.status, row.verdict.outlets, row.verdict.origins)
        for row in timeline.rows
    }


def test_nothing_is_wrong_or_doubtful_and_nothing_is_left_to_record(second: Path) -> None:
    assert check(second).diagnostics == ()
    assert verify(second).written == ()


def test_without_the_texts_its_quotations_hold_as_well(second: Path) -> None:
    for text in (second / "seeds").glob("*.txt"):
        text.unlink()
    assert check(second).diagnostics == ()


def test_statuses_follow_from_who_says_what(second: Path) -> None:
    assert statuses(second) == {
        "league-at-harrow-lock#lock-captured": ("disputed", 1, 1),
        "league-at-harrow-lock#wounded": ("reported", 1, 1),
        "convoys-to-dunmere#first-convoy": ("corroborated", 2, 2),
        "convoys-to-dunmere#villages": ("claimed", 1, 1),
        "convoys-to-dunmere#families-leave": ("reported", 1, 1),
        "saltway-reopens#bridge-open": ("claimed", 1, 1),
        "saltway-reopens#displaced": ("reported", 1, 1),
        "saltway-reopens#convoy-recalled": ("corroborated", 2, 2),
    }


def test_a_dispute_of_one_account_is_one_of_all(second: Path) -> None:
    (second / "content/disputes/trucks.md").write_text(
        "---\ntitle: x\nkind: tension\nmembers:\n  - convoys-to-dunmere#first-convoy.ruta-kane\n"
        "  - league-at-harrow-lock#wounded\n---\n\nThey differ.\n"
    )
    found = statuses(second)
    assert found["convoys-to-dunmere#first-convoy"] == ("disputed", 2, 2)
    assert found["saltway-reopens#convoy-recalled"] == ("disputed", 2, 2)


def test_spellings_of_one_speaker_are_one(second: Path) -> None:
    timeline = build(check(second).site)
    said = [
        claim.speaker for row in timeline.by_actor["colonel-pell"] for claim in row.event.claims
    ]
    assert said.count("Colonel Pell") == 3
    assert "J. Pell" not in said


def test_the_content_of_this_site_leaves_no_doubt_open(tmp_path: Path) -> None:
    """As on a machine that has no text: every quotation must have its hash."""
    for folder in ("content", "seeds", "themes"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("*.txt"))
    assert [str(found) for found in check(tmp_path).diagnostics] == []
