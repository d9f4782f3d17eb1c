"""Takes screenshots of every kind of page into shots/: wide and phone, light and dark.

`make shots` takes all of them; `make shots ARGS="provinces/herat search"` only those below these
addresses. The site is built anew into a folder of its own; public/ is left alone.

`make pictures` takes those of the documentation into docs/images/ instead, the preview's from a copy of the
chronology in which three entries have been spoilt.
"""

from __future__ import annotations

import functools
import http.server
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

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


IMAGES = Path("docs/images")
FILTERED = "?province=AF-BDG&province=AF-BDS&province=AF-HER&from=2021-07-01&to=2021-07-08"
DISPUTE = "disputes/retaken-by-25-june/"
SLIPS = (
    (r"^provinces: \[.*", "provinces: [Heart]"),
    (r"^date: .*", "date: 8 July 2021"),
    (r"^summary:", "sumary:"),
)
"""What is done to one entry each: pattern, text."""


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


def picture(page: Page, name: str) -> None:
    """What the window shows, as one of the documentation's pictures."""
    shot = Image.open(io.BytesIO(page.screenshot()))
    path = IMAGES / f"{name}.webp"
    shot.convert("RGB").save(path, quality=85, method=6)
    print(path)


def window(browser: Browser, address: str, height: int) -> Page:
    """A page of 1280 points in width, in light colours."""
    page = browser.new_page(viewport={"width": 1280, "height": height}, color_scheme="light")
    page.goto(address)
    page.wait_for_load_state("load")
    return page


def spoil(entries: Path) -> None:
    """Make the mistakes that the preview shows."""
    for path, (pattern, text) in zip(sorted(entries.glob("*.md")), SLIPS, strict=False):
        before = path.read_text(encoding="utf-8")
        after = re.sub(pattern, text, before, count=1, flags=re.MULTILINE)
        if after == before:
            sys.exit(f"{path}: nothing like {pattern}")
        path.write_text(after, encoding="utf-8")


def illustrate(browser: Browser, address: str) -> None:
    """The pictures of the documentation."""
    page = window(browser, address + FILTERED, 1150)
    page.wait_for_load_state("networkidle")
    picture(page, "timeline")
    picture(window(browser, address + DISPUTE, 960), "dispute")
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        for folder in ("content", "seeds"):
            shutil.copytree(folder, site / folder)
        serve = [sys.executable, "-u", "-m", "site_gen", "serve", "--port", "0", "--root", name]
        with subprocess.Popen(
            serve, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            assert process.stdout is not None
            lines = iter(process.stdout.readline, "")
            served = next(filter(None, (re.search(r"http://\S+", line) for line in lines)))
            next(line for line in lines if "changed" in line)
            page = window(browser, served[0], 800)
            page.locator("site-gen-preview").wait_for(state="attached")
            spoil(site / "content" / "entries")
            page.get_by_text("This goes away when the mistakes are mended").wait_for()
            page.wait_for_timeout(1000)  # until the panel has come to rest
            picture(page, "preview")
            process.terminate()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing about it."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main(pages: list[str]) -> None:
    """Build, serve, take the pictures."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)))
    if pages != ["--docs"]:
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
                if pages == ["--docs"]:
                    illustrate(browser, address)
                else:
                    for page in [page.strip("/") for page in pages] or choose(folder):
                        take(browser, address, page)
                browser.close()
            server.shutdown()


main(sys.argv[1:])
