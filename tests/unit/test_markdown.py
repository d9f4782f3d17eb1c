from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from site_gen.parsing.markdown import ROOT, inline, parse, render
from site_gen.parsing.markdown.body import Document, Fence, Section

if TYPE_CHECKING:
    from site_gen.diagnostics import Diagnostic

PATH = "content/entries/here.md"


def read(text: str, line: int = 1) -> tuple[Document, list[Diagnostic]]:
    return parse(dedent(text), PATH, line, entry_path="/entries/here/")


def only(text: str) -> Section:
    document, diagnostics = read(text)
    assert diagnostics == []
    (section,) = document.sections
    return section


def codes(text: str) -> list[str]:
    return [f"{d.span.line}:{d.span.col} {d.severity} {d.code}" for d in read(text)[1]]


# Sections


def test_an_empty_body_has_no_sections() -> None:
    assert read("") == (Document(), [])
    assert read("\n\n") == (Document(), [])


def test_lead_event_and_prose_become_sections() -> None:
    document, diagnostics = read(
        """\
        Lead.

        ## 2021-07-08: *Bridge* `lost` & held {#bridge}

        ```yaml event
        provinces: [Herat]

        actors: []
        ```

        Prose
        goes on.

        ### Detail
        More.

        Afterwards
        ----------
        """,
        line=10,
    )
    assert diagnostics == []
    assert document.sections == (
        Section(line=10, html="<p>Lead.</p>\n", text="Lead."),
        Section(
            heading="2021-07-08: Bridge lost & held",
            heading_html="2021-07-08: <em>Bridge</em> <code>lost</code> &amp; held",
            heading_source="2021-07-08: *Bridge* `lost` & held",
            anchor="bridge",
            line=12,
            col=4,
            block=Fence(text="provinces: [Herat]\n\nactors: []\n", line=15),
            html="<p>Prose\ngoes on.</p>\n<h3>Detail</h3>\n<p>More.</p>\n",
            text="Prose goes on.\nDetail\nMore.",
        ),
        Section(
            heading="Afterwards", heading_html="Afterwards", heading_source="Afterwards", line=26
        ),
    )


def test_carriage_returns_are_line_ends() -> None:
    assert parse("a\r\n\r\n## b\rc\r", PATH) == parse("a\n\n## b\nc\n", PATH)


def test_the_block_may_be_indented_and_of_any_fence() -> None:
    section = only("## H\n  ~~~~ yaml  event\n  a: 1\n   b: 2\n  ~~~~~\nx")
    assert section.block == Fence(text="a: 1\n b: 2\n", line=3, col=3)
    assert section.text == "x"


def test_other_fences_are_code() -> None:
    section = only("## H\n\n```py thon\n<a> & b\n```\n")
    assert section.block is None
    assert section.html == ('<pre><code class="language-py">&lt;a&gt; &amp; b\n</code></pre>\n')
    assert section.text == "<a> & b"


def test_headings_of_containers_open_no_section_and_keep_the_outline() -> None:
    section = only("> # A\n> ## B\n\n- #### C\n")
    assert re.findall(r"</h\d>", section.html) == ["</h3>", "</h3>", "</h4>"]


def test_an_id_in_the_middle_or_deeper_down_is_text() -> None:
    assert only("## A {#x} b").heading == "A {#x} b"
    assert only("## A\n\n### B {#x}").html == "<h3>B {#x}</h3>\n"


def test_plain_text_of_lists_tables_and_breaks() -> None:
    section = only("a  \nb\n\n- c\n- d\n  - e\n\n| f | g |\n|--|--|\n| h | i *j* |\n|  |\n")
    assert section.text == "a b\nc\nd\ne\nf · g\nh · i j"


# HTML


def test_tables_scroll_and_align_without_styles() -> None:
    html = only("| a | b | c | d |\n|---|:--|--:|:-:|\n| 1 | 2 | 3 | \\| |").html
    assert html == (
        '<div class="table" role="region" tabindex="0" aria-label="Table: a, b, c, d">\n<table>\n'
        "<thead>\n<tr>\n"
        '<th scope="col">a</th>\n<th scope="col" class="left">b</th>\n'
        '<th scope="col" class="right">c</th>\n<th scope="col" class="center">d</th>\n'
        "</tr>\n</thead>\n<tbody>\n<tr>\n"
        '<td>1</td>\n<td class="left">2</td>\n<td class="right">3</td>\n<td class="center">|</td>\n'
        "</tr>\n</tbody>\n</table>\n</div>\n"
    )


def test_tight_and_loose_lists() -> None:
    assert only("3. a\n   > q\n4. b").html == (
        '<ol start="3">\n<li>a\n<blockquote>\n<p>q</p>\n</blockquote>\n</li>\n<li>b</li>\n</ol>\n'
    )
    assert only("- a\n\n- b").html == "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"


def test_what_is_not_in_the_grammar_stays_text() -> None:
    html = only('~~a~~ <b>x</b> https://example.org -- "q" ^[n]\n\n<div>\n').html
    assert html == (
        '<p>~~a~~ &lt;b&gt;x&lt;/b&gt; https://example.org -- "q" ^[n]</p>\n<p>&lt;div&gt;</p>\n'
    )


# Links and images


def test_links_go_where_they_may() -> None:
    document, diagnostics = read(
        '[a](https://example.org/?x=1&y=2 "T<>") <mailto:x@example.org>\n'
        "> - *[b][r]*  [c](#d)\n\n[r]: ../disputes/e.md\n\n| x | x |\n|--|--|\n| y | y [f](/g/) |\n"
    )
    assert diagnostics == []
    html = document.sections[0].html
    assert (
        '<a href="https://example.org/?x=1&amp;y=2" rel="external noopener" title="T&lt;&gt;">a</a>'
        ' <a href="mailto:x@example.org">mailto:x@example.org</a>'
    ) in html
    assert f'<em><a href="{ROOT}/disputes/e/">b</a></em>' in html
    assert f'<a href="{ROOT}/entries/here/#d">c</a>' in html
    assert [(link.target, link.span.line, link.span.col) for link in document.links] == [
        ("/disputes/e/", 2, 6),
        ("/entries/here/#d", 2, 15),
        ("/g/", 8, 9),
    ]


def test_a_link_within_a_link_is_its_text() -> None:
    html = only("[a <https://example.org/b>](https://example.org/c)").html
    assert html.count("<a ") == html.count("</a>") == 1


def test_refused_links_leave_their_words_and_say_where() -> None:
    document, diagnostics = read(
        "## H\n\nText\n*and [words](java&#x73;cript:x)* [b](//c) [d](/%2e%2e/)\n"
    )
    assert document.sections[0].html == "<p>Text\n<em>and words</em> b d</p>\n"
    assert [str(d).partition(":")[2].split(": “")[0] for d in diagnostics] == [
        "4:6: error[link.scheme]",
        "4:34: error[link.scheme]",
        "4:43: error[link.path]",
    ]


def test_headings_of_sections_hold_no_link() -> None:
    document, diagnostics = read("## A [b](/c/) ![d](../media/e.png)[^f]\n\n[^f]: F\n")
    assert document.sections[0].heading_html == "A b d"
    assert document.links == ()
    assert [d.code for d in diagnostics] == ["heading.link"] * 3 + ["footnote.unused"]


def test_images_are_the_sites_own() -> None:
    document, diagnostics = read("![A *b* \"c\"](../media/d.png 'T')")
    assert diagnostics == []
    assert document.sections[0].html == (
        f'<p><img src="{ROOT}/media/d.png" alt="A b &quot;c&quot;" title="T" loading="lazy"></p>\n'
    )
    assert document.sections[0].text == 'A b "c"'
    assert [link.target for link in document.links] == ["/media/d.png"]


def test_nothing_is_asked_of_another_site() -> None:
    text = (
        "![a](https://example.org/b.png) ![c](//d/e.png) ![f](/g.png) ![h](data:image/png;base64,i)"
    )
    document, diagnostics = read(text)
    assert document.sections[0].html == "<p>a c f h</p>\n"
    assert [d.code for d in diagnostics] == [
        "image.remote",
        "link.scheme",
        "image.path",
        "link.scheme",
    ]


# Footnotes


def test_footnotes_stand_under_the_section_that_refers_to_them() -> None:
    document, diagnostics = read(
        "Lead[^b].\n\n## One\n\nX[^a] y[^b] z[^a]\n\n[^a]: A *note*.\n[^b]: B, see[^a].\n\n    - end\n"
    )
    assert diagnostics == []
    lead, one = document.sections
    assert lead.html == (
        '<p>Lead<sup class="footnote-ref"><a id="fnref-entries__here_s0_1" href="#fn-entries__here_s0_1">'
        "1</a></sup>.</p>\n"
        '<ol class="footnotes">\n'
        '<li id="fn-entries__here_s0_1"><p>B, see<sup class="footnote-ref">'
        '<a id="fnref-entries__here_s0_2" href="#fn-entries__here_s0_2">2</a></sup>.</p>\n'
        "<ul>\n<li>end</li>\n</ul>\n"
        '<p><a class="footnote-back" href="#fnref-entries__here_s0_1" aria-label="Back to reference 1">'
        "↩︎</a></p>\n</li>\n"
        '<li id="fn-entries__here_s0_2"><p>A <em>note</em>. '
        '<a class="footnote-back" href="#fnref-entries__here_s0_2" aria-label="Back to reference 2">'
        "↩︎</a></p>\n</li>\n</ol>\n"
    )
    assert re.findall(r' id="(fnref-[^"]*)"', one.html) == [
        "fnref-entries__here_s1_1",
        "fnref-entries__here_s1_2",
        "fnref-entries__here_s1_1_2",
        "fnref-entries__here_s1_1_3",
    ]
    assert one.text == "X y z\nA note.\nB, see.\nend"


def test_ids_of_footnotes_do_not_collide() -> None:
    body = "a[^1]\n\n## b\n\nc[^1]\n\n[^1]: d\n"
    html = ""
    for path in (
        "content/entries/x.md",
        "content/entries/x_y.md",
        "content/disputes/x.md",
        "content/x",
    ):
        html += "".join(section.html for section in parse(body, path)[0].sections)
        html += render(body, path)[0] + render(body, path, 9)[0]
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids)) == 40
    assert set(re.findall(r'href="#([^"]*)"', html)) == set(ids)


# Diagnostics: one case for each code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One", ["1:3 warning heading.level"]),
        ("## A\n\n#### B", ["3:6 warning heading.level"]),
        ("##", ["1:3 warning heading.empty"]),
        ("## {#b} ##", ["1:3 warning heading.empty"]),
        ("## A {#b c}", ["1:4 error heading.id"]),
        ("## A {#b.c}", ["1:4 error heading.id"]),
        ("## A\n\nb\n\n```yaml event\nc: d\n```\n", ["5:1 error event.stray_block"]),
        ("- x\n\n  ~~~yaml event\n  c: d\n  ~~~", ["3:3 error event.stray_block"]),
        ("## A\n\n```yaml event\nc: d\n\n", ["3:1 error event.unclosed_block"]),
        ("## A\n\n```yaml event", ["3:1 error event.unclosed_block"]),
        ("## A\n\n```yml event\nc: d\n```\n", ["3:1 error event.block_name"]),
        ("## A\n\n```yaml events\nc: d\n```\n", ["3:1 error event.block_name"]),
        ("a [b](ftp://c)", ["1:3 error link.scheme"]),
        ("<ftp://c>", ["1:1 error link.scheme"]),
        ("a [b]()", ["1:3 error link.path"]),
        ("a\n[](/b/)", ["2:1 warning link.text"]),
        ("[ ](/b/)", ["1:1 warning link.text"]),
        ("![b](https://c/d.png)", ["1:1 error image.remote"]),
        ("![b](/d.png)", ["1:1 error image.path"]),
        ("![](/media/d.png)", ["1:1 warning image.alt"]),
        ("## [b](/c/)", ["1:4 warning heading.link"]),
        ("a[^1]", ["1:2 warning footnote.undefined"]),
        ("a\n\n[^1]: b", ["3:1 warning footnote.unused"]),
        ("a[^1]\n\n[^1]: b\n[^1]: c", ["4:1 error footnote.duplicate"]),
        ("> " * 31 + "a", ["1:1 error markdown.nesting"]),
    ],
)
def test_every_mistake_has_its_code_and_place(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_second_heading_of_one_id_on_a_page() -> None:
    diagnostics = render("## A {#b}\n\n## C {#b}", "content/pages/d.md", 5)[3]
    assert [(d.code, d.span.line, d.span.col) for d in diagnostics] == [
        ("heading.duplicate_id", 7, 4)
    ]


def test_an_escaped_footnote_mark_is_text() -> None:
    assert codes("a\\[^1]") == []


# Whole pages and single lines


def test_render_keeps_headings_in_place() -> None:
    html, plain, links, diagnostics = render(
        "a [b](x.md)\n\n## C [d](#e) {#e}\n\n### F\n", "content/pages/about.md", 4
    )
    assert html == (
        f'<p>a <a href="{ROOT}/x/">b</a></p>\n<h2 id="e">C <a href="#e">d</a></h2>\n<h3>F</h3>\n'
    )
    assert plain == "a b\nC d\nF"
    assert [(link.target, link.span.line, link.span.col) for link in links] == [
        ("/x/", 4, 3),
        ("#e", 6, 6),
    ]
    assert diagnostics == []


def test_render_has_no_events() -> None:
    html, _, _, diagnostics = render("## A\n\n```yaml event\nb: c\n```\n", "content/pages/d.md")
    assert [d.code for d in diagnostics] == ["event.stray_block"]
    assert "<pre>" in html


def test_inline_is_one_line_without_links() -> None:
    assert inline("a *b* `c` [d](/e/) ![f](g) <i> & [^1]") == (
        "a <em>b</em> <code>c</code> d f &lt;i&gt; &amp; [^1]"
    )


def test_the_mark_of_the_root_cannot_be_typed() -> None:
    for text in (
        ROOT,
        f"[a](https://x/{ROOT})",
        "&#2;",
        "&#x02;",
        f"`{ROOT}`",
        f"![{ROOT}](/media/x)",
    ):
        html = read(text)[0].sections[0].html
        assert ROOT not in html.replace(ROOT + "/media", "")
        assert ROOT not in read(text)[0].sections[0].text


def test_an_autolink_shows_what_was_typed() -> None:
    section = only("<https://example.org/%02%03%0A>")
    assert section.text == "https://example.org/%02%03%0A"
    assert ">https://example.org/%02%03%0A</a>" in section.html


def test_character_references_bring_in_no_line_end_and_nothing_that_feeds_forbid() -> None:
    document, _ = read("## A&#10;B&#12;C&#13;D\n\n[e&#10;f](/g/ 'h&#12;i') ![j&#12;k](/media/l)\n")
    (section,) = document.sections
    assert section.heading == "A B C D"
    assert section.text == "e f j k"
    assert "\f" not in section.html + section.heading_html
    assert "\r" not in section.html + section.heading_html
