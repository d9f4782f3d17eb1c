"""A preview looks at the files it was told of, and knows as much as if it had looked at all of them."""

from __future__ import annotations

import os
import random
import subprocess
from pathlib import Path

import pytest
from chronicle import entry, path_of, write_site

from site_gen.edges.look import Look
from site_gen.edges.source import Tree
from site_gen.serve.sight import Sight


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", 20)


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Gets a number for every whole look that is taken."""
    taken: list[int] = []
    look = Tree.look

    def counted(self: Tree) -> Look:
        taken.append(len(taken))
        return look(self)

    monkeypatch.setattr(Tree, "look", counted)
    return taken


def told(root: Path, *paths: Path) -> frozenset[str]:
    return frozenset(path.relative_to(root).as_posix() for path in paths)


def is_true(look: Look, root: Path) -> bool:
    now = Tree(root=root).look()
    return (look.files, look.refused) == (now.files, now.refused)


def test_saved_new_renamed_and_deleted_files_are_seen_without_a_whole_look(
    root: Path, whole: list[int]
) -> None:
    sight = Sight(Tree(root=root))
    assert is_true(sight.look(None), root)
    chance = random.Random(6)
    folder = root / "content/entries"
    for turn in range(60):
        path = path_of(root, chance.randrange(30))
        other = path.with_name(f"z-{turn}.md")
        if not path.exists() or chance.random() < 0.5:
            path.write_text(entry(1, words=str(turn)))
        elif chance.random() < 0.5:
            path.rename(other)
        else:
            path.unlink()
        before = len(whole)
        look = sight.look(told(root, path, other, folder / "never-there.md.new"))
        assert len(whole) == before
        assert is_true(look, root)


def test_what_nobody_told_of_is_seen_after_a_look_around(root: Path) -> None:
    sight = Sight(Tree(root=root))
    sight.look(None)
    path_of(root, 3).write_text("unsaid")
    assert not is_true(sight.look(frozenset()), root)
    sight.look_around()
    assert is_true(sight.look(frozenset()), root)


def test_a_commit_is_seen_though_it_is_no_file(root: Path) -> None:
    git = ("git", "-C", root, "-c", "user.name=a", "-c", "user.email=a@b.example")
    subprocess.run([*git, "init", "-q"], check=True)
    sight = Sight(Tree(root=root))
    sight.look(None)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "x"], check=True)
    assert is_true(sight.look(frozenset()), root)


def new_folder(root: Path) -> Path:
    folder = root / "content/media/deep"
    folder.mkdir(parents=True)
    (folder / "a.png").write_bytes(b"x")
    return root / "content/media"


def gone_folder(root: Path) -> Path:
    os.rename(root / "content/entries", root.parent / "entries")
    return root / "content/entries"


def link(root: Path) -> Path:
    path = root / "content/entries/link.md"
    path.symlink_to(path_of(root, 1))
    return path


def link_that_leads_out(root: Path) -> Path:
    path = root / "content/entries/out.md"
    path.symlink_to("/etc/hostname")
    return path


def theme(root: Path) -> Path:
    path = root / "themes/default/templates/404.html"
    path.unlink()
    return path


@pytest.mark.parametrize("change", [new_folder, gone_folder, link, link_that_leads_out, theme])
def test_what_a_files_status_does_not_tell_asks_for_a_whole_look(
    root: Path, whole: list[int], change
) -> None:
    sight = Sight(Tree(root=root))
    sight.look(None)
    path = change(root)
    before = len(whole)
    look = sight.look(told(root, path))
    assert len(whole) == before + 1
    assert is_true(look, root)
