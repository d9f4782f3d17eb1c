"""Answers the browser: pages of the preview, its own script, and the socket that carries news.

livereload's `Server` runs the loop, starts the watcher and keeps the sockets of the open pages; what
it serves and to whom is decided here.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado import web
from tornado.escape import json_decode
from tornado.httpserver import HTTPServer

from site_gen.serve.files import kind_of
from site_gen.serve.guard import target_of
from site_gen.serve.history import History
from site_gen.serve.injection import RESERVED, inject, notice, tag
from site_gen.serve.kept import Kept

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Mapping, Sequence

    from site_gen.serve.files import Folder, Found
    from site_gen.serve.guard import HostRule, Target
    from site_gen.serve.watcher import Watcher
    from site_gen.serve.worker import Outcome

ASSETS = Path(__file__).parent / "assets"
LOADING = 2.0
"""Seconds that a page may take from being sent to opening its socket."""
PATIENCE = 1.0
"""Seconds that a request waits for the first build before it is told that one runs."""
LONGEST_MESSAGE = 64 * 1024
"""Bytes that a page may send at once; it has little to say."""


@dataclass(slots=True)
class State:
    """What the preview knows about the site; lives in the server's thread."""

    folder: Folder
    base: str
    """Base path without a slash at its end."""
    rule: HostRule
    root: Path
    editor: str
    """Template of links into the editor, or empty."""
    server: str = field(default_factory=lambda: secrets.token_hex(8))
    """Names this run; a page that another run served is out of date."""
    history: History = field(default_factory=History)
    first: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the first build has ended, well or not."""
    building: bool = True
    outcome: Outcome | None = None
    at: str = ""
    """Time of day of the last build."""
    entries: int = 0
    """Of the site that is shown, which may be older than the last outcome."""
    unfinished: bool = False
    """Whether something is still to follow."""
    ready: frozenset[str] | None = None
    """While other pages are to follow, the files that are as they should be already."""
    open: tuple[str, ...] = ()
    """Files below the output folder that are open in a browser, those in view first."""
    sent: Mapping[str, float] = field(default_factory=dict)
    """The same of pages that have just been sent, with when: they have no socket yet."""
    kept: Kept = field(default_factory=Kept)
    """Pages as they were sent."""
    fresh: Mapping[str, bytes] = field(default_factory=dict)
    """File → content, of open pages that the last build has changed."""
    look: Callable[[], None] = lambda: None
    """Asks for a build that thinks of a page opened just now."""

    def send(self, file: str) -> None:
        """Count a page as looked at from when it is asked for."""
        now = time.monotonic()
        late = {name: at for name, at in self.sent.items() if now - at < LOADING}
        self.sent = {**late, file: now}

    def looked_at(self) -> tuple[str, ...]:
        """What a build should bring first. For any thread: nothing here is changed in place."""
        now = time.monotonic()
        late = [name for name, at in self.sent.items() if now - at < LOADING]
        return tuple(dict.fromkeys((*reversed(late), *self.open)))

    def take(self, outcome: Outcome, at: str) -> None:
        """Make an outcome what is shown."""
        self.building = False
        self.unfinished = outcome.unfinished
        if not outcome.failed:
            self.ready = None if outcome.looked_at is None else frozenset(outcome.looked_at)
        if not outcome.rest or outcome.failed or self.outcome is None:
            self.outcome = outcome
            self.at = at
        if outcome.base is not None and outcome.base != self.base:
            # Every address has changed; no page that is open can be trusted.
            self.base = outcome.base
            self.server = secrets.token_hex(8)
        self.fresh = outcome.contents
        if not outcome.failed:
            self.entries = outcome.entries
            self.history.note(outcome.changed)
        self.first.set()

    def content(self, file: str) -> bytes | None:
        """A page as the last build left it; None when there is none."""
        if file in self.fresh:
            return self.fresh[file]
        found = self.folder.read(file)
        return None if found is None else found.body

    def news(self, *, local: bool) -> dict[str, Any]:
        """What every open page is told.

        Args:
            local: whether the browser runs on this machine, where its links can open files.
        """
        outcome = self.outcome
        return {
            "command": "state",
            "server": self.server,
            "build": self.history.build,
            "base": self.base,
            "building": self.building,
            "unfinished": self.unfinished,
            "failed": outcome is not None and outcome.failed,
            "entries": self.entries,
            "seconds": outcome.seconds if outcome else 0,
            "at": self.at,
            "problems": [problem.json() for problem in outcome.problems] if outcome else [],
            "root": str(self.root) if local else "",
            "editor": self.editor if local else "",
        }


class Guarded(web.RequestHandler):
    """Lets through only who calls this preview by its own name."""

    state: State

    def initialize(self, state: State) -> None:
        """Take what all handlers share."""
        self.state = state

    def prepare(self) -> None:
        """Refuse a foreign name.

        Raises:
            HTTPError: 403.
        """
        if not self.state.rule.allows(self.request.headers.get("Host", "")):
            raise web.HTTPError(403)

    def set_default_headers(self) -> None:
        """What every answer says, errors too."""
        self.set_header("Server", "site-gen")
        self.set_header("Cache-Control", "no-cache")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")

    def write_error(self, status_code: int, **_: Any) -> None:
        """A word instead of a page; it names nothing of this machine."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        words = {
            403: "This preview answers only to its own address. See --host.",
            405: "A preview is only read.",
        }
        self.finish(words.get(status_code, self._reason) + "\n")


class Pages(Guarded):
    """The files of the built site, each page with the preview's script in it."""

    async def get(self) -> None:
        """Answer with a file, a redirect to a folder, or the site's own page for what is missing."""
        state = self.state
        if not state.first.is_set():
            await _wait(state.first)
        # Taken before the file is read: a page may then be reloaded once too often, never too
        # seldom.
        build = state.history.build
        path = self.request.path
        if state.base and path in {"/", state.base}:
            self._go(f"{state.base}/")
            return
        target = target_of(path, state.base)
        if target is None:
            if state.base and not path.startswith(f"{state.base}/"):
                link = f'<a href="{state.base}/">{state.base}/</a>'
                self._page(404, notice("Not a page of the site", f"The site is at {link}."), build)
            else:
                self._missing(build)
            return
        found = state.folder.read(target.file) if state.first.is_set() else None
        if found is not None:
            if target.file.endswith(".html"):
                state.send(target.file)
            self._send(200, found, build)
        elif state.folder.is_folder(target):
            self._go(f"{state.base}/{target.url}/")
        elif not state.first.is_set():
            self._page(503, notice("Building the site …", "This page follows by itself."), -1)
        else:
            self._missing(build)

    head = get

    def _missing(self, build: int) -> None:
        found = self.state.folder.read("404.html")
        if found is not None:
            self._send(404, found, build)
        elif self.state.outcome is not None and self.state.outcome.failed:
            text = "There is no earlier state of it to show. The page follows when that is mended."
            self._page(503, notice("The site has mistakes", text), -1)
        else:
            self._page(404, notice("Not found", "The site has no such page."), build)

    def _go(self, path: str) -> None:
        query = self.request.query
        self.redirect(path + (f"?{query}" if query else ""))

    def _send(self, status: int, found: Found, build: int) -> None:
        if found.kind.startswith("text/html"):
            self._page(status, found.body, build)
            return
        self.set_status(status)
        self.set_header("Content-Type", found.kind)
        self.set_header("ETag", found.etag)
        if self.check_etag_header():
            self.set_status(304)
            self.finish()
            return
        self.finish(found.body)

    def _page(self, status: int, html: bytes, build: int) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        # What stands in for another page is none that could be changed into it.
        page = self.state.kept.keep(html) if status == 200 else ""
        self.finish(inject(html, tag(self.state.server, build, self.state.base, page)))

    def compute_etag(self) -> None:
        """Nothing: pages carry the build's number, and files bring an ETag of their own."""


class Asset(Guarded):
    """The preview's own script and style."""

    def initialize(self, state: State, name: str) -> None:  # type: ignore[override]
        """Take which file it is."""
        self.state = state
        self._name = name

    def get(self) -> None:
        """Answer with the file."""
        self.set_header("Content-Type", kind_of(self._name))
        self.finish((ASSETS / self._name).read_bytes())

    head = get


class Socket(LiveReloadHandler, Guarded):  # type: ignore[misc]  # livereload ships no types
    """The line to one open page."""

    def initialize(self, state: State) -> None:
        """Take what all handlers share."""
        self.state = state
        self._build = 0
        self._server = ""
        self.hidden = False
        self.target: Target | None = None
        self._page = ""

    def prepare(self) -> None:
        """Refuse whoever is no page of this preview.

        Raises:
            HTTPError: 403.
        """
        headers = self.request.headers
        if not self.state.rule.allows_origin(headers.get("Origin"), headers.get("Host", "")):
            raise web.HTTPError(403)

    def on_message(self, message: str | bytes) -> None:
        """Follow livereload's protocol; answer `info` with the state of the site.

        The page says which build it was served after, and hears what it has missed since.
        """
        try:
            data = json_decode(message)
            command = data["command"]
            if command == "info":
                self._build = int(data["build"])
                self._server = str(data["server"])
                self.hidden = data.get("hidden") is True
                self._page = str(data.get("page", ""))
                self.target = target_of(urlsplit(str(data["url"])).path, self.state.base)
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            self.close(1007, "not understood")
            return
        if command in {"hello", "info"}:
            super().on_message(message)
        if command == "info":
            self._note_looks()
            ready, target = self.state.ready, self.target
            if ready is not None and target is not None and target.file not in ready:
                self.state.look()
            self.tell()

    def on_close(self) -> None:
        """Forget the page."""
        super().on_close()
        self._note_looks()

    def _note_looks(self) -> None:
        """Let the builder know what is looked at."""
        open_pages = sorted(LiveReloadHandler.waiters, key=lambda page: page.hidden)
        files = [page.target.file for page in open_pages if page.target is not None]
        self.state.open = tuple(dict.fromkeys(files))

    def tell(self) -> None:
        """Tell the page how the site stands, and whether it is out of date itself."""
        state = self.state
        changed = state.history.since(self._build)
        news = state.news(local=self.request.remote_ip in {"127.0.0.1", "::1"})
        news["stale"] = self._is_stale(changed)
        if news["stale"] and self._server == state.server:
            news["page"] = self._patch()
        news["files"] = [path for path in changed if not path.endswith(".html")]
        if self._build >= 0:
            self._build = state.history.build
        self.send_message(news)

    def _patch(self) -> dict[str, str] | None:
        """The page as it is now and as it was sent; None for one that has to be loaded again."""
        file = self.target.file if self.target else ""
        after = self.state.content(file) if file.endswith(".html") else None
        before = self.state.kept.get(self._page) if self._page else b""
        if after is None or before is None:
            return None
        # From now on the browser knows it.
        self._page = ""
        return {"before": before.decode(errors="replace"), "after": after.decode(errors="replace")}

    def _is_stale(self, changed: Sequence[str]) -> bool:
        state = self.state
        if self._server != state.server:
            return True
        if self._build < 0:
            return state.history.build > 0
        if self.target is not None and self.target.file in changed:
            return True
        missing = self.target is None or state.folder.read(self.target.file) is None
        return missing and "404.html" in changed


class Preview(Server):  # type: ignore[misc]  # livereload ships no types
    """livereload's server with another application.

    Args:
        state: what is shown.
        sockets: already bound, so that a port in use is known before anything starts.
        watcher: tells of saves.
    """

    def __init__(self, state: State, sockets: list[socket.socket], watcher: Watcher) -> None:
        super().__init__(watcher=watcher)
        self.state = state
        self.sockets = sockets

    def application(self, port: int, host: str, *_: object, **__: object) -> None:
        """Start to answer. Called by livereload."""
        _ = port, host  # the sockets are bound already
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = True
        HTTPServer(handlers(self.state)).add_sockets(self.sockets)

    def tell(self) -> None:
        """Tell every open page how the site stands."""
        for waiter in LiveReloadHandler.waiters.copy():
            waiter.tell()

    def take(self, outcome: Outcome, at: str) -> None:
        """Show an outcome to every open page. In the server's thread."""
        self.state.take(outcome, at)
        self.tell()

    def slow(self) -> None:
        """Say that a build takes a while. In the server's thread."""
        self.state.building = True
        self.tell()

    def _setup_logging(self) -> None:
        # Whoever runs the preview hears of builds and mistakes, not of requests.
        for name in ("livereload", "tornado.access", "tornado.general"):
            logging.getLogger(name).setLevel(logging.CRITICAL)


def handlers(state: State) -> web.Application:
    """Everything that is answered."""
    return web.Application(
        [
            (f"{RESERVED}livereload", Socket, {"state": state}),
            *(
                (f"{RESERVED}{name}", Asset, {"state": state, "name": name})
                for name in ("client.js", "patch.js", "client.css")
            ),
            # No group: tornado would decode what it catches, and fail where it cannot.
            (".*", Pages, {"state": state}),
        ],
        log_function=lambda _: None,
        websocket_max_message_size=LONGEST_MESSAGE,
        websocket_ping_interval=30,
    )


async def _wait(event: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(event.wait(), PATIENCE)
    except TimeoutError:
        return
