"""What a theme may ask for is what there is."""

from __future__ import annotations

from markupsafe import Markup, escape

from site_gen import exports, theme
from site_gen.frontmatter import Text
from site_gen.pages import Page
from site_gen.pages.plan import ENTRIES, EVENTS
from site_gen.render import Renderer, escaped


def test_every_kind_of_pages_can_be_asked_for() -> None:
    assert set(theme.PAGES) == EVENTS.keys() == ENTRIES.keys()


def test_every_kind_of_files_can_be_asked_for() -> None:
    assert set(theme.EXPORTS) == {*exports.EXPORTS, "filters", "search"}


def test_texts_are_escaped_as_markupsafe_does_it():
    texts = ["", "a", "é", "<", "a&b", '"', "it's", "&amp;", "\0", "x" * 100]
    for value in (*texts, *map(Markup, texts), None, 1, 2.5, True, Text("<b>"), Text("b")):
        assert escaped(value) == escape(value)
        assert isinstance(escaped(value), str)


def test_macros_are_called_with_variables_of_blocks_and_loops_around_them() -> None:
    page = (
        "{% macro say(word) %}<b>{{ word }}</b>{% endmacro %}"
        "{% block main %}{% set note = '&' %}"
        "{% for one in [1, 2] %}{% set two = one %}{{ say(two) }}{{ say(note) }}{% endfor %}"
        "{{ say(note) }}{% endblock %}"
    )
    renderer = Renderer({"x.html": page}, {})
    shown = Page(url="/", template="x.html", view=lambda: None, inputs=(), title="")
    assert renderer.text(shown) == "<b>1</b><b>&amp;</b><b>2</b><b>&amp;</b><b>&amp;</b>"
