"""One build: what it is asked for, what it knows while it runs, what it found and did."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from site_gen.cache import FRESH_NS
from site_gen.diagnostics import SiteGenError
from site_gen.source import program

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from site_gen.cache import Cache
    from site_gen.diagnostics import Diagnostic
    from site_gen.output import WriteReport
    from site_gen.source import InputFile, Tree

LISTING = "listing.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
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
        return f"{program()} {self.out} {self.base_url} {self.drafts} {self.preview}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build found and did."""

    diagnostics: tuple[Diagnostic, ...]
    write: WriteReport | None
    """None when errors kept the old site in place."""
    entries: int = 0
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """What the last build left behind, as far as a build with nothing to do needs it."""

    header: Mapping[str, Any] = field(default_factory=dict)
    lines: str = ""


@dataclass(slots=True)
class Task:
    """One build while it runs."""

    options: BuildOptions
    cache: Cache
    tree: Tree
    scanned: tuple[tuple[InputFile, ...], list[Diagnostic]]
    now_ns: int
    began: float
    progress: Callable[[str, int, int], None] | None
    stages: dict[str, float] = field(default_factory=dict)
    read: int = 0
    """Entries that were read anew."""

    def lap(self, stage: str) -> None:
        """Note that a stage has ended."""
        spent = sum(self.stages.values())
        self.stages[stage] = time.perf_counter() - self.began - spent

    @property
    def lines(self) -> str:
        """The tree as text: equal texts mean that nothing was touched.

        The time of a fresh file proves nothing, so it equals that of no other look.
        """
        limit = self.now_ns - FRESH_NS
        return "\n".join(
            f"{path}\t{size}\t{mtime if mtime < limit else f'fresh at {self.now_ns}'}"
            for path, size, mtime in self.scanned[0]
        )

    def remember(self, header: dict[str, Any]) -> None:
        """Write down the tree as it was seen, with what came of it."""
        text = json.dumps({"key": self.options.key, **header}, ensure_ascii=False)
        path = self.cache.folder / LISTING
        temporary = path.with_name(path.name + ".new")
        try:
            temporary.write_text(f"{text}\n{self.lines}", encoding="utf-8")
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
        try:
            text = (self.cache.folder / LISTING).read_text(encoding="utf-8")
            first, _, lines = text.partition("\n")
            header = json.loads(first)
        except (OSError, ValueError):
            return Last()
        if not isinstance(header, dict) or header.get("key") != self.options.key:
            return Last()
        return Last(header=header, lines=lines)
