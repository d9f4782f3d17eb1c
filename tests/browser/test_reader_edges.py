"""What is rare on a page: figures of several voices, words longer than a phone is wide, no entry at all."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_gen.engine.build import BuildOptions, build

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

ENTRY = f"""---
title: The {LONG} counts houses
date: 2031-04-25
provinces: [Norvale, Southmere]
sources: [gazette]
tags: [floods]
---

## 2031-04-21/2031-04-22: Houses of the {LONG} under water {{#many}}

```yaml event
provinces: [Norvale]
claims:
  - {{speaker: Ada Fenn, says: All of them stand under water.}}
  - {{speaker: Bo Reed, stance: denies, says: Hardly one does.}}
  - {{speaker: {LONG}, says: It has not counted.}}
figures:
  - {{series: houses, value: 400, qualifier: at least, claim: ada-fenn, scope: in both towns}}
  - {{series: houses, value: [20, 30], claim: bo-reed, as_of: 2031-04-22}}
  - {{series: houses, words: dozens, scope: on the quay, as_of: 2031-04-23~}}
```

## 2031-04-24: Houses counted again {{#again}}

```yaml event
provinces: [Norvale]
claims:
  - {{speaker: Ada Fenn, says: There are seven.}}
figures:
  - {{series: houses, value: 7, claim: ada-fenn}}
```
"""


def made(root: Path, change: Callable[[Path], None]) -> Path:
    shutil.copytree(ROOT / "tests" / "data" / "reader", root)
    shutil.copytree(ROOT / "themes", root / "themes")
    change(root)
    out = root / "public"
    report = build(BuildOptions(root=root, out=out, base_url="https://example.org/repo/"))
    assert not report.failed, "\n".join(map(str, report.diagnostics))
    return out


@pytest.fixture(scope="module")
def edges_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def change(root: Path) -> None:
        (root / "content" / "entries" / "houses.md").write_text(ENTRY, encoding="utf-8")

    return made(tmp_path_factory.mktemp("edges") / "site", change)


@pytest.fixture(scope="module")
def edges(edges_folder: Path, serve: Callable[..., str]) -> str:
    return serve(edges_folder, "/repo/")


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def change(root: Path) -> None:
        for folder in ("content/entries", "content/disputes", "seeds"):
            shutil.rmtree(root / folder)
            (root / folder).mkdir()
        (root / "content" / "actors.yaml").unlink()

    return made(tmp_path_factory.mktemp("nothing") / "site", change)


def figures(folder: Path, event: str) -> list[str]:
    """The figures of an event as the words of its card."""
    text = (folder / "entries" / "houses" / "index.html").read_text("utf-8")
    section = text.split(f'id="{event}"', 1)[1].split("</section>", 1)[0]
    items = re.findall(r"<li>(.*?)</li>", section.split('<ul class="numbers"', 1)[1])
    return [" ".join(re.sub(r"<[^>]+>", "", item).split()) for item in items]


def test_figures_of_several_voices_name_theirs_and_a_date_of_their_own(edges_folder: Path) -> None:
    """Four numbers stood in a row below those who disputed them, and none said whose it was."""
    assert figures(edges_folder, "many")[:2] == [
        "at least 400 houses (in both towns), Ada Fenn Houses under water",
        "20–30 houses (22 April 2031), Bo Reed Houses under water",
    ]
    assert figures(edges_folder, "again") == ["7 houses Houses under water"]


def test_a_number_in_words_has_no_unit_behind_it(edges_folder: Path) -> None:
    """It read “dozens houses”."""
    assert figures(edges_folder, "many")[2] == (
        "dozens (on the quay; about 23 April 2031), the article Houses under water"
    )


PATHS = (
    "",
    "entries/houses/",
    "sources/",
    "sources/gazette/",
    "actors/",
    "disputes/bridge/",
    "figures/",
    "provinces/",
    "provinces/norvale/",
)


@pytest.mark.browser
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("width", "size"), [(320, 200), (390, 100), (390, 200), (768, 200), (1280, 100)]
)
def test_long_words_and_large_type_stay_within_the_window(
    page: Page, edges: str, path: str, width: int, size: int
) -> None:
    """Whoever sets the type of a phone twice as large had to push pages sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(edges + path)
    page.evaluate("size => document.documentElement.style.fontSize = size + '%'", size)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_on_a_phone_no_figure_lies_beyond_the_edge(page: Page, edges: str) -> None:
    """One long word in another column pushed the numbers of all rows out of sight."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(edges + "figures/")
    boxes = [cell.bounding_box() for cell in page.locator("td.num").all()]
    assert len(boxes) == 6
    assert all(box and box["x"] + box["width"] <= 390 for box in boxes)


@pytest.mark.browser
def test_accounts_that_oppose_each_other_are_equally_wide(page: Page, edges: str) -> None:
    """The longer word took the room of the other side, and pushed it over the column beside."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(edges + "entries/houses/")
    one, other = [side.bounding_box() for side in page.locator("#many .claims > dl").all()]
    assert one
    assert other
    assert one["width"] == pytest.approx(other["width"], abs=1)


@pytest.mark.browser
def test_with_forced_colours_only_the_way_in_view_is_underlined(
    browser: Browser, edges: str
) -> None:
    """Forced colours draw what is transparent: each way looked as if one stood on its page."""
    tab = browser.new_page(forced_colors="active")
    tab.goto(edges + "figures/")
    page = tab.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    lines = tab.eval_on_selector_all(
        ".ways a", "ways => ways.map(way => getComputedStyle(way).borderBottomColor)"
    )
    here = tab.locator(".ways a").all_inner_texts().index("Figures")
    assert [n for n, line in enumerate(lines) if line != page] == [here]
    tab.close()


@pytest.mark.parametrize(
    "path", ["entries", "actors", "disputes", "figures", "months", "sources", "tags"]
)
def test_a_list_of_nothing_says_so(nothing: Path, path: str) -> None:
    """Below the headings of a new site stood blank pages, as if something had failed to load."""
    text = (nothing / path / "index.html").read_text("utf-8")
    assert '<p class="empty">There are none yet.</p>' in text
    assert not re.search(r"<(ul|ol)[^>]*>\s*</", text)


@pytest.mark.browser
@pytest.mark.parametrize("path", ["", "entries/houses/", "disputes/bridge/"])
def test_names_and_headings_have_room_for_a_finger(page: Page, edges: str, path: str) -> None:
    """Speakers were links of 15 pixels in height (WCAG 2.2, 2.5.8 asks for 24)."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(edges + path)
    heights = page.eval_on_selector_all(
        ".speaker, .same a, .month a, .card h3 a, .voice h3 a",
        "links => links.filter(a => a.checkVisibility()).map(a => a.getClientRects()[0].height)",
    )
    assert len(heights) >= 3
    assert min(heights) >= 24


@pytest.mark.browser
def test_names_on_the_map_are_of_a_size_to_read_on_maps_of_each_width(
    page: Page, edges: str
) -> None:
    """On a phone those of the atlas were seven pixels high, on a tablet those of the timeline twenty."""

    def lettering(path: str, width: int) -> float:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(edges + path)
        return float(
            page.locator(".map .name").first.evaluate(
                # On a map of 1,000 units in width, as `tools/make_geometry.py` makes them.
                "n => parseFloat(getComputedStyle(n).fontSize) * n.ownerSVGElement.clientWidth / 1000"
            )
        )

    for path in ("", "provinces/"):
        for width in (390, 768, 1280):
            assert 11 < lettering(path, width) < 18, (path, width)
