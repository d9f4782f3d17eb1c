"""Every kind of page: without scripts, by keyboard, on a phone, on paper, on its own origin."""

from __future__ import annotations

import json
import re
from collections import deque
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

KINDS = {
    "home": "",
    "entry": "entries/water/",
    "entries": "entries/",
    "province": "provinces/norvale/",
    "provinces": "provinces/",
    "source": "sources/copy/",
    "sources": "sources/",
    "actor": "actors/ada-fenn/",
    "actors": "actors/",
    "dispute": "disputes/bridge/",
    "disputes": "disputes/",
    "figures": "figures/",
    "month": "2031/04/",
    "months": "months/",
    "tag": "tags/bridges/",
    "tags": "tags/",
    "search": "search/",
    "about": "about/",
    "404": "404.html",
}
every_kind = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)


class Anatomy(HTMLParser):
    """What a page is made of: headings, links, landmarks, ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.inline: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "a" and values.get("href"):
            self.links.append(values["href"] or "")
        if values.get("id"):
            self.ids.append(values["id"] or "")
        self.inline += [name for name, _ in attrs if name == "style" or name.startswith("on")]
        if tag == "style":
            self.inline.append("style element")


def anatomy(folder: Path, path: str) -> Anatomy:
    file = folder / (path + "index.html" if path.endswith("/") or not path else path)
    return Anatomy(file.read_text("utf-8"))


@every_kind
def test_headings_are_in_order_and_landmarks_are_there(reader_folder: Path, path: str) -> None:
    page = anatomy(reader_folder, path)
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:]))
    assert page.tags.count("main") == 1
    assert {"header", "nav", "footer"} <= set(page.tags)
    assert len(page.ids) == len(set(page.ids))


@every_kind
def test_nothing_is_styled_or_scripted_inline(reader_folder: Path, path: str) -> None:
    assert anatomy(reader_folder, path).inline == []


def test_every_page_is_within_three_clicks_without_scripts(reader_folder: Path) -> None:
    base = "https://example.org/repo/"
    distance = {base: 0}
    queue = deque([base])
    while queue:
        url = queue.popleft()
        path = url.removeprefix(base)
        for href in anatomy(reader_folder, path).links:
            target = urljoin(url, href).partition("#")[0]
            if not urljoin(url, href).startswith(base) and "://" in href:
                continue
            file = reader_folder / target.removeprefix(base)
            assert (file / "index.html" if target.endswith("/") else file).is_file(), (url, href)
            if target.endswith("/") and target not in distance:
                distance[target] = distance[url] + 1
                queue.append(target)
    built = {
        base + str(file.parent.relative_to(reader_folder)).replace(".", "", 1).lstrip("/")
        for file in reader_folder.rglob("index.html")
    }
    missing = {f"{url.rstrip('/')}/" for url in built} - set(distance)
    assert not missing
    assert max(distance.values()) <= 3


@pytest.mark.browser
def test_without_scripts_everything_is_there_and_no_dead_control(
    browser: Browser, reader: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reader)
    assert page.locator(".card").count() == 7
    assert page.locator("[data-clear], .dates input").locator("visible=true").count() == 0
    page.click(".panel > summary")
    page.click('[data-facet="source"] > summary')
    page.click('[data-facet="source"] a >> nth=0')
    assert "/sources/" in page.url
    context.close()


@pytest.mark.browser
@every_kind
def test_no_request_leaves_and_nothing_is_refused(page: Page, reader: str, path: str) -> None:
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(reader + path)
    page.wait_for_load_state("networkidle")
    assert complaints == []
    origin = urlsplit(reader).netloc
    assert {urlsplit(url).netloc for url in asked} == {origin}


@pytest.mark.browser
@every_kind
@pytest.mark.parametrize(("width", "zoom"), [(320, 1), (1280, 2)])
def test_nothing_is_wider_than_the_window(
    page: Page, reader: str, path: str, width: int, zoom: int
) -> None:
    # A page zoomed to 200 % is laid out in a window of half the width.
    page.set_viewport_size({"width": width // zoom, "height": 600})
    page.goto(reader + path)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width // zoom


@pytest.mark.browser
@every_kind
def test_every_stop_of_the_tab_key_is_visible(browser: Browser, reader: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(reader + path)
    stops: list[str] = []
    for number in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
                const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
                if (e === document.body) return null;
                return {
                    what: e.tagName + (e.id ? '#' + e.id : '') + ' ' + e.textContent.trim().slice(0, 30),
                    ring: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
                    seen: b.width > 0 && b.height > 0 && b.bottom > 0 && b.top < innerHeight,
                };
            }"""
        )
        if stop is None:
            break
        if number == 0:
            assert "Skip" in stop["what"]
        assert stop["ring"], stop
        assert stop["seen"], stop
        stops.append(stop["what"])
    assert len(stops) > 10
    context.close()


@pytest.mark.browser
def test_the_whole_timeline_works_by_keyboard(page: Page, reader: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(reader)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"

    def tab_to(selector: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        pytest.fail(f"the tab key does not reach {selector}")

    tab_to('[data-facet="province"] input')
    page.keyboard.press("Space")
    assert "province=" in page.evaluate("location.search")
    tab_to('[data-facet="status"] > summary')
    page.keyboard.press("Enter")
    tab_to('[data-facet="status"] input')
    page.keyboard.press("Space")
    assert "status=" in page.evaluate("location.search")
    tab_to(".events a")
    page.evaluate("document.querySelector('[data-clear]').focus()")
    page.keyboard.press("Enter")
    assert page.evaluate("location.search") == ""
    assert page.evaluate("document.activeElement.matches('[data-count]')")


def test_the_timeline_begins_with_how_far_the_accounts_agree(reader_folder: Path) -> None:
    """The first screen told how many events there are, and nothing of who stands behind them."""
    text = (reader_folder / "index.html").read_text("utf-8")
    ledger = text.split('class="ledger"', 1)[1].split("</section>", 1)[0]
    counts = re.findall(r"<b>(\d+)</b> <span class=\"status is-(\w+)", ledger)
    assert [name for _, name in counts] == ["disputed", "claimed", "reported", "corroborated"]
    cards = re.findall(r'<article class="card is-(\w+)', text)
    assert {name: int(n) for n, name in counts} == {name: cards.count(name) for _, name in counts}
    widths = [float(width) for width in re.findall(r'width="([\d.]+)%" height="10"/', ledger)]
    assert sum(widths) == pytest.approx(100, abs=0.1)
    assert text.index('class="ledger"') < text.index('class="chart"') < text.index("<article")
    assert 'class="ledger"' not in (reader_folder / "2031/04/index.html").read_text("utf-8")


def test_the_timeline_loads_no_styles_that_only_other_pages_need(reader_folder: Path) -> None:
    for path in KINDS.values():
        file = reader_folder / (path + "index.html" if path.endswith("/") or not path else path)
        assert ("assets/pages.css" in file.read_text("utf-8")) is bool(path), path


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_the_name_of_the_site_stands_once_on_its_first_page(
    page: Page, reader: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(reader)
    name = page.inner_text("h1")
    assert page.get_by_text(name, exact=True).locator("visible=true").count() == 1


@pytest.mark.browser
def test_on_a_tablet_the_map_leaves_room_for_its_key_and_the_filters(
    page: Page, reader: str
) -> None:
    """It was as wide as the page, and the timeline began a screen further down."""
    page.set_viewport_size({"width": 768, "height": 1024})
    page.goto(reader)
    drawing, key, panel = (
        page.locator(part).bounding_box() for part in (".map > svg", ".map figcaption", ".filters")
    )
    assert drawing
    assert key
    assert panel
    assert drawing["width"] < 400
    assert min(key["x"], panel["x"]) >= drawing["x"] + drawing["width"]
    assert key["y"] + key["height"] <= panel["y"]


@pytest.mark.browser
def test_on_a_phone_an_article_comes_soon_after_its_source(page: Page, reader: str) -> None:
    """Who vouches, provinces and tags lay before the first sentence; on paper and beside it they stay open."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(reader + "entries/water/")
    assert page.is_visible(".record .headline")
    assert page.is_hidden(".sourcing")
    page.emulate_media(media="print")
    assert page.is_visible(".sourcing")
    assert page.is_hidden(".rest > summary")
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_selector(".rest[open]")
    assert page.is_visible(".sourcing")
    assert page.is_hidden(".rest > summary")


@pytest.mark.browser
def test_dates_in_tables_are_not_broken(page: Page, reader: str) -> None:
    """“5 July” stood at the end of a line and its year on the next."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(reader + "figures/")
    lines = page.eval_on_selector_all(
        ".data :is(time, span.when)", "dates => dates.map(d => d.getClientRects().length)"
    )
    assert lines
    assert set(lines) == {1}


@pytest.mark.browser
def test_from_right_to_left_the_bar_of_accounts_begins_at_the_right(
    page: Page, reader: str
) -> None:
    """It began at the left, above rows that are read from the right."""
    page.goto(reader)

    def left() -> list[float]:
        boxes = [rect.bounding_box() for rect in page.locator(".ledger > svg rect").all()]
        return [box["x"] for box in boxes if box]

    assert len(left()) > 1
    assert left() == sorted(left())
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert left() == sorted(left(), reverse=True)


@pytest.mark.browser
def test_the_sign_of_a_permalink_does_not_stand_alone_on_a_line(page: Page, reader: str) -> None:
    page.goto(reader + "entries/water/")
    title = page.locator(".event h2").first
    text = title.evaluate("h => h.textContent")
    assert text.endswith("\u00a0#")


@pytest.mark.browser
def test_below_the_heading_of_a_list_stands_one_line(page: Page, reader: str) -> None:
    """On a phone the rule of the heading was followed by the rule of the first dispute."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(reader + "disputes/")
    first = page.locator(".group + .records > li").first
    assert first.evaluate("li => getComputedStyle(li).borderTopWidth") == "0px"


@pytest.mark.browser
def test_a_citation_is_copied(browser: Browser, reader: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(reader + "entries/water/")
    page.click("#bridge .cite > summary")
    page.click("#bridge .cite dt:has-text('BibTeX') button")
    page.wait_for_selector("#bridge .cite dt:has-text('Copied')")
    assert page.evaluate("navigator.clipboard.readText()").startswith("@misc{water--bridge,")
    context.close()


@pytest.mark.browser
def test_a_permalink_leads_to_its_event_and_claim(page: Page, reader: str) -> None:
    page.goto(reader + "entries/water/#bridge")
    assert page.evaluate("document.querySelector(':target').id") == "bridge"
    page.goto(reader + "entries/water/#bridge.ada-fenn")
    assert "The bridge is gone" in page.inner_text(":target")


@pytest.mark.browser
def test_names_in_arabic_script_run_from_right_to_left(page: Page, reader: str) -> None:
    page.goto(reader + "provinces/norvale/")
    name = page.locator("h1 bdi")
    assert name.count() == 1
    assert name.inner_text() == "نوروال"
    assert name.get_attribute("lang") == "fa"
    assert name.evaluate("e => getComputedStyle(e).direction") == "rtl"


@pytest.mark.browser
def test_motion_stops_where_it_is_not_wanted(browser: Browser, reader: str) -> None:
    for wish, moving in (("reduce", False), ("no-preference", True)):
        context = browser.new_context(reduced_motion=wish)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(reader)
        smooth = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
        assert (smooth == "smooth") is moving
        context.close()


@pytest.mark.browser
def test_more_contrast_is_given_to_those_who_ask(browser: Browser, reader: str) -> None:
    tab = browser.new_page(contrast="more")
    tab.goto(reader)
    assert tab.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    assert tab.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    tab.close()


@pytest.mark.browser
def test_keys_of_charts_keep_their_colours_when_others_are_forced(
    browser: Browser, reader: str
) -> None:
    """The key of the chart was drawn in one colour, the bars in theirs."""
    tab = browser.new_page(forced_colors="active")
    tab.goto(reader)
    keys = tab.eval_on_selector_all(
        ".k-all, .k-hot", "keys => keys.map(k => getComputedStyle(k, '::before').borderTopColor)"
    )
    bars = tab.eval_on_selector_all(
        ".bin .now, .bin .hot",
        "bars => bars.map(b => [b.getAttribute('class'), getComputedStyle(b).fill])",
    )
    assert keys == [dict(bars)["now"], dict(bars)["hot"]]
    assert keys[0] != keys[1]
    tab.close()


@pytest.mark.browser
def test_the_foot_of_a_short_page_is_at_the_foot_of_the_window(page: Page, reader: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 1200})
    page.goto(reader + "404.html")
    box = page.locator(".foot").bounding_box()
    assert box
    assert box["y"] + box["height"] == pytest.approx(1200, abs=1)


@pytest.mark.browser
@every_kind
def test_it_prints(page: Page, reader: str, path: str) -> None:
    page.goto(reader + path)
    page.emulate_media(media="print")
    for control in (".find", ".ways", ".filters", ".pager", ".skip"):
        assert page.locator(control).locator("visible=true").count() == 0, control
    assert page.pdf(format="A4").startswith(b"%PDF-")


@pytest.mark.browser
def test_on_paper_the_name_of_the_site_has_the_whole_line(page: Page, reader: str) -> None:
    """It was broken to leave room for a search that paper has not."""
    page.goto(reader + "about/")
    page.emulate_media(media="print")
    name, body = page.locator(".brand").bounding_box(), page.locator("main").bounding_box()
    assert name
    assert body
    assert name["width"] == pytest.approx(body["width"], abs=1)


@pytest.mark.browser
def test_on_paper_links_out_show_where_they_lead(page: Page, reader: str) -> None:
    page.goto(reader + "entries/water/")
    page.emulate_media(media="print")
    written = page.evaluate("getComputedStyle(document.querySelector('.out'), '::after').content")
    # Chromium resolves attr(): the address stands there in full.
    assert "https://example.org/gazette/1" in written.replace("\\", "")


@pytest.mark.browser
def test_printing_turns_links_out_into_footnotes(page: Page, reader: str) -> None:
    page.goto(reader + "entries/water/")
    page.wait_for_load_state("networkidle")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    notes = page.locator(".notes > li").all_inner_texts()
    assert notes[0] == "https://example.org/gazette/1"
    assert len(notes) == len(set(notes))
    marks = page.locator(".out + .note-ref").all_inner_texts()
    assert marks[0] == "1"
    assert {int(mark) for mark in marks} <= set(range(1, len(notes) + 1))
    after = page.evaluate("getComputedStyle(document.querySelector('.out'), '::after').content")
    assert after == "none"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".notes, .note-ref").count() == 0


@pytest.mark.browser
def test_a_disputes_accounts_stand_side_by_side_and_stack_on_a_phone(
    page: Page, reader: str
) -> None:
    def tops() -> list[float]:
        boxes = [box.bounding_box() for box in page.locator(".account").all()]
        return [box["y"] for box in boxes if box]

    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(reader + "disputes/bridge/")
    assert len(tops()) == 2
    assert tops()[0] == tops()[1]
    page.set_viewport_size({"width": 360, "height": 800})
    assert tops()[0] < tops()[1]


def test_linked_data_is_a_block_of_data(reader_folder: Path) -> None:
    text = (reader_folder / "entries/water/index.html").read_text("utf-8")
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    kinds = {node["@type"] for node in json.loads(block)["@graph"]}
    assert kinds == {"Article", "NewsArticle", "Event", "Claim"}


def test_a_reworded_source_warns_before_anything_else(reader_folder: Path) -> None:
    text = (reader_folder / "sources/copy/index.html").read_text("utf-8")
    assert text.index('class="alarm"') < text.index('class="facts')
    assert "A machine has replaced words in it." in text
    assert "Publisher not known" in text
    assert "address not known" in text


@pytest.mark.browser
def test_it_opens_as_a_file(browser: Browser, reader_as_files: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((reader_as_files / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith(
        '"Libre Franklin"'
    )
    page.click("h3 a >> nth=2")
    assert page.url.startswith("file:")
    assert page.locator("h1").count() == 1
    context.close()
