"""Puts the steps together: read, parse, model, timeline, pages, render, write."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_gen import __version__
from site_gen.cache import Cache
from site_gen.output import Switch, WriteReport, recover
from site_gen.pages import plan
from site_gen.reading import read_site
from site_gen.render import Frame, Renderer
from site_gen.source import Tree
from site_gen.timeline import build as build_timeline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_gen.artifact import Artifact
    from site_gen.config import Config
    from site_gen.diagnostics import Diagnostic
    from site_gen.site import Site
    from site_gen.timeline import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What a build is asked for."""

    root: Path
    out: Path
    base_url: str = ""
    """Overrides the site's own."""
    drafts: bool = False
    preview: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build found and did."""

    diagnostics: tuple[Diagnostic, ...]
    write: WriteReport | None
    """None when errors kept the old site in place."""
    entries: int = 0
    events: int = 0
    pages: int = 0
    seconds: float = 0.0

    @property
    def failed(self) -> bool:
        """Whether there was an error."""
        return any(d.severity == "error" for d in self.diagnostics)


def frame_of(config: Config, *, preview: bool = False) -> Frame:
    """What every page of a site shares."""
    return Frame(
        title=config.title,
        description=config.description,
        language=config.language,
        origin=config.origin,
        base_path=config.base_path,
        relative_urls=config.relative_urls,
        license=config.license,
        repository=config.repository,
        editors=config.editors,
        generator=f"site-gen {__version__}",
        preview=preview,
    )


def artifacts(site: Site, timeline: Timeline) -> Iterator[Artifact]:
    """All files of the site that are neither pages nor copied: feeds, exports, the search index."""
    _ = site, timeline
    yield from ()


def build(options: BuildOptions) -> BuildReport:
    """Build a site. With errors in the content nothing is written.

    Raises:
        SiteGenError: when files cannot be written or a template fails.
    """
    began = time.perf_counter()
    tree = Tree(root=options.root)
    reading = read_site(tree, base_url=options.base_url, drafts=options.drafts)
    if reading.site is None or reading.theme is None:
        return BuildReport(
            diagnostics=reading.diagnostics, write=None, seconds=time.perf_counter() - began
        )
    site = reading.site
    timeline = build_timeline(site)
    renderer = Renderer(
        reading.theme.templates,
        reading.theme.strings,
        frame_of(site.config, preview=options.preview),
    )
    cache = Cache.of(options.root, options.out)
    recover(cache.folder)
    previous = cache.load("output").get("files", {})
    switch = Switch(out=options.out, state=cache.folder, previous=previous)
    pages = 0
    for page in plan(site, timeline):
        switch.add(
            page.path, renderer.render(page, site.bodies[page.entry] if page.entry else None)
        )
        pages += 1
    for path, source in reading.theme.assets.items():
        switch.add(f"assets/{path}", tree.read(source))
    for path in reading.media:
        switch.add(path.removeprefix("content/"), tree.read(path))
    for artifact in artifacts(site, timeline):
        switch.add(artifact.path, artifact.make())
    report = switch.commit()
    cache.save("output", {"files": switch.files()})
    return BuildReport(
        diagnostics=reading.diagnostics,
        write=report,
        entries=len(site.entries),
        events=len(timeline.rows),
        pages=pages,
        seconds=time.perf_counter() - began,
    )
