"""One site, one tree: whatever the folder, time zone, locale, hash seed, file order or processes."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .conftest import make_site, tree

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
PLACES = (("UTC", "C"), ("Asia/Kabul", "C.UTF-8"), ("Pacific/Kiritimati", "tr_TR.UTF-8"))
CASES = tuple(
    {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "workers": workers}
    for zone, locale in PLACES
    for seed, workers in (("0", "1"), ("1", "2"), ("4242", "1"), ("random", "2"))
)
"""Twelve builds; folder, order of files, umask and the machine's clock differ from one to the next, too."""
CLOCK = """
import sys, time
from site_gen.cli import main
behind, real, real_ns = float(sys.argv[1]), time.time, time.time_ns
time.time = lambda: real() - behind
time.time_ns = lambda: real_ns() - int(behind * 1e9)
sys.exit(main(sys.argv[2:]))
"""


def hash_of(files: dict[str, bytes]) -> str:
    """One hash of a tree."""
    told = hashlib.sha256()
    for path, content in files.items():
        told.update(f"{path}\0{len(content)}\0".encode() + content)
    return told.hexdigest()


def shipped(root: Path, *, backwards: bool) -> None:
    """The chronology of this repository, its files written in another order."""
    for folder in ("content", "seeds", "themes"):
        (root / folder).mkdir(parents=True)
        for name in sorted(os.listdir(ROOT / folder), reverse=backwards):
            source = ROOT / folder / name
            if source.is_dir():
                shutil.copytree(source, root / folder / name)
            elif source.suffix != ".txt":
                shutil.copy(source, root / folder / name)


def large(root: Path, *, backwards: bool) -> None:
    """So many entries that two processes share the work."""
    make_site(root, entries=260)
    entries = root / "content/entries"
    texts = {path.name: path.read_bytes() for path in entries.iterdir()}
    shutil.rmtree(entries)
    entries.mkdir()
    for name in sorted(texts, reverse=backwards):
        (entries / name).write_bytes(texts[name])


@pytest.mark.parametrize("make", [shipped, large])
def test_twelve_builds_give_one_hash(tmp_path: Path, make: Callable[..., None]) -> None:
    hashes = set()
    for number, environment in enumerate(CASES):
        root = tmp_path / ("a" * (1 + 17 * number)) / "site"
        make(root, backwards=bool(number % 2))
        out = tmp_path / f"out-{number}"
        previous = os.umask((0o077, 0o022, 0o002)[number % 3])
        behind = str(number * 40 * 86_400)
        try:
            subprocess.run(
                [
                    *(sys.executable, "-c", CLOCK, behind),
                    *("build", "--root", str(root), "--out", str(out), "--quiet"),
                    *("--workers", environment["workers"]),
                ],
                check=True,
                env={
                    **os.environ,
                    "PYTHONPATH": str(ROOT),
                    "SOURCE_DATE_EPOCH": behind,
                    **environment,
                },
            )
        finally:
            os.umask(previous)
        files = tree(out)
        assert files
        hashes.add(hash_of(files))
    assert len(hashes) == 1


def test_the_hash_tells_trees_apart() -> None:
    one = {"a": b"1", "b": b"2"}
    others = ({"a": b"1"}, {"a": b"12", "b": b""}, {"a": b"1", "c": b"2"}, {"a": b"1", "b": b"3"})
    assert len({hash_of(files) for files in (one, *others)}) == 5
