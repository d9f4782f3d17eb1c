"""Builds in a process of its own, so that the server answers while a build runs.

A thread would do the same work, but the interpreter lets only one thread run at a time: every answer
of the server would wait for the build several times over.
"""

from __future__ import annotations

import gc
import os
import signal
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from site_gen.diagnostics import Diagnostic, SiteGenError
from site_gen.edges.cache import Cache
from site_gen.edges.source import Tree
from site_gen.engine.build import BuildOptions, build
from site_gen.engine.reading import SITE_FILE
from site_gen.engine.task import Task
from site_gen.parsing import frontmatter, schema
from site_gen.parsing.frontmatter.limits import DATA_LIMITS
from site_gen.parsing.records import config_of
from site_gen.parsing.shape import read as read_shape
from site_gen.render import ThemeError, on_pages
from site_gen.serve.glimpse import glimpse
from site_gen.serve.memory import Memory
from site_gen.serve.problem import Problem, problem_of
from site_gen.serve.sight import Sight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path

    from site_gen.engine.task import BuildReport
    from site_gen.parsing.config import Config


IDLE = 0.4
"""Seconds without an order after which there is time to look at every file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a build is asked for."""

    quick: bool
    """Whether what is looked at comes first, and all else with a further build."""
    told: frozenset[str] | None = None
    """All files that may have changed since the last order, relative to the root; None when nobody
    knows."""
    looked_at: tuple[str, ...] = ()
    """Files below the output folder that are open in a browser, the foremost first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a build did, in values that travel between processes."""

    failed: bool
    """Whether the last good site was kept."""
    changed: tuple[str, ...] = ()
    """Files written or removed, below the output folder."""
    problems: tuple[Problem, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    entries: int = 0
    pages: int = 0
    seconds: float = 0.0
    unfinished: bool = False
    """Whether feeds and the search index are still to follow, or more than these."""
    looked_at: tuple[str, ...] | None = None
    """While other pages are to follow as well: the files that are as they should be already."""
    contents: Mapping[str, bytes] = field(default_factory=dict)
    """Of what is open in a browser: file → content, of those that this build has changed. The file
    itself may be that of the next build by the time that somebody reads it."""
    whole: bool = True
    """Whether every page was thought of, not only what is looked at."""
    rest: bool = False
    """Whether this was the build by which they followed."""
    base: str | None = None
    """Base path of the site; None when `content/site.yaml` does not say."""
    crash: str = ""
    """Trace of a mistake in the program itself."""


def work(connection: Connection, options: BuildOptions) -> None:
    """Build once for every `Order` that comes in, until the other end closes."""
    # The terminal sends Ctrl-C to every process of a group; the parent decides. And whoever ends
    # this process ends those that it starts.
    os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    memory = Memory()
    sight = Sight(Tree(root=options.root))
    while True:
        try:
            order: Order = connection.recv()
            connection.send(run(options, order, memory, sight))
        except (EOFError, OSError):
            return
        if order.quick:
            remember(options, memory)
            if not connection.poll(IDLE):
                # Whatever is wrong, the next build says so.
                with suppress(OSError):
                    sight.look_around()


def remember(options: BuildOptions, memory: Memory) -> None:
    """Fill an empty memory, and free what the build has left behind, while nobody waits."""
    if memory.site is None:
        tree, cache = Tree(root=options.root), Cache.of(options.root, options.out)
        # Whatever is wrong, the next build says so, and does without.
        with suppress(Exception):
            look = tree.look()
            began = time.perf_counter()
            memory.fill(Task(options, cache, tree, look, began, None))
        cache.close()
        gc.collect()
        # What is remembered stays; nobody need look through it again.
        gc.freeze()
    else:
        gc.collect()


def run(options: BuildOptions, order: Order, memory: Memory, sight: Sight | None = None) -> Outcome:
    """Build once. Whatever goes wrong is part of the outcome.

    Args:
        options: of the build.
        order: what is asked for.
        memory: of the process.
        sight: likewise; by default a whole look is taken.
    """
    config = settings(options.root)
    base = config.base_path if config else None
    looked_at: tuple[str, ...] | None = None
    whole = True

    def shortcut(task: Task) -> BuildReport | None:
        nonlocal looked_at, whole
        whole = False
        report = glimpse(task, memory, order.looked_at)
        if report is None:
            whole = True
            memory.forget()
        elif report.write is not None:
            looked_at = tuple(path for path, _ in report.reasons)
        return report

    look = None
    if sight is not None:
        # Whatever is wrong, the build's own look says so.
        with suppress(OSError):
            look = sight.look(order.told)
    try:
        report = build(
            replace(options, words_first=order.quick),
            shortcut=shortcut if order.quick else None,
            look=look,
        )
    except ThemeError as problem:
        fault = on_pages(problem.fault, [problem.page])
        found = problem_of(fault, partial(_lines, options.root))
        return Outcome(failed=True, whole=whole, base=base, problems=(found,))
    except SiteGenError as problem:
        found = Problem(severity="error", message=str(problem))
        return Outcome(failed=True, whole=whole, base=base, problems=(found,))
    except Exception as problem:  # noqa: BLE001 - the preview outlives a mistake of the program
        return Outcome(
            failed=True,
            whole=whole,
            base=base,
            problems=(
                Problem(
                    severity="error",
                    message=f"site-gen itself failed: {type(problem).__name__}: {problem}",
                    hint="the terminal shows where; the preview goes on with the next save",
                ),
            ),
            crash=traceback.format_exc(),
        )

    for path in report.foreign:
        # The folder is a preview's own: nobody else's files are in it.
        with suppress(OSError):
            (options.out / path).unlink()

    lines = cache(partial(_lines, options.root))
    written = report.write
    changed = (*written.written, *written.removed) if written else ()
    return Outcome(
        failed=written is None,
        changed=changed,
        contents=_contents(options.out, [path for path in order.looked_at if path in changed]),
        problems=tuple(problem_of(d, lines) for d in report.diagnostics),
        diagnostics=report.diagnostics,
        entries=report.entries,
        pages=report.pages,
        seconds=report.seconds,
        unfinished=report.unfinished,
        looked_at=looked_at,
        whole=whole,
        base=base,
    )


def _contents(out: Path, paths: Iterable[str]) -> dict[str, bytes]:
    found = {}
    for path in paths:
        # What was removed, or by somebody else, is shown as missing when it is asked for.
        with suppress(OSError):
            found[path] = (out / path).read_bytes()
    return found


def _lines(root: Path, path: str) -> Sequence[str]:
    try:
        return Tree(root=root).read(path).decode(errors="replace").split("\n")
    except OSError:
        return ()


def settings(root: Path) -> Config | None:
    """The site's settings as far as they can be read; None when `content/site.yaml` cannot."""
    try:
        raw = Tree(root=root).read(SITE_FILE)
    except OSError:
        return None
    return _settings_in(raw)


def base_path(root: Path) -> str | None:
    """The path part of the site's `base_url`, without a slash at its end; None when not known."""
    config = settings(root)
    return config.base_path if config else None


_settings: dict[bytes, Config | None] = {}


def _settings_in(raw: bytes) -> Config | None:
    if raw not in _settings:
        _settings.clear()
        text, _ = frontmatter.decode(raw, SITE_FILE)
        node, _ = frontmatter.parse_yaml(text, SITE_FILE, limits=DATA_LIMITS)
        data: dict[str, Any] = {}
        if node is not None:
            data, _ = read_shape(node, schema.SITE, SITE_FILE)
        _settings[raw] = config_of({"title": "", **data}, "") if data else None
    return _settings[raw]
