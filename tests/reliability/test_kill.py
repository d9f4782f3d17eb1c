"""A build is killed at random moments: each file stays whole, and the next build brings the exact tree."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from site_gen.engine.build import BuildOptions, build

from .conftest import change_site, make_site, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TIMES = int(os.environ.get("SITE_GEN_KILLS", "8"))
PAGES = int(os.environ.get("SITE_GEN_KILL_PAGES", "240"))


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


@contextmanager
def patience(seconds: int) -> Iterator[None]:
    """Fail when something takes longer: a build that waits for processes which nobody will end."""

    def give_up(*_: object) -> None:
        raise TimeoutError

    previous = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)


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
    killed = number = 0
    while killed < TIMES:
        number += 1
        assert number < 10 * TIMES, "nearly every build ended before it could be killed"
        root = shutil.copytree(good, tmp_path / "site")
        change_site(root)
        if number % 2:
            # All pages are made anew: the switch takes longer, and both processes are at work.
            shutil.rmtree(root / ".site_gen_cache")
        killed += build_and_die(root, chance.uniform(0, length * (1 if number % 2 else 0.4)))
        for path, content in tree(root / "public").items():
            assert content in (old.get(path), new.get(path)), path
        with patience(60):
            report = build(options(root))
        assert report.write is not None
        found = tree(root / "public")
        left = set(found) - set(new)
        if number % 2:
            # Without its cache a build cannot know that an old page was ours; it says so.
            assert left <= set(report.foreign) | set(old) - set(new)
        else:
            assert not left
        assert {path: found[path] for path in new} == new
        shutil.rmtree(root)
    print(f"{killed} builds of {len(new)} files killed at work, {number - killed} ended before")
