"""Takes screenshots of every kind of page into shots/: wide and phone, light and dark.

`make shots` takes all of them; `make shots ARGS="provinces/herat search"` only those below these
addresses. The site is built anew into a folder of its own; public/ is left alone.
"""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SHOTS = Path("shots")
SIZES = {"wide": (1280, 900), "phone": (390, 844)}
SECTIONS = (
    *("", "entries", "provinces", "actors", "disputes", "figures", "sources"),
    *("months", "tags", "corrections", "search", "about", "method"),
)
QUERY = "search/?q=kunduz"
# A browser leaves long lists undrawn until they are scrolled to; the picture showed them empty.
UNFOLD = """for (const item of document.querySelectorAll(".events.long > li"))
    item.style.contentVisibility = "visible";"""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


def choose(folder: Path) -> list[str]:
    """Addresses below the root: each section and the fullest page in it, a month, the error page.

    And a search with results, which a script puts there.
    """
    found = ["404.html", QUERY]
    months = sorted(folder.glob("[0-9]*/[0-9]*/index.html"), key=lambda path: path.stat().st_size)
    found += [path.parent.relative_to(folder).as_posix() for path in months[-1:]]
    for section in SECTIONS:
        if (folder / section / "index.html").is_file():
            found.append(section)
        pages = list((folder / section).glob("*/index.html")) if section else []
        if pages:
            fullest = max(pages, key=lambda path: path.stat().st_size)
            found.append(fullest.parent.relative_to(folder).as_posix())
    return found


def take(browser: Browser, address: str, page: str) -> None:
    """All screenshots of one page, over its full height."""
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            tab = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            plain = not page or page.endswith(".html") or "?" in page
            tab.goto(address + (page if plain else f"{page}/"))
            tab.wait_for_load_state("networkidle")
            tab.evaluate(UNFOLD)
            title = re.sub(r"[^a-z0-9]+", "-", page.removesuffix(".html")) or "home"
            name = f"{title}.{size}.{scheme}.png"
            tab.screenshot(path=SHOTS / name, full_page=True)
            tab.close()
            print(SHOTS / name)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing about it."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main(pages: list[str]) -> None:
    """Build, serve, take the pictures."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)))
    SHOTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        handler = functools.partial(Quiet, directory=str(folder))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            address = f"http://127.0.0.1:{server.server_port}/"
            build = [sys.executable, "-m", "site_gen", "build", "--quiet", "--out", str(folder)]
            subprocess.run([*build, "--base-url", address], check=True)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
                for page in [page.strip("/") for page in pages] or choose(folder):
                    take(browser, address, page)
                browser.close()
            server.shutdown()


main(sys.argv[1:])
