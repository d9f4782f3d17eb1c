"""The only reader of a site's tree: content, themes, register of sources.

Nothing outside the tree is ever read. A symbolic link may stand for a file of the same input folder;
one that leads anywhere else is a mistake, not a way: not out of the site, and not to what lies beside
the content either (`.git/config`, the texts of sources).
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from site_gen import __version__
from site_gen.diagnostics import Diagnostic, Span, error
from site_gen.repository import head

if TYPE_CHECKING:
    from collections.abc import Iterator

HISTORY = ".git"
"""What stands for the commit in the description of a tree."""
INPUT_FOLDERS = ("content", "seeds", "themes")


def packaged_themes() -> Path:
    """The themes that come with the program: beside the package in a checkout, or installed."""
    beside = Path(__file__).parent.parent
    checkout = beside / "themes"
    return checkout if (checkout / "default").is_dir() else beside / "site_gen_themes"


class InputFile(NamedTuple):
    """A file of the tree as a look at the folder tells it, without opening it."""

    path: str
    """Relative to the site's root, with forward slashes."""
    size: int
    mtime_ns: int
    """When it last changed; the later of what the file claims, which any program may set back, and
    what the file system noted itself."""


@lru_cache(maxsize=1)
def program() -> str:
    """What tells this program from another version of it, a changed checkout included.

    The version alone would let a cache survive an edit of the program's own modules.
    """
    found = [__version__]
    stack = [os.path.dirname(__file__)]
    while stack:
        folder = stack.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir() and not entry.name.startswith(("_", ".")):
                    stack.append(entry.path)
                elif entry.name.endswith(".py"):
                    stat = entry.stat()
                    found.append(f"{entry.path} {stat.st_size} {stat.st_mtime_ns}")
    return f"{__version__}-{crc32(chr(10).join(sorted(found)).encode()):08x}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The folder of one site."""

    root: Path
    packaged: Path | None = field(default_factory=packaged_themes)
    """Folder of themes to fall back to, file by file."""
    program: str = field(default_factory=program)
    """What tells this program from another version of it."""

    def scan(self) -> tuple[tuple[InputFile, ...], list[Diagnostic]]:
        """All input files in the order of their paths, hidden ones left out."""
        found: list[InputFile] = []
        diagnostics: list[Diagnostic] = []
        for folder in INPUT_FOLDERS:
            if (self.root / folder).is_symlink():
                diagnostics.append(_refused(folder))
            elif (self.root / folder).is_dir():
                found.extend(self._walk(self.root, folder, diagnostics))
        if self.packaged is not None and self.packaged != self.root / "themes":
            here = {file.path for file in found}
            found.extend(file for file in self._packaged(diagnostics) if file.path not in here)
        if commit := head(self.root):
            # No file that anybody opens; a line in the tree's description that a new commit changes.
            found.append(InputFile(HISTORY, crc32(commit.encode()), 0))
        return tuple(sorted(found)), diagnostics

    def _packaged(self, diagnostics: list[Diagnostic]) -> Iterator[InputFile]:
        assert self.packaged is not None
        for theme in sorted(self.packaged.iterdir()):
            if theme.is_dir() and not theme.name.startswith(("_", ".")):
                for file in self._walk(self.packaged, theme.name, diagnostics):
                    yield file._replace(path=f"themes/{file.path}")

    def _walk(self, root: Path, folder: str, diagnostics: list[Diagnostic]) -> Iterator[InputFile]:
        with os.scandir(root / folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                path = f"{folder}/{entry.name}"
                if entry.is_symlink() and not _leads_to_input(root, path):
                    diagnostics.append(_refused(path))
                elif entry.is_dir():
                    yield from self._walk(root, path, diagnostics)
                elif entry.is_file():
                    stat = entry.stat()
                    changed = max(stat.st_mtime_ns, stat.st_ctime_ns)
                    yield InputFile(path, stat.st_size, changed)

    def read(self, path: str) -> bytes:
        """The bytes of one file.

        Raises:
            OSError: when it cannot be read; the caller makes a diagnostic of it.
        """
        try:
            return (self.root / path).read_bytes()
        except FileNotFoundError:
            if self.packaged is None or not path.startswith("themes/"):
                raise
            return (self.packaged / path.removeprefix("themes/")).read_bytes()


def _refused(path: str) -> Diagnostic:
    return error(
        "file.outside",
        "this link leads to a folder, or out of the one that it stands in",
        Span(path=path),
        "put the file itself here",
    )


def _leads_to_input(root: Path, path: str) -> bool:
    """Whether a link stands for a file of the input folder that it lies in, itself not hidden.

    Links to folders are refused: two of them can make a tree without an end.
    """
    try:
        target = (root / path).resolve(strict=True)
        below = target.relative_to((root / path.partition("/")[0]).resolve())
    except (OSError, RuntimeError, ValueError):
        return False
    return target.is_file() and not any(part.startswith(".") for part in below.parts)


def leads_out(root: Path, path: str) -> bool:
    """Whether a file that is to be written at `path` would come to lie outside the site's folder."""
    folder = (root / path).parent.resolve()
    return not folder.is_relative_to(root.resolve())


def find_root(start: Path) -> Path | None:
    """The folder at or above `start` that holds `content/site.yaml`."""
    for folder in (start, *start.parents):
        if (folder / "content" / "site.yaml").is_file():
            return folder
    return None
