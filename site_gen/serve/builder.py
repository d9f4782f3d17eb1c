"""Turns requests to build into builds, so that no save is lost and none waits for lesser work."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from site_gen.serve.problem import Problem
from site_gen.serve.worker import Order, Outcome, work

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_gen.engine.build import BuildOptions

SLOW = 0.15
"""Seconds after which a build that still runs is worth a word."""
PAUSE = 1.0
"""Seconds without a save after which all else follows what is looked at."""
DOUBT = 0.03
"""Seconds for which a mistake is kept back: what was read may be half of a save, and the other half
be noticed now."""
GLANCE = 0.01
"""Seconds between two looks for a save while it follows."""

DIED = Outcome(
    failed=True,
    whole=False,
    problems=(
        Problem(
            severity="error",
            message="the process that builds the site was ended from outside",
            hint="save once more",
        ),
    ),
)


class Worker:
    """A process that builds when it is told to.

    Args:
        options: of every build.
    """

    def __init__(self, options: BuildOptions) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=work, args=(theirs, options), name="site-gen builder"
        )
        # A process starts with what its parent ignores: Ctrl-C must not reach it half-way up. Only
        # the main thread may say so; later processes take the moment of risk.
        main = threading.current_thread() is threading.main_thread()
        before = signal.signal(signal.SIGINT, signal.SIG_IGN) if main else None
        try:
            self._process.start()
        finally:
            if main:
                signal.signal(signal.SIGINT, before)
        theirs.close()

    def begin(self, order: Order) -> None:
        """Ask for a build.

        Raises:
            OSError: when the process is gone.
        """
        self._connection.send(order)

    def ready(self, seconds: float) -> bool:
        """Whether the build has ended, or the process, within so many seconds."""
        return self._connection.poll(seconds)

    def end(self) -> Outcome:
        """Wait for the build.

        Raises:
            EOFError: when the process is gone.
            OSError: likewise.
        """
        outcome: Outcome = self._connection.recv()
        return outcome

    def kill(self) -> None:
        """End the process and those that help it; a build is broken off, which harms nothing."""
        pid = self._process.pid
        assert pid is not None
        try:
            os.killpg(pid, signal.SIGKILL)
        except ProcessLookupError:
            # It has not come far enough to be the head of a group.
            self._process.kill()
        self._process.join(timeout=2)


class Builder:
    """A thread that waits for requests and has worker processes carry them out, one at a time.

    Requests that arrive while a build runs are answered together by the next one: it begins after
    all of them, so it sees every save. What is looked at comes first; all else follows in a pause,
    by a process of its own that is killed as soon as somebody saves again.

    Args:
        options: of every build.
        done: called from the thread with each outcome.
        slow: called from the thread when a build takes longer than a moment.
        looked_at: called from the thread for the files that are open in a browser, the foremost
            first, below the output folder.
    """

    def __init__(
        self,
        options: BuildOptions,
        done: Callable[[Outcome], None],
        slow: Callable[[], None],
        looked_at: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        self._options = options
        self._done = done
        self._slow = slow
        self._looked_at = looked_at
        self._careful = False
        self._wanted = threading.Event()
        self._lock = threading.Lock()
        self._told: frozenset[str] | None = None
        self._stopped = threading.Event()
        self._first: Worker | None = None
        self._rest: Worker | None = None
        self._thread = threading.Thread(target=self._run, name="builder", daemon=True)

    def start(self) -> None:
        """Start the worker, and a first build."""
        self._first = Worker(self._options)
        self.request()
        self._thread.start()

    def request(self, told: frozenset[str] | None = None) -> None:
        """Ask for a build that sees everything saved until now.

        Args:
            told: files that were saved since the last request, relative to the root, none of them
                when only another page is looked at; None when nobody knows.
        """
        with self._lock:
            if told is None or self._told is None:
                self._told = None
            else:
                self._told |= told
        self._wanted.set()

    def close(self) -> None:
        """End thread and processes."""
        self._stopped.set()
        self._wanted.set()
        if self._first is not None:
            self._first.kill()
        self._thread.join(timeout=2)
        for worker in (self._first, self._rest):
            if worker is not None:
                worker.kill()

    def _run(self) -> None:
        unfinished = False
        while True:
            saved = self._wanted.wait(timeout=PAUSE if unfinished else None)
            if self._stopped.is_set():
                return
            if saved:
                # Cleared before the build begins: a save that comes later asks again.
                self._wanted.clear()
                outcome = self._build()
            else:
                found = self._follow()
                if found is None:
                    continue
                outcome = replace(found, rest=True)
            if outcome.failed and self._wanted.wait(timeout=DOUBT) and not self._stopped.is_set():
                continue
            if self._stopped.is_set():
                return
            unfinished = outcome.unfinished
            if outcome.whole:
                # What no page that is looked at shows would otherwise be forgotten with the next
                # save, and come up again in every pause.
                told = outcome.diagnostics
                drawn = all(d.code.startswith("template.") for d in told if d.severity == "error")
                self._careful = outcome.failed and drawn
            self._done(outcome)

    def _build(self) -> Outcome:
        worker = self._first
        assert worker is not None
        with self._lock:
            told, self._told = self._told, frozenset()
        try:
            order = Order(quick=not self._careful, told=told, looked_at=self._looked_at())
            worker.begin(order)
            if not worker.ready(SLOW):
                self._slow()
            return worker.end()
        except (EOFError, OSError):
            if not self._stopped.is_set():
                self._first = Worker(self._options)
            return DIED

    def _follow(self) -> Outcome | None:
        """Bring the rest; None when a save came in between."""
        if self._rest is None:
            self._rest = Worker(self._options)
        worker = self._rest
        try:
            worker.begin(Order(quick=False, looked_at=self._looked_at()))
            while not worker.ready(GLANCE):
                if self._wanted.is_set():
                    self._rest = None
                    worker.kill()
                    return None
            return worker.end()
        except (EOFError, OSError):
            self._rest = None
            return DIED
