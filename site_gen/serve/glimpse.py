"""The shortest way from a save to the pages that somebody looks at.

Whatever has changed, an open page shows it as soon as that page alone can be drawn from what is in
memory. All others follow in a pause, by an ordinary build. Until then the output folder is no whole
site: the files that were written here are remembered as made from nothing known, and what the last
build left for the next is forgotten, so the build that follows looks at everything and puts right
whatever it would have made otherwise.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from site_gen.edges.cache import Trace
from site_gen.edges.output import Staged, Switch, prepare, stage
from site_gen.engine.rebuild import refused
from site_gen.engine.task import BuildReport
from site_gen.pages import find
from site_gen.pages.cards import CardMaker
from site_gen.pages.digests import Digests
from site_gen.serve.memory import OtherContextError
from site_gen.web.marks import finish, finish_with_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from site_gen.chronology.rows import Row
    from site_gen.chronology.site import Site
    from site_gen.chronology.timeline import Timeline
    from site_gen.engine.reading import Reading
    from site_gen.engine.task import Task
    from site_gen.model import Entry
    from site_gen.pages import Page
    from site_gen.render import Renderer
    from site_gen.serve.memory import Memory
    from site_gen.themes.theme import Theme

MOST = 50
"""With more new entries than this the long way is as short."""
BUDGET = 0.2
"""Seconds after which no further page is drawn; those that are left follow with all others."""
UNKNOWN = Trace("", -1, "")
"""Of a file that must be made anew, whatever it is made from."""


class _Unasked(Digests):
    """Digests that nobody asks for: what is drawn here is drawn in any case."""

    def source(self, source_id: str) -> str:
        """Nothing."""
        _ = source_id
        return ""

    def sources(self, source_ids: tuple[str, ...]) -> str:
        """Nothing."""
        _ = source_ids
        return ""

    def row(self, row: Row) -> str:
        """Nothing."""
        _ = row
        return ""

    def rows(self, rows: Iterable[Row]) -> str:
        """Nothing."""
        _ = rows
        return ""

    def entry(self, entry: Entry) -> str:
        """Nothing."""
        _ = entry
        return ""


def glimpse(task: Task, memory: Memory, looked_at: Sequence[str]) -> BuildReport | None:
    """Bring to date what is looked at, and the pages of the entries that have changed.

    Args:
        task: the build.
        memory: of the process; brought to date as well.
        looked_at: files below the output folder that are open in a browser, the foremost first.

    Returns:
        A report that says `unfinished`, with every file that is now as it should be among its
        reasons; None when only the long way can tell.
    """
    before = memory.site
    if before is None:
        return None
    try:
        reading = memory.look(task)
    except OtherContextError:
        return None
    task.lap("read")
    if reading.site is None or reading.theme is None:
        return refused(task, reading)
    old = {entry.slug: entry for entry in before.entries}
    new = [entry.slug for entry in reading.site.entries if old.get(entry.slug) is not entry]
    if len(new) > MOST:
        return None
    site, timeline = memory.tell(task, reading)
    task.lap("timeline")
    gone = old.keys() - {entry.slug for entry in site.entries}
    task.forget()
    prepare(task.cache.folder)
    switch = Switch(out=task.options.out, state=task.cache.folder)
    paths = [*looked_at, *map(_path, new)] if "entries" in reading.theme.pages else looked_at
    switch.staged = [
        *_copies(task, memory, reading, reading.theme),
        *_pages(task, memory, reading.theme, site, timeline, tuple(dict.fromkeys(paths))),
    ]
    switch.removed = [path for path in map(_path, sorted(gone)) if task.cache.trace(path)]
    task.lap("render")
    # First of all it must be known that these files are no longer what they were.
    fresh = [file for file in switch.staged if file.new]
    task.cache.set_traces((file.path, UNKNOWN) for file in fresh)
    task.cache.commit()
    written = switch.commit()
    task.cache.set_traces(
        ((file.path, Trace(file.digest, file.size, "")) for file in fresh), switch.removed
    )
    task.cache.commit()
    switch.close()
    memory.site, memory.timeline = site, timeline
    memory.note_copies(task, (*reading.theme.assets.values(), *reading.media))
    task.lap("write")
    return BuildReport(
        diagnostics=reading.diagnostics,
        write=written,
        entries=len(site.entries),
        events=len(timeline.rows),
        read=len(new),
        reasons=tuple((file.path, ("LookedAt",)) for file in switch.staged),
        stages=task.stages,
        unfinished=True,
        seconds=time.perf_counter() - task.began,
    )


def _path(slug: str) -> str:
    return f"entries/{slug}/index.html"


def _copies(task: Task, memory: Memory, reading: Reading, theme: Theme) -> Iterator[Staged]:
    """Styles, scripts and pictures that have changed."""
    sources = {source: f"assets/{path}" for path, source in theme.assets.items()}
    sources |= {source: source.removeprefix("content/") for source in reading.media}
    for source in memory.copies(task, sources):
        try:
            content = task.tree.read(source)
        except OSError:
            continue  # The build that follows says what is wrong.
        yield _staged(task, sources[source], content)


def _pages(
    task: Task,
    memory: Memory,
    theme: Theme,
    site: Site,
    timeline: Timeline,
    paths: Sequence[str],
) -> Iterator[Staged]:
    began = time.perf_counter()
    maker = CardMaker(site, timeline, theme.strings, kept=memory.cards(theme))
    maker.digests = _Unasked(site, timeline)
    renderer = memory.renderer(task, theme, site)
    pages = {page.path: page for page in find(maker, paths, kinds=theme.pages, lists=theme.lists)}
    for path in paths:
        if path in pages and time.perf_counter() - began < BUDGET:
            yield _staged(task, path, _drawn(pages[path], renderer, site))


def _drawn(page: Page, renderer: Renderer, site: Site) -> bytes:
    config = site.config
    text = renderer.text(page)
    roots: dict[str, Any] = {"base_path": config.base_path, "relative_urls": config.relative_urls}
    if not page.entry:
        return finish(text, page.url, **roots).encode()
    content, _ = finish_with_words(text, site.bodies[page.entry], page.url, **roots)
    return content


def _staged(task: Task, path: str, content: bytes) -> Staged:
    cache, out = task.cache, task.options.out
    return stage(cache.folder, out, path, content, cache.trace(path))
