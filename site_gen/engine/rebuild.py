"""The long way of a build: read everything, then assemble the site anew.

What assembling needs is imported, and the templates are compiled, while other processes read the
entries: on a first build that is a fifth of all.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from site_gen.diagnostics import packed
from site_gen.edges.cache import TEMPLATES
from site_gen.edges.repository import head
from site_gen.engine.loading import EntryLoader
from site_gen.engine.reading import SiteReader, check_templates, in_order
from site_gen.engine.task import BuildReport

if TYPE_CHECKING:
    from site_gen.chronology.site import Site
    from site_gen.engine.reading import Reading
    from site_gen.engine.task import Task
    from site_gen.render import Renderer
    from site_gen.themes.theme import Theme


def rebuild(task: Task) -> BuildReport:
    """Build a site, whatever has changed."""
    tools = _Tools()
    reading = _read(task, tools)
    task.lap("read")
    reading = _with_templates(task, reading, tools)
    task.lap("templates")
    if reading.site is None or reading.theme is None:
        task.remember({"ok": False, "diagnostics": packed(reading.diagnostics)})
        return refused(task, reading)
    site = with_history(task, reading.site, reading)
    task.lap("history")
    from site_gen.engine.assembly import assemble

    return assemble(task, reading, site, tools.renderer(reading.theme))


class _Tools(Struct):
    """What draws pages, laid out before it is certain that there will be any."""

    ready: Renderer | None = None

    def lay_out(self, theme: Theme | None) -> None:
        """Import and compile what the second half will ask for."""
        from site_gen.render import Renderer

        if theme is not None:
            self.ready = Renderer.of(theme)
            self.ready.compile()

    def renderer(self, theme: Theme) -> Renderer:
        """With the theme's templates."""
        if self.ready is None:
            from site_gen.render import Renderer

            self.ready = Renderer.of(theme)
        return self.ready


def _with_templates(task: Task, reading: Reading, tools: _Tools) -> Reading:
    """What was read, with the mistakes of templates."""
    before = task.cache.meta().get(TEMPLATES, "")
    sound, found = check_templates(task.tree, reading.theme, before, tools.renderer)
    if sound != before:
        task.cache.note({TEMPLATES: sound})
    if not found:
        return reading
    site = None if any(d.severity == "error" for d in found) else reading.site
    return replace(reading, site=site, diagnostics=in_order([*reading.diagnostics, *found]))


def refused(task: Task, reading: Reading) -> BuildReport:
    """What is said of a site with errors."""
    return BuildReport(
        diagnostics=reading.diagnostics,
        write=None,
        stages=task.stages,
        seconds=time.perf_counter() - task.began,
    )


def with_history(task: Task, site: Site, reading: Reading) -> Site:
    """The site with what its repository remembers of its entries."""
    root = task.options.root
    commit = head(root)
    if not commit:
        return site
    from site_gen.engine.history import revisions

    strings = reading.theme.strings if reading.theme else {}
    found = revisions(root, site, task.cache, head=commit, context=reading.context, strings=strings)
    return replace(site, revisions=found)


def _read(task: Task, tools: _Tools) -> Reading:
    loader = EntryLoader(
        tree=task.tree,
        cache=task.cache,
        workers=task.options.workers,
        now_ns=task.now_ns,
        progress=task.progress,
        meanwhile=lambda: tools.lay_out(reader.theme),
    )
    reader = SiteReader(tree=task.tree, scanned=task.scanned, load=loader.load)
    reading = reader.read(base_url=task.options.base_url, drafts=task.options.drafts)
    task.read = loader.read
    task.forget_scan()
    return reading
