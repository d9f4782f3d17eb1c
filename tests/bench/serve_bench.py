"""How fast the preview is: `python tests/bench/serve_bench.py [entries …] [--edits 50]`.

Makes a site of invented entries, starts `site-gen serve` on it, drives it with Chromium and prints a
table: what is asked for, what was measured, and whether that is enough. By default for 1,000 and for
10,000 entries. `--parts` measures some of it, `--folder` keeps the sites for a further run.

An edit counts from the moment a save begins to the moment the new words are in the page. Edits follow
each other at 0.3 s, whether or not the page has followed: every second one is saved by rename, every
third one carries the time of the one before. Both clocks are the machine's own, so that the times of
Python and of the browser can be compared.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

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


LETTERS = str.maketrans("0123456789-", "abcdefghijk")


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
    ordered = sorted(values) or [float("inf")]
    return {
        "median": statistics.median(ordered),
        "p95": ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))],
        "max": ordered[-1],
    }


def save(path: Path, text: str, *, rename: bool, at: float | None = None) -> None:
    """As editors do.

    Args:
        path: of the file.
        text: new content.
        rename: whether a new file takes the place of the old one.
        at: what the file claims as its time.
    """
    target = path.with_name(path.name + ".new") if rename else path
    target.write_text(text)
    if at is not None:
        os.utime(target, (at, at))
    if rename:
        target.replace(path)


def edits(
    spy: Spy, path: Path, text: Callable[[str, int], str], count: int, pause: float
) -> dict[str, float]:
    """Save again and again, without waiting for the page.

    Args:
        spy: on the page.
        path: of the file.
        text: (word that is to appear, number of the edit) → the file's content.
        count: how many times.
        pause: seconds between two saves.
    """
    begun: dict[str, float] = {}
    word = ""
    for turn in range(count):
        word = f"edit-{path.stem.replace('report', 'of').translate(LETTERS)}-{turn}."
        before = path.stat().st_mtime
        begun[word] = time.time() * 1000
        same = turn % 3 == 2
        save(path, text(word, turn), rename=turn % 2 == 1, at=before if same else None)
        spy.page.wait_for_timeout(pause * 1000)
    spy.wait(lambda: word in spy.words)
    spy.page.wait_for_timeout(500)
    seen = [spy.words[word] - at for word, at in begun.items() if word in spy.words]
    return {**spread(seen), "lost": count - len(seen)}


def words_of(number: int) -> Callable[[str, int], str]:
    """Only words of an entry change."""
    return lambda word, _: entry(number, words=word)


def claims_of(number: int) -> Callable[[str, int], str]:
    """Its title changes, with a claim or a date."""

    def text(word: str, turn: int) -> str:
        found = entry(number, title=word, words="rest")
        if turn % 2:
            return found.replace("It is open.", f"It is open for the {turn}th time.")
        return found.replace("date: 2031-01-", "date: 2031-02-") if turn % 4 else found

    return text


def headings_of(number: int) -> Callable[[str, int], str]:
    """The title of an event changes, which stands on the timeline."""
    return lambda word, _: entry(number).replace("is open again", word)


def mistakes(spy: Spy, preview: Preview, number: int, count: int) -> dict[str, dict[str, float]]:
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
    """Wait until nothing is built any more, and nothing is left to follow."""
    seen = -1
    while seen != len(preview.lines) or preview.lines[-1].endswith("follows"):
        seen = len(preview.lines)
        time.sleep(0.5)


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
    assert len(preview.lines) > before, "nothing was built meanwhile"
    return spread(times)


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


def memory(preview: Preview) -> float:
    """Resident memory of the preview and its workers, in MB."""
    pages = 0
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == preview.process.pid:
                pages += int(fields[21])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


PARTS = ("entry", "timeline", "fullest", "answers", "idle")
"""What can be measured by itself."""


def fullest(root: Path) -> tuple[str, int]:
    """The page of the built site that lists the most events, and how many those are."""
    out = root / ".site_gen_cache" / "preview"
    found = ((path.read_text().count('class="card '), path) for path in out.rglob("index.html"))
    events, path = max(found, key=lambda one: one[0])
    return path.parent.relative_to(out).as_posix() + "/", events


def first_shown(page: Page) -> int:
    """Number of the entry whose event comes first on a page."""
    shown = page.locator("main .card h3 a").first.get_attribute("href")
    return int(re.findall(r"report-(\d+)", shown or "")[0])


def in_browser(
    page: Page, preview: Preview, count: int, parts: Sequence[str], *, many: bool
) -> Iterator[tuple[str, dict[str, float]]]:
    """What is seen in the page."""
    root = preview.root
    spy = Spy(page)
    page.goto(preview.address + "entries/report-00005/")
    page.wait_for_selector("site-gen-preview .bar")
    time.sleep(5 if many else 0.5)  # until the builder remembers the site
    path = path_of(root, 5)
    edits(spy, path, words_of(5), 2, 1)
    settle(preview)
    if "entry" in parts:
        for name, text in (("words", words_of(5)), ("claims", claims_of(5))):
            spy.words.clear()
            yield name, edits(spy, path, text, count, 0.3)
            settle(preview)
        yield from mistakes(spy, preview, 5, 5 if many else 10).items()
    where = {"timeline": "", "fullest": ""}
    if "fullest" in parts:
        where["fullest"], events = fullest(root)
        yield "size", {"events": events}
    for name, url in where.items():
        if name in parts:
            page.goto(preview.address + url)
            number = first_shown(page)
            spy.words.clear()
            yield name, edits(spy, path_of(root, number), headings_of(number), count, 0.3)
            settle(preview)


def measure(root: Path, count: int, parts: Sequence[str]) -> dict[str, dict[str, float]]:
    """Everything that is asked for, on the site in a folder."""
    many = sum(1 for _ in (root / "content" / "entries").iterdir()) > 1000
    found: dict[str, dict[str, float]] = {}
    if set(parts) != {"idle"}:
        began = time.monotonic()
        preview = start_preview(root, first=600)
        found["first"] = {"seconds": time.monotonic() - began}
        try:
            if not {"entry", "timeline", "fullest"}.isdisjoint(parts):
                with sync_playwright() as playwright:
                    browser = playwright.chromium.launch(
                        executable_path=find_chromium(), args=list(CHROMIUM_FLAGS)
                    )
                    page = browser.new_page()
                    found |= in_browser(page, preview, count, parts, many=many)
                    browser.close()
            if "answers" in parts:
                found["GET"] = answers(preview, 5)
                found["memory"] = {"MB": memory(preview)}
        finally:
            preview.stop()
    if "idle" in parts:
        found["idle"] = {}
        for name, *options in (("events",), ("polling", "--poll")):
            preview = start_preview(root, *options, first=600)
            time.sleep(8 if many else 4)
            try:
                found["idle"][name] = processor(preview, 15)
            finally:
                preview.stop()
    return found


ROWS = (
    ("new words → page, ms, median", "words", "median", (150, 400)),
    ("new words → page, ms, p95", "words", "p95", (300, 400)),
    ("edits of words lost", "words", "lost", (0, 0)),
    ("title, claim, date → page, ms, median", "claims", "median", (150, 400)),
    ("title, claim, date → page, ms, p95", "claims", "p95", (300, 400)),
    ("such edits lost", "claims", "lost", (0, 0)),
    ("event's title → timeline, ms, median", "timeline", "median", (150, 400)),
    ("event's title → timeline, ms, p95", "timeline", "p95", (300, 400)),
    ("such edits lost", "timeline", "lost", (0, 0)),
    ("events on the fullest page", "size", "events", None),
    ("event's title → fullest page, ms, median", "fullest", "median", (150, 400)),
    ("event's title → fullest page, ms, p95", "fullest", "p95", (300, 400)),
    ("such edits lost", "fullest", "lost", (0, 0)),
    ("mistake → overlay, ms, median", "shown", "median", (500, 500)),
    ("mistake → overlay, ms, worst", "shown", "max", (500, 500)),
    ("mended → overlay gone, ms, worst", "gone", "max", (500, 500)),
    ("GET while a build runs, ms, p95", "GET", "p95", (50, 50)),
    ("GET while a build runs, ms, worst", "GET", "max", (50, 50)),
    ("idle, % of a core", "idle", "events", (1, 1)),
    ("idle with --poll, % of a core", "idle", "polling", (1, 1)),
    ("first build, s", "first", "seconds", None),
    ("memory of all processes, MB", "memory", "MB", None),
)
"""(figure, where it is, its bar up to 1,000 entries and above)."""


def table(entries: int, found: dict[str, dict[str, float]], count: int) -> str:
    """Markdown."""
    lines = [f"| {entries:,} entries, {count} edits | bar | measured | |", "|---|--:|--:|---|"]
    for name, key, column, bars in ROWS:
        if column not in found.get(key, {}):
            continue
        value = found[key][column]
        text = f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.2g}"
        bar = bars[entries > 1000] if bars else None
        verdict = "" if bar is None else "met" if value <= bar else "**missed**"
        limit = "" if bar is None else f"≤ {bar}" if bar else "0"
        lines.append(f"| {name} | {limit} | {text} | {verdict} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("entries", type=int, nargs="*", default=[1000, 10000])
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--folder", type=Path, help="where sites lie, and stay for another run")
    arguments = parser.parse_args()
    for entries in arguments.entries:
        with tempfile.TemporaryDirectory() as folder:
            root = (arguments.folder or Path(folder)) / f"site-{entries}"
            if not root.exists():
                write_site(root, entries)
            found = measure(root, arguments.edits, arguments.parts)
        print(table(entries, found, arguments.edits), flush=True)
        print(f"\nload {os.getloadavg()[0]:.1f}\n", flush=True)


if __name__ == "__main__":
    main()
