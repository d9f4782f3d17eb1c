"""Reads the entries that have changed and takes the others from the cache.

With many entries to read, several processes share the work; what comes out does not depend on how
many they are, since each entry is read on its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from site_gen.diagnostics import Diagnostic, Span, error
from site_gen.digest import digest
from site_gen.edges.cache import FIRST, READ, SHARDS, Cache, EntryRow, plain, shard_of
from site_gen.edges.look import FRESH_NS
from site_gen.edges.processes import WORTH_PROCESSES, in_processes
from site_gen.engine import codec
from site_gen.model import Body
from site_gen.parsing.entry import read_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from site_gen.edges.source import InputFile, Tree
    from site_gen.model import Entry
    from site_gen.parsing.entry_reading import ReadingContext


class CachedBodies(Mapping[str, Body]):
    """The words of the entries, taken from the cache one at a time."""

    def __init__(self, cache: Cache, paths: dict[str, str]) -> None:
        self.cache = cache
        self.paths = paths
        """Entry slug → path of its file."""

    def __getitem__(self, slug: str) -> Body:
        """The words of one entry."""
        return codec.decode_body(self.cache.body(self.paths[slug]))

    def __iter__(self) -> Iterator[str]:
        """Slugs."""
        return iter(self.paths)

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self.paths)


class EntryLoader(Struct):
    """Loads all entries of a tree, reading only what changed since the last time."""

    tree: Tree
    cache: Cache
    workers: int = 1
    now_ns: int = 0
    """When the tree was scanned; 0 leaves time stamps untrusted."""
    progress: Callable[[str, int, int], None] | None = None
    meanwhile: Callable[[], None] | None = None
    """What this process does while others read."""
    read: int = 0
    """How many files were read anew."""

    def load(
        self, files: Sequence[InputFile], context: ReadingContext, context_digest: str
    ) -> tuple[list[Entry], Mapping[str, Body], list[Diagnostic]]:
        """All entries in the order of their paths, their words, and what is wrong with them.

        Args:
            files: of the entries.
            context: what names are looked up in.
            context_digest: of that; entries read in another context are read again.
        """
        found: list[Diagnostic] = []
        entries: list[Entry] = []
        for shard in self._refreshed(files, context, context_digest, found):
            for data, notes in self.cache.data(shard):
                if data:
                    entries.append(codec.decode_entry(data))
                if notes != "[]":
                    found += codec.decode_diagnostics(notes)
        entries.sort(key=lambda entry: entry.span.path)
        bodies = CachedBodies(self.cache, {e.slug: e.span.path for e in entries})
        return entries, bodies, found

    def _refreshed(
        self,
        files: Sequence[InputFile],
        context: ReadingContext,
        context_digest: str,
        found: list[Diagnostic],
    ) -> Iterator[int]:
        """The shards of the cache, each as soon as it holds what the files say."""
        known = self.cache.stamps()
        changed = [
            file
            for file in files
            if known.get(file.path) != (file.size, file.mtime_ns, context_digest)
        ]
        self.read = len(changed)
        present = {file.path for file in files}
        self.cache.drop(path for path in known if path not in present)
        by_shard: list[list[InputFile]] = [[] for _ in range(SHARDS)]
        for file in changed:
            by_shard[shard_of(file.path)].append(file)
        job = _Job(
            self.tree, self.cache, context, context_digest, self.now_ns, by_shard, bool(known)
        )
        yield from (shard for shard in range(SHARDS) if not by_shard[shard])
        done = 0
        for shard, problems in in_processes(
            job.read_shard,
            [shard for shard in range(SHARDS) if by_shard[shard]],
            self.workers if len(changed) >= WORTH_PROCESSES else 1,
            meanwhile=self.meanwhile,
        ):
            found += problems
            done += len(by_shard[shard])
            if self.progress:
                self.progress("entries", done, len(changed))
            yield shard


class _Job(Struct):
    """What a process needs to know to read its share."""

    tree: Tree
    cache: Cache
    context: ReadingContext
    context_digest: str
    now_ns: int
    by_shard: list[list[InputFile]]
    again: bool
    """Whether an earlier build has left rows: then a short build may follow this one, should it be
    broken off."""

    def read_shard(self, shard: int) -> tuple[int, list[Diagnostic]]:
        """Read the entries of one shard into the cache."""
        found: list[Diagnostic] = []
        rows = []
        for file in self.by_shard[shard]:
            try:
                raw = self.tree.read(file.path, file.size)
            except OSError as problem:
                message = problem.strerror or str(problem)
                found.append(error("file.unreadable", message, Span(path=file.path)))
                self.cache.drop([file.path])
                continue
            rows.append(self.row(file, raw))
        self.cache.set_rows(shard, rows)
        return shard, found

    def row(self, file: InputFile, raw: bytes) -> EntryRow:
        """Read one entry."""
        reading = read_entry(file.path, raw, self.context)
        entry = reading.entry
        fresh = self.now_ns - file.mtime_ns < FRESH_NS
        old = self.cache.row(file.path) if self.again else None
        context, cuts = f"{READ if self.again else ''}{self.context_digest}", ""
        found = digest(raw)
        if (
            old is not None
            and old.cuts
            and (old.digest, old.outline, old.notes) == (found, reading.outline, "[]")
            and plain(old.context) == self.context_digest
        ):
            # Its page is as it should be, and stays ready for new words.
            cuts = old.cuts
            context = old.context if old.context.startswith(FIRST) else self.context_digest
        return EntryRow(
            path=file.path,
            size=len(raw),
            mtime_ns=0 if fresh else file.mtime_ns,
            digest=found,
            context=context,
            outline=reading.outline,
            slug=entry.slug if entry else "",
            data=codec.encode_entry(entry) if entry else "",
            body=codec.encode_body(reading.body),
            notes=codec.encode_diagnostics(reading.diagnostics),
            cuts=cuts,
        )
