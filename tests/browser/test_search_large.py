"""The search on a site of 1,000 entries: what it loads, and that its page holds up."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from search_corpus import write_site

from site_gen.build import BuildOptions, build

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
FIRST, FURTHER = 100_000, 50_000
"""Bytes, compressed, that a first and a further search may load."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    root = write_site(tmp_path_factory.mktemp("large") / "site", 1000)
    shutil.copytree(ROOT / "themes", root / "themes")
    report = build(BuildOptions(root=root, out=root / "public", workers=2))
    assert not report.failed
    return serve(root / "public", "/repo/")


def loaded(page: Page) -> list[int]:
    """Collects the bytes of scripts and index files as they come."""
    sizes: list[int] = []

    def note(response: Any) -> None:
        if "/assets/search/" in response.url or "/search/index/" in response.url:
            sizes.append(int(response.headers["content-length"]))

    page.on("response", note)
    return sizes


def wait(page: Page, pattern: str) -> None:
    page.wait_for_function(
        "pattern => new RegExp(pattern).test(document.querySelector('.search-found')?.textContent)",
        arg=pattern,
    )


def test_queries_load_little(browser: Browser, address: str) -> None:
    manifest = json.loads(
        browser.new_page().request.get(f"{address}search/index/manifest.json").body()
    )
    assert manifest["entries"] == 1000
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    sizes = loaded(page)
    page.goto(f"{address}search/?q=Qundrak+guard")
    wait(page, r"^\d")
    page.wait_for_load_state("networkidle")
    assert 0 < sum(sizes) <= FIRST
    for query in ("Mirbagh denied", "Łódzk 2021", '"Mountain Guard"', "Orvelle -Kundrak"):
        sizes.clear()
        page.fill("input[name=q]", query)
        page.keyboard.press("Enter")
        wait(page, "^[1-9].*“" + query.replace('"', ".") + "”")
        page.wait_for_load_state("networkidle")
        assert sum(sizes) <= FURTHER, query
    context.close()


def test_the_page_of_many_results(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    noise: list[str] = []
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("console", lambda message: noise.append(message.text))
    page.goto(f"{address}search/?q=kundrak&sort=newest")
    wait(page, r"^[\d,]+ results")
    assert page.locator(".search-hits > li").count() == 10
    page.wait_for_selector(".search-excerpt mark")
    page.locator("input[name=province]").first.check()
    page.wait_for_url("**province=**")
    page.keyboard.press("/")
    page.keyboard.type("kundr")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("Escape")
    page.fill("input[name=q]", "Kumdrak")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "() => document.querySelector('.search-note').textContent.includes('showing')"
    )
    assert noise == []
    context.close()
