"""Drives the page of results, for the tests of the search."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

FIELD = "input[name=q]"
FOUND = ".search-found"
HITS = ".search-hits > li"
HOSTILE = {
    "": "Type a word",
    "   ": "Type a word",
    "the of and": "has only words",
    "-": "Type a word",
    '"': "Type a word",
    "😀😀": "Type a word",
    "<img src=x onerror=alert(1)>": "No result for",
    '"><script>alert(1)</script>': "No result for",
    "%00\x7f\\": "No result for",
    "constructor __proto__": "No result for",
}
"""What may be typed → a part of the answer, on a site that has none of these words."""


@contextmanager
def quiet_page(browser: Browser) -> Iterator[Page]:
    """A page that must not complain in its console."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    page = context.new_page()
    noise: list[str] = []
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("console", lambda message: noise.append(message.text))
    yield page
    context.close()
    assert noise == []


def ask(page: Page, address: str, query: str) -> None:
    """Open the results of a query string."""
    page.goto(f"{address}search/?{query}")
    settled(page)


def settled(page: Page) -> None:
    """Wait for an answer."""
    page.wait_for_function(
        "() => { const found = document.querySelector('.search-found');"
        " return found && found.textContent && !found.textContent.includes('Searching'); }"
    )


def says(page: Page, text: str, place: str = FOUND) -> None:
    """Wait until a text stands there."""
    page.wait_for_function(
        "([place, text]) => document.querySelector(place)?.textContent.includes(text)",
        arg=[place, text],
    )


def titles(page: Page) -> list[str]:
    """Titles of the hits."""
    return page.locator(f"{HITS} h2").all_inner_texts()


def count(page: Page) -> int:
    """How many results there are."""
    return int(page.inner_text(FOUND).split()[0].replace(",", ""))


def counts(page: Page, number: int) -> None:
    """Wait for so many results."""
    page.wait_for_function(
        "text => document.querySelector('.search-found').textContent.startsWith(text)",
        arg=f"{number:,} ",
    )


def narrow_by(page: Page, name: str) -> None:
    """Choose the first value of a facet: its count comes true, survives a reload, and goes with Back.

    By keyboard, which reaches them though the words of the results come and move the page.
    """
    whole = count(page)
    if page.locator(f"#f-{name}").locator("xpath=..").get_attribute("open") is None:
        page.press(f"#f-{name}", "Enter")
    box = page.locator(f"input[name={name}]").first
    promised = int(box.locator("xpath=ancestor::li").locator(".n").inner_text().replace(",", ""))
    value = box.get_attribute("value")
    box.press("Space")
    page.wait_for_url(f"**{name}=**")
    counts(page, promised)
    assert promised <= whole
    page.reload()
    settled(page)
    assert count(page) == promised
    assert page.locator(f"input[name={name}]:checked").get_attribute("value") == value
    page.go_back()
    counts(page, whole)
