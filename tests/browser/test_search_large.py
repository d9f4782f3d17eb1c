"""The search on a site of 1,000 entries: what it loads, and that its page holds up."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from search_corpus import write_site
from search_driver import (
    FIELD,
    HITS,
    HOSTILE,
    ask,
    count,
    counts,
    narrow_by,
    quiet_page,
    says,
    settled,
    titles,
)

from site_gen.engine.build import BuildOptions, build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


@pytest.fixture
def quiet(browser: Browser) -> Iterator[Page]:
    with quiet_page(browser) as page:
        yield page


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


# --- as a reader uses it ---------------------------------------------------------------------------


def test_the_field_by_keyboard_alone(quiet: Page, address: str) -> None:
    quiet.goto(address)
    quiet.keyboard.press("/")
    quiet.keyboard.type("kundr")
    quiet.wait_for_selector("[role=option]")
    field = quiet.locator(FIELD)
    assert field.get_attribute("role") == "combobox"
    assert field.get_attribute("aria-expanded") == "true"
    assert quiet.inner_text(".search-status") == "6 suggestions"
    quiet.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == "search-option-0"
    assert quiet.locator("#search-option-0").get_attribute("aria-selected") == "true"
    quiet.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert quiet.locator("[role=listbox]").is_hidden()
    quiet.keyboard.press("ArrowDown")
    quiet.wait_for_selector("[role=option]")
    quiet.keyboard.press("ArrowDown")
    quiet.keyboard.press("Enter")
    quiet.wait_for_url("**/entries/**")
    fragment = quiet.url.partition("#")[2]
    assert not fragment or quiet.locator(f"#{fragment}").count() == 1
    quiet.keyboard.press("/")
    quiet.keyboard.type("Mirbagh denied")
    quiet.keyboard.press("Enter")
    quiet.wait_for_url("**/search/?q=*")
    settled(quiet)
    assert quiet.locator(HITS).count() == 10


@pytest.mark.parametrize(
    "spellings",
    [
        ("Kundrak", "Qundrak", "Kondrak", "QUNDRAK,", "کندرک", "كندرك"),
        ("Mir-i-Bagh", "Mir-e Bagh", "mirbagh"),
        ("Łódzk", "lodzk", "Lodsk"),
    ],
)
def test_every_spelling_finds_the_same(
    quiet: Page, address: str, spellings: tuple[str, ...]
) -> None:
    answers = set()
    for spelling in spellings:
        ask(quiet, address, f"q={spelling}")
        answers.add((count(quiet), *titles(quiet)))
    assert len(answers) == 1


def test_every_facet_keeps_its_promise(quiet: Page, address: str) -> None:
    ask(quiet, address, "q=guard")
    assert quiet.locator("input[name=speaker]").count() == 0  # comes when its facet opens
    for name in ("province", "status", "type", "kind", "speaker", "source"):
        narrow_by(quiet, name)


def test_dates_and_order_are_in_the_address(quiet: Page, address: str) -> None:
    ask(quiet, address, "q=kundrak")
    whole = count(quiet)
    quiet.click("#f-date")
    button = quiet.locator(".search-dates .facet button").first
    promised = int(button.locator("xpath=ancestor::li").locator(".n").inner_text().replace(",", ""))
    button.click()
    counts(quiet, promised)
    assert promised < whole
    quiet.wait_for_url("**from=2019&to=2019")
    quiet.select_option("#search-sort", "oldest")
    quiet.wait_for_url("**sort=oldest")
    settled(quiet)
    counts(quiet, promised)
    oldest = titles(quiet)
    quiet.reload()
    settled(quiet)
    assert titles(quiet) == oldest
    quiet.fill("input[name=to]", "2019-03")
    quiet.press("input[name=to]", "Enter")
    quiet.wait_for_url("**to=2019-03**")
    settled(quiet)
    assert 0 < count(quiet) < promised
    quiet.go_back()
    counts(quiet, promised)


def test_a_misspelt_word_says_what_is_shown_instead(quiet: Page, address: str) -> None:
    ask(quiet, address, "q=Kumdrak")
    assert quiet.inner_text(".search-note").startswith("No result for “kumdrak”; showing “kundrak")
    assert quiet.locator(HITS).count() == 10


@pytest.mark.parametrize("typed", HOSTILE)
def test_bad_input_gets_a_clear_answer(quiet: Page, address: str, typed: str) -> None:
    quiet.on("dialog", lambda dialog: pytest.fail(dialog.message))
    quiet.goto(address + "search/")
    settled(quiet)
    quiet.fill(FIELD, typed)
    quiet.press(FIELD, "Enter")
    says(quiet, HOSTILE[typed])
    assert quiet.locator("main img, main script, .find img, .find script").count() == 0


def test_ten_thousand_letters(quiet: Page, address: str) -> None:
    quiet.goto(address + "search/")
    settled(quiet)
    quiet.fill(FIELD, "kundrak " + "x" * 10_000)
    quiet.press(FIELD, "Enter")
    says(quiet, "very long", ".search-note")


def test_offline_says_so_and_tries_again(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    ask(page, address, "q=kundrak")
    context.set_offline(True)
    page.fill(FIELD, "orvelle guard")
    page.press(FIELD, "Enter")
    says(page, "could not be loaded")
    context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    says(page, "results for “orvelle guard”")
    assert page.locator(HITS).count() == 10
    assert errors == []
    context.close()


def test_without_scripts_the_page_helps(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}search/?q=kundrak")
    assert "needs JavaScript" in page.inner_text("main")
    for way in ("provinces", "sources", "actors", "months"):
        assert page.locator(f"main a[href='/repo/{way}/']").count() == 1
    context.close()


def test_more_results_keep_the_place(quiet: Page, address: str) -> None:
    ask(quiet, address, "q=kundrak&sort=newest")
    first = titles(quiet)
    quiet.click(".search-more:not([hidden])")
    quiet.wait_for_function(f"() => document.querySelectorAll('{HITS}').length === 20")
    assert titles(quiet)[:10] == first
    both = titles(quiet)
    quiet.reload()
    settled(quiet)
    assert titles(quiet) == both
