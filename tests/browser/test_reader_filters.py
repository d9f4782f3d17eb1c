"""Filters, the brush, the map and “as known on” of a page of events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

ALL = 7


@pytest.fixture
def home(page: Page, reader: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    open_at(page, reader)
    return page


def open_at(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("[data-count]:not(:empty)", state="attached")


def shown(page: Page) -> list[str]:
    """Titles of the events that are not filtered away."""
    return page.eval_on_selector_all(
        ".events > li:not([hidden])", "items => items.map(i => i.querySelector('h3').innerText)"
    )


def state(page: Page) -> list[tuple[str, str]]:
    return parse_qsl(page.evaluate("location.search.slice(1)"))


def choose(page: Page, facet: str, key: str) -> None:
    box = page.locator(f'[data-facet="{facet}"] input[value="{key}"]')
    if not box.is_visible():
        page.click(f'[data-facet="{facet}"] > summary')
    box.click()


def count(page: Page) -> str:
    return page.inner_text("[data-count]")


def test_nothing_is_filtered_at_first(home: Page) -> None:
    assert count(home) == f"{ALL} events"
    assert home.is_hidden("[data-clear]")
    assert home.locator(".events > li:not([hidden])").count() == ALL


def test_a_province_filters_timeline_map_chart_and_counts(home: Page) -> None:
    choose(home, "province", "XE-SOU")
    assert count(home) == f"2 of {ALL} events"
    assert shown(home) == ["Dam opened", "Port Lune under water"]
    assert state(home) == [("province", "XE-SOU")]
    assert "chosen" in str(home.get_attribute('.map [data-key="XE-SOU"]', "class"))
    bar = home.locator('.bin[data-start="2031-04-11"] .now')
    assert float(bar.get_attribute("height") or 1) == 0
    statuses = home.eval_on_selector_all(
        '[data-facet="status"] li',
        "items => items.map(i => [i.dataset.key, +i.lastChild.textContent])",
    )
    assert sum(number for _, number in statuses) == 2


def test_the_chart_hatches_days_that_are_not_certain(home: Page) -> None:
    """One of the three days is “about 9 April”."""
    assert "1 of them approximately" in home.inner_text(".chart figcaption")
    loose = home.locator(".bin .loose")
    assert loose.count() == 1
    bar = loose.evaluate("rect => [rect.getAttribute('y'), rect.getAttribute('height')]")
    whole = home.locator('.bin[data-start="2031-04-09"] .now')
    assert bar == whole.evaluate("rect => [rect.getAttribute('y'), rect.getAttribute('height')]")
    assert "approximate" in home.locator('.bin[data-start="2031-04-09"] title').inner_html()
    choose(home, "province", "XE-SOU")
    assert float(loose.get_attribute("height") or 1) == 0
    home.click("[data-clear]")
    again = loose.evaluate("rect => [+rect.getAttribute('y'), +rect.getAttribute('height')]")
    assert again == pytest.approx([float(value) for value in bar])


def test_values_of_one_list_add_up_and_lists_narrow_each_other(home: Page) -> None:
    choose(home, "province", "XE-SOU")
    choose(home, "province", "XE-NOR")
    assert count(home) == f"6 of {ALL} events"
    choose(home, "status", "disputed")
    assert shown(home) == [
        "Bridge at Tal reported lost",
        "Bridge at Tal said to have stood throughout",
    ]
    assert state(home) == [
        ("province", "XE-NOR"),
        ("province", "XE-SOU"),
        ("status", "disputed"),
    ]


def test_the_number_beside_a_value_says_what_choosing_it_shows(home: Page) -> None:
    choose(home, "status", "disputed")
    number = home.inner_text('[data-facet="province"] [data-key="XE-NOR"] > .n')
    choose(home, "province", "XE-NOR")
    assert count(home) == f"{number} of {ALL} events"


def test_one_press_clears_everything(home: Page) -> None:
    choose(home, "province", "XE-SOU")
    home.fill('input[name="known"]', "2031-04-12")
    home.dispatch_event('input[name="known"]', "change")
    home.click("[data-clear]")
    assert count(home) == f"{ALL} events"
    assert state(home) == []
    assert home.is_hidden("[data-clear]")
    assert home.locator(".shapes .chosen").count() == 0


@pytest.mark.parametrize("facet", ["province", "status", "type", "actor", "source", "tag"])
def test_every_list_filters_and_its_state_survives_a_reload(home: Page, facet: str) -> None:
    key = home.get_attribute(f'[data-facet="{facet}"] li', "data-key") or ""
    choose(home, facet, key)
    before, words = shown(home), count(home)
    assert 0 < len(before) < ALL
    home.reload()
    home.wait_for_selector("[data-count]:not(:empty)", state="attached")
    assert (shown(home), count(home)) == (before, words)
    assert home.is_checked(f'[data-facet="{facet}"] input[value="{key}"]')


def test_an_unknown_value_in_the_address_is_ignored(page: Page, reader: str) -> None:
    open_at(page, reader + "?province=XX-NIL&known=nonsense&other=1")
    assert count(page) == f"{ALL} events"


def test_drawing_over_the_chart_chooses_a_stretch_of_time(home: Page) -> None:
    box = home.locator(".plot svg").bounding_box()
    assert box

    def at(day: float) -> tuple[float, float]:
        # The chart shows April and May: 61 days.
        return box["x"] + box["width"] * (day - 0.5) / 61, box["y"] + box["height"] - 40

    home.mouse.move(*at(13))
    home.mouse.down()
    home.mouse.move(*at(16), steps=5)
    home.mouse.up()
    assert state(home) == [("from", "2031-04-13"), ("to", "2031-04-16")]
    assert shown(home) == ["Port Lune under water"]
    assert home.input_value('input[name="from"]') == "2031-04-13"
    home.mouse.click(*at(11))
    assert state(home) == [("from", "2031-04-11"), ("to", "2031-04-11")]
    # By 12 April: it may have been on the eleventh.
    assert "Dam opened" in shown(home)
    home.mouse.click(*at(11))
    assert state(home) == []


def test_a_finger_draws_over_the_chart(browser: Browser, reader: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    open_at(page, reader)
    page.locator(".plot").scroll_into_view_if_needed()
    box = page.locator(".plot svg").bounding_box()
    assert box
    touch = context.new_cdp_session(page)

    def send(kind: str, *days: float) -> None:
        points = [
            {"x": box["x"] + box["width"] * (day - 0.5) / 61, "y": box["y"] + box["height"] - 40}
            for day in days
        ]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", 13)
    for day in (14, 15, 16):
        send("touchMove", day)
    send("touchEnd")
    assert state(page) == [("from", "2031-04-13"), ("to", "2031-04-16")]
    assert shown(page) == ["Port Lune under water"]
    context.close()


def test_keys_choose_a_stretch_of_time_on_the_chart(home: Page) -> None:
    slider = home.locator(".chart [role=slider]")
    assert slider.get_attribute("aria-valuetext") == "the whole time"
    slider.focus()
    # The first press chooses the first day that has a bar.
    slider.press("ArrowRight")
    assert state(home) == [("from", "2031-04-09"), ("to", "2031-04-09")]
    for _ in range(4):
        slider.press("ArrowRight")
    for _ in range(3):
        slider.press("Shift+ArrowRight")
    assert state(home) == [("from", "2031-04-13"), ("to", "2031-04-16")]
    assert shown(home) == ["Port Lune under water"]
    spoken = slider.get_attribute("aria-valuetext") or ""
    assert re.fullmatch(r"13\s–\s16 April 2031", spoken), spoken
    slider.press("Shift+Home")
    assert state(home) == [("from", "2031-04-01"), ("to", "2031-04-13")]
    slider.press("Escape")
    assert state(home) == []
    assert count(home) == f"{ALL} events"
    assert home.evaluate("document.activeElement.role") == "slider"


def test_the_way_back_from_an_event_leads_to_the_filtered_timeline(home: Page) -> None:
    choose(home, "province", "XE-SOU")
    home.fill('input[name="known"]', "2031-04-12")
    home.dispatch_event('input[name="known"]', "change")
    before, words = shown(home), count(home)
    home.click(".events > li:not([hidden]) h3 a")
    home.wait_for_selector(".page-entry")
    home.go_back()
    home.wait_for_selector("[data-count]:not(:empty)", state="attached")
    assert (shown(home), count(home)) == (before, words)
    assert state(home) == [("province", "XE-SOU"), ("known", "2031-04-12")]


def test_the_map_filters_and_still_leads_to_the_province(home: Page, reader: str) -> None:
    home.dispatch_event('.map [data-key="XE-SOU"]', "click")
    assert state(home) == [("province", "XE-SOU")]
    assert home.is_checked('input[value="XE-SOU"]')
    home.dispatch_event('.map [data-key="XE-SOU"]', "click")
    assert state(home) == []
    assert home.get_attribute('.map [data-key="XE-SOU"]', "href") == "/repo/provinces/southmere/"


def test_dots_go_with_the_events_of_their_places(page: Page, reader: str) -> None:
    """A place heard of later was marked on the map as known before."""

    def dots() -> list[str]:
        return [
            dot.get_attribute("data-place") or ""
            for dot in page.locator(".map .dot").all()
            if dot.is_visible()
        ]

    open_at(page, reader)
    before = dots()
    assert before
    open_at(page, reader + "?from=2031-04-11&to=2031-04-11")
    placed = page.eval_on_selector_all(
        ".events > li:not([hidden]) .place",
        "links => links.map(a => a.getAttribute('href').split('/').slice(-2).join('/'))",
    )
    assert dots() == [place for place in before if place in placed] != before
    page.click("[data-clear]")
    assert dots() == before


def test_the_map_shades_as_it_was_built(home: Page) -> None:
    built = home.eval_on_selector_all(
        ".shapes path", "paths => paths.map(p => p.className.baseVal)"
    )
    choose(home, "status", "disputed")
    home.click("[data-clear]")
    drawn = home.eval_on_selector_all(
        ".shapes path", "paths => paths.map(p => p.className.baseVal)"
    )
    assert drawn == built
    assert "q4" in built
    assert "q0" in built


def test_as_known_on_hides_what_was_published_later(page: Page, reader: str) -> None:
    open_at(page, reader + "?known=2031-04-15")
    assert count(page) == f"4 of {ALL} events"
    assert "Bridge at Tal said to have stood throughout" not in shown(page)
    # A document of “about 2 May” is out by then, not before.
    page.fill('input[name="known"]', "2031-05-02")
    page.dispatch_event('input[name="known"]', "change")
    assert count(page) == f"{ALL} of {ALL} events"


def test_what_was_contradicted_later_says_so(page: Page, reader: str) -> None:
    open_at(page, reader + "?known=2031-04-15")
    page.evaluate("document.querySelector('.folded').open = true")
    mark = page.locator(".ahead-word:visible")
    assert [text.strip() for text in mark.all_inner_texts()] == [
        "Contradicted later, on 20 April 2031."
    ]
    page.fill('input[name="known"]', "2031-04-20")
    page.dispatch_event('input[name="known"]', "change")
    assert mark.count() == 0


def test_earlier_history_unfolds_when_it_fits_a_filter(home: Page) -> None:
    assert home.locator("details.folded:not([open])").count() == 1
    choose(home, "source", "gazette")
    assert home.is_visible("text=The old bridge is swept away")


def test_what_is_chosen_stands_above_the_events_and_goes_one_by_one(home: Page) -> None:
    """On a page with a filter in its address, nothing near the events said that some were missing."""
    assert home.is_hidden(".filtered")
    choose(home, "province", "XE-SOU")
    choose(home, "status", "reported")
    home.fill('input[name="from"]', "2031-04-01")
    home.dispatch_event('input[name="from"]', "change")
    assert home.inner_text(".filtered").startswith(count(home))
    buttons = home.locator(".filtered button")
    assert buttons.all_inner_texts() == ["Southmere", "Reported", "From 1 Apr 2031"]
    assert buttons.first.get_attribute("aria-label") == "Remove the filter: Southmere"
    buttons.first.press("Enter")
    assert state(home) == [("status", "reported"), ("from", "2031-04-01")]
    assert home.evaluate("document.activeElement.innerText") == "Reported"
    buttons.last.click()
    buttons.last.press("Enter")
    assert state(home) == []
    assert home.is_hidden(".filtered")
    assert home.evaluate("document.activeElement.matches('[data-count]')")


def test_nothing_that_fits_can_be_taken_back_where_it_is_said(page: Page, reader: str) -> None:
    open_at(page, reader + "?province=XE-SOU&status=disputed")
    assert shown(page) == []
    page.click(".filtered button >> nth=0")
    assert state(page) == [("status", "disputed")]
    assert shown(page)


def test_nothing_that_fits_is_said(page: Page, reader: str) -> None:
    open_at(page, reader + "?province=XE-SOU&status=disputed")
    assert page.is_visible("[data-empty]")
    assert count(page) == f"0 of {ALL} events"


def test_other_listings_filter_too(page: Page, reader: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    open_at(page, reader + "provinces/norvale/")
    choose(page, "source", "courier")
    assert shown(page) == ["Bridge at Tal said to have stood throughout"]


@pytest.mark.parametrize(("events", "limit"), [(1000, 16), (10_000, 50)])
def test_a_change_is_quick(page: Page, reader: str, events: int, limit: int) -> None:
    def many(route: Route) -> None:
        text = route.fetch().text()
        cards = re.findall(r"<li[^>]*><article.*?</article>\s*</li>", text, flags=re.DOTALL)
        assert len(cards) == ALL
        copies = "".join(cards[n % ALL] for n in range(events - ALL))
        text = text.replace('<ol class="events">', '<ol class="events long">')
        at = text.rindex("</ol>\n</section>")
        route.fulfill(body=text[:at] + copies + text[at:], content_type="text/html; charset=utf-8")

    page.set_default_timeout(60_000)
    page.route(reader, many)
    page.set_viewport_size({"width": 1280, "height": 900})
    open_at(page, reader)
    assert count(page) == f"{events:,} events"
    times = page.evaluate(
        """() => {
            const box = document.querySelector('input[value="XE-SOU"]');
            return Array.from({length: 15}, () => {
                const start = performance.now();
                box.click();
                return performance.now() - start;
            });
        }"""
    )
    # The best of many is what the change costs; the rest is what else the machine was doing.
    assert min(times) <= limit, times
