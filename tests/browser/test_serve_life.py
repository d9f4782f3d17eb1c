"""A preview in a browser over its life: from a broken beginning to its end, and anew."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chronicle import SITE, Preview, entry, path_of, start_preview, write_site
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

WAIT = 15_000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", 5)


@pytest.fixture
def start(root: Path) -> Iterator[Callable[..., Preview]]:
    previews: list[Preview] = []

    def begin(*arguments: str) -> Preview:
        previews.append(start_preview(root, *arguments))
        return previews[-1]

    yield begin
    for preview in previews:
        preview.stop(signal.SIGKILL)


def bar(page: Page) -> Locator:
    return page.locator("site-gen-preview .bar")


def panel(page: Page) -> Locator:
    return page.locator("site-gen-preview .panel")


def test_a_site_that_begins_with_mistakes_shows_them_then_itself(
    page: Page, root: Path, start: Callable[..., Preview]
) -> None:
    path_of(root, 1).write_text(entry(1).replace("[Southmere]", "[Nowhere]"))
    preview = start()
    answer = page.goto(preview.address + "entries/report-00001/")
    assert answer is not None
    assert answer.status == 503
    expect(panel(page)).to_contain_text("unknown province “Nowhere”", timeout=WAIT)
    path_of(root, 1).write_text(entry(1))
    expect(page.locator("main")).to_contain_text("Report 1 is about", timeout=WAIT)
    expect(panel(page)).to_have_count(0)


def test_a_page_survives_the_preview_and_joins_the_next(
    page: Page, root: Path, start: Callable[..., Preview]
) -> None:
    first = start()
    page.goto(first.address + "entries/report-00002/")
    expect(bar(page)).to_contain_text("5 entries", timeout=WAIT)
    assert first.stop() == 0
    expect(bar(page)).to_contain_text("the preview has ended", timeout=WAIT)
    path_of(root, 2).write_text(entry(2, words="written in between"))
    second = start("--port", str(first.port))
    assert second.port == first.port
    expect(page.locator("main")).to_contain_text("written in between", timeout=WAIT)
    expect(bar(page)).not_to_contain_text("ended", timeout=WAIT)


def test_a_site_that_moves_takes_its_pages_along(
    page: Page, root: Path, start: Callable[..., Preview]
) -> None:
    preview = start()
    page.goto(preview.address + "entries/report-00003/?a=b#closed")
    expect(bar(page)).to_be_visible(timeout=WAIT)
    settings = root / "content" / "site.yaml"
    settings.write_text(SITE.format(base_url="https://chronicle.example/below/"))
    page.wait_for_url(preview.origin + "/below/entries/report-00003/?a=b#closed", timeout=WAIT)
    expect(page.locator("main")).to_contain_text("Report 3 is about")


def test_polling_shows_edits_too(page: Page, root: Path, start: Callable[..., Preview]) -> None:
    preview = start("--poll")
    page.goto(preview.address + "entries/report-00004/")
    expect(bar(page)).to_be_visible(timeout=WAIT)
    for words in ("first look", "other look"):
        path_of(root, 4).write_text(entry(4, words=words))
        expect(page.locator("main")).to_contain_text(words, timeout=WAIT)


def test_links_open_the_editor_that_was_asked_for(
    page: Page, root: Path, start: Callable[..., Preview]
) -> None:
    preview = start("--editor", "myed://open?file={path}&at={line},{col}")
    page.goto(preview.address + "entries/report-00001/")
    link = bar(page).get_by_role("link", name="edit this entry")
    href = link.get_attribute("href", timeout=WAIT)
    assert href is not None
    assert href.startswith("myed://open?file=/")
    assert href.endswith("report-00001.md&at=1,1")


def test_without_an_editor_there_are_no_links(
    page: Page, root: Path, start: Callable[..., Preview]
) -> None:
    preview = start("--editor", "none")
    page.goto(preview.address + "entries/report-00001/")
    expect(bar(page)).to_be_visible(timeout=WAIT)
    path_of(root, 1).write_text(entry(1).replace("[Southmere]", "[Nowhere]"))
    expect(panel(page)).to_contain_text("content/entries/report-00001.md:4:13", timeout=WAIT)
    expect(page.locator("site-gen-preview a")).to_have_count(0)


def test_the_bar_is_not_printed(page: Page, root: Path, start: Callable[..., Preview]) -> None:
    page.goto(start().address)
    expect(bar(page)).to_be_visible(timeout=WAIT)
    page.emulate_media(media="print")
    expect(bar(page)).to_be_hidden()
