"""Two builds of one site at once: the second waits, and says so; a damaged cache is an empty one."""

from __future__ import annotations

import fcntl
import os
import random
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from site_gen.cli import main
from site_gen.engine.build import BuildOptions, build

from .conftest import change_site, make_site, tree

ROOT = Path(__file__).parents[2]


def start(root: Path) -> subprocess.Popen[str]:
    """A build in a process of its own."""
    command = [sys.executable, "-m", "site_gen", "build", "--root", str(root), "--workers", "2"]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=-1, stderr=-1)


def test_a_second_build_waits_and_says_so(site: Path) -> None:
    state = site / ".site_gen_cache/public"
    state.mkdir(parents=True)
    with (state / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        second = start(site)
        assert second.stderr is not None
        told: list[str] = []
        listener = threading.Thread(target=lambda: told.append(second.stderr.readline()))
        listener.start()
        listener.join(timeout=30)
        assert told == ["another build of this site is running; waiting\n"]
        assert second.poll() is None
        assert not (site / "public").exists()
    out, _ = second.communicate(timeout=60)
    assert second.returncode == 0
    assert "files written" in out


def test_builds_that_run_into_one_another_give_the_site(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site", entries=230)
    wanted = shutil.copytree(root, tmp_path / "wanted")
    change_site(wanted)
    build(BuildOptions(root=wanted, out=wanted / "public"))
    first = [start(root) for _ in range(3)]
    change_site(root)
    both = [*first, *(start(root) for _ in range(2))]
    for running in both:
        _, said = running.communicate(timeout=120)
        assert "Traceback" not in said
    assert both[-1].returncode == 0
    build(BuildOptions(root=root, out=root / "public"))
    assert tree(root / "public") == tree(wanted / "public")


@pytest.mark.parametrize("how", ["cut", "noise", "empty", "other", "text", "gone"])
def test_a_damaged_cache_is_an_empty_one(site: Path, tmp_path: Path, how: str) -> None:
    build(BuildOptions(root=site, out=site / "public"))
    change_site(site)
    wanted = shutil.copytree(site, tmp_path / "wanted")
    for folder in (".site_gen_cache", "public"):
        shutil.rmtree(wanted / folder)
    build(BuildOptions(root=wanted, out=wanted / "public"))
    chance = random.Random(7)
    state = site / ".site_gen_cache/public"
    files = [path for path in sorted(state.rglob("*")) if path.is_file() and path.name != "lock"]
    assert len(files) > 1
    for path in files:
        raw = path.read_bytes()
        match how:
            case "cut":
                path.write_bytes(raw[: len(raw) // 2])
            case "noise":
                noise = bytearray(raw)
                for _ in range(min(len(raw), len(raw) // 50 + 1)):
                    noise[chance.randrange(len(raw))] = chance.randrange(256)
                path.write_bytes(bytes(noise))
            case "empty":
                path.write_bytes(b"")
            case "other":
                path.write_bytes(os.urandom(4096))
            case "text":
                path.write_text('{"key": 1}\n' * 50, encoding="utf-8")
            case "gone":
                path.unlink()
    report = build(BuildOptions(root=site, out=site / "public"))
    assert report.write is not None
    found, right = tree(site / "public"), tree(wanted / "public")
    assert {path: found[path] for path in right} == right
    # What the cache has forgotten can no longer be called ours, and is reported.
    assert set(found) - set(right) <= set(report.foreign)


def test_a_cache_that_cannot_be_emptied_is_one_line(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = site / ".site_gen_cache/public/entries-0.db"
    database.mkdir(parents=True)
    assert main(["build", "--root", str(site)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("site-gen: ")
    assert str(database.parent) in line
