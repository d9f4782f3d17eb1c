"""`site-gen serve` in a real browser: edits, mistakes, styles, renames, deletions, at 1,000 entries."""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from chronicle import WHAT, Preview, entry, path_of, start_preview, write_site
from playwright.sync_api import Browser, Error, Locator, Page, expect

pytestmark = pytest.mark.browser

ENTRIES = 1000


@pytest.fixture(scope="module")
def preview(tmp_path_factory) -> Iterator[Preview]:
    root = write_site(
        tmp_path_factory.mktemp("preview") / "site", ENTRIES, "https://chronicle.example/repo/"
    )
    running = start_preview(root, first=120)
    yield running
    running.stop()


@pytest.fixture(autouse=True)
def undone(preview: Preview) -> Iterator[None]:
    """Every test leaves the site as it found it."""
    folders = [preview.root / "content", preview.root / "themes"]
    before = {path: path.read_bytes() for folder in folders for path in folder.rglob("*.*")}
    yield
    after = {path for folder in folders for path in folder.rglob("*.*")}
    changed = [p for p, was in before.items() if not p.exists() or p.read_bytes() != was]
    if not changed and after == before.keys():
        return
    lines = len(preview.lines)
    for path in after - before.keys():
        path.unlink()
    for path in changed:
        path.write_bytes(before[path])
    end = time.monotonic() + 10
    while len(preview.lines) == lines and time.monotonic() < end:
        time.sleep(0.05)
    settle(preview)


def settle(preview: Preview) -> None:
    """Wait until nothing is built any more: no word for longer than a build takes."""
    quiet = 0.0
    seen = len(preview.lines)
    while quiet < 1.5:
        time.sleep(0.05)
        quiet = quiet + 0.05 if len(preview.lines) == seen else 0.0
        seen = len(preview.lines)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    context.set_default_timeout(15_000)
    expect.set_options(timeout=15_000)
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda problem: broken.append(problem.stack or problem.message))
    page.on(
        "console",
        lambda message: broken.append(message.text) if "Content Security" in message.text else None,
    )
    yield page
    context.close()
    # The theme's own scripts are tested elsewhere.
    assert not [text for text in broken if "__site_gen" in text or "Content Security" in text]


def open_entry(page: Page, preview: Preview, number: int) -> None:
    page.goto(f"{preview.address}entries/report-{number:05}/")
    expect(bar(page)).to_be_visible()


def bar(page: Page) -> Locator:
    return page.locator("site-gen-preview .bar")


def panel(page: Page) -> Locator:
    return page.locator("site-gen-preview .panel")


def mark(page: Page) -> None:
    """Leave something that a reload would lose."""
    page.evaluate("() => { window.kept = true; }")


def is_kept(page: Page) -> bool:
    try:
        return bool(page.evaluate("() => window.kept === true"))
    except Error:
        # Asked while another page was coming.
        return False


def save(preview: Preview, number: int, words: str) -> None:
    path_of(preview.root, number).write_text(entry(number, words=words))


def test_an_edit_shows(page: Page, preview: Preview) -> None:
    open_entry(page, preview, 10)
    for words in ("first edit", "other edit"):
        save(preview, 10, words)
        expect(page.locator("main")).to_contain_text(f"Words to be edited: {words}")


def test_only_the_page_that_changed_is_touched(page: Page, preview: Preview) -> None:
    open_entry(page, preview, 11)
    other = page.context.new_page()
    open_entry(other, preview, 12)
    mark(other)
    save(preview, 11, "here, not there")
    expect(page.locator("main")).to_contain_text("here, not there")
    other.wait_for_timeout(300)
    assert is_kept(other)
    # And it knows of the build all the same.
    at = bar(page).locator(".built").inner_text()
    expect(bar(other).locator(".built")).to_have_text(at)


def test_no_edit_of_a_quick_row_is_lost(page: Page, preview: Preview) -> None:
    open_entry(page, preview, 13)
    path = path_of(preview.root, 13)
    for number in range(20):
        words = entry(13, words=f"row {number:02}")
        if number % 2:
            fresh = path.with_name("fresh.tmp")
            fresh.write_text(words)
            fresh.replace(path)
        else:
            path.write_text(words)
        page.wait_for_timeout(100)
    expect(page.locator("main")).to_contain_text("row 19")


def test_a_save_with_the_time_of_the_one_before_shows(page: Page, preview: Preview) -> None:
    open_entry(page, preview, 14)
    path = path_of(preview.root, 14)
    save(preview, 14, "first of this second")
    expect(page.locator("main")).to_contain_text("first of this second")
    second = int(path.stat().st_mtime)
    for words in ("older of this second", "newer of this second"):
        save(preview, 14, words)
        os.utime(path, (second, second))
        expect(page.locator("main")).to_contain_text(words)


def test_a_title_shows_on_the_lists(page: Page, preview: Preview) -> None:
    page.goto(preview.address + "entries/")
    expect(bar(page)).to_be_visible()
    newest = ENTRIES - 1
    path_of(preview.root, newest).write_text(entry(newest, title="A title never seen before"))
    expect(page.locator("main")).to_contain_text("A title never seen before")


def test_no_edit_of_titles_claims_and_dates_is_lost(page: Page, preview: Preview) -> None:
    """Each shows before the next; by rename, and within one second, too."""
    open_entry(page, preview, 15)
    path = path_of(preview.root, 15)
    for number in range(12):
        title = f"Title {number:02}"
        text = entry(15, title=title).replace("It is open.", f"It is open, part {number:02}.")
        if number % 3 == 2:
            text = text.replace("## 2031-01-16:", "## 2031-01-17:")
        second = int(path.stat().st_mtime)
        target = path.with_name("fresh.tmp") if number % 2 else path
        target.write_text(text)
        os.utime(target, (second, second))
        target.replace(path)
        expect(page.locator("h1").first).to_have_text(title)
        expect(page.locator("main")).to_contain_text(f"It is open, part {number:02}.")


def test_a_page_that_is_opened_while_others_follow_is_as_new(page: Page, preview: Preview) -> None:
    """Nothing follows while somebody saves without a pause; what is opened is brought to date."""
    open_entry(page, preview, 16)
    newest = ENTRIES - 1
    path_of(preview.root, newest).write_text(entry(newest, title="New on every list"))
    stop = threading.Event()

    def keep_saving() -> None:
        turn = 0
        while not stop.wait(0.3):
            turn += 1
            path_of(preview.root, 16).write_text(entry(16, title=f"Busy {turn}"))

    saving = threading.Thread(target=keep_saving)
    saving.start()
    try:
        expect(page.locator("h1").first).to_contain_text("Busy")
        expect(bar(page)).to_contain_text("the rest follows")
        page.goto(preview.address + "entries/")
        expect(page.locator("main")).to_contain_text("New on every list")
    finally:
        stop.set()
        saving.join()
    expect(bar(page)).not_to_contain_text("the rest follows")


def test_a_changed_template_shows(page: Page, preview: Preview) -> None:
    open_entry(page, preview, 17)
    template = preview.root / "themes" / "default" / "templates" / "entry.html"
    template.write_text(
        template.read_text().replace("{% block main %}", "{% block main %}<p>drawn anew</p>", 1)
    )
    expect(page.locator("main")).to_contain_text("drawn anew")


def test_mistakes_lie_over_the_last_good_page_until_they_are_mended(
    page: Page, preview: Preview
) -> None:
    open_entry(page, preview, 16)
    mark(page)
    good = entry(16)
    bad = (
        good.replace("[Norvale]", "[Norvael]")
        .replace("stance", "")
        .replace("says: It is o", "sayz: It is o")
    )
    path_of(preview.root, 16).write_text(bad)
    save(preview, 17, "fine")
    path_of(preview.root, 18).write_text(entry(18).replace("date: 2", "date: x"))
    expect(panel(page)).to_be_visible()
    expect(panel(page).locator("li.error")).not_to_have_count(0)
    text = panel(page).inner_text()
    assert "content/entries/report-00016.md:4:13" in text
    assert "unknown province “Norvael”" in text
    assert "4 provinces: [Norvael]" in text
    assert "did you mean “Norvale”?" in text
    expect(panel(page)).to_contain_text("content/entries/report-00018.md:3")
    expect(panel(page)).to_contain_text("sayz")
    link = panel(page).get_by_text("report-00016.md:4:13")
    file = quote(str(path_of(preview.root.resolve(), 16)))
    assert link.get_attribute("href") == f"vscode://file{file}:4:13"
    marked = panel(page).locator("mark").first
    assert marked.inner_text() == "Norvael"
    # The page below is untouched.
    assert is_kept(page)
    expect(page.locator("main")).to_contain_text("Report 16 is about")
    # Elsewhere, too, the site stands and the mistakes are told.
    page.goto(preview.address)
    expect(panel(page)).to_be_visible()
    path_of(preview.root, 18).write_text(entry(18))
    expect(panel(page)).not_to_contain_text("report-00018.md")
    path_of(preview.root, 16).write_text(good)
    expect(panel(page)).to_have_count(0)
    expect(bar(page).locator(".built")).to_contain_text("built")


def test_the_overlay_can_be_put_away(page: Page, preview: Preview) -> None:
    open_entry(page, preview, 19)
    path_of(preview.root, 19).write_text(entry(19).replace("[Southmere]", "[Nowhere]"))
    expect(panel(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)
    button = bar(page).get_by_role("button", name=re.compile("errors?"))
    expect(button).to_be_visible()
    # Saved again with the same mistakes, it stays away; with others it comes back.
    path_of(preview.root, 19).write_text(entry(19, words="x").replace("[Southmere]", "[Nowhere]"))
    page.wait_for_timeout(700)
    expect(panel(page)).to_have_count(0)
    button.click()
    expect(panel(page)).to_be_visible()
    panel(page).get_by_role("button", name="Close").click()
    expect(panel(page)).to_have_count(0)
    path_of(preview.root, 19).write_text(entry(19).replace("[Southmere]", "[Elsewhere]"))
    expect(panel(page)).to_contain_text("Elsewhere")


def test_what_an_editor_typed_is_text_in_the_overlay(page: Page, preview: Preview) -> None:
    open_entry(page, preview, 20)
    evil = '["<img src=x onerror=alert(1)><script>alert(2)</script>"]'
    path_of(preview.root, 20).write_text(entry(20).replace("[Norvale]", evil))
    expect(panel(page)).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("site-gen-preview img, site-gen-preview script").count() == 0


def test_a_mistake_in_a_template_leads_there(page: Page, preview: Preview) -> None:
    open_entry(page, preview, 21)
    template = preview.root / "themes" / "default" / "templates" / "entry.html"
    text = template.read_text()
    template.write_text(text + "{{ nothing.at.all }}{% endblock %}")
    expect(panel(page)).to_contain_text("{{ nothing.at.all }}{% endblock %}")
    link = panel(page).get_by_role("link")
    line = text.count("\n") + 1
    expect(link).to_have_text(f"themes/default/templates/entry.html:{line}:24")
    template.write_text(text)
    expect(panel(page)).to_have_count(0)


def test_an_edit_changes_the_page_in_place(page: Page, preview: Preview) -> None:
    """New words, title, claim and date: nothing is loaded again, so nothing can be missed."""
    open_entry(page, preview, 24)
    mark(page)
    page.evaluate("() => scrollTo(0, 150)")
    for turn in range(3):
        text = entry(24, title=f"Title {turn}", words=f"turn {turn}")
        text = text.replace("It is open.", f"It is open, says turn {turn}.")
        path_of(preview.root, 24).write_text(
            text.replace("date: 2031-01-", f"date: 2031-0{turn + 2}-")
        )
        expect(page.locator("h1").first).to_have_text(f"Title {turn}")
        expect(page.locator("main")).to_contain_text(f"Words to be edited: turn {turn}")
        expect(page.locator("main")).to_contain_text(f"It is open, says turn {turn}.")
        expect(page).to_have_title(re.compile(f"Title {turn}"))
    assert is_kept(page)
    assert page.evaluate("() => scrollY") == 150


def test_a_style_is_swapped_without_reload(page: Page, preview: Preview) -> None:
    open_entry(page, preview, 22)
    mark(page)
    page.evaluate("() => scrollTo(0, 200)")
    style = preview.root / "themes" / "default" / "assets" / "style.css"
    for colour in ("rgb(1, 2, 3)", "rgb(4, 5, 6)"):
        style.write_text(style.read_text() + f"\nbody h1 {{ color: {colour} !important; }}\n")
        expect(page.locator("main h1").first).to_have_css("color", colour)
    sheets = page.locator('link[rel="stylesheet"][href*="style.css"]')
    expect(sheets).to_have_count(1)
    assert is_kept(page)
    assert page.evaluate("() => scrollY") == 200


def test_a_script_is_loaded_again_with_its_pages(page: Page, preview: Preview) -> None:
    open_entry(page, preview, 23)
    mark(page)
    script = preview.root / "themes" / "default" / "assets" / "site.js"
    script.write_text(script.read_text() + "\ndocument.documentElement.dataset.fresh = 'yes';\n")
    expect(page.locator("html")).to_have_attribute("data-fresh", "yes")
    assert not is_kept(page)


@pytest.mark.parametrize("in_place", [True, False])
def test_scroll_filters_and_folds_survive(page: Page, preview: Preview, in_place: bool) -> None:
    """A title changes in the page as it is; for an event of another type the page is loaded again."""
    page.goto(preview.address)
    expect(bar(page)).to_be_visible()
    facet = page.locator("details[data-facet=tag]")
    box = facet.get_by_role("checkbox").first
    for _ in range(50):  # a page that is still being set up may fold it again
        if box.is_visible():
            break
        facet.locator("summary").click()
        page.wait_for_timeout(100)
    box.check()
    shown = page.locator("[data-count]").inner_text()
    page.evaluate("() => scrollTo(0, 1500)")
    assert page.evaluate("() => scrollY") == 1500
    page.wait_for_timeout(100)
    mark(page)
    # What stands at the top of the window, below the event that grows, must stay there.
    where = """() => { const e = [...document.querySelectorAll('.stream .card')].find(
        (e) => e.getBoundingClientRect().top > 100 && e.getBoundingClientRect().height);
        return [e.textContent, Math.round(e.getBoundingClientRect().top)]; }"""
    before = page.evaluate(where)
    newest = ENTRIES - 1
    title = "has another title, of several lines " * 20
    text = entry(newest).replace("is closed {#", title + "{#")
    if not in_place:
        text = text.replace("type: Statement\n", "", 1)
    path_of(preview.root, newest).write_text(text)
    expect(page.locator("main")).to_contain_text(title.strip())
    expect(bar(page)).to_be_visible()
    assert is_kept(page) == in_place
    expect(facet.get_by_role("checkbox").first).to_be_checked()
    assert facet.evaluate("details => details.open")
    expect(page.locator("[data-count]")).to_have_text(shown)
    page.wait_for_timeout(200)
    after = page.evaluate(
        """([text]) => Math.round([...document.querySelectorAll('.stream .card')].find(
            (e) => e.textContent === text).getBoundingClientRect().top)""",
        before,
    )
    assert abs(after - before[1]) <= 2


def test_a_deleted_entry_gives_the_sites_own_page_and_comes_back(
    page: Page, preview: Preview
) -> None:
    open_entry(page, preview, 25)
    heading = page.locator("h1").first.inner_text()
    text = path_of(preview.root, 25).read_text()
    path_of(preview.root, 25).unlink()
    expect(page.locator("h1").first).not_to_have_text(heading)
    answer = page.reload()
    assert answer is not None
    assert answer.status == 404
    expect(bar(page).locator(".entries")).to_have_text("999 entries")
    path_of(preview.root, 25).write_text(text)
    expect(page.locator("h1").first).to_have_text(heading)
    expect(bar(page).locator(".entries")).to_have_text("1,000 entries")


def test_a_renamed_entry_moves(page: Page, preview: Preview) -> None:
    page.goto(preview.address + "entries/moved-away/")
    expect(bar(page)).to_be_visible()
    old = path_of(preview.root, 26)
    old.rename(old.with_name("moved-away.md"))
    title = f"The {WHAT[26 % len(WHAT)]} of report 26"
    expect(page.locator("h1").first).to_have_text(title)
    answer = page.request.get(preview.address + "entries/report-00026/")
    assert answer.status == 404
    old.with_name("moved-away.md").rename(old)
    expect(page.locator("h1").first).not_to_have_text(title)


def test_a_new_draft_shows_and_says_so(page: Page, preview: Preview) -> None:
    page.goto(preview.address + "entries/")
    expect(bar(page).locator(".entries")).to_have_text("1,000 entries")
    path = preview.root / "content" / "entries" / "brand-new.md"
    path.write_text(entry(27, title="Brand new").replace("tags:", "draft: true\ntags:"))
    expect(bar(page).locator(".entries")).to_have_text("1,001 entries")
    page.goto(preview.address + "entries/brand-new/")
    expect(page.locator("main")).to_contain_text("Draft")


def test_the_bar_leads_to_the_editor(page: Page, preview: Preview) -> None:
    open_entry(page, preview, 28)
    link = bar(page).get_by_role("link", name="edit this entry")
    file = quote(str(path_of(preview.root.resolve(), 28)))
    assert link.get_attribute("href") == f"vscode://file{file}:1:1"
    page.goto(preview.address)
    expect(bar(page)).to_be_visible()
    expect(bar(page).get_by_role("link")).to_have_count(0)


def test_warnings_are_in_the_bar_and_do_not_lie_over_the_page(page: Page, preview: Preview) -> None:
    open_entry(page, preview, 29)
    expect(bar(page)).to_contain_text("no warnings")
    save(preview, 29, "with a doubt\n\n# A title in the text\n\nand more")
    expect(page.locator("main")).to_contain_text("with a doubt")
    button = bar(page).get_by_role("button", name="1 warning")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(panel(page)).to_have_count(0)
    button.click()
    expect(panel(page)).to_contain_text("heading.level")
    expect(panel(page)).to_contain_text("# A title in the text")


def test_the_site_lies_below_its_base(page: Page, preview: Preview) -> None:
    assert preview.address.endswith("/repo/")
    page.goto(preview.origin + "/")
    assert page.url == preview.address
    answer = page.goto(preview.address + "no/such/page/")
    assert answer is not None
    assert answer.status == 404
    expect(bar(page)).to_be_visible()
    page.locator("a[href='/repo/']").first.click()
    page.wait_for_url(preview.address)
    answer = page.goto(preview.origin + "/elsewhere/")
    assert answer is not None
    assert answer.status == 404
    page.get_by_role("link", name="/repo/").click()
    page.wait_for_url(preview.address)


def test_a_page_from_the_browsers_memory_catches_up(page: Page, preview: Preview) -> None:
    open_entry(page, preview, 31)
    page.goto(preview.address + "entries/")
    save(preview, 31, "while nobody looked")
    settle(preview)
    page.go_back()
    expect(page.locator("main")).to_contain_text("while nobody looked")


def test_the_built_files_carry_nothing_of_the_preview(preview: Preview) -> None:
    out = Path(preview.root, ".site_gen_cache", "preview")
    for path in (out / "index.html", out / "entries" / "report-00001" / "index.html"):
        assert "__site_gen" not in path.read_text()
