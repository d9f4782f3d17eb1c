"""What two looks at a tree say about each other."""

from __future__ import annotations

import os
import time
from pathlib import Path

from site_gen.edges.look import FRESH_NS, Look
from site_gen.edges.source import Tree

NOW = time.time_ns()


def lines(mtime_ns: int, now_ns: int) -> str:
    look = Look("nowhere", None, now_ns)
    look.files = [("content/entries/x.md", 10, mtime_ns)]
    return look.lines


def test_a_file_that_rests_is_unchanged() -> None:
    assert lines(NOW - 2 * FRESH_NS, NOW) == lines(NOW - 2 * FRESH_NS, NOW + 1)


def test_two_saves_of_one_size_each_just_before_a_build_are_two() -> None:
    """The second was lost: both times counted as 0, and the sizes were equal."""
    assert lines(NOW - 1, NOW) != lines(NOW + 10 * FRESH_NS - 1, NOW + 10 * FRESH_NS)


def test_a_fresh_file_may_have_changed_within_the_tick_of_its_clock() -> None:
    assert lines(NOW - 1, NOW) != lines(NOW - 1, NOW + 1)


def test_a_save_that_keeps_the_time_of_the_file_is_seen(tmp_path: Path) -> None:
    """Copying programs set back the time; what the file system notes itself stays true."""
    folder = tmp_path / "content"
    folder.mkdir()
    path = folder / "site.yaml"
    looks = set()
    for text in ("title: a", "title: b"):
        path.write_text(text)
        os.utime(path, ns=(10**18, 10**18))
        looks.add(Tree(root=tmp_path, packaged=None).scan()[0])
        time.sleep(0.02)
    assert len(looks) == 2
