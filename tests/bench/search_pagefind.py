"""Relevance beside Pagefind's on the judged queries: nDCG at 10, and how many queries find nothing.

    npm install pagefind        (anywhere; for this comparison only)
    python tests/bench/search_pagefind.py PATH/TO/node_modules/.bin/pagefind

Both search the same records, an event or an entry each, with the same title, names and text.
"""

from __future__ import annotations

import html
import json
import math
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))
JUDGED = PROJECT / "tests" / "data" / "search" / "judged.json"

OURS = """async ([address, queries]) => {
    const { Store } = await import(address + 'assets/search/store.js');
    const { Engine, EMPTY } = await import(address + 'assets/search/engine.js');
    const engine = new Engine(new Store(new URL(address)));
    const found = {};
    for (const q of queries) {
        const { docs, scores } = await engine.match(q);
        const all = await engine.narrow(docs, scores, { ...EMPTY, kind: ['event'] });
        const shown = await Promise.all(all.best(10).map(doc => engine.store.shown(doc)));
        found[q] = shown.map(hit => decodeURI(hit.url).split('/entries/')[1].replace('/', ''));
    }
    return found;
}"""
THEIRS = """async ([address, queries]) => {
    const pagefind = await import(address + 'pagefind/pagefind.js');
    const found = {};
    for (const q of queries) {
        const { results } = await pagefind.search(q);
        const data = await Promise.all(results.slice(0, 20).map(result => result.data()));
        found[q] = data.map(hit => hit.meta.ref).filter(ref => !ref.endsWith('#')).slice(0, 10);
    }
    return found;
}"""


def ndcg(found: list[str], wanted: list[str]) -> float:
    """Discounted gain of the first ten over that of the best order; a hit is worth 1."""
    gain = sum(1 / math.log2(place + 2) for place, ref in enumerate(found[:10]) if ref in wanted)
    return gain / sum(1 / math.log2(place + 2) for place in range(min(10, len(wanted))))


def write(out: Path) -> None:
    """The index of this repository's content, and a page for each record."""
    from site_gen import search
    from site_gen.chronology.timeline import build
    from site_gen.edges.source import Tree
    from site_gen.engine.reading import read_site

    site = read_site(Tree(root=PROJECT)).site
    assert site is not None
    timeline = build(site)
    setting = search.setting_of(site)
    records = {
        entry.slug: search.records(site, entry, timeline.by_entry[entry.slug])
        for entry in timeline.entries
    }
    postings = (search.index_entry(s, found, setting.analyzer) for s, found in records.items())
    for path, content in search.merge(postings, setting):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(content)
    shutil.copytree(PROJECT / "themes/default/assets/search", out / "assets/search")
    for slug, found in records.items():
        for number, record in enumerate(found):
            page = out / "pages" / slug / str(number) / "index.html"
            page.parent.mkdir(parents=True)
            ref = html.escape(f"{slug}#{record.id}")
            lines = "".join(f"<p>{html.escape(t)}</p>" for t in (*record.names, *record.text))
            page.write_text(
                f'<!doctype html><html lang="en"><title>x</title><body data-pagefind-body>'
                f'<span data-pagefind-meta="ref:{ref}"></span>'
                f"<h1>{html.escape(record.title)}</h1>{lines}</body></html>"
            )


def ask(address: str, queries: list[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What both find."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.goto(f"{address}pages/")
        return page.evaluate(OURS, [address, queries]), page.evaluate(THEIRS, [address, queries])


class Quiet(SimpleHTTPRequestHandler):
    """A server without a log."""

    def log_message(self, *_: Any) -> None:
        """Nothing."""


def main() -> None:
    """Print both."""
    judged = json.loads(JUDGED.read_text())["queries"]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        write(out)
        command = [sys.argv[1], "--site", str(out), "--output-path", str(out / "pagefind")]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        ours, theirs = ask(f"http://127.0.0.1:{server.server_port}/", list(judged))
        server.shutdown()
    for q, wanted in judged.items():
        print(f"{ndcg(ours[q], wanted):.3f}  {ndcg(theirs[q], wanted):.3f}  {q}")
    for name, found in (("ours", ours), ("Pagefind", theirs)):
        mean = sum(ndcg(found[q], wanted) for q, wanted in judged.items()) / len(judged)
        print(f"{name}: nDCG@10 {mean:.3f}, nothing for {sum(not f for f in found.values())}")


if __name__ == "__main__":
    main()
