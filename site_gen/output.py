"""The only writer of the built site.

Files are first written beside the site, in a staging folder; only when all of them are there does the
switch begin. The switch is journalled: a process that is killed half-way leaves each file whole, and
the next build finishes what the journal says. Files that an earlier build wrote and this one no
longer makes are removed; anything else in the output folder is left alone.
"""

from __future__ import annotations

import json
import os
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


def _said(problem: OSError, path: Path) -> str:
    return f"{problem.filename or path}: {problem.strerror or problem}"


def stage(state: Path, out: Path, path: str, content: bytes, old: Trace | None) -> Staged:
    """Write one file beside the site, unless the site has the same bytes already.

    Raises:
        OutputError: when it cannot be written.
    """
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
        return os.stat(f"{out}/{path}").st_size == size
    except OSError:
        return False


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


def recover(state: Path) -> tuple[str, ...]:
    """Finish a switch that was broken off; drop what was staged but never begun.

    Returns:
        Paths below the output folder that the broken switch has written: they are ours, whatever is
        remembered of them. The journal stays open until `close`.
    """
    try:
        raw = (state / JOURNAL).read_bytes()
    except FileNotFoundError:
        clear(state / STAGING)
        return ()
    except OSError as problem:
        raise OutputError(_said(problem, state / JOURNAL)) from problem
    journal = json.loads(raw)
    try:
        carry_out(state, journal)
    except OSError as problem:
        raise OutputError(_said(problem, Path(journal["out"]))) from problem
    return tuple(path for _, path in journal["move"])


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


def clear(folder: Path) -> None:
    """Remove the files of the staging folder, and the folder."""
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        path = f"{folder}/{name}"
        if os.path.isdir(path):
            with suppress(FileNotFoundError):
                os.unlink(path + INDEX)
            os.rmdir(path)
        else:
            os.unlink(path)
    folder.rmdir()


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
