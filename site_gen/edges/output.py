"""The only writer of the built site.

Files are first written beside the site, in a staging folder, each where it will lie in the site; only
when all of them are there does the switch begin. A folder that the site has not got is then moved as
a whole: a first build comes to a dozen renames, however many pages it has. The switch is journalled: a process that is killed half-way leaves each file whole, and
the next build finishes what the journal says. Files that an earlier build wrote and this one no
longer makes are removed; anything else in the output folder is left alone.

Nothing outside the output folder and the build's own state is ever written or removed: a path that
leads up, a symbolic link among the folders of the site and a journal that somebody else wrote are
all refused.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import MsgspecError, Struct, field, json

from site_gen.diagnostics import SiteGenError
from site_gen.digest import digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from site_gen.edges.cache import Trace

JOURNAL = "journal.json"
STAGING = "staging"
LONGEST = 255
"""Bytes in the name of a file or folder, on every file system in common use."""


class OutputError(SiteGenError):
    """A file could not be written; the message names it."""


class Staged(Struct, frozen=True, kw_only=True):
    """A file that waits for the switch."""

    path: str
    """Below the output folder, and below the staging folder."""
    new: bool
    """False when the output folder has the same bytes already; then nothing was written."""
    digest: str
    size: int


class WriteReport(Struct, frozen=True, kw_only=True):
    """What a switch did, as paths below the output folder."""

    written: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()


def proper(path: str) -> bool:
    """Whether a path stays below the folder that it is meant for, and can be written there."""
    if "\0" in path:
        return False
    for part in path.split("/"):
        if part in ("", ".", ".."):
            return False
        # Most are short, and asking for their bytes takes as long as all the rest.
        if len(part) > LONGEST // 4 and len(os.fsencode(part)) > LONGEST:
            return False
    return True


def _said(problem: OSError, path: Path) -> str:
    return f"{problem.filename or path}: {problem.strerror or problem}"


def stage(
    state: Path, out: Path, path: str, content: bytes, old: Trace | None, *, found: str = ""
) -> Staged:
    """Write one file beside the site, unless the site has the same bytes already.

    Args:
        state: folder for staging and journal.
        out: output folder.
        path: below it.
        content: of the file.
        old: what is remembered of it.
        found: the content's digest, when it is known.

    Raises:
        OutputError: when it cannot be written.
    """
    if not proper(path):
        message = f"{path[:80]}: a file of the site cannot have this path"
        raise OutputError(message)
    found = found or digest(content)
    if old is not None and old.digest == found and present(out, path, old.size):
        return Staged(path=path, new=False, digest=found, size=len(content))
    target = f"{state}/{STAGING}/{path}"
    try:
        write(target, content)
    except OSError as problem:
        raise OutputError(_said(problem, Path(target))) from problem
    return Staged(path=path, new=True, digest=found, size=len(content))


def write(path: str, content: bytes) -> None:
    """Write a new file whose whole life so far is in the staging folder, and its folders if need be.

    Pages mostly lie in folders of their own, which only the first of them finds missing.
    """
    how = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    if path.endswith("/index.html"):
        _make_folder(os.path.dirname(path))
        handle = os.open(path, how, 0o666)
    else:
        try:
            handle = os.open(path, how, 0o666)
        except FileNotFoundError:
            _make_folder(os.path.dirname(path))
            handle = os.open(path, how, 0o666)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(handle, view) :]
    finally:
        os.close(handle)


def _make_folder(path: str) -> None:
    try:
        os.mkdir(path)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)


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


def make_folders(state: Path, folders: Iterable[str]) -> None:
    """Make folders of the staging folder ahead of the files that will lie in them.

    Making a folder takes about as long as writing a page; a core that has nothing else to do may do
    it before there are pages. What cannot be made here is made, or said to be impossible, by `stage`.

    Args:
        state: folder for staging and journal.
        folders: below the staging folder.
    """
    for folder in folders:
        try:
            _make_folder(f"{state}/{STAGING}/{folder}")
        except OSError:
            return


class Journal(Struct, frozen=True):
    """What a switch is about to do."""

    out: str
    """Output folder."""
    move: list[str]
    """Paths below it, of files that wait below the staging folder."""
    remove: list[str]
    """Paths below it."""


class Switch(Struct):
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
        moved = sorted(file.path for file in self.staged if file.new)
        removed = sorted(self.removed)
        journal = Journal(out=str(self.out), move=moved, remove=removed)
        _look_for_links(str(self.out), moved)
        try:
            if moved or removed:
                _write_durably(self.state / JOURNAL, json.encode(journal))
            carry_out(self.state, journal)
        except OSError as problem:
            raise OutputError(_said(problem, self.out)) from problem
        return WriteReport(
            written=tuple(moved),
            unchanged=len(self.staged) - len(moved),
            removed=tuple(removed),
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
    _look_for_links(str(out), journal.move)
    try:
        carry_out(state, journal)
    except OSError as problem:
        raise OutputError(_said(problem, out)) from problem
    return tuple(journal.move)


def _journal_of(raw: bytes, state: Path, out: Path) -> Journal | None:
    """A journal, if it is one that a build of `out` has written."""
    try:
        journal = json.decode(raw, type=Journal)
    except (MsgspecError, ValueError):
        return None
    ours = (
        journal.out == str(out)
        and all(map(proper, journal.move))
        and not _holds_a_link(f"{state}/{STAGING}")
    )
    return journal if ours else None


def _holds_a_link(folder: str) -> bool:
    """Whether there is a symbolic link in a folder, at any depth; builds make none."""
    try:
        with os.scandir(folder) as found:
            return any(
                entry.is_symlink()
                or (entry.is_dir(follow_symlinks=False) and _holds_a_link(entry.path))
                for entry in found
            )
    except FileNotFoundError:
        return False


def _look_for_links(out: str, paths: Iterable[str]) -> None:
    """Refuse to write through a symbolic link below the output folder.

    Raises:
        OutputError: with the link's path.
    """
    there = {"": True}
    """Folder → whether there is one, or something else."""

    def look(folder: str) -> bool:
        if folder not in there:
            found = look(folder.rpartition("/")[0]) and os.path.lexists(f"{out}/{folder}")
            if found and os.path.islink(f"{out}/{folder}"):
                message = (
                    f"{out}/{folder}: a symbolic link where the site needs a folder; remove it"
                )
                raise OutputError(message)
            there[folder] = found
        return there[folder]

    for path in paths:
        look(path.rpartition("/")[0])


def carry_out(state: Path, journal: Journal) -> None:
    """Do what a journal says; doing it twice, or from the middle, comes to the same."""
    folders = {path.rpartition("/")[0] for path in journal.move}
    _make_way(journal.out, folders, journal.remove)
    os.makedirs(journal.out, exist_ok=True)
    if journal.move:
        # What is staged is what the journal names; a folder without any of it is none of ours.
        _merge(f"{state}/{STAGING}", journal.out, "", {"", *_all_folders(folders)}, journal.move)
    for path in journal.remove:
        _remove(journal.out, path)


def _merge(staging: str, out: str, below: str, folders: set[str], files: Collection[str]) -> None:
    """Move what lies below a folder of the staging folder to its place in the site.

    Args:
        staging: folder.
        out: output folder.
        below: path of the folder in both, empty for the top, else with a slash at its end.
        folders: that hold files to be moved, themselves or further down.
        files: to be moved.
    """
    try:
        with os.scandir(f"{staging}/{below}") as found:
            entries = [(e.name, e.is_dir(follow_symlinks=False), e.is_symlink()) for e in found]
    except FileNotFoundError:
        return  # moved already, before the process was killed
    wanted = files if isinstance(files, frozenset) else frozenset(files)
    for name, is_folder, is_link in sorted(entries):
        path = f"{below}{name}"
        if is_link or path not in (folders if is_folder else wanted):
            continue
        if not is_folder:
            os.replace(f"{staging}/{path}", f"{out}/{path}")
        elif os.path.lexists(f"{out}/{path}"):
            _merge(staging, out, f"{path}/", folders, wanted)
        else:
            os.rename(f"{staging}/{path}", f"{out}/{path}")


def _all_folders(folders: Iterable[str]) -> set[str]:
    """Some folders and those that they lie in."""
    found: set[str] = set()
    for folder in folders:
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _make_way(out: str, folders: set[str], removed: Iterable[str]) -> None:
    """Remove old files that stand where a folder must be."""
    needed = _all_folders(folders)
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
    """Remove the staging folder, with whatever is in it."""
    _clear(str(folder))


def _clear(folder: str) -> None:
    try:
        with os.scandir(folder) as found:
            entries = [(entry.path, entry.is_dir(follow_symlinks=False)) for entry in found]
    except FileNotFoundError:
        return
    for path, is_folder in entries:
        if is_folder:
            _clear(path)
        else:
            os.unlink(path)
    os.rmdir(folder)


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
