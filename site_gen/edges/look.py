"""A look at a site's folders without opening a file, and the note that a build leaves of it.

Comparing the two tells whether there is anything to do. What a build needs takes longer to import than
a thousand files to look at, so nothing is imported here that the interpreter has not got already.
"""

from __future__ import annotations

import os
from stat import S_ISDIR, S_ISLNK, S_ISREG
from zlib import crc32

from site_gen import __version__
from site_gen.edges.repository import head

INPUT_FOLDERS = ("content", "seeds", "themes")
HISTORY = ".git"
"""What stands for the commit in the description of a tree."""
STATE = ".site_gen_cache"
LISTING = "listing.txt"
FRESH_NS = 50_000_000
"""The time of a file that was changed so shortly before the look at it proves nothing: on file
systems with coarse clocks it may change again without a new time."""
_PACKAGE = os.path.dirname(os.path.dirname(__file__))


def packaged_themes() -> str:
    """The folder of the themes that come with the program: in a checkout, or installed."""
    beside = os.path.dirname(os.path.abspath(_PACKAGE))
    checkout = f"{beside}/themes"
    return checkout if os.path.isdir(f"{checkout}/default") else f"{beside}/site_gen_themes"


_program = ""


def program() -> str:
    """What tells this program from another version of it, a changed checkout included.

    The version alone would let a cache survive an edit of the program's own modules. Looked for once
    in a process: it is the program that runs.
    """
    global _program  # noqa: PLW0603 - a cache; the one of the library would have to be imported
    if not _program:
        _program = _looked_up()
    return _program


def _looked_up() -> str:
    found = []
    stack = [_PACKAGE]
    while stack:
        with os.scandir(stack.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    stat = entry.stat()
                    found.append(f"{entry.path} {stat.st_size} {stat.st_mtime_ns}")
                elif not entry.name.startswith(("_", ".")) and entry.is_dir():
                    stack.append(entry.path)
    return f"{__version__}-{crc32(chr(10).join(sorted(found)).encode()):08x}"


Found = tuple[str, int, int]
"""(path below the root, size, when it last changed in nanoseconds) of one file."""


def commit_of(root: str) -> list[Found]:
    """No file that anybody opens; a line in the description that a new commit changes, if any."""
    commit = head(root)
    return [(HISTORY, crc32(commit.encode()), 0)] if commit else []


class Look:
    """The input files of a site as they were at one moment.

    Args:
        root: of the site.
        packaged: folder of themes to fall back to, file by file; None for none.
        now_ns: the moment, before the first file was looked at.
    """

    __slots__ = ("_lines", "files", "now_ns", "refused")

    def __init__(self, root: str, packaged: str | None, now_ns: int) -> None:
        self.now_ns = now_ns
        self._lines: str | None = None
        self.files: list[Found] = []
        """In the order of their paths, hidden ones left out."""
        self.refused: list[str] = []
        """Paths of symbolic links that lead to a folder, or out of the one that they stand in."""
        for folder in INPUT_FOLDERS:
            if os.path.islink(f"{root}/{folder}"):
                self.refused.append(folder)
            elif os.path.isdir(f"{root}/{folder}"):
                self._walk(root, folder)
        if packaged is not None and packaged != f"{root}/themes":
            self._fall_back(packaged)
        self.files += commit_of(root)
        self.files.sort()

    def with_files(self, files: list[Found], now_ns: int) -> Look:
        """Another look, at a later moment, that found these files."""
        other = Look.__new__(Look)
        other.now_ns, other.files, other.refused = now_ns, files, self.refused
        other._lines = None  # noqa: SLF001 - of the same class
        return other

    def _walk(self, root: str, folder: str) -> None:
        stack = [folder]
        add = self.files.append
        lstat, is_file = os.lstat, S_ISREG
        while stack:
            below = stack.pop()
            # Names in order make the sort at the end a formality, and a path costs less than an entry
            # of `scandir` that is asked for its kind and its times.
            for name in sorted(os.listdir(f"{root}/{below}")):
                if name[0] == ".":
                    continue
                path = f"{below}/{name}"
                found = lstat(f"{root}/{path}")
                if not is_file(found.st_mode):
                    if S_ISDIR(found.st_mode):
                        stack.append(path)
                        continue
                    if not S_ISLNK(found.st_mode):
                        continue
                    if not _leads_to_input(root, path):
                        self.refused.append(path)
                        continue
                    found = os.stat(f"{root}/{path}")
                # The later of what the file claims, which any program may set back, and what the
                # file system noted itself.
                changed, noted = found.st_mtime_ns, found.st_ctime_ns
                add((path, found.st_size, max(changed, noted)))

    def _fall_back(self, packaged: str) -> None:
        """Add files of the packaged themes that the site has not got itself."""
        own = self.files
        here = {path for path, _, _ in own if path.startswith("themes/")}
        self.files = []
        for name in sorted(os.listdir(packaged)):
            if os.path.isdir(f"{packaged}/{name}") and name[0] not in "_.":
                self._walk(packaged, name)
        found = [(f"themes/{path}", size, changed) for path, size, changed in self.files]
        self.files = own + [file for file in found if file[0] not in here]

    @property
    def lines(self) -> str:
        """The files as text: equal texts mean that nothing was touched.

        The time of a fresh file proves nothing, so it equals that of no other look.
        """
        if self._lines is None:
            limit = self.now_ns - FRESH_NS
            self._lines = "\n".join(
                [
                    f"{path}\t{size}\t{changed if changed < limit else f'fresh at {self.now_ns}'}"
                    for path, size, changed in self.files
                ]
            )
        return self._lines


def key_of(out: str, *, base_url: str = "", drafts: bool = False, preview: bool = False) -> str:
    """What tells builds apart that must not take each other's results."""
    return f"{program()} {out} {base_url} {drafts} {preview}"


def seen_from_above(out: str) -> str:
    """A sum of when the output folder and the folders right in it last changed; empty without it.

    It tells that files were deleted by hand without a look at each of them. Those further down are
    looked for when something has changed.
    """
    found = []
    try:
        found.append(f"{os.lstat(out).st_mtime_ns}")
        with os.scandir(out) as entries:
            found += [
                f"{entry.name} {entry.stat(follow_symlinks=False).st_mtime_ns}"
                for entry in entries
                if entry.is_dir(follow_symlinks=False)
            ]
    except OSError:
        return ""
    return f"{crc32(os.fsencode(chr(10).join(sorted(found)))):08x}"


def _leads_to_input(root: str, path: str) -> bool:
    """Whether a link stands for a file of the input folder that it lies in, itself not hidden.

    Links to folders are refused: two of them can make a tree without an end.
    """
    try:
        target = os.path.realpath(f"{root}/{path}", strict=True)
    except OSError:
        return False
    folder = os.path.realpath(f"{root}/{path.partition('/')[0]}")
    below = target.removeprefix(f"{folder}/")
    return (
        below != target
        and os.path.isfile(target)
        and not any(part.startswith(".") for part in below.split("/"))
    )


class Note:
    """What the last build left: its options, what to say again, the output, JSON, the files.

    Args:
        key: what was built, by which program.
        said: what a build with nothing to do prints; empty when there is more to say.
        out: `seen_from_above` of the output folder.
        header: JSON on one line.
        lines: `Look.lines`.
    """

    __slots__ = ("header", "key", "lines", "out", "said", "told")

    def __init__(
        self, key: str, said: str, out: str, header: str, lines: str, told: str = ""
    ) -> None:
        self.key, self.said, self.out, self.header, self.lines = key, said, out, header, lines
        self.told = told
        """Sum of all the others, as it was read."""

    @classmethod
    def read(cls, folder: str) -> Note | None:
        """The note in a build's folder; None when there is none, or none that can be read."""
        try:
            with open(
                f"{folder}/{LISTING}", encoding="utf-8", errors="surrogateescape", newline="\n"
            ) as file:
                text = file.read()
        except (OSError, ValueError):
            return None
        parts = text.split("\n", 5)
        if len(parts) != 6:
            return None
        told, key, said, out, header, lines = parts
        return cls(key, said, out, header, lines, told)

    @property
    def whole(self) -> bool:
        """Whether it is as it was written: neither cut nor damaged."""
        return self.told == str(self).partition("\n")[0]

    def __str__(self) -> str:
        rest = f"{self.key}\n{self.said}\n{self.out}\n{self.header}\n{self.lines}"
        return f"{crc32(rest.encode('utf-8', 'surrogateescape')):08x}\n{rest}"
