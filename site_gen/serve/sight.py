"""The input files of a site from one look to the next, for whoever is told what has changed.

A look at ten thousand files costs more than all else that a save asks for. A preview is told by the
system which files were saved, so it looks at those. What nobody told of is seen by a whole look, which
is taken when nobody waits.
"""

from __future__ import annotations

import os
import time
from bisect import bisect_left
from dataclasses import dataclass
from stat import S_ISREG
from typing import TYPE_CHECKING

from site_gen.edges.look import HISTORY, commit_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from site_gen.edges.look import Found, Look
    from site_gen.edges.source import Tree

TOLD_OF = ("content/", "seeds/")
"""Below these folders a file's own status is all that a look would tell; a theme's file may come from
another folder."""


@dataclass(slots=True)
class Sight:
    """What one process knows of a tree."""

    tree: Tree
    _last: Look | None = None

    def look(self, told: Collection[str] | None) -> Look:
        """The tree as it is now.

        Args:
            told: paths of all files that may have changed since the last look, relative to the
                root; None when nobody knows.
        """
        self._last = self._glance(told) or self.tree.look()
        return self._last

    def look_around(self) -> None:
        """Take a whole look, so that a change which nobody told of is seen with the next save."""
        self._last = self.tree.look()

    def _glance(self, told: Collection[str] | None) -> Look | None:
        """The last look, with these files as they are now; None when that cannot tell."""
        if self._last is None or told is None or not all(p.startswith(TOLD_OF) for p in told):
            return None
        now_ns = time.time_ns()
        # The commit is no file, and nobody tells of a new one.
        files = commit_of(os.fspath(self.tree.root))
        files += [file for file in self._last.files if file[0] != HISTORY]
        for path in sorted(told):
            at = bisect_left(files, (path,))
            known = at < len(files) and files[at][0] == path
            found = self._status(path)
            if found is not None:
                files[at : at + known] = [found]
            elif os.path.lexists(f"{self.tree.root}/{path}") or _lies_below(files, path):
                # A folder, a link, or a folder that is gone.
                return None
            elif known:
                del files[at]
        return self._last.with_files(files, now_ns)

    def _status(self, path: str) -> Found | None:
        """A regular file as a look would note it."""
        try:
            status = os.lstat(f"{self.tree.root}/{path}")
        except OSError:
            return None
        if not S_ISREG(status.st_mode):
            return None
        return (path, status.st_size, max(status.st_ctime_ns, status.st_mtime_ns))


def _lies_below(files: list[Found], folder: str) -> bool:
    at = bisect_left(files, (f"{folder}/",))
    return at < len(files) and files[at][0].startswith(f"{folder}/")
