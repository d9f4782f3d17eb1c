"""What the reader's site weighs and how quick its filters are, beside their bars.

    python tests/bench/reader_bench.py 10000

Builds a site of at least so many events into a folder that goes afterwards: invented entries, this
repository's provinces and outlines. Sizes are those of files as a server sends them. Times hold for the machine
and the minute.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests"), str(PROJECT / "tests" / "support"), str(HERE)]

from search_bench import Row, p95, packed, serve, show  # noqa: E402 - the path comes first

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

PROVINCES = ("Kunduz", "Takhar", "Baghlan", "Balkh", "Faryab", "Badghis", "Herat", "Badakhshan")
"""What the provinces of the invented country are called here, so that the map has something to shade."""
PER_ENTRY = 5.3
"""Events of an entry, a little less than there are."""


def write(root: Path, events: int) -> None:
    """A site's folder."""
    from search_corpus import PLACES, write_site

    write_site(root, round(events / PER_ENTRY))
    names = dict(zip((place[0] for place in PLACES), PROVINCES, strict=True))
    for path in (root / "content/entries").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        for invented, ours in names.items():
            text = re.sub(
                rf"^(provinces: \[.*?)\b{invented}\b", rf"\g<1>{ours}", text, flags=re.MULTILINE
            )
        path.write_text(text, encoding="utf-8")
    for name in ("provinces.yaml", "geometry.json"):
        (root / "content" / name).write_bytes((PROJECT / "content" / name).read_bytes())
    with (root / "content/site.yaml").open("a") as settings:
        settings.write("geometry: geometry.json\nignore: [date.after_article]\n")
    command = [sys.executable, "-m", "site_gen", "build", "--quiet"]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    subprocess.run(command, cwd=root, env=environment, check=True)


def file_rows(site: Path) -> list[Row]:
    """What needs no browser."""
    assets = PROJECT / "themes/default/assets"
    scripts = sum(packed(path.read_bytes()) for path in assets.glob("*.js"))
    on_page = {
        path: len(re.findall(r"<article\b", path.read_text(encoding="utf-8")))
        for path in site.rglob("index.html")
        if "entries" not in path.parts
    }
    index = site / "filter.json"
    rows = [
        Row.most("most events on a page", max(on_page.values()), 500, ""),
        Row.most("scripts but search", scripts / 1000, 12, "kB", 1),
    ]
    if index.is_file():
        size = packed(index.read_bytes()) / 1000
        rows.append(Row("values of all events, loaded with the first filter", f"{size:.1f} kB"))
    return rows


CHANGES = """() => {
    const times = [];
    const timed = change => {
        const began = performance.now();
        change();
        const script = performance.now();
        document.body.getBoundingClientRect();
        times.push([script - began, performance.now() - began]);
    };
    for (const name of ['province', 'status', 'type', 'actor', 'source', 'tag']) {
        const boxes = [...document.querySelectorAll(`[data-facet=${name}] input`)].slice(0, 4);
        for (const box of [...boxes, ...boxes]) timed(() => box.click());
    }
    const [known] = document.getElementsByName('known');
    for (const day of ['2020-06-01', '2021-06-01', '']) timed(() => {
        known.value = day;
        known.dispatchEvent(new Event('change', { bubbles: true }));
    });
    return times;
}"""
"""Choose and take back four values of each list, and look back in time: [script, with layout] in ms."""


def browser_rows(address: str, limit: int) -> list[Row]:
    """The first view, and changes of the filters."""
    from conftest import CHROMIUM_FLAGS, find_chromium
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_FLAGS)
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        got = first_view(page, address)
        if page.get_attribute("[data-listing]", "data-index") is not None:
            with page.expect_response("**/filter.json"):
                page.hover(".panel > summary")
        page.wait_for_selector("[data-count]:not(:empty)")
        counted = page.inner_text("[data-count]")
        times: list[Any] = page.evaluate(CHANGES)
        browser.close()
    parts = ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in sorted(got.items()))
    return [
        Row("events that the filters speak of", counted.partition(" ")[0]),
        Row.most("first view, everything", sum(got.values()) / 1000, 100, "kB", 1),
        Row("its parts, kB", parts),
        Row("changes of a filter", f"{len(times)}"),
        Row.most("change, script and layout, p95", p95(times, lambda t: t[1]), limit, "ms", 1),
        Row("of that the script, p95", f"{p95(times, lambda t: t[0]):.1f} ms"),
    ]


def first_view(page: Page, address: str) -> dict[str, int]:
    """Kind of file → bytes that the home page makes a browser load that knows nothing yet."""
    got: dict[str, int] = {}

    def note(response: Response) -> None:
        kind = response.url.rpartition("/")[2].rpartition(".")[2] or "html"
        size = int(response.headers.get("content-length", 0))
        got[kind] = got.get(kind, 0) + size

    page.on("response", note)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.remove_listener("response", note)
    return got


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", type=int)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        write(root, given.events)
        rows = file_rows(root / "public")
        show(browser_rows(serve(root / "public"), 16 if given.events <= 1000 else 50) + rows)


if __name__ == "__main__":
    main()
