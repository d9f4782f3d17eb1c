"""What changes in an open page when its entry does: that and nothing else, or the whole page."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chronicle import Preview, entry, path_of, start_preview, write_site
from playwright.sync_api import Browser, Page, expect

from site_gen.serve.application import ASSETS

pytestmark = pytest.mark.browser

ENTRIES = 60


@pytest.fixture(scope="module")
def preview(tmp_path_factory) -> Iterator[Preview]:
    running = start_preview(write_site(tmp_path_factory.mktemp("patch") / "site", ENTRIES))
    yield running
    running.stop()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(15_000)
    expect.set_options(timeout=15_000)
    yield context.new_page()
    context.close()


def shown(page: Page) -> str:
    """The page in the window without what the preview has put there."""
    html: str = page.evaluate(
        """() => {
          const page = document.documentElement.cloneNode(true);
          page.querySelectorAll("site-gen-preview, #site-gen-preview").forEach((e) => e.remove());
          return page.outerHTML;
        }"""
    )
    return html


def mark(page: Page) -> None:
    page.evaluate("() => { window.kept = true; }")


def is_kept(page: Page) -> bool:
    return bool(page.evaluate("() => window.kept === true"))


def edited(chance: random.Random, number: int, turn: int) -> str:
    """An entry with new words, titles, claims or dates; sometimes more or fewer paragraphs."""
    text = entry(number, title=f"Title {turn}", words=f"words of turn {turn}")
    if chance.random() < 0.4:
        text = text.replace("Report ", f"*Emphasis* and [a link](/about-{turn}).\n\nReport ", 1)
        text = text.replace(f"(/about-{turn})", "(https://a.example/)")
    if chance.random() < 0.4:
        text = text.replace("It is open.", f"It is open for the {turn}th time.")
    if chance.random() < 0.4:
        text = text.replace("date: 2031-0", "date: 2030-0", 1)
    if chance.random() < 0.4:
        text = text.replace(
            "\nIt was closed at noon", f"\n- one\n- {turn}\n\nIt was closed at noon"
        )
    if chance.random() < 0.3:
        text = text.replace("is open again", f"is open <again & again> {turn}")
    if chance.random() < 0.3:
        text = text.replace("    says: It is open.", "    says: It is open.\n    stance: denies")
    if chance.random() < 0.2:
        text = text.replace("tags:", "draft: true\ntags:")
    return text


@pytest.mark.parametrize("where", ["entries/report-00059/", "", "entries/", "actors/mira-voss/"])
def test_a_page_that_was_changed_in_place_is_the_page_that_is_loaded(
    page: Page, preview: Preview, where: str
) -> None:
    """Whatever is edited, and however often: the page in the window equals a fresh one."""
    number = 59
    page.goto(preview.address + where)
    expect(page.locator("site-gen-preview .bar")).to_be_visible()
    fresh = page.context.new_page()
    chance = random.Random(21)
    in_place = 0
    for turn in range(14):
        mark(page)
        path_of(preview.root, number).write_text(edited(chance, number, turn))
        preview.line(r"\d files? changed|followed")
        preview.line("all else has followed")
        fresh.goto(preview.address + where)
        expect(fresh.locator("site-gen-preview .bar")).to_be_visible()
        expect(page.locator("site-gen-preview .rest")).to_have_count(0)
        in_place += is_kept(page)
        assert shown(page) == shown(fresh), turn
    assert in_place >= 4


PAGE = """<!DOCTYPE html><html lang="en"><head><title>One</title>
<meta name="description" content="one"><script id="own"></script></head>
<body class="a"><h1 id="top">One</h1><p>First.</p><p data-role="x">Held <b>by</b> a script.</p>
<ul><li>a</li><li>b</li></ul><form><input name="q"></form><div id="more"></div></body></html>"""


@pytest.fixture
def patcher(page: Page) -> Page:
    """A page with a patcher that knows it as it was sent."""
    source = (
        (Path(ASSETS) / "patch.js").read_text().replace("export class", "window.Patcher = class")
    )
    page.set_content(PAGE)
    page.add_script_tag(content=source)
    page.evaluate("() => document.querySelector('head script:not(#own)').remove()")
    page.evaluate(
        """(html) => {
          window.patcher = new Patcher(document.getElementById("own"));
          document.getElementById("own").remove();
          if (!patcher.take(html)) throw new Error("not what was found");
        }""",
        PAGE.replace('<script id="own"></script>', ""),
    )
    return page


def show(page: Page, *changes: tuple[str, str]) -> Any:
    html = PAGE.replace('<script id="own"></script>', "")
    for old, new in changes:
        assert old in html
        html = html.replace(old, new)
    return page.evaluate("(html) => patcher.show(html)", html)


def test_words_attributes_and_plain_elements_change_in_place(patcher: Page) -> None:
    changes = [
        ("<title>One", "<title>Two"),
        ('content="one"', 'content="two"'),
        ('class="a"', 'class="b" dir="rtl"'),
        (">One</h1>", ">Two <i>now</i></h1>"),
        ("<p>First.</p>", "<p>Zeroth.</p><p>First.</p>"),
        ("<li>a</li>", ""),
        ("Held <b>by</b>", "Held <b>fast by</b>"),
    ]
    heading = patcher.locator("h1").element_handle()
    for end in range(len(changes) + 1):
        assert show(patcher, *changes[:end])
    assert patcher.title() == "Two"
    assert heading.evaluate("(e) => e.isConnected && e.textContent") == "Two now"
    assert patcher.locator("p").all_inner_texts() == ["Zeroth.", "First.", "Held fast by a script."]
    assert patcher.locator("li").all_inner_texts() == ["b"]
    for end in reversed(range(len(changes))):
        assert show(patcher, *changes[:end])
    now = patcher.content()
    assert re.sub(r"\s+", " ", now) == re.sub(
        r"\s+", " ", PAGE.replace('<script id="own"></script>', "")
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('data-role="x"', 'data-role="y"'),
        ('<p data-role="x">Held <b>by</b> a script.</p>', ""),
        ("<p>First.</p>", "<p>First.</p><p data-new>Second.</p>"),
        ("<p>First.</p>", "<p>First.</p><script>1</script>"),
        ('name="q"', 'name="r"'),
        ("<form>", '<form class="x">'),
        ("<ul>", '<ul onclick="x()">'),
        ('id="top"', 'id="up"'),
        ("<title>", '<link rel="stylesheet" href="b.css"><title>'),
        ("<title>", "<style>p {}</style><title>"),
    ],
)
def test_what_scripts_may_hold_on_to_asks_for_the_whole_page(
    patcher: Page, old: str, new: str
) -> None:
    before = patcher.content()
    assert not show(patcher, (old, new), (">One</h1>", ">Two</h1>"))
    # All or nothing: the heading, too, is as it was.
    assert patcher.content() == before


@pytest.mark.parametrize(
    ("script", "old", "new"),
    [
        ("document.querySelector('h1').textContent = 'Mine'", ">One</h1>", ">Two</h1>"),
        ("document.querySelector('h1').firstChild.data = 'Mine'", ">One</h1>", ">Two</h1>"),
        ("document.body.className = 'mine'", 'class="a"', 'class="b"'),
        ("document.querySelector('ul').remove()", "<li>a</li>", "<li>c</li>"),
        ("document.querySelector('li').hidden = true", "<li>a</li>", ""),
        ("document.querySelector('ul').append('mine')", "<li>b</li>", "<li>b</li><li>c</li>"),
        ("document.querySelector('#more').append('mine')", '"more">', '"more">more'),
    ],
)
def test_where_a_script_has_been_at_work_the_whole_page_is_asked_for(
    patcher: Page, script: str, old: str, new: str
) -> None:
    patcher.evaluate(script)
    before = patcher.content()
    assert not show(patcher, (old, new))
    assert patcher.content() == before


def test_what_scripts_made_elsewhere_stays(patcher: Page) -> None:
    patcher.evaluate(
        """() => {
          document.querySelector("input").value = "typed";
          document.querySelector("ul").prepend("mine");
          document.querySelector("p").classList.add("mine");
          document.documentElement.dataset.theme = "dark";
        }"""
    )
    assert show(patcher, ("First.", "Changed."), ("<li>b</li>", "<li>c</li>"))
    assert patcher.locator("input").input_value() == "typed"
    assert patcher.locator("ul").inner_text().startswith("mine")
    assert patcher.locator("p.mine").inner_text() == "Changed."
    assert patcher.locator("html").get_attribute("data-theme") == "dark"
    assert patcher.locator("li").all_inner_texts() == ["a", "c"]


def test_every_state_of_a_page_shows_even_when_it_is_busy(page: Page, preview: Preview) -> None:
    """The page was loaded once for several saves, and those in between were never seen."""
    page.add_init_script(
        """window.seen = new Set();
        new MutationObserver(() => {
          const found = document.querySelector("main")?.textContent.match(/state [0-9]+ of many/);
          if (found) seen.add(found[0]);
        }).observe(document, {childList: true, subtree: true, characterData: true});"""
    )
    page.goto(preview.address + "entries/report-00007/")
    expect(page.locator("site-gen-preview .bar")).to_be_visible()
    for turn in range(8):
        if turn == 2:
            # While the page is busy, news of several builds wait for it.
            page.evaluate(
                "() => setTimeout(() => { const end = Date.now() + 1500; while (Date.now() < end); }, 0)"
            )
        path_of(preview.root, 7).write_text(entry(7, words=f"state {turn} of many"))
        preview.line(r"1 file changed")
    expect(page.locator("main")).to_contain_text("state 7 of many")
    assert page.evaluate("() => [...seen].sort()") == [f"state {turn} of many" for turn in range(8)]


def test_a_theme_may_ask_for_the_whole_page_every_time(page: Page, preview: Preview) -> None:
    template = preview.root / "themes/default/templates/base.html"
    was = template.read_text()
    template.write_text(was.replace("<html ", '<html data-preview="reload" '))
    try:
        page.goto(preview.address + "entries/report-00003/")
        expect(page.locator("html[data-preview=reload]")).to_have_count(1)
        expect(page.locator("site-gen-preview .bar")).to_be_visible()
        mark(page)
        path_of(preview.root, 3).write_text(entry(3, words="loaded again"))
        expect(page.locator("main")).to_contain_text("loaded again")
        assert not is_kept(page)
    finally:
        template.write_text(was)
