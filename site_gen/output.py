"""The only writer of the built site.

Files are first written beside the site, in a staging folder; only when all of them are there does the
switch begin. The switch is journalled: a process that is killed half-way leaves each file whole, and
the next build finishes what the journal says. Files that an earlier build wrote and this one no
longer makes are removed; anything else in the output folder is left alone.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen.diagnostics import SiteGenError

if TYPE_CHECKING:
    from collections.abc import Mapping

JOURNAL = "journal.json"


class OutputError(SiteGenError):
    """A file could not be written; the message names it."""


def digest(content: bytes) -> str:
    """Digest of a file's bytes, 32 hexadecimal characters."""
    return blake2b(content, digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteReport:
    """What a switch did, as paths below the output folder."""

    written: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    """Found in the output folder, not ours, left alone."""


@dataclass(slots=True)
class Switch:
    """One exchange of the old site for the new one.

    Args:
        out: output folder.
        state: folder for staging and journal, on the same file system.
        previous: path → digest of what the last build left in `out`.
    """

    out: Path
    state: Path
    previous: Mapping[str, str]
    _staged: dict[str, str] = field(default_factory=dict)
    _kept: dict[str, str] = field(default_factory=dict)

    @property
    def staging(self) -> Path:
        """Folder of files that wait for the switch."""
        return self.state / "staging"

    def keep(self, path: str) -> None:
        """Say that a file of the last build belongs to this one as it is."""
        self._kept[path] = self.previous[path]

    def add(self, path: str, content: bytes) -> None:
        """Stage one file, unless the last build wrote the same bytes.

        Raises:
            OutputError: when it cannot be written.
        """
        found = digest(content)
        if self.previous.get(path) == found and (self.out / path).is_file():
            self._kept[path] = found
            return
        target = self.staging / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        except OSError as problem:
            raise OutputError(f"{target}: {problem.strerror}") from problem
        self._staged[path] = found

    def commit(self) -> WriteReport:
        """Bring the output folder to exactly what was added and kept."""
        removed = tuple(
            sorted(
                path
                for path in self.previous
                if path not in self._staged and path not in self._kept
            )
        )
        journal = {"out": str(self.out), "move": sorted(self._staged), "remove": removed}
        try:
            self.state.mkdir(parents=True, exist_ok=True)
            if self._staged or removed:
                _write_durably(self.state / JOURNAL, json.dumps(journal).encode())
            finish(self.state, journal)
        except OSError as problem:
            raise OutputError(f"{problem.filename or self.out}: {problem.strerror}") from problem
        return WriteReport(
            written=tuple(sorted(self._staged)), unchanged=len(self._kept), removed=removed
        )

    def files(self) -> dict[str, str]:
        """Path → digest of the site as it is after the commit."""
        return dict(sorted({**self._kept, **self._staged}.items()))


def recover(state: Path) -> bool:
    """Finish a switch that was broken off; drop what was staged but never begun.

    Returns:
        Whether there was a journal.
    """
    journal = state / JOURNAL
    if journal.is_file():
        finish(state, json.loads(journal.read_bytes()))
        return True
    _clear(state / "staging")
    return False


def finish(state: Path, journal: Mapping[str, object]) -> None:
    """Carry out a journal; doing it twice is harmless."""
    out = Path(str(journal["out"]))
    staging = state / "staging"
    out.mkdir(parents=True, exist_ok=True)
    move, remove = journal["move"], journal["remove"]
    assert isinstance(move, list)
    assert isinstance(remove, (list, tuple))
    folders: set[Path] = set()
    for path in move:
        source, target = staging / path, out / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        if source.exists():
            source.replace(target)
    for path in remove:
        (out / path).unlink(missing_ok=True)
        _drop_empty(out, (out / path).parent)
    (state / JOURNAL).unlink(missing_ok=True)
    _clear(staging)


def _drop_empty(out: Path, folder: Path) -> None:
    while folder != out:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _clear(folder: Path) -> None:
    if not folder.is_dir():
        return
    for parent, folders, files in os.walk(folder, topdown=False):
        for name in files:
            Path(parent, name).unlink()
        for name in folders:
            Path(parent, name).rmdir()
    folder.rmdir()


def _write_durably(path: Path, content: bytes) -> None:
    temporary = path.with_name(path.name + ".new")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
