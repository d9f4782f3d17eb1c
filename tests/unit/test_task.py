"""What two looks at a tree say about each other."""

from __future__ import annotations

import time
from pathlib import Path

from site_gen.cache import FRESH_NS, Cache
from site_gen.source import InputFile, Tree
from site_gen.task import BuildOptions, Task

NOW = time.time_ns()
ROOT = Path("site")


def lines(mtime_ns: int, now_ns: int) -> str:
    file = InputFile(path="content/entries/x.md", size=10, mtime_ns=mtime_ns)
    options = BuildOptions(root=ROOT, out=ROOT / "public")
    cache = Cache.of(ROOT, ROOT / "public")
    return Task(options, cache, Tree(root=ROOT), ((file,), []), now_ns, 0.0, None).lines


def test_a_file_that_rests_is_unchanged() -> None:
    assert lines(NOW - 2 * FRESH_NS, NOW) == lines(NOW - 2 * FRESH_NS, NOW + 1)


def test_two_saves_of_one_size_each_just_before_a_build_are_two() -> None:
    """The second was lost: both times counted as 0, and the sizes were equal."""
    assert lines(NOW - 1, NOW) != lines(NOW + 10 * FRESH_NS - 1, NOW + 10 * FRESH_NS)


def test_a_fresh_file_may_have_changed_within_the_tick_of_its_clock() -> None:
    assert lines(NOW - 1, NOW) != lines(NOW - 1, NOW + 1)
