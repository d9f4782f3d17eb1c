"""Boxes on a page: points that tell the article beforehand, and the first words of other articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.importer.datelines import dateline
from site_gen.importer.notation import regex
from site_gen.importer.page.headlinecues import content_words
from site_gen.importer.page.lines import (
    BULLET,
    is_sentence,
    is_teaser,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_BOX = regex(
    r"^(?:what you need to know|what to know|key (?:points|takeaways|developments)|at a glance|in (?:short|brief|summary)"
    r"|here['’]s what (?:to|you (?:need|have) to|we) know|what we know(?: so far)?|(?:the )?main points|key (?:facts|messages)|in summary|top ?lines"
    r"|highlights|story highlights|quick facts|the latest|summary|synopsis):?$",
    re.IGNORECASE,
)


def mark_boxes(found: Sequence[tuple[int, str]], reasons: list[str]) -> None:
    """The short lines that stand right under “What you need to know”: they tell the article twice.

    Points of which the paragraphs below say nothing are the article's own.
    """
    for i, (number, line) in enumerate(found):
        if not _BOX.match(BULLET.sub("", line).strip()):
            continue
        reasons[i] = reasons[i] or "summary box"
        points = []
        for k in range(i + 1, min(i + 7, len(found))):
            follows = found[k][0] == number + k - i
            if (
                not follows
                or reasons[k]
                or len(found[k][1].split()) > 25
                or dateline(found[k][1])[0]
                or (BULLET.match(found[i + 1][1]) and not BULLET.match(found[k][1]))
            ):
                break
            points.append(k)
        told = [
            text
            for why, (_, text) in zip(reasons, found, strict=True)
            if not why and is_sentence(text) and not _POINT.match(text)
        ]
        if all(_POINT.match(found[k][1]) for k in points) and not _told_again(
            [found[k][1] for k in points], told
        ):
            continue
        for k in points:
            reasons[k] = "summary box"


def mark_points(found: Sequence[tuple[int, str]], reasons: list[str], title: int | None) -> None:
    """The points right under a headline tell the article beforehand, if there is one below them."""
    points = []
    for i in range(title + 1 if title is not None else len(found), len(found)):
        if reasons[i] or not _POINT.match(found[i][1]) or len(found[i][1].split()) > 35:
            break
        points.append(i)
    below = found[points[-1] + 1 :] if points else []
    told = [line for _, line in below if is_sentence(line) and not _POINT.match(line)]
    if len(told) > len(points) and _told_again([found[i][1] for i in points], told):
        for i in points:
            reasons[i] = "summary box"


def _told_again(points: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether the paragraphs, too, tell most of the points, each by half of its words or more."""
    told = content_words(" ".join(lines))
    words = [content_words(point) for point in points]
    return 2 * sum(2 * len(said & told) >= len(said) for said in words) >= len(words)


_POINT = regex(r"[•▪◦‣·*–—-] ?\w")


def mark_teasers(found: Sequence[tuple[int, str]], reasons: list[str]) -> None:
    """The first words of other articles, cut off, with their headlines above them."""
    sentences = [i for i, (_, line) in enumerate(found) if not reasons[i] and is_sentence(line)]
    for i in sentences[1:]:
        before = found[i - 1][1]
        headed = not reasons[i - 1] and not is_sentence(before) and len(before.split()) >= 3
        if is_teaser(found[i][1]) and headed:
            reasons[i - 1] = reasons[i] = "related links"
