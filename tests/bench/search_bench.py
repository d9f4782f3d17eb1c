"""What the search index costs: bytes, seconds, memory. Run by hand: see docs/performance.md.

    python tests/bench/search_bench.py build ROOT     seconds, peak memory and bytes of the index
    python tests/bench/search_bench.py query SITE     bytes and milliseconds of queries in Chromium

ROOT is a site's folder (`corpus` writes one), SITE a folder that a build has filled.

    python tests/bench/search_bench.py corpus ROOT N  an invented site of N entries
"""

from __future__ import annotations

import argparse
import gzip
import http.server
import random
import resource
import statistics
import sys
import threading
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests" / "support")]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Response


def packed(content: bytes) -> int:
    """Bytes as a server sends them, if it compresses what shrinks."""
    return min(len(content), len(gzip.compress(content, 9)))


def build(root: Path) -> None:
    """Index a site without building it, one entry in memory at a time after the reading."""
    from site_gen import search
    from site_gen.reading import read_site
    from site_gen.source import Tree
    from site_gen.timeline import build as build_timeline

    site = read_site(Tree(root=root)).site
    assert site is not None
    timeline = build_timeline(site)
    setting = search.setting_of(site)
    analyzer = setting.analyzer
    reading = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spent = 0.0
    counted: Counter[str] = Counter()
    files: Counter[str] = Counter()

    def postings() -> Iterator[Any]:
        for entry in timeline.entries:
            records = search.records(site, entry, timeline.by_entry[entry.slug])
            yield search.index_entry(entry.slug, records, analyzer)

    began = time.process_time()
    for path, content in search.merge(postings(), setting):
        spent += time.process_time() - began
        family = path.split("/")[2]
        counted[family] += packed(content)
        files[family] += 1
        began = time.process_time()
    spent += time.process_time() - began
    texts = [path.read_bytes() for path in sorted((root / "content/entries").glob("*.md"))]
    text, whole = sum(map(packed, texts)), packed(b"".join(texts))
    total = sum(counted.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(timeline.entries)} entries, {len(timeline.rows)} events")
    print(f"{spent:.2f} s of one processor; peak {peak:.0f} MB, {reading:.0f} MB before the index")
    for family in sorted(counted):
        print(f"  {family}: {files[family]} files, {counted[family]} bytes")
    print(f"index {total} bytes; text {text} file by file (ratio {total / text:.3f}),")
    print(f"  {whole} as one file (ratio {total / whole:.3f})")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, and compresses text as GitHub Pages does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        content = path.read_bytes() if path.is_file() else b""
        self.send_response(200 if path.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in {".html", ".js", ".css", ".json", ".svg"}:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Quiet."""


def words_of(site: Path) -> list[str]:
    """Words of the titles, as often as they stand there."""
    import json

    words: list[str] = []
    for path in sorted((site / "search/index/titles").glob("*.json")):
        for _, title, _, events in json.loads(path.read_bytes()):
            for text in (title, *(event[1] for event in events)):
                words += [word for word in text.split() if word.isalpha() and len(word) > 3]
    return words


def query(site: Path, base: str, count: int) -> None:
    """Ask the page of results: the first search from nothing, then further ones."""
    from playwright.sync_api import sync_playwright

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = True

    class Below(Handler):
        def translate_path(self, path: str) -> str:
            return super().translate_path(path.removeprefix(base))

    server = Server(("127.0.0.1", 0), partial(Below, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}{base}"
    chance = random.Random("bench")
    words = words_of(site)
    asked = [" ".join(chance.sample(words, chance.choice((1, 2, 2, 3)))) for _ in range(count)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        first = [visit(browser.new_context().new_page(), address, q) for q in asked[:15]]
        report("first search from nothing", first)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        visit(page, address, asked[0])
        report("further search", [ask(page, q) for q in asked[15:]])
        report("the same again", [ask(page, q) for q in asked[15:]])
        times = page.evaluate(
            """async ([address, asked]) => {
                const { Store } = await import(address + 'assets/search/store.js');
                const { Engine, EMPTY } = await import(address + 'assets/search/engine.js');
                const times = [];
                const engine = new Engine(new Store(new URL(address)));
                for (const turn of [0, 1]) for (const q of asked) {
                    const began = performance.now();
                    const found = await engine.match(q);
                    await engine.narrow(found.docs, found.scores, EMPTY);
                    times.push([turn, performance.now() - began]);
                }
                return times;
            }""",
            [address, asked],
        )
        for turn, name in enumerate(("engine, cold", "engine, warm")):
            spent = sorted(time for t, time in times if t == turn)
            print(f"{name}: median {statistics.median(spent):.1f} ms, p95 {p95(spent):.1f} ms")


def p95(values: list[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    values = sorted(values)
    return values[min(len(values) - 1, int(0.95 * len(values)))]


def watch(page: Page, got: list[tuple[str, int]]) -> Any:
    """Note the bytes of everything that the search asks for."""

    def note(response: Response) -> None:
        if "/search/" in response.url or "/entries/" in response.url:
            got.append((response.url, int(response.headers.get("content-length", 0))))

    page.on("response", note)
    return note


def kinds(got: list[tuple[str, int]]) -> tuple[int, int]:
    """Bytes of the search proper, and of the pages that excerpts come from."""
    own = sum(size for url, size in got if "/assets/search/" in url or "/search/index/" in url)
    return own, sum(size for url, size in got if "/entries/" in url)


READY = """() => { const found = document.querySelector('.search-found');
    return found && /^(\\d|No)/.test(found.textContent); }"""


def visit(page: Page, address: str, q: str) -> tuple[int, int, float]:
    """Open the results of a query in a browser that knows nothing yet."""
    got: list[tuple[str, int]] = []
    watch(page, got)
    began = time.perf_counter()
    page.goto(f"{address}search/?q={q}")
    page.wait_for_function(READY)
    spent = time.perf_counter() - began
    page.wait_for_load_state("networkidle")
    return (*kinds(got), spent * 1000)


def ask(page: Page, q: str) -> tuple[int, int, float]:
    """Ask again on the same page."""
    got: list[tuple[str, int]] = []
    note = watch(page, got)
    page.fill("input[name=q]", q)
    began = time.perf_counter()
    page.evaluate("document.querySelector('.search-found').textContent = ''")
    page.evaluate("document.querySelector('form[data-search]').requestSubmit()")
    page.wait_for_function(READY)
    spent = time.perf_counter() - began
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(60)
    page.remove_listener("response", note)
    return (*kinds(got), spent * 1000)


def report(name: str, found: list[tuple[int, int, float]]) -> None:
    """Median and 95th percentile."""
    for number, what in enumerate(("search kB", "pages of excerpts kB", "ms")):
        scale = 1000 if number < 2 else 1
        values = [row[number] / scale for row in found]
        print(f"{name}: {what} median {statistics.median(values):.1f}, p95 {p95(values):.1f}")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("corpus", "build", "query"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int, nargs="?", default=60)
    parser.add_argument("--base", default="/repo/")
    given = parser.parse_args()
    if given.what == "corpus":
        from search_corpus import write_site

        write_site(given.folder, given.count)
    elif given.what == "build":
        build(given.folder)
    else:
        query(given.folder, given.base, given.count)


if __name__ == "__main__":
    main()
