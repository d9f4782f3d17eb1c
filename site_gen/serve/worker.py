"""Builds in a process of its own, so that the server answers while a build runs.

A thread would do the same work, but the interpreter lets only one thread run at a time: every answer
of the server would wait for the build several times over.
"""

from __future__ import annotations

import os
import signal
import traceback
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from site_gen import frontmatter, schema
from site_gen.build import BuildOptions, build
from site_gen.diagnostics import Diagnostic, SiteGenError
from site_gen.frontmatter.limits import DATA_LIMITS
from site_gen.reading import SITE_FILE
from site_gen.records import config_of
from site_gen.serve.problem import Problem, problem_of
from site_gen.shape import read as read_shape
from site_gen.source import Tree

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path


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
    """Whether feeds and the search index are still to follow."""
    rest: bool = False
    """Whether this was the build by which they followed."""
    base: str | None = None
    """Base path of the site; None when `content/site.yaml` does not say."""
    crash: str = ""
    """Trace of a mistake in the program itself."""


def work(connection: Connection, options: BuildOptions) -> None:
    """Build once for every request that comes in, until the other end closes.

    A request says whether new words shall be shown before feeds and the search index have them.
    """
    # The terminal sends Ctrl-C to every process of a group; the parent decides. And whoever ends
    # this process ends those that it starts.
    os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            words_first: bool = connection.recv()
            connection.send(run(replace(options, words_first=words_first)))
        except (EOFError, OSError):
            return


def run(options: BuildOptions) -> Outcome:
    """Build once. Whatever goes wrong is part of the outcome."""
    base = base_path(options.root)
    try:
        report = build(options)
    except SiteGenError as problem:
        return Outcome(
            failed=True, base=base, problems=(Problem(severity="error", message=str(problem)),)
        )
    except Exception as problem:  # noqa: BLE001 - the preview outlives a mistake of the program
        return Outcome(
            failed=True,
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

    @cache
    def lines(path: str) -> Sequence[str]:
        try:
            return Tree(root=options.root).read(path).decode(errors="replace").split("\n")
        except OSError:
            return ()

    written = report.write
    return Outcome(
        failed=written is None,
        changed=(*written.written, *written.removed) if written else (),
        problems=tuple(problem_of(d, lines) for d in report.diagnostics),
        diagnostics=report.diagnostics,
        entries=report.entries,
        pages=report.pages,
        seconds=report.seconds,
        unfinished=report.unfinished,
        base=base,
    )


def base_path(root: Path) -> str | None:
    """The path part of the site's `base_url`, without a slash at its end.

    Returns:
        None when `content/site.yaml` cannot be read.
    """
    try:
        raw = Tree(root=root).read(SITE_FILE)
    except OSError:
        return None
    return _base_path_in(raw)


_bases: dict[bytes, str | None] = {}


def _base_path_in(raw: bytes) -> str | None:
    if raw not in _bases:
        _bases.clear()
        text, _ = frontmatter.decode(raw, SITE_FILE)
        node, _ = frontmatter.parse_yaml(text, SITE_FILE, limits=DATA_LIMITS)
        data: dict[str, Any] = {}
        if node is not None:
            data, _ = read_shape(node, schema.SITE, SITE_FILE)
        _bases[raw] = config_of({"title": "", **data}, "").base_path if data else None
    return _bases[raw]
