"""Turns requests to build into builds, one at a time, so that no save is lost."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from typing import TYPE_CHECKING

from site_gen.serve.problem import Problem
from site_gen.serve.worker import Outcome, work

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from site_gen.build import BuildOptions

SLOW = 0.15
"""Seconds after which a build that still runs is worth a word."""


class Builder:
    """A thread that waits for requests and has a worker process carry them out.

    Requests that arrive while a build runs are answered together by the next one: it begins after
    all of them, so it sees every save.

    Args:
        options: of every build.
        done: called from the thread with each outcome.
        slow: called from the thread when a build takes longer than a moment.
    """

    def __init__(
        self, options: BuildOptions, done: Callable[[Outcome], None], slow: Callable[[], None]
    ) -> None:
        self._options = options
        self._done = done
        self._slow = slow
        self._wanted = threading.Event()
        self._unfinished = False
        self._stopped = threading.Event()
        self._connection: Connection | None = None
        self._process: SpawnProcess | None = None
        self._thread = threading.Thread(target=self._run, name="builder", daemon=True)

    def start(self) -> None:
        """Start the worker, and a first build."""
        self._spawn()
        self.request()
        self._thread.start()

    def request(self) -> None:
        """Ask for a build that sees everything saved until now."""
        self._wanted.set()

    def close(self) -> None:
        """End the worker; a build that still runs is broken off, which harms nothing."""
        self._stopped.set()
        self._wanted.set()
        if self._process is not None:
            self._process.terminate()
            self._process.join(timeout=2)
        self._thread.join(timeout=1)
        if self._connection is not None:
            self._connection.close()

    def _spawn(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=work, args=(theirs, self._options), name="site-gen builder", daemon=True
        )
        # A process starts with what its parent ignores: Ctrl-C must not reach it half-way up.
        main = threading.current_thread() is threading.main_thread()
        before = signal.signal(signal.SIGINT, signal.SIG_IGN) if main else None
        try:
            self._process.start()
        finally:
            if main:
                signal.signal(signal.SIGINT, before)
        theirs.close()

    def _run(self) -> None:
        while True:
            # A save goes before what the last one left to be done.
            saved = self._wanted.wait(timeout=0 if self._unfinished else None)
            if self._stopped.is_set():
                return
            # Cleared before the build begins: a save that comes later asks again.
            self._wanted.clear()
            outcome = self._build(words_first=saved)
            self._unfinished = outcome.unfinished
            if self._stopped.is_set():
                return
            self._done(outcome)

    def _build(self, *, words_first: bool) -> Outcome:
        connection = self._connection
        assert connection is not None
        try:
            connection.send(words_first)
            if not connection.poll(SLOW):
                self._slow()
            outcome: Outcome = connection.recv()
        except (EOFError, OSError):
            if self._stopped.is_set():
                return Outcome(failed=True)
            self._spawn()
            return Outcome(
                failed=True,
                problems=(
                    Problem(
                        severity="error",
                        message="the process that builds the site was ended from outside",
                        hint="save once more",
                    ),
                ),
            )
        return outcome
