"""One site, one tree: whatever the folder, time zone, locale, hash seed, file order or processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from .conftest import tree

ROOT = Path(__file__).parents[2]
CASES = (
    {"TZ": "UTC", "PYTHONHASHSEED": "0", "LC_ALL": "C"},
    {"TZ": "Asia/Kabul", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"},
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242", "LC_ALL": "POSIX"},
    {"TZ": "America/St_Johns", "PYTHONHASHSEED": "random", "LANG": "tr_TR.UTF-8"},
)


def test_builds_are_byte_identical(tmp_path: Path) -> None:
    trees = []
    for number, environment in enumerate(CASES):
        root = tmp_path / ("a" * (1 + 20 * number)) / "site"
        for folder in ("content", "seeds", "themes"):
            names = sorted(os.listdir(ROOT / folder), reverse=bool(number % 2))
            (root / folder).mkdir(parents=True)
            for name in names:
                source = ROOT / folder / name
                if source.is_dir():
                    shutil.copytree(source, root / folder / name)
                elif source.suffix != ".txt":
                    shutil.copy(source, root / folder / name)
        out = tmp_path / f"out-{number}"
        previous = os.umask(0o077 if number % 2 else 0o022)
        try:
            subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "site_gen",
                    "build",
                    "--root",
                    str(root),
                    "--out",
                    str(out),
                    "--workers",
                    str(1 + number % 2),
                    "--quiet",
                ],
                check=True,
                env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            )
        finally:
            os.umask(previous)
        trees.append(tree(out))
    assert trees[0]
    for other in trees[1:]:
        assert other == trees[0]
