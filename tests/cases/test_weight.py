"""What the shipped site weighs, and how much stands on one page of it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from site_gen.engine.build import BuildOptions, build

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "themes" / "default" / "assets"
SCRIPTS, MAP, EVENTS, FIRST_VIEW = 12_000, 14_000, 500, 100_000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("weight") / "site"
    report = build(BuildOptions(root=ROOT, out=out))
    assert not report.failed
    return out


def packed(path: Path) -> int:
    content = path.read_bytes()
    return min(len(content), len(gzip.compress(content, mtime=0)))


def test_scripts_but_search_are_small() -> None:
    scripts = sorted(ASSETS.glob("*.js"))
    assert len(scripts) > 3
    assert sum(map(packed, scripts)) <= SCRIPTS


def test_no_page_of_the_timeline_has_more_events_than_it_may(site: Path) -> None:
    counts = {
        path.parent.relative_to(site).as_posix(): len(
            re.findall(r"<article\b", path.read_text(encoding="utf-8"))
        )
        for path in site.rglob("index.html")
    }
    assert max(counts.values()) > 100
    assert max(counts.values()) <= EVENTS


def test_the_first_view_is_light(site: Path) -> None:
    """The home page with everything that it asks for, and what its scripts and styles ask for."""
    todo, seen = [site / "index.html"], set[Path]()
    while todo:
        path = todo.pop()
        if path in seen or not path.is_file():
            continue
        seen.add(path)
        text = path.read_text(encoding="utf-8") if path.suffix != ".woff2" else ""
        found = re.findall(r'(?:src|href)="([^"]+\.(?:js|css|svg|woff2))"', text)
        found += re.findall(r'^import .*"([^"]+)";', text, flags=re.MULTILINE)
        for address in found:
            base = site if address.startswith("/") else path.parent
            todo.append((base / address.lstrip("/")).resolve())
    assert {path.suffix for path in seen} >= {".html", ".js", ".css", ".woff2", ".svg"}
    assert sum(map(packed, seen)) <= FIRST_VIEW


def test_the_outlines_of_the_map_are_small(site: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    paths = re.findall(r'<path class="q\d[^"]*" d="([^"]+)"', text)
    assert len(paths) == 34
    assert sum(map(len, paths)) <= MAP
