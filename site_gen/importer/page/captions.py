"""Captions that no mark betrays, and standfirsts: what stands near the article and describes or repeats it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_gen.importer.datelines import dateline
from site_gen.importer.notation import regex
from site_gen.importer.page.headlinecues import content_words
from site_gen.importer.page.lines import (
    DAY,
    MONTHS,
    PRESENT,
    is_sentence,
    paragraph_key,
    tells_of_past,
)
from site_gen.importer.tense import tells

if TYPE_CHECKING:
    from collections.abc import Sequence


def mark_standfirst(found: Sequence[tuple[int, str]], reasons: list[str], title: int) -> None:
    """What stands between a headline and a byline is a standfirst, as is what shares a page's top with them."""
    _mark_told_beforehand(found, reasons, title)
    told = [i for i in range(title + 1, len(found)) if not reasons[i] and is_sentence(found[i][1])]
    at = title + 1
    while at < len(found) and reasons[at] in ("byline", "date line", "time stamp"):
        at += 1
    if at + 2 >= len(found) or reasons[at] or not is_sentence(found[at][1]):
        return
    line = found[at][1]
    if len(line.split()) > 45 or dateline(line)[0] or re.search(r"[“”\"]|\bsaid\b", line):
        return
    if _LOOKS_BACK.match(next((found[i][1] for i in told if i > at), "")):
        return
    signed = reasons[at + 1] in ("byline", "date line")
    below = found[at + 1][1]
    desk = not reasons[at + 1] and len(below.split()) <= 4 and not is_sentence(below)
    if at == title + 1 and desk and reasons[at + 2] == "date line":
        signed = True
    if signed or (at > title + 1 and reasons[at + 1] == "share and subscribe"):
        reasons[at] = "standfirst"


_LOOKS_BACK = regex(r"(?:They|He|She|It|Their|His|Her|Its|Both)\b")
"""How the second paragraph of an article may begin, and no first one."""

_ANNOUNCES = regex(
    r".*[.–—,] (?:[A-Z][\w.'’-]+ ){1,3}reports?(?: from [A-Z][\w-]+)?\.?$|.*, reports [A-Z][\w.'’-]+ [A-Z][\w'’-]+\.?$"
    r"|.*, (?:[a-z-]+ ){0,2}(?:officials?|police|army|ministry|witnesses|residents|report|study|agency|governor|mayor|minister|group|groups|experts|analysts) says?\.?$"
)
"""“…, official says.”, “Ann Lee reports.”: how a standfirst ends."""


def _mark_told_beforehand(found: Sequence[tuple[int, str]], reasons: list[str], title: int) -> None:
    """The paragraph right below a headline that announces what the next two tell, in much the same words."""
    told = [i for i in range(title + 1, len(found)) if not reasons[i] and is_sentence(found[i][1])]
    if len(told) < 4:
        return
    at = told[0]
    line = found[at][1]
    if (
        re.match(r"[•▪◦‣·*–—-]", line)
        or any(not reasons[i] for i in range(title + 1, at))
        or dateline(line)[0]
        or len(line.split()) > 40
    ):
        return
    first, second = found[told[1]][1], found[told[2]][1]
    said = content_words(line)
    again = len(said & (content_words(first) | content_words(second)))
    if len(first.split()) < 12 or re.search(r"[“”\"]|\bsaid\b", line):
        return
    if _ANNOUNCES.match(line) or (len(said) > 3 and again >= 0.5 * len(said)):
        reasons[at] = "standfirst"


_CREDIT_ALONE = regex(r"\[?(?:Photo|Image|Picture|Photograph): [^.]{3,50}/[^.]{2,30}\]?")


def mark_captions(found: Sequence[tuple[int, str]], reasons: list[str]) -> None:
    """Captions that no mark betrays: they describe a picture, or are printed twice in a row."""
    sentences = [i for i, (_, line) in enumerate(found) if not reasons[i] and is_sentence(line)]
    for i, (_, line) in enumerate(found):
        if reasons[i]:
            continue
        if i and _CAPTION_LABEL.fullmatch(found[i - 1][1]):
            reasons[i - 1] = reasons[i] = "caption"
            continue
        if (
            i
            and _CREDIT_ALONE.fullmatch(found[i - 1][1])
            and not is_sentence(line)
            and re.search(r"[a-z]\. [A-Z]", line)
        ):
            reasons[i] = "caption"  # what the picture shows, below whose it is
            continue
        twice = i + 1 < len(found) and paragraph_key(found[i + 1][1]) == paragraph_key(line)
        if twice and i in sentences[:2] and PRESENT.search(line):
            reasons[i] = reasons[i + 1] = "caption"
        if len(line.split()) > 40 or "“" in line or '"' in line or dateline(line)[0]:
            continue
        if (
            _beside_credit(found, reasons, i)
            and is_sentence(line)
            and _pictures(line)
            and not tells_of_past(line)
        ):
            reasons[i] = "caption"
        if not DAY.search(line) and not _WEEKDAY_END.search(line):
            continue
        early = bool(sentences) and i == sentences[0]
        bare = re.sub(r"\b(?:which|who)\b[^,]*(?:,|$)", "", line)
        bare = re.sub(r"\b(?:that|such as|following|after|during|as)\b.*", "", bare)
        dated_present = (
            PRESENT.search(bare)
            and not re.search(r"\b(?:said|says?|told|was|were|will|have|has)\b", bare)
            and not re.search(r"[.!?] [A-Z]", line)
        )
        if (early and (dated_present or (len(line.split()) < 26 and not tells(bare)))) or (
            dated_present
            and (
                re.search(rf"(?:{MONTHS})\.? \d{{1,2}}(?:, \d{{4}})?\.?$", line, re.IGNORECASE)
                or _WEEKDAY_END.search(line)
            )
        ):
            reasons[i] = "caption"
    if sum(_LABEL.match(line) is not None for _, line in found) < 3:
        _mark_before_dateline(found, reasons, sentences)
    _mark_told_again(found, reasons, sentences)


def _mark_told_again(
    found: Sequence[tuple[int, str]], reasons: list[str], sentences: Sequence[int]
) -> None:
    """A standfirst that one of the next paragraphs tells to the letter."""
    for order, i in enumerate(sentences[:2]):
        if reasons[i] or len(found[i][1].split()) < 8:
            continue
        key = paragraph_key(found[i][1])
        if any(key in paragraph_key(found[k][1]) for k in sentences[order + 1 : order + 5]):
            reasons[i] = "standfirst"
    for i in range(sentences[0] + 1 if sentences else len(found), len(found)):
        line = found[i][1]
        pulled = not reasons[i] and _PULLED.fullmatch(line)
        key = paragraph_key(pulled["said"]) if pulled else ""
        beside = found[max(0, i - 6) : i + 7] if pulled else ()
        if any(key in paragraph_key(other) != key for _, other in beside if other != line):
            reasons[i] = "pull quote"


_PULLED = regex(
    r"(?:Pull ?quote: )?(?P<said>[“”\"‘'][^“”\"]{15,300}[“”\"’'])(?:,? (?:[-–—] ?)?(?:[A-Z][\w.'’-]+ ?){1,4})?"
)
"""A sentence of the article, printed large beside it, perhaps with who says it."""


_CAPTION_LABEL = regex(r"(?i)\[?(?:image|photo|picture|video) (?:caption|source|credit)[,:]?")
"""“Image caption,”: what it announces is the next line."""

_LABEL = regex(r"[A-Z][A-Z.'’ -]{2,40}(?:, [\w ]{2,40})?: ")
"""Who speaks, in a transcript, which is no dateline: “ANN LEE, host: …”."""

_WEEKDAY_END = regex(r"\b(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\.?$")


def _beside_credit(found: Sequence[tuple[int, str]], reasons: Sequence[str], at: int) -> bool:
    """Whether a picture's credit, not a whole caption, stands right before or after a line."""
    beside = [i for i in (at - 1, at + 1) if 0 <= i < len(found)]
    return any(
        (
            reasons[i] == "caption"
            and len(found[i][1].split()) <= 7
            and not re.match(r"(?i)(?:map|graphic|video)\b", found[i][1])
        )
        or (reasons[i] == "byline" and "photo" in found[i][1].lower())
        for i in beside
    )


def _pictures(line: str) -> bool:
    """Whether one sentence describes what a picture shows."""
    return PRESENT.search(line) is not None and not re.search(r"[.!?] [A-Z]", line)


def _mark_before_dateline(
    found: Sequence[tuple[int, str]], reasons: list[str], sentences: Sequence[int]
) -> None:
    """What stands before the paragraph with the agency's dateline is a standfirst or a caption."""
    for order, i in enumerate(sentences[:4]):
        length, head = dateline(found[i][1])
        formal = length and (
            re.search(r"\d|\(", head) or head.split(",")[0].strip(" —–-:").isupper()
        )
        if formal and order:
            for k in sentences[:order]:
                if len(found[k][1].split()) <= 45:
                    reasons[k] = reasons[k] or "standfirst"
        if length:
            return
