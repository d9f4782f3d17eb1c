"""The preview's builder: new words first, then whatever else uses them."""

from __future__ import annotations

import queue
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from site_gen.edges.look import FRESH_NS
from site_gen.engine.build import BuildOptions
from site_gen.serve.builder import Builder
from site_gen.serve.worker import Outcome

BASE = Path(__file__).parents[1] / "cases" / "base"


def test_a_save_shows_its_words_first_and_the_feeds_follow_by_themselves(tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "site")
    time.sleep(2 * FRESH_NS / 1e9)
    outcomes: queue.Queue[Outcome] = queue.Queue()
    options = BuildOptions(root=root, out=root / "preview", drafts=True, preview=True)
    builder = Builder(options, outcomes.put, lambda: None)
    builder.start()
    try:
        assert not outcomes.get(timeout=120).failed
        entry = root / "content/entries/bridge.md"
        entry.write_text(entry.read_text() + "\nIt rained.\n")
        builder.request()
        words = outcomes.get(timeout=120)
        assert words.changed == ("entries/bridge/index.html",)
        assert words.unfinished
        rest = outcomes.get(timeout=120)
        assert not rest.unfinished
        assert "feed.xml" in rest.changed
        assert "entries/bridge/index.html" not in rest.changed
        assert b"It rained." in (root / "preview/feed.xml").read_bytes()
    finally:
        builder.close()


def test_a_save_does_not_wait_for_the_feeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What follows is broken off by a save, and comes after it."""
    monkeypatch.setattr("site_gen.serve.builder.PAUSE", 0.05)
    root = shutil.copytree(BASE, tmp_path / "site")
    time.sleep(2 * FRESH_NS / 1e9)
    outcomes: queue.Queue[Outcome] = queue.Queue()
    options = BuildOptions(root=root, out=root / "preview", drafts=True, preview=True)
    builder = Builder(options, outcomes.put, lambda: None)
    builder.start()
    try:
        assert not outcomes.get(timeout=120).failed
        entry = root / "content/entries/bridge.md"
        for number in range(5):
            entry.write_text(entry.read_text() + f"\nIt rained {number} times.\n")
            builder.request()
            # Somewhere in the middle of starting the second process, or of its work.
            time.sleep(0.2 + 0.1 * number)
        feed = root / "preview/feed.xml"
        seen = [outcomes.get(timeout=120)]
        while not (seen[-1].rest and b"It rained 4 times." in feed.read_bytes()):
            seen.append(outcomes.get(timeout=120))
        assert not any(outcome.failed for outcome in seen)
        assert b"It rained 4 times." in (root / "preview/entries/bridge/index.html").read_bytes()
    finally:
        builder.close()


def test_every_save_that_is_told_of_is_seen(tmp_path: Path) -> None:
    """Also when it comes while a build runs, and when what was saved before is told of again."""
    root = shutil.copytree(BASE, tmp_path / "site")
    with started(root, "entries/bridge/index.html") as (builder, outcomes):
        for number in range(12):
            name = ("bridge", "ferry")[number % 2]
            path = root / f"content/entries/{name}.md"
            path.write_text(path.read_text() + f"\nWords of save {number}.\n")
            builder.request(frozenset({f"content/entries/{name}.md"}))
            time.sleep(0.01 * (number % 4))
        page = {name: root / f"preview/entries/{name}/index.html" for name in ("bridge", "ferry")}
        end = time.monotonic() + 60
        while not (
            b"save 10." in page["bridge"].read_bytes() and b"save 11." in page["ferry"].read_bytes()
        ):
            assert time.monotonic() < end
            assert not outcomes.get(timeout=60).failed


@contextmanager
def started(root: Path, *looked_at: str) -> Iterator[tuple[Builder, queue.Queue[Outcome]]]:
    """A builder that has built a site once, for somebody who looks at some pages."""
    outcomes: queue.Queue[Outcome] = queue.Queue()
    options = BuildOptions(root=root, out=root / "preview", drafts=True, preview=True)
    builder = Builder(options, outcomes.put, lambda: None, lambda: looked_at)
    builder.start()
    try:
        assert not outcomes.get(timeout=120).failed
        yield builder, outcomes
    finally:
        builder.close()


def test_a_title_shows_first_where_somebody_looks(tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "site")
    time.sleep(2 * FRESH_NS / 1e9)
    with started(root, "entries/index.html", "404.html") as (builder, outcomes):
        entry = root / "content/entries/bridge.md"
        entry.write_text(entry.read_text().replace("title: ", "title: New "))
        builder.request()
        first = outcomes.get(timeout=120)
        assert first.changed == ("entries/bridge/index.html", "entries/index.html")
        assert first.looked_at == ("entries/index.html", "404.html", "entries/bridge/index.html")
        assert first.unfinished
        rest = outcomes.get(timeout=120)
        assert rest.rest
        assert not rest.unfinished
        assert "feed.xml" in rest.changed
        assert not set(first.changed) & set(rest.changed)


def test_what_breaks_where_nobody_looks_is_not_forgotten_with_the_next_save(
    tmp_path: Path,
) -> None:
    root = shutil.copytree(BASE, tmp_path / "site")
    template = root / "themes/default/templates/disputes.html"
    template.parent.mkdir(parents=True)
    time.sleep(2 * FRESH_NS / 1e9)
    with started(root, "index.html") as (builder, outcomes):
        template.write_text("{{ nothing_of_that_name }}")
        builder.request()
        assert not outcomes.get(timeout=120).failed
        broken = outcomes.get(timeout=120)
        assert broken.rest
        assert broken.failed
        entry = root / "content/entries/bridge.md"
        entry.write_text(entry.read_text().replace("title: ", "title: New "))
        builder.request()
        assert outcomes.get(timeout=120).failed
        template.unlink()
        builder.request()
        assert not outcomes.get(timeout=120).failed
        assert b"New The bridge" in (root / "preview/entries/index.html").read_bytes()


class HalfSaved:
    """A worker that finds a mistake, while the rest of the save is noticed."""

    builds = 0

    def __init__(self, _: BuildOptions) -> None:
        """Start nothing."""

    def begin(self, _: object) -> None:
        HalfSaved.builds += 1

    def ready(self, _: float) -> bool:
        return True

    def end(self) -> Outcome:
        if HalfSaved.builds == 2:
            threading.Timer(0.01, BUILDERS[0].request).start()
        return Outcome(failed=HalfSaved.builds >= 2 and HalfSaved.builds != 3)

    def kill(self) -> None:
        """Nothing runs."""


BUILDERS: list[Builder] = []


def test_a_mistake_that_is_half_of_a_save_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_gen.serve.builder.Worker", HalfSaved)
    monkeypatch.setattr("site_gen.serve.builder.DOUBT", 0.5)
    outcomes: queue.Queue[Outcome] = queue.Queue()
    options = BuildOptions(root=tmp_path, out=tmp_path / "preview")
    builder = Builder(options, outcomes.put, lambda: None)
    BUILDERS[:] = [builder]
    builder.start()
    try:
        assert not outcomes.get(timeout=20).failed
        builder.request()
        assert not outcomes.get(timeout=20).failed
        assert HalfSaved.builds == 3
        builder.request()
        assert outcomes.get(timeout=20).failed  # nothing came after it
    finally:
        builder.close()
