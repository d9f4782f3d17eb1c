"""What the builder's process keeps of a site from one save to the next.

A build starts from the disk: it decodes every entry and puts all of them in order. A preview that did
so with every save would wait for that longer than for anything else. Whatever is kept here goes by the
size and time of the file that it was read from, so nothing is ever out of date without being noticed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from site_gen.checks.crosscheck import Sound, is_plain
from site_gen.chronology.timeline import build as build_timeline
from site_gen.chronology.timeline import retell
from site_gen.diagnostics import Diagnostic, Span, error
from site_gen.edges.look import FRESH_NS
from site_gen.engine import codec
from site_gen.engine.assembly import frame_of
from site_gen.engine.loading import CachedBodies
from site_gen.engine.reading import Reading, SiteReader
from site_gen.engine.rebuild import with_history
from site_gen.model import Body
from site_gen.parsing.entry import read_entry
from site_gen.render import KEPT, Renderer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from site_gen.chronology.rows import Row
    from site_gen.chronology.site import Site
    from site_gen.chronology.timeline import Timeline
    from site_gen.edges.cache import Cache
    from site_gen.edges.source import InputFile
    from site_gen.engine.reading import Load, Records
    from site_gen.engine.task import Task
    from site_gen.model import Entry
    from site_gen.pages.views import Card
    from site_gen.parsing.entry_reading import ReadingContext
    from site_gen.themes.theme import Theme


class OtherContextError(Exception):
    """Settings, gazetteer or actors have changed: every entry must be read again."""


@dataclass(frozen=True, slots=True)
class _Known:
    """An entry's file as it was read."""

    size: int
    mtime_ns: int
    """0 when it was read so shortly after it changed that its time proves nothing."""
    entry: Entry | None
    notes: tuple[Diagnostic, ...]
    body: Body | None
    """None when the cache has it."""


@dataclass
class _Words(Mapping[str, Body]):
    """The words of the entries: of those read by this process, and all others from the cache."""

    read: Mapping[str, Body]
    """By slug."""
    cache: Cache
    entries: Sequence[Entry]

    @cached_property
    def cached(self) -> CachedBodies:
        """Asked for a handful of entries, and often for none."""
        return CachedBodies(self.cache, {entry.slug: entry.span.path for entry in self.entries})

    def __getitem__(self, slug: str) -> Body:
        found = self.read.get(slug)
        return self.cached[slug] if found is None else found

    def __iter__(self) -> Iterator[str]:
        return iter(self.cached)

    def __len__(self) -> int:
        return len(self.cached)


@dataclass(slots=True)
class Memory:
    """A site as this process last saw it."""

    site: Site | None = None
    """None while nothing is remembered."""
    timeline: Timeline | None = None
    _context: str = ""
    _known: dict[str, _Known] = field(default_factory=dict)
    """By path, in the order of the paths."""
    _files: Sequence[InputFile] = ()
    """Of the entries, as they were at the last look."""
    _doubtful: set[str] = field(default_factory=set)
    """Paths of those whose time proves nothing."""
    _sound: set[str] = field(default_factory=set)
    """Slugs of plain entries that were right when the whole site was."""
    _records: Records = field(default_factory=dict)
    _copied: dict[str, InputFile] = field(default_factory=dict)
    """Path → file as it was when the site last got it, for what is copied as it is."""
    _renderer: tuple[Theme, Renderer] | None = None
    _cards: dict[str, tuple[Row, Card]] = field(default_factory=dict)
    _strings: Mapping[str, str] = field(default_factory=dict)
    """In which the cards say dates and numbers."""

    def fill(self, task: Task) -> None:
        """Remember the whole site, from the cache of the build that has just ended."""
        self.forget()

        def load(
            files: Sequence[InputFile], context: ReadingContext, digest: str
        ) -> tuple[list[Entry], Mapping[str, Body], list[Diagnostic]]:
            for path, size, mtime_ns, told, data, notes in task.cache.readings():
                if told == digest:
                    self._known[path] = _Known(
                        size,
                        mtime_ns,
                        codec.decode_entry(data) if data else None,
                        codec.decode_diagnostics(notes) if notes != "[]" else (),
                        None,
                    )
            self._context = digest
            for file in files[:1]:
                # The first save need not wait for all that reading imports.
                with suppress(OSError):
                    read_entry(file.path, task.tree.read(file.path), context)
            return self._recall(task, files, context, digest)

        reading = self._read(task, load)
        if reading.site is None or reading.theme is None:
            return
        self.site = with_history(task, reading.site, reading)
        self.timeline = build_timeline(self.site)
        self.note_copies(task, (*reading.theme.assets.values(), *reading.media))
        self.renderer(task, reading.theme, self.site).compile()

    def forget(self) -> None:
        """Remember nothing."""
        self.site = self.timeline = self._renderer = None
        self._context = ""
        self._known, self._files, self._doubtful = {}, (), set()
        self._sound, self._records, self._cards = set(), {}, {}

    def look(self, task: Task) -> Reading:
        """The site as it is now; an entry that has not changed is the same object as before.

        Raises:
            OtherContextError: when little of what is remembered is worth anything.
        """

        def load(
            files: Sequence[InputFile], context: ReadingContext, digest: str
        ) -> tuple[list[Entry], Mapping[str, Body], list[Diagnostic]]:
            return self._recall(task, files, context, digest)

        return self._read(task, load)

    def tell(self, task: Task, reading: Reading) -> tuple[Site, Timeline]:
        """Site and timeline from a look without errors, as the long way would have them."""
        assert reading.site is not None
        assert self.site is not None
        assert self.timeline is not None
        site = with_history(task, reading.site, reading)
        return site, retell(site, self.site, self.timeline)

    def note_copies(self, task: Task, paths: Iterable[str]) -> None:
        """Remember when the files that are copied had last changed."""
        wanted = set(paths)
        self._copied = {
            file.path: file._replace(mtime_ns=_certain(file, task.now_ns))
            for file in task.scanned[0]
            if file.path in wanted
        }

    def copies(self, task: Task, paths: Iterable[str]) -> list[str]:
        """Which of these files have changed since `note_copies`."""
        now = {file.path: file for file in task.scanned[0]}
        return [path for path in paths if path in now and self._copied.get(path) != now[path]]

    def renderer(self, task: Task, theme: Theme, site: Site) -> Renderer:
        """Draws pages; the same as long as the theme is, for it has compiled it."""
        frame = frame_of(
            site.config,
            pages=site.pages,
            theme=theme,
            preview=task.options.preview,
        )
        if self._renderer is None or self._renderer[0] != theme:
            self._renderer = (theme, Renderer.of(theme))
        self._renderer[1].begin(frame)
        return self._renderer[1]

    def cards(self, theme: Theme) -> dict[str, tuple[Row, Card]]:
        """For `CardMaker.kept`: the cards of the pages that were drawn lately, in the same words."""
        if len(self._cards) > KEPT or self._strings != theme.strings:
            self._cards = {}
            self._strings = theme.strings
        return self._cards

    def _read(self, task: Task, load: Load) -> Reading:
        sound = Sound(self._sound, self.site.sources) if self.site else None
        reader = SiteReader(
            tree=task.tree,
            scanned=task.scanned,
            load=load,
            sound=sound,
            records=self._records,
            now_ns=task.now_ns,
        )
        reading = reader.read(base_url=task.options.base_url, drafts=task.options.drafts)
        if reading.site is not None:
            new = (entry for entry in reading.site.entries if entry.slug not in self._sound)
            self._sound.update([entry.slug for entry in new if is_plain(entry)])
        return reading

    def _recall(
        self, task: Task, files: Sequence[InputFile], context: ReadingContext, digest: str
    ) -> tuple[list[Entry], Mapping[str, Body], list[Diagnostic]]:
        if digest != self._context:
            raise OtherContextError
        found: list[Diagnostic] = []
        changed = self._changed(files)
        new = any(file.path not in self._known for file in changed)
        for file in changed:
            try:
                self._learn(file, task.tree.read(file.path), context, task.now_ns)
            except OSError as problem:
                self._unlearn(file.path)
                message = problem.strerror or str(problem)
                found.append(error("file.unreadable", message, Span(path=file.path)))
        self._files = files
        if new:
            # In the order of their paths, as the long way reads them.
            before = self._known
            self._known = {f.path: before[f.path] for f in files if f.path in before}
        known = self._known.values()
        for notes in [old.notes for old in known if old.notes]:
            found += notes
        entries = [old.entry for old in known if old.entry is not None]
        read = {old.entry.slug: old.body for old in known if old.body and old.entry}
        return entries, _Words(read, task.cache, entries), found

    def _changed(self, files: Sequence[InputFile]) -> list[InputFile]:
        """Which of the entries' files must be read; forgets those that are gone."""
        known = self._known
        if len(files) == len(self._files) and len(files) == len(known):
            pairs = zip(files, self._files, strict=True)
            changed = [file for file, before in pairs if file != before]
            if all(file.path in known for file in changed):
                # Nothing came and nothing went.
                return [*changed, *self._in_doubt(files, changed)]
        for path in known.keys() - {file.path for file in files}:
            self._unlearn(path)
        return [
            file
            for file in files
            if (old := known.get(file.path)) is None
            or (old.size, old.mtime_ns) != (file.size, file.mtime_ns)
        ]

    def _in_doubt(
        self, files: Sequence[InputFile], changed: Sequence[InputFile]
    ) -> Iterator[InputFile]:
        """Files that were read so shortly after they changed that they may have changed again."""
        doubtful = self._doubtful - {file.path for file in changed}
        return (file for file in files if file.path in doubtful) if doubtful else iter(())

    def _learn(self, file: InputFile, raw: bytes, context: ReadingContext, now_ns: int) -> None:
        """Read one entry anew."""
        self._doubt(file.path)
        new = self._known[file.path] = _read(file, raw, context, now_ns)
        if new.mtime_ns == 0:
            self._doubtful.add(file.path)

    def _unlearn(self, path: str) -> None:
        self._doubt(path)
        self._known.pop(path, None)

    def _doubt(self, path: str) -> None:
        """Trust nothing that is known of a file."""
        self._doubtful.discard(path)
        old = self._known.get(path)
        if old is not None and old.entry is not None:
            self._sound.discard(old.entry.slug)


def _certain(file: InputFile, now_ns: int) -> int:
    """When a file changed; 0 when it was so shortly ago that its time proves nothing."""
    return 0 if now_ns - file.mtime_ns < FRESH_NS else file.mtime_ns


def _read(file: InputFile, raw: bytes, context: ReadingContext, now_ns: int) -> _Known:
    reading = read_entry(file.path, raw, context)
    # The long way takes every entry from the cache, where a whole number may become a fraction.
    entry = codec.decode_entry(codec.encode_entry(reading.entry)) if reading.entry else None
    return _Known(len(raw), _certain(file, now_ns), entry, reading.diagnostics, reading.body)
