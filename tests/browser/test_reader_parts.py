"""Filters of a timeline that is cut into several pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture
def home(page: Page, parts_folder: Path, serve: Callable[..., str]) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(serve(parts_folder, "/repo/"))
    return page


def test_the_file_has_every_event_in_the_order_of_the_pages(parts_folder: Path) -> None:
    data = json.loads((parts_folder / "filter.json").read_text("utf-8"))
    assert sum(size for _, size in data["parts"]) == 7
    assert len(data["from"]) == len(data["to"]) == len(data["known"]) == 7
    for facet in data["facets"].values():
        assert len(facet["keys"]) == len(facet["names"])
        assert len(facet["sizes"]) == 7
        assert sum(facet["sizes"]) == len(facet["values"])
        assert set(facet["values"]) == set(range(len(facet["keys"])))
    assert data["from"][0] == 7305  # 1 January 1990
    assert None in data["from"]  # “by 12 April”
    about = [data["from"][number] for number in data["about"]]
    assert about == [22378]  # “about 9 April 2031”


def test_a_short_timeline_needs_no_such_file(reader_folder: Path) -> None:
    assert not (reader_folder / "filter.json").exists()


def test_nothing_is_fetched_before_a_reader_reaches_for_the_filters(home: Page) -> None:
    home.wait_for_load_state("networkidle")
    assert home.is_hidden("[data-count]")
    assert (
        home.evaluate("performance.getEntriesByName(new URL('filter.json', location)).length") == 0
    )
    with home.expect_response("**/filter.json"):
        home.hover(".panel > summary")
    home.wait_for_selector("[data-count]:has-text('7 events')")


def test_counts_speak_of_all_pages_and_the_ways_take_the_filters_along(home: Page) -> None:
    built = home.eval_on_selector_all(".now", "bars => bars.map(b => +b.getAttribute('height'))")
    with home.expect_response("**/filter.json"):
        home.hover(".panel > summary")
    home.wait_for_selector("[data-count]:has-text('7 events')")
    drawn = home.eval_on_selector_all(".now", "bars => bars.map(b => +b.getAttribute('height'))")
    assert drawn == built
    assert float(home.get_attribute(".loose", "height") or 0) > 0
    home.click('input[value="XE-SOU"]')
    here = home.locator(".events > li:not([hidden])").count()
    assert home.inner_text("[data-count]") == f"2 of 7 events, {here} of them on this page"
    ways = home.eval_on_selector_all(
        "li[data-part]",
        "items => items.map(i => [i.querySelector('a').search, +i.querySelector('.n').textContent])",
    )
    assert {search for search, _ in ways} == {"?province=XE-SOU"}
    assert sum(number for _, number in ways) == 2
    other = next(n for n, (_, number) in enumerate(ways) if number and n)
    home.click(f"li[data-part] >> nth={other} >> a")
    home.wait_for_selector("[data-count]:has-text('of 7 events')")
    assert home.evaluate("location.search") == "?province=XE-SOU"
    assert home.is_checked('input[value="XE-SOU"]')
    assert home.locator(".events > li:not([hidden])").count() == ways[other][1]


def test_a_filter_that_only_other_pages_fit_says_so(home: Page) -> None:
    home.goto(home.url + "?known=2031-04-11")
    home.wait_for_selector("[data-empty]:not([hidden])")
    home.goto(home.url.partition("?")[0] + "?source=copy")
    home.wait_for_selector("[data-elsewhere]:not([hidden])")
    assert home.is_hidden("[data-empty]")
