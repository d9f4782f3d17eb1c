"""Live preview; the only importer of livereload."""

from __future__ import annotations

import datetime as dt
import fcntl
import os
import signal
import threading
import webbrowser
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tornado.ioloop import IOLoop

from site_gen.diagnostics import SiteGenError
from site_gen.edges.look import STATE
from site_gen.edges.output import own
from site_gen.engine.build import BuildOptions
from site_gen.serve.application import Preview, State
from site_gen.serve.builder import Builder
from site_gen.serve.editor import template_of
from site_gen.serve.files import Folder
from site_gen.serve.guard import EVERY_ADDRESS, HostRule
from site_gen.serve.listening import bind
from site_gen.serve.watcher import Watcher
from site_gen.serve.worker import base_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from site_gen.diagnostics import Diagnostic
    from site_gen.serve.worker import Outcome

SIDE_BY_SIDE = 20
"""How many previews of one site may run at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """What a preview is asked for."""

    root: Path
    host: str = "127.0.0.1"
    port: int = 8000
    """The first to try; 0: any free one."""
    editor: str = "vscode"
    """A preset of `site_gen.serve.editor`, or a template with `{path}`, `{line}`, `{col}`."""
    poll: bool = False
    open_browser: bool = False


def serve(
    options: ServeOptions,
    *,
    say: Callable[[str], None],
    show: Callable[[tuple[Diagnostic, ...]], None],
) -> int:
    """Build a site with its drafts, serve it, and build again on every save, until told to stop.

    Args:
        options: what is asked for.
        say: takes a sentence for whoever started the preview.
        show: takes the mistakes of a build whenever they are others than before.

    Returns:
        Exit code.

    Raises:
        SiteGenError: when there is no port to listen on, or the editor is unknown.
    """
    editor = template_of(options.editor)
    sockets = bind(options.host, options.port)
    port = sockets[0].getsockname()[1]
    with _own_folder(options.root) as out:
        loop = IOLoop.current()
        state = State(
            folder=Folder(path=out),
            base=base_path(options.root) or "",
            rule=HostRule(host=options.host),
            root=options.root.resolve(),
            editor=editor,
        )
        known: list[tuple[Diagnostic, ...]] = [()]

        def done(outcome: Outcome) -> None:
            at = dt.datetime.now().astimezone().strftime("%H:%M:%S")
            loop.add_callback(preview.take, outcome, at)
            if outcome.diagnostics != known[0]:
                known[0] = outcome.diagnostics
                show(outcome.diagnostics)
            if outcome.failed and not outcome.diagnostics:
                for problem in outcome.problems:
                    say(str(problem))
            say(f"{at}  {summary(outcome)}")
            if outcome.crash:
                say(outcome.crash)

        builder = Builder(
            BuildOptions(
                root=options.root,
                out=out,
                drafts=True,
                preview=True,
                # It is our own: what is in it and not remembered was left by another version.
                overwrite=True,
                workers=min(os.cpu_count() or 1, 8),
            ),
            done,
            lambda: loop.add_callback(preview.slow),
            state.looked_at,
        )
        state.look = lambda: builder.request(frozenset())
        watcher = Watcher(
            options.root, lambda paths: builder.request(paths or None), say, poll=options.poll
        )
        preview = Preview(state, sockets, watcher)
        address = f"http://{_shown(options.host)}:{port}{state.base}/"
        say(f"Serving {address}  (Ctrl-C ends it)")
        builder.start()
        if options.open_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        running = loop.asyncio_loop  # type: ignore[attr-defined]
        for number in (signal.SIGINT, signal.SIGTERM):
            running.add_signal_handler(number, loop.stop)
        try:
            preview.serve(port=port, host=options.host)
        finally:
            watcher.close()
            builder.close()
    return 0


def summary(outcome: Outcome) -> str:
    """One line on a build."""
    counts = {"error": 0, "warning": 0}
    for problem in outcome.problems:
        counts[problem.severity] += 1
    found = ", ".join(
        f"{number:,} {noun}{'' if number == 1 else 's'}"
        for noun, number in counts.items()
        if number
    )
    if outcome.failed:
        return f"{found}; the last good site stays"
    changed = len(outcome.changed)
    if outcome.rest:
        return f"all else has followed: {changed:,} files in {outcome.seconds:.1f} s"
    return (
        f"{changed:,} {'file' if changed == 1 else 'files'} changed "
        f"in {outcome.seconds * 1000:,.0f} ms, {outcome.entries:,} "
        f"{'entry' if outcome.entries == 1 else 'entries'}"
        + (f", {found}" if found else "")
        + ("; all else follows" if outcome.unfinished else "")
    )


def _shown(host: str) -> str:
    if host in EVERY_ADDRESS:
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


@contextmanager
def _own_folder(root: Path) -> Iterator[Path]:
    """An output folder that no other preview of the same site writes to."""
    cache = root / STATE
    own(cache, root)
    for number in range(1, SIDE_BY_SIDE + 1):
        name = "preview" if number == 1 else f"preview-{number}"
        try:
            cache.mkdir(parents=True, exist_ok=True)
            lock = (cache / f"{name}.lock").open("w")
        except OSError as problem:
            message = f"{problem.filename}: {problem.strerror}"
            raise SiteGenError(message) from problem
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                continue
            yield cache / name
            return
    message = f"{SIDE_BY_SIDE} previews of this site run already"
    raise SiteGenError(message)
