"""Which commit the repository around a site is at, found out by a look at one or two small files.

An edge, and a cheap one: every build asks, so that a new commit is never overlooked, and nothing is
imported for it.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def head(root: Path) -> str:
    """The commit, and what is known of how far back the clone goes; empty without a repository.

    Args:
        root: of the site, at or below the root of the repository.
    """
    for folder in (root, *root.parents):
        git = folder / ".git"
        if git.exists():
            return _head(git)
    return ""


def _head(git: Path) -> str:
    if git.is_file():  # a worktree, or a submodule
        git = git.parent / _read(git).removeprefix("gitdir:").strip()
    common = git / (_read(git / "commondir").strip() or ".")
    name = _read(git / "HEAD").strip()
    if name.startswith("ref:"):
        ref = name.removeprefix("ref:").strip()
        name = _read(git / ref).strip() or _read(common / ref).strip() or _packed(common, ref)
    # A repository with reftables says so by a reference that does not exist.
    tables = _read(common / "reftable" / "tables.list")
    shallow = _read(common / "shallow")
    if not (name or tables):
        return ""
    more = blake2b(f"{tables}\0{shallow}".encode(), digest_size=8).hexdigest()
    return f"{name} {more if tables or shallow else ''}".strip()


def _packed(common: Path, ref: str) -> str:
    for line in _read(common / "packed-refs").splitlines():
        if line.endswith(f" {ref}"):
            return line.partition(" ")[0]
    return ""


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
