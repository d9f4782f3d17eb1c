"""A build is killed at random moments: each file stays whole, and the next build brings the exact tree."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from typing import TYPE_CHECKING

from site_gen.build import BuildOptions, build

from .conftest import change_site, make_site, tree

if TYPE_CHECKING:
    from pathlib import Path

TIMES = int(os.environ.get("SITE_GEN_KILLS", "8"))
PAGES = int(os.environ.get("SITE_GEN_KILL_PAGES", "120"))


def options(root: Path) -> BuildOptions:
    """A build into the site's own folder, with two processes where there is work for them."""
    return BuildOptions(root=root, out=root / "public", workers=2)


def build_and_die(root: Path, after: float) -> bool:
    """Build in a process of its own and kill it; whether it was still at work."""
    child = os.fork()
    if child == 0:
        try:
            build(options(root))
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_a_killed_build_tears_nothing(tmp_path: Path) -> None:
    good = make_site(tmp_path / "good", entries=PAGES)
    began = time.perf_counter()
    build(options(good))
    length = time.perf_counter() - began
    old = tree(good / "public")
    wanted = shutil.copytree(good, tmp_path / "wanted")
    change_site(wanted)
    for folder in (".site_gen_cache", "public"):
        shutil.rmtree(wanted / folder)
    build(options(wanted))
    new = tree(wanted / "public")
    chance = random.Random(4)
    killed = 0
    for number in range(TIMES):
        root = shutil.copytree(good, tmp_path / "site")
        change_site(root)
        if number % 2:
            # All pages are made anew: the switch takes longer, and both processes are at work.
            shutil.rmtree(root / ".site_gen_cache")
        killed += build_and_die(root, chance.uniform(0, length * (1 if number % 2 else 0.4)))
        for path, content in tree(root / "public").items():
            assert content in (old.get(path), new.get(path)), path
        report = build(options(root))
        assert report.write is not None
        left = set(tree(root / "public")) - set(new)
        if number % 2:
            # Without its cache a build cannot know that an old page was ours; it says so.
            assert left <= set(report.foreign) | set(old) - set(new)
        else:
            assert not left
        assert {path: tree(root / "public")[path] for path in new} == new
        shutil.rmtree(root)
    assert killed
