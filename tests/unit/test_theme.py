"""What a theme may ask for is what there is."""

from __future__ import annotations

from site_gen import exports, theme
from site_gen.pages.plan import ENTRIES, EVENTS


def test_every_kind_of_pages_can_be_asked_for() -> None:
    assert set(theme.PAGES) == EVENTS.keys() == ENTRIES.keys()


def test_every_kind_of_files_can_be_asked_for() -> None:
    assert set(theme.EXPORTS) == {*exports.EXPORTS, "filters", "search"}
