"""What a theme may ask for is what there is."""

from __future__ import annotations

from markupsafe import Markup, escape

from site_gen import exports, theme
from site_gen.frontmatter import Text
from site_gen.pages.plan import ENTRIES, EVENTS
from site_gen.render import escaped


def test_every_kind_of_pages_can_be_asked_for() -> None:
    assert set(theme.PAGES) == EVENTS.keys() == ENTRIES.keys()


def test_every_kind_of_files_can_be_asked_for() -> None:
    assert set(theme.EXPORTS) == {*exports.EXPORTS, "filters", "search"}


def test_texts_are_escaped_as_markupsafe_does_it():
    texts = ["", "a", "é", "<", "a&b", '"', "it's", "&amp;", "\0", "x" * 100]
    for value in (*texts, *map(Markup, texts), None, 1, 2.5, True, Text("<b>"), Text("b")):
        assert escaped(value) == escape(value)
        assert isinstance(escaped(value), str)
