"""A small site to break, and the means to break it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

HERE = Path(__file__).parent
BASE = HERE.parent / "cases" / "base"
PLAIN = HERE.parent / "bench" / "plain_theme"


def make_site(root: Path, entries: int = 2) -> Path:
    """A site with the plain theme of the benchmarks, so that a build takes little time."""
    shutil.copytree(BASE, root)
    shutil.rmtree(root / "themes")
    shutil.copytree(PLAIN, root / "themes" / "plain")
    settings = root / "content" / "site.yaml"
    settings.write_text(settings.read_text() + "theme: plain\n")
    model = (root / "content/entries/bridge.md").read_text()
    for number in range(entries - 2):
        text = model.replace("The bridge is closed", f"Bridge {number} is closed")
        (root / f"content/entries/bridge-{number}.md").write_text(text)
    return root


def change_site(root: Path) -> None:
    """Edit, add and remove: pages are replaced, new ones come, old ones go."""
    entries = root / "content" / "entries"
    bridge = entries / "bridge.md"
    text = bridge.read_text()
    bridge.write_text(text.replace("title: The bridge is closed", "title: The bridge, once more"))
    (entries / "added.md").write_text(text.replace("The bridge is closed", "Added"))
    removed = entries / "bridge-0.md"
    removed.unlink(missing_ok=True)
    (root / "themes/plain/assets/style.css").write_text("body{color:#000}\n")


def tree(folder: Path) -> dict[str, bytes]:
    """Path → bytes of every file."""
    if not folder.exists():
        return {}
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site that nothing was built from yet."""
    return make_site(tmp_path / "site")
