"""The fast reader of Markdown answers exactly as markdown-it-py does, or not at all.

The documents are made to be hostile: what entries hold, glued together in wrong places, with marks
thrown in. By default some thousand of them are tried; more with

    SITE_GEN_FUZZ=40000 python -m pytest tests/property/test_markdown_fast.py
"""

from __future__ import annotations

import itertools
import os
import re
from pathlib import Path
from random import Random

import pytest

from site_gen.parsing.markdown import fast, inline, parse, render

PATH = "content/entries/x.md"
PAGE = "/entries/x/"
DOCUMENTS = int(os.environ.get("SITE_GEN_FUZZ", "2000"))


def pool(name: str) -> list[str]:
    """Pieces to make documents of, one a line."""
    file = Path(__file__).parents[1] / "data" / "hostile_markdown" / f"{name}.txt"
    return file.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def differs(body: str) -> bool | None:
    """Whether the two disagree on a text; None when the fast reader gives it up."""
    answered = wrong = False
    if fast.sections(body, PATH, 3, PAGE) is not None:
        answered = True
        answer = parse(body, PATH, 3, entry_path=PAGE)
        wrong = answer != parse(body, PATH, 3, entry_path=PAGE, fast=False)
    if fast.whole(body, PATH, 3) is not None:
        answered = True
        wrong = wrong or render(body, PATH, 3) != render(body, PATH, 3, fast=False)
    if fast.inline(body) is not None:
        answered = True
        wrong = wrong or inline(body) != inline(body, fast=False)
    return wrong if answered else None


def check(bodies: list[str], answered: float) -> None:
    """No document differs, and enough of them are answered for that to mean something."""
    results = {body: differs(body) for body in bodies}
    wrong = sorted((body for body, result in results.items() if result), key=len)
    assert not wrong, f"{len(wrong)} differ; the shortest: {wrong[0]!r}"
    share = sum(result is not None for result in results.values()) / len(results)
    assert share >= answered, f"only {share:.1%} were answered"


PLAIN = pool("plain")
ODD = [*pool("odd"), "  ", "\t", "\u00a0", "\u200c", "\u2028", "\x0c", "\x02"]


class Hostile:
    """Makes documents. `odd` is the share of pieces that do not belong."""

    def __init__(self, seed: int, odd: float) -> None:
        self.random = Random(seed)
        self.odd = odd

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def one(self, *choices: str) -> str:
        return self.random.choice(choices)

    def line(self) -> str:
        pieces = [
            self.one(*ODD) if self.chance(self.odd) else self.one(*PLAIN)
            for _ in range(self.random.randint(1, 4))
        ]
        return ("" if self.chance(self.odd) else " ").join(pieces)

    def lines(self, first: str = "", other: str = "") -> str:
        text = first + self.line()
        while self.chance(0.3):
            text += "\n" + (self.one("", " ", "  ", "> ") if self.chance(self.odd) else other)
            text += self.line()
        return text

    def items(self) -> str:
        marker = self.one("- ", "* ", "+ ", "1. ", "7) ", "10. ")
        out = []
        for _ in range(self.random.randint(1, 3)):
            if self.chance(self.odd):
                marker = self.one("- ", "* ", "1. ", "2. ", "1) ", "-", "-  ", "- - ", "  - ")
            out.append(self.lines(marker, " " * len(marker)))
        return "\n".join(out)

    def table(self) -> str:
        width = self.random.randint(1, 3)
        rows = []
        for _ in range(self.random.randint(1, 4)):
            cells = width + self.chance(self.odd)
            rows.append("|" + "".join(f" {self.line()} |" for _ in range(cells)))
        rule = "".join(self.one("---|", " :-: |", " --: |", ":-|") for _ in range(width))
        rows.insert(1, "|" + rule)
        return "\n".join(rows)

    def heading(self) -> str:
        marks = self.one("#", "####", "##  ", "##") if self.chance(self.odd) else "##"
        anchor = self.one(" {#a}", " {#b-c}", " {#d_2}") if self.chance(0.3) else ""
        return f"{marks} {self.line()}{anchor}"

    def block(self) -> str:
        kind = self.random.randrange(12)
        if kind == 0:
            return self.items()
        if kind == 1:
            return self.table()
        if kind == 2:
            return self.lines("> ", "> ") + ("\n>\n> " + self.line() if self.chance(0.3) else "")
        if kind == 3:
            return self.heading()
        if kind == 4:
            return "## a\n\n### " + self.line()
        if kind == 5:
            fence = self.one("~~~", "````", "   ```") if self.chance(self.odd) else "```"
            text = self.one("", "a: b\n", "\n\n", "  c: `d`\n# - e\n\n> f\n", "  ```\n", "~~~\n")
            return f"{self.heading()}\n\n```yaml event\n{text}{fence}"
        if kind == 6:
            return self.one(
                "---", "***", "___", "- - -", "----", "===", "* *", "```", "~~~\na\n~~~"
            )
        return self.lines()

    def document(self) -> str:
        text = ""
        for _ in range(self.random.randint(1, 4)):
            text += self.block()
            text += self.one("\n", "\n\n\n", " \n\n") if self.chance(self.odd) else "\n\n"
        if self.chance(0.3):
            text = text.rstrip("\n")
        while self.chance(self.odd):
            at = self.random.randrange(len(text) + 1)
            text = text[:at] + self.one(*ODD, "\n", " ") + text[at + self.random.randint(0, 2) :]
        return text


@pytest.mark.parametrize(("odd", "answered"), [(0.0, 0.4), (0.05, 0.25), (0.3, 0.0)])
def test_hostile_documents(odd: float, answered: float) -> None:
    hostile = Hostile(2021, odd)
    check([hostile.document() for _ in range(DOCUMENTS)], answered)


@pytest.mark.parametrize(
    "alphabet", ["a *", "a *_`.", "a _", "a [](/)#", "a`\n", "a*&;#\n", "a -\n", "1.) \n", "|-:a\n"]
)
def test_every_short_text(alphabet: str) -> None:
    longest = {3: 7, 4: 6, 5: 5, 6: 5}.get(len(alphabet), 4)
    texts = (itertools.product(alphabet, repeat=size) for size in range(1, longest + 1))
    check(["".join(text) for text in itertools.chain.from_iterable(texts)], 0.0)


LINES = [*pool("lines"), "", "a ", "a  "]


def test_every_three_lines() -> None:
    check(["\n".join(lines) for lines in itertools.product(LINES, repeat=3)], 0.0)


@pytest.mark.parametrize("odd", [*PLAIN, *ODD])
def test_every_piece_in_every_place(odd: str) -> None:
    places = [place.replace("⏎", "\n") for place in pool("places")]
    check([place.format(odd) for place in places], 0.0)


@pytest.mark.parametrize(
    ("rule", "mistake"),
    [
        ("_INTERRUPTS", r"\n(?:[#>=|\s:-]|\*(?!\*?[^\s*])|_(?!_?[^\s_])|0*1[.)])"),  # lists of `+`
        ("_OPENS_BLOCK", r"[#>+=|\s:-]|\*(?!\*?[^\s*])|_(?!_?[^\s_])"),  # numbered lists
        ("_HEADING", r"(#{2,6}) *(?=[^ ])(.*)"),  # no space after the marks
        ("_CHARACTER_REFERENCE", r"&#"),  # named ones
        ("_NUMBER", r"(\d+)([.)]) "),  # numbers of more than nine digits
    ],
)
def test_a_planted_mistake_is_found(
    rule: str, mistake: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fast, rule, re.compile(mistake))
    bodies = ["\n".join(lines) for lines in itertools.product(LINES, repeat=2)]
    bodies += [Hostile(7, 0.3).document() for _ in range(500)]
    with pytest.raises(AssertionError, match="differ; the shortest"):
        check(bodies, 0.0)
