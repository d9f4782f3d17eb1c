"""Fixtures for tests that need a browser or a web server."""

from __future__ import annotations

import gzip
import mimetypes
import os
import shutil
import threading
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

# How long an example takes says nothing on a machine that does other things, too.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str:
    """Path of a Chromium or Chrome; the environment variable CHROMIUM goes first."""
    for name in (os.environ.get("CHROMIUM", ""), *CHROMIUM_NAMES):
        if name and (path := shutil.which(name)):
            return path
    pytest.fail(
        "No Chromium found: looked for $CHROMIUM and, on PATH, "
        f"{', '.join(CHROMIUM_NAMES)}. `make test` says how to get it.",
        pytrace=False,
    )


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser's program."""
    return find_chromium()


@pytest.fixture(scope="session")
def chromium_flags() -> tuple[str, ...]:
    """What the browser is started with: works as root, and asks nothing of other hosts."""
    return CHROMIUM_FLAGS


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for the whole run of a worker; ask for `page` unless you need a context.

    Its pages do not glide to where they scroll unless a test wants that: a click on a page in motion
    presses on one element and lets go on another.
    """
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        for name in ("new_context", "new_page"):
            setattr(instance, name, partial(getattr(instance, name), reduced_motion="reduce"))
        yield instance
        instance.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a context of its own: no cookies, no storage, no cache of an earlier test."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


class StaticHandler(BaseHTTPRequestHandler):
    """Serves files as GitHub Pages does: index.html, 404.html, gzip, ten minutes of cache."""

    protocol_version = "HTTP/1.1"
    folder: Path
    base: str

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.base):
            self.answer(HTTPStatus.NOT_FOUND, b"outside the site", "text/plain")
            return
        target = (self.folder / path.removeprefix(self.base)).resolve()
        if not target.is_relative_to(self.folder):
            self.answer(HTTPStatus.NOT_FOUND, b"outside the folder", "text/plain")
        elif target.is_dir() and not path.endswith("/"):
            self.answer(HTTPStatus.MOVED_PERMANENTLY, b"", "text/plain", location=path + "/")
        elif (file := target / "index.html" if target.is_dir() else target).is_file():
            self.answer(HTTPStatus.OK, file.read_bytes(), mimetypes.guess_type(file.name)[0])
        elif (file := self.folder / "404.html").is_file():
            self.answer(HTTPStatus.NOT_FOUND, file.read_bytes(), "text/html")
        else:
            self.answer(HTTPStatus.NOT_FOUND, b"not found", "text/plain")

    def answer(
        self, status: HTTPStatus, body: bytes, kind: str | None, *, location: str = ""
    ) -> None:
        kind = kind or "application/octet-stream"
        textual = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
        self.send_response(status)
        if textual and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind + ("; charset=utf-8" if textual else ""))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing: pytest's output is for results."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """A function `serve(folder, base="/")` that serves a folder and returns its address.

    The address ends in the base path: `http://127.0.0.1:40123/repo/`. It answers to the end of
    the run. The folder need not exist yet.
    """
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path, base: str = "/") -> str:
        assert base.startswith("/")
        assert base.endswith("/")
        handler = type("Handler", (StaticHandler,), {"folder": folder.resolve(), "base": base})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads = True
        servers.append(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
        return f"http://127.0.0.1:{server.server_port}{base}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes down what the golden site looks like now; review the diff."""
    parser.addoption("--update-golden", action="store_true", help="write the golden site anew")
