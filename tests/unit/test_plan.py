"""Planning the pages of a site, all or some, and what it costs."""

from __future__ import annotations

from pathlib import Path

import pytest
from chronicle import write_site

from site_gen.chronology.rows import Row
from site_gen.chronology.timeline import build
from site_gen.edges.source import Tree
from site_gen.engine.reading import read_site
from site_gen.pages import find, listings, plan
from site_gen.pages.cards import CardMaker
from site_gen.pages.digests import Digests
from site_gen.themes.theme import PAGES
from site_gen.web.artifact import told


def test_pages_of_one_listing_do_not_each_look_at_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = read_site(Tree(root=write_site(tmp_path / "site", 60)), drafts=True).site
    assert site is not None
    maker = CardMaker(site, build(site))
    looks = 0
    digest = Digests.row

    def row(self: Digests, row: Row) -> str:
        nonlocal looks
        looks += 1
        return digest(self, row)

    monkeypatch.setattr(Digests, "row", row)

    def cost() -> tuple[int, int]:
        nonlocal looks
        looks = 0
        return len(list(plan(maker, kinds=PAGES))), looks

    few, before = cost()
    monkeypatch.setattr(listings.bins, "__defaults__", (5,))
    many, after = cost()
    assert many > few + 50
    # A page of a listing adds its own rows to those of the whole, and that is all.
    assert after < 2 * before


@pytest.mark.parametrize("lists", ["events", "entries"])
def test_every_page_is_found_by_its_path(tmp_path: Path, lists: str) -> None:
    site = read_site(Tree(root=write_site(tmp_path / "site", 60)), drafts=True).site
    assert site is not None
    maker = CardMaker(site, build(site))
    for page in plan(maker, kinds=PAGES, lists=lists):
        (found,) = find(maker, [page.path, "none/index.html"], kinds=PAGES, lists=lists)
        assert (found.path, found.title) == (page.path, page.title)
        assert told(found.inputs) == told(page.inputs)
    assert not list(find(maker, ["entries/none/index.html", "none"], kinds=PAGES, lists=lists))
