"""What a theme may ask for is what there is."""

from __future__ import annotations

import pytest
from markupsafe import Markup, escape

from site_gen import exports
from site_gen.pages import Page
from site_gen.pages.plan import ENTRIES, EVENTS
from site_gen.parsing.frontmatter import Text
from site_gen.render import Renderer, ThemeError
from site_gen.themes import theme
from site_gen.web.escaping import escaped


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


def page_of(text: str, view: object, strings: dict[str, str] | None = None) -> str:
    """A page whose template is `text`, below a base with one block."""
    base = "<html>\n{{ page.title }}\n{% block main %}{% endblock %}</html>"
    renderer = Renderer({"base.html": base, "x.html": text}, strings or {})
    page = Page(url="/", template="x.html", view=lambda: view, inputs=(), title="A & B")
    return renderer.text(page)


def test_pieces_between_two_statements_are_put_together_in_their_order() -> None:
    text = (
        '{% extends "base.html" %}{% block main %}<p>{{ t("word") }}, {{ view[0] }}{{ view[1] }};'
        "{% for one in view %}{{ loop.index }}<i>{{ one }}</i>{% endfor %}{{ 7 }}{{ '<' }}</p>"
        "{{ 'no' if view == 1 }}{{ 'yes' if view }}{% set whole %}<{{ view[1] }}>{% endset %}{{ whole }}{% endblock %}"
    )
    assert page_of(text, ("a", "b'"), {"word": "1 > 0"}) == (
        "<html>\nA &amp; B\n<p>1 &gt; 0, ab&#39;;1<i>a</i>2<i>b&#39;</i>7&lt;</p>yes<b&#39;></html>"
    )


@pytest.mark.parametrize("line", [2, 3, 4])
def test_a_mistake_is_reported_with_its_own_line_of_a_longer_text(line: int) -> None:
    lines = ["<p>{{ view }}", "{{ view }}", "and {{ view }}</p>"]
    lines[line - 2] = lines[line - 2].replace("view", "view.missing")
    text = '{% extends "base.html" %}{% block main %}\n' + "\n".join(lines) + "{% endblock %}"
    with pytest.raises(ThemeError, match=rf"^x\.html:{line}:\d+: "):
        page_of(text, "a")
