"""Every kind of page by axe-core: light and dark, phone and wide screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.oracle

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"

KINDS = (
    "index.html",
    "entries/*/index.html",
    "entries/index.html",
    "provinces/*/index.html",
    "provinces/index.html",
    "sources/*/index.html",
    "sources/index.html",
    "actors/*/index.html",
    "actors/index.html",
    "disputes/*/index.html",
    "disputes/index.html",
    "figures/index.html",
    "20??/??/index.html",
    "months/index.html",
    "tags/*/index.html",
    "tags/index.html",
    "corrections/index.html",
    "search/index.html",
    "about/index.html",
    "method/index.html",
    "404.html",
)

RUN = """async () => {
    const report = await axe.run(document, {resultTypes: ['violations'], runOnly: {
        type: 'tag',
        values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }});
    return report.violations.map(v => `${v.id}: ${v.help}: ` +
        v.nodes.slice(0, 5).map(n => n.html.slice(0, 160) + ' ' +
            [...n.any, ...n.all, ...n.none].map(c => c.message).join('; ')).join('\\n    '));
}"""


SEARCHES = {
    "results": ("search/?q=kunduz", ".search-excerpt:not(:empty)", ""),
    "another spelling": ("search/?q=Kundzu", ".search-note:not(:empty)", ""),
    "nothing found": ("search/?q=xylophone+zeppelin", ".search-found:has-text('No result')", ""),
    "suggestions": ("about/", "[role=option]", "kunduz"),
}
"""What a search shows → address, what to wait for, what to type."""


def violations(
    browser: Browser, url: str, wait: str = "", typed: str = "", **options: Any
) -> list[str]:
    """What axe-core finds wrong at an address, with everything that folds unfolded."""
    if not AXE.is_file():
        pytest.fail(f"{AXE.name} is missing: run `make oracles`", pytrace=False)
    context = browser.new_context(**options)
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(url)
    if typed:
        page.wait_for_load_state("networkidle")
        page.keyboard.press("/")
        page.keyboard.type(typed, delay=30)
    if wait:
        page.wait_for_selector(wait)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate(AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(RUN)
    context.close()
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_site(
    browser: Browser, site: tuple[Path, str], kind: str, scheme: str, width: int
) -> None:
    folder, address = site
    pages = sorted(folder.glob(kind), key=lambda path: path.stat().st_size)
    assert pages, f"no {kind}"
    path = pages[-1].relative_to(folder).as_posix().removesuffix("index.html")
    found = violations(
        browser, address + path, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    assert not found, "\n".join(found)


@pytest.mark.parametrize("shown", SEARCHES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_search(
    browser: Browser, site: tuple[Path, str], shown: str, scheme: str, width: int
) -> None:
    _, address = site
    query, wait, typed = SEARCHES[shown]
    found = violations(
        browser,
        address + query,
        wait,
        typed,
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
    )
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<main><h1>A</h1><img src='x.png'></main>", "image-alt"),
        (
            "<main><h1>A</h1><p style='color:#bbb;background:#fff'>faint</p></main>",
            "color-contrast",
        ),
        ("<main><h1>A</h1><h3>B</h3></main>", "heading-order"),
    ],
)
def test_a_planted_fault_is_found(browser: Browser, tmp_path: Path, body: str, rule: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(f"<!doctype html><html lang=en><title>t</title>{body}", encoding="utf-8")
    assert any(text.startswith(rule) for text in violations(browser, file.as_uri()))
