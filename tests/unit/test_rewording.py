"""Words first: a preview shows them at once, and a further build brings all the rest."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from chronicle import entry, path_of, write_site
from msgspec.structs import replace

from site_gen.edges.look import FRESH_NS
from site_gen.edges.output import Switch
from site_gen.engine.build import BuildOptions, build

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
    time.sleep(2 * FRESH_NS / 1e9)
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


def test_an_entry_stays_ready_for_new_words_when_the_rest_has_followed(site: Path) -> None:
    whole = BuildOptions(root=site, out=site / "public")
    for words in ("It rained.", "It snowed.", "It thawed."):
        say(site, words)
        report = build(replace(whole, words_first=True))
        assert report.unfinished
        assert report.write is not None
        assert report.write.written == ("entries/bridge/index.html",)
        assert not build(whole).unfinished


def test_the_search_index_waits_until_a_build_need_not_be_quick(tmp_path: Path) -> None:
    """Most of the time from new words to their page went into the index, which nobody reads yet."""
    # More entries than a feed holds: the words of the first ones stand in their pages only.
    site = write_site(tmp_path / "site", 60)
    time.sleep(2 * FRESH_NS / 1e9)
    whole = BuildOptions(root=site, out=site / "public")
    first = replace(whole, words_first=True)
    build(whole)
    page = "entries/report-00001/index.html"
    for words in ("It rained.", "It hailed."):
        path_of(site, 1).write_text(entry(1, words=words))
        time.sleep(2 * FRESH_NS / 1e9)
        report = build(first)
        assert report.unfinished
        assert report.write is not None
        assert report.write.written == (page,)
        assert words.encode() in (site / "public" / page).read_bytes()
    assert build(first).unfinished  # nothing new was saved, and the rest is still to come
    report = build(whole)
    assert not report.unfinished
    assert report.write is not None
    assert report.write.written
    assert all(path.startswith("search/") for path in report.write.written)
    build(BuildOptions(root=site, out=tmp_path / "clean"))
    assert tree(site / "public") == tree(tmp_path / "clean")
    assert not build(whole).unfinished
    assert not build(first).unfinished


class Killed(BaseException):
    """No exception that anything catches."""


@pytest.mark.parametrize("rest", [False, True])
def test_a_build_that_was_broken_off_leaves_nothing_unsaid(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rest: bool
) -> None:
    """What it had read counted as written, and the edit never reached the site."""
    whole = BuildOptions(root=site, out=site / "public")
    entry = site / "content/entries/bridge.md"
    say(site, "It rained.")
    if rest:
        build(replace(whole, words_first=True))
    else:
        entry.write_text(entry.read_text().replace("The bridge is closed", "The bridge, again"))

    def die(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as broken:
        broken.setattr(Switch, "commit", die)
        with pytest.raises(Killed):
            build(whole)
    assert build(replace(whole, words_first=True)).unfinished == rest
    build(whole)
    build(BuildOptions(root=site, out=tmp_path / "clean"))
    assert tree(site / "public") == tree(tmp_path / "clean")


def test_words_first_says_nothing_new_of_other_changes(site: Path) -> None:
    entry = site / "content/entries/bridge.md"
    entry.write_text(entry.read_text().replace("The bridge is closed", "The bridge, again"))
    report = build(BuildOptions(root=site, out=site / "public", words_first=True))
    assert not report.unfinished
    assert b"The bridge, again" in (site / "public/entries/index.html").read_bytes()
