"""How fast the preview is: `python tests/bench/serve_bench.py [entries …] [--edits 50] [--json]`.

Makes a site of invented entries, starts `site-gen serve` on it and drives it with Chromium. Prints,
for each number of entries:

- edit to changed DOM: from the moment a save begins to the moment the new words are in the page,
  50 edits of one entry's words at 0.3 s intervals, every third saved by rename; how many of them
  never showed;
- the same for an entry's title, which other pages show too;
- a mistake to its overlay, and its mending to a page without;
- answers to GET while builds run, and the processor that the preview takes when nobody types, with
  events and with --poll.

Both clocks are the machine's own, so that the times of Python and of the browser can be compared.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from chronicle import Preview, entry, path_of, start_preview, write_site
from conftest import CHROMIUM_FLAGS, find_chromium
from playwright.sync_api import Page, sync_playwright

# Tells when a word appears in the page, or the overlay comes or goes; runs before all scripts.
SPY = """
if (window.top === window) {
  let last = "";
  const tell = () => {
    const text = document.querySelector("main")?.textContent ?? "";
    const word = text.match(/edit-[a-z]+-[0-9]+\\./)?.[0] ?? "";
    const host = document.querySelector("site-gen-preview");
    const panel = Boolean(host?.shadowRoot?.querySelector(".panel"));
    const now = `${word}|${panel}`;
    if (now === last) return;
    last = now;
    spied(word, panel, Date.now());
  };
  new MutationObserver(tell).observe(document, {childList: true, subtree: true, characterData: true});
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    new MutationObserver(tell).observe(root, {childList: true});
    return root;
  };
}
"""


class Spy:
    """What was seen in the page, and when."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.words: dict[str, float] = {}
        self.panel = (False, 0.0)
        page.expose_binding("spied", self._note)
        page.add_init_script(SPY)

    def _note(self, _: object, word: str, panel: bool, at: float) -> None:
        self.words.setdefault(word, at)
        if panel != self.panel[0]:
            self.panel = (panel, at)

    def wait(self, ready: Callable[[], bool], seconds: float = 30) -> bool:
        end = time.monotonic() + seconds
        while not ready():
            if time.monotonic() > end:
                return False
            self.page.wait_for_timeout(2)
        return True


def spread(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "median": round(statistics.median(ordered)),
        "p95": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]),
        "max": round(ordered[-1]),
        "n": len(ordered),
    }


def save(path: Path, text: str, *, rename: bool) -> None:
    if rename:
        fresh = path.with_name(path.name + ".new")
        fresh.write_text(text)
        fresh.replace(path)
    else:
        path.write_text(text)


def edits(spy: Spy, preview: Preview, number: int, count: int, pause: float) -> dict[str, Any]:
    """Save an entry's words again and again, without waiting for the page."""
    path = path_of(preview.root, number)
    begun: dict[str, float] = {}
    for turn in range(count):
        word = f"edit-words-{turn}."
        begun[word] = time.time() * 1000
        save(path, entry(number, words=word), rename=turn % 3 == 2)
        spy.page.wait_for_timeout(pause * 1000)
    spy.wait(lambda: word in spy.words)
    spy.page.wait_for_timeout(500)
    seen = [spy.words[word] - at for word, at in begun.items() if word in spy.words]
    return {**spread(seen), "never shown": count - len(seen), "last shown": word in spy.words}


def titles(spy: Spy, preview: Preview, number: int, count: int) -> dict[str, float]:
    """Save a new title, which lists show too, and wait for it each time."""
    path = path_of(preview.root, number)
    times = []
    for turn in range(count):
        word = f"edit-title-{turn}."
        at = time.time() * 1000
        path.write_text(entry(number, title=word, words="rest"))
        if not spy.wait(lambda word=word: word in spy.words, 120):
            raise SystemExit(f"the title {word} never showed: {preview.lines[-3:]}")
        times.append(spy.words[word] - at)
        settle(preview)
    return spread(times)


def mistakes(spy: Spy, preview: Preview, number: int, count: int) -> dict[str, Any]:
    path = path_of(preview.root, number)
    good = entry(number)
    bad = good.replace("sources: [", "sources: [nowhere, ")
    shown, gone = [], []
    for _ in range(count):
        at = time.time() * 1000
        path.write_text(bad)
        assert spy.wait(lambda: spy.panel[0]), preview.lines[-3:]
        shown.append(spy.panel[1] - at)
        settle(preview)
        at = time.time() * 1000
        path.write_text(good)
        assert spy.wait(lambda: not spy.panel[0]), preview.lines[-3:]
        gone.append(spy.panel[1] - at)
        settle(preview)
    return {"shown": spread(shown), "gone": spread(gone)}


def settle(preview: Preview) -> None:
    """Wait until nothing is built any more: no word for twice as long as the last build took."""
    seen = -1
    while seen != len(preview.lines):
        seen = len(preview.lines)
        took = re.search(r"in ([\d,]+) ms", preview.lines[-1])
        last = int(took[1].replace(",", "")) / 1000 if took else 0.5
        time.sleep(max(0.3, 2 * last))


def answers(preview: Preview, seconds: float) -> dict[str, float]:
    """GETs of one page, one after the other, while titles change and builds run."""
    stop = threading.Event()

    def change() -> None:
        turn = 0
        while not stop.is_set():
            turn += 1
            path_of(preview.root, 7).write_text(entry(7, title=f"Busy {turn}"))
            time.sleep(0.05)

    thread = threading.Thread(target=change)
    before = len(preview.lines)
    thread.start()
    times = []
    connection = http.client.HTTPConnection("127.0.0.1", preview.port)
    end = time.monotonic() + seconds
    paths = ("/", "/entries/report-00009/", "/assets/style.css")
    while time.monotonic() < end:
        began = time.perf_counter()
        connection.request("GET", paths[len(times) % len(paths)])
        answer = connection.getresponse()
        answer.read()
        times.append((time.perf_counter() - began) * 1000)
        assert answer.status == 200
        time.sleep(0.01)
    stop.set()
    thread.join()
    connection.close()
    settle(preview)
    found: dict[str, float] = spread(times)
    found["builds"] = len(preview.lines) - before
    return found


def processor(preview: Preview, seconds: float) -> float:
    """Share of a core that the preview and its worker take, in percent."""

    def spent() -> float:
        ticks = 0
        group = preview.process.pid
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit():
                try:
                    fields = (folder / "stat").read_text().rpartition(")")[2].split()
                except OSError:
                    continue
                if int(fields[3]) == group:
                    ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    before = spent()
    time.sleep(seconds)
    return round((spent() - before) / seconds * 100, 2)


def measure(entries: int, count: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = write_site(Path(folder) / "site", entries)
        began = time.monotonic()
        preview = start_preview(root, first=600)
        found: dict[str, Any] = {"entries": entries, "first": round(time.monotonic() - began, 1)}
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_FLAGS)
        )
        try:
            page = browser.new_page()
            spy = Spy(page)
            page.goto(preview.address + "entries/report-00005/")
            page.wait_for_selector("site-gen-preview .bar")
            edits(spy, preview, 5, 2, 1)
            spy.words.clear()
            found["words"] = edits(spy, preview, 5, count, 0.3)
            found["title"] = titles(spy, preview, 5, 5)
            found["mistake"] = mistakes(spy, preview, 5, 5)
            browser.close()
            found["GET"] = answers(preview, 5)
            found["idle %"] = processor(preview, 10)
        finally:
            preview.stop()
        preview = start_preview(root, "--poll", first=600)
        time.sleep(3)
        try:
            found["idle polling %"] = processor(preview, 15)
        finally:
            preview.stop()
        return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("entries", type=int, nargs="*", default=[1000])
    parser.add_argument("--edits", type=int, default=50)
    arguments = parser.parse_args()
    for entries in arguments.entries:
        print(json.dumps(measure(entries, arguments.edits), indent=1))
        print("load", os.getloadavg())


if __name__ == "__main__":
    main()
