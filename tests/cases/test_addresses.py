"""Every link of the site leads somewhere: at a domain's root, below a path, and from a disk."""

from __future__ import annotations

import shutil
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest

from site_gen.engine.build import BuildOptions, build
from tests.support.crawler import Crawler, Page

ROOT = Path(__file__).resolve().parents[2]
SECOND = ROOT / "tests/data/second_site"


@pytest.fixture(params=["own", "second"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The project's own site, and one of another country, each with an earlier address."""
    return site_of(request.param, tmp_path)


def site_of(which: str, tmp_path: Path) -> Path:
    """A copy of a site, with an earlier address."""
    if which == "second":
        shutil.copytree(SECOND, tmp_path / "site")
        entry = "league-at-harrow-lock.md"
    else:
        for name in ("content", "seeds", "themes"):
            shutil.copytree(ROOT / name, tmp_path / "site" / name)
        entry = "islam-qala-and-qala-e-naw.md"
    path = tmp_path / "site/content/entries" / entry
    text = path.read_text(encoding="utf-8").replace("title:", "aliases: [/old/place/]\ntitle:", 1)
    path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def built(root: Path, base_url: str, *, relative: bool = False) -> Path:
    if relative:
        with (root / "content/site.yaml").open("a", encoding="utf-8") as settings:
            settings.write("\nrelative_urls: true\n")
    out = root.parent / "public"
    report = build(BuildOptions(root=root, out=out, base_url=base_url))
    assert not report.failed, report.diagnostics
    return out


def walk(start: str, published: str, **more: object) -> Crawler:
    crawler = Crawler(start=start, published=published, **more)
    if start.startswith("http"):
        crawler.also += ("old/place/",)
    else:  # from a disk nothing leads to the page for what is missing
        crawler.also = tuple(name for name in crawler.also if name != "404.html")
        crawler.also += ("old/place/index.html",)
    crawler.run()
    assert not crawler.broken, "\n".join(crawler.broken[:20])
    return crawler


@pytest.mark.parametrize("base", ["/", "/repo/"])
def test_every_link_leads_somewhere(root: Path, base: str, serve: Callable[..., str]) -> None:
    published = f"https://chronology.example{base}"
    out = built(root, published)
    crawler = walk(serve(out, base), published)
    pages = {path.relative_to(out).as_posix() for path in out.rglob("index.html")}
    reached = {f"{url.removeprefix(crawler.root)}index.html" for url in crawler.seen}
    assert pages <= reached


def test_every_link_leads_somewhere_from_a_disk(root: Path) -> None:
    published = "https://chronology.example/repo/"
    out = built(root, published, relative=True)
    crawler = walk((out / "index.html").as_uri(), published)
    pages = {path.relative_to(out).as_posix() for path in out.rglob("index.html")}
    assert pages <= {url.removeprefix(crawler.root) for url in crawler.seen}


@pytest.mark.parametrize("relative", [False, True])
def test_the_page_for_what_is_missing_leads_on_from_any_depth(
    tmp_path: Path, serve: Callable[..., str], relative: bool
) -> None:
    out = built(site_of("second", tmp_path), "https://a.example/repo/", relative=relative)
    start = serve(out, "/repo/")
    for missing in ("gone", "entries/gone/", "entries/gone/for/good.html"):
        with pytest.raises(urllib.error.HTTPError) as told:
            urllib.request.urlopen(start + missing)
        links = Page(told.value.read().decode()).links
        told.value.close()
        assert len(links) > 10
        for link in links:
            if not link.startswith(("#", "https://")):
                with urllib.request.urlopen(urljoin(start + missing, link)) as answer:
                    assert answer.status == 200


PLANTED = {
    "a dead link": ('<a class="brand" href="/repo/">', '<a class="brand" href="/repo/no/">', "404"),
    "a link that forgets the path": ('<a class="brand" href="/repo/">', '<a href="/">', "out of"),
    "a place that is not there": ('href="#main"', 'href="#mean"', "no such place"),
    "a style that is not there": ("tokens.css", "token.css", "404"),
    "a canonical address of nothing": (
        'rel="canonical" href="https://chronology.example/repo/',
        'rel="canonical" href="https://chronology.example/repo/x/',
        "404",
    ),
    "a shared address of nothing": (
        'og:url" content="https://chronology.example/repo/',
        'og:url" content="https://chronology.example/repo/x/',
        "404",
    ),
}


FILES = {
    "feed.xml": "<id>https://chronology.example/repo/entries/",
    "feed.json": '"url": "https://chronology.example/repo/entries/',
    "sitemap.xml": "<loc>https://chronology.example/repo/entries/",
    "calendar.ics": "URL:https://chronology.example/repo/entries/",
    "data/events.geojson": '"url":"https://chronology.example/repo/entries/',
    "data/timeline.json": "https://chronology.example/repo/entries/",
    "data/timeline.mw": "](https://chronology.example/repo/entries/",
    "robots.txt": "https://chronology.example/repo/",
    "old/place/index.html": 'content="0; url=/repo/entries/',
}
"""File → what addresses in it begin with."""


@pytest.mark.parametrize("path", FILES)
def test_a_wrong_address_in_a_file_for_machines_is_found(
    tmp_path: Path, path: str, serve: Callable[..., str]
) -> None:
    published = "https://chronology.example/repo/"
    out = built(site_of("second", tmp_path), published)
    text = (out / path).read_bytes().decode()
    assert FILES[path] in text
    # A part of the way is lost, as when somewhere the base path is forgotten.
    bad = text.replace(FILES[path], FILES[path].replace("/repo/", "/repo/x/"), 1)
    (out / path).write_bytes(bad.encode())
    crawler = Crawler(start=serve(out, "/repo/"), published=published)
    crawler.also += ("old/place/",)
    crawler.run()
    assert any("/x/" in fault for fault in crawler.broken)


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(tmp_path: Path, name: str, serve: Callable[..., str]) -> None:
    shutil.copytree(SECOND, tmp_path / "site")
    published = "https://chronology.example/repo/"
    out = built(tmp_path / "site", published)
    old, new, message = PLANTED[name]
    page = out / "about/index.html"
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")
    crawler = Crawler(start=serve(out, "/repo/"), published=published)
    crawler.run()
    assert any(message in fault and "about/" in fault for fault in crawler.broken), crawler.broken
