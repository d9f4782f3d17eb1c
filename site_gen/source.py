"""The only reader of a site's tree: content, themes, register of sources.

Nothing outside the tree is ever read: a symbolic link that leads out of it is a mistake, not a way.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from site_gen.diagnostics import Diagnostic, Span, error

if TYPE_CHECKING:
    from collections.abc import Iterator

INPUT_FOLDERS = ("content", "seeds", "themes")
PACKAGED_THEMES = Path(__file__).parent / "themes"


class InputFile(NamedTuple):
    """A file of the tree as a look at the folder tells it, without opening it."""

    path: str
    """Relative to the site's root, with forward slashes."""
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The folder of one site."""

    root: Path

    def scan(self) -> tuple[tuple[InputFile, ...], list[Diagnostic]]:
        """All input files in the order of their paths, hidden ones left out."""
        found: list[InputFile] = []
        diagnostics: list[Diagnostic] = []
        for folder in INPUT_FOLDERS:
            if (self.root / folder).is_dir():
                found.extend(self._walk(folder, diagnostics))
        return tuple(sorted(found)), diagnostics

    def _walk(self, folder: str, diagnostics: list[Diagnostic]) -> Iterator[InputFile]:
        with os.scandir(self.root / folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                path = f"{folder}/{entry.name}"
                if entry.is_symlink() and not self._inside(path):
                    diagnostics.append(
                        error(
                            "file.outside",
                            "this link leads out of the site's folder",
                            Span(path=path),
                            "put the file itself here",
                        )
                    )
                elif entry.is_dir():
                    yield from self._walk(path, diagnostics)
                elif entry.is_file():
                    stat = entry.stat()
                    yield InputFile(path, stat.st_size, stat.st_mtime_ns)

    def _inside(self, path: str) -> bool:
        try:
            target = (self.root / path).resolve(strict=True)
        except (OSError, RuntimeError):
            return False
        return target.is_relative_to(self.root.resolve())

    def read(self, path: str) -> bytes:
        """The bytes of one file.

        Raises:
            OSError: when it cannot be read; the caller makes a diagnostic of it.
        """
        return (self.root / path).read_bytes()


def find_root(start: Path) -> Path | None:
    """The folder at or above `start` that holds `content/site.yaml`."""
    for folder in (start, *start.parents):
        if (folder / "content" / "site.yaml").is_file():
            return folder
    return None
