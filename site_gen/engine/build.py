"""Builds a site with no more work than what changed asks for.

Nothing changed: a look at the folders says so, and that is all. Only words of some entries changed:
their pages get the new words. Anything else: `rebuild` goes through all steps and makes what is out
of date. Each way ends with the same site; the later ones are only slower. What is imported here is
little, since an import can take longer than such a build.
"""

from __future__ import annotations

import fcntl
import gc
import sqlite3
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from site_gen.diagnostics import SiteGenError, unpacked
from site_gen.edges.cache import Cache, Trace
from site_gen.edges.look import INPUT_FOLDERS, LISTING
from site_gen.edges.output import WriteReport, close, guard, own, recover
from site_gen.edges.source import Tree
from site_gen.engine.task import BuildOptions, BuildReport, Last, Task

__all__ = ["BuildOptions", "BuildReport", "build"]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from site_gen.edges.look import Look


def build(
    options: BuildOptions,
    *,
    progress: Callable[[str, int, int], None] | None = None,
    waiting: Callable[[], None] | None = None,
    shortcut: Callable[[Task], BuildReport | None] | None = None,
    look: Look | None = None,
    kept: list[object] | None = None,
) -> BuildReport:
    """Build a site. With errors in the content nothing is written.

    Args:
        options: what is asked for.
        progress: told how far the work is.
        waiting: called once when another build of the same site has to be waited for.
        shortcut: tried before the long way, which is taken when it gives None.
        look: at the site's files, taken a moment ago by the same process.
        kept: takes up all that the build has made, for a caller that ends with it.

    Raises:
        SiteGenError: when files cannot be written or a template fails.
    """
    began = time.perf_counter()
    cache = Cache.of(options.root, options.out)
    # A build makes many values and hardly a cycle: looking for cycles took a quarter of its time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _locked_build(options, cache, began, progress, waiting, shortcut, look, kept)
    finally:
        if collecting:
            gc.enable()


def _locked_build(
    options: BuildOptions,
    cache: Cache,
    began: float,
    progress: Callable[[str, int, int], None] | None,
    waiting: Callable[[], None] | None,
    shortcut: Callable[[Task], BuildReport | None] | None,
    look: Look | None,
    kept: list[object] | None,
) -> BuildReport:
    guard(options.out, options.root, (*INPUT_FOLDERS, ".git"))
    own(cache.folder, options.root)
    with locked(cache.folder, waiting):
        try:
            if options.force:
                forget(cache)
            try:
                return _build(options, cache, began, progress, shortcut, look, kept)
            except (SiteGenError, OSError):
                raise
            except Exception as problem:
                if isinstance(problem, sqlite3.DatabaseError) and _is_full(problem):
                    raise
                # Not ours, cut short or damaged: an unusable cache is an empty one. A mistake of this
                # program's comes again without it, and keeps its traceback.
                forget(cache)
                return _build(options, cache, began, progress, shortcut, None, kept)
        except sqlite3.Error as problem:
            message = f"{cache.folder}: {problem}"
            raise SiteGenError(message) from problem
        except OSError as problem:
            message = f"{problem.filename or cache.folder}: {problem.strerror}"
            raise SiteGenError(message) from problem
        finally:
            cache.close()


def _is_full(problem: sqlite3.DatabaseError) -> bool:
    """Whether the disk is at fault, not the file."""
    return isinstance(problem, sqlite3.OperationalError)


def forget(cache: Cache) -> None:
    """Empty a cache, but for the knowledge which files of the site are ours."""
    try:
        ours = list(cache.traces())
    except (sqlite3.DatabaseError, ValueError):
        ours = []
    cache.forget()
    cache.set_traces((path, Trace("", -1, "")) for path in ours)
    cache.commit()
    (cache.folder / LISTING).unlink(missing_ok=True)


@contextmanager
def locked(folder: Path, waiting: Callable[[], None] | None) -> Iterator[None]:
    """Keep other builds out; wait for one that is under way."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("a")
    except OSError as problem:
        message = f"{problem.filename or folder}: {problem.strerror}"
        raise SiteGenError(message) from problem
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if waiting:
                waiting()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _build(
    options: BuildOptions,
    cache: Cache,
    began: float,
    progress: Callable[[str, int, int], None] | None,
    shortcut: Callable[[Task], BuildReport | None] | None,
    look: Look | None,
    kept: list[object] | None,
) -> BuildReport:
    _recover(cache, options.out)
    tree = Tree(root=options.root)
    try:
        look = look or tree.look()
    except OSError as problem:
        message = f"{problem.filename}: {problem.strerror}"
        raise SiteGenError(message) from problem
    task = Task(options, cache, tree, look, began, progress, kept)
    task.lap("scan")
    last = task.last()
    if (
        last.lines == task.lines
        and (last.intact if last.header.get("ok") else not _refused(last))
        and (options.words_first or not last.behind)
    ):
        return _unchanged(task, last)
    if last.header.get("ok") and last.intact:
        from site_gen.engine.rewording import reword

        report = reword(task, last)
        if report is not None:
            return report
    if shortcut is not None:
        report = shortcut(task)
        if report is not None:
            return report
    from site_gen.engine.rebuild import rebuild

    return rebuild(task)


def _recover(cache: Cache, out: Path) -> None:
    """Finish what a killed build began, and remember its files as ours."""
    ours = recover(cache.folder, out)
    if ours is None:
        forget(cache)
    elif ours:
        known = cache.traces()
        cache.set_traces((path, Trace("", -1, "")) for path in ours if path not in known)
        cache.commit()
        (cache.folder / LISTING).unlink(missing_ok=True)
    close(cache.folder)


def _refused(last: Last) -> bool:
    """Whether a file could not be read the last time: that may be mended without a trace in the tree."""
    found = unpacked(last.header.get("diagnostics", ()))
    return any(d.code == "file.unreadable" for d in found)


def _unchanged(task: Task, last: Last) -> BuildReport:
    header = last.header
    ok = bool(header.get("ok"))
    return BuildReport(
        diagnostics=unpacked(header.get("diagnostics", ())),
        write=WriteReport(unchanged=header.get("files", 0)) if ok else None,
        entries=header.get("entries", 0),
        drafts=header.get("drafts", 0),
        events=header.get("events", 0),
        pages=header.get("pages", 0),
        unfinished=bool(last.behind),
        stages=task.stages,
        seconds=time.perf_counter() - task.began,
    )
