"""One build: what it is asked for, what it knows while it runs, what it found and did."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from site_gen.diagnostics import SiteGenError
from site_gen.edges.look import LISTING, Note, key_of, seen_from_above

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from typing import TypeAlias

    from site_gen.diagnostics import Diagnostic
    from site_gen.edges.cache import Cache
    from site_gen.edges.look import Look
    from site_gen.edges.output import WriteReport
    from site_gen.edges.source import InputFile, Tree

    Scanned: TypeAlias = tuple[tuple[InputFile, ...], list[Diagnostic]]


BEHIND = "behind"
"""Key of `Last.behind` in what a build writes down."""


class BuildOptions(Struct, frozen=True, kw_only=True):
    """What a build is asked for."""

    root: Path
    out: Path
    base_url: str = ""
    """Overrides the site's own."""
    drafts: bool = False
    preview: bool = False
    workers: int = 1
    """How many processes share the work when there is much of it."""
    overwrite: bool = False
    """Build into a folder that holds other things."""
    words_first: bool = False
    """For a preview: when only words changed, put them into their pages at once and leave feeds and
    the search index to a further build; the report then says `unfinished`."""
    force: bool = False
    """Forget what earlier builds remember."""

    @property
    def key(self) -> str:
        """What tells builds apart that must not take each other's results."""
        return key_of(
            str(self.out), base_url=self.base_url, drafts=self.drafts, preview=self.preview
        )


class BuildReport(Struct, frozen=True, kw_only=True):
    """What a build found and did."""

    diagnostics: tuple[Diagnostic, ...]
    write: WriteReport | None
    """None when errors kept the old site in place."""
    entries: int = 0
    drafts: int = 0
    """Entries that were left out as drafts."""
    events: int = 0
    pages: int = 0
    read: int = 0
    """Entries that were read anew."""
    reasons: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(path, why it was made), for every file that was made."""
    stages: Mapping[str, float] = field(default_factory=dict)
    """Stage → seconds."""
    foreign: tuple[str, ...] = ()
    """Files in the output folder that are not the site's; looked for when all is built anew."""
    seconds: float = 0.0

    unfinished: bool = False
    """Whether a further build, without `words_first`, must follow."""

    @property
    def failed(self) -> bool:
        """Whether there was an error."""
        return any(d.severity == "error" for d in self.diagnostics)


class Last(Struct, frozen=True, kw_only=True):
    """What the last build left behind, as far as a build with nothing to do needs it."""

    header: Mapping[str, Any] = field(default_factory=dict)
    lines: str = ""
    intact: bool = False
    """Whether the output folder is as it was left, as far as that is seen from above."""

    @property
    def behind(self) -> tuple[str, ...]:
        """Paths of entries whose words are in their pages but not yet in the search index."""
        return tuple(self.header.get(BEHIND, ()))


class Task(Struct):
    """One build while it runs."""

    options: BuildOptions
    cache: Cache
    tree: Tree
    look: Look
    began: float
    progress: Callable[[str, int, int], None] | None
    kept: list[object] | None = None
    """Takes up what the build has made; see `build`."""
    stages: dict[str, float] = field(default_factory=dict)
    _scanned: Scanned | None = None
    read: int = 0
    """Entries that were read anew."""

    @property
    def scanned(self) -> Scanned:
        """All input files, and what is wrong with their places."""
        if self._scanned is None:
            self._scanned = self.tree.scan(self.look)
        return self._scanned

    def forget_scan(self) -> None:
        """Let go of `scanned`: a megabyte at ten thousand entries."""
        self._scanned = None

    def lap(self, stage: str) -> None:
        """Note that a stage has ended."""
        spent = sum(self.stages.values())
        self.stages[stage] = time.perf_counter() - self.began - spent

    @property
    def now_ns(self) -> int:
        """When the tree was looked at."""
        return self.look.now_ns

    @property
    def lines(self) -> str:
        """The tree as text: equal texts mean that nothing was touched."""
        return self.look.lines

    def remember(self, header: dict[str, Any]) -> None:
        """Write down the tree as it was seen, with what came of it."""
        header = {key: value for key, value in header.items() if key != "key"}
        text = json.dumps(header, ensure_ascii=False)
        out = seen_from_above(str(self.options.out))
        note = Note(self.options.key, _said(header), out, text, self.lines)
        path = self.cache.folder / LISTING
        temporary = path.with_name(path.name + ".new")
        try:
            temporary.write_text(str(note), encoding="utf-8", errors="surrogateescape")
            temporary.replace(path)
        except OSError as problem:
            message = f"{path}: {problem.strerror}"
            raise SiteGenError(message) from problem

    def forget(self) -> None:
        """Let the next build look at everything: what this one leaves is not a whole site."""
        try:
            (self.cache.folder / LISTING).unlink(missing_ok=True)
        except OSError as problem:
            message = f"{self.cache.folder / LISTING}: {problem.strerror}"
            raise SiteGenError(message) from problem

    def last(self) -> Last:
        """What the last build with the same options left; nothing when there is none."""
        note = Note.read(str(self.cache.folder))
        if note is None or note.key != self.options.key or not note.whole:
            return Last()
        try:
            header = json.loads(note.header)
        except ValueError:
            return Last()
        if not isinstance(header, dict):
            return Last()
        intact = note.out == seen_from_above(str(self.options.out))
        return Last(header=header, lines=note.lines, intact=intact)


def _said(header: Mapping[str, Any]) -> str:
    """What a build prints that finds everything as this one leaves it; empty when it is more."""
    if not header.get("ok") or header.get("diagnostics") or header.get(BEHIND):
        return ""
    return summary(
        header["entries"],
        header["events"],
        header["pages"],
        drafts=header["drafts"],
        unchanged=header["files"],
    )


def summary(
    entries: int,
    events: int,
    pages: int,
    *,
    drafts: int = 0,
    written: int = 0,
    unchanged: int = 0,
    removed: int = 0,
) -> str:
    """What a build came to, on a line."""
    without = f" (without {counted(drafts, 'draft')})" if drafts else ""
    return (
        f"{counted(entries, 'entry', 'entries')}{without}, {counted(events, 'event')}, "
        f"{counted(pages, 'page')}: {written} files written, {unchanged} unchanged, {removed} removed"
    )


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number of things: `1 page`, `1,042 pages`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
