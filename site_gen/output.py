"""The only writer of the built site.

Files are first written beside the site, in a staging folder; only when all of them are there does the
switch begin. The switch is journalled: a process that is killed half-way leaves each file whole, and
the next build finishes what the journal says. Files that an earlier build wrote and this one no
longer makes are removed; anything else in the output folder is left alone.

Nothing outside the output folder and the build's own state is ever written or removed: a path that
leads up, a symbolic link among the folders of the site and a journal that somebody else wrote are
all refused.
"""

from __future__ import annotations

import errno
import json
import os
import re
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from site_gen.cache import Trace, digest
from site_gen.diagnostics import SiteGenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

JOURNAL = "journal.json"
STAGING = "staging"
INDEX = "/index.html"
LONGEST = 255
"""Bytes in the name of a file or folder, on every file system in common use."""
_STAGED = re.compile(r"[0-9a-f]{32}(?:/index\.html)?")


class OutputError(SiteGenError):
    """A file could not be written; the message names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A file that waits for the switch."""

    path: str
    """Below the output folder."""
    name: str
    """In the staging folder; empty when the output folder has the same bytes already."""
    digest: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteReport:
    """What a switch did, as paths below the output folder."""

    written: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()


def proper(path: str) -> bool:
    """Whether a path stays below the folder that it is meant for, and can be written there."""
    return "\0" not in path and all(
        part not in ("", ".", "..") and len(os.fsencode(part)) <= LONGEST
        for part in path.split("/")
    )


def _said(problem: OSError, path: Path) -> str:
    return f"{problem.filename or path}: {problem.strerror or problem}"


def stage(state: Path, out: Path, path: str, content: bytes, old: Trace | None) -> Staged:
    """Write one file beside the site, unless the site has the same bytes already.

    Raises:
        OutputError: when it cannot be written.
    """
    if not proper(path):
        message = f"{path[:80]}: a file of the site cannot have this path"
        raise OutputError(message)
    found = digest(content)
    if old is not None and old.digest == found and present(out, path, old.size):
        return Staged(path=path, name="", digest=found, size=len(content))
    name = digest(path.encode())
    target = state / STAGING / name
    try:
        if path.endswith(INDEX):
            # In a folder of its own, which the switch can move as it is where the site has none.
            target.mkdir(exist_ok=True)
            name += INDEX
        write(state / STAGING / name, content)
    except OSError as problem:
        raise OutputError(_said(problem, state / STAGING / name)) from problem
    return Staged(path=path, name=name, digest=found, size=len(content))


def write(path: Path, content: bytes) -> None:
    """Write a new file whose whole life so far is in the staging folder."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(handle, view) :]
    finally:
        os.close(handle)


def present(out: Path, path: str, size: int) -> bool:
    """Whether a file is in the output folder with the size that it was left with."""
    try:
        # Not through a link: what it leads to is not what an earlier build has written.
        found = os.lstat(f"{out}/{path}")
    except OSError:
        return False
    return found.st_size == size and stat.S_ISREG(found.st_mode)


def prepare(state: Path) -> None:
    """Make the staging folder.

    Raises:
        OutputError: when it cannot be made.
    """
    try:
        (state / STAGING).mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise OutputError(_said(problem, state / STAGING)) from problem


@dataclass(slots=True)
class Switch:
    """One exchange of the old site for the new one.

    Args:
        out: output folder.
        state: folder for staging and journal, on the same file system.
    """

    out: Path
    state: Path
    staged: list[Staged] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    def commit(self) -> WriteReport:
        """Bring the output folder to what was staged, up to `close`.

        Raises:
            OutputError: when something cannot be written; the journal then stays open.
        """
        moves = [(file.name, file.path) for file in self.staged if file.name]
        journal = {"out": str(self.out), "move": moves, "remove": sorted(self.removed)}
        _look_for_links(str(self.out), (path for _, path in moves))
        try:
            if moves or self.removed:
                _write_durably(self.state / JOURNAL, json.dumps(journal).encode())
            carry_out(self.state, journal)
        except OSError as problem:
            raise OutputError(_said(problem, self.out)) from problem
        return WriteReport(
            written=tuple(sorted(path for _, path in moves)),
            unchanged=len(self.staged) - len(moves),
            removed=tuple(sorted(self.removed)),
        )

    def close(self) -> None:
        """End the switch, once what it did is remembered."""
        close(self.state)


def close(state: Path) -> None:
    """Close a journal and clear the staging folder."""
    try:
        (state / JOURNAL).unlink(missing_ok=True)
        clear(state / STAGING)
    except OSError as problem:
        raise OutputError(_said(problem, state)) from problem


def recover(state: Path, out: Path) -> tuple[str, ...] | None:
    """Finish a switch that was broken off; drop what was staged but never begun.

    Args:
        state: folder for staging and journal.
        out: output folder that it belongs to.

    Returns:
        Paths below the output folder that the broken switch has written: they are ours, whatever is
        remembered of them. The journal stays open until `close`. None for a journal of another
        folder, or one that no build would write: what is remembered is worth nothing then.
    """
    foreign = False
    try:
        journal = _journal_of((state / JOURNAL).read_bytes(), state, out)
        foreign = journal is None
    except FileNotFoundError:
        journal = None
    except OSError as problem:
        raise OutputError(_said(problem, state / JOURNAL)) from problem
    if journal is None:
        try:
            clear(state / STAGING)
        except OSError as problem:
            raise OutputError(_said(problem, state / STAGING)) from problem
        return None if foreign else ()
    _look_for_links(str(out), (path for _, path in journal["move"]))
    try:
        carry_out(state, journal)
    except OSError as problem:
        raise OutputError(_said(problem, Path(journal["out"]))) from problem
    return tuple(path for _, path in journal["move"])


def _journal_of(raw: bytes, state: Path, out: Path) -> dict[str, Any] | None:
    """A journal, if it is one that a build of `out` has written."""
    try:
        journal = json.loads(raw)
        moves = [(str(name), str(path)) for name, path in journal["move"]]
        removed = [str(path) for path in journal["remove"]]
        ours = journal["out"] == str(out) and all(
            _STAGED.fullmatch(name) and proper(path) and not _is_link(state / STAGING, name)
            for name, path in moves
        )
    except (ValueError, TypeError, KeyError):
        return None
    return {"out": str(out), "move": moves, "remove": removed} if ours else None


def _is_link(staging: Path, name: str) -> bool:
    return os.path.islink(staging / name) or os.path.islink(staging / name.removesuffix(INDEX))


def _look_for_links(out: str, paths: Iterable[str]) -> None:
    """Refuse to write through a symbolic link below the output folder.

    Raises:
        OutputError: with the link's path.
    """
    seen = {""}
    for path in paths:
        folder = os.path.dirname(path)
        while folder not in seen:
            seen.add(folder)
            if os.path.islink(f"{out}/{folder}"):
                message = (
                    f"{out}/{folder}: a symbolic link where the site needs a folder; remove it"
                )
                raise OutputError(message)
            folder = os.path.dirname(folder)


def carry_out(state: Path, journal: Mapping[str, Any]) -> None:
    """Do what a journal says; doing it twice, or from the middle, comes to the same."""
    out, staging = str(journal["out"]), state / STAGING
    folders = {os.path.dirname(path) for _, path in journal["move"]}
    _make_way(out, folders, journal["remove"])
    made: set[str] = set()
    for name, path in journal["move"]:
        _move(str(staging), name, out, path, made)
    for path in journal["remove"]:
        _remove(out, path)


def _move(staging: str, name: str, out: str, path: str, made: set[str]) -> None:
    """Move one file of the staging folder to its place, with its folder if that is new.

    Args:
        staging: folder.
        name: of the file in it.
        out: output folder.
        path: of the file below that.
        made: folders below `out` that are there for certain.
    """
    folder = os.path.dirname(path)
    if name.endswith(INDEX) and folder and folder not in made:
        _make_folder(out, os.path.dirname(folder), made)
        try:
            os.rename(f"{staging}/{name.removesuffix(INDEX)}", f"{out}/{folder}")
        except OSError:
            pass  # There is such a folder, or the file is where it belongs already.
        else:
            made.add(folder)
            return
    _make_folder(out, folder, made)
    try:
        os.replace(f"{staging}/{name}", f"{out}/{path}")
    except FileNotFoundError:
        # Moved already, before the process was killed.
        if not os.path.lexists(f"{out}/{path}"):
            raise


def _make_folder(out: str, folder: str, made: set[str]) -> None:
    if folder not in made:
        os.makedirs(f"{out}/{folder}" if folder else out, exist_ok=True)
        made.add(folder)


def _make_way(out: str, folders: set[str], removed: Iterable[str]) -> None:
    """Remove old files that stand where a folder must be."""
    needed = {
        "/".join(parts[: n + 1])
        for folder in folders
        for parts in [folder.split("/")]
        for n in range(len(parts))
    }
    for path in removed:
        if path in needed and os.path.isfile(f"{out}/{path}"):
            _remove(out, path)


def _remove(out: str, path: str) -> None:
    """Remove a file that an earlier build wrote, and the folders that are empty then.

    A path that leads elsewhere, itself or through a link, is no file of ours.
    """
    if not proper(path) or _through_link(out, path):
        return
    try:
        os.unlink(f"{out}/{path}")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return
    folder = os.path.dirname(path)
    while folder:
        try:
            os.rmdir(f"{out}/{folder}")
        except OSError:
            return
        folder = os.path.dirname(folder)


def _through_link(out: str, path: str) -> bool:
    folder = os.path.dirname(path)
    while folder:
        if os.path.islink(f"{out}/{folder}"):
            return True
        folder = os.path.dirname(folder)
    return False


def clear(folder: Path) -> None:
    """Remove the files of the staging folder, and the folder."""
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        path = f"{folder}/{name}"
        if os.path.isdir(path) and not os.path.islink(path):
            with suppress(FileNotFoundError):
                os.unlink(path + INDEX)
            _remove_folder(path)
        else:
            os.unlink(path)
    folder.rmdir()


def _remove_folder(path: str) -> None:
    try:
        os.rmdir(path)
    except OSError as problem:
        if problem.errno != errno.ENOTEMPTY:
            raise
        # Not written by a build: somebody has put more into it.
        import shutil

        shutil.rmtree(path)


def own(state: Path, root: Path) -> None:
    """Make sure that a build's state lies in the site's folder and nowhere else.

    A symbolic link in it was made by somebody else, and would lead what a build writes elsewhere:
    a link that takes the place of a folder is refused, one that takes the place of a file removed.

    Raises:
        OutputError: when a folder of the state is a link, or a link cannot be removed.
    """
    for folder in (state.parent, state):
        if folder != root and folder.is_symlink():
            message = f"{folder}: a symbolic link where a build keeps its state; remove it"
            raise OutputError(message)
    try:
        with os.scandir(state) as found:
            links = [entry.path for entry in found if entry.is_symlink()]
        for link in links:
            os.unlink(link)
    except FileNotFoundError:
        return
    except OSError as problem:
        raise OutputError(_said(problem, state)) from problem


def guard(out: Path, root: Path, reserved: Iterable[str]) -> None:
    """Refuse an output folder that would mix with what the site is made from.

    Args:
        out: output folder.
        root: of the site.
        reserved: names of folders of the root that hold input, or what a build remembers.

    Raises:
        OutputError: when `out` is the site's folder, one above it, or one of its input; or when it
            lies in the site's folder and leads out of it through a link.
    """
    target, home = Path(os.path.realpath(out)), Path(os.path.realpath(root))
    inside = out.is_relative_to(root)
    message = ""
    if home.is_relative_to(target):
        message = f"{out}: this folder holds the site's input; choose one of its own"
    elif inside and not target.is_relative_to(home):
        message = f"{out}: leads out of the site's folder; name its target with --out"
    elif target.is_relative_to(home):
        first = target.relative_to(home).parts[0]
        if first in reserved:
            message = f"{out}: {first}/ is the site's input; choose another folder"
    if message:
        raise OutputError(message)


def foreign(out: Path, ours: Mapping[str, object]) -> tuple[str, ...]:
    """Files in the output folder that are not ours, hidden ones left out."""
    found = []
    for folder, folders, files in os.walk(out):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = os.path.relpath(folder, out)
        for name in files:
            path = name if below == "." else f"{below}/{name}".replace(os.sep, "/")
            if path not in ours and not name.startswith("."):
                found.append(path)
    return tuple(sorted(found))


def _write_durably(path: Path, content: bytes) -> None:
    temporary = path.with_name(path.name + ".new")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
