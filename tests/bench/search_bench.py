"""What the search costs, beside its bars: one table for a site of so many entries.

    python tests/bench/search_bench.py 1000 [--tools ../shared/bench]

Writes an invented chronicle into a folder that goes afterwards, indexes it, builds it, edits one entry, and
asks in Chromium. `--tools` is the folder of `peers_bench.py`, whose corpus then takes the place of our own.
Sizes are those of files one by one as a server sends them: text compressed, the index's own codes as they
are. A query's bytes are all that it makes the browser load, the pages that excerpts are cut from too; a first
search's also the scripts. Times hold for the machine and the minute.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import gzip
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests"), str(PROJECT / "tests" / "support"), str(HERE)]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from playwright.sync_api import Browser, Page, Response

THEME = "name: searching\npages: entries prose\nexports: search\n"
"""Only what a search loads: ten thousand entries are then built in a minute."""
FIRST = 20
"""Browsers that know nothing yet."""
FURTHER = 60
"""Queries that follow each other in one browser."""


class Row(NamedTuple):
    """A line of the table."""

    what: str
    figure: str
    bar: str = ""
    kept: bool | None = None

    @classmethod
    def most(cls, what: str, value: float, limit: float, unit: str, digits: int = 0) -> Row:
        """A figure that has an upper limit."""
        shown = f"{value:,.{digits}f}"
        return cls(what, f"{shown} {unit}".strip(), f"≤ {limit:g} {unit}".strip(), value <= limit)


# --- bytes, seconds, memory of the index --------------------------------------------------------


def packed(content: bytes) -> int:
    """Bytes as a server sends them, if it compresses what shrinks."""
    return min(len(content), len(gzip.compress(content, 9, mtime=0)))


def index(root: Path) -> dict[str, Any]:
    """Make the index as a build does, in this process and in nothing else of it.

    Returns:
        seconds of one processor; peak MiB of the process, with the site in memory, and before the
        index; entries and events; bytes and files of each family.
    """
    from site_gen.chronology.timeline import build as build_timeline
    from site_gen.edges.cache import Cache
    from site_gen.edges.source import Tree
    from site_gen.engine.reading import read_site
    from site_gen.engine.searching import Keeper
    from site_gen.pages.cards import CardMaker

    gc.disable()  # as `build` does
    site = read_site(Tree(root=root)).site
    assert site is not None
    timeline = build_timeline(site)
    maker = CardMaker(site, timeline)
    before = _peak()
    with tempfile.TemporaryDirectory() as folder:
        keeper = Keeper(Cache(folder=Path(folder)), read=lambda _: b"")
        began = time.process_time()
        made = keeper.refresh(maker, "bench").made
        spent = time.process_time() - began
        peak = _peak()
    sizes: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for path, content in made.items():
        family = path.split("/")[2]
        sizes[family] += len(content) if path.endswith(".bin") else packed(content)
        files[family] += 1
    text = sum(packed(path.read_bytes()) for path in (root / "content/entries").glob("*.md"))
    return {
        "entries": len(timeline.entries),
        "events": len(timeline.rows),
        "seconds": spent,
        "peak": peak,
        "before": before,
        "text": text,
        "sizes": sizes,
        "files": files,
    }


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def index_rows(found: Mapping[str, Any]) -> list[Row]:
    """What the index costs."""
    entries = found["entries"]
    total = sum(found["sizes"].values())
    families = ", ".join(
        f"{family} {size / 1000:,.0f}" for family, size in sorted(found["sizes"].items())
    )
    return [
        Row("entries, events", f"{entries:,}, {found['events']:,}"),
        Row("files of the index", f"{sum(found['files'].values()):,}"),
        Row("its parts, kB", families),
        Row.most("index : text", total / found["text"], 0.45, "", 3),
        Row.most("build, one core, per 1,000", found["seconds"] * 1000 / entries, 3, "s", 2),
        Row.most("peak, the site in memory", found["peak"], 300, "MB"),
        Row("of that before the index", f"{found['before']:.0f} MB"),
    ]


# --- a site, and an edit of it ------------------------------------------------------------------


def write(root: Path, entries: int, tools: Path | None) -> None:
    """A site's folder whose theme draws only what a search loads."""
    if tools:
        from peers_bench import our_site

        our_site(tools, root, entries, "searching")
    else:
        from search_corpus import write_site

        write_site(root, entries)
        with (root / "content/site.yaml").open("a") as settings:
            settings.write("theme: searching\nignore: [date.after_article]\n")
    (root / "themes/searching").mkdir(parents=True)
    (root / "themes/searching/theme.yaml").write_text(THEME)


def build(root: Path) -> None:
    """Build it below `/repo/`."""
    subprocess.run(
        [
            *(sys.executable, "-m", "site_gen", "build", "--quiet"),
            *("--base-url", "https://example.org/repo/"),
        ],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        check=True,
    )


def edit_rows(root: Path) -> list[Row]:
    """One word more in one entry: which files are written, and which had to be."""
    from site_gen.search.shards import read_shard

    folder = root / "public/search/index"

    def look() -> dict[str, bytes]:
        found = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}

    def terms(files: Mapping[str, bytes]) -> dict[str, tuple[str, Any]]:
        """Term → its shard and its postings."""
        marks = [path.removeprefix("terms/") for path in files if path.startswith("terms/")]
        shards = {m: read_shard(files[f"terms/{m}"], files[f"places/{m}"]) for m in marks}
        return {t: (f"terms/{m}", data) for m, shard in shards.items() for t, data in shard.items()}

    before = look()
    entry = sorted((root / "content/entries").glob("*.md"))[len(list(folder.parent.iterdir()))]
    text = entry.read_text(encoding="utf-8")
    began = time.perf_counter()
    entry.write_text(text.rstrip("\n") + "\n\nA zeppelin over the harbour.\n", encoding="utf-8")
    build(root)
    spent = time.perf_counter() - began
    after = look()
    written = {path for path, content in after.items() if before.get(path) != content}
    was, now = terms(before), terms(after)
    changed = {t for t in was.keys() | now.keys() if was.get(t, ())[1:] != now.get(t, ())[1:]}
    touched = {now[term][0] for term in changed if term in now}
    shards = {path for path in written if path.startswith("terms/")}
    families = Counter(path.split("/")[0] for path in written)
    parts = ", ".join(f"{count} {family}" for family, count in sorted(families.items()))
    return [
        Row(
            "shards written for one edit",
            f"{len(shards)} of {sum(p.startswith('terms/') for p in after)}",
            f"= the {len(touched)} it touches",
            shards == touched,
        ),
        Row("all files written for it", f"{parts}; {spent:.1f} s"),
    ]


# --- asking -------------------------------------------------------------------------------------


def serve(site: Path) -> str:
    """Serve a folder below `/repo/`, compressed as GitHub Pages does; its address."""
    from conftest import StaticHandler

    handler = type("Handler", (StaticHandler,), {"folder": site.resolve(), "base": "/repo/"})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/repo/"


def shelves(folder: Path) -> Iterator[list[str]]:
    """The titles of each entry and its events."""
    from site_gen.search.titles import read_titles

    manifest = json.loads((folder / "manifest.json").read_bytes())
    code = (folder / f"code/{manifest['code']}.json").read_bytes()
    size, left = manifest["shelf"], manifest["entries"]
    for start in range(0, len(manifest["shelves"]), 8):
        mark = manifest["shelves"][start : start + 8]
        content = (folder / f"titles/{mark}.bin").read_bytes()
        yield from read_titles(content, code, min(size, left))
        left -= size


def queries(site: Path, count: int) -> list[str]:
    """Words of the titles, as often as they stand there: one, two, three, a phrase, one excluded."""
    from site_gen.search.words import STOP_WORDS

    chance = random.Random("bench")
    titles: list[list[str]] = []
    for found in shelves(site / "search/index"):
        titles += [
            [word for word in text.split() if word.isalpha() and word.lower() not in STOP_WORDS]
            for text in found
        ]
    titles = sorted(words for words in titles if len(words) > 1)

    def word() -> str:
        return chance.choice(chance.choice(titles))

    def phrase() -> str:
        words = chance.choice(titles)
        return f'"{words[0]} {words[1]}"'

    kinds: Sequence[Callable[[], str]] = (
        word,
        lambda: f"{word()} {word()}",
        lambda: f"{word()} {word()} {word()}",
        phrase,
        lambda: f"{word()} -{word()}",
        lambda: f"{word()} {word()}",
    )
    return [kinds[number % len(kinds)]() for number in range(count)]


ASK = """q => new Promise(resolve => {
    const found = document.querySelector('.search-found');
    document.querySelector('input[name=q]').value = q;
    found.textContent = '';
    const began = performance.now();
    const look = new MutationObserver(() => {
        if (!found.textContent || found.textContent.endsWith('…')) return;
        look.disconnect();
        resolve(performance.now() - began);
    });
    setTimeout(() => {
        look.observe(found, { childList: true, characterData: true, subtree: true });
        document.querySelector('form[data-search]').requestSubmit();
    });
})"""
"""Milliseconds from pressing Enter to the list with its counts in the page."""


QUOTED = """() => [...document.querySelectorAll('.search-hits > li')].every(hit =>
    hit.getBoundingClientRect().top > innerHeight || hit.querySelector('.search-excerpt')?.hasChildNodes() !== false)"""
"""Whether all hits in view show the words that were found."""


class Asked(NamedTuple):
    """What one query cost."""

    index: int
    """Bytes of scripts, styles and index."""
    excerpts: int
    """Bytes of the entries' pages that excerpts are cut from."""
    ms: float


def ask(page: Page, q: str) -> Asked:
    """Ask on the page of results, and wait until nothing more is loaded."""
    from playwright.sync_api import TimeoutError as PlaywrightTimeout

    got: list[tuple[str, int]] = []

    def note(response: Response) -> None:
        got.append((response.url, int(response.headers.get("content-length", 0))))

    page.on("response", note)
    spent = page.evaluate(ASK, q)
    page.wait_for_timeout(120)
    with contextlib.suppress(PlaywrightTimeout):  # an event may have no words of its own
        page.wait_for_function(QUOTED, timeout=2000)
    page.wait_for_load_state("networkidle")
    page.remove_listener("response", note)
    excerpts = sum(size for url, size in got if "/entries/" in url)
    own = sum(size for url, size in got if "/search/" in url)
    return Asked(own, excerpts, spent)


def query_rows(site: Path, entries: int) -> list[Row]:
    """Bytes and milliseconds."""
    from conftest import CHROMIUM_FLAGS, find_chromium
    from playwright.sync_api import sync_playwright

    address = serve(site)
    asked = queries(site, FIRST + FURTHER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_FLAGS)
        )
        first = [from_nothing(browser, address, q) for q in asked[:FIRST]]
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.goto(f"{address}search/")
        page.wait_for_selector(".search-found", state="attached")
        ask(page, asked[0])
        further = [ask(page, q) for q in asked[FIRST:]]
        warm = [ask(page, q) for q in asked[FIRST:]]
        browser.close()
    large = entries > 1000
    one, more = (250, 90) if large else (100, 50)
    return [
        Row.most("first search, all, worst", worst(first, total) / 1000, one, "kB", 1),
        Row("of that excerpts", f"{worst(first, lambda a: a.excerpts) / 1000:.1f} kB"),
        Row.most("further query, all, p95", p95(further, total) / 1000, more, "kB", 1),
        Row("of that excerpts, p95", f"{p95(further, lambda a: a.excerpts) / 1000:.1f} kB"),
        Row.most("warm query, p95", p95(warm, lambda a: a.ms), 20, "ms", 1),
        Row.most("cold query, p95", p95(first, lambda a: a.ms), 250, "ms", 1),
        Row.most("further query, p95", p95(further, lambda a: a.ms), 250, "ms", 1),
    ]


def from_nothing(browser: Browser, address: str, q: str) -> Asked:
    """The first query of a browser that has loaded the page of search and nothing else.

    Its scripts come with the page, so their bytes are added.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    own: list[int] = []

    def note(response: Response) -> None:
        if "/assets/search/" in response.url or "/search/index/" in response.url:
            own.append(int(response.headers.get("content-length", 0)))

    page.on("response", note)
    page.goto(f"{address}search/")
    page.wait_for_load_state("networkidle")
    page.remove_listener("response", note)
    found = ask(page, q)
    context.close()
    return found._replace(index=found.index + sum(own))


def total(asked: Asked) -> int:
    """All bytes."""
    return asked.index + asked.excerpts


def worst(asked: Sequence[Asked], key: Callable[[Asked], float]) -> float:
    """The largest value."""
    return max(map(key, asked))


def p95(asked: Sequence[Asked], key: Callable[[Asked], float]) -> float:
    """The value that 95 of 100 do not exceed."""
    values = sorted(map(key, asked))
    return values[min(len(values) - 1, int(0.95 * len(values)))]


# --- the table ----------------------------------------------------------------------------------


def show(rows: Sequence[Row]) -> None:
    """The table, in Markdown."""
    print("| | figure | bar | |")
    print("|---|---|---|---|")
    for row in rows:
        verdict = "" if row.kept is None else "kept" if row.kept else "**missed**"
        print(f"| {row.what} | {row.figure} | {row.bar} | {verdict} |", flush=True)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries", type=int)
    parser.add_argument("--tools", type=Path, help="folder with corpus.py and peers.py")
    parser.add_argument("--index", type=Path, help="only index this site; as JSON")
    given = parser.parse_args()
    if given.index:
        print(json.dumps(index(given.index)))
        return
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        root.mkdir()
        write(root, given.entries, given.tools and given.tools.resolve())
        # A process of its own, whose memory is the index's and no other's.
        command = [sys.executable, __file__, str(given.entries), "--index", str(root)]
        found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        build(root)
        rows = index_rows(found)
        rows += query_rows(root / "public", given.entries)
        show(rows + edit_rows(root))


if __name__ == "__main__":
    main()
