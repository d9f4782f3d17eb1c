"""The second half of the long way: from the read site to the written one.

Timeline, pages, stale?, render, write. Every page is planned; those whose inputs are as they were keep
their files. All that is out of date is made before the first file of the site is touched.
"""

from __future__ import annotations

import json
import re
import time
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from site_gen import __version__
from site_gen.chronology.timeline import build as build_timeline
from site_gen.diagnostics import SiteGenError, packed
from site_gen.digest import digest
from site_gen.edges.cache import Trace, shard_of
from site_gen.edges.output import (
    Staged,
    Switch,
    close,
    foreign,
    make_folders,
    prepare,
    present,
    stage,
)
from site_gen.edges.processes import WORTH_PROCESSES, beside, in_processes
from site_gen.engine import codec
from site_gen.engine.outdated import encode_inputs, reasons
from site_gen.engine.reading import in_order
from site_gen.engine.task import BuildReport
from site_gen.exports import exports
from site_gen.pages import Page, plan
from site_gen.pages.cards import CardMaker
from site_gen.pages.digests import digest_of
from site_gen.render import Frame, Renderer, ThemeError, on_pages
from site_gen.themes.catalogue import Catalogue
from site_gen.themes.theme import USUAL_EXPORTS
from site_gen.web.address import SHARED_PICTURE
from site_gen.web.artifact import Artifact, told
from site_gen.web.marks import finish, finish_with_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from site_gen.chronology.site import Site
    from site_gen.chronology.timeline import Timeline
    from site_gen.diagnostics import Diagnostic
    from site_gen.engine.reading import Reading
    from site_gen.engine.task import Task
    from site_gen.model import StaticPage
    from site_gen.parsing.config import Config
    from site_gen.themes.theme import Theme
    from site_gen.web.artifact import Inputs

SEARCH = "search"
"""What themes call the search index."""
SEARCH_WORDS = "search/words.json"
"""Words of the search, where they are not those that its script has."""

FILTERS = "filters"
"""Kind of export that the pages' filters read; made from cards, so not one of `exports`."""
CHUNK = 50
"""Pages that a process takes at a time."""
_QUOTED = re.compile(r"[\"']([^\"'\n]+)[\"']")


def assemble(task: Task, reading: Reading, site: Site, renderer: Renderer) -> BuildReport:
    """Bring the output folder to what a site says.

    Args:
        task: the build.
        reading: without errors.
        site: what was read, with its history.
        renderer: with the theme's templates.
    """
    assert reading.theme is not None
    traces = task.cache.traces()
    with beside(None if traces else _folders_ahead(task, site, reading.theme)):
        timeline = build_timeline(site)
        task.lap("timeline")
        assembly = _Assembly(task, reading, site, reading.theme, timeline, renderer, traces)
        if task.kept is not None:
            task.kept.append(assembly)
        assembly.make()
    return assembly.refuse() if assembly.faults else assembly.publish()


def _folders_ahead(task: Task, site: Site, theme: Theme) -> Callable[[], None] | None:
    """Makes the folders of the entries' pages on a first build, where that is worth a process.

    One core orders the events and plans the pages meanwhile.
    """
    few = len(site.entries) < WORTH_PROCESSES or task.options.workers < 2
    if few or "entries" not in theme.pages:
        return None
    folders = [f"entries/{entry.slug}" for entry in site.entries]
    return partial(make_folders, task.cache.folder, folders)


def artifacts(
    maker: CardMaker, urls: Sequence[str], kinds: Sequence[str] = USUAL_EXPORTS
) -> Iterator[Artifact]:
    """All files of the site that are neither pages nor copied nor of the search index: feeds, exports.

    Args:
        maker: of the site's cards.
        urls: site paths of all pages.
        kinds: of files that the theme asks for.
    """
    if FILTERS in kinds:
        from site_gen.pages.filter_index import filter_index

        yield from filter_index(maker)
    yield from exports(maker, urls, [kind for kind in kinds if kind not in (FILTERS, SEARCH)])


def search_artifacts(maker: CardMaker, task: Task) -> Iterator[Artifact]:
    """The search index, whose files' names follow from their content, and words of its own."""
    from site_gen.engine.searching import Keeper

    words = maker.catalogue.search_words()
    if words:
        content = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
        inputs = (("strings", digest(content)),)
        yield Artifact(path=SEARCH_WORDS, inputs=inputs, make=lambda: content)
    keeper = Keeper(task.cache, read=lambda path: (task.options.out / path).read_bytes())
    index = keeper.refresh(maker, task.tree.program)
    for path in index.paths:
        yield Artifact(
            path=path,
            inputs=index.inputs(path),
            make=partial(index.content, path),
        )


def frame_of(
    config: Config,
    *,
    pages: Iterable[StaticPage] = (),
    picture: bool = False,
    theme: Theme | None = None,
    preview: bool = False,
) -> Frame:
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
        pages=tuple((page.title, f"/{page.slug}/") for page in pages),
        picture=f"{config.origin}/{SHARED_PICTURE}" if picture else "",
        own_style=theme is not None and theme.has_own_style,
        search_words=SEARCH_WORDS if theme and has_search_words(theme) else "",
        preview=preview,
    )


def has_search_words(theme: Theme) -> bool:
    """Whether the search has to say something otherwise than its script would."""
    return SEARCH in theme.exports and bool(Catalogue(theme.strings).search_words())


def closures(templates: Mapping[str, str]) -> dict[str, str]:
    """Template → digest of it and of every template that it may use.

    Any quoted text that is the name of a template counts as a use: that is sure to find all of
    them, and to find one too many costs a page rendered for nothing.
    """
    uses = {
        name: {word for word in _QUOTED.findall(text) if word in templates}
        for name, text in templates.items()
    }

    def reach(name: str) -> set[str]:
        found: set[str] = set()
        todo = [name]
        while todo:
            here = todo.pop()
            if here not in found:
                found.add(here)
                todo.extend(uses[here])
        return found

    digests = {name: digest(text.encode()) for name, text in templates.items()}
    return {
        name: digest_of([(used, digests[used]) for used in sorted(reach(name))])
        for name in templates
    }


_Made: TypeAlias = "tuple[Staged, str, tuple[str, ...]]"
"""A file, its inputs as text, and the reasons to make it."""


class _Assembly(Struct):
    """The work on one site, step by step."""

    task: Task
    reading: Reading
    site: Site
    theme: Theme
    timeline: Timeline
    renderer: Renderer
    traces: dict[str, Trace]
    inputs: dict[str, str] = field(default_factory=dict)
    """Path → trace text, for every file that the site will have."""
    kept: int = 0
    pages: int = 0
    stale: list[Page | Artifact] = field(default_factory=list)
    why: dict[str, tuple[str, ...]] = field(default_factory=dict)
    deferred: list[Page | Artifact] = field(default_factory=list)
    """Files of which the process that would make them finds out whether they are out of date."""
    jobs: list[list[Page | Artifact]] = field(default_factory=list)
    common: Inputs = ()
    """What every page is made from."""
    closures: dict[str, str] = field(default_factory=dict)
    """Template → digest of all that it may use."""
    paths: dict[str, str] = field(default_factory=dict)
    """Entry slug → path of its file."""
    maker: CardMaker | None = None
    roots: dict[str, Any] = field(default_factory=dict)
    """How links within the site are written: what `finish` asks for."""
    strangers: tuple[str, ...] = ()
    """Files in the output folder that no build has written, as far as a first build finds any."""
    staged: list[Staged] = field(default_factory=list)
    faults: dict[Diagnostic, list[str]] = field(default_factory=dict)
    """What is wrong with templates → site paths of the pages that show it."""

    def make(self) -> None:
        """Find what is out of date, and make it beside the site."""
        task = self.task
        config = self.site.config
        self.roots = {"base_path": config.base_path, "relative_urls": config.relative_urls}
        self.paths = {entry.slug: entry.span.path for entry in self.site.entries}
        if not self.traces:
            self.strangers = foreign(task.options.out, self.traces)
        self._guard()
        self._plan()
        task.lap("plan")
        prepare(task.cache.folder)
        self.staged = self._make()
        task.lap("render")

    def refuse(self) -> BuildReport:
        """Leave the site as it is, since templates have failed."""
        task = self.task
        close(task.cache.folder)
        faults = [on_pages(fault, pages) for fault, pages in self.faults.items()]
        diagnostics = in_order((*self.reading.diagnostics, *faults))
        task.remember({"ok": False, "diagnostics": packed(diagnostics)})
        return BuildReport(
            diagnostics=diagnostics,
            write=None,
            stages=task.stages,
            seconds=time.perf_counter() - task.began,
        )

    def publish(self) -> BuildReport:
        """Bring what was made to its place in the site."""
        task = self.task
        switch = Switch(out=task.options.out, state=task.cache.folder, staged=self.staged)
        switch.removed = [path for path in self.traces if path not in self.inputs]
        written = switch.commit()
        self._remember(switch)
        switch.close()
        task.lap("write")
        return BuildReport(
            diagnostics=self.reading.diagnostics,
            write=type(written)(
                written=written.written,
                unchanged=written.unchanged + self.kept,
                removed=written.removed,
            ),
            entries=len(self.site.entries),
            drafts=self.reading.drafts,
            events=len(self.timeline.rows),
            pages=self.pages,
            read=task.read,
            reasons=tuple(sorted(self.why.items())),
            stages=task.stages,
            foreign=tuple(path for path in self.strangers if path not in self.inputs),
            seconds=time.perf_counter() - task.began,
        )

    def _guard(self) -> None:
        """Refuse to build over a folder of other things.

        `public/` is the site's own by design; any other folder must be empty, or one that an
        earlier build has filled.
        """
        options = self.task.options
        strangers = self.strangers
        if strangers and options.out != options.root / "public" and not options.overwrite:
            message = (
                f"{options.out} holds files that no build has written ({strangers[0]}, …); "
                "choose an empty folder, or say --overwrite"
            )
            raise SiteGenError(message)

    def _plan(self) -> None:
        config, options = self.site.config, self.task.options
        frame = frame_of(
            config,
            pages=self.site.pages,
            picture=self._share_fonts() is not None,
            theme=self.theme,
            preview=options.preview,
        )
        self.renderer.begin(frame)
        settings = digest_of((self.reading.context, frame, self.site.geometry))
        self.closures = closures(self.theme.templates)
        self.common = (("program", self.task.tree.program), ("settings", settings))
        self.maker = maker = CardMaker(self.site, self.timeline, self.theme.strings)
        urls = []
        for page in plan(maker, kinds=self.theme.pages, lists=self.theme.lists):
            urls.append(page.url)
            self._consider(page)
        self.pages = len(urls)
        for artifact in artifacts(maker, urls, self.theme.exports):
            self._consider(artifact)
        if SEARCH in self.theme.exports:
            for artifact in search_artifacts(maker, self.task):
                self._consider(artifact, alone=True)
        fonts = self._share_fonts()
        if fonts:
            from site_gen.share import share_artifact

            picture = share_artifact(maker, *fonts)
            self._consider(picture)
        for path, source in self.theme.assets.items():
            self._copy(f"assets/{path}", source)
        for path in self.reading.media:
            self._copy(path.removeprefix("content/"), path)
        self._look_for_clashes()

    def _look_for_clashes(self) -> None:
        """Refuse an address that would need a folder where the site has a file."""
        for path in self.inputs:
            folder = path.rpartition("/")[0]
            while folder:
                if folder in self.inputs:
                    message = f"{folder} would be a file, and the folder of {path}"
                    raise SiteGenError(message)
                folder = folder.rpartition("/")[0]

    def _share_fonts(self) -> tuple[Callable[[], bytes], Callable[[], bytes]] | None:
        """The fonts of the picture for shared links; None in previews and when the theme has none."""
        serif, sans = (self.theme.assets.get(f"fonts/{name}.woff2") for name in ("serif", "sans"))
        if self.task.options.preview or not serif or not sans:
            return None
        return partial(self.task.tree.read, serif), partial(self.task.tree.read, sans)

    def _copy(self, path: str, source: str) -> None:
        try:
            content = self.task.tree.read(source)
        except OSError as problem:
            message = f"{source}: {problem.strerror}"
            raise SiteGenError(message) from problem
        artifact = Artifact(path=path, inputs=(("file", digest(content)),), make=lambda: content)
        self._consider(artifact, alone=True)

    def _inputs_of(self, found: Page | Artifact) -> Inputs:
        assert self.maker is not None
        if isinstance(found, Artifact):
            return (*self.common, *told(found.inputs))
        head = digest_of((found.title, found.description, found.kind, found.crumbs))
        return (
            *self.common,
            *told(found.inputs),
            ("strings", self.maker.strings_digest),
            ("head", head),
            (f"template:{found.template}", self.closures.get(found.template, "")),
        )

    def _take(self, path: str, inputs: str) -> None:
        """Note a file that the site will have."""
        if path in self.inputs:
            message = f"two pages would be written to {path}"
            raise SiteGenError(message)
        self.inputs[path] = inputs

    def _why(self, path: str, inputs: str) -> tuple[str, ...]:
        """Reasons to make a file anew."""
        old = self.traces.get(path)
        here = old is not None and present(self.task.options.out, path, old.size)
        return tuple(map(str, reasons(old.inputs if old else None, inputs, present=here)))

    def _consider(self, found: Page | Artifact, *, alone: bool = False) -> None:
        """Take up a file of the site, and see whether it has to be made anew.

        Args:
            found: the file.
            alone: whether nothing counts but its own inputs.
        """
        path = found.path
        if not isinstance(found.inputs, tuple):
            self._take(path, "")
            self.deferred.append(found)
            return
        text = encode_inputs(found.inputs if alone else self._inputs_of(found))
        self._take(path, text)
        why = self._why(path, text)
        if why:
            self.why[path] = why
            # The text is enough from here on; ten thousand pages' inputs are ten megabytes.
            self.stale.append(replace(found, inputs=()))
        else:
            self.kept += 1

    def _shares(self) -> list[list[Page | Artifact]]:
        """What is to be made, or looked at, in shares for processes; pages of entries by shard."""
        by_shard: dict[int, list[Page | Artifact]] = {}
        rest: list[Page | Artifact] = []
        for found in (*self.stale, *self.deferred):
            if isinstance(found, Artifact) or not found.entry:
                rest.append(found)
            else:
                shard = shard_of(self.paths[found.entry])
                by_shard.setdefault(shard, []).append(found)
        # Exports are the largest files: they go before the pages of lists, of which more and more is kept.
        rest.sort(key=lambda found: not isinstance(found, Artifact))
        return [by_shard[shard] for shard in sorted(by_shard)] + [
            rest[start : start + CHUNK] for start in range(0, len(rest), CHUNK)
        ]

    def _make(self) -> list[Staged]:
        """Make everything that is out of date, in several processes when there is much of it."""
        self.jobs = self._shares()
        total = sum(map(len, self.jobs))
        workers = self.task.options.workers if total >= WORTH_PROCESSES else 1
        staged: list[Staged] = []
        done = 0
        results = in_processes(self._do, range(len(self.jobs)), workers)
        for number, (made, faults) in enumerate(results):
            for fault, page in faults:
                self.faults.setdefault(fault, []).append(page)
            for file, inputs, why in made:
                staged.append(file)
                if why:
                    self.inputs[file.path], self.why[file.path] = inputs, why
            done += len(self.jobs[number])
            if self.task.progress:
                self.task.progress("pages", done, total)
        for found in self.deferred if not self.faults else ():
            if found.path not in self.why:
                self.inputs[found.path] = self.traces[found.path].inputs
                self.kept += 1
        return staged

    def _do(self, number: int) -> tuple[list[_Made], list[tuple[Diagnostic, str]]]:
        """One job: pages of entries that share a shard of the cache, or some other files.

        Returns:
            What was made; for files that were deferred, with their inputs as text, and the reasons.
            And what is wrong with templates, with the site path of the page.
        """
        made: list[_Made] = []
        faults: list[tuple[Diagnostic, str]] = []
        cuts = []
        state, out = self.task.cache.folder, self.task.options.out
        for found, words, inputs, why in self._with_words(self.jobs[number]):
            known = text = ""
            if isinstance(found, Page):
                try:
                    text = self.renderer.text(found)
                except ThemeError as problem:
                    faults.append((problem.fault, problem.page))
                    continue
            if isinstance(found, Artifact):
                content = found.make()
            elif words is None:
                content = finish(text, found.url, **self.roots).encode()
            else:
                content, places = finish_with_words(
                    text, codec.decode_body(words), found.url, **self.roots
                )
                known = places.page
                cuts.append((self.paths[found.entry], str(places)))
                assert self.maker is not None
                # Nobody else shows them; what takes their memory is near at hand then.
                self.maker.forget_entries()
            old = self.traces.get(found.path)
            file = stage(state, out, found.path, content, old, found=known)
            made.append((file, inputs, why))
        if cuts:
            self.task.cache.set_cuts(cuts)
        return made, faults

    def _with_words(
        self, job: Sequence[Page | Artifact]
    ) -> Iterator[tuple[Page | Artifact, str | None, str, tuple[str, ...]]]:
        """Each file of a job that has to be made.

        With it, for pages of entries, their words as the cache has them; for files that were
        deferred, their inputs as text, and the reasons.
        """
        pages: dict[str, tuple[Page, str, tuple[str, ...]]] = {}
        for found in job:
            if isinstance(found.inputs, tuple):
                yield found, None, "", ()
                continue
            text = encode_inputs(self._inputs_of(found))
            why = self._why(found.path, text)
            if not why:
                continue
            if isinstance(found, Artifact) or not found.entry:
                yield found, None, text, why
            else:
                pages[self.paths[found.entry]] = (found, text, why)
        for path, words in self.task.cache.bodies(list(pages)):
            page, text, why = pages[path]
            yield page, words, text, why

    def _remember(self, switch: Switch) -> None:
        cache, config = self.task.cache, self.site.config
        if switch.staged or switch.removed:
            cache.set_traces(
                (
                    (file.path, Trace(file.digest, file.size, self.inputs[file.path]))
                    # In the order of the table's index, which grows at its end alone then.
                    for file in sorted(switch.staged, key=attrgetter("path"))
                ),
                switch.removed,
            )
            cache.set_readers(
                sorted(
                    (name, path)
                    for path, text in self.inputs.items()
                    for name in _prose_names(text)
                )
            )
        cache.commit()
        cache.settle()
        self.task.remember(
            {
                "ok": True,
                "diagnostics": packed(self.reading.diagnostics),
                "context": self.reading.context,
                "entries": len(self.site.entries),
                "drafts": self.reading.drafts,
                "events": len(self.timeline.rows),
                "pages": self.pages,
                "files": len(self.inputs),
                "base_path": config.base_path,
                "relative_urls": config.relative_urls,
                "max_entry_bytes": config.max_entry_bytes,
            }
        )


_PROSE_NAME = re.compile(r'"(prose:[^"]+)":')


def _prose_names(inputs: str) -> list[str]:
    return _PROSE_NAME.findall(inputs)
