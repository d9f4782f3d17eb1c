"""No text, however hostile, gets anything into a page but the markup that site-gen means to write.

Checked by reading the output as a browser's parser does and letting through only what is listed
here: each tag, each attribute of it, each form of its value. `SITE_GEN_FUZZ=40000` tries more.
"""

from __future__ import annotations

import os
import re
import time
from html.parser import HTMLParser
from pathlib import Path
from random import Random

import pytest

from site_gen.parsing.markdown import inline, parse, render
from site_gen.web.address import PROSE, ROOT

DATA = Path(__file__).parents[1] / "data" / "hostile_markdown"
DOCUMENTS = int(os.environ.get("SITE_GEN_FUZZ", "1500"))
SCRIPTS = (DATA / "scripts.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
PIECES = [
    piece
    for name in ("plain", "odd", "lines")
    for piece in (DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n")
]

PLAIN_TAGS = [
    "p",
    "em",
    "strong",
    "code",
    "pre",
    "ul",
    "li",
    "blockquote",
    "br",
    "hr",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
]
PATH = rf"{ROOT}(?!//)/[^\\\x00-\x20]*"
FRAGMENT = r"#[^\x00-\x20]+"
ALIGN = "left|right|center"
NOTE = r"fn(ref)?-[A-Za-z0-9_-]+"
ALLOWED: dict[str, dict[str, str]] = {
    **{tag: {} for tag in PLAIN_TAGS},
    "h2": {"id": r"[A-Za-z0-9][A-Za-z0-9_-]*"},
    "code": {"class": r"language-\S+"},
    "ol": {"start": r"\d{1,9}", "class": "footnotes"},
    "li": {"id": NOTE},
    "sup": {"class": "footnote-ref"},
    "div": {"class": "table", "role": "region", "tabindex": "0", "aria-label": r"(?s:Table.*)"},
    "th": {"scope": "col", "class": ALIGN},
    "td": {"class": ALIGN},
    "a": {
        "href": rf"(?i:https?)://[^/\\\s][^\s]*|(?i:mailto):[^\s]+|{PATH}|{FRAGMENT}",
        "rel": "external noopener",
        "title": r"(?s:.*)",
        "id": NOTE,
        "class": "footnote-back",
        "aria-label": r"Back to reference \d+",
    },
    "img": {
        "src": rf"{ROOT}/media/(?!(?:.*/)?\.\.(?:/|\Z))[^\\\s]*",
        "alt": r"(?s:.*)",
        "title": r"(?s:.*)",
        "loading": "lazy",
    },
}
EMPTY = {"br", "hr", "img"}


class Reader(HTMLParser):
    """Complains about all that is not allowed, and about tags that do not match."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag, attrs):
        allowed = ALLOWED.get(tag)
        if allowed is None:
            self.wrong.append(f"<{tag}>")
            return
        for name, value in attrs:
            if name not in allowed or not re.fullmatch(allowed[name], value or ""):
                self.wrong.append(f"<{tag} {name}={value!r}>")
        if len({name for name, _ in attrs}) < len(attrs):
            self.wrong.append(f"<{tag}> with an attribute twice")
        if tag == "a" and "a" in self.open:
            self.wrong.append("a link in a link")
        if dict(attrs).get("href", "").lower().startswith("http") != ("rel" in dict(attrs)):
            self.wrong.append("rel where it should not be, or not where it should")
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> out of place")

    def handle_comment(self, data):
        self.wrong.append(f"<!--{data}")

    def handle_decl(self, decl):
        self.wrong.append(f"<!{decl}")

    def handle_pi(self, data):
        self.wrong.append(f"<?{data}")

    def unknown_decl(self, data):
        self.wrong.append(f"<![{data}")


def wrongs(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    reader.close()
    wrong = reader.wrong + [f"<{tag}> left open" for tag in reader.open]
    if re.search(rf"{ROOT}(?!/)", html) or PROSE in html:
        wrong.append("a mark of the root from outside")
    return wrong


def check(body: str) -> None:
    document, diagnostics = parse(body, "content/entries/x.md", entry_path="/entries/x/")
    html, plain, links, _ = render(body, "content/pages/x.md")
    outputs = [html, inline(body)]
    for section in document.sections:
        outputs += [section.html, section.heading_html]
        assert "<a " not in section.heading_html
        assert ROOT not in section.text + section.heading
        assert "\n" not in section.heading
        # A section is shown alone: it must be whole in itself.
        assert not wrongs(section.html), body
    for output in outputs:
        assert not re.search(r"[\x00-\x01\x04-\x08\x0b-\x1f]", output.replace("\f", "")), body
        assert not wrongs(output), (body, wrongs(output))
    assert ROOT not in plain
    for link in (*document.links, *links):
        assert re.fullmatch(r"(/[^/\\\x00-\x1f]+)*/?(#.+)?", link.target, re.DOTALL), link
    lines = len(re.split(r"\r\n?|\n", body))
    for diagnostic in diagnostics:
        assert 1 <= diagnostic.span.line <= lines
        assert diagnostic.span.col >= 1


def test_the_reader_sees_what_is_not_meant() -> None:
    for html in (
        "<script>",
        "<p onclick='x'>y</p>",
        '<a href="javascript:x">y</a>',
        f'<a href="{ROOT}//y">z</a>',
        '<a href="https://x.example">y</a>',
        '<img src="https://x.example/y.png" alt="">',
        "<!-- x -->",
        "<p><em>x</p></em>",
        "<p>x",
        '<p style="x">y</p>',
        f"<p>{ROOT}</p>",
    ):
        assert wrongs(html), html


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_in_every_place(script: str) -> None:
    for place in (DATA / "places.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n"):
        check(place.replace("⏎", "\n").format(script))
    check(f"[x][y]\n\n[y]: {script}")
    check(f"[x][y]\n\n[y]: /a/ '{script}'")
    check(f"x[^1]\n\n[^1]: {script}\n\n    {script}")
    check(f'[x](/a/ "{script}") ![{script}](/media/y.png "{script}")')


def test_scripts_glued_together() -> None:
    random = Random(1)
    for _ in range(DOCUMENTS):
        pieces = [random.choice(SCRIPTS if random.random() < 0.3 else PIECES) for _ in range(8)]
        check(
            "".join(
                piece + random.choice(["", " ", "\n", "\n\n", "  \n", "\n    "]) for piece in pieces
            )
        )


def test_scripts_cut_and_mixed() -> None:
    random = Random(2)
    for _ in range(DOCUMENTS):
        text = "".join(random.choice(SCRIPTS) for _ in range(2))
        for _ in range(random.randint(1, 6)):
            at, to = random.randrange(len(text) + 1), random.randrange(len(text) + 1)
            text = (
                text[:at]
                + random.choice(["", *"\n\\<>\"'&()[]!`*\t\x02\x03\x00\r\x7f\u2028"])
                + text[to:]
            )
            text = text[:400]
        check(text)


@pytest.mark.parametrize(
    "pattern",
    [
        *["[" * 5000, "]" * 5000, "![" * 3000, "[a](" * 2000, "*a_ " * 2000, "*a **a " * 1500],
        *["`" * 5000, "`a``b" * 1500, "<" * 5000, "<a " * 2000, "&" * 5000, "\\" * 5000],
        *["> " * 2000, "- " * 2000, "1. " * 2000, "> - " * 1000, "#" * 5000, "|" * 5000],
        *["a\n" * 3000, "- a\n" * 2000, "> a\n" * 2000, "|a|\n" * 2000, "[a]: b\n" * 1000],
        *["[^a]" * 1500 + "\n\n[^a]: b", "[^a]: b\n" * 500, "**a" * 2000, "_a" * 3000, "a*" * 3000],
        *["\t" * 5000, "\n" * 5000, "x" * 50000, "é" * 20000, "(" * 5000, "[a](b(" * 1000],
        *["```\n" * 1001, "## a\n```yaml event\n" * 500, "|a" * 500 + "|\n" + "|-" * 500 + "|\n|b"],
        *["*" * 5000 + "a" + "*" * 5000, "[a][" * 2000, "a  \n" * 2000, "<!--" * 2000, "{#" * 3000],
    ],
    ids=lambda pattern: ascii(pattern[:6]),
)
def test_no_text_takes_long(pattern: str) -> None:
    start = time.process_time()
    check(pattern[:20000])
    assert time.process_time() - start < 10
