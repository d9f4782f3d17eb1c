"""A small site, and every byte of what is built from it.

The theme is the plain one of the benchmarks, so that the expected pages are short enough to be read in a
review. What the default theme makes of a site is for the browser's tests to judge.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_gen.engine.build import BuildOptions, build

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
BASE = HERE.parent / "cases" / "base"
PLAIN = HERE.parent / "bench" / "plain_theme"


def tree(folder: Path) -> dict[str, str]:
    """Path → text of every file."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The site, built."""
    root = shutil.copytree(BASE, tmp_path / "site")
    shutil.rmtree(root / "themes")
    shutil.copytree(PLAIN, root / "themes" / "plain")
    settings = root / "content" / "site.yaml"
    settings.write_text(settings.read_text() + "theme: plain\n")
    report = build(BuildOptions(root=root, out=tmp_path / "out"))
    assert report.diagnostics == ()
    return tmp_path / "out"


def test_the_site_is_as_it_was(built: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        shutil.rmtree(EXPECTED, ignore_errors=True)
        shutil.copytree(built, EXPECTED)
    found, expected = tree(built), tree(EXPECTED)
    assert sorted(found) == sorted(expected)
    for path, text in expected.items():
        assert found[path] == text, path


def test_the_golden_site_is_small_enough_to_be_read() -> None:
    assert sum(len(text) for text in tree(EXPECTED).values()) < 30_000
