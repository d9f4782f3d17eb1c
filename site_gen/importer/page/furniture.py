"""What of a pasted page is the article, and what is the page's furniture.

Every line is put into one class, with the reason; nothing is thrown away, so that `--explain` can
list what was left out and an editor can disagree. The classes are found by what a line says (a list
of the phrases that news pages use), by what it looks like (a sentence, a headline, a row of links)
and by whether the very same paragraph stands in other documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from site_gen.importer.notation import regex
from site_gen.importer.page.articleend import mark_outside
from site_gen.importer.page.boxes import mark_boxes, mark_points, mark_teasers
from site_gen.importer.page.captions import mark_captions, mark_standfirst
from site_gen.importer.page.credits import SIGNATURE, SIGNED, Credits, read_credits
from site_gen.importer.page.headlinecues import Page
from site_gen.importer.page.headlines import clean_title, find_title, runners_up
from site_gen.importer.page.lines import (
    BULLET,
    class_of,
    is_sentence,
    paragraph_key,
)
from site_gen.importer.page.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

LineKind = Literal["title", "body", "furniture"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph of the supplied text."""

    number: int
    """Line in the supplied text, counted from 1; the first one when lines were hard-wrapped."""
    text: str
    kind: LineKind
    reason: str
    """Class of furniture (`navigation`, `caption` …); empty for the article itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A supplied text, taken apart."""

    title: str
    title_line: int
    """0 when no headline was found."""
    lines: tuple[Line, ...]
    """All paragraphs in the order of the text."""
    title_candidates: tuple[tuple[int, str], ...] = ()
    """(line, text) of those that may be it, when none is good enough."""
    credits: Credits = field(default_factory=Credits)
    """What its bylines and sign-offs say."""

    @property
    def body(self) -> tuple[Line, ...]:
        """The paragraphs of the article."""
        return tuple(line for line in self.lines if line.kind == "body")

    @property
    def text(self) -> str:
        """The article's paragraphs, one a line."""
        return "\n".join(line.text for line in self.lines if line.kind == "body")


def take_apart(text: str, *, title: str = "", elsewhere: frozenset[str] = frozenset()) -> Document:
    """Tell the article from the page around it.

    Args:
        text: The supplied text.
        title: The headline, when the page's own data give it.
        elsewhere: `paragraph_key`s of paragraphs that stand in other documents too.
    """
    page = read_page_lines(text, elsewhere)
    found, start, reasons = page.found, page.start, list(page.reasons)
    at = find_title(page, title)
    mark_points(found, reasons, at)
    if at is not None:
        mark_standfirst(found, reasons, at)
    if at is not None and (
        at >= start or reasons[start : start + 1] in (["summary box"], ["standfirst"])
    ):
        start = next(
            (i for i in range(at + 1, len(found)) if not reasons[i] and is_sentence(found[i][1])),
            len(found),
        )
    mark_outside(found, reasons, start, at)
    lines: list[Line] = []
    for i, (number, line) in enumerate(found):
        if i == at:
            lines.append(Line(number=number, text=line, kind="title", reason=""))
        elif reasons[i]:
            lines.append(Line(number=number, text=line, kind="furniture", reason=reasons[i]))
        else:
            signed = SIGNED.search(line)
            told = line[: signed.start()] if signed else line
            lines.append(Line(number=number, text=BULLET.sub("", told), kind="body", reason=""))
            if signed:
                lines.append(
                    Line(number=number, text=signed[0].strip(), kind="furniture", reason="credit")
                )
    headline = title or (found[at][1] if at is not None else "")
    return Document(
        title=clean_title(headline),
        title_line=found[at][0] if at is not None else 0,
        lines=tuple(lines),
        title_candidates=tuple(
            (found[i][0], clean_title(BULLET.sub("", found[i][1])))
            for i in (() if headline else runners_up(page))
        ),
        credits=_credits(lines),
    )


def read_page_lines(text: str, elsewhere: frozenset[str] = frozenset()) -> Page:
    """The paragraphs of a text, with what is known of each before the headline is."""
    found = paragraphs(text)
    told = [paragraph_key(line) for _, line in found if is_sentence(line)]
    if 2 * sum(key in elsewhere for key in told) >= len(told):
        elsewhere = frozenset()  # another copy of the same article, not the same furniture
    reasons = [class_of(line, elsewhere) for _, line in found]
    mark_boxes(found, reasons)
    mark_teasers(found, reasons)
    mark_captions(found, reasons)
    start = next(
        (i for i, (_, line) in enumerate(found) if not reasons[i] and is_sentence(line)), len(found)
    )
    supplied = list(enumerate(text.split("\n"), 1))
    marked = frozenset(number for number, line in supplied if re.match(r"#{1,2} \S", line))
    apart = frozenset(number for number, line in supplied if _SET_APART.fullmatch(line.strip()))
    return Page(found=found, reasons=reasons, start=start, marked=marked, apart=apart)


_SET_APART = regex(r"(?:[^\W\d_]\S*(?: \S+){0,2}(?: {2,}|\t+)){2,}[^\W\d_]\S*(?: \S+){0,2}")
"""“Business   Kabul   Taliban”: names of sections or topics, with room between them."""


def _credits(lines: Iterable[Line]) -> Credits:
    lines = tuple(lines)
    body = [line.text for line in lines if line.kind == "body"]
    return read_credits(
        [line.text for line in lines if line.reason == "byline"],
        [
            line.text
            for line in lines
            if line.reason == "credit"
            or (
                line.reason in ("after the article", "related links") and SIGNATURE.match(line.text)
            )
        ],
        *(body[:1] + body[-1:]),
    )
