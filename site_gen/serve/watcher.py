"""Notices saves: by the system's own events, or by looking where there are none.

livereload's own watcher walks the whole tree every 800 ms. This one is told by the kernel; it takes
livereload's watcher's place, and hands what it noticed to a function instead of being asked.
"""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from livereload.watcher import Watcher as BaseWatcher

from site_gen.edges.source import INPUT_FOLDERS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    Notice = Callable[[frozenset[str]], None]

STEP = 0.008
"""Seconds in which nothing more must happen before a save counts as done."""
GRACE = 0.06
"""Seconds that a file which is gone gets to come back: some editors save by moving the old file away
and writing a new one."""
EMPTY = 0.3
"""Seconds that an empty file gets to be written: most editors empty the file first."""
POLL = 0.25
"""Seconds between two looks at the folders and at files that changed lately."""
LATELY = 32
"""How many of the files that changed last are looked at every time."""
BUDGET = 0.006
"""Share of a core that looking at everything may take."""


class Watcher(BaseWatcher):  # type: ignore[misc]  # livereload ships no types
    """Watches the input folders of a site in a thread of its own.

    Args:
        root: of the site.
        notice: called from that thread with paths relative to the root, forward slashes; with none
            when it is not known what has changed.
        say: called with a sentence for whoever runs the preview.
        poll: look instead of being told.
    """

    def __init__(
        self, root: Path, notice: Notice, say: Callable[[str], None], *, poll: bool = False
    ) -> None:
        super().__init__()
        self._root = root.resolve()
        self._notice = notice
        self._say = say
        self._poll = poll
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)
        for folder in INPUT_FOLDERS:
            self.watch(str(self._root / folder))

    def start(self, callback: Callable[[], None]) -> bool:
        """Begin to watch.

        Args:
            callback: livereload's own look at the tree; not needed.

        Returns:
            True: livereload need not ask.
        """
        _ = callback
        if not self._thread.is_alive():
            self._thread.start()
        return True

    def close(self) -> None:
        """Stop watching, at the latest a moment later."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=2)

    def _run(self) -> None:
        if not self._poll:
            try:
                self._follow_events()
            except OSError as problem:
                # Out of inotify watches, or a file system that has no events.
                self._say(f"No events from the system ({problem}); looking at the files instead.")
                self._notice(frozenset())
        if not self._stop.is_set():
            self._look()

    def _follow_events(self) -> None:
        from watchfiles import watch

        while not self._stop.is_set():
            folders = self._folders()
            for changes in watch(
                *folders,
                watch_filter=None,
                debounce=100,
                step=round(STEP * 1000),
                rust_timeout=1000,
                yield_on_timeout=True,
                stop_event=self._stop,
                raise_interrupt=False,
                recursive=True,
                force_polling=False,
                ignore_permission_denied=True,
            ):
                self._report(path for _, path in changes)
                if self._folders() != folders:
                    # A folder of content came or went as a whole: watch anew, and say so once.
                    self._notice(frozenset())
                    break

    def _folders(self) -> list[Path]:
        found = [path for name in INPUT_FOLDERS if (path := self._root / name).is_dir()]
        return found or [self._root]

    def _report(self, paths: Iterable[str]) -> None:
        wanted = {path for path in paths if _is_input(path[len(str(self._root)) + 1 :])}
        if not wanted:
            return
        self._let_finish(wanted)
        self._notice(frozenset(Path(path).relative_to(self._root).as_posix() for path in wanted))

    def _let_finish(self, paths: Collection[str]) -> None:
        """Wait, within reason, for files whose save is only half done."""
        began = time.monotonic()
        patience = max(map(_patience, paths))
        while time.monotonic() - began < patience and not self._stop.wait(STEP):
            patience = max(map(_patience, paths))

    def _look(self) -> None:
        seen = dict(self._walk())
        lately: list[str] = []
        pause = POLL
        due = time.monotonic()
        while not self._stop.wait(POLL):
            changed = {path for path in lately if _stamp(path) != seen.get(path)}
            if time.monotonic() >= due or changed:
                began = time.thread_time()
                now = dict(self._walk())
                pause = max(POLL, (time.thread_time() - began) / BUDGET)
                due = time.monotonic() + pause
                changed |= {
                    path for path in now.keys() | seen.keys() if now.get(path) != seen.get(path)
                }
                seen = now
            if changed:
                lately = list(dict.fromkeys((*sorted(changed), *lately)))[:LATELY]
                self._report(changed)

    def _walk(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        folders = [str(self._root / name) for name in INPUT_FOLDERS]
        while folders:
            try:
                with os.scandir(folders.pop()) as entries:
                    for entry in entries:
                        if entry.name.startswith("."):
                            continue
                        if entry.is_dir():
                            folders.append(entry.path)
                        else:
                            yield entry.path, _stamp_of(entry.stat())
            except OSError:
                continue


def _is_input(path: str) -> bool:
    """Whether the generator reads a file of that name; editors leave others behind."""
    return not any(part.startswith(".") or part.endswith("~") for part in path.split("/"))


def _patience(path: str) -> float:
    """Seconds that a file as it is now may be left so before that counts as meant."""
    try:
        return 0 if os.stat(path).st_size else EMPTY
    except OSError:
        return GRACE


def _stamp(path: str) -> tuple[int, ...] | None:
    try:
        return _stamp_of(os.stat(path))
    except OSError:
        return None


def _stamp_of(status: Any) -> tuple[int, ...]:
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
