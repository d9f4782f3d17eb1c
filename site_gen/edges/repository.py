"""Which commit the repository around a site is at, found out by a look at one or two small files.

An edge, and a cheap one: every build asks, so that a new commit is never overlooked, and nothing is
imported for it.
"""

from __future__ import annotations

import os


def head(root: str | os.PathLike[str]) -> str:
    """The commit, and what is known of how far back the clone goes; empty without a repository.

    Args:
        root: of the site, at or below the root of the repository.
    """
    folder = os.path.abspath(root)
    while not os.path.exists(f"{folder}/.git"):
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
    return _head(f"{folder}/.git")


def _head(git: str) -> str:
    if os.path.isfile(git):  # a worktree, or a submodule
        place = _read(git).removeprefix("gitdir:").strip()
        git = os.path.join(os.path.dirname(git), place)
    common = os.path.join(git, _read(f"{git}/commondir").strip() or ".")
    name = _read(f"{git}/HEAD").strip()
    if name.startswith("ref:"):
        ref = name.removeprefix("ref:").strip()
        name = _read(f"{git}/{ref}").strip() or _read(f"{common}/{ref}").strip()
        name = name or _packed(common, ref)
    # A repository with reftables says so by a reference that does not exist.
    tables = _read(f"{common}/reftable/tables.list")
    shallow = _read(f"{common}/shallow")
    if not (name or tables):
        return ""
    if not (tables or shallow):
        return name
    from hashlib import blake2b  # it takes as long to import as the rest of this

    more = blake2b(f"{tables}\0{shallow}".encode(), digest_size=8).hexdigest()
    return f"{name} {more}".strip()


def _packed(common: str, ref: str) -> str:
    for line in _read(f"{common}/packed-refs").splitlines():
        if line.endswith(f" {ref}"):
            return line.partition(" ")[0]
    return ""


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""
