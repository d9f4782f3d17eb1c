"""Words first: a preview shows them at once, and a further build brings all the rest."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from site_gen.build import BuildOptions, build

BASE = Path(__file__).parents[1] / "cases" / "base"


def tree(folder: Path) -> dict[str, bytes]:
    """Path → bytes of every file."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that has been built once."""
    root = shutil.copytree(BASE, tmp_path / "site")
    build(BuildOptions(root=root, out=root / "public"))
    return root


def say(root: Path, words: str) -> None:
    """Add a paragraph to an entry."""
    entry = root / "content/entries/bridge.md"
    entry.write_text(entry.read_text() + f"\n{words}\n")


def test_words_come_first_and_the_rest_follows(site: Path, tmp_path: Path) -> None:
    whole = BuildOptions(root=site, out=site / "public")
    first = replace(whole, words_first=True)
    page = site / "public/entries/bridge/index.html"
    feed = site / "public/feed.xml"
    say(site, "It rained.")
    report = build(first)
    assert report.unfinished
    assert report.write is not None
    assert report.write.written == ("entries/bridge/index.html",)
    assert b"It rained." in page.read_bytes()
    assert b"It rained." not in feed.read_bytes()
    assert build(first).unfinished  # nothing new was saved, and the rest is still to come
    say(site, "It snowed.")
    assert build(first).unfinished
    assert b"It snowed." in page.read_bytes()
    report = build(whole)
    assert not report.unfinished
    assert b"It snowed." in feed.read_bytes()
    build(BuildOptions(root=site, out=tmp_path / "clean"))
    assert tree(site / "public") == tree(tmp_path / "clean")
    assert not build(first).unfinished


def test_words_first_says_nothing_new_of_other_changes(site: Path) -> None:
    entry = site / "content/entries/bridge.md"
    entry.write_text(entry.read_text().replace("The bridge is closed", "The bridge, again"))
    report = build(BuildOptions(root=site, out=site / "public", words_first=True))
    assert not report.unfinished
    assert b"The bridge, again" in (site / "public/entries/index.html").read_bytes()
